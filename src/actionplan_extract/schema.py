"""The data contract: what is written for a document, and the JSON Schema made from it.

Every field is always written, null or empty where there is nothing. Version 1.x adds fields and
codes only; a reader ignores what it does not know.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

SCHEMA_VERSION = "1.0"
SCHEMA_ID = "https://actionplan-extract.example/schemas/1.0/action-plan.schema.json"

Severity = Literal["info", "warning", "error"]
OwnerKind = Literal["officer", "member", "team", "partner", "unknown"]
Alignment = Literal["own_cell", "positioned", "paired", "shared", "inferred", "none"]
Precision = Literal["day", "week", "month", "quarter", "season", "half", "year", "financial_year"]
Modality = Literal["in", "by", "from", "until", "about"]
ReviewKind = Literal["corporate_peer_challenge", "peer_review", "inspection", "audit", "strategy", "other"]
StatusValue = Literal["not_started", "in_progress", "complete", "overdue", "cancelled"]
Rag = Literal["red", "amber", "green", "blue", "grey"]
FindingCode = Literal[
    "deadline_missing",
    "deadline_unparsed",
    "deadline_invalid",
    "deadline_year_inferred",
    "deadlines_uneven",
    "column_unmapped",
    "column_ambiguous",
    "row_stitched",
    "row_misfit",
    "owner_missing",
    "owner_vacant",
    "council_not_found",
    "council_ambiguous",
    "text_unplaced",
    "legend_applied",
    "table_skipped",
    "hidden_content",
    "ocr_text",
    "styles_unread",
    "text_recovered",
    "limit_reached",
    "correction_unmatched",
]

Confidence = Annotated[float, Field(ge=0, le=1)]
Edtf = Annotated[str, Field(description="An ISO 8601-2 Extended Date/Time Format string, level 0 or 1")]
Duration = Annotated[str, Field(pattern=r"^P(\d+Y|(\d+Y)?\d+M|(\d+Y)?(\d+M)?(\d+W|(\d+W)?\d+D))$")]


class Model(BaseModel):
    """Base of the contract's types: frozen, strict about names, described by docstrings."""

    model_config = ConfigDict(
        frozen=True,
        extra="ignore",  # a later 1.x may have added fields
        use_attribute_docstrings=True,
        json_schema_serialization_defaults_required=True,  # every field is always written
    )


class Evidence(Model):
    """Where a value stands in the source; one entry a page and piece."""

    field: str
    """JSON pointer, from the object that holds the evidence, to the value ("/text", "/deadlines/0")."""
    page: int | None = Field(None, ge=1)
    """Page, from 1; null where the format has none."""
    bbox: tuple[float, float, float, float] | None = None
    """Box [x0, top, x1, bottom] in points from the top left of the page as displayed."""
    table: int | None = Field(None, ge=0)
    """Table of the document, from 0."""
    row: int | None = Field(None, ge=0)
    """Row of the table, from 0."""
    column: int | None = Field(None, ge=0)
    """Column of the table, from 0."""
    path: str | None = None
    """Structural locator where there is no page ("table[2]/row[5]/cell[3]", counted from 0)."""
    span: tuple[int, int] | None = None
    """Offsets [start, end) in code points of the page's (or document's) verbatim text."""
    colour: str | None = Field(None, pattern=r"^#[0-9a-f]{6}$")
    """Colour "#rrggbb" where a fill or ink is the evidence."""


class Finding(Model):
    """What a reader of the result should know."""

    code: FindingCode
    """What it is about, one of the contract's codes."""
    severity: Severity
    """How much it matters."""
    message: str
    """A sentence for a person."""
    evidence: list[Evidence] = []
    """Where it shows in the source; pointers are from the plan's root."""


class Reading(Model):
    """Another defensible reading of a deadline."""

    earliest: date | None = None
    """First day, inclusive; null where it is open."""
    latest: date | None = None
    """Last day, inclusive; null where it is open."""


