"""Plan parts to typed recommendations and actions, each value with its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from ..model import (
    ActionPart,
    Document,
    Labelled,
    OwnerCell,
    Paragraph,
    PlanParts,
    RecommendationPart,
    StatusCell,
    Timescale,
)
from ..passage import Passage, as_passage, join
from ..schema import (
    Action,
    Deadline,
    Evidence,
    Extra,
    Finding,
    FindingCode,
    Owner,
    OwnerKind,
    Progress,
    Recommendation,
    Severity,
    Status,
)
from .colour_legend import ColourLegend
from .deadline import DeadlineSettings, parse_deadlines
from .evidence import colour_evidence, evidence
from .kept_date import as_kept
from .legend import Legend
from .owner import OwnerReading, read_owners
from .printed import Printed
from .status import rating_colour, read_status

_DATED_NOTE = re.compile(r"\s*(?:update\b[^\w]*)?(?P<date>[^:–—\n]{3,30}?)\s*(?::|[–—]|\s-\s)", re.IGNORECASE)
_ROW_DATE = re.compile(r"\b(?:meeting|raised|agreed|added|logged|opened)\b", re.IGNORECASE)
_DEADLINE_CODES: dict[str, tuple[FindingCode, Severity]] = {
    "unparsed": ("deadline_unparsed", "warning"),
    "invalid": ("deadline_invalid", "warning"),
}


@dataclass
class Context:
    """What typing needs beside the parts: the document, the date year-less deadlines hang on, legends, settings.

    `findings` gathers what a reader of the result should know.
    """

    document: Document
    reference_date: date | None = None
    legend: Legend = field(default_factory=Legend)
    settings: DeadlineSettings | None = None
    colours: ColourLegend = field(default_factory=ColourLegend)
    findings: list[Finding] = field(default_factory=list)
    _read: dict[tuple[str, date | None], list[Deadline]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        settings = self.settings or DeadlineSettings()
        self.settings = replace(settings, legend={**self.legend.meanings, **settings.legend})

    @cached_property
    def printed(self) -> Printed:
        """The document's lines."""
        return Printed(self.document)

    def find(self, code: FindingCode, severity: Severity, message: str, found: Iterable[Evidence] = ()) -> None:
        """Note a finding."""
        self.findings.append(Finding(code=code, severity=severity, message=message, evidence=list(found)))

    def deadlines(self, text: str, row_date: date | None = None) -> list[Deadline]:
        """The deadlines of a cell's text; a date of its row's own goes before the document's."""
        known = (text, row_date)
        if known not in self._read:
            self._read[known] = parse_deadlines(text, row_date or self.reference_date, self.settings)
        return self._read[known]


@dataclass(frozen=True)
class _Expected:
    """Which columns the plan's tables have, so that an empty cell can be told from a missing column."""

    deadlines: bool
    owners: bool


def normalise_plan(parts: PlanParts, context: Context) -> list[Recommendation]:
    """The typed recommendations in reading order; findings go to the context."""
    roles = {column.role for held in parts.tables for column in held.columns}
    expected = _Expected("deadline" in roles, bool(roles & {"owner_officer", "owner_member"}))
    found = [
        _recommendation(f"r{number:02}", f"/recommendations/{number - 1}", part, context, expected)
        for number, part in enumerate(parts.recommendations, 1)
    ]
    if any("legend_applied" in d.assumptions for r in found for action in r.actions for d in action.deadlines):
        message = "timescale terms were read by the document's own legend"
        context.find("legend_applied", "info", message, evidence(context.document, "", context.legend.passage))
    if context.colours and any(cells for cells in _status_cells(parts)):
        message = "colours were read by the document's own legend"
        context.find("legend_applied", "info", message, evidence(context.document, "", context.colours.passage))
    return found


def _status_cells(parts: PlanParts) -> Iterator[Sequence[StatusCell]]:
    for part in parts.recommendations:
        yield part.status
        yield from (action.status for action in part.actions)


def _recommendation(
    identifier: str, pointer: str, part: RecommendationPart, context: Context, expected: _Expected
) -> Recommendation:
    text, heading = block_text(part.paragraphs), part.heading.collapse()
    summary = [_item_text(paragraph) for paragraph in part.summary]
    owners = _owners(part.owners, context, pointer)
    status = _status(part.status, context.colours)
    extra = [(label.header, label.passage) for label in (*part.extra, *_vacancies(part.owners, context))]
    found = [
        *evidence(context.document, "/number", part.number),
        *evidence(context.document, "/heading", heading),
        *evidence(context.document, "/text", text),
        *_each(context, "/summary", summary),
        *_each(context, "/owners", [passage for _, passage in owners]),
        *_status_evidence(context, status),
        *_each(context, "/extra", [passage for _, passage in extra]),
    ]
    actions = [
        _action(
            f"{identifier}.a{number:02}", f"{pointer}/actions/{number - 1}", action, owners, status, context, expected
        )
        for number, action in enumerate(part.actions, 1)
    ]
    return Recommendation(
        id=identifier,
        number=part.number.text or None,
        heading=heading.text or None,
        text=text.text,
        summary=[passage.text for passage in summary],
        owners=[owner for owner, _ in owners],
        actions=actions,
        status=status.status if status else None,
        extra=[Extra(header=header, text=lines_text(passage).text) for header, passage in extra],
        evidence=found,
    )


