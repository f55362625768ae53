"""Numbers as lists print them."""

from __future__ import annotations

_ROMANS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 4_000
_MOST_LETTERS = 26 * 30
_LETTERS = 26


def in_letters(count: int) -> str:
    """ "a" to "z", then "aa" to "zz", as Word counts; beyond that in digits."""
    if not 0 < count <= _MOST_LETTERS:
        return str(count)
    times, place = divmod(count - 1, _LETTERS)
    return chr(ord("a") + place) * (times + 1)


def in_romans(count: int) -> str:
    """The Roman number in lower case; in digits where it would be too long."""
    if not 0 < count < _MOST_ROMAN:
        return str(count)
    found = ""
    for worth, letters in _ROMANS:
        times, count = divmod(count, worth)
        found += letters * times
    return found


def in_ordinals(count: int) -> str:
    """ "1st", "2nd", "3rd", "4th"."""
    special = {1: "st", 2: "nd", 3: "rd"} if count % 100 not in (11, 12, 13) else {}
    return f"{count}{special.get(count % 10, 'th')}"


def in_letter_pairs(count: int) -> str:
    """ "a" to "z", then "aa", "ab", "ac", as OpenDocument counts."""
    found = ""
    while count > 0:
        count, place = divmod(count - 1, _LETTERS)
        found = chr(ord("a") + place) + found
    return found or str(count)
