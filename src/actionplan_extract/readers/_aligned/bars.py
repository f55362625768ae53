"""Tables drawn with bars and dashes: which lines are rules, and which bars part cells.

A bar parts cells where it stands below or above others at the same places; elsewhere it is a mark in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

BARS = "|│║┃"
_DASHES = "=_~─═━-"
_CORNERS = "+:┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋"
_RULE = re.compile(rf"(?=.*[{_DASHES}]{{3}})[\s{BARS}{_CORNERS}{_DASHES}]+")
_CORNERED = re.compile(rf"\s*[{_CORNERS}{BARS}]")
_BAR = re.compile(rf"[{BARS}]")
_LEAST_BARS = 2
_LEAST_LINES = 3
_LEAST_WRAPPED = 2
_SENTENCE_END = (".", "!", "?", ":", ";")


def is_rule(line: str) -> bool:
    """Is a line drawn and says nothing?"""
    return _RULE.fullmatch(line) is not None


def drawn(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines whose bars part cells: a line next to it, rules passed over, has them at its places."""
    barred = [(n, _places(line)) for n, line in enumerate(lines) if line.strip() and not is_rule(line)]
    alike = ((n, m) for (n, ones), (m, others) in pairwise(barred) if _are_alike(ones, others))
    return frozenset(number for pair in alike for number in pair)


def is_drawing(lines: Sequence[str]) -> bool:
    """Do the lines hold a table whose cells are drawn, and of which a line is no row by itself?"""
    numbers = sorted(drawn(lines))
    if len(numbers) < _LEAST_LINES:
        return False
    beside = {n + by for n in numbers for by in (-1, 1) if 0 <= n + by < len(lines)}
    is_boxed = any(is_rule(lines[n]) and _CORNERED.match(lines[n]) and not _BAR.match(lines[n].strip()) for n in beside)
    wrapped = sum(_goes_on(lines[a], lines[b]) for a, b in pairwise(numbers) if b == a + 1)
    return is_boxed or wrapped >= _LEAST_WRAPPED


def _places(line: str) -> tuple[int, ...]:
    return tuple(match.start() for match in _BAR.finditer(line))


def _are_alike(ones: Sequence[int], others: Sequence[int]) -> bool:
    """Do two lines have bars at the same places, as far as both go?"""
    least = min(len(ones), len(others))
    return least >= _LEAST_BARS and ones[:least] == others[:least]


def _goes_on(above: str, below: str) -> bool:
    """Does a cell of a line go on in mid-sentence on the line below?"""
    return any(
        start[:1].islower() and bool(end) and not end.endswith(_SENTENCE_END)
        for end, start in zip(_said(above), _said(below), strict=False)
    )


def _said(line: str) -> Iterator[str]:
    """What stands between the bars of a line."""
    return (part.strip() for part in _BAR.split(line))
