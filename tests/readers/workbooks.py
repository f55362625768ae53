"""Workbooks made by openpyxl for these tests, and hostile ones written by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Rows = list[list[object]]


def fill_in(sheet: Worksheet, rows: Rows) -> None:
    """Write rows from the top left on; None leaves a cell out."""
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(number, column, value)


def xlsx(sheets: dict[str, Rows], change: Callable[[Workbook], None] | None = None) -> bytes:
    """A workbook of sheets by title, changed before it is saved."""
    workbook = Workbook()
    del workbook["Sheet"]
    for title, rows in sheets.items():
        fill_in(workbook.create_sheet(title), rows)
    if change:
        change(workbook)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def raw_xlsx(sheet: str, *, strings: str = "", compressed: bool = True) -> bytes:
    """A workbook of one sheet whose XML is given."""
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="a" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Plan" sheetId="1" r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="b" '
        f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" '
        f'Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def cell(name: str, text: str) -> str:
    """The XML of a cell with a text of its own."""
    return f'<c r="{name}" t="inlineStr"><is><t>{text}</t></is></c>'


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def ods(body: str, styles: str = "") -> bytes:
    """An OpenDocument spreadsheet of the tables and styles whose XML is given."""
    names = {name: f"{OFFICE}{name}:1.0" for name in ("office", "table", "text", "style")}
    names |= {"fo": f"{OFFICE}xsl-fo-compatible:1.0", "number": f"{OFFICE}datastyle:1.0"}
    spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in names.items())
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return out.getvalue()
