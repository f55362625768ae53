"""Small tables of labels and values, one a recommendation or action: labels down the left, or in pairs across.

Labels down the left of several columns make a card of each column.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...model import Cell, Document, Grid, Row, Senses
from ..contents import is_reference
from ..headers import header_role
from ..labels import Label, is_label, is_plain_label, labelled_parts, read_label
from ..records import ASKED, MORE, THEME, Field, Stretch, is_firm, is_whole, labelled_table
from . import Laid

NAME = "cards"
_SCORE = 0.9
_LEAST_PAIRS = 2
_PAIR = 2
_LEAST_COLUMNS = 3
_MOST = 0.7
_TOLD = frozenset(("action", "deadline"))  # what labels down the left of several columns must speak of
_NUMBERED = " number"  # behind the label of a number


def lay_out(document: Document, grids: Sequence[Grid], senses: Senses) -> Laid:
    """The cards as rows; sure where their labels say what is to be done, and who does it or when."""
    cards = {grid.index for grid in _cards(grids)}
    stretches = [stretch for grid in grids for stretch in _stretches(grid, cards)]
    table = labelled_table(stretches, senses)
    return Laid(_SCORE, (table,)) if table and (is_firm(table, 1) or is_whole(table)) else Laid()


def _stretches(grid: Grid, cards: Container[int]) -> Iterator[Stretch]:
    """The fields of the card that a grid is, or of each of its columns that is one; none where it is none."""
    if _has_card_a_column(grid):
        for column in range(1, grid.width):
            above = grid.above if column == 1 else ()
            yield Stretch(tuple(_column_fields(grid, column)), above, grid.index)
    elif grid.index in cards:
        yield Stretch(tuple(_fields(grid)), grid.above, grid.index)


def _has_card_a_column(grid: Grid) -> bool:
    """Do labels of several roles stand down the left, beside columns that hold their values?"""
    rows = [row for row in grid.rows if row.filled]
    if grid.width < _LEAST_COLUMNS or not all(len(row.cells) == grid.width for row in rows):
        return False
    told = {header_role(row.cells[0].text)[0] for row in rows if is_label(row.cells[0].text)}
    values = [cell for row in rows for cell in row.cells[1:]]
    labels = sum(is_label(row.cells[0].text) for row in rows)
    full = sum(len(row.filled) == grid.width for row in rows)
    return (
        told >= _TOLD
        and labels > _MOST * len(rows)
        and full > _MOST * len(rows)
        and not any(is_label(c.text) and is_plain_label(c.text) and not is_reference(c.text) for c in values)
    )


def _column_fields(grid: Grid, column: int) -> Iterator[Field]:
    """The fields of a column; a mere number beside a label is the recommendation's."""
    for place, row in enumerate(row for row in grid.rows if row.filled):
        value, label = row.cells[column], read_label(row.cells[0].passage)
        if is_reference(value.text) and label.role[0] != "number":
            label = replace(label, text=label.text + _NUMBERED)
        yield Field(label, value.paragraphs, value.fill, begins=place == 0)


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
    """Do most of its rows open with a label that has its value beside it, or stand below labels within it?

    One such pair will do above those labels.
    """
    kinds = [_kind(cells, header) for cells, header in _rows(grid)]
    is_above = "values" in kinds and "pairs" in kinds[: kinds.index("values")]
    return kinds.count("pairs") >= (1 if is_above else _LEAST_PAIRS) and 2 * kinds.count("") <= len(kinds)


def _kind(cells: Sequence[Cell], header: Sequence[Cell]) -> str:
    """What a row of a card is, below labels or not; empty where it is none of what cards are made of."""
    if header:
        return "labels" if cells is header else "values"
    is_pair = len(cells) in (2, 4) and is_label(cells[0].text)
    if is_pair and all(cell.is_empty for cell in cells[1:]) and not _is_bare_label(cells[0]):
        return ""
    return "pairs" if is_pair and not all(is_plain_label(cell.text) for cell in cells[1:]) else ""


def _rows(grid: Grid) -> Iterator[tuple[Sequence[Cell], Sequence[Cell]]]:
    """The rows, each with the labels it stands below, if any; a row of labels stands below itself."""
    rows = [_distinct(row) for row in grid.rows if row.filled]
    header: Sequence[Cell] = ()
    for cells, below in pairwise([*rows, ()]):
        if _is_header(cells, below):
            header = cells
        elif len(cells) != len(header) or (_opens_pair(cells[0].text, len(header)) and not _is_set_as(cells, header)):
            header = ()
        yield cells, header


def _is_set_as(cells: Sequence[Cell], header: Sequence[Cell]) -> bool:
    """Do cells span as many columns as labels above them, some of these several?"""
    spans = [cell.column_span for cell in header]
    return max(spans) > 1 and [cell.column_span for cell in cells] == spans


def _distinct(row: Row) -> tuple[Cell, ...]:
    """The row's cells, a merged one once, empty ones at its end left out beyond the second."""
    cells = tuple({id(cell): cell for cell in row.cells}.values())
    last = max((n for n, cell in enumerate(cells) if not cell.is_empty), default=0)
    return cells[: max(last + 1, 2)]


def _fields(grid: Grid) -> Iterator[Field]:
    """The fields of a card; a title below another that is but a number ("Recommendation 2") is what that one says."""
    held: Field | None = None
    for one in _all_fields(grid):
        if held is not None and one.label is THEME and held.role == "recommendation" and not held.paragraphs:
            held = held.with_more(one.paragraphs)
            continue
        yield from [held] if held else []
        held = one
    yield from [held] if held else []


def _all_fields(grid: Grid) -> Iterator[Field]:
    for cells, header in _rows(grid):
        if not header:
            yield from _row_fields(cells)
        elif cells is not header:
            yield from (_field(title, value) for title, value in zip(header, cells, strict=True))


def _is_header(cells: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Is it a row of labels above a row of their values? Of more than two, less plain ones tell as well."""
    is_wide = len(cells) > _PAIR
    labels = len(cells) > 1 and all(is_plain_label(cell.text) or (is_wide and is_label(cell.text)) for cell in cells)
    return labels and len(below) == len(cells) and not _opens_pair(below[0].text, len(cells))


def _opens_pair(text: str, width: int) -> bool:
    """Is it the label of a pair, in a row as wide as one of labels? In a wide one, a value may hold a label's word."""
    return is_plain_label(text) if width > _PAIR else is_label(text)


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
    for place, cell in enumerate(cells):
        if held is None or (held.paragraphs and _is_second_label(cells, place)):
            yield from [held] if held else []
            held = _field(cell, Cell(cell.row, cell.column))
        else:
            held = replace(held.with_more(cell.paragraphs), fill=held.fill or cell.fill)
    yield from [held] if held else []


def _is_second_label(cells: Sequence[Cell], place: int) -> bool:
    """Is it the label of a further pair? In the third of four cells, a short one that may be one will do."""
    text = cells[place].text
    is_third = place == _PAIR and len(cells) == 2 * _PAIR and len(text.split()) <= _PAIR
    return is_plain_label(text) or (is_third and is_label(text) and not cells[-1].is_empty)


def _field(title: Cell, value: Cell) -> Field:
    label = read_label(title.passage)
    if is_reference(title.text) and label.role[0] != "action":
        label = Label(ASKED.text, title.passage.strip())
    return Field(label, value.paragraphs, value.fill)
