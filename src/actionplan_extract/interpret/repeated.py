"""Header rows told by standing above several tables, whatever their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..model import Grid, Senses
from .header_rows import answers, header_key, header_row
from .headers import header_role

_LEAST = 2  # tables that open alike
_WORDS = 8
_CLEAR = 0.5
_LABEL = re.compile(r"\s*[A-Z].*[A-Za-z][)?:]{0,2}\s*", re.DOTALL)

Opening = tuple[int, tuple[tuple[str, ...], ...]]
"""A row that may be a header, and its words."""


def header_rows(grids: Sequence[Grid], senses: Senses) -> list[int | None]:
    """The row of each grid that names its columns, None where none does: a row of labels that opens several does."""
    opening = [_opening(grid, senses) for grid in grids]
    seen = Counter(one[1] for one in opening if one)
    known = [header_row(grid, senses) for grid in grids]
    again = [one[0] if one and seen[one[1]] >= _LEAST else None for one in opening]
    return [other if at is None else at for at, other in zip(known, again, strict=True)]


def _opening(grid: Grid, senses: Senses) -> Opening | None:
    """The first row of several cells, where others follow and all its cells are labels, none of them an answer."""
    at = next((n for n, row in enumerate(grid.rows[:-1]) if len(row.filled) > 1), None)
    cells = grid.rows[at].filled if at is not None else ()
    if at is None or len(cells) < grid.width or not all(_is_label(cell.text, senses) for cell in cells):
        return None
    return at, tuple(header_key(cells))


def _is_label(text: str, senses: Senses) -> bool:
    """Is it a few words that begin and end as labels do, known to name a column or saying nothing of who and when?"""
    if len(text.split()) > _WORDS or not _LABEL.fullmatch(text):
        return False
    return header_role(text)[1] >= _CLEAR or not answers(text, senses)
