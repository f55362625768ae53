"""The characters of a paragraph as they are shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .._looks import Look, Runs
from .._odf import DRAW, OFFICE, TEXT
from .._symbols import symbol
from .names import count, kind
from .styles import CHARACTERS, StyleSheet

if TYPE_CHECKING:
    from lxml import etree

MAX_BLANKS = 1_000
_UNSEEN = frozenset(
    (
        *(f"{TEXT}note", f"{TEXT}ruby-text", f"{TEXT}tracked-changes", f"{TEXT}placeholder", f"{OFFICE}annotation"),
        *(f"{TEXT}hidden-text", f"{TEXT}variable-decls", f"{TEXT}sequence-decls", f"{TEXT}user-field-decls"),
    )
)
_SOFT_HYPHEN = "\xad"
_BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass
class Inline:
    """What was found in a paragraph: runs of text, and what is anchored in it."""

    styles: StyleSheet
    runs: Runs = field(default_factory=Runs)
    boxes: list[etree._Element] = field(default_factory=list)
    _spaced: bool = True  # blanks in the file follow blanks, or begin the paragraph, unseen

    def read(self, element: etree._Element, look: Look) -> None:
        """Take in what stands in a paragraph, or in something within it, in which characters look so."""
        self.runs.add(symbol(self._collapsed(element.text), look.font), look)
        for found in element:
            self._element(found, look)
            self.runs.add(symbol(self._collapsed(found.tail), look.font), look)

    def _element(self, found: etree._Element, look: Look) -> None:
        name = kind(found)
        if found.tag in _UNSEEN:
            return
        if found.tag.startswith(DRAW):
            self.boxes.append(found)
        elif name == "s":
            self.runs.add(" " * min(count(found, f"{TEXT}c"), MAX_BLANKS), look)
        elif name in ("tab", "line-break"):
            self.runs.add("\t" if name == "tab" else "\n", look)
            self._spaced = False
        elif name == "span":
            self.read(found, self.styles.look(CHARACTERS, found.get(f"{TEXT}style-name")).over(look))
        else:
            self.read(found, look)

    def _collapsed(self, text: str | None) -> str:
        """The text with blanks and line ends of the file as one blank each."""
        found = _BLANKS.sub(" ", (text or "").replace(_SOFT_HYPHEN, ""))
        if self._spaced:
            found = found.lstrip(" ")
        if found:
            self._spaced = found.endswith(" ")
        return found
