from __future__ import annotations

import pytest

from actionplan_extract.interpret.header_rows import header_row
from actionplan_extract.interpret.plan_tables import PlanTable, plan_tables
from actionplan_extract.model import Grid

from .helpers import SENSES, cell, grid, read_plan, row

HEADER = ["Action", "Lead", "By when", "RAG"]
BUSES = ["Buy buses.", "Head of Fleet", "March 2024", "Green"]
HOMES = ["Insulate homes.", "Head of Housing", "May 2024", "Amber"]
DECOYS = {
    "a glossary": [
        ["Term", "Meaning"],
        ["LGA", "Local Government Association"],
        ["MTFS", "Medium Term Financial Strategy"],
    ],
    "keys side by side": [
        ["Term", "Meaning", "Lead", "Meaning"],
        ["S", "by May 2024", "HFL", "Head of Fleet and all who drive for the council"],
    ],
    "abbreviations": [["LGA", "Local Government Association"], ["MTFS", "Medium Term Financial Strategy"]],
    "a version history": [
        ["Version", "Date", "Author", "Changes"],
        ["0.1", "May 2024", "Head of Policy", "First draft"],
    ],
    "a budget": [["Item", "Budget 2024/25", "Actual", "Variance"], ["Staff", "£100", "£90", "£10"]],
    "indicators": [
        ["Indicator", "Baseline", "Target 2024/25", "Owner"],
        ["Homes built a year", "1", "2", "Head of Housing"],
    ],
    "measures": [
        ["Performance measure", "Target", "Actual", "RAG"],
        ["Share of calls answered in time", "90%", "87%", "Amber"],
    ],
    "meetings": [["Meeting", "Date", "Time", "Venue"], ["Cabinet", "12/03/2024", "6pm", "Town Hall"]],
    "contacts": [["Name", "Role", "Email", "Telephone"], ["A. Example", "Head of Policy", "a@example.org", "01234"]],
    "contents": [["Section", "Page"], ["Introduction", "1"], ["Action plan", "4"]],
    "a key": [["Red", "Not started"], ["Amber", "In progress"], ["Green", "Complete"]],
    "totals": [["Status", "Number"], ["Complete", "5"], ["Overdue", "2"]],
    "boards": [["Board", "Chair", "Frequency"], ["Improvement Board", "Chief Executive", "Monthly"]],
    "risks": [
        ["Risk", "Likelihood", "Impact", "Mitigation", "Owner"],
        ["Money runs out", "High", "High", "Save", "Head of Finance"],
    ],
}


def tables(*grids: Grid) -> list[PlanTable]:
    return list(plan_tables(grids, SENSES))


def first_cells(table: PlanTable) -> list[list[str]]:
    """The first cell of each row, a list a section."""
    return [[row.cells[0].text for row in section.rows] for section in table.sections]


@pytest.mark.parametrize("decoy", DECOYS)
def test_other_tables_are_no_plan(decoy: str) -> None:
    assert tables(grid(*DECOYS[decoy])) == []


def test_other_tables_are_said_to_be_left_out() -> None:
    plan = read_plan(grid(["LGA", "Local Government Association"]), grid(HEADER, BUSES, index=1))
    assert [(notice.code, notice.passage.text) for notice in plan.notices] == [("table_skipped", "LGA")]


@pytest.mark.parametrize("decoy", DECOYS)
def test_other_tables_around_a_plan_stay_out_of_it(decoy: str) -> None:
    (found,) = tables(grid(*DECOYS[decoy], index=0), grid(HEADER, BUSES, index=1), grid(*DECOYS[decoy], index=2))
    assert found.grids == (1,)


def test_a_plan_needs_somebody_or_some_time() -> None:
    assert tables(grid(["Action", "Cost"], ["Buy buses.", "£5m"])) == []
    assert len(tables(grid(["Action", "Lead"], ["Buy buses.", "Head of Fleet"]))) == 1


