"""Reads recurrences ("quarterly", "every 2 years", "three times a year") and derives RFC 5545 rules."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .marks import Again
from .tokens import Token
from .words import word_set

Found = tuple[Again, int]
_UNITS = {"D": "D", "B": "D", "H": "D", "W": "W", "F": "W", "M": "M", "Q": "M", "Y": "Y"}
_FACTORS = {"F": 2, "Q": 3}
_FREQUENCY = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}


def read_recurrence(t: Sequence[Token], i: int) -> Found | None:
    """The recurrence at token `i`; None where there is none."""
    match t[i].kind:
        case "recurring":
            return _adverb(t[i]), i + 1
        case "every":
            return _every(t, i + 1)
        case "number" | "times":
            return _counted(t, i)
        case _:
            return None


def _adverb(token: Token) -> Again:
    notes = ("typo_corrected",) if token.fixed else ()
    return Again(
        token.value or None,
        (*notes, "ambiguous_recurrence") if token.text in word_set("ambiguous_recurrence") else notes,
    )


def _every(t: Sequence[Token], i: int) -> Found | None:
    """What follows "every" or "each": "2 years", "August", "Cabinet meeting"; a price per hour is none."""
    if t[i - 1].text == "per" and (t[i].value == "H" or any(token.kind in ("money", "%") for token in t[:i])):
        return None
    count, j = (t[i].number, i + 1) if t[i].kind in ("number", "ordinal") else (1, i)
    if t[i].kind == "number" and (t[j].kind == "-" or t[j].text == "to") and t[j + 1].kind == "number":
        found = _every(t, j + 1)  # "every 6-8 weeks"
        return (Again(found[0].every, ("ambiguous_recurrence",)), found[1]) if found else None
    if t[j].kind == "quarter" or counts_time(t[j]):
        return Again(duration(count, t[j].value or "Q")), j + 1
    if t[i].kind in ("number", "nth") and t[j].kind == "month":
        return Again("P1Y"), i
    if t[i].kind == "year_name" or (t[i].kind == "calendar" and t[i].text.endswith("year")):
        return Again("P1Y"), i + 1
    if t[i].kind == "weekday":
        return Again("P1W"), i + 1
    if t[i].kind in ("month", "season"):
        return Again("P1Y"), i  # the month itself says when in the year
    if t[i].kind == "school_term":
        return Again("P4M"), i + 1
    occasion = next((k for k in range(i, i + 3) if t[k].kind == "forum"), None)
    return (Again(None), occasion + 1) if occasion is not None else None


def counts_time(token: Token) -> bool:
    """Is it a unit of time that can be counted? Welsh "mis" stands before a month's name as well."""
    return token.kind == "period" or (token.kind == "determiner" and token.value != "")


def _counted(t: Sequence[Token], i: int) -> Found | None:
    """ "6 monthly", "three times a year", "twice a month"."""
    j = i + 2 if t[i + 1].kind == "-" else i + 1
    if t[i].kind == "number" and t[j].kind == "recurring" and t[j].value[:2] == "P1":
        return Again(duration(t[i].number, t[j].value[2])), j + 1
    count = t[i].value
    if t[i].kind == "number" and t[i + 1].kind == "fold":
        j = i + 2
    elif t[i].kind == "times":
        j = i + 1
    else:
        return None
    if t[j].text in word_set("per"):
        j += 1
    return _share(int(count), t[j], j + 1)


def _share(times: int, unit: Token, stop: int) -> Found | None:
    """So many times in a unit, where that is a whole number of months, weeks or days."""
    if unit.kind == "recurring" and unit.value == "P1Y":
        value = "Y"
    else:
        value = (unit.value or "Q") if unit.kind in ("period", "quarter") else ""
    if value == "Y" and times and 12 % times == 0:
        return Again(f"P{12 // times}M"), stop
    if value == "M" and times == 2:
        return Again("P2W", ("ambiguous_recurrence",)), stop
    return (Again(None), stop) if value else None


def duration(count: int, unit: str) -> str:
    """The ISO 8601 duration of so many units."""
    return f"P{count * _FACTORS.get(unit, 1)}{_UNITS[unit]}"


def recurrence_to_rrule(recurrence: str, month: int | None = None) -> str:
    """The RFC 5545 rule of an ISO 8601 duration, "P3M": "FREQ=MONTHLY;INTERVAL=3".

    `month` (from 1) says in which month a yearly recurrence falls. Raises ValueError for a duration
    that is not one count of days, weeks, months or years.
    """
    match = re.fullmatch(r"P([1-9]\d*)([DWMY])", recurrence)
    if not match:
        raise ValueError(f"no single recurrence: {recurrence!r}")
    count, unit = match.groups()
    interval = f";INTERVAL={count}" if count != "1" else ""
    return f"FREQ={_FREQUENCY[unit]}{interval}" + (f";BYMONTH={month}" if month else "")
