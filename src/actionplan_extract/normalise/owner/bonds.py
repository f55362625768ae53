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
from ..office import UNKNOWN, Reading, ends_of, read_phrase, uses_of, vocabulary
from ..words import word_forms
from .marks import BREAKS, Mark
from .naming import NO_OWNER_SORTS, pair_of, reading_of, without_label
from .shapes import SMALL, is_acronym, is_full_name

WEAK = frozenset({"service", "area"})
"""What could as well be a part of a longer name."""


@dataclass(frozen=True)
class Seam:
    """A mark within what may be one owner, and what stands on its sides.

    `is_listed` tells that it is one of several commas and "and"s of a list, `is_tight` that no blank is at it.
    """

    left: str
    mark: Mark
    right: str
    is_listed: bool
    is_tight: bool

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
    """Does a known phrase go over the mark ("Chief / Executive", "Health and / Safety")?"""
    return spans_phrase(seam.left, seam.right, ("and",) if seam.mark is Mark.AND else ())


def spans_phrase(left: str, right: str, between: tuple[str, ...] = ()) -> bool:
    """Is there a known phrase that begins on one side and ends on the other ("Chief / Executive")?"""
    before, after = word_forms(left), word_forms(right)
    seam = min(len(before), 3)
    forms = (*before[-3:], *between, *after[:3])
    ends = ((first, found.last) for first in range(seam) if (found := vocabulary().at(forms, first)))
    first, last = next((ends for ends in ends if ends[1] > seam + len(between)), (0, 0))
    return last > 0 and not _ends_with_office(before, seam - first) and not _begins_as_long(before, after, last - first)


def _begins_as_long(before: tuple[str, ...], after: tuple[str, ...], length: int) -> bool:
    """Does a phrase no shorter begin behind an office or a team ("Waste Team / Lead Member")?"""
    found = vocabulary().at(after, 0)
    is_behind = len(before) > 1 and any(uses.keys() & {"post", "body"} for uses in ends_of(before))
    return bool(is_behind and found and found.last >= length)


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
    if pair_of(seam.left) is not None:
        return False
    if one.sort == "name" or is_full_name(seam.left):
        return two.is_role and not (one.kind == "member" and _is_of_officers(seam.right, two))
    return two.sort == "name" and one.is_role and not (two.kind == "member" and _is_of_officers(seam.left, one))


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
    is_closed = one.sort == "office" or (one.sort == "post" and has_field(seam.left))
    match seam.mark:
        case Mark.SLASH:
            return one.sort == "title" and two.sort != "service" and not is_full_name(seam.right)
        case Mark.AND:
            return one.is_opened or one.sort == "title"
        case Mark.COMMA:
            is_over = one.is_opened or (one.is_role and not (is_closed and seam.is_listed and two.sort in WEAK))
            return is_over or (_is_person(seam) and two.sort in WEAK)
        case _:
            return one.is_opened or (one.is_role and not (is_closed and two.sort in WEAK))


def _is_person(seam: Seam) -> bool:
    return seam.one.sort == "name" or is_full_name(seam.left)


def _adds_letters(seam: Seam) -> bool:
    """Are letters that are not known a field of work? "Head of HR/OED" and "Head of Events and VIC" may go on."""
    match seam.mark:
        case Mark.AND:
            return seam.one.sort == "title"
        case Mark.COMMA:
            return seam.one.is_role and not has_field(seam.left)
        case _:
            return seam.one.sort == "title" and seam.left.split()[-1].isupper()


def _closes_name(seam: Seam) -> bool:
    """Does the right side close the name of what the left side is a field of ("Housing & Planning Manager")?"""
    one, two, right = seam.one, seam.two, seam.right
    if two.sort == "partner":
        return _closes_body(seam)
    if "rank" in uses_of(word_forms(right)[:1]):
        return False  # "Senior Planner" begins an owner
    if one.sort not in WEAK and one != UNKNOWN:
        return seam.mark is Mark.AND and two.sort == "team" and _presides(seam.left)
    match seam.mark:
        case Mark.SLASH:  # "Policy/Performance Officer"
            is_word = seam.is_tight and len(seam.left.split()) == 1
            return is_word and len(right.split()) > 1 and (two.sort == "post" or _is_staff(right))
        case Mark.COMMA:  # "Health, Wellbeing and Access Team Leader"
            return one.sort != "service" and two.sort in ("post", "team") and bool(_AND.search(right))
        case Mark.AND:
            is_last = not _AND.search(seam.left)  # a list has one "and"
            return is_last and (two.sort in ("post", "bare") or (two.sort == "team" and one.sort != "service"))
        case _:
            is_whole = word_forms(seam.left)[-1:] == ("services",) and has_field(right)
            return bool(_OF_BODY.match(right)) or (two.sort in ("post", "team", "bare") and not is_whole)


