"""A word processor's text as it flows: drafts of paragraphs and tables to blocks and their verbatim text.

Readers of DOCX and ODT say what stands in the file (`_drafts`); what a paragraph with a
bullet, a number or a line break is to the model, which paragraphs are headings and where each piece
stands, is the same for both and decided here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..model import Block, Cell, Page, Paragraph, Table
from ..passage import Passage, Place, join
from ._blocks import item, text_paragraphs
from ._draft_tables import columned, flattened, unframed
from ._drafts import Draft, DraftBlock, DraftCell, DraftTable
from ._leads import Spans, with_lead

LARGER = 1.15  # times the body's type size: a heading
HEADING_WORDS = 30
DEEPEST = 6
SAME_INDENT = 3.0  # points
TAB = 18.0  # points


@dataclass(frozen=True, slots=True)
class Flow:
    """A document's verbatim text, its blocks in reading order, and what stands at the edge of its pages."""

    page: Page
    blocks: tuple[Block, ...]
    furniture: tuple[Passage, ...]


def assemble(drafts: Iterable[DraftBlock], furniture: Iterable[Draft] = ()) -> Flow:
    """The text and blocks that the drafts make; nested tables become text of their cell or stand alone."""
    held = [block for block in unframed(drafts) if not (isinstance(block, Draft) and block.is_empty)]
    work = _Assembler(_Headings.of(held))
    blocks = tuple(block for draft in held for block in work.blocks(draft))
    edge = tuple(work.write(draft, Place()).strip() for draft in furniture if not draft.is_empty)
    return Flow(Page("\n".join(work.lines)), blocks, edge)


@dataclass(frozen=True, slots=True)
class _Headings:
    """What tells a heading where no style does: type larger than the body's, or bold throughout."""

    body: float = 0.0
    ranks: dict[float, int] = field(default_factory=dict)
    bold: int = 1

    @classmethod
    def of(cls, blocks: Sequence[DraftBlock]) -> _Headings:
        drafts = [block for block in blocks if isinstance(block, Draft)]
        sizes = Counter[float]()
        for run in (run for draft in drafts for run in draft.runs):
            sizes[run.size] += len(run.text)
        body = max(sizes, key=lambda size: (sizes[size], -size), default=0.0)
        large = {draft.size for draft in drafts if not draft.heading and _is_large(draft, body)}
        ranks = {size: rank for rank, size in enumerate(sorted(large, reverse=True), start=1)}
        deepest = max((draft.heading for draft in drafts), default=0)
        return cls(body, ranks, min(max(deepest, len(ranks)) + 1, DEEPEST))

    def level(self, draft: Draft) -> int:
        """The level of the heading that a paragraph outside tables is; 0 for body text."""
        if draft.heading:
            return min(draft.heading, DEEPEST)
        if _is_large(draft, self.body):
            return min(self.ranks.get(draft.size, DEEPEST), DEEPEST)
        return self.bold if draft.stands_out and _is_title(draft) else 0


def _is_large(draft: Draft, body: float) -> bool:
    return body > 0 and draft.size >= LARGER * body and _is_title(draft)


def _is_title(draft: Draft) -> bool:
    """Is it short, no sentence, and no list item?"""
    text = draft.text.strip()
    return 0 < len(text.split()) <= HEADING_WORDS and not text.endswith((".", ";", ",")) and not draft.is_bullet


