"""What stands on a page before anything is made of it: words, rules and coloured areas.

This is the seam between the libraries that open the file and the code that understands the page:
whatever fills in an `Ink` can replace them. All measures are points from the top left of
the page as displayed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeVar

from ...model import Notice
from ...passage import Box
from .tags import Tag

STICKING_OUT = 3  # characters: as much of a long word may be printed beyond its cell
SLANT = 1.5  # times the type size: how high the box around a word on a level line never is
UNREADABLE = 0.2  # share of characters without a known meaning that makes a text useless

ODD_SIGNS = "!\"#$%&'()*+,/:;<=>?@[\\]^`{|}~"
ODD = 0.3  # share of characters that are such signs: a page of sums of money has half of it
A_SENTENCE = 30  # characters: fewer tell nothing of a font

BLACK, WHITE = "#000000", "#ffffff"

T = TypeVar("T")

Direction = Literal["right", "up", "down"]
"""The way a word runs."""


NO_WIDTHS: Mapping[str, float] = MappingProxyType({})


class Run(NamedTuple):
    """Words on one line that are set alike, one blank after each but the last; often a single word.

    Where its code points stand along a level line is told by `places` (the centre of each) or, where that is
    empty, by their `widths`; a word that runs up or down the page has neither, and is alone. `colour` is "#rrggbb",
    `tag` the element of a tagged file that it belongs to.
    """

    text: str
    box: Box
    size: float
    font: str = ""
    bold: bool = False
    underlined: bool = False
    direction: Direction = "right"
    places: tuple[float, ...] = ()
    colour: str = BLACK
    tag: Tag | None = None
    widths: Mapping[str, float] = NO_WIDTHS

    @property
    def words(self) -> list[Run]:
        """Its words, a run each."""
        if " " not in self.text:
            return [self]
        texts, start, found = self.text.split(" "), self.box[0], []
        factor, blank = self._scale(), self.widths[" "]
        for text in texts:
            end = start + factor * self._width(text)
            found.append(self._replace(text=text, box=(start, self.box[1], end, self.box[3])))
            start = end + factor * blank
        return found

    def _scale(self) -> float:
        """How much wider it is than its characters."""
        return (self.box[2] - self.box[0]) / (self._width(self.text) or 1.0)

    def parted(self) -> tuple[Run, list[Run]]:
        """Its first word, and the rest, if there is any, as a run."""
        first, *others = self.words
        if not others:
            return first, []
        rest = self.text[len(first.text) + 1 :], (others[0].box[0], *self.box[1:])
        return first, [self._replace(text=rest[0], box=rest[1])]

    @property
    def first(self) -> Run:
        """Its first word."""
        text, blank, _ = self.text.partition(" ")
        if not blank:
            return self
        x0, top, _, bottom = self.box
        return self._replace(text=text, box=(x0, top, x0 + self._scale() * self._width(text), bottom))

    @property
    def last(self) -> Run:
        """Its last word."""
        _, blank, text = self.text.rpartition(" ")
        if not blank:
            return self
        _, top, x1, bottom = self.box
        return self._replace(text=text, box=(x1 - self._scale() * self._width(text), top, x1, bottom))

    def _width(self, text: str) -> float:
        return sum(map(self.widths.__getitem__, text))

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of its box."""
        x0, top, x1, bottom = self.box
        return (x0 + x1) / 2, (top + bottom) / 2

    @property
    def is_slanted(self) -> bool:
        """Does it run at an angle? Only then the box around several characters is higher than their type."""
        return self.box[3] - self.box[1] > SLANT * self.size and self.direction == "right"

    @property
    def centres(self) -> tuple[float, ...]:
        """The place of each code point along a level line; empty for a word that runs up or down the page."""
        if self.places or not self.widths:
            return self.places
        widths = [self.widths[character] for character in self.text]
        x0, _, x1, _ = self.box
        factor = (x1 - x0) / (sum(widths) or 1.0)
        return tuple(x0 + factor * (end - width / 2) for end, width in zip(accumulate(widths), widths, strict=True))

    def part(self, start: int, end: int) -> Run:
        """The characters [start, end), the box narrowed to them."""
        (x0, top, x1, bottom), centres = self.box, self.centres
        if start:
            x0 = (centres[start - 1] + centres[start]) / 2
        if end < len(self.text):
            x1 = (centres[end - 1] + centres[end]) / 2
        return self._replace(text=self.text[start:end], box=(x0, top, x1, bottom), places=centres[start:end])

    def cut_where(self, place: Callable[[float], T]) -> Iterator[tuple[T, Run]]:
        """The run cut wherever `place`, asked about each character's centre, changes its answer; with the answers."""
        centres = self.centres
        first = place(centres[0] if centres else self.centre[0])
        if len(centres) < 2 or first == place(centres[-1]):
            yield first, self
            return
        start = 0
        for answer, run in groupby(centres, place):
            end = start + len(list(run))
            if self._only_sticks_out(end):
                yield answer, self.part(start, len(self.text))
                return
            yield answer, self.part(start, end)
            start = end

    def _only_sticks_out(self, start: int) -> bool:
        """Are the characters from `start` on the last few of a long word that had too little room?"""
        last, rest = self.text[start - 1 : start], self.text[start:]
        return len(rest) <= STICKING_OUT < start and last.islower() and rest.islower() and rest.isalpha()


