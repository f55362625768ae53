"""Labels beside their values, with level rules between the rows and neither headers nor upright rules."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...passage import Box, union
from .columns import GUTTER, Columns, between, entries
from .layout import CellInk, PageInk, TableInk
from .lines import Line, pitch
from .ruled import RuledCell

ALIGNED = 2.0  # points: what begins so near begins at one place
APART = 3.5  # type sizes from line to line, at most
CLOSE = 1.6  # type sizes: a line of labels alone, further down, is none
FEWEST = 2  # rows
LABEL_WORDS = 8
LABEL, VALUE = 0, 1


def with_pairs(page: PageInk, running: Container[Line]) -> PageInk:
    """The page with such lists taken out of its lines as tables of two columns; `running` lines stay as they are."""
    found, start = list[tuple[list[Line], TableInk]](), 0
    lines = page.lines
    while start < len(lines):
        stretch, columns = _stretch(lines[start:], running)
        table = _table(stretch, columns, page) if columns else None
        if table:
            found.append((stretch, table))
        start += len(stretch) if table else 1
    if not found:
        return page
    taken = {line for stretch, _ in found for line in stretch}
    tables = tuple(
        sorted((*page.tables, *(table for _, table in found)), key=lambda table: (table.box[1], table.box[0]))
    )
    return replace(page, lines=tuple(line for line in lines if line not in taken), tables=tables)


def _stretch(lines: Sequence[Line], running: Container[Line]) -> tuple[list[Line], Columns | None]:
    """The lines from the first on that keep to its two columns; no columns where it is no label with its value."""
    first = _parts(lines[0])
    columns = between(first, lines[0].size) if len(first) == FEWEST and lines[0] not in running else None
    found: list[Line] = []
    for line in lines:
        narrowed = columns and _beside(line, first, columns)
        if not narrowed or (found and not _follows(found[-1], line, narrowed)) or line in running:
            break
        columns = narrowed
        found.append(line)
    return found, columns


def _parts(line: Line) -> list[Box]:
    if line.runs[0].direction != "right":
        return []
    return [box for runs in entries(line.runs, GUTTER) if (box := union(run.box for run in runs))]


def _beside(line: Line, first: Sequence[Box], columns: Columns) -> Columns | None:
    """The columns as a line leaves them whose parts begin where those of the first line do."""
    held = {columns.column(run): run.box[0] for run in reversed(line.runs)}
    is_aligned = all(abs(x0 - first[column][0]) <= ALIGNED for column, x0 in held.items())
    return columns.beside(line.words) if is_aligned else None


def _follows(above: Line, line: Line, columns: Columns) -> bool:
    """May a line belong to the list of the one above? A label alone only just below, where it goes on with one."""
    is_label = columns.filled(line.runs) == {LABEL}
    return pitch(above, line) <= (CLOSE if is_label else APART)


def _table(lines: Sequence[Line], columns: Columns, page: PageInk) -> TableInk | None:
    """The table of some lines, a row between rules; None where these tell no rows of a label and a value each."""
    box = union(line.box for line in lines)
    rows = [*_rows(lines, columns, page)]
    if not box or len(rows) < FEWEST or not all(_is_pair(row, columns) for row in rows):
        return None
    middle, right = columns.gutters[0][1] - ALIGNED, max(run.box[2] for line in lines for run in line.runs)
    edges = (box[0] - ALIGNED, middle, right + ALIGNED)
    cells = tuple(_cell(row, n, side, edges, columns, page) for n, row in enumerate(rows) for side in (LABEL, VALUE))
    return TableInk((edges[0], box[1], edges[-1], box[3]), len(edges) - 1, cells, "white space")


def _rows(lines: Sequence[Line], columns: Columns, page: PageInk) -> Iterator[list[Line]]:
    """The lines parted where a level rule runs below both columns."""
    left, middle = lines[0].box[0], columns.gutters[0][1]
    levels = [rule.at for rule in page.ink.rules if rule.level and rule.start <= left + GUTTER and rule.end > middle]
    row = [lines[0]]
    for above, line in pairwise(lines):
        if any(_centre(above) < at < _centre(line) for at in levels):
            yield row
            row = []
        row.append(line)
    yield row


def _centre(line: Line) -> float:
    return (line.box[1] + line.box[3]) / 2


def _is_pair(row: Sequence[Line], columns: Columns) -> bool:
    """Does a row begin with both, a label of a few words and its value?"""
    words = [word for line in row for word in line.words if columns.column(word) == LABEL]
    is_label = 0 < len(words) <= LABEL_WORDS and any(
        len(word.text) > FEWEST and word.text[0].isalpha() for word in words
    )
    return is_label and columns.filled(row[0].runs) == {LABEL, VALUE}


def _cell(
    row: Sequence[Line], number: int, side: int, edges: Sequence[float], columns: Columns, page: PageInk
) -> CellInk:
    box = edges[side], min(line.box[1] for line in row), edges[side + 1], max(line.box[3] for line in row)
    runs = [run for line in row for run in line.runs if columns.column(run) == side]
    return CellInk.of(RuledCell(number, side, 1, 1, box), runs, page.ink.fills)
