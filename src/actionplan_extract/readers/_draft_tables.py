"""Tables of a word processor: frames taken off, nested ones made text, grids made columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ._drafts import Draft, DraftBlock, DraftCell, DraftTable, Run
from ._nested import Box, unnested

NARROWEST = 14.0  # points: less holds no letter between a cell's margins, so it is no column


def unframed(blocks: Iterable[DraftBlock]) -> Iterator[DraftBlock]:
    """The blocks, with what stands in a frame (a table that merely holds others) in the frame's place."""
    for block in blocks:
        if isinstance(block, DraftTable) and _is_frame(block):
            for cell in block.cells:
                yield from unframed(cell.blocks)
        elif isinstance(block, Draft) or block.cells:
            yield block


def _is_frame(table: DraftTable) -> bool:
    """Does it hold tables, and nothing beside them?"""
    if not any(isinstance(block, DraftTable) for cell in table.cells for block in cell.blocks):
        return False
    return all(sum(not cell.is_empty for cell in row) <= 1 for row in _rows(table))


def _rows(table: DraftTable) -> list[list[DraftCell]]:
    return [list(cells) for _, cells in groupby(table.cells, key=lambda cell: cell.row)]


def flattened(blocks: Iterable[DraftBlock]) -> Iterator[Draft]:
    """The paragraphs of a cell, among them those of tables within it: a row of single lines is one line."""
    for block in blocks:
        if isinstance(block, Draft):
            yield block
            continue
        for row in _rows(block):
            cells = [[draft for draft in flattened(cell.blocks) if not draft.is_empty] for cell in row]
            is_single = all(len(held) <= 1 for held in cells)
            yield from [_line(cells)] if is_single else (draft for held in cells for draft in held)


def _line(cells: Sequence[Sequence[Draft]]) -> Draft:
    """Paragraphs that stand beside each other as one, parted by tabs."""
    filled = [cell[0] for cell in cells if cell]
    if len(filled) == 1:
        return filled[0]
    texts = [(*((Run(draft.label + " "),) if draft.label else ()), *draft.runs) for draft in filled]
    return Draft(tuple(run for n, runs in enumerate(texts) for run in ((Run("\t"),) if n else ()) + tuple(runs)))


def columned(table: DraftTable) -> tuple[tuple[DraftCell, ...], int]:
    """The cells in the columns that are to be seen, and how many these are.

    A program's grid has an edge for every cell's side; edges nearly at one place are one.
    """
    cells = _in_order(table) or _snapped(table) or table.cells
    used = sorted({side for cell in cells for side in (cell.start, cell.end)})
    column = {side: number for number, side in enumerate(used)}
    found = tuple(replace(cell, start=column[cell.start], end=column[cell.end]) for cell in cells)
    whole = unnested(_boxes(found), _inner_boxes, _words)
    if whole is None:
        return found, len(used) - 1
    return tuple(map(_cell, whole)), max(box.column + box.column_span for box in whole)


def _boxes(cells: Iterable[DraftCell]) -> list[Box[DraftCell]]:
    return [Box(cell, cell.row, cell.start, cell.row_span, cell.end - cell.start) for cell in cells]


def _cell(box: Box[DraftCell]) -> DraftCell:
    end = box.column + box.column_span
    return replace(box.held, row=box.row, start=box.column, end=end, row_span=box.row_span)


def _inner_boxes(cell: DraftCell) -> list[Box[DraftCell]] | None:
    """The cells of the table that a cell holds, None where it holds none or more than that."""
    match [block for block in cell.blocks if not (isinstance(block, Draft) and block.is_empty)]:
        case [DraftTable() as table] if table.cells:
            return _boxes(columned(table)[0])
    return None


def _words(cell: DraftCell) -> str:
    return "\n".join(draft.text for draft in flattened(cell.blocks))


def _in_order(table: DraftTable) -> tuple[DraftCell, ...]:
    """The cells by their order in the row, where each row has as many; else none.

    The sides of rows that were dragged about do not match, though their cells do. A row of one cell that
    goes across all is left as it is.
    """
    last = max(cell.end for cell in table.cells)
    rows = _rows(table)
    counts = {len(row) for row in rows if row[0].end - row[0].start < last}
    if len(counts) != 1 or not all(_is_unbroken(row, last) for row in rows):
        return ()
    width = counts.pop()
    return tuple(
        replace(cell, start=place if len(row) > 1 else 0, end=place + 1 if len(row) > 1 else width)
        for row in rows
        for place, cell in enumerate(row)
    )


def _is_unbroken(row: Sequence[DraftCell], last: int) -> bool:
    """Does the row begin at the left, end at the right, leave nothing out and reach into no other?"""
    ends = [0, *(cell.end for cell in row)]
    follows = all(cell.start == end and cell.row_span == 1 for end, cell in zip(ends[:-1], row, strict=True))
    return follows and ends[-1] == last


def _snapped(table: DraftTable) -> tuple[DraftCell, ...]:
    """The cells with edges nearly at one place made one; none where that would swallow text."""
    if len(table.edges) <= max(cell.end for cell in table.cells):
        return ()
    place: list[int] = []
    for edge, position in enumerate(table.edges):
        near = bool(place) and position - table.edges[place[-1]] < NARROWEST
        place.append(place[-1] if near else edge)
    moved = [replace(cell, start=place[cell.start], end=place[cell.end]) for cell in table.cells]
    if any(cell.start == cell.end and not cell.is_empty for cell in moved):
        return ()
    return tuple(cell for cell in moved if cell.start < cell.end)
