"""Rows in which several actions stand one below the other, each level with its own date: cut into one row an action.

Printed tables often close a row only where the recommendation ends; inside it a deadline (or number) stands beside the
action it belongs to. Where cells are merely packed from the top, nothing is level and the row stays whole.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Cell, Column, Paragraph, Row, Senses
from .contents import is_timescale
from .plan_tables import PlanTable

Height = tuple[int, float]
"""A page, and points from its top."""

_TOLERANCE = 6.0  # points: how far two first lines may be apart and still be level
_ANCHORS = ("deadline", "number")
_OWNERS = ("owner_officer", "owner_member")
_SPANNING = frozenset(("recommendation", "heading", "summary"))


def level_rows(table: PlanTable, senses: Senses) -> PlanTable:
    """The table with every such row cut, each part marked as found by its place on the page."""
    rows = [row for section in table.sections for row in section.rows]
    levels = {id(row): _levels(table.columns, row, senses) for row in rows}
    if all(len(heights) < 2 for heights in levels.values()):
        return table
    sections = tuple(
        replace(part, rows=tuple(cut for row in part.rows for cut in _parts(table.columns, row, levels[id(row)])))
        for part in table.sections
    )
    return replace(table, sections=sections)


def _parts(columns: Sequence[Column], row: Row, heights: Sequence[Height]) -> Iterator[Row]:
    if len(heights) < 2:
        yield row
        return
    cut = [_cut(column.role, cell, heights) for column, cell in zip(columns, row.cells, strict=True)]
    for number in range(len(heights)):
        cells = tuple(parts[number] for parts in cut)
        yield Row(cells, after_break=row.after_break and number == 0, levelled=True)


def _levels(columns: Sequence[Column], row: Row, senses: Senses) -> list[Height]:
    """The heights at which the row's actions begin, each with a date or number level with it; else empty.

    Behind a page break the row may first go on with the action before.
    """
    if len(row.cells) != len(columns) or len(set(map(id, row.cells))) < len(columns):
        return []
    by_role = {column.role: cell for column, cell in zip(columns, row.cells, strict=True)}
    action = by_role.get("action")
    if action is None or len(action.paragraphs) < 2:
        return []
    begun = _heights(action.paragraphs)
    for role in _ANCHORS:
        cell = by_role.get(role)
        found = [] if cell is None else _anchors(role, cell, senses)
        if not found or not all(_is_level(height, begun) for height in found):
            continue
        if _is_level(begun[0], found[:1]):
            return found
        return [begun[0], *found] if row.after_break else []
    return []


def _anchors(role: str, cell: Cell, senses: Senses) -> list[Height]:
    """Where the cell's entries begin, empty where one of its paragraphs is none."""
    if role == "deadline" and not all(is_timescale(paragraph.text, senses) for paragraph in cell.paragraphs):
        return []
    return _heights(cell.paragraphs)


def _heights(paragraphs: Sequence[Paragraph]) -> list[Height]:
    """Where each paragraph begins, empty where one has no place on a page."""
    found = [height for paragraph in paragraphs if (height := _height(paragraph))]
    return found if len(found) == len(paragraphs) else []


def _height(paragraph: Paragraph) -> Height | None:
    """Where the paragraph's first line begins."""
    for piece in paragraph.passage.pieces:
        if piece.place and (box := piece.box):
            return None if piece.place.page is None else (piece.place.page, box[1])
    return None


def _is_level(height: Height, others: Sequence[Height]) -> bool:
    return any(page == height[0] and abs(top - height[1]) <= _TOLERANCE for page, top in others)


def _cut(role: str, cell: Cell, heights: Sequence[Height]) -> list[Cell]:
    """The cell's parts level with each action; one that says all in the first may span them.

    As many owners as actions are one each, level with them or packed from the top.
    """
    if role in _OWNERS and len(cell.paragraphs) == len(heights):
        return [replace(cell, paragraphs=(paragraph,), fill=None) for paragraph in cell.paragraphs]
    starts = [(page, top - _TOLERANCE) for page, top in heights]
    held: list[list[Paragraph]] = [[] for _ in heights]
    for paragraph in cell.paragraphs:
        height = _height(paragraph)
        held[max(bisect_right(starts, height) - 1, 0) if height else 0].append(paragraph)
    if role in _SPANNING or not any(held[1:]):
        return [cell] * len(heights)
    return [replace(cell, paragraphs=tuple(part), fill=None) for part in held]
