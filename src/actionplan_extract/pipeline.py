"""The way of one document: read, tabulate, interpret, normalise, validate."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

from .errors import NoPlanFound, NotFound, SchemaViolation, TooLarge, Unreadable
from .interpret import interpret
from .limits import DEFAULT, Limits
from .model import Document, Grid, Notice, Paragraph, PlanParts, Senses, Table
from .normalise.colour_legend import find_colour_legend
from .normalise.deadline import DeadlineSettings, parse_deadlines
from .normalise.document import Front, read_front
from .normalise.evidence import evidence
from .normalise.legend import find_legend
from .normalise.owner import begins_as_task, looks_like_owner
from .normalise.plan import Context, normalise_plan
from .normalise.status import looks_like_status
from .passage import Passage, join
from .readers import read
from .schema import ActionPlan, DocumentInfo, Finding
from .sweeping import put_off
from .tabulate import tabulate
from .validate import Conservation, broken_rules, check_conservation

_LOST_SHOWN = 20


@dataclass(frozen=True)
class Options:
    """What a caller may choose.

    `reference_date` is the day year-less and relative deadlines are resolved against (else the
    document's own date); `deadlines` are the conventions of reading timescales.
    """

    reference_date: date | None = None
    deadlines: DeadlineSettings | None = None


@dataclass(frozen=True)
class Extraction:
    """A validated plan; the share of its tables' words that it holds; whether a limit left something unread."""

    plan: ActionPlan
    words_kept: float
    partial: bool


@dataclass(frozen=True)
class Stages:
    """What each stage made of a document, for explaining."""

    document: Document
    grids: tuple[Grid, ...]
    parts: PlanParts
    extraction: Extraction


def extract(path: str | os.PathLike[str], options: Options | None = None, limits: Limits = DEFAULT) -> ActionPlan:
    """The plan in a file, read in this very process; raises a DocumentError.

    For untrusted files use `convert` or the command line, which read each document in a child process; here no limit
    on time and memory holds.
    """
    return extract_bytes(read_file(path, limits), Path(path).name, options, limits).plan


def extract_bytes(data: bytes, source: str, options: Options | None = None, limits: Limits = DEFAULT) -> Extraction:
    """The plan in a document's bytes; `source` is its name as it shall stand in the output."""
    return run_stages(data, source, options, limits).extraction


def read_file(path: str | os.PathLike[str], limits: Limits = DEFAULT) -> bytes:
    """The bytes of a file; raises NotFound, Unreadable or TooLarge."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(limits.size_bytes + 1)
    except FileNotFoundError as error:
        raise NotFound(f"there is no file {os.fspath(path)}") from error
    except OSError as error:
        raise Unreadable(f"cannot read {os.fspath(path)}: {error.strerror or error}") from error
    if len(data) > limits.size_bytes:
        raise TooLarge(f"the file is too large ({limits.said('size_mb')})")
    return data


def run_stages(data: bytes, source: str, options: Options | None = None, limits: Limits = DEFAULT) -> Stages:
    """Every stage's result for a document; raises a DocumentError."""
    with put_off():
        return _run_stages(data, source, options or Options(), limits)


def _run_stages(data: bytes, source: str, options: Options, limits: Limits) -> Stages:
    document = read(data, source, limits)
    grids = tabulate(document)
    parts = _interpreted(document, grids, options)
    front = read_front(document, parts, source, options.reference_date)
    beside = unplanned_tables(document, parts)
    legend = find_legend(unplanned_text(document, parts), beside)
    colours = find_colour_legend(unplanned_text(document, parts), beside)
    reference = front.reference_date.date if front.reference_date else None
    context = Context(document, reference, legend, options.deadlines, colours)
    recommendations = normalise_plan(parts, context)
    findings = [*front.findings, *(_finding(document, notice) for notice in parts.notices), *context.findings]
    plan = ActionPlan(
        document=_document_info(data, source, document, parts, front),
        recommendations=recommendations,
        findings=findings,
    )
    return Stages(document, grids, parts, _validated(document, parts, plan))


def _interpreted(document: Document, grids: tuple[Grid, ...], options: Options) -> PlanParts:
    """The parts of the plan; raises NoPlanFound, with what was left unread, for it may have been there."""
    try:
        return interpret(document, grids, senses(options))
    except NoPlanFound as error:
        unread = (notice.message for notice in document.notices if notice.severity != "info")
        raise NoPlanFound("; ".join([str(error), *unread])) from error


def unplanned_text(document: Document, parts: PlanParts) -> Iterator[Passage]:
    """What stands outside the rows of the plan: paragraphs, other tables, the headers of the plan's columns."""
    unused = {table.index for table in unplanned_tables(document, parts)}
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.passage
        elif block.index in unused:
            rows = groupby(block.cells, key=lambda cell: cell.row)
            yield from (join(" ", [cell.passage.collapse() for cell in cells]) for _, cells in rows)
    yield from (column.header for held in parts.tables for column in held.columns)


def unplanned_tables(document: Document, parts: PlanParts) -> list[Table]:
    """The tables that no row of the plan stands in."""
    used = {index for held in parts.tables for index in held.tables}
    return [block for block in document.blocks if isinstance(block, Table) and block.index not in used]


def senses(options: Options) -> Senses:
    """What interpretation asks of the normalisers; a cell's text is read once."""
    entries = lru_cache(maxsize=4096)(lambda text: parse_deadlines(text, options.reference_date, options.deadlines))
    return Senses(entries, looks_like_owner, looks_like_status, begins_as_task)


def _document_info(data: bytes, source: str, document: Document, parts: PlanParts, front: Front) -> DocumentInfo:
    digest = hashlib.sha256(data).hexdigest()
    return DocumentInfo(
        id=digest[:16],
        source=source,
        sha256=digest,
        format=document.format,
        media_type=document.media_type,
        page_count=document.page_count,
        layout=parts.layout,
        title=front.title,
        councils=front.councils,
        council=front.councils[0] if front.councils else None,
        review=front.review,
        reference_date=front.reference_date,
        extractor_version=version("actionplan-extract"),
    )


def _finding(document: Document, notice: Notice) -> Finding:
    where = evidence(document, "", notice.passage)
    return Finding(code=notice.code, severity=notice.severity, message=notice.message, evidence=where)


def _validated(document: Document, parts: PlanParts, plan: ActionPlan) -> Extraction:
    """The plan with a finding of what was lost; raises SchemaViolation where a rule is broken."""
    broken = broken_rules(plan)
    if broken:
        raise SchemaViolation("; ".join(broken))
    counted = check_conservation(document, parts, plan)
    if counted.lost:
        plan = plan.model_copy(update={"findings": [*plan.findings, _unplaced(counted)]})
    partial = any(finding.code == "limit_reached" for finding in plan.findings)
    return Extraction(plan, counted.words_kept, partial)


def _unplaced(counted: Conservation) -> Finding:
    words = sorted(counted.lost.elements())
    shown = ", ".join(words[:_LOST_SHOWN]) + (", …" if len(words) > _LOST_SHOWN else "")
    message = f"{len(words)} of {counted.words} words of the plan's tables are in no field: {shown}"
    return Finding(code="text_unplaced", severity="warning", message=message)
