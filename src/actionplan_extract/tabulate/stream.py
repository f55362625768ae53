"""Rows of a stream of cells in which nothing marks where a row ends.

The number of columns is the period with which the shapes of the cells repeat: in the right number of
columns, the cells of a column look alike (a number, two words, three paragraphs). The header row is
one line a cell, so there cannot be more columns than one-line cells at the start.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import fmean

from ..model import Cell, Row

_LEAST, _MOST = 2, 14
_NUMBERISH = re.compile(r"[A-Za-z]{0,3}[-. ]?\d{1,3}(?:[.\-]\d{1,3})*[a-z]?[.)]?")
_UNEVEN = 0.15  # what a number of columns costs that does not divide the cells evenly
_WIDE = 0.02  # what a column costs, so that of equal fits the smallest wins


def stream_rows(cells: Sequence[Cell]) -> tuple[Row, ...]:
    """The cells as rows of the number of columns that fits them best; the last row filled up."""
    if not cells:
        return ()
    width = _width(cells)
    missing = -len(cells) % width
    padded = [*cells, *(Cell(0, len(cells) + n) for n in range(missing))]
    return tuple(
        Row(
            tuple(
                replace(cell, row=start // width, column=column)
                for column, cell in enumerate(padded[start : start + width])
            )
        )
        for start in range(0, len(padded), width)
    )


def _width(cells: Sequence[Cell]) -> int:
    one_line = next((n for n, cell in enumerate(cells) if len(cell.paragraphs) > 1), len(cells))
    most = max(_LEAST, min(_MOST, one_line, len(cells) // 2))
    shapes = [_shape(cell) for cell in cells]
    return min(range(_LEAST, most + 1), key=lambda width: _misfit(shapes, width))


Shape = tuple[float, float, float]


def _shape(cell: Cell) -> Shape:
    """How long a cell's text is (as a logarithm), whether it is a mere number, whether it is empty."""
    text = cell.text.strip()
    return math.log1p(len(text)) / 4, float(bool(_NUMBERISH.fullmatch(text))), float(not text) / 4


def _misfit(shapes: Sequence[Shape], width: int) -> float:
    """How unlike each other the cells of a column are, header aside, on average over the columns."""
    body = shapes[width:]
    columns = [body[column::width] for column in range(width) if body[column::width]]
    missing = -len(shapes) % width
    return fmean(_spread(column) for column in columns) + _UNEVEN * min(missing, 3) / 3 + _WIDE * width


def _spread(column: Sequence[Shape]) -> float:
    return sum(_variance([shape[part] for shape in column]) for part in range(3))


def _variance(values: Sequence[float]) -> float:
    mean = fmean(values)
    return fmean((value - mean) ** 2 for value in values)
