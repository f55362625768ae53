"""Timescales in an action's own text.

A date in prose is a deadline only where the plan has no timescale column, where it closes the action
in brackets, or behind a label. Dates of meetings, versions and progress notes are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Paragraph, Senses, Timescale
from ..passage import Passage
from .promise import times_to_end_by

_DATED = frozenset(("point", "range", "recurring", "relative", "ongoing", "completed", "unscheduled", "invalid"))
_MEANT = frozenset(("point", "range"))
_CLOSING = re.compile(r"\((?P<when>[^()]{3,80})\)\s*[.;]?\s*$")
_LABELLED = re.compile(
    r"(?:^|(?<=[\s(\[–—-]))"
    r"(?:timescales?|time\s?frame|deadline|target date|due date|due by|due|completion date|by when)"
    r"\s*[:–—-]\s*(?P<when>[^\n]{2,120}?)\s*[.;)\]]?\s*$",
    re.IGNORECASE,
)
_WORDED = re.compile(r"\b(?P<when>deadline\s+(?:of\s+|is\s+)?\d[^\n.;)]{3,40})", re.IGNORECASE)
_MOST = 5


def all_entries(cell: Passage, senses: Senses, milestone: str | None = None) -> tuple[Timescale, ...]:
    """Every timescale entry of a cell."""
    return tuple(Timescale(cell, index, milestone) for index in range(len(senses.entries(cell.text))))


def prose_timescales(paragraphs: Sequence[Paragraph], senses: Senses, *, anywhere: bool) -> tuple[Timescale, ...]:
    """The timescales that the text of an action gives; `anywhere`: the plan has no column for them."""
    found = [*_stated(paragraphs, senses)]
    if not found and anywhere:
        found = [*_promised(paragraphs, senses)]
    return tuple(found[:_MOST])


def _stated(paragraphs: Sequence[Paragraph], senses: Senses) -> Iterator[Timescale]:
    """Those behind a label, or in the brackets that close the action, where none was found in these."""
    closed = False
    for paragraph in paragraphs:
        for pattern in (_LABELLED, _WORDED):
            for scale in _matched(paragraph.passage, pattern, senses):
                closed = closed or _closes(scale, paragraphs[-1])
                yield scale
    if paragraphs and not closed:
        yield from _matched(paragraphs[-1].passage, _CLOSING, senses)


def _closes(scale: Timescale, last: Paragraph) -> bool:
    """Does the timescale stand in the brackets that close the last paragraph?"""
    match = _CLOSING.search(last.text)
    return match is not None and scale.cell.text in match["when"]


def _promised(paragraphs: Sequence[Paragraph], senses: Senses) -> Iterator[Timescale]:
    for paragraph in paragraphs:
        for when in times_to_end_by(paragraph.passage, senses):
            yield from _entries(when, senses, _MEANT)


def _matched(passage: Passage, pattern: re.Pattern[str], senses: Senses) -> Iterator[Timescale]:
    for match in pattern.finditer(passage.text):
        yield from _entries(passage[match.start("when") : match.end("when")], senses, _DATED)


def _entries(when: Passage, senses: Senses, kinds: frozenset[str]) -> Iterator[Timescale]:
    if all(entry.kind in kinds for entry in senses.entries(when.text)):
        yield from all_entries(when, senses)
