from __future__ import annotations

import json
from typing import Any

import pytest

from actionplan_extract.expected.differences import differences
from actionplan_extract.schema import ActionPlan

from .plans import EXPECTED, make_deadline, make_plan

ACTION = "/recommendations/0/actions/0"
DEADLINE = f"{ACTION}/deadlines/0"


def parted(expected: dict[str, Any], plan: ActionPlan | None = None) -> dict[str, str]:
    """The messages of the differences by pointer."""
    return {d.pointer: d.message for d in differences(expected, (plan or make_plan()).model_dump(mode="json"))}


def expecting_recommendation(**fields: Any) -> dict[str, Any]:
    return {"recommendations": [{"number": "1", **fields}]}


def expecting_action(**fields: Any) -> dict[str, Any]:
    return expecting_recommendation(actions=[{"text": "Hold two workshops with members.", **fields}])


def expecting_deadline(**fields: Any) -> dict[str, Any]:
    return expecting_action(deadlines=[fields])


def plan_with(**action_fields: Any) -> ActionPlan:
    """The plan with other fields in its only action."""
    plan = make_plan()
    action = plan.recommendations[0].actions[0].model_copy(update=action_fields)
    recommendation = plan.recommendations[0].model_copy(update={"actions": [action]})
    return plan.model_copy(update={"recommendations": [recommendation]})


def test_a_plan_as_expected_has_no_differences() -> None:
    assert parted(json.loads(EXPECTED)) == {}
    assert parted({}) == {}


def test_a_wrong_date_is_said_in_full() -> None:
    plan = make_plan(make_deadline(latest="2024-09-01"))
    assert parted(json.loads(EXPECTED), plan) == {f"{DEADLINE}/latest": "expected 2024-09-30, got 2024-09-01"}


def test_absent_dates_of_a_deadline_mean_null() -> None:
    assert parted(expecting_deadline(kind="point")) == {f"{DEADLINE}/latest": "expected null, got 2024-09-30"}


def test_other_absent_fields_are_not_looked_at() -> None:
    assert parted(expecting_recommendation()) == {}


def test_a_field_that_is_null_is_expected_to_be_null() -> None:
    assert list(parted(expecting_deadline(kind="point", latest="2024-09-30", milestone=None, edtf=None))) == []
    plan = make_plan(make_deadline(milestone="To Cabinet"))
    assert list(parted(expecting_deadline(kind="point", latest="2024-09-30", milestone=None), plan)) == [
        f"{DEADLINE}/milestone"
    ]


def test_another_kind_is_one_difference() -> None:
    found = parted(expecting_deadline(kind="ongoing", text="Ongoing"))
    assert found == {f"{DEADLINE}/kind": "expected ongoing, got point … to 2024-09-30"}


@pytest.mark.parametrize(
    ("accept", "is_right"),
    [
        ([{"kind": "point"}], True),
        ([{"kind": "unscheduled"}], False),
        ([{"kind": "event"}, {"kind": "point"}], True),
        ([{"latest": "2024-09-30"}], False),
        ([], False),
    ],
)
def test_further_readings_of_a_deadline_count_as_right(accept: list[dict[str, str]], is_right: bool) -> None:
    expected = expecting_deadline(kind="range", latest="2024-09-30", accept=accept)
    assert (parted(expected) == {}) is is_right


def test_a_further_reading_of_an_undated_kind_keeps_no_dates() -> None:
    expected = expecting_deadline(kind="range", latest="2024-09-30", accept=[{"kind": "ongoing"}])
    ongoing = {"id": "", "text": "Ongoing", "kind": "ongoing", "earliest": None, "latest": None}
    actual = plan_with().model_dump(mode="json")
    actual["recommendations"][0]["actions"][0]["deadlines"] = [ongoing]
    assert differences(expected, actual) == []


def test_lists_that_are_present_are_complete() -> None:
    assert list(parted({"recommendations": []})) == ["/recommendations"]
    assert list(parted(expecting_recommendation(actions=[]))) == ["/recommendations/0/actions"]
    assert list(parted(expecting_action(deadlines=[]))) == [f"{ACTION}/deadlines"]
    assert list(parted(expecting_recommendation(owners=[]))) == ["/recommendations/0/owners"]
    assert list(parted(expecting_recommendation(summary=["A point"]))) == ["/recommendations/0/summary"]


