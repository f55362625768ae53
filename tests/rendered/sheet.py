"""A plan set out on paper: headings, prose and tables, still in no format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .content import Line

HEADER_FILL = "#d9e2f3"
BAND_FILL = "#bdd6ee"


@dataclass(frozen=True)
class Cell:
    """A cell at `column`, over `rows` and `columns`."""

    lines: tuple[Line, ...]
    column: int
    rows: int = 1
    columns: int = 1
    fill: str | None = None

    @property
    def text(self) -> str:
        """The cell's lines as they are written in this package."""
        return "\n".join(written(line) for line in self.lines)


@dataclass(frozen=True)
class Row:
    """A row; `actions` are the places, in reading order, of the plan's actions in it.

    `opens` tells whether a recommendation, band or header starts here: the only rules that some styles draw.
    """

    cells: tuple[Cell, ...]
    header: bool = False
    opens: bool = True
    actions: tuple[int, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table with the shares of its columns; `of_plan` is False for what stands beside the plan."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    of_plan: bool = True


@dataclass(frozen=True)
class Heading:
    """A heading of `level` from 2 (the title is 1); `number` stands before it ("1.")."""

    text: str
    level: int = 2
    number: str | None = None


@dataclass(frozen=True)
class Prose:
    """Paragraphs and lists outside tables."""

    lines: tuple[Line, ...]


Block = Heading | Prose | Table


@dataclass(frozen=True)
class Sheet:
    """A whole document."""

    title: str
    council: str
    blocks: tuple[Block, ...]

    @property
    def tables(self) -> Iterator[Table]:
        """The plan's own tables."""
        return (block for block in self.blocks if isinstance(block, Table) and block.of_plan)


def written(line: Line, bullet: str = "-") -> str:
    """A line as text: two spaces a level, the bullet or printed number before it."""
    marker = bullet if line.marker == "-" else line.marker
    return "  " * line.level + (f"{marker} " if marker else "") + line.text
