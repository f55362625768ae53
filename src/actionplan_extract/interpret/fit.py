"""Rows that lost cells, or have too many: each cell put into the column whose contents it is like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model import Cell, Column, Notice, Row, Senses
from .contents import is_reference, is_timescale

_PROSE_WORDS = 8


def fit_row(row: Row, columns: Sequence[Column], senses: Senses) -> tuple[Row, Notice | None]:
    """The row with one cell a column, and a notice where cells had to be placed."""
    width = len(columns)
    if len(row.cells) == width or not columns:  # no columns: no row of the table told what they are
        return row, None
    cells = _fewer(row.cells, width)
    placed = dict(zip(_places(cells, columns, senses), cells, strict=True))
    number = row.cells[0].row if row.cells else 0
    fitted = tuple(placed.get(column) or Cell(number, column) for column in range(width))
    if len(row.cells) < width:
        return replace(row, cells=fitted), None
    passage = row.cells[-1].passage
    return replace(row, cells=fitted), Notice(
        "row_misfit", "a row has more cells than the table has columns", passage, "warning"
    )


def _fewer(cells: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    """At most `width` cells: empty ones are left out first, then the last ones run together."""
    surplus = len(cells) - width
    kept: list[Cell] = []
    for cell in reversed(cells):
        if surplus > 0 and cell.is_empty:
            surplus -= 1
            continue
        kept.insert(0, cell)
    if len(kept) <= width:
        return tuple(kept)
    rest = tuple(paragraph for cell in kept[width - 1 :] for paragraph in cell.paragraphs)
    return (*kept[: width - 1], replace(kept[width - 1], paragraphs=rest))


def _places(cells: Sequence[Cell], columns: Sequence[Column], senses: Senses) -> tuple[int, ...]:
    """The columns, in order, that the cells are most like; of equals, those that move text least.

    Column by column, for each number of cells placed so far, the best placing is kept.
    """
    nothing = (float("-inf"), 0, ())
    best: list[tuple[float, int, tuple[int, ...]]] = [(0.0, 0, ()), *[nothing] * len(cells)]
    for column in columns:
        for count in range(min(column.index + 1, len(cells)), 0, -1):
            cell, (likeness, moved, places) = cells[count - 1], best[count - 1]
            steps = 0 if cell.is_empty else column.index - (count - 1)
            here = likeness + _likeness(cell, column, senses), moved - steps, (*places, column.index)
            best[count] = max(best[count], here)
    return best[-1][2]


def _likeness(cell: Cell, column: Column, senses: Senses) -> float:
    if cell.is_empty:
        return 0.0
    text = cell.text.strip()
    if column.role == "deadline":
        return 3.0 if is_timescale(text, senses) else -2.0
    if column.role == "number":
        return 3.0 if is_reference(text) else -3.0
    if column.role.startswith("owner"):
        return 2.0 if senses.is_owner(text) else -1.0
    if column.role == "status":
        return 2.0 if senses.is_status(text) else -0.5
    prose = len(text.split()) >= _PROSE_WORDS
    return 1.0 + (column.role == "action") if prose else 0.3
