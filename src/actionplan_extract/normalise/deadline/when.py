"""Reads a date with its prepositions, and ranges of dates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from .divisions import read_division, read_run
from .guards import is_plausible
from .marks import Mode, When
from .periods import Unit
from .tokens import Token
from .units import OPENINGS as UNIT_OPENINGS
from .units import read_unit
from .words import word_set
from .years import century

Found = tuple[When, int]
OPENINGS = UNIT_OPENINGS | {"between", "modality", "provisional", "suffix", "determiner"}
"""Kinds of token at which a date may begin."""
_WEAK_PREPOSITIONS = frozenset({"for"})
_LISTED_DAYS = 12
"""So many tokens a list of days may take."""
_MODALITIES = 6
"""Within so many tokens stand the prepositions before a date ("from on or about", "by 5 pm on")."""


def read_when(t: Sequence[Token], i: int) -> Found | None:
    """The date or range that starts at token `i`, prepositions included; None where there is none."""
    if t[i].kind == "between":
        return _between(t, i + 1)
    mode, manner, j, preposition = _prepositions(t, i)
    if t[j].kind in ("ordinal", "deictic") and (run := read_run(t, j)):
        return _suffixed(t, When(run[0], run[1], "in" if mode == "from" else mode, is_bare=preposition is None), run[2])
    found = _thirds(t, j) or _first_unit(t, j)
    if found is None or not is_plausible(t, j, found[1], found[0], preposition) or _names_event(t, mode, *found):
        return None
    unit, stop = found
    when, stop = _range(t, unit, stop) or (When(unit), stop)
    if _is_attribute(t, unit, j, stop, preposition):
        return None
    fixed = [token for token in t[i:stop] if token.fixed]
    when = When(
        when.first,
        when.last,
        _mode(t, when, mode, preposition, stop),
        when.is_open,
        is_about="about" in manner,
        is_doubtful="doubtful" in manner,
        is_weak=_is_weak(t, unit, j, stop, preposition),
        is_bare=preposition is None,
        notes=(*when.notes, "typo_corrected") if fixed else when.notes,
    )
    return _suffixed(t, when, stop)


def _names_event(t: Sequence[Token], mode: Mode, unit: Unit, stop: int) -> bool:
    """Is the unit part of an event's name ("Following the May elections")?"""
    if mode not in ("after", "before") or t[stop].line:
        return False
    return t[stop].kind == "forum" or (unit.year is None and t[stop].kind == "word")


def _prepositions(t: Sequence[Token], i: int) -> tuple[Mode, set[str], int, Token | None]:
    """The mode that the prepositions at `i` give, what else they say, where they end, and the last of them."""
    mode: Mode = "in"
    manner: set[str] = set()
    j, last = i, None
    while j < i + _MODALITIES and t[j].kind in ("modality", "provisional", "suffix"):
        value = t[j].value
        if t[j].kind == "provisional" or value == "about":
            manner.add(value or "doubtful")
        elif value != "in":
            mode = cast(Mode, value)
        last = t[j] if t[j].kind != "provisional" else last
        hyphened = t[j + 1].kind == "-" and not t[j + 1].gap and not t[j + 2].gap
        j = _behind_hour(t, j + 2 if hyphened or t[j + 1].kind in ("determiner", ":") else j + 1)
    if j == i and t[i].kind == "determiner":
        return mode, manner, i + 1, t[i]
    return mode, manner, j, last


def _behind_hour(t: Sequence[Token], i: int) -> int:
    """The index behind a time of day that a day follows: "by 5pm on 31 May", "by 12 noon on", "by noon, 1 May"."""
    j = i
    if t[i].kind == "number":
        j = i + 3 if t[i + 1].kind in (":", ".") and t[i + 2].kind == "number" else i + 1
    if t[j].kind != "hour":
        return i
    return j + 2 if t[j + 1].kind == "," else j + 1


