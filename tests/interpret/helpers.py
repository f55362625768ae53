"""Small plans for these tests, and a stand-in for the normalisers that knows a few words only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from actionplan_extract.interpret import interpret
from actionplan_extract.model import (
    ActionPart,
    Cell,
    Document,
    Grid,
    Page,
    Paragraph,
    PlanParts,
    RecommendationPart,
    Row,
    Senses,
)
from actionplan_extract.passage import Passage, Place
from actionplan_extract.readers._delimited import cell_paragraphs

_LASTING = re.compile(r"on-?going|continuous", re.IGNORECASE)
_REPEATED = re.compile(r"(?:month|quarter|annual|year)ly|annually|termly", re.IGNORECASE)
_DATED = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|spring|summer|autumn|winter)\w* (?:\d{4}|\d{2}\b)"
    r"|\d{1,2}/\d{1,2}/\d{2,4}|\b20\d\d/\d\d\b|\bQ[1-4]\b|\bTBC\b",
    re.IGNORECASE,
)
_OWNER = re.compile(r"\b(?:Director|Head|Chief|Manager|Officer|Cllr|Leader|Member for|Team|Lead)\b")
_STATUS = re.compile(r"(?:on track|complete|delayed|not started|in progress|red|amber|green)\.?", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """A timescale entry as the stand-in finds it."""

    span: tuple[int, int]
    kind: str
    milestone: str | None = None


def entries(text: str) -> list[Entry]:
    """One entry a line that tells a time; one unparsed for text that tells none."""
    found = [Entry(match.span(), kind) for match in re.finditer(r"[^\n]+", text) if (kind := _kind(match[0]))]
    return found or ([Entry((0, len(text)), "unparsed")] if text.strip() else [])


def _kind(line: str) -> str:
    if _REPEATED.search(line):
        return "recurring"
    return "ongoing" if _LASTING.search(line) else "point" if _DATED.search(line) else ""


SENSES = Senses(
    entries,
    lambda text: bool(_OWNER.search(text)) and len(text.split()) < 12,
    lambda text: bool(_STATUS.fullmatch(text.strip())),
)


def cell(text: str, row: int = 0, column: int = 0, columns: int = 1, rows: int = 1, fill: str | None = None) -> Cell:
    """A cell of plain or marked-up text."""
    place = Place(table=0, row=row, column=column)
    return Cell(row, column, cell_paragraphs(Passage.of(text, place)), rows, columns, fill=fill)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell."""
    return cell(text).paragraphs


def row(*texts: str | Cell, number: int = 0, after_break: bool = False) -> Row:
    """A row of cells, some of them ready-made (merged ones)."""
    cells = (text if isinstance(text, Cell) else cell(text, number, column) for column, text in enumerate(texts))
    return Row(tuple(cells), after_break)


def grid(*rows: Sequence[str | Cell] | Row, above: str = "", index: int = 0, page: int | None = None) -> Grid:
    """A grid of the rows, below paragraphs of which "# " marks a heading."""
    held = tuple(r if isinstance(r, Row) else row(*r, number=number) for number, r in enumerate(rows))
    return Grid(held, max(len(r.cells) for r in held), tuple(_above(above)), index, page)


def _above(text: str) -> Iterator[Paragraph]:
    for line in text.splitlines():
        yield Paragraph(Passage.of(line.lstrip("# "), Place()), heading=len(line) - len(line.lstrip("#")))


def read_plan(*grids: Grid) -> PlanParts:
    """The plan parts of grids numbered in order."""
    document = Document("text", "text/plain", (Page(""),), ())
    return interpret(document, grids, SENSES)


def recommendations(*grids: Grid) -> tuple[RecommendationPart, ...]:
    """The recommendations in the grids."""
    return read_plan(*grids).recommendations


def text_of(paragraphs: Sequence[Paragraph]) -> str:
    """Paragraphs as plain text, one line each, list items led by their marker."""
    return "\n".join(f"{p.glyph} {p.text}".strip() for p in paragraphs)


def outline(*grids: Grid) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each recommendation's heading (or text) with its actions' texts and the timescales beside them."""
    return [
        (str(part.heading) or text_of(part.paragraphs), [(text_of(a.paragraphs), dates(a)) for a in part.actions])
        for part in recommendations(*grids)
    ]


def dates(action: ActionPart) -> str:
    """The timescale entries of an action as text, separated by " + "."""
    spans = ((scale.cell.text, entries(scale.cell.text)[scale.index].span) for scale in action.timescales)
    return " + ".join(text[start:end] for text, (start, end) in spans)
