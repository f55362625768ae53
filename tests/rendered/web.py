"""Writes a sheet as a web page that also prints: table heads that repeat, running heads, accessible tables."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from html import escape
from itertools import groupby

from .content import Line
from .sheet import Block, Cell, Heading, Prose, Row, Sheet, Table
from .styles import MARGIN_CM, Style

_PAGE = """\
<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{title} | {council}</title>
<style>
{css}
</style>
</head>
<body>
<header class="site"><nav aria-label="Main"><ul><li><a href="/">Home</a></li>\
<li><a href="/council">Your council</a></li><li><a href="/news">News</a></li></ul></nav></header>
<div class="site" role="dialog" aria-label="Cookies"><p>We use cookies to find out how this website is used.</p>\
<button>Accept</button></div>
<main>
<h1>{title}</h1>
{body}
</main>
<footer class="site"><p>{council}. Page last reviewed 2 June 2025.</p></footer>
</body>
</html>
"""
_CSS = """\
@page {{ size: A4 {orientation}; margin: {margin}cm;
  @top-left {{ content: "{head}"; font: 9pt "{font}"; }}
  @bottom-right {{ content: "Page " counter(page) " of " counter(pages); font: 9pt "{font}"; }} }}
@media print {{ .site {{ display: none; }} }}
body {{ font: {size}pt/1.25 "{font}"; margin: 0 1pt; }}
p, li, td > ul, td > ol {{ margin: 0 0 {gap}pt; }}
main > p, main > ul, main > ol {{ margin-bottom: {gap}pt; }}
ul, ol {{ padding-left: 14pt; }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; margin: 6pt 0 12pt; {outline} }}
th, td {{ text-align: left; vertical-align: top; padding: 3pt 5pt; {cell_rule} }}
thead {{ display: {head_display}; }}
tr {{ break-inside: {break_inside}; }}
tr.opens > * {{ {opening_rule} }}
* {{ print-color-adjust: exact; }}"""
_RULE = "0.6pt solid #444"


def to_html(sheet: Sheet, style: Style) -> str:
    """The sheet as a page of a council's website."""
    body = "\n".join(line for block in sheet.blocks for line in _block(block))
    return _PAGE.format(title=escape(sheet.title), council=escape(sheet.council), css=_css(sheet, style), body=body)


def _css(sheet: Sheet, style: Style) -> str:
    cell = {
        "all": f"border: {_RULE};",
        "rows": f"border-top: {_RULE}; border-bottom: {_RULE};",
        "groups": f"border-left: {_RULE}; border-right: {_RULE};",
        "none": "padding-bottom: 9pt;",
    }
    return _CSS.format(
        orientation="landscape" if style.landscape else "portrait",
        margin=MARGIN_CM,
        head=f"{sheet.council} | {sheet.title}",
        font=style.font,
        size=style.size,
        gap=style.gap,
        outline=f"border-bottom: {_RULE};" if style.rules == "groups" else "",
        cell_rule=cell[style.rules],
        head_display="table-header-group" if style.repeat_header else "table-row-group",
        break_inside="auto" if style.split_rows else "avoid",
        opening_rule=f"border-top: {_RULE};" if style.rules == "groups" else "",
    )


@singledispatch
def _block(block: Block) -> Iterator[str]:
    raise TypeError(type(block))


@_block.register
def _(block: Heading) -> Iterator[str]:
    number = f"{block.number} " if block.number else ""
    yield f"<h{block.level}>{escape(number + block.text)}</h{block.level}>"


@_block.register
def _(block: Prose) -> Iterator[str]:
    yield lines_to_html(block.lines)


@_block.register
def _(block: Table) -> Iterator[str]:
    shares = (f'<col style="width: {width / sum(block.widths):.2%}">' for width in block.widths)
    yield f"<table>\n<colgroup>{''.join(shares)}</colgroup>"
    for header, rows in groupby(block.rows, key=lambda row: row.header):
        part = "thead" if header else "tbody"
        yield f"<{part}>"
        yield from (_row(row, labelled=not block.rows[0].header) for row in rows)
        yield f"</{part}>"
    yield "</table>"


def _row(row: Row, *, labelled: bool) -> str:
    """A row; in a table without a header (`labelled`) its first cell is the header of the others."""
    opens = ' class="opens"' if row.opens else ""
    cells = (_cell(cell, _scope(row, cell, labelled)) for cell in row.cells)
    return f"<tr{opens}>{''.join(cells)}</tr>"


def _scope(row: Row, cell: Cell, labelled: bool) -> str:
    """What a cell is the header of ("col", "row"), empty for one that is none."""
    if row.header:
        return "col"
    return "row" if labelled and any(line.bold for line in cell.lines) else ""


def _cell(cell: Cell, scope: str) -> str:
    tag = "th" if scope else "td"
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    spans += f' scope="{scope}"' if scope else ""
    fill = f' style="background: {cell.fill}"' if cell.fill else ""
    return f"<{tag}{spans}{fill}>{_cell_text(cell.lines)}</{tag}>"


def _cell_text(lines: tuple[Line, ...]) -> str:
    """One paragraph alone stands bare in its cell, as it does in most tables."""
    return _words(lines[0]) if len(lines) == 1 and not lines[0].marker else lines_to_html(lines)


def lines_to_html(lines: tuple[Line, ...]) -> str:
    """Paragraphs and nested lists."""
    return "".join(_runs(lines))


def _runs(lines: tuple[Line, ...]) -> Iterator[str]:
    for listed, run in groupby(lines, key=_is_item):
        held = tuple(run)
        yield _list(held) if listed else "".join(map(_paragraph, held))


def _paragraph(line: Line) -> str:
    return f"<p>{_words(line)}</p>" if line.text else ""


def _is_item(line: Line) -> bool:
    """Is it an item of an HTML list? "1.1" is typed: HTML lists have no such numbers."""
    return line.marker is not None and "." not in line.marker[:-1]


def _list(lines: tuple[Line, ...]) -> str:
    """The items of one list, those of deeper levels nested in the item before them."""
    marker = lines[0].marker or "-"
    opening = {"-": "<ul>", "a)": '<ol type="a">'}.get(marker, "<ol>")
    items: list[list[Line]] = []
    for line in lines:
        if line.level == lines[0].level:
            items.append([])
        items[-1].append(line)
    inner = "".join(f"<li>{_words(first)}{_list(tuple(rest)) if rest else ''}</li>" for first, *rest in items)
    return f"{opening}{inner}</{opening[1:3]}>"


def _words(line: Line) -> str:
    typed = f"{line.marker} " if line.marker and not _is_item(line) else ""
    words = escape(typed + line.text, quote=False)
    return f"<strong>{words}</strong>" if line.bold else words
