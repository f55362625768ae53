"""Reads units of time: days, months, seasons, quarters, halves and the several kinds of year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from .dating import Found, dated, year_behind
from .days import read_day_month, read_month, read_week, read_weekday, week_of_month
from .divisions import read_ordinal, read_quarter, read_quarter_number
from .named_years import read_calendar, read_coming_year, read_from_year, read_named_year, read_year_end, read_year_word
from .numeric import read_numeric
from .periods import Part, Unit, UnitKind
from .tokens import Token

_UNNUMBERED: dict[str, UnitKind] = {"M": "month", "W": "week", "Y": "year"}


def read_unit(t: Sequence[Token], i: int) -> Found | None:
    """The unit that starts at token `i`, with as much as belongs to it; None where there is none."""
    reader = _READERS.get(t[i].kind)
    return reader(t, i) if reader else None


def _from_number(t: Sequence[Token], i: int) -> Found | None:
    return read_numeric(t, i) or read_day_month(t, i) or _ordinal(t, i) or read_from_year(t, i)


def _ordinal(t: Sequence[Token], i: int) -> Found | None:
    """ "first quarter of 2024/25", "first week of June 2024"."""
    return week_of_month(t, i) if t[i + 1].text in ("week", "week of") else read_ordinal(t, i)


def _season(t: Sequence[Token], i: int) -> Found | None:
    j = i + 2 if t[i + 1].kind == "school_term" else i + 1
    kind: UnitKind = "season" if j == i + 1 else "school_term"
    found = year_behind(t, j)
    if found and t[found[1]].kind == "school_term":
        kind, found = "school_term", (found[0], found[1] + 1)
    return dated(Unit(kind, name=t[i].value), found, j)


def _term(t: Sequence[Token], i: int) -> Found | None:
    return dated(Unit("school_term", name=t[i].value), year_behind(t, i + 1), i + 1)


def _holiday(t: Sequence[Token], i: int) -> Found | None:
    if t[i].value == "new_year":
        return dated(Unit("month", number=1, name="new_year"), year_behind(t, i + 1), i + 1)
    return dated(Unit("holiday", name=t[i].value), year_behind(t, i + 1), i + 1)


def _part(t: Sequence[Token], i: int) -> Found | None:
    """ "early 2024", "mid-March 2024", "end of Q2 2024/25"."""
    j = i + 1
    while t[j].kind in ("-", "of", "determiner") and j < i + 4:
        j += 1
    found = None if t[j].kind == "part" else read_unit(t, j) or _bare_period(t, j, 0)
    if found is None or found[0].part or found[0].kind in ("day", "years"):
        return None
    unit = found[0]._replace(part=cast(Part, t[i].value))
    # "the end of the year" may be the financial year's.
    return (unit._replace(name="year_end") if unit.part == "end" and _is_bare_year(unit) else unit), found[1]


def _is_bare_year(unit: Unit) -> bool:
    return unit.kind == "year" and unit.year is None and not unit.base


def _deictic(t: Sequence[Token], i: int) -> Found | None:
    """ "next year", "this financial year", "last quarter of 2024/25"."""
    shift = int(t[i].value)
    if t[i].text == "last" and (found := _ordinal(t, i)) and (found[0].year or found[0].kind == "week"):
        return found
    if t[i + 1].kind == "year_name":
        return Unit(cast(UnitKind, t[i + 1].value), shift=shift), i + 2
    if t[i + 1].kind in ("season", "month") and (found := read_unit(t, i + 1)) and found[0].year is None:
        return found if shift >= 0 else None
    return _bare_period(t, i + 1, shift)


def _bare_period(t: Sequence[Token], i: int, shift: int) -> Found | None:
    """ "month", "quarter", "year" behind "this", "next" or "end of the"."""
    if t[i].kind == "quarter" and t[i].text == "quarter":
        return Unit("quarter", shift=shift), i + 1
    if t[i].kind == "period" and t[i].text in ("month", "week", "year"):
        return Unit(_UNNUMBERED[t[i].value], shift=shift), i + 1
    return None


def _period(t: Sequence[Token], i: int) -> Found | None:
    """ "year ending March 2025", "month of March 2025"."""
    if t[i].text == "month" and t[i + 1].kind == "of" and t[i + 2].kind == "month":
        return read_month(t, i + 2)
    return read_year_word(t, i)


_READERS: dict[str, Callable[[Sequence[Token], int], Found | None]] = {
    "number": _from_number,
    "nth": _from_number,
    "'": read_from_year,
    "month": read_month,
    "season": _season,
    "holiday": _holiday,
    "weekday": read_weekday,
    "week": read_week,
    "quarter": read_quarter,
    "half": read_quarter,
    "quarter_number": read_quarter_number,
    "term_name": _term,
    "ordinal": _ordinal,
    "year_name": read_named_year,
    "coming_year": read_coming_year,
    "calendar": read_calendar,
    "period": _period,
    "year_end": read_year_end,
    "part": _part,
    "deictic": _deictic,
}

OPENINGS = frozenset(_READERS)
"""Kinds of token at which a unit may begin."""
