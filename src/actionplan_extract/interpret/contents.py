"""What a column's own cells look like, whatever its header says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from ..model import Cell, Senses

REFERENCE = re.compile(
    r"\s*(?:(?:recommendation|rec|action|ref|item|no)\.?\s*)?"
    r"(?:[A-Za-z]{1,5}[-./ ]?)?\d{1,3}(?:[-./]\d{1,3}){0,3}[a-z]?(?:\([a-z]\))?\s*[.:)]?\s*"
    r"|\s*\(?(?:[a-z]|[ivx]{1,5})[.)]\s*",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:action|improvement|delivery|implementation|recovery|transformation)\s+(?:plan|log|programme)"
    r"|\bresponse to\b|\bwhat we (?:will|are going to) do\b|\bby when\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"\s*\d{1,2}([-./])\d{1,2}\1(?:\d\d|\d{4})\s*")
_MONTH = re.compile(
    r"\s*(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)[-./ ’']{0,2}\d\d\s*",
    re.IGNORECASE,
)
EDITION = re.compile(
    r"(?:(?:version|draft|revision|rev|v)\.?\s*\d|(?:(?:last|date)\s+)?"
    r"(?:updated|modified|revised|reviewed|published|approved|adopted|agreed|issued|as (?:at|of))\b[^.]*\d{4}$)",
    re.IGNORECASE,
)  # what a line says of the document itself
_DECISION = re.compile(
    r"(?:(?:fully|partially|partly|not|do(?:es)?\s+not)\s+)?(?:accept|agree|reject|approve|support|note|endorse|decline)(?:e?d)?"
    r"(?:\s+(?:in\s+(?:part|full|principle)|at\s+this\s+time|with\s+amendments?))?\s*\.?",
    re.IGNORECASE,
)
FRONT = 12  # paragraphs in which a plan says that it is one
_LONG_TIMESCALE = 240
_DATE_WORDS = 6
_SENTENCE_WORDS = 4
_NAME_WORDS = 6
_SMALL_WORD = 4  # letters: "and", "of"
_ENOUGH = 60  # cells show what a column holds; of more, every second, third ... is looked at


@dataclass(frozen=True, slots=True)
class Contents:
    """Shares (0 to 1) of a column's filled cells: references, timescales, dates, owners, statuses, sentences, tasks.

    `when` are those that say when and nothing besides, `decided` those that only accept or reject ("Agreed in part"),
    `words` is the mean number of words.
    """

    filled: int
    reference: float
    timescale: float
    when: float
    date: float
    owner: float
    status: float
    sentence: float
    task: float
    decided: float
    words: float


def names_plan(text: str) -> bool:
    """Does it say that a plan of actions follows?"""
    return _PLAN.search(text) is not None


def contents(cells: Sequence[Cell], senses: Senses) -> Contents:
    """What the filled cells of a column look like."""
    filled = [cell for cell in cells if not cell.is_empty]
    if not filled:
        return Contents(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    texts = [cell.text.strip() for cell in filled[:: len(filled) // _ENOUGH + 1]]
    return Contents(
        len(filled),
        fmean(is_reference(text) for text in texts),
        fmean(is_timescale(text, senses) for text in texts),
        fmean(is_mere_timescale(text, senses) for text in texts),
        fmean(is_date(text, senses) for text in texts),
        fmean(senses.is_owner(text) for text in texts),
        fmean(senses.is_status(text) for text in texts),
        fmean(_is_sentence(text) for text in texts),
        fmean(senses.is_task(text) for text in texts),
        fmean(_DECISION.fullmatch(text) is not None for text in texts),
        fmean(len(text.split()) for text in texts),
    )


def is_reference(text: str) -> bool:
    """Is the text a mere number or code ("9a", "1.2", "R3", "CN-08-21", "(ii)"), and no date?"""
    return REFERENCE.fullmatch(text) is not None and not _DATE.fullmatch(text) and not _MONTH.fullmatch(text)


def is_date(text: str, senses: Senses) -> bool:
    """Is the text a date or a span of dates, and little else?"""
    kinds = {entry.kind for entry in senses.entries(text)} if len(text.split()) <= _DATE_WORDS else set()
    return bool(kinds) and kinds <= {"point", "range"}


def is_mere_timescale(text: str, senses: Senses) -> bool:
    """Does a text say when, and nothing else ("Call back within two days")?"""
    return is_timescale(text, senses) and not any(entry.milestone for entry in senses.entries(text))


def _is_sentence(text: str) -> bool:
    """Does it have several words, most of them behind the first in lower case, as names have not?"""
    words = text.split()
    return len(words) >= _SENTENCE_WORDS and sum(word[0].islower() for word in words[1:]) > 0.5 * (len(words) - 1)


def is_name(text: str) -> bool:
    """Could a short text be a name: few words, all but small ones in capitals, no figures?"""
    words = text.split()
    return (
        0 < len(words) <= _NAME_WORDS
        and all(word[0].isupper() or len(word) < _SMALL_WORD for word in words)
        and words[0][0].isupper()
        and not any(character.isdigit() for character in text)
    )


def is_timescale(text: str, senses: Senses) -> bool:
    """Does a short text say when?"""
    if len(text) > _LONG_TIMESCALE:
        return False
    entries = senses.entries(text)
    return bool(entries) and any(entry.kind not in ("unparsed", "event") for entry in entries)
