"""A cell to the stretches that name one owner each.

The marks of a cell (line breaks, commas, "and", "/" …) are the places where it may be cut. Every run of parts is
judged as one owner, and of all ways to cut the cell the one with the best owners as a whole is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .judge import Judge
from .marks import EDGES, Mark, Part, parts_of
from .segmentation import Run, cheapest_runs

Span = tuple[int, int]

LONGEST_CELL = 2_000  # characters: what is longer is no list of owners
_MOST_PARTS = 150
_LONGEST_OWNER_WORDS = 14
_ITEM_MARK = re.compile(r"\s*(?:\d{1,2}[.)]|o)\s+")


def owner_spans(text: str) -> list[Span]:
    """The spans of the text that name one owner each, without bullets, stops and white space at their ends."""
    return list(_trimmed(text, _cut(text)))


def _cut(text: str) -> list[Span]:
    parts = _usable(text, parts_of(text)) if len(text) <= LONGEST_CELL else []
    if not 1 < len(parts) <= _MOST_PARTS:
        return [(0, len(text))]
    judge = Judge(text, parts)
    runs = cheapest_runs(len(parts), judge.cost_of_run, judge.cost_of_cut)
    return [(parts[first].start, parts[last - 1].end) for first, last in _joined(runs, judge)]


def _usable(text: str, parts: list[Part]) -> list[Part]:
    """The parts, those put together that a column's break parts in running text: it breaks that anywhere."""
    if not _is_running_text(text):
        return parts
    usable = parts[:1]
    for part in parts[1:]:
        if part.mark is Mark.BREAK:
            usable[-1] = usable[-1]._replace(end=part.end)
        else:
            usable.append(part)
    return usable


def _is_running_text(text: str) -> bool:
    """Is it longer than owners are, with too few capitals for several of them?"""
    words = text.split()
    return len(words) > _LONGEST_OWNER_WORDS and 2 * sum(word[0].isupper() for word in words) < len(words)


def _joined(runs: Iterable[Run], judge: Judge) -> list[Run]:
    """The runs, with neighbours that are no owners put together: of words that say nothing, none are cut."""
    joined: list[Run] = []
    for first, last in runs:
        if joined and not judge.is_owner(*joined[-1]) and not judge.is_owner(first, last):
            first = joined.pop()[0]
        joined.append((first, last))
    return joined


def _trimmed(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    for start, end in spans:
        if item := _ITEM_MARK.match(text, start, end):
            start = item.end()
        piece = text[start:end]
        left = len(piece) - len(piece.lstrip(EDGES))
        right = len(piece.rstrip(EDGES))
        if right > left:
            yield start + left, start + right
