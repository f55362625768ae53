"""The rows and columns of a tagged table from the pieces that its pages show."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from ...passage import Box, union
from .layout import CellInk, TableInk
from .lines import Line
from .ruled import SNAP, RuledCell
from .tags import ROWS, Tag


class Disagreement(Exception):
    """The tags of a table and the page contradict each other; says how."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a page shows of a cell: a `drawn` cell (`tag` None where it is empty), else the words of a tagged one.

    `fill` and `ink` are its colours as those of a `CellInk`.
    """

    tag: Tag | None
    box: Box
    lines: tuple[Line, ...]
    drawn: bool
    fill: str | None
    ink: str | None

    @property
    def row(self) -> Tag | None:
        """The row of the tags it stands in."""
        return self.tag.nearest(ROWS) if self.tag else None

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(line.text for line in self.lines)

    @property
    def spans(self) -> bool:
        """Is it tagged as going over several rows?"""
        return self.tag is not None and self.tag.row_span > 1


@dataclass(frozen=True)
class Part:
    """What a page shows of a table: its pieces, the lines beside it, and those that only repeat its header."""

    pieces: Sequence[Piece]
    beside: Sequence[Line]
    repeated: Sequence[Line]

    @cached_property
    def rows(self) -> Mapping[Tag, Sequence[Piece]]:
        """The pieces that hold text by their row, in order; raises Disagreement."""
        held: dict[Tag, list[Piece]] = defaultdict(list)
        for piece in self.pieces:
            if piece.row:
                held[piece.row].append(piece)
            elif piece.tag:
                raise Disagreement("a tagged cell of it stands in no row")
        return dict(sorted(held.items(), key=lambda item: item[0].order))

    @cached_property
    def middles(self) -> Mapping[Tag, float]:
        """How far down each row is that has a cell which spans no others: the middle of its lowest one."""
        single = {row: [piece for piece in pieces if not piece.spans] for row, pieces in self.rows.items()}
        return {row: _middle(pieces) for row, pieces in single.items() if pieces}


class _Boxed(Protocol):
    @property
    def box(self) -> Box: ...


def around(things: Iterable[_Boxed]) -> Box:
    """The box around some things (one at least)."""
    return union(thing.box for thing in things) or (0.0, 0.0, 0.0, 0.0)


def _middle(pieces: Sequence[Piece]) -> float:
    _, top, _, bottom = min((piece.box for piece in pieces), key=lambda box: box[3] - box[1])
    return (top + bottom) / 2


def place(table: Tag, parts: Sequence[Part]) -> list[TableInk | None]:
    """The table's part of each page, numbered by the rows and columns of the whole; raises Disagreement.

    It is None for a page that only repeats the header.
    """
    for part in parts:
        _check_rows(part)
    grid = _Grid(parts)
    placed = [grid.cells(part) for part in parts]
    _check_places(cell for cells in placed for cell in cells)
    return [_table(table, [cell for _, cell in cells], len(grid.columns)) for cells in placed]


def _table(tag: Tag, cells: Sequence[CellInk], columns: int) -> TableInk | None:
    box = union(cell.cell.box for cell in cells)
    return TableInk(box, columns, tuple(cells), "tags", tag) if box else None


def _check_rows(part: Part) -> None:
    """Raises Disagreement unless the rows stand below each other as the tags have them."""
    for pieces in part.rows.values():
        drawn = [piece.box for piece in pieces if piece.drawn]
        if drawn and max(box[1] for box in drawn) > min(box[3] for box in drawn) - SNAP:
            raise Disagreement("one of its tagged rows lies in several rows of the page")
    if any(upper >= lower for upper, lower in pairwise(part.middles.values())):
        raise Disagreement("its rows are not tagged in the order in which they stand")


def _check_places(cells: Iterable[tuple[Tag | None, CellInk]]) -> None:
    held: dict[tuple[int, int], Tag] = {}
    for tag, found in cells:
        if tag and held.setdefault((found.cell.row, found.cell.column), tag) is not tag:
            raise Disagreement("two of its tagged cells stand in one place")


class _Grid:
    """The rows and columns of a table that may go over several pages."""

    def __init__(self, parts: Sequence[Part]) -> None:
        rows = {row for part in parts for row in part.rows}
        self.rows = {row: number for number, row in enumerate(sorted(rows, key=lambda row: row.order))}
        self.columns = _columns([*self._full_rows(parts)])
        self.bounds = [(left[1] + right[0]) / 2 for left, right in pairwise(self.columns)]
        self.ends: dict[int, float] = defaultdict(float)
        for piece in (piece for part in parts for piece in part.pieces if piece.lines):
            last = self._columns_of(piece)[-1]
            self.ends[last] = max(self.ends[last], around(piece.lines)[2])

    def _full_rows(self, parts: Iterable[Part]) -> Iterator[list[Piece]]:
        """The pieces of each row of each page."""
        for part in parts:
            held: dict[int, list[Piece]] = defaultdict(list)
            for piece in part.pieces:
                if spanned := self._rows_of(piece, part):
                    held[spanned[0]].append(piece)
            yield from held.values()

    def _rows_of(self, piece: Piece, part: Part) -> range:
        """The rows that a piece goes over, none for an empty cell beside no row."""
        _, top, _, bottom = piece.box
        beside = [self.rows[row] for row, middle in part.middles.items() if top <= middle <= bottom]
        if not piece.row or not piece.tag:
            return range(beside[0], beside[-1] + 1) if beside else range(0)
        first = self.rows[piece.row]
        drawn = beside[-1] + 1 if beside and piece.drawn and not piece.spans else 0
        return range(first, min(max(first + piece.tag.row_span, drawn), len(self.rows)))

    def _columns_of(self, piece: Piece) -> range:
        """The columns that a piece goes over."""
        x0, _, x1, _ = piece.box
        if piece.drawn:
            return range(bisect_right(self.bounds, x0 + SNAP), bisect_left(self.bounds, x1 - SNAP) + 1)
        told = piece.tag.column_span if piece.tag else 1
        first = bisect_left(self.bounds, (x0 + x1) / 2 if told == 1 else x0)
        return range(first, min(first + told, len(self.columns)))

    def cells(self, part: Part) -> list[tuple[Tag | None, CellInk]]:
        """The cells of a page, in order, with their tags."""
        found = []
        for piece in part.pieces:
            rows, columns = self._rows_of(piece, part), self._columns_of(piece)
            if rows:
                cell = RuledCell(rows[0], columns[0], len(rows), len(columns), self._box(piece, columns))
                found.append((piece.tag, CellInk(cell, piece.lines, piece.fill, piece.ink)))
        return sorted(found, key=lambda each: (each[1].cell.row, each[1].cell.column))

    def _box(self, piece: Piece, columns: range) -> Box:
        """The box of a piece; where it is not drawn, as wide as the text of its columns goes."""
        x0, top, x1, bottom = piece.box
        return piece.box if piece.drawn else (x0, top, max(x1, self.ends[columns[-1]]), bottom)


def _columns(rows: Sequence[Sequence[Piece]]) -> list[tuple[float, float]]:
    """Where the cells of the fullest rows begin and end, from the left; raises Disagreement."""
    most = max(map(len, rows), default=0)
    full = [sorted(row, key=lambda piece: piece.box[0]) for row in rows if len(row) == most]
    boxes = [around(pieces) for pieces in zip(*full, strict=True)]
    if any(left[2] > right[0] + SNAP for left, right in pairwise(boxes)):
        raise Disagreement("its tagged cells do not stand in columns")
    return [(box[0], box[2]) for box in boxes]
