"""Who and when at the end of an action's own text: "(Lead: Head of HR, by March 2025)", "– Head of HR – March 2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..model import Paragraph, Senses
from ..passage import Passage
from .contents import is_timescale
from .labels import Label, labelled_parts

WHO, WHEN = Label(Passage.of("Lead")), Label(Passage.of("Timescale"))
_BRACKET = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{3,160}(?:\([^()]*\)[^()\[\]]*)?)[)\]]\s*[.;]?\s*$")
_DASHED = re.compile(r"(?:\s[–—-]\s|\s?\|\s?|\t+|\s{3,})(?P<inside>[^–—|\t]{3,80}?)[.;]?\s*$")
_BETWEEN = re.compile(r"\s*[;,|]\s*|\s+[–—-]\s+|\s+(?=by\s)")
_DONE_THEN = re.compile(r"(?!complet|revis|propos)\w+ed\b", re.IGNORECASE)
_MOST_DASHED = 3
_TAIL = 400  # characters at a paragraph's end


@dataclass(frozen=True, slots=True)
class Closing:
    """The named values at the end of an action, in order, and where in its text they begin."""

    values: tuple[tuple[Label, Passage], ...]
    start: int


def closing(paragraph: Paragraph, senses: Senses) -> Closing | None:
    """The values that close a paragraph in brackets or behind dashes, None where nothing does."""
    shift = max(0, len(paragraph.passage) - _TAIL)
    tail = paragraph.passage[shift:]
    found = _in_brackets(tail, senses) or _behind_dashes(tail, senses)
    return replace(found, start=found.start + shift) if found else None


def _in_brackets(passage: Passage, senses: Senses) -> Closing | None:
    found = _BRACKET.search(passage.text)
    if not found:
        return None
    values = tuple(_values(passage[slice(*found.span("inside"))], senses))
    return Closing(values, found.start()) if values else None


def _behind_dashes(passage: Passage, senses: Senses) -> Closing | None:
    """The owner and timescale behind the last dashes; one alone may be part of the sentence."""
    values: list[tuple[Label, Passage]] = []
    end = len(passage)
    for _ in range(_MOST_DASHED):
        found = _DASHED.search(passage.text, 0, end)
        told = list(_values(passage[slice(*found.span("inside"))], senses)) if found else []
        if not found or not told:
            break
        values, end = [*told, *values], found.start()
    return Closing(tuple(values), end) if {WHO, WHEN} <= {label for label, _ in values} else None


def _values(inside: Passage, senses: Senses) -> Iterator[tuple[Label, Passage]]:
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
    for mark in sorted(
        _BETWEEN.finditer(passage.text), key=lambda mark: "," in mark.group()
    ):  # a comma may be a name's
        left, right = passage[: mark.start()], passage[mark.end() :]
        for (who, when), in_order in (((left, right), True), ((right, left), False)):
            if _is_who(who, senses) and _is_when(when, senses):
                named = [(label or WHO, who), (WHEN, when)]
                yield from named if in_order else reversed(named)
                return
    yield label or _told(passage, senses), passage


def _told(passage: Passage, senses: Senses) -> Label | None:
    return WHEN if _is_when(passage, senses) else WHO if _is_who(passage, senses) else None


def _is_who(passage: Passage, senses: Senses) -> bool:
    return senses.is_owner(passage.text) and not is_timescale(passage.text, senses)


def _is_when(passage: Passage, senses: Senses) -> bool:
    """Does it say by when, and not what was done then ("reported January 2025")?"""
    text = passage.text
    return is_timescale(text, senses) and not senses.is_owner(text) and not _DONE_THEN.match(text)
