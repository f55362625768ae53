"""The lines, coloured areas and pictures of a page by PDFium."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import addressof, c_float
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

from ....limits import DEFAULT, Limits
from ....passage import Box
from ..geometry import Matrix
from ..ink import Fill, Rule
from ..shapes import clip_box, clip_rule
from . import calls
from .paths import Path, PathReader, matrices

DEEPEST = 20  # forms within forms


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a page shows besides text; `texts` counts its text objects."""

    rules: tuple[Rule, ...]
    fills: tuple[Fill, ...]
    dots: tuple[Box, ...]
    images: tuple[Box, ...]
    texts: int
    limits: tuple[str, ...]


def read_drawing(page: Any, view: Matrix, frame: Box, limits: Limits = DEFAULT) -> Drawing:
    """What can be seen inside the frame of a page that `view` displays."""
    found = _Collector(frame, limits)
    address = addressof(page.contents)
    count = min(pdfium.FPDFPage_CountObjects(page), limits.page_objects + 1)
    found.collect([*map(calls.page_object, repeat(address), range(count))], view, 0)
    seen = tuple(found.rules), tuple(found.fills), tuple(found.dots), tuple(found.images)
    return Drawing(*seen, found.texts, found.limits)


class _Collector:
    """Goes through the objects of a page, forms included, in the order they are painted."""

    def __init__(self, frame: Box, limits: Limits) -> None:
        self.frame = frame
        self.most = limits.page_objects
        self.said = limits.said("page_objects")
        self.paths = PathReader(frame, self.most)
        self.rules: list[Rule] = []
        self.fills: list[Fill] = []
        self.dots: list[Box] = []
        self.images: list[Box] = []
        self.texts = self.objects = 0
        self.is_too_deep = False

    @property
    def is_full(self) -> bool:
        """Has it seen as much as it may?"""
        return self.objects > self.most or self.paths.points > self.most

    @property
    def limits(self) -> tuple[str, ...]:
        """What was left out."""
        full = (f"too many drawn lines; some are left out ({self.said})",) if self.is_full else ()
        deep = (f"more than {DEEPEST} drawings within each other; the inner ones are left out",)
        return (*full, *(deep if self.is_too_deep else ()))

    def collect(self, items: Sequence[int], matrix: Matrix, depth: int) -> None:
        """Take in the objects drawn in a space that `matrix` maps to the page."""
        room = max(self.most - self.objects, 0)
        self.objects += len(items)
        kinds = [*map(calls.object_kind, items[:room])]
        self.texts += kinds.count(pdfium.FPDF_PAGEOBJ_TEXT)
        shown = [each for each in zip(items, kinds, strict=False) if each[1] != pdfium.FPDF_PAGEOBJ_TEXT]
        paths = self.paths.read([item for item, kind in shown if kind == pdfium.FPDF_PAGEOBJ_PATH], matrix)
        for item, kind in shown:
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._take_path(next(paths))
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._take_image(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                self._take_form(item, matrix, depth)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM:
                self.is_too_deep = True

    def _take_form(self, form: int, matrix: Matrix, depth: int) -> None:
        count = min(calls.form_count(form), self.most + 1)
        (inner,) = matrices([form], matrix)
        self.collect([*map(calls.form_object, repeat(form), range(count))], inner, depth + 1)

    def _take_image(self, image: int, matrix: Matrix) -> None:
        left, bottom, right, top = sides = c_float(), c_float(), c_float(), c_float()
        if calls.object_bounds(image, *map(addressof, sides)):
            box = clip_box(matrix.box((left.value, bottom.value, right.value, top.value)), self.frame)
            self.images.extend([box] if box else [])

    def _take_path(self, path: Path) -> None:
        clip = path.clip
        for outline in path.outlines:
            self.rules += filter(None, [clip_rule(rule, clip) for rule in outline.rules()])
            self.dots += filter(None, [clip_box(dot, clip) for dot in outline.dots()])
            self.fills += [Fill(seen, fill.colour) for fill in outline.fills() if (seen := clip_box(fill.box, clip))]
