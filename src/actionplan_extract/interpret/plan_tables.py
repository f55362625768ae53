"""Which grids are plan tables, which of them are one table that goes on, and what their columns are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import Cell, Column, Grid, Notice, Paragraph, Row, Senses
from ..passage import Passage
from .colours import with_ratings
from .columns import assign_roles
from .contents import is_reference, is_timescale, names_plan
from .fit import fit_row
from .headed import headed
from .headers import header_role, header_words
from .labels import GOES_ON

_TITLE_ROWS = 8  # how far down a header may stand
_DEEPEST = 40  # how far down a header is looked for below another table
_HEADER_WORDS = 20  # in one cell
_NUMBER = re.compile(r"[A-Z]{0,2}\d{1,3}(?:\.\d{1,2})*[a-z]?[.)]?")
_MONEY = re.compile(r"\s*[£€]?\s?\d[\d,.]*\s?(?:k|m|bn|%)?\s*", re.IGNORECASE)
_LETTERS = re.compile(r"\s*[A-Z][A-Za-z]?\s*")
_SENTENCES = re.compile(r"[a-z]{3}\.\s+[A-Z]|\s\S+\s\S+\s[a-z]+\.$")
_LABEL_WORDS = 4
_CLEAR = 0.5
_SURE = 0.8
_PAIR = 2  # columns of which one says what and the other when
_MANY, _MOST = 0.4, 0.6
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
    grids = headed(grids, [header_row(grid, senses) for grid in grids], senses)
    found = ((_plan_table(run, senses), bool(run.header)) for run in _runs(grids, senses))
    return tuple(table for table, has_header in found if _is_plan(table, has_header, senses))


def _runs(grids: Sequence[Grid], senses: Senses) -> Iterator[_Run]:
    """The grids gathered into runs that share a header."""
    held: _Run | None = None
    for grid, at in (piece for whole in grids for piece in _pieces(whole, senses)):
        header, rows = _header(grid, at) if at is not None else ((), grid.rows)
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


def _pieces(grid: Grid, senses: Senses) -> Iterator[tuple[Grid, int | None]]:
    """The grid and its header row; in two where none at its top names columns but a later row surely does.

    Another table stands above it then.
    """
    at = header_row(grid, senses)
    below = range(1, min(len(grid.rows), _DEEPEST)) if at is None else ()
    cut = next((n for n in below if _headerness(grid.rows[n]) > _PAIR and _names_columns(grid.rows[n], senses)), None)
    if cut is None:
        yield grid, at
    else:
        yield replace(grid, rows=grid.rows[:cut]), None
        yield replace(grid, rows=grid.rows[cut:], above=()), 0


def _titles(grid: Grid, at: int | None) -> tuple[Cell, ...]:
    """The cells of the header row, and of rows above it that name groups of columns."""
    rows = grid.rows[: at + 1] if at is not None else ()
    return tuple(cell for n, row in enumerate(rows) for cell in row.filled if n == at or len(row.filled) > _PAIR)


def _going_on(grid: Grid) -> Iterator[Passage]:
    """The titles across a grid that say of a heading above that it goes on."""
    cells = (row.filled[0] for row in grid.rows if len(row.filled) == 1)
    yield from (cell.passage for cell in cells if GOES_ON.search(cell.text))


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
        names = _names_columns(row, senses)
        if len(row.filled) > 2 and not names and _stands_over(row, grid.rows[index + 1 : index + 2], senses):
            continue
        if len(row.filled) > 2:
            return index if names else narrow
        if names and narrow is None:
            narrow = index
    return narrow


def _stands_over_data(grid: Grid, senses: Senses) -> bool:
    """Do labels fill the first row, one of them known, and say what cells below answer or count in two columns?"""
    cells, below = (grid.rows[0].cells, grid.rows[1:]) if len(grid.rows) > _PAIR else ((), ())
    if len({id(cell) for cell in cells}) <= _PAIR or not all(_is_label(cell.text) for cell in cells):
        return False
    known = any(header_role(cell.text)[1] >= _CLEAR and not _answers(cell.text, senses) for cell in cells)
    return known and sum(_is_over_data(n, cells, below, senses) for n in range(len(cells))) >= _PAIR


def _is_over_data(column: int, cells: Sequence[Cell], below: Sequence[Row], senses: Senses) -> bool:
    data = [row.cells[column].text for row in below if column < len(row.cells) and not row.cells[column].is_empty]
    told = sum(_MONEY.fullmatch(text) is not None or _answers(text, senses) for text in data)
    return told >= max(_PAIR, _SURE * len(data)) and not _answers(cells[column].text, senses)


def _stands_over(row: Row, below: Sequence[Row], senses: Senses) -> bool:
    """Does a row name groups of the columns that the row below it names, each over one column at least?"""
    groups = {id(cell) for cell in row.filled}
    return (
        bool(below)
        and len(groups) < len(below[0].filled)
        and all(_may_be_header(cell) and not _is_datum(cell, senses) for cell in row.filled)
        and _headerness(below[0]) > _PAIR
        and _names_columns(below[0], senses)
    )


def _header(grid: Grid, at: int) -> tuple[tuple[Cell, ...], tuple[Row, ...]]:
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
    names = _normal(top.cells)
    again = (row for row in below[1:] if _normal(row.cells) != names)
    parted = is_below or (bool(below) and _names_parts(top.cells, below[0].cells))
    return parted and not any(_names_columns(row, senses) for row in again)


def _names_parts(top: Sequence[Cell], low: Sequence[Cell]) -> bool:
    """Does a row below the header name what stands below its groups, most of that in known words?"""
    if len(low) != len(top):
        return False
    own = [index for index, cell in enumerate(low) if not cell.is_empty and not any(cell is other for other in top)]
    known = [index for index in own if header_role(low[index].text)[1] >= _CLEAR and _may_be_header(low[index])]
    told = len(known) >= _MOST * len(own) and all(index in known or _is_label(low[index].text) for index in own)
    return len(own) > 1 and told and (_shares(top, low) or sum(_is_spanned(top, index) for index in own) > 1)


def _shares(top: Sequence[Cell], low: Sequence[Cell]) -> bool:
    """Does a cell of a row reach down into the next?"""
    return any(not cell.is_empty and cell is other for cell, other in zip(top, low, strict=False))


def _is_spanned(top: Sequence[Cell], index: int) -> bool:
    """Is a place of the header row empty, or part of a cell that reaches over the next one?"""
    beside = [top[other] for other in (index - 1, index + 1) if 0 <= other < len(top)]
    follows_empty = index + 1 < len(top) and top[index + 1].is_empty
    return top[index].is_empty or follows_empty or any(cell is top[index] for cell in beside)


def _headerness(row: Row) -> float:
    """The number of roles the row's cells clearly name; 0 where most of them name none."""
    filled = row.filled
    if len(filled) < 2 or not all(_may_be_header(cell) for cell in filled):
        return 0.0
    roles = [header_role(cell.text) for cell in filled]
    clear = {role for role, weight in roles if weight >= _CLEAR}
    share = sum(weight >= _CLEAR for _, weight in roles) / len(roles)
    told = clear - {"extra", "number"}
    return float(len(clear)) if told and len(clear) > 1 and (share >= 0.5 or len(told) > 2) else 0.0


