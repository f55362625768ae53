"""The boxes of a page's characters by PDFium."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_float
from itertools import repeat

from ....passage import Box
from ..geometry import Matrix
from . import calls


def boxes_of(text: int, indices: Sequence[int], view: Matrix) -> list[Box]:
    """The boxes of some characters of a text page, given by its address, as `view` displays them."""
    sides, _ = calls.written(c_float, 4, calls.loose_box, repeat(text), indices, count=len(indices))
    left, top, right, bottom = sides
    level, upright = (left, right), (bottom, top)
    x0, x1 = _moved(level if view.a else upright, view.a or view.c, view.e)
    upper, lower = _moved(upright if view.d else level, view.d or view.b, view.f)
    return list(zip(x0, upper, x1, lower, strict=True))


def _moved(ends: tuple[list[float], list[float]], factor: float, offset: float) -> tuple[list[float], list[float]]:
    """The lower and upper ends of stretches that are turned or moved."""
    low, high = ends if factor > 0 else ends[::-1]
    if (factor, offset) == (1, 0):
        return low, high
    return [factor * place + offset for place in low], [factor * place + offset for place in high]
