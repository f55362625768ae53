"""Units of time and the calendar days they stand for."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from ...schema import Precision
from .settings import DeadlineSettings

UnitKind = Literal[
    "day",
    "week",
    "month",
    "season",
    "school_term",
    "quarter",
    "half",
    "year",
    "years",
    "financial_year",
    "financial_years",
    "academic_year",
    "municipal_year",
    "holiday",
]
Part = Literal["", "early", "mid", "late", "start", "end"]
Period = tuple[date, date]
"""First and last day, inclusive."""

_THIRDS = {"early": 0, "mid": 1, "late": 2}
_SCHOOL_TERMS = {"autumn": (9, 12), "spring": (1, 4), "summer": (4, 7)}
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2199


class Impossible(Exception):
    """A date that no calendar has; `str()` of it says why."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time as the text names it; `year` is None where the text gives none.

    `number` is the month, quarter or half, 0 where the reference date says which; `last_year` the second of two
    years written as a pair; `fiscal` tells that the pair is one year ("2024/25"), `base` that the text says in
    which year a quarter counts. `name` is the season or holiday, or a variant of the kind ("ending" of a week);
    `shift` counts units from the one the reference date is in ("next year": 1); `notes` are assumptions.
    """

    kind: UnitKind
    year: int | None = None
    number: int = 0
    day: int = 0
    last_year: int | None = None
    fiscal: bool = False
    base: Literal["", "calendar", "financial"] = ""
    name: str = ""
    part: Part = ""
    shift: int = 0
    notes: tuple[str, ...] = ()

    @property
    def precision(self) -> Precision:
        """The unit in which it is given."""
        if self.part in ("start", "end"):
            return "day"
        return _PRECISION.get(self.kind, "year")

    def noting(self, *codes: str) -> Unit:
        """The unit with further assumptions."""
        return replace(self, notes=(*self.notes, *codes))

    def in_year(self, year: int) -> Unit:
        """The unit in this calendar year."""
        return replace(self, year=year)


_PRECISION: dict[str, Precision] = {
    "day": "day",
    "holiday": "day",
    "week": "week",
    "month": "month",
    "season": "season",
    "school_term": "season",
    "quarter": "quarter",
    "half": "half",
    "financial_year": "financial_year",
}


def month_end(year: int, month: int) -> date:
    """The last day of the month."""
    return date(year, month, monthrange(year, month)[1])


def months_on(day: date, months: int) -> date:
    """The same day so many months on, clipped to the month's end."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_from(year: int, month: int, count: int) -> Period:
    """The `count` whole months that start with this one."""
    first = date(year, month, 1)
    return first, months_on(first, count) - timedelta(days=1)


def period(unit: Unit, settings: DeadlineSettings) -> Period:
    """The days of a unit that has its year; raises Impossible where the calendar has no such unit."""
    if unit.year is None or not _EARLIEST_YEAR <= unit.year <= _LATEST_YEAR:
        raise Impossible(f"year {unit.year} is out of range")
    if unit.last_year is not None and unit.last_year <= unit.year:
        raise Impossible(f"{unit.year} to {unit.last_year} runs backwards")
    first, last = _whole(unit, settings)
    if unit.part == "start":
        return first, first
    if unit.part == "end":
        return last, last
    return _third(first, last, unit.part) if unit.part else (first, last)


