"""What is left of an entry's text once the date and its preposition are out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from .tokens import Token

_FILLING = frozenset(
    {
        "label",
        "determiner",
        "function",
        "modality",
        "of",
        "and",
        "or",
        "then",
        "provisional",
        "between",
        "revised",
        "superseded",
        "revised_from",
        "generic",
        "deictic",
        "suffix",
        "noise",
    }
)
_JOINING = frozenset({"and", "or", "then", "&"})
_EDGES = " \t\r\n,;:-–—―−‐‑=/|.·•"
_SPACE = re.compile(r"\s+")


def milestone_of(text: str, t: Sequence[Token], start: int, stop: int, used: Collection[int]) -> str | None:
    """The words of the tokens [start, stop) that are not `used`, white space collapsed; None where none matter."""
    pieces = []
    i = start
    while i < stop:
        j = i
        while j < stop and j not in used:
            j += 1
        if j > i and (piece := _piece(text, t, i, j)):
            pieces.append(piece)
        i = j + 1
    return (_clean(" ".join(pieces)) or None) if pieces else None


def _piece(text: str, t: Sequence[Token], start: int, stop: int) -> str:
    """The verbatim text of unused tokens, without joining words at its ends; "" where they only fill."""
    while start < stop and t[start].kind in _JOINING:
        start += 1
    while stop > start and t[stop - 1].kind in _JOINING:
        stop -= 1
    if not any(_matters(token) for token in t[start:stop]):
        return ""
    return text[t[start].start : t[stop - 1].end].strip(_EDGES)


def _matters(token: Token) -> bool:
    return token.kind not in _FILLING and any(c.isalnum() for c in token.text)


def _clean(text: str) -> str:
    text = _SPACE.sub(" ", text).strip(_EDGES).lstrip(")").rstrip("(").strip(_EDGES)
    if text.startswith("(") and text.find(")") in (-1, len(text) - 1):
        text = text.strip("()")
    if text.count("(") < text.count(")"):
        text = text.rstrip(")")
    return text.strip(_EDGES)
