"""Writes a sheet as Markdown, CSV, TSV and plain text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from textwrap import wrap

from .content import Line
from .sheet import Block, Cell, Heading, Prose, Row, Sheet, Table, written

PAGE_WIDTH = 150  # characters of a line of plain text
_GAP = 3  # spaces between columns


def to_markdown(sheet: Sheet) -> str:
    """Headings, paragraphs, lists and pipe tables; line breaks in cells are `<br>`."""
    return "\n\n".join([f"# {sheet.title}", sheet.council, *map(_markdown_block, sheet.blocks)]) + "\n"


def _markdown_block(block: Block) -> str:
    if isinstance(block, Heading):
        return "#" * block.level + " " + _numbered(block)
    if isinstance(block, Prose):
        return _markdown_lines(block.lines)
    header, *rows = block.rows
    rule = _pipes(["---"] * len(block.widths))
    if header.header:
        return "\n".join([_pipes(_markdown_cells(block, header)), rule, *_markdown_rows(block, rows)])
    return "\n".join([_pipes([""] * len(block.widths)), rule, *_markdown_rows(block, list(block.rows))])


def _markdown_rows(table: Table, rows: list[Row]) -> list[str]:
    return [_pipes(_markdown_cells(table, row)) for row in rows]


def _pipes(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _markdown_cells(table: Table, row: Row) -> list[str]:
    return ["<br>".join(map(_emphasised, cell.lines)).replace("|", "\\|") for cell in _flat(table, row)]


def _emphasised(line: Line) -> str:
    return written(replace(line, text=f"**{line.text}**") if line.bold else line)


def _markdown_lines(lines: tuple[Line, ...]) -> str:
    """Paragraphs a blank line apart, list items under one another."""
    parted: list[str] = []
    for before, line in zip((None, *lines), lines, strict=False):
        parted += [""] if before and not (before.marker and line.marker) else []
        parted.append(_emphasised(line))
    return "\n".join(parted)


def to_delimited(sheet: Sheet, delimiter: str) -> str:
    """The rows of all tables, title rows above; a paragraph a line inside a cell, bullets typed."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows(delimited_rows(sheet))
    return out.getvalue()


def delimited_rows(sheet: Sheet) -> Iterator[list[str]]:
    """Council and title, then every table under its heading, an empty row after each."""
    yield from ([sheet.council], [sheet.title], [])
    for block in sheet.blocks:
        if isinstance(block, Heading):
            yield [block.text]
        elif isinstance(block, Table):
            yield from ([typed(cell) for cell in _flat(block, row)] for row in block.rows)
            yield []


def typed(cell: Cell) -> str:
    """The cell's text as somebody types it, who has no list button."""
    return "\n".join(written(line, bullet="•") for line in cell.lines)


def to_plain_text(sheet: Sheet) -> str:
    """Prose wrapped, tables with their columns aligned by spaces and a blank line between rows."""
    blocks = (text for block in sheet.blocks if (text := _plain_block(block)))
    return "\n\n".join([sheet.council.upper(), sheet.title, *blocks]) + "\n"


def _plain_block(block: Block) -> str:
    if isinstance(block, Heading):
        return _numbered(block)
    if isinstance(block, Prose):
        return "\n".join(written(line) for line in block.lines)
    room = PAGE_WIDTH - _GAP * (len(block.widths) - 1)
    columns = [max(round(width / sum(block.widths) * room), 6) for width in block.widths]
    return "\n\n".join(_aligned(block, row, columns) for row in block.rows)


def _aligned(table: Table, row: Row, columns: list[int]) -> str:
    if len(row.cells) == 1 and row.cells[0].columns == len(columns):  # a band
        return row.cells[0].text
    held = zip(_flat(table, row), columns, strict=True)
    wrapped = [[part for line in cell.lines for part in _wrapped(line, width)] for cell, width in held]
    lines = zip_longest(*wrapped, fillvalue="")
    gap = " " * _GAP
    return "\n".join(gap.join(map(str.ljust, line, columns)).rstrip() for line in lines)


def _wrapped(line: Line, width: int) -> list[str]:
    hanging = "  " * (line.level + 1) if line.marker else ""
    return wrap(written(line, bullet="•"), width, subsequent_indent=hanging, break_on_hyphens=False) or [""]


def _numbered(heading: Heading) -> str:
    return f"{heading.number} {heading.text}" if heading.number else heading.text


def _flat(table: Table, row: Row) -> list[Cell]:
    """A cell for every column; what spans stands in its first place and leaves the others blank."""
    held = {cell.column: cell for cell in row.cells}
    return [held.get(column, Cell((), column)) for column in range(len(table.widths))]
