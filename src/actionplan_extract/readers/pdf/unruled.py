"""Tables without upright rules: a row of headers, and below it text that keeps to their columns."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import NamedTuple

from ...passage import union
from .ink import Fill, Ink, Rule, Word
from .layout import CellInk, PageInk, TableInk
from .lines import Line, pitch, usual_pitch
from .ruled import RuledCell

GUTTER = 1.0  # times the type size: a wider gap between words parts columns
NARROWEST = 3.0  # points that must stay free between two columns
FARTHEST = 3.5  # type sizes from line to line: text further down is no more of the table
ROW_GAP = 1.2  # times the usual distance of lines: a wider one parts rows
SIZE_CHANGE = 1.15
RULED = 0.6  # share of the table's width: a level rule so wide parts rows
FEWEST = 2  # lines with text in several columns, below a header
COLUMNS = 3  # at least, where the headers are not set apart by colour or bold type

_REFERENCE = re.compile(r"[A-Za-z]{0,4}[ .]?\d+(?:\.\d+)*[a-z]?[.)]?")

Stretch = tuple[float, float]
Element = TableInk | Line


@dataclass(frozen=True, slots=True)
class _Columns:
    """The free stretches between columns, from the left."""

    gutters: tuple[Stretch, ...]

    def beside(self, line: Line) -> _Columns | None:
        """What stays free beside a further line; None where a word bridges two columns."""
        narrowed = [_free(gutter, line.words) for gutter in self.gutters]
        kept = tuple(gutter for gutter in narrowed if gutter)
        return _Columns(kept) if len(kept) == len(narrowed) else None

    def column(self, word: Word) -> int:
        """The column a word stands in."""
        return sum(word.centre[0] > (start + end) / 2 for start, end in self.gutters)


def with_unruled(pages: Iterable[PageInk], running: Container[Line]) -> list[PageInk]:
    """The pages with tables made of lines that keep to columns; `running` lines are left out.

    A table that reaches the end of a page goes on at the start of the next, without headers.
    """
    done = []
    columns: _Columns | None = None
    for page in pages:
        found, columns = _on_page(page, running, columns)
        done.append(found)
    return done


class _Found(NamedTuple):
    """A table, how many elements of the page it takes, and its columns."""

    table: TableInk
    taken: int
    columns: _Columns


def _on_page(page: PageInk, running: Container[Line], carried: _Columns | None) -> tuple[PageInk, _Columns | None]:
    """The page with its tables, and the columns of the one that reaches its end."""
    lines = [line for line in page.lines if line in running]
    tables: list[TableInk] = []
    elements: list[Element] = [*page.tables, *(line for line in page.lines if line not in running)]
    elements.sort(key=lambda element: (element.box[1], element.box[0]))
    while elements:
        found = _continued(elements, carried, page.ink) or _headed(elements, page.ink)
        element = found.table if found else elements[0]
        tables.append(element) if isinstance(element, TableInk) else lines.append(element)
        del elements[: found.taken if found else 1]
        carried = found.columns if found and not elements else None
    return replace(page, tables=tuple(tables), lines=tuple(lines)), carried


def _continued(elements: Sequence[Element], columns: _Columns | None, ink: Ink) -> _Found | None:
    """The table that goes on from the page before, if it does."""
    first = elements[0]
    if columns is None or isinstance(first, TableInk):
        return None
    return _grown(None, [first, *_following(first, elements[1:])], columns, ink)


def _headed(elements: Sequence[Element], ink: Ink) -> _Found | None:
    """The table of which the first element is the header, if it is one."""
    columns = _header_columns(elements[0])
    return _grown(elements[0], _following(elements[0], elements[1:]), columns, ink) if columns else None


def _following(header: Element, elements: Iterable[Element]) -> list[Line]:
    """The lines that may belong to the table that begins with the header."""
    body: list[Line] = []
    above = header
    for line in elements:
        if isinstance(line, TableInk) or line.words[0].direction != "right":
            break
        size = body[0].size if body else line.size
        if line.box[3] - above.box[3] > FARTHEST * size or not 1 / SIZE_CHANGE < line.size / size < SIZE_CHANGE:
            break
        body.append(line)
        above = line
    return body


def _grown(header: Element | None, lines: Sequence[Line], columns: _Columns, ink: Ink) -> _Found | None:
    """The table of the lines that keep to the columns; None where too few do."""
    taken = 0
    for line in lines:
        narrowed = columns.beside(line)
        if narrowed is None:
            break
        columns, taken = narrowed, taken + 1
    body = lines[:taken]
    broad = sum(len({columns.column(word) for word in line.words}) > 1 for line in body)
    if broad < FEWEST and (header or taken <= FEWEST):
        return None
    top = _header_lines(header, body)
    below = body[max(len(top) - 1, 0) :]
    columns = _with_references(columns, below)
    rows = [*filter(None, [top]), *_rows(below, columns, ink.rules)]
    return _Found(_made(header, rows, columns, ink.fills), taken + (header is not None), columns)


def _header_lines(header: Element | None, body: Iterable[Line]) -> list[Line]:
    """The lines of the header row (several where it is bold and wraps), none where it has cells of its own."""
    if not isinstance(header, Line):
        return []
    return [header, *takewhile(_is_bold, body)] if _is_bold(header) else [header]


def _is_bold(line: Line) -> bool:
    return all(word.bold for word in line.words)


def _with_references(columns: _Columns, lines: Sequence[Line]) -> _Columns:
    """The columns, with one more where references without a header stand left of the first."""
    first = [[word for word in line.words if columns.column(word) == 0] for line in lines]
    pairs = [words for words in first if len(words) > 1 and _REFERENCE.fullmatch(words[0].text)]
    if not pairs:
        return columns
    gutter: Stretch | None = (max(words[0].box[2] for words in pairs), min(words[1].box[0] for words in pairs))
    for words in first:
        gutter = _free(gutter, words) if gutter and gutter[0] < gutter[1] else None
    is_wide = gutter is not None and gutter[1] - gutter[0] > GUTTER * pairs[0][0].size
    return _Columns((gutter, *columns.gutters)) if gutter and is_wide else columns


def _header_columns(header: Element) -> _Columns | None:
    """The gaps between a row's entries, if it looks like a row of headers."""
    entries = _header_entries(header)
    boxes = [box for entry in entries if (box := union(word.box for word in entry))]
    if len(boxes) < max(len(entries), 2) or any(entry[0].text[0].isdigit() for entry in entries):
        return None
    gutters = tuple((left[2], right[0]) for left, right in pairwise(boxes))
    return _Columns(gutters) if all(end > start for start, end in gutters) else None


