from __future__ import annotations

import json

import pytest

from actionplan_extract.expected.located import Json, LocatedJson
from actionplan_extract.expected.shape import expected_faults

from .plans import EXPECTED


def faults(value: Json) -> dict[str, str]:
    return {fault.pointer: fault.message for fault in expected_faults(LocatedJson(json.dumps(value), value))}


def of_deadline(**fields: Json) -> dict[str, str]:
    """Faults of a deadline by field."""
    found = faults({"recommendations": [{"actions": [{"deadlines": [fields]}]}]})
    return {pointer.removeprefix("/recommendations/0/actions/0/deadlines/0"): said for pointer, said in found.items()}


def test_a_sound_file_has_no_faults() -> None:
    assert faults(json.loads(EXPECTED)) == {}
    assert faults({}) == {}


@pytest.mark.parametrize(
    ("value", "pointer", "suggestion"),
    [
        ({"recomendations": []}, "/recomendations", "recommendations"),
        ({"document": {"tittle": "x"}}, "/document/tittle", "title"),
        ({"recommendations": [{"actions": [{"owner": []}]}]}, "/recommendations/0/actions/0/owner", "owners"),
        ({"recommendations": [{"accept": {"txt": []}}]}, "/recommendations/0/accept/txt", "text"),
    ],
)
def test_an_unknown_field_is_named_with_what_may_be_meant(value: Json, pointer: str, suggestion: str) -> None:
    assert list(faults(value)) == [pointer]
    assert f"did you mean {suggestion!r}?" in faults(value)[pointer]


@pytest.mark.parametrize(
    ("value", "pointer"),
    [
        ([], ""),
        ({"document": []}, "/document"),
        ({"recommendations": {}}, "/recommendations"),
        ({"recommendations": [{"number": 1}]}, "/recommendations/0/number"),
        ({"recommendations": [{"text": None}]}, "/recommendations/0/text"),
        ({"recommendations": [{"owners": [{"kind": "boss"}]}]}, "/recommendations/0/owners/0/kind"),
        ({"recommendations": [{"summary": ["a", 1]}]}, "/recommendations/0/summary"),
        ({"recommendations": [{"accept": []}]}, "/recommendations/0/accept"),
        ({"recommendations": [{"accept": {"text": "a"}}]}, "/recommendations/0/accept/text"),
        ({"recommendations": [{"accept": {"text": [1]}}]}, "/recommendations/0/accept/text/0"),
        ({"recommendations": [{"actions": [{"confidence": 2}]}]}, "/recommendations/0/actions/0/confidence"),
        ({"document": {"review": {"date": "2024-13"}}}, "/document/review/date"),
    ],
)
def test_a_value_of_the_wrong_type_is_a_fault(value: Json, pointer: str) -> None:
    assert list(faults(value)) == [pointer]


def test_null_is_right_where_the_contract_allows_it() -> None:
    assert faults({"document": {"council": None}, "recommendations": [{"heading": None, "status": None}]}) == {}


def test_a_deadline_needs_a_known_kind() -> None:
    assert list(of_deadline(text="soon")) == ["/kind"]
    assert list(of_deadline(kind="someday")) == ["/kind"]


def test_a_deadline_has_the_fields_of_its_kind() -> None:
    assert of_deadline(kind="point", precision="month", earliest=None, recurrence=None) == {}
    assert list(of_deadline(kind="ongoing", precision="month")) == ["/precision"]
    assert list(of_deadline(kind="event", latest="2024-01-01")) == ["/latest"]
    assert of_deadline(kind="event", latest=None) == {}


@pytest.mark.parametrize("day", ["2024-02-30", "30/01/2024", "2024-1-1", "March 2024"])
def test_a_date_must_be_real_and_in_iso_form(day: str) -> None:
    assert list(of_deadline(kind="point", latest=day)) == ["/latest"]


@pytest.mark.parametrize("edtf", ["2024-09", "../2024-09-30", "2024-04/..", "2024-22", "2024-03~", None])
def test_real_edtf_is_right(edtf: str | None) -> None:
    assert of_deadline(kind="point", edtf=edtf) == {}


@pytest.mark.parametrize("edtf", ["2024-31", "2024-06-31", "2024-01/2024-00"])
def test_edtf_of_unreal_dates_is_a_fault(edtf: str) -> None:
    assert list(of_deadline(kind="point", edtf=edtf)) == ["/edtf"]


def test_dates_must_be_in_order() -> None:
    assert list(of_deadline(kind="range", earliest="2024-02-01", latest="2024-01-01")) == ["/latest"]


def test_further_readings_of_a_deadline_are_checked() -> None:
    assert of_deadline(kind="point", accept=[{"kind": "ongoing"}, {"latest": "2024-01-01", "earliest": None}]) == {}
    assert list(of_deadline(kind="point", accept=[{"kind": "someday"}])) == ["/accept/0/kind"]
    assert list(of_deadline(kind="point", accept=[{"precision": "day"}])) == ["/accept/0/precision"]
    assert list(of_deadline(kind="point", accept={"kind": "ongoing"})) == ["/accept"]
