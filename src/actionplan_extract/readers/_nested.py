"""A table whose cells hold a table each, made one table: each inner row a row of its own.

Only geometry is looked at: tables of one width, alone in cells of one column, in several rows. What stands beside
them then reaches down over their rows; a first row that all of them share is the column's second header row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Generic, TypeVar

Held = TypeVar("Held")
_LEAST_TABLES = 2
_LEAST_WIDTH = 2


@dataclass(frozen=True, slots=True)
class Box(Generic[Held]):
    """A cell with its place; `held` is what the format knows of it."""

    held: Held
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


Boxes = Sequence[Box[Held]]
Inner = Callable[[Held], "Boxes[Held] | None"]


def unnested(boxes: Boxes[Held], inner: Inner[Held], text: Callable[[Held], str]) -> list[Box[Held]] | None:
    """The boxes of the one table that a table of tables makes; None where it is none.

    `inner` gives the boxes of the table that a cell holds, if it holds nothing else; `text` what a cell says.
    """
    tables = {box.row: (box, found) for box in boxes if (found := inner(box.held))}
    if _width(boxes) < _LEAST_WIDTH or not _are_regular(
        [held for held, _ in tables.values()], [found for _, found in tables.values()]
    ):
        return None
    column = next(iter(tables.values()))[0].column
    header = _shared_header([found for _, found in tables.values()], text)
    wide = _width(next(iter(tables.values()))[1])
    first = min(tables)
    below = {row: _without(found, len(header) > 0) for row, (_, found) in tables.items()}
    heights = [
        _height(below[row]) if row in below else 1 for row in range(max(box.row + box.row_span for box in boxes))
    ]
    starts = [0, *accumulate(heights)]
    shift = 1 if header else 0
    made: list[Box[Held]] = [replace(box, row=starts[first], column=column + box.column) for box in header]
    for box in boxes:
        if box.row in tables and box is tables[box.row][0]:
            top = starts[box.row] + shift
            made += [replace(one, row=top + one.row, column=column + one.column) for one in below[box.row]]
        else:
            made.append(_moved(box, starts, column, wide, first if header else None))
    return sorted(made, key=lambda box: (box.row, box.column))


def _moved(box: Box[Held], starts: Sequence[int], column: int, wide: int, header: int | None) -> Box[Held]:
    """A box beside the inner tables at its new place; `header` is the row that their header stands above."""
    bottom = box.row + box.row_span
    top, end = starts[box.row], starts[bottom]
    if header is not None:
        top += box.row >= header
        reaches = bottom == header and not box.column <= column < box.column + box.column_span
        end += bottom > header or reaches
    left = box.column + (wide - 1 if box.column > column else 0)
    across = box.column_span + (wide - 1 if box.column <= column < box.column + box.column_span else 0)
    return replace(box, row=top, row_span=end - top, column=left, column_span=across)


def _are_regular(holders: Boxes[Held], tables: Sequence[Boxes[Held]]) -> bool:
    """Do the tables stand in one column, each in a row of its own, and have one width?"""
    if len(tables) < _LEAST_TABLES or len({_width(table) for table in tables}) > 1 or _width(tables[0]) < _LEAST_WIDTH:
        return False
    return len({box.column for box in holders}) == 1 and all(box.column_span == box.row_span == 1 for box in holders)


def _width(table: Boxes[Held]) -> int:
    return max((box.column + box.column_span for box in table), default=0)


def _height(table: Boxes[Held]) -> int:
    return max((box.row + box.row_span for box in table), default=1)


def _shared_header(tables: Sequence[Boxes[Held]], text: Callable[[Held], str]) -> list[Box[Held]]:
    """The first row of the first table, where all begin with the same words and have more rows."""
    firsts = [[box for box in table if box.row == 0] for table in tables]
    said = {tuple(" ".join(text(box.held).split()) for box in first) for first in firsts}
    is_shared = len(said) == 1 and all(said) and all(box.row_span == 1 for first in firsts for box in first)
    return list(firsts[0]) if is_shared and all(_height(table) > 1 for table in tables) else []


def _without(table: Boxes[Held], header: bool) -> list[Box[Held]]:
    """The boxes of a table, without those of its header row."""
    return [replace(box, row=box.row - header) for box in table if box.row >= header]
