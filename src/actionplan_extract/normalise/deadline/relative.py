"""Reads times counted from something: "within 6 months of adoption", "3-6 months", "2+ years"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from .marks import Amount, Offset
from .periods import months_on
from .recurrence import counts_time, duration
from .tokens import CLOSING, Token
from .when import read_when
from .words import word_set

Found = tuple[Offset, int]
_FREE = CLOSING | {"label", "horizon", "soon", "phase"}
_ANCHORING = frozenset({"from", "after"})


def read_offset(t: Sequence[Token], i: int) -> Found | None:
    """The offset at token `i`, with the words that open it; None where there is none."""
    if t[i].kind == "function" and t[i].text != "a":
        return None
    j, is_opened = _opening(t, i)
    amounts = _amounts(t, j)
    if amounts is None:
        return None
    low, high, stop = amounts
    if t[i].text in word_set("offset_after"):
        low, high = high, None
    if (
        t[stop].text in word_set("offset_refused")
        or t[stop].text in word_set("per")
        or not (is_opened or _is_free(t, i))
    ):
        return None
    if t[stop].kind == "'" and t[stop + 1].kind == "word" and t[stop + 1].text != "time":
        return None  # "24 months' backlog"
    stop = _behind_noun(t, stop)
    describes = j == i and not t[stop].line and t[stop].kind in ("word", "plan", "forum", "generic")
    if not describes:
        return _anchored(t, low, high, stop)
    is_hours = high is not None and high.unit == "H"  # "24-hour helpline"
    return None if is_hours else (Offset(low, high, describes=True), stop)


def _opening(t: Sequence[Token], i: int) -> tuple[int, bool]:
    j = i
    while j < i + 3 and t[j].text in word_set("offset_opening"):
        j += 1
    if (t[j].kind == "deictic" and t[j].value == "1") or t[j].text == "following":
        j += 1
    elif j > i and t[j].kind == "deictic":
        return i, False
    return j, j > i


def _is_free(t: Sequence[Token], i: int) -> bool:
    return i == 0 or t[i].line or t[i - 1].kind in _FREE


def _amounts(t: Sequence[Token], i: int) -> tuple[Amount | None, Amount | None, int] | None:
    """The two amounts of "3-6 months", "18 months - 2 years"; the low one is None where there is one."""
    first = _amount(t, i)
    if first is None:
        return None
    amount, stop = first
    if t[stop].kind == "+":
        stop += 1
        unit = t[stop].value if amount.unit == "" else amount.unit
        return (Amount(amount.number, unit), None, stop + 1) if unit in _STEPS else None
    if t[stop].kind in ("-", "/") or t[stop].text == "to":
        second = _amount(t, stop + 1)
        if second and second[0].unit:
            return Amount(amount.number, amount.unit or second[0].unit), second[0], second[1]
    return (None, amount, stop) if amount.unit else None


def _amount(t: Sequence[Token], i: int) -> tuple[Amount, int] | None:
    """A count with its unit ("6 months", "10-year", "a year"), the unit "" where it is left to the second."""
    if t[i].text == "half" and t[i + 1].text == "a" and t[i + 2].value == "Y":
        return Amount(6, "M"), i + 3
    if t[i].text == "a" and t[i + 1].kind == "period":
        return Amount(1, t[i + 1].value), i + 2
    if t[i].kind != "number" or len(t[i].value) > 3:
        return None
    is_repeated = t[i + 1].kind == "(" and t[i + 2].value == t[i].value and t[i + 3].kind == ")"  # "six (6) months"
    stop, has_half = _half(t, i + 4 if is_repeated else i + 1)
    j = stop + 1 if t[stop].kind == "-" and counts_time(t[stop + 1]) else stop
    if has_half:
        return (Amount(t[i].number * 12 + 6, "M"), j + 1) if t[j].value == "Y" else None
    return (Amount(t[i].number, t[j].value), j + 1) if counts_time(t[j]) else (Amount(t[i].number, ""), i + 1)


def _half(t: Sequence[Token], i: int) -> tuple[int, bool]:
    """The index behind a half that goes on a number ("2.5", "2½", "two and a half"), and whether there is one."""
    if t[i].text == "½":
        return i + 1, True
    if t[i].kind == "." and t[i + 1].text == "5" and not (t[i].gap or t[i + 1].gap):
        return i + 2, True
    is_half = [token.text for token in t[i : i + 3]] == ["and", "a", "half"]
    return (i + 3, True) if is_half else (i, False)


def _behind_noun(t: Sequence[Token], i: int) -> int:
    """The index behind an apostrophe: "6 months' time"."""
    j = i + 1 if t[i].kind == "'" else i
    return j + 1 if t[j].text == "time" else j


def _anchored(t: Sequence[Token], low: Amount | None, high: Amount | None, i: int) -> Found:
    """The offset with what it is counted from."""
    if t[i].kind == "of" or (t[i].kind == "modality" and t[i].value in _ANCHORING):
        found = read_when(t, i + 1)
        if found and found[0].mode == "in":
            return Offset(low, high, i + 1, found[0]), found[1]
        if t[i + 1].kind not in ("end", ")", ".", ","):
            return Offset(low, high, i + 1), i + 1
    return Offset(low, high), i


# Arithmetic ------------------------------------------------------------------

_STEPS = {"D": 1, "B": 1, "H": 1, "W": 7, "F": 14, "M": 1, "Q": 3, "Y": 12}


def amount_to_duration(amount: Amount) -> str:
    """The ISO 8601 duration of an amount; working days as the calendar days they take."""
    if amount.unit in ("B", "H"):
        return f"P{_days(amount)}D"
    return duration(amount.number, amount.unit)


def _days(amount: Amount) -> int:
    """The calendar days of an amount of hours, days or weeks."""
    if amount.unit == "B":
        weeks, rest = divmod(amount.number, 5)
        return weeks * 7 + rest
    return -(-amount.number // 24) if amount.unit == "H" else amount.number * _STEPS[amount.unit]


def later(day: date, amount: Amount) -> date:
    """The day so much later, the day of the month kept or clipped to the month's end.

    Raises OverflowError or ValueError beyond the calendar's last year.
    """
    if amount.unit in ("M", "Q", "Y"):
        return months_on(day, amount.number * _STEPS[amount.unit])
    return day + timedelta(days=_days(amount))
