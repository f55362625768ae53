"""Fields of work that a mark binds: to the office over them, to the noun behind them, to each other."""

from __future__ import annotations

import re

from ..office import UNKNOWN, ends_of, uses_of
from ..words import word_forms
from .marks import BREAKS, Mark
from .seam import WEAK, Seam, has_field, is_of_service
from .shapes import is_acronym, is_full_name
from .wholeness import is_lone_noun

_AND = re.compile(r"\band\b|&")
_OF_BODY = re.compile(r"(?:sub-?)?(?:committee|board|panel|cabinet|forum)\s+(?:vice[- ])?chair", re.IGNORECASE)


def goes_under_office(seam: Seam) -> bool:
    """Does a field of work go on what an office is over ("Head of HR / OD", "Director, Place")?"""
    one, is_weak = seam.one, seam.two.sort in WEAK
    if seam.mark is Mark.AND and one.sort == "title" and seam.two.sort == "team" and len(seam.right.split()) == 1:
        return True  # "Scrutiny" is a body, or the work for it
    if seam.mark is Mark.COMMA and one.sort == "title" and seam.two.sort == "team" and _is_list_of_fields(seam.right):
        return True  # "Head of Policy, Performance and Scrutiny"
    if seam.mark is Mark.COMMA and is_of_service(word_forms(seam.left)) and seam.two.sort in ("team", "unknown"):
        return True  # "Head of Service, MASH"
    if is_acronym(seam.right) and not is_weak:
        return _are_letters_of_field(seam)
    if not is_weak and seam.two.sort not in ("initials", "unknown"):
        return False
    match seam.mark:
        case Mark.SLASH:
            is_apart = not (is_weak or seam.is_tight) and has_field(seam.left)  # somebody else's name
            return one.sort == "title" and not (is_apart or seam.two.sort == "service" or is_full_name(seam.right))
        case Mark.AND:
            return one.is_opened or one.sort == "title"
        case Mark.COMMA:
            is_another = seam.has_whole_office and seam.is_listed and is_weak
            return one.is_opened or (one.is_role and not is_another) or (seam.has_person and is_weak)
        case _:
            return one.is_opened or (one.is_role and not (seam.has_whole_office and is_weak))


def _is_list_of_fields(text: str) -> bool:
    """Are two fields of work joined by "and", the last of them a body's name as well ("Performance and Scrutiny")?"""
    fields = [part.strip() for part in _AND.split(text)]
    return len(fields) > 1 and all(map(_is_field, fields))


def _is_field(text: str) -> bool:
    return "area" in uses_of(word_forms(text))


def _are_letters_of_field(seam: Seam) -> bool:
    """Are letters that are not known a field of work? "Head of HR/OED" and "Head of Events and VIC" may go on."""
    match seam.mark:
        case Mark.AND:
            return seam.one.sort == "title"
        case Mark.COMMA:
            return seam.one.is_role and not has_field(seam.left)
        case _:
            return seam.one.sort == "title" and seam.left.split()[-1].isupper()


def goes_on_field(seam: Seam) -> bool:
    """Is the field of work cut in two ("Head of Portfolio / Management Office"), its first half naming none?"""
    forms, others = word_forms(seam.left), word_forms(seam.right)
    names_field = any("area" in uses and "body" not in uses for uses in ends_of(forms))
    is_rest = len(others) > 1 and is_lone_noun(others[0]) and not seam.two.is_role
    return seam.one.sort == "title" and not names_field and is_rest


def is_closed_by_noun(seam: Seam) -> bool:
    """Is the left side a field of work of the post or the team on the right ("Housing & Planning Manager")?"""
    is_other = seam.mark in BREAKS or (seam.mark is Mark.AND and _is_field(seam.left))
    is_body = seam.one.sort == "team" and is_other and len(seam.left.split()) == 1  # "Scrutiny / Officer"
    if seam.one.sort not in WEAK and seam.one != UNKNOWN and not is_body:
        return False
    if "rank" in uses_of(word_forms(seam.right)[:1]):  # "Senior Planner" begins an owner
        return False
    return _CLOSING.get(seam.mark, _closes_line)(seam)


def _closes_slash(seam: Seam) -> bool:
    """ "Policy/Performance Officer"."""
    are_words = seam.is_tight and len(seam.left.split()) == 1 < len(seam.right.split())
    return are_words and seam.one.sort != "service" and (seam.two.sort == "post" or is_staff(seam.right))


def _closes_comma(seam: Seam) -> bool:
    """ "Health, Wellbeing and Access Team Leader"."""
    is_closed = seam.two.sort in ("post", "team") or (seam.two.sort == "service" and not seam.right.endswith("s"))
    return seam.one.sort != "service" and is_closed and has_and(seam.right)


def _closes_and(seam: Seam) -> bool:
    """ "Housing & Planning Manager"; the list of fields has one "and"."""
    is_team = seam.two.sort == "team" and seam.one.sort != "service"
    return (is_team or seam.two.sort in ("post", "bare")) and not has_and(seam.left)


def _closes_line(seam: Seam) -> bool:
    """ "Housing / Manager"; but "Landlord Services / Trading Standards Manager" are two."""
    are_whole = word_forms(seam.left)[-1:] == ("services",) and has_field(seam.right)
    return bool(_OF_BODY.match(seam.right)) or (seam.two.sort in ("post", "team", "bare") and not are_whole)


_CLOSING = {Mark.SLASH: _closes_slash, Mark.COMMA: _closes_comma, Mark.AND: _closes_and}


def are_of_one_team(seam: Seam) -> bool:
    """Are both sides fields of one team's work ("Parks and Open Spaces", "Legal & Democratic Services")?"""
    one, two = seam.one.sort, seam.two.sort
    if not {one, two} <= {*WEAK, "initials"}:
        return False
    if seam.mark is Mark.AND:
        return (one != two == "service") or ("area" in (one, two) and not seam.is_listed)
    return one != "service" and not (seam.left.isupper() and seam.right.isupper())


def has_and(text: str) -> bool:
    """Is there an "and" in it?"""
    return bool(_AND.search(text))


def is_staff(text: str) -> bool:
    """Is it a team of officers rather than a board or a group?"""
    return word_forms(text)[-1:] in (("team",), ("teams",), ("unit",))