class _Assembler:
    """Writes the verbatim text and makes blocks of it, counting paragraphs and tables."""

    def __init__(self, headings: _Headings) -> None:
        self.headings = headings
        self.lines: list[str] = []
        self.length = 0
        self.tables = 0
        self.paragraphs = 0
        self.levels = _Levels()

    def blocks(self, draft: DraftBlock) -> Iterator[Block]:
        """The blocks a draft outside tables makes: one table, or a paragraph for each of its lines."""
        if isinstance(draft, DraftTable):
            yield self._table(draft)
            self.levels = _Levels()
            return
        place = Place(path=f"paragraph[{self.paragraphs}]")
        self.paragraphs += 1
        level = self.headings.level(draft)
        yield from [self._heading(draft, place, level)] if level else self._paragraphs(draft, place, self.levels)

    def write(self, draft: Draft, place: Place) -> Passage:
        """The draft's label and text, which the verbatim text now ends with."""
        text = f"{draft.label}\t{draft.text}" if draft.label and draft.text.strip() else draft.label + draft.text
        passage = Passage.of(text, place, self.length)
        self.lines.append(text)
        self.length += len(text) + 1
        return passage

    def _heading(self, draft: Draft, place: Place, level: int) -> Paragraph:
        """One paragraph: lines of a heading are broken for looks."""
        passage = join(" ", (line.strip() for line in self.write(draft, place).lines()))
        self.levels = _Levels()
        return replace(item(passage), heading=level, lead=len(passage) if draft.stands_out else 0)

    def _paragraphs(self, draft: Draft, place: Place, levels: _Levels) -> list[Paragraph]:
        passage = self.write(draft, place)
        apart = _set_apart(draft, passage)
        found = _numbered(passage, draft) if draft.label and draft.text.strip() else text_paragraphs(passage)
        return [levels.placed(with_lead(p, apart), draft.indent) for p in found if p.text.strip()]

    def _table(self, table: DraftTable) -> Table:
        index = self.tables
        self.tables += 1
        cells, columns = columned(table)
        return Table(index, tuple(self._cell(index, cell) for cell in cells), columns)

    def _cell(self, table: int, cell: DraftCell) -> Cell:
        place = Place(None, table, cell.row, cell.start, f"table[{table}]/row[{cell.row}]/cell[{cell.start}]")
        levels = _Levels()
        drafts = [draft for draft in flattened(cell.blocks) if not draft.is_empty]
        paragraphs = tuple(p for draft in drafts for p in self._paragraphs(_in_cell(draft), place, levels))
        spans = cell.row_span, cell.end - cell.start
        return Cell(cell.row, cell.start, paragraphs, *spans, header=cell.header, fill=cell.fill)


def _in_cell(draft: Draft) -> Draft:
    """In a cell, a heading is a paragraph that is set apart."""
    return replace(draft, runs=tuple(replace(run, apart=True) for run in draft.runs)) if draft.heading else draft


def _numbered(passage: Passage, draft: Draft) -> list[Paragraph]:
    """The paragraphs of a list item; a number that no list would print as a marker ("1.2") stays in the text."""
    label, body = passage[: len(draft.label)], text_paragraphs(passage[len(draft.label) + 1 :])
    text = body[0].marker + " " + body[0].passage if body[0].marker else body[0].passage
    first = Paragraph(text, label) if draft.is_bullet else item(label + "\t" + text)
    return [first, *body[1:]]


def _set_apart(draft: Draft, passage: Passage) -> Spans:
    """Where the text is set apart; a label is as what follows it."""
    filled = [run for run in draft.runs if run.text.strip()]
    label = len(passage) - len(draft.text)
    start = passage.pieces[0].start if passage.pieces else 0
    spans: list[tuple[int, int]] = [(start, start + label)] if filled and filled[0].apart else []
    start += label
    for run in draft.runs:
        if run.apart:
            spans.append((start, start + len(run.text)))
        start += len(run.text)
    return spans


class _Levels:
    """How deep list items lie that follow each other, by their indents."""

    def __init__(self) -> None:
        self.indents: list[float] = []

    def placed(self, paragraph: Paragraph, indent: float) -> Paragraph:
        """The item with its level; what is no item ends a list."""
        if not paragraph.is_item:
            self.indents = []
            return paragraph
        own = indent + TAB * paragraph.level
        self.indents = [known for known in self.indents if known <= own + SAME_INDENT]
        if not self.indents or own > self.indents[-1] + SAME_INDENT:
            self.indents.append(own)
        return replace(paragraph, level=len(self.indents) - 1)
