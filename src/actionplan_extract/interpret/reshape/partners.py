"""The same columns once for each of several partners ("The council will", "Lead", "Date", "The board will", …)."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Cell, Grid, Row, Senses
from ..contents import contents
from ..header_rows import header_row
from ..headers import header_role
from .made import grid_of, row_of, titled

_CLEAR = 0.5
_ANSWERS = frozenset(("deadline", "owner_officer", "owner_member"))
_FEWEST = 2  # columns of each


def unpivot_partners(grid: Grid, senses: Senses) -> Grid:
    """The grid with a row for what each partner does; unchanged where its columns do not come again."""
    at = header_row(grid, senses)
    if at is None or len(grid.rows[at].cells) != grid.width:
        return grid
    block = _block(grid, at, senses)
    return _unpivoted(grid, at, block) if block else grid


def _block(grid: Grid, at: int, senses: Senses) -> int:
    """How many columns come twice, at the table's end; 0 where none do.

    They are what is done, which nothing but what stands in them tells or all do alike, and who does it or when.
    """
    roles = [_role(grid, at, column, senses) for column in range(grid.width)]
    for size in range(grid.width // 2, _FEWEST - 1, -1):
        one, two = roles[-2 * size : -size], roles[-size:]
        if one == two and one[0] == "action" and _ANSWERS.intersection(one) and "action" not in roles[: -2 * size]:
            return size
    return 0


def _role(grid: Grid, at: int, column: int, senses: Senses) -> str:
    role, weight = header_role(grid.rows[at].cells[column].text)
    if weight >= _CLEAR:
        return role
    body = contents(_own(grid, at, column), senses)
    return "action" if body.task >= _CLEAR and body.filled > 1 else "extra"


def _own(grid: Grid, at: int, column: int) -> list[Cell]:
    return [row.cells[column] for row in grid.rows[at + 1 :] if column < len(row.cells)]


def _unpivoted(grid: Grid, at: int, size: int) -> Grid:
    keys = grid.width - 2 * size
    header = grid.rows[at]
    first = header.cells[keys : keys + size]
    rows = [row_of((*header.cells[:keys], titled("Action"), *first[1:]), header)]
    for row in grid.rows[at + 1 :]:
        rows += _parts(row, keys, size)
    return grid_of(rows, grid, [cell.passage for cell in header.cells[keys:]])


def _parts(row: Row, keys: int, size: int) -> Sequence[Row]:
    if len(row.cells) != keys + 2 * size:
        return [row]
    parts = (row.cells[keys : keys + size], row.cells[keys + size :])
    told = [part for part in parts if any(not cell.is_empty for cell in part)]
    return [row_of((*row.cells[:keys], *part), row) for part in told]
