"""A page's ink sorted out: tables with the lines in their cells, and the lines outside them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import compress
from operator import not_
from statistics import median
from typing import NamedTuple

from ...limits import DEFAULT, Limits
from ...passage import Box
from .bullets import drawn_bullets
from .coloured import tables_of
from .colours import cell_fill, cell_ink
from .ink import Fill, Ink, Rule, Run, is_within
from .lines import Line, build_lines
from .ruled import DenseRulesError, RuledCell, RuledTable
from .standing import Standing
from .tags import CELLS, Tag

UNDERLINE_REACH = 2.0  # points: how far an underline may stick out beyond its words
UNDERLINED = 0.8  # share of a word's width
ABOVE, BELOW = 0.35, 0.15  # of the type size: where an underline is, from the foot of its word
STRAY_LETTERS = 2
WATERMARK = 2.5  # times the usual type size: what is so large and runs at an angle is no text of the page


_Held = dict[RuledCell | None, list[Run]]
"""The runs by cell."""


class CellInk(NamedTuple):
    """A cell, the lines in it, its colour (None where white) and that of what is written or drawn in it."""

    cell: RuledCell
    lines: tuple[Line, ...]
    fill: str | None = None
    ink: str | None = None

    @classmethod
    def of(cls, cell: RuledCell, runs: Sequence[Run], fills: Sequence[Fill]) -> CellInk:
        """The cell with what is written in it, among the coloured areas of its page."""
        fill, ink = cell_fill(cell.box, fills), cell_ink(cell.box, runs, fills)
        return cls(cell, tuple(build_lines(runs)), fill, ink)


@dataclass(frozen=True, slots=True)
class TableInk:
    """A table and what stands in its cells.

    `basis` says what it was told by. The tables with one `tag` are parts of one that goes over pages, rows
    and columns counted from its start.
    """

    box: Box
    columns: int
    cells: tuple[CellInk, ...]
    basis: str = "rules"
    tag: Tag | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of all its cells."""
        return tuple(line for cell in self.cells for line in cell.lines)


@dataclass(frozen=True, slots=True)
class TextColumn:
    """One of two columns of prose, or what stands in one of several boxes side by side."""

    box: Box
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PageInk:
    """A page's tables and the lines outside them, each from the top; prose in two columns apart.

    `limits` says what was left out because there was too much of it.
    """

    ink: Ink
    tables: tuple[TableInk, ...]
    lines: tuple[Line, ...]
    limits: tuple[str, ...] = ()
    sides: tuple[TextColumn, ...] = ()


def lay_out(ink: Ink, limits: Limits = DEFAULT) -> PageInk:
    """The page sorted out."""
    marks, written = _watermarks(ink.runs)
    runs, rules = _underlined((*written, *drawn_bullets(ink.dots, written)), ink.rules)
    met = ink.limits
    if len(ink.fills) > limits.page_fills:
        met = (*met, f"too many coloured areas; it is read without colours ({limits.said('page_fills')})")
        ink = replace(ink, fills=())
    try:
        tables = tables_of(rules, ink.fills, Standing(runs), limits)
    except DenseRulesError as error:
        met = (*met, f"too many lines to look for tables; it is read as plain text ({error})")
        return PageInk(ink, (), (*map(Line.of, marks), *build_lines(runs)), met)
    held, outside = _in_cells(runs, tables)
    filled = [_table_ink(table, held, ink.fills) for table in tables]
    return PageInk(ink, tuple(filled), (*map(Line.of, marks), *build_lines(outside)), met)


def _watermarks(runs: Sequence[Run]) -> tuple[list[tuple[Run]], Sequence[Run]]:
    """The words drawn large across the page at an angle, each alone, and the others."""
    if not any(run.is_slanted for run in runs):
        return [], runs
    least = WATERMARK * median(run.size for run in runs)
    marks = [run.is_slanted and run.size >= least for run in runs]
    return [(run,) for run in compress(runs, marks)], list(compress(runs, map(not_, marks)))


def _underlined(runs: Sequence[Run], rules: Iterable[Rule]) -> tuple[list[Run], list[Rule]]:
    """The runs with underlined words marked, and the rules without those that underline."""
    feet = [run.box[3] for run in runs]
    order = sorted(range(len(runs)), key=feet.__getitem__)
    bottoms = [feet[index] for index in order]
    largest = max([run.size for run in runs], default=0.0)
    marked, kept = set[Box](), []
    for rule in rules:
        reach = rule.at - BELOW * largest, rule.at + ABOVE * largest
        near = order[bisect_left(bottoms, reach[0]) : bisect_right(bottoms, reach[1])] if rule.level else []
        words = _above(rule, [runs[index] for index in near])
        marked.update(word.box for word in words)
        kept += [] if words else [rule]
    return [part for run in runs for part in (_marked(run, marked) if marked else [run])], kept


def _above(rule: Rule, runs: Iterable[Run]) -> list[Run]:
    """The words that the rule underlines, if it does."""
    near = [run for run in runs if run.box[0] < rule.end and rule.start < run.box[2]]
    if not near or not _fits(rule, [run.box for run in near]):  # as nearly always
        return []
    words = [word for run in near for word in run.words if _stands_on(word, rule)]
    return words if words and _fits(rule, [word.box for word in words]) else []


