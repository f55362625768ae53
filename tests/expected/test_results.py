from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from actionplan_extract.expected.located import LocatedJson
from actionplan_extract.expected.results import result_faults
from actionplan_extract.schema import json_schema

from .plans import make_plan

ACTION = "/recommendations/0/actions/0"
DEADLINE = f"{ACTION}/deadlines/0"


def action_of(plan: Any) -> Any:
    return plan["recommendations"][0]["actions"][0]


def pointers(plan: Any) -> list[str]:
    return [fault.pointer for fault in result_faults(LocatedJson(json.dumps(plan), plan))]


def test_a_plan_as_written_has_no_faults() -> None:
    assert pointers(make_plan().model_dump(mode="json")) == []


@pytest.mark.parametrize(
    ("spoil", "pointer"),
    [
        (lambda plan: plan.pop("findings"), "/findings"),
        (lambda plan: plan.update(schema_version="2.0"), "/schema_version"),
        (lambda plan: plan["document"].update(id="xyz"), "/document/id"),
        (lambda plan: action_of(plan).pop("text"), f"{ACTION}/text"),
        (lambda plan: action_of(plan).pop("progress"), f"{ACTION}/progress"),
        (lambda plan: action_of(plan).update(confidence="1"), f"{ACTION}/confidence"),
        (lambda plan: action_of(plan)["deadlines"][0].pop("precision"), f"{DEADLINE}/precision"),
        (lambda plan: action_of(plan)["deadlines"][0].pop("milestone"), f"{DEADLINE}/milestone"),
        (lambda plan: action_of(plan)["deadlines"][0].update(latest="2024-02-30"), f"{DEADLINE}/latest"),
        (lambda plan: action_of(plan)["deadlines"][0].update(kind="someday"), DEADLINE),
        (lambda plan: action_of(plan)["deadlines"][0].update(earliest="2030-01-01"), DEADLINE),
        (lambda plan: action_of(plan).update(id="r07.a01"), ""),
    ],
)
def test_what_breaks_the_contract_is_named_by_its_pointer(spoil: Callable[[Any], None], pointer: str) -> None:
    plan = make_plan().model_dump(mode="json")
    spoil(plan)
    assert pointers(plan) == [pointer]


def test_unknown_fields_are_a_later_versions_business() -> None:
    plan = {**make_plan().model_dump(mode="json"), "new": 1}
    assert pointers(plan) == []


def test_what_has_no_faults_is_valid_by_the_json_schema_too() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator(json_schema()).validate(make_plan().model_dump(mode="json"))
