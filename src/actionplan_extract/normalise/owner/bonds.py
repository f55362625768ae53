"""Why the two sides of a mark are one owner all the same.

An owner may hold marks of its own: "Head of Policy, Performance and HR", "Housing & Planning Manager", "Jane Doe,
Head of Planning". Each bond is one such reason; where there is none, two sides that stand alone are two owners.
"""

from __future__ import annotations

from collections.abc import Callable

from ..office import Reading, read_phrase, uses_of
from ..words import word_forms
from .bodies import closes_body, closes_council, goes_on_body, is_place_of_office, is_presided, opens_body
from .fields import are_of_one_team, goes_on_field, goes_under_office, is_closed_by_noun
from .marks import BREAKS, Mark
from .naming import NO_OWNER_SORTS, pair_of, without_label
from .phrases import spans_phrase
from .seam import Seam
from .shapes import is_full_name


def is_bound(seam: Seam) -> bool:
    """Are the sides one owner?"""
    if without_label(seam.right)[1] is not None:
        return _closes_with_label(seam)
    if NO_OWNER_SORTS & {seam.one.sort, seam.two.sort} or _are_member_and_officer(seam):
        return False
    return any(bond(seam) for bond in _BONDS[seam.mark])


def _closes_with_label(seam: Seam) -> bool:
    """Is what looks like a label the end of what stands before it ("Head of Support / Service: Assets")?"""
    label = seam.right.partition(":")[0]
    closes = "service" in uses_of(word_forms(label)) and seam.mark is Mark.LABEL
    return closes or (seam.mark in (Mark.LABEL, *BREAKS) and spans_phrase(seam.left, label, seam.mark))


def _are_member_and_officer(seam: Seam) -> bool:
    """Does a member's office stand above an officer's ("Cabinet Member for Corporate / Head of HR")?"""
    one, two = seam.one, seam.two
    return seam.mark in BREAKS and one.is_role and two.is_role and (one.kind, two.kind) == ("member", "officer")


def _share_phrase(seam: Seam) -> bool:
    """Does a known phrase go over the mark?"""
    return spans_phrase(seam.left, seam.right, seam.mark)


def _are_holder_and_office(seam: Seam) -> bool:
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


def _are_of_one_councillor(seam: Seam) -> bool:
    """Is it one councillor's two-part office, a leadership and a portfolio ("… and Deputy Leader")?"""
    one, two = seam.one, seam.two
    if (one.kind, two.kind) != ("member", "member") or {one.sort, two.sort} != {"office", "title"}:
        return False
    return "leader" in word_forms(seam.left if one.sort == "office" else seam.right)


def _are_nouns_of_one_post(seam: Seam) -> bool:
    """Does a post have two nouns ("Project Manager/Coordinator")?"""
    uses = uses_of(word_forms(seam.right))
    return seam.one.is_role and seam.two.sort == "bare" and "post" in uses and "profession" not in uses


_Bond = Callable[[Seam], bool]
_AT_BREAK: tuple[_Bond, ...] = (
    _share_phrase,
    _are_holder_and_office,
    goes_under_office,
    is_closed_by_noun,
    closes_body,
    closes_council,
)
_BONDS: dict[Mark, tuple[_Bond, ...]] = {
    Mark.LIST: (),
    Mark.SLASH: (goes_under_office, is_closed_by_noun, _are_nouns_of_one_post),
    Mark.WITH: (),
    Mark.AND: (
        _share_phrase,
        goes_under_office,
        is_closed_by_noun,
        are_of_one_team,
        closes_body,
        goes_on_body,
        is_presided,
        _are_of_one_councillor,
    ),
    Mark.COMMA: (
        _are_holder_and_office,
        goes_under_office,
        is_closed_by_noun,
        is_place_of_office,
        goes_on_body,
        is_presided,
    ),
    Mark.LINE: _AT_BREAK,
    Mark.BREAK: (*_AT_BREAK, are_of_one_team, goes_on_field, opens_body),
    Mark.LABEL: (),
}
