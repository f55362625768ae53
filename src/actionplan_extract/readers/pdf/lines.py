"""Words to the lines they stand on, and how far those are apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from ...passage import Box, union
from .ink import Direction, Word, share

OVERLAP = 0.5  # of the smaller height: words that share so much of their height stand on one line
USUAL_RANK = 0.3  # lines within a paragraph are closer than most, so the usual distance is a low one
DEFAULT_PITCH = 1.2

_BOX = attrgetter("box")

_RUN_IN = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3}[.)]?)[A-Z][a-z]")  # "1.1Sort": a number with hardly a gap behind it


@dataclass(slots=True, eq=False)  # not frozen: there are thousands a document, and frozen ones take longer to make
class Line:
    """Words on one line in reading order, the box around them, the size of the largest, and their text.

    The text has blanks between the words. A line is equal only to itself.
    """

    words: tuple[Word, ...]
    box: Box
    size: float
    text: str

    @classmethod
    def of(cls, words: Iterable[Word]) -> Line:
        """The line of some words (one at least), in any order."""
        ordered = tuple(_with_number_apart(_in_order(words)))
        box = union([word.box for word in ordered]) or ordered[0].box
        size = max([word.size for word in ordered])
        return cls(ordered, box, size, " ".join([word.text for word in ordered]))


def _in_order(words: Iterable[Word]) -> list[Word]:
    held = list(words)
    return sorted(held, key=_BOX if held[0].direction == "right" else _along)


def _with_number_apart(words: list[Word]) -> list[Word]:
    """The words, a section number that runs into the first one made a word of its own."""
    number = _RUN_IN.match(words[0].text)
    if not number or words[0].direction != "right":
        return words
    end = number.end(1)
    return [words[0].part(0, end), words[0].part(end, len(words[0].text)), *words[1:]]


def _along(word: Word) -> float:
    return word.box[1] if word.direction == "down" else -word.box[3]


def build_lines(words: Iterable[Word]) -> list[Line]:
    """The lines, from the top; words that share half their height stand on one line."""
    held: dict[Direction, list[Word]] = defaultdict(list)
    for word in words:
        held[word.direction].append(word)
    lines = [line for direction, alike in held.items() for line in _cluster(alike, 1 if direction == "right" else 0)]
    return sorted(lines, key=lambda line: (line.box[1], line.box[0]))


def _cluster(words: Iterable[Word], axis: int) -> Iterator[Line]:
    line: list[Word] = []
    start = end = 0.0
    for word in sorted(words, key=lambda word: word.box[axis]):
        low, high = word.box[axis], word.box[axis + 2]
        if line and (low, high) == (start, end):
            line.append(word)
            continue
        if line and share((start, end), (low, high)) <= OVERLAP:
            yield Line.of(line)
            line = []
        start, end = (min(start, low), max(end, high)) if line else (low, high)
        line.append(word)
    if line:
        yield Line.of(line)


def common_size(lines: Iterable[Line]) -> float:
    """The type size of most characters, 0 where there are none."""
    count: Counter[float] = Counter()
    for line in lines:
        count[line.size] += len(line.text)
    return max(count, key=lambda size: (count[size], -size)) if count else 0.0


def pitch(upper: Line, lower: Line) -> float:
    """The distance of two lines, baseline to baseline, in type sizes."""
    return (lower.box[3] - upper.box[3]) / max(upper.size, lower.size, 1)


def usual_pitch(regions: Iterable[Sequence[Line]]) -> float:
    """The usual distance of two lines of a paragraph, in type sizes; lines of two sizes are of no one paragraph."""
    pairs = (pair for lines in regions for pair in pairwise(lines))
    found = (pitch(upper, lower) for upper, lower in pairs if round(upper.size) == round(lower.size))
    likely = sorted(distance for distance in found if 0.8 < distance < 2.6)
    return likely[int(len(likely) * USUAL_RANK)] if likely else DEFAULT_PITCH
