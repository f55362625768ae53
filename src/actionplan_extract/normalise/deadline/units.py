"""Reads units of time: days, months, seasons, quarters, halves and the several kinds of year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from .dating import Found, dated, year_behind
from .days import read_day_month, read_month, read_week, read_weekday, week_of_month
from .divisions import read_ordinal, read_quarter
from .named_years import read_calendar, read_from_year, read_named_year, read_year_end, read_year_word
from .numeric import read_numeric
from .periods import Part, Unit, UnitKind
from .tokens import Token

_UNNUMBERED: dict[str, UnitKind] = {"M": "month", "W": "week", "Y": "year"}


def read_unit(t: Sequence[Token], i: int) -> Found | None:
    """The unit that starts at token `i`, with as much as belongs to it; None where there is none."""
    reader = _READERS.get(t[i].kind)
    found = reader(t, i) if reader else None
    return _with_fixed(t, i, *found) if found else None


def _with_fixed(t: Sequence[Token], i: int, unit: Unit, stop: int) -> Found:
    fixed = any(token.fixed for token in t[i:stop]) and "typo_corrected" not in unit.notes
    return (unit.noting("typo_corrected") if fixed else unit), stop


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


def _holiday(t: Sequence[Token], i: int) -> Found | None:
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


_READERS.get(t[i].kind)
    found = reader(t, i) if reader else None
    return _with_fixed(t, i, *found) if found else None


def _with_fixed(t: Sequence[Token], i: int, unit: Unit, stop: int) -> Found:
    fixed = any(token.fixed for token in t[i:stop]) and "typo_corrected" not in unit.notes
    return (unit.noting("typo_corrected") if fixed else unit), stop


# Years behind a unit ---------------------------------------------------------


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
    if after.kind in ("month", "%", "period", "nth") or after.text in _SUFFIXES:
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
    notes = ("typo_corrected",) if year.fixed else ()
    pair = year.last if year.last != year.first or year.is_financial else None
    return unit._replace(year=year.first, last_year=pair, fiscal=year.is_financial, notes=(*unit.notes, *notes))


def year_unit(year: Year) -> Unit:
    """The unit that a year, financial year or run of years is by itself."""
    if year.is_financial:
        unit = Unit("financial_year", fiscal=True, name="long" if year.is_long else "")
    else:
        unit = Unit("year" if year.first == year.last else "years")
    return in_year(unit, year)


# One reader a kind of token --------------------------------------------------


def _from_number(t: Sequence[Token], i: int) -> Found | None:
    return read_numeric(t, i) or read_day_month(t, i) or read_ordinal(t, i) or read_from_year(t, i)


def read_day_month(t: Sequence[Token], i: int) -> Found | None:
    """ "31 March 2024", "31st of March", "31-Mar-24"."""
    day = t[i]
    if len(day.value) > 2:
        return None
    j = i + 1
    if t[j].text in _SUFFIXES and t[j].kind == "word":
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


def read_month(t: Sequence[Token], i: int) -> Found:
    """ "March 2024", "Mar-24", "March 31st, 2024"."""
    month = int(t[i].value)
    j = i + 2 if t[i + 1].kind == "." and t[i + 2].kind in ("number", "'", "-", "/") else i + 1
    if (day := _american_day(t, j, month)) is not None:
        return day
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


def _season(t: Sequence[Token], i: int) -> Found | None:
    j = i + 2 if t[i + 1].kind == "school_term" else i + 1
    kind: UnitKind = "season" if j == i + 1 else "school_term"
    found = year_behind(t, j)
    if found and t[found[1]].kind == "school_term":
        kind, found = "school_term", (found[0], found[1] + 1)
    return dated(Unit(kind, name=t[i].value), found, j)


def _holiday(t: Sequence[Token], i: int) -> Found | None:
    return dated(Unit("holiday", name=t[i].value), year_behind(t, i + 1), i + 1)


def read_weekday(t: Sequence[Token], i: int) -> Found | None:
    """ "Monday 31 March 2024": the weekday adds nothing to the date."""
    j = i + 2 if t[i + 1].kind in (",", ".", "determiner") else i + 1
    if t[j].kind == "determiner":
        j += 1
    found = read_unit(t, j) if t[j].kind in _DAY_OPENINGS else None
    if found is None or found[0].kind != "day":
        return None
    return found[0]._replace(name=f"weekday {t[i].value}"), found[1]


def read_week(t: Sequence[Token], i: int) -> Found | None:
    """ "w/c 4 March 2024", "week ending 8 March"."""
    j = i + 2 if t[i + 1].kind in (":", "-", "determiner") else i + 1
    found = read_unit(t, j) if t[j].kind in (*_DAY_OPENINGS, "weekday") else None
    if found is None or found[0].kind != "day":
        return None
    return found[0]._replace(kind="week", name=t[i].value), found[1]


def read_quarter(t: Sequence[Token], i: int) -> Found | None:
    """ "Q1 2024/25", "Qtr 3 of 2020/21", "H2 2024", "Quarter one"."""
    j = i + 2 if t[i + 1].kind == "." else i + 1
    number = t[j]
    if number.kind not in ("number", "ordinal") or len(number.value) > 1:
        return None
    kind: UnitKind = "quarter" if t[i].kind == "quarter" else "half"
    return _division(t, Unit(kind, number=int(number.value)), j + 1)


def read_ordinal(t: Sequence[Token], i: int) -> Found | None:
    """ "first quarter of 2024/25", "2nd half of 2025", "3Q 2024", "first week of June 2024"."""
    if t[i + 1].text in ("week", "week of"):
        return week_of_month(t, i)
    lettered = t[i + 1].text in ("q", "h")
    if t[i + 1].kind not in ("quarter", "half") or lettered != (t[i].kind == "number") or len(t[i].value) > 2:
        return None
    if t[i + 1].kind == "quarter":
        number = 4 if t[i].kind == "deictic" else int(t[i].value)
        return _division(t, Unit("quarter", number=number), i + 2)
    number = 2 if t[i].kind == "deictic" else int(t[i].value)
    unit, stop = _division(t, Unit("half", number=number), i + 2)
    # "first half of 2025" speaks of the calendar, "H1 2025" of the books.
    return (unit if unit.fiscal or unit.base else unit._replace(base="calendar")), stop


def week_of_month(t: Sequence[Token], i: int) -> Found | None:
    """ "first week of June 2024", "last week in March": the days 1 to 7, the last seven days."""
    j = i + 3 if t[i + 2].kind in ("of", "modality") else i + 2
    if t[i].kind == "number" or t[j].kind != "month":
        return None
    number = -1 if t[i].kind == "deictic" else int(t[i].value)
    unit, stop = read_month(t, j)
    return (unit._replace(kind="week", name="of month", day=number), stop) if unit.kind == "month" else None


def _division(t: Sequence[Token], unit: Unit, j: int) -> Found:
    """The quarter or half with what stands behind it: its year, and which year is meant."""
    k = j + 1 if t[j].kind in ("of", "in") or t[j].text in ("of", "in") else j
    if t[k].text in ("the", "each"):
        k += 1
    if t[k].kind == "calendar" or t[k].kind == "year_name":
        base = "calendar" if t[k].kind == "calendar" else "financial"
        unit, j = unit._replace(base=base), k + 1  # type: ignore[arg-type]
        if t[j].kind == "period" and t[j].value == "Y":
            j += 1
    elif k > j and t[k].kind == "period" and t[k].text == "year":
        return unit, k + 1  # "second half of the year"
    j = _behind_months(t, j)
    unit, stop = dated(unit, year_behind(t, j), j)
    if t[stop].kind == "(" and t[stop + 1].kind in ("calendar", "financial", "year_name") and t[stop + 2].kind == ")":
        base = "calendar" if t[stop + 1].kind == "calendar" else "financial"
        return unit._replace(base=base), stop + 3  # type: ignore[arg-type]
    if t[stop].kind in ("calendar", "financial"):
        return unit._replace(base=t[stop].kind), stop + 1  # type: ignore[arg-type]
    return unit, stop


def _behind_months(t: Sequence[Token], i: int) -> int:
    """The index behind a quarter's months in brackets, where its year follows them: "Q1 (Apr-Jun) 2024/25"."""
    months = t[i].kind == "(" and t[i + 1].kind == t[i + 3].kind == "month" and t[i + 4].kind == ")"
    return i + 5 if months and year_behind(t, i + 5) else i


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


