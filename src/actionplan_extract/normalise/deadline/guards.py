"""Keeps what is no date from being read as one: verbs, names, telephone numbers, Acts, things counted."""

from __future__ import annotations

from collections.abc import Sequence

from .periods import Unit
from .tokens import Token

_NAMES = frozenset(
    {
        "may",
        "march",
        "mar",
        "april",
        "june",
        "august",
        "jan",
        "jun",
        "dec",
        "sep",
        "mai",
        "medi",
        "mawrth",
        "fedi",
        "oct",
    }
)
_FIRM = frozenset(
    {"by", "in", "from", "until", "before", "after", "during", "since", "throughout", "erbyn", "ym", "yn"}
)
_CLOSING = frozenset(
    {"end", ",", ".", ";", ":", ")", "(", "-", "/", "and", "then", "?", "|", "]", "[", "!", "&", "+", "="}
)
_TIME = frozenset(
    {
        "forum",
        "label",
        "modality",
        "unscheduled",
        "provisional",
        "ongoing",
        "recurring",
        "completed",
        "suffix",
        "conditional",
        "revised",
        "superseded",
        "every",
        "phase",
        "begun",
        "event",
        "soon",
        "month",
        "number",
        "nth",
        "quarter",
        "season",
    }
)


def is_plausible(t: Sequence[Token], start: int, stop: int, unit: Unit, preposition: Token | None) -> bool:
    """Is the unit at tokens [start, stop) meant as a time, judged by what stands around it?"""
    before = _before(t, start if preposition is None else start - 1)
    own_before, after = _before(t, start), _after(t, stop)
    if before.kind in ("reference", "title") or own_before.kind in ("reference", "title"):
        return unit.kind not in ("year", "years", "financial_year") and _has_name(t, start, stop)
    if t[start].kind in ("number", "nth") and own_before.kind in ("phase", "noise"):
        return _is_dated_phase(t, start, unit)
    check = _CHECKS.get(unit.kind)
    return check is None or check(t, start, stop, unit, preposition, own_before, after)


def _has_name(t: Sequence[Token], start: int, stop: int) -> bool:
    return any(token.kind in ("month", "season") for token in t[start:stop])


def _is_dated_phase(t: Sequence[Token], start: int, unit: Unit) -> bool:
    """ "Phase 2 May 2024" speaks of phase 2; "Stage 2024/25" of a year."""
    return len(t[start].value) == 4


def _before(t: Sequence[Token], i: int) -> Token:
    """The token before `i` in its line, an end token where there is none."""
    return t[i - 1] if i > 0 and not t[i].line else t[-1]


def _after(t: Sequence[Token], i: int) -> Token:
    return t[-1] if t[i].line else t[i]


def _year(
    t: Sequence[Token], start: int, stop: int, unit: Unit, preposition: Token | None, before: Token, after: Token
) -> bool:
    """A bare year counts as one unless it counts things, belongs to a number or names a law."""
    if unit.part:
        return True
    if before.kind in ("number", "money", "'") and not _numbers_phase(t, start):
        return False
    if before.kind in (".", "/", ":", "-", "+") and not t[start].gap and _before(t, start - 1).kind == "number":
        return False
    if after.kind in ("money", "%", "period", "number", "fold", "@") or (
        after.kind == "," and t[stop + 1].kind == "number"
    ):
        return False
    if after.kind == "word" and not after.capital:
        return preposition is not None and preposition.text in _FIRM
    return True


def _numbers_phase(t: Sequence[Token], start: int) -> bool:
    return start > 1 and t[start - 2].kind in ("phase", "period", "quarter", "label")


def _pair(
    t: Sequence[Token], start: int, stop: int, unit: Unit, preposition: Token | None, before: Token, after: Token
) -> bool:
    """A pair of years; "24-25" with a dash needs a preposition or stands alone."""
    if unit.year is None:
        return preposition is not None or bool(unit.part) or t[start].kind == "deictic"
    if after.kind in ("%", "money") or (after.kind == "period" and after.text != "year"):
        return False
    if before.kind in ("number", "money") and not _numbers_phase(t, start):
        return False
    if len(t[start].value) == 2 and t[start].kind == "number" and t[start + 1].kind == "-":
        alone = before.kind in _CLOSING and after.kind in _CLOSING
        return alone or preposition is not None or before.kind == "label"
    return True


def _month(
    t: Sequence[Token], start: int, stop: int, unit: Unit, preposition: Token | None, before: Token, after: Token
) -> bool:
    """A month without a year: "may" the verb, "March" the town and "April" the officer are none."""
    if unit.year is not None or unit.number == 0:
        return unit.shift >= 0
    name = t[stop - 1].text
    is_name = name in _NAMES or t[stop - 1].fixed
    if unit.part:
        return after.kind in _CLOSING or after.kind in _TIME or not is_name or not after.capital
    if before.kind == "of":
        return not is_name
    if preposition is None or preposition.text == "to":
        free = before.kind in _CLOSING or before.kind in ("label", "ongoing", "every", "modality", "recurring", "begun")
        if not free and (is_name or after.kind not in _CLOSING):
            return False
        return after.kind in _CLOSING or after.kind in _TIME or _forum_follows(t, stop)
    if after.kind in _CLOSING or after.kind in _TIME or after.kind == "function":
        return True
    return not is_name or (not after.capital and preposition.text in _FIRM)


def _forum_follows(t: Sequence[Token], stop: int) -> bool:
    """ "May Transparency Board"."""
    return t[stop + 1].kind == "forum" and t[stop].capital


def _season(
    t: Sequence[Token], start: int, stop: int, unit: Unit, preposition: Token | None, before: Token, after: Token
) -> bool:
    """A season without a year stands alone or behind a preposition; "spring clean" is none."""
    if unit.year is not None or unit.part:
        return True
    closed = after.kind in _CLOSING or after.kind in _TIME
    if preposition is not None:
        return closed or after.kind == "function"
    return closed and before.kind in _CLOSING


def _day(
    t: Sequence[Token], start: int, stop: int, unit: Unit, preposition: Token | None, before: Token, after: Token
) -> bool:
    """A day without a year: not in "Option 1 may be", "page 3 March"."""
    if unit.year is not None:
        return True
    if before.kind in ("number", "money", "word") and preposition is None and after.kind not in _CLOSING:
        return False
    return after.kind in _CLOSING or after.kind in _TIME or preposition is not None or not t[stop - 1].text in _NAMES


def _spoken(
    t: Sequence[Token], start: int, stop: int, unit: Unit, preposition: Token | None, before: Token, after: Token
) -> bool:
    """Named years, halves and feasts without a year need something that makes a time of them."""
    if unit.year is not None or unit.part:
        return True
    return unit.shift >= 0 and (preposition is not None or t[start].kind == "deictic" or after.kind in _CLOSING)


_CHECKS = {
    "year": _year,
    "years": _pair,
    "financial_year": _pair,
    "month": _month,
    "season": _season,
    "school_term": _season,
    "day": _day,
    "half": _spoken,
    "holiday": _spoken,
    "academic_year": _spoken,
    "municipal_year": _spoken,
}
