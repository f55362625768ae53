"""Tables whose rows are recommendations or actions, with a header that names the columns."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Document, Grid, Senses
from ..levels import level_rows
from ..plan_tables import plan_tables
from ..rejoin import rejoin
from ..reshape import reshape
from . import Laid

NAME = "rows"
_WITH_HEADER, _WITHOUT = 0.8, 0.6


def lay_out(document: Document, grids: Sequence[Grid], senses: Senses) -> Laid:
    """All plan tables in reading order, rows that a page cut made whole; sure where a header names their columns."""
    shaped = [reshape(grid, senses) for grid in grids]
    tables = tuple(rejoin(level_rows(table, senses), senses) for table in plan_tables(shaped, senses))
    if not tables:
        return Laid()
    return Laid(_WITH_HEADER if any(table.titles for table in tables) else _WITHOUT, tables)
