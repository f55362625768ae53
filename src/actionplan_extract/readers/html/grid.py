"""Where the cells of a table stand, spans as browsers take them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...limits import DEFAULT, Limits
from .._nested import Box, unnested
from .visible import Sight

if TYPE_CHECKING:
    from bs4.element import PageElement, Tag

_ROLES = {
    "table": "table",
    "grid": "table",
    "treegrid": "table",
    "rowgroup": "tbody",
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "th",
    "rowheader": "th",
}
_SECTIONS = {"thead": 0, "tbody": 1, "tfoot": 2}
_DIGITS = re.compile(r"\s*\+?([0-9]+)")
_CELLS = ("td", "th")
_ASIDE = frozenset(("caption", "colgroup", "col"))
_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell at its place; `elements` hold its content."""

    elements: tuple[Tag, ...]
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The slots of a table, what else stands between its rows, and the limits that left rows or cells out."""

    slots: tuple[Slot, ...]
    columns: int
    loose: tuple[Tag, ...] = ()
    met: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Row:
    """A row's cells; `section` counts the parts (head, bodies, foot), over whose ends no cell reaches."""

    cells: tuple[Tag, ...]
    section: int
    kind: int


def part_name(element: Tag) -> str:
    """The name of the element, or of the part of a table that its role makes it."""
    return element.name if element.name in (*_CELLS, "table") else _ROLES.get(str(element.get("role")), element.name)


def table_layout(table: Tag, sight: Sight, limits: Limits = DEFAULT) -> Layout:
    """Where the cells of a table stand; hidden ones are left out, columns in which no cell begins closed up."""
    found, loose = _rows(table, sight)
    rows = sorted(found[: limits.rows], key=lambda row: row.kind)
    slots = [slot for slot in _placed(rows, limits.columns) if slot.column < limits.columns]
    cut = {"rows": len(found) > limits.rows, "columns": sum(len(row.cells) for row in rows) > len(slots)}
    starts = sorted({slot.column for slot in slots})
    return Layout(tuple(_closed_up(slot, starts) for slot in slots), len(starts), loose, _met(cut))


def list_layout(terms: Tag, sight: Sight, limits: Limits = DEFAULT) -> Layout:
    """A definition list as a table of two columns, terms and what is said of them."""
    groups: list[tuple[list[Tag], list[Tag]]] = []
    for element in _through(terms, sight, ("div",), 0):
        if element.name == "dt" and (not groups or groups[-1][1]):
            groups.append(([], []))
        if groups and element.name in ("dt", "dd"):
            groups[-1][element.name == "dd"].append(element)
    pairs = groups[: limits.rows]
    slots = (Slot(tuple(held), row, column) for row, pair in enumerate(pairs) for column, held in enumerate(pair))
    return Layout(tuple(slots), 2, met=_met({"rows": len(groups) > limits.rows}))


def _met(cut: dict[str, bool]) -> frozenset[str]:
    return frozenset(name for name, is_met in cut.items() if is_met)


def unnested_layout(found: Layout, sight: Sight) -> Layout | None:
    """A table of tables as one table; None where it is none."""
    boxes = unnested(_boxes(found.slots), lambda slot: _inner_boxes(slot, sight), _words)
    if boxes is None:
        return None
    slots = tuple(
        replace(b.held, row=b.row, column=b.column, row_span=b.row_span, column_span=b.column_span) for b in boxes
    )
    return replace(found, slots=slots, columns=max(slot.column + slot.column_span for slot in slots))


def _boxes(slots: Iterable[Slot]) -> list[Box[Slot]]:
    return [Box(slot, slot.row, slot.column, slot.row_span, slot.column_span) for slot in slots]


def _inner_boxes(slot: Slot, sight: Sight) -> list[Box[Slot]] | None:
    """The slots of the table that a slot holds, None where it holds none or more than that."""
    (cell, *others) = slot.elements
    inner = cell.find("table")
    if others or inner is None or cell.get_text(strip=True) != inner.get_text(strip=True):
        return None
    return _boxes(table_layout(inner, sight).slots)


def _words(slot: Slot) -> str:
    return " ".join(element.get_text(" ") for element in slot.elements)