def test_a_header_that_comes_again_goes_on_with_the_table() -> None:
    (found,) = tables(grid(HEADER, BUSES), grid([title.upper() for title in HEADER], HOMES, index=1))
    assert first_cells(found) == [["Buy buses."], ["Insulate homes."]]
    assert found.grids == (0, 1)


def test_another_header_begins_another_table() -> None:
    assert len(tables(grid(HEADER, BUSES), grid(["Task", "Owner", "Due"], HOMES[:3], index=1))) == 2


@pytest.mark.parametrize("rows", [[HOMES], [HOMES[:3], HOMES], [["", "", "June 2024", ""]]])
def test_rows_without_a_header_go_on_with_the_table_above(rows: list[list[str]]) -> None:
    (found,) = tables(grid(HEADER, BUSES), grid(*rows, index=1))
    assert len(found.sections) == 2
    assert {len(row.cells) for section in found.sections for row in section.rows} == {4}


def test_on_pages_a_table_goes_on_only_at_the_same_width() -> None:
    narrow = grid(["See page 4", "and after"], index=1, page=2)
    (found,) = tables(grid(HEADER, BUSES, page=1), narrow, grid(HOMES, index=2, page=2))
    assert found.grids in ((0,), (0, 2))


def test_a_wider_grid_is_another_table() -> None:
    (found,) = tables(grid(HEADER, BUSES), grid([*HOMES, "x", "y"], index=1))
    assert found.grids == (0,)


def test_each_section_keeps_the_paragraphs_above_it() -> None:
    (found,) = tables(grid(HEADER, BUSES, above="# Roads"), grid(HEADER, HOMES, above="# Homes", index=1))
    assert [[p.text for p in section.above] for section in found.sections] == [["Roads"], ["Homes"]]


def test_title_rows_above_the_header_count_as_paragraphs() -> None:
    title = cell("Our plan for roads", 0, 0, columns=4)
    found = grid([title] * 4, ["", "", "", ""], HEADER, BUSES)
    assert header_row(found, SENSES) == 2
    assert [p.text for p in tables(found)[0].sections[0].above] == ["Our plan for roads"]


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (["Action", "Lead", "By when"], 0),
        (["What we will do", "Who", "When"], 0),
        (["Action", "Our colour", "Our ink"], None),
        (["Action", "Lead", "By when", "East ward", "West ward", "North ward", "South ward"], 0),
        (["Buy buses.", "Head of Fleet", "March 2024"], None),
        (["1", "Agree actions with the lead member.", "Progress"], None),
        (["We will take action on this as soon as we can. Then we report.", "Lead", "By when"], None),
    ],
)
def test_a_header_names_two_roles_or_more(first: list[str], expected: int | None) -> None:
    assert header_row(grid(first, BUSES[:3]), SENSES) == expected


def test_a_table_without_any_header_is_a_plan_by_its_contents() -> None:
    (found,) = tables(
        grid(
            ["1", "Buy buses for all the routes there are.", *BUSES[1:]],
            ["2", "Insulate every home in town.", *HOMES[1:]],
        )
    )
    assert [column.role for column in found.columns] == ["number", "action", "owner_officer", "deadline", "status"]


def test_the_first_row_of_a_section_stands_behind_a_break() -> None:
    (found,) = tables(grid(HEADER, BUSES, row(*HOMES)), grid(HOMES, BUSES, index=1))
    assert [[row.after_break for row in section.rows] for section in found.sections] == [[True, False], [True, False]]


def test_empty_rows_are_left_out() -> None:
    (found,) = tables(grid(HEADER, BUSES, ["", " ", "", ""], HOMES))
    assert first_cells(found) == [["Buy buses.", "Insulate homes."]]


def test_a_title_of_header_words_gives_way_to_the_fuller_row_below() -> None:
    assert header_row(grid(["Recommendation 2", "Train members", "", ""], HEADER, BUSES), SENSES) == 1


SPANNED = cell("Timescale", 0, 3, columns=2)
LEADS = cell("Responsibility", 0, 1, columns=2)
ACTION = cell("Action", 0, 0, rows=2)


