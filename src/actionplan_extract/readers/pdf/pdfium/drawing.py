"""The lines, coloured areas and pictures of a page by PDFium."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from ctypes import addressof, c_float, c_int, sizeof
from dataclasses import dataclass
from itertools import pairwise, repeat
from typing import Any

import pypdfium2.raw as pdfium

from ....passage import Box
from ..geometry import Matrix, Point, bounds
from ..ink import Fill, Rule
from ..shapes import Outline, clip_box, clip_rule
from . import calls
from .colours import fill_colour

MAX_OBJECTS = 100_000  # a page
MAX_SEGMENTS = 100_000  # a page
DEEPEST = 20  # forms within forms

Segment = tuple[int, Point]

# Taken up for one matrix, or manner of painting, after the other.
_SIX, _MODE = (c_float * 6)(), (c_int * 2)()
_NUMBERS, _FILLED, _STROKED = addressof(_SIX), addressof(_MODE), addressof(_MODE) + sizeof(c_int)
_AS_IT_IS = Matrix()


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a page shows besides text; `texts` counts its text objects."""

    rules: tuple[Rule, ...]
    fills: tuple[Fill, ...]
    dots: tuple[Box, ...]
    images: tuple[Box, ...]
    texts: int
    limits: tuple[str, ...]


def read_drawing(page: Any, view: Matrix, frame: Box) -> Drawing:
    """What can be seen inside the frame of a page that `view` displays."""
    found = _Collector(frame)
    address = addressof(page.contents)
    count = min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS + 1)
    found.collect([*map(calls.page_object, repeat(address), range(count))], view, 0)
    seen = tuple(found.rules), tuple(found.fills), tuple(found.dots), tuple(found.images)
    return Drawing(*seen, found.texts, found.limits)


class _Collector:
    """Goes through the objects of a page, forms included, in the order they are painted."""

    def __init__(self, frame: Box) -> None:
        self.frame = frame
        self.rules: list[Rule] = []
        self.fills: list[Fill] = []
        self.dots: list[Box] = []
        self.images: list[Box] = []
        self.texts = self.objects = self.segments = 0
        self.clips: dict[tuple[int, Matrix], Box] = {}

    @property
    def is_full(self) -> bool:
        """Has it seen as much as it may?"""
        return self.objects > MAX_OBJECTS or self.segments > MAX_SEGMENTS

    @property
    def limits(self) -> tuple[str, ...]:
        """What was left out."""
        return ("too many drawn lines; some are left out",) if self.is_full else ()

    def collect(self, items: Sequence[int], matrix: Matrix, depth: int) -> None:
        """Take in the objects drawn in a space that `matrix` maps to the page."""
        room = max(MAX_OBJECTS - self.objects, 0)
        self.objects += len(items)
        kinds = [*map(calls.object_kind, items[:room])]
        self.texts += kinds.count(pdfium.FPDF_PAGEOBJ_TEXT)
        for item, kind in zip(items, kinds, strict=False):
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._take_path(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._take_image(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                self._take_form(item, matrix, depth)

    def _take_form(self, form: int, matrix: Matrix, depth: int) -> None:
        count = min(calls.form_count(form), MAX_OBJECTS + 1)
        self.collect([*map(calls.form_object, repeat(form), range(count))], _matrix(form, matrix), depth + 1)

    def _take_image(self, image: int, matrix: Matrix) -> None:
        left, bottom, right, top = sides = c_float(), c_float(), c_float(), c_float()
        if calls.object_bounds(image, *map(addressof, sides)):
            box = clip_box(matrix.box((left.value, bottom.value, right.value, top.value)), self.frame)
            self.images.extend([box] if box else [])

    def _take_path(self, path: int, matrix: Matrix) -> None:
        calls.draw_mode(path, _FILLED, _STROKED)
        filled, stroked = map(bool, _MODE)
        if not (filled or stroked):
            return
        clip = self._clip(path, matrix)
        colour = fill_colour(path) if filled else None
        for sides, box in self._stretches(path, _matrix(path, matrix)):
            outline = Outline(sides, box, stroked, filled, colour)
            self.rules += filter(None, (clip_rule(rule, clip) for rule in outline.rules()))
            self.dots += filter(None, (clip_box(dot, clip) for dot in outline.dots()))
            self.fills += (Fill(seen, fill.colour) for fill in outline.fills() if (seen := clip_box(fill.box, clip)))

    def _stretches(self, path: int, matrix: Matrix) -> Iterator[tuple[tuple[tuple[Point, Point], ...], Box]]:
        """The straight sides of each stretch of a path, and the box around it."""
        held: list[Segment] = []
        for segment in self._segments(path, matrix):
            if segment[0] == pdfium.FPDF_SEGMENT_MOVETO and held:
                yield _sides(held), bounds([point for _, point in held])
                held = []
            held.append(segment)
        if len(held) > 1:
            yield _sides(held), bounds([point for _, point in held])

    def _segments(self, path: int, matrix: Matrix) -> Iterator[Segment]:
        """The points of a path and what leads to each."""
        count = max(min(calls.segment_count(path), MAX_SEGMENTS - self.segments + 1), 0)
        self.segments += count
        segments = list(map(calls.path_segment, repeat(path), range(count)))
        return zip(map(calls.segment_kind, segments), _points(segments, matrix), strict=True)

    def _clip(self, item: int, matrix: Matrix) -> Box:
        """The part of the page to which an object is clipped."""
        clip, found = self.frame, calls.clip_of(item)
        for index in range(calls.clip_count(found) if found else 0):
            clip = clip_box(clip, self._clip_bounds(found, index, matrix)) or (0.0, 0.0, 0.0, 0.0)
        return clip

    def _clip_bounds(self, clip: int, index: int, matrix: Matrix) -> Box:
        """The box around a clipping path; objects that follow each other mostly share theirs."""
        first = calls.clip_segment(clip, index, 0)
        if not first:
            return self.frame
        key = first, matrix
        if key not in self.clips:
            count = min(calls.clip_segment_count(clip, index), MAX_SEGMENTS)
            segments = list(map(calls.clip_segment, repeat(clip), repeat(index), range(count)))
            self.clips[key] = bounds(_points(segments, matrix))
        return self.clips[key]


def _points(segments: Sequence[int], matrix: Matrix) -> list[Point]:
    """The points in which the segments of a path end."""
    flat = (c_float * (2 * len(segments)))()
    start, end = addressof(flat), addressof(flat) + sizeof(flat)
    deque(map(calls.segment_point, segments, range(start, end, 8), range(start + 4, end, 8)), maxlen=0)
    a, b, c, d, e, f = matrix
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in zip(flat[::2], flat[1::2], strict=True)]


def _sides(segments: list[Segment]) -> tuple[tuple[Point, Point], ...]:
    """The straight lines among the segments; PDFium closes a path with a line of its own."""
    line = pdfium.FPDF_SEGMENT_LINETO
    return tuple((start, end) for (_, start), (kind, end) in pairwise(segments) if kind == line)


def _matrix(item: int, outer: Matrix) -> Matrix:
    """An object's matrix, then the one of the space it is drawn in; mostly its own changes nothing."""
    if not calls.object_matrix(item, _NUMBERS) or tuple(_SIX) == _AS_IT_IS:
        return outer
    return Matrix(*_SIX).then(outer)
