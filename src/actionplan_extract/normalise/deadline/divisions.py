"""Reads quarters and halves: "Q1 2024/25", "first half of 2025", "2024/25 (Q3)"."""

from __future__ import annotations

from collections.abc import Sequence

from .dating import Found, dated, in_year, year_behind
from .periods import Base, Unit, UnitKind
from .tokens import Token
from .years import Year

_BASES: dict[str, Base] = {"calendar": "calendar", "financial": "financial", "year_name": "financial"}
"""What a word says of the year that a quarter counts in."""


def read_quarter(t: Sequence[Token], i: int) -> Found | None:
    """ "Q1 2024/25", "Qtr 3 of 2020/21", "H2 2024", "Quarter one"."""
    j = i + 2 if t[i + 1].kind == "." else i + 1
    number = t[j]
    if number.kind not in ("number", "ordinal") or len(number.value) > 1:
        return None
    kind: UnitKind = "quarter" if t[i].kind == "quarter" else "half"
    unit, stop = _division(t, Unit(kind, number=int(number.value)), j + 1)
    return (_spoken_half(unit) if number.kind == "ordinal" else unit), stop


def read_quarter_number(t: Sequence[Token], i: int) -> Found | None:
    """ "Ch1 2024/25", or "Ql 2024/25" with the 1 taken for a letter; without a year it is something else."""
    misread = not t[i].text[-1].isdigit()
    unit = Unit("quarter", number=int(t[i].value), notes=("typo_corrected",) if misread else ())
    unit, stop = _division(t, unit, i + 1)
    return (unit, stop) if unit.year is not None else None


def _spoken_half(unit: Unit) -> Unit:
    """ "first half of 2025" speaks of the calendar, "H1 2025" of the books."""
    return unit._replace(base="calendar") if unit.kind == "half" and not (unit.fiscal or unit.base) else unit


def read_ordinal(t: Sequence[Token], i: int) -> Found | None:
    """ "first quarter of 2024/25", "2nd half of 2025", "3Q 2024"."""
    lettered = t[i + 1].text in ("q", "h")
    if t[i + 1].kind not in ("quarter", "half") or lettered != (t[i].kind == "number") or len(t[i].value) > 2:
        return None
    if t[i + 1].kind == "quarter":
        number = 4 if t[i].kind == "deictic" else int(t[i].value)
        return _division(t, Unit("quarter", number=number), i + 2)
    number = 2 if t[i].kind == "deictic" else int(t[i].value)
    unit, stop = _division(t, Unit("half", number=number), i + 2)
    return _spoken_half(unit), stop


def read_run(t: Sequence[Token], i: int) -> tuple[Unit, Unit, int] | None:
    """ "first two quarters of 2024/25", "last 6 months of 2025": the first and last quarter or month of a year."""
    count, noun = t[i + 1], t[i + 2]
    size = {"quarter": 3, "M": 1}.get(noun.value or noun.kind)
    if t[i].text not in ("first", "last", "final") or count.kind != "number" or size is None:
        return None
    found, months = year_behind(t, i + 3), count.number * size
    if found is None or not 0 < months < 12 or not (found[0].is_financial or found[0].first == found[0].last):
        return None
    if months % 3 and found[0].is_financial:
        return None
    kind: UnitKind = "month" if months % 3 else "quarter"
    each = 1 if months % 3 else 3
    start = 1 if t[i].text == "first" else (12 - months) // each + 1
    unit = Unit(kind, base="" if found[0].is_financial else "calendar")
    first, last = unit._replace(number=start), unit._replace(number=start + months // each - 1)
    return in_year(first, found[0]), in_year(last, found[0]), found[1]


def _division(t: Sequence[Token], unit: Unit, j: int) -> Found:
    """The quarter or half with what stands behind it: its year, and which year is meant."""
    k = j + 1 if t[j].kind in ("of", "in") or t[j].text in ("of", "in") else j
    if t[k].text in ("the", "each"):
        k += 1
    if t[k].kind in ("calendar", "year_name"):
        unit, j = unit._replace(base=_BASES[t[k].kind]), k + 1
        if t[j].kind == "period" and t[j].value == "Y":
            j += 1
    elif k > j and t[k].kind == "period" and t[k].text == "year":
        return unit, k + 1  # "second half of the year"
    j = _behind_months(t, j)
    return _based(t, *dated(unit, year_behind(t, j), j))


def _based(t: Sequence[Token], unit: Unit, stop: int) -> Found:
    """The quarter or half with what is said behind it of its year: "(calendar)"."""
    if t[stop].kind == "(" and t[stop + 1].kind in _BASES and t[stop + 2].kind == ")":
        return unit._replace(base=_BASES[t[stop + 1].kind]), stop + 3
    if t[stop].kind in ("calendar", "financial"):
        return unit._replace(base=_BASES[t[stop].kind]), stop + 1
    return unit, stop


def _behind_months(t: Sequence[Token], i: int) -> int:
    """The index behind a quarter's months in brackets, where its year follows them: "Q1 (Apr-Jun) 2024/25"."""
    months = t[i].kind == "(" and t[i + 1].kind == t[i + 3].kind == "month" and t[i + 4].kind == ")"
    return i + 5 if months and year_behind(t, i + 5) else i


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
