"""What a row of each table is; these classes are the tables' one definition, column by column."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from ..schema import (
    Alignment,
    Council,
    Evidence,
    Extra,
    FindingCode,
    Modality,
    Model,
    OwnerKind,
    Precision,
    Progress,
    Rag,
    Reading,
    ReviewKind,
    Severity,
    StatusValue,
)

DeadlineKind = Literal[
    "point",
    "range",
    "recurring",
    "ongoing",
    "completed",
    "relative",
    "event",
    "unscheduled",
    "invalid",
    "unparsed",
]


class DocumentRow(Model):
    """One row a document."""

    document_id: str = Field(title="Document key")
    """Key of the document: the first 16 hex digits of its SHA-256."""
    council: str | None
    """The council the plan is of."""
    gss_code: str | None = Field(title="GSS code")
    """Government Statistical Service code of the council's area."""
    council_type: str | None
    """Type of authority."""
    nation: str | None
    """England, Wales, Scotland or Northern Ireland."""
    councils: list[Council]
    """Every council the plan is of, its own first."""
    title: str | None
    """The document's title."""
    source: str
    """Path relative to the input root, or the address as given."""
    sha256: str = Field(title="SHA-256")
    """SHA-256 of the file's bytes."""
    format: str
    """Format it was read as."""
    media_type: str
    """Media type of the format."""
    page_count: int | None = Field(title="Pages")
    """Number of pages; empty where the format has none."""
    layout: str
    """The layout that read it."""
    review_kind: ReviewKind | None
    """Kind of review the plan answers."""
    review_body: str | None = Field(title="Reviewed by")
    """Who carried the review out."""
    review_date: str | None
    """When the review was, in EDTF."""
    reference_date: date | None
    """What year-less and relative deadlines were resolved against."""
    reference_date_source: str | None
    """Where the reference date was found: option, document, review or file."""
    recommendation_count: int = Field(title="Recommendations")
    """Number of recommendations."""
    action_count: int = Field(title="Actions")
    """Number of actions."""
    deadline_count: int = Field(title="Deadlines")
    """Number of deadlines."""
    finding_count: int = Field(title="Findings")
    """Number of findings."""
    extractor_version: str
    """Version of the software that read it."""


class RecommendationRow(Model):
    """One row a recommendation."""

    recommendation_id: str = Field(title="Recommendation key")
    """Key of the recommendation."""
    document_id: str = Field(title="Document key")
    """Key of the document it stands in."""
    council: str | None
    """The council the plan is of."""
    gss_code: str | None = Field(title="GSS code")
    """Government Statistical Service code of the council's area."""
    number: str | None
    """As printed, without closing punctuation and without the word."""
    heading: str | None
    """A title that stands apart from the text, or a theme above."""
    text: str
    """The recommendation in full, without number and heading."""
    summary: list[str]
    """The points of a summary column."""
    owners_text: str | None = Field(title="Owners")
    """The owners whose cell spans all its actions, verbatim, joined by semicolons."""
    status: StatusValue | None
    """How far it has got."""
    status_text: str | None
    """How far it has got, verbatim."""
    rag: Rag | None = Field(title="RAG")
    """Its colour rating."""
    action_count: int = Field(title="Actions")
    """Number of actions."""
    extra: list[Extra]
    """Columns without a role that span all its actions."""
    page: int | None
    """First page it stands on, from 1."""
    evidence: list[Evidence]
    """Where its values stand in the source."""


class ActionRow(Model):
    """One row an action; reads by itself, without the other tables."""

    action_id: str = Field(title="Action key")
    """Key of the action."""
    council: str | None
    """The council the plan is of."""
    gss_code: str | None = Field(title="GSS code")
    """Government Statistical Service code of the council's area."""
    nation: str | None
    """England, Wales, Scotland or Northern Ireland."""
    document_title: str | None = Field(title="Document")
    """The document's title."""
    recommendation_number: str | None = Field(title="Rec. no.")
    """The recommendation's number as printed."""
    recommendation_heading: str | None
    """The recommendation's heading, or the theme above."""
    recommendation_text: str = Field(title="Recommendation")
    """The recommendation in full."""
    number: str | None = Field(title="Action no.")
    """The action's number as printed."""
    group: str | None
    """The subheading or theme band the action stands under."""
    text: str = Field(title="Action")
    """What will be done, one line a paragraph."""
    owners_text: str | None = Field(title="Owners")
    """Who answers for it, verbatim, joined by semicolons."""
    status: StatusValue | None
    """How far it has got."""
    status_text: str | None
    """How far it has got, verbatim."""
    rag: Rag | None = Field(title="RAG")
    """Its colour rating."""
    deadline_text: str | None = Field(title="Deadline")
    """The first deadline, verbatim."""
    deadline_kind: DeadlineKind | None
    """What sort of deadline the first one is."""
    earliest: date | None
    """First day of the first deadline, inclusive; empty where it is open or unknown."""
    latest: date | None
    """Last day of the first deadline, inclusive; empty where it is open or unknown."""
    precision: Precision | None
    """The unit in which the first deadline's dates are given."""
    modality: Modality | None
    """How the first deadline's dates bound the action."""
    recurrence: str | None
    """The time between two occasions of the first deadline, as an ISO 8601 duration."""
    deadline_count: int = Field(title="Deadlines")
    """Number of deadlines."""
    deadlines_text: str | None = Field(title="All deadlines")
    """All deadlines, verbatim, joined by semicolons."""
    alignment: Alignment
    """How the deadlines were matched with the action."""
    confidence: float
    """0 to 1: 1 where the document leaves no choice."""
    outcome: str | None
    """What it shall bring, or how that is measured."""
    resources: str | None
    """What it costs or needs."""
    progress: list[Progress]
    """Progress notes, with their dates in EDTF."""
    extra: list[Extra]
    """Columns without a role."""
    source: str
    """Path of the document relative to the input root, or the address as given."""
    page: int | None
    """First page the action stands on, from 1."""
    recommendation_id: str = Field(title="Recommendation key")
    """Key of the recommendation it answers."""
    document_id: str = Field(title="Document key")
    """Key of the document it stands in."""
    evidence: list[Evidence]
    """Where its values stand in the source."""


