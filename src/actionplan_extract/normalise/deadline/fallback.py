"""The last resort: a date in an order the grammar does not know is handed to dateparser.

It is asked only about a short run of tokens that holds a month's name and a year and no other word, and
its answer counts only where it kept both.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from .marks import Mark, When
from .periods import Unit
from .tokens import CLOSING, Token

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_REACH = 30
"""A date further than so many years from the reference date is refused."""
_LONGEST = 8
_FREE = frozenset({"month", "number", "nth", ",", ".", "-", "of", "'"})


def read_foreign(text: str, t: Sequence[Token], start: int, stop: int, reference: date | None) -> Mark[When] | None:
    """The date that dateparser finds among the tokens [start, stop); None where there is none to trust."""
    run = _run(t, start, stop)
    if run is None:
        return None
    first, last = run
    words = text[t[first].start : t[last - 1].end]
    found = _parser().get_date_data(" ".join(words.split()))
    if found.date_obj is None or not _is_kept(found.date_obj, t[first:last], reference):
        return None
    return Mark(first, last, When(_unit(found.date_obj, found.period).noting("dateparser"), is_bare=True))


def _run(t: Sequence[Token], start: int, stop: int) -> tuple[int, int] | None:
    """The run of tokens around a month's name that only numbers and marks belong to, with a year in it."""
    months = [i for i in range(start, stop) if t[i].kind == "month"]
    if len(months) != 1:
        return None
    first = last = months[0]
    while first > start and t[first - 1].kind in _FREE:
        first -= 1
    while last < stop and t[last].kind in _FREE:
        last += 1
    free_before = first == start or t[first - 1].kind in (*CLOSING, "label", "modality")
    if not free_before or t[last].kind in ("word", "function"):
        return None
    has_year = any(token.kind == "number" and len(token.value) == 4 for token in t[first:last])
    return (first, last) if has_year and last - first <= _LONGEST else None


def _is_kept(found: datetime, tokens: Sequence[Token], reference: date | None) -> bool:
    """Are month and year those of the text, and is the year near?"""
    year = next(token.number for token in tokens if token.kind == "number" and len(token.value) == 4)
    month = next(int(token.value) for token in tokens if token.kind == "month")
    near = reference is None or abs(found.year - reference.year) <= _REACH
    return (found.year, found.month) == (year, month) and near


def _unit(found: datetime, period: str | None) -> Unit:
    """The unit that the answer is precise to, never the day that dateparser fills in."""
    if period == "day":
        return Unit("day", found.year, found.month, found.day)
    return Unit("month", found.year, found.month)


@cache
def _parser() -> DateDataParser:
    from dateparser.date import DateDataParser

    settings = {
        "DATE_ORDER": "DMY",
        "PREFER_DATES_FROM": "current_period",
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["month", "year"],
    }
    return DateDataParser(languages=["en"], settings=settings)
