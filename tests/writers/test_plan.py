import json

import pytest

from actionplan_extract.errors import NotFound, SchemaViolation, Unreadable
from actionplan_extract.writers import plan_to_json, read_plan, write_plan

from .plans import full_plan, make_plan, plan_of_text


def test_round_trip(tmp_path):
    assert read_plan(write_plan(full_plan(), tmp_path / "a.pdf.json")) == full_plan()


def test_same_plan_same_bytes():
    assert plan_to_json(full_plan()) == plan_to_json(full_plan())


def test_every_field_is_written():
    document = json.loads(plan_to_json(make_plan()))["document"]
    assert document["title"] == "Ashby's action plan"
    action = json.loads(plan_to_json(plan_of_text("Do it")))["recommendations"][0]["actions"][0]
    assert action["status"] is None
    assert action["owners"] == []


def test_letters_stay_letters():
    assert "Cyngor Môn – “ŵ” 🏛".encode() in plan_to_json(plan_of_text("Cyngor Môn – “ŵ” 🏛"))


def test_text_that_is_no_unicode_is_refused():
    with pytest.raises(SchemaViolation, match=r"ashby\.pdf"):
        plan_to_json(plan_of_text("half a pair: \ud83c"))


def test_a_later_version_may_have_more_fields(tmp_path):
    later = json.loads(plan_to_json(full_plan())) | {"schema_version": "1.7", "weather": "fine"}
    (tmp_path / "later.json").write_text(json.dumps(later))
    assert read_plan(tmp_path / "later.json").document == full_plan().document


@pytest.mark.parametrize("content", ["", "[]", "{", '{"schema_version": "2.0"}', "\ufeff{}"])
def test_what_is_no_plan_is_named(tmp_path, content):
    (tmp_path / "bad.json").write_text(content)
    with pytest.raises(SchemaViolation, match=r"bad\.json holds no action plan"):
        read_plan(tmp_path / "bad.json")


def test_missing_and_unreadable(tmp_path):
    with pytest.raises(NotFound, match=r"none\.json"):
        read_plan(tmp_path / "none.json")
    with pytest.raises(Unreadable):
        read_plan(tmp_path)
