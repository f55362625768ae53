"""The worksheets of a spreadsheet to blocks: titles above tables, tables side by side or one below the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from ..limits import DEFAULT, Limits
from ..model import Block, Cell, Notice, Page, Paragraph, Table
from ..passage import Place
from ._blocks import text_paragraphs
from ._leads import Spans, with_lead
from ._report import limit_reached
from ._transcript import Transcript, seen

_UNNAMED = re.compile(r"(?:sheet|table|tabelle|feuil|worksheet)\s?\d*", re.IGNORECASE)
_PLAIN_NAME = re.compile(r"[A-Za-z]\w*")
_QUOTED = 80  # characters
_GAP = 2  # columns from one table's last to the next one's first, with one empty one between them


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell that shows text or a colour; `date` (EDTF) is the date behind the text, `bold` where that is set apart."""

    row: int
    column: int
    text: str = ""
    row_span: int = 1
    column_span: int = 1
    fill: str | None = None
    date: str | None = None
    bold: Spans = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet's cells, hidden ones among them, each merged one once.

    `covered` are the cells whose text a merged one hides; `cut`: limits beyond which there are more cells.
    """

    name: str
    cells: tuple[SheetCell, ...]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    cut: frozenset[str] = frozenset()
    covered: tuple[SheetCell, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
    """A cell at the place it has among the rows and columns that are shown; `name` is its own name ("C5")."""

    cell: SheetCell
    name: str
    row: int
    column: int
    bottom: int
    right: int

    @property
    def has_text(self) -> bool:
        return bool(self.cell.text.strip())


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the sheets of a spreadsheet make: verbatim text, blocks, notices."""

    page: Page
    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...]


def workbook(sheets: Sequence[Sheet], hidden_sheets: Sequence[str] = (), limits: Limits = DEFAULT) -> Workbook:
    """The text and blocks of the sheets shown; the sheets left out are named in a notice."""
    transcript = Transcript()
    writer = _Writer(transcript)
    drafts = [_Draft(sheet.name, tuple(_regions(_shown(sheet, limits)))) for sheet in sheets]
    common = Counter(title for draft in drafts for title in {*draft.titles})
    several = sum(bool(draft.tables) for draft in drafts) > 1
    blocks = [block for draft in drafts for block in writer.blocks(draft, common, several)]
    return Workbook(Page(transcript.text), tuple(blocks), tuple(_notices(sheets, hidden_sheets, limits)))


# --- what is shown ----------------------------------------------------------------------------


def _shown(sheet: Sheet, limits: Limits) -> list[_Seen]:
    """The cells of the rows and columns that are not hidden, counted without the hidden ones.

    Merged cells end with the sheet's last row and column that holds something.
    """
    rows, columns = sorted(sheet.hidden_rows), sorted(sheet.hidden_columns)
    below = max((cell.row for cell in sheet.cells), default=0) + 1
    beside = max((cell.column for cell in sheet.cells), default=0) + 1
    found = []
    for cell in sheet.cells:
        top, bottom = _among(cell.row, rows), _among(min(cell.row + cell.row_span, below), rows)
        left = _among(cell.column, columns)
        right = _among(min(cell.column + cell.column_span, beside), columns)
        if bottom > top and right > left and top < limits.rows and left < limits.columns:
            name = cell_name(cell.row, cell.column)
            found.append(_Seen(cell, name, top, left, min(bottom, limits.rows), min(right, limits.columns)))
    return found


def _among(index: int, hidden: Sequence[int]) -> int:
    """The place of a row or column among those that are shown."""
    return index - bisect_left(hidden, index)


