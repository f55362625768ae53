"""Text with columns aligned by spaces to blocks: pages, running heads, prose, and tables with unwrapped cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise, takewhile

from ...limits import DEFAULT
from ...model import Block, Cell, Paragraph, Table
from ...passage import Passage, Place, join
from .._blocks import item, line_paragraphs, text_paragraphs
from .._text import line_passage, line_spans
from .lines import CLOSED, Line, segmented
from .pairs import pair_areas
from .tables import AlignedCell, AlignedTable, Area, aligned_tables, areas, tables
from .widths import Measure

_MOST_SEGMENTS = 2  # of a running line
_EDGE = 3  # lines at the top and foot of a page that may be running ones
_SHARE = 0.3  # of the pages, two at least
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,3}\W*(?:(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_ONLY_PAGE = re.compile(r"page 1 of 1", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_CUT_DATE = re.compile(r"\d[/.]\d{1,2}[/.]\d{1,3}$")
_BREAKABLE = 5  # letters: a column that breaks words is as wide, and what is left of them no wider
_HYPHENATED = re.compile(r"\w[-‐‑–/]$")
_DASH = re.compile(r"[–—-]\s")
_RAGGED = 0.12  # of a column's width: what may be left of a line of proportional type that merely wraps


Part = tuple[int, int]
"""The [start, end) of a cell's line."""


def aligned_blocks(text: str, longest: int = DEFAULT.line_characters) -> tuple[list[Block], tuple[Passage, ...]]:
    """The prose and tables of the text, and the running heads and feet of its pages.

    Lines that are too long are read in pieces.
    """
    pages = _pages(text, longest)
    running = _running(text, pages)
    lines = [_without(line) if line.number in running else line for page in pages for line in page]
    edge = (line for page in pages for line in page if line.number in running)
    furniture = tuple(line_passage(text, (line.start, line.end), line.number).strip() for line in edge)
    return list(_blocks(text, lines, _tables(text, lines, pages))), furniture


def _without(line: Line) -> Line:
    """The line with nothing in it."""
    return Line(line.number, line.start, line.start, ())


def _tables(text: str, lines: Sequence[Line], pages: Sequence[Sequence[Line]]) -> list[AlignedTable]:
    """The tables of all pages, those of two columns in what the others leave."""
    found: list[Area] = []
    last = 0
    for page in pages:
        before = found[-1] if found else None
        is_last = before is not None and before.lines[-1].number == last
        held = lines[page[0].number : page[-1].number + 1]
        found += areas(text, held, before, is_last=is_last)
        last = max((line.number for line in held if line.segments), default=last)
    wide = list(tables(text, found))
    taken = {number for table in wide for number in range(table.first, table.last)}
    pairs: list[Area] = []
    for page in pages:
        for is_taken, run in groupby(page, key=lambda line: line.number in taken):
            known = {area.starts for area in pairs}
            pairs += () if is_taken else pair_areas(text, [lines[line.number] for line in run], known)
    chains = (list(alike) for _, alike in groupby(pairs, key=lambda area: area.starts))
    narrow = [table for chain in chains for table in aligned_tables(text, chain)]
    return sorted([*wide, *narrow], key=lambda table: table.first)


def _blocks(text: str, lines: Sequence[Line], tables: Iterable[AlignedTable]) -> Iterator[Block]:
    at = 0
    for index, table in enumerate(tables):
        yield from _prose(text, lines[at : table.first])
        yield _table(text, table, index)
        at = table.last
    yield from _prose(text, lines[at:])


def _prose(text: str, lines: Sequence[Line]) -> Iterator[Paragraph]:
    held = [line_passage(text, (line.start, line.end), line.number) for line in lines]
    yield from (paragraph for paragraph in line_paragraphs(held) if paragraph.text.strip())


# --- pages ------------------------------------------------------------------------------------


def _pages(text: str, longest: int) -> list[list[Line]]:
    """The lines of each page; form feeds part pages."""
    pages: list[list[Line]] = [[]]
    for line in segmented(text, line_spans(text, longest)):
        pages[-1].append(line)
        if text.startswith("\f", line.end):
            pages.append([])
    return [page for page in pages if page]


def _running(text: str, pages: Sequence[Sequence[Line]]) -> frozenset[int]:
    """The numbers of the lines at the top or foot of pages that come back on others, and of page numbers."""
    if len(pages) < 2:
        return frozenset(
            line.number for page in pages for line in _edge_lines(page) if _ONLY_PAGE.fullmatch(_words(text, line))
        )
    edges = [_edge_lines(page) for page in pages]
    count = Counter(key for edge in edges for key in {_alike(text, line) for line in edge})
    needed = max(2, round(_SHARE * len(pages)))
    return frozenset(
        line.number
        for edge in edges
        for line in edge
        if len(line.segments) < 3
        and (count[_alike(text, line)] >= needed or _PAGE_NUMBER.fullmatch(_words(text, line)))
    )


