"""The lines, coloured areas and pictures of a page by PDFium."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import addressof, c_float, c_int, c_uint
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from ....passage import Box
from ..geometry import Matrix, Point, bounds
from ..ink import Fill, Rule
from ..shapes import Outline, clip_box, clip_rule

MAX_OBJECTS = 100_000  # a page
MAX_SEGMENTS = 100_000  # a page
DEEPEST = 20  # forms within forms

Segment = tuple[int, Point]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a page shows besides text; `texts` counts its text objects."""

    rules: tuple[Rule, ...]
    fills: tuple[Fill, ...]
    images: tuple[Box, ...]
    texts: int
    limits: tuple[str, ...]


def read_drawing(page: Any, view: Matrix, frame: Box) -> Drawing:
    """What can be seen inside the frame of a page that `view` displays."""
    found = _Collector(frame)
    count = pdfium.FPDFPage_CountObjects(page)
    found.collect((pdfium.FPDFPage_GetObject(page, index) for index in range(count)), view, 0)
    return Drawing(tuple(found.rules), tuple(found.fills), tuple(found.images), found.texts, found.limits)


class _Collector:
    """Goes through the objects of a page, forms included, in the order they are painted."""

    def __init__(self, frame: Box) -> None:
        self.frame = frame
        self.rules: list[Rule] = []
        self.fills: list[Fill] = []
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

    def collect(self, items: Iterator[Any], matrix: Matrix, depth: int) -> None:
        """Take in the objects drawn in a space that `matrix` maps to the page."""
        for item in items:
            self.objects += 1
            if self.is_full:
                return
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self.texts += 1
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._take_path(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._take_image(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                self._take_form(item, matrix, depth)

    def _take_form(self, form: Any, matrix: Matrix, depth: int) -> None:
        count = pdfium.FPDFFormObj_CountObjects(form)
        inner = (pdfium.FPDFFormObj_GetObject(form, index) for index in range(count))
        self.collect(inner, _matrix(form).then(matrix), depth + 1)

    def _take_image(self, image: Any, matrix: Matrix) -> None:
        left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
        if pdfium.FPDFPageObj_GetBounds(image, left, bottom, right, top):
            box = clip_box(matrix.box((left.value, bottom.value, right.value, top.value)), self.frame)
            self.images.extend([box] if box else [])

    def _take_path(self, path: Any, matrix: Matrix) -> None:
        filled, stroked = c_int(), c_int()
        pdfium.FPDFPath_GetDrawMode(path, filled, stroked)
        if not (filled.value or stroked.value):
            return
        clip = self._clip(path, matrix)
        colour = _colour(path) if filled.value else None
        for sides, box in self._stretches(path, _matrix(path).then(matrix)):
            outline = Outline(sides, box, bool(stroked.value), bool(filled.value), colour)
            self.rules += filter(None, (clip_rule(rule, clip) for rule in outline.rules()))
            self.fills += (Fill(seen, fill.colour) for fill in outline.fills() if (seen := clip_box(fill.box, clip)))

    def _stretches(self, path: Any, matrix: Matrix) -> Iterator[tuple[tuple[tuple[Point, Point], ...], Box]]:
        """The straight sides of each stretch of a path, and the box around it."""
        held: list[Segment] = []
        for segment in self._segments(path, matrix):
            if segment[0] == pdfium.FPDF_SEGMENT_MOVETO and held:
                yield _sides(held), bounds([point for _, point in held])
                held = []
            held.append(segment)
        if len(held) > 1:
            yield _sides(held), bounds([point for _, point in held])

    def _segments(self, path: Any, matrix: Matrix) -> Iterator[Segment]:
        """The points of a path and what leads to each."""
        x, y = c_float(), c_float()
        for index in range(min(pdfium.FPDFPath_CountSegments(path), MAX_SEGMENTS - self.segments + 1)):
            self.segments += 1
            segment = pdfium.FPDFPath_GetPathSegment(path, index)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            yield pdfium.FPDFPathSegment_GetType(segment), matrix.point(x.value, y.value)

    def _clip(self, item: Any, matrix: Matrix) -> Box:
        """The part of the page to which an object is clipped."""
        clip, found = self.frame, pdfium.FPDFPageObj_GetClipPath(item)
        for index in range(pdfium.FPDFClipPath_CountPaths(found) if found else 0):
            clip = clip_box(clip, self._clip_bounds(found, index, matrix)) or (0.0, 0.0, 0.0, 0.0)
        return clip

    def _clip_bounds(self, clip: Any, index: int, matrix: Matrix) -> Box:
        """The box around a clipping path; objects that follow each other mostly share theirs."""
        first = pdfium.FPDFClipPath_GetPathSegment(clip, index, 0)
        if not first:
            return self.frame
        key = addressof(first.contents), matrix
        if key not in self.clips:
            self.clips[key] = bounds([matrix.point(*point) for point in _clip_points(clip, index)])
        return self.clips[key]


def _clip_points(clip: Any, index: int) -> Iterator[Point]:
    x, y = c_float(), c_float()
    for number in range(min(pdfium.FPDFClipPath_CountPathSegments(clip, index), MAX_SEGMENTS)):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, index, number), x, y)
        yield x.value, y.value


def _sides(segments: list[Segment]) -> tuple[tuple[Point, Point], ...]:
    """The straight lines among the segments; PDFium closes a path with a line of its own."""
    line = pdfium.FPDF_SEGMENT_LINETO
    return tuple((start, end) for (_, start), (kind, end) in pairwise(segments) if kind == line)


def _matrix(item: Any) -> Matrix:
    found = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)


def _colour(path: Any) -> str | None:
    """The colour of a path's inside as it looks on white paper."""
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if not pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, alpha):
        return None
    opacity = alpha.value / 255
    return "#" + "".join(f"{round(255 - opacity * (255 - part.value)):02x}" for part in (red, green, blue))
