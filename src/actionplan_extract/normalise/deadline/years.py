"""Reads years: "2024", "'24", "2024/25", "24/25", "2022 to 23", "2024-26"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .tokens import Token

FIRST_YEAR, LAST_YEAR = 1950, 2100
"""A number outside these is not taken for a year."""


class Year(NamedTuple):
    """A year, financial year or run of years as written.

    `is_financial` marks a pair whose second year follows the first ("2024/25"), `is_long` one written with
    four digits twice and no stroke ("2024 - 2025"), which may as well be two calendar years. A pair that
    runs backwards ("2025/24") is financial too: no calendar has it.
    """

    first: int
    last: int
    is_financial: bool = False
    is_long: bool = False
    fixed: bool = False


Found = tuple[Year, int]


def read_year(t: Sequence[Token], i: int, short: bool = False, run: bool = True) -> Found | None:
    """The year, or pair of years, at token `i`.

    `short` allows two digits alone; without `run` a pair counts only where it is one year ("2024/25").
    """
    if (pair := read_pair(t, i)) is not None and (run or pair[0].is_financial):
        return pair
    if t[i].kind == "number" and len(t[i].value) == 4 and FIRST_YEAR <= t[i].number <= LAST_YEAR:
        return Year(t[i].number, t[i].number, fixed=t[i].fixed), i + 1
    if t[i].kind == "'" and _is_short(t[i + 1]):
        return Year(century(t[i + 1].number), century(t[i + 1].number)), i + 2
    if split := _split_year(t, i):
        return split
    if short and _is_short(t[i]):
        return Year(century(t[i].number), century(t[i].number), fixed=t[i].fixed), i + 1
    return None


def century(short: int) -> int:
    """The four-digit year of a two-digit one."""
    return 2000 + short if short < 70 else 1900 + short


def _is_short(token: Token) -> bool:
    return token.kind == "number" and len(token.value) == 2


def _split_year(t: Sequence[Token], i: int) -> Found | None:
    """A year broken in two by a narrow column: "20 24", "202 4"."""
    a, b = t[i], t[i + 1]
    written = a.value + b.value
    if not (a.kind == b.kind == "number" and b.gap and written.startswith("20") and len(written) == 4):
        return None
    year, second = int(written), t[i + 3]
    if t[i + 2].kind == "/" and _is_short(second) and second.number == (year + 1) % 100:
        return Year(year, year + 1, True, fixed=True), i + 4
    return Year(year, year, fixed=True), i + 2


def read_pair(t: Sequence[Token], i: int) -> Found | None:
    """Two years joined by a stroke, a dash or "to"."""
    start = i + 1 if t[i].kind == "'" else i
    first, joint = t[start], t[start + 1]
    if first.kind != "number" or len(first.value) not in (2, 4):
        return None
    if joint.kind not in ("/", "-") and joint.text != "to":
        return None
    second = start + 3 if t[start + 2].kind == "'" else start + 2
    if t[second].kind != "number" or _goes_on(t, second, joint):
        return None
    return _pair(first, joint, t[second], second + 1)


def _goes_on(t: Sequence[Token], i: int, joint: Token) -> bool:
    """Is the number followed by more of the same ("2024-03-31", "24/25/26") or by a month ("2024 - 25 March")?"""
    after = t[i + 1]
    joined = after.kind == joint.kind and not after.gap and t[i + 2].kind == "number" and not t[i + 2].gap
    return joined or after.kind in ("month", "%") or (after.kind == "of" and t[i + 2].kind == "month")


def _pair(first: Token, joint: Token, second: Token, stop: int) -> Found | None:
    a, b = first.number, second.number
    long = len(first.value) == len(second.value) == 4
    if len(first.value) == 2:
        return _short_pair(first, joint, second, stop)
    if not FIRST_YEAR <= a <= LAST_YEAR or not _is_second_year(first, joint, second):
        return None
    last = b if long else a // 100 * 100 + b
    if last == a // 100 * 100 and a % 100 == 99:
        last += 100
    fixed = first.fixed or second.fixed
    return Year(a, last, last <= a + 1, long and joint.kind != "/" and last == a + 1, fixed), stop


def _is_second_year(first: Token, joint: Token, second: Token) -> bool:
    """Can the second number end a pair? "2024-04" is a month, "2024-05-…" a day."""
    if len(second.value) == 4:
        return FIRST_YEAR <= second.number <= LAST_YEAR
    if len(second.value) != 2 or (joint.kind == "-" and joint.gap != second.gap):
        return False
    return second.number == (first.number + 1) % 100 or not 1 <= second.number <= 12


def _short_pair(first: Token, joint: Token, second: Token, stop: int) -> Found | None:
    """ "24/25": two digits each, the second the first plus one."""
    if len(second.value) != 2 or joint.gap or second.gap or second.number != (first.number + 1) % 100:
        return None
    return Year(century(first.number), century(first.number) + 1, True, False, first.fixed or second.fixed), stop
