"""Plan parts to typed recommendations and actions, on small tables."""

from __future__ import annotations

from actionplan_extract.model import Paragraph
from actionplan_extract.normalise.plan import block_text
from actionplan_extract.passage import Passage
from actionplan_extract.pipeline import extract_bytes
from actionplan_extract.schema import Action, ActionPlan

from ..readers.pdf_fixtures import Sheet, pdf


def plan_of(*lines: str) -> ActionPlan:
    return extract_bytes("\n".join(lines).encode(), "small.csv").plan


def actions(plan: ActionPlan) -> list[Action]:
    return [action for recommendation in plan.recommendations for action in recommendation.actions]


def codes(plan: ActionPlan) -> set[str]:
    return {finding.code for finding in plan.findings}


def paragraph(text: str, marker: str = "", level: int = 0) -> Paragraph:
    return Paragraph(Passage.of(text), Passage.of(marker) if marker else None, level)


def test_text_has_a_line_a_paragraph_and_marks_items() -> None:
    text = block_text(
        [
            paragraph("We  will:"),
            paragraph("ask\xa0tenants", "•"),
            paragraph("by post", "o", 1),
            paragraph("Leadership", "3."),
        ]
    )
    assert text.text == "We will:\n- ask tenants\n  - by post\n3. Leadership"


def test_an_empty_timescale_is_a_finding_and_no_deadline() -> None:
    plan = plan_of("No,Action,Lead,Timescale", "1,Sweep the square,Street Scene Manager,", "2,Wash it,,May 2025")
    first, second = actions(plan)
    assert (first.deadlines, first.alignment) == ([], "none")
    assert [deadline.text for deadline in second.deadlines] == ["May 2025"]
    assert {"deadline_missing", "owner_missing"} <= codes(plan)


def test_impossible_and_meaningless_timescales_are_findings() -> None:
    plan = plan_of("No,Action,Lead,Timescale", "1,Sweep,Warden,31 June 2025", "2,Wash,Warden,blue and green paint")
    assert [action.deadlines[0].kind for action in actions(plan)] == ["invalid", "unparsed"]
    assert {"deadline_invalid", "deadline_unparsed"} <= codes(plan)


def test_lines_of_an_owner_cell_on_a_page_part_owners() -> None:
    sheet = Sheet().grid((50, 80, 300, 370, 450), (100, 120, 200))
    for x, header, lines in (
        (55, "No", ["1"]),
        (85, "Action", ["Ask the carers what they need"]),
        (305, "Lead", ["Senior", "Officer", "Carers Team"]),
        (375, "Timescale", ["May 2025"]),
    ):
        sheet.text(x, 104, header).lines(x, 124, lines)
    plan = extract_bytes(pdf(sheet), "small.pdf").plan
    (action,) = actions(plan)
    assert [owner.text for owner in action.owners] == ["Senior Officer", "Carers Team"]
    found = [evidence for evidence in action.evidence if evidence.field.startswith("/owners/")]
    assert [evidence.span for evidence in found] == [(57, 71), (72, 83)]


def test_a_vacancy_is_a_finding_and_no_owner() -> None:
    plan = plan_of("No,Action,Lead officer,Timescale", "1,Sweep,TBC,May 2025", "2,Wash,Warden,May 2025")
    assert [[owner.text for owner in action.owners] for action in actions(plan)] == [[], ["Warden"]]
    assert "owner_vacant" in codes(plan)


def test_each_of_several_date_columns_gives_a_deadline_named_by_its_header() -> None:
    plan = plan_of(
        "Action,Owner,Start date,End date", "Dig,Pond Warden,May 2025,June 2026", "Fill,Pond Warden,2027,2028"
    )
    first, _ = actions(plan)
    assert [(d.milestone, d.text) for d in first.deadlines] == [("Start date", "May 2025"), ("End date", "June 2026")]


def test_progress_knows_its_date_from_header_or_note() -> None:
    plan = plan_of(
        "Action,Owner,Due,Progress at 30 September 2024",
        "Dig,Pond Warden,May 2025,Dug",
        "Fill,Pond Warden,May 2026,12 October 2024: half full",
    )
    assert [note.as_of for action in actions(plan) for note in action.progress] == ["2024-09-30", "2024-10-12"]


def test_a_member_column_makes_members() -> None:
    plan = plan_of("Recommendation,Action,Lead Officer,Lead Member,When", "Mend,Paint it,A. Brush,B. Rush,2025")
    assert [(o.text, o.kind) for o in plan.recommendations[0].owners] == [
        ("A. Brush", "officer"),
        ("B. Rush", "member"),
    ]