def cell_name(row: int, column: int) -> str:
    """The name a spreadsheet gives a cell ("C5")."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def _notices(sheets: Iterable[Sheet], hidden_sheets: Sequence[str], limits: Limits) -> Iterator[Notice]:
    if hidden_sheets:
        yield Notice("hidden_content", "hidden sheets were left out: " + ", ".join(map(repr, hidden_sheets)))
    for sheet in sheets:
        kept = {cell.cell for cell in _shown(sheet, limits)}
        lost = [cell for cell in sheet.cells if cell.text.strip() and cell not in kept]
        hidden = [c for c in lost if c.row in sheet.hidden_rows or c.column in sheet.hidden_columns]
        if hidden:
            first = cell_name(hidden[0].row, hidden[0].column)
            message = (
                f"hidden rows and columns of sheet {sheet.name!r} were left out: {len(hidden)} cells from {first} on"
            )
            yield Notice("hidden_content", message)
        yield from _covered(sheet)
        beyond = set(lost) - set(hidden)
        met = {
            "rows": any(c.row >= limits.rows for c in beyond),
            "columns": any(c.column >= limits.columns for c in beyond),
        }
        for name, is_met in met.items():
            if is_met or name in sheet.cut:
                yield limit_reached(limits, name, f"sheet {sheet.name!r} is larger than is read")


def _covered(sheet: Sheet) -> Iterator[Notice]:
    said = [cell for cell in sheet.covered if cell.text.strip()]
    if said:
        words = sum(len(cell.text.split()) for cell in said)
        first = shorten(said[0].text, _QUOTED, placeholder="…")
        place = f"{cell_name(said[0].row, said[0].column)}: {first!r}"
        message = f"{words} words below merged cells of sheet {sheet.name!r} were left out, from {place} on"
        yield Notice("hidden_content", message, severity="warning")


# --- where tables stand -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Region:
    """Cells that stand together: rows of single cells (`titles`) above the rows of a table (`rows`)."""

    titles: tuple[_Seen, ...]
    cells: tuple[_Seen, ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True)
class _Draft:
    """A sheet with its regions."""

    name: str
    regions: tuple[_Region, ...]

    @property
    def tables(self) -> bool:
        return any(region.cells for region in self.regions)

    @property
    def titles(self) -> tuple[str, ...]:
        """The texts above the sheet's first table."""
        found: list[str] = []
        for region in self.regions:
            found += [title.cell.text for title in region.titles]
            if region.cells:
                break
        return tuple(found)


def _regions(cells: Sequence[_Seen]) -> Iterator[_Region]:
    """The regions of a sheet: columns of tables from left to right, each cut where a row is empty."""
    for left, held in _column_blocks(cells):
        for band in _bands(held):
            yield from _region(band, left)


def _column_blocks(cells: Sequence[_Seen]) -> list[tuple[int, list[_Seen]]]:
    """The cells by the tables that stand side by side, each with its first column."""
    starts = _table_starts([cell for cell in cells if cell.has_text]) or [0]
    blocks: dict[int, list[_Seen]] = {start: [] for start in starts}
    for cell in cells:
        blocks[starts[max(bisect_left(starts, cell.column + 1) - 1, 0)]].append(cell)
    return [(min((c.column for c in held if c.has_text), default=start), held) for start, held in blocks.items()]


def _table_starts(texts: Sequence[_Seen]) -> list[int]:
    """The first columns of tables side by side: behind columns that are empty but for titles.

    One empty column parts two tables only where their rows differ; else it stands there for looks.
    """
    rows = Counter(cell.row for cell in texts)
    beside = [cell for cell in texts if rows[cell.row] > 1]
    held: dict[int, set[int]] = defaultdict(set)
    for cell in beside:
        for column in range(cell.column, cell.right):
            held[column].update((cell.row, cell.bottom))
    tables: list[list[int]] = []
    for column in sorted(held):
        if not tables or column > tables[-1][-1] + 1:
            tables.append([column])
        else:
            tables[-1].append(column)
    return [columns[0] for columns in _rejoined(tables, held)]


def _rejoined(tables: Iterable[list[int]], held: dict[int, set[int]]) -> list[list[int]]:
    """The runs of columns, those put together that one empty column parts and that have the same rows."""
    found: list[list[int]] = []
    for columns in tables:
        near = bool(found) and columns[0] - found[-1][-1] <= _GAP
        if near and _extent(found[-1], held) == _extent(columns, held):
            found[-1] += columns
        else:
            found.append(columns)
    return found


def _extent(columns: Iterable[int], held: dict[int, set[int]]) -> tuple[int, int]:
    """The first and last row of some columns."""
    rows = {row for column in columns for row in held[column]}
    return min(rows), max(rows)


