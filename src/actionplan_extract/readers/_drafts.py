"""What readers of a word processor's file say stands in it, before it is made blocks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one type, "\\n" where a line is broken; `apart` by bold type or underlining.

    `size` is in points, 0 where it is not known.
    """

    text: str
    apart: bool = False
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph as the file has it.

    `label` is the bullet or number that the program prints before it, `indent` where (in points) that
    or else the first line begins, `heading` the level that its style gives it.
    """

    runs: tuple[Run, ...] = ()
    label: str = ""
    is_bullet: bool = False
    indent: float = 0.0
    heading: int = 0

    @property
    def text(self) -> str:
        """The plain text, without the label."""
        return "".join(run.text for run in self.runs)

    @property
    def is_empty(self) -> bool:
        """Is there nothing to be seen in it, but for a bullet?"""
        return not self.text.strip() and (self.is_bullet or not self.label)

    @property
    def size(self) -> float:
        """The size of its largest type."""
        return max((run.size for run in self.runs if run.text.strip()), default=0.0)

    @property
    def stands_out(self) -> bool:
        """Is all of its text set apart?"""
        return all(run.apart for run in self.runs if run.text.strip())


@dataclass(frozen=True, slots=True)
class DraftCell:
    """A cell in the columns [start, end) of its table's own grid."""

    row: int
    start: int
    end: int
    blocks: tuple[Draft | DraftTable, ...] = ()
    row_span: int = 1
    header: bool = False
    fill: str | None = None

    @property
    def is_empty(self) -> bool:
        """Is there no text in it?"""
        return all(isinstance(block, Draft) and block.is_empty for block in self.blocks)


@dataclass(frozen=True, slots=True)
class DraftTable:
    """A table as the file has it; `edges` are where its grid's columns begin and the last ends, in points.

    There are none where the file does not tell.
    """

    cells: tuple[DraftCell, ...]
    edges: tuple[float, ...] = ()


DraftBlock = Draft | DraftTable
