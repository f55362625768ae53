"""Plain text with two columns aligned by spaces, and where tables of other columns begin."""

from __future__ import annotations

import pytest

from actionplan_extract.model import Document
from actionplan_extract.pipeline import extract_bytes
from actionplan_extract.readers import text

from ..growth import grows_in_step
from .helpers import document_of, misplaced, prose_of, rows_of

PAIRS = """\
Lend more boats to those who ask.        May 2025

Teach people how to turn around in a     Ongoing
lock, and how not to.

Mend the gates.                          TBC
"""


def plan(content: str) -> Document:
    document = document_of(content, "plan.txt")
    assert misplaced(document) == []
    return document


def test_two_columns_that_stand_far_apart_are_a_table() -> None:
    (table,) = plan("Canal plan\n\n" + PAIRS + "\nPrinted on paper.\n").tables
    assert rows_of(table) == [
        ["Lend more boats to those who ask.", "May 2025"],
        ["Teach people how to turn around in a lock, and how not to.", "Ongoing"],
        ["Mend the gates.", "TBC"],
    ]


ITEMS = """\
What we will do               Buy:
                              - boats
                                - red ones

Who                           Head of Leisure

By when                       May 2025
"""


def test_items_further_in_belong_to_the_second_column() -> None:
    (table,) = plan(ITEMS).tables
    assert [row[0] for row in rows_of(table)] == ["What we will do", "Who", "By when"]


@pytest.mark.parametrize(
    "content",
    [
        "Lead:                         Head of Leisure\n" * 4,
        "1.                            Buy boats.\n2.                            Paint them.\n" * 2,
        "Boats    May 2025\nRopes    June 2025\nGates    Ongoing\nLocks    TBC\n",
        PAIRS[:42] + PAIRS[-35:],
    ],
)
def test_labels_lists_and_what_stands_near_or_but_twice_are_prose(content: str) -> None:
    assert not plan(content).tables


@pytest.mark.parametrize("title", ["Meetings\n--------", "Meetings"])
def test_other_columns_below_a_title_are_another_table(title: str) -> None:
    table = "No   Action        Lead              When\n\n1    Buy boats.    Head of Leisure   May 2025\n"
    meetings = f"{'Meeting':28}Date\n\n{'Canal panel':28}12 May 2025\n\n{'Lock panel':28}13 May 2025\n"
    document = plan(f"{table}\n2    Paint them.   Yard              Ongoing\n\n\n{title}\n\n{meetings}")
    assert rows_of(document.tables[0])[-1] == ["2", "Paint them.", "Yard", "Ongoing"]
    assert "Meetings" in prose_of(document)


def test_owners_that_a_narrow_column_wraps_are_told_apart() -> None:
    content = """\
No   Recommendation            Action                         Lead               When
1    Lend more boats to all.   Buy four boats, and paint      Head of Finance    May 2025
                               them.                          Head of Leisure
2    Mend the gates.           Hire divers.                   Director of Law    June 2025
                                                              and Governance
"""
    found = extract_bytes(content.encode(), "plan.txt").plan
    owners = [
        [owner.text for owner in action.owners or each.owners]
        for each in found.recommendations
        for action in each.actions
    ]
    assert [len(held) for held in owners] == [2, 1]


def test_reading_grows_in_step_with_the_text() -> None:
    assert grows_in_step(lambda times: text.read((PAIRS * times).encode(), "plan.txt"), 100)


@pytest.mark.parametrize("junk", ["a" + 30 * " " + "b\n", "a" + 30 * " " + "b\n\nc\n\n", 40 * " " + "b\n", "a\n"])
def test_junk_below_two_columns_costs_no_more(junk: str) -> None:
    assert grows_in_step(lambda times: text.read((PAIRS + junk * times).encode(), "plan.txt"), 400)
