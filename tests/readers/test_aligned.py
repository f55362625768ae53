"""Plain text whose columns are aligned by spaces, as `pdftotext -layout` writes it."""

from __future__ import annotations

import pytest

from actionplan_extract.model import Document
from actionplan_extract.readers import text

from ..growth import grows_in_step
from .helpers import document_of, misplaced, outline, prose_of, rows_of

HEADER = "Ref   Action                         Lead                By when\n"
WRAPPED = """\
1     Agree the plan for homes with  Head of Homes       May 2024
      everybody who has a hand
      in it.
2     Print it.                      Head of Print       By June
                                     and Post            2024
"""


def plan(content: str) -> Document:
    document = document_of(content, "plan.txt")
    assert misplaced(document) == []
    return document


def tables(content: str) -> list[list[list[str]]]:
    return [rows_of(table) for table in plan(content).tables]


ROWS = [
    ["Ref", "Action", "Lead", "By when"],
    ["1", "Agree the plan for homes with everybody who has a hand in it.", "Head of Homes", "May 2024"],
    ["2", "Print it.", "Head of Print and Post", "By June 2024"],
]


def test_lines_that_wrap_are_put_together_and_keys_begin_rows() -> None:
    assert tables(HEADER + WRAPPED) == [ROWS]


def test_empty_lines_part_rows_without_keys() -> None:
    content = (
        "Action                Lead                By when\n\nAgree it with all     Head of Homes       May 2024\n"
        "who care.\n\nPrint it.             Head of Print       June 2024\n\nSend it.              Head of Post\n"
    )
    assert [row[0] for row in tables(content)[0]] == ["Action", "Agree it with all who care.", "Print it.", "Send it."]


def test_rows_without_keys_or_empty_lines_begin_where_several_cells_do() -> None:
    content = (
        "Action                        Lead              By when       Cost\n"
        "Agree the plan with all who   Head of Homes     May 2024      None\n"
        "have a hand in it.\n"
        "Print the plan and send it    Head of Print     June 2024     £400\n"
        "to every home.\n"
    )
    found = tables(content)[0]
    assert [row[0] for row in found[1:]] == [
        "Agree the plan with all who have a hand in it.",
        "Print the plan and send it to every home.",
    ]


def test_a_key_may_stand_on_the_last_line_of_its_row() -> None:
    content = (
        "Date           Action                       Deadline\n\n               Agree the plan with all\n"
        "11/01/2024     who care.                    May 2024\n\n               Print the plan and\n"
        "08/02/2024     send it.                     June 2024\n"
    )
    assert tables(content)[0][1:] == [
        ["11/01/2024", "Agree the plan with all who care.", "May 2024"],
        ["08/02/2024", "Print the plan and send it.", "June 2024"],
    ]


def test_a_cell_may_come_within_one_blank_of_the_next() -> None:
    content = HEADER + WRAPPED + "3     Send the plan to every member Head of Post and    July 2024\n"
    assert tables(content)[0][3] == ["3", "Send the plan to every member", "Head of Post and", "July 2024"]


def test_columns_may_drift_from_row_to_row() -> None:
    content = HEADER + WRAPPED + "3       Send it.                     Head of Post          July 2024\n"
    assert tables(content)[0][3] == ["3", "Send it.", "Head of Post", "July 2024"]


def test_bullets_and_paragraphs_of_a_cell_stay_apart() -> None:
    content = HEADER + (
        "1     We will:                       Head of Homes       May 2024\n      • ask those who live in them\n"
        "        and those who let them\n      • listen.\n      Then we act.\n"
    )
    cell = plan(content).tables[0].cells[5]
    assert outline(cell.paragraphs) == [
        "We will:",
        "• ask those who live in them and those who let them",
        "• listen.",
        "Then we act.",
    ]


def test_a_dash_that_wraps_alone_below_a_full_line_is_no_bullet() -> None:
    content = (
        "Action                        Lead              By when\n\n"
        "Agree the plan with all who   Head of Homes     September 2024\n"
        "have a hand in it.                              – March 2025\n\n"
        "Print the plan:               Head of Print     June 2024\n"
        "– in blue\n"
    )
    found = tables(content)[0]
    assert (found[1][2], found[2][0]) == ("September 2024 – March 2025", "Print the plan:\nin blue")


