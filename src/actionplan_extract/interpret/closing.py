"""Who and when at the ends of an action's own text: "… (Lead: Head of HR, by March 2025)", "March 2025: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import takewhile

from ..led_by import LED_BY
from ..model import Paragraph, Senses
from ..passage import Passage
from .contents import is_mere_timescale, is_timescale
from .labels import Label, labelled_parts

WHO, WHEN = Label(Passage.of("Lead")), Label(Passage.of("Timescale"))
_BRACKET = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{3,160}(?:\([^()]*\)[^()\[\]]*)?)[)\]]\s*[.;]?\s*$")
_DASHED = re.compile(r"(?:\s[–—-]\s|\s?\|\s?|\t+|\s{3,})(?P<inside>[^–—|\t]{3,80}?)[.;]?\s*$")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?P<inside>[^.!?;\n]{3,120}?)[.;]?\s*$")
_LINE = re.compile(r"\s*\n\s*(?P<inside>[^\n]{3,160}?)[.;]?\s*$")
_COMMA = re.compile(
    r",\s+(?P<inside>(?:by|before|no later than|from|until)\s[^,;()\n]{3,60}?)[.;,]?\s*$", re.IGNORECASE
)
_TAILS = (_BRACKET, _LINE, _DASHED, _SENTENCE, _COMMA)
_FRONT = re.compile(r"\s*(?P<inside>[^:–—\n]{3,40}?)(?:\s?:|\s[–—-])\s+(?=\S)")
_PLAIN_DATE = re.compile(r"\d|^\s*\w+\s*$")  # "Annual report: …" is none
_SAYS = re.compile(r"[^\W\d_]{3}")
_BETWEEN = re.compile(r"\s*[;,|·•\n]\s*|:\s+|\s+[–—/-]\s+|\s+(?=by\s)")
_DONE_THEN = re.compile(r"(?!complet|revis|propos)\w+ed\b", re.IGNORECASE)
_MOST_TAILS = 3
_TAIL = 400  # characters at a paragraph's end

Value = tuple[Label, Passage]
"""What is told, and the text that tells it."""


@dataclass(frozen=True, slots=True)
class Closing:
    """The named values around an action's text, in order, and the [begin, start) of that text.

    `is_apart`: the text reads on without them; a mere date in brackets is part of its sentence.
    """

    values: tuple[Value, ...]
    start: int
    begin: int = 0

    @property
    def is_apart(self) -> bool:
        """Do they stand apart from the text?"""
        return self.begin > 0 or any(label.role[0] != "deadline" for label, _ in self.values)

    @property
    def roles(self) -> frozenset[str]:
        """The roles of what they tell."""
        return frozenset(label.role[0] for label, _ in self.values)

    @property
    def is_whole(self) -> bool:
        """Do they tell both who and when, of a text that stands there as well?"""
        answered = "deadline" in self.roles and bool(self.roles & {"owner_officer", "owner_member"})
        return answered and self.start > self.begin

    def names(self, label: Label) -> bool:
        """Does it tell what stands behind a label?"""
        return any(told == label for told, _ in self.values)


@dataclass(frozen=True, slots=True)
class _Tail:
    """What the end of a text tells, where it begins, and the [start, end) of what tells it."""

    values: tuple[Value, ...]
    start: int
    inside: tuple[int, int]
    pattern: re.Pattern[str]

    @property
    def is_when(self) -> bool:
        """Is it a date behind a dash, and nothing else?"""
        return self.pattern is _DASHED and [label for label, _ in self.values] == [WHEN]


def closing(paragraph: Paragraph, senses: Senses) -> Closing | None:
    """The values that close a paragraph, or the date that opens it; None where there is neither."""
    shift = max(0, len(paragraph.passage) - _TAIL)
    _, dated = _opening(paragraph.passage, frozenset(), senses)
    tails = _firm(list(_tails(paragraph.passage[shift:], senses)), {label for label, _ in dated})
    values = tuple(value for tail in reversed(tails) for value in tail.values)
    start = tails[-1].start + shift if tails else len(paragraph.passage)
    begin, opening = _opening(paragraph.passage[:start], {label for label, _ in values}, senses)
    return Closing((*opening, *values), start, begin) if values or opening else None


def without(paragraph: Paragraph, told: Closing | None) -> Paragraph:
    """The paragraph without what tells who or when apart from its sentence."""
    if told is None or not told.is_apart:
        return paragraph
    passage = paragraph.passage[told.begin : told.start].strip()
    return replace(paragraph, passage=passage, lead=max(0, paragraph.lead - told.begin))


def _tails(passage: Passage, senses: Senses) -> Iterator[_Tail]:
    """What the passage's end tells, from the last to the first: brackets, what stands behind dashes, a sentence."""
    tail = _tail(passage, len(passage), senses)
    for _ in range(_MOST_TAILS):
        if tail is None:
            return
        before = _tail(passage, tail.start, senses)
        if before and before.is_when and tail.is_when:  # "April 2025 – July 2025"
            inside = (before.inside[0], tail.inside[1])
            tail = replace(before, values=((WHEN, passage[slice(*inside)]),), inside=inside)
            before = _tail(passage, tail.start, senses)
        yield tail
        tail = before


