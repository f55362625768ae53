"""Small tables of labels and values, one a recommendation or action: labels down the left, or in pairs across."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...model import Cell, Document, Grid, Row, Senses
from ..contents import is_reference
from ..labels import Label, is_label, is_plain_label, labelled_parts, read_label
from ..records import ASKED, MORE, THEME, Field, Stretch, is_firm, labelled_table
from . import Laid

NAME = "cards"
_SCORE = 0.9
_LEAST_PAIRS = 2


def lay_out(document: Document, grids: Sequence[Grid], senses: Senses) -> Laid:
    """The cards as rows; sure where their labels say what is to be done, and who does it or when."""
    stretches = [Stretch(tuple(_fields(grid)), grid.above, grid.index) for grid in _cards(grids)]
    table = labelled_table(stretches, senses)
    return Laid(_SCORE, (table,)) if table and is_firm(table, 1) else Laid()


def _cards(grids: Sequence[Grid]) -> list[Grid]:
    """The grids that are cards, a single row that a page cut off from one among them."""
    whole = [grid for grid in grids if _is_card(grid)]
    labels = {read_label(row.cells[0].passage).key for grid in whole for row in grid.rows}
    return [grid for grid in grids if grid in whole or _is_cut_off(grid, labels)] if whole else []


def _is_cut_off(grid: Grid, labels: Container[str]) -> bool:
    """Is it one pair whose label those cards have?"""
    rows = list(_rows(grid))
    return len(rows) == 1 and _kind(*rows[0]) == "pairs" and read_label(rows[0][0][0].passage).key in labels


def _is_card(grid: Grid) -> bool:
    """Do most of its rows open with a label that has its value beside it, or stand below labels within it?"""
    kinds = [_kind(cells, header) for cells, header in _rows(grid)]
    return kinds.count("pairs") >= _LEAST_PAIRS and 2 * kinds.count("") <= len(kinds)


def _kind(cells: Sequence[Cell], header: Sequence[Cell]) -> str:
    """What a row of a card is, below labels or not; empty where it is none of what cards are made of."""
    if header:
        return "labels" if cells is header else "values"
    is_pair = len(cells) in (2, 4) and is_label(cells[0].text)
    return "pairs" if is_pair and not all(is_plain_label(cell.text) for cell in cells[1:]) else ""


def _rows(grid: Grid) -> Iterator[tuple[Sequence[Cell], Sequence[Cell]]]:
    """The rows, each with the labels it stands below, if any; a row of labels stands below itself."""
    rows = [_distinct(row) for row in grid.rows if row.filled]
    header: Sequence[Cell] = ()
    for cells, below in pairwise([*rows, ()]):
        if _is_header(cells, below):
            header = cells
        elif len(cells) != len(header) or is_label(cells[0].text):
            header = ()
        yield cells, header


def _distinct(row: Row) -> tuple[Cell, ...]:
    """The row's cells, a merged one once, empty ones at its end left out beyond the second."""
    cells = tuple({id(cell): cell for cell in row.cells}.values())
    last = max((n for n, cell in enumerate(cells) if not cell.is_empty), default=0)
    return cells[: max(last + 1, 2)]


def _fields(grid: Grid) -> Iterator[Field]:
    for cells, header in _rows(grid):
        if not header:
            yield from _row_fields(cells)
        elif cells is not header:
            yield from (_field(title, value) for title, value in zip(header, cells, strict=True))


def _is_header(cells: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Is it a row of labels above a row of their values?"""
    labels = len(cells) > 1 and all(is_plain_label(cell.text) for cell in cells)
    return labels and len(below) == len(cells) and not is_label(below[0].text)


def _row_fields(cells: Sequence[Cell]) -> Iterator[Field]:
    """The fields of a row: pairs of label and value, a title across it, or what goes on from the row above."""
    if cells[0].is_empty:
        yield Field(MORE, tuple(paragraph for cell in cells for paragraph in cell.paragraphs))
    elif len(cells) == 1 or (cells[1].is_empty and not _is_bare_label(cells[0])):
        yield from _title(cells[0])
    else:
        yield from _pairs(cells)


def _is_bare_label(cell: Cell) -> bool:
    """Is it a label with nothing behind it ("Progress", not "Recommendation 1: Money")?"""
    inner = (part for paragraph in cell.paragraphs for part in labelled_parts(paragraph))
    return is_label(cell.text) and not any(part.label and part.paragraph.text for part in inner)


def _title(cell: Cell) -> Iterator[Field]:
    """What a cell across the card says: labelled fields, or what the card is about."""
    held = Field(THEME)
    for part in (part for paragraph in cell.paragraphs for part in labelled_parts(paragraph)):
        if part.label is None:
            held = held.with_more((part.paragraph,))
            continue
        if held.paragraphs or held.label is not THEME:
            yield held
        held = Field(part.label, (part.paragraph,) if part.paragraph.text else ())
    yield held


def _pairs(cells: Sequence[Cell]) -> Iterator[Field]:
    """The pairs of label and value; a cell that is no label goes on with the value before it."""
    held: Field | None = None
    for cell in cells:
        if held is None or (held.paragraphs and is_plain_label(cell.text)):
            yield from [held] if held else []
            held = _field(cell, Cell(cell.row, cell.column))
        else:
            held = replace(held.with_more(cell.paragraphs), fill=held.fill or cell.fill)
    yield from [held] if held else []


def _field(title: Cell, value: Cell) -> Field:
    label = Label(ASKED.text, title.passage.strip()) if is_reference(title.text) else read_label(title.passage)
    return Field(label, value.paragraphs, value.fill)
