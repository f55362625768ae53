"""The paths of a page by PDFium, which is asked about all of them at once: of their points there are thousands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_float, c_int
from itertools import accumulate, chain, pairwise, repeat
from typing import NamedTuple

import pypdfium2.raw as pdfium

from ....passage import Box
from ..geometry import Matrix, Point, bounds
from ..shapes import Outline, clip_box
from . import calls
from .colours import fill_colours


class Path(NamedTuple):
    """A path: the points it leads through and the kind of each, how it is painted, the part of the page it shows in.

    `colour` ("#rrggbb") is that of its inside, None where that is not known.
    """

    kinds: list[int]
    points: list[Point]
    filled: bool
    stroked: bool
    colour: str | None
    clip: Box

    @property
    def outlines(self) -> Iterator[Outline]:
        """What it draws, one stretch after the other; nothing where it is not painted."""
        if self.filled or self.stroked:
            for start, end in pairwise(self._starts()):
                if end - start > 1:
                    yield self._outline(start, end)

    def _starts(self) -> list[int]:
        """Where its stretches begin, and its end."""
        moves = [index for index, kind in enumerate(self.kinds) if kind == pdfium.FPDF_SEGMENT_MOVETO and index]
        return [0, *moves, len(self.kinds)]

    def _outline(self, start: int, end: int) -> Outline:
        points = self.points[start:end]
        sides = self._sides(start, end) if self.stroked else ()
        return Outline(sides, bounds(points), self.stroked, self.filled, self.colour)

    def _sides(self, start: int, end: int) -> tuple[tuple[Point, Point], ...]:
        """The straight lines of a stretch; PDFium closes a path with a line of its own."""
        line = pdfium.FPDF_SEGMENT_LINETO
        return tuple((self.points[i - 1], self.points[i]) for i in range(start + 1, end) if self.kinds[i] == line)


class PathReader:
    """Reads paths with up to `most` points in all, those further on without points; `frame` is what is displayed."""

    def __init__(self, frame: Box, most: int) -> None:
        self.frame = frame
        self.most = most
        self.points = 0
        self.clips: dict[tuple[int, Matrix], Box] = {}

    def read(self, items: Sequence[int], matrix: Matrix) -> Iterator[Path]:
        """The paths of these addresses, drawn in a space that `matrix` maps to the page."""
        modes, _ = calls.written(c_int, 2, calls.draw_mode, items, count=len(items), apart=True)
        filled, stroked = ([mode != 0 for mode in each] for each in modes)
        shapes = self._shapes(items, matrix)
        clips = (self._clip(clip, matrix) for clip in map(calls.clip_of, items))
        for shape, *look in zip(shapes, filled, stroked, fill_colours(items), clips, strict=True):
            yield Path(*shape, *look)

    def _shapes(self, items: Sequence[int], matrix: Matrix) -> Iterator[tuple[list[int], list[Point]]]:
        """The kinds of each path's points, and the points."""
        counts = [self._admitted(count) for count in map(calls.segment_count, items)]
        each, places = chain.from_iterable(map(repeat, items, counts)), chain.from_iterable(map(range, counts))
        segments = list(map(calls.path_segment, each, places))
        kinds, (xs, ys) = list(map(calls.segment_kind, segments)), _ends(segments)
        bounds_of = pairwise(accumulate(counts, initial=0))
        for (start, end), own in zip(bounds_of, matrices(items, matrix), strict=True):
            yield kinds[start:end], _moved(xs[start:end], ys[start:end], own)

    def _admitted(self, count: int) -> int:
        admitted = max(min(count, self.most - self.points + 1), 0)
        self.points += admitted
        return admitted

    def _clip(self, clip: int | None, matrix: Matrix) -> Box:
        """The part of the page to which an object is clipped."""
        shown = self.frame
        for index in range(calls.clip_count(clip) if clip else 0):
            shown = clip_box(shown, self._clip_bounds(clip, index, matrix)) or (0.0, 0.0, 0.0, 0.0)
        return shown

    def _clip_bounds(self, clip: int | None, index: int, matrix: Matrix) -> Box:
        """The box around a clipping path; objects that follow each other mostly share theirs."""
        first = calls.clip_segment(clip, index, 0)
        if not first:
            return self.frame
        key = first, matrix
        if key not in self.clips:
            count = min(calls.clip_segment_count(clip, index), self.most)
            segments = list(map(calls.clip_segment, repeat(clip), repeat(index), range(count)))
            self.clips[key] = bounds(_moved(*_ends(segments), matrix))
        return self.clips[key]


def matrices(items: Sequence[int], outer: Matrix) -> list[Matrix]:
    """The matrix of each object, then the one of the space it is drawn in; mostly its own changes nothing."""
    numbers, known = calls.written(c_float, 6, calls.object_matrix, items, count=len(items))
    made = {own: Matrix(*own).then(outer) for own in {*zip(*numbers, strict=True)}}
    return [made[own] if is_known else outer for is_known, own in zip(known, zip(*numbers, strict=True), strict=True)]


def _ends(segments: Sequence[int]) -> tuple[list[float], list[float]]:
    """The points in which segments end: their x, their y."""
    (xs, ys), _ = calls.written(c_float, 2, calls.segment_point, segments, count=len(segments), apart=True)
    return xs, ys


def _moved(xs: Iterable[float], ys: Iterable[float], matrix: Matrix) -> list[Point]:
    a, b, c, d, e, f = matrix
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in zip(xs, ys, strict=True)]
