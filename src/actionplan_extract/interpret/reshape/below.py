"""Labelled rows across a table, each below the row that it says more of ("Update: …"), become columns."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Cell, Grid, Paragraph, Row, Senses
from ..header_rows import header_row
from ..labels import Label, labelled_parts
from .made import grid_of, row_of, titled

_MORE = frozenset(("outcome", "resources", "status", "progress", "extra"))
_HEADING = frozenset(("outcome", "resources", "extra"))  # "Outcome: safer streets" may as well be a heading
_SURE = 0.75
_MOST = 0.7  # the share of rows that have one below them, from which on it is no heading of those that follow

_Said = dict[str, tuple[Label, tuple[Paragraph, ...]]]
"""What stands behind labels, by their keys."""


def lift_rows_below(grid: Grid, senses: Senses) -> Grid:
    """The grid with a column for each label of rows that say more of those above them; unchanged without such."""
    at = header_row(grid, senses)
    start = 0 if at is None else at + 1
    rows = _gathered(grid.rows[start:])
    labels = {key: label for _, said in rows for key, (label, _) in said.items()}
    if not labels or any(len(row.cells) != grid.width for row in grid.rows) or not _are_below(rows, labels):
        return grid
    names = [titled(label.text.text) for label in labels.values()]
    above = [_wider(row, names if n == at else row.cells[-1:] * len(names)) for n, row in enumerate(grid.rows[:start])]
    below = [_wider(row, [_cell(row, said, key) for key in labels]) for row, said in rows]
    return grid_of([*above, *below], grid, (label.text for _, said in rows for label, _ in said.values()))


def _wider(row: Row, more: Sequence[Cell]) -> Row:
    return row_of((*row.cells, *more), row)


def _gathered(body: Sequence[Row]) -> list[tuple[Row, _Said]]:
    """The rows with what those below them say of them; none where such a row stands below nothing."""
    rows: list[tuple[Row, _Said]] = []
    for row in body:
        said = _said(row)
        if said and not (rows and len(rows[-1][0].filled) > 1):
            return []
        if said:
            rows[-1] = (rows[-1][0], rows[-1][1] | said)
        else:
            rows.append((row, {}))
    return rows


def _said(row: Row) -> _Said:
    """What a row across the table says behind labels; empty for another row."""
    if len(row.filled) != 1 or row.cells[0].is_empty:
        return {}
    found: _Said = {}
    label: Label | None = None
    for part in (part for paragraph in row.cells[0].paragraphs for part in labelled_parts(paragraph)):
        label = part.label or label
        if label is None or not _says_more(label) or not part.paragraph.text.strip():
            return {}
        found[label.key] = (label, (*found.get(label.key, (label, ()))[1], part.paragraph))
    return found


def _says_more(label: Label) -> bool:
    role, weight = label.role
    return role in _MORE and weight >= _SURE and not label.number


def _are_below(rows: Sequence[tuple[Row, _Said]], labels: dict[str, Label]) -> bool:
    """Do they say more of what stands above them, and are no headings of what follows?"""
    own = [said for row, said in rows if len(row.filled) > 1]
    may_head = any(label.role[0] in _HEADING for label in labels.values())
    return not may_head or sum(map(bool, own)) >= _MOST * len(own)


def _cell(row: Row, said: _Said, key: str) -> Cell:
    return Cell(row.cells[0].row, len(row.cells), said[key][1] if key in said else ())
