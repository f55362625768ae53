"""One column that says who and when ("Who and when", "Lead / timescale") becomes two, a list of dated items rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..model import Cell, Column, Paragraph, Row, Senses
from .closing import WHEN, closing, who_and_when
from .contents import is_timescale
from .labels import names_both
from .plan_tables import PlanTable

_WHO, _WHEN = ("owner_officer", "owner_member"), ("deadline",)
_MOST = 0.6  # the share of cells that tell both, from which on all do


class _Told(NamedTuple):
    """What a cell tells of who and of when."""

    who: tuple[Paragraph, ...]
    when: tuple[Paragraph, ...]

    @property
    def is_both(self) -> bool:
        """Does it tell both?"""
        return bool(self.who and self.when)


def part_columns(table: PlanTable, senses: Senses) -> PlanTable:
    """The table, with a column of timescales of its own where owners and timescales stand in one.

    That is a column whose cells tell both, and whose header asks for both or which alone tells either.
    """
    for column in table.columns:
        if column.role in (*_WHO, *_WHEN) and _may_part(column, table):
            told = {id(cell): _told(cell, senses) for cell in _cells(table, column.index)}
            if sum(one.is_both for one in told.values()) >= max(1, _MOST * len(told)):
                return _parted(table, column, told)
    return table


def part_lists(table: PlanTable, senses: Senses) -> PlanTable:
    """The table, with a row for each item of lists of what is to be done whose items all say when at their ends."""
    if not table.indices("action"):
        return table
    parts = [tuple(one for row in part.rows for one in _each_item(row, table, senses)) for part in table.sections]
    sections = (replace(part, rows=rows) for part, rows in zip(table.sections, parts, strict=True))
    return replace(table, sections=tuple(sections))


def _each_item(row: Row, table: PlanTable, senses: Senses) -> Iterator[Row]:
    """The row once for each item of its action, or as it is; what else it says stands beside all of them."""
    (at, *_), when = table.indices("action"), table.indices(*_WHEN)
    cell = row.cells[at] if at < len(row.cells) else Cell(0, 0)
    is_said = any(not row.cells[column].is_empty for column in when if column < len(row.cells))
    if is_said or max(cell.row_span, cell.column_span) > 1 or not _is_dated_list(cell, senses):
        yield row
        return
    for place, item in enumerate(cell.paragraphs):
        own = replace(cell, paragraphs=(item if item.is_numbered else replace(item, marker=None),))
        cells = (*row.cells[:at], own, *row.cells[at + 1 :])
        yield replace(row, cells=cells, after_break=row.after_break and place == 0)


def _is_dated_list(cell: Cell, senses: Senses) -> bool:
    """Is it a list of one level, all of whose items end by saying when?"""
    items = cell.paragraphs
    is_list = len(items) > 1 and all(item.is_item for item in items) and len({item.level for item in items}) == 1
    return is_list and all((told := closing(item, senses)) is not None and told.names(WHEN) for item in items)


def _may_part(column: Column, table: PlanTable) -> bool:
    others = table.roles - {column.role}
    is_only = not others.intersection(_WHEN if column.role in _WHO else _WHO)
    return is_only and (names_both(column.header.text) or len(table.indices(column.role)) == 1)


def _cells(table: PlanTable, index: int) -> Iterator[Cell]:
    cells = (row.cells[index] for section in table.sections for row in section.rows if index < len(row.cells))
    yield from {id(cell): cell for cell in cells if not cell.is_empty}.values()


def _told(cell: Cell, senses: Senses) -> _Told:
    """A cell's paragraphs by what they tell; one that tells both is cut in two, and one that tells neither is a who."""
    who, when = list[Paragraph](), list[Paragraph]()
    for paragraph in cell.paragraphs:
        pair = who_and_when(paragraph, senses)
        if pair:
            who.append(replace(paragraph, passage=pair[0], lead=0))
            when.append(replace(paragraph, passage=pair[1], lead=0))
        elif is_timescale(paragraph.text, senses) and not senses.is_owner(paragraph.text):
            when.append(paragraph)
        else:
            who.append(paragraph)
    return _Told(tuple(who), tuple(when))


def _parted(table: PlanTable, column: Column, told: dict[int, _Told]) -> PlanTable:
    """The table with the column cut in two, the second behind all others."""
    width = max(one.index for one in table.columns) + 1
    confidence = max(column.confidence, _MOST)
    columns = [replace(one, role="owner_officer") if one is column else one for one in table.columns]
    columns.append(Column(width, column.header, "deadline", confidence))
    cells = {id(cell): _halves(cell, width, told[id(cell)]) for cell in _cells(table, column.index)}
    sections = (replace(section, rows=_rows(section.rows, column.index, width, cells)) for section in table.sections)
    notices = tuple(notice for notice in table.notices if notice.passage is not column.header)
    return replace(table, columns=tuple(columns), sections=tuple(sections), notices=notices)


def _halves(cell: Cell, width: int, told: _Told) -> tuple[Cell, Cell]:
    return replace(cell, paragraphs=told.who), replace(cell, column=width, paragraphs=told.when)


def _rows(rows: Sequence[Row], index: int, width: int, cells: dict[int, tuple[Cell, Cell]]) -> tuple[Row, ...]:
    return tuple(_row(row, index, width, cells) for row in rows)


def _row(row: Row, index: int, width: int, cells: dict[int, tuple[Cell, Cell]]) -> Row:
    """The row with one more cell; a merged cell that says more than who and when stays as it is."""
    if len(row.cells) != width:
        return row
    held = row.cells[index]
    is_merged = any(cell is held for n, cell in enumerate(row.cells) if n != index)
    who, when = (held, Cell(held.row, width)) if is_merged else cells.get(id(held), (held, Cell(held.row, width)))
    return replace(row, cells=(*row.cells[:index], who, *row.cells[index + 1 :], when))