OwnerAt = tuple[Owner, Passage]


@dataclass(frozen=True)
class StatusAt:
    """A status, the cell whose text it is, and the cell and colour that give its rating, if a colour does."""

    status: Status
    said: StatusCell
    shown: tuple[StatusCell, str] | None = None


def _action(
    identifier: str,
    pointer: str,
    part: ActionPart,
    above: Sequence[OwnerAt],
    status_above: StatusAt | None,
    context: Context,
    expected: _Expected,
) -> Action:
    text = block_text(part.paragraphs)
    owners = _owners(part.owners, context, pointer) or above
    row_date = _row_date(part.extra, context)
    deadlines = [
        _deadline(f"{identifier}.d{n:02}", scale, context, row_date) for n, scale in enumerate(part.timescales, 1)
    ]
    status = _status(part.status, context.colours) or status_above
    progress = _notes(part.progress, context)
    extra = [(label.header, label.passage) for label in (*part.extra, *_vacancies(part.owners, context))]
    found = [
        *evidence(context.document, "/number", part.number),
        *evidence(context.document, "/group", part.group),
        *evidence(context.document, "/text", text),
        *_each(context, "/owners", [passage for _, passage in owners]),
        *_each(context, "/deadlines", [passage for _, passage in deadlines]),
        *_status_evidence(context, status),
        *_each(context, "/progress", [passage for _, passage in progress]),
        *evidence(context.document, "/outcome", part.outcome),
        *evidence(context.document, "/resources", part.resources),
        *_each(context, "/extra", [passage for _, passage in extra]),
    ]
    action = Action(
        id=identifier,
        number=part.number.text or None,
        group=part.group.text or None,
        text=text.text,
        owners=[owner for owner, _ in owners],
        deadlines=[deadline for deadline, _ in deadlines],
        alignment=part.alignment,
        confidence=part.confidence,
        status=status.status if status else None,
        progress=[Progress(text=passage.text, as_of=as_of) for as_of, passage in progress],
        outcome=lines_text(part.outcome).text or None,
        resources=lines_text(part.resources).text or None,
        extra=[Extra(header=header, text=lines_text(passage).text) for header, passage in extra],
        evidence=found,
    )
    _find_in_action(action, pointer, context, expected, row_date)
    return action


def _each(context: Context, pointer: str, passages: Sequence[Passage]) -> Iterator[Evidence]:
    for index, passage in enumerate(passages):
        yield from evidence(context.document, f"{pointer}/{index}", passage)


# --- text -------------------------------------------------------------------------------------


def block_text(paragraphs: Iterable[Paragraph]) -> Passage:
    """One line a paragraph; items led by "- " or their printed number, two blanks a level; white space collapsed."""
    return join("\n", (_line(paragraph) for paragraph in paragraphs if paragraph.text.strip() or paragraph.is_numbered))


def _line(paragraph: Paragraph) -> Passage:
    text = paragraph.passage.collapse()
    if not paragraph.is_item:
        return text
    marker = as_passage(paragraph.marker or "") + " " if paragraph.is_numbered else as_passage("- ")
    return as_passage("  " * paragraph.level) + marker + text


def _item_text(paragraph: Paragraph) -> Passage:
    """A point of a summary, its printed number kept."""
    text = paragraph.passage.collapse()
    return as_passage(paragraph.marker or "") + " " + text if paragraph.is_numbered else text


def lines_text(passage: Passage) -> Passage:
    """A cell's text with white space collapsed in each line."""
    return join("\n", (line for part in passage.lines() if (line := part.collapse())))


# --- fields -----------------------------------------------------------------------------------


def _row_date(extra: Sequence[Labelled], context: Context) -> date | None:
    """The date a row of a log gives as its own: when it was agreed or raised."""
    for label in extra:
        if not _ROW_DATE.search(label.header):
            continue
        for deadline in context.deadlines(label.passage.text):
            if deadline.kind == "point" and deadline.precision == "day":
                return deadline.earliest
    return None


def _deadline(identifier: str, scale: Timescale, context: Context, row_date: date | None) -> tuple[Deadline, Passage]:
    """The typed deadline and its words in the cell."""
    entries = context.deadlines(scale.cell.text, row_date)
    deadline = entries[scale.index] if len(entries) > 1 else as_kept(entries[scale.index], scale.cell)
    milestone = deadline.milestone or scale.milestone
    start, end = deadline.span
    return deadline.model_copy(update={"id": identifier, "milestone": milestone}), scale.cell[start:end]


