"""Reads years by themselves and by name: "2024/25", "FY 2025", "academic year 2024/25", "year end"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from .dating import Found, dated, in_year, year_behind, year_unit
from .days import read_day_month, read_month
from .divisions import division_behind, read_quarter
from .periods import Unit, UnitKind
from .tokens import Token
from .years import Year, read_year


def read_from_year(t: Sequence[Token], i: int) -> Found | None:
    """A year, and the quarter, half, term or kind of year that may stand behind it: "2024/25 Q3"."""
    found = read_year(t, i)
    if found is None:
        return None
    year, stop = found
    if (division := division_behind(t, year, stop)) is not None:
        return division
    if (month := _month_behind(t, year, stop)) is not None:
        return month
    if t[stop].kind == "year_name":
        return in_year(Unit(cast(UnitKind, t[stop].value)), year), stop + 1
    if t[stop].kind == "year_end":
        return year_unit(year)._replace(part="end"), stop + 1
    return year_unit(year), stop


def _month_behind(t: Sequence[Token], year: Year, i: int) -> Found | None:
    """The month that stands behind its year: "2024 March", "2024-Mar"; not in "in 2024 May decided"."""
    j = i + 1 if t[i].kind == "-" and not t[i + 1].gap else i
    if t[j].kind != "month" or year.first != year.last or t[j + 1].kind in ("word", "function"):
        return None
    unit, stop = read_month(t, j)
    return (in_year(unit, year), stop) if unit.kind == "month" and unit.year is None else None


def read_named_year(t: Sequence[Token], i: int) -> Found | None:
    """ "FY 2024/25", "financial year 2024", "academic year 2024/25"; without a year, the one we are in."""
    kind = cast(UnitKind, t[i].value)
    if t[i].text in ("academic", "municipal") and t[i + 1].kind != "period":
        return None
    j = i + 1
    if t[j].kind == "period" and t[j].value == "Y":
        j += 1
    found = year_behind(t, j)
    if found is None:
        return Unit(kind), j
    if (division := division_behind(t, *found)) is not None:
        return division
    name = "" if found[0].is_financial or kind != "financial_year" else "bare"
    return in_year(Unit(kind, name=name), found[0]), found[1]


def read_coming_year(t: Sequence[Token], i: int) -> Found:
    """ "new financial year 2025/26"; without a year, the next one."""
    unit, found = Unit(cast(UnitKind, t[i].value)), year_behind(t, i + 1)
    return dated(unit, found, i + 1) if found else (unit._replace(shift=1), i + 1)


def read_calendar(t: Sequence[Token], i: int) -> Found | None:
    """ "calendar year 2024", "calendar Q2 2024"."""
    j = i + 2 if t[i + 1].kind == "period" else i + 1
    if t[j].kind in ("quarter", "half") and (found := read_quarter(t, j)):
        return found[0]._replace(base="calendar"), found[1]
    year = read_year(t, j)
    if year is None:
        return (Unit("year", base="calendar"), j) if t[i].text == "calendar year" else None
    return year_unit(year[0]), year[1]


def read_year_word(t: Sequence[Token], i: int) -> Found | None:
    """ "year 2024", "year ending March 2025"; "Year 2" is a code, no year."""
    if t[i].text != "year":
        return None
    if t[i + 1].text in ("ending", "ended", "ending on", "to"):
        return _year_to(t, i + 2)
    year = read_year(t, i + 1)
    return (year_unit(year[0]), year[1]) if year else None


_YEARS_TO: dict[int, tuple[UnitKind, int]] = {3: ("financial_year", -1), 8: ("academic_year", -1), 12: ("year", 0)}
"""The kind of year that ends with each month, and how far before it ends it began, in years."""


def _year_to(t: Sequence[Token], i: int) -> Found | None:
    """The year that ends with the date at token `i`: "year ending 31 March 2026"."""
    j = i + 1 if t[i].kind == "determiner" else i
    found = (
        read_day_month(t, j) if t[j].kind in ("number", "nth") else read_month(t, j) if t[j].kind == "month" else None
    )
    if found is None or found[0].year is None or found[0].number not in _YEARS_TO:
        return None
    kind, back = _YEARS_TO[found[0].number]
    return Unit(kind, found[0].year + back, base="calendar" if kind == "year" else ""), found[1]


def read_year_end(t: Sequence[Token], i: int) -> Found | None:
    """ "year end 2024/25", "end of financial year": the last day of it."""
    found = year_behind(t, i + 1)
    named = t[i].value == "financial_year" or (found is not None and found[0].is_financial)
    if not named and found is None:
        unit = Unit("financial_year", part="end", name="year_end")
    else:
        unit = Unit("financial_year" if named else "year", part="end")
    return dated(unit, found, i + 1)