class DeadlineBase(Model):
    """What every kind of deadline has."""

    id: str = ""
    """Identifier within the plan ("r01.a02.d01")."""
    text: str
    """The timescale entry, verbatim."""
    span: tuple[int, int] = (0, 0)
    """Offsets [start, end) of `text` in the text that was parsed."""
    milestone: str | None = None
    """What is left of the text once the date and its preposition are out ("Brought to Cabinet")."""
    edtf: Edtf | None = None
    """The dates in EDTF, null where there are none."""
    confidence: Confidence = 1.0
    """0 to 1: 1 where the text leaves no choice."""
    assumptions: list[str] = []
    """Codes of what was assumed (year_inferred, fiscal_quarter, typo_corrected, …)."""
    alternatives: list[Reading] = []
    """Other defensible readings."""


class Dated(DeadlineBase):
    """A deadline that may have dates: inclusive calendar days."""

    earliest: date | None = None
    """First day, inclusive; null where it is open or unknown."""
    latest: date | None = None
    """Last day, inclusive; null where it is open or unknown."""

    @model_validator(mode="after")
    def _in_order(self) -> Dated:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"earliest {self.earliest} is after latest {self.latest}")
        return self


class Point(Dated):
    """A moment or a unit of time: "March 2024", "By September 2024", "Q2 2024/25"."""

    kind: Literal["point"] = "point"
    """Kind of deadline."""
    precision: Precision
    """The unit in which the date is given."""
    modality: Modality = "in"
    """How the date bounds the action."""


class Range(Dated):
    """A stretch of time: "November 2023 - July 2024", "from April 2024 onwards"."""

    kind: Literal["range"] = "range"
    """Kind of deadline."""
    precision: Precision
    """The unit in which the dates are given, the coarser of two."""
    modality: Modality = "in"
    """How the dates bound the action."""


class Recurring(Dated):
    """Again and again: "Quarterly", "every 2 years"."""

    kind: Literal["recurring"] = "recurring"
    """Kind of deadline."""
    recurrence: Duration | None
    """The time between two occasions as an ISO 8601 duration ("P3M")."""


class Ongoing(Dated):
    """Without an end of its own: "Ongoing", "Continuous", "work in progress"."""

    kind: Literal["ongoing"] = "ongoing"
    """Kind of deadline."""


class Completed(Dated):
    """Said to be done: "Complete", "Completed July 2023", "No further action needed"."""

    kind: Literal["completed"] = "completed"
    """Kind of deadline."""


class Relative(Dated):
    """Counted from something: "within 6 months of adoption", "short term"."""

    kind: Literal["relative"] = "relative"
    """Kind of deadline."""
    offset: Duration | None = None
    """How long after the anchor, as an ISO 8601 duration."""
    anchor: str | None = None
    """What it is counted from, verbatim."""


class Event(DeadlineBase):
    """Hangs on something that happens: "Following the May elections"."""

    kind: Literal["event"] = "event"
    """Kind of deadline."""
    event: str
    """What must happen, verbatim."""


class Unscheduled(DeadlineBase):
    """Said to have no date (yet): "TBC", "N/A", "subject to funding"."""

    kind: Literal["unscheduled"] = "unscheduled"
    """Kind of deadline."""
    reason: str
    """Why there is no date."""


class Invalid(DeadlineBase):
    """An impossible date: "31 June 2024". Never moved to another day."""

    kind: Literal["invalid"] = "invalid"
    """Kind of deadline."""
    reason: str
    """What is impossible about it."""


class Unparsed(DeadlineBase):
    """Text that says nothing of time."""

    kind: Literal["unparsed"] = "unparsed"
    """Kind of deadline."""


Deadline = Annotated[
    Point | Range | Recurring | Ongoing | Completed | Relative | Event | Unscheduled | Invalid | Unparsed,
    Field(discriminator="kind"),
]


class Owner(Model):
    """Who answers for an action."""

    text: str
    """Verbatim."""
    role: str | None = None
    """An office ("Director of HR & OD")."""
    name: str | None = None
    """A person's, a team's or a body's name."""
    kind: OwnerKind = "unknown"
    """What sort of owner."""


class Status(Model):
    """How far a thing has got, as the document says it."""

    text: str | None = None
    """Verbatim; null where only a colour says it."""
    value: StatusValue | None = None
    """The stage it stands for."""
    rag: Rag | None = None
    """Its colour rating."""


class Progress(Model):
    """A progress note."""

    text: str
    """The note."""
    as_of: Edtf | None = None
    """The date it speaks of."""