def _third(first: date, last: date, part: Part) -> Period:
    """The early, middle or late third of a period of whole months."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    which = _THIRDS[part]
    if months == 1:
        return first.replace(day=1 + 10 * which), last if which == 2 else first.replace(day=10 + 10 * which)
    low, high = (-(-months * which // 3), -(-months * (which + 1) // 3))
    start = months_on(first, low)
    return start, months_on(start, high - low) - timedelta(days=1)


def _whole(unit: Unit, settings: DeadlineSettings) -> Period:
    assert unit.year is not None
    match unit.kind:
        case "day" | "week":
            return _days(unit, settings)
        case "holiday":
            day = date(unit.year, 12, 25) if unit.name == "christmas" else easter(unit.year)
            return day, day
        case "month":
            year = _year_of_month(unit, unit.number, settings)
            return months_from(year, _month(unit.number), 1)
        case "season" | "school_term":
            return _season(unit, settings)
        case "quarter" | "half":
            return _division(unit, settings)
        case "years":
            return date(unit.year, 1, 1), date(unit.last_year or unit.year, 12, 31)
        case "financial_years":
            count = (unit.last_year or unit.year + 1) - unit.year
            return months_from(unit.year, settings.financial_year_start, 12 * count)
        case _:
            return months_from(unit.year, _first_month(unit, settings), 12)


def _first_month(unit: Unit, settings: DeadlineSettings) -> int:
    return {
        "financial_year": settings.financial_year_start,
        "academic_year": settings.academic_year_start,
        "municipal_year": settings.municipal_year_start,
    }.get(unit.kind, 1)


def _month(month: int) -> int:
    if not 1 <= month <= 12:
        raise Impossible(f"there is no month {month}")
    return month


def _days(unit: Unit, settings: DeadlineSettings) -> Period:
    year, month = _year_of_month(unit, unit.number, settings), _month(unit.number)
    length = monthrange(year, month)[1]
    if not 1 <= unit.day <= length:
        raise Impossible(f"{date(year, month, 1):%B %Y} has no day {unit.day}")
    day = date(year, month, unit.day)
    if unit.kind == "day":
        return day, day
    six = timedelta(days=6)
    return (day - six, day) if unit.name == "ending" else (day, day + six)


def _year_of_month(unit: Unit, month: int, settings: DeadlineSettings) -> int:
    """The calendar year of a month whose year may be given as a financial year."""
    assert unit.year is not None
    return unit.year + 1 if unit.fiscal and month < settings.financial_year_start else unit.year


def _season(unit: Unit, settings: DeadlineSettings) -> Period:
    school = unit.kind == "school_term"
    low, high = (_SCHOOL_TERMS if school else settings.season_months)[unit.name]
    assert unit.year is not None
    turn = settings.academic_year_start if school else settings.financial_year_start
    year = unit.year + 1 if unit.fiscal and low < turn else unit.year
    return months_from(year, low, (high - low) % 12 + 1)


def _division(unit: Unit, settings: DeadlineSettings) -> Period:
    """The days of a quarter or half."""
    assert unit.year is not None
    months = 3 if unit.kind == "quarter" else 6
    if not 1 <= unit.number <= 12 // months:
        raise Impossible(f"there is no {unit.kind} {unit.number}")
    start = settings.financial_year_start if is_financial(unit, settings) else 1
    return months_from(*_shift(unit.year, start, months * (unit.number - 1)), months)


def _shift(year: int, month: int, months: int) -> tuple[int, int]:
    years, index = divmod(month - 1 + months, 12)
    return year + years, index + 1


def is_financial(unit: Unit, settings: DeadlineSettings) -> bool:
    """Is the quarter or half one of a financial year?"""
    return unit.fiscal or (unit.base or settings.quarter_base) == "financial"


def other_periods(unit: Unit, settings: DeadlineSettings) -> Iterator[Period]:
    """The days the unit could defensibly stand for instead."""
    for other in _others(unit, settings):
        yield period(other, settings)


def _others(unit: Unit, settings: DeadlineSettings) -> Iterator[Unit]:
    if unit.year is None:
        return
    if unit.kind in ("quarter", "half") and not unit.fiscal and not unit.base:
        yield replace(unit, base="calendar" if is_financial(unit, settings) else "financial")
    elif unit.kind == "season" and wraps(unit, settings) and not unit.fiscal:
        yield unit.in_year(unit.year - 1)
    elif unit.kind == "years":
        yield replace(unit, kind="financial_years")
    elif unit.kind == "financial_year" and unit.name == "long":
        yield replace(unit, kind="years")
    elif unit.kind == "financial_year" and unit.name == "year_end":
        yield replace(unit, kind="year", name="")
    elif unit.kind == "month" and unit.name == "hydref":
        yield replace(unit, kind="season", name="autumn")
    elif unit.kind == "financial_year" and unit.name == "bare":
        yield unit.in_year(unit.year - 1)


def wraps(unit: Unit, settings: DeadlineSettings) -> bool:
    """Does the season run over the turn of the year?"""
    low, high = settings.season_months[unit.name]
    return low > high


def easter(year: int) -> date:
    """Easter Sunday, by the Gregorian calendar's rule (Meeus, Jones and Butcher)."""
    century, in_century = divmod(year, 100)
    golden = year % 19
    leap, rest = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * rest + 2 * (in_century // 4) - moon - in_century % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
