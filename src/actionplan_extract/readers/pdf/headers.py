"""Rows of headers: set apart by colour or bold type, or three at least side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from ...passage import Box, union
from .columns import BLANK, GUTTER, Columns, between, entries
from .ink import Run
from .layout import CellInk, TableInk
from .lines import Line, pitch

PITCH = 1.7  # type sizes from line to line, at most
SIZE_CHANGE = 1.05
MOST_LINES = 8
PLAIN = 3  # entries at least, where nothing sets them apart


class Item(NamedTuple):
    """A line, with the table that colour alone (or a frame of one row) made of it; or a table that rules enclose.

    `is_body` says whether the line may belong to the body of a table without upright rules.
    """

    box: Box
    line: Line | None
    table: TableInk | None = None
    is_body: bool = True


@dataclass(frozen=True, slots=True)
class Header:
    """A row of headers: its lines, the columns they open, and what tells it from the rows below."""

    lines: tuple[Line, ...]
    columns: Columns
    is_coloured: bool = False
    is_bold: bool = False
    is_repeated: bool = False

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join(line.text for line in self.lines)

    @property
    def is_set_apart(self) -> bool:
        """Does it differ from the rows below?"""
        return self.is_coloured or self.is_bold or self.is_repeated


def find_header(items: Sequence[Item]) -> Header | None:
    """The row of headers with which the items begin, if they do."""
    first = items[0]
    if first.line is None or first.line.runs[0].direction != "right":
        return None
    if first.table and first.table.tag:
        return None
    if first.table and first.table.columns > 1:
        return _in_cells(first.line, first.table, items)
    return _in_bold(items) if is_bold(first.line) else _in_plain(first.line)


def is_bold(line: Line) -> bool:
    """Is all of it bold?"""
    return all(run.bold for run in line.runs)


def _in_cells(line: Line, table: TableInk, items: Sequence[Item]) -> Header | None:
    """The row of a table's cells in which its line stands."""
    height = (line.box[1] + line.box[3]) / 2
    cells = [cell for cell in table.cells if cell.cell.box[1] <= height <= cell.cell.box[3]]
    bottom = min((cell.cell.box[3] for cell in cells), default=0.0)
    own = takewhile(lambda item: item.table is table and item.box[1] < bottom, items)
    lines = [item.line for item in own if item.line]
    columns = between([_text_box(cell) for cell in cells], line.size)
    is_readable = sum(bool(cell.lines) for cell in cells) > 1 and not any(map(_is_figure, _words(cells)))
    return Header(tuple(lines), columns, True, all(map(is_bold, lines))) if columns and is_readable else None


def _text_box(cell: CellInk) -> Box:
    """The box around a cell's text; the middle of one without."""
    x0, top, x1, bottom = cell.cell.box
    return union(line.box for line in cell.lines) or ((x0 + x1) / 2, top, (x0 + x1) / 2, bottom)


def _words(cells: Sequence[CellInk]) -> Iterator[Run]:
    """The first word of each cell that has one."""
    return (cell.lines[0].runs[0].first for cell in cells if cell.lines)


def _is_figure(word: Run) -> bool:
    return word.text[0].isdigit()


def _in_bold(items: Sequence[Item]) -> Header | None:
    """The lines that together have most entries side by side; none where they have more without the first."""
    lines = list(_bold_lines(items))
    best, count = _best(lines)
    if count < 2 or _best(lines[1:])[1] > count:
        return None
    return _made(lines[:best], bold=True)


def _bold_lines(items: Sequence[Item]) -> Iterator[Line]:
    above: Line | None = None
    for item in items[:MOST_LINES]:
        line = item.line
        if (
            line is None
            or item.table is not items[0].table
            or not is_bold(line)
            or (above and not _goes_with(above, line))
        ):
            return
        yield line
        above = line


def _goes_with(above: Line, line: Line) -> bool:
    one, other = above.runs[0], line.runs[0]
    is_alike = (one.font, one.colour) == (other.font, other.colour)
    return is_alike and pitch(above, line) <= PITCH and 1 / SIZE_CHANGE < line.size / above.size < SIZE_CHANGE


def _best(lines: Sequence[Line]) -> tuple[int, int]:
    """How many of the lines have most entries together, and how many those are."""
    counts = [len(entries([run for line in lines[:end] for run in line.runs], GUTTER)) for end in range(len(lines) + 1)]
    count = max(counts)
    return len(counts) - 1 - counts[::-1].index(count), count


def _in_plain(line: Line) -> Header | None:
    return _made([line], bold=False) if len(entries(line.runs, GUTTER)) >= PLAIN else None


def _made(lines: Sequence[Line], *, bold: bool) -> Header | None:
    found = entries([word for line in lines for word in line.words], BLANK)
    if any(_is_figure(words[0]) for words in found):
        return None
    boxes = [box for words in found if (box := union(word.box for word in words))]
    columns = between(boxes, lines[0].size)
    return Header(tuple(lines), columns, is_bold=bold) if columns else None
