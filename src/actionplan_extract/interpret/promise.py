"""Who and when within a sentence that promises: "The Chief Executive will review the protocol by 30 June 2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..led_by import LED_WITHIN
from ..model import Paragraph, Senses
from ..passage import Passage
from .closing import WHEN, WHO, Closing, Value
from .contents import is_timescale

_PROMISE = re.compile(
    r"(?:(?:the|our)\s+)?(?P<who>[^.;:!?\n]{2,100}?),?\s+(?:will|shall|must|(?:is|are)\s+to|has\s+to|have\s+to)\s+"
    r"(?!have\b|also\s+have\b)",
    re.IGNORECASE,
)
_CHARGE = re.compile(
    r"(?:(?:I|we)\s+have\s+(?:asked|instructed|directed|tasked|requested)\s+)?(?:(?:the|our)\s+)?"
    r"(?P<who>[^.;:!?\n]{2,80}?)\s*[:,–—-]?\s+to\s+(?=[a-z])",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?;]\s+(?=[A-Z])")
_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_OF_TIME = (
    rf"\b(?:{_MONTHS}|\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|(?:19|20)\d\d(?:\s?[-–/]\s?\d\d(?:\d\d)?)?"
    r"|q[1-4]|quarter|first|second|third|fourth|spring|summer|autumn|winter|christmas|easter|early|mid|late"
    r"|end|start|beginning|middle|half|financial|calendar|municipal|academic|year|term|next|the|of|in|to|and|until|this)\b"
)
_GOES_ON = (
    r"(?:and|with|to|so|as|for|through|at|by|when|where|which|that|following|after|once|including|using|subject|the)\b"
)
_PHRASE = re.compile(
    r"\b(?:by|before|no\s+later\s+than|until|from|during|in|within|at|over|throughout|on)\s+"
    rf"{_OF_TIME}(?:[\s,–-]+{_OF_TIME}){{0,8}}(?=[\s,.;:()]|$)(?!\s+(?!{_GOES_ON})[a-z])",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\d[./]\d\d|q[1-4]", re.IGNORECASE)
_ENDING = re.compile(r"by|before|no\s+later|until", re.IGNORECASE)
_BEGINNING = re.compile(r"from", re.IGNORECASE)
_LEFT_OVER = re.compile(r"\s+(?:to|and|of|in|the)$")


def promise(paragraph: Paragraph, senses: Senses) -> Closing | None:
    """Who will do it and by when, as a sentence of the text itself tells; None without a time."""
    begins = _PROMISE.match(paragraph.text) or _charge(paragraph, senses)
    when = _when(paragraph.passage, begins.end(), senses) if begins else None
    if begins is None or when is None:
        return None
    who = _who(paragraph.passage, begins, senses)
    return Closing((*who, (WHEN, when)), len(paragraph.passage))


def _charge(paragraph: Paragraph, senses: Senses) -> re.Match[str] | None:
    """How a text begins that charges somebody with a task ("Head of HR: to review …", "I have asked the … to")."""
    found = _CHARGE.match(paragraph.text)
    return found if found and senses.is_owner(found["who"]) else None


def _who(passage: Passage, begins: re.Match[str], senses: Senses) -> tuple[Value, ...]:
    """By whom it is led, or the owner that promises, be it in a later sentence."""
    later = (_PROMISE.match(passage.text, end.end()) for end in _SENTENCE.finditer(passage.text))
    found = [*LED_WITHIN.finditer(passage.text), begins, *filter(None, later)]
    owners = (passage[slice(*match.span("who"))] for match in found)
    return next((((WHO, owner),) for owner in owners if senses.is_owner(owner.text)), ())


def _when(passage: Passage, start: int, senses: Senses) -> Passage | None:
    """The time behind the promise: the first that limits it, else the last it names."""
    found = list(_times(passage, start, senses))
    limiting = [time for time in found if _ENDING.match(time.text) or _BEGINNING.match(time.text)]
    return limiting[0] if limiting else found[-1] if found else None


def time_named(passage: Passage, senses: Senses) -> Passage | None:
    """The time that a text sets by or in which it shall be done; None where it names none."""
    return _when(passage, 0, senses)


def times_to_end_by(passage: Passage, senses: Senses) -> Iterator[Passage]:
    """The times that a text sets an end with ("by March 2025", "until 2026")."""
    yield from (time for time in _times(passage, 0, senses) if _ENDING.match(time.text))


def _times(passage: Passage, start: int, senses: Senses) -> Iterator[Passage]:
    """The times that a text names behind a preposition, dated at least by a year or quarter."""
    for match in _PHRASE.finditer(passage.text, start):
        text = passage[match.start() : match.end()]
        left_over = _LEFT_OVER.search(text.text)
        text = text[: left_over.start()] if left_over else text
        if _DATED.search(text.text) and is_timescale(text.text, senses):
            yield text
