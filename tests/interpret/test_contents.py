from __future__ import annotations

import pytest

from actionplan_extract.interpret.contents import contents, is_reference, is_timescale

from .helpers import SENSES, cell


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "1.",
        "12",
        "9a",
        "1.2",
        "1.2.3",
        "R3",
        "Rec 3",
        "Action 2.1",
        "CN-08-21",
        "AG/12",
        "(ii)",
        "b)",
        "1(a)",
        "KR 2",
        "2.0",
    ],
)
def test_numbers_and_codes_are_references(text: str) -> None:
    assert is_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "Ask",
        "1 and 2 and 3",
        "01/02/2024",
        "31.03.24",
        "Mar-25",
        "Sept 26",
        "24 hours",
        "£5",
        "ABCDEF1",
        "Green",
    ],
)
def test_other_texts_are_none(text: str) -> None:
    assert not is_reference(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May 2024", True),
        ("Ongoing", True),
        ("Quarterly", True),
        ("Head of Fleet", False),
        ("", False),
        ("May 2024 " * 40, False),
    ],
)
def test_a_timescale_is_short_and_says_when(text: str, expected: bool) -> None:
    assert is_timescale(text, SENSES) is expected


def test_shares_are_of_the_filled_cells() -> None:
    found = contents([cell("May 2024"), cell("Head of Fleet"), cell(""), cell("7"), cell("Green")], SENSES)
    assert found.filled == 4
    assert (found.timescale, found.owner, found.reference, found.status) == (0.25, 0.25, 0.25, 0.25)
    assert found.words == 1.75


def test_an_empty_column_looks_like_nothing() -> None:
    found = contents([cell(""), cell(" ")], SENSES)
    assert (found.filled, found.timescale, found.words) == (0, 0, 0)
