"""How a document was read, for a person: format, tables, column roles, stitches, alignment choices."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from .errors import NoPlanFound
from .limits import DEFAULT, Limits
from .model import Column, Document, Grid, PlanParts
from .pipeline import Options, Stages, read_file, run_stages
from .readers import read
from .schema import ActionPlan, Finding
from .tabulate import tabulate

_CELL = 18
_ROWS = 6
_TEXT = 70


def explain(path: str | os.PathLike[str], options: Options | None = None, limits: Limits = DEFAULT) -> str:
    """How the document in a file was read, as text; raises a DocumentError where it cannot be read."""
    data, name = read_file(path, limits), Path(path).name
    try:
        stages = run_stages(data, name, options, limits)
    except NoPlanFound as error:
        document = read(data, name, limits)
        return "\n".join([*_document(document), *_grids(document, tabulate(document)), f"no plan: {error}"])
    return "\n".join(_explain(stages))


def _explain(stages: Stages) -> Iterator[str]:
    plan = stages.extraction.plan
    yield from _document(stages.document)
    yield from _layouts(stages.parts)
    yield from _front(plan)
    used = [index for held in stages.parts.tables for index in held.tables]
    yield from _grids(stages.document, stages.grids, used)
    yield from _columns(stages.parts)
    yield from _alignment(plan)
    yield from _findings(plan.findings)
    yield f"words kept: {stages.extraction.words_kept:.2%}"


def _document(document: Document) -> Iterator[str]:
    pages = f", {document.page_count} pages" if document.page_count else ""
    yield f"format: {document.format} ({document.media_type}){pages}, {len(document.tables)} tables"


def _layouts(parts: PlanParts) -> Iterator[str]:
    fits = ", ".join(f"{name} {score:.2f}" for name, score in parts.scores)
    yield f"layout: {parts.layout} (how well each fits: {fits})"


def _front(plan: ActionPlan) -> Iterator[str]:
    info = plan.document
    yield f"title: {info.title or '(none)'}"
    for council in info.councils:
        yield f"council: {council.name} {council.gss_code or '(no code)'}, named as {council.matched_text!r}"
    if info.review:
        yield f"review: {info.review.kind}, {info.review.body or 'unknown body'}, {info.review.date or 'no date'}"
    if info.reference_date:
        yield f"reference date: {info.reference_date.date} (from: {info.reference_date.source})"


def _grids(document: Document, grids: Sequence[Grid], used: Sequence[int] = ()) -> Iterator[str]:
    told = {table.index: f", told by its {table.basis}" for table in document.tables if table.basis}
    for grid in grids:
        where = f" on page {grid.page}" if grid.page else ""
        remarks = told.get(grid.index, "") + ("" if grid.index in used else ", left out")
        yield f"\ntable {grid.index}{where}: {len(grid.rows)} rows of {grid.width} columns{remarks}"
        for row in grid.rows[:_ROWS]:
            yield "  | " + " | ".join(_short(cell.text, _CELL).ljust(_CELL) for cell in row.cells)
        if len(grid.rows) > _ROWS:
            yield f"  | … {len(grid.rows) - _ROWS} more"


def _columns(parts: PlanParts) -> Iterator[str]:
    for number, held in enumerate(parts.tables):
        yield f"\ncolumns of plan table {number}:"
        yield from (f"  {_column(column)}" for column in held.columns)


def _column(column: Column) -> str:
    why = f"  {column.why}" if column.why else ""
    return f"{column.index}  {_short(column.header.text, 40)!r:42} {column.role:16} {column.confidence:.2f}{why}"


def _alignment(plan: ActionPlan) -> Iterator[str]:
    yield "\nactions and their deadlines:"
    for recommendation in plan.recommendations:
        for action in recommendation.actions:
            scales = "; ".join(_short(deadline.text, 40) for deadline in action.deadlines) or "(none)"
            choice = f"{action.alignment:10} {action.confidence:.2f}"
            yield f"  {action.id}  {choice}  {_short(action.text, _TEXT)}  <- {scales}"


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    if findings:
        yield "\nfindings:"
    for finding in findings:
        places = [entry for entry in finding.evidence if entry.page or entry.path]
        where = f" ({places[0].path or f'page {places[0].page}'})" if places else ""
        yield f"  {finding.severity}: {finding.code}: {finding.message}{where}"


def _short(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