@pytest.mark.parametrize(
    ("top", "low"),
    [
        (["Action", "Responsibility", "", "Timescale", ""], ["", "Officer", "Member", "Start", "End"]),
        ([ACTION, LEADS, LEADS, SPANNED, SPANNED], [ACTION, "Officer", "Member", "Start", "End"]),
    ],
    ids=["blank", "merged"],
)
def test_a_header_of_two_rows_names_the_parts_of_its_columns(top: list[str], low: list[str]) -> None:
    (found,) = tables(grid(top, low, ["Buy buses.", "Head of Fleet", "Cllr A. Example", "May 2024", "June 2024"]))
    assert [column.header.text for column in found.columns] == ["Action", "Officer", "Member", "Start", "End"]
    assert [column.role for column in found.columns][1:] == ["owner_officer", "owner_member", "deadline", "deadline"]
    assert first_cells(found) == [["Buy buses."]]


def test_a_row_of_data_is_no_second_header() -> None:
    (found,) = tables(grid(["Action", "Lead", "", "By when"], ["Review", "Lead officer", "Team", "May 2024"]))
    assert first_cells(found) == [["Review"]]


def test_a_row_may_name_groups_of_the_columns_that_the_row_below_names() -> None:
    groups = ["Improvement", "", "Delivery", "", "Monitoring"]
    grouped = grid(groups, ["Ref", "Action", "Lead", "By when", "RAG"], ["1", *BUSES], ["2", *HOMES])
    (table,) = plan_tables([grouped], SENSES)
    assert [column.role for column in table.columns] == ["number", "action", "owner_officer", "deadline", "status"]
    assert [len(section.rows) for section in table.sections] == [2]


def test_a_header_is_found_below_another_table() -> None:
    above = [["Year", "Scope 1", "Scope 2", "Total"], ["2019", "3,212", "1,140", "4,352"]]
    (table,) = plan_tables([grid(*above, HEADER, BUSES, HOMES)], SENSES)
    assert [row.cells[0].text for section in table.sections for row in section.rows] == [BUSES[0], HOMES[0]]


def test_labels_over_data_are_the_header_whatever_the_words_of_most() -> None:
    header = ["Initiative", "Lead", "Pounds", "Pence", "Gone by"]
    rows = [
        ["Buy buses for the night.", "Head of Fleet", "£4,000", "20", "March 2024"],
        ["Mend old ones first.", "Depot Manager", "£50", "5", "Q1 2024"],
    ]
    (table,) = tables(grid(header, *rows))
    assert [column.header.text for column in table.columns] == header
    assert first_cells(table) == [["Buy buses for the night.", "Mend old ones first."]]


def test_a_first_row_of_data_is_no_header() -> None:
    buy, mend = ["Buy buses for the night", "Depot Manager"], ["Mend the old buses first", "Depot Manager"]
    sell = ["Sell what is left over", "Head of Fleet", "£6", "July 2024"]
    (table,) = tables(grid([*buy, "£4", "May 2024"], [*mend, "£5", "June 2024"], sell, above="Action plan"))
    assert len(table.sections[0].rows) == 3


def test_a_second_header_row_names_the_parts_of_some_columns_and_others_anew() -> None:
    low = ["", "", "Officer", "Helpers", "Finish", "Measure"]
    rows = [["Move people", BUSES[0], "Head of Fleet", "Drivers", "March 2024", "9"]]
    upper = ["Objective", "Action", "Who and when", "", "", "Check"]
    spread = cell("Who and when", 0, 2, columns=3)
    aim, action = cell("Objective", rows=2), cell("Action", 0, 1, rows=2)
    merged = [row(aim, action, spread, spread, spread, "Check"), row(aim, action, *low[2:], number=1)]
    for found in (grid(upper, low, *rows), grid(*merged, *rows)):
        (table,) = tables(found)
        assert [column.header.text for column in table.columns] == ["Objective", "Action", *low[2:]]
        assert first_cells(table) == [["Move people"]]
        assert read_plan(found).layout == "rows"
