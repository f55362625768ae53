"""Who and when that a heading tells of the table below it ("Homes | Lead: Head of Housing | By: May 2025", "May 2025").

The time stands in a column of its own then, one cell beside all rows as if it were merged down, and who leads in a line
below the heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import Cell, Grid, Paragraph, Row, Senses
from ..passage import Passage
from .closing import WHEN, WHO, closing, without
from .contents import is_date
from .headers import header_role

_LEAST = 2  # headings: one that tells but when may be the document's own
_CLEAR = 0.5


@dataclass(frozen=True, slots=True)
class _Told:
    """What the nearest heading above a grid tells, and its text without that; a mere date is all of it."""

    heading: Paragraph
    when: Passage
    who: Passage | None = None
    rest: Paragraph | None = None

    @property
    def above(self) -> tuple[Paragraph, ...]:
        """The heading, with a line below it that says who leads."""
        lead = (Paragraph(WHO.text + ": " + self.who),) if self.who else ()
        return (self.rest or self.heading, *lead)


def headed(grids: Sequence[Grid], at: Sequence[int | None], senses: Senses) -> list[Grid]:
    """The grids with what their headings tell, where these tell both who and when, or several tell when.

    `at` are their header rows. A column of the grid itself goes before what its heading tells.
    """
    told = [_told(grid, senses) if row is not None else None for grid, row in zip(grids, at, strict=True)]
    found = [one for one in told if one]
    if len(found) < _LEAST and not any(one.who for one in found):
        return list(grids)
    return [
        _with_told(grid, row, one) if one and row is not None else grid
        for grid, row, one in zip(grids, at, told, strict=True)
    ]


def _told(grid: Grid, senses: Senses) -> _Told | None:
    """What the heading of a grid tells; None where it does not tell when."""
    heading = next((paragraph for paragraph in reversed(grid.above) if paragraph.heading), None)
    if heading is None:
        return None
    if is_date(heading.text, senses):
        return _Told(heading, heading.passage)
    found = closing(heading, senses)
    values = {label.role[0]: said for label, said in found.values} if found else {}
    if found is None or "deadline" not in values or not found.is_apart or found.start <= found.begin:
        return None
    who = values.get("owner_officer", values.get("owner_member"))
    return _Told(heading, values["deadline"], who, without(heading, found))


def _with_told(grid: Grid, at: int, told: _Told) -> Grid:
    """The grid below a heading without who and when, and with a column for the latter if it has none."""
    above = tuple(one for p in grid.above for one in (told.above if p is told.heading else (p,)))
    grid = replace(grid, above=above)
    if any(role == "deadline" and weight >= _CLEAR for role, weight in (header_role(c.text) for c in grid.rows[at])):
        return grid
    name = Cell(at, grid.width, (Paragraph(WHEN.text),), header=True)
    said = Cell(at + 1, grid.width, (Paragraph(told.when),), row_span=max(1, len(grid.rows) - at - 1))
    rows = tuple(
        _wider(row, said if n > at else name if n == at else None, grid.width) for n, row in enumerate(grid.rows)
    )
    return replace(grid, rows=rows, width=grid.width + 1)


def _wider(row: Row, beside: Cell | None, width: int) -> Row:
    """A row with one more cell; what reaches across the table still does, and a row that lost cells stays as it is."""
    if len(row.cells) < width:
        return row
    is_across = len({id(cell) for cell in row.cells}) == 1
    return replace(row, cells=(*row.cells, row.cells[-1] if is_across or beside is None else beside))
