"""Runs to the lines they stand on, and how far those are apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from ...passage import Box, union
from .ink import Direction, Run, share

OVERLAP = 0.5  # of the smaller height: runs that share so much of their height stand on one line
RUNNING_TELL = 3  # pairs of lines
USUAL_RANK = 0.3  # lines within a paragraph are closer than most, so the usual distance is a low one
DEFAULT_PITCH = 1.2
WIDEST = 1.45  # where no sentence goes on to a further line, what is further apart are paragraphs

_BOX = attrgetter("box")

# "1.1Sort", "(a)Sort", "2.Sort": a number with hardly a gap behind it
_RUN_IN = re.compile(
    r"(\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|(?:\d{1,2}|[a-z])[.)]|\((?:\d{1,2}|[a-z]|[ivx]{2,4})\))[A-Z][a-z]"
)


@dataclass(slots=True, eq=False)  # not frozen: there are thousands a document, and frozen ones take longer to make
class Line:
    """Runs on one line in reading order, the box around them, the size of the largest, and their text.

    The text has blanks between the words. A line is equal only to itself.
    """

    runs: tuple[Run, ...]
    box: Box
    size: float
    text: str
    _words: list[Run] | None = None

    @classmethod
    def of(cls, runs: Iterable[Run]) -> Line:
        """The line of some runs (one at least), in any order."""
        ordered = tuple(_with_number_apart(_in_order(runs)))
        if len(ordered) == 1:
            ((text, box, size, *_),) = ordered
            return cls(ordered, box, size, text)
        box = union([run.box for run in ordered]) or ordered[0].box
        size = max([run.size for run in ordered])
        return cls(ordered, box, size, " ".join([run.text for run in ordered]))

    @property
    def words(self) -> list[Run]:
        """Its words, a run each."""
        if self._words is None:
            self._words = [word for run in self.runs for word in run.words]
        return self._words

    @property
    def is_word(self) -> bool:
        """Is it one word alone?"""
        return " " not in self.text

    @property
    def opening(self) -> str:
        """The text of its first word."""
        return self.text.partition(" ")[0]

    @property
    def ending(self) -> str:
        """The text of its last word."""
        return self.text.rpartition(" ")[2]

    def parted(self) -> tuple[Run, Line]:
        """Its first word, and the line that the others are."""
        first, rest = self.runs[0].parted()
        return first, Line.of([*rest, *self.runs[1:]])


@dataclass(frozen=True, slots=True, eq=False)
class WordBoxes:
    """Tells the boxes of a line's words when asked; equal to one that tells the same."""

    line: Line

    def __call__(self) -> tuple[Box, ...]:
        """The boxes, in reading order."""
        return tuple([word.box for word in self.line.words])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WordBoxes) and self() == other()

    def __hash__(self) -> int:
        return hash(self.line.box)


def _in_order(runs: Iterable[Run]) -> list[Run]:
    held = list(runs)
    return sorted(held, key=_BOX if held[0].direction == "right" else _along) if len(held) > 1 else held


def _with_number_apart(runs: list[Run]) -> list[Run]:
    """The runs, a section number that runs into the first word made a word of its own."""
    number = _RUN_IN.match(runs[0].text)
    if not number or runs[0].direction != "right":
        return runs
    word, rest = runs[0].parted()
    end = number.end(1)
    return [word.part(0, end), word.part(end, len(word.text)), *rest, *runs[1:]]


def _along(run: Run) -> float:
    return run.box[1] if run.direction == "down" else -run.box[3]


def build_lines(runs: Iterable[Run]) -> list[Line]:
    """The lines, from the top; runs that share half their height stand on one line."""
    held: dict[Direction, list[Run]] = defaultdict(list)
    for run in runs:
        held[run.direction].append(run)
    lines = [line for direction, alike in held.items() for line in _cluster(alike, 1 if direction == "right" else 0)]
    return sorted(lines, key=lambda line: (line.box[1], line.box[0]))


def _cluster(runs: Iterable[Run], axis: int) -> Iterator[Line]:
    line: list[Run] = []
    start = end = 0.0
    for run in sorted(runs, key=lambda run: run.box[axis]):
        low, high = run.box[axis], run.box[axis + 2]
        if line and (low, high) == (start, end):
            line.append(run)
            continue
        if line and share((start, end), (low, high)) <= OVERLAP:
            yield Line.of(line)
            line = []
        start, end = (min(start, low), max(end, high)) if line else (low, high)
        line.append(run)
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


def usual_pitch(regions: Iterable[Sequence[Line]], otherwise: float = DEFAULT_PITCH, least: int = 1) -> float:
    """The usual distance of two lines of a paragraph, in type sizes; lines of two sizes are of no one paragraph.

    That of lines of the usual size on which sentences plainly go on, where there are enough of them. `otherwise`
    where the regions have fewer than `least` pairs of lines.
    """
    pairs = [pair for lines in regions for pair in pairwise(lines) if _are_alike(*pair)]
    if len(pairs) < least:
        return otherwise
    (size, _), *_ = Counter(round(upper.size) for upper, _ in pairs).most_common(1)
    running = sorted(pitch(*pair) for pair in pairs if round(pair[0].size) == size and _runs_on(*pair))
    if len(running) >= RUNNING_TELL:
        return running[len(running) // 2]
    usual = sorted(pitch(*pair) for pair in pairs)[int(len(pairs) * USUAL_RANK)]
    return min(usual, *running) if running else min(usual, WIDEST)


def _are_alike(upper: Line, lower: Line) -> bool:
    return round(upper.size) == round(lower.size) and 0.8 < pitch(upper, lower) < 2.6


def _runs_on(upper: Line, lower: Line) -> bool:
    """Does the lower line plainly go on with the sentence above?"""
    return lower.text[0].islower() and upper.ending[-1].isalpha()
