"""Which cells' fills say how far a thing has got, and which merely set a column or a row apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model import Cell, Column, Row

_LEAST_COLOURS = 2
_NEXT_BEST = ("progress", "deadline")  # columns that are coloured where no column is for the status


def with_ratings(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns, marked where their cells' fills are ratings.

    Those of a status column are; without one, those of a column without any text, of progress or of
    timescales, if they differ from row to row. Colours of themes and priorities are none.
    """
    rated = {column.index for column in columns if column.role == "status"} or _coloured(columns, rows)
    return tuple(replace(column, rated=column.index in rated) for column in columns)


def _coloured(columns: Sequence[Column], rows: Sequence[Row]) -> set[int]:
    """The column that stands in for a status column, none where none does."""
    blank = [c.index for c in columns if not c.header and all(row.cells[c.index].is_empty for row in rows)]
    wordy = [column.index for role in _NEXT_BEST for column in columns if column.role == role]
    return set([index for index in (*blank, *wordy) if _varies(index, rows)][:1])


def _varies(index: int, rows: Sequence[Row]) -> bool:
    fills = {row.cells[index].fill for row in rows if not is_banded(row.cells[index], row.cells)}
    return len(fills - {None}) >= _LEAST_COLOURS


def is_banded(cell: Cell, row: Sequence[Cell | None]) -> bool:
    """Have most other cells of a row the same fill?"""
    others = [other.fill for other in {id(other): other for other in row if other and other is not cell}.values()]
    return len(others) > 1 and 2 * others.count(cell.fill) > len(others)
