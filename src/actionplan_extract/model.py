"""What the stages hand on, from the reader's document to the plan's parts; still text, no types."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, Protocol

from .passage import Box, Passage, Piece, Place, join, turned


@dataclass(frozen=True, slots=True)
class Page:
    """A page (or the whole document, `number` None, where the format has none) and its verbatim text.

    `width` and `height` are in points. A page that is displayed sideways or upside down is read, and measured, as
    `turns` quarter turns clockwise set it right.
    """

    text: str
    number: int | None = None
    width: float | None = None
    height: float | None = None
    turns: int = 0

    def shown(self, box: Box) -> Box:
        """A box as it lies on the page as displayed."""
        return turned(box, self.width or 0.0, self.height or 0.0, -self.turns) if self.turns else box


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or list item.

    `marker` is the bullet or printed number of a list item ("•", "3."), not part of `passage`;
    `level` its nesting from 0. `heading` is the level of a heading (1 the highest), 0 for body text.
    `lead` counts the characters at the start that are set apart by bold type or underlining.
    """

    passage: Passage
    marker: Passage | None = None
    level: int = 0
    heading: int = 0
    lead: int = 0

    @property
    def text(self) -> str:
        """The plain text, without the marker."""
        return self.passage.text

    @property
    def whole(self) -> Passage:
        """The passage, led by the printed number of a list item."""
        return self.marker + " " + self.passage if self.marker and self.is_numbered else self.passage

    @property
    def glyph(self) -> str:
        """The marker as plain text, empty where there is none."""
        return str(self.marker) if self.marker else ""

    @property
    def is_item(self) -> bool:
        """Is it a list item?"""
        return self.marker is not None

    @property
    def is_numbered(self) -> bool:
        """Is it an item with a printed number or letter?"""
        return any(c.isalnum() for c in self.glyph) and self.glyph not in ("o", "O")


