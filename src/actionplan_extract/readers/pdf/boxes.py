"""Coloured boxes side by side with text in them: read one after the other, not line by line across."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from ...passage import Box
from .ink import WHITE, Run
from .layout import PageInk, TextColumn
from .lines import Line, build_lines

LEVEL = 2.0  # points: boxes whose upper sides are so near stand side by side
NARROWEST = 40.0  # points: narrower ones hold no text of their own
MOST = 400  # coloured areas on a page: of more, they are a drawing
FEWEST = 2


def with_boxes(page: PageInk, running: Container[Line]) -> PageInk:
    """The page with the text of coloured boxes side by side taken out of its lines; `running` lines stay as they are.

    Boxes of which no line goes through two are read in order as they are.
    """
    lines = [line for line in page.lines if line not in running and line.runs[0].direction == "right"]
    if not lines or not FEWEST <= len(page.ink.fills) <= MOST:
        return page
    taken, columns = set[Line](), list[TextColumn]()
    for row in _rows(page):
        held = _held([line for line in lines if line not in taken], row)
        taken.update(held)
        columns += _columns(held, row)
    if not taken:
        return page
    return replace(page, lines=tuple(line for line in page.lines if line not in taken), sides=(*page.sides, *columns))


def _rows(page: PageInk) -> Iterator[list[Box]]:
    """The boxes that stand level with each other, apart from tables, from left to right."""
    boxes = sorted({fill.box for fill in page.ink.fills if fill.colour != WHITE and _is_wide(fill.box)})
    free = [box for box in boxes if not any(_meet(box, table.box) for table in page.tables)]
    while free:
        row = [free[0]]
        for box in free[1:]:
            if abs(box[1] - row[0][1]) <= LEVEL and box[0] >= row[-1][2]:
                row.append(box)
        free = [box for box in free if box not in row]
        if len(row) >= FEWEST:
            yield row


def _is_wide(box: Box) -> bool:
    return box[2] - box[0] >= NARROWEST


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _held(lines: Sequence[Line], row: Sequence[Box]) -> list[Line]:
    """The lines whose every run stands in a box of the row; none where not one goes through two boxes."""
    top, foot = row[0][1], max(box[3] for box in row)
    level = [line for line in lines if line.box[1] < foot and line.box[3] > top]
    held = [line for line in level if all(_box(run, row) is not None for run in line.words)]
    goes_through = any(len({_box(run, row) for run in line.words}) > 1 for line in held)
    return held if goes_through else []


def _box(run: Run, row: Sequence[Box]) -> int | None:
    """Which of the boxes holds the middle of a run."""
    x, y = (run.box[0] + run.box[2]) / 2, (run.box[1] + run.box[3]) / 2
    return next((n for n, box in enumerate(row) if box[0] <= x <= box[2] and box[1] <= y <= box[3]), None)


def _columns(lines: Sequence[Line], row: Sequence[Box]) -> Iterator[TextColumn]:
    """What stands in each of the boxes."""
    for place, box in enumerate(row):
        held = build_lines(run for line in lines for run in line.words if _box(run, row) == place)
        if held:
            left, right = min(line.box[0] for line in held), box[2] - (min(line.box[0] for line in held) - box[0])
            yield TextColumn((left, row[0][1], max(right, left), box[3]), tuple(held))
