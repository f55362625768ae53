from __future__ import annotations

from dataclasses import replace

import pytest

from actionplan_extract.interpret.columns import assign_roles

from .helpers import SENSES, row


def columns(header: list[str], *rows: list[str]) -> list[tuple[str, float]]:
    """The role of each column and how sure it is."""
    cells = row(*header).cells if header else ()
    found, _ = assign_roles(cells, [row(*texts) for texts in rows], SENSES)
    return [(column.role, column.confidence) for column in found]


def roles(header: list[str], *rows: list[str]) -> list[str]:
    return [role for role, _ in columns(header, *rows)]


def notices(header: list[str], *rows: list[str]) -> list[str]:
    _, found = assign_roles(row(*header).cells, [row(*texts) for texts in rows], SENSES)
    return [notice.code for notice in found]


BUSES = ["Buy buses for every route.", "Head of Fleet", "March 2024"]
HOMES = ["Insulate the oldest homes.", "Director of Housing", "Ongoing"]


def test_headers_name_the_roles() -> None:
    assert roles(["Action", "Lead", "By when"], BUSES, HOMES) == ["action", "owner_officer", "deadline"]


@pytest.mark.parametrize("header", ["Zeitplan", "", "Phase", "Our plan", "Target"])
def test_a_column_of_dates_is_the_deadline_whatever_its_name(header: str) -> None:
    assert roles(["Action", "Lead", header], BUSES, HOMES)[2] == "deadline"


@pytest.mark.parametrize(("header", "role"), [("Consultation", "deadline"), ("Date received", "extra")])
def test_dates_between_two_columns_of_timescales_are_a_milestone(header: str, role: str) -> None:
    rows = [
        ["Buy buses for every route.", "March 2024", "April 2024", "May 2024", "Head of Fleet"],
        ["Insulate the oldest homes.", "June 2024", "July 2024", "May 2025", "Director of Housing"],
    ]
    assert roles(["Action", "Draft ready", header, "Adoption", "Lead"], *rows)[1:4] == ["deadline", role, "deadline"]


@pytest.mark.parametrize("header", ["Review date", "Progress", "Status", "Meeting date"])
def test_dates_of_reviews_and_progress_are_no_deadlines(header: str) -> None:
    assert roles(["Action", "Lead", header], BUSES, HOMES)[2] != "deadline"


@pytest.mark.parametrize("header", ["Completed", "Complete?", "Done"])
def test_dates_of_what_is_done_are_deadlines_where_no_others_are(header: str) -> None:
    homes = [*HOMES[:2], "May 2024"]
    assert roles(["Action", "Lead", header], BUSES, homes)[2] == "deadline"
    both = [[*BUSES, "April 2024"], [*homes, "June 2024"]]
    assert roles(["Action", "Lead", "Due", header], *both)[2:] == ["deadline", "status"]
    assert roles(["Action", "Lead", header], [*BUSES[:2], "Yes"], [*HOMES[:2], "No"])[2] == "status"


def test_without_a_header_the_contents_tell() -> None:
    assert roles([], ["1", *BUSES, "Green"], ["2", *HOMES, "On track"]) == [
        "number",
        "action",
        "owner_officer",
        "deadline",
        "status",
    ]


@pytest.mark.parametrize(
    "header", ["Commitment", "Recommendation", "Task", "Improvement", "Theme", "Target", "Unheard of"]
)
def test_the_only_column_that_says_what_is_to_be_done_is_the_action(header: str) -> None:
    assert roles([header, "Lead", "By when"], BUSES, HOMES)[0] == "action"


def test_what_is_measured_is_not_to_be_done_where_nothing_says_by_when() -> None:
    header = ["Indicator", "Baseline", "Target 2024/25", "Owner"]
    assert "action" not in roles(header, ["Homes built each year", "100", "200", "Head of Housing"])


def test_of_two_columns_of_one_name_the_wordier_is_the_action() -> None:
    header = ["Action", "Action", "Lead"]
    rows = [["Buses", "Buy buses for every route in the town.", "Head of Fleet"]]
    assert roles(header, *rows) == ["extra", "action", "owner_officer"]


