"""Reads days, weeks and months: "31st of March 2024", "w/c 4 March", "Mar-24", "first week of June"."""

from __future__ import annotations

from collections.abc import Sequence

from .dating import DAY_SUFFIXES, Found, dated, year_behind
from .numeric import read_numeric
from .periods import Unit
from .tokens import Token
from .years import read_year

_MONTH_JOINTS = frozenset("-/.,")


def read_day_month(t: Sequence[Token], i: int) -> Found | None:
    """ "31 March 2024", "31st of March", "31-Mar-24"."""
    day = t[i]
    if len(day.value) > 2 or _is_decimal(t, i) or _ends_year(t, i):
        return None
    j = i + 1
    if t[j].text in DAY_SUFFIXES and t[j].kind == "word":
        j += 1
    if t[j].kind in ("of", "determiner") or (t[j].kind in _MONTH_JOINTS and t[j + 1].kind == "month" and not t[j].gap):
        j += 1
    if t[j].kind == "determiner":
        j += 1
    if t[j].kind != "month":
        return None
    unit = Unit("day", number=int(t[j].value), day=day.number)
    j += 1
    if t[j].kind == "." and t[j + 1].kind in ("number", "'", "/", "-"):
        j += 1
    return dated(unit, year_behind(t, j), j)


def _is_decimal(t: Sequence[Token], i: int) -> bool:
    """Does the number end one with a point ("Action 1.2 March 2024")?"""
    return i > 1 and t[i - 1].kind == "." and t[i - 2].kind == "number" and not (t[i].gap or t[i - 1].gap)


def _ends_year(t: Sequence[Token], i: int) -> bool:
    """Does the number end a year at its line's end ("Q2 2025/26" or "Dec-25", with "July 2025" below it)?"""
    return i > 1 and t[i - 1].kind in _MONTH_JOINTS and not t[i].gap and t[i + 1].line


def read_month(t: Sequence[Token], i: int) -> Found:
    """ "March 2024", "Mar-24", "March 31st, 2024"."""
    month = int(t[i].value)
    j = i + 2 if t[i + 1].kind == "." and t[i + 2].kind in ("number", "'", "-", "/") else i + 1
    if (day := _american_day(t, j, month)) is not None:
        return day
    if t[j].text == "half term":
        j += 1
    unit = Unit("month", number=month, name="hydref" if t[i].text == "hydref" else "")
    return dated(unit, year_behind(t, j), j)


def _american_day(t: Sequence[Token], i: int, month: int) -> Found | None:
    """The day that stands behind its month: "31st", "31 2024", "31, 2024"."""
    day = t[i]
    if day.kind not in ("number", "nth") or len(day.value) > 2 or t[i + 1].kind == "month":
        return None
    unit = Unit("day", number=month, day=day.number)
    j = i + 2 if t[i + 1].kind in (",", "of") else i + 1
    if t[j].kind == "number" and len(t[j].value) == 4 and (found := read_year(t, j)):
        return dated(unit, found, j)
    return (unit, i + 1) if day.kind == "nth" and t[i + 1].kind not in ("of", "quarter") else None


def read_weekday(t: Sequence[Token], i: int) -> Found | None:
    """ "Monday 31 March 2024": the weekday adds nothing to the date."""
    j = i + 2 if t[i + 1].kind in (",", ".", "determiner") else i + 1
    if t[j].kind == "determiner":
        j += 1
    found = _day(t, j)
    if found is None:
        return None
    return found[0]._replace(name=f"weekday {t[i].value}"), found[1]


def read_week(t: Sequence[Token], i: int) -> Found | None:
    """ "w/c 4 March 2024", "week ending 8 March"."""
    j = i + 2 if t[i + 1].kind in (":", "-", "determiner") else i + 1
    found = read_weekday(t, j) if t[j].kind == "weekday" else _day(t, j)
    if found is None:
        return None
    return found[0]._replace(kind="week", name=t[i].value), found[1]


def week_of_month(t: Sequence[Token], i: int) -> Found | None:
    """ "first week of June 2024", "last week in March": the days 1 to 7, the last seven days."""
    j = i + 3 if t[i + 2].kind in ("of", "modality") else i + 2
    if t[i].kind == "number" or t[j].kind != "month":
        return None
    number = -1 if t[i].kind == "deictic" else int(t[i].value)
    unit, stop = read_month(t, j)
    return (unit._replace(kind="week", name="of month", day=number), stop) if unit.kind == "month" else None


def _day(t: Sequence[Token], i: int) -> Found | None:
    """A day in any of its forms, nothing coarser."""
    if t[i].kind == "month":
        found: Found | None = read_month(t, i)
    else:
        found = (read_numeric(t, i) or read_day_month(t, i)) if t[i].kind in ("number", "nth") else None
    return found if found and found[0].kind == "day" else None
