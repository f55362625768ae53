"""Tables that are built otherwise than a column a role and a row an action, made so.

Columns for periods, columns for several partners side by side, and labelled lines within one column become ordinary
columns and rows, so that all that follows need not know of them.
"""

from __future__ import annotations

from ...model import Grid, Senses
from .inner import part_inner_labels
from .partners import unpivot_partners
from .periods import unpivot_periods


def reshape(grid: Grid, senses: Senses) -> Grid:
    """The grid with a column a role, as far as it can be told; most come back as they are."""
    for change in (part_inner_labels, unpivot_periods, unpivot_partners):
        grid = change(grid, senses)
    return grid
