"""Text made to take long: time grows as the length does."""

from __future__ import annotations

from time import process_time

import pytest

from actionplan_extract.normalise.deadline import parse_deadlines

LENGTH = 3000
PATTERNS = [
    "1",
    "1 ",
    "-",
    "March ",
    "2024 ",
    "2024, ",
    "1/",
    "ongoing, ",
    "March 2024 and ",
    "March, ",
    "\n- March",
    "(March ",
    "(",
    "early ",
    "Monday ",
    "w/c ",
    "within ",
    "6 months of ",
    "every ",
    "2024/25 budget ",
    "A ",
    "Septem ber ",
    "a) \n",
    "\u00ad",
    "1,000,",
    "revised from ",
    "4, ",
    "a. ",
    "Q1/",
    "1) ",
    "; (b) ",
    "and ongoing ",
    "once Cabinet ",
    "TBC\n",
    "x\n",
    "a_",
    "www.",
    "a@",
    "a.b-c/",
    ".pdf",
    "&amp;",
    "M a r ",
    "to be ",
    "1. June 2024 2. ",
    "endof",
    "Completed\nMay 2024\n",
    "Mai 2024 / ",
]


def seconds(text: str) -> float:
    """The best of three times that the processor took, so that a busy machine does not matter."""
    times = []
    for _ in range(3):
        start = process_time()
        parse_deadlines(text)
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize("pattern", PATTERNS, ids=repr)
def test_time_is_linear(pattern: str) -> None:
    text = pattern * (LENGTH // len(pattern))
    assert seconds(text * 4) < 9 * seconds(text) + 0.01


def test_white_space_costs_nothing() -> None:
    assert seconds("March 2024" + " " * 100_000) < 0.5


def test_huge_numbers_are_no_numbers() -> None:
    (deadline,) = parse_deadlines("9" * 5000)
    assert deadline.kind == "unparsed"


@pytest.mark.parametrize(
    "text", ["999 years from 2024", "99999999", "P" * 1000, "31 31 31 31", "within 999 years", "\0March 2024\0"]
)
def test_odd_text_is_read_without_an_error(text: str) -> None:
    assert parse_deadlines(text)
