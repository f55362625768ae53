"""The document's own legend for its terms and codes."""

from __future__ import annotations

from datetime import date

import pytest

from actionplan_extract.normalise.deadline import DeadlineSettings, parse_deadlines
from actionplan_extract.schema import Relative

REFERENCE = date(2024, 1, 15)
SETTINGS = DeadlineSettings(
    legend={
        "Short-term": "6 - 12 months",
        "Medium term": "1-2 years",
        "Long term": "2026 - 2030",
        "S": "within 6 months",
        "M": "6-12 months",
        "Phase 2": "April 2025 to March 2026",
    }
)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "offset"),
    [
        ("Short term", date(2024, 7, 15), date(2025, 1, 15), "P12M"),
        ("(SHORT)", date(2024, 7, 15), date(2025, 1, 15), "P12M"),
        ("short to medium term", date(2024, 7, 15), date(2026, 1, 15), "P2Y"),
        ("Long-term", date(2026, 1, 1), date(2030, 12, 31), None),
        ("S", date(2024, 1, 15), date(2024, 7, 15), "P6M"),
        ("S, M", date(2024, 1, 15), date(2025, 1, 15), "P12M"),
        ("Phase 2", date(2025, 4, 1), date(2026, 3, 31), None),
    ],
)
def test_a_term_is_read_by_the_legend(text: str, earliest: date, latest: date, offset: str | None) -> None:
    (deadline,) = parse_deadlines(text, REFERENCE, SETTINGS)
    assert isinstance(deadline, Relative)
    assert (deadline.earliest, deadline.latest, deadline.offset) == (earliest, latest, offset)
    assert deadline.assumptions == ["legend_applied"]


def test_without_a_reference_date_only_the_offset_is_known() -> None:
    (deadline,) = parse_deadlines("Short term", settings=SETTINGS)
    assert isinstance(deadline, Relative)
    assert (deadline.latest, deadline.offset) == (None, "P12M")


@pytest.mark.parametrize("text", ["L", "S, X", "Phase 3", "M25 works"])
def test_what_the_legend_does_not_hold_stays_unread(text: str) -> None:
    (deadline,) = parse_deadlines(text, REFERENCE, SETTINGS)
    assert deadline.kind == "unparsed"


def test_a_date_beside_a_code_wins() -> None:
    (deadline,) = parse_deadlines("S - by March 2024", REFERENCE, SETTINGS)
    assert deadline.edtf == "../2024-03"


@pytest.mark.parametrize(("code", "year"), [("S", 2023), ("M", 2027), ("LT", 2031)])
def test_a_letter_stands_for_the_term_that_begins_so(code: str, year: int) -> None:
    settings = DeadlineSettings(legend={"Short term": "2023", "medium": "2025 to 2027", "Long-term": "2028 - 2031"})
    (deadline,) = parse_deadlines(code, REFERENCE, settings)
    assert deadline.latest == date(year, 12, 31)