def test_two_owners_and_two_dates_may_stand_side_by_side() -> None:
    header = ["Action", "Lead officer", "Support officer", "Start date", "End date"]
    assert roles(header, ["Buy buses.", "Head of Fleet", "Head of Roads", "May 2024", "June 2024"])[1:] == [
        "owner_officer",
        "owner_officer",
        "deadline",
        "deadline",
    ]


def test_numbers_under_a_header_that_says_otherwise_are_numbers() -> None:
    assert roles(["", "Action", "By when"], ["1.1", *BUSES[::2]], ["1.2", *HOMES[::2]])[0] == "number"


def test_a_number_column_that_holds_sentences_is_none() -> None:
    header = ["Item", "Owner", "By when"]
    assert roles(header, BUSES, HOMES) == ["action", "owner_officer", "deadline"]


def test_a_heading_column_that_starts_empty_groups_nothing() -> None:
    header = ["Action", "By when", "Issue"]
    assert roles(header, ["Buy buses.", "May 2024", ""], ["Sell vans.", "May 2024", "Late"])[2] == "extra"


def test_a_column_without_a_role_is_kept_and_noted() -> None:
    assert columns(["Action", "By when", "Colour of ink"], ["Buy buses.", "May 2024", "Blue"])[2] == ("extra", 0.0)
    assert notices(["Action", "By when", "Colour of ink"], ["Buy buses.", "May 2024", "Blue"]) == ["column_unmapped"]


def test_an_empty_column_is_not_worth_a_notice() -> None:
    assert notices(["Action", "By when", ""], ["Buy buses.", "May 2024", ""]) == []


def test_a_header_that_speaks_for_two_roles_is_noted() -> None:
    assert notices(["Action", "Progress and update on budget and cost due"], ["Buy buses.", "Bought"]) == [
        "column_ambiguous"
    ]


SAID = "The council should listen to the young people of the town."
DONE = "We will hold a day of ideas in every school and answer each one."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The regulator found that", "So we will"),
        ("Recommendation", "Commitment"),
        ("Panel's recommendation", "Council's commitment"),
        ("What the peers recommended", "What we are doing about it"),
        ("What the team said", "What happens now"),
        ("Scrutiny recommendation", "Detail of implementation"),
        ("Recommendation", "Target"),
        ("Recommendati on", "Respon se"),
        ("Aaa", "Bbb"),
    ],
)
def test_of_two_columns_of_sentences_one_asks_and_the_other_answers(first: str, second: str) -> None:
    header = ["No.", first, second, "Lead officer", "By when"]
    body = ["1", SAID, DONE, "Head of Youth", "May 2024"]
    assert roles(header, body, body, body)[1:3] == ["recommendation", "action"]


def test_a_column_of_notes_with_dates_is_no_second_deadline() -> None:
    header = ["Action", "Lead", "Timetable", "Where are we now?"]
    body = [DONE, "Head of Youth", "May 2024", "14/05/2024: trigger live"]
    assert roles(header, body, [*body[:3], "On hold"])[3] == "progress"


def test_columns_of_mere_dates_are_all_deadlines() -> None:
    header = ["Action", "Lead", "First stage", "Completion"]
    body = [DONE, "Head of Youth", "May 2024", "June 2025"]
    assert roles(header, body, body)[2:] == ["deadline", "deadline"]


def test_a_weak_word_makes_no_owner_of_sentences() -> None:
    header = ["Recommendation", "What the team said", "Action", "Lead", "By when"]
    assert roles(header, [SAID, SAID, DONE, "Head of Youth", "May 2024"])[1] == "summary"


def test_a_header_of_two_meanings_is_what_its_prose_is() -> None:
    text = "Buy twelve buses for the routes that lose most, and try them for a year."
    rows = [["Move people about.", text, "Head of Fleet"], ["House people well.", text, "Head of Housing"]]
    found = roles(["What the peers recommended", "What we will do, and by when", "Lead"], *rows)
    assert found == ["recommendation", "action", "owner_officer"]
    assert roles(["What", "By when", "Lead"], ["Buy buses.", "May 2024", "Head of Fleet"])[1] == "deadline"


