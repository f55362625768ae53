"""Grids and text to plan parts: what the columns mean, which rows belong together, which deadline is whose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from ..errors import NoPlanFound
from ..model import Document, Grid, Notice, Paragraph, PlanColumns, PlanParts, Senses
from ..passage import Passage
from ..plugins import modules
from .answers import answer
from .groups import groups
from .layouts.numbered_prose import beside_tables
from .parting import part_columns, part_lists
from .plan_tables import PlanTable


def interpret(document: Document, grids: Sequence[Grid], senses: Senses) -> PlanParts:
    """The plan's parts, read by the layout that fits best; raises NoPlanFound where none does."""
    laid = {module.NAME: module.lay_out(document, grids, senses) for module in modules("interpret.layouts")}
    layout = max(laid, key=lambda name: laid[name].score)
    if laid[layout].score <= 0:
        raise NoPlanFound("no table or text in it says what will be done, by whom or by when")
    found = (*laid[layout].tables, *beside_tables(document, laid[layout].tables, senses))
    tables = [part_lists(part_columns(table, senses), senses) for table in found]
    answers = [answer(group, senses) for table in tables for group in groups(table, senses)]
    return PlanParts(
        layout,
        tuple(a.recommendation for a in answers),
        tuple(PlanColumns(t.columns, t.grids, t.titles, t.paragraphs, t.labelled) for t in tables),
        _front(document, tables[0]),
        (
            *document.notices,
            *_skipped(document, grids, tables),
            *(notice for table in tables for notice in table.notices),
            *(notice for a in answers for notice in a.notices),
        ),
        tuple((name, held.score) for name, held in laid.items()),
    )


def _front(document: Document, table: PlanTable) -> tuple[Paragraph, ...]:
    """The paragraphs before the plan, title rows within its first table among them."""
    starts = {id(paragraph) for paragraph in table.paragraphs}
    starts |= {id(held) for held in document.tables if held.index in table.grids}
    before = takewhile(lambda block: id(block) not in starts, document.blocks)
    outside = tuple(block for block in before if isinstance(block, Paragraph))
    known = {id(block) for block in document.blocks}
    return (*outside, *(p for p in table.sections[0].above if id(p) not in known))


def _skipped(document: Document, grids: Sequence[Grid], tables: Sequence[PlanTable]) -> Iterator[Notice]:
    """A notice of each grid that is no part of the plan; a box that its paragraphs stand in is."""
    taken = {id(paragraph) for table in tables for paragraph in table.paragraphs}
    used = {index for table in tables for index in table.grids}
    used |= {held.index for held in document.tables if any(id(p) in taken for c in held.cells for p in c.paragraphs)}
    for grid in grids:
        if grid.index not in used:
            first = next((cell.passage for row in grid.rows for cell in row.filled), Passage())
            message = f"table {grid.index} is not part of the plan: it does not say what is to be done, by whom or when"
            yield Notice("table_skipped", message, first.collapse()[:80])
