"""Why the two sides of a mark are one owner all the same.

An owner may hold marks of its own: "Head of Policy, Performance and HR", "Housing & Planning Manager", "Jane Doe,
Head of Planning". Each bond here is one such reason; where there is none, two sides that stand alone are two owners.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from ..council import is_council_name
from ..office import UNKNOWN, Reading, read_phrase, uses_of, vocabulary
from ..words import word_forms
from .marks import BREAKS, Mark
from .naming import GROUPS, NO_OWNER_SORTS, pair_of, reading_of, without_label
from .shapes import SMALL, is_acronym, is_full_name

WEAK = frozenset({"service", "area"})
"""What could as well be a part of a longer name."""


@dataclass(frozen=True)
class Seam:
    """A mark within what may be one owner, and what stands on its sides; `is_listed` tells that it is one of several
    commas and "and"s of a list."""

    left: str
    mark: Mark
    right: str
    is_listed: bool

    @cached_property
    def one(self) -> Reading:
        return reading_of(self.left)

    @cached_property
    def two(self) -> Reading:
        return reading_of(self.right)


def is_bound(seam: Seam) -> bool:
    """Are the sides one owner?"""
    if without_label(seam.right)[1] is not None:
        return _closes_with_label(seam)
    if NO_OWNER_SORTS & {seam.one.sort, seam.two.sort}:
        return False
    return any(bond(seam) for bond in _BONDS[seam.mark])


def _shares_phrase(seam: Seam) -> bool:
    """"Chief / Executive"."""
    return spans_phrase(seam.left, seam.right)


def spans_phrase(left: str, right: str) -> bool:
    """Is there a known phrase that begins on one side and ends on the other ("Chief / Executive")?"""
    before, after = word_forms(left), word_forms(right)
    forms = (*before[-3:], *after[:3])
    seam = min(len(before), 3)
    spanning = (first for first in range(seam) if (found := vocabulary().at(forms, first)) and found.last > seam)
    first = next(spanning, None)
    return first is not None and not _ends_with_office(before, seam - first)


def _ends_with_office(forms: tuple[str, ...], longer_than: int) -> bool:
    """Does an office of more words end here, so that it leaves none for the next ("Deputy Chief Executive / Head")?"""
    return any("office" in uses_of(forms[start:]) for start in range(len(forms) - longer_than))


def _closes_with_label(seam: Seam) -> bool:
    """Is what looks like a label the end of what stands before it ("Head of Support / Service: Assets")?"""
    label = seam.right.partition(":")[0]
    closes = "service" in uses_of(word_forms(label)) and seam.mark is Mark.LABEL
    return closes or (seam.mark in (Mark.LABEL, *BREAKS) and spans_phrase(seam.left, label))


def _names_holder(seam: Seam) -> bool:
    """Does one side name the person whose office the other side is, with nobody named before?"""
    one, two = read_phrase(without_label(seam.left)[0]), read_phrase(seam.right)
    if one.sort == "name" or is_full_name(seam.left):
        return two.is_role and not (one.kind == "member" and _is_of_officers(seam.right, two))
    return two.sort == "name" and one.is_role and pair_of(seam.left) is None


def _is_of_officers(text: str, reading: Reading) -> bool:
    """Is it an office that no councillor holds? A "lead" or "sponsor" may be either."""
    may_be_either = any(uses_of((form,)).get("label") == "unknown" for form in word_forms(text))
    return reading.kind == "officer" and not may_be_either


def _adds_field(seam: Seam) -> bool:
    """Does a field of work go on what an office is over ("Head of HR / OD", "Director, Place")?"""
    one, two = seam.one, seam.two
    if is_acronym(seam.right) and two.sort not in WEAK:
        return _adds_letters(seam)
    if two.sort not in (*WEAK, "initials", "unknown"):
        return False
    match seam.mark:
        case Mark.SLASH:
            return one.sort == "title" and two.sort != "service" and not is_full_name(seam.right)
        case Mark.AND:
            return one.is_opened or one.sort == "title" or (one.is_role and two.sort == "area")
        case Mark.COMMA:
            return one.is_role or one.is_opened or (_is_person(seam) and two.sort in WEAK)
        case _:
            return one.is_opened or one.is_role and not (one.sort == "post" and two.sort == "service" and has_field(seam.left, one))


def _is_person(seam: Seam) -> bool:
    return seam.one.sort == "name" or is_full_name(seam.left)


def _adds_letters(seam: Seam) -> bool:
    """Are letters that are not known a field of work? "Head of HR/OED" and "Head of Events and VIC" may go on."""
    match seam.mark:
        case Mark.AND:
            return seam.one.sort == "title"
        case Mark.COMMA:
            return seam.one.is_role and not has_field(seam.left, seam.one)
        case _:
            return seam.one.sort == "title" and seam.left.split()[-1].isupper()


def _closes_name(seam: Seam) -> bool:
    """Does the right side close the name of what the left side is a field of ("Housing & Planning Manager")?"""
    one, two, right = seam.one, seam.two, seam.right
    if two.sort == "partner" and seam.mark in (Mark.AND, *BREAKS):
        is_begun = one.sort in ("title", *WEAK) if seam.mark is Mark.AND else not uses_of(word_forms(seam.left)[-1:])
        return (is_begun or one == UNKNOWN) and _is_common(right)
    if one.sort not in WEAK and one != UNKNOWN:
        return seam.mark is Mark.AND and one.sort == "title" and two.sort == "team"
    if seam.mark is Mark.SLASH:
        is_team = two.sort == "team" and word_forms(right)[-1:] in (("team",), ("teams",))
        return one.sort != "service" and (two.sort == "post" or is_team) and len(right.split()) > 1
    return two.sort in ("post", "team", "bare") or bool(_OF_BODY.match(right))


_OF_BODY = re.compile(r"(?:sub-?)?(?:committee|board|panel|cabinet|forum)\s+(?:vice[- ])?chair", re.IGNORECASE)


def _is_common(text: str) -> bool:
    """Is it no body's own name: a noun with fields of work in front ("Families Trust"), or one for several bodies?"""
    forms = word_forms(text)
    if "partner" in uses_of(forms):
        return len(forms) == 1 and _is_plural(text)
    return _is_plural(text) or all(form in SMALL or uses_of((form,)).keys() - {"nation"} for form in forms)


