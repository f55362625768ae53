"""The names of OpenDocument texts, and how their values read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_LENGTH = re.compile(r"(-?[0-9]{1,6}(?:\.[0-9]{1,9})?)(cm|mm|in|pt|pc|px)")
_POINTS = {"cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
_WHOLE = re.compile(r"[0-9]{1,9}")


def points(text: str | None) -> float | None:
    """A length ("0.25in") in points, None where it is none (a share, nothing)."""
    match = _LENGTH.fullmatch(text or "")
    return float(match[1]) * _POINTS[match[2]] if match else None


def count(element: etree._Element, name: str, usual: int = 1) -> int:
    """A whole number that an attribute holds; the usual one where it holds none."""
    text = element.get(name) or ""
    return int(text) if _WHOLE.fullmatch(text) else usual


def kind(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
