"""Builds Word documents and has LibreOffice print them as PDFs."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import docx
import pikepdf
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

OFFICE_TIMEOUT_SECONDS = 120


class OfficeError(Exception):
    """LibreOffice is missing or did not make a PDF."""


def to_docx(document: Document) -> bytes:
    """The document as a Word file, without the moment it was made."""
    written, out = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name), source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def to_pdf(document: Document) -> bytes:
    """The document printed by LibreOffice with a profile of its own; raises OfficeError."""
    office = shutil.which("soffice")
    if office is None:
        raise OfficeError("LibreOffice (soffice) is not installed")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "sample.docx")
        source.write_bytes(to_docx(document))
        _print(office, source)
        pdf = source.with_suffix(".pdf")
        if not pdf.exists():
            raise OfficeError("LibreOffice made no PDF")
        return _without_date(pdf)


def _print(office: str, source: Path) -> None:
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(source.parent), str(source)]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=OFFICE_TIMEOUT_SECONDS)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise OfficeError(f"LibreOffice failed: {error}") from error


def _without_date(path: Path) -> bytes:
    """The PDF without the moment it was made, so that the same document and LibreOffice give the same bytes."""
    out = io.BytesIO()
    with pikepdf.open(path) as pdf:
        del pdf.docinfo["/CreationDate"], pdf.trailer["/DocChecksum"], pdf.trailer["/ID"]
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def new_document(running_head: str, *, landscape: bool = False, size: float = 10) -> Document:
    """An A4 document in Arial with a running head and page numbers in the foot; `size` in points."""
    document = docx.Document()
    document.core_properties.author = running_head
    section = document.sections[0]
    section.page_width, section.page_height = (Cm(29.7), Cm(21)) if landscape else (Cm(21), Cm(29.7))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Cm(1.8)
    for name in ("Normal", "Heading 1", "Heading 2"):
        _use_font(document.styles[name], "Arial")
    document.styles["Normal"].font.size = Pt(size)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    section.header.paragraphs[0].text = running_head
    _number_pages(section.footer.paragraphs[0])
    return document


def _use_font(style: ParagraphStyle, name: str) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()  # a theme's font would win over a named one
    style.font.name = name


def _number_pages(paragraph: Paragraph) -> None:
    paragraph.add_run("Page ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def ruled_table(document: Document, header: list[str], widths_cm: list[float], *, repeat_header: bool) -> Table:
    """A table with all its rules drawn and a shaded header row."""
    table: Table = document.add_table(rows=1, cols=len(header), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths_cm, strict=True):
        column.width = Cm(width)
    for cell, text, width in zip(table.rows[0].cells, header, widths_cm, strict=True):
        cell.width = Cm(width)
        write(cell, f"**{text}**")
        shade(cell, "D9E2F3")
    if repeat_header:
        _repeat(table.rows[0])
    return table


def _repeat(row: _Row) -> None:
    flag = OxmlElement("w:tblHeader")
    flag.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(flag)


def add_row(table: Table, texts: list[str]) -> _Row:
    """A new row of the table with the texts in its cells."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    for cell, column, text in zip(row.cells, table.columns, texts, strict=True):
        cell.width = column.width
        write(cell, text)
    return row


def write(cell: _Cell, text: str) -> None:
    """Put the text in the cell: a paragraph a line, "- " a Word bullet, `**…**` bold."""
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        if line.startswith("- "):
            paragraph.style = "List Bullet"
        for bold, plain in re.findall(r"\*\*(.+?)\*\*|([^*]+)", line.removeprefix("- ")):
            paragraph.add_run(bold or plain).bold = bool(bold)


def shade(cell: _Cell, colour: str) -> None:
    """Fill the cell with a colour ("RRGGBB")."""
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)