def _is_plural(text: str) -> bool:
    return text.endswith("s") and not text.isupper()


def _is_second_field(seam: Seam) -> bool:
    """Are both sides fields of one team's work ("Parks and Open Spaces")?"""
    one, two = seam.one.sort, seam.two.sort
    if seam.mark is Mark.AND:
        return not seam.is_listed and one in (*WEAK, "initials") and two in (*WEAK, "initials") and (one, two) not in _WHOLE
    return {one, two} <= {*WEAK, "initials"} and one != "service" and not (seam.left.isupper() and seam.right.isupper())


_WHOLE = (("service", "service"), ("initials", "initials"))


def _names_place(seam: Seam) -> bool:
    """Does a body say where the office or the person is ("Chief Executive, NHS Sussex")?

    Behind an office without its field of work, behind a name, or where it is a council or a team.
    """
    if seam.is_listed or seam.two.sort not in GROUPS or not (seam.one.is_role or _is_person(seam)):
        return False
    return not (seam.two.sort == "partner" and has_field(seam.left, seam.one) and not is_council_name(seam.right))


def has_field(text: str, reading: Reading) -> bool:
    """Does an office come with its field of work ("Head of Planning", "Waste Manager")?"""
    forms = word_forms(text)
    return reading.is_role and ("of" in forms or not uses_of(forms))


def _is_second_office(seam: Seam) -> bool:
    """Is it one councillor's two-part office, a leadership and a portfolio ("… and Deputy Leader")?"""
    one, two = seam.one, seam.two
    if (one.kind, two.kind) != ("member", "member") or {one.sort, two.sort} != {"office", "title"}:
        return False
    return "leader" in word_forms(seam.left if one.sort == "office" else seam.right)


def _is_second_noun(seam: Seam) -> bool:
    """Does a post have two nouns ("Project Manager/Coordinator")?"""
    return seam.one.is_role and seam.two.sort == "bare" and "profession" not in uses_of(word_forms(seam.right))


def _goes_on_body(seam: Seam) -> bool:
    """Is a body's name that has begun so far from its end ("University of Kent and …")?"""
    return seam.one.is_opened and seam.two.sort == "partner" and _is_common(seam.right)


_Bond = Callable[[Seam], bool]
_BREAK: tuple[_Bond, ...] = (_shares_phrase, _names_holder, _adds_field, _closes_name)
_BONDS: dict[Mark, tuple[_Bond, ...]] = {
    Mark.LIST: (),
    Mark.SLASH: (_adds_field, _closes_name, _is_second_noun),
    Mark.WITH: (),
    Mark.AND: (_shares_phrase, _adds_field, _closes_name, _is_second_field, _is_second_office, _goes_on_body),
    Mark.COMMA: (_names_holder, _adds_field, _closes_name, _names_place, _goes_on_body),
    Mark.LINE: _BREAK,
    Mark.BREAK: (*_BREAK, _is_second_field),
    Mark.LABEL: (),
}
