"""Which row of a grid names its columns, told by its words and by what stands below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Cell, Grid, Row, Senses
from .contents import is_reference, is_timescale
from .headers import header_role, header_words

PAIR = 2  # columns of which one says what and the other when
_TITLE_ROWS = 8  # how far down a header may stand
_HEADER_WORDS = 20  # in one cell
_NUMBER = re.compile(r"[A-Z]{0,2}\d{1,3}(?:\.\d{1,2})*[a-z]?[.)]?")
_MONEY = re.compile(r"\s*[£€]?\s?\d[\d,.]*\s?(?:k|m|bn|%)?\s*", re.IGNORECASE)
_SENTENCES = re.compile(r"[a-z]{3}\.\s+[A-Z]|\s\S+\s\S+\s[a-z]+\.$")
_LABEL_WORDS = 4
_CLEAR = 0.5
_SURE = 0.8
_MOST = 0.6


def header_row(grid: Grid, senses: Senses) -> int | None:
    """The row of a grid that names its columns, None where none does; only title rows may stand above it."""
    at = _naming_row(grid, senses)
    return 0 if at is None and _stands_over_data(grid, senses) else at


def _naming_row(grid: Grid, senses: Senses) -> int | None:
    """The row of a grid whose words name columns.

    A row of two cells may be a title that happens to hold header words, so a fuller one below it wins.
    """
    narrow: int | None = None
    for index, row in enumerate(grid.rows[:_TITLE_ROWS]):
        names = names_columns(row, senses)
        if len(row.filled) > 2 and not names and _stands_over(row, grid.rows[index + 1 : index + 2], senses):
            continue
        if len(row.filled) > 2:
            return index if names else narrow
        if names and narrow is None:
            narrow = index
    return narrow


def _stands_over_data(grid: Grid, senses: Senses) -> bool:
    """Do labels fill the first row, one of them known, and say what cells below answer or count in two columns?"""
    cells, below = (grid.rows[0].cells, grid.rows[1:]) if len(grid.rows) > PAIR else ((), ())
    if len({id(cell) for cell in cells}) <= PAIR or not all(is_short_label(cell.text) for cell in cells):
        return False
    known = any(header_role(cell.text)[1] >= _CLEAR and not answers(cell.text, senses) for cell in cells)
    return known and sum(_is_over_data(n, cells, below, senses) for n in range(len(cells))) >= PAIR


def _is_over_data(column: int, cells: Sequence[Cell], below: Sequence[Row], senses: Senses) -> bool:
    data = [row.cells[column].text for row in below if column < len(row.cells) and not row.cells[column].is_empty]
    told = sum(_MONEY.fullmatch(text) is not None or answers(text, senses) for text in data)
    return told >= max(PAIR, _SURE * len(data)) and not answers(cells[column].text, senses)


def _stands_over(row: Row, below: Sequence[Row], senses: Senses) -> bool:
    """Does a row name groups of the columns that the row below it names, each over one column at least?"""
    groups = {id(cell) for cell in row.filled}
    return (
        bool(below)
        and len(groups) < len(below[0].filled)
        and all(_may_be_header(cell) and not _is_datum(cell, senses) for cell in row.filled)
        and headerness(below[0]) > PAIR
        and names_columns(below[0], senses)
    )


def split_header(grid: Grid, at: int) -> tuple[tuple[Cell, ...], tuple[Row, ...]]:
    """The header's cells and the rows below it; a second header row names the parts of cells that span several."""
    top, below = grid.rows[at].cells, grid.rows[at + 1 :]
    if not below or not _names_parts(top, below[0].cells):
        return top, below
    return tuple(low if not low.is_empty else high for high, low in zip(top, below[0].cells, strict=True)), below[1:]