def read_calendar(t: Sequence[Token], i: int) -> Found | None:
    """ "calendar year 2024", "calendar Q2 2024"."""
    j = i + 2 if t[i + 1].kind == "period" else i + 1
    if t[j].kind in ("quarter", "half") and (found := read_quarter(t, j)):
        return found[0]._replace(base="calendar"), found[1]
    year = read_year(t, j)
    if year is None:
        return (Unit("year"), j) if t[i].text == "calendar year" else None
    return year_unit(year[0]), year[1]


def read_year_word(t: Sequence[Token], i: int) -> Found | None:
    """ "year 2024", "year ending March 2025"; "Year 2" is a code, no year."""
    if t[i].value != "Y":
        return None
    year = read_year(t, i + 1)
    return (year_unit(year[0]), year[1]) if year and t[i].text == "year" else None


def read_from_year(t: Sequence[Token], i: int) -> Found | None:
    """A year, and the quarter, half, term or kind of year that may stand behind it: "2024/25 Q3"."""
    found = read_year(t, i)
    if found is None:
        return None
    year, stop = found
    if (division := division_behind(t, year, stop)) is not None:
        return division
    if t[stop].kind == "year_name":
        return in_year(Unit(cast(UnitKind, t[stop].value)), year), stop + 1
    if t[stop].kind == "year_end":
        return year_unit(year)._replace(part="end"), stop + 1
    return year_unit(year), stop


