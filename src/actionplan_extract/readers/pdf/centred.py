"""Rows whose cells are centred upon each other: their first lines are not level, their middles are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from ...passage import Box, union
from .levels import Level

NEAR = 0.35  # type sizes: edges and middles that are closer are level
UNFILLED = 2.0  # what an empty cell of a row weighs, in type sizes out of line,
SPLIT = 1.5  # and a gap within a cell
MOST_BANDS = 12  # of a row

Cells = dict[int, list[Box]]
"""By column the boxes of what stands between two bands of white space through all columns."""


def is_centred(stretches: Sequence[Sequence[Level]]) -> bool:
    """Are cells rather centred than level at their top?"""
    bands = [(_boxes([band]), band[0].size) for levels in stretches for band in _bands(levels)]
    tops = sum(_level(cells, size, lambda box: box[1]) for cells, size in bands)
    middles = sum(_level(cells, size, _middle) for cells, size in bands)
    return middles > tops + 1


def _level(cells: Cells, size: float, edge: Callable[[Box], float]) -> int:
    """How many cells have their edge level with that of the tallest."""
    boxes = [boxes[0] for boxes in cells.values()]
    tallest = max(boxes, key=lambda box: box[3] - box[1])
    return sum(abs(edge(box) - edge(tallest)) < NEAR * size for box in boxes if box is not tallest)


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def centred_starts(levels: Sequence[Level]) -> list[int]:
    """The levels at which rows begin so that their cells are as nearly centred as can be, apart from the first."""
    bands = list(_bands(levels))
    costs, starts = [0.0], [0]
    for end in range(1, len(bands) + 1):
        ways = [
            (costs[start] + _cost(bands[start:end], levels), start) for start in range(max(end - MOST_BANDS, 0), end)
        ]
        cost, start = min(ways)
        costs.append(cost)
        starts.append(start)
    return sorted(_traced(bands, starts, levels))


def _traced(bands: Sequence[Sequence[Level]], starts: Sequence[int], levels: Sequence[Level]) -> Iterator[int]:
    """The levels with which the chosen runs of bands begin."""
    end = len(bands)
    while starts[end]:
        end = starts[end]
        yield levels.index(bands[end][0])


def _bands(levels: Sequence[Level]) -> Iterator[list[Level]]:
    """The levels between stretches of white space that go through all columns."""
    band: list[Level] = []
    for level in levels:
        if band and not level.passing:
            yield band
            band = []
        band.append(level)
    if band:
        yield band


def _boxes(bands: Sequence[Sequence[Level]]) -> Cells:
    found: Cells = defaultdict(list)
    for band in bands:
        lines = defaultdict(list)
        for level in band:
            for column, line in level.lines.items():
                lines[column].append(line.box)
        for column, boxes in lines.items():
            found[column].append(union(boxes) or boxes[0])
    return found


def _cost(bands: Sequence[Sequence[Level]], levels: Sequence[Level]) -> float:
    """How far the bands are from being one row, in type sizes."""
    cells = _boxes(bands)
    whole = {column: union(boxes) or boxes[0] for column, boxes in cells.items()}
    middle = _middle(max(whole.values(), key=lambda box: box[3] - box[1]))
    skew = sum(abs(_middle(box) - middle) for box in whole.values()) / levels[0].size
    unfilled = len({column for level in levels for column in level.lines} - whole.keys())
    return skew + UNFILLED * unfilled + SPLIT * sum(len(boxes) - 1 for boxes in cells.values())