def is_headed_twice(grid: Grid, senses: Senses) -> bool:
    """Does a grid's header take two rows, the upper one naming groups of columns, and no row below name others?"""
    at = header_row(grid, senses)
    if at is None:
        return False
    top, *below = grid.rows[at:]
    is_below = at > 0 and _shares(grid.rows[at - 1].cells, top.cells)
    names = header_key(top.cells)
    again = (row for row in below[1:] if header_key(row.cells) != names)
    parted = is_below or (bool(below) and _names_parts(top.cells, below[0].cells))
    return parted and not any(names_columns(row, senses) for row in again)


def _names_parts(top: Sequence[Cell], low: Sequence[Cell]) -> bool:
    """Does a row below the header name what stands below its groups, most of that in known words?"""
    if len(low) != len(top):
        return False
    own = [index for index, cell in enumerate(low) if not cell.is_empty and not any(cell is other for other in top)]
    known = [index for index in own if header_role(low[index].text)[1] >= _CLEAR and _may_be_header(low[index])]
    told = len(known) >= _MOST * len(own) and all(index in known or is_short_label(low[index].text) for index in own)
    return len(own) > 1 and told and (_shares(top, low) or sum(_is_spanned(top, index) for index in own) > 1)


def _shares(top: Sequence[Cell], low: Sequence[Cell]) -> bool:
    """Does a cell of a row reach down into the next?"""
    return any(not cell.is_empty and cell is other for cell, other in zip(top, low, strict=False))


def _is_spanned(top: Sequence[Cell], index: int) -> bool:
    """Is a place of the header row empty, or part of a cell that reaches over the next one?"""
    beside = [top[other] for other in (index - 1, index + 1) if 0 <= other < len(top)]
    follows_empty = index + 1 < len(top) and top[index + 1].is_empty
    return top[index].is_empty or follows_empty or any(cell is top[index] for cell in beside)


def headerness(row: Row) -> float:
    """The number of roles the row's cells clearly name; 0 where most of them name none."""
    filled = row.filled
    if len(filled) < 2 or not all(_may_be_header(cell) for cell in filled):
        return 0.0
    roles = [header_role(cell.text) for cell in filled]
    clear = {role for role, weight in roles if weight >= _CLEAR}
    share = sum(weight >= _CLEAR for _, weight in roles) / len(roles)
    told = clear - {"extra", "number"}
    return float(len(clear)) if told and len(clear) > 1 and (share >= 0.5 or len(told) > 2) else 0.0


def names_columns(row: Row, senses: Senses) -> bool:
    """Does the row name two roles and hold no datum, or three and only one that looks like a datum, or but periods?"""
    roles, data = headerness(row), [cell.text.strip() for cell in row.filled if _is_datum(cell, senses)]
    return roles >= 2 + min(len(data), 1) and (len(data) <= 1 or all(_is_dated(text, senses) for text in data))


def _is_datum(cell: Cell, senses: Senses) -> bool:
    """Is it what a cell of a plan says (a status, an owner, a date), and no header ("Progress at 31 March 2024")?"""
    text = cell.text.strip()
    if header_role(text)[1] >= _SURE:
        return False
    return _is_dated(text, senses) or senses.is_status(text) or senses.is_owner(text)


def _is_dated(text: str, senses: Senses) -> bool:
    return any(character.isdigit() for character in text) and is_timescale(text, senses)


def _may_be_header(cell: Cell) -> bool:
    """Is it a label: no sentences, and not a row's own number?"""
    text = cell.text.strip()
    return len(text.split()) <= _HEADER_WORDS and not _NUMBER.fullmatch(text) and not _SENTENCES.search(text)


def is_short_label(text: str) -> bool:
    """Is it a few words, the first in a capital, as labels are?"""
    words = text.split()
    return 0 < len(words) <= _LABEL_WORDS and words[0][0].isupper() and text.strip()[-1].isalpha()


def answers(text: str, senses: Senses) -> bool:
    """Does a cell say by when, who, how far or which?"""
    return is_timescale(text, senses) or senses.is_owner(text) or senses.is_status(text) or is_reference(text.strip())


def header_key(header: Sequence[Cell]) -> list[tuple[str, ...]]:
    """The words of a header's cells: the same for a header that says the same."""
    return [header_words(cell.text) for cell in header]
