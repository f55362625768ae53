"""Which of a document's first paragraphs are its title, and whether a file's own title is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..data import read_table
from .council import is_council_name
from .office import read_phrase
from .review_date import find_dates
from .words import Phrases, word_forms, words_of


@dataclass(frozen=True, slots=True)
class TitleCandidate:
    """A paragraph that may be the title: its text, its level as a heading (1 the highest, 0 none), its
    position among the document's paragraphs from 0."""

    text: str
    heading: int
    position: int


_FARTHEST = 25  # a title stands among the first paragraphs
_MOST_WORDS = 25
_LONGEST_TITLE = 400  # characters
_MOST_WORDS_OF_SENTENCE = 6  # a longer text with a full stop is a sentence
_LEAST_SCORE = 0.5
_PLAN_SCORE = 3.0
_HEADING_SCORES = {1: 3.0, 2: 1.0, 3: 0.5}
_FILE_TITLE_SCORE = 3.0
_STEP = 0.35  # what each paragraph further down costs
_CAPITALS_SCORE = 0.5
_LIST_ITEM = re.compile(r"\s*(?:[•●▪■➤*–-]|\(?\d{1,3}(?:\.\d+)*[.)]?|\(?[a-z][.)])\s+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[\w)][.;:!]$|[,]$")
_SENTENCE_BREAK = re.compile(r"(?<=[a-z\d]{3}[.!?])\s+(?=[A-Z])")
_PROSE = re.compile(
    r"(?<!-)\b(?:we|is|are|was|were|has|have|had|will|would|should|can|could|may be|been|being|"
    r"this (?:document|report|plan|paper|action plan)|please|thank|introduction from|foreword (?:by|from))\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\b(?:what|how|where|why)\s+(?:(?:the|our)\s+)?\w+\s.*", re.IGNORECASE)
_VERSION = re.compile(r"\s*(?:v(?:ersion|er)?\.?\s*\d|final\s+v?\d|draft\s+v?\d|page\s+\d)", re.IGNORECASE)
_BARE_LABEL_REST = re.compile(r"[\s\W]*(?:[A-Z]|\d{1,3}(?:\.\d+)*|[ivxIVX]+)?[\s\W]*")
_TITLE_SENSES = frozenset({"plan", "occasion", "content"})
_MOST_LINES = 3
_MOST_WORDS_OF_LINE = 9
_SECTION = re.compile(
    r"(?i:theme|priority|section|part|objective|recommendation)s?\s+(?:\d|[A-Z]\b)|"
    r"(?i:our|the|about|what|how|why|key|overview|summary)\b"
)
_OPEN_END = re.compile(r"(?:\b(?:of|for|to|the|and|our|its|in|on|with|by)|[:&–—-])\s*$", re.IGNORECASE)
_EITHER = re.compile(r"\s*[|/]\s*")
_ARTICLE = re.compile(r"\s*an?\s+", re.IGNORECASE)
_PAUSE = re.compile(r"\s*(?:[,:(–—]|\s-\s)")
_FILE_NAME = re.compile(r"^Microsoft \w+ - |\.\w{2,5}$|_|^\S+\d\S*$|^\S*-\S*-\S*$")
_CAPTION = re.compile(r"\A\s*(?:report |document |plan )?(?:title|subject|name|re)\s*:\s*(?=\S)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.|\S+@\S+)\S*", re.IGNORECASE)


def find_title(paragraphs: Sequence[TitleCandidate], file_title: str | None = None) -> tuple[int, int] | None:
    """The indices [start, end) of the paragraphs that are the document's title, None where none is.

    A line that is only a council's name, a person's, a date, a version or a label is none. `file_title` is the
    title in the file's properties; a paragraph that agrees with it is preferred.
    """
    scored = [
        (_score(candidate, file_title), -index)
        for index, candidate in enumerate(paragraphs)
        if candidate.position < _FARTHEST and _may_be_title(candidate.text, may_ask=candidate.heading == 1)
    ]
    best, index = max(scored, default=(0.0, 0))
    return _widened(paragraphs, -index) if best >= _LEAST_SCORE else None


def without_caption(title: str) -> str:
    """The title without what a form prints in front of it ("Subject: …")."""
    return _CAPTION.sub("", title)


def real_title(text: str) -> str | None:
    """The title in a file's properties without white space around it, None where it is only a file's name,
    what a program puts there by itself, or a line that is no title."""
    title = " ".join(text.split())
    is_title = _may_be_title(title) and not _FILE_NAME.search(title)
    return title if is_title and "file" not in _vocabulary().get(word_forms(title)) else None


# Several lines ------------------------------------------------------------------------------------


def _widened(paragraphs: Sequence[TitleCandidate], index: int) -> tuple[int, int]:
    """The paragraph with those right above and below it that make one title with it."""
    start, end = index, index + 1
    while start and end - start < _MOST_LINES and _is_continued(paragraphs[start - 1], paragraphs[start]):
        start -= 1
    while end < len(paragraphs) and end - start < _MOST_LINES and _is_continued(paragraphs[end - 1], paragraphs[end]):
        end += 1
    return start, end


