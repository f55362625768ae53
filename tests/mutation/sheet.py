"""A plan's table in two raw text layouts, taken apart into cells and put together again."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

_TAB_CELL = re.compile(r"^\t", re.M)
_RULE = re.compile(r"-{2,}")
_OWN_NUMBER = re.compile(r"(?:<p>)?\d+[a-z]?\.\s")

_HEADERS = list(csv.DictReader((Path(__file__).parent / "headers.csv").read_text(encoding="utf-8").splitlines()))
ROLES = {entry["header"]: entry["role"] for entry in _HEADERS}
KEY_ROLES = {"number", "recommendation", "summary", "owner_officer", "owner_member"}


def headers_of(role: str) -> list[str]:
    """Header words of a role."""
    return [entry["header"] for entry in _HEADERS if entry["role"] == role]


@dataclass(frozen=True)
class Row:
    """A physical row: its cells at full width, how many empty ones the document left out, or a line that is no row."""

    cells: tuple[str, ...] = ()
    lost: int = 0
    line: str = ""


@dataclass(frozen=True)
class Sheet:
    """What stands before the table, and its rows, the header first; the roles are those of the columns, in order."""

    front: str
    rows: tuple[Row, ...]
    roles: tuple[str, ...]
    is_tab_cells: bool

    def column(self, role: str) -> int:
        """Where the column of a role stands, from 0."""
        return self.roles.index(role)

    def reorder(self, order: Sequence[int]) -> Sheet:
        """The sheet with its columns in another order."""
        rows = tuple(replace(row, cells=tuple(row.cells[i] for i in order) if row.cells else ()) for row in self.rows)
        return replace(self, rows=rows, roles=tuple(self.roles[i] for i in order))

    def starts(self) -> list[int]:
        """Indices of the rows that open a recommendation."""
        return [i for i, row in enumerate(self.rows[1:], 1) if row.cells and self._opens(row)]

    def _opens(self, row: Row) -> bool:
        if "number" in self.roles:
            return bool(row.cells[self.column("number")].strip())
        return bool(_OWN_NUMBER.match(row.cells[self.column("recommendation")]))

    def text(self) -> str:
        """The document, as it was where nothing changed."""
        write = _tab_cells_text if self.is_tab_cells else _tab_rows_text
        return self.front + "".join(write(self))


def read_sheet(text: str) -> Sheet:
    """The document taken apart; the layout is told by the first line that has tabs."""
    table = next(match.start() for match in re.finditer(r"^.*\t", text, re.M))
    if text[table] == "\t":
        return _read_tab_cells(text[:table], text[table:])
    return _read_tab_rows(text[:table], text[table:])


def _read_tab_cells(front: str, table: str) -> Sheet:
    cells = _TAB_CELL.split(table)[1:]
    width = 1 + next(i for i, cell in enumerate(cells) if i and cell.endswith("\n\n"))  # the header's last cell
    rows = []
    for start in range(0, len(cells), width):
        row = cells[start : start + width]
        lost = width - len(row)
        rows.append(Row((*row, *[""] * lost), lost))
    return Sheet(front, tuple(rows), _roles(rows[0]), is_tab_cells=True)


def _tab_cells_text(sheet: Sheet) -> Iterator[str]:
    for row in sheet.rows:
        lost = min(row.lost, _empty_at_end(row.cells))
        *inner, last = row.cells[: len(row.cells) - lost]
        yield from ("\t" + _ended(cell, "\n") for cell in inner)
        yield "\t" + (last if row is sheet.rows[-1] else _ended(last, "\n\n"))  # a blank line parts the rows


def _empty_at_end(cells: Sequence[str]) -> int:
    return next((i for i, cell in enumerate(reversed(cells)) if cell), len(cells))


def _ended(cell: str, end: str) -> str:
    """The cell with at least these line ends after it."""
    return cell if cell.endswith(end) else cell.rstrip("\n") + end


def _read_tab_rows(front: str, table: str) -> Sheet:
    lines = table.splitlines(keepends=True)
    roles = _roles(Row(tuple(lines[0].split("\t"))))
    return Sheet(front, tuple(_read_line(line, roles) for line in lines), roles, is_tab_cells=False)


def _read_line(line: str, roles: tuple[str, ...]) -> Row:
    """A row at full width: lost cells are put back so that the longest cell comes to stand in the action column."""
    cells = line.rstrip("\n").split("\t")
    if len(cells) == 1 or all(_RULE.fullmatch(cell) for cell in cells):
        return Row(line=line)
    lost = len(roles) - len(cells)
    if lost:
        longest = cells.index(max(cells, key=len))
        start = 0 if longest < roles.index("action") else longest + 1
        place = next((i for i in range(start, len(cells)) if not cells[i] or i == longest), len(cells))
        cells[place:place] = [""] * lost
    return Row(tuple(cells), lost)


def _tab_rows_text(sheet: Sheet) -> Iterator[str]:
    for row in sheet.rows:
        yield "\t".join(_without_lost(sheet, row)) + "\n" if row.cells else row.line


def _without_lost(sheet: Sheet, row: Row) -> list[str]:
    """The cells without the lost ones: the first empty cells of key columns."""
    empty = [
        i for i, (cell, role) in enumerate(zip(row.cells, sheet.roles, strict=True)) if not cell and role in KEY_ROLES
    ]
    left_out = set(empty[: row.lost])
    return [cell for i, cell in enumerate(row.cells) if i not in left_out]


def _roles(header: Row) -> tuple[str, ...]:
    return tuple(ROLES[cell.strip()] for cell in header.cells)
