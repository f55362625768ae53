"""Known phrases that go over a mark, so that its sides are one."""

from __future__ import annotations

from ..council import end_of_council_name
from ..office import ends_of, uses_of, vocabulary
from ..words import word_forms
from .marks import Mark

_REACH = 3  # most words of either side that a phrase may hold


def spans_phrase(left: str, right: str, mark: Mark) -> bool:
    """Is there a known phrase that begins on one side and ends on the other ("Chief / Executive", "HR and OD")?"""
    before, after = word_forms(left), word_forms(right)
    between = ("and",) if mark is Mark.AND else ()
    seam = min(len(before), _REACH)
    forms = (*before[-_REACH:], *between, *after[:_REACH])
    ends = ((first, _end_of_phrase(forms, first)) for first in range(seam))
    first, last = next((ends for ends in ends if ends[1] > seam + len(between)), (0, 0))
    return last > 0 and not _ends_with_office(before, seam - first) and not _begins_as_long(before, after, last - first)


def _end_of_phrase(forms: tuple[str, ...], first: int) -> int:
    """Where the known phrase or the council's name ends that begins with a word, 0 where none does."""
    found = vocabulary().at(forms, first)
    named = end_of_council_name(forms, first) if "council" in forms else 0
    return max(found.last if found else 0, named)


def _ends_with_office(forms: tuple[str, ...], longer_than: int) -> bool:
    """Does an office of more words end here, so that it leaves none for the next ("Deputy Chief Executive / Head")?"""
    return any("office" in uses_of(forms[start:]) for start in range(len(forms) - longer_than))


def _begins_as_long(before: tuple[str, ...], after: tuple[str, ...], length: int) -> bool:
    """Does a phrase no shorter begin behind an office or a team ("Waste Team / Lead Member")?"""
    found = vocabulary().at(after, 0)
    is_behind = len(before) > 1 and any(uses.keys() & {"post", "body"} for uses in ends_of(before))
    return bool(is_behind and found and found.last >= length)
