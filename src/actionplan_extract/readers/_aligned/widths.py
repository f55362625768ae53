"""How wide text is: by its characters' number, or by their widths where it was set in proportional type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from .lines import is_key

_BY_WIDTH = {
    222: "ijl'’‘",
    278: " \xa0ft.,:;!/I|[]",
    333: "r()-‐",
    500: "cksvxyzJ",
    584: "+=<>~",
    667: "ABEKPSVXY&",
    722: "wCDHNRU",
    778: "GOQ",
    833: "mM",
    944: "W",
}
_USUAL = 556
_WIDTHS = {ord(character): width for width, characters in _BY_WIDTH.items() for character in characters}


_SLACK = 0.02  # of a column's width
_KEYS = 0.6  # of a column's texts
_STRAY = 20  # texts of a column, for each of which a wider one is no measure of it,
_MOST_STRAY = 3  # up to so many
_OVER = 1.03  # times a column's width: wider is no text of it


def _set_width(text: str) -> float:
    """How wide a text is in a common sans serif, in characters of usual width."""
    return sum(_WIDTHS.get(ord(character), _USUAL) for character in text) / _USUAL


Wrapped = tuple[int, str, str]
"""A column, and two lines of it that follow each other."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How wide each column is, and how the width of text is told; `keys` are the columns of nothing but keys."""

    widths: tuple[float, ...]
    width: Callable[[str], float]
    keys: frozenset[int] = frozenset()

    @classmethod
    def of(cls, texts: Sequence[set[str]], wrapped: Sequence[Wrapped]) -> Measure:
        """The measure by which more lines that go on in lower case do so because the next word had no room."""
        keys = frozenset(n for n, held in enumerate(texts) if sum(map(is_key, held)) > _KEYS * max(len(held), 2))
        measures = [cls(tuple(_widest(map(width, held)) for held in texts), width, keys) for width in (len, _set_width)]
        going_on = [pair for pair in wrapped if pair[2][0].islower()]
        return min(measures, key=lambda measure: sum(measure.room(*pair) > _SLACK for pair in going_on))

    def room(self, column: int, above: str, below: str) -> float:
        """The share of a column's width that would be left if a line had the first word of the line below as well."""
        needed = self.width(f"{above} {below.split(maxsplit=1)[0]}")
        return (self.widths[column] - needed) / max(self.widths[column], 1.0)

    def over(self, column: int, text: str) -> float:
        """By how much a text is wider than the column, in characters."""
        return max(self.width(text) - _OVER * self.widths[column], 0.0)

    def is_over(self, column: int, text: str) -> bool:
        """Is a text wider than the column?"""
        return self.over(column, text) > 0


def _widest(widths: Iterable[float]) -> float:
    held = sorted(widths)
    return held[-1 - min(len(held) // _STRAY, _MOST_STRAY)] if held else 1.0