def test_a_bullet_far_before_its_text_is_no_column() -> None:
    content = HEADER + WRAPPED + "3     Send it:                       Head of Post        July 2024\n      •   to all"
    assert outline(plan(content).tables[0].cells[13].paragraphs) == ["Send it:", "• to all"]


def test_a_line_across_the_table_is_one_cell() -> None:
    content = HEADER + "Theme one: homes that are warm and dry\n" + WRAPPED
    cell = plan(content).tables[0].cells[4]
    assert (cell.text, cell.column, cell.column_span) == ("Theme one: homes that are warm and dry", 0, 4)


def test_a_line_alone_that_is_too_wide_for_its_column_is_one_cell() -> None:
    band = "Recommendation 1: Make homes better for all our neighbours"
    content = (
        "Action                                               Lead                By when           Outcome\n\n"
        f"{band}\n\n"
        "Publishing\n\n"
        "Agree the plan with all who have a hand in it and    Head of Homes       31 December 2024  All agree\n"
        "with their neighbours.\n\n"
        "Print the plan.                                      Head of Print       31 January 2025   All read it\n"
    )
    assert [cell for cell in tables(content)[0][1] if cell] == [band]


def test_headings_stand_between_tables_with_one_header() -> None:
    document = plan(f"Homes\n\n{HEADER}{WRAPPED}\nRoads\n\n{HEADER}{WRAPPED}\nNotes follow.\n")
    assert [rows_of(table) for table in document.tables] == [ROWS, ROWS]
    assert prose_of(document) == ["Homes", "Roads", "Notes follow."]


def test_a_table_with_other_columns_is_another_table() -> None:
    other = "Meeting             Date      Room\n\nSpring meeting      20 March  Hall\n"
    found = tables(f"{other}\n{HEADER}\n{WRAPPED}")
    assert [table[0] for table in found] == [["Meeting", "Date", "Room"], ROWS[0]]


def test_a_title_behind_a_wider_gap_ends_a_table_of_more_columns() -> None:
    loose = WRAPPED.replace("2     Print", "\n2     Print")
    found = tables(f"{HEADER}\n{loose}\n\nMeetings\n\nMeeting                             Papers\n\n3 June    27 May\n")
    assert found == [ROWS]


def test_prose_around_a_table_is_prose() -> None:
    long = "The council agreed this plan in May, and will look at it again in the autumn of the same year."
    document = plan(f"{long}\n\n{HEADER}{WRAPPED}\n{long}\n")
    assert prose_of(document) == [long, long]
    assert [rows_of(table) for table in document.tables] == [ROWS]


def test_running_heads_and_page_numbers_of_pages_are_furniture() -> None:
    more = "3     Send it.                       Head of Post        July 2024\n"
    rows = enumerate((WRAPPED, more), 1)
    document = plan("\f".join(f"Leeds City Council\n\n{HEADER}{held}\n\nPage {n} of 2\n" for n, held in rows))
    assert [passage.text for passage in document.furniture] == [
        "Leeds City Council",
        "Page 1 of 2",
        "Leeds City Council",
        "Page 2 of 2",
    ]
    assert [len(rows_of(table)) for table in document.tables] == [3, 2]


def test_what_goes_on_below_a_repeated_header_is_a_row_of_its_own() -> None:
    second = "      and then once more.\n3     Send it.                       Head of Post        July 2024\n"
    found = tables(f"{HEADER}{WRAPPED}\f{HEADER}{second}")
    assert found[1][:2] == [ROWS[0], ["and then once more.", ""]]


@pytest.mark.parametrize(
    "content",
    [
        "We agree.  We print.  We send.\nAnd then we stop.\n",
        "Action      Lead\nAgree it    Head of Homes\nPrint it    Head of Print\n",
        "A title\n\n    Indented text\n        and more of it\n",
    ],
)
def test_what_has_fewer_than_three_columns_is_prose(content: str) -> None:
    assert tables(content) == []


@pytest.mark.parametrize("junk", ["a  b  c\n", "a  b  c\n\n", "1  b\n", " x", "a   b   c   d", "1     A          B\f"])
def test_reading_grows_in_step_with_the_text(junk: str) -> None:
    assert grows_in_step(lambda times: text.read((HEADER + WRAPPED + junk * times).encode(), "plan.txt"), 800)
