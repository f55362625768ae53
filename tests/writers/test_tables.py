import pytest

from actionplan_extract.schema import ActionPlan, Evidence, Finding
from actionplan_extract.writers._tables import TABLES, table

from .plans import EVERY_KIND, SHA256, full_plan, make_plan

DOCUMENT = SHA256[:16]


def rows(name: str, plan: ActionPlan) -> list:
    return list(table(name).rows(plan))


def test_keys_are_unique_and_every_foreign_key_has_its_row():
    plan = full_plan()
    keys = {t.name: [getattr(row, t.primary_key) for row in t.rows(plan)] for t in TABLES}
    assert all(len(set(held)) == len(held) for held in keys.values())
    for t in TABLES:
        for column, other in t.foreign_keys.items():
            assert {getattr(row, column) for row in t.rows(plan)} - {None} <= set(keys[other])


def test_every_column_says_what_it_means():
    assert [c.name for t in TABLES for c in t.columns if not c.description.endswith(".")] == []


@pytest.mark.parametrize("name", [t.name for t in TABLES if t.name != "documents"])
def test_a_plan_without_anything_has_a_row_in_documents_alone(name):
    assert rows(name, make_plan()) == []
    assert len(rows("documents", make_plan())) == 1


def test_document():
    (row,) = rows("documents", full_plan())
    assert (row.council, row.gss_code, row.review_date) == ("Ashby Council", "E09000099", "2023-11")
    assert (row.recommendation_count, row.action_count, row.deadline_count, row.finding_count) == (2, 2, 11, 2)


def test_action_reads_by_itself():
    row = rows("actions", full_plan())[0]
    assert row.action_id == f"{DOCUMENT}.r01.a01"
    assert (row.council, row.recommendation_number, row.recommendation_heading) == ("Ashby Council", "1", "Vision")
    assert row.owners_text == "Chief Executive; Cllr B. Bee"
    assert (row.deadline_text, row.deadline_kind, str(row.latest)) == ("March 2024", "point", "2024-03-31")
    assert row.deadline_count == len(EVERY_KIND)
    assert row.deadlines_text.endswith("31 June 2024; see above")
    assert (row.status, row.status_text, row.rag, row.page) == ("in_progress", "On track", "green", 2)


def test_deadlines_keep_what_their_kind_says():
    held = {row.kind: row for row in rows("deadlines", full_plan())}
    assert len(held) == 10
    assert held["recurring"].recurrence == "P3M"
    assert (held["relative"].offset, held["relative"].anchor) == ("P6M", "of adoption")
    assert held["event"].event == "the election"
    assert held["unscheduled"].reason == "to be confirmed"
    assert held["range"].latest is None
    assert held["ongoing"].precision is None


def test_every_kind_of_deadline_is_a_value_of_the_column():
    kind = next(column for column in table("deadlines").columns if column.name == "kind")
    assert kind.values == tuple(deadline.kind for deadline in EVERY_KIND)


def test_owners_of_a_recommendation_without_actions_are_kept():
    assert [(row.owner_id, row.action_id) for row in rows("owners", full_plan())] == [
        (f"{DOCUMENT}.r01.a01.o01", f"{DOCUMENT}.r01.a01"),
        (f"{DOCUMENT}.r01.a01.o02", f"{DOCUMENT}.r01.a01"),
        (f"{DOCUMENT}.r02.o01", None),
    ]


@pytest.mark.parametrize(
    ("pointer", "recommendation", "action"),
    [
        ("/recommendations/0/actions/1/deadlines/0", f"{DOCUMENT}.r01", f"{DOCUMENT}.r01.a02"),
        ("/recommendations/1/text", f"{DOCUMENT}.r02", None),
        ("/recommendations/10", None, None),
        ("/document/title", None, None),
        ("", None, None),
    ],
)
def test_finding_leads_to_what_it_is_about(pointer, recommendation, action):
    finding = Finding(code="text_unplaced", severity="info", message="…", evidence=[Evidence(field=pointer)])
    (row,) = rows("findings", full_plan().model_copy(update={"findings": [finding]}))
    assert (row.recommendation_id, row.action_id) == (recommendation, action)
