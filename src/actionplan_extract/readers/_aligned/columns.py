"""The columns of a table, and which parts of its lines stand in them.

Text set in proportional type puts a cell's lines at one place, but the cells of a column at different ones. So a part
of a line belongs to the column whose nearest lines, above and below, begin most nearly where it begins; lines that
have most parts are placed first. Where a cell's text comes within a blank of the next cell's, or meets it, the two are
cut where the lines beside them begin.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from operator import attrgetter

from .areas import NEAR
from .lines import Line, Part, is_key
from .widths import Measure, Wrapped

_MOST_COLUMNS = 40
_FAR = 12  # characters: further off is no further
_SHARED = 7  # characters out of place that two segments of one column count as
_CUT = 2  # what a cut counts,
_TOO_WIDE = 2  # and each character by which a part is too wide
_KEYED = 8  # and a key where these stand, for
_HOLE = 4  # what a cell without text on a line between two others counts
_BAND = 0.3  # of the first column's width: a single text that is so much wider stands across
_MOST_CUTS = 3  # in a line
_INDENT = 4  # characters too far to the right, which may be an indent and count half
_MEETS = re.compile(r"(?<=[a-z\d])(?=[A-Z])")  # where a cell's text begins without a blank before it


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its parts by column."""

    line: Line
    parts: dict[int, Part]
    is_across: bool = False


def column_starts(area: Sequence[Line]) -> list[int]:
    """Where the columns begin: the segments of the fullest line that others have as well, or of the header."""
    seen = Counter(place for line in area for place in set(line.places))
    best: list[int] = []
    for line in area:
        places = line.places[:_MOST_COLUMNS]
        held = [p for p in places if line is area[0] or sum(seen[p + by] for by in range(-NEAR, NEAR + 1)) > 1]
        best = held if len(held) > len(best) else best
    return best


def placed_pages(
    text: str, pages: Sequence[tuple[Sequence[Line], Sequence[int]]], heading: int = 1
) -> tuple[list[list[Placed]], Measure]:
    """The lines of each page with their parts by column, none without any, and the measure of the columns."""
    placings = [_Placing(text, [line for line in lines if line.segments], starts) for lines, starts in pages]
    for placing in placings:
        placing.place_all()
    measure = _measured(text, placings, heading)
    for placing in placings:
        placing.cut_all(measure)
    return [[placing.placed[number] for number in range(len(placing.lines))] for placing in placings], measure


def _measured(text: str, placings: Sequence[_Placing], heading: int) -> Measure:
    """The measure of the columns by the lines below a heading of some."""
    texts: list[set[str]] = [set() for _ in placings[0].starts]
    wrapped: list[Wrapped] = []
    for placing in placings:
        above: Mapping[int, str] = {}
        for number in range(heading, len(placing.lines)):
            held = {column: text[slice(*part)] for column, part in placing.bounded(number)}
            for column, said in held.items():
                texts[column].add(said)
            wrapped += [(column, above[column], said) for column, said in held.items() if column in above]
            above = held
    return Measure.of(texts, wrapped)


@dataclass(frozen=True, slots=True)
class _Fit:
    """Segments of a line, their parts by column, and how far these are from fitting."""

    cost: float
    segments: tuple[Part, ...]
    parts: dict[int, Part]