class Extra(Model):
    """A column without a role, verbatim."""

    header: str
    """The column's header."""
    text: str
    """The cell's text."""


class Action(Model):
    """The smallest stretch of the plan that has its own row, deadline or owner."""

    id: str
    """Identifier within the plan ("r01.a02")."""
    number: str | None = None
    """As printed ("1.2", "a")."""
    group: str | None = None
    """The subheading or theme band it stands under."""
    text: str
    """One line a paragraph; list items led by "- " or their printed number, two spaces a level."""
    owners: list[Owner] = []
    """Its own cell's, else its recommendation's."""
    deadlines: list[Deadline] = []
    """Its timescale entries, in order."""
    alignment: Alignment = "none"
    """How the deadlines were matched with it."""
    confidence: Confidence = 1.0
    """0 to 1: 1 where the document leaves no choice."""
    status: Status | None = None
    """How far it has got."""
    progress: list[Progress] = []
    """Progress notes."""
    outcome: str | None = None
    """What it shall bring, or how that is measured."""
    resources: str | None = None
    """What it costs or needs."""
    extra: list[Extra] = []
    """Columns without a role."""
    evidence: list[Evidence] = []
    """Where its values stand in the source."""


class Recommendation(Model):
    """A numbered or titled point that the plan answers."""

    id: str
    """Identifier within the plan ("r01"), in reading order."""
    number: str | None = None
    """As printed, without closing punctuation and without the word."""
    heading: str | None = None
    """A title that stands apart from the text, or a theme above."""
    text: str = ""
    """The recommendation in full, without number and heading."""
    summary: list[str] = []
    """The points of a summary column."""
    owners: list[Owner] = []
    """Those whose cell spans all its actions."""
    actions: list[Action] = []
    """What will be done."""
    status: Status | None = None
    """How far it has got."""
    extra: list[Extra] = []
    """Columns without a role that span all its actions."""
    evidence: list[Evidence] = []
    """Where its values stand in the source."""


class Council(Model):
    """A council as the reference data knows it."""

    name: str
    """Official name."""
    gss_code: str | None = None
    """Government Statistical Service code of its area."""
    type: str | None = None
    """Type of authority ("london_borough")."""
    nation: str | None = None
    """England, Wales, Scotland or Northern Ireland."""
    matched_text: str | None = None
    """The words in the document that named it."""


class Review(Model):
    """What the plan answers."""

    kind: ReviewKind
    """Kind of review."""
    body: str | None = None
    """Who carried it out."""
    date: Edtf | None = None
    """When."""


class ReferenceDate(Model):
    """What year-less and relative deadlines were resolved against."""

    date: date
    """The day."""
    source: Literal["option", "document", "review", "file"]
    """Where it was found: an option, a date printed as the plan's own, the review's, file properties."""


class DocumentInfo(Model):
    """The document a plan was read from."""

    id: str = Field(pattern=r"^[0-9a-f]{16}$")
    """First 16 hex digits of `sha256`."""
    source: str
    """Path relative to the input root (POSIX), or the address as given."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """SHA-256 of the file's bytes."""
    format: str
    """Format it was read as (pdf, csv, …)."""
    media_type: str
    """Media type of the format."""
    page_count: int | None = None
    """Number of pages; null where the format has none."""
    layout: str
    """The layout that read it."""
    title: str | None = None
    """The document's title."""
    councils: list[Council] = []
    """Councils it is of, the plan's own first."""
    council: Council | None = None
    """The first of `councils`."""
    review: Review | None = None
    """What the plan answers."""
    reference_date: ReferenceDate | None = None
    """What year-less and relative deadlines were resolved against."""
    extractor_version: str
    """Version of this software."""


class ActionPlan(Model):
    """One plan: a document's recommendations with their actions, owners and deadlines."""

    schema_version: str = Field(SCHEMA_VERSION, pattern=r"^1\.\d+$")
    """Version of this contract."""
    document: DocumentInfo
    """The document it was read from."""
    recommendations: list[Recommendation] = []
    """In reading order."""
    findings: list[Finding] = []
    """What a reader of the result should know."""


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a written ActionPlan, with `$schema` and `$id`."""
    body = ActionPlan.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, **body}
