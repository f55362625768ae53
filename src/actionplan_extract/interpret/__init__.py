"""Grids to plan parts: what the columns mean, which rows belong together, which deadline is whose."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from ..errors import NoPlanFound
from ..model import Document, Grid, Paragraph, PlanColumns, PlanParts, Senses
from ..plugins import modules
from .levels import level_rows
from .plan_tables import PlanTable, plan_tables
from .rejoin import rejoin


def interpret(document: Document, grids: Sequence[Grid], senses: Senses) -> PlanParts:
    """The plan's parts, read by the layout that fits best; raises NoPlanFound where none does."""
    found, skipped = plan_tables(grids, senses)
    tables = [rejoin(level_rows(table, senses), senses) for table in found]
    score, layout = max(
        ((m.score(document, tables), m) for m in modules("interpret.layouts")), key=lambda pair: pair[0]
    )
    if score <= 0:
        raise NoPlanFound("no table or text in it says what will be done, by whom or by when")
    recommendations, notices = layout.read(document, tables, senses)
    return PlanParts(
        layout.NAME,
        recommendations,
        tuple(PlanColumns(table.columns, table.grids, table.titles) for table in tables),
        _front(document, tables),
        (*document.notices, *skipped, *(n for table in tables for n in table.notices), *notices),
    )


def _front(document: Document, tables: Sequence[PlanTable]) -> tuple[Paragraph, ...]:
    """The paragraphs before the first table of the plan, title rows within that table among them."""
    first = tables[0].sections[0] if tables else None
    used = {id(table) for table in document.tables if first and table.index == first.grid}
    before = takewhile(lambda block: id(block) not in used, document.blocks)
    outside = tuple(block for block in before if isinstance(block, Paragraph))
    known = {id(block) for block in document.blocks}
    return (*outside, *(p for p in first.above if id(p) not in known)) if first else outside
