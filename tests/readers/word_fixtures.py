"""Word packages put together from XML, for what python-docx cannot make."""

from __future__ import annotations

import io
import zipfile

from actionplan_extract.limits import DEFAULT, Limits
from actionplan_extract.model import Cell, Document, Paragraph, Table
from actionplan_extract.readers import docx

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def part(tag: str, content: str) -> bytes:
    """A part's XML."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{tag} {NAMESPACES}>{content}</{tag}>'.encode()


def relations(*entries: tuple[str, str]) -> bytes:
    """A listing of relationships, each a kind and a target."""
    found = (f'<Relationship Id="r{n}" Type="{OFFICE}/{k}" Target="{t}"/>' for n, (k, t) in enumerate(entries))
    return f'<Relationships xmlns="{RELATIONS}">{"".join(found)}</Relationships>'.encode()


def members(body: str, *, styles: str = "", numbering: str = "", theme: str = "", header: str = "") -> dict[str, bytes]:
    """The members of a package with this body."""
    kinds = ("styles", "numbering", "theme", "header")
    return {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": part("w:document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": relations(*((kind, f"{kind}.xml") for kind in kinds)),
        "word/styles.xml": part("w:styles", styles),
        "word/numbering.xml": part("w:numbering", numbering),
        "word/theme.xml": part("a:theme", f"<a:themeElements><a:clrScheme>{theme}</a:clrScheme></a:themeElements>"),
        "word/header.xml": part("w:hdr", header),
    }


def zipped(held: dict[str, bytes]) -> bytes:
    """The members as an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(
    body: str, *, styles: str = "", numbering: str = "", theme: str = "", header: str = "", limits: Limits = DEFAULT
) -> Document:
    """The document with this body, read."""
    held = members(body, styles=styles, numbering=numbering, theme=theme, header=header)
    return docx.read(zipped(held), "plan.docx", limits)


def t(text: str) -> str:
    """A piece of text."""
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(text: str = "", properties: str = "", inner: str = "") -> str:
    """A run of text, and what else stands in it."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{t(text) if text else ''}{inner}</w:r>"


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; plain text is made a run."""
    held = (run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(held)}</w:p>"


def tc(*content: str, properties: str = "") -> str:
    """A cell; plain text is made a paragraph."""
    held = "".join(block if block.startswith("<") else p(block) for block in content) or p()
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{held}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; plain text is made a cell."""
    held = (cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(held)}</w:tr>"


def tbl(*rows: str, widths: tuple[int, ...] = ()) -> str:
    """A table of rows with the widths of its grid's columns in twips."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def numbered(list_id: int, level: int = 0) -> str:
    """Paragraph properties that make it an item of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def only_table(document: Document) -> Table:
    """The one table of a document."""
    (table,) = document.tables
    return table


def cells_of(table: Table) -> dict[tuple[int, int], Cell]:
    """The cells by row and column."""
    return {(cell.row, cell.column): cell for cell in table.cells}


def paragraphs_of(document: Document) -> list[Paragraph]:
    """The paragraphs outside tables."""
    return [block for block in document.blocks if isinstance(block, Paragraph)]
