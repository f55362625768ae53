"""The places where a cell may be cut into owners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from ..office import uses_of
from ..words import word_forms

WRAP = "\v"
"""Stands for a line break that the width of the column may have made; other breaks are an author's."""


class Mark(IntEnum):
    """What stands between two parts of a cell; of several together, the first of these counts."""

    LIST = 0  # a semicolon, a bar or a bullet
    SLASH = 1
    WITH = 2  # "with", "supported by"
    AND = 3
    COMMA = 4
    LINE = 5
    BREAK = 6  # a line break that the column may have made
    LABEL = 7  # nothing, but that a label follows ("… Support: …")


BREAKS = frozenset({Mark.LINE, Mark.BREAK})


class Part(NamedTuple):
    """A stretch [start, end) of the cell without marks in it, and the mark in front."""

    start: int
    end: int
    mark: Mark


_WITH = (
    r"\b(?:(?:(?:working|together|jointly|closely|along|in\s\w+)\s){0,3}with\b"
    r"(?:\s(?:support|input|help|advice)\s(?:from|of)\b)?|(?:supported|assisted)\sby\b)"
)
_MARK = (
    r"(?:[;|•●▪]|,|(?<!\w)&|&(?!\w)|(?<!\w)\+|\band\b|"
    r"(?<!\b[ANT])/|"  # but "n/a", and "T/ACFO" for a rank held for the time being
    r"(?<=\w\s)(?-i:ac?)(?=\s(?-i:[A-Z]))|"  # the "and" of Welsh
    rf"{_WITH}|[\n\r\v\f\x85\u2028\u2029])"
)
_MARKS = re.compile(rf"[^\S\n\v]*{_MARK}(?:\s*{_MARK})*\s*", re.IGNORECASE)
_KINDS = (
    (re.compile(r"[;|•●▪]"), Mark.LIST),
    (re.compile("/"), Mark.SLASH),
    (re.compile(_WITH, re.IGNORECASE), Mark.WITH),
    (re.compile(r"[&+]|\b(?:and|ac?)\b", re.IGNORECASE), Mark.AND),
    (re.compile(","), Mark.COMMA),
    (re.compile(rf"[^ \t\xa0{WRAP}]"), Mark.LINE),
)
BRACKETED = re.compile(r"\([^()]*\)")
_BEFORE_COLON = re.compile(r"(?:\b\w+ ){0,2}\b\w+(?= ?:)")
EDGES = " /\t\n\r\v\f\xa0\u2028\u2029.,;:–—•●▪*-"
"""What may stand around an owner and is no part of it."""


def parts_of(text: str) -> list[Part]:
    """The parts of a cell; nothing in brackets is a mark."""
    masked = BRACKETED.sub(lambda m: "x" * len(m.group()), text)
    parts, start, mark = [], 0, Mark.LINE
    for first, last, found in _places(masked):
        if masked[start:first].strip(EDGES):
            parts.append(Part(start, first, mark))
            start, mark = last, found
    return [*parts, Part(start, len(text), mark)]


def _places(text: str) -> list[tuple[int, int, Mark]]:
    """Where the marks stand, in order; a label is a mark where no other stands in front of it."""
    marks = [(m.start(), m.end(), _mark(m.group())) for m in _MARKS.finditer(text)]
    if ":" not in text:
        return marks
    ends = {end for _, end, _ in marks}
    return sorted([*marks, *((at, at, Mark.LABEL) for at in _labels(text) if at not in ends)])


def _mark(text: str) -> Mark:
    return next((kind for pattern, kind in _KINDS if pattern.search(text)), Mark.BREAK)


def _labels(text: str) -> Iterator[int]:
    """Where labels before a colon begin."""
    for match in _BEFORE_COLON.finditer(text):
        starts = (match.start() + word.start() for word in re.finditer(r"\S+", match.group()))
        found = (at for at in starts if "label" in uses_of(word_forms(text[at : match.end()])))
        yield from [at for at in (next(found, None),) if at is not None]
