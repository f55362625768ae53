"""Tables whose columns are aligned by spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, dropwhile, pairwise, takewhile

from .areas import DRIFT, LEAST_COLUMNS, find_area, parted
from .columns import Placed, column_starts, placed_pages
from .lines import Line, Part, said
from .rows import Rows
from .widths import Measure

_LEAST_LINES = 3
_NEARLY = 0.9


@dataclass(frozen=True, slots=True)
class AlignedCell:
    """A cell: the stretches of the text, one a line, that it is made of."""

    column: int
    parts: tuple[Part, ...]
    column_span: int = 1
    row_span: int = 1


Cells = tuple[AlignedCell, ...]


@dataclass(frozen=True, slots=True)
class AlignedTable:
    """The rows of a table, each line's number from the first up to the one behind the last."""

    first: int
    last: int
    rows: tuple[tuple[AlignedCell, ...], ...]
    measure: Measure

    @property
    def columns(self) -> int:
        """The number of columns."""
        return len(self.measure.widths)


@dataclass(frozen=True, slots=True)
class Area:
    """The lines of a table on one page, where its columns start, and how many lines of the header it repeats."""

    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    repeated: int = 0
    goes_on: bool = False


def areas(text: str, lines: Sequence[Line], before: Area | None, *, is_last: bool) -> Iterator[Area]:
    """Where tables stand in the lines of one page, from top to bottom; `before` is the one before.

    `is_last` says that nothing stands below that one on its page.
    """
    at = 0
    header = _header(text, before) if before else 0
    top = next((line.number for line in lines if line.segments), None) if is_last else None
    while at < len(lines):
        held = find_area(text, lines, at)
        if held is None:
            return
        if before and top is not None and not at:
            held = [*_rest(lines, held[0], before.starts), *held]
        known = [said(text, before.lines[0])] if before else []
        for part in parted(text, held, known):
            columns = column_starts(part)
            repeated = min(_same(text, before.lines, part), header) if before else 0
            goes_on = before is not None and part[0].number == top and _are_alike(columns, before.starts)
            if (repeated or len(part) >= _LEAST_LINES) and len(columns) >= LEAST_COLUMNS:
                before = Area(tuple(part), tuple(columns), repeated, goes_on)
                header = repeated or _header(text, before)
                yield before
        at = held[-1].number - lines[0].number + 1


def _rest(lines: Sequence[Line], first: Line, starts: Sequence[int]) -> list[Line]:
    """The lines of a page above the first of a table, where all have their text at the columns of the one before."""
    above = list(dropwhile(lambda line: not line.segments, takewhile(lambda line: line is not first, lines)))
    return above if all(_are_alike(line.places, starts) for line in above) else []


def _are_alike(starts: Sequence[int], others: Sequence[int]) -> bool:
    """Do all columns start near where some of the others do?"""
    return all(any(abs(start - other) <= DRIFT for other in others) for start in starts)


def _header(text: str, area: Area) -> int:
    """How many lines the header of an area has."""
    if area.repeated:
        return area.repeated
    (lines,), measure = placed_pages(text, [(area.lines, area.starts)])
    found = Rows(text, lines, measure, frozenset([0]))
    return min(found.starts - {0}, default=len(lines))


def _same(text: str, ones: Sequence[Line], others: Sequence[Line]) -> int:
    """How many lines with which two tables begin are the same."""
    pairs = zip(ones, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: said(text, pair[0]) == said(text, pair[1]), pairs))


def tables(text: str, found: Sequence[Area]) -> Iterator[AlignedTable]:
    """The tables that some areas make; those that repeat a header are read together."""
    chain: list[Area] = []
    for area in found:
        if chain and not (area.repeated or area.goes_on):
            yield from aligned_tables(text, chain)
            chain = []
        chain.append(area)
    if chain:
        yield from aligned_tables(text, chain)


def aligned_tables(text: str, chain: Sequence[Area]) -> Iterator[AlignedTable]:
    """The parts of one table, one for each of its areas."""
    starts = max((area.starts for area in chain), key=len)
    pages = [(area.lines, area.starts if len(area.starts) == len(starts) else starts) for area in chain]
    placed, measure = placed_pages(text, pages, heading=max(1, *(area.repeated for area in chain), 0))
    heads = [lines[: area.repeated] for lines, area in zip(placed, chain, strict=True)]
    model = max(heads, key=_filled, default=[])
    bodies = [lines[area.repeated :] for lines, area in zip(placed, chain, strict=True)]
    firsts = [0, *accumulate(map(len, bodies))]
    lines = [line for body in bodies for line in body]
    found = Rows(text, lines, measure, frozenset(firsts[:-1]))
    groups = _parts(lines, found) or _groups(lines, found)
    for area, head, (first, end) in zip(chain, heads, pairwise(firsts), strict=True):
        held = [_cells(group, len(starts)) for at, group in groups if first <= at < end]
        top = [] if head or area is not chain[0] else held[:1]
        rows = [*map(_header_cells, [_like(text, head, model)] if head else []), *top]
        rows += _reaching(held[len(top) :], found.merged)
        yield AlignedTable(area.lines[0].number, area.lines[-1].number + 1, tuple(rows), measure)