def _tail(passage: Passage, end: int, senses: Senses) -> _Tail | None:
    """What a text's end tells by itself."""
    for pattern in _TAILS:
        found = pattern.search(passage.text, 0, end)
        values = tuple(_values(passage[slice(*found.span("inside"))], senses)) if found else ()
        if found and values and (not found.start() or _SAYS.search(passage.text, 0, found.start())):
            return _Tail(values, found.start(), found.span("inside"), pattern)
    return None


def _firm(tails: Sequence[_Tail], opened: AbstractSet[Label]) -> Sequence[_Tail]:
    """The tails, of which one in brackets stands by itself, and others tell both who and when, or may be sentences.

    `opened` is what stands before the text.
    """
    told = {label for tail in tails for label, _ in tail.values}
    if {WHO, WHEN} <= told | opened:
        return tails
    return list(takewhile(lambda tail: tail.pattern is _BRACKET or not told <= {WHO, WHEN}, tails))


def _opening(passage: Passage, told: AbstractSet[Label], senses: Senses) -> tuple[int, tuple[Value, ...]]:
    """The date (or beside a date the owner) that stands before a text, if not told yet; with where the text begins."""
    found = _FRONT.match(passage.text)
    front = passage[slice(*found.span("inside"))] if found else passage[:0]
    label = _told(front, senses)
    if not found or label is None or label in told:
        return 0, ()
    is_plain = WHEN in told if label is WHO else _is_plain_date(front.text, senses)
    return (found.end(), ((label, front),)) if is_plain else (0, ())


def _is_plain_date(text: str, senses: Senses) -> bool:
    return bool(_PLAIN_DATE.search(text)) and is_mere_timescale(text, senses)


def who_and_when(paragraph: Paragraph, senses: Senses) -> tuple[Passage, Passage] | None:
    """The owner and the timescale that a paragraph is made up of; None where it is anything else."""
    found = dict(_split(paragraph.passage, None, senses))
    return (found[WHO], found[WHEN]) if found.keys() == {WHO, WHEN} else None


def _values(inside: Passage, senses: Senses) -> Iterator[Value]:
    """The values a text is made up of: labelled ones, an owner, a timescale; none where it says more."""
    parts = [part for part in labelled_parts(Paragraph(inside)) if part.paragraph.text]
    found = [value for part in parts for value in _split(part.paragraph.passage, part.label, senses)]
    if all(label is not None for label, _ in found):
        yield from ((label, passage) for label, passage in found if label)


def _split(passage: Passage, label: Label | None, senses: Senses) -> Iterator[tuple[Label | None, Passage]]:
    """The passage under its label, an owner and a timescale in it parted."""
    if label is not None and label.role[0] != "owner_officer":
        yield label, passage
        return
    marks = sorted(_BETWEEN.finditer(passage.text), key=lambda mark: "," not in mark.group())  # it may be a name's
    halves = [(passage[: mark.start()], passage[mark.end() :]) for mark in marks]
    behind = [(who, when, True) for who, when in reversed(halves)]  # "Director, Housing, May 2025": all but the date
    before = [(who, when, False) for when, who in halves]
    dated = [half for half in (*behind, *before) if _is_when(half[1], senses)]
    owned = [half for half in dated if _is_who(half[0], senses)]
    if not owned and label is not None:  # behind a label, a mere field of work is an owner ("Legal Services")
        owned = [half for half in dated if _SAYS.search(half[0].text) and not is_timescale(half[0].text, senses)]
    if not owned:
        yield label or _told(passage, senses), passage
        return
    who, when, in_order = owned[0]
    named = [(label or WHO, who), (WHEN, when)]
    yield from named if in_order else reversed(named)


def _told(passage: Passage, senses: Senses) -> Label | None:
    return WHEN if _is_when(passage, senses) else WHO if _is_who(passage, senses) else None


def _is_who(passage: Passage, senses: Senses) -> bool:
    led = LED_BY.match(passage.text)
    text = passage.text[led.end() :] if led else passage.text
    return senses.is_owner(text) and not is_timescale(text, senses)


def _is_when(passage: Passage, senses: Senses) -> bool:
    """Does it say by when, and not what was done then ("reported January 2025")?"""
    text = passage.text
    return is_timescale(text, senses) and not senses.is_owner(text) and not _DONE_THEN.match(text)
