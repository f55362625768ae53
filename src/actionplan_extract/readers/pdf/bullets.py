"""Bullets that are drawn, not written: small shapes just before the first word of a line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ...passage import Box
from .ink import Run

BULLET = "•"
MAX_DOTS = 2_000  # a page: more of them are a picture
REACH = 2.0  # times the type size: so far from its bullet a line begins
APART = 0.6  # times the type size: nothing stands so near before a bullet; a column may stand little further


def drawn_bullets(dots: Sequence[Box], words: Sequence[Run]) -> list[Run]:
    """A word for each dot that stands as a bullet before a line, as high as the line."""
    if not dots or len(dots) > MAX_DOTS:
        return []
    ordered = sorted((word for word in words if word.direction == "right"), key=lambda word: word.box[1])
    tops = [word.box[1] for word in ordered]
    tallest = max((word.box[3] - word.box[1] for word in ordered), default=0.0)
    found = []
    for dot in dots:
        middle = (dot[1] + dot[3]) / 2
        near = ordered[bisect_left(tops, middle - tallest) : bisect_right(tops, middle)]
        bullet = _bullet(dot, [word for word in near if word.box[3] >= middle])
        found.extend([bullet] if bullet else [])
    return found


def _bullet(dot: Box, level: Sequence[Run]) -> Run | None:
    """The dot as a bullet of the words level with it; None where it stands among them or far away."""
    behind = min((word for word in level if word.box[0] >= dot[2]), key=lambda word: word.box[0], default=None)
    if behind is None or behind.box[0] - dot[2] > REACH * behind.size:
        return None
    if any(dot[0] - APART * word.size < word.box[2] and word.box[0] < dot[2] for word in level):
        return None
    box = (dot[0], behind.box[1], dot[2], behind.box[3])
    return Run(BULLET, box, behind.size, places=((dot[0] + dot[2]) / 2,), tag=behind.tag)