def _names_columns(row: Row, senses: Senses) -> bool:
    """Does the row name two roles and hold no datum, or three and only one that looks like a datum, or but periods?"""
    roles, data = _headerness(row), [cell.text.strip() for cell in row.filled if _is_datum(cell, senses)]
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


def _body(rows: Sequence[Row]) -> tuple[Row, ...]:
    kept = tuple(row for row in rows if row.filled)
    return (replace(kept[0], after_break=True), *kept[1:]) if kept else ()


def _above(grid: Grid, header: int | None) -> tuple[Paragraph, ...]:
    """The paragraphs above a grid, title rows within it counted among them."""
    above = (row for row in grid.rows[: header or 0] if len(row.filled) <= _PAIR)
    titles = [p for row in above for cell in row.filled for p in cell.paragraphs]
    return (*grid.above, *titles)


def _goes_on(run: _Run, header: Sequence[Cell], grid: Grid, senses: Senses) -> bool:
    """Does the grid go on with the run's table: the same header again, or none and no more columns?"""
    if header:
        return _normal(header) == _normal(run.header)
    if grid.width > run.width or (grid.width < run.width and (grid.page is not None or grid.above)):
        return False
    return not _names_other_columns(grid, senses) and not _is_legend(grid, senses)


def _names_other_columns(grid: Grid, senses: Senses) -> bool:
    """Is the first row a header of no known words (of a glossary, a contact list): labels that answer nothing?"""
    cells = grid.rows[0].cells if len(grid.rows) > 1 else ()
    if any(header_role(cell.text) == ("extra", 1.0) for cell in cells):
        return True
    return len(cells) > 1 and all(_is_label(cell.text) and not _answers(cell.text, senses) for cell in cells)


def _is_legend(grid: Grid, senses: Senses) -> bool:
    """Does it say what the colours, statuses or letters of a plan mean?"""
    if grid.width != _PAIR:
        return False
    signs = [row.cells[0].text.strip() for row in grid.rows]
    letters = [_LETTERS.fullmatch(row.cells[0].text) and is_timescale(row.cells[-1].text, senses) for row in grid.rows]
    return all(letters) or 2 * sum(senses.is_status(sign) for sign in signs) >= len(signs)


def _is_label(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= _LABEL_WORDS and words[0][0].isupper() and text.strip()[-1].isalpha()


def _answers(text: str, senses: Senses) -> bool:
    """Does a cell say by when, who, how far or which?"""
    return is_timescale(text, senses) or senses.is_owner(text) or senses.is_status(text) or is_reference(text.strip())


def _normal(header: Sequence[Cell]) -> list[tuple[str, ...]]:
    return [header_words(cell.text) for cell in header]


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
        return told and (len(table.columns) > _PAIR or _speaks_of_tasks(table, senses))
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
