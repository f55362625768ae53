"""A row of a plan table with its cells by role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from ..model import Cell, Column, OwnerCell, Paragraph, Row, StatusCell
from ..passage import Passage
from .colours import is_banded
from .contents import is_reference
from .headers import header_role, header_words
from .numbering import leading_number
from .plan_tables import PlanTable, Section

_BAND_WORDS = 20
_FEW = 0.3
_ENOUGH = 60  # rows show what a table is like
_LONGEST_BAND = 60  # words of a heading merged across the table
_OF_MEMBERS = frozenset(("member", "cabinet", "portfolio", "councillor", "cllr"))
_UPPER = re.compile(r"[A-Z]{0,3}\d{1,2}(?:\.0)?\.?")
_LOWER = re.compile(r"[A-Z]{0,3}\d{1,2}\.[1-9]\d?(?:\.\d{1,2})*[a-z]?\.?")


@dataclass(frozen=True)
class Line:
    """A row's cells that begin in it, by column; `spanning` are those merged down from the row above."""

    columns: tuple[Column, ...]
    cells: tuple[Cell | None, ...]
    spanning: tuple[Cell | None, ...]
    after_break: bool = False
    levelled: bool = False

    def filled(self, *roles: str) -> Iterator[tuple[Column, Cell]]:
        """The columns of these roles with their cells that begin here and hold something."""
        return (pair for pair in self._begun if pair[0].role in roles)

    @cached_property
    def _begun(self) -> tuple[tuple[Column, Cell], ...]:
        pairs = zip(self.columns, self.cells, strict=True)
        return tuple((column, cell) for column, cell in pairs if cell is not None and not cell.is_empty)

    def paragraphs(self, role: str) -> tuple[Paragraph, ...]:
        """The paragraphs of the cells of a role."""
        return tuple(paragraph for _, cell in self.filled(role) for paragraph in cell.paragraphs)

    def text(self, role: str) -> str:
        """The plain text of the cells of a role, white space collapsed."""
        return " ".join(" ".join(cell.text.split()) for _, cell in self.filled(role))

    def has(self, *roles: str) -> bool:
        """Does a cell of one of the roles begin here and hold text?"""
        return any(True for _ in self.filled(*roles))

    def rates(self) -> bool:
        """Does a status begin here, in words or as a colour?"""
        pairs = zip(self.columns, self.cells, strict=True)
        return any(cell and self._status(column, cell) for column, cell in pairs)

    def spoken(self, *roles: str) -> Iterator[tuple[Column, Cell]]:
        """The columns of these roles with the cells that speak for the row: those that begin here, or span it.

        A column without a role speaks only where its cell begins.
        """
        for column, cell, above in zip(self.columns, self.cells, self.spanning, strict=True):
            held = cell if cell is not None else above if column.role != "extra" else None
            if column.role in roles and held is not None and not held.is_empty:
                yield column, held

    def owners(self, place: int = 0, count: int = 1) -> tuple[OwnerCell, ...]:
        """The cells that name owners, and of those that list one for each of `count` actions the item at a place."""
        found = [(column, _share(cell, place, count)) for column, cell in self.spoken("owner_officer", "owner_member")]
        return tuple(OwnerCell(passage, _owner_hint(column), column.header.text) for column, passage in found)

    def status(self) -> tuple[StatusCell, ...]:
        """The cells that say how far the thing has got, by words or by a colour."""
        return tuple(found for column, cell in self._held() if (found := self._status(column, cell)))

    def _held(self) -> Iterator[tuple[Column, Cell]]:
        for column, cell, above in zip(self.columns, self.cells, self.spanning, strict=True):
            held = cell if cell is not None else above
            if held is not None:
                yield column, held

    def _status(self, column: Column, cell: Cell) -> StatusCell | None:
        if not (column.rated or column.role == "status"):
            return None
        fill = cell.fill if column.rated and not is_banded(cell, self.cells) else None
        ink = cell.ink if column.rated else None
        words = cell.passage.collapse() if column.role == "status" else Passage()
        return StatusCell(words, fill, column.header.text, ink, cell.place) if fill or ink or words else None


@dataclass(frozen=True, slots=True)
class Band:
    """A row that is a heading across the table."""

    title: Passage
    number: Passage = field(default_factory=Passage)


def _share(cell: Cell, place: int, count: int) -> Passage:
    """The item at a place where the cell is a list of so many, else all that the cell says."""
    if count < 2 or len(cell.paragraphs) != count:
        return cell.passage
    if all(paragraph.is_item for paragraph in cell.paragraphs):
        return cell.paragraphs[place].passage
    numbered = [leading_number((paragraph,)) for paragraph in cell.paragraphs]
    return numbered[place][1][0].passage if all(number and rest for number, rest in numbered) else cell.passage


def _owner_hint(column: Column) -> str | None:
    """Officer or member, where the header says so."""
    if column.role == "owner_member":
        return "member"
    words = set(header_words(column.header.text))
    if words & _OF_MEMBERS:
        return None
    return "officer" if {"officer", "director"} & words else None