def _header_entries(header: Element) -> list[list[Word]]:
    """The words of each header, none where it cannot be a row of headers."""
    if isinstance(header, TableInk):
        rows = {cell.cell.row for cell in header.cells}
        if header.tag or len(rows) > 1:
            return []
        return [[word for line in cell.lines for word in line.words] for cell in header.cells]
    entries = _entries(header)
    return entries if _is_bold(header) or len(entries) >= COLUMNS else []


def _entries(line: Line) -> list[list[Word]]:
    """The words of a line, parted where the gap is wide."""
    entries = [[line.words[0]]]
    for left, right in pairwise(line.words):
        if right.box[0] - left.box[2] > GUTTER * line.size:
            entries.append([])
        entries[-1].append(right)
    return entries


def _free(gutter: Stretch, words: Sequence[Word]) -> Stretch | None:
    """The widest part of a stretch that no word touches, None where it is too narrow."""
    start, end = gutter
    edges = [start]
    for word in words:
        if word.box[2] > start and word.box[0] < end:
            edges += [max(word.box[0], start), min(word.box[2], end)]
    edges.append(end)
    free = max(zip(edges[::2], edges[1::2], strict=True), key=lambda part: part[1] - part[0])
    return free if free[1] - free[0] >= NARROWEST else None


def _rows(lines: Sequence[Line], columns: _Columns, rules: Sequence[Rule]) -> Iterator[list[Line]]:
    """The lines of each row below the header."""
    starts = _row_starts(lines, columns, rules)
    row: list[Line] = []
    for number, line in enumerate(lines):
        if row and number in starts:
            yield row
            row = []
        row.append(line)
    yield row


def _row_starts(lines: Sequence[Line], columns: _Columns, rules: Sequence[Rule]) -> set[int]:
    """Where rows begin: at level rules, else references, else wide gaps, else where a column sets in again."""
    numbers = range(1, len(lines))
    ruled = {number for number in numbers if _is_ruled_off(lines[number - 1], lines[number], rules)}
    if ruled:
        return ruled
    first = (" ".join(word.text for word in line.words if columns.column(word) == 0) for line in lines)
    entries = {number: text for number, text in enumerate(first) if text}
    if entries and all(_REFERENCE.fullmatch(text) for text in entries.values()):
        return set(entries)
    usual = usual_pitch([lines])
    apart = {number for number in numbers if pitch(lines[number - 1], lines[number]) > ROW_GAP * usual}
    return apart or _resumed(
        [{columns.column(word) for word in line.words} for line in lines], len(columns.gutters) + 1
    )


def _resumed(filled: Sequence[set[int]], width: int) -> set[int]:
    """The lines with text in a column that the line above has none in; each, where all fill every column."""
    if all(len(columns) == width for columns in filled):
        return set(range(len(filled)))
    return {number for number in range(1, len(filled)) if filled[number] - filled[number - 1]}


def _is_ruled_off(upper: Line, lower: Line, rules: Sequence[Rule]) -> bool:
    width = max(upper.box[2], lower.box[2]) - min(upper.box[0], lower.box[0])
    between = (rule for rule in rules if rule.level and upper.box[3] - 2 <= rule.at <= lower.box[1] + 2)
    return sum(rule.end - rule.start for rule in between) >= RULED * width


def _made(header: Element | None, rows: Sequence[Sequence[Line]], columns: _Columns, fills: Sequence[Fill]) -> TableInk:
    """The table of some rows of lines, below the header's own cells where it has such."""
    cells = [*header.cells] if isinstance(header, TableInk) else []
    boxes = [line.box for row in rows for line in row] + ([header.box] if header else [])
    x0, top, x1, bottom = union(boxes) or boxes[0]
    xs = [x0, *((start + end) / 2 for start, end in columns.gutters), x1]
    for number, row in enumerate(rows, start=1 if cells else 0):
        words = [word for line in row for word in line.words]
        heights = min(line.box[1] for line in row), max(line.box[3] for line in row)
        for column, (left, right) in enumerate(pairwise(xs)):
            held = [word for word in words if columns.column(word) == column]
            box = (left, heights[0], right, heights[1])
            cells.append(CellInk.of(RuledCell(number, column, 1, 1, box), held, fills))
    return TableInk((x0, top, x1, bottom), len(xs) - 1, tuple(cells), "white space")