class Rule(NamedTuple):
    """A straight line, level or upright: at `at` (y if level, else x) from `start` to `end`."""

    level: bool
    at: float
    start: float
    end: float


class Fill(NamedTuple):
    """An area painted in a colour ("#rrggbb")."""

    box: Box
    colour: str


@dataclass(frozen=True)
class Ink:
    """All that is printed on a page; `runs` in the order of reading or drawing, `fills` in that of painting.

    `dots` are the boxes of small shapes that may be drawn bullets, `images` those of its pictures. `glyphs` counts
    the visible characters, `unreadable` those among them of which the file does not say what they mean; `unread`
    says that text is drawn of which not one character could be read, `blank` that nothing at all is, `failure` why
    the page could not be read, `limits` what was left out because there was too much of it, `notices` what else is
    not among the words.

    A page whose text is displayed sideways or upside down is read as if it had been turned: `turns` are the quarter
    turns clockwise, and its size and all places on it are those of the page so turned.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...] = ()
    rules: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    dots: tuple[Box, ...] = ()
    images: tuple[Box, ...] = ()
    glyphs: int = 0
    unreadable: int = 0
    unread: bool = False
    blank: bool = False
    failure: str | None = None
    limits: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    turns: int = 0

    @property
    def words(self) -> list[Run]:
        """Its words, a run each."""
        return [word for run in self.runs for word in run.words]

    @cached_property
    def senseless(self) -> int:
        """How many characters tell nothing: all of them where they are mostly signs that no text has so many of.

        So comes out what is set in a font that numbers its letters anew and does not say how.
        """
        odd = sum(map("".join([run.text for run in self.runs]).count, ODD_SIGNS))
        return self.glyphs if self.glyphs >= A_SENTENCE and odd > ODD * self.glyphs else self.unreadable

    @property
    def is_legible(self) -> bool:
        """Does the file say of most characters what they mean?"""
        return self.senseless <= UNREADABLE * self.glyphs


@dataclass(frozen=True, slots=True)
class Print:
    """A PDF file: what it says of itself, its first pages, how many it has, and what is not on them."""

    metadata: dict[str, str]
    inks: tuple[Ink, ...]
    page_count: int
    notices: tuple[Notice, ...] = ()


def box_edges(box: Box) -> tuple[Rule, Rule, Rule, Rule]:
    """The four sides of a box."""
    x0, top, x1, bottom = box
    return (
        Rule(True, top, x0, x1),
        Rule(True, bottom, x0, x1),
        Rule(False, x0, top, bottom),
        Rule(False, x1, top, bottom),
    )


def is_within(point: tuple[float, float], box: Box) -> bool:
    """Does the point lie in the box?"""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def share(one: tuple[float, float], other: tuple[float, float]) -> float:
    """How much of the smaller of two stretches lies in the other, 0 to 1 (negative where they are apart)."""
    smaller = min(one[1] - one[0], other[1] - other[0])
    return (min(one[1], other[1]) - max(one[0], other[0])) / max(smaller, 0.01)
