"""Writes dates in the Extended Date/Time Format (ISO 8601-2, levels 0 and 1)."""

from __future__ import annotations

from datetime import date, timedelta

from ...schema import Precision

_DAY = timedelta(days=1)
SEASON_CODES = {"spring": 21, "summer": 22, "autumn": 23}
"""Winter has none here: "2024-24" would leave open which of two winters is meant."""


def to_edtf(earliest: date | None, latest: date | None, precision: Precision, qualifier: str = "") -> str | None:
    """The bounds in EDTF: a single unit where they are one, else an interval; None without dates.

    `qualifier` ("?", "~") stands behind each date.
    """
    if earliest is None and latest is None:
        return None
    whole_years = precision == "year" and _start_of_year(earliest) and _end_of_year(latest)
    whole_months = precision not in ("day", "week") and _start_of_month(earliest) and _end_of_month(latest)
    length = 4 if whole_years else 7 if whole_months else 10
    first = "" if earliest is None else earliest.isoformat()[:length]
    last = "" if latest is None else latest.isoformat()[:length]
    if first == last:
        return first + qualifier
    return f"{first + qualifier if first else '..'}/{last + qualifier if last else '..'}"


def season_to_edtf(year: int, season: str) -> str:
    """A spring, summer or autumn by itself: "2024-22"."""
    return f"{year:04d}-{SEASON_CODES[season]}"


def _start_of_year(day: date | None) -> bool:
    return day is None or (day.month, day.day) == (1, 1)


def _end_of_year(day: date | None) -> bool:
    return day is None or (day.month, day.day) == (12, 31)


def _start_of_month(day: date | None) -> bool:
    return day is None or day.day == 1


def _end_of_month(day: date | None) -> bool:
    return day is None or (day + _DAY).day == 1
