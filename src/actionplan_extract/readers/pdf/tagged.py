"""Tables as a tagged file has them: a row that the end of a page cuts is one row, whatever is drawn.

The page still says what tags leave out: colours, empty cells, which column a cell stands in. And it has the
last word: the tags of a table count only where they and the page agree on what the table holds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .colours import cell_fill, cell_ink
from .ink import Run, is_within
from .layout import CellInk, PageInk, TableInk, all_lines
from .lines import Line, build_lines
from .pieces import Disagreement, Part, Piece, around, place
from .tags import ARTIFACT, CELLS, TABLES, Tag

TAGGED = 0.5  # share of a page's words that are no artifacts, for the artifacts to be believed


def with_tagged(pages: Iterable[PageInk]) -> tuple[list[PageInk], set[Line]]:
    """The pages with the tables on which tags and page agree, and the lines that are no text by their tags."""
    done = [*pages]
    running = set[Line]()
    for table, numbers in _tables(done).items():
        try:
            running |= _take(table, numbers, done)
        except Disagreement as reason:
            _refuse(table, numbers, done, str(reason))
    return done, running | {line for page in done for line in _artifacts(page)}


def _tables(pages: Sequence[PageInk]) -> dict[Tag, list[int]]:
    """The tables that the runs stand in, in order, with the indices of their pages."""
    found: dict[Tag, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        for table in {table for run in page.ink.runs if (table := _table_of(run))}:
            found[table].append(number)
    return dict(sorted(found.items(), key=lambda item: item[0].order))


def _table_of(run: Run) -> Tag | None:
    """The table in one of whose cells a run stands."""
    cell = run.tag.nearest(CELLS) if run.tag else None
    return cell.nearest(TABLES) if cell else None


def _artifacts(page: PageInk) -> Iterator[Line]:
    """The lines that are nothing but artifacts, unless most of the page is."""
    runs = page.ink.runs
    length = sum(len(run.text) for run in runs)
    if sum(len(run.text) for run in runs if run.tag not in (None, ARTIFACT)) >= TAGGED * length:
        yield from (line for line in all_lines([page]) if all(run.tag is ARTIFACT for run in line.runs))


def _take(table: Tag, numbers: Sequence[int], pages: list[PageInk]) -> set[Line]:
    """Put the table on its pages in place of what they drew of it; the lines that repeat its header."""
    parts = _without_repeats([_part(table, pages[number]) for number in numbers])
    for number, part, placed in zip(numbers, parts, place(table, parts), strict=True):
        others = [other for other in pages[number].tables if not _holds(other, table)]
        tables = sorted([*others, *filter(None, [placed])], key=lambda each: (each.box[1], each.box[0]))
        lines = sorted([*part.beside, *part.repeated], key=lambda line: (line.box[1], line.box[0]))
        pages[number] = replace(pages[number], tables=tuple(tables), lines=tuple(lines))
    return {line for part in parts for line in part.repeated}


def _refuse(table: Tag, numbers: Sequence[int], pages: list[PageInk], reason: str) -> None:
    """Take the table's tags away, and note at what is drawn of it why."""
    for number in numbers:
        page = pages[number]
        tables = [_bare_table(each, reason) if _holds(each, table) else each for each in page.tables]
        lines = (_bare_line(line) if _table_of(line.runs[0]) is table else line for line in page.lines)
        pages[number] = replace(page, tables=tuple(tables), lines=tuple(lines))


def _bare_table(drawn: TableInk, reason: str) -> TableInk:
    cells = (cell._replace(lines=tuple(map(_bare_line, cell.lines))) for cell in drawn.cells)
    return replace(drawn, cells=tuple(cells), basis=f"{drawn.basis} (its tags are left: {reason})")


def _bare_line(line: Line) -> Line:
    """The line without its tags, artifacts aside."""
    return Line.of(run if run.tag is ARTIFACT else run._replace(tag=None) for run in line.runs)


