"""Tables of two columns aligned by spaces: what will be done on the left, a date or who on the right.

Two texts beside each other are no sign by themselves, since lists and labels are aligned, too. So all right-hand
texts must begin at one place, far from the left, and nothing may run into it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from .._blocks import GLYPHS
from .lines import Line
from .tables import Area

_LEAST_ROWS = 3
_LEAST_WIDTH = 20  # characters from the left edge to the second column: labels and list numbers are nearer
_EMPTY = 4  # empty lines that end a table
_LISTED = re.compile(rf"[{GLYPHS}*–—-]$|\(?\w{{1,3}}[.)]$|.*:$")


def pair_areas(text: str, lines: Sequence[Line], known: Container[tuple[int, ...]]) -> Iterator[Area]:
    """Where tables of two columns stand in some lines, from top to bottom; of those at `known` places a row will do."""
    at = 0
    while at < len(lines):
        area = _area(text, lines, at)
        rows = sum(len(line.segments) == 2 for line in area)
        if rows >= _LEAST_ROWS or (rows and area[0].places in known):
            yield Area(tuple(area), area[0].places)
        at += max(len(area), 1)


def _area(text: str, lines: Sequence[Line], at: int) -> list[Line]:
    """The lines of the table that begins at a line, up to the last that has a second column; none where none does."""
    if not _may_begin(text, lines[at]):
        return []
    left, right = lines[at].places
    area: list[Line] = []
    last = empty = 0
    for line in lines[at:]:
        empty = 0 if line.segments else empty + 1
        if empty >= _EMPTY or not _fits(line, left, right):
            break
        area.append(line)
        is_wrapped = len(area) == last + 1 and bool(line.segments)
        last = len(area) if line.places[-1:] >= (right,) or is_wrapped else last
    return area[:last]


def _may_begin(text: str, line: Line) -> bool:
    if len(line.segments) != 2 or line.places[1] - line.places[0] < _LEAST_WIDTH:
        return False
    return _LISTED.match(text[slice(*line.segments[0])]) is None


def _fits(line: Line, left: int, right: int) -> bool:
    """Does a line have its texts at the edges of the columns (an inner item further right), none over the second?"""
    if not line.segments or (len(line.segments) == 1 and line.places[0] > right):
        return True
    if not set(line.places) <= {left, right}:
        return False
    return line.places[0] == right or line.segments[0][1] - line.start < right
