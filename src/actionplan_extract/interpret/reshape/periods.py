"""Columns that stand for periods: a tick below "Q1" says when, a text below "Year 1 (2025/26)" what is done then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ...model import Cell, Grid, Row, Senses
from ...passage import Passage, join
from ..contents import is_timescale
from ..headers import header_role
from .made import grid_of, row_of, said, titled

_DEEPEST = 4  # rows that may be the header
_FEWEST = 2  # periods side by side
_MARK = re.compile(r"[✓✔☑√✗✘×●•■▪◼◆★*\uf0fc\uf050\uf0a7xXyY]{1,2}|[Yy]es|ü")
_NOTHING = re.compile(r"[\s–—.-]*")  # what a cell may hold in whose period nothing is done
_YEAR = re.compile(r"(?:19|20)\d\d")
_PERIODS = frozenset(("point", "range", "relative"))
_MAY_STAND = frozenset(("deadline", "action", "extra"))  # roles that a period's own words may speak for
_SOME, _MOST = 0.3, 0.7  # the shares of texts that begin as tasks do, and that are no mere names, where all are tasks
_CLEAR = 0.5
_WORDS, _NAME_WORDS = 3, 10  # of a text, at least, and of what names a period, at most


def unpivot_periods(grid: Grid, senses: Senses) -> Grid:
    """The grid with a column of timescales in place of those for periods; unchanged where it has none.

    A row of ticks stays one row; one of texts becomes as many as it has texts, each an action in its period.
    """
    for at, row in enumerate(grid.rows[:_DEEPEST]):
        periods = _periods(row, senses)
        if len(periods) >= _FEWEST and len(row.cells) == grid.width:
            return _unpivoted(grid, at, periods, senses)
    return grid


def _periods(row: Row, senses: Senses) -> list[int]:
    """The columns side by side, the most there are, whose headers are periods, each its own."""
    seen = [cell.text for cell in row.cells]
    named = [_is_period(cell.text, senses) and seen.count(cell.text) == 1 for cell in row.cells]
    runs = [[n for n, _ in run] for is_one, run in groupby(enumerate(named), key=lambda one: one[1]) if is_one]
    return max(runs, key=len, default=[])


def _is_period(text: str, senses: Senses) -> bool:
    if len(text.split()) > _NAME_WORDS or senses.is_task(text) or header_role(text)[0] not in _MAY_STAND:
        return False
    entries = senses.entries(text) if is_timescale(text, senses) else ()
    return bool(entries) and all(entry.kind in _PERIODS for entry in entries)


def _unpivoted(grid: Grid, at: int, periods: Sequence[int], senses: Senses) -> Grid:
    body = [row for row in grid.rows[at + 1 :] if len(row.cells) == grid.width]
    if len(body) < len(grid.rows) - at - 1:
        return grid
    held = [row.cells[n] for row in body for n in periods if not _is_across(row, n)]
    texts = [cell.text.strip() for cell in held if not _NOTHING.fullmatch(cell.text)]
    names = {n: _named(grid, at, n, senses) for n in periods}
    if _are_marks(texts) or (not texts and _is_painted(body, periods)):
        return _ticked(grid, at, names)
    asked = [row.cells[0].text for row in grid.rows[: at + 1]]
    others = [grid.rows[at].cells[n].text for n in range(grid.width) if n not in names]
    if _are_tasks(texts, senses) and not any(map(_is_measured_or_done, (*asked, *others))):
        return _listed(grid, at, names)
    return grid


def _is_across(row: Row, column: int) -> bool:
    """Is it part of a cell that reaches over others, as headings within a table do?"""
    return sum(cell is row.cells[column] for cell in row.cells) > 1


def _are_marks(texts: Sequence[str]) -> bool:
    return bool(texts) and all(_MARK.fullmatch(text) for text in texts)


def _is_painted(rows: Sequence[Row], periods: Sequence[int]) -> bool:
    """Are some of the empty cells, but not all, coloured otherwise than the rest of their row?"""
    painted = sum(len(_painted(row, periods)) for row in rows)
    return 0 < painted < len(rows) * len(periods)


def _painted(row: Row, periods: Sequence[int]) -> list[int]:
    """The columns in which a row is coloured otherwise than the rest of it."""
    plain = {cell.fill for n, cell in enumerate(row.cells) if n not in periods}
    return [n for n in periods if row.cells[n].fill not in {None, *plain}]


def _are_tasks(texts: Sequence[str], senses: Senses) -> bool:
    told = sum(senses.is_task(text) for text in texts)
    worded = sum(len(text.split()) >= _WORDS for text in texts)
    return len(texts) > 1 and worded >= _MOST * len(texts) and told >= _SOME * len(texts)


def _is_measured_or_done(text: str) -> bool:
    """Does a header beside the periods say what is measured, or what is done?"""
    role, weight = header_role(text)
    return role in ("action", "outcome") and weight >= _CLEAR and "objective" not in text.casefold()


def _named(grid: Grid, at: int, column: int, senses: Senses) -> Passage:
    """The period of a column, with the year that stands above several where its own words say none."""
    name = grid.rows[at].cells[column].passage.collapse()
    years = [row.cells[column].passage.collapse() for row in grid.rows[:at] if column < len(row.cells)]
    year = next((one for one in years if _YEAR.search(one.text) and is_timescale(one.text, senses)), None)
    return join(" ", [name, year]) if year and not _YEAR.search(name.text) else name


def _ticked(grid: Grid, at: int, names: dict[int, Passage]) -> Grid:
    """The grid with a timescale in each row in place of its ticks."""
    rows = [_closed(grid.rows[at], names, titled("Timescale"))]
    for row in grid.rows[at + 1 :]:
        stretches = _stretches(_marked(row, list(names)))
        when = said(_stretch(names, first, last) for first, last in stretches)
        rows.append(_closed(row, names, row.cells[min(names)] if _is_across(row, min(names)) else when))
    return grid_of([*_above(grid, at, rows[0]), *rows], grid, _titles(grid, at))


def _marked(row: Row, periods: Sequence[int]) -> list[int]:
    """The columns in which a row is ticked, or else coloured."""
    return [n for n in periods if not _NOTHING.fullmatch(row.cells[n].text)] or _painted(row, periods)


def _stretches(columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last of columns that stand side by side."""
    for _, run in groupby(enumerate(columns), key=lambda one: one[1] - one[0]):
        side_by_side = [column for _, column in run]
        yield side_by_side[0], side_by_side[-1]


