"""The bullets and numbers of list items, as a browser shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4.element import Tag

BULLET = "•"
_KINDS = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A"}
_KINDS |= {"lower-roman": "i", "upper-roman": "I", "decimal": "1"}
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST = 9999


class Counts:
    """Counts the items of every list of a page."""

    def __init__(self) -> None:
        self._last: dict[int, int] = {}

    def marker(self, entry: Tag, style: str) -> str | None:
        """The bullet or number of the next item of the list it stands in; None where the list shows none."""
        if "none" in style.split():
            return None
        of = entry.parent
        if of is None or of.name != "ol":
            return BULLET
        step = -1 if of.has_attr("reversed") else 1
        first = len(of.find_all("li", recursive=False)) if step < 0 and id(of) not in self._last else 1
        number = _whole(entry, "value", self._last.get(id(of), _whole(of, "start", first) - step) + step)
        self._last[id(of)] = number
        kind = next((_KINDS[word] for word in style.split() if word in _KINDS), str(of.get("type") or "1"))
        return f"{_written(number, kind)}."


def _whole(element: Tag, name: str, otherwise: int) -> int:
    said = str(element.get(name) or "").strip()
    return int(said) if said.isascii() and said.isdigit() and int(said[:5]) <= _MOST else otherwise


def _written(number: int, kind: str) -> str:
    """A number as a list of the kind ("1", "a", "A", "i", "I") shows it."""
    if not 0 < number <= _MOST or kind not in ("a", "A", "i", "I"):
        return str(number)
    text = _letters(number) if kind in "aA" else _roman(number)
    return text.upper() if kind.isupper() else text


def _letters(number: int) -> str:
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text
