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
from statistics import fmean

from ..model import Cell, Row

_LEAST, _MOST = 2, 14
_NUMBERISH = re.compile(r"[A-Za-z]{0,3}[-. ]?\d{1,3}(?:[.\-]\d{1,3})*[a-z]?[.)]?")
_SENTENCE = re.compile(r"(?:\S+\s+){3}.*[.;]", re.DOTALL)  # a label may ask ("What will we do?")
_LABEL_WORDS = 16
_ONE_ROW = 0.5  # how far a single row below the header speaks for its width
_DOUBT = 2  # rows of cells that are as unlike as any, against chance likeness in a few rows
_UNEVEN = 0.03  # what each cell costs that is missing from the last row
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
    return sum(sum((value - fmean(values)) ** 2 for value in values) for values in zip(*shapes, strict=True))