def section_lines(table: PlanTable, section: Section) -> Iterator[Line | Band]:
    """The rows of a section as lines and bands; a repeated header row is left out."""
    titles = [header_words(column.header.text) for column in table.columns]
    above: Row | None = None
    for row in section.rows:
        if not _repeats_header(titles, row):
            yield _band(table, row) or _line(table.columns, row, above)
        above = row


def _repeats_header(titles: Sequence[Sequence[str]], row: Row) -> bool:
    """Do nearly all cells say what the header says? Most rows differ at once, so no more cells are read than needed."""
    left = 0.2 * sum(map(bool, titles))
    for title, cell in zip(titles, row.cells, strict=True):
        left -= header_words(cell.text) != title
        if left < 0:
            return False
    return any(titles)


def _band(table: PlanTable, row: Row) -> Band | None:
    """The heading that a row is, None where it is an ordinary one."""
    numbers = [cell for cell in row.filled if _is_number(table, row, cell)]
    titles = [cell for cell in row.filled if cell not in numbers]
    if len(titles) != 1 or len(row.cells) < 2:
        return None
    if len(row.cells) == 2 and not (_spans_most(row, titles[0]) or _is_opened_by_label(table) or _says_more(table)):
        return None  # of two cells, the second may well be missing
    if not (_is_label(titles[0]) or _spans_most(row, titles[0])):
        return None
    number = numbers[0].passage.collapse() if numbers else Passage()
    upper = bool(number) and _is_section_number(table, number.text)
    if not (upper or _stands_across(table, row, titles[0], len(numbers))):
        return None
    return Band(titles[0].whole.collapse(), number if upper else Passage())


def _is_number(table: PlanTable, row: Row, cell: Cell) -> bool:
    column = table.columns[row.cells.index(cell)]
    return column.role == "number" and cell.column_span == 1 and is_reference(cell.text)


def _spans_most(row: Row, cell: Cell) -> bool:
    """Is it one merged cell over most of the row? Then it is a heading however long."""
    return cell.column_span > len(row.cells) / 2 and len(cell.text.split()) <= _LONGEST_BAND


def _stands_across(table: PlanTable, row: Row, cell: Cell, column: int) -> bool:
    """Does the only text of a row span most of it, or stand first where no action or recommendation would?"""
    at = row.cells.index(cell)
    if _spans_most(row, cell):
        return not _leaves_recommendation(table, at)
    if at > column or _is_opened_by_label(table):
        return at <= column
    return not row.after_break and not _says_what(table, at)


def _leaves_recommendation(table: PlanTable, at: int) -> bool:
    """Does it leave the recommendation's own column free, as a subheading of its actions does?"""
    before = (column.role for column in table.columns[:at])
    return table.columns[at].role == "action" and any(role in ("recommendation", "heading") for role in before)


def _is_opened_by_label(table: PlanTable) -> bool:
    """Does a label stand alone in the first row of the table, so that others like it are headings, too?"""
    first = next((row for section in table.sections for row in section.rows), None)
    return (
        first is not None
        and len(first.filled) == 1
        and first.cells[0] is first.filled[0]
        and _is_label(first.filled[0])
    )


def _says_more(table: PlanTable) -> bool:
    """Do the rows of two cells open with more than labels, so that a label by itself is a heading?"""
    rows = (row for section in table.sections for row in section.rows if len(row.filled) == 2)
    full = [row.cells[0] for row in islice(rows, _ENOUGH)]
    return sum(_is_label(cell) for cell in full) <= _FEW * len(full)


def _is_section_number(table: PlanTable, number: str) -> bool:
    """Is it of an upper level (2.0) while the table's other numbers are of a lower one (2.1)?"""
    columns = table.indices("number")
    others = [row.cells[c].text.strip() for section in table.sections for row in section.rows for c in columns]
    lower = sum(bool(_LOWER.fullmatch(other)) for other in others)
    return bool(_UPPER.fullmatch(number)) and 2 * lower >= sum(bool(other) for other in others)


def _says_what(table: PlanTable, column: int) -> bool:
    """Is the column one that may well stand alone in a row: the action, or what it answers?"""
    return (
        table.columns[column].role in ("action", "recommendation", "heading")
        and header_role(table.columns[column].header.text)[1] >= 0.5
    )


def _is_label(cell: Cell) -> bool:
    text = cell.text.strip()
    return len(cell.paragraphs) <= 2 and len(text.split()) <= _BAND_WORDS and not text.endswith((".", ";", ","))


def _line(columns: tuple[Column, ...], row: Row, above: Row | None) -> Line:
    merged = [above is not None and any(cell is other for other in above.cells) for cell in row.cells]
    spread = [any(cell is other for other in row.cells[:index]) for index, cell in enumerate(row.cells)]
    own = tuple(None if down or across else cell for cell, down, across in zip(row.cells, merged, spread, strict=True))
    spanning = tuple(cell if down else None for cell, down in zip(row.cells, merged, strict=True))
    return Line(columns, own, spanning, row.after_break, row.levelled)
