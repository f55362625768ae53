"""Which grids are plan tables, which of them are one table that goes on, and what their columns are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import Cell, Column, Grid, Notice, Paragraph, Row, Senses
from ..passage import Passage
from .colours import with_ratings
from .columns import assign_roles
from .contents import is_timescale, names_plan
from .fit import fit_row
from .headed import headed
from .header_rows import PAIR, answers, header_key, headerness, is_short_label, names_columns, split_header
from .headers import header_role
from .labels import GOES_ON
from .repeated import header_rows

_DEEPEST = 40  # how far down a header is looked for below another table
_LETTERS = re.compile(r"\s*[A-Z][A-Za-z]?\s*")
_CLEAR = 0.5
_MANY = 0.4
_OF_GLOSSARIES = frozenset(("meaning", "definition", "abbreviation", "acronym"))
# Columns of registers (of planning applications, road works, vacancies), whose rows say what others do or did.
_OF_VERSIONS = frozenset(("version", "version no", "version no.", "version number", "revision", "draft"))
_OF_REGISTERS = frozenset(
    ("address", "applicant", "contractor", "location", "postcode", "salary", "site address", "supplier", "ward", "road")
)
_ANSWERED_BY = frozenset(("deadline", "status", "progress", "owner_officer", "owner_member", "recommendation"))


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that stand together below the same paragraphs; `grid` is None where they stand in no table."""

    rows: tuple[Row, ...]
    above: tuple[Paragraph, ...]
    grid: int | None = None