def division_behind(t: Sequence[Token], year: Year, stop: int) -> Found | None:
    """The quarter or half that stands behind its year: "2024/25 Q3", "2024/25 (H1)"."""
    j = stop + 1 if t[stop].kind in ("-", ":", ",", "(") else stop
    division = read_quarter(t, j) if t[j].kind in ("quarter", "half") else None
    if division is None or division[0].year is not None:
        return None
    closing = 1 if t[stop].kind == "(" and t[division[1]].kind == ")" else 0
    return in_year(division[0], year), division[1] + closing


def read_division(t: Sequence[Token], i: int, first: Unit) -> Found | None:
    """The bare number that ends a run of quarters or halves: the 3 of "Q1-3 2024/25"."""
    if first.kind not in ("quarter", "half") or first.year is not None or t[i].kind != "number" or len(t[i].value) > 1:
        return None
    return _division(t, Unit(first.kind, number=t[i].number), i + 1)


def read_year_end(t: Sequence[Token], i: int) -> Found | None:
    """ "year end 2024/25", "end of financial year": the last day of it."""
    found = year_behind(t, i + 1)
    named = t[i].value == "financial_year" or (found is not None and found[0].is_financial)
    if not named and found is None:
        unit = Unit("financial_year", part="end", name="year_end")
    else:
        unit = Unit("financial_year" if named else "year", part="end")
    return dated(unit, found, i + 1)


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
    return unit.kind == "year" and unit.year is None


def _deictic(t: Sequence[Token], i: int) -> Found | None:
    """ "next year", "this financial year", "last quarter of 2024/25"."""
    shift = int(t[i].value)
    if t[i].text == "last" and (found := read_ordinal(t, i)) and (found[0].year or found[0].kind == "week"):
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
    "ordinal": _ordinal,
    "year_name": read_named_year,
    "calendar": read_calendar,
    "period": read_year_word,
    "year_end": read_year_end,
    "part": _part,
    "deictic": _deictic,
}
