"""What is left of a document's tables within the limits that hold for every format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from ..limits import Limits
from ..model import Block, Cell, Document, Notice, Paragraph, Table
from ._report import limit_reached


def bounded(document: Document, limits: Limits) -> Document:
    """The document without what its tables hold beyond the limits, which notices tell."""
    work = _Bounds(limits)
    blocks = tuple(work.blocks(document.blocks))
    if not work.met:
        return document
    return replace(document, blocks=blocks, notices=(*document.notices, *work.notices()))


class _Bounds:
    """Cuts tables, noting which limits it met."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.met: dict[str, str] = {}

    def notices(self) -> Iterator[Notice]:
        """A notice for each limit met."""
        return (limit_reached(self.limits, name, what) for name, what in self.met.items())

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        """The blocks, tables cut and those that are too many left out."""
        tables = 0
        for block in blocks:
            if isinstance(block, Paragraph):
                yield block
                continue
            tables += 1
            if tables <= self.limits.tables:
                yield self._table(block)
            else:
                self.met["tables"] = (
                    f"the document has more than {self.limits.tables:,} tables; the others are left out"
                )

    def _table(self, table: Table) -> Table:
        most = self.limits
        within = [cell for cell in table.cells if cell.row < most.rows and cell.column < most.columns]
        if len(within) < len(table.cells):
            name = "rows" if any(cell.row >= most.rows for cell in table.cells) else "columns"
            self._meet(name, table)
        if len(within) > most.cells:
            self._meet("cells", table)
        cells = tuple(self._cell(cell, table) for cell in within[: most.cells])
        return table if cells == table.cells else replace(table, cells=cells)

    def _cell(self, cell: Cell, table: Table) -> Cell:
        most = self.limits.cell_characters
        if sum(len(paragraph.passage) for paragraph in cell.paragraphs) <= most:
            return cell
        self._meet("cell_characters", table)
        return replace(cell, paragraphs=tuple(_first(cell.paragraphs, most)))

    def _meet(self, name: str, table: Table) -> None:
        what = name.replace("_", " ")
        most = getattr(self.limits, name)
        thing = "a cell of table" if name == "cell_characters" else "table"
        self.met.setdefault(name, f"{thing} {table.index} has more than {most:,} {what}; the others are left out")


def _first(paragraphs: tuple[Paragraph, ...], characters: int) -> Iterator[Paragraph]:
    """The paragraphs up to a number of characters, the last one cut."""
    ends = accumulate(len(paragraph.passage) for paragraph in paragraphs)
    for paragraph, end in zip(paragraphs, ends, strict=True):
        rest = characters - (end - len(paragraph.passage))
        if rest <= 0:
            return
        yield paragraph if end <= characters else replace(paragraph, passage=paragraph.passage[:rest])