def _first_unit(t: Sequence[Token], i: int) -> tuple[Unit, int] | None:
    """The unit at `i`; the first of a run of days ("1-5 March") takes the month from the last."""
    return _days_of_month(t, i) or read_unit(t, i)


def _days_of_month(t: Sequence[Token], i: int) -> tuple[Unit, int] | None:
    """The first of several days of one month: "1-5 March", "4, 11 and 18 June"."""
    first = j = _behind_weekday(t, i)
    while _is_day(t[j]) and j < i + _LISTED_DAYS and (_joins(t[j + 1]) or t[j + 1].kind in (",", "and", "&")):
        j = _behind_weekday(t, j + 2)
    if j == first or not _is_day(t[j]):
        return None
    last = read_unit(t, j)
    if last is None or last[0].kind != "day" or not any(token.kind == "month" for token in t[j : last[1]]):
        return None
    return last[0]._replace(day=t[first].number), first + 1


def _behind_weekday(t: Sequence[Token], i: int) -> int:
    return i + 1 if t[i].kind == "weekday" else i


def _is_day(token: Token) -> bool:
    return token.kind in ("number", "nth") and len(token.value) < 3


def _thirds(t: Sequence[Token], i: int) -> tuple[Unit, int] | None:
    """ "Early/mid 2021": the first third takes its unit from the second."""
    if t[i].kind != "part" or t[i + 1].kind not in ("/", "-", "modality") or t[i + 2].kind != "part":
        return None
    found = read_unit(t, i + 2)
    return (found[0]._replace(part=t[i].value), i + 1) if found else None  # type: ignore[arg-type]


def _joins(token: Token) -> bool:
    """Does the token join the two ends of a range?"""
    return token.kind in ("-", "/") or token.text in word_set("range_joints")


def _range(t: Sequence[Token], first: Unit, i: int) -> Found | None:
    """The range that goes on at token `i`, behind its first unit."""
    if _joins(t[i]):
        if (year := _short_year(t, first, i + 1)) is not None:
            return When(first, year), i + 2
        j = i + 1
        while t[j].kind in ("determiner", "-") or (t[j].kind == "modality" and t[j].value == "until"):
            j += 1
        last = read_division(t, j, first) or read_unit(t, j)
        if last and t[i].kind == "/" and (same := _said_again(first, last[0])):
            return When(same), last[1]
        if last and is_plausible(t, j, last[1], last[0], t[j - 1]):
            joined = _joined(t, first, last[0], i, last[1])
            return joined and _lengthened(t, *joined)
        is_end = t[i + 1].kind == "end" or t[i + 1].line
        return (When(first, is_open=True), i + 1) if t[i].kind == "-" and is_end else None
    return _neighbours(t, first, i)


def _said_again(first: Unit, last: Unit) -> Unit | None:
    """The unit that two say, as in two languages: "Medi / September 2025", "31 Mawrth / March 2025"."""
    if first.year is not None or last.year is None:
        return None
    dated = first._replace(year=last.year)
    return (
        dated if dated == last or (first.kind == "day" and dated._replace(kind="month", day=last.day) == last) else None
    )


def _short_year(t: Sequence[Token], first: Unit, i: int) -> Unit | None:
    """The year of two digits that ends "June 2024-26"."""
    if t[i - 1].kind != "-" or t[i].gap or t[i].kind != "number" or len(t[i].value) != 2 or first.year is None:
        return None
    year = century(t[i].number)
    return Unit("year", year) if year > first.year and t[i + 1].kind not in ("month", "-", "/", ".", "of") else None


def _joined(t: Sequence[Token], first: Unit, last: Unit, i: int, stop: int) -> Found | None:
    """The range of two units joined by token `i`; a stroke between months far apart makes a list of several."""
    is_list = t[i - 1].kind == "month" or first.number != last.number or first.day == last.day
    if t[i].kind == "/" and first.kind == last.kind == "day" and is_list:
        return None
    if t[i].kind != "/" or not first.kind == last.kind == "month" or is_next_month(first, last):
        return When(first, last), stop
    if first.year is not None or t[stop].kind == "/":
        return None
    return When(first, last, notes=("stroke_range",)), stop


