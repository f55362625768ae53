"""A table's cells in its grid: merged both ways, rows that begin late or end early, deleted and hidden rows."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate

from lxml import etree

from ...limits import Limits
from .._drafts import DraftBlock, DraftCell, DraftTable
from .._report import Report
from .colours import Colours
from .names import TWIPS, child, is_on, kind, number, value, w
from .text import is_placeholder

_WRAPPERS = frozenset(("sdt", "sdtContent", "ins", "moveTo", "customXml"))


class Surroundings(ABC):
    """What a table asks of the document it stands in, and what it tells it."""

    def __init__(self, colours: Colours, limits: Limits) -> None:
        self.colours = colours
        self.report = Report(limits)

    @abstractmethod
    def blocks(self, container: etree._Element) -> Iterator[DraftBlock]:
        """The paragraphs and tables in a container."""


def read_table(element: etree._Element, around: Surroundings) -> DraftTable:
    """The table with the cells that Word shows."""
    work = _Cells(around)
    for row, found in enumerate(_shown_rows(element, around)):
        if row == around.report.limits.rows:
            around.report.limit("rows")
            break
        work.read_row(row, found)
    return DraftTable(tuple(work.cells), _edges(element))


def _shown_rows(table: etree._Element, around: Surroundings) -> Iterator[etree._Element]:
    for row in _within(table, "tr"):
        properties = child(row, "trPr")
        if is_on(child(properties, "hidden")):
            around.report.hide(_words(row))
        elif child(properties, "del") is None:
            yield row


def _words(element: etree._Element) -> int:
    return sum(len((text.text or "").split()) for text in element.iter(w("t")))


def _within(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table, or the cells of a row, also those in content controls and insertions."""
    for found in element:
        if kind(found) == name:
            yield found
        elif kind(found) in _WRAPPERS:
            yield from _within(found, name)


@dataclass
class _Cells:
    """The cells found so far; `open` has the place of the cell that may go on below, by its first column."""

    around: Surroundings
    cells: list[DraftCell] = field(default_factory=list)
    open: dict[int, int] = field(default_factory=dict)

    def read_row(self, row: int, element: etree._Element) -> None:
        properties = child(element, "trPr")
        start = max(number(child(properties, "gridBefore")) or 0, 0)
        header = bool(is_on(child(properties, "tblHeader")))
        most = self.around.report.limits.columns
        going_on = dict[int, int]()
        for cell in _within(element, "tc"):
            if child(cell, "tcPr", "cellDel") is not None:
                continue
            end = start + min(max(number(child(cell, "tcPr", "gridSpan")) or 1, 1), most)
            if end > most:
                self.around.report.limit("columns")
                break
            self._cell(cell, DraftCell(row, start, end, header=header), going_on)
            start = end
        self.open = going_on

    def _cell(self, element: etree._Element, draft: DraftCell, going_on: dict[int, int]) -> None:
        """The cell, or that the one before or above it goes on."""
        down, across = child(element, "tcPr", "vMerge"), child(element, "tcPr", "hMerge")
        goes_on = down is not None and value(down) != "restart"
        if across is not None and value(across) != "restart" and self.cells and self.cells[-1].row == draft.row:
            self.cells[-1] = replace(self.cells[-1], end=draft.end)
        elif goes_on and draft.start in self.open:
            place = self.open[draft.start]
            going_on[draft.start] = place
            self.around.report.hide(_words(element))  # Word keeps what stood in it, and shows it no more
            self.cells[place] = replace(self.cells[place], row_span=draft.row - self.cells[place].row + 1)
        else:
            if down is not None:
                going_on[draft.start] = len(self.cells)
            fill = self.around.colours.fill(child(element, "tcPr", "shd"))
            blocks = () if _is_hint(element) else tuple(self.around.blocks(element))
            self.cells.append(replace(draft, blocks=blocks, fill=fill))


def _is_hint(cell: etree._Element) -> bool:
    """Is it wrapped in a content control that shows no more than the hint to fill it in?"""
    control = next(cell.iterancestors(w("sdt"), w("tr")), None)
    return control is not None and is_placeholder(control)


def _edges(table: etree._Element) -> tuple[float, ...]:
    """Where the grid's columns begin and the last ends; none where a width is missing."""
    grid = child(table, "tblGrid")
    widths = [number(column, "w") for column in grid.iterfind(w("gridCol"))] if grid is not None else []
    if not widths or not all(widths):
        return ()
    return tuple(accumulate(((width or 0) / TWIPS for width in widths), initial=0.0))
