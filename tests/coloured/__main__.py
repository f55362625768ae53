"""Makes the PDFs beside this module again: `python -m tests.coloured`. Needs LibreOffice and Chromium."""

from __future__ import annotations

import tempfile
from html import escape
from pathlib import Path

import docx
import pikepdf
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import RGBColor
from docx.table import _Cell

from ..rendered import office
from .plans import BAND, DRAWN, TABLES, Mark, Table

HERE = Path(__file__).parent
HEAD = ("Ref", "Action", "Lead", "When", "Status")
PAGE = """<!DOCTYPE html><html lang="en-GB"><meta charset="utf-8"><title>Coloured plans</title><style>
body { font: 10pt "Liberation Sans", "DejaVu Sans"; } * { print-color-adjust: exact; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: 3pt 5pt; height: 14pt; } th { background: #9fd5b5; }
.ruled th, .ruled td { border: 0.6pt solid #444; }
.disc, .square { display: inline-block; width: 9pt; height: 9pt; } .disc { border-radius: 50%; }
</style><h1>Coloured plans of Harlow District Council</h1>"""


def main() -> None:
    """Write writer.pdf and chromium.pdf."""
    with tempfile.TemporaryDirectory() as folder:
        word, page = Path(folder, "writer.docx"), Path(folder, "chromium.html")
        _write_word(word)
        page.write_text(PAGE + "".join(map(_html, (*TABLES, *DRAWN))), encoding="utf-8")
        office.convert([word], office.UNTAGGED, Path(folder))
        office.print_page(page, page.with_suffix(".pdf"))
        for made in (word, page):
            _keep(made.with_suffix(".pdf"))


def _keep(made: Path) -> None:
    """Save the PDF here, without the moment it was made."""
    with pikepdf.open(made) as pdf:
        for holder, keys in ((pdf.docinfo, ("/CreationDate", "/ModDate")), (pdf.trailer, ("/DocChecksum", "/ID"))):
            for key in keys:
                if key in holder:
                    del holder[key]
        pdf.save(HERE / made.name, deterministic_id=True)


def _row(table: Table, number: int) -> tuple[str, ...]:
    return f"{number + 1}", table.action(number), "Head of Policy", "May 2026"


def _band(table: Table, number: int) -> str | None:
    return BAND if table.banded and number % 2 else None


def _html(table: Table) -> str:
    head = "".join(f"<th>{text}</th>" for text in HEAD)
    rows = "".join(_html_row(table, number, mark) for number, mark in enumerate(table.marks))
    kind = ' class="ruled"' if table.ruled else ""
    return f"<h2>{table.title}</h2><table{kind}><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _html_row(table: Table, number: int, mark: Mark) -> str:
    band = _band(table, number)
    style = f' style="background: {band}"' if band else ""
    cells = "".join(f"<td>{escape(text)}</td>" for text in _row(table, number))
    return f"<tr{style}>{cells}{_html_mark(mark)}</tr>"


def _html_mark(mark: Mark) -> str:
    shape = f'<span class="{mark.shape}" style="background: {mark.ink}"></span> ' if mark.shape else ""
    colours = {"background": mark.fill, "color": None if mark.shape else mark.ink}
    style = "; ".join(f"{name}: {colour}" for name, colour in colours.items() if colour)
    return f'<td style="{style}">{shape}{mark.text}</td>'


def _write_word(path: Path) -> None:
    document = docx.Document()
    document.add_heading("Coloured plans of Harlow District Council", level=1)
    for table in TABLES:
        document.add_heading(table.title, level=2)
        made = document.add_table(rows=1, cols=len(HEAD), style="Table Grid" if table.ruled else None)
        for cell, text in zip(made.rows[0].cells, HEAD, strict=True):
            _fill(cell, text, "#9fd5b5").bold = True
        for number, mark in enumerate(table.marks):
            cells, band = made.add_row().cells, _band(table, number)  # type: ignore[no-untyped-call]
            for cell, text in zip(cells, _row(table, number), strict=False):
                _fill(cell, text, band)
            run = _fill(cells[-1], mark.text, mark.fill or band)
            if mark.ink:
                run.font.color.rgb = RGBColor.from_string(mark.ink[1:].upper())
    document.save(str(path))


def _fill(cell: _Cell, text: str, fill: str | None) -> docx.text.run.Run:
    if fill:
        shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill[1:].upper()}"/>'
        cell._tc.get_or_add_tcPr().append(parse_xml(shade))
    return cell.paragraphs[0].add_run(text)


if __name__ == "__main__":
    main()
