"""How far words are from the name of one whole owner, where a line may have begun or ended too early."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..office import Reading, Sort, ends_of, read_phrase, uses_of, vocabulary
from ..words import word_forms

NO_OWNER = 6.0
"""The flaw of words that name no owner."""

_ABRUPT = 3.0  # it begins with the end of another
_OPEN = 1.5  # it ends with an adjective, or is "all"
_LOOSE = 1.0  # it begins with a word that no office has, or is a post without its field of work
_UNUSUAL = 0.6  # it ends with half of a field of work
_SLIGHT = 0.4  # only decides between readings that are else as good
_FLAWS: dict[Sort, float] = {"unknown": NO_OWNER, "bare": NO_OWNER, "initials": 0.7, "area": 0.7, "service": 0.5}
_ADJECTIVE = re.compile(
    r"\w+(?:ic|ive|ory|ial|nal|tal|ral|ical|cial)|early|senior|principal|lead|deputy|assistant|chief|interim|acting|"
    r"joint|corporate|adult|young|private|independent|human|voluntary|approved|designated|integrated|shared"
)
_LONE_NOUNS = frozenset(
    {
        "team",
        "teams",
        "services",
        "service",
        "group",
        "unit",
        "office",
        "hub",
        "network",
        "management",
        "development",
        "committee",
        "board",
    }
    | {"panel", "partnership", "forum", "agency", "multi agency", "authority", "association", "trust", "commission"}
    | {"north", "south", "east", "west", "mid", "central", "greater", "great"}
)
_CLOSING_NOUNS = frozenset(
    {"manager", "officer", "coordinator", "worker", "adviser", "engineer", "surveyor", "psychologist", "practitioner"}
    | {"team", "therapist", "accountant", "planner", "lead", "leader"}
)
_GOING_ON = frozenset({"of", "for", "with", "responsible"})


class Edges(NamedTuple):
    """Does a stretch begin, and end, with a line, so that some of its owner may stand on another?"""

    begins_line: bool
    ends_line: bool


def flaw_of(text: str, reading: Reading, edges: Edges) -> float:
    """How far from an owner's name a text is that reads so: 0 for a whole one, `NO_OWNER` or more for none."""
    forms = word_forms(text)
    if not forms or is_lone_noun(text) or (reading.sort == "name" and len(forms[-1]) == 1):
        return NO_OWNER
    if "profession" in uses_of(forms):
        return _LOOSE
    in_front = _flaw_in_front(forms, text) if edges.begins_line else 0
    at_end = _flaw_at_end(forms, reading) if edges.ends_line else 0
    return _FLAWS.get(reading.sort, 0) + in_front + at_end


def is_lone_noun(text: str) -> bool:
    """Is it a noun that needs more words to be a team's or a body's name?"""
    return " ".join(word_forms(text)) in _LONE_NOUNS


def _flaw_in_front(forms: tuple[str, ...], text: str) -> float:
    """How likely the first word belongs to another owner: "Manager Reablement Team"."""
    first = forms[0]
    if not uses_of((first,)) and read_phrase(text).sort == "title":
        return _LOOSE
    if len(forms) == 1 or forms[1] in _GOING_ON:
        return 0
    opened = vocabulary().at(forms, 0)
    is_phrase = bool(opened and opened.last > 1)  # "Lead Officer"
    return _ABRUPT if first in _CLOSING_NOUNS and not is_phrase else _SLIGHT if first in _LONE_NOUNS else 0


def _flaw_at_end(forms: tuple[str, ...], reading: Reading) -> float:
    """How likely more belongs to an office that ends so: "Head of Corporate", "Assistant Director"."""
    if reading.sort == "everyone":
        return _OPEN
    if reading.sort != "title":
        return _SLIGHT if "title" in uses_of(forms) else 0
    if _ADJECTIVE.fullmatch(forms[-1]) and not _is_field(forms[-1]):
        return _OPEN
    if any(uses.keys() - {"modifier"} for uses in ends_of(forms)):
        return 0
    return _UNUSUAL if uses_of(forms[-1:]) else _SLIGHT


def _is_field(form: str) -> bool:
    """Is it a field of work, and nothing else ("digital", not "corporate")?"""
    uses = uses_of((form,))
    return "area" in uses and "modifier" not in uses
