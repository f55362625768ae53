"""The names of WordprocessingML, and how its values read."""

from __future__ import annotations

import re

from docx.oxml.ns import nsmap
from lxml import etree

TWIPS = 20  # a point

_W = f"{{{nsmap['w']}}}"
_OFF = frozenset(("0", "false", "off", "none"))
_WHOLE = re.compile(r"-?[0-9]{1,9}")


def w(name: str) -> str:
    """The full name of an element or attribute of Word's own."""
    return _W + name


def kind(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute of an element that may be missing."""
    return None if element is None else element.get(w(name))


def number(element: etree._Element | None, name: str = "val") -> int | None:
    """As `value`, as a whole number; None where it is none."""
    text = (value(element, name) or "").partition(".")[0]
    return int(text) if _WHOLE.fullmatch(text) else None


def is_on(element: etree._Element | None) -> bool | None:
    """What a switch says: on where it stands without a value; None where it does not stand."""
    return None if element is None else (value(element) or "on") not in _OFF


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The element at the end of a way of names, None where there is none."""
    for name in names:
        element = None if element is None else element.find(w(name))
    return element
