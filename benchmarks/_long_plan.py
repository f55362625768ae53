"""A long ruled plan as a PDF, no two pages alike: the same bytes on every run, and no program needed to print it.

Its actions are as long as those of published plans, some three hundred characters on average.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import count
from random import Random

import pikepdf
from pdfminer.fontmetrics import FONT_METRICS
from pikepdf import Dictionary, Name

WIDTH, HEIGHT, MARGIN, FOOT = 842, 595, 48, 530
SIZE, PITCH, PADDING = 9, 11, 4
COLUMNS = (("Ref", 40), ("Recommendation", 170), ("Action", 290), ("Lead officer", 110), ("Timescale", 136))
FONTS = {"/F1": "Helvetica", "/F2": "Helvetica-Bold"}
ROWS_A_RECOMMENDATION = (1, 2, 2, 3)
SENTENCES = (1, 2, 3, 4, 5)  # of an action
LISTS = 0.3  # share of actions that end in a list

DOING = (
    "Agree with {partner} how {matter} is to be shared, and set it down in two pages that members can follow",
    "Ask everyone who works on {matter} what gets in their way, and publish what they said",
    "Bring {matter} before the scrutiny committee every quarter, with the figures of {partner} beside our own",
    "Draw up a programme for {matter} with its costs, its risks and the names of those who answer for it",
    "Find out from residents in each ward how {matter} has changed for them since the last survey",
    "Move {matter} to the depot, where {partner} has had rooms to spare since the spring",
    "Put the savings from {matter} into the reserve for repairs until the next budget is set",
    "Train the managers of {matter} in how to read a forecast and how to question one",
    "Write to {partner} about {matter}, and tell the committee what came back",
)
MATTER = (
    "the care of open spaces",
    "the housing register",
    "the letting of shops in the market hall",
    "the maintenance of bridges",
    "the register of assets",
    "the planning of school places",
    "the support of carers",
    "the recycling of garden waste",
    "the upkeep of footpaths",
    "the welcome given to new councillors",
)
PARTNER = (
    "the county council",
    "the fire and rescue service",
    "the health board",
    "the parish clerks",
    "the port authority",
    "the university",
    "our three largest contractors",
)
ITEMS = ("what it costs, and who pays", "who does it now", "what would be lost without it", "how others do it")
LEADS = ("Head of Finance", "Director of Place", "Head of Legal Services", "Chief Executive", "Head of Parks")
MONTHS = ("January", "March", "May", "July", "September", "November")


def long_plan(pages: int) -> bytes:
    """The file, of so many pages."""
    table = _Table(Random(pages))  # noqa: S311, no secret
    while len(table.pages) <= pages:
        table.recommendation()
    return _file(table.pages[:pages])


class _Table:
    """A table that grows over pages; a row that reaches a page's foot is cut there."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.numbers = count(1)
        self.pages: list[list[str]] = []
        self._begin_page()

    def _begin_page(self) -> None:
        self.pages.append([])
        self.top = MARGIN
        self._draw([[title] for title, _ in COLUMNS], "F2")

    def recommendation(self) -> None:
        """Add a recommendation's rows."""
        keys = str(next(self.numbers)), f"Improve {self._matter()} together with {self._partner()}."
        for place in range(self.random.choice(ROWS_A_RECOMMENDATION)):
            action = "\n".join(self._action())
            self._row((*(keys if place == 0 else ("", "")), action, self.random.choice(LEADS), self._timescale()))

    def _matter(self) -> str:
        return self.random.choice(MATTER)

    def _partner(self) -> str:
        return self.random.choice(PARTNER)

    def _action(self) -> Iterator[str]:
        for text in self.random.sample(DOING, self.random.choice(SENTENCES)):
            yield text.format(matter=self._matter(), partner=self._partner()) + "."
        if self.random.random() < LISTS:
            yield "We will say:"
            yield from (f"• {item}" for item in self.random.sample(ITEMS, 3))

    def _timescale(self) -> str:
        month, year = self.random.choice(MONTHS), self.random.choice((2025, 2026, 2027))
        return self.random.choice((f"{month} {year}", f"By {month} {year}", f"{month} {year}, then yearly"))

    def _row(self, cells: tuple[str, ...]) -> None:
        """A row, as much of it on each page as there is room for."""
        left = [_wrapped(text, width) for text, (_, width) in zip(cells, COLUMNS, strict=True)]
        while any(left):
            room = (FOOT - self.top - 2 * PADDING) // PITCH
            if room < 1:
                self._begin_page()
                continue
            self._draw([lines[:room] for lines in left])
            left = [lines[room:] for lines in left]

    def _draw(self, cells: list[list[str]], font: str = "F1") -> None:
        """A row with the rules around its cells."""
        height = max(map(len, cells)) * PITCH + 2 * PADDING
        x = MARGIN
        for lines, (_, width) in zip(cells, COLUMNS, strict=True):
            self.pages[-1].append(f"0.5 w {x} {HEIGHT - self.top - height} {width} {height} re S")
            for place, line in enumerate(lines):
                base = HEIGHT - self.top - PADDING - SIZE - place * PITCH
                text = line.encode("cp1252").hex()
                self.pages[-1].append(f"BT /{font} {SIZE} Tf {x + PADDING} {base} Td <{text}> Tj ET")
            x += width
        self.top += height


def _wrapped(text: str, width: int) -> list[str]:
    """The lines of a text of one or more paragraphs in a column."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        lines.append("")
        for word in paragraph.split():
            longer = f"{lines[-1]} {word}".strip()
            if _width(longer) <= width - 2 * PADDING:
                lines[-1] = longer
            else:
                lines.append(word)
    return lines


def _width(text: str) -> float:
    return SIZE * sum(FONT_METRICS["Helvetica"][1].get(character, 350) for character in text) / 1000


def _file(pages: list[list[str]]) -> bytes:
    out = BytesIO()
    with pikepdf.new() as file:
        fonts = {name: file.make_indirect(_font(base)) for name, base in FONTS.items()}
        for operators in pages:
            page = file.add_blank_page(page_size=(WIDTH, HEIGHT))
            page.obj.Resources = Dictionary(Font=Dictionary(fonts))
            page.obj.Contents = file.make_stream("\n".join(operators).encode())
        file.save(out, deterministic_id=True)
    return out.getvalue()


def _font(base: str) -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{base}"), Encoding=Name.WinAnsiEncoding)
