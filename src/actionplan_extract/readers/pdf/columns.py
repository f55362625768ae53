"""Columns without rules: headers side by side, and the white space between them that no word below touches."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from ...passage import Box, union
from .ink import Run

GUTTER = 1.0  # times the type size: a wider gap between headers parts columns,
BLANK = 0.34  # words no further apart belong together; what is in between may be a wide blank, unless
WITNESSES = 3  # lines of the table say otherwise
NARROWEST = 3.0  # points that must stay free between two columns
ALIGNED = 1.5  # points

Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Gap:
    """The stretches between two headers that are free so far, and the number of lines that vouch for them.

    Such a line has text on both sides, that on the right where the `header` on the right has its own: from the same
    place, to the same place or with the same middle.
    """

    free: tuple[Stretch, ...]
    header: Stretch
    witnesses: int = 0

    @property
    def is_sure(self) -> bool:
        """Does it part two columns, whatever comes?"""
        return self.witnesses >= WITNESSES

    @property
    def gutter(self) -> Stretch:
        """The widest of its stretches."""
        return max(self.free, key=lambda stretch: stretch[1] - stretch[0])

    def beside(self, boxes: Sequence[Box]) -> Gap:
        """What some texts on a line leave free."""
        free = self.free
        for x0, _, x1, _ in boxes:
            parts = (part for start, end in free for part in ((start, min(end, x0)), (max(start, x1), end)))
            free = tuple(part for part in parts if part[1] - part[0] >= NARROWEST)
        found = Gap(free, self.header, self.witnesses)
        return replace(found, witnesses=self.witnesses + 1) if free and found._is_vouched_for(boxes) else found

    def _is_vouched_for(self, boxes: Sequence[Box]) -> bool:
        _, middle = self.gutter
        behind = min((box for box in boxes if box[0] >= middle), default=None)
        if behind is None or not any(box[2] <= middle for box in boxes):
            return False
        (start, end), (x0, _, x1, _) = self.header, behind
        return min(abs(x0 - start), abs(x1 - end), abs(x0 + x1 - start - end) / 2) <= ALIGNED


@dataclass(frozen=True)
class Columns:
    """The gaps between columns, from the left."""

    gaps: tuple[Gap, ...]

    @property
    def count(self) -> int:
        """How many columns there are."""
        return len(self.gaps) + 1

    @cached_property
    def gutters(self) -> list[Stretch]:
        """The free stretches between columns."""
        return [gap.gutter for gap in self.gaps]

    @cached_property
    def _middles(self) -> list[float]:
        return [(start + end) / 2 for start, end in self.gutters]

    def column(self, word: Run) -> int:
        """The column a word stands in."""
        return bisect_left(self._middles, word.centre[0])

    def filled(self, words: Iterable[Run]) -> set[int]:
        """The columns in which some words stand."""
        return {self.column(word) for word in words}

    def beside(self, words: Sequence[Run]) -> Columns | None:
        """The columns as a further line leaves them; None where it runs across two of them."""
        boxes = [box for run in entries(words, BLANK) if (box := union(word.box for word in run))]
        gaps = [gap.beside(boxes) for gap in self.gaps]
        if any(old.is_sure and not new.free for old, new in zip(self.gaps, gaps, strict=True)):
            return None
        kept = tuple(gap for gap in gaps if gap.free)
        return Columns(kept) if kept else None

    def confirmed(self) -> Columns:
        """The columns without the gaps that may be mere blanks."""
        return Columns(tuple(gap for gap in self.gaps if gap.is_sure))


def between(headers: Sequence[Box], size: float) -> Columns | None:
    """The columns below some headers in type of a size; None where the headers do not stand side by side."""
    if len(headers) < 2 or any(right[0] - left[2] < NARROWEST for left, right in pairwise(headers)):
        return None
    return Columns(tuple(_gaps(headers, size)))


def _gaps(boxes: Sequence[Box], size: float) -> Iterator[Gap]:
    for left, right in pairwise(boxes):
        is_wide = right[0] - left[2] > GUTTER * size
        yield Gap(((left[2], right[0]),), (right[0], right[2]), WITNESSES if is_wide else 0)


def entries(words: Iterable[Run], blank: float = GUTTER) -> list[list[Run]]:
    """The words parted wherever there is white space wider than `blank` type sizes above and below each other."""
    found: list[list[Run]] = []
    end = 0.0
    for word in sorted(words, key=lambda word: word.box[0]):
        if not found or word.box[0] - end > max(blank * word.size, NARROWEST):
            found.append([])
        found[-1].append(word)
        end = max(end, word.box[2]) if len(found[-1]) > 1 else word.box[2]
    return found
