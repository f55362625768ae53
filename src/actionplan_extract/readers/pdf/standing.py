"""Where on a page its words stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from ...passage import Box
from .ink import Run


class Standing:
    """The words of a page by how far down their middles are."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self.runs = sorted(runs, key=_height)
        self.heights = [*map(_height, self.runs)]

    def within(self, box: Box) -> list[Box]:
        """The boxes of the words whose middle lies in a box."""
        left, top, right, bottom = box
        near = self.runs[bisect_left(self.heights, top) : bisect_right(self.heights, bottom)]
        words = (word for run in near if run.box[0] <= right and left <= run.box[2] for word in run.words)
        return [word.box for word in words if left <= (word.box[0] + word.box[2]) / 2 <= right]

    def has(self, box: Box) -> bool:
        """Does the middle of any word lie in a box?"""
        left, top, right, bottom = box
        near = self.runs[bisect_left(self.heights, top) : bisect_right(self.heights, bottom)]
        return any(left <= run.box[0] and run.box[2] <= right for run in near) or bool(self.within(box))


def _height(run: Run) -> float:
    """How far down its middle is."""
    return (run.box[1] + run.box[3]) / 2