class DeadlineRow(Model):
    """One row a deadline of an action."""

    deadline_id: str = Field(title="Deadline key")
    """Key of the deadline."""
    action_id: str = Field(title="Action key")
    """Key of the action it is set for."""
    recommendation_id: str = Field(title="Recommendation key")
    """Key of the recommendation the action answers."""
    document_id: str = Field(title="Document key")
    """Key of the document it stands in."""
    council: str | None
    """The council the plan is of."""
    gss_code: str | None = Field(title="GSS code")
    """Government Statistical Service code of the council's area."""
    action_text: str = Field(title="Action")
    """What is to be done by then."""
    position: int
    """Place among the action's deadlines, from 1."""
    text: str = Field(title="Deadline")
    """The timescale entry, verbatim."""
    milestone: str | None
    """What is left of the text once the date and its preposition are out."""
    kind: DeadlineKind
    """What sort of deadline it is; it decides which of the columns that follow are filled."""
    earliest: date | None = None
    """First day, inclusive; empty where it is open or unknown."""
    latest: date | None = None
    """Last day, inclusive; empty where it is open or unknown."""
    precision: Precision | None = None
    """The unit in which the dates are given."""
    modality: Modality | None = None
    """How the dates bound the action."""
    recurrence: str | None = None
    """Recurring: the time between two occasions, as an ISO 8601 duration."""
    offset: str | None = None
    """Relative: how long after the anchor, as an ISO 8601 duration."""
    anchor: str | None = None
    """Relative: what it is counted from, verbatim."""
    event: str | None = None
    """Event: what must happen, verbatim."""
    reason: str | None = None
    """Unscheduled and invalid: why there is no date."""
    edtf: str | None = Field(title="EDTF")
    """The dates in the Extended Date/Time Format of ISO 8601-2."""
    confidence: float
    """0 to 1: 1 where the text leaves no choice."""
    assumptions: list[str]
    """Codes of what was assumed."""
    alternatives: list[Reading]
    """Other defensible readings."""


class OwnerRow(Model):
    """One row an owner and action (or recommendation, where it has no actions)."""

    owner_id: str = Field(title="Owner key")
    """Key of the row: the action's and the owner's place in it."""
    action_id: str | None = Field(title="Action key")
    """Key of the action; empty for the owners of a recommendation without actions."""
    recommendation_id: str = Field(title="Recommendation key")
    """Key of the recommendation."""
    document_id: str = Field(title="Document key")
    """Key of the document it stands in."""
    council: str | None
    """The council the plan is of."""
    gss_code: str | None = Field(title="GSS code")
    """Government Statistical Service code of the council's area."""
    text: str = Field(title="Owner")
    """Verbatim."""
    role: str | None
    """An office."""
    name: str | None
    """A person's, a team's or a body's name."""
    kind: OwnerKind
    """What sort of owner."""


class FindingRow(Model):
    """One row a finding."""

    finding_id: str = Field(title="Finding key")
    """Key of the finding."""
    action_id: str | None = Field(title="Action key")
    """Key of the action it is about; empty where it is about none."""
    recommendation_id: str | None = Field(title="Recommendation key")
    """Key of the recommendation it is about; empty where it is about none."""
    document_id: str = Field(title="Document key")
    """Key of the document."""
    council: str | None
    """The council the plan is of."""
    gss_code: str | None = Field(title="GSS code")
    """Government Statistical Service code of the council's area."""
    source: str
    """Path of the document relative to the input root, or the address as given."""
    severity: Severity
    """How much it matters."""
    code: FindingCode
    """What it is about."""
    message: str
    """A sentence for a person."""
    page: int | None
    """First page it shows on, from 1."""
    evidence: list[Evidence]
    """Where it shows in the source; pointers are from the plan's root."""