def _marked(run: Run, marked: Container[Box]) -> list[Run]:
    """The run, in words where some of them are underlined."""
    words = run.words
    if not any(word.box in marked for word in words):
        return [run]
    return [word._replace(underlined=True) if word.box in marked else word for word in words]


def _stands_on(word: Run, rule: Rule) -> bool:
    x0, _, x1, bottom = word.box
    shared = min(x1, rule.end) - max(x0, rule.start)
    return (
        word.direction == "right"
        and bottom - ABOVE * word.size <= rule.at <= bottom + BELOW * word.size
        and shared >= UNDERLINED * (x1 - x0)
    )


def _fits(rule: Rule, boxes: Sequence[Box]) -> bool:
    start, end = min(box[0] for box in boxes), max(box[2] for box in boxes)
    return rule.start >= start - UNDERLINE_REACH and rule.end <= end + UNDERLINE_REACH


def _in_cells(runs: Iterable[Run], tables: Sequence[RuledTable]) -> tuple[_Held, list[Run]]:
    """The runs of each cell, and those outside; a word drawn across a side of a cell is cut there, unless tagged."""
    held: dict[RuledCell | None, list[Run]] = defaultdict(list)
    bands = [_Bands(table) for table in tables]
    rows: dict[float, list[RuledCell]] = {}  # runs of a line have one height
    for run in runs:
        x0, top, x1, bottom = run.box
        y = (top + bottom) / 2
        if y not in rows:
            rows[y] = [cell for band in bands for cell in band.at(y)]
        cell = _cell_around(rows[y], x0, x1)
        if cell:
            held[cell].append(run)
        elif not _touches(rows[y], x0, x1):
            held[None].append(run)
        else:
            for word in run.words:
                for cell_of_part, part in _parted(word, bands):
                    held[cell_of_part].append(part)
    return held, held.pop(None, [])


def _parted(word: Run, bands: Iterable[_Bands]) -> list[tuple[RuledCell | None, Run]]:
    """A word with its cell, or where it goes over several its parts with theirs."""
    x, y = word.centre
    near = [cell for band in bands if is_within((x, y), band.box) for cell in band.at(y)]
    around = _cell_around(near, word.box[0], word.box[2])
    if around or (word.tag and word.tag.nearest(CELLS)):  # tagged, but too long for its cell
        return [(around or _cell_at(near, x), word)]
    parts = list(word.cut_where(partial(_cell_at, near)))
    return [(parts[0][0], word)] if _sticks_out(word, parts) else parts


def _sticks_out(word: Run, parts: Sequence[tuple[RuledCell | None, Run]]) -> bool:
    """Is it one long word of which the last letter or two do not fit the cell?"""
    rest = parts[-1][1].text
    is_word = word.text.isalpha() and rest.islower()
    return len(parts) == 2 and is_word and len(rest) <= STRAY_LETTERS < len(word.text) / 3


class _Bands:
    """The cells of a table by height: between any two of its cells' upper and lower sides the same ones."""

    def __init__(self, table: RuledTable) -> None:
        self.box = table.box
        self.sides = sorted({side for cell in table.cells for side in (cell.box[1], cell.box[3])})
        self.cells: list[list[RuledCell]] = [[] for _ in self.sides]
        for cell in table.cells:
            for band in range(bisect_left(self.sides, cell.box[1]), bisect_left(self.sides, cell.box[3])):
                self.cells[band].append(cell)

    def at(self, y: float) -> Sequence[RuledCell]:
        """The cells at a height, from left to right; none above and below the table."""
        return self.cells[bisect_right(self.sides, y) - 1] if self.box[1] <= y <= self.box[3] else ()


def _cell_around(row: Iterable[RuledCell], start: float, end: float) -> RuledCell | None:
    for cell in row:
        x0, _, x1, _ = cell.box
        if x0 <= start and end <= x1:
            return cell
    return None


def _touches(row: Iterable[RuledCell], start: float, end: float) -> bool:
    return any(cell.box[0] < end and start < cell.box[2] for cell in row)


def _cell_at(row: Iterable[RuledCell], x: float) -> RuledCell | None:
    for cell in row:
        if cell.box[0] <= x < cell.box[2]:
            return cell
    return None


def _table_ink(table: RuledTable, held: _Held, fills: Sequence[Fill]) -> TableInk:
    heights = {(cell.box[1], cell.box[3]) for cell in table.cells}
    near = {(top, bottom): [f for f in fills if f.box[1] < bottom and top < f.box[3]] for top, bottom in heights}
    cells = (CellInk.of(cell, held.get(cell, ()), near[cell.box[1], cell.box[3]]) for cell in table.cells)
    return TableInk(table.box, table.columns, tuple(cells))


def all_lines(pages: Iterable[PageInk]) -> Iterator[Line]:
    """The lines of all pages, in tables and outside."""
    for page in pages:
        yield from page.lines
        for table in page.tables:
            yield from table.lines
        for side in page.sides:
            yield from side.lines