def test_owners_and_status_of_one_row_stand_on_recommendation_and_action() -> None:
    plan = plan_of("Recommendation,Action,Lead,When,RAG", "Mend it,Paint it,Head of Parks,2025,Amber")
    recommendation = plan.recommendations[0]
    assert recommendation.owners == recommendation.actions[0].owners
    assert recommendation.status is not None
    assert (recommendation.status.rag, recommendation.status.text) == ("amber", "Amber")
    assert {entry.field for entry in recommendation.evidence} == {"/text", "/owners/0", "/status/text"}


def test_a_date_in_prose_counts_only_where_the_contract_says() -> None:
    with_column = plan_of(
        "Action,Owner,Timescale",
        "Meet on 3 May 2024 to agree the plan,Pond Warden,",
        "Dig the pond (June 2025),Pond Warden,",
        "Timescale: by July 2025,Pond Warden,",
    )
    assert [[d.text for d in action.deadlines] for action in actions(with_column)] == [
        [],
        ["June 2025"],
        ["by July 2025"],
    ]
    without_column = plan_of(
        "Action,Owner,Status", "Dig the pond by June 2025.,Pond Warden,Open", "Rest,Pond Warden,Open"
    )
    assert [[d.text for d in action.deadlines] for action in actions(without_column)] == [["by June 2025"], []]


def test_a_row_of_a_log_dates_its_own_deadlines() -> None:
    plan = plan_of(
        "Meeting date,Action,Owner,Deadline",
        "14/03/2024,Ask the mill,Mill Warden,June",
        "12/09/2024,Ask again,Mill Warden,June",
    )
    dated = [action.deadlines[0].model_dump()["earliest"] for action in actions(plan)]
    assert [str(day) for day in dated] == ["2024-06-01", "2025-06-01"]
    messages = [finding.message for finding in plan.findings if finding.code == "deadline_year_inferred"]
    assert messages[1] == "'June' names no year; read against 2024-09-12, its row's own date"


def test_each_dated_line_of_a_progress_cell_is_a_note() -> None:
    plan = plan_of(
        "Action,Owner,Due,Progress",
        'Dig,Pond Warden,May 2025,"14/08/2024 – half dug\n02/10/2024 – all dug\nand filled"',
    )
    (action,) = actions(plan)
    assert [(note.as_of, note.text) for note in action.progress] == [
        ("2024-08-14", "14/08/2024 – half dug"),
        ("2024-10-02", "02/10/2024 – all dug and filled"),
    ]


def test_the_word_that_announces_a_number_is_not_missed() -> None:
    plan = plan_of("Recommendation,Action,Lead,When", "Rec 1: Mend it,Paint it,Pond Warden,2025")
    assert plan.recommendations[0].number == "1"
    assert "text_unplaced" not in codes(plan)


def test_lines_of_an_owner_are_one_where_the_document_has_their_words_on_one_line() -> None:
    sheet = Sheet().text(50, 60, "This plan was agreed with Kent Police in May 2025.")
    sheet.grid((50, 80, 300, 360, 450), (100, 120, 200))
    for x, header, lines in (
        (55, "No", ["1"]),
        (85, "Action", ["Ask the carers what they need"]),
        (305, "Lead", ["HSO / Kent", "Police"]),
        (375, "Timescale", ["May 2025"]),
    ):
        sheet.text(x, 104, header).lines(x, 124, lines)
    (action,) = actions(extract_bytes(pdf(sheet), "small.pdf").plan)
    assert [owner.text for owner in action.owners] == ["HSO", "Kent Police"]


def test_marked_timescales_beside_as_many_marked_actions_are_one_each() -> None:
    plan = plan_of(
        "No,Recommendation,Action,Lead,Timescale",
        '1,Mend the pier.,"a) Buy new planks',
        'b) Hang forty lamps",Harbour Master,"a) Completed',
        'b) May 2025"',
    )
    assert [[deadline.kind for deadline in action.deadlines] for action in actions(plan)] == [["completed"], ["point"]]


def test_a_timescale_a_task_is_one_each_though_the_first_says_complete() -> None:
    plan = plan_of(
        "No,Recommendation,Action,Lead,Timescale",
        '1,Mend the pier.,"Review the planks.',
        'Publish the accounts of the pier.",Harbour Master,"Complete',
        'May 2025"',
    )
    assert [[deadline.kind for deadline in action.deadlines] for action in actions(plan)] == [["completed"], ["point"]]
