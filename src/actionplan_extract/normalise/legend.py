"""The document's own legend for timescale terms and codes ("Short term 6 - 12 months", "S = within a year")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ..model import Cell, Table
from ..passage import Passage
from .deadline import parse_deadlines

_TERM = (
    r"(?:short|medium|long|very\s+long|immediate)(?:[\s-]+term)?|(?:[SML]|VL)(?![\w.’'])|(?:phase|stage|year)\s+\d{1,2}"
)
_ENTRY = re.compile(
    rf"(?<![\w-])(?P<term>{_TERM})\s*(?:[=:–—-]+>?|\(|\bmeans\b|\bis\b|\s(?=\d))\s*(?P<meaning>[^;\n]{{2,80}})",
    re.IGNORECASE,
)
_NEXT = re.compile(rf"[\s,.(/|]+(?:and\s+)?(?:{_TERM})\s*(?:[=:(–—-]|means\b|is\b|\d)", re.IGNORECASE)
_CODE = re.compile(rf"{_TERM}|[A-Z][A-Za-z]?[A-Z]?\d?", re.IGNORECASE)  # a cell of its own
_LEAST_TERMS = 2  # one term alone is a sentence that happens to hold the word
_LONG_LINE, _LONGEST = 600, 80


@dataclass(frozen=True)
class Legend:
    """What a legend says of each term, and where it stands."""

    meanings: dict[str, str] = field(default_factory=dict)
    passage: Passage = field(default_factory=Passage)

    def __bool__(self) -> bool:
        return bool(self.meanings)


def find_legend(passages: Iterable[Passage], tables: Iterable[Table] = ()) -> Legend:
    """The legend in a document's texts and tables outside the plan's rows; empty where there is none.

    A legend explains at least two terms, in one line, in lines one after the other, or in cells beside them, each by
    dates or by a length of time.
    """
    held = Legend()
    for passage, found in (*_in_tables(tables), *_in_lines(passages)):
        if found:
            held = Legend({**found, **held.meanings}, held.passage or passage)
    return held if len(held.meanings) >= _LEAST_TERMS else Legend()


def _in_lines(passages: Iterable[Passage]) -> Iterator[tuple[Passage, dict[str, str]]]:
    lines = (line for passage in passages for line in passage.lines() if len(line) <= _LONG_LINE)
    return ((line, dict(_entries(line.text))) for line in lines)


def _in_tables(tables: Iterable[Table]) -> Iterator[tuple[Passage, dict[str, str]]]:
    """The terms that cells explain, each by the cell to its right; several keys may stand side by side."""
    for table in tables:
        for one, other in pairwise(table.cells):
            if one.row == other.row and _explains(one, other):
                yield other.passage.collapse(), {_normal(one.text): other.passage.collapse().text}


def _explains(term: Cell, meaning: Cell) -> bool:
    is_short = len(meaning.text) <= _LONGEST
    return is_short and _CODE.fullmatch(term.text.strip()) is not None and _says_how_long(meaning.text)


def _normal(term: str) -> str:
    return " ".join(term.casefold().replace("-", " ").split())


def _entries(line: str) -> Iterator[tuple[str, str]]:
    position = 0
    while match := _ENTRY.search(line, position):
        meaning = match["meaning"]
        following = _NEXT.search(meaning)
        meaning = meaning[: following.start()] if following else meaning
        position = match.start("meaning") + (following.start() if following else len(meaning))
        meaning = _closed(meaning)
        if _says_how_long(meaning):
            yield _normal(match["term"]), meaning


def _closed(meaning: str) -> str:
    """The meaning without what follows the bracket that closes it."""
    opened = meaning.find("(")
    closed = meaning.find(")")
    return meaning[:closed].strip() if closed >= 0 and opened < 0 else meaning.strip(" .,")


def _says_how_long(meaning: str) -> bool:
    found = parse_deadlines(meaning)
    return len(found) == 1 and found[0].kind in ("point", "range", "relative") and any(c.isdigit() for c in meaning)
