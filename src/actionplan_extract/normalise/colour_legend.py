"""The document's own legend for colours ("Amber = not started", a coloured cell beside "On track")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from ..model import Cell, Table
from ..passage import Passage
from ..schema import Rag, StatusValue
from .status import rag_of_fill, read_status

_NAMES: dict[str, Rag] = {
    "red": "red",
    "r": "red",
    "amber": "amber",
    "yellow": "amber",
    "orange": "amber",
    "a": "amber",
    "y": "amber",
    "green": "green",
    "g": "green",
    "blue": "blue",
    "b": "blue",
    "grey": "grey",
    "gray": "grey",
}
_COLOUR = "(?i:red|amber|yellow|orange|green|blue|gr[ea]y)"
_TERM = re.compile(rf"(?<![\w-])(?:{_COLOUR}\b|[RAGBY])\s*(?:[=:–—]+|\s-+\s|\bmeans\b|\bindicates\b|\bis\b|\()\s*")
_BEHIND = re.compile(rf"(?P<meaning>[^,;:()\n]{{3,80}}?)\s*\(\s*(?P<name>{_COLOUR})\s*\)")
_LEAST = 2  # colours: one alone is a sentence that happens to name it
_LONG_LINE = 800
_LONGEST = 160  # characters of a meaning
_OF_PROGRESS = re.compile(
    r"\b(?:track|target|schedul\w*|progress\w*|complet\w*|deliver\w*|achiev\w*|delay\w*|behind|slip\w*|risk|concerns?"
    r"|issues?|overdue|due|late|start\w*|begun|done|closed|stalled|on hold|not met|missed)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ColourLegend:
    """What a legend says of each colour, and where it stands; without meanings where there is none."""

    meanings: dict[Rag, str] = field(default_factory=dict)
    passage: Passage = field(default_factory=Passage)

    def __bool__(self) -> bool:
        return bool(self.meanings)

    @property
    def rates(self) -> bool:
        """Do its colours tell how far things have got, and not of whom or what they are?"""
        return any(_OF_PROGRESS.search(text) or _value(text) for text in self.meanings.values())

    def value(self, rag: Rag | None) -> StatusValue | None:
        """The stage that a colour stands for; None where the legend says none."""
        return _value(self.meanings[rag]) if rag in self.meanings else None


def _value(meaning: str) -> StatusValue | None:
    status = read_status(meaning)
    return status.value if status else None


def find_colour_legend(passages: Iterable[Passage], tables: Iterable[Table]) -> ColourLegend:
    """The legend in a document's texts and tables outside the plan; it explains two colours at least."""
    meanings: dict[Rag, str] = {}
    place = Passage()
    for passage, found in (*_in_tables(tables), *_in_lines(passages)):
        if found:
            meanings, place = {**found, **meanings}, place or passage
    return ColourLegend(meanings, place) if len(meanings) >= _LEAST else ColourLegend()


def _in_lines(passages: Iterable[Passage]) -> Iterator[tuple[Passage, dict[Rag, str]]]:
    lines = (line for passage in passages for line in passage.lines() if len(line) <= _LONG_LINE)
    return ((line, dict(_entries(line.text))) for line in lines)


def _entries(line: str) -> Iterator[tuple[Rag, str]]:
    """The colours that a line explains: "Green: on track; Red: late", else "on track (green), late (red)"."""
    found = [*_TERM.finditer(line)]
    if not found:
        yield from ((_NAMES[match["name"].lower()], match["meaning"].strip()) for match in _BEHIND.finditer(line))
    for match, end in pairwise([*found, None]):
        if match:
            meaning = line[match.end() : end.start() if end else None].strip(" \t;,.()|●■▲•")
            name = re.match(r"\w+", match.group())
            if name and 0 < len(meaning) <= _LONGEST:
                yield _NAMES[name.group().lower()], meaning


def _in_tables(tables: Iterable[Table]) -> Iterator[tuple[Passage, dict[Rag, str]]]:
    for table in tables:
        for _, row in groupby(table.cells, key=lambda cell: cell.row):
            cells = list(row)
            yield cells[-1].passage, dict(_in_row(cells))


def _in_row(cells: Sequence[Cell]) -> Iterator[tuple[Rag, str]]:
    """The colours that a row explains: named or shown by a cell, with the meaning in it or in the next one."""
    for cell, after in pairwise([*cells, None]):
        text = " ".join(cell.text.split()) if cell else ""
        named = _NAMES.get(text.lower())
        shown = rag_of_fill(cell.colour) if cell and cell.colour else None
        rag = named or shown
        meaning = text if shown and len(text) > 1 and not named else " ".join(after.text.split()) if after else ""
        if rag and 0 < len(meaning) <= _LONGEST and not _is_name(meaning):
            yield rag, meaning


def _is_name(text: str) -> bool:
    """Is it the name of a colour and nothing else?"""
    return text.lower() in _NAMES
