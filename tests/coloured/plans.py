"""Plans that say by colours how far things have got, in every way in which a page can."""

from __future__ import annotations

from dataclasses import dataclass

RED, AMBER, GREEN, BLUE = "#c00000", "#ffc000", "#00b050", "#0070c0"
BAND = "#d9ead3"  # every other row is as green as this


@dataclass(frozen=True)
class Mark:
    """A status cell: its text, fill and ink, or a shape ("disc", "square") drawn in it, and the rating that tells."""

    rag: str | None
    text: str = ""
    fill: str | None = None
    ink: str | None = None
    shape: str | None = None


@dataclass(frozen=True)
class Table:
    """A table of actions with their marks; `ruled`: with lines around its cells, `banded`: rows filled by turns."""

    title: str
    marks: tuple[Mark, ...]
    ruled: bool = True
    banded: bool = False

    def action(self, number: int) -> str:
        """What the row of a number (from 0) is about."""
        return f"{_WORK[number % len(_WORK)]} for {self.title.lower()}"


_WORK = ("Write the strategy", "Hold three workshops", "Publish the figures", "Train all members")

TABLES = (
    Table("Filled cells", (Mark("red", fill=RED), Mark("amber", fill=AMBER), Mark("green", fill=GREEN))),
    Table(
        "Filled cells without lines",
        (Mark("green", "Done", GREEN), Mark("red", "Late", RED), Mark("amber", "Slow", AMBER)),
        ruled=False,
    ),
    Table(
        "Coloured words",
        (
            Mark("green", "On track", ink=GREEN),
            Mark("red", "Stuck", ink=RED),
            Mark("amber", "Slower than hoped", ink="#ed7d31"),
            Mark(None, "See the website", ink=BLUE),
        ),
    ),
    Table(
        "Symbols",
        (
            Mark("green", "●", ink=GREEN),
            Mark("red", "■", ink=RED),
            Mark("green", "✓", ink=GREEN),
            Mark("blue", "●", ink=BLUE),
        ),
    ),
    Table("Symbols without lines", (Mark("amber", "●", ink=AMBER), Mark("red", "●", ink=RED)), ruled=False),
    Table(
        "Banded rows",
        (Mark(None, "Open"), Mark(None, "Open"), Mark("red", "Open", RED), Mark(None, "Open")),
        banded=True,
    ),
    Table("Plain words", (Mark(None, "Open"), Mark(None, "Closed"))),
)
DRAWN = (
    Table(
        "Drawn shapes",
        (
            Mark("red", shape="disc", ink=RED),
            Mark("green", shape="square", ink=GREEN),
            Mark("amber", "Watch", shape="disc", ink=AMBER),
        ),
    ),
)
