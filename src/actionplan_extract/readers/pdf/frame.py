"""Rows of lines to the cells of a table, within the edges that white space, rules and colour give its columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from ...passage import Box, union
from .columns import Columns
from .ink import WHITE, Fill, Rule, box_edges
from .layout import CellInk, PageInk, TableInk
from .levels import Cells, Separator
from .ruled import RuledCell, straighten

COVERED = 0.5  # share of a column's width: a rule so long closes the column
MARGIN = 6.0  # points: how far rules and colour reach beyond text


@dataclass(frozen=True, slots=True)
class Row:
    """A row to be: its lines by column, the columns whose cells go on from the row above, and whether one cell
    goes across all columns.
    """

    cells: Cells
    joined: frozenset[int] = frozenset()
    is_band: bool = False

    @property
    def height(self) -> tuple[float, float]:
        """Its upper and lower edge."""
        boxes = [line.box for lines in self.cells for line in lines]
        return min(box[1] for box in boxes), max(box[3] for box in boxes)


@dataclass(frozen=True, slots=True)
class Frame:
    """The edges of a table's columns on a page, from the left, the rules across them and the colours."""

    edges: tuple[float, ...]
    separators: tuple[Separator, ...]
    fills: tuple[Fill, ...]

    @classmethod
    def around(cls, box: Box, columns: Columns, page: PageInk) -> Frame:
        """The frame of what stands in a box of the page."""
        x0, top, x1, bottom = box
        fills = tuple(
            fill for fill in page.ink.fills if fill.box[1] < bottom and fill.box[3] > top and fill.colour != WHITE
        )
        painted = (edge for fill in fills for edge in box_edges(fill.box))
        near = (rule for rule in (*page.ink.rules, *painted) if rule.level and top < rule.at < bottom)
        rules = [rule for rule in straighten(near) if rule.start < x1 and rule.end > x0]
        edges = _edges(x0, max([x1, *(rule.end for rule in rules)]), columns)
        return cls(edges, tuple(sorted(_separators(rules, edges), key=attrgetter("at"))), fills)

    def table(self, rows: Sequence[Row]) -> TableInk:
        """The table of some rows."""
        cells = tuple(self._cells(rows))
        box = union(cell.cell.box for cell in cells) or cells[0].cell.box
        return TableInk(box, len(self.edges) - 1, cells, "white space")

    def _cells(self, rows: Sequence[Row]) -> Iterator[CellInk]:
        for number, row in enumerate(rows):
            if row.is_band:
                yield self._cell(rows[number : number + 1], number, 0, len(self.edges) - 1)
                continue
            for column in range(len(self.edges) - 1):
                if column not in row.joined:
                    yield self._cell(rows[number : _end(rows, number, column)], number, column, 1)

    def _cell(self, rows: Sequence[Row], number: int, column: int, columns: int) -> CellInk:
        """The cell at a row and column that goes over some rows and columns."""
        top, bottom = rows[0].height[0], rows[-1].height[1]
        box = self.edges[column], top, self.edges[column + columns], bottom
        runs = [run for row in rows for line in row.cells[column] for run in line.runs]
        return CellInk.of(RuledCell(number, column, len(rows), columns, box), runs, self.fills)


def _end(rows: Sequence[Row], number: int, column: int) -> int:
    """The row behind the last one over which a cell goes."""
    end = number + 1
    while end < len(rows) and column in rows[end].joined:
        end += 1
    return end


def _edges(left: float, right: float, columns: Columns) -> tuple[float, ...]:
    """Where columns begin and end: a little before their text, since that begins at one place and ends anywhere."""
    padding = min(end - start for start, end in columns.gutters) / 2
    return left - padding, *(end - padding for _, end in columns.gutters), right + padding


def _separators(rules: Sequence[Rule], edges: Sequence[float]) -> Iterator[Separator]:
    """The columns that rules at one height close."""
    covered: dict[float, list[float]] = defaultdict(lambda: [0.0] * (len(edges) - 1))
    for rule in rules:
        for column, (left, right) in enumerate(pairwise(edges)):
            covered[rule.at][column] += max(min(rule.end, right) - max(rule.start, left), 0.0) / (right - left)
    for at, shares in covered.items():
        closed = frozenset(column for column, share in enumerate(shares) if share >= COVERED)
        if closed:
            yield Separator(at, closed)
