"""Who and when that a heading tells of the table below it ("Homes | Lead: Head of Housing | By: May 2025", "May 2025").

What a heading tells stands in columns of its own then, one cell beside all rows, as if it were merged down.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Cell, Grid, Paragraph, Row, Senses
from ..passage import Passage
from .closing import WHEN, closing, without
from .contents import is_date
from .headers import header_role

_ANSWERS = frozenset(("deadline", "owner_officer", "owner_member"))
_LEAST = 2  # headings: one that tells but when may be the document's own
_CLEAR = 0.5


@dataclass(frozen=True, slots=True)
class _Told:
    """What the nearest heading above a grid tells beyond its columns, label and text by role, and the rest of it.

    `is_whole`: it tells both who and when.
    """

    heading: Paragraph
    values: Mapping[str, tuple[Passage, Passage]]
    rest: Paragraph
    is_whole: bool


def headed(grids: Sequence[Grid], at: Sequence[int | None], senses: Senses) -> list[Grid]:
    """The grids, with columns for what their headings tell and they themselves do not; `at` are their header rows."""
    told = [_told(grid, row, senses) if row is not None else None for grid, row in zip(grids, at, strict=True)]
    found = [one for one in told if one]
    if len(found) < _LEAST and not any(one.is_whole for one in found):
        return list(grids)
    return [
        _with_columns(grid, row, one) if one and row is not None else grid
        for grid, row, one in zip(grids, at, told, strict=True)
    ]


def _told(grid: Grid, at: int, senses: Senses) -> _Told | None:
    """What the heading of a grid tells that none of its columns does; a mere date is the whole heading."""
    heading = next((paragraph for paragraph in reversed(grid.above) if paragraph.heading), None)
    if heading is None:
        return None
    if is_date(heading.text, senses):
        values, rest = {"deadline": (WHEN.text, heading.passage)}, heading
    else:
        found = closing(heading, senses)
        is_titled = found is not None and found.start > found.begin and found.is_apart
        values = {label.role[0]: (label.text, said) for label, said in found.values} if found and is_titled else {}
        rest = without(heading, found)
    named = {role for cell in grid.rows[at].filled for role, weight in [header_role(cell.text)] if weight >= _CLEAR}
    answers = values.keys() & _ANSWERS
    values = {role: values[role] for role in values if role in answers - named}
    return _Told(heading, values, rest, "deadline" in answers and len(answers) > 1) if values else None


def _with_columns(grid: Grid, at: int, told: _Told) -> Grid:
    """The grid with a column for each thing told, below a header cell that says what it is."""
    columns = list(enumerate(told.values.values(), grid.width))
    names = tuple(Cell(at, column, (Paragraph(label),), header=True) for column, (label, _) in columns)
    said = tuple(
        Cell(at + 1, column, (Paragraph(value),), row_span=len(grid.rows) - at - 1) for column, (_, value) in columns
    )
    rows = tuple(_wider(row, n, at, names, said, grid.width) for n, row in enumerate(grid.rows))
    above = tuple(told.rest if paragraph is told.heading else paragraph for paragraph in grid.above)
    return replace(grid, rows=rows, width=grid.width + len(columns), above=above)


def _wider(row: Row, n: int, at: int, names: tuple[Cell, ...], said: tuple[Cell, ...], width: int) -> Row:
    """A row with the new cells; what reaches across the table still does, and a row that lost cells stays as it is."""
    if len(row.cells) < width:
        return row
    is_across = len({id(cell) for cell in row.cells}) == 1
    beside = row.cells[-1:] * len(names) if is_across or n < at else names if n == at else said
    return replace(row, cells=(*row.cells, *beside))