def test_missing_items_are_named_where_they_are_expected() -> None:
    expected = json.loads(EXPECTED)
    expected["recommendations"].insert(0, {"number": "9", "text": "Sell the depot at once."})
    expected["recommendations"][1]["actions"].append({"text": "Publish minutes."})
    assert parted(expected) == {
        "/recommendations/1/actions/1": 'missing: "Publish minutes."',
        "/recommendations/0": 'missing: "9: Sell the depot at once."',
    }


def test_texts_are_compared_by_letters_and_digits() -> None:
    assert parted(expecting_recommendation(text="agree a SINGLE list\nof priorities")) == {}
    assert list(parted(expecting_recommendation(text="Agree a single list of duties."))) == ["/recommendations/0/text"]


def test_a_long_text_is_shown_where_it_parts() -> None:
    lead = "The working group meets in public and reports to the committee twice in every year. "
    plan = plan_with(text=lead + "It ends in May.")
    expected = expecting_recommendation(actions=[{"text": lead + "It ends in June."}])
    message = parted(expected, plan)[f"{ACTION}/text"]
    assert "June" in message
    assert "May" in message
    assert "working group" not in message


def test_other_paragraphs_are_a_warning() -> None:
    plan = plan_with(text="Hold two workshops\nwith members.")
    (found,) = differences(expecting_action(), plan.model_dump(mode="json"))
    assert (found.pointer, found.severity) == (f"{ACTION}/text", "warning")


def test_further_readings_of_a_field_count_as_right() -> None:
    wrong = {"heading": "Agree a single", "text": "List of priorities"}
    right = {"heading": [None], "text": ["Agree a single list of priorities"]}
    assert parted(expecting_recommendation(**wrong, accept=right)) == {}
    assert len(parted(expecting_recommendation(**wrong, accept={"text": right["text"]}))) == 1
    accept = {"owners": [[{"role": "Chief Executive"}]]}
    assert parted(expecting_action(owners=[{"role": "Mayor"}], accept=accept)) == {}


@pytest.mark.parametrize(
    ("owner", "is_right"),
    [
        ({"role": "chief executive"}, True),
        ({"role": "Chief Executive", "kind": "member"}, False),
        ({"text": "Chief Executive"}, True),
        ({"name": "Chief Executive"}, False),
    ],
)
def test_owners_are_told_by_kind_role_and_name(owner: dict[str, str], is_right: bool) -> None:
    assert (parted(expecting_action(owners=[owner])) == {}) is is_right


def test_owners_in_another_order_are_right() -> None:
    actual = make_plan().model_dump(mode="json")
    first = actual["recommendations"][0]["owners"][0]
    actual["recommendations"][0]["owners"] = [{**first, "role": "Mayor", "kind": "member"}, first]
    expected = expecting_recommendation(owners=[{"role": "Chief Executive"}, {"role": "Mayor"}])
    assert differences(expected, actual) == []


def test_an_action_without_owners_is_expected_to_have_its_recommendations() -> None:
    expected = json.loads(EXPECTED)
    other = make_plan().recommendations[0].owners[0].model_copy(update={"role": "Mayor"})
    assert list(parted(expected, plan_with(owners=[other]))) == [f"{ACTION}/owners/0/role"]
    assert parted(expected, plan_with(owners=[])) == {}


def test_a_wrong_owner_of_a_recommendation_is_said_once() -> None:
    expected = json.loads(EXPECTED)
    expected["recommendations"][0]["owners"][0]["role"] = "Mayor"
    assert list(parted(expected)) == ["/recommendations/0/owners/0/role"]


def test_numbers_are_compared_without_their_word() -> None:
    assert parted({"recommendations": [{"number": "Rec 1.", "text": "Agree a single list of priorities."}]}) == {}


def test_edtf_dates_are_compared_exactly() -> None:
    assert list(parted({"document": {"review": {"date": "2024-02~"}}})) == ["/document/review/date"]


def test_an_object_expected_where_there_is_null_parts_by_field() -> None:
    assert list(parted({"document": {"reference_date": {"source": "option"}}})) == ["/document/reference_date/source"]
    assert list(parted({"document": {"review": None}})) == ["/document/review"]
