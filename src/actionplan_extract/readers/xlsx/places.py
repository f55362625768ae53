"""The names of a worksheet's cells."""

from __future__ import annotations

import re

_NAME = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")

Place = tuple[int, int]
"""The row and column of a cell, from 0."""


def cell_place(name: str) -> Place | None:
    """The row and column of a cell's name ("C5" is (4, 2)), None where it is no name."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1