@dataclass(frozen=True, slots=True)
class PlanTable:
    """A table of the plan, put together from the grids or paragraphs it stands in.

    `titles` are all texts of its header rows and titles that say it goes on, or where it is `labelled`, all its labels.
    """

    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    titles: tuple[Passage, ...] = ()
    notices: tuple[Notice, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    labelled: bool = False

    @property
    def grids(self) -> tuple[int, ...]:
        """The indices of the document's tables it was read from."""
        return tuple(section.grid for section in self.sections if section.grid is not None)

    @property
    def roles(self) -> frozenset[str]:
        """The roles its columns have."""
        return frozenset(column.role for column in self.columns)

    def indices(self, *roles: str) -> tuple[int, ...]:
        """The columns that have one of the roles."""
        return tuple(column.index for column in self.columns if column.role in roles)


@dataclass(frozen=True, slots=True)
class _Run:
    """A header row (empty where there is none) with the sections that stand under it."""

    header: tuple[Cell, ...]
    width: int
    sections: tuple[Section, ...]
    titles: tuple[Passage, ...] = ()


def plan_tables(grids: Sequence[Grid], senses: Senses) -> tuple[PlanTable, ...]:
    """The plan tables in reading order."""
    at = header_rows(grids, senses)
    found = ((_plan_table(run, senses), bool(run.header)) for run in _runs(headed(grids, at, senses), at, senses))
    return tuple(table for table, has_header in found if _is_plan(table, has_header, senses))


def _runs(grids: Sequence[Grid], headers: Sequence[int | None], senses: Senses) -> Iterator[_Run]:
    """The grids, each with its header row, gathered into runs that share a header."""
    held: _Run | None = None
    for grid, at in (piece for whole in zip(grids, headers, strict=True) for piece in _pieces(*whole, senses)):
        header, rows = split_header(grid, at) if at is not None else ((), grid.rows)
        section = Section(_body(rows), _above(grid, at), grid.index)
        if held is not None and _goes_on(held, header, grid, senses):
            titles = (*held.titles, *grid.titles, *_going_on(grid))
            held = replace(held, sections=(*held.sections, section), titles=titles)
            continue
        if held is not None:
            yield held
        titles = (*grid.titles, *(cell.passage for cell in (*_titles(grid, at), *header)))
        held = _Run(header, len(header) or grid.width, (section,), titles)
    if held is not None:
        yield held


def _pieces(grid: Grid, at: int | None, senses: Senses) -> Iterator[tuple[Grid, int | None]]:
    """The grid and its header row; in two where none at its top names columns but a later row surely does.

    Another table stands above it then.
    """
    below = range(1, min(len(grid.rows), _DEEPEST)) if at is None else ()
    cut = next((n for n in below if headerness(grid.rows[n]) > PAIR and names_columns(grid.rows[n], senses)), None)
    if cut is None:
        yield grid, at
    else:
        yield replace(grid, rows=grid.rows[:cut]), None
        yield replace(grid, rows=grid.rows[cut:], above=()), 0


def _titles(grid: Grid, at: int | None) -> tuple[Cell, ...]:
    """The cells of the header row, and of rows above it that name groups of columns."""
    rows = grid.rows[: at + 1] if at is not None else ()
    return tuple(cell for n, row in enumerate(rows) for cell in row.filled if n == at or len(row.filled) > PAIR)


def _going_on(grid: Grid) -> Iterator[Passage]:
    """The titles across a grid that say of a heading above that it goes on."""
    cells = (row.filled[0] for row in grid.rows if len(row.filled) == 1)
    yield from (cell.passage for cell in cells if GOES_ON.search(cell.text))


def _body(rows: Sequence[Row]) -> tuple[Row, ...]:
    kept = tuple(row for row in rows if row.filled)
    return (replace(kept[0], after_break=True), *kept[1:]) if kept else ()


def _above(grid: Grid, header: int | None) -> tuple[Paragraph, ...]:
    """The paragraphs above a grid, title rows within it counted among them."""
    above = (row for row in grid.rows[: header or 0] if len(row.filled) <= PAIR)
    titles = [p for row in above for cell in row.filled for p in cell.paragraphs]
    return (*grid.above, *titles)


def _goes_on(run: _Run, header: Sequence[Cell], grid: Grid, senses: Senses) -> bool:
    """Does the grid go on with the run's table: the same header again, or none and no more columns?"""
    if header:
        return header_key(header) == header_key(run.header)
    if grid.width > run.width or (grid.width < run.width and (grid.page is not None or grid.above)):
        return False
    return not _names_other_columns(grid, senses) and not _is_legend(grid, senses)


def _names_other_columns(grid: Grid, senses: Senses) -> bool:
    """Is the first row a header of no known words (of a glossary, a contact list): labels that answer nothing?"""
    cells = grid.rows[0].cells if len(grid.rows) > 1 else ()
    if any(header_role(cell.text) == ("extra", 1.0) for cell in cells):
        return True
    return len(cells) > 1 and all(is_short_label(cell.text) and not answers(cell.text, senses) for cell in cells)


def _is_legend(grid: Grid, senses: Senses) -> bool:
    """Does it say what the colours, statuses or letters of a plan mean?"""
    if grid.width != PAIR:
        return False
    signs = [row.cells[0].text.strip() for row in grid.rows]
    letters = [_LETTERS.fullmatch(row.cells[0].text) and is_timescale(row.cells[-1].text, senses) for row in grid.rows]
    return all(letters) or 2 * sum(senses.is_status(sign) for sign in signs) >= len(signs)


def _plan_table(run: _Run, senses: Senses) -> PlanTable:
    rows = [row for section in run.sections for row in section.rows if len(row.cells) == run.width]
    columns, notices = assign_roles(_wide(run.header, run.width), rows, senses)
    found = list(notices)
    sections = []
    for section in run.sections:
        fitted = [fit_row(row, columns, senses) for row in section.rows]
        found += [notice for _, notice in fitted if notice]
        sections.append(replace(section, rows=tuple(row for row, _ in fitted)))
    fitted_rows = [row for section in sections for row in section.rows]
    return PlanTable(with_ratings(columns, fitted_rows), tuple(sections), run.titles, tuple(found))


def _wide(header: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    return (*header, *(Cell(0, column) for column in range(len(header), width))) if header else ()


def _is_plan(table: PlanTable, has_header: bool, senses: Senses) -> bool:
    """Does the table say what is to be done, and who does it, when, or how far it has got?"""
    if "action" not in table.roles or not any(section.rows for section in table.sections):
        return False
    if has_header and _is_register(table):
        return False
    answered = table.roles & _ANSWERED_BY
    if not has_header:
        told = bool(answered & {"deadline", "owner_officer", "owner_member"})
        return told and (len(table.columns) > PAIR or _speaks_of_tasks(table, senses))
    action = next(column for column in table.columns if column.role == "action")
    return bool(answered) and action.confidence >= _CLEAR


def _speaks_of_tasks(table: PlanTable, senses: Senses) -> bool:
    """Does a paragraph above say that a plan follows, or do many rows begin as tasks do?

    Dates beside texts are as well those of events, collections or a town's history.
    """
    if any(names_plan(paragraph.text) for section in table.sections for paragraph in section.above):
        return True
    (column,) = table.indices("action")
    texts = [row.cells[column].text for section in table.sections for row in section.rows if len(row.filled) > 1]
    return bool(texts) and sum(map(senses.is_task, texts)) >= _MANY * len(texts)


def _is_register(table: PlanTable) -> bool:
    """Does a column name what a glossary or register has, while none surely names an action or says by when?"""
    titles = [" ".join(column.header.text.casefold().split()) for column in table.columns]
    if _OF_GLOSSARIES.intersection(titles):
        return True
    if any("action" in title for title in titles):
        return False
    if _OF_VERSIONS.intersection(titles):  # whose dates are those of the document
        return True
    sure = any(
        column.role == "deadline" and header_role(column.header.text)[0] == "deadline" for column in table.columns
    )
    return not sure and any(title in _OF_REGISTERS for title in titles)
