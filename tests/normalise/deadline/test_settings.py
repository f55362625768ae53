"""What may be set otherwise."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from actionplan_extract.normalise.deadline import DeadlineSettings, parse_deadlines


def bounds(text: str, settings: DeadlineSettings) -> tuple[date | None, date | None]:
    (deadline,) = parse_deadlines(text, settings=settings)
    return getattr(deadline, "earliest", None), getattr(deadline, "latest", None)


def test_the_financial_year_may_start_in_another_month() -> None:
    settings = DeadlineSettings(financial_year_start=7)
    assert bounds("2024/25", settings) == (date(2024, 7, 1), date(2025, 6, 30))
    assert bounds("Q2 2024/25", settings) == (date(2024, 10, 1), date(2024, 12, 31))


def test_quarters_of_a_bare_year_may_be_calendar_quarters() -> None:
    settings = DeadlineSettings(quarter_base="calendar")
    assert bounds("Q2 2024", settings) == (date(2024, 4, 1), date(2024, 6, 30))
    assert bounds("Q2 2024/25", settings) == (date(2024, 7, 1), date(2024, 9, 30))


def test_seasons_may_have_other_months_and_then_no_season_code() -> None:
    settings = DeadlineSettings(
        season_months=MappingProxyType({"spring": (2, 4), "summer": (5, 7), "autumn": (8, 10), "winter": (11, 1)})
    )
    (deadline,) = parse_deadlines("Spring 2024", settings=settings)
    assert deadline.edtf == "2024-02/2024-04"
    assert bounds("Winter 2024", settings) == (date(2024, 11, 1), date(2025, 1, 31))


def test_other_years_may_start_in_other_months() -> None:
    settings = DeadlineSettings(academic_year_start=8, municipal_year_start=6)
    assert bounds("academic year 2024/25", settings) == (date(2024, 8, 1), date(2025, 7, 31))
    assert bounds("municipal year 2024/25", settings) == (date(2024, 6, 1), date(2025, 5, 31))
