"""The rows of a card, however it is arranged, and the labelled fields that each of them holds."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal, NamedTuple

from ..model import Cell, Grid, Row
from ..passage import Passage
from .card_cells import cell_fields, has_own
from .contents import is_reference
from .labels import Label, is_label, is_plain_label, labelled_parts, read_label
from .records import ASKED, MORE, THEME, Field

_PAIR = 2
_NUMBER = Label(Passage.of("No."))

Kind = Literal["beside", "within", "tall", "labels", "values", "other"]


class CardRow(NamedTuple):
    """A row of a card: values beside labels, labels within cells, a cell that stands beside several rows, labels above
    values, such values, or anything else; `header` are the labels that values stand below.
    """

    kind: Kind
    cells: Sequence[Cell]
    header: Sequence[Cell] = ()

    def fields(self, stacked: Container[str] = ()) -> Iterator[Field]:
        """The labelled fields it holds; `stacked` are labels known to stand above their values within cells."""
        if self.kind == "values":
            yield from (_field(title, value) for title, value in zip(self.header, self.cells, strict=True))
        elif self.kind == "within":
            yield from (one for cell in self.cells for one in cell_fields(cell, stacked))
        elif self.kind == "tall":
            yield from _tall_fields(self.cells[0])
        elif self.kind != "labels":
            yield from _row_fields(self.cells)


def card_rows(grid: Grid, stacked: Container[str] = ()) -> Iterator[CardRow]:
    """The rows of a grid as those of a card."""
    rows = list(_apart(grid))
    header: Sequence[Cell] = ()
    for cells, below in pairwise([*rows, ()]):
        if _is_header(cells, below):
            header = cells
        elif len(cells) != len(header) or (_opens_pair(cells[0].text, len(header)) and not _is_set_as(cells, header)):
            header = ()
        if header:
            yield CardRow("labels" if cells is header else "values", cells, header)
        else:
            yield CardRow(_kind(cells, stacked, is_wide=grid.width > 1), cells)


def fields(grid: Grid, stacked: Container[str] = ()) -> Iterator[Field]:
    """The fields of a card; a title below another that is but a number ("Recommendation 2") is what that one says."""
    held: Field | None = None
    for one in (one for row in card_rows(grid, stacked) for one in row.fields(stacked)):
        if held is not None and one.label is THEME and held.role == "recommendation" and not held.paragraphs:
            held = held.with_more(one.paragraphs)
            continue
        yield from [held] if held else []
        held = one
    yield from [held] if held else []


def _apart(grid: Grid) -> Iterator[Sequence[Cell]]:
    """The cells of each row, those beside several rows of their own apart from them."""
    above: Cell | None = None
    tall: Cell | None = None
    for row, below in pairwise([*(row for row in grid.rows if row.filled), Row(())]):
        first, *rest = cells = _distinct(row)
        if below.cells and first is below.cells[0] and first is not above and _is_beside(cells):
            tall = first
            yield [first]
        is_said = first is tall or (first is above and _stands_alone(rest))
        yield rest if is_said else cells
        above = first


def _distinct(row: Row) -> tuple[Cell, ...]:
    """The row's cells, a merged one once, empty ones at its end left out beyond the second."""
    cells = tuple({id(cell): cell for cell in row.cells}.values())
    last = max((n for n, cell in enumerate(cells) if not cell.is_empty), default=0)
    return cells[: max(last + 1, 2)]


def _is_beside(cells: Sequence[Cell]) -> bool:
    """Is the first cell a number or name beside rows that have labels of their own?"""
    first = cells[0].text
    return (is_reference(first) or not is_label(first)) and _stands_alone(cells[1:])


def _stands_alone(cells: Sequence[Cell]) -> bool:
    """Do cells make a row of a card without what stands before them?"""
    return len(cells) > 1 and (is_label(cells[0].text) or all(map(has_own, cells)))


def _kind(cells: Sequence[Cell], stacked: Container[str], *, is_wide: bool) -> Kind:
    """What a row is that stands below no labels."""
    if len(cells) == 1 and cells[0].row_span > 1:
        return "tall"
    if is_wide and not cells[0].is_empty and all(has_own(cell, stacked) for cell in cells if not cell.is_empty):
        return "within"
    is_pair = _is_pair(cells)
    if is_pair and all(cell.is_empty for cell in cells[1:]) and not _is_bare_label(cells[0]):
        return "other"
    return "beside" if is_pair and not all(is_plain_label(cell.text) for cell in cells[1:]) else "other"


def _is_pair(cells: Sequence[Cell]) -> bool:
    """Does a label open it, with its value behind it, or two pairs of them? A loose label alone opens no four cells."""
    if len(cells) not in (_PAIR, 2 * _PAIR) or not is_label(cells[0].text):
        return False
    is_full = len(cells) > _PAIR and not any(cell.is_empty for cell in cells)
    return not is_full or is_label(cells[_PAIR].text) or is_plain_label(cells[0].text)


def _is_header(cells: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Is it a row of labels above a row of their values? Of more than two, less plain ones tell as well."""
    is_wide = len(cells) > _PAIR
    labels = len(cells) > 1 and all(is_plain_label(cell.text) or (is_wide and is_label(cell.text)) for cell in cells)
    return labels and len(below) == len(cells) and not _opens_pair(below[0].text, len(cells))


def _opens_pair(text: str, width: int) -> bool:
    """Is it the label of a pair, in a row as wide as one of labels? In a wide one, a value may hold a label's word."""
    return is_plain_label(text) if width > _PAIR else is_label(text)


def _is_set_as(cells: Sequence[Cell], header: Sequence[Cell]) -> bool:
    """Do cells span as many columns as labels above them, some of these several?"""
    spans = [cell.column_span for cell in header]
    return max(spans) > 1 and [cell.column_span for cell in cells] == spans


def _is_bare_label(cell: Cell) -> bool:
    """Is it a label with nothing behind it ("Progress", not "Recommendation 1: Money")?"""
    inner = (part for paragraph in cell.paragraphs for part in labelled_parts(paragraph))
    return is_label(cell.text) and not any(part.label and part.paragraph.text for part in inner)


def _tall_fields(cell: Cell) -> Iterator[Field]:
    """What stands beside several rows: the number of what they say, or what they are about."""
    if is_reference(cell.text) and not is_label(cell.text):
        yield Field(_NUMBER, cell.paragraphs)
    else:
        yield from cell_fields(cell)


def _row_fields(cells: Sequence[Cell]) -> Iterator[Field]:
    """The fields of a row: pairs of label and value, a title across it, or what goes on from the row above."""
    if cells[0].is_empty:
        yield Field(MORE, tuple(paragraph for cell in cells for paragraph in cell.paragraphs))
    elif len(cells) == 1 or (cells[1].is_empty and not _is_bare_label(cells[0])):
        yield from cell_fields(cells[0])
    else:
        yield from _pairs(cells)


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
