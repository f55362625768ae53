"""The tables that lines enclose, and those that colour does where there are no lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...passage import Box
from .colours import area, shared_area
from .ink import WHITE, Fill, Rule, Word, box_edges, is_within
from .ruled import SNAP, DenseRulesError, RuledCell, RuledTable, find_tables


def tables_of(rules: Sequence[Rule], fills: Sequence[Fill], words: Sequence[Word]) -> list[RuledTable]:
    """The tables from the top; raises DenseRulesError. Where colour goes on outside ruled cells, its edges rule too."""
    tables = find_tables(rules, words)
    cells = [cell.box for table in tables for cell in table.cells]
    beside = [fill.box for fill in fills if fill.colour != WHITE and not _overlaps_any(fill.box, cells)]
    if not beside:
        return tables
    edges = [*rules, *(edge for box in beside for edge in box_edges(box))]
    try:
        found = find_tables(edges, words)
        across = [rule for table in found if not _overlaps_any(table.box, cells) for rule in _across(table, words)]
        return find_tables([*edges, *across], words) if across else found
    except DenseRulesError:
        return tables


def _overlaps_any(box: Box, others: Iterable[Box]) -> bool:
    return any(shared_area(box, other) > 0.1 * area(box) for other in others)


def _across(table: RuledTable, words: Sequence[Word]) -> Iterator[Rule]:
    """The sides of a table's coloured cells, drawn on through a gap between them.

    Say that only the headers and the statuses are coloured: their sides tell columns and rows all the same.
    """
    for gap in (cell for cell in table.cells if cell.row_span > 1 and cell.column_span > 1):
        inside = [word.box for word in words if is_within(word.centre, gap.box)]
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
