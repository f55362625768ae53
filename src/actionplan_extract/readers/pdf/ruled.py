"""Ruled lines to tables: which cells they enclose, and over how many rows and columns each goes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from ...limits import DEFAULT, Limits
from ...passage import Box, union
from .ink import Rule, is_within
from .standing import Standing

SNAP = 3.0  # points: rules closer than this are one (double rules, gaps at corners)
SHORTEST = 5.0  # points: shorter rules are dots or corners
COVER = 0.7  # share of a cell's side that must be ruled for the side to count
SLIVER = 5.0  # points: narrower cells without words are the inside of a double rule

Unit = tuple[int, int]


class DenseRulesError(Exception):
    """The page is graph paper or a drawing: finding its cells would take minutes. It says which limit is met."""


@dataclass(frozen=True, slots=True, eq=False)
class RuledCell:
    """A cell between rules; `row` and `column` count from 0 in its table. Equal only to itself."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(frozen=True, slots=True)
class RuledTable:
    """The cells of a table from the top left, and its number of columns."""

    box: Box
    cells: tuple[RuledCell, ...]
    columns: int


def find_tables(rules: Iterable[Rule], words: Standing, limits: Limits = DEFAULT) -> list[RuledTable]:
    """The tables that rules enclose, from the top; raises DenseRulesError.

    A frame around one cell is no table. Where the outer rules of a table are missing (a last row
    cut by the page's end, a style without side rules), cells reach to the end of its other rules.
    """
    straight = straighten(rules)
    if len(straight) > limits.page_edges:
        raise DenseRulesError(limits.said("page_edges"))
    found = [table for group in _touching(straight, limits) if (table := _table(group, words, limits))]
    return sorted(_unnested(found), key=lambda table: (table.box[1], table.box[0]))


def straighten(rules: Iterable[Rule]) -> list[Rule]:
    """The rules with those that nearly coincide made one, and pieces of one line joined."""
    lines: dict[tuple[bool, float], list[Rule]] = {}
    held: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.level, rule.at)):
        if held and (rule.level != held[0].level or rule.at - held[0].at > SNAP):
            lines[held[0].level, _mean(held)] = held
            held = []
        held.append(rule)
    if held:
        lines[held[0].level, _mean(held)] = held
    joined = (rule for (level, at), pieces in lines.items() for rule in _joined(level, at, pieces))
    return [rule for rule in joined if rule.end - rule.start >= SHORTEST]


def _mean(rules: Sequence[Rule]) -> float:
    """Where the rules stand, long ones counting for more."""
    weights = [rule.end - rule.start + 0.01 for rule in rules]
    return sum(rule.at * weight for rule, weight in zip(rules, weights, strict=True)) / sum(weights)


def _joined(level: bool, at: float, pieces: Iterable[Rule]) -> Iterator[Rule]:
    start, end = None, 0.0
    for piece in sorted(pieces, key=lambda piece: piece.start):
        if start is not None and piece.start > end + SNAP:
            yield Rule(level, at, start, end)
            start = None
        start, end = (piece.start, piece.end) if start is None else (start, max(end, piece.end))
    if start is not None:
        yield Rule(level, at, start, end)


def _touching(rules: Sequence[Rule], limits: Limits) -> list[list[Rule]]:
    """The rules in groups that hang together; raises DenseRulesError."""
    level = sorted((rule for rule in rules if rule.level), key=lambda rule: rule.at)
    heights = [rule.at for rule in level]
    group: dict[Rule, Rule] = {rule: rule for rule in rules}

    def root(rule: Rule) -> Rule:
        while group[rule] is not rule:
            group[rule] = rule = group[group[rule]]
        return rule

    crossings = 0
    for upright in (rule for rule in rules if not rule.level):
        reach = slice(bisect_left(heights, upright.start - SNAP), bisect_right(heights, upright.end + SNAP))
        for other in level[reach]:
            if other.start - SNAP <= upright.at <= other.end + SNAP:
                group[root(upright)] = root(other)
                crossings += 1
        if crossings > limits.page_crossings:
            raise DenseRulesError(limits.said("page_crossings"))
    groups: dict[Rule, list[Rule]] = defaultdict(list)
    for rule in rules:
        groups[root(rule)].append(rule)
    return list(groups.values())


class _Lattice:
    """The places where a group's rules could cross, the smallest boxes between, the walls of those."""

    def __init__(self, group: Sequence[Rule], limits: Limits) -> None:
        levels = [rule for rule in group if rule.level]
        uprights = [rule for rule in group if not rule.level]
        ends = [(end, rule.at) if rule.level else (rule.at, end) for rule in group for end in (rule.start, rule.end)]
        self.xs = _stops((rule.at for rule in uprights), [x for x, _ in ends])
        self.ys = _stops((rule.at for rule in levels), [y for _, y in ends])
        if len(self.xs) * len(self.ys) > limits.page_crossings:
            raise DenseRulesError(limits.said("page_crossings"))
        self.upright = _walls(uprights, self.xs, self.ys)
        self.level = _walls(levels, self.ys, self.xs)

    def neighbours(self, unit: Unit) -> Iterator[Unit]:
        """The boxes that no wall parts from this one; places outside the lattice among them."""
        row, column = unit
        if (column, row) not in self.upright:
            yield row, column - 1
        if (column + 1, row) not in self.upright:
            yield row, column + 1
        if (row, column) not in self.level:
            yield row - 1, column
        if (row + 1, column) not in self.level:
            yield row + 1, column

    def regions(self) -> Iterator[tuple[set[Unit], int]]:
        """The boxes that hang together, and at how many sides of the lattice they are open."""
        seen = set[Unit]()
        for start in product(range(len(self.ys) - 1), range(len(self.xs) - 1)):
            if start not in seen:
                region, open_sides = self._spread(start)
                seen |= region
                yield region, open_sides

    def _spread(self, start: Unit) -> tuple[set[Unit], int]:
        region, edge, open_sides = set[Unit](), [start], set[str]()
        while edge:
            unit = edge.pop()
            if side := self._outside(unit):
                open_sides.add(side)
            elif unit not in region:
                region.add(unit)
                edge.extend(self.neighbours(unit))
        return region, len(open_sides)

    def _outside(self, unit: Unit) -> str | None:
        row, column = unit
        if row < 0 or row >= len(self.ys) - 1:
            return "top" if row < 0 else "bottom"
        if column < 0 or column >= len(self.xs) - 1:
            return "left" if column < 0 else "right"
        return None

    def box(self, row: int, column: int, rows: int, columns: int) -> Box:
        """The box of some rows and columns of the lattice."""
        return self.xs[column], self.ys[row], self.xs[column + columns], self.ys[row + rows]


