"""How texts are compared: by their letters and digits in order, nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import normalize

_MARKER = re.compile(r"^[ \t]*(?:[^\w\s(\[]+|o)(?=[ \t])", re.MULTILINE)
_NUMBER_WORD = re.compile(r"^(?:recommendation|number|rec|no|r)\W*(?=\d)")
_WINDOW = 48  # characters shown of a text around the place where it parts from another


def letters(text: str) -> str:
    """The letters and digits of a text in order, folded; list markers are no letters."""
    return "".join(filter(str.isalnum, _without_markers(text))).casefold()


def is_same(one: str, other: str) -> bool:
    """Do two texts hold the same letters and digits in the same order?"""
    return letters(one) == letters(other)


def paragraphs(text: str) -> list[str]:
    """The letters of each paragraph and list item that has any."""
    return [held for line in text.split("\n") if (held := letters(line))]


def words(text: str) -> Counter[str]:
    """How often each word stands in a text, list markers aside."""
    return Counter(_without_markers(text).lower().split())


def closeness(one: Counter[str], other: Counter[str]) -> float:
    """How much two texts share, 0 to 1: twice the words in common by all words."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def plain_number(text: str) -> str:
    """A number as printed without its word and punctuation ("Recommendation 3:" is "3")."""
    bare = _NUMBER_WORD.sub("", text.strip().lower())
    return re.sub(r"[^0-9a-z.]", "", bare).strip(".")


def excerpts(one: str, other: str) -> tuple[str, str]:
    """Two texts cut down to the surroundings of the place where their letters part."""
    first, second = list(_placed_letters(one)), list(_placed_letters(other))
    pairs = zip(first, second, strict=False)
    parting = next((i for i, (a, b) in enumerate(pairs) if a[0] != b[0]), min(len(first), len(second)))
    return _around(one, first, parting), _around(other, second, parting)


def shorten(text: str, length: int = _WINDOW) -> str:
    """The start of a text on one line, marked where it goes on."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[:length].rstrip() + "…"


def _without_markers(text: str) -> str:
    return _MARKER.sub(" ", normalize("NFKC", text))


def _placed_letters(text: str) -> Iterator[tuple[str, int]]:
    for offset, character in enumerate(text):
        for letter in letters(character):
            yield letter, offset


def _around(text: str, placed: list[tuple[str, int]], index: int) -> str:
    """The text around its letter of that index (its end where there are fewer)."""
    middle = placed[index][1] if index < len(placed) else len(text)
    start = max(0, middle - _WINDOW // 2)
    end = start + _WINDOW
    cut = " ".join(text[start:end].split())
    return ("…" if start else "") + cut + ("…" if end < len(text) else "")
