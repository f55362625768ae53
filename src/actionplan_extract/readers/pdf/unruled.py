"""Tables without upright rules: the regions where they stand become cells.

Their columns are those that the white space of all their pages leaves, their rows those that `rows` finds.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import itemgetter

from ...passage import union
from .columns import GUTTER, WITNESSES, Columns, Gap
from .frame import Frame, Row
from .ink import Run
from .layout import PageInk, TableInk
from .levels import Cells, Stretch, find_levels, usual_distance
from .lines import Line, build_lines
from .regions import Region, find_regions
from .rows import Starts, is_reference, row_starts


def with_unruled(pages: Sequence[PageInk], running: Container[Line]) -> list[PageInk]:
    """The pages with tables made of lines that keep to columns; `running` lines are left out."""
    made: dict[int, list[tuple[Region, TableInk]]] = {}
    for parts in _chained(find_regions(pages, running)):
        for part, table in zip(parts, _tables(parts), strict=True):
            made.setdefault(id(part.page), []).append((part, table))
    return [_with_tables(page, made.get(id(page), ())) for page in pages]


def _chained(regions: Iterable[Region]) -> list[list[Region]]:
    """The regions of each table."""
    tables: list[list[Region]] = []
    for region in regions:
        if region.before:
            tables[-1].append(region)
        else:
            tables.append([region])
    return tables


def _with_tables(page: PageInk, found: Sequence[tuple[Region, TableInk]]) -> PageInk:
    """The page with some tables in the place of what they were made of."""
    items = [item for region, _ in found for item in region.items]
    lines, old = {item.line for item in items}, {id(item.table) for item in items}
    tables = [table for table in page.tables if id(table) not in old]
    left = tuple(line for line in page.lines if line not in lines)
    return replace(page, tables=(*tables, *(table for _, table in found)), lines=left)


def _tables(parts: Sequence[Region]) -> Iterator[TableInk]:
    """The parts of a table, each as what it makes on its page."""
    columns = _columns(parts)
    usual = usual_distance(lines for part in parts for lines in _filled(part.lines, columns))
    frames = _frames(parts, columns)
    held = [list(_stretches(part, columns, frame, usual)) for part, frame in zip(parts, frames, strict=True)]
    starts = iter(row_starts([stretch for stretches in held for stretch in stretches], columns.count))
    for part, frame, stretches in zip(parts, frames, held, strict=True):
        heads = [Row(_filled(part.header.lines, columns))] if part.header and part.header.is_set_apart else []
        rows = (row for stretch in stretches for row in _rows(stretch, next(starts), columns.count))
        yield frame.table([*heads, *rows])


def _frames(parts: Sequence[Region], columns: Columns) -> list[Frame]:
    """The frame of each part; all are as wide as the widest."""
    boxes = [box for part in parts if (box := union(item.box for item in part.items))]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    return [
        Frame.around((left, box[1], right, box[3]), columns, part.page) for part, box in zip(parts, boxes, strict=True)
    ]


def _filled(lines: Iterable[Line], columns: Columns) -> Cells:
    """The lines of each column."""
    held: list[list[Run]] = [[] for _ in range(columns.count)]
    for line in lines:
        for word in line.words:
            held[columns.column(word)].append(word)
    return tuple(tuple(build_lines(words)) for words in held)


def _stretches(part: Region, columns: Columns, frame: Frame, usual: float) -> Iterator[Stretch]:
    """The lines between bands, and the bands."""
    plain = part.header.lines if part.header and not part.header.is_set_apart else ()
    lines = [
        *((False, line) for line in plain),
        *((place in part.bands, line) for place, line in enumerate(part.lines)),
    ]
    for is_band, run in groupby(lines, key=itemgetter(0)):
        run_lines = [line for _, line in run]
        if is_band:
            yield Stretch((tuple(run_lines),), ())
        else:
            cells = _filled(run_lines, columns)
            is_rest = part.before is not None and run_lines[0] is part.lines[0]
            yield Stretch(cells, find_levels(cells, frame.separators, usual), is_rest)


def _rows(stretch: Stretch, starts: Starts, count: int) -> Iterator[Row]:
    """The rows that begin at some levels of a stretch."""
    if not stretch.levels:
        yield Row(stretch.cells, is_band=True)
        return
    ends = [*sorted(starts), len(stretch.levels)]
    for first, end in pairwise([0, *ends]):
        levels = stretch.levels[first:end]
        cells = (tuple(level.lines[column] for level in levels if column in level.lines) for column in range(count))
        yield Row(tuple(cells), starts.get(first, frozenset()))


def _columns(parts: Sequence[Region]) -> Columns:
    """The columns of a table; one more where references without a header stand left of the first."""
    columns = parts[-1].columns.confirmed()
    first = [[word for word in line.words if columns.column(word) == 0] for part in parts for line in part.lines]
    pairs = [words for words in first if len(words) > 1 and is_reference(words[0].text)]
    if not pairs:
        return columns
    first_end, second = max(words[0].box[2] for words in pairs), min(words[1].box[0] for words in pairs)
    gap = Gap(((first_end, second),), (second, second), WITNESSES)
    gap = gap.beside([word.box for words in first for word in words])
    is_wide = bool(gap.free) and gap.gutter[1] - gap.gutter[0] > GUTTER * pairs[0][0].size
    return Columns((gap, *columns.gaps)) if is_wide else columns