def _stretch(names: dict[int, Passage], first: int, last: int) -> Passage:
    return names[first] if first == last else join(" – ", [names[first], names[last]])


def _listed(grid: Grid, at: int, names: dict[int, Passage]) -> Grid:
    """The grid with a row for each text below a period."""
    rows = [_closed(grid.rows[at], names, titled("Action"), titled("Timescale"))]
    for row in grid.rows[at + 1 :]:
        if _is_across(row, min(names)):
            rows.append(_closed(row, names, row.cells[min(names)], row.cells[min(names)]))
            continue
        told = [(cell, said([names[n]])) for n in names for cell in _items(row.cells[n])]
        rows += [_closed(row, names, action, when) for action, when in told]
    return grid_of([*_above(grid, at, rows[0]), *rows], grid, _titles(grid, at))


def _items(cell: Cell) -> list[Cell]:
    """A cell for each item of a list that a cell is; else the cell, or none where it says nothing."""
    told = [paragraph for paragraph in cell.paragraphs if not _NOTHING.fullmatch(paragraph.text)]
    if len(told) > 1 and all(paragraph.is_item for paragraph in told) and len({one.level for one in told}) == 1:
        return [replace(cell, paragraphs=(replace(paragraph, marker=None),)) for paragraph in told]
    return [cell] if told else []


def _titles(grid: Grid, at: int) -> list[Passage]:
    """What names the columns and groups of them."""
    return [cell.passage for row in grid.rows[: at + 1] for cell in row.filled]


def _closed(row: Row, names: dict[int, Passage], *cells: Cell) -> Row:
    """The row with these cells in place of those for periods."""
    before = row.cells[: min(names)]
    return row_of((*before, *cells, *row.cells[max(names) + 1 :]), row)


def _above(grid: Grid, at: int, header: Row) -> list[Row]:
    """The title rows above the header, but for those that name groups of columns."""
    titles = [row for row in grid.rows[:at] if len(row.filled) == 1]
    return [row_of((row.filled[0],) * len(header.cells), row) for row in titles]
