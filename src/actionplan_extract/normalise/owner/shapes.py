"""What the mere shape of words tells: names, initials, letters that stand for a body."""

from __future__ import annotations

import re
from typing import Literal

from ...schema import OwnerKind
from ..office import person_title, read_phrase, uses_of, vocabulary
from ..words import word_forms
from .marks import EDGES, WRAP

JOINT = re.compile(r"\s*(?:[,\n\v]|[–—]|\s-\s|:)\s*")
"""What may stand between a person and an office."""

SMALL = frozenset(("of", "and", "for", "the", "in", "to", "&", "–", "-"))
"""Words that a name leaves without capitals."""

_ACRONYM = re.compile(r"[A-Z]{3,5}")
_INITIALS = re.compile(r"[A-Z](?:Mc|Mac|O'|O’)?[A-Z]{1,2}|[A-Z]{2}(?:Mc|Mac)[A-Z]")
_NAME_SHAPE = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}")


def is_name_like(text: str) -> bool:
    """Has it the shape of a name, with no word known from offices and teams?"""
    text = JOINT.split(text.replace(WRAP, " ").strip(EDGES))[0]
    return bool(_NAME_SHAPE.fullmatch(text)) and next(vocabulary().find(word_forms(text)), None) is None


def is_full_name(text: str) -> bool:
    """Does it look like a person's first and last name?"""
    return len(text.split()) == 2 and is_name_like(" ".join(text.split()))


def is_given_name(text: str) -> bool:
    """Is it a given name with no surname?"""
    return read_phrase(text).sort == "initials" and not text.isupper()


def is_initials(text: str) -> bool:
    """Is it a person's initials, as few would write anything else ("JMcK", "AB")?"""
    return bool(_INITIALS.fullmatch(text.strip(EDGES)))


def is_acronym(text: str) -> bool:
    """Are these letters those of a body rather than of a field of work ("SALC", not "ICT")?"""
    return bool(_ACRONYM.fullmatch(text.strip(EDGES))) and not uses_of(word_forms(text))


def is_capitalised(text: str) -> bool:
    """Are these several words, all of them capitalised as those of a body's name are?"""
    words = [word for word in text.split() if word not in SMALL]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def title_of(text: str, use: Literal["person", "people"]) -> OwnerKind | None:
    """The kind of owner that a title of one person ("Cllr") or of several ("Cllrs") in front makes."""
    titled = person_title(text, use)
    return titled[0] if titled else None