def _presides(text: str) -> bool:
    """Is it the office of one who stands at the head of a body, so that its name follows ("Chair of …")?"""
    return any("presider" in uses_of((form,)) for form in word_forms(text))


def _closes_body(seam: Seam) -> bool:
    """Does the right side close a body's name that stands on the left ("Bradford Children / and Families Trust")?"""
    if seam.mark not in (Mark.AND, *BREAKS) or not _is_common(seam.right):
        return False
    if seam.mark is Mark.AND and (seam.one.sort in WEAK or _is_plural(seam.right) or _presides(seam.left)):
        return seam.one.sort in ("title", *WEAK)
    forms = word_forms(seam.left)
    if seam.one.sort not in ("title", *WEAK) and seam.one != UNKNOWN:
        return False
    return not all(map(_is_known, forms)) if seam.mark is Mark.AND else not any(ends_of(forms))


def _is_staff(text: str) -> bool:
    """Is it a team of officers rather than a board or a group?"""
    return word_forms(text)[-1:] in (("team",), ("teams",), ("unit",))


_AND = re.compile(r"\band\b|&")
_OF_BODY = re.compile(r"(?:sub-?)?(?:committee|board|panel|cabinet|forum)\s+(?:vice[- ])?chair", re.IGNORECASE)


def _is_common(text: str) -> bool:
    """Is it no body's own name: a noun with fields of work in front ("Families Trust"), or one for several bodies?"""
    forms = word_forms(text)
    if "partner" in uses_of(forms):
        return len(forms) == 1 and _is_plural(text)
    return _is_plural(text) or all(map(_is_known, forms))


def _is_known(form: str) -> bool:
    """Is it a word of fields of work and of common nouns, not one of a body's own?"""
    return form in SMALL or bool(uses_of((form,)).keys() - {"nation"})


def _is_plural(text: str) -> bool:
    return text.endswith("s") and not text.isupper()


def _is_second_field(seam: Seam) -> bool:
    """Are both sides fields of one team's work ("Parks and Open Spaces", "Legal & Democratic Services")?"""
    one, two = seam.one.sort, seam.two.sort
    if not {one, two} <= {*WEAK, "initials"}:
        return False
    if seam.mark is Mark.AND:
        return one != two and two == "service" or ("area" in (one, two) and not seam.is_listed)
    return one != "service" and not (seam.left.isupper() and seam.right.isupper())


def _names_place(seam: Seam) -> bool:
    """Does a body say where the office or the person is ("Chief Executive, NHS Sussex")?

    Behind an office without its field of work, behind a name, or where it is a council or a team.
    """
    if seam.two.sort == "team" and wants_field(seam.left):
        return True
    if seam.is_listed or not (seam.one.is_role or _is_person(seam)):
        return False
    if seam.two.sort == "team":
        return _is_staff(seam.right) or not has_field(seam.left)
    is_own = not (seam.one.is_role and has_field(seam.left))
    return seam.two.sort == "partner" and (is_own or is_council_name(seam.right))


def wants_field(text: str) -> bool:
    """Is it an office that says too little without its field of work ("Corporate Director")?"""
    return reading_of(text).sort in ("title", "post") and not has_field(text)


def has_field(text: str) -> bool:
    """Does an office or a team come with its field of work ("Head of Planning", "Waste Manager")?"""
    forms = word_forms(text)
    return ("of" in forms and forms[-2:] != ("of", "service")) or not uses_of(forms)


def _is_second_office(seam: Seam) -> bool:
    """Is it one councillor's two-part office, a leadership and a portfolio ("… and Deputy Leader")?"""
    one, two = seam.one, seam.two
    if (one.kind, two.kind) != ("member", "member") or {one.sort, two.sort} != {"office", "title"}:
        return False
    return "leader" in word_forms(seam.left if one.sort == "office" else seam.right)


def _is_second_noun(seam: Seam) -> bool:
    """Does a post have two nouns ("Project Manager/Coordinator")?"""
    uses = uses_of(word_forms(seam.right))
    return seam.one.is_role and seam.two.sort == "bare" and "post" in uses and "profession" not in uses


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
