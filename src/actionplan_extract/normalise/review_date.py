"""Dates in running text, as Extended Date/Time Format: days and ranges of days, months, seasons, years."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReviewDate:
    """A date in EDTF and its offsets [start, end) in the text."""

    edtf: str
    start: int
    end: int


_MONTH = rf"(?:{'|'.join([*month_name[1:], *month_abbr[1:], 'Sept'])})\.?"
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?"
_AMID = r"(?:,\s*\d{1,2}(?:st|nd|rd|th)?){0,4},?"
_YEAR = r"((?:19|20)\d\d)(?![\d/]|[-–]\d)"
_TO = r"\s*(?:-|–|—|/|\bto\b|\band\b|\buntil\b|\bthrough\b)\s*"
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}


def _month(name: str) -> int:
    names = [month.casefold()[:3] for month in month_abbr]
    return names.index(name.casefold()[:3])


def _day(day: str, month: str, year: str) -> str:
    return date(int(year), _month(month), int(day)).isoformat()


def _days(match: re.Match[str]) -> str:
    day, month, year, last_day, last_month, last_year = match.groups()
    first = _day(day, month or last_month, year or last_year)
    return f"{first}/{_day(last_day, last_month, last_year)}"


def _months(match: re.Match[str]) -> str:
    month, year, last_month, last_year = match.groups()
    return f"{year or last_year}-{_month(month):02}/{last_year}-{_month(last_month):02}"


# Tried in this order; what one has read, the next do not see.
_FORMS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (rf"\b{_DAY}(?:\s+({_MONTH})(?:,?\s+{_YEAR})?)?{_AMID}{_TO}{_DAY}\s+({_MONTH}),?\s+{_YEAR}", _days),
    (rf"\b{_DAY}\s+({_MONTH}),?\s+{_YEAR}", lambda m: _day(*m.groups())),
    (r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)\b", lambda m: date(int(m[3]), int(m[2]), int(m[1])).isoformat()),
    (rf"\b({_MONTH})(?:,?\s+{_YEAR})?{_TO}({_MONTH}),?\s+{_YEAR}", _months),
    (rf"\b({_MONTH})(?:\s+of)?,?\s+{_YEAR}", lambda m: f"{m[2]}-{_month(m[1]):02}"),
    (
        rf"\b(spring|summer|autumn|winter)(?:\s+term)?(?:\s+of)?,?\s+{_YEAR}",
        lambda m: f"{m[2]}-{_SEASONS[m[1].casefold()]}",
    ),
    (rf"(?<![\d/-]){_YEAR}", lambda m: m[1]),
)
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), build) for pattern, build in _FORMS)


def find_dates(text: str) -> list[ReviewDate]:
    """The dates in a text, in order; impossible ones and bare days without a year are left out."""
    found = []
    for pattern, build in _PATTERNS:
        for match in pattern.finditer(text):
            try:
                found.append(ReviewDate(build(match), match.start(), match.end()))
            except ValueError:
                continue  # no such day
        text = pattern.sub(lambda m: " " * len(m.group()), text)
    return sorted(found, key=lambda dated: dated.start)
