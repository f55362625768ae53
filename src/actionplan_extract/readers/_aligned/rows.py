"""Where the rows of a table begin.

For each line every column tells how likely one of its cells begins there: its text appears anew, or stands below a line
on which it would have had room; it opens with a capital below a sentence's end; it is a number or code where these
stand. Columns that most rows fill and that are empty speak against it. What empty lines say is learnt from the table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from math import log

from ...passage import Passage
from .._blocks import item
from .columns import Placed
from .lines import KEY, is_key
from .widths import Measure

_ENDED = re.compile(r"[.!?)][\"'’”)]*$")
_MOSTLY = 0.6
_LEAST_KEYS = 2
_USUAL = 0.8
_SURE = 5.0
_PRIOR = -1.5
_ROUNDS = 4
_BELOW = 8  # lines within which the row of a subheading begins


class Rows:
    """The lines of a table, and at which of them rows begin; `firsts` are the first lines of its pages."""

    def __init__(self, text: str, lines: Sequence[Placed], measure: Measure, firsts: frozenset[int]) -> None:
        self.text = text
        self.lines = lines
        self.measure = measure
        self.widths = measure.widths
        self.count = count = len(self.widths)
        self.firsts = firsts
        self.main = max(range(count), key=lambda column: self.widths[column])
        self.keys = _keys(text, lines, count)
        self.labels = self._labels()
        self.gaps = [self._gap(number) for number in range(len(lines))]
        self.evidence = [[self._begins(n, c) for c in range(count)] for n in range(len(lines))]
        self.fill = [0.7] * count
        self.begun = [0.97] * count
        self.blank = (1.0, 0.0)
        self.closed = (1.0, -1.0)
        self.starts = self._found()
        for _ in range(_ROUNDS):
            self._learn()
            self.starts = self._found()

    def _gap(self, number: int) -> int:
        """The empty lines above a line."""
        if number in self.firsts:
            return 0
        return self.lines[number].line.number - self.lines[number - 1].line.number - 1

    def _labels(self) -> frozenset[str]:
        """The texts that come back in the first of two columns."""
        if self.count != 2:
            return frozenset()
        seen = Counter(self.said(number, 0) for number, line in enumerate(self.lines) if 0 in line.parts)
        return frozenset(text for text, times in seen.items() if times > 1 and text[0].isupper())

    def said(self, number: int, column: int) -> str:
        return self.text[slice(*self.lines[number].parts[column])]

    def has_key(self, number: int) -> bool:
        parts = self.lines[number].parts
        return any(column in self.keys and bool(KEY.match(self.said(number, column))) for column in parts)

    def _last_with(self, number: int, column: int) -> int | None:
        """The last line above that has text in a column, below the last line across and on the same page."""
        for above in range(number - 1, max(number - 6, -1), -1):
            if above + 1 in self.firsts or self.lines[above].is_across:
                return None
            if column in self.lines[above].parts:
                return above
        return None

    def _begins(self, number: int, column: int) -> float:
        """How likely a cell of a column begins on a line, as the logarithm of odds; of no text 0."""
        line = self.lines[number]
        if line.is_across or column not in line.parts:
            return 0.0
        own = self.said(number, column)
        if column in self.keys and KEY.match(own):
            last = self._last_with(number, column)
            if not last or self.lines[number].line.number - self.lines[last].line.number > 1 or self.has_key(last):
                return _SURE
        if column == 0 and own in self.labels:
            return _SURE
        last = self._last_with(number, column)
        if last is None:
            return -1.0 if own[0].islower() else 3.0
        off = line.line.number - self.lines[last].line.number
        above = self.said(last, column)
        score = 0.0
        if own[0].islower():
            score -= 3.0
        if item(Passage.of(own)).is_item and not own[0].isdigit():
            score -= 3.0
        if off > 1:
            return score + (1.0 if off == 2 else 2.5)
        room = self.measure.room(column, above, own)
        if not last and room < 0.1:
            return score
        score += 3.0 if room > 0.3 else 1.5 if room > 0.1 else -0.5 if room > -0.05 else -1.0
        return score

    def score(self, number: int) -> float:
        """How likely a row begins on a line."""
        line = self.lines[number]
        total = _PRIOR + self.blank[0 if self.gaps[number] else 1] + self._closing(number)
        total += 1.5 * self._is_full(number)
        for column in range(self.count):
            if column in line.parts:
                own = self.evidence[number][column]
                total += max(own, log(1 - self.begun[column])) if column < self.main else own
            else:
                total += max(log(1 - self.fill[column]), -3.0)
        return total

    def _is_full(self, number: int) -> bool:
        """Have all columns text that most rows fill, and does none go on in lower case?"""
        parts = self.lines[number].parts
        usual = [column for column in range(self.count) if self.fill[column] > _MOSTLY]
        return all(c in parts for c in usual) and not any(self.said(number, c)[0].islower() for c in parts)

    def _closing(self, number: int) -> float:
        """What the end of the text above in the widest column says."""
        last = self._last_with(number, self.main)
        if not last or self.main not in self.lines[number].parts:
            return 0.0
        return self.closed[0 if _ENDED.search(self.said(last, self.main)) else 1]

    def _found(self) -> set[int]:
        found = {number for number in range(len(self.lines)) if self._is_start(number)}
        return found | {n for n in range(1, len(self.lines) - 1) if n not in found and self.is_band(n, found)}

    def _is_start(self, number: int) -> bool:
        if number in self.firsts or self.lines[number].is_across or self.lines[number - 1].is_across:
            return True
        return self.score(number) > 0

    def is_band(self, number: int, starts: set[int]) -> bool:
        """Is its only text but for a cell that reaches over rows a subheading of those below?"""
        line = self.lines[number]
        if not number or line.is_across:
            return False
        column = max(line.parts)
        below = next(
            (n for n in range(number + 1, min(number + _BELOW, len(self.lines))) if max(self.lines[n].parts) >= column),
            None,
        )
        if below not in starts or self.lines[below].is_across:
            return False
        own = self.said(number, column)
        if column > self.main or _ENDED.search(own) or not own[0].isupper():
            return False
        last = self._last_with(number, column)
        closing = self.closed[0 if last and _ENDED.search(self.said(last, column)) else 1] if column else 0.0
        begins = not last or (closing >= 0 and self.evidence[number][column] + closing > 0)
        lower = column in self.lines[below].parts and (self.evidence[below][column] > 0 or below in self.firsts)
        return begins and (lower or column not in self.lines[below].parts) and max(self.lines[below].parts) > column

    def _learn(self) -> None:
        body = [n for n in self.starts - self.firsts if not self.lines[n].is_across and len(self.lines[n].parts) > 1]
        if not body:
            return
        for column in range(self.count):
            filled = sum(column in self.lines[n].parts for n in body)
            self.fill[column] = (filled + 0.2) / (len(body) + 0.4)
            begun = sum(self.evidence[n][column] > 0 for n in body)
            self.begun[column] = (begun + 0.2) / (len(body) + 0.4)
        others = [n for n in range(1, len(self.lines)) if n not in self.starts | self.firsts]
        ones, nones = sum(bool(self.gaps[n]) for n in body), sum(bool(self.gaps[n]) for n in others)
        p1, p0 = (ones + 1) / (len(body) + 2), (nones + 1) / (len(others) + 2)
        self.blank = (_clip(log(p1 / p0)), _clip(log((1 - p1) / (1 - p0))))

        above = [last for n in body if (last := self._last_with(n, self.main))]
        ended = sum(bool(_ENDED.search(self.said(last, self.main))) for last in above)
        share = (ended + 1) / (len(above) + 2)
        self.closed = (_clip(log(share / 0.2)), _clip(log((1 - share) / 0.8)))

    def span(self, number: int, column: int) -> int:
        """Over how many columns a part of a line goes: all of a line across, those beside a subheading."""
        line = self.lines[number]
        if line.is_across:
            return self.count
        is_wide = 0 < column == max(line.parts) and number in self.starts and self.is_band(number, self.starts)
        return self.count - column if is_wide else 1

    @cached_property
    def merged(self) -> frozenset[int]:
        """The columns left of the main one whose cells reach over rows, for some go on past the start of one."""
        columns = {c for n in self.starts for c in self.lines[n].parts if self.continues(n, c)}
        banded = {c for n in self.starts if self.is_band(n, self.starts) for c in range(max(self.lines[n].parts))}
        return frozenset(columns | banded)

    def continues(self, number: int, column: int) -> bool:
        """Does a cell left of the main one go on with the line above that has text there?"""
        if column >= self.main or column not in self.lines[number].parts:
            return False
        last = self._last_with(number, column)
        if last is None or self.evidence[number][column] >= 0 or _ENDED.search(self.said(last, column)):
            return False
        is_full = self.evidence[number][column] <= -1 and self.begun[column] < _USUAL
        return is_full or self.said(number, column)[0].islower()


def _clip(value: float) -> float:
    return max(-2.5, min(2.5, value))


def _keys(text: str, lines: Sequence[Placed], count: int) -> frozenset[int]:
    """The column of numbers or codes (or dates): one that holds nothing else, else one whose texts begin so."""
    alone = [column for column in range(count) if _is_key_column(text, lines, column, alone=True)]
    leading = [column for column in range(min(count, 2)) if _is_key_column(text, lines, column, alone=False)]
    return frozenset([*alone, *leading][:1])


def _is_key_column(text: str, lines: Sequence[Placed], column: int, *, alone: bool) -> bool:
    held = [text[slice(*line.parts[column])] for line in lines[1:] if column in line.parts and not line.is_across]
    matched = [match[0] for said in held if (match := KEY.match(said))]
    whole = [said for said in held if is_key(said)]
    if alone or len(matched) < _LEAST_KEYS:
        return len(matched) > 1 and len(whole) > _MOSTLY * len(held)
    return len(matched) > len(whole) or _counts_up(matched)


def _counts_up(keys: Sequence[str]) -> bool:
    """Does the last number of each key follow the one before?"""
    numbers = [int(found[-1]) for key in keys if (found := re.findall(r"\d+", key))]
    return all(below - above in (0, 1) for above, below in pairwise(numbers))
