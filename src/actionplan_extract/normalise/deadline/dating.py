"""Gives a unit the year that stands behind it: "2024", ", 2024", "-24", "'24", "(2024/25)"."""

from __future__ import annotations

from collections.abc import Sequence

from .periods import Unit
from .tokens import Token
from .years import Found as FoundYear
from .years import Year, read_year

Found = tuple[Unit, int]
"""A unit and the index of the token behind it."""

DAY_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def year_behind(t: Sequence[Token], i: int, short: bool = True) -> FoundYear | None:
    """The year that belongs to the unit that ends before token `i`: "2024", ", 2024", "-24", "(2024/25)"."""
    token = t[i]
    if token.kind == "(":
        found = read_year(t, i + 1, run=False)
        return (found[0], found[1] + 1) if found and t[found[1]].kind == ")" else None
    if token.kind in ("-", "/"):
        return _year_behind_dash(t, i, short)
    if token.kind in (".", ",", "of", "in", ":") or token.text in ("in", "for", "the", "year"):
        j = i + 2 if t[i + 1].text in ("the", "year") else i + 1
        if t[j].kind == "year_name":
            j += 1
        return read_year(t, j, short and token.kind == "." and _is_year_alone(t, j), run=False)
    if token.kind == "year_name":
        return read_year(t, i + 1, short=True, run=False)
    return read_year(t, i, short and _is_year_alone(t, i), run=False)


def _year_behind_dash(t: Sequence[Token], i: int, short: bool) -> FoundYear | None:
    """ "Mar-24", "Mar -22", "Q1 - 2024/25": two digits only close to the dash."""
    close = not t[i + 1].gap
    found = read_year(t, i + 1, short and close and _is_year_alone(t, i + 1), run=False)
    if found and t[i].kind == "/" and found[0].first != found[0].last:
        return None
    return found


def _is_year_alone(t: Sequence[Token], i: int) -> bool:
    """Can two digits be a year here, not a day of the next month or a number of things?"""
    after = t[i + 1]
    if after.kind == "month" and after.line and not t[i].gap:
        return True
    if after.kind in ("month", "%", "period", "nth") or after.text in DAY_SUFFIXES:
        return False
    if after.kind in ("-", "/", ".", ":") and not after.gap and t[i + 2].kind in ("number", "month"):
        return after.kind in ("-", "/") and t[i + 2].kind == "month"
    behind = t[i + 2]
    has_own_year = behind.kind == "number" and len(behind.value) == 4
    return not (after.kind == "of" and behind.kind == "month") and not (after.kind in ("of", ",") and has_own_year)


def dated(unit: Unit, found: FoundYear | None, stop: int) -> Found:
    """The unit with the year found behind it, if any."""
    if found is None:
        return unit, stop
    return in_year(unit, found[0]), found[1]


def in_year(unit: Unit, year: Year) -> Unit:
    """The unit in the year as written."""
    pair = year.last if year.last != year.first or year.is_financial else None
    kind, _, number, day, _, _, base, name, part, shift, notes = unit
    if year.fixed:
        notes = (*notes, "typo_corrected")
    return Unit(kind, year.first, number, day, pair, year.is_financial, base, name, part, shift, notes)


def year_unit(year: Year) -> Unit:
    """The unit that a year, financial year or run of years is by itself."""
    if year.is_financial:
        unit = Unit("financial_year", fiscal=True, name="long" if year.is_long else "")
    else:
        unit = Unit("year" if year.first == year.last else "years")
    return in_year(unit, year)
