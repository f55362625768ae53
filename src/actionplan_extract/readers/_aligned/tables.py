"""Tables whose columns are aligned by spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, dropwhile, takewhile

from .areas import DRIFT, LEAST_COLUMNS, find_area, parted
from .columns import Placed, column_starts, placed_pages
from .lines import Line, Part, said
from .rows import Rows
from .widths import Measure

_LEAST_LINES = 3

@dataclass(frozen=True, slots=True)
class AlignedCell:
    """A cell: the stretches of the text, one a line, that it is made of."""

    column: int
    parts: tuple[Part, ...]
    column_span: int = 1
    row_span: int = 1


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
    nexts = [line.number for line in lines if line.segments][:1] if before and is_last else []
    while at < len(lines):
        held = find_area(text, lines, at)
        if held is None:
            return
        if nexts and before and not at:
            held = [*_rest(lines, held[0], before.starts), *held]
        known = [said(text, before.lines[0])] if before else []
        for part in parted(text, held, known):
            columns = column_starts(part)
            repeated = min(_same(text, before.lines, part), header) if before else 0
            goes_on = bool(before) and part[0].number in nexts and _are_alike(columns, before.starts)
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
    placed, measure = placed_pages(text, pages, max(1, *(area.repeated for area in chain)) if len(chain) > 1 else 1)
    heads = [lines[: area.repeated] for lines, area in zip(placed, chain, strict=True)]
    heads = [_like(text, head, max(heads, key=_parts_of, default=[])) for head in heads]
    bodies = [lines[area.repeated :] for lines, area in zip(placed, chain, strict=True)]
    firsts = [0, *accumulate(map(len, bodies))]
    lines = [line for body in bodies for line in body]
    found = Rows(text, lines, measure, frozenset(firsts[:-1]))
    groups = _parts(lines, found) or _groups(lines, found)
    merged = found.merged
    for area, head, first, end in zip(chain, heads, firsts, firsts[1:], strict=False):
        held = [group for at, group in groups if first <= at < end]
        if head:
            held.insert(0, [(column, part, 1) for line in head for column, part in line.parts.items()])
        rows = tuple(tuple(_cells(group, len(starts))) for group in held)
        top = 1 if head or area is chain[0] else 0
        rows = (*rows[:top], *_reaching(rows[top:], merged))
        yield AlignedTable(area.lines[0].number, area.lines[-1].number + 1, rows, measure)


def _parts_of(lines: Sequence[Placed]) -> int:
    return sum(len(line.parts) for line in lines)


def _like(text: str, head: Sequence[Placed], model: Sequence[Placed]) -> list[Placed]:
    """A header with its words in the columns in which another one has them."""
    return [_line_like(text, line, other) for line, other in zip(head, model, strict=False)]


def _line_like(text: str, line: Placed, model: Placed) -> Placed:
    words = iter(re.finditer(r"\S+", text[line.line.start : line.line.end]))
    parts: dict[int, Part] = {}
    for column, part in sorted(model.parts.items()):
        own = [next(words).span() for _ in text[slice(*part)].split()]
        parts[column] = (line.line.start + own[0][0], line.line.start + own[-1][1])
    return Placed(line.line, parts)


def _reaching(rows: tuple[tuple[AlignedCell, ...], ...], merged: frozenset[int]) -> tuple[tuple[AlignedCell, ...], ...]:
    """The rows, with cells of some columns reaching down over the rows that have none there."""
    found: list[tuple[AlignedCell, ...]] = []
    free = dict.fromkeys(merged, 1)
    for row in reversed(rows):
        held = {cell.column: cell for cell in row if cell.parts}
        across = any(cell.column == 0 and cell.column_span > 1 for cell in row)
        found.append(tuple(replace(cell, row_span=1 if across else free.get(cell.column, 1)) for cell in row))
        free = {column: 1 if across or column in held else below + 1 for column, below in free.items()}
    return tuple(reversed(found))


Group = list[tuple[int, Part, int]]
"""Column, part and column span of what stands in a row, in the order of lines."""


def _groups(lines: Sequence[Placed], found: Rows) -> list[tuple[int, Group]]:
    """The rows by where they begin; a cell that goes on beside the next row whole where it begins."""
    groups: list[tuple[int, Group]] = []
    owner: dict[int, int] = {}
    for number, line in enumerate(lines):
        if number in found.starts:
            groups.append((number, []))
        band = number in found.starts and found.is_band(number, found.starts)
        for column, part in line.parts.items():
            if not found.continues(number, column) or (not owner.get(column) and not found.said(number, column)[0].islower()):
                owner[column] = len(groups) - 1
            span = len(found.widths) if line.is_across else len(found.widths) - column if band and column == max(line.parts) and column else 1
            groups[owner[column]][1].append((column, part, span))
    return groups


def _parts(lines: Sequence[Placed], found: Rows) -> list[tuple[int, Group]] | None:
    """The rows by the empty lines between them, where these part all of them."""
    firsts = [n for n in range(len(lines)) if n in found.firsts or found.gaps[n]]
    bounds = [*firsts, len(lines)]
    keys = [sum(found.has_key(n) for n in range(a, b)) for a, b in zip(bounds, bounds[1:], strict=False)]
    parted = sum(found.gaps[n] > 0 for n in firsts) > len(found.firsts)
    one_each = parted and len(keys) > 2 and keys[0] <= 1 and all(count == 1 for count in keys[1:])
    if not one_each and (len(firsts) < len(found.starts) or len(found.starts & set(firsts)) < 0.9 * len(found.starts)):
        return None
    groups: list[tuple[int, Group]] = []
    for a, b, count in zip(bounds, bounds[1:], keys, strict=False):
        single = all(len(line.parts) == 1 and 0 not in line.parts for line in lines[a:b])
        if a in found.firsts or not (len(groups) > 1 and single and not count and 2 * sum(map(bool, keys)) > len(keys)):
            groups.append((a, []))
        groups[-1][1].extend((column, part, len(found.widths) if line.is_across else 1)
                       for line in lines[a:b] for column, part in line.parts.items())
    return groups


def _cells(group: Group, count: int) -> Iterator[AlignedCell]:
    """The cells of a row, to the last column."""
    held: dict[int, list[Part]] = {}
    spans: dict[int, int] = {}
    for column, part, span in group:
        held.setdefault(column, []).append(part)
        spans[column] = max(span, spans.get(column, 1))
    yield from (AlignedCell(column, tuple(parts), spans[column]) for column, parts in sorted(held.items()))
    if max(column + spans[column] for column in held) < count:
        yield AlignedCell(count - 1, ())
