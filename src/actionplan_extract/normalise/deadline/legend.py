"""Applies the document's own legend to its terms and codes ("short term", "S, M", "Phase 2")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

_PARTS = re.compile(r"[,/&+;]|\band\b|\bto\b|\bor\b")
_LETTERS = {"s": "short", "st": "short", "m": "medium", "mt": "medium", "l": "long", "lt": "long", "vl": "very long"}
_EDGES = " .:()[]'\"=-"


class Meaning(NamedTuple):
    """What a legend says of a term: days where they are known, and an offset (an ISO 8601 duration)."""

    earliest: date | None
    latest: date | None
    offset: str | None


def normal_term(text: str) -> str:
    """The form in which terms are compared: "(Short-Term)" and "short term" are one."""
    return " ".join(text.casefold().replace("-", " ").split()).strip(_EDGES)


def look_up(text: str, legend: Mapping[str, Meaning]) -> Meaning | None:
    """What the legend says of a text that is all its terms ("S, M"): the first one's start, the last one's end.

    None where a word of the text is no term of the legend.
    """
    whole = normal_term(text)
    parts = [whole] if whole in legend else [part.strip(_EDGES) for part in _PARTS.split(whole)]
    meanings = [_meaning(part, legend) for part in parts if part]
    known = [meaning for meaning in meanings if meaning is not None]
    if not known or len(known) < len(meanings):
        return None
    return Meaning(known[0].earliest, known[-1].latest, known[-1].offset)


def _meaning(term: str, legend: Mapping[str, Meaning]) -> Meaning | None:
    has_codes = bool(legend.keys() & _LETTERS.keys())  # of its own
    whole = term if has_codes else _LETTERS.get(term, term)
    return (
        legend.get(term) or legend.get(whole) or legend.get(f"{whole} term") or legend.get(whole.removesuffix(" term"))
    )
