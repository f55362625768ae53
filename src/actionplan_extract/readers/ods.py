"""OpenDocument spreadsheets (ODS), from their XML: it holds the very text that each cell shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..errors import Damaged, EmptyFile, TooLarge
from ..limits import DEFAULT, Limits
from ..model import Document
from ._odf import FO, OFFICE, STYLE, TABLE, TEXT, declares, metadata, open_package
from ._sheets import Sheet, SheetCell, workbook
from ._xml import parse
from ._zip import Archive

if TYPE_CHECKING:
    from lxml import etree

FORMAT = "ods"
MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
SUFFIXES = frozenset({".ods", ".ots"})

_NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOST_BLANKS = 200  # in a row
_MOST_STYLES_UP = 20  # parents of a style


def sniff(data: bytes, suffix: str) -> float:
    """Sure of a package that says it is a spreadsheet."""
    return 1.0 if declares(data, MEDIA_TYPE) else 0.0


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The sheets that are shown; raises Damaged, Encrypted, TooLarge or EmptyFile."""
    archive = open_package(data, limits)
    content = parse(archive.read("content.xml"), "content.xml", limits=limits)
    styles = _styles(content, archive)
    tables = list(content.iterfind(f"{OFFICE}body/{OFFICE}spreadsheet/{TABLE}table"))
    hidden = [table.get(f"{TABLE}name", "") for table in tables if styles.hides(table)]
    found = workbook([_sheet(table, styles, limits) for table in tables if not styles.hides(table)], hidden, limits)
    if not found.page.text.strip():
        raise EmptyFile("the sheets hold no text")
    return Document(FORMAT, MEDIA_TYPE, (found.page,), found.blocks, metadata(archive), notices=found.notices)


# --- styles -----------------------------------------------------------------------------------


@dataclass
class _Styles:
    """The styles and date formats of a spreadsheet by name."""

    cells: dict[str, etree._Element] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    def hides(self, table: etree._Element) -> bool:
        """Is a sheet hidden?"""
        return table.get(f"{TABLE}style-name") in self.hidden

    def fill(self, name: str) -> str | None:
        """The fill of a cell's style or of the nearest style it is made from."""
        said = self._said(name, f"{STYLE}table-cell-properties", f"{FO}background-color")
        return said.lower() if said and _COLOUR.fullmatch(said) else None

    def date(self, name: str, value: str) -> str | None:
        """The date (EDTF) behind a cell, no finer than its style shows it."""
        if not _DAY.match(value):
            return None
        shown = self.dates.get(self._said(name, None, f"{STYLE}data-style-name") or "", "day")
        return value[: {"day": 10, "month": 7, "year": 4}[shown]]

    def _said(self, name: str, part: str | None, attribute: str) -> str | None:
        """What a style or the nearest one it is made from says."""
        for _ in range(_MOST_STYLES_UP):
            style = self.cells.get(name)
            if style is None:
                return None
            holder = style if part is None else style.find(part)
            if holder is not None and holder.get(attribute) is not None:
                return holder.get(attribute)
            name = style.get(f"{STYLE}parent-style-name", "")
        return None


def _styles(content: etree._Element, archive: Archive) -> _Styles:
    found = _Styles()
    for root in (_shared_styles(archive), content):
        if root is None:
            continue
        for style in root.iter(f"{STYLE}style"):
            _note(found, style)
        for style in root.iter(f"{_NUMBER}date-style"):
            parts = {part.tag.rpartition("}")[2] for part in style}
            shown = next((part for part in ("day", "month", "year") if part in parts), "day")
            found.dates[style.get(f"{STYLE}name", "")] = shown
    return found


def _note(found: _Styles, style: etree._Element) -> None:
    name = style.get(f"{STYLE}name", "")
    if style.get(f"{STYLE}family") == "table-cell":
        found.cells[name] = style
    elif style.get(f"{STYLE}family") == "table":
        properties = style.find(f"{STYLE}table-properties")
        if properties is not None and properties.get(f"{TABLE}display") == "false":
            found.hidden.add(name)


def _shared_styles(archive: Archive) -> etree._Element | None:
    try:
        return parse(archive.read("styles.xml"), "styles.xml")
    except (Damaged, TooLarge):
        return None


# --- sheets -----------------------------------------------------------------------------------


