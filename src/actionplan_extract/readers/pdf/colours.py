"""The colours of a cell: the one that covers it, and the one in which something is written or drawn in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from ...passage import Box
from .ink import BLACK, WHITE, Fill, Run, is_within

COVERED = 0.5  # share of a cell that a colour must cover to be the cell's
BRIGHT = 30  # of 255: how far apart the parts of a colour are that is no black, grey or white


def cell_fill(box: Box, fills: Iterable[Fill]) -> str | None:
    """The colour that covers (most of) a box, the last painted; None where it is white or bare."""
    covered: dict[str, float] = defaultdict(float)
    colour, needed = WHITE, COVERED * max(area(box), 1)
    for fill in fills:
        shared = shared_area(fill.box, box)
        covered[fill.colour] += shared
        if shared and covered[fill.colour] >= needed:
            colour = fill.colour
    return None if colour == WHITE else colour


def cell_ink(box: Box, words: Iterable[Run], fills: Iterable[Fill]) -> str | None:
    """The bright colour of a shape drawn in a box, else of its symbols, else of its words; None where they differ."""
    texts, symbols = set[str](), set[str]()
    for word in words:
        if word.colour != BLACK and _is_bright(word.colour):
            (texts if any(map(str.isalnum, word.text)) else symbols).add(word.colour)
    shapes = {fill.colour for fill in fills if _is_bright(fill.colour) and _is_shape_in(box, fill.box)}
    found = shapes or symbols or texts
    return found.pop() if len(found) == 1 else None


def _is_shape_in(cell: Box, shape: Box) -> bool:
    """Is it painted wholly inside the cell, and no background of it?"""
    x0, top, x1, bottom = shape
    return is_within((x0, top), cell) and is_within((x1, bottom), cell) and area(shape) < COVERED * area(cell)


@lru_cache(maxsize=1024)
def _is_bright(colour: str) -> bool:
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return max(parts) - min(parts) > BRIGHT


def area(box: Box) -> float:
    """The area of a box."""
    return (box[2] - box[0]) * (box[3] - box[1])


def shared_area(one: Box, other: Box) -> float:
    """The area that two boxes have in common."""
    if one[1] >= other[3] or other[1] >= one[3]:  # most are above or below each other
        return 0.0
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return width * height if width > 0 else 0.0
