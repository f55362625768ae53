from __future__ import annotations

import pytest

from actionplan_extract.interpret.numbering import cell_number, leading_number, title_number
from actionplan_extract.passage import Passage

from .helpers import paragraphs, text_of


def leading(text: str, *, bare: bool = False) -> tuple[str, str]:
    """The number and the text without it."""
    number, rest = leading_number(paragraphs(text), bare=bare)
    return str(number), text_of(rest)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", "1"),
        ("3.", "3"),
        ("Recommendation 3:", "3"),
        ("Recommendation No. 3", "3"),
        ("Rec. 5", "5"),
        ("Key Recommendation 2", "2"),
        ("Ref: 12", "12"),
        ("Item 5", "5"),
        ("R1", "R1"),
        ("R 12", "R 12"),
        ("9a", "9a"),
        ("1a)", "1a"),
        ("(ii)", "ii"),
        ("b", "b"),
        ("1.2.3", "1.2.3"),
        ("CN-08-21", "CN-08-21"),
        ("AG/12", "AG/12"),
        ("1 & 2", "1 & 2"),
        ("12 and\n13", "12 and 13"),
        ("Recommendation One", "Recommendation One"),
    ],
)
def test_a_number_cell_gives_its_number_without_words_and_stops(text: str, number: str) -> None:
    assert str(cell_number(Passage.of(text))) == number


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("Recommendation 3: Improve the plan", "3", "Improve the plan"),
        ("Recommendation 3 – Improve the plan", "3", "Improve the plan"),
        ("Recommendation 3\nImprove the plan", "3", "Improve the plan"),
        ("Recommendation 12a Improve", "12a", "Improve"),
        ("Action 7: agree", "7", "agree"),
        ("R1. Improve", "R1", "Improve"),
        ("R1: Improve", "R1", "Improve"),
        ("CN-08-21: Improve", "CN-08-21", "Improve"),
        ("3. Improve", "3", "Improve"),
        ("3) Improve", "3", "Improve"),
        ("(3) Improve", "3", "Improve"),
        ("7 - Improve", "7", "Improve"),
        ("1.2 Improve", "1.2", "Improve"),
        ("1.2. Improve", "1.2", "Improve"),
        ("9a. Improve", "9a", "Improve"),
    ],
)
def test_a_number_that_leads_the_text_is_taken_off(text: str, number: str, rest: str) -> None:
    assert leading(text) == (number, rest)
    assert leading(text, bare=True) == (number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "24 hour service for all",
        "2024 plan to be agreed",
        "2024/25 budget to be set",
        "20 March 2024",
        "3 May Agree the plan",
        "1 in 4 residents",
        "1.5 million pounds",
        "2.5 FTE posts",
        "16 Days of action",
        "5-year plan",
        "50,000 trees",
        "100% of homes",
        "1st phase",
        "No new homes",
        "Priority homes",
        "Issue 12 of the paper",
        "Section 106 money",
        "Covid-19 recovery",
        "£1.2m for homes",
        "1:1 meetings",
        "Improve",
        "",
    ],
)
def test_text_that_starts_with_a_quantity_has_no_number(text: str) -> None:
    assert leading(text, bare=True) == ("", text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3 Improve the plan", "3"),
        ("9a Improve", "9a"),
        ("R1 Improve", "R1"),
        ("3 Mayoral visits", "3"),
        ("3 improve", ""),
    ],
)
def test_a_number_that_nothing_closes_counts_only_where_numbers_are_known_to_stand(text: str, number: str) -> None:
    assert leading(text)[0] == ""
    assert leading(text, bare=True)[0] == number


def test_the_first_number_of_a_list_is_the_lists() -> None:
    assert leading("1. Ask\n2. Listen") == ("", "1. Ask\n2. Listen")


@pytest.mark.parametrize(
    ("title", "number", "rest"),
    [
        ("Recommendation 3: Finance", "3", "Finance"),
        ("2. Housing", "2", "Housing"),
        ("R1 Agree a plan for homes", "R1", "Agree a plan for homes"),
        ("A3: Homes", "A3", "Homes"),
        ("M6 corridor", "", "M6 corridor"),
        ("Table 1: Homes", "", "Table 1: Homes"),
        ("2024 and after", "", "2024 and after"),
    ],
)
def test_a_heading_has_a_number_where_it_is_closed_or_a_recommendations_code(
    title: str, number: str, rest: str
) -> None:
    found, left = title_number(Passage.of(title))
    assert (str(found), str(left)) == (number, rest)