def _rows(table: Tag, sight: Sight) -> tuple[list[_Row], tuple[Tag, ...]]:
    """The rows, and the elements between them that are none (a paragraph, say, of broken markup)."""
    rows: list[_Row] = []
    loose: list[Tag] = []
    stray: PageElement | None = None  # what the row without an element of its own stands in
    for element, section, kind in _parts(table, sight):
        name = part_name(element)
        if name in _CELLS and stray is not None and stray is element.parent:
            rows[-1] = replace(rows[-1], cells=(*rows[-1].cells, element))
        elif name in ("tr", *_CELLS):
            cells = (element,) if name in _CELLS else tuple(_cells(element, sight))
            rows.append(_Row(cells, section, kind))
        else:
            loose.append(element)
        stray = element.parent if name in _CELLS else None
    return rows, tuple(loose)


def _parts(table: Tag, sight: Sight) -> Iterator[tuple[Tag, int, int]]:
    """The rows, stray cells and other elements of a table, each with its section's place and kind."""
    section = 0
    for element in _through(table, sight, ("form",), 0):
        kind = _SECTIONS.get(part_name(element))
        if kind is None:
            yield element, section, _SECTIONS["tbody"]
            continue
        yield from ((part, section + 1, kind) for part in _through(element, sight, ("form",), 0))
        section += 2


def _through(parent: Tag, sight: Sight, names: tuple[str, ...], depth: int) -> Iterator[Tag]:
    """The elements in a table, section, row or list; those of some names are looked through.

    So are others that hold rows or cells though they are none: a browser shows these where they stand.
    """
    for child in parent.find_all(True, recursive=False):
        if child.name in _ASIDE or sight.is_hidden(child):
            continue
        is_nothing = child.name in names or _is_unknown(child)
        if is_nothing and not child.has_attr("role") and depth < _DEPTH:
            yield from _through(child, sight, names, depth + 1)
        else:
            yield child


def _is_unknown(element: Tag) -> bool:
    """Is it no part of a table by its name, but holds rows ("<tdead><tr>")?"""
    is_part = element.name in (*_SECTIONS, *_ROLES.values())
    return not is_part and element.find("tr", recursive=False) is not None


def _cells(row: Tag, sight: Sight) -> Iterator[Tag]:
    return (child for child in _through(row, sight, ("form",), 0) if part_name(child) in _CELLS)


def _placed(rows: list[_Row], most: int) -> Iterator[Slot]:
    """The slots of the rows; places that a cell above reaches down to are passed over."""
    taken: dict[int, int] = {}  # column: the row below the cell that holds it
    ends, usual = _section_ends(rows), _usual_width(rows, most)
    for number, row in enumerate(rows):
        column = 0
        for behind, cell in zip(range(len(row.cells) - 1, -1, -1), row.cells, strict=True):
            while taken.get(column, 0) > number:
                column += 1
            asked = _span(cell, "colspan") or 1
            wide = asked if asked <= most else usual - column - behind  # as far as the others leave room
            wide = max(min(wide, most - column), 1)
            tall = min(_span(cell, "rowspan") or len(rows), ends[number] - number)
            yield Slot((cell,), number, column, tall, wide, _is_header(cell, row))
            taken.update(dict.fromkeys(range(column, column + wide), number + tall))
            column += wide


def _usual_width(rows: list[_Row], most: int) -> int:
    """The columns of the widest row of which no cell asks for more than `most`."""
    spans = ([_span(cell, "colspan") or 1 for cell in row.cells] for row in rows)
    return max((sum(asked) for asked in spans if max(asked, default=0) <= most), default=most)


def _section_ends(rows: list[_Row]) -> list[int]:
    """For each row, the row behind the last of its section."""
    ends = [len(rows)] * len(rows)
    for number in range(len(rows) - 2, -1, -1):
        same = rows[number].section == rows[number + 1].section
        ends[number] = ends[number + 1] if same else number + 1
    return ends


def _span(cell: Tag, name: str) -> int:
    """The span a cell asks for ("100%" is 100): 0 for a rowspan to the section's end, 1 for nonsense."""
    said = _DIGITS.match(str(cell.get(name) or cell.get(f"aria-{name}") or "1"))
    return int(said[1][:5]) if said else 1


def _is_header(cell: Tag, row: _Row) -> bool:
    """Is it a column's header: in the table's head, or one of a row of header cells?"""
    if part_name(cell) != "th" or str(cell.get("scope") or "").lower() in ("row", "rowgroup"):
        return False
    return row.kind == _SECTIONS["thead"] or all(part_name(other) == "th" for other in row.cells)


def _closed_up(slot: Slot, starts: list[int]) -> Slot:
    """The slot with those columns alone counted in which a cell begins."""
    column = bisect_left(starts, slot.column)
    return replace(slot, column=column, column_span=bisect_left(starts, slot.column + slot.column_span) - column)
