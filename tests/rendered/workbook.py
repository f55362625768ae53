"""Writes a sheet as an Excel workbook: merges, fills, wrapped cells, real dates, a worksheet a theme."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]
from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

from .sheet import Cell, Heading, Row, Sheet, Table
from .text import typed

_DAY = re.compile(r"\d\d/\d\d/\d{4}")
_WIDTH_OF_SHARE = 5.5  # characters of a column for each share of the width


def to_xlsx(sheet: Sheet) -> bytes:
    """The workbook: all tables on one worksheet, or each on its own where each has a heading."""
    workbook = Workbook()
    workbook.properties.creator = sheet.council
    del workbook["Sheet"]
    named = list(_named_tables(sheet))
    apart = all(heading for heading, _ in named)
    for place, (heading, table) in enumerate(named):
        if apart or not place:
            worksheet = workbook.create_sheet(_sheet_name(heading or "Action plan"))
            worksheet.append([sheet.council])
            worksheet.append([sheet.title])
        _write_table(worksheet, heading, table)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _named_tables(sheet: Sheet) -> Iterator[tuple[str | None, Table]]:
    """The plan's tables with the headings right above them; what stands beside the plan is left out."""
    above = (None, *sheet.blocks)
    for before, block in zip(above, sheet.blocks, strict=False):
        if isinstance(block, Table) and block.of_plan:
            yield before.text if isinstance(before, Heading) else None, block


def _sheet_name(heading: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", heading)[:31]


def _write_table(worksheet: Worksheet, heading: str | None, table: Table) -> None:
    worksheet.append([])
    if heading:
        worksheet.append([heading])
    top = worksheet.max_row + (1 if heading else 2)
    for place, row in enumerate(table.rows):
        _write_row(worksheet, top + place, row)
    for column, width in enumerate(table.widths):
        worksheet.column_dimensions[chr(ord("A") + column)].width = width * _WIDTH_OF_SHARE


def _write_row(worksheet: Worksheet, number: int, row: Row) -> None:
    for cell in row.cells:
        written = worksheet.cell(number, cell.column + 1)
        written.alignment = Alignment(wrap_text=True, vertical="top")
        written.font = Font(bold=any(line.bold for line in cell.lines))
        text = typed(cell)
        written.value = datetime.strptime(text, "%d/%m/%Y") if _DAY.fullmatch(text) else text or None  # noqa: DTZ007
        written.number_format = "dd/mm/yyyy" if _DAY.fullmatch(text) else "@"
        if cell.fill:
            written.fill = PatternFill("solid", fgColor=cell.fill[1:].upper())
        _merge(worksheet, number, cell)


def _merge(worksheet: Worksheet, number: int, cell: Cell) -> None:
    if cell.rows > 1 or cell.columns > 1:
        first = cell.column + 1
        last_row, last_column = number + cell.rows - 1, first + cell.columns - 1
        worksheet.merge_cells(start_row=number, end_row=last_row, start_column=first, end_column=last_column)
