"""Where on the pages tables without upright rules stand: a row of headers, and below it lines that keep to them.

A line that runs across the columns is a band of the table where the table goes on below it, else its end. A table
that reaches the end of a page goes on at the top of the next, under its headers again or without.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from .columns import Columns
from .furniture import is_furniture
from .headers import Header, Item, find_header, is_bold
from .ink import Rule
from .layout import PageInk, TableInk
from .lines import Line, build_lines
from .ruled import SHORTEST

FARTHEST = 3.5  # type sizes from line to line: text further down is no more of the table
SIZE_CHANGE = 1.15
FEWEST = 2  # lines with text in several columns, below a header that may be something else
BAND_LINES = 4
ROW_LINES = 6  # of a row, before one has text in several columns
ALIGNED = 2.0  # points
FRAME = 3.0  # points: so near to a table's side an upright rule is of its frame


@dataclass(frozen=True, slots=True)
class Region:
    """The part of a table that stands on one page.

    `items` are what it takes of the page: those of its header, then one a line. `bands` are the numbers of the lines
    that run across the columns, `columns` what is left of the white space at the region's end. `before` is the
    region on the page before of which it is the rest, `title` what the table's first headers say.
    """

    page: PageInk
    header: Header | None
    items: tuple[Item, ...]
    bands: frozenset[int]
    columns: Columns
    title: str
    before: Region | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines below its header."""
        return tuple(item.line for item in self.items[len(self.header.lines) if self.header else 0 :] if item.line)


def find_regions(pages: Iterable[PageInk], running: Container[Line]) -> list[Region]:
    """The regions in reading order; `running` lines are left out."""
    found: list[Region] = []
    carried: Region | None = None
    for page in pages:
        items = _items(page, running)
        on_page, left = _on_page(page, items, carried, running)
        found += on_page
        if items:
            carried = on_page[-1] if on_page and left <= BAND_LINES else None
    return found


def _on_page(
    page: PageInk, items: Sequence[Item], before: Region | None, running: Container[Line]
) -> tuple[list[Region], int]:
    """The regions of a page, and how many items stand below the last; the first may go on with the one before."""
    found: list[Region] = []
    place = end = 0
    while place < len(items):
        region = _region(page, items[place:], before)
        if region:
            found.append(region)
            end = place + len(region.items)
        if region or items[place].line not in running:
            before = None
        place = end if region else place + 1
    return found, len(items) - end


def _items(page: PageInk, running: Container[Line]) -> list[Item]:
    """What stands on the page, from the top; running lines only above all else, where they may be of a header."""
    lines = (Item(line.box, line, is_body=line not in running) for line in page.lines)
    items = sorted((*lines, *_of_tables(page, running)), key=_place)
    heads = list(takewhile(lambda item: item.line in running, items))
    return [*heads, *(item for item in items[len(heads) :] if item.line not in running)]


def _of_tables(page: PageInk, running: Container[Line]) -> Iterator[Item]:
    for table in page.tables:
        if is_furniture(table, running):
            continue
        is_painted = _is_painted(table, page.ink.rules)
        if (is_painted and not _is_grid(table)) or _has_one_row(table):
            runs = (run for line in table.lines for run in line.runs)
            yield from (Item(line.box, line, table, is_painted) for line in build_lines(runs))
        else:
            yield Item(table.box, None, table)


def _is_painted(table: TableInk, rules: Iterable[Rule]) -> bool:
    """Is it made by colour or by level rules, without upright ones but for those of a frame?"""
    x0, top, x1, bottom = table.box
    uprights = (rule for rule in rules if not rule.level and rule.end - rule.start >= SHORTEST)
    inner = (rule for rule in uprights if x0 + FRAME < rule.at < x1 - FRAME)
    return not any(rule.start < bottom - 1 and rule.end > top + 1 for rule in inner)


def _is_grid(table: TableInk) -> bool:
    """Does colour make cells of all of it, not only of its headers, a band and a column?"""
    cells = [held.cell for held in table.cells]
    whole = not any(cell.row_span > 1 and cell.column_span > 1 for cell in cells)
    return whole and table.columns > 1 and len({cell.row for cell in cells}) > FEWEST


def _has_one_row(table: TableInk) -> bool:
    return len({held.cell.row for held in table.cells}) == 1


def _place(item: Item) -> tuple[float, float]:
    x0, top, _, _ = item.box
    return top, x0


def _region(page: PageInk, items: Sequence[Item], carried: Region | None) -> Region | None:
    """The region with which the items begin, if they do."""
    header = find_header(items)
    if carried and header and header.text == carried.title and (columns := _both(header, carried)):
        return _grown(page, items, replace(header, is_repeated=True), columns, carried)
    if carried and not (header and header.is_set_apart and header.columns.count >= carried.columns.count):
        region = _grown(page, items, None, carried.columns, carried)
        if region:
            return region
    return _grown(page, items, header, header.columns, None) if header else None


