"""Recurrences, and the rules derived from them, checked against dateutil."""

from __future__ import annotations

from datetime import datetime

import pytest
from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from actionplan_extract.normalise.deadline import parse_deadlines, recurrence_to_rrule
from actionplan_extract.schema import Recurring

START = datetime(2024, 3, 5)  # noqa: DTZ001  # rrule counts naive days


@pytest.mark.parametrize(
    ("recurrence", "step"),
    [
        ("P1D", relativedelta(days=1)),
        ("P2W", relativedelta(weeks=2)),
        ("P1M", relativedelta(months=1)),
        ("P3M", relativedelta(months=3)),
        ("P1Y", relativedelta(years=1)),
        ("P2Y", relativedelta(years=2)),
    ],
)
def test_the_rule_steps_as_the_duration(recurrence: str, step: relativedelta) -> None:
    occasions = list(rrulestr(recurrence_to_rrule(recurrence), dtstart=START).xafter(START, count=4))
    assert occasions == [START + step * n for n in range(1, 5)]


def test_a_month_says_when_in_the_year() -> None:
    assert recurrence_to_rrule("P1Y", month=8) == "FREQ=YEARLY;BYMONTH=8"


@pytest.mark.parametrize("recurrence", ["", "P", "P0M", "P1Y6M", "3M", "P-1M"])
def test_what_is_no_single_recurrence_is_refused(recurrence: str) -> None:
    with pytest.raises(ValueError, match="no single recurrence"):
        recurrence_to_rrule(recurrence)


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("Every 6-8 weeks", "P8W"),
        ("every Monday", "P1W"),
        ("each August", "P1Y"),
        ("Twice a month", "P2W"),
        ("5-yearly review", "P5Y"),
        ("five times a year", None),
        ("At each committee cycle", None),
        ("Jan, Apr, Jul and Oct each year", "P1Y"),
        ("Each academic year", "P1Y"),
        ("every school year", "P1Y"),
        ("each calendar year", "P1Y"),
        ("Each municipal year", "P1Y"),
    ],
)
def test_wordings(text: str, recurrence: str | None) -> None:
    (deadline,) = parse_deadlines(text)
    assert isinstance(deadline, Recurring)
    assert deadline.recurrence == recurrence


@pytest.mark.parametrize("text", ["Annual report March 2024", "Quarterly report to Cabinet by June 2024"])
def test_a_date_of_something_recurring_is_a_point(text: str) -> None:
    (deadline,) = parse_deadlines(text)
    assert deadline.kind == "point"


def test_what_has_two_meanings_says_so() -> None:
    (deadline,) = parse_deadlines("Bi-annually")
    assert deadline.assumptions == ["ambiguous_recurrence"]
    assert deadline.confidence < 0.9
