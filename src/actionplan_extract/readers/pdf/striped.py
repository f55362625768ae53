"""The sides of columns in rows without colour, told by texts that begin where those of the coloured rows do."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...passage import Box
from .ink import Rule
from .ruled import SNAP, RuledTable
from .standing import Standing

ALIGNED = 1.5  # points: texts that begin no further apart stand one below the other
REACH = 2.0  # points: how far colour may stick out beyond the rules around it
HIGHEST = 60.0  # points: of a row of headers


def sides_below_texts(table: RuledTable, rules: Iterable[Rule], words: Standing) -> Iterator[Rule]:
    """The upright sides that the table's uncoloured rows lack, and those of headers between two level rules above it.

    Only where several texts of a row begin where the columns' own do: what is merged across columns does not.
    """
    sides = {cell.column: cell.box[0] for cell in table.cells}
    lefts = _lefts(table, words)
    for x0, top, x1, bottom in (*_wide(table), *_above(table, rules)):
        inner = {column: side for column, side in sides.items() if x0 - REACH < side < x1 - REACH}
        if _is_set_below(words.within((x0, top, x1, bottom)), inner, lefts):
            yield from (Rule(False, side, top, bottom) for side in (*inner.values(), x1))


def _lefts(table: RuledTable, words: Standing) -> dict[int, float]:
    """Where the texts of each column begin."""
    found: dict[int, float] = {}
    for cell in (cell for cell in table.cells if cell.column_span == 1):
        for box in words.within(cell.box):
            found[cell.column] = min(box[0], found.get(cell.column, box[0]))
    return found


def _wide(table: RuledTable) -> Iterator[Box]:
    """The cells over several columns of one row."""
    return (cell.box for cell in table.cells if cell.column_span > 1 and cell.row_span == 1)


def _above(table: RuledTable, rules: Iterable[Rule]) -> Sequence[Box]:
    """What stands between a rule at the top of a table of several rows and the next one above it, if that is near."""
    x0, top, x1, _ = table.box
    level = (r for r in rules if r.level and abs(r.start - x0) <= REACH and abs(r.end - x1) <= REACH)
    heights = sorted(rule.at for rule in level if top - HIGHEST < rule.at <= top + REACH)
    is_headed = len(heights) > 1 and heights[-1] >= top - REACH and len({cell.row for cell in table.cells}) > 1
    above = [at for at in heights if at < heights[-1] - SNAP] if is_headed else []
    return [(x0, above[-1], x1, top)] if above else []


def _is_set_below(boxes: Sequence[Box], sides: Mapping[int, float], lefts: Mapping[int, float]) -> bool:
    """Do texts stand in all of some columns, clear of their sides, and begin where other texts of each do?"""
    columns, places = list(sides), list(sides.values())
    firsts: dict[int, float] = {}
    for x0, _, x1, _ in boxes:
        at = bisect_right(places, x0 + REACH) - 1
        if at < 0 or (at + 1 < len(places) and x1 > places[at + 1]):
            return False
        firsts[columns[at]] = min(x0, firsts.get(columns[at], x0))
    aligned = (abs(first - lefts.get(column, first - REACH)) <= ALIGNED for column, first in firsts.items())
    return len(firsts) == len(columns) > 1 and all(aligned)