def _both(header: Header, carried: Region) -> Columns | None:
    """The columns of the page before as its headers, repeated, leave them."""
    return carried.columns.beside([word for line in header.lines for word in line.words])


def _grown(
    page: PageInk, items: Sequence[Item], header: Header | None, columns: Columns, before: Region | None
) -> Region | None:
    """The region of the lines that keep to the columns; None where they are no table."""
    heads = len(header.lines) if header else 0
    title = header.text if header else before.title if before else ""
    taken, bands, columns = _body(items[heads:], columns, title)
    found = Region(page, header, tuple(items[: heads + taken]), bands, columns, title, before)
    return found if _is_table(found) and not _is_known(found) else None


def _is_known(region: Region) -> bool:
    """Is it nothing but a table of which colour tells all cells?"""
    table = region.items[0].table
    return table is not None and _is_grid(table) and all(item.table is table for item in region.items)


def _body(items: Sequence[Item], columns: Columns, title: str) -> tuple[int, frozenset[int], Columns]:
    """How many items belong to a table's body, which of them are bands, and what they leave free."""
    bands = set[int]()
    taken = 0
    while taken < len(items) and _follows(items, taken) and not _is_next_header(items[taken:], columns, title):
        narrowed = _beside(items[taken], columns)
        if narrowed is None:
            if not _is_band(items[taken:], columns, title):
                break
            bands.add(taken)
        columns = narrowed or columns
        taken += 1
    taken = _trimmed(items, taken, bands)
    return taken, frozenset(band for band in bands if band < taken), columns


def _beside(item: Item, columns: Columns) -> Columns | None:
    return columns.beside(item.line.words) if item.line else None


def _follows(items: Sequence[Item], place: int) -> bool:
    """May the item at a place belong to the table of those before it?"""
    line = items[place].line
    if line is None or not items[place].is_body or line.runs[0].direction != "right":
        return False
    first = items[0].line
    if not place or first is None:
        return True
    foot = max(item.box[3] for item in items[max(place - 3, 0) : place])
    is_near = line.box[3] - foot <= FARTHEST * first.size
    return is_near and 1 / SIZE_CHANGE < line.size / first.size < SIZE_CHANGE


def _is_next_header(items: Sequence[Item], columns: Columns, title: str) -> bool:
    """Does another table begin here?"""
    first = items[0]
    if not first.table and not (first.line and is_bold(first.line)):
        return False
    header = find_header(items)
    return header is not None and (header.text == title or (header.is_bold and header.columns.count >= columns.count))


def _is_band(items: Sequence[Item], columns: Columns, title: str) -> bool:
    """Do a few lines run across the columns, and the table goes on below them?"""
    across = list(takewhile(lambda item: not _beside(item, columns), items[: BAND_LINES + 1]))
    for place, item in enumerate(items[: len(across) + ROW_LINES]):
        if not _follows(items, place) or _is_next_header(items[place:], columns, title):
            return False
        if place >= len(across) and (item.line is None or not _beside(item, columns)):
            return False
        if place >= len(across) and item.line and len(columns.filled(item.line.words)) > 1:
            return len(across) <= BAND_LINES
    return False


def _trimmed(items: Sequence[Item], taken: int, bands: Container[int]) -> int:
    """How many items are left without bands, captions and parts of a coloured table at their end."""
    if taken < len(items) and items[taken].table:
        while taken and items[taken - 1].table is items[taken].table:
            taken -= 1
    while taken and taken - 1 in bands:
        taken -= 1
    return taken


def _is_table(region: Region) -> bool:
    """Do enough lines have text in several columns?"""
    lines, header, columns = region.lines, region.header, region.columns
    broad = sum(len(columns.filled(line.words)) > 1 for line in lines)
    if region.before:
        is_rest = header is not None or len(lines) > FEWEST or _is_aligned(region.before, region)
        return broad > 0 or (bool(lines) and is_rest)
    is_clear = header is not None and (header.is_coloured or (header.is_bold and columns.count > FEWEST))
    return broad >= (1 if is_clear else FEWEST)


def _is_aligned(before: Region, region: Region) -> bool:
    """Do all lines start where those of one column but the first did on the page before?"""
    words = [word for line in before.lines for word in line.words]
    columns = region.columns.filled(words) - {0}
    lefts = [min(word.box[0] for word in words if region.columns.column(word) == column) for column in columns]
    return all(any(abs(line.box[0] - left) <= ALIGNED for left in lefts) for line in region.lines)
