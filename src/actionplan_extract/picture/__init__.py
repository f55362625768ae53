"""A page of a PDF with what was read of it drawn over it: words, rules, cells, column roles, rows joined."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ..errors import NoPlanFound, WrongRequest
from ..model import Cell, Column, Document, Paragraph, PlanParts, Table
from ..passage import Box, Passage, Place, union
from ..pipeline import Options, read_file, run_stages
from ..readers import choose_reader, pdf
from .canvas import Canvas, Colour

WORD: Colour = (40, 110, 220)
RUNNING: Colour = (120, 120, 120)
RULE: Colour = (225, 30, 60)
CELL: Colour = (0, 150, 70)
ROLE: Colour = (110, 30, 150)
JOINED: Colour = (245, 140, 0)
LEGEND = (
    (WORD, "word"),
    (RUNNING, "running head or foot"),
    (RULE, "rule"),
    (CELL, "cell"),
    (ROLE, "column role, how sure where in doubt"),
    (JOINED, "row joined to the one before"),
)

_LABEL = 14.0  # points: how far below a cell's top its label is marked


def draw_page(path: str | os.PathLike[str], number: int, options: Options | None = None) -> bytes:
    """The page of a number (from 1) as a PNG file, with what was read of it; a legend stands below.

    Raises WrongRequest where the document is no PDF or has no such page, else a DocumentError where it
    cannot be read.
    """
    data, name = read_file(path), Path(path).name
    _check_format(data, name)
    from ..readers.pdf.view import view  # loads PDFium

    seen = view(data, number)
    document, parts = _read(data, name, options)
    tables = [found for table in document.tables if (found := _on_page(table, number)).cells]
    canvas = Canvas(seen.picture, seen.scale)
    canvas.marks(JOINED, _joined_rows(parts, tables) if parts else ())  # each layer hides those below
    canvas.areas(RUNNING, _boxes(document.furniture, number))
    canvas.areas(WORD, _boxes(_texts(document), number))
    canvas.lines(RULE, (_ends(*rule) for rule in seen.ink.rules))
    canvas.outlines(CELL, (box for table in tables for cell in table.cells if (box := _outline(cell))))
    canvas.labels(ROLE, _roles(parts, tables) if parts else ())
    return canvas.png(f"{name}, page {number}", LEGEND)


def _on_page(table: Table, number: int) -> Table:
    """The table with what a page shows of its cells, each with its outline there."""
    cells = (replace(cell, place=place) for cell in table.cells if (place := _place(cell, number)))
    return replace(table, cells=tuple(cells))


def _place(cell: Cell, number: int) -> Place | None:
    """Where a cell stands on a page; of one that began on another page, where its words do."""
    if cell.place and cell.place.page == number:
        return cell.place
    box = union(_boxes([cell.passage], number))
    return cell.place._replace(page=number, boxes=(box,)) if cell.place and box else None


def _check_format(data: bytes, name: str) -> None:
    found = choose_reader(data, name).FORMAT
    if found != pdf.FORMAT:
        raise WrongRequest(f"only the pages of a PDF can be drawn; this is {found}")


def _read(data: bytes, name: str, options: Options | None) -> tuple[Document, PlanParts | None]:
    """The document, and the parts of the plan if it holds one."""
    try:
        stages = run_stages(data, name, options)
    except NoPlanFound:
        return pdf.read(data, name), None
    return stages.document, stages.parts


def _texts(document: Document) -> Iterator[Passage]:
    """Every text that was read, furniture aside; a word that is in none of them stays without a box."""
    cells = (cell for table in document.tables for cell in table.cells)
    paragraphs = (block for block in document.blocks if isinstance(block, Paragraph))
    for paragraph in (*paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)):
        yield paragraph.passage
        yield from [paragraph.marker] if paragraph.marker else []


def _boxes(passages: Iterable[Passage], number: int) -> Iterator[Box]:
    """The boxes of the words that stand on a page."""
    for piece in (piece for passage in passages for piece in passage.sources()):
        if piece.place and piece.place.page == number:
            yield from piece.boxes


def _ends(level: bool, at: float, start: float, end: float) -> Box:
    return (start, at, end, at) if level else (at, start, at, end)


def _outline(cell: Cell) -> Box | None:
    return union(cell.place.boxes) if cell.place else None


def _joined_rows(parts: PlanParts, tables: Iterable[Table]) -> Iterator[Box]:
    """The rows of the tables that were joined to the row before a page break."""
    pieces = (piece for notice in parts.notices if notice.code == "row_stitched" for piece in notice.passage.sources())
    places = {(piece.place.table, piece.place.row) for piece in pieces if piece.place}
    for table in tables:
        for row in {cell.row for cell in table.cells if (table.index, cell.row) in places}:
            boxes = [box for cell in table.cells if cell.row == row and (box := _outline(cell))]
            x0, top, x1, _ = union(boxes) or boxes[0]
            yield x0, top, x1, min(box[3] for box in boxes)  # other cells of it may span rows below


def _roles(parts: PlanParts, tables: Iterable[Table]) -> Iterator[tuple[float, float, str]]:
    """Where the columns of the tables begin, or their labels stand, and what they were taken for."""
    for table in tables:
        for held in parts.tables:
            for column in held.columns if table.index in held.tables else ():
                sure = f" {column.confidence:.2f}" if column.confidence < 1 else ""
                corners = _labels(table, column) if held.labelled else _head(table, column)
                yield from ((*corner, column.role + sure) for corner in corners)


def _labels(table: Table, column: Column) -> Iterator[tuple[float, float]]:
    """The page's left edge, level with each cell that holds a label."""
    for cell in table.cells:
        box = _outline(cell)
        if box and cell.passage.collapse().text.rstrip(":") == column.header.text.rstrip(":"):
            yield 0.0, min(box[3], box[1] + _LABEL)


def _head(table: Table, column: Column) -> Iterator[tuple[float, float]]:
    """The upper left corner of a column in a table, if it has cells there."""
    boxes = [box for cell in table.cells if cell.column == column.index and (box := _outline(cell))]
    if boxes:
        yield min(box[0] for box in boxes), min(box[1] for box in boxes)
