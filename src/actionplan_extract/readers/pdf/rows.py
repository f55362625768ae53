"""Rows without rules: at which levels of a table they begin, and which cells reach over several.

A gap in one cell parts its paragraphs. A row begins where cells of several columns begin level with each other, among
them those of key columns, whose cells nearly always do (number, owner, deadline), and at every reference of a
column of such. Rules, where there are enough of them, overrule all that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from math import ceil

from .aligned import Edge, aligned_starts, alignment, top
from .levels import Level, Stretch
from .paragraphs import is_unfinished, opens

TOGETHER = 0.4  # share of the columns that begin level at the start of a row
KEEN = 0.75  # share of the cells of a key column that begin level with others
NEARLY = 0.9  # of the smallest distance of rows that are sure: enough where less speaks for a row
PADDED = 0.2  # share of the rows that white space sets off in every column
RULED = 0.5  # share of the rows that rules part: then all are

_REFERENCE = re.compile(r"[A-Z]{0,5}[ .\-]{0,2}\d{1,3}(?:[.\-]\d{1,3})*[a-z]?[.):]?", re.IGNORECASE)

Starts = Mapping[int, frozenset[int]]
"""The levels at which rows begin, and the columns whose cells reach on over that."""


def is_reference(text: str) -> bool:
    """Is it a number or code and nothing else ("4.", "GOV-25-01")?"""
    return bool(_REFERENCE.fullmatch(text))


def row_starts(stretches: Sequence[Stretch], count: int) -> list[Starts]:
    """For each stretch of a table of `count` columns where its rows begin, apart from the first."""
    habits = _Habits([stretch.levels for stretch in stretches], count)
    edge = alignment(stretches)
    return [dict(_starts(stretch, habits, edge)) for stretch in stretches]


def _starts(stretch: Stretch, habits: _Habits, edge: Edge) -> Iterator[tuple[int, frozenset[int]]]:
    levels = stretch.levels
    if habits.is_ruled:
        yield from ((number, habits.unruled(levels[number])) for number in habits.ruled(levels))
    elif edge is top:
        yield from ((number, habits.spanning(levels[number])) for number in habits.begun(levels))
    else:
        yield from ((number, frozenset()) for number in aligned_starts(stretch, edge))


class _Habits:
    """What holds for the whole of a table."""

    def __init__(self, stretches: Sequence[Sequence[Level]], count: int) -> None:
        self.stretches = stretches
        self.count = count
        self.later = [level for levels in stretches for level in levels[1:]]
        self.needed = max(2, ceil(TOGETHER * count))

    @cached_property
    def keys(self) -> frozenset[int]:
        """The columns whose cells nearly always begin level with others."""
        return frozenset(column for column in range(self.count) if self._is_key(column))

    def _is_key(self, column: int) -> bool:
        begun = [level for level in self.later if column in level.begins]
        shared = sum(len(level.begins) >= self.needed for level in begun)
        return bool(begun) and shared >= KEEN * len(begun)

    @cached_property
    def has_references(self) -> bool:
        """Does the first column hold references and nothing else?"""
        first = [level.lines[0].text for levels in self.stretches for level in levels if 0 in level.lines]
        return bool(first) and all(map(is_reference, first))

    @cached_property
    def sure(self) -> list[Level]:
        """The levels that are the start of a row without doubt."""
        return [level for level in self.later if self._is_sure(level)]

    def _is_sure(self, level: Level) -> bool:
        return len(level.begins & self.keys) >= 2 or (self.has_references and 0 in level.lines)

    @cached_property
    def row_distance(self) -> float:
        """The smallest distance of two rows that white space parts."""
        return min((level.distance for level in self.sure if not level.passing), default=0.0)

    @cached_property
    def is_padded(self) -> bool:
        """Does white space part the rows in every column?"""
        return sum(not level.passing for level in self.sure) > PADDED * len(self.sure)

    def begun(self, levels: Sequence[Level]) -> list[int]:
        """Where rows begin by their text."""
        return [number for number, level in enumerate(levels) if number and self._begins_row(level)]

    def _begins_row(self, level: Level) -> bool:
        if self._is_sure(level):
            return True
        if not self.is_padded and self._begins_throughout(level):
            return True
        is_apart = level.distance >= NEARLY * self.row_distance
        return len(level.begins) >= 2 and bool(level.begins & self.keys) and is_apart

    def _begins_throughout(self, level: Level) -> bool:
        """Do entries seem to begin in several columns, though no white space says so, and in no other text go on?"""
        begun = all(_begins(level, column) for column in level.lines)
        return begun and len(level.lines) >= min(3, self.count) and any(map(partial(self._stopped, level), level.above))

    def _stopped(self, level: Level, column: int) -> bool:
        """Would the first word of the line have had room on the line above?"""
        first = level.lines[column].runs[0].first.box
        return level.above[column].box[2] + first[2] - first[0] + level.size < self.rights[column]

    @cached_property
    def rights(self) -> dict[int, float]:
        """How far to the right the text of each column reaches."""
        reach: dict[int, float] = {}
        for level in (level for levels in self.stretches for level in levels):
            for column, line in level.lines.items():
                reach[column] = max(reach.get(column, 0.0), line.box[2])
        return reach

    def spanning(self, level: Level) -> frozenset[int]:
        """The columns whose text goes on past the start of a row, where white space would part it."""
        passing = (column for column in level.passing if column not in level.lines or not _begins(level, column))
        return frozenset(passing) if self.is_padded else frozenset()

    @cached_property
    def is_ruled(self) -> bool:
        """Do rules part the rows?"""
        ruled, begun = (sum(len(found(levels)) for levels in self.stretches) for found in (self.ruled, self.begun))
        return ruled > 0 and ruled >= RULED * begun

    def ruled(self, levels: Sequence[Level]) -> list[int]:
        """Where rows begin by rules."""
        return [number for number, level in enumerate(levels) if number and 2 * len(level.ruled) >= self.count]

    def unruled(self, level: Level) -> frozenset[int]:
        """The columns over which the rule above does not go."""
        return frozenset(range(self.count)) - level.ruled


def _begins(level: Level, column: int) -> bool:
    """Does an entry seem to begin in a column, by its words?"""
    above = level.above.get(column)
    return opens(level.lines[column].opening) and not (above and is_unfinished(above))
