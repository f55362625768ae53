"""Builds Excel workbooks, and has LibreOffice turn them into other formats."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.cell import Cell  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]
from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

from _source.word import OFFICE_TIMEOUT_SECONDS, OfficeError

MADE = datetime(2024, 9, 2, 9)  # noqa: DTZ001
HEADER_FILL = "D9E2F3"
Value = str | int | float | date | None


def new_workbook(author: str) -> Workbook:
    """A workbook without sheets."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.creator, workbook.properties.created = author, MADE
    return workbook


def add_rows(sheet: Worksheet, rows: Iterable[Sequence[Value]], *, bold: bool = False) -> None:
    """Rows below those there are, their cells wrapped; None leaves a cell out."""
    for row in rows:
        sheet.append([None if value is None else value for value in row])
        for cell in sheet[sheet.max_row]:
            cell.alignment, cell.font = Alignment(wrap_text=True, vertical="top"), Font(bold=bold)


def add_header(sheet: Worksheet, titles: Sequence[str], widths: Sequence[float]) -> None:
    """A shaded header row, and the widths of its columns."""
    add_rows(sheet, [titles], bold=True)
    for cell, width in zip(sheet[sheet.max_row], widths, strict=True):
        paint(cell, HEADER_FILL)
        sheet.column_dimensions[cell.column_letter].width = width


def paint(cell: Cell, colour: str) -> None:
    """Fill a cell with a colour ("RRGGBB")."""
    cell.fill = PatternFill("solid", fgColor=colour)


def to_xlsx(workbook: Workbook) -> bytes:
    """The workbook as a file, without the moment it was made."""
    written, out = io.BytesIO(), io.BytesIO()
    workbook.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2024-09-02T09:00:00Z", source.read(name))
            target.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def to_ods(workbook: Workbook) -> bytes:
    """The workbook as LibreOffice saves it for OpenDocument; raises OfficeError."""
    office = shutil.which("soffice")
    if office is None:
        raise OfficeError("LibreOffice (soffice) is not installed")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "sample.xlsx")
        source.write_bytes(to_xlsx(workbook))
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "ods", "--outdir", folder, str(source)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=OFFICE_TIMEOUT_SECONDS)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            raise OfficeError(f"LibreOffice failed: {error}") from error
        return source.with_suffix(".ods").read_bytes()