def _holds(drawn: TableInk, table: Tag) -> bool:
    return any(_table_of(run) is table for line in drawn.lines for run in line.runs)


def _part(table: Tag, page: PageInk) -> Part:
    """What the page shows of the table; raises Disagreement."""
    cells = [cell for drawn in page.tables if _holds(drawn, table) for cell in drawn.cells]
    beside, free = _parted(page.lines, table)
    pieces = [piece for cell in cells for piece in _pieces(cell, table)]
    pieces += [_free_piece(tag, runs, page) for tag, runs in _by_cell(free, table).items()]
    if max(Counter(piece.tag for piece in pieces if piece.tag).values(), default=0) > 1:
        raise Disagreement("one of its tagged cells lies in several cells of the page")
    box = around(pieces)
    if any(is_within(run.centre, box) and run.tag is not ARTIFACT for line in beside for run in line.runs):
        raise Disagreement("text stands in it that is not tagged as its own")
    repeated = [line for cell in cells for line in cell.lines if all(run.tag is ARTIFACT for run in line.runs)]
    return Part(pieces, beside, repeated)


def _parted(lines: Iterable[Line], table: Tag) -> tuple[list[Line], list[Run]]:
    """The lines outside drawn tables without those runs that the table has, and those."""
    beside, free = [], []
    for line in lines:
        own = [run for run in line.runs if _table_of(run) is table]
        rest = [run for run in line.runs if _table_of(run) is not table] if own else []
        free += own
        beside += [Line.of(rest)] if rest else [] if own else [line]
    return beside, free


def _pieces(drawn: CellInk, table: Tag) -> Iterator[Piece]:
    """A drawn cell, or its parts where several tagged cells stand in it."""
    whole = [run for line in drawn.lines for run in line.runs]
    runs = [run for run in whole if run.tag is not ARTIFACT]
    held = _by_cell(runs, table)
    if len(held) == 1:
        lines = drawn.lines if len(runs) == len(whole) else tuple(build_lines(runs))
        yield Piece(next(iter(held)), drawn.cell.box, lines, drawn=True, fill=drawn.fill, ink=drawn.ink)
    elif held:
        for tag, own in held.items():
            lines = tuple(build_lines(own))
            box = around(lines)
            yield Piece(tag, box, lines, drawn=False, fill=drawn.fill, ink=cell_ink(box, own, ()))
    elif not drawn.lines:
        yield Piece(None, drawn.cell.box, (), drawn=True, fill=drawn.fill, ink=drawn.ink)


def _free_piece(tag: Tag, runs: Sequence[Run], page: PageInk) -> Piece:
    lines = tuple(build_lines(runs))
    box = around(lines)
    colours = cell_fill(box, page.ink.fills), cell_ink(box, runs, page.ink.fills)
    return Piece(tag, box, lines, drawn=False, fill=colours[0], ink=colours[1])


def _by_cell(runs: Iterable[Run], table: Tag) -> dict[Tag, list[Run]]:
    """The runs by the tagged cell they stand in; raises Disagreement where one is not the table's."""
    held: dict[Tag, list[Run]] = defaultdict(list)
    for run in runs:
        cell = run.tag.nearest(CELLS) if run.tag else None
        if cell is None or cell.nearest(TABLES) is not table:
            raise Disagreement("text stands in its cells that is not tagged as its own")
        held[cell].append(run)
    return held


def _without_repeats(parts: Sequence[Part]) -> list[Part]:
    """The parts without the rows that come back word for word on a later page: headers that a browser repeats."""
    seen: dict[Tag | None, str] = {}
    done = []
    for part in parts:
        again = {row for row, pieces in part.rows.items() if all(seen.get(each.tag) == each.text for each in pieces)}
        kept = [piece for piece in part.pieces if piece.row not in again]
        lines = [line for piece in part.pieces if piece.row in again for line in piece.lines]
        seen.update((piece.tag, piece.text) for piece in kept if piece.tag and piece.tag not in seen)
        done.append(Part(kept, part.beside, [*part.repeated, *lines]))
    return done
