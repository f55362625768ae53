"""Rows whose cells are not level at their top but at their middle or foot: those rows that leave them so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, combinations, islice, pairwise

from ...passage import Box, union
from .levels import LEVEL, Level, Stretch

UNFILLED = 2.0  # what an empty cell of a row weighs, in type sizes out of line,
LEFT_BEHIND = 0.5  # one of a row that began on the page before,
SPLIT = 3.0  # and, for every type size it is high, a gap within a cell
MOST_BANDS = 12  # of a row

Edge = Callable[[Box], float]
Band = list[Level]
"""Levels between stretches of white space that go through all columns."""


def top(box: Box) -> float:
    """The upper edge of a box."""
    return box[1]


def middle(box: Box) -> float:
    """Half-way down a box."""
    return (box[1] + box[3]) / 2


def foot(box: Box) -> float:
    """The lower edge of a box."""
    return box[3]


def alignment(stretches: Sequence[Stretch]) -> Edge:
    """The edge at which blocks of text of different heights are level most often; the top if in doubt."""
    pairs = [pair for stretch in stretches for pair in _neighbours(stretch.levels)]
    return max((top, middle, foot), key=lambda edge: sum(abs(edge(one) - edge(other)) < 1 for one, other in pairs))


def _neighbours(levels: Sequence[Level]) -> Iterator[tuple[Box, Box]]:
    """The blocks that stand beside each other and differ in height, in pairs; all in type sizes."""
    for ones, others in combinations(_blocks(levels).values(), 2):
        yield from ((one, other) for one, other in _overlapping(ones, others) if abs(_height(one) - _height(other)) > 2)


def _overlapping(ones: Sequence[Box], others: Sequence[Box]) -> Iterator[tuple[Box, Box]]:
    """The boxes of two columns that stand beside each other."""
    first = 0
    for one in ones:
        while first < len(others) and foot(others[first]) <= top(one):
            first += 1
        for other in islice(others, first, None):
            if top(other) >= foot(one):
                break
            yield one, other


def _height(box: Box) -> float:
    return box[3] - box[1]


def _blocks(levels: Sequence[Level]) -> dict[int, list[Box]]:
    """By column the boxes of lines without a gap, enlarged so that lines are level where they differ by less than 1."""
    found: dict[int, list[Box]] = defaultdict(list)
    for level in levels:
        for column, line in level.lines.items():
            x0, y0, x1, y1 = (place / (LEVEL * line.size) for place in line.box)
            if column in level.begins:
                found[column].append((x0, y0, x1, y1))
            else:
                found[column][-1] = (x0, found[column][-1][1], x1, y1)
    return found


def aligned_starts(stretch: Stretch, edge: Edge) -> list[int]:
    """The levels at which rows begin, apart from the first, so that their cells are as nearly aligned as can be."""
    bands = list(_bands(stretch.levels))
    columns = {column for level in stretch.levels for column in level.lines}
    costs, starts = [0.0], [0]
    for end in range(1, len(bands) + 1):
        first = max(end - MOST_BANDS, 0)
        unfilled = [LEFT_BEHIND if stretch.is_rest and not start else UNFILLED for start in range(first, end)]
        ways = [
            (costs[start] + _cost(bands[start:end], edge, columns, weight), start)
            for start, weight in zip(range(first, end), unfilled, strict=True)
        ]
        cost, start = min(ways)
        costs.append(cost)
        starts.append(start)
    first_levels = list(accumulate(map(len, bands), initial=0))
    return sorted(first_levels[start] for start in _traced(starts))


def _traced(starts: Sequence[int]) -> Iterator[int]:
    """The places with which the chosen runs begin, from the last, apart from the first."""
    place = starts[-1]
    while place:
        yield place
        place = starts[place]


def _bands(levels: Sequence[Level]) -> Iterator[Band]:
    band: Band = []
    for level in levels:
        if band and not level.passing:
            yield band
            band = []
        band.append(level)
    if band:
        yield band


def _cost(bands: Sequence[Band], edge: Edge, columns: set[int], unfilled: float) -> float:
    """How far the bands are from being one row, in type sizes."""
    held = [_cells(band) for band in bands]
    stacks = [[box for cells in held if (box := cells.get(column))] for column in columns]
    boxes = [box for stack in stacks if (box := union(stack))]
    tallest = max(boxes, key=_height)
    skew = sum(abs(edge(box) - edge(tallest)) for box in boxes)
    gaps = sum(lower[1] - upper[3] for stack in stacks for upper, lower in pairwise(stack))
    return (skew + SPLIT * gaps) / bands[0][0].size + unfilled * (len(columns) - len(boxes))


def _cells(band: Band) -> dict[int, Box]:
    """The boxes of a band's text by column."""
    found: dict[int, list[Box]] = defaultdict(list)
    for level in band:
        for column, line in level.lines.items():
            found[column].append(line.box)
    return {column: union(boxes) or boxes[0] for column, boxes in found.items()}
