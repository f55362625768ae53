"""Labelled lines within a column's cells ("… Responsible officer: Head of Finance") become columns of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...model import Cell, Grid, Paragraph, Row, Senses
from ..header_rows import header_row
from ..headers import header_role
from ..labels import Label, labelled_parts
from .made import grid_of, row_of, titled

_ANSWERS = frozenset(("deadline", "owner_officer", "owner_member"))
_LEAST = 2
_MOST = 0.6  # the share of cells with labels of who and when, from which on they are columns
_SURE = 0.75


@dataclass(slots=True)
class _Told:
    """What a cell says without a label, and behind each."""

    plain: list[Paragraph] = field(default_factory=list)
    labelled: dict[str, list[Paragraph]] = field(default_factory=dict)


def part_inner_labels(grid: Grid, senses: Senses) -> Grid:
    """The grid with a column for each label that stands within the cells of one; unchanged where none do."""
    at = header_row(grid, senses)
    if at is None or any(len(row.cells) != grid.width for row in grid.rows[at:]):
        return grid
    for column in range(grid.width):
        labels = _labels(grid, at, column)
        if labels and not _is_of_role(grid.rows[at].cells[column], labels):
            return _parted(grid, at, column, labels)
    return grid


def _is_of_role(header: Cell, labels: dict[str, Label]) -> bool:
    """Do all labels say what the header says anyway ("Corporate Lead Officer: Homes" below "Officer")?"""
    return {label.role[0] for label in labels.values()} == {header_role(header.text)[0]}


def _labels(grid: Grid, at: int, column: int) -> dict[str, Label]:
    """The labels within a column's cells by key, where most cells have some of who or when; else none."""
    cells = list({id(c): c for c in (row.cells[column] for row in grid.rows[at + 1 :]) if not c.is_empty}.values())
    least = max(_LEAST, _MOST * len(cells))
    told: list[list[Label]] = []
    for left, cell in zip(range(len(cells), 0, -1), cells, strict=True):
        if len(told) + left < least:  # as in nearly all columns, soon
            return {}
        labels = _inner(cell)
        told += [labels] if any(_answers(label) for label in labels) else []
    return {label.key: label for labels in told for label in labels} if len(told) >= least else {}


def _answers(label: Label) -> bool:
    role, weight = label.role
    return role in _ANSWERS and weight >= _SURE


def _inner(cell: Cell) -> list[Label]:
    """The labels that open lines of a cell, or stand within them."""
    parts = (part for paragraph in cell.paragraphs for part in labelled_parts(paragraph))
    return [part.label for part in parts if part.label and part.label.text]


def _parted(grid: Grid, at: int, column: int, labels: dict[str, Label]) -> Grid:
    header = grid.rows[at]
    body, cells = grid.rows[at + 1 :], {id(row.cells[column]): row.cells[column] for row in grid.rows[at + 1 :]}
    told = {key: _told(cell, labels) for key, cell in cells.items()}
    is_kept = any(records[0].plain for records in told.values())
    parts = {key: [_cells(cells[key], one, labels, is_kept) for one in records] for key, records in told.items()}
    kept = (header.cells[column],) if is_kept else ()
    names = [titled(label.text.text) for label in labels.values()]
    rows = [*_wider(grid.rows[:at], len(names) - (not is_kept))]
    rows.append(row_of((*header.cells[:column], *kept, *names, *header.cells[column + 1 :]), header))
    for row in body:
        around = row.cells[:column], row.cells[column + 1 :]
        rows += [row_of((*around[0], *one, *around[1]), row) for one in parts[id(row.cells[column])]]
    found = (label.text for row in body for label in _inner(row.cells[column]) if label.key in labels)
    return grid_of(rows, grid, (header.cells[column].passage, *found))


def _told(cell: Cell, labels: dict[str, Label]) -> list[_Told]:
    """What a cell says, in as many records as one label comes again."""
    records = [_Told()]
    held = records[0].plain
    for part in (part for paragraph in cell.paragraphs for part in labelled_parts(paragraph)):
        key = part.label.key if part.label and part.label.key in labels else None
        if key is not None:
            if key in records[-1].labelled:
                records.append(_Told())
            held = records[-1].labelled.setdefault(key, [])
        if part.paragraph.text.strip():
            held.append(part.paragraph)
    return records


def _cells(cell: Cell, told: _Told, labels: dict[str, Label], is_kept: bool) -> list[Cell]:
    """The cells in place of one that is parted; as it was merged down, so are they."""
    plain = [_cell(cell, told.plain)] if is_kept else []
    return [*plain, *(_cell(cell, told.labelled.get(key, ())) for key in labels)]


def _cell(like: Cell, paragraphs: Sequence[Paragraph]) -> Cell:
    return Cell(like.row, like.column, tuple(paragraphs), place=like.place)


def _wider(rows: Sequence[Row], more: int) -> list[Row]:
    """Title rows, their last cell repeated over further columns."""
    return [row_of((*row.cells, *(row.cells[-1],) * more), row) for row in rows]
