"""Plans made by hand, with a deadline of every kind and text that means harm."""

from collections.abc import Iterator
from datetime import date

from actionplan_extract.schema import (
    Action,
    ActionPlan,
    Completed,
    Council,
    Deadline,
    DocumentInfo,
    Event,
    Evidence,
    Extra,
    Finding,
    Invalid,
    Ongoing,
    Owner,
    Point,
    Progress,
    Range,
    Reading,
    Recommendation,
    Recurring,
    ReferenceDate,
    Relative,
    Review,
    Status,
    Unparsed,
    Unscheduled,
)

SHA256 = "ab" * 32
MARCH = {"earliest": date(2024, 3, 1), "latest": date(2024, 3, 31)}

EVERY_KIND: list[Deadline] = [
    Point(text="March 2024", edtf="2024-03", precision="month", **MARCH),
    Range(text="from March 2024", edtf="2024-03/..", precision="month", modality="from", earliest=date(2024, 3, 1)),
    Recurring(text="Quarterly", recurrence="P3M"),
    Ongoing(text="Ongoing"),
    Completed(text="Completed March 2024", **MARCH),
    Relative(text="within 6 months of adoption", offset="P6M", anchor="of adoption"),
    Event(text="after the election", event="the election"),
    Unscheduled(text="TBC", reason="to be confirmed"),
    Invalid(text="31 June 2024", reason="June has 30 days", confidence=0.0),
    Unparsed(text="see above", confidence=0.3),
]
assert len({deadline.kind for deadline in EVERY_KIND}) == 10


def make_action(key: str, **fields: object) -> Action:
    deadlines = [
        deadline.model_copy(update={"id": f"{key}.d{number:02}"})
        for number, deadline in enumerate(fields.pop("deadlines", []), start=1)
    ]
    return Action(**{"id": key, "text": "Write the plan", "deadlines": deadlines} | fields)


def make_plan(*recommendations: Recommendation, sha256: str = SHA256, findings: tuple[Finding, ...] = ()) -> ActionPlan:
    ashby = Council(name="Ashby Council", gss_code="E09000099", type="london_borough", nation="England")
    document = DocumentInfo(
        id=sha256[:16],
        source="plans/ashby.pdf",
        sha256=sha256,
        format="pdf",
        media_type="application/pdf",
        page_count=4,
        layout="rows",
        title="Ashby's action plan",
        councils=[ashby],
        council=ashby,
        review=Review(kind="corporate_peer_challenge", body="A body", date="2023-11"),
        reference_date=ReferenceDate(date=date(2023, 12, 1), source="document"),
        extractor_version="0.1.0",
    )
    return ActionPlan(document=document, recommendations=list(recommendations), findings=list(findings))


def full_plan() -> ActionPlan:
    """A plan with a value in every field of the contract that a table shows."""
    chief = Owner(text="Chief Executive", role="Chief Executive", kind="officer")
    first = make_action(
        "r01.a01",
        number="1.1",
        group="People",
        text="Agree a vision\n- with partners",
        owners=[chief, Owner(text="Cllr B. Bee", name="Cllr B. Bee", kind="member")],
        deadlines=EVERY_KIND,
        alignment="own_cell",
        status=Status(text="On track", value="in_progress", rag="green"),
        progress=[Progress(text="Drafted", as_of="2024-01"), Progress(text="Shared")],
        outcome="One vision",
        resources="2 officers",
        extra=[Extra(header="Link", text="Corporate plan")],
        evidence=[Evidence(field="/text", page=2, bbox=(10.0, 20.0, 30.5, 40.0), span=(5, 40), colour="#ff0000")],
    )
    alternative = Point(
        text="by summer", precision="season", modality="by", alternatives=[Reading(latest=date(2024, 8, 31))]
    )
    second = make_action("r01.a02", deadlines=[alternative], alignment="inferred", confidence=0.4)
    answered = Recommendation(
        id="r01",
        number="1",
        heading="Vision",
        text="The council should have a vision.",
        summary=["A vision"],
        owners=[chief],
        actions=[first, second],
        status=Status(rag="amber"),
        extra=[Extra(header="Theme", text="Place")],
        evidence=[Evidence(field="/text", page=1)],
    )
    unanswered = Recommendation(id="r02", text="Answer this.", owners=[chief])
    findings = (
        Finding(
            code="deadline_invalid",
            severity="warning",
            message="June has 30 days",
            evidence=[Evidence(field="/recommendations/0/actions/0/deadlines/8", page=2)],
        ),
        Finding(code="council_ambiguous", severity="info", message="Two councils"),
    )
    return make_plan(answered, unanswered, findings=findings)


def plan_of_text(text: str) -> ActionPlan:
    """A plan of one action with this text."""
    return make_plan(Recommendation(id="r01", actions=[make_action("r01.a01", text=text)]))


class CrashError(Exception):
    """What ends `crashing_plans`."""


def crashing_plans() -> Iterator[ActionPlan]:
    """A plan, and then a crash."""
    yield plan_of_text("new")
    raise CrashError