def _sheet(table: etree._Element, styles: _Styles, limits: Limits) -> Sheet:
    hidden_rows, hidden_columns = set[int](), set[int]()
    defaults = dict(_columns(table, hidden_columns, limits))
    cells: list[SheetCell] = []
    under: list[SheetCell] = []
    for number, row, times in _repeated(table, f"{TABLE}table-row", 2 * limits.rows):
        found = list(_cells(row, number, defaults, styles, limits))
        for again in range(times if any(cell.text for cell in found) else min(times, 1)):
            cells += found if not again else [_moved(cell, again) for cell in found]
        under += _under(row, number, limits)
        if row.get(f"{TABLE}visibility") in ("collapse", "filter"):
            hidden_rows.update(range(number, number + times))
    name, beyond = table.get(f"{TABLE}name", ""), frozenset(_beyond(table, limits))
    return Sheet(name, tuple(cells), frozenset(hidden_rows), frozenset(hidden_columns), beyond, tuple(under))


def _beyond(table: etree._Element, limits: Limits) -> Iterator[str]:
    """The limits behind which there is text: most sheets end with a million empty rows."""
    place = 0
    for row in table.iter(f"{TABLE}table-row"):
        place += _whole(row, f"{TABLE}number-rows-repeated")
        column = 0
        for cell in row.iterchildren(*_CELLS):
            column += _whole(cell, f"{TABLE}number-columns-repeated")
            if (place > 2 * limits.rows or column > 2 * limits.columns) and _text(cell):
                yield "rows" if place > 2 * limits.rows else "columns"


def _moved(cell: SheetCell, rows: int) -> SheetCell:
    return SheetCell(cell.row + rows, cell.column, cell.text, cell.row_span, cell.column_span, cell.fill, cell.date)


def _columns(table: etree._Element, hidden: set[int], limits: Limits) -> Iterator[tuple[int, str]]:
    """Each column's usual style; which are hidden is noted."""
    for number, column, times in _repeated(table, f"{TABLE}table-column", 2 * limits.columns):
        style = column.get(f"{TABLE}default-cell-style-name", "")
        yield from ((at, style) for at in range(number, number + times))
        if column.get(f"{TABLE}visibility") in ("collapse", "filter"):
            hidden.update(range(number, number + times))


def _repeated(parent: etree._Element, tag: str, most: int) -> Iterator[tuple[int, etree._Element, int]]:
    """The rows or columns of a sheet with their place and how often they come, up to a place."""
    name = f"{TABLE}number-{'rows' if tag.endswith('row') else 'columns'}-repeated"
    place = 0
    for element in parent.iter(tag):
        if place >= most:
            return
        times = min(_whole(element, name), most - place)
        yield place, element, times
        place += times


def _whole(element: etree._Element, name: str) -> int:
    text = element.get(name) or "1"
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 10 else 1


def _cells(
    row: etree._Element, number: int, defaults: dict[int, str], styles: _Styles, limits: Limits
) -> Iterator[SheetCell]:
    """The cells of a row that show text or a colour; what a merged cell covers shows nothing."""
    column = 0
    for element in row.iterchildren(*_CELLS):
        times = min(_whole(element, f"{TABLE}number-columns-repeated"), 2 * limits.columns - column)
        text = _text(element) if element.tag == _CELLS[0] else ""
        for at in range(column, column + times) if element.tag == _CELLS[0] else ():
            style = element.get(f"{TABLE}style-name") or defaults.get(at, "")
            fill = styles.fill(style)
            if text or fill:
                spans = (
                    _whole(element, f"{TABLE}number-rows-spanned"),
                    _whole(element, f"{TABLE}number-columns-spanned"),
                )
                kept = styles.date(style, element.get(f"{OFFICE}date-value") or "")
                yield SheetCell(number, at, text, *spans, fill=fill, date=kept)
        column += times


def _under(row: etree._Element, number: int, limits: Limits) -> Iterator[SheetCell]:
    """The texts of a row that a merged cell covers."""
    column = 0
    for element in row.iterchildren(*_CELLS):
        if element.tag != _CELLS[0] and column < 2 * limits.columns and (text := _text(element)):
            yield SheetCell(number, column, text)
        column += _whole(element, f"{TABLE}number-columns-repeated")


def _text(cell: etree._Element) -> str:
    """The paragraphs that a cell shows; notes about it are not shown."""
    return "\n".join("".join(_runs(paragraph)) for paragraph in cell.iterchildren(f"{TEXT}p"))


def _runs(paragraph: etree._Element) -> Iterator[str]:
    yield paragraph.text or ""
    for element in paragraph:
        if element.tag == f"{TEXT}s":
            yield " " * min(_whole(element, f"{TEXT}c"), _MOST_BLANKS)
        elif element.tag in (f"{TEXT}tab", f"{TEXT}line-break"):
            yield "\t" if element.tag == f"{TEXT}tab" else "\n"
        elif element.tag not in (f"{OFFICE}annotation", f"{TEXT}ruby-text"):
            yield from _runs(element)
        yield element.tail or ""
