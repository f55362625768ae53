"""Passage: text that keeps, for every piece of it, where that piece stands in the source.

Stitching and splitting become plain string work, and evidence follows by construction: whatever a
passage is cut and joined into, each sourced piece still equals the source's verbatim text at its
span. Nothing is ever looked up afterwards by searching for text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the top left of the page as displayed."""


class Place(NamedTuple):
    """Where a piece of text stands, but for its offsets.

    `page` counts from 1; `table`, `row` and `column` from 0; `path` is a structural locator for
    sources without pages; `boxes` holds one box, or one for each of the words that blanks part;
    `words` tells those of the words where a reader keeps the one box around them; `date` (EDTF) is the
    date that the source itself keeps behind the text (a spreadsheet's cell).
    """

    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    path: str | None = None
    boxes: tuple[Box, ...] = ()
    date: str | None = None
    words: Callable[[], tuple[Box, ...]] | None = None


class Piece(NamedTuple):
    """A run of text from one place, or (`place` None) text that joining put in between.

    `start` is the offset, in code points, of the text in its page's (or document's) verbatim text.
    """

    text: str
    place: Place | None = None
    start: int = 0

    @property
    def end(self) -> int:
        """The offset just behind the piece in the verbatim text."""
        return self.start + len(self.text)

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes of its words, or the one around all of them."""
        boxes = _word_boxes(self.place) if self.place else ()
        if len(boxes) < 2:
            return boxes
        return tuple([box for word, box in zip(self.text.split(" "), boxes, strict=True) if word])

    @property
    def box(self) -> Box | None:
        """The smallest box around all boxes."""
        return self.place.boxes[0] if self.place and self.place.words else union(self.boxes)

    def cut(self, start: int, end: int) -> Piece:
        """The part [start, end) of the piece, its offsets and boxes narrowed with it."""
        if self.place is None:
            return Piece(self.text[start:end])
        place = self.place
        boxes = _word_boxes(place)
        if len(boxes) > 1:
            first, last = self.text.count(" ", 0, start), self.text.count(" ", 0, end)
            place = place._replace(boxes=boxes[first : last + 1], words=None)
        return Piece(self.text[start:end], place, self.start + start)


def _word_boxes(place: Place) -> tuple[Box, ...]:
    return place.words() if place.words else place.boxes


@dataclass(frozen=True, slots=True)
class Passage:
    """An immutable sequence of pieces that slices, joins, strips and splits like a string."""

    pieces: tuple[Piece, ...] = ()

    @classmethod
    def of(cls, text: str, place: Place | None = None, start: int = 0) -> Passage:
        """A passage of one piece (of none where the text is empty)."""
        return cls((Piece(text, place, start),)) if text else cls()

    @property
    def text(self) -> str:
        """The plain text."""
        if len(self.pieces) == 1:
            return self.pieces[0].text
        return "".join([piece.text for piece in self.pieces])

    def __str__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return sum(len(piece.text) for piece in self.pieces)

    def __bool__(self) -> bool:
        return bool(self.pieces)

    def __add__(self, other: Passage | str) -> Passage:
        return Passage(self.pieces + as_passage(other).pieces)

    def __radd__(self, other: str) -> Passage:
        return as_passage(other) + self

    def __getitem__(self, part: slice) -> Passage:
        ends = self._ends()
        start, end, step = part.indices(ends[-1] if ends else 0)
        if step != 1:
            raise ValueError("a passage can only be cut into contiguous parts")
        return self._part(start, end, ends)

    def _ends(self) -> list[int]:
        """Where each piece ends in the passage."""
        return list(accumulate([len(piece.text) for piece in self.pieces]))

    def _part(self, start: int, end: int, ends: list[int]) -> Passage:
        """The part [start, end), without a piece where that is empty."""
        if start == 0 and ends and end == ends[-1]:
            return self
        return Passage(tuple(self._cut(start, end, ends)) if start < end else ())

    def _cut(self, start: int, end: int, ends: list[int]) -> Iterator[Piece]:
        for index in range(bisect_right(ends, start), len(self.pieces)):
            piece, offset = self.pieces[index], ends[index] - len(self.pieces[index].text)
            if offset >= end:
                return
            low, high = max(start - offset, 0), min(end - offset, len(piece.text))
            yield piece if (low, high) == (0, len(piece.text)) else piece.cut(low, high)

    def strip(self, chars: str | None = None) -> Passage:
        """The passage without white space (or the given characters) at its ends."""
        text = self.text
        start, end = len(text) - len(text.lstrip(chars)), len(text.rstrip(chars))
        return self[start : max(start, end)] if end - start < len(text) else self

    def split(self, pattern: str | re.Pattern[str]) -> list[Passage]:
        """The parts between the matches of a pattern, as `re.split` without groups."""
        matches = list(re.finditer(pattern, self.text))
        if not matches:
            return [self]
        starts, stops = [0, *(m.end() for m in matches)], [*(m.start() for m in matches), len(self)]
        ends = self._ends()  # once: a passage of many pieces has many parts
        return [self._part(start, stop, ends) for start, stop in zip(starts, stops, strict=True)]

    @property
    def is_blank(self) -> bool:
        """Is there nothing but white space in it?"""
        return not self.text.strip()

    def lines(self) -> list[Passage]:
        """The parts between line breaks."""
        return self.split(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")

    def sub(self, pattern: str | re.Pattern[str], replacement: str) -> Passage:
        """The passage with each match replaced by plain text (which has no source)."""
        return join(replacement, self.split(pattern))

    def collapse(self) -> Passage:
        """The passage with every run of white space as one blank, and none at the ends.

        A run that is one ordinary blank already keeps its source.
        """
        text = self.text
        if text == " ".join(text.split()):
            return self
        return self.sub(r"(?! (?!\s))(?<!\s)\s+", " ").strip()

    def sources(self) -> tuple[Piece, ...]:
        """The pieces that stand in the source, in order."""
        return tuple(piece for piece in self.pieces if piece.place is not None)


def as_passage(text: Passage | str) -> Passage:
    """A passage of the text; plain strings have no source."""
    return text if isinstance(text, Passage) else Passage.of(text)


def join(separator: Passage | str, parts: Iterable[Passage | str]) -> Passage:
    """The parts joined, with the separator in between."""
    first, *others = [*map(as_passage, parts)] or [Passage()]
    if not others:
        return first
    glue, pieces = as_passage(separator).pieces, [*first.pieces]
    for part in others:
        pieces += glue
        pieces += part.pieces
    return Passage(tuple(pieces))


def turned(box: Box, width: float, height: float, quarter_turns: int) -> Box:
    """Where a box lies once its page, of that size, is turned clockwise."""
    x0, top, x1, bottom = box
    return (
        box,
        (height - bottom, x0, height - top, x1),
        (width - x1, height - bottom, width - x0, height - top),
        (top, width - x1, bottom, width - x0),
    )[quarter_turns % 4]


def union(boxes: Iterable[Box]) -> Box | None:
    """The smallest box around the boxes, None where there are none."""
    held = list(boxes)
    if len(held) < 2:
        return held[0] if held else None
    x0, top, x1, bottom = zip(*held, strict=True)
    return min(x0), min(top), max(x1), max(bottom)
