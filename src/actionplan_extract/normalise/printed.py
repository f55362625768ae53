"""Cells as they are printed: which line breaks the width of a column made, by what the document says elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..model import Document
from ..passage import Passage, Piece
from .owner import WRAP

_MARKS = re.compile(r"[,;/|()\[\]]")
_FIRST = re.compile(r"\w[\w’'-]*")
_MOST = 500  # phrases looked for in a document,
_LONGEST = 1_000_000  # and characters in which they are


@dataclass(frozen=True)
class Printed:
    """The lines of a document, and which phrases stand within one of them."""

    document: Document
    _known: dict[str, bool] = field(default_factory=dict)

    def text(self, passage: Passage) -> str:
        """The text with its line breaks, each line a piece; a blank for one within what else stands on one line.

        "Kent" above "Police" is one body where "Kent Police" stands elsewhere.
        """
        return "".join(self._piece(passage.pieces, at) for at in range(len(passage.pieces)))

    def _piece(self, pieces: Sequence[Piece], at: int) -> str:
        piece = pieces[at]
        if piece.place is not None or piece.text != " ":
            return piece.text
        around = (pieces[at - 1].text if at else "", pieces[at + 1].text if at + 1 < len(pieces) else "")
        return " " if self._is_one(*around) else WRAP

    def _is_one(self, above: str, below: str) -> bool:
        """Do the last words above a break and the first one below stand on one line elsewhere?"""
        last, first = _MARKS.split(above)[-1].strip(), _FIRST.match(below)
        if not last or not first:
            return False
        phrase = f"{last} {first.group()}"
        if phrase not in self._known and len(self._known) < _MOST:
            self._known[phrase] = self._holds(phrase)
        return self._known.get(phrase, False)

    def _holds(self, phrase: str) -> bool:
        """Do these words stand within a line, none of them a part of a longer one?"""
        at = self._lines.find(phrase)
        while at >= 0:
            around = self._lines[max(at - 1, 0) : at] + self._lines[at + len(phrase) : at + len(phrase) + 1]
            if not any(map(str.isalnum, around)):
                return True
            at = self._lines.find(phrase, at + 1)
        return False

    @cached_property
    def _lines(self) -> str:
        return "\n".join(page.text for page in self.document.pages)[:_LONGEST]
