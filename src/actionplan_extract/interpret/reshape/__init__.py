"""Tables that are built otherwise than a column a role and a row an action, made so.

Columns for periods, for themes and for several partners side by side, labelled lines within one column and labelled
rows across the table become ordinary columns and rows, so that all that follows need not know of them.
"""

from __future__ import annotations

from ...model import Grid, Senses
from .below import lift_rows_below
from .inner import part_inner_labels
from .partners import unpivot_partners
from .periods import unpivot_periods
from .themes import unpivot_themes

_CHANGES = (lift_rows_below, unpivot_periods, part_inner_labels, unpivot_partners, unpivot_themes)


def reshape(grid: Grid, senses: Senses) -> Grid:
    """The grid with a column a role, as far as it can be told; most come back as they are."""
    for change in _CHANGES:
        grid = change(grid, senses)
    return grid
