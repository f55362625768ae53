"""Lines of a cell to the owners they spell, told by all lines together.

A narrow column wraps owners over several lines, and each line may read as an owner of its own ("Executive
Director, Place" over three). So the lines are cut where the owners that come out are the best as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from .wholeness import NO_OWNER

WRAP = "\v"
"""Stands for a line break that the width of the column may have made; other breaks are an author's."""

_REACH = 12  # lines that one owner may go over
_DOUBLE = 4.0  # what it costs to leave two owners in one
_TORN = 3.0  # what it costs to break a known phrase
_BY_MARK = 0.3  # what it costs to cut at a comma or an "and" rather than at a line break


class Line(NamedTuple):
    """A line [start, end) of a text; `is_wrapped` tells that the break in front may be the column's."""

    start: int
    end: int
    is_wrapped: bool


class Judge(Protocol):
    """Knows owners from other words."""

    def owners(self, text: str) -> Sequence[str]:
        """What a stretch falls into at its marks other than line breaks."""
        ...

    def flaw(self, owner: str) -> float:
        """How far from an owner's name it is: 0 for one, `NO_OWNER` or more for none."""
        ...

    def stand_apart(self, left: str, right: str, *, is_wrapped: bool) -> bool:
        """Are the sides of a break whole owners each?"""
        ...

    def share_phrase(self, left: str, right: str) -> bool:
        """Does a known phrase go over the break?"""
        ...


def segments(text: str, lines: Sequence[Line], judge: Judge) -> list[tuple[int, int]]:
    """The spans of the text, each of one or several lines, that name an owner each at the least cost."""
    torn = [_TORN * judge.share_phrase(_text(text, lines[:n]), _text(text, lines[n:])) for n in range(len(lines))]
    best = [(0.0, 0)]
    for end in range(1, len(lines) + 1):
        starts = range(max(0, end - _REACH), end)
        best.append(min((best[n][0] + torn[n] + _cost(text, lines[n:end], judge), n) for n in starts))
    cuts = [len(lines)]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][1])
    return _joined(text, [(lines[a].start, lines[b - 1].end) for b, a in pairwise(cuts)][::-1], judge)


def _text(text: str, lines: Sequence[Line]) -> str:
    return text[lines[0].start : lines[-1].end] if lines else ""


def _cost(text: str, lines: Sequence[Line], judge: Judge) -> float:
    """What it costs to take some lines for one owner (or for several that other marks part)."""
    owners = judge.owners(_text(text, lines))
    flaws = sum(1 + judge.flaw(owner) for owner in owners)
    doubles = sum(
        judge.stand_apart(_text(text, lines[:n]), _text(text, lines[n:]), is_wrapped=lines[n].is_wrapped)
        for n in range(1, len(lines))
    )
    return flaws + _BY_MARK * (len(owners) - 1) + _DOUBLE * doubles


def _joined(text: str, spans: Sequence[tuple[int, int]], judge: Judge) -> list[tuple[int, int]]:
    """The spans, with neighbours that are no owners put together: of words that say nothing, none are cut."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and all(judge.flaw(text[a:b]) >= NO_OWNER for a, b in (joined[-1], (start, end))):
            start = joined.pop()[0]
        joined.append((start, end))
    return joined