def _stops(places: Iterable[float], reach: Sequence[float]) -> list[float]:
    """The places of rules in order, and the ends of the rules that cross them where those stick out."""
    stops = sorted(set(places))
    if stops and min(reach) < stops[0] - SNAP:
        stops.insert(0, min(reach))
    if stops and max(reach) > stops[-1] + SNAP:
        stops.append(max(reach))
    return stops


def _walls(rules: Iterable[Rule], places: Sequence[float], stops: Sequence[float]) -> set[Unit]:
    """The stretches (index of the place, index of the stop it starts from) that are ruled."""
    index = {place: number for number, place in enumerate(places)}
    ruled: dict[Unit, float] = defaultdict(float)
    for rule in rules:
        first = max(bisect_right(stops, rule.start) - 1, 0)
        for number in range(first, min(bisect_left(stops, rule.end), len(stops) - 1)):
            ruled[index[rule.at], number] += min(rule.end, stops[number + 1]) - max(rule.start, stops[number])
    return {unit for unit, length in ruled.items() if length >= COVER * (stops[unit[1] + 1] - stops[unit[1]])}


def _table(group: Sequence[Rule], words: Standing, limits: Limits) -> RuledTable | None:
    places = {(rule.level, rule.at) for rule in group}
    if len(places) < 4 or len({level for level, _ in places}) < 2:
        return None
    lattice = _Lattice(group, limits)
    boxes = _cells(lattice, words)
    return _numbered(boxes) if len(boxes) > 1 and any(map(words.has, boxes)) else None


def _cells(lattice: _Lattice, words: Standing) -> list[Box]:
    """The boxes that are cells; an open one without words is, too, in a row of open ones with words."""
    found = list(_boxes(lattice))
    kept = [box for box, is_open in found if _is_cell(box, is_open, words)]
    ends = {end for box, is_open in found if is_open and box in kept for end in ((0, box[1]), (1, box[3]))}
    bare = (box for box, is_open in found if is_open and box not in kept and min(_sides(box)) >= 2 * SLIVER)
    return kept + [box for box in bare if {(0, box[1]), (1, box[3])} & ends]


def _sides(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _boxes(lattice: _Lattice) -> Iterator[tuple[Box, bool]]:
    """The rectangles of the lattice, and whether each is open; regions open on three sides are left."""
    for region, open_sides in lattice.regions():
        if open_sides <= 2:
            for part in _rectangles(region):
                yield lattice.box(*part), open_sides > 0


def _rectangles(region: set[Unit]) -> Iterator[tuple[int, int, int, int]]:
    """A region as rectangles (row, column, rows, columns): one, unless a rule is broken off."""
    left = set(region)
    for row, column in sorted(region):
        if (row, column) not in left:
            continue
        columns = rows = 1
        while (row, column + columns) in left:
            columns += 1
        while all((row + rows, column + step) in left for step in range(columns)):
            rows += 1
        left -= {(row + down, column + right) for down in range(rows) for right in range(columns)}
        yield row, column, rows, columns


def _is_cell(box: Box, is_open: bool, words: Standing) -> bool:
    thin = min(_sides(box)) < SLIVER
    return words.has(box) if is_open or thin else True


def _numbered(boxes: Sequence[Box]) -> RuledTable:
    """The table of the cells' boxes: rows and columns are where cells begin."""
    xs = sorted({box[0] for box in boxes})
    ys = sorted({box[1] for box in boxes})
    rows, columns = ({place: number for number, place in enumerate(places)} for places in (ys, xs))
    cells = []
    for x0, top, x1, bottom in sorted(boxes, key=lambda box: (box[1], box[0])):
        row, column = rows[top], columns[x0]
        spans = bisect_left(ys, bottom) - row, bisect_left(xs, x1) - column
        cells.append(RuledCell(row, column, *spans, (x0, top, x1, bottom)))
    return RuledTable(union(boxes) or boxes[0], tuple(cells), len(xs))


def _unnested(tables: Sequence[RuledTable]) -> list[RuledTable]:
    """The tables without those inside a cell of another, and without frames around other tables."""
    frames = [table for table in tables if table.columns == 1 and any(_holds(table, other) for other in tables)]
    kept = [table for table in tables if table not in frames]
    return [table for table in kept if not any(_holds(other, table) for other in kept)]


def _holds(outer: RuledTable, inner: RuledTable) -> bool:
    x0, top, x1, bottom = inner.box
    return outer is not inner and any(
        is_within((x0, top), c.box) and is_within((x1, bottom), c.box) for c in outer.cells
    )
