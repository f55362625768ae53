"""Lines of several columns that stand level, and where among them cells or paragraphs begin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from .lines import Line, pitch

LEVEL = 0.35  # type sizes: lines whose feet are closer stand level
APART = 1.12  # times the usual distance of lines: a wider one parts cells or paragraphs
USUAL_RANK = 0.1  # the distance within paragraphs is a low one where most cells hold a line or two,
WIDEST = 1.6  # type sizes, and never more than this
REACH = 2.0  # points: how far a rule may reach into the lines it parts

Cells = tuple[tuple[Line, ...], ...]
"""The lines of each column, from the top."""


class Separator(NamedTuple):
    """A level rule, or edge of a coloured area, across some columns."""

    at: float
    columns: frozenset[int]


@dataclass(frozen=True, slots=True)
class Level:
    """Lines that stand level, by column, and those above them in the same columns.

    `begins` are the columns in which a cell or paragraph begins here, `passing` those whose text goes on past
    the upper edge, `ruled` those that a rule closes there. `distance` is that from the lowest line above
    in other columns than the passing ones, in type sizes.
    """

    lines: Mapping[int, Line]
    above: Mapping[int, Line]
    begins: frozenset[int]
    passing: frozenset[int]
    ruled: frozenset[int]
    distance: float

    @property
    def size(self) -> float:
        """The type size of its largest words."""
        return max(line.size for line in self.lines.values())


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of a table that stand together: by column, and by level; a band across the columns has no levels.

    `is_rest` tells that it goes on with what stood on the page before.
    """

    cells: Cells
    levels: Sequence[Level]
    is_rest: bool = False


def usual_distance(columns: Iterable[Sequence[Line]]) -> float:
    """The distance of two lines of a paragraph, in type sizes, as the columns show it."""
    found = (pitch(upper, lower) for lines in columns for upper, lower in pairwise(lines))
    likely = sorted(distance for distance in found if 0.8 < distance <= WIDEST)
    return likely[int(len(likely) * USUAL_RANK)] if likely else WIDEST


def find_levels(columns: Cells, separators: Sequence[Separator], usual: float) -> list[Level]:
    """The levels from the top; lines further apart than `usual` begin something. The separators are in order."""
    rows = list(_clusters(columns))
    places = {line: number for number, row in enumerate(rows) for line in row.values()}
    parted = _parted(columns, separators, usual)
    passing: list[set[int]] = [set() for _ in rows]
    for column, lines in enumerate(columns):
        for upper, lower in pairwise(lines):
            for number in range(places[upper] + 1, places[lower] + 1) if lower not in parted else ():
                passing[number].add(column)
    above = _above(columns)
    ruled = _ruled(rows, separators)
    found, feet = list[Level](), dict[int, float]()
    for row, runs_on, closed in zip(rows, passing, ruled, strict=True):
        found.append(_level(row, feet, above, parted, frozenset(runs_on), closed))
        feet |= {column: line.box[3] for column, line in row.items()}
    return found


def _clusters(columns: Cells) -> Iterator[dict[int, Line]]:
    """The lines, by column, that share a foot line."""
    row: dict[int, Line] = {}
    foot = 0.0
    placed = ((line, column) for column, lines in enumerate(columns) for line in lines)
    for line, column in sorted(placed, key=lambda found: found[0].box[3]):
        if row and (line.box[3] - foot > LEVEL * line.size or column in row):
            yield row
            row = {}
        foot = line.box[3] if not row else foot
        row[column] = line
    if row:
        yield row


def _above(columns: Cells) -> dict[Line, Line]:
    return {lower: upper for lines in columns for upper, lower in pairwise(lines)}


def _parted(columns: Cells, separators: Sequence[Separator], usual: float) -> set[Line]:
    """The lines that do not go on from the one above."""
    return {
        lower
        for column, lines in enumerate(columns)
        for upper, lower in pairwise(lines)
        if pitch(upper, lower) > APART * usual
        or any(column in rule.columns for rule in _between(separators, upper.box[3], lower.box[1]))
    }


def _between(separators: Sequence[Separator], top: float, bottom: float) -> Sequence[Separator]:
    first = bisect_left(separators, top - REACH, key=attrgetter("at"))
    return separators[first : bisect_right(separators, bottom + REACH, key=attrgetter("at"))]


def _ruled(rows: Sequence[Mapping[int, Line]], separators: Iterable[Separator]) -> list[frozenset[int]]:
    """The columns that a rule closes above each row."""
    ruled: list[frozenset[int]] = [frozenset()] * len(rows)
    feet = [max(line.box[3] for line in row.values()) for row in rows]
    for rule in separators:
        for number in range(bisect_left(feet, rule.at), len(rows)):
            if any(column in rule.columns and line.box[1] + REACH >= rule.at for column, line in rows[number].items()):
                ruled[number] |= rule.columns
                break
    return ruled


def _level(
    row: dict[int, Line],
    feet: Mapping[int, float],
    above: Mapping[Line, Line],
    parted: set[Line],
    passing: frozenset[int],
    ruled: frozenset[int],
) -> Level:
    begins = frozenset(column for column, line in row.items() if line not in above or line in parted)
    ended = [foot for column, foot in feet.items() if column not in passing]
    first = min(row.values(), key=lambda line: line.box[3])
    distance = (first.box[3] - max(ended)) / max(first.size, 1) if ended else 0.0
    over = {column: above[line] for column, line in row.items() if line in above}
    return Level(row, over, begins, passing, ruled, distance)
