"""Coordinates: from the spaces in which a PDF draws to the page as displayed."""

from __future__ import annotations

from math import hypot
from typing import NamedTuple

from ...passage import Box

Point = tuple[float, float]


class Matrix(NamedTuple):
    """An affine map, as PDF writes it: x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, outer: Matrix) -> Matrix:
        """This map, then the other."""
        a, b = outer.vector(self.a, self.b)
        c, d = outer.vector(self.c, self.d)
        return Matrix(a, b, c, d, *outer.point(self.e, self.f))

    def point(self, x: float, y: float) -> Point:
        """Where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def vector(self, x: float, y: float) -> Point:
        """What becomes of a direction."""
        return self.a * x + self.c * y, self.b * x + self.d * y

    def box(self, box: Box) -> Box:
        """The box around the corners of a box, wherever they come to lie."""
        x0, y0, x1, y1 = box
        return bounds([self.point(x, y) for x in (x0, x1) for y in (y0, y1)])

    @property
    def height(self) -> float:
        """How long an upright line of length 1 becomes."""
        return hypot(self.c, self.d)


def displayed(page: Box, quarter_turns: int) -> Matrix:
    """The map from a page's own space (upwards from `page`'s lower edge) to points from the top left as displayed.

    `quarter_turns` says how often the page is turned clockwise.
    """
    x0, y0, x1, y1 = page
    return (
        Matrix(1, 0, 0, -1, -x0, y1),
        Matrix(0, 1, 1, 0, -y0, -x0),
        Matrix(-1, 0, 0, 1, x1, -y0),
        Matrix(0, -1, -1, 0, y1, x1),
    )[quarter_turns % 4]


def bounds(points: list[Point]) -> Box:
    """The smallest box around some points (one at least)."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
