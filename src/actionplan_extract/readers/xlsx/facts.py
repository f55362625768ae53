"""What a worksheet's XML says beside the values of its cells: how far it reaches, styles, merges, what is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...limits import DEFAULT, Limits
from .._xml import each_element
from .conditions import Rule, read_rules
from .places import Place, cell_place
from .rich import Bold, bold_in
from .styles import number

if TYPE_CHECKING:
    from lxml import etree

_NAMESPACES = (
    "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}",
    "{http://purl.oclc.org/ooxml/spreadsheetml/main}",
)
_TAGS = tuple(
    f"{space}{name}" for space in _NAMESPACES for name in ("c", "row", "col", "mergeCell", "conditionalFormatting")
)


@dataclass
class Facts:
    """A worksheet but for its values; rows and columns from 0. `rows` and `columns` count up to the last value.

    `shared` has the number, among the workbook's shared texts, of the text of a cell, `bold` a text of its own.
    """

    limits: Limits = DEFAULT
    styles: dict[Place, int] = field(default_factory=dict)
    merges: dict[Place, tuple[int, int]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    rules: list[Rule] = field(default_factory=list)
    shared: dict[Place, int] = field(default_factory=dict)
    bold: dict[Place, Bold] = field(default_factory=dict)
    rows: int = 0
    columns: int = 0


def read_facts(data: bytes, name: str, limits: Limits = DEFAULT) -> Facts:
    """What the XML of a worksheet says; raises Damaged."""
    facts, cursor = Facts(limits), _Cursor()
    for element in each_element(data, name, *_TAGS):
        kind = element.tag.rpartition("}")[2]
        if kind == "c":
            _note_cell(facts, element, cursor.cell(element))
        elif kind == "row":
            row = cursor.end_of_row(element)
            if _is_hidden(element, "ht") and row < 2 * limits.rows:
                facts.hidden_rows.add(row)
        elif kind == "col" and _is_hidden(element, "width"):
            first, last = number(element.get("min")), number(element.get("max"))
            facts.hidden_columns.update(range(first - 1, min(last, 2 * limits.columns)))
        elif kind == "mergeCell":
            _note_merge(facts, element.get("ref") or "")
        elif kind == "conditionalFormatting":
            facts.rules += read_rules(element)
    return facts


class _Cursor:
    """Counts rows and cells, for those that do not say where they stand."""

    def __init__(self) -> None:
        self._row = self._column = -1
        self._open: int | None = None

    def cell(self, element: etree._Element) -> Place:
        """The place of a cell."""
        place = cell_place(element.get("r") or "")
        if place is None:
            parent = element.getparent()
            said = number(parent.get("r")) if parent is not None else 0
            place = (said - 1 if said else self._row + 1, self._column + 1)
        self._open, self._column = place
        return place

    def end_of_row(self, element: etree._Element) -> int:
        """The row that ends."""
        said = number(element.get("r"))
        self._row = said - 1 if said else self._open if self._open is not None else self._row + 1
        self._open, self._column = None, -1
        return self._row


def _note_cell(facts: Facts, element: etree._Element, place: Place) -> None:
    row, column = place
    if len(element):
        facts.rows, facts.columns = max(facts.rows, row + 1), max(facts.columns, column + 1)
    if row >= 2 * facts.limits.rows or column >= 2 * facts.limits.columns:
        return
    if element.get("t") == "s":
        facts.shared[place] = number(element.findtext("{*}v"))
    elif (own := element.find("{*}is")) is not None and (bold := bold_in(own)):
        facts.bold[place] = bold
    if style := number(element.get("s")):
        facts.styles[place] = style


def _is_hidden(element: etree._Element, size: str) -> bool:
    """Is a row or column hidden, or of no size?"""
    return element.get("hidden") in ("1", "true") or element.get(size) in ("0", "0.0")


def _note_merge(facts: Facts, name: str) -> None:
    first, _, last = name.partition(":")
    start, end = cell_place(first), cell_place(last)
    if start and end and len(facts.merges) < facts.limits.merges:
        facts.merges[start] = (max(end[0] - start[0] + 1, 1), max(end[1] - start[1] + 1, 1))


def covered(facts: Facts) -> Iterator[Place]:
    """The places that merged cells cover beside their first one, within what the sheet holds."""
    for (row, column), (tall, wide) in facts.merges.items():
        for below in range(row, min(row + tall, facts.rows)):
            for beside in range(column, min(column + wide, facts.columns)):
                if (below, beside) != (row, column):
                    yield below, beside
