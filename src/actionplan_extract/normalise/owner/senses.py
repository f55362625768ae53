"""What tells cells of owners from other cells."""

from __future__ import annotations

import re
from functools import lru_cache

from ..office import ROLES, uses_of
from ..words import word_forms
from .cutting import LONGEST_CELL, owner_spans
from .naming import NO_OWNER_SORTS, reading_of
from .shapes import SMALL

_LONGEST_OWNER_WORDS = 14
_OF_TASKS = re.compile(r"(?<!/)\ban?\b|\bto (?!the\b)")
_SENTENCE_WORD = re.compile(
    r"\b(?:will|is|are|was|were|has|have|had|be|been|should|must|this|that|we)\b", re.IGNORECASE
)
_OWNERS = ROLES | {"name", "initials", "team", "service", "partner"}


@lru_cache(maxsize=1024)
def looks_like_owner(text: str) -> bool:
    """Would a column of such cells be a column of owners? A bare field of work ("Housing") would not do."""
    if len(text) > LONGEST_CELL or _SENTENCE_WORD.search(text) or _is_prose(text):
        return False
    if begins_as_task(text) and not _is_titled(text):
        return False
    pieces = [text[start:end] for start, end in owner_spans(text)]
    if any(_is_task(piece) and not _is_titled(piece) for piece in pieces):
        return False
    sorts = {reading_of(piece).sort for piece in pieces}
    return sorts <= _OWNERS | NO_OWNER_SORTS | {"area", "everyone", "bare"} and bool(sorts & _OWNERS)


def begins_as_task(text: str) -> bool:
    """Does a text begin with a verb that tells what to do ("Review the …")?"""
    forms = word_forms(" ".join(text.split(maxsplit=2)[:2]))
    return any("verb" in uses_of(forms[:end]) for end in (1, 2))


def _is_titled(text: str) -> bool:
    """Is it an office whose first word may be a verb as well ("Contact Centre Manager"), all in capitals?"""
    words = text.split()
    are_capital = len(words) > 1 and all(word[0].isupper() or word in SMALL for word in words)
    return are_capital and reading_of(text).is_role


def _is_task(text: str) -> bool:
    """Does it begin as tasks do ("Review the …"), say what is "to do" or "a" thing, or go on too long?"""
    forms = word_forms(text)
    capitals = sum(word[0].isupper() for word in text.split())
    is_prose = len(forms) > _LONGEST_OWNER_WORDS or (len(forms) > 4 and capitals * 3 < len(forms))
    return is_prose or begins_as_task(text) or bool(_OF_TASKS.search(text))


def _is_prose(text: str) -> bool:
    """Has a text of more than one owner's length few capitals? Then one of its parts must be a task."""
    words = text.split()
    return len(words) > _LONGEST_OWNER_WORDS and 3 * sum(word[0].isupper() for word in words) < len(words)