class _Placing:
    """The lines of a page placed so far."""

    def __init__(self, text: str, lines: Sequence[Line], starts: Sequence[int]) -> None:
        self.text = text
        self.lines = lines
        self.starts = starts
        self.placed: dict[int, Placed] = {}
        self.known: list[list[int]] = [[] for _ in starts]  # by column the lines that have a part there

    def place_all(self) -> None:
        """Place all lines, those with most segments first."""
        for number in sorted(range(len(self.lines)), key=lambda n: -len(self.lines[n].segments)):
            line = self.lines[number]
            if _is_across(line, self.starts):
                self.placed[number] = Placed(line, {0: line.segments[0]}, is_across=True)
            else:
                near = self._all_near(number)
                columns, _ = _best([[_off(place, starts) for starts in near] for place in line.places])
                parts = _joined(line.segments, columns)
                self._keep(number, parts)

    def _keep(self, number: int, parts: dict[int, Part]) -> None:
        self.placed[number] = Placed(self.lines[number], parts)
        for column in parts:
            insort(self.known[column], number)

    def bounded(self, number: int) -> Iterator[tuple[int, Part]]:
        """The parts of a line that do not go on into other columns."""
        line = self.placed[number]
        for column, part in () if line.is_across else line.parts.items():
            if not self._goes_on(number, column) and "  " not in self.text[slice(*part)]:
                yield column, part

    def _goes_on(self, number: int, column: int) -> bool:
        """Does a part stand over where the next column begins, of which the line has no text?"""
        line, beside = self.placed[number], column + 1
        if beside == len(self.starts) or beside in line.parts:
            return False
        return any(line.parts[column][1] - line.line.start > place for place in self._near(number, beside))

    def cut_all(self, measure: Measure) -> None:
        """Cut the segments that go on into other columns."""
        for number, line in self.placed.items():
            if line.is_across or not any(self._may_go_on(number, column, measure) for column in line.parts):
                continue
            is_band = self._is_band(number, measure)
            for column in line.parts:
                del self.known[column][bisect_left(self.known[column], number)]
            if is_band:
                self.placed[number] = replace(line, is_across=True)
            else:
                self._keep(number, self._cut(number, measure))

    def _may_go_on(self, number: int, column: int, measure: Measure) -> bool:
        """Is a part wider than its column, or does it end in a key where the line has none?"""
        line = self.placed[number]
        said = self.text[slice(*line.parts[column])]
        if measure.is_over(column, said):
            return True
        if column + 1 in measure.keys and column + 1 not in line.parts and is_key(said.split()[-1]):
            return True
        return any(
            self._is_hole(number, other) for other in range(column + 1, len(self.starts)) if other not in line.parts
        )

    def _is_hole(self, number: int, column: int) -> bool:
        """Have the lines just above and below text in a column?"""
        beside = [self.placed.get(other) for other in (number - 1, number + 1)]
        own = self.lines[number].number
        return all(line and column in line.parts and abs(line.line.number - own) == 1 for line in beside)

    def _is_band(self, number: int, measure: Measure) -> bool:
        """Does a line hold one text from the first column into others, which goes on with none above?"""
        line = self.placed[number]
        if len(line.line.segments) > 1 or 0 not in line.parts or not number:
            return False
        said, above = self.text[slice(*line.parts[0])], self.placed[number - 1]
        goes_on = 0 in above.parts and above.line.number == line.line.number - 1
        least = 0 if self._is_alone(number) and not self._may_meet(number) else _BAND * measure.widths[0]
        return said[0].isupper() and not goes_on and measure.over(0, said) > least

    def _is_alone(self, number: int) -> bool:
        """Are the lines above and below empty, or none?"""
        own = self.lines[number].number
        beside = (self.lines[other].number for other in (number - 1, number + 1) if 0 <= other < len(self.lines))
        return all(abs(other - own) > 1 for other in beside)

    def _may_meet(self, number: int) -> bool:
        """Does a word begin where the second column does, so that two cells may have met?"""
        line = self.lines[number]
        starts = (line.start + place + by for place in self._near(number, 1) for by in (-1, 0, 1))
        return any(line.start < at < line.end and self._is_start(at) for at in starts)

    def _cut(self, number: int, measure: Measure) -> dict[int, Part]:
        """The parts of a line by column when its segments are cut where that makes them fit best."""
        near = self._all_near(number)
        segments = self.lines[number].segments
        best = self._fit(number, segments, near, measure)
        for _ in range(_MOST_CUTS):
            found = min(
                (self._fit(number, cut, near, measure) for cut in self._cuts(segments)),
                key=attrgetter("cost"),
                default=best,
            )
            if found.cost + _CUT >= best.cost:
                break
            best, segments = found, found.segments
        return best.parts

    def _cuts(self, segments: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
        """The segments with one more cut, from the right."""
        for place, (start, end) in enumerate(segments):
            for at in range(end - 1, start, -1):
                if self._is_start(at):
                    cut = (start, _stripped(self.text, start, at)), (at, end)
                    yield (*segments[:place], *cut, *segments[place + 1 :])

    def _fit(
        self, number: int, segments: tuple[Part, ...], near: Sequence[Mapping[int, int]], measure: Measure
    ) -> _Fit:
        """How well some segments of a line fit its columns."""
        base = self.lines[number].start
        offs = [self._offs(segment, base, near, measure) for segment in segments]
        columns, cost = _best(offs)
        parts = _joined(segments, columns)
        for column, part in parts.items():
            said = self.text[slice(*part)]
            cost += _TOO_WIDE * measure.over(column, said)
            cost -= _KEYED if column in measure.keys and is_key(said) else 0
            cost += self._rest(number, column, part)
        cost += _HOLE * sum(self._is_hole(number, column) for column in range(len(near)) if column not in parts)
        return _Fit(cost, segments, parts)

    def _offs(self, part: Part, base: int, near: Sequence[Mapping[int, int]], measure: Measure) -> list[float]:
        """How far a part of a line is from each column; a key is near where these stand."""
        offs = [_off(part[0] - base, starts) for starts in near]
        return [
            min(off, 1.0) if column in measure.keys and is_key(self.text[slice(*part)]) else off
            for column, off in enumerate(offs)
        ]

    def _rest(self, number: int, column: int, part: Part) -> int:
        """What it counts that a part cut off is in lower case: it must go on with a line above."""
        if not self.text[part[0]].islower() or any(part[0] == start for start, _ in self.lines[number].segments):
            return 0
        return 1 if number and column in self.placed[number - 1].parts else _SHARED

    def _all_near(self, number: int) -> list[dict[int, int]]:
        return [self._near(number, column) for column in range(len(self.starts))]

    def _near(self, number: int, column: int) -> dict[int, int]:
        """Where a column begins on the nearest lines above and below, with how far off they are."""
        known = self.known[column]
        at = bisect_left(known, number)
        found: dict[int, int] = {}
        for other in (*known[max(at - 1, 0) : at], *known[at : at + 1]):
            line = self.lines[other]
            place = self.placed[other].parts[column][0] - line.start
            off = abs(line.number - self.lines[number].number)
            found[place] = min(off, found.get(place, off))
        return found or {self.starts[column]: len(self.lines)}

    def _is_start(self, at: int) -> bool:
        before, here = self.text[at - 1], self.text[at]
        if here in " \xa0":
            return False
        return before in " \xa0" or bool(_MEETS.match(self.text, at))


def _stripped(text: str, start: int, end: int) -> int:
    """The end of a stretch without the blanks at its end."""
    while end > start and text[end - 1] in " \xa0":
        end -= 1
    return end


def _joined(segments: Sequence[Part], columns: Sequence[int]) -> dict[int, Part]:
    """The part of the line in each column, from the first of its segments to the last."""
    found: dict[int, Part] = {}
    for (start, end), column in zip(segments, columns, strict=True):
        found[column] = (found[column][0] if column in found else start, end)
    return found


def _best(offs: Sequence[Sequence[float]]) -> tuple[list[int], float]:
    """The column of each segment, from left to right, by how far each is from each column; and the sum of that."""
    costs = list(offs[0])
    ways: list[list[int]] = []
    for own in offs[1:]:
        way = list(_ways(costs))
        costs = [costs[at] + (_SHARED if at == column else 0) + own[column] for column, at in enumerate(way)]
        ways.append(way)
    last = min(range(len(costs)), key=costs.__getitem__)
    return list(accumulate(reversed(ways), lambda column, way: way[column], initial=last))[::-1], costs[last]


def _ways(costs: Sequence[float]) -> Iterator[int]:
    """For each column the one in which the segment before stands best: one further left, or the same."""
    best = 0
    for column, cost in enumerate(costs):
        yield column if not column or cost + _SHARED < costs[best] else best
        best = min(best, column, key=costs.__getitem__)


def _off(place: int, starts: Mapping[int, int]) -> float:
    """How far a place is from where a column begins, at most so far as to tell nothing."""
    return min(
        _FAR, *(place - start - min(place - start, _INDENT) / 2 if place > start else start - place for start in starts)
    )


def _is_across(line: Line, columns: Sequence[int]) -> bool:
    """Is it one segment from the first column over into the next but one, as a band across the table is?"""
    start, end = line.segments[0]
    before = start - line.start < columns[1]
    return before and len(line.segments) == 1 and end - line.start >= columns[min(2, len(columns) - 1)]
