"""What a table is for, which colour a cell has, and what a cell without words says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .grid import Layout
from .styles import Styles, colour
from .visible import is_alternative

if TYPE_CHECKING:
    from bs4.element import Tag

_MOSTLY = 0.75
_MOST_LOOKED_THROUGH = 50


def is_for_layout(table: Tag, found: Layout) -> bool:
    """Does a table merely arrange the page: one column, a role that says so, or mostly other tables in its cells?"""
    if found.columns < 2 or table.get("role") in ("presentation", "none"):
        return True
    inner = [other for other in table.find_all("table") if other.find_parent("table") is table]
    if not inner or any(slot.header for slot in found.slots):
        return False
    return sum(_letters(other) for other in inner) > _MOSTLY * _letters(table)


def _letters(element: Tag) -> int:
    return sum(len(text) for text in element.stripped_strings)


def fill(cell: Tag, styles: Styles) -> str | None:
    """The colour behind a cell: its own, that of the first thing in it that has one, or its row's."""
    inner = cell.find_all(True, limit=_MOST_LOOKED_THROUGH)
    row = [cell.parent] if cell.parent is not None and cell.parent.name == "tr" else []
    return next((found for element in (cell, *inner, *row) if (found := _background(element, styles))), None)


def _background(element: Tag, styles: Styles) -> str | None:
    style = styles.of(element)
    said = style.get("background-color") or style.get("background") or str(element.get("bgcolor") or "")
    return colour(said)


def alternative(elements: Sequence[Tag]) -> str:
    """What a cell says to those who cannot see it: a label, a picture's text, text for screen readers."""
    for element in (inner for outer in elements for inner in (outer, *outer.find_all(True))):
        said = str(element.get("aria-label") or element.get("alt") or element.get("title") or "").strip()
        if said or is_alternative(element):
            return said or element.get_text(" ").strip()
    return ""
