"""Which paragraphs begin with words that are set apart by bold type or underlining."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ..model import Paragraph

Spans = Sequence[tuple[int, int]]
"""Stretches [start, end) of the verbatim text, in order."""


def with_lead(paragraph: Paragraph, apart: Spans) -> Paragraph:
    """The paragraph with the count of characters at its start that are set apart."""
    lead = end = 0
    for piece in paragraph.passage.pieces if apart else ():
        for offset, character in enumerate(piece.text, piece.start):
            end += 1
            if not character.isspace():
                if piece.place is None or not _is_within(offset, apart):
                    return replace(paragraph, lead=lead)
                lead = end
    return replace(paragraph, lead=lead)


def _is_within(offset: int, spans: Spans) -> bool:
    at = bisect_right(spans, (offset, sys.maxsize)) - 1
    return at >= 0 and offset < spans[at][1]