def _reaching(rows: Sequence[Cells], merged: frozenset[int]) -> list[Cells]:
    """The rows, with cells of some columns reaching down over the rows that have none there."""
    found: list[Cells] = []
    free = dict.fromkeys(merged, 1)
    for row in reversed(rows):
        held = {cell.column: cell for cell in row if cell.parts}
        across = any(cell.column == 0 and cell.column_span > 1 for cell in row)
        found.append(tuple(replace(cell, row_span=1 if across else free.get(cell.column, 1)) for cell in row))
        free = {column: 1 if across or column in held else below + 1 for column, below in free.items()}
    return found[::-1]


def _filled(lines: Sequence[Placed]) -> int:
    """How many parts some lines have."""
    return sum(len(line.parts) for line in lines)


def _like(text: str, head: Sequence[Placed], model: Sequence[Placed]) -> list[Placed]:
    """A header with its words in the columns in which another one has them."""
    return [_line_like(text, line, other) for line, other in zip(head, model, strict=False)]


def _line_like(text: str, line: Placed, model: Placed) -> Placed:
    """A line with its words in the columns in which another one of the same words has them."""
    start = line.line.start
    words = iter(re.finditer(r"\S+", text[start : line.line.end]))
    parts: dict[int, Part] = {}
    for column, part in sorted(model.parts.items()):
        own = [next(words) for _ in text[slice(*part)].split()]
        parts[column] = (start + own[0].start(), start + own[-1].end())
    return Placed(line.line, parts)


Group = list[tuple[int, Part, int]]
"""Column, part and column span of what stands in a row, in the order of lines."""


def _groups(lines: Sequence[Placed], found: Rows) -> list[tuple[int, Group]]:
    """The rows by where they begin; a cell that goes on beside the next row whole where it begins."""
    groups: list[tuple[int, Group]] = []
    owner: dict[int, int] = {}
    for number, line in enumerate(lines):
        if number in found.starts:
            groups.append((number, []))
        for column, part in line.parts.items():
            if not _is_owned(found, number, column, owner):
                owner[column] = len(groups) - 1
            groups[owner[column]][1].append((column, part, found.span(number, column)))
    return groups


def _is_owned(found: Rows, number: int, column: int, owner: dict[int, int]) -> bool:
    """Does a part of a line belong to a cell of a row above (of the first, a header, only in mid-sentence)?"""
    return found.continues(number, column) and (owner.get(column, 0) > 0 or found.said(number, column)[0].islower())


def _parts(lines: Sequence[Placed], found: Rows) -> list[tuple[int, Group]] | None:
    """The rows by the empty lines between them, where these part all of them."""
    firsts = [n for n in range(len(lines)) if n in found.firsts or found.gaps[n]]
    bounds = list(pairwise([*firsts, len(lines)]))
    keys = [sum(map(found.has_key, range(first, end))) for first, end in bounds]
    if not _has_one_each(keys, found, firsts) and not _do_part(firsts, found):
        return None
    groups: list[tuple[int, Group]] = []
    for (first, end), count in zip(bounds, keys, strict=True):
        is_rest = len(groups) > 1 and not count and 2 * sum(map(bool, keys)) > len(keys)
        if first in found.firsts or not is_rest or not _are_single(lines[first:end]):
            groups.append((first, []))
        parts = ((number, *part) for number in range(first, end) for part in lines[number].parts.items())
        groups[-1][1].extend((column, part, found.span(number, column)) for number, column, part in parts)
    return groups


def _has_one_each(keys: Sequence[int], found: Rows, firsts: Sequence[int]) -> bool:
    """Has each of several parts, the header's aside, one key, wherever in it that stands?"""
    are_parted = sum(found.gaps[first] > 0 for first in firsts) > len(found.firsts)
    return are_parted and len(keys) > 2 and keys[0] <= 1 and all(count == 1 for count in keys[1:])


def _do_part(firsts: Sequence[int], found: Rows) -> bool:
    """Do rows begin behind empty lines and nearly nowhere else?"""
    return len(firsts) >= len(found.starts) and len(found.starts & set(firsts)) >= _NEARLY * len(found.starts)


def _are_single(lines: Sequence[Placed]) -> bool:
    """Has each line one text, beside the first column?"""
    return all(len(line.parts) == 1 and 0 not in line.parts for line in lines)


def _header_cells(head: Sequence[Placed]) -> Cells:
    return _cells([(column, part, 1) for line in head for column, part in line.parts.items()], 0)


def _cells(group: Group, count: int) -> Cells:
    """The cells of a row, to the last column."""
    held: dict[int, list[Part]] = {}
    spans: dict[int, int] = {}
    for column, part, span in group:
        held.setdefault(column, []).append(part)
        spans[column] = max(span, spans.get(column, 1))
    cells = [AlignedCell(column, tuple(parts), spans[column]) for column, parts in sorted(held.items())]
    reach = max(cell.column + cell.column_span for cell in cells)
    return (*cells, AlignedCell(count - 1, ())) if reach < count else tuple(cells)
