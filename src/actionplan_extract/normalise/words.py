"""Words and phrases: a text's words in a form for comparing, and many phrases looked for at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_WORD = re.compile(r"&|[^\W_]+(?:['’‘`´][^\W_]+)*")
_QUOTED = re.compile(r"\w['`]\w")
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
_MARKS = re.compile(r"[\u0300-\u036f]")


class Word(NamedTuple):
    """A word in its normal form, and its offsets [start, end) in the text."""

    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase found: the words [first, last) that are it, and what is known of it."""

    first: int
    last: int
    value: T


def words_of(text: str) -> list[Word]:
    """The words of a text; "&" is the word "and", hyphens part words."""
    return [Word(_normal_form(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]


def word_forms(text: str) -> tuple[str, ...]:
    """The normal forms of a text's words."""
    if text.isascii() and "&" not in text and not _QUOTED.search(text):  # as most are
        return tuple(_WORD.findall(text.lower()))
    return tuple(map(_normal_form, _WORD.findall(text)))


def _normal_form(word: str) -> str:
    if word.isalnum() and word.isascii():
        return word.lower()
    if word == "&":
        return "and"
    folded = word.translate(_APOSTROPHES).casefold()
    return folded if folded.isascii() else _MARKS.sub("", unicodedata.normalize("NFKD", folded))


class Phrases(Generic[T]):
    """Phrases with something known of each, found by whole words, longest first, in linear time."""

    def __init__(self, entries: Iterable[tuple[str, T]] = ()) -> None:
        self._known: dict[tuple[str, ...], tuple[T, ...]] = {}
        self._lengths: dict[str, list[int]] = {}  # of the phrases that begin with a word, the longest first
        for phrase, value in entries:
            self.add(word_forms(phrase), value)

    def add(self, forms: Sequence[str], value: T) -> None:
        """Know something of a phrase, given as normal forms; a phrase may have several values."""
        phrase = tuple(forms)
        self._known[phrase] = (*self._known.get(phrase, ()), value)
        lengths = self._lengths.setdefault(phrase[0], [])
        if len(phrase) not in lengths:
            lengths.append(len(phrase))
            lengths.sort(reverse=True)

    def get(self, forms: Sequence[str]) -> tuple[T, ...]:
        """What is known of exactly this phrase."""
        return self._known.get(tuple(forms), ())

    def at(self, forms: Sequence[str], first: int) -> Found[tuple[T, ...]] | None:
        """The longest phrase that begins with the word at `first`."""
        for length in self._lengths.get(forms[first], ()) if first < len(forms) else ():
            last = first + length
            values = self._known.get(tuple(forms[first:last]))
            if values and last <= len(forms):
                return Found(first, last, values)
        return None

    def find(self, forms: Sequence[str]) -> Iterator[Found[tuple[T, ...]]]:
        """The phrases in a text from left to right, none overlapping."""
        index, openings = 0, self._lengths
        if openings.keys().isdisjoint(forms):
            return
        while index < len(forms):
            found = self.at(forms, index) if forms[index] in openings else None
            if found:
                yield found
            index = found.last if found else index + 1
