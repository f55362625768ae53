"""Prose set in two columns: read down one, then down the other."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile

from ...passage import union
from .columns import GUTTER, Columns, between, entries
from .layout import PageInk, TextColumn
from .lines import Line, build_lines

FEWEST = 4  # lines with text in both columns
WORDS = 3  # on average in each column of such a line: fewer are labels and what they label
APART = 2.5  # type sizes from line to line, at most
SIDES = 2


def with_sides(page: PageInk, running: Container[Line]) -> PageInk:
    """The page with prose in two columns taken out of its lines; `running` lines are left where they are."""
    found = [lines for run in _runs(page, running) for lines in _in_two(run)]
    taken = {line for lines, _ in found for line in lines}
    if not taken:
        return page
    sides = tuple(side for lines, columns in found for side in _sides(lines, columns))
    return replace(page, lines=tuple(line for line in page.lines if line not in taken), sides=(*page.sides, *sides))


def _runs(page: PageInk, running: Container[Line]) -> Iterator[list[Line]]:
    """The lines that stand below each other with neither a table nor much white space in between."""
    run: list[Line] = []
    for line in page.lines:
        if line in running or line.runs[0].direction != "right":
            continue
        if run and (line.box[3] - run[-1].box[3] > APART * line.size or _is_between(page, run[-1], line)):
            yield run
            run = []
        run.append(line)
    yield run


def _is_between(page: PageInk, upper: Line, lower: Line) -> bool:
    return any(upper.box[1] < table.box[1] < lower.box[3] for table in page.tables)


def _in_two(run: Sequence[Line]) -> Iterator[tuple[list[Line], Columns]]:
    """The stretches of a run in which two columns stand beside each other, with the gap between them."""
    start = end = 0
    while start < len(run):
        lines, columns = _from(run[start:])
        if columns and _is_prose(lines, columns):
            above, columns = _above(run[end:start], columns)
            yield [*above, *lines], columns
            start = end = start + len(lines)
        else:
            start += 1


def _above(lines: Sequence[Line], columns: Columns) -> tuple[list[Line], Columns]:
    """The lines just above that leave the gap free, too, from the first on the right: one column may begin higher."""
    found: list[Line] = []
    for line in reversed(lines):
        narrowed = columns.beside(line.words)
        if not narrowed:
            break
        columns = narrowed
        found.insert(0, line)
    return list(dropwhile(lambda line: SIDES - 1 not in columns.filled(line.words), found)), columns


def _from(run: Sequence[Line]) -> tuple[list[Line], Columns | None]:
    """The lines that leave the gap free which the first has."""
    boxes = [box for words in entries(run[0].runs, GUTTER) if (box := union(word.box for word in words))]
    columns = between(boxes, run[0].size) if len(boxes) == SIDES else None
    lines: list[Line] = []
    for line in run:
        narrowed = columns and columns.beside(line.words)
        if not narrowed:
            break
        columns = narrowed
        lines.append(line)
    return lines, columns


def _is_prose(lines: Sequence[Line], columns: Columns) -> bool:
    """Do enough lines have several words on both sides of the gap?"""
    both = [line for line in lines if len(columns.filled(line.words)) == SIDES]
    counts = [sum(columns.column(word) == side for line in both for word in line.words) for side in range(SIDES)]
    return len(both) >= FEWEST and min(counts) >= WORDS * len(both)


def _sides(lines: Sequence[Line], columns: Columns) -> Iterator[TextColumn]:
    """The two columns, as high as each other."""
    top, foot = min(line.box[1] for line in lines), max(line.box[3] for line in lines)
    for side in range(SIDES):
        held = build_lines(word for line in lines for word in line.words if columns.column(word) == side)
        x0, _, x1, _ = union(line.box for line in held) or held[0].box
        yield TextColumn((x0, top, x1, foot), tuple(held))