def _owners(cells: Sequence[OwnerCell], context: Context, pointer: str) -> list[OwnerAt]:
    found: list[OwnerAt] = []
    for cell in cells:
        reading = _reading(cell, context)
        found += [(owner, cell.passage[start:end]) for owner, (start, end) in reading.owners]
        if reading.vacant:
            where = evidence(context.document, f"{pointer}/owners", cell.passage)
            told = "is said to be vacant" if reading.owners else "names no owner yet"
            context.find("owner_vacant", "warning", f"{cell.passage.collapse().text!r} {told}", where)
    return found


def _vacancies(cells: Sequence[OwnerCell], context: Context) -> tuple[Labelled, ...]:
    """The owner cells that name nobody (yet), to be kept in words."""
    return tuple(Labelled(cell.header, cell.passage) for cell in cells if not _reading(cell, context).owners)


_HINTS: dict[str, OwnerKind] = {"officer": "officer", "member": "member"}


def _reading(cell: OwnerCell, context: Context) -> OwnerReading:
    return read_owners(context.printed.text(cell.passage), _HINTS.get(cell.hint or ""))


def _status(cells: Sequence[StatusCell], legend: ColourLegend) -> StatusAt | None:
    """The first status that a cell's words or colours give, with the rating of another column where it has none.

    A colour that the document's own legend explains means what that says.
    """
    found = [
        (status, cell) for cell in cells if (status := read_status(cell.passage.text, cell.fill, cell.header, cell.ink))
    ]
    if not found:
        return None
    first, said = found[0]
    rag, rated = next(((status.rag, cell) for status, cell in found if status.rag), (None, said))
    value = first.value or legend.value(rag)
    if legend and not legend.rates:
        rag = None
    if not (first.text or value or rag):
        return None
    colour = rating_colour(rated.passage.text, rag, rated.fill, rated.ink) if rag else None
    return StatusAt(first.model_copy(update={"rag": rag, "value": value}), said, (rated, colour) if colour else None)


def _status_evidence(context: Context, found: StatusAt | None) -> list[Evidence]:
    if found is None:
        return []
    text = evidence(context.document, "/status/text", found.said.passage)
    if found.shown is None:
        return text
    cell, colour = found.shown
    return [*text, *colour_evidence(context.document, "/status/rag", cell.place, cell.passage, colour)]


def _notes(labels: Sequence[Labelled], context: Context) -> list[tuple[str | None, Passage]]:
    """The progress notes of the cells with the dates they speak of; lines that open with a date each begin one."""
    found: list[tuple[str | None, Passage]] = []
    for label in labels:
        for passage in _dated_parts(label.passage, context):
            found.append((_as_of(label.header, passage, context), passage))
    return found


def _dated_parts(passage: Passage, context: Context) -> list[Passage]:
    lines = [line for part in passage.lines() if (line := part.collapse())]
    starts = [n for n, line in enumerate(lines) if _note_date(line.text, context)]
    if len(starts) < 2 or starts[0] != 0:
        return [lines_text(passage)]
    return [join("\n", lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _as_of(header: str, note: Passage, context: Context) -> str | None:
    """The date a progress note speaks of: at its start, or in its column's header."""
    return _note_date(note.text, context) or _point(header, context)


def _note_date(text: str, context: Context) -> str | None:
    opening = _DATED_NOTE.match(text)
    return _point(opening["date"], context) if opening else None


def _point(text: str, context: Context) -> str | None:
    """The EDTF of a date in a text, None where there is none."""
    dated = [d for d in context.deadlines(text) if d.kind == "point"] if any(c.isdigit() for c in text) else []
    return dated[0].edtf if dated else None


# --- findings ---------------------------------------------------------------------------------


def _find_in_action(action: Action, pointer: str, context: Context, expected: _Expected, row_date: date | None) -> None:
    start = action.text.split("\n")[0][:60]
    if expected.deadlines and not action.deadlines:
        context.find("deadline_missing", "info", f"no timescale for {start!r}", [Evidence(field=pointer)])
    if expected.owners and not action.owners:
        context.find("owner_missing", "info", f"no owner for {start!r}", [Evidence(field=pointer)])
    for index, deadline in enumerate(action.deadlines):
        where = [Evidence(field=f"{pointer}/deadlines/{index}")]
        code = _DEADLINE_CODES.get(deadline.kind)
        if code:
            context.find(*code, f"{deadline.text!r} {_why(deadline)}", where)
        if "year_inferred" in deadline.assumptions:
            against = f"{row_date}, its row's own date" if row_date else str(context.reference_date)
            message = f"{deadline.text!r} names no year; read against {against}"
            context.find("deadline_year_inferred", "info", message, where)


def _why(deadline: Deadline) -> str:
    return deadline.reason if deadline.kind == "invalid" else "says nothing of time that could be read"
