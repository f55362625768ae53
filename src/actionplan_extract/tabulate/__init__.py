"""Document to grids: geometry and shapes, no meaning."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Document, Grid, Paragraph, Table
from .rectangle import rectangle
from .stream import stream_rows, stream_start


def tabulate(document: Document) -> tuple[Grid, ...]:
    """A grid for each of the document's tables, in reading order."""
    return tuple(_grids(document))


def _grids(document: Document) -> Iterator[Grid]:
    above: list[Paragraph] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            above.append(block)
            continue
        yield _grid(block, tuple(above))
        above = []


def _grid(table: Table, above: tuple[Paragraph, ...]) -> Grid:
    start = stream_start(table.cells) if table.columns is None else 0
    titles = tuple(paragraph for cell in table.cells[:start] for paragraph in cell.paragraphs)
    rows = stream_rows(table.cells[start:]) if table.columns is None else rectangle(table)
    width = max((len(row.cells) for row in rows), default=0)
    return Grid(rows, width, (*above, *titles), table.index, table.page)
