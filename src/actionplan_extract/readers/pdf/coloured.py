"""The tables that lines enclose, and those that colour does where there are no lines."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from ...limits import Limits
from ...passage import Box
from .colours import area, shared_area
from .ink import WHITE, Fill, Rule, box_edges
from .ruled import SNAP, DenseRulesError, RuledCell, RuledTable, find_tables
from .standing import Standing
from .striped import sides_below_texts

BAND = 0.9  # share of a table's width that a band across it has
CLEAR = 1.0  # points: so far from a column's side its words end
REACH = 2.0  # points: how far colour may stick out beyond the rules around it


def tables_of(rules: Sequence[Rule], fills: Sequence[Fill], words: Standing, limits: Limits) -> list[RuledTable]:
    """The tables from the top; raises DenseRulesError.

    Edges of colour that go on outside ruled cells, or begin or end across a whole row, count as rules.
    """
    coloured = [fill.box for fill in fills if fill.colour != WHITE]
    tables = find_tables(rules, words, limits)
    for missing in (partial(_sides_of_bands, coloured), partial(_missing, words)):
        if more := [rule for table in tables for rule in missing(table)]:
            rules = [*rules, *more]
            tables = find_tables(rules, words, limits)
    cells = [cell.box for table in tables for cell in table.cells]
    edges = [edge for box in coloured if not _overlaps_any(box, cells) for edge in box_edges(box)]
    if not edges:
        return tables
    try:
        found = find_tables([*rules, *edges], words, limits)
        own = [table for table in found if not _overlaps_any(table.box, cells)]
        more = [rule for table in own for rule in (*_across(table, words), *sides_below_texts(table, rules, words))]
        return find_tables([*rules, *edges, *more], words, limits) if more else found
    except DenseRulesError:
        return tables


def _missing(words: Standing, table: RuledTable) -> Iterator[Rule]:
    """The sides of a table's columns in rows in which they are not drawn, though each column has its own words there.

    Styles that stripe a table draw them in every other row, or among the headers only.
    """
    sides = {cell.column: cell.box[0] for cell in table.cells}
    wide = [cell for cell in table.cells if cell.column_span > 2 and cell.row_span == 1]
    parted = {cell: _inner_sides(cell, sides, words) for cell in wide}
    least = 2 if any(filled > 2 for filled, _ in parted.values()) else 3
    for cell, (filled, inner) in parted.items():
        if filled >= least:
            yield from (Rule(False, side, cell.box[1], cell.box[3]) for side in inner)


def _inner_sides(cell: RuledCell, sides: Mapping[int, float], words: Standing) -> tuple[int, Sequence[float]]:
    """The sides of columns within a cell that no word stands at, and in how many of its columns words stand."""
    inner = [sides[column] for column in range(cell.column + 1, cell.column + cell.column_span) if column in sides]
    boxes = words.within(cell.box)
    if not all(_is_free(side, boxes) for side in inner):
        return 0, ()
    return len({bisect_right(inner, box[0]) for box in boxes}), inner


def _is_free(side: float, boxes: Iterable[Box]) -> bool:
    """Does no word stand at the line, and on no line of text only a blank's width of it?"""
    return not any(box[0] - CLEAR < side < box[2] + CLEAR for box in boxes)


def _sides_of_bands(coloured: Iterable[Box], table: RuledTable) -> Iterator[Rule]:
    """Where coloured bands across the table begin and end within its cells: a header that no rule closes, stripes."""
    x0, top, x1, bottom = table.box
    ruled = [side for cell in table.cells for side in (cell.box[1], cell.box[3])]
    widths: dict[int, float] = defaultdict(float)
    for box in coloured:
        if x0 - REACH <= box[0] and box[2] <= x1 + REACH:
            for side in (box[1], box[3]):
                widths[round(side)] += box[2] - box[0]
    for side, width in widths.items():
        is_within_cells = top < side < bottom and all(abs(side - other) > REACH for other in ruled)
        if width > BAND * (x1 - x0) and is_within_cells:
            yield Rule(True, float(side), x0, x1)


def _overlaps_any(box: Box, others: Iterable[Box]) -> bool:
    _, top, _, bottom = box
    near = (other for other in others if other[1] < bottom and top < other[3])
    return any(shared_area(box, other) > 0.1 * area(box) for other in near)


def _across(table: RuledTable, words: Standing) -> Iterator[Rule]:
    """The sides of a table's coloured cells, drawn on through a gap between them.

    Say that only the headers and the statuses are coloured: their sides tell columns and rows all the same.
    """
    for gap in (cell for cell in table.cells if cell.row_span > 1 and cell.column_span > 1):
        inside = words.within(gap.box)
        rules = list(_through(gap, table.cells))
        if inside and not any(_cuts(rule, box) for rule in rules for box in inside):
            yield from rules


def _through(gap: RuledCell, cells: Iterable[RuledCell]) -> Iterator[Rule]:
    x0, top, x1, bottom = gap.box
    for cell in cells:
        if top + SNAP < cell.box[1] < bottom - SNAP:
            yield Rule(True, cell.box[1], x0, x1)
        if x0 + SNAP < cell.box[0] < x1 - SNAP:
            yield Rule(False, cell.box[0], top, bottom)


def _cuts(rule: Rule, box: Box) -> bool:
    """Does the line run through a word?"""
    low, high = (box[1], box[3]) if rule.level else (box[0], box[2])
    return low + 1 < rule.at < high - 1
