"""Rows of a stream of cells in which nothing marks where a row ends.

The number of columns is the period with which the shapes of the cells repeat: in the right number of
columns, the cells of a column look alike (a number, two words, three paragraphs). The header row holds
labels, so there cannot be more columns than labels at the start.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import fmean, median

from ..model import Cell, Row

_LEAST, _MOST = 2, 14
_NUMBERISH = re.compile(r"[A-Za-z]{0,3}[-. ]?\d{1,3}(?:[.\-]\d{1,3})*[a-z]?[.)]?")
_SENTENCE = re.compile(r"(?:\S+\s+){3}.*[.;]", re.DOTALL)  # a label may ask ("What will we do?")
_LABEL_WORDS = 16
_LEAST_ROWS, _TRUSTED_ROWS = 5, 4  # below the first there is too little to tell a lost cell by
_MOST_TITLES = 5
_TITLE, _TELLING = 0.05, 0.15  # what a title before the header costs, and how much better the rest must fit
_LOST = 0.6  # what a lost cell costs
_ONE_ROW = 0.5  # how far a single row below the header speaks for its width
_DOUBT = 2  # rows of cells that are as unlike as any, against chance likeness in a few rows
_UNEVEN = 0.03  # what each cell costs that is missing from the last row
_WIDE = 0.02  # what a column costs, so that of equal fits the smallest wins


def stream_start(cells: Sequence[Cell]) -> int:
    """How many cells stand before the header: titles that the source led by a tab as well."""
    fits = [_best_misfit(cells[start:]) for start in range(min(_MOST_TITLES, len(cells) // 3) + 1)]
    best = min(range(len(fits)), key=lambda start: fits[start] + _TITLE * start)
    told = fits[best] <= fits[0] - _TELLING and not any(cell.is_empty for cell in cells[:best])
    return best if told else 0


def _best_misfit(cells: Sequence[Cell]) -> float:
    shapes = [_shape(cell) for cell in cells]
    return _misfit(shapes, _width(cells)) if len(cells) > _LEAST else 1.0


def stream_rows(cells: Sequence[Cell]) -> tuple[Row, ...]:
    """The cells as rows of the number of columns that fits them best; the place of a lost cell is left empty."""
    if not cells:
        return ()
    width = _width(cells)
    rows: list[list[Cell]] = []
    for cell, column in zip(cells, _columns(cells, width), strict=True):
        if not rows or column <= rows[-1][-1].column:
            rows.append([])
        rows[-1].append(replace(cell, row=len(rows) - 1, column=column))
    return tuple(_row(number, held, width) for number, held in enumerate(rows))


def _row(number: int, held: Sequence[Cell], width: int) -> Row:
    by_column = {cell.column: cell for cell in held}
    return Row(tuple(by_column.get(column) or Cell(number, column) for column in range(width)))


def _columns(cells: Sequence[Cell], width: int) -> list[int]:
    """Each cell's column: one after the other, but for cells lost on the way, which the shapes show."""
    shapes = [_shape(cell) for cell in cells]
    columns = [index % width for index in range(len(cells))]
    if len(cells) < _LEAST_ROWS * width:
        return columns
    for believed in (_TRUSTED_ROWS * width, len(cells)):  # first by the rows at the top, then by all
        profile = _profile(shapes[width:believed], columns[width:believed], width)
        columns = [*range(width), *_walk(shapes[width:], profile)]
    return columns


def _profile(shapes: Sequence[Shape], columns: Sequence[int], width: int) -> list[Shape]:
    """The shape that is usual in each column."""
    return [
        _centre([shape for shape, at in zip(shapes, columns, strict=True) if at == column]) for column in range(width)
    ]


def _walk(shapes: Sequence[Shape], profile: Sequence[Shape]) -> list[int]:
    """The cheapest walk through the columns, beginning behind a row's end; each column passed over costs."""
    width = len(profile)
    costs = [_LOST * column for column in range(width)]
    came_from: list[list[int]] = []
    for shape in shapes[:-1]:
        arrived = [cost + _distance(shape, centre) for cost, centre in zip(costs, profile, strict=True)]
        steps = [_cheapest(arrived, column) for column in range(width)]
        costs = [cost for cost, _ in steps]
        came_from.append([at for _, at in steps])
    last = [cost + _distance(shapes[-1], centre) for cost, centre in zip(costs, profile, strict=True)]
    path = [last.index(min(last))]
    for pointers in reversed(came_from):
        path.append(pointers[path[-1]])
    return path[::-1]


def _cheapest(arrived: Sequence[float], column: int) -> tuple[float, int]:
    """The least cost of going on to a column, and the column to come from."""
    width = len(arrived)
    return min((cost + _LOST * ((column - at - 1) % width), at) for at, cost in enumerate(arrived))


def _centre(shapes: Sequence[Shape]) -> Shape:
    return tuple(median(values) for values in zip(*shapes, strict=True)) if shapes else ()


def _distance(shape: Shape, centre: Shape) -> float:
    return sum((a - b) ** 2 for a, b in zip(shape, centre, strict=False))


def _width(cells: Sequence[Cell]) -> int:
    labels = next((n for n, cell in enumerate(cells) if not _may_be_label(cell)), len(cells))
    told = 2 * labels <= len(cells) + 1  # else the header may end anywhere, and one row below it says too little
    most = max(_LEAST, min(_MOST, labels if told else (len(cells) + 1) // 3))
    shapes = [_shape(cell) for cell in cells]
    return min(range(_LEAST, most + 1), key=lambda width: _misfit(shapes, width))


def _may_be_label(cell: Cell) -> bool:
    """May the cell be part of a header: no number, no sentence, not long?"""
    text = cell.text.strip()
    return not (_NUMBERISH.fullmatch(text) or _SENTENCE.fullmatch(text) or len(text.split()) > _LABEL_WORDS)


Shape = tuple[float, ...]


def _shape(cell: Cell) -> Shape:
    """How long a text is (as a logarithm); is it a number, empty, a sentence, several paragraphs; has it digits?"""
    text = cell.text.strip()
    return (
        math.log1p(len(text)) / 4,
        float(bool(_NUMBERISH.fullmatch(text))),
        float(not text) / 4,
        float(bool(_SENTENCE.fullmatch(text))) / 2,
        float(len(cell.paragraphs) > 1) / 4,
        float(any(character.isdigit() for character in text)) / 4,
    )


def _misfit(shapes: Sequence[Shape], width: int) -> float:
    """How unlike each other the cells of a column are, header aside, as a share of how unlike all cells are."""
    body = shapes[width:]
    missing = -len(shapes) % width
    return _within(body, width) + _UNEVEN * min(missing, 3) + _WIDE * width


def _within(body: Sequence[Shape], width: int) -> float:
    """The variance within columns as a share of that of all cells; more columns alone do not lower it."""
    if len(body) <= width:
        return _ONE_ROW
    total = _squares(body) / (len(body) - 1)
    within = sum(_squares(body[column::width]) for column in range(width))
    return (within / total + _DOUBT) / (len(body) - width + _DOUBT) if total else 0.0


def _squares(shapes: Sequence[Shape]) -> float:
    """The sum of squared distances from the mean."""
    return sum(_scatter(values) for values in zip(*shapes, strict=True))


def _scatter(values: Sequence[float]) -> float:
    mean = fmean(values)
    return sum((value - mean) ** 2 for value in values)
