"""Units of time and the calendar days they stand for."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

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
Base = Literal["", "calendar", "financial"]
"""The year that a quarter counts in, as far as the text says."""
Part = Literal["", "early", "mid", "late", "start", "end"]
Period = tuple[date, date]
"""First and last day, inclusive."""

_DAY = timedelta(days=1)
_THIRDS = {"early": 0, "mid": 1, "late": 2}
_SCHOOL_TERMS = {"autumn": (9, 12), "spring": (1, 4), "summer": (4, 7)}
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2199


class ImpossibleDateError(ValueError):
    """A date that no calendar has; `str()` of it says why."""


class Unit(NamedTuple):
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
    base: Base = ""
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
        return self._replace(notes=(*self.notes, *codes))

    def in_year(self, year: int) -> Unit:
        """The unit in this calendar year."""
        return self._replace(year=year)


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


def months_on(day: date, months: int) -> date:
    """The same day so many months on, clipped to the month's end."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_from(year: int, month: int, count: int) -> Period:
    """The `count` whole months that start with this one."""
    years, index = divmod(month - 1 + count, 12)
    return date(year, month, 1), date(year + years, index + 1, 1) - _DAY


def period(unit: Unit, settings: DeadlineSettings) -> Period:
    """The days of a unit that has its year; raises ImpossibleDateError where the calendar has no such unit."""
    year = unit.year
    if year is None or not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
        raise ImpossibleDateError(f"year {year} is out of range")
    if unit.last_year is not None and unit.last_year <= year:
        raise ImpossibleDateError(f"{year} to {unit.last_year} runs backwards")
    first, last = _whole(unit, year, settings)
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


def _whole(unit: Unit, year: int, settings: DeadlineSettings) -> Period:
    """The days of a unit without regard to the part of it that is meant."""
    match unit.kind:
        case "week" if unit.name == "of month":
            return _week_of_month(unit, year)
        case "day" | "week":
            return _days(unit, _year_of(unit, year, unit.number, settings.financial_year_start))
        case "holiday":
            day = date(year, 12, 25) if unit.name == "christmas" else easter(year)
            return day, day
        case "month":
            return months_from(_year_of(unit, year, unit.number, settings.financial_year_start), _month(unit.number), 1)
        case "season":
            return _season(unit, year, settings.season_months[unit.name], settings.financial_year_start)
        case "school_term":
            return _season(unit, year, _SCHOOL_TERMS[unit.name], settings.academic_year_start)
        case "quarter" | "half":
            return _division(unit, year, settings)
        case "years":
            return date(year, 1, 1), date(unit.last_year or year, 12, 31)
        case "financial_years":
            return months_from(year, settings.financial_year_start, 12 * ((unit.last_year or year + 1) - year))
        case _:
            return months_from(year, _first_month(unit, settings), 12)


def _first_month(unit: Unit, settings: DeadlineSettings) -> int:
    """The month in which the unit's kind of year starts."""
    return {
        "financial_year": settings.financial_year_start,
        "academic_year": settings.academic_year_start,
        "municipal_year": settings.municipal_year_start,
    }.get(unit.kind, 1)


def _year_of(unit: Unit, year: int, month: int, turn: int) -> int:
    """The calendar year of a month whose year may be given as one that starts in month `turn`."""
    return year + 1 if unit.fiscal and month < turn else year


def _month(month: int) -> int:
    if not 1 <= month <= 12:
        raise ImpossibleDateError(f"there is no month {month}")
    return month


def _days(unit: Unit, year: int) -> Period:
    month = _month(unit.number)
    if not 1 <= unit.day <= monthrange(year, month)[1]:
        raise ImpossibleDateError(f"{date(year, month, 1):%B %Y} has no day {unit.day}")
    day = date(year, month, unit.day)
    if unit.kind == "day":
        return day, day
    six = timedelta(days=6)
    return (day - six, day) if unit.name == "ending" else (day, day + six)


def _week_of_month(unit: Unit, year: int) -> Period:
    """The first, second, third, fourth or (-1) last seven days of a month."""
    first, last = months_from(year, _month(unit.number), 1)
    if unit.day < 0:
        return last - timedelta(days=6), last
    if not 1 <= unit.day <= 4:
        raise ImpossibleDateError(f"{first:%B %Y} has no week {unit.day}")
    start = first + timedelta(days=7 * (unit.day - 1))
    return start, start + timedelta(days=6)


def _season(unit: Unit, year: int, months: tuple[int, int], turn: int) -> Period:
    low, high = months
    return months_from(_year_of(unit, year, low, turn), low, (high - low) % 12 + 1)


def _division(unit: Unit, year: int, settings: DeadlineSettings) -> Period:
    """The days of a quarter or half."""
    months = 3 if unit.kind == "quarter" else 6
    if not 1 <= unit.number <= 12 // months:
        raise ImpossibleDateError(f"there is no {unit.kind} {unit.number}")
    start = settings.financial_year_start if is_financial(unit, settings) else 1
    first = months_on(date(year, start, 1), months * (unit.number - 1))
    return months_from(first.year, first.month, months)


def is_financial(unit: Unit, settings: DeadlineSettings) -> bool:
    """Is the quarter or half one of a financial year?"""
    return unit.fiscal or (unit.base or settings.quarter_base) == "financial"


def other_unit(unit: Unit, settings: DeadlineSettings) -> Unit | None:
    """What the unit could defensibly be instead, None where it leaves no choice."""
    if unit.year is None:
        return None
    if unit.kind in ("quarter", "half") and not unit.fiscal and not unit.base:
        return unit._replace(base="calendar" if is_financial(unit, settings) else "financial")
    if unit.kind == "season" and wraps(unit, settings) and not unit.fiscal:
        return unit.in_year(unit.year - 1)
    if unit.kind == "years":
        return unit._replace(kind="financial_years")
    return _other_named(unit, unit.year) if unit.name else None


def _other_named(unit: Unit, year: int) -> Unit | None:
    """What a variant of a kind could be instead."""
    match unit.name, unit.kind:
        case "long", "financial_year":
            return unit._replace(kind="years")
        case "year_end", _:
            return unit._replace(kind="year" if unit.kind == "financial_year" else "financial_year", name="")
        case "new_year", _:
            return unit._replace(kind="day", day=1, name="")
        case "hydref", "month":
            return unit._replace(kind="season", name="autumn")
        case "bare", "financial_year":
            return unit.in_year(year - 1)
        case _:
            return None


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