def test_a_column_of_nothing_but_statuses_is_the_status_whatever_its_name() -> None:
    header = ["Action", "Lead", "Timescale", "Position"]
    rows = [["Buy ten buses.", "Head of Fleet", "March 2024", said] for said in ("On track", "Complete", "Delayed")]
    assert roles(header, *rows)[3] == "status"
    assert roles([*header, "Status"], *([*row, "Green"] for row in rows))[3:] == ["progress", "status"]


@pytest.mark.parametrize("header", [["Issue", "Agreed resolution"], ["How will we know", "What we have committed to"]])
def test_what_begins_as_tasks_do_is_the_action_whatever_its_name(header: list[str]) -> None:
    tasks = replace(SENSES, is_task=lambda text: text.startswith("Replace"))
    rows = [row("The lift is out of order.", "Replace the motor.", "Head of Estates", "May 2024")]
    found, _ = assign_roles(row(*header, "Lead", "By when").cells, rows, tasks)
    assert [column.role for column in found][1:] == ["action", "owner_officer", "deadline"]


def test_the_first_column_names_projects_where_another_says_what_is_done() -> None:
    header = ["Project", "What we are going to do", "Lead", "By when"]
    assert roles(header, ["New buses", *BUSES], ["Warm homes", *HOMES])[:2] == ["heading", "action"]
    assert roles(["Project", "Lead", "By when"], BUSES, HOMES)[0] == "action"


def test_a_table_without_columns_has_no_roles() -> None:
    assert roles([]) == []


def test_mere_decisions_are_no_names_of_what_is_done() -> None:
    rows = [
        [decision, "Write to the makers of buses", "Head of Fleet", "May 2024"]
        for decision in ("Agreed", "Accept in part.", "Not accepted", "Noted")
    ]
    assert roles(["Response", "Action", "Lead", "By when"], *rows)[0] == "extra"


def test_tasks_below_a_loose_header_are_what_to_do() -> None:
    rows = [
        ["B1", "Buses will be the natural choice for trips.", "Extend the cap on fares", "Head of Fleet", "May 2024"],
        ["B2", "Walking to school will be safe for all.", "Publish a map of paths", "Head of Roads", "June 2024"],
    ]
    header = row("Policy", "What the policy says", "Implementation measure", "Led by", "Programme")
    senses = replace(SENSES, is_task=lambda text: text.startswith(("Extend", "Publish")))
    found, _ = assign_roles(header.cells, [row(*texts) for texts in rows], senses)
    assert [column.role for column in found][1:3] == ["recommendation", "action"]


def test_counted_outcomes_are_what_actions_answer() -> None:
    rows = [
        ["A. People can do more of it online", "May 2024", "Replace the old portal", "Head of Fleet"],
        ["B. No one is left behind by it", "June 2024", "Lend tablets to all", "Head of Roads"],
    ]
    header = ["Outcome", "Target month", "Actions", "Owners"]
    assert roles(header, *rows)[0] == "recommendation"
    plain = [[row[0][3:], *row[1:]] for row in rows]
    assert roles(header, *plain)[0] == "outcome"


@pytest.mark.parametrize("codes", [("25/03", "25/04"), ("24/11-1", "24/11-2")])
def test_coded_references_are_no_dates_though_they_may_be_read_as_some(codes: tuple[str, str]) -> None:
    senses = replace(SENSES, entries=lambda text: SENSES.entries("May 2024" if text in codes else text))
    header = row("Action ref", "Action", "Lead", "By when")
    rows = [row(code, *texts) for code, texts in zip(codes, (BUSES, HOMES), strict=True)]
    found, _ = assign_roles(header.cells, rows, senses)
    assert [column.role for column in found][::3] == ["number", "deadline"]
