"""What it costs to take a stretch of a cell for one owner, and to cut in front of another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from .bonds import WEAK, Seam, has_field, is_bound, spans_phrase
from .marks import BREAKS, EDGES, Mark, Part
from .naming import reading_of
from .segmentation import REACH
from .shapes import JOINT, is_acronym, is_capitalised, is_full_name, is_given_name, is_initials, is_name_like, is_word, title_of
from .wholeness import NO_OWNER, Edges, flaw_of

_OWNER = 1.0  # every owner costs something, so that none is cut in two for nothing
_DOUBLE = 4.0  # two owners taken for one
_TORN = 3.0  # a known phrase cut in two
_UNTIED = 1.0  # what stands at an "and" or a comma cut from what it is bound to
_STANDS = 1.5  # from this flaw on, words do not stand alone
_NAMELY = 0.7  # a name or letters that nothing else tells
_UNCAPITAL = 2.0  # a field of work, or a line, in small letters where the cell begins with a capital
_PROPER = 2.5  # capitals throughout: a name of something
_OF_CUT = {Mark.LIST: -1.5, Mark.AND: 0.3, Mark.COMMA: 0.3}
"""What it costs to cut at a mark: next to nothing at those that mostly part owners, more at those that mostly
join the words of one."""

_TYING = frozenset({Mark.AND, Mark.COMMA})
_OPEN_END = re.compile(r"(?:\b(?:of|for|the|to|with|in|and)|[-–—:])$", re.IGNORECASE)
_OPEN_START = re.compile(r"(?:(?:of|for|to|with|in)\b|\()", re.IGNORECASE)


class Judge:
    """Knows what the runs of a cell's parts are worth as owners."""

    def __init__(self, text: str, parts: Sequence[Part]) -> None:
        self._text, self._parts = text, parts
        self._flaws: dict[tuple[int, int], float] = {}
        self._costs: dict[tuple[int, int], float] = {}
        self._is_capital = text.lstrip(EDGES)[:1].isupper()

    def cost_of_run(self, first: int, last: int) -> float:
        """What it costs to take the parts [first, last) for one owner."""
        if (first, last) not in self._costs:
            doubles = sum(self._are_two(first, seam, last) for seam in range(first + 1, last))
            self._costs[first, last] = _OWNER + self._flaw(first, last) + _DOUBLE * doubles
        return self._costs[first, last]

    def cost_of_cut(self, at: int) -> float:
        """What it costs to cut in front of a part."""
        mark = self._parts[at].mark
        before, behind = self._words(0, at), self._words(at, len(self._parts))
        between = ("and",) if mark is Mark.AND else ()
        torn = mark in (Mark.AND, *BREAKS) and spans_phrase(before, behind, between)
        return _OF_CUT.get(mark, 0) + _TORN * torn + _UNTIED * self._is_tied(at)

    def _is_tied(self, at: int) -> bool:
        """Is the part behind an "and" or a comma bound to what stands in front of it?"""
        mark, reach = self._parts[at].mark, range(max(0, at - REACH), at)
        start = next((first for first in reach if self._stands(first, at)), None) if mark in _TYING else None
        if start is None or (mark is Mark.COMMA and has_field(self._words(start, at))):
            return False
        if self._is_break(at + 1) and self._flaw(at, at + 1) >= _STANDS:
            return False  # the rest of it stands on the next line
        return is_bound(self._seam(start, at, at + 1))

    def is_owner(self, first: int, last: int) -> bool:
        return self._flaw(first, last) < NO_OWNER

    def _words(self, first: int, last: int) -> str:
        return self._text[self._parts[first].start : self._parts[last - 1].end]

    def _are_two(self, first: int, seam: int, last: int) -> bool:
        """Does each side of a mark stand alone, and nothing bind them?"""
        left = next((at for at in range(first, seam) if self._stands(at, seam)), None)
        right = next((at for at in range(last, seam, -1) if self._stands(seam, at)), None)
        if left is None or right is None:
            return False
        if seam in self._fellows and is_name_like(self._words(seam, right)):
            return True
        return not is_bound(self._seam(left, seam, right))

    def _stands(self, first: int, last: int) -> bool:
        """Is a run one owner by itself?"""
        return self.cost_of_run(first, last) < _OWNER + _STANDS

    def _seam(self, first: int, seam: int, last: int) -> Seam:
        mark = self._parts[seam].mark
        before, behind = (self._parts[at].mark if 0 < at < len(self._parts) else None for at in (first, last))
        is_listed = before is Mark.COMMA or (mark is Mark.COMMA and behind in _TYING)
        is_tight = self._parts[seam - 1].end + 1 == self._parts[seam].start
        return Seam(self._words(first, seam), mark, self._words(seam, last), is_listed, is_tight)

    def _flaw(self, first: int, last: int) -> float:
        if (first, last) not in self._flaws:
            self._flaws[first, last] = self._look(first, last)
        return self._flaws[first, last]

    def _look(self, first: int, last: int) -> float:
        """How far a run is from one owner."""
        text = self._words(first, last)
        if first in self._fellows and is_name_like(text):
            return 0
        if _OPEN_END.search(text.strip()) or _OPEN_START.match(text):
            return NO_OWNER
        text = text.lstrip(EDGES)
        edges = self._edges(first, last)
        if (edges.begins_line or edges.ends_line) and is_given_name(text):
            return NO_OWNER
        reading = reading_of(text)
        if reading.sort == "unknown" or (reading.sort == "bare" and self._is_by_slash(first, last)):
            return _flaw_by_shape(text, by_slash=self._is_by_slash(first, last))
        is_small = text[:1].islower() and self._is_capital
        may_go_on = self._is_break(first) and self._parts[first].mark is Mark.BREAK
        return flaw_of(text, reading, edges) + _UNCAPITAL * (is_small and (may_go_on or reading.sort in WEAK))

    def _is_by_slash(self, first: int, last: int) -> bool:
        """Does a slash stand in front or behind, so that the words are meant to be whole?"""
        return any(self._parts[at].mark is Mark.SLASH for at in (first, last) if 0 < at < len(self._parts))

    def _edges(self, first: int, last: int) -> Edges:
        return Edges(self._is_break(first), self._is_break(last))

    def _is_break(self, at: int) -> bool:
        return 0 < at < len(self._parts) and self._parts[at].mark in BREAKS

    @cached_property
    def _fellows(self) -> frozenset[int]:
        """The parts that may name another person behind one with a title ("Cllrs Smith, Jones")."""
        fellows, titled = set(), False
        for at, part in enumerate(self._parts):
            words = self._words(at, at + 1)
            if titled or (at and part.mark is Mark.AND and reading_of(self._words(at - 1, at)).sort == "name"):
                fellows.add(at)
            titled = titled or title_of(words.lstrip(EDGES), "people") is not None
        return frozenset(fellows)


def _flaw_by_shape(text: str, *, by_slash: bool) -> float:
    """How far from an owner words are that no vocabulary tells."""
    if is_full_name(JOINT.split(text)[0]) or is_acronym(text) or is_initials(text) or (by_slash and is_word(text)):
        return _NAMELY
    return _PROPER if is_capitalised(text) else NO_OWNER
