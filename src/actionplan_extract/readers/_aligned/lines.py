"""Lines of text and their segments, the stretches between gaps of two blanks or more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .._blocks import GLYPHS
from .bars import BARS, drawn, is_rule

Part = tuple[int, int]
"""The [start, end) of a stretch of a line, in the text."""

CLOSED = re.compile(r"[.:;!?][\"'’”)]*$")
_SEGMENT = re.compile(rf"(?:[{GLYPHS}][ \xa0]+)?\S+(?:[ \xa0]\S+)*")  # a bullet may stand far before its text
KEY = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:[A-Z]{1,4}[-. ]?)?\d{1,3}(?:[.-]\d{1,3})*[a-z]?(?:[.):](?=\s|$)|$)"
    r"|Recommendation \d{1,2}\b"
)
_CELL = re.compile(rf"[^{BARS}]+")
_LONGEST_LINE = 1_000


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: its number, where it starts and ends, and its segments as offsets in the text."""

    number: int
    start: int
    end: int
    segments: tuple[Part, ...]

    @property
    def places(self) -> tuple[int, ...]:
        """How far to the right each segment begins."""
        return tuple(start - self.start for start, _ in self.segments)


def segmented(text: str, spans: Sequence[Part], first: int = 0) -> list[Line]:
    """The lines at some offsets; one that is too long, or holds a tab, has a single segment or none, a rule none.

    Bars of drawn tables part segments.
    """
    said = [text[start:end] for start, end in spans]
    barred = drawn(said)
    return [
        Line(first + n, start, end, () if is_rule(said[n]) else _segments(text, start, end, barred=n in barred))
        for n, (start, end) in enumerate(spans)
    ]


def said(text: str, line: Line) -> str:
    """The words of a line, white space closed up."""
    return " ".join(text[line.start : line.end].split())


def _segments(text: str, start: int, end: int, *, barred: bool) -> tuple[Part, ...]:
    if barred:
        cells = _CELL.finditer(text, start, end)
        return tuple(part for cell in cells for part in _segments(text, *cell.span(), barred=False))
    if end - start > _LONGEST_LINE or "\t" in text[start:end]:
        return ((start, end),) if text[start:end].strip() else ()
    return tuple(match.span() for match in _SEGMENT.finditer(text, start, end))


def is_key(text: str) -> bool:
    """Is it a number, a code or a date and nothing else?"""
    return bool(KEY.fullmatch(text))
