"""Reads dates in digits: "31/03/2024", "31.3.24", "2024-03-31", "04/2024", "04/24", "2024-04"."""

from __future__ import annotations

from collections.abc import Sequence

from .periods import Unit
from .tokens import Token
from .years import FIRST_YEAR, LAST_YEAR, century

Found = tuple[Unit, int]
_JOINTS = frozenset("/.-")


def read_numeric(t: Sequence[Token], i: int) -> Found | None:
    """The date in digits at token `i`, day first; None where there is none."""
    if t[i + 1].kind not in _JOINTS:
        return _spaced(t, i)
    return None if _continues(t, i) else _three(t, i) or _two(t, i)


def _continues(t: Sequence[Token], i: int) -> bool:
    """Do the digits go on from others, as in an address of a network, or stand in a path?"""
    before = t[i - 1] if i else t[-1]
    return before.kind == t[i + 1].kind and not t[i].gap and not before.gap


def _three(t: Sequence[Token], i: int) -> Found | None:
    a, joint, b, second, c = t[i : i + 5]
    if not (joint.kind in _JOINTS and second.kind == joint.kind and a.kind == b.kind == c.kind == "number"):
        return None
    loose = joint.kind != "/" and (_is_apart(joint) != _is_apart(b) or _is_apart(second) != _is_apart(c))
    if loose or _goes_on(t, i + 4, joint):
        return None
    sizes = tuple(len(token.value) for token in (a, b, c))
    if sizes[0] == 4 and max(sizes[1:]) <= 2 and _is_year(a):
        return Unit("day", a.number, b.number, c.number), _behind_time(t, i + 5)
    if max(sizes[:2]) <= 2 and sizes[2] in (2, 4):
        year = century(c.number) if sizes[2] == 2 else c.number
        is_date = joint.kind == "/" and sizes == (2, 2, 4) and FIRST_YEAR <= year <= LAST_YEAR
        is_date = is_date or _is_plausible(a, b, year)
        return (Unit("day", year, b.number, a.number), _behind_time(t, i + 5)) if is_date else None
    return None


def _is_apart(token: Token) -> bool:
    """Does white space other than a line break stand before it?"""
    return token.gap and not token.line


def _is_plausible(a: Token, b: Token, year: int) -> bool:
    """Is it meant as a date at all, possible or not?"""
    return FIRST_YEAR <= year <= LAST_YEAR and max(a.number, b.number) <= 39


def _spaced(t: Sequence[Token], i: int) -> Found | None:
    """ "31 03 2024"."""
    a, b, c = t[i : i + 3]
    if not (a.kind == b.kind == c.kind == "number" and b.gap and c.gap):
        return None
    if len(a.value) != 2 or len(b.value) != 2 or not _is_year(c) or a.number > 31 or b.number > 12:
        return None
    return Unit("day", c.number, b.number, a.number), i + 3


def _two(t: Sequence[Token], i: int) -> Found | None:
    a, joint, b = t[i : i + 3]
    if not (joint.kind in _JOINTS and a.kind == b.kind == "number") or joint.gap or b.gap or _goes_on(t, i + 2, joint):
        return None
    if _is_year(a) and len(b.value) == 2 and joint.kind != "." and b.number != (a.number + 1) % 100:
        return (Unit("month", a.number, b.number), i + 3) if 1 <= b.number <= 12 else None
    if _is_year(b) and len(a.value) <= 2:
        return Unit("month", b.number, a.number), i + 3
    return _short(a, joint, b, i + 3)


def _short(a: Token, joint: Token, b: Token, stop: int) -> Found | None:
    """ "04/24": a month and a year; "31/03": a day and a month. Nothing else says so little."""
    if joint.kind != "/" or len(a.value) != 2 or len(b.value) != 2 or b.number == a.number + 1:
        return None
    if 1 <= a.number <= 12 < b.number:
        return Unit("month", century(b.number), a.number), stop
    if 12 < a.number <= 31 and 1 <= b.number <= 12:
        return Unit("day", None, b.number, a.number), stop
    return None


def _is_year(token: Token) -> bool:
    return token.kind == "number" and len(token.value) == 4 and FIRST_YEAR <= token.number <= LAST_YEAR


def _goes_on(t: Sequence[Token], i: int, joint: Token) -> bool:
    """Do more digits follow behind the same mark, as in a version or a telephone number?"""
    after = t[i + 1]
    return after.kind == "%" or (after.kind == joint.kind and not after.gap and t[i + 2].kind == "number")


def _behind_time(t: Sequence[Token], i: int) -> int:
    """The index behind a time of day that a spreadsheet has put after the date."""
    j = i + 1 if t[i].text == "t" else i
    if t[j].kind == "number" and t[j + 1].kind == ":" and t[j + 2].kind == "number":
        j += 3
        while t[j].kind in (":", ".") and not t[j].gap and t[j + 1].kind == "number" and not t[j + 1].gap:
            j += 2
        return j + 1 if t[j].text == "z" else j
    return i