def _bands(cells: Sequence[_Seen]) -> Iterator[list[_Seen]]:
    """The cells between empty rows; colours without text belong to a row, but make none."""
    left = min((cell.column for cell in cells if cell.has_text), default=0)
    rows = {row for cell in cells if cell.has_text for row in range(cell.row, cell.bottom)}
    held: list[_Seen] = []
    last = None
    for cell in sorted(
        (c for c in cells if c.row in rows and c.column >= left), key=lambda cell: (cell.row, cell.column)
    ):
        if held and last is not None and any(row not in rows for row in range(last + 1, cell.row)):
            yield held
            held = []
        held.append(cell)
        last = cell.row if last is None else max(last, cell.row)
    if held:
        yield held


def _region(band: Sequence[_Seen], left: int) -> Iterator[_Region]:
    """Rows of one text at the top are titles, the rest is a table."""
    texts = Counter(cell.row for cell in band if cell.has_text)
    top = next((row for row in sorted(texts) if texts[row] > 1), None)
    titles = tuple(cell for cell in band if cell.has_text and (top is None or cell.row < top))
    yield _Region(titles, tuple(cell for cell in band if top is not None and cell.row >= top), left)


# --- blocks -----------------------------------------------------------------------------------


class _Writer:
    """Writes down the regions of sheets, counting tables."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript
        self._tables = 0
        self._said: set[str] = set()

    def blocks(self, draft: _Draft, common: Counter[str], several: bool) -> Iterator[Block]:
        """The blocks of a sheet: titles that other sheets have too (once), its name, the rest."""
        shared = {title for title in draft.titles if several and common[title] > 1}
        first = [title for region in draft.regions for title in region.titles if title.cell.text in shared]
        for title in first:
            if title.cell.text not in self._said:
                yield from self._paragraphs(draft.name, title)
        self._said |= shared
        if draft.tables and not _UNNAMED.fullmatch(draft.name.strip()) and (several or not draft.titles):
            place = Place(path=_quoted(draft.name))
            yield Paragraph(self._transcript.write(seen(draft.name), place), heading=2 if several else 1)
        for region in draft.regions:
            yield from self._region(
                draft.name, replace(region, titles=tuple(t for t in region.titles if t not in first))
            )

    def _region(self, sheet: str, region: _Region) -> Iterator[Block]:
        for title in region.titles:
            yield from self._paragraphs(sheet, title)
        if region.cells:
            yield self._table(sheet, region)

    def _paragraphs(self, sheet: str, title: _Seen) -> tuple[Paragraph, ...]:
        return self._written(title, Place(path=f"{_quoted(sheet)}!{title.name}"))

    def _table(self, sheet: str, region: _Region) -> Table:
        index, top = self._tables, region.cells[0].row
        self._tables += 1
        cells = tuple(
            self._cell(sheet, cell, index, cell.row - top, cell.column - region.left) for cell in region.cells
        )
        columns = max(cell.column + cell.column_span for cell in cells)
        return Table(index, (*cells, *_row_ends(cells, columns)), columns)

    def _cell(self, sheet: str, cell: _Seen, table: int, row: int, column: int) -> Cell:
        place = Place(None, table, row, column, f"{_quoted(sheet)}!{cell.name}", date=cell.cell.date)
        spans = cell.bottom - cell.row, cell.right - cell.column
        return Cell(row, column, self._written(cell, place), *spans, fill=cell.cell.fill)

    def _written(self, cell: _Seen, place: Place) -> tuple[Paragraph, ...]:
        passage = self._transcript.write(text := seen(cell.cell.text), place)
        start = passage.pieces[0].start if passage.pieces else 0
        # What is left out of the text moves all that stands behind it.
        bold = [(start + a, start + b) for a, b in cell.cell.bold] if text == cell.cell.text else []
        found = [with_lead(paragraph, bold) for paragraph in text_paragraphs(passage)]
        return tuple(paragraph for paragraph in found if paragraph.text.strip() or paragraph.marker)


def _row_ends(cells: Sequence[Cell], columns: int) -> Iterator[Cell]:
    """Empty cells that end the rows in which the last column holds nothing: a sheet's rows have lost no cells."""
    rows = {row for cell in cells for row in range(cell.row, cell.row + cell.row_span)}
    last = [cell for cell in cells if cell.column + cell.column_span == columns]
    full = {row for cell in last for row in range(cell.row, cell.row + cell.row_span)}
    return (Cell(row, columns - 1) for row in sorted(rows - full))


def _quoted(name: str) -> str:
    """A sheet's name as a formula writes it."""
    return name if _PLAIN_NAME.fullmatch(name) else "'" + name.replace("'", "''") + "'"
