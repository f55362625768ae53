"""Pages of sorted ink to blocks in reading order and the verbatim text they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from statistics import median

from ...model import Block, Cell, Page, Paragraph, Table
from ...passage import Passage, Piece, Place
from .furniture import Element, is_furniture
from .layout import CellInk, PageInk, TableInk, TextColumn, all_lines
from .lines import Line, WordBoxes, common_size, usual_pitch
from .paragraphs import Draft, PlacedLine, Setting, drafts, finish, goes_over, vocabulary

LARGER = 1.15  # times the body's type size: a heading
PROSE_LINES = 3  # a paragraph of so many lines shows the body's type size
HEADING_WORDS = 30
MAX_PADDING = 12.0  # points
DEEPEST = 6
PAIRS_TELL = 8  # pairs of lines from which on a table shows how far its own stand apart


@dataclass(frozen=True, slots=True)
class Assembly:
    """What pages became: their text, their blocks in reading order, their running heads and feet."""

    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    furniture: tuple[Passage, ...]


def assemble(pages: Sequence[PageInk], running: Container[Line]) -> Assembly:
    """The pages' texts and blocks; `running` are the lines that are furniture."""
    work = _Assembler(pages, running)
    texts = tuple(work.page(page) for page in pages)
    return Assembly(texts, tuple(work.finished_blocks()), tuple(work.furniture))


class _PageText:
    """The verbatim text of a page as it grows: words joined by a blank, lines by a line feed."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.lines: list[str] = []
        self.length = 0

    def add(self, line: Line, place: Place) -> PlacedLine:
        """The line with its place in the text, which now ends with it."""
        at = Place(place.page, place.table, place.row, place.column, boxes=(line.box,), words=WordBoxes(line))
        piece = Piece(line.text, at, self.length)
        self.lines.append(piece.text)
        self.length = piece.end + 1  # the line feed
        return PlacedLine(line, piece)


@dataclass(slots=True)
class _CellDraft:
    """A cell in the making: what its first page shows, where that is, and the lines so far, of one page or several."""

    held: CellInk
    outline: Place
    setting: Setting
    lines: list[PlacedLine]

    def finished(self) -> Cell:
        """The cell with its paragraphs."""
        cell, paragraphs = self.held.cell, tuple(finish(drafts(self.lines, self.setting)))
        spans = cell.row_span, cell.column_span
        colours = self.held.fill, self.held.ink
        return Cell(cell.row, cell.column, paragraphs, *spans, False, *colours, self.outline)


@dataclass(slots=True)
class _TableDraft:
    """A table in the making; `part` is what its first page shows of it."""

    index: int
    page: int
    part: TableInk
    cells: dict[tuple[int, int], _CellDraft] = field(default_factory=dict)

    def finished(self) -> Table:
        """The table with its cells."""
        cells = tuple(self.cells[at].finished() for at in sorted(self.cells))
        return Table(self.index, cells, self.part.columns, self.page, self.part.box, self.part.basis)


class _Assembler:
    """Knows what holds for the whole document, counts its tables and collects its blocks."""

    def __init__(self, pages: Sequence[PageInk], running: Container[Line]) -> None:
        self.cell_pitch = usual_pitch(cell.lines for page in pages for table in page.tables for cell in table.cells)
        self.prose_pitch = usual_pitch(
            lines for page in pages for lines in (page.lines, *(side.lines for side in page.sides))
        )
        self.margins = _margins(pages)
        self.common_size = common_size(all_lines(pages))
        self.running = running
        self.vocabulary = cache(lambda: vocabulary(all_lines(pages)))
        self.blocks: list[Draft | _TableDraft] = []
        self.furniture: list[Passage] = []
        self.tables: list[_TableDraft] = []

    def page(self, page: PageInk) -> Page:
        """The page with its text; its blocks are collected."""
        text = _PageText(page.ink.number)
        run: list[PlacedLine] = []
        begun = len(self.blocks)
        for element in _in_order(page):
            if is_furniture(element, self.running):
                self._furnish(element, text)
            elif isinstance(element, TableInk):
                self._end_run(run, page)
                self._table(element, text)
            elif isinstance(element, TextColumn):
                self._end_run(run, page)
                self._column(element, text)
            else:
                run.append(text.add(element, Place(page=text.number)))
        self._end_run(run, page)
        self._join_over(begun)
        return Page("\n".join(text.lines), page.ink.number, page.ink.width, page.ink.height, page.ink.turns)

    def _join_over(self, place: int) -> None:
        """Make the paragraph that a page's end cut one again: the block at a place may go on with the one before."""
        if not 0 < place < len(self.blocks):
            return
        before, after = self.blocks[place - 1 : place + 1]
        if isinstance(before, Draft) and isinstance(after, Draft) and goes_over(before, after):
            before.lines += after.lines
            before.glues += [" ", *after.glues]
            del self.blocks[place]

    def _furnish(self, element: Element, text: _PageText) -> None:
        for line in [element] if isinstance(element, Line) else element.lines:
            self.furniture.append(Passage((text.add(line, Place(page=text.number)).piece,)))

    def _end_run(self, run: list[PlacedLine], page: PageInk) -> None:
        left, right = self.margins[round(page.ink.width)]
        self.blocks.extend(drafts(run, Setting(left, right, self.prose_pitch, self.vocabulary)))
        run.clear()

    def _column(self, column: TextColumn, text: _PageText) -> None:
        left, _, right, _ = column.box
        lines = [text.add(line, Place(page=text.number)) for line in column.lines]
        self.blocks.extend(drafts(lines, Setting(left, right, self.prose_pitch, self.vocabulary)))

    def _table(self, part: TableInk, text: _PageText) -> None:
        """Take in a table, or what a further page shows of one that is tagged."""
        begun = (draft for draft in self.tables if part.tag and draft.part.tag is part.tag)
        table = next(begun, None) or _TableDraft(len(self.tables), text.number, part)
        if table.index == len(self.tables):
            self.tables.append(table)
            self.blocks.append(table)
        padding = _padding(part)
        usual = usual_pitch((held.lines for held in part.cells), self.cell_pitch, PAIRS_TELL)
        for held in part.cells:
            self._cell(held, table, padding, usual, text)

    def _cell(self, held: CellInk, table: _TableDraft, padding: float, usual: float, text: _PageText) -> None:
        cell = held.cell
        padding = min(padding, _gap(held)) if held.lines else padding  # none, where the cell is not drawn
        place = Place(page=text.number, table=table.index, row=cell.row, column=cell.column)
        setting = Setting(cell.box[0] + padding, cell.box[2] - padding, usual, self.vocabulary)
        outline = place._replace(boxes=(cell.box,))
        draft = table.cells.setdefault((cell.row, cell.column), _CellDraft(held, outline, setting, []))
        draft.lines += [text.add(line, place) for line in held.lines]

    def finished_blocks(self) -> Iterator[Block]:
        """The blocks, with headings told from body text."""
        body = _body_size(self.blocks) or self.common_size
        sizes = {draft.size for draft in self.blocks if isinstance(draft, Draft) and _is_large(draft, body)}
        ranks = {size: rank for rank, size in enumerate(sorted(sizes, reverse=True), start=1)}
        run: list[Draft] = []
        for block in [*self.blocks, None]:
            if isinstance(block, Draft):
                run.append(block)
                continue
            yield from _with_headings(run, body, ranks)
            run = []
            if block:
                yield block.finished()


