"""A table's cells in its grid: spans, repeated rows and cells, header rows, rows folded away."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from ...limits import Limits
from .._drafts import DraftBlock, DraftCell, DraftTable
from .._odf import TABLE
from .._report import Report
from .names import count, kind
from .styles import StyleSheet, is_hidden_row

if TYPE_CHECKING:
    from lxml import etree

_GROUPS = frozenset(("table-header-rows", "table-rows", "table-row-group"))
_COLUMN_GROUPS = frozenset(("table-columns", "table-header-columns", "table-column-group"))


class Surroundings(ABC):
    """What a table asks of the document it stands in, and what it tells it."""

    def __init__(self, styles: StyleSheet, limits: Limits) -> None:
        self.styles = styles
        self.report = Report(limits)

    @abstractmethod
    def blocks(self, container: etree._Element) -> Iterator[DraftBlock]:
        """The paragraphs and tables in a container."""


def read_table(element: etree._Element, around: Surroundings) -> DraftTable:
    """The table with the cells that are shown."""
    cells: list[DraftCell] = []
    row, limits = 0, around.report.limits
    for found, is_header in _rows(element):
        if is_hidden_row(found):
            around.report.hide(sum(len(text.split()) for text in found.itertext()))
            continue
        held = list(_cells(found, row, is_header, around))
        times = count(found, f"{TABLE}number-rows-repeated") if any(not cell.is_empty for cell in held) else 1
        if row + times > limits.rows or len(cells) + times * len(held) > limits.cells:
            around.report.limit("rows" if row + times > limits.rows else "cells")
            break
        cells.extend(replace(cell, row=row + time) for time in range(times) for cell in held)
        row += times
    within = (replace(cell, row_span=min(cell.row_span, row - cell.row)) for cell in cells)
    return DraftTable(tuple(within), _edges(element, around.styles, limits.columns))


def _rows(element: etree._Element, is_header: bool = False) -> Iterator[tuple[etree._Element, bool]]:
    """The rows of a table, and whether they are its header."""
    for found in element:
        if found.tag == f"{TABLE}table-row":
            yield found, is_header
        elif kind(found) in _GROUPS:
            yield from _rows(found, is_header or kind(found) == "table-header-rows")


def _cells(element: etree._Element, row: int, is_header: bool, around: Surroundings) -> Iterator[DraftCell]:
    """The cells of a row; what stands in a covered one is not shown."""
    column, most = 0, around.report.limits.columns
    for found in element:
        times = count(found, f"{TABLE}number-columns-repeated")
        if found.tag == f"{TABLE}covered-table-cell":
            around.report.hide(sum(len(text.split()) for text in found.itertext()))
            column += times
            continue
        if found.tag != f"{TABLE}table-cell":
            continue
        blocks = tuple(around.blocks(found))
        fill = around.styles.fill(found.get(f"{TABLE}style-name"), element.get(f"{TABLE}style-name"))
        span = min(max(count(found, f"{TABLE}number-columns-spanned"), 1), most)
        down = max(count(found, f"{TABLE}number-rows-spanned"), 1)
        for start in range(column, min(column + times, most)):
            yield DraftCell(row, start, min(start + span, most), blocks, down, is_header, fill)
        column += times
        if column > most:
            around.report.limit("columns")
            return


def _edges(table: etree._Element, styles: StyleSheet, most: int) -> tuple[float, ...]:
    """Where the columns begin and the last ends; none where a width is missing."""
    widths = list(islice(_widths(table, styles, most), most))
    if not widths or not all(widths):
        return ()
    return tuple(accumulate((width or 0.0 for width in widths), initial=0.0))


def _widths(element: etree._Element, styles: StyleSheet, most: int) -> Iterator[float | None]:
    for found in element:
        if found.tag == f"{TABLE}table-column":
            times = min(count(found, f"{TABLE}number-columns-repeated"), most)
            yield from [styles.width(found.get(f"{TABLE}style-name"))] * times
        elif kind(found) in _COLUMN_GROUPS:
            yield from _widths(found, styles, most)