@dataclass(frozen=True)
class Cell:
    """A cell as the format declares it, or as tabulating found it.

    `row` and `column` are its place in the source table, from 0; `fill` its colour as "#rrggbb", `ink`
    the one bright colour of what is written or drawn in it. `place` is where it stands, with its outline
    on the page, where the format has such.
    """

    row: int
    column: int
    paragraphs: tuple[Paragraph, ...] = ()
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    fill: str | None = None
    ink: str | None = None
    place: Place | None = None

    @cached_property
    def passage(self) -> Passage:
        """The cell's paragraphs, one a line, without list markers."""
        return join("\n", (paragraph.passage for paragraph in self.paragraphs))

    @property
    def whole(self) -> Passage:
        """The cell's paragraphs, one a line, printed list numbers kept."""
        return join("\n", (paragraph.whole for paragraph in self.paragraphs))

    @cached_property
    def text(self) -> str:
        """The plain text of `passage`."""
        return self.passage.text

    @property
    def colour(self) -> str | None:
        """Its ink, else its fill."""
        return self.ink or self.fill

    @cached_property
    def is_empty(self) -> bool:
        """Is there no text in it?"""
        return all(paragraph.passage.is_blank for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a reader found it: its cells in reading order, not yet a rectangle.

    `index` counts the document's tables from 0. `columns` is the number of columns where the format
    tells it; None leaves it to be found (a stream of cells without row ends has `row` 0 throughout).
    `box` is its outline on `page`, `basis` what a reader of pages told it by ("rules"), for explaining.
    """

    index: int
    cells: tuple[Cell, ...]
    columns: int | None = None
    page: int | None = None
    box: Box | None = None
    basis: str = ""


Block = Paragraph | Table
NoticeCode = Literal[
    "column_ambiguous",
    "column_unmapped",
    "deadlines_uneven",
    "hidden_content",
    "legend_applied",
    "limit_reached",
    "ocr_text",
    "row_misfit",
    "row_stitched",
    "table_skipped",
    "styles_unread",
    "text_recovered",
    "text_unplaced",
]
Alignment = Literal["own_cell", "positioned", "paired", "shared", "inferred", "none"]


@dataclass(frozen=True, slots=True)
class Notice:
    """What a stage wants a reader of the result to know; becomes a Finding. `code` is the contract's."""

    code: NoticeCode
    message: str
    passage: Passage = field(default_factory=Passage)
    severity: Literal["info", "warning", "error"] = "info"


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader returns: pages with verbatim text, and blocks in reading order.

    `metadata` holds what the file says of itself under the keys title, author, created, modified
    (ISO dates). `furniture` are running heads, feet and page numbers: no part of the plan's text,
    but a place where a council's name stands.
    """

    format: str
    media_type: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    metadata: dict[str, str] = field(default_factory=dict)
    furniture: tuple[Passage, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def page_count(self) -> int | None:
        """The number of pages, None for a format without them."""
        return len(self.pages) if self.pages and self.pages[0].number is not None else None

    def verbatim(self, page: int | None) -> str:
        """The verbatim text of a page (of the document where it has no pages)."""
        found = self.page(page)
        return found.text if found else ""

    def page(self, number: int | None) -> Page | None:
        """The page of a number (the only one of a document without pages), None where there is none."""
        index = (number or 1) - 1  # pages count from 1
        if 0 <= index < len(self.pages) and self.pages[index].number == number:
            return self.pages[index]
        return next((page for page in self.pages if page.number == number), None)


@dataclass(frozen=True)
class Row:
    """A row of a grid.

    It has one cell a column, or fewer where the source lost cells of it. `after_break` marks the first
    row behind a place where the source cut the table (a page, a blank line, a row of dashes); `levelled` one of
    several that the source does not part, told by what stands at one height.
    """

    cells: tuple[Cell, ...]
    after_break: bool = False
    levelled: bool = False

    def __iter__(self) -> Iterator[Cell]:
        return iter(self.cells)

    @cached_property
    def filled(self) -> tuple[Cell, ...]:
        """The different cells that hold text (a merged cell once)."""
        return tuple({id(cell): cell for cell in self.cells if not cell.is_empty}.values())


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one table, with the paragraphs that stood between it and the table above.

    A merged cell stands at every place it covers. `titles` are headers and labels of the source that stand in no row.
    """

    rows: tuple[Row, ...]
    width: int
    above: tuple[Paragraph, ...] = ()
    index: int = 0
    page: int | None = None
    titles: tuple[Passage, ...] = ()


def piece_verbatim(document: Document, piece: Piece) -> str:
    """The source's own text at a piece's span, for checking the promise `verbatim == piece.text`."""
    page = piece.place.page if piece.place else None
    return document.verbatim(page)[piece.start : piece.end]


class TimeEntry(Protocol):
    """What interpretation may know of a deadline: where it stands in its cell, its kind, and what it says besides."""

    @property
    def span(self) -> tuple[int, int]:
        """Where the entry stands, [start, end)."""

    @property
    def kind(self) -> str:
        """The kind of deadline it is."""

    @property
    def milestone(self) -> str | None:
        """What is left of its text beside the time; None where it says nothing else."""


@dataclass(frozen=True)
class Senses:
    """What interpretation asks of the normalisers, so that stages stay apart.

    `entries` gives the timescale entries in a cell's text, in order; `is_owner` and `is_status` tell
    whether a short text names an owner or a status, `is_task` whether one begins as tasks do ("Review the …").
    """

    entries: Callable[[str], Sequence[TimeEntry]]
    is_owner: Callable[[str], bool]
    is_status: Callable[[str], bool]
    is_task: Callable[[str], bool] = lambda text: False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a plan table with the role it was given and how sure that is (0 to 1).

    `rated`: its cells' fills say how far things have got. `why`: what spoke for the role, in words.
    """

    index: int
    header: Passage
    role: str
    confidence: float
    rated: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Timescale:
    """The `index`-th entry of a timescale cell; `milestone` is the header of one of several date columns."""

    cell: Passage
    index: int
    milestone: str | None = None


@dataclass(frozen=True, slots=True)
class OwnerCell:
    """A cell that names owners, under its column's header; `hint` is officer or member where that says so."""

    passage: Passage
    hint: str | None = None
    header: str = ""


@dataclass(frozen=True, slots=True)
class StatusCell:
    """A cell that says how far a thing has got, in words or by a colour, under its column's header.

    `fill`, `ink` and `place` are the cell's own.
    """

    passage: Passage
    fill: str | None = None
    header: str = ""
    ink: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """The text of a column without a role, with the column's header."""

    header: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class ActionPart:
    """An action, still text."""

    paragraphs: tuple[Paragraph, ...]
    number: Passage = field(default_factory=Passage)
    group: Passage = field(default_factory=Passage)
    timescales: tuple[Timescale, ...] = ()
    alignment: Alignment = "none"
    confidence: float = 1.0
    owners: tuple[OwnerCell, ...] = ()
    status: tuple[StatusCell, ...] = ()
    progress: tuple[Labelled, ...] = ()
    outcome: Passage = field(default_factory=Passage)
    resources: Passage = field(default_factory=Passage)
    extra: tuple[Labelled, ...] = ()


@dataclass(frozen=True, slots=True)
class RecommendationPart:
    """A recommendation with its actions, still text."""

    number: Passage = field(default_factory=Passage)
    heading: Passage = field(default_factory=Passage)
    paragraphs: tuple[Paragraph, ...] = ()
    summary: tuple[Paragraph, ...] = ()
    owners: tuple[OwnerCell, ...] = ()
    status: tuple[StatusCell, ...] = ()
    extra: tuple[Labelled, ...] = ()
    actions: tuple[ActionPart, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanColumns:
    """The columns of a plan table, and what it was put together from: tables by index, paragraphs, header texts.

    `labelled`: its fields stand behind labels (which are then its columns' headers), not below a header row.
    """

    columns: tuple[Column, ...]
    tables: tuple[int, ...]
    titles: tuple[Passage, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    labelled: bool = False


@dataclass(frozen=True, slots=True)
class PlanParts:
    """What interpretation found; `front` are the paragraphs before the plan, `scores` how well each layout fits."""

    layout: str
    recommendations: tuple[RecommendationPart, ...]
    tables: tuple[PlanColumns, ...] = ()
    front: tuple[Paragraph, ...] = ()
    notices: tuple[Notice, ...] = ()
    scores: tuple[tuple[str, float], ...] = ()
