"""The tables that lines enclose, and those that colour does where there are no lines."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ...limits import Limits
from ...passage import Box
from .colours import area, shared_area
from .ink import WHITE, Fill, Rule, box_edges
from .ruled import SNAP, DenseRulesError, RuledCell, RuledTable, find_tables
from .standing import Standing

BAND = 0.9  # share of a table's width that a band across it has
CLEAR = 1.0  # points: so far from a column's side its words end
REACH = 2.0  # points: how far colour may stick out beyond the rules around it


def tables_of(rules: Sequence[Rule], fills: Sequence[Fill], words: Standing, limits: Limits) -> list[RuledTable]:
    """The tables from the top; raises DenseRulesError.

    Edges of colour that go on outside ruled cells, or end across a whole row, count as rules.
    """
    tables = _find_tables(rules, words, limits)
    coloured = [fill.box for fill in fills if fill.colour != WHITE]
    cells = [cell.box for table in tables for cell in table.cells]
    edges = [edge for box in coloured if not _overlaps_any(box, cells) for edge in box_edges(box)]
    edges += [edge for table in tables for edge in _ends_of_bands(table, coloured)]
    if not edges:
        return tables
    try:
        found = find_tables([*rules, *edges], words, limits)
        across = [rule for table in found if not _overlaps_any(table.box, cells) for rule in _across(table, words)]
        return find_tables([*rules, *edges, *across], words, limits) if across else found
    except DenseRulesError:
        return tables


def _find_tables(rules: Sequence[Rule], words: Standing, limits: Limits) -> list[RuledTable]:
    """The tables of the rules, rows without upright ones parted as the others are."""
    tables = find_tables(rules, words, limits)
    missing = [rule for table in tables for rule in _missing(table, words)]
    return find_tables([*rules, *missing], words, limits) if missing else tables


def _missing(table: RuledTable, words: Standing) -> Iterator[Rule]:
    """The sides of a table's columns in rows in which they are not drawn, though each column has its own words there.

    Styles that stripe a table draw them in every other row.
    """
    sides = {cell.column: cell.box[0] for cell in table.cells}
    for cell in (cell for cell in table.cells if cell.column_span > 2 and cell.row_span == 1):
        inner = [sides[column] for column in range(cell.column + 1, cell.column + cell.column_span) if column in sides]
        boxes = words.within(cell.box)
        filled = {bisect_right(inner, box[0]) for box in boxes}
        if len(filled) > 2 and all(_is_free(side, boxes) for side in inner):
            yield from (Rule(False, side, cell.box[1], cell.box[3]) for side in inner)


def _is_free(side: float, boxes: Iterable[Box]) -> bool:
    """Does no word stand at the line, and on no line of text only a blank's width of it?"""
    return not any(box[0] - CLEAR < side < box[2] + CLEAR for box in boxes)


def _ends_of_bands(table: RuledTable, coloured: Iterable[Box]) -> Iterator[Rule]:
    """Where a coloured band across the table ends within its cells: a header that no rule closes."""
    x0, top, x1, bottom = table.box
    sides = [side for cell in table.cells for side in (cell.box[1], cell.box[3])]
    widths: dict[int, float] = defaultdict(float)
    for box in coloured:
        if x0 - REACH <= box[0] and box[2] <= x1 + REACH and top < box[3] < bottom:
            widths[round(box[3])] += box[2] - box[0]
    for end, width in widths.items():
        if width > BAND * (x1 - x0) and all(abs(end - side) > REACH for side in sides):
            yield Rule(True, float(end), x0, x1)


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
