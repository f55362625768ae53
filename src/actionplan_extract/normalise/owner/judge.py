"""What it costs to take a stretch of a cell for one owner, and to cut in front of another.

The costs are weights of evidence, and small in number: an owner costs 1, so that none is cut in two for nothing;
what speaks against a reading adds to it. What a stretch lacks to be an owner by itself is its flaw (`wholeness`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from .bonds import is_bound
from .fields import is_staff
from .marks import BRACKETED, BREAKS, EDGES, Mark, Part
from .naming import reading_of
from .phrases import spans_phrase
from .seam import WEAK, Seam, has_field
from .segmentation import REACH
from .shapes import JOINT, is_acronym, is_capitalised, is_full_name, is_given_name, is_initials, is_name_like, title_of
from .wholeness import NO_OWNER, Edges, flaw_of, is_lone_noun

_OWNER = 1.0
_DOUBLE = 4.0  # two owners taken for one
_TORN = 3.0  # a known phrase cut in two
_UNTIED = 1.0  # a field of work cut from the office in front of it
_STANDS = 1.5  # from this flaw on, words do not stand alone
_NAMELY = 0.7  # a name, or letters, that only their shape tells
_APART = 1.2  # capitals throughout beside " / "
_PROPER = 2.5  # capitals throughout: the name of something
_SLASHED = 2.0  # a stroke within a name that only its shape tells
_SMALL = 2.0  # a field of work, or a line, in small letters where the cell begins with a capital
_OF_CUT = {Mark.LIST: -1.5, Mark.AND: 0.3, Mark.COMMA: 0.3}
"""What it costs to cut at a mark: a list's marks ask for it, those that also join the words of one owner less so."""

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
        is_torn = mark in (Mark.AND, *BREAKS) and spans_phrase(before, behind, mark)
        return _OF_CUT.get(mark, 0) + _TORN * is_torn + _UNTIED * (mark in _TYING and self._is_tied(at))

    def is_owner(self, first: int, last: int) -> bool:
        """May the parts [first, last) be an owner at all?"""
        return self._flaw(first, last) < NO_OWNER

    def _words(self, first: int, last: int) -> str:
        return self._text[self._parts[first].start : self._parts[last - 1].end]

    def _mark(self, at: int) -> Mark | None:
        """The mark in front of a part, None at the ends of the cell."""
        return self._parts[at].mark if 0 < at < len(self._parts) else None

    def _stands(self, first: int, last: int) -> bool:
        """Is a run one owner by itself?"""
        return self.cost_of_run(first, last) < _OWNER + _STANDS

    # Between two -----------------------------------------------------------------------------------

    def _are_two(self, first: int, seam: int, last: int) -> bool:
        """Do two owners meet at a mark: does the most on each side stand alone, and nothing bind them?"""
        left = next((at for at in range(first, seam) if self._stands(at, seam)), None)
        right = next((at for at in range(last, seam, -1) if self._stands(seam, at)), None)
        if left is None or right is None:
            return False
        if seam in self._fellows and is_name_like(self._words(seam, right)):
            return True
        return not (is_bound(self._seam(left, seam, right)) or self._is_cut_place(left, seam, right))

    def _is_cut_place(self, first: int, seam: int, last: int) -> bool:
        """Does a line break cut the body behind an office and a comma ("Lead Officer, Child / Protection Board")?"""
        if self._mark(seam) not in BREAKS or self._mark(seam - 1) is not Mark.COMMA or seam - 1 <= first:
            return False
        if is_staff(self._words(seam, last)):
            return False  # "Assistant Director, Commissioning / Brokerage Team"
        is_whole = is_bound(self._seam(seam - 1, seam, last))
        return is_whole and is_bound(self._seam(first, seam - 1, last))

    def _is_tied(self, at: int) -> bool:
        """Is the part behind an "and" or a comma bound to what stands in front of it?"""
        start = next((first for first in range(max(0, at - REACH), at) if self._stands(first, at)), None)
        if start is None or (self._mark(at) is Mark.COMMA and has_field(self._words(start, at))):
            return False
        if self._mark(at + 1) in BREAKS and self._flaw(at, at + 1) >= _STANDS:
            return False  # the rest of it stands on the next line
        return is_bound(self._seam(start, at, at + 1))

    def _seam(self, first: int, seam: int, last: int) -> Seam:
        mark = self._parts[seam].mark
        is_listed = self._mark(first) is Mark.COMMA or (mark is Mark.COMMA and self._mark(last) in _TYING)
        return Seam(self._words(first, seam), mark, self._words(seam, last), is_listed, self._is_tight(seam))

    def _is_tight(self, at: int) -> bool:
        """Is the mark in front of a part one character, without a blank at it?"""
        return self._parts[at - 1].end + 1 == self._parts[at].start

    # One by itself ---------------------------------------------------------------------------------

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
        edges = Edges(self._mark(first) in BREAKS, self._mark(last) in BREAKS)
        text = text.lstrip(EDGES)
        if any(edges) and (is_given_name(text) or is_lone_noun(text)):
            return NO_OWNER  # the rest of the name may stand on the next line
        reading = reading_of(text)
        is_by_slash = Mark.SLASH in (self._mark(first), self._mark(last))
        if reading.sort == "unknown" or (reading.sort == "bare" and is_by_slash and not is_lone_noun(text)):
            is_apart = any(self._mark(at) is Mark.SLASH and not self._is_tight(at) for at in (first, last))
            holds_slash = any(self._mark(at) is Mark.SLASH for at in range(first + 1, last))
            return _flaw_by_shape(text, is_by_slash=is_by_slash, is_apart=is_apart) + _SLASHED * holds_slash
        is_small = text[:1].islower() and self._is_capital
        goes_on = is_small and (self._mark(first) is Mark.BREAK or reading.sort in WEAK)
        return flaw_of(text, reading, edges) + _SMALL * goes_on

    @cached_property
    def _fellows(self) -> frozenset[int]:
        """The parts that may name another person behind one with a title ("Cllrs Smith, Jones")."""
        fellows, is_titled = set(), False
        for at, part in enumerate(self._parts):
            is_behind = at > 0 and part.mark is Mark.AND and reading_of(self._words(at - 1, at)).sort == "name"
            if is_titled or is_behind:
                fellows.add(at)
            words = self._words(at, at + 1).lstrip(EDGES)
            is_titled = is_titled or title_of(words, "people") is not None
        return frozenset(fellows)


def _flaw_by_shape(text: str, *, is_by_slash: bool, is_apart: bool) -> float:
    """How far from an owner words are that no vocabulary tells.

    Beside a slash a word is meant to be whole, and so are several where the slash stands apart from them.
    """
    text = BRACKETED.sub("", text).strip()
    if is_full_name(JOINT.split(text)[0]) or is_acronym(text) or is_initials(text):
        return _NAMELY
    if is_by_slash and text[:1].isupper() and len(text.split()) == 1:
        return _NAMELY
    if is_apart and is_capitalised(text):
        return _APART
    return _PROPER if is_capitalised(text) else NO_OWNER
