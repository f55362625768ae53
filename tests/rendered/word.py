"""Writes a sheet as a Word document: real merges, fills, lists that Word numbers, header rows that repeat."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from itertools import count
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from .content import Line
from .sheet import Block, Cell, Heading, Prose, Row, Sheet, Table
from .styles import MARGIN_CM, Style

_TWIPS_A_CM = 567
_BULLETS, _LETTERS, _DIGITS, _OUTLINE = 90, 91, 92, 93  # abstract numberings
_OUTLINE_LIST = 190
# As Word writes bullets: private-use glyphs of symbol fonts, and the letter o.
_GLYPHS = (("\uf0b7", "Symbol"), ("o", "Courier New"), ("\uf0a7", "Wingdings"))


@dataclass
class _Lists:
    """The lists of a document: every one of its numbered lists is a numbering of its own."""

    document: Document

    def __post_init__(self) -> None:
        self._ids = count(_OUTLINE_LIST + 1)
        self._numbering = self.document.part.numbering_part.element
        for first, xml in enumerate(_abstract_numberings()):
            self._numbering.insert(first, parse_xml(xml))
        self._numbering.append(parse_xml(_num(_BULLETS, _BULLETS)))
        self._numbering.append(parse_xml(_num(_OUTLINE_LIST, _OUTLINE)))
        self._open = _BULLETS

    def of(self, line: Line) -> tuple[int, int]:
        """The list and the level a line belongs to."""
        marker = line.marker or "-"
        if marker == "-":
            return _BULLETS, line.level
        if "." in marker[:-1]:
            return _OUTLINE_LIST, 1
        if marker in ("1.", "a)"):
            self._open = self._begin(_LETTERS if marker == "a)" else _DIGITS)
        return self._open, line.level

    def _begin(self, abstract: int) -> int:
        new = next(self._ids)
        self._numbering.append(parse_xml(_num(new, abstract, restart=True)))
        return new


def to_docx(sheet: Sheet, style: Style) -> bytes:
    """The sheet as a Word file, without the moment it was made."""
    document = _new_document(sheet, style)
    lists = _Lists(document)
    document.add_heading(sheet.title, level=1)
    for block in sheet.blocks:
        for xml in _block(block, style, lists):
            document.element.body.insert(-1, parse_xml(xml))
    return _without_date(document)


def _without_date(document: Document) -> bytes:
    written, out = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name), source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _new_document(sheet: Sheet, style: Style) -> Document:
    document = docx.Document()
    document.core_properties.author = sheet.council
    document.core_properties.title = sheet.title
    section = document.sections[0]
    width, height = (Cm(29.7), Cm(21)) if style.landscape else (Cm(21), Cm(29.7))
    section.page_width, section.page_height = width, height
    section.orientation = WD_ORIENT.LANDSCAPE if style.landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN_CM)
    for name in ("Normal", "Heading 1", "Heading 2"):
        _use_font(document.styles[name], style.font)
    document.styles["Normal"].font.size = Pt(style.size)
    document.styles["Normal"].paragraph_format.space_after = Pt(style.gap)
    section.header.paragraphs[0].text = f"{sheet.council} | {sheet.title}"
    _number_pages(section.footer.paragraphs[0])
    return document


def _use_font(style: ParagraphStyle, name: str) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()  # a theme's font would win over a named one
    style.font.name = name


def _number_pages(paragraph: Paragraph) -> None:
    for word, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(word)
        paragraph._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{field}"/>'))


def _abstract_numberings() -> Iterator[str]:
    bullets = "".join(_level(i, "bullet", glyph, font) for i, (glyph, font) in enumerate(_GLYPHS))
    letters = _level(0, "lowerLetter", "%1)")
    digits = _level(0, "decimal", "%1.")
    outline = _level(0, "decimal", "%1.") + _level(1, "decimal", "%1.%2")
    for number, levels in ((_BULLETS, bullets), (_LETTERS, letters), (_DIGITS, digits), (_OUTLINE, outline)):
        kind = '<w:multiLevelType w:val="multilevel"/>'
        yield f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{kind}{levels}</w:abstractNum>'


def _level(level: int, kind: str, text: str, font: str = "") -> str:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:hint="default"/></w:rPr>' if font else ""
    indent = f'<w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr>'
    shown = f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
    return f'<w:lvl w:ilvl="{level}">{shown}{indent}{fonts}</w:lvl>'


def _num(number: int, abstract: int, *, restart: bool = False) -> str:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if restart else ""
    return f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


@singledispatch
def _block(block: Block, style: Style, lists: _Lists) -> Iterator[str]:
    raise TypeError(type(block))


@_block.register
def _(block: Heading, style: Style, lists: _Lists) -> Iterator[str]:
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{_OUTLINE_LIST}"/></w:numPr>' if block.number else ""
    run = f"<w:r>{_text(block.text)}</w:r>"
    yield f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="Heading{block.level}"/>{numbered}</w:pPr>{run}</w:p>'


@_block.register
def _(block: Prose, style: Style, lists: _Lists) -> Iterator[str]:
    return (_paragraph(line, lists) for line in block.lines)


@_block.register
def _(block: Table, style: Style, lists: _Lists) -> Iterator[str]:
    twips = [round(w / sum(block.widths) * style.text_width_cm * _TWIPS_A_CM) for w in block.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    rows = "".join(_row(row, block, place, twips, style, lists) for place, row in enumerate(block.rows))
    yield f"<w:tbl {nsdecls('w')}>{_table_properties(style, sum(twips))}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    yield f"<w:p {nsdecls('w')}/>"  # or two tables would run together


def _table_properties(style: Style, width: int) -> str:
    drawn = {"all": _SIDES, "rows": ("top", "bottom", "insideH"), "groups": (*_SIDES[:4], "insideV"), "none": ()}
    borders = "".join(_border(side) for side in _SIDES if side in drawn[style.rules])
    margins = '<w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
    look = '<w:tblLook w:val="0620" w:firstRow="1"/>'
    size = f'<w:tblW w:w="{width}" w:type="dxa"/>'
    return (
        f'<w:tblPr>{size}<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>{margins}{look}</w:tblPr>'
    )


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def _border(side: str) -> str:
    return f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="444444"/>'


def _row(row: Row, table: Table, place: int, twips: list[int], style: Style, lists: _Lists) -> str:
    split = "" if style.split_rows else "<w:cantSplit/>"
    repeat = "<w:tblHeader/>" if row.header and style.repeat_header else ""
    rule = _border("top") if style.rules == "groups" and row.opens else ""
    cells = ((cell, "restart" if cell.rows > 1 else "") for cell in row.cells)
    merged = ((cell, "continue") for cell in _from_above(table, place))
    ordered = sorted((*cells, *merged), key=lambda held: held[0].column)
    written = "".join(_word_cell(cell, merge, twips, rule, lists) for cell, merge in ordered)
    return f"<w:tr><w:trPr>{split}{repeat}</w:trPr>{written}</w:tr>"


def _from_above(table: Table, place: int) -> Iterator[Cell]:
    """The cells of earlier rows that reach down into the row at `place`."""
    for start, row in enumerate(table.rows[:place]):
        yield from (cell for cell in row.cells if start + cell.rows > place)


def _word_cell(cell: Cell, merge: str, twips: list[int], rule: str, lists: _Lists) -> str:
    width = sum(twips[cell.column : cell.column + cell.columns])
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    borders = f"<w:tcBorders>{rule}</w:tcBorders>" if rule else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill[1:].upper()}"/>' if cell.fill else ""
    lines = (() if merge == "continue" else cell.lines) or (Line(""),)
    text = "".join(_paragraph(line, lists) for line in lines)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{down}{borders}{fill}</w:tcPr>{text}</w:tc>'


def _paragraph(line: Line, lists: _Lists) -> str:
    """A paragraph or list item."""
    properties = ""
    if line.marker:
        number, level = lists.of(line)
        properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    bold = "<w:rPr><w:b/></w:rPr>" if line.bold else ""
    return f"<w:p {nsdecls('w')}>{properties}<w:r>{bold}{_text(line.text)}</w:r></w:p>"


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
