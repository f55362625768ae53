"""A column a theme, each with its actions in a list that says who and when at its items' ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model import Cell, Grid, Paragraph, Row, Senses
from ..closing import WHEN, WHO, Closing, closing, without
from ..contents import is_timescale
from ..header_rows import header_row
from .made import grid_of, said, titled

_FEWEST = 2  # themes side by side
_MOST = 0.7  # the share of items that say who or when
_NAME_WORDS = 8
_HEADER = ("Theme", "Action", "Lead", "Timescale")

_Item = tuple[Paragraph, Closing | None]


def unpivot_themes(grid: Grid, senses: Senses) -> Grid:
    """The grid with a row for each item below a theme; unchanged where its columns are none."""
    if header_row(grid, senses) is not None:
        return grid
    at = next((n for n, row in enumerate(grid.rows) if len(row.filled) > 1), 0)
    themes, body = grid.rows[at], grid.rows[at + 1 :]
    if not body or not _are_themes(themes, grid.width, senses) or any(len(row.cells) != grid.width for row in body):
        return grid
    items = [[_items(row.cells[column], senses) for row in body] for column in range(grid.width)]
    told = [told for column in items for cell in column for _, told in cell]
    if len(told) <= grid.width or sum(map(_is_told, told)) < _MOST * len(told):
        return grid
    rows = [Row(tuple(map(titled, _HEADER)))]
    for theme, column in zip(themes.cells, items, strict=True):
        rows += [_row(theme, item) for cell in column for item in cell]
    return grid_of([*_above(grid.rows[:at]), *rows], grid, ())


def _are_themes(row: Row, width: int, senses: Senses) -> bool:
    """Are all cells of a row names, and no times?"""
    texts = [cell.text for cell in row.filled]
    is_short = all(len(text.split()) <= _NAME_WORDS for text in texts)
    return width == len(texts) >= _FEWEST and is_short and not any(is_timescale(text, senses) for text in texts)


def _items(cell: Cell, senses: Senses) -> list[_Item]:
    """The paragraphs of a cell, each with what it says of who and when at its end."""
    paragraphs = [paragraph for paragraph in cell.paragraphs if paragraph.text.strip()]
    return [(paragraph, closing(paragraph, senses)) for paragraph in paragraphs]


def _is_told(told: Closing | None) -> bool:
    return told is not None and told.is_apart and told.names(WHEN)


def _row(theme: Cell, item: _Item) -> Row:
    paragraph, told = item
    action = Cell(0, 1, (replace(without(paragraph, told), marker=None),))
    values = told.values if told else ()
    who, when = ([passage for label, passage in values if label == wanted] for wanted in (WHO, WHEN))
    return Row((theme, action, said(who), said(when)))


def _above(rows: Sequence[Row]) -> Iterator[Row]:
    """The title rows above, as wide as the rows are now."""
    yield from (Row((row.filled[0],) * len(_HEADER)) for row in rows if row.filled)