def _in_order(page: PageInk) -> list[Element]:
    elements: list[Element] = [*page.lines, *page.tables, *page.sides]
    return sorted(elements, key=lambda element: (element.box[1], element.box[0]))


def _margins(pages: Iterable[PageInk]) -> dict[int, tuple[float, float]]:
    """Where text begins and ends on pages of a width (in whole points)."""
    reach: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for page in pages:
        boxes = [element.box for element in _in_order(page)] or [(0.0, 0.0, page.ink.width, 0.0)]
        reach[round(page.ink.width)].extend((box[0], box[2]) for box in boxes)
    return {width: (min(x0 for x0, _ in ends), max(x1 for _, x1 in ends)) for width, ends in reach.items()}


def _padding(table: TableInk) -> float:
    """The usual distance between a cell's side and its text."""
    gaps = [_gap(cell) for cell in table.cells if cell.lines]
    return min(max(median(gaps), 0.0), MAX_PADDING) if gaps else 0.0


def _gap(held: CellInk) -> float:
    """How far from a cell's left side its text begins."""
    return min(line.box[0] for line in held.lines) - held.cell.box[0]


def _body_size(blocks: Iterable[Draft | _TableDraft]) -> float:
    """The type size of running text, 0 where there is none."""
    prose = [block for block in blocks if isinstance(block, Draft) and len(block.lines) >= PROSE_LINES]
    return common_size(placed.line for draft in prose for placed in draft.lines)


def _is_large(draft: Draft, body: float) -> bool:
    return draft.size >= LARGER * body and _is_title(draft)


def _is_title(draft: Draft) -> bool:
    """Is it short, and no sentence?"""
    words = sum(placed.line.text.count(" ") + 1 for placed in draft.lines)
    return words <= HEADING_WORDS and not draft.last.text.endswith((".", ";", ","))


def _with_headings(run: Sequence[Draft], body: float, ranks: dict[float, int]) -> Iterator[Paragraph]:
    for draft, paragraph in zip(run, finish(run), strict=True):
        if draft.tagged_level:
            yield replace(paragraph, heading=draft.tagged_level)
        elif _is_large(draft, body):
            yield replace(paragraph, heading=min(ranks[draft.size], DEEPEST))
        elif draft.stands_out and _is_title(draft):
            yield replace(paragraph, heading=min(len(ranks) + 1, DEEPEST))
        else:
            yield paragraph
