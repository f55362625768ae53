from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from actionplan_extract.schema import (
    Action,
    ActionPlan,
    Completed,
    Deadline,
    DeadlineBase,
    DocumentInfo,
    Event,
    Evidence,
    FindingCode,
    Invalid,
    Ongoing,
    Point,
    Range,
    Reading,
    Recommendation,
    Recurring,
    Relative,
    Unparsed,
    Unscheduled,
    json_schema,
)

SCHEMA_FILE = Path(__file__).parents[1] / "schemas" / "action-plan.schema.json"
CODES = {
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
}
DAYS = {"earliest": date(2024, 3, 1), "latest": date(2024, 3, 31)}
DEADLINES: list[DeadlineBase] = [
    Point(text="March 2024", **DAYS, precision="month", edtf="2024-03"),
    Range(text="1 to 31 March 2024", **DAYS, precision="day", alternatives=[Reading(latest=date(2024, 4, 1))]),
    Recurring(text="Every 2 years", recurrence="P2Y"),
    Ongoing(text="Ongoing since March 2024", earliest=date(2024, 3, 1)),
    Completed(text="Completed March 2024", **DAYS),
    Relative(text="within 6 months of adoption", offset="P6M", anchor="adoption"),
    Event(text="After the May elections", event="the May elections"),
    Unscheduled(text="TBC", reason="to be confirmed"),
    Invalid(text="31 June 2024", reason="June has 30 days"),
    Unparsed(text="See above"),
]
DEADLINE = TypeAdapter[Deadline](Deadline)


@pytest.fixture
def plan() -> ActionPlan:
    document = DocumentInfo(
        id="0" * 16,
        source="plan.csv",
        sha256="0" * 64,
        format="csv",
        media_type="text/csv",
        layout="rows",
        extractor_version="0",
    )
    action = Action(
        id="r01.a01", text="Hold a workshop", deadlines=DEADLINES, evidence=[Evidence(field="/text", page=1)]
    )
    return ActionPlan(document=document, recommendations=[Recommendation(id="r01", actions=[action])])


def definitions(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "ActionPlan", schema
    yield from schema["$defs"].items()


def test_the_schema_file_is_current() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def test_the_schema_is_valid_and_names_itself() -> None:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"].startswith("https://")


def test_every_definition_and_every_field_is_described() -> None:
    for name, definition in definitions(json_schema()):
        assert definition.get("description"), name
        for field, held in definition["properties"].items():
            assert held.get("description"), f"{name}.{field}"


def test_every_field_is_required_for_it_is_always_written() -> None:
    for name, definition in definitions(json_schema()):
        assert definition["required"] == list(definition["properties"]), name


def test_a_written_plan_is_valid_by_the_schema(plan: ActionPlan) -> None:
    Draft202012Validator(json_schema()).validate(json.loads(plan.model_dump_json()))


def test_a_plan_that_breaks_the_schema_is_refused_by_it(plan: ActionPlan) -> None:
    written = json.loads(plan.model_dump_json())
    written["recommendations"][0]["actions"][0]["deadlines"][0]["kind"] = "someday"
    assert not Draft202012Validator(json_schema()).is_valid(written)


def test_a_plan_is_read_as_it_was_written(plan: ActionPlan) -> None:
    assert ActionPlan.model_validate_json(plan.model_dump_json()) == plan


def test_unknown_fields_are_ignored_on_reading(plan: ActionPlan) -> None:
    written = json.loads(plan.model_dump_json())
    written["recommendations"][0]["later"] = written["later"] = 1
    assert ActionPlan.model_validate(written) == plan


@pytest.mark.parametrize("deadline", DEADLINES, ids=lambda deadline: deadline.kind)
def test_every_kind_of_deadline_is_read_as_it_was_written(deadline: DeadlineBase) -> None:
    written = DEADLINE.dump_json(deadline)
    assert DEADLINE.validate_json(written) == deadline
    assert type(DEADLINE.validate_json(written)) is type(deadline)


def test_the_kinds_are_those_of_the_contract() -> None:
    kinds = "point range recurring ongoing completed relative event unscheduled invalid unparsed"
    union, _ = get_args(Deadline)
    assert [kind.model_fields["kind"].default for kind in get_args(union)] == kinds.split()
    assert [deadline.model_dump()["kind"] for deadline in DEADLINES] == kinds.split()


@pytest.mark.parametrize("kind", [Point, Range])
def test_dates_out_of_order_are_refused(kind: type[Point | Range]) -> None:
    with pytest.raises(ValidationError, match="is after"):
        kind(text="", precision="day", earliest=date(2024, 2, 1), latest=date(2024, 1, 1))


@pytest.mark.parametrize("duration", ["P1Y", "P3M", "P2W", "P10D", "P1Y6M", "P1Y2M3W4D", "P1Y1D"])
def test_a_recurrence_is_a_duration_of_whole_units(duration: str) -> None:
    assert Recurring(text="", recurrence=duration).recurrence == duration


@pytest.mark.parametrize("duration", ["3 months", "PT3H", "p3m", "P3M ", "P6M1Y", "P1.5M", "P", ""])
def test_a_recurrence_that_is_no_duration_is_refused(duration: str) -> None:
    with pytest.raises(ValidationError):
        Recurring(text="", recurrence=duration)


def test_the_finding_codes_are_those_of_the_contract() -> None:
    assert set(get_args(FindingCode)) == CODES
