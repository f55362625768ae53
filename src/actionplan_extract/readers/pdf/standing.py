"""Where on a page its words stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from ...passage import Box
from .ink import Word


class Standing:
    """The words of a page by how far down their middles are."""

    def __init__(self, words: Iterable[Word]) -> None:
        placed = sorted([((box[1] + box[3]) / 2, (box[0] + box[2]) / 2, box) for box in [word.box for word in words]])
        self.heights = [y for y, _, _ in placed]
        self.placed = [(x, box) for _, x, box in placed]

    def within(self, box: Box) -> list[Box]:
        """The boxes of the words whose middle lies in a box."""
        left, top, right, bottom = box
        near = self.placed[bisect_left(self.heights, top) : bisect_right(self.heights, bottom)]
        return [held for x, held in near if left <= x <= right]
