"""One layout a module: how a plan is laid out in tables and text; the one with the best score reads it.

A layout module has `NAME` and `lay_out(document, grids, senses) -> Laid`: the plan's tables, and how surely it is
laid out so. What stands in cards, behind labels or in lists is put into rows under the labels, so that all that
follows (which rows are one recommendation, which deadline is whose) is the same for every layout.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..plan_tables import PlanTable


@dataclass(frozen=True, slots=True)
class Laid:
    """The plan's tables as a layout finds them, and how surely they are the plan (0: there is none; 1: surely)."""

    score: float = 0.0
    tables: tuple[PlanTable, ...] = ()