def _lengthened(t: Sequence[Token], when: When, stop: int) -> Found:
    """The range with the units of a list that follow its last: "Q1/Q2/Q3 2024/25"."""
    more = _neighbours(t, when.last, stop) if when.last is not None and not when.notes else None
    return (when._replace(last=more[0].last), more[1]) if more else (when, stop)


def _neighbours(t: Sequence[Token], first: Unit, i: int) -> Found | None:
    """ "June, July and August 2024": units that follow one another are one stretch."""
    last, stop = first, i
    while t[stop].kind in ("and", "&", ",", "or", "/") and last.year is None:
        found = read_division(t, stop + 1, last) or read_unit(t, stop + 1)
        if found is None or not _follows(found[0], last):
            break
        last, stop = found
    return (When(first, last), stop) if stop > i else None


def _follows(unit: Unit, before: Unit) -> bool:
    """Is the unit the next of its kind?"""
    if unit.kind != before.kind or unit.kind not in ("month", "quarter", "season"):
        return False
    if unit.kind == "season":
        return unit.name != before.name
    return unit.number == before.number + 1 or is_next_month(before, unit)


def is_next_month(first: Unit, last: Unit) -> bool:
    """Does the one month follow the other?"""
    return last.number == first.number % 12 + 1


def _between(t: Sequence[Token], i: int) -> Found | None:
    """ "between March and June 2024"."""
    j = i + 1 if t[i].kind == "determiner" else i
    first = _first_unit(t, j)
    if first is None or t[first[1]].kind not in ("and", "&", "-"):
        return None
    last = read_unit(t, first[1] + 1)
    return (When(first[0], last[0]), last[1]) if last else None


def _is_attribute(t: Sequence[Token], unit: Unit, start: int, stop: int, preposition: Token | None) -> bool:
    """Does the unit only tell which one is spoken of ("the 2024 review", "the 2019-2023 plan", "Q4 of the survey")?"""
    if unit.kind == "quarter" and unit.year is None and t[stop].kind == "of":
        return t[stop + 2].kind in ("word", "forum", "plan")
    if unit.kind not in ("year", "years") or t[start - 1].kind != "determiner" or t[stop].line:
        return False
    loose = preposition is None or preposition.kind == "determiner" or preposition.text == "to"
    return loose and t[stop].kind in ("word", "forum", "plan")


def _is_weak(t: Sequence[Token], unit: Unit, start: int, stop: int, preposition: Token | None) -> bool:
    """Does the year only describe the noun beside it ("2024/25 budget", "Corporate Plan 2024-28")?"""
    if preposition is not None and preposition.text not in _WEAK_PREPOSITIONS:
        return False
    noun = t[stop].kind in ("word", "forum", "plan") and not t[stop].line and not t[stop].capital
    return (noun or t[start - 1].kind == "plan") and unit.kind in ("year", "years", "financial_year")


def _mode(t: Sequence[Token], when: When, mode: Mode, preposition: Token | None, stop: int) -> Mode:
    """How the date bounds the action: a range has its own bounds, and "to March Cabinet" names a meeting."""
    if mode == "from" and when.is_stretch:
        return "in"
    if preposition is not None and preposition.text == "to" and (when.last is not None or t[stop].kind == "forum"):
        return "in"
    return mode


def _suffixed(t: Sequence[Token], when: When, i: int) -> Found:
    """The date with what follows it: "onwards", "at the latest", "+"."""
    j = i + 1 if t[i].kind in (",", "(") and t[i + 1].kind == "suffix" else i
    if t[j].kind == "suffix":
        when, i = when._replace(mode=cast(Mode, t[j].value)), j + (2 if t[i].kind == "(" else 1)
    elif t[i].kind == "+" and not t[i].gap:
        when, i = when._replace(mode="from"), i + 1
    return when, i
