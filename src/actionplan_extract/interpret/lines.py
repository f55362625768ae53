"""A row of a plan table with its cells by role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from ..model import Cell, Column, Labelled, OwnerCell, Paragraph, Row, StatusCell
from ..passage import Passage
from .bands import Band, band, note, opening_title, renamed_header, repeats_header
from .colours import is_banded
from .headers import header_words
from .numbering import leading_number
from .plan_tables import PlanTable, Section

_OF_MEMBERS = frozenset(("member", "cabinet", "portfolio", "councillor", "cllr"))
_REPEATED = ("recommendation", "heading", "summary", "number", "owner_officer", "owner_member", "deadline")
_AGAIN = re.compile(r"\s*(?:(?:same )?as (?:per )?above|see above|ditto|do\.|[\"”“″〃]|'')\.?\s*", re.IGNORECASE)


def _share(cell: Cell, part: int, parts: int, *, paired: bool) -> Passage:
    """What a cell says of one of several parts: its item, where it lists as many; `paired`: or its line."""
    if parts < 2 or len(cell.paragraphs) != parts:
        return cell.passage
    numbered = [leading_number((paragraph,)) for paragraph in cell.paragraphs]
    if all(number and rest for number, rest in numbered):
        return numbered[part][1][0].passage
    is_list = paired or all(paragraph.is_item for paragraph in cell.paragraphs)
    return cell.paragraphs[part].passage if is_list else cell.passage


@dataclass(frozen=True)
class Line:
    """A row's cells that begin in it, by column; `spanning` are those merged down from the row above.

    `heads`: it is known to be a subheading. `kept` are words of it that stand for others ("as above"), `below` what
    rows under it say of all those above.
    """

    columns: tuple[Column, ...]
    cells: tuple[Cell | None, ...]
    spanning: tuple[Cell | None, ...]
    after_break: bool = False
    levelled: bool = False
    heads: bool = False
    kept: tuple[Labelled, ...] = ()
    below: tuple[Labelled, ...] = ()

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

    def owners(self, part: int = 0, parts: int = 1, *, paired: bool = False) -> tuple[OwnerCell, ...]:
        """The cells that name owners; of a cell that names one for each of several parts of the line, the part's."""
        found = self.spoken("owner_officer", "owner_member")
        shares = ((column, _share(cell, part, parts, paired=paired)) for column, cell in found)
        return tuple(OwnerCell(share, _owner_hint(column), column.header.text) for column, share in shares)

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


def _owner_hint(column: Column) -> str | None:
    """Officer or member, where the header says so."""
    if column.role == "owner_member":
        return "member"
    words = set(header_words(column.header.text))
    if words & _OF_MEMBERS:
        return None
    return "officer" if {"officer", "director"} & words else None


def section_lines(table: PlanTable, section: Section) -> Iterator[Line | Band]:
    """The rows of a section as lines and bands; a repeated header row is left out.

    What says more of the rows above it, as totals do, is kept with the last of them.
    """
    held: Line | None = None
    for found in _rows(table, section):
        if isinstance(found, Labelled):
            held = held and replace(held, below=(*held.below, found))
            continue
        if held is not None:
            yield held
        held = found if isinstance(found, Line) else None
        if isinstance(found, Band):
            yield found
    if held is not None:
        yield held


def _rows(table: PlanTable, section: Section) -> Iterator[Line | Band | Labelled]:
    """What each row is; one says more of the rows above it only where there are such."""
    titles = [header_words(column.header.text) for column in table.columns]
    meant: dict[int, Cell] = {}
    above: Row | None = None
    begun = False
    if section is table.sections[0] and (title := opening_title(table)):
        yield Band(title)
    for row, below in zip_longest(section.rows, section.rows[1:]):
        if renamed := renamed_header(table, row):
            yield Band(renamed.whole.collapse())
        elif not repeats_header(titles, row):
            found = (begun and note(table, row)) or band(table, row, below)
            begun = begun or not found
            yield found or _line(table.columns, row, above, meant)
        above = row


def _line(columns: tuple[Column, ...], row: Row, above: Row | None, meant: dict[int, Cell]) -> Line:
    """The row's line; `meant` are the cells that "as above" means, by column, kept up to date."""
    again = [cell for column, cell in zip(columns, row.cells, strict=True) if _is_again(column, cell, meant)]
    merged = [above is not None and any(cell is other for other in above.cells) for cell in row.cells]
    spread = [any(cell is other for other in row.cells[:index]) for index, cell in enumerate(row.cells)]
    own = tuple(None if down or across else cell for cell, down, across in zip(row.cells, merged, spread, strict=True))
    spanning = tuple(cell if down else None for cell, down in zip(row.cells, merged, strict=True))
    line = Line(columns, own, spanning, row.after_break, row.levelled)
    if again:
        return _meaning(line, again, meant)
    meant |= {column.index: cell for column, cell in line.filled(*_REPEATED)}
    return line


def _is_again(column: Column, cell: Cell, meant: Mapping[int, Cell]) -> bool:
    """Does a cell merely say that what stands above it holds again?"""
    return column.role in _REPEATED and column.index in meant and bool(_AGAIN.fullmatch(cell.text))


def _meaning(line: Line, again: Sequence[Cell], meant: dict[int, Cell]) -> Line:
    """The line with what "as above" means in its place, as if it were merged down; the words are kept."""
    columns = {column.index: column for column, cell in line.filled(*_REPEATED) if any(cell is one for one in again)}
    meant |= {column.index: cell for column, cell in line.filled(*_REPEATED) if column.index not in columns}
    kept = tuple(
        Labelled(columns[n].header.text, cell.passage) for n, cell in enumerate(line.cells) if n in columns and cell
    )
    cells = tuple(None if n in columns else cell for n, cell in enumerate(line.cells))
    spanning = tuple(meant[n] if n in columns else cell for n, cell in enumerate(line.spanning))
    return replace(line, cells=cells, spanning=spanning, kept=kept)
