"""Which of a document's first paragraphs is its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..data import read_table
from .council import is_council_name
from .review_date import find_dates
from .words import Phrases, word_forms


@dataclass(frozen=True, slots=True)
class TitleCandidate:
    """A paragraph that may be the title: its text, its level as a heading (1 the highest, 0 none), its
    position among the document's paragraphs from 0."""

    text: str
    heading: int
    position: int


_FARTHEST = 25  # a title stands among the first paragraphs
_MOST_WORDS = 25
_MOST_WORDS_OF_SENTENCE = 6  # a longer text with a full stop is a sentence
_LEAST_SCORE = 0.5
_PLAN_SCORE = 3.0
_HEADING_SCORES = {1: 3.0, 2: 1.0, 3: 0.5}
_FILE_TITLE_SCORE = 3.0
_STEP = 0.35  # what each paragraph further down costs
_CAPITALS_SCORE = 0.5
_LIST_ITEM = re.compile(r"\s*(?:[•●▪■➤*–-]|\(?\d{1,3}(?:\.\d+)*[.)]?|\(?[a-z][.)])\s+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[a-z)][.;:!]$|[,]$")
_PROSE = re.compile(
    r"\b(?:we|is|are|was|were|has|have|had|will|would|should|can|could|may be|been|being|"
    r"this (?:document|report|plan|paper|action plan)|please|thank|introduction from|foreword (?:by|from))\b",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\s*(?:v(?:ersion|er)?\.?\s*\d|final\s+v?\d|draft\s+v?\d|page\s+\d)", re.IGNORECASE)
_BARE_LABEL_REST = re.compile(r"[\s\W]*(?:[A-Z]|\d{1,3}(?:\.\d+)*|[ivxIVX]+)?[\s\W]*")
_ADDRESS = re.compile(r"(?:https?://|www\.|\S+@\S+)\S*", re.IGNORECASE)


def find_title(paragraphs: Sequence[TitleCandidate], file_title: str | None = None) -> int | None:
    """The index of the paragraph that is the document's title, None where none is.

    A line that is only a council's name, a date, a version or a label is none. `file_title` is the
    title in the file's properties; a paragraph that agrees with it is preferred.
    """
    scored = [
        (_score(candidate, file_title), -index)
        for index, candidate in enumerate(paragraphs)
        if candidate.position < _FARTHEST and _may_be_title(candidate.text)
    ]
    best, index = max(scored, default=(0.0, 0))
    return -index if best >= _LEAST_SCORE else None


def _may_be_title(text: str) -> bool:
    """Is it short, no sentence, and more than a name, a date or a label?"""
    words = word_forms(text)
    if not 1 <= len(words) <= _MOST_WORDS or not any(len(word) > 2 and word.isalpha() for word in words):
        return False
    if _SENTENCE_END.search(text.strip()) and len(words) > _MOST_WORDS_OF_SENTENCE:
        return False
    return not (_PROSE.search(text) or _is_label(text) or is_council_name(text) or _is_date(text))


def _is_label(text: str) -> bool:
    """Is it nothing but a label ("Introduction", "Appendix A", "Version 2.1", an address)?"""
    if _VERSION.match(text) or _ADDRESS.search(text):
        return True
    words = word_forms(text)
    found = _vocabulary().at(words, 0)
    if not found or "label" not in found.value:
        return False
    rest = " ".join(words[found.last :])
    return bool(_BARE_LABEL_REST.fullmatch(rest.upper())) or text.rstrip().endswith(":")


def _is_date(text: str) -> bool:
    """Is it only a date, or what says that one follows?"""
    rest = text
    for dated in reversed(find_dates(text)):
        rest = rest[: dated.start] + rest[dated.end :]
    return rest != text and len(word_forms(rest)) <= 1


def _score(candidate: TitleCandidate, file_title: str | None) -> float:
    """How likely it is the title: by its words, its rank as a heading, its place, and the file's own title."""
    text = candidate.text.strip()
    score = _HEADING_SCORES.get(candidate.heading, 0.0) - _STEP * candidate.position
    score += _PLAN_SCORE if _names_plan(text) else 0.0
    score += _FILE_TITLE_SCORE * _agreement(text, file_title or "")
    score += _CAPITALS_SCORE if _is_in_capitals(text) else 0.0
    return score - (2.0 if _LIST_ITEM.match(text) else 0.0)


def _names_plan(text: str) -> bool:
    return any("plan" in found.value for found in _vocabulary().find(word_forms(text)))


def _is_in_capitals(text: str) -> bool:
    """Do all words of more than three letters begin with a capital?"""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words)


def _agreement(text: str, other: str) -> float:
    """The share of words two texts have in common, 0 to 1."""
    one, two = set(word_forms(text)), set(word_forms(other))
    return len(one & two) / len(one | two) if one and two else 0.0


@cache
def _vocabulary() -> Phrases[str]:
    return Phrases((record["words"], record["sense"]) for record in read_table("title_words"))