def _is_continued(line: TitleCandidate, following: TitleCandidate) -> bool:
    """Do two lines make one title: of one rank, short, the second going on or saying what the first does not?"""
    if line.heading != following.heading or following.position != line.position + 1:
        return False
    if not all(_is_title_line(candidate.text) for candidate in (line, following)):
        return False
    if _OPEN_END.search(line.text):
        return True
    return not _SECTION.match(following.text) and _adds_to(line.text, following.text)


def _is_title_line(text: str) -> bool:
    """Is it as short as a line of a title, and no item of a list?"""
    is_short = len(word_forms(text)) <= _MOST_WORDS_OF_LINE
    return is_short and not _LIST_ITEM.match(text) and _may_be_title(text)


def _adds_to(text: str, following: str) -> bool:
    """Does the second line say what document it is, or of what occasion, where the first does not?"""
    known = set(word_forms(text))
    if any(not set(phrase) <= known for phrase in _phrases(following, "plan")):
        return following[0].isupper()
    return not _phrases(text, "occasion") and bool(_phrases(text, "plan")) and bool(_phrases(following, "occasion"))


def _phrases(text: str, sense: str) -> list[tuple[str, ...]]:
    """The phrases of a sense in a text, as words."""
    words = word_forms(text)
    return [words[found.first : found.last] for found in _vocabulary().find(words) if sense in found.value]


# One line -----------------------------------------------------------------------------------------


def _may_be_title(text: str, *, may_ask: bool = False) -> bool:
    """Is it short, no sentence, and more than a name, a date or a label? `may_ask`: it may be a mere question."""
    if len(text) > _LONGEST_TITLE:
        return False
    words = word_forms(text)
    if not 1 <= len(words) <= _MOST_WORDS or not any(len(word) > 2 and word.isalpha() for word in words):
        return False
    if _is_sentence(text):
        return False
    is_council = all(is_council_name(name) for name in _EITHER.split(text))  # in one language or in two
    if is_council or _is_prose(text, may_ask=may_ask) or _is_label(text) or _is_date(text):
        return False
    return bool(_phrases(text, "plan")) or not _names_somebody(text)


def _is_sentence(text: str) -> bool:
    """Does a sentence of some length end in it?"""
    *ended, last = _SENTENCE_BREAK.split(text.strip())
    ended += [last] if _SENTENCE_END.search(last) else []
    return any(len(word_forms(sentence)) > _MOST_WORDS_OF_SENTENCE for sentence in ended)


def _is_prose(text: str, *, may_ask: bool) -> bool:
    """Does it tell something? A title may only ask, and say what document it is ("Peer review: what we will do")."""
    may_ask = may_ask or any(_phrases(text, sense) for sense in ("plan", "occasion"))
    return bool(_PROSE.search(_QUESTION.sub("", text) if may_ask else text))


def _names_somebody(text: str) -> bool:
    """Is it a line that names a person, an office, a team or a body ("Jane Doe, Chief Executive")?"""
    front = _PAUSE.split(_ARTICLE.sub("", text), maxsplit=1)[0]
    return read_phrase(front).sort in ("name", "office", "title", "post", "team", "partner")


def _is_label(text: str) -> bool:
    """Is it nothing but labels ("Introduction", "Appendix A", "Version 2.1", "Cabinet, 3 May 2024", an address)?"""
    if _VERSION.match(text) or _ADDRESS.search(text):
        return True
    words = words_of(_without_dates(text))
    forms = [word.form for word in words]
    last = 0
    while (found := _vocabulary().at(forms, last)) and "label" in found.value:
        last = found.last
    if not last:
        return False
    rest = " ".join(forms[last:])
    return bool(_BARE_LABEL_REST.fullmatch(rest.upper())) or text.rstrip().endswith(":") or _names_somebody(rest)


def _is_date(text: str) -> bool:
    """Is it only a date, or what says that one follows?"""
    rest = _without_dates(text)
    return rest != text and len(word_forms(rest)) <= 1


def _without_dates(text: str) -> str:
    for dated in reversed(find_dates(text)):
        text = f"{text[: dated.start]} {text[dated.end :]}"
    return text


def _score(candidate: TitleCandidate, file_title: str | None) -> float:
    """How likely it is the title: by its words, its rank as a heading, its place, and the file's own title."""
    text = candidate.text.strip()
    score = _HEADING_SCORES.get(candidate.heading, 0.0) - _STEP * candidate.position
    score += _PLAN_SCORE if _names_plan(text) else 0.0
    score += _FILE_TITLE_SCORE * _agreement(text, file_title or "")
    score += _CAPITALS_SCORE if _is_in_capitals(text) else 0.0
    return score - (2.0 if _LIST_ITEM.match(text) else 0.0)


def _names_plan(text: str) -> bool:
    return any(_TITLE_SENSES & set(found.value) for found in _vocabulary().find(word_forms(text)))


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