def _edge_lines(page: Sequence[Line]) -> list[Line]:
    """The few lines at the top and foot of a page that stand outside its tables."""
    filled = [line for line in page if line.segments]
    top = takewhile(_is_no_row, filled[:_EDGE])
    return [*top, *takewhile(_is_no_row, filled[: max(_EDGE, len(filled) - _EDGE) - 1 : -1])]


def _is_no_row(line: Line) -> bool:
    return len(line.segments) <= _MOST_SEGMENTS


def _words(text: str, line: Line) -> str:
    return " ".join(text[line.start : line.end].split())


def _alike(text: str, line: Line) -> str:
    """What to compare of a line: the count of pages aside, but with the number of a heading."""
    words = _words(text, line)
    return _DIGITS.sub("#", words) if "page" in words.lower() else words


# --- tables -----------------------------------------------------------------------------------


def _table(text: str, table: AlignedTable, index: int) -> Table:
    cells = tuple(
        Cell(
            row,
            cell.column,
            _paragraphs(text, cell, _cell_place(index, row, cell), table.measure),
            cell.row_span,
            cell.column_span,
        )
        for row, held in enumerate(table.rows)
        for cell in held
    )
    return Table(index, cells, table.columns)


def _cell_place(table: int, row: int, cell: AlignedCell) -> Place:
    return Place(None, table, row, cell.column, f"table[{table}]/row[{row}]/cell[{cell.column}]")


# --- paragraphs of a cell ---------------------------------------------------------------------


def _paragraphs(text: str, cell: AlignedCell, place: Place, measure: Measure) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell, the lines that merely wrap put together; bullets keep their indent."""
    if not cell.parts:
        return ()
    indents = [start - text.rfind("\n", 0, start) for start, _ in cell.parts]
    base = min(indents)
    dashed = [part for part in cell.parts if _DASH.match(text, *part)]
    held: list[list[Passage]] = []
    for number, (start, end) in enumerate(cell.parts):
        deep = min(indents[number] - base, _blanks(text, start))
        above, is_lone = cell.parts[number - 1], dashed == [(start, end)]
        if not number or _begins(text, above, (start, end), measure, cell.column, is_lone=is_lone):
            held.append([Passage.of(text[start - deep : end], place, start - deep)])
        else:
            held[-1].append(Passage.of(text[start:end], place, start))
    is_broken = partial(_is_broken, text, measure, cell.column)
    found = text_paragraphs(join("\n", (_joined(parts, is_broken) for parts in held)))
    return tuple(paragraph for paragraph in found if paragraph.text.strip())


def _blanks(text: str, end: int) -> int:
    """How many blanks end at a place."""
    start = end
    while start and text[start - 1] in " \xa0":
        start -= 1
    return end - start


def _joined(lines: Sequence[Passage], is_broken: Callable[[str, str], bool]) -> Passage:
    """Lines that merely wrap, a blank between them but behind a hyphen or slash, or within a date or broken word."""
    runs = [[lines[0]]]
    for above, line in pairwise(lines):
        is_date = _CUT_DATE.search(above.text) and line.text.isdigit()
        if is_date or _HYPHENATED.search(above.text) or is_broken(above.text, line.text):
            runs[-1].append(line)
        else:
            runs.append([line])
    return join(" ", (join("", run) for run in runs))


def _is_broken(text: str, measure: Measure, column: int, above: str, below: str) -> bool:
    """Has a line room for no more than the beginning of its only word, of which the line below has the end?"""
    rest = below.split(maxsplit=1)[0]
    if not (above.isalpha() and len(above) >= _BREAKABLE and rest.isalpha() and rest.islower()):
        return False
    if len(rest) > _BREAKABLE or not measure.is_over(column, above + rest):
        return False
    return re.search(rf"\S {rest}\b", text) is None


def _begins(text: str, above: Part, line: Part, measure: Measure, column: int, *, is_lone: bool) -> bool:
    """Does a line begin a paragraph: a bullet, an empty line above it, or room for it on the line above?

    `is_lone`: it begins with the only dash of its cell, which may stand within a sentence or a span of dates.
    """
    before, own = text[slice(*above)], text[slice(*line)]
    if is_lone and not CLOSED.search(before) and measure.room(column, before, own) < 0:
        return False
    if item(Passage.of(own)).is_item or text.count("\n", above[1], line[0]) > 1:
        return True
    room = measure.room(column, before, own)
    if CLOSED.search(before):
        return room >= (0 if own[0].isupper() else _RAGGED)
    return own[0].isupper() and room >= _RAGGED
