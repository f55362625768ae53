"""What a document's styles say of a paragraph, its characters or a cell, through the styles they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from .._looks import Look
from .._odf import FO, STYLE, TABLE, TEXT
from .names import count, points

if TYPE_CHECKING:
    from lxml import etree

PARAGRAPH, CHARACTERS, CELL, COLUMN, ROW = ("paragraph", "text", "table-cell", "table-column", "table-row")
_BOLD = re.compile(r"bold|[6-9]00")
_COPY = re.compile(r"(?<=[a-z])\d$")  # "Wingdings1" is how a program names the font's second entry
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_TITLES = {"title": 1, "subtitle": 2}
_CONTENTS = re.compile(r"contents[ _]\d+|toc[ _]?\d|contents[ _]heading", re.IGNORECASE)


class StyleSheet:
    """The styles of a document by family and name; a missing style says nothing."""

    def __init__(self, *roots: etree._Element | None) -> None:
        held = [root for root in roots if root is not None]
        self._known: dict[tuple[str, str], etree._Element] = {}
        self._defaults: dict[str, etree._Element] = {}
        for style in (style for root in held for style in root.iter(f"{STYLE}style")):
            self._known.setdefault((style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")), style)
        for style in (style for root in held for style in root.iter(f"{STYLE}default-style")):
            self._defaults[style.get(f"{STYLE}family", "")] = style
        self.look = cache(self._look)

    def chain(self, family: str, name: str | None) -> Iterator[etree._Element]:
        """The style and those it comes from, the nearest first, the default of the family last."""
        seen: set[str] = set()
        while name and name not in seen and (family, name) in self._known:
            seen.add(name)
            style = self._known[family, name]
            yield style
            name = style.get(f"{STYLE}parent-style-name")
        if family in self._defaults:
            yield self._defaults[family]

    def said(self, family: str, name: str | None, group: str, attribute: str) -> str | None:
        """What the nearest style says of an attribute in a group ("text-properties")."""
        for style in self.chain(family, name):
            properties = style.find(f"{STYLE}{group}")
            if properties is not None and properties.get(attribute) is not None:
                return properties.get(attribute)
        return None

    def _look(self, family: str, name: str | None) -> Look:
        look = Look()
        for style in self.chain(family, name):
            look = look.over(_look_of(style.find(f"{STYLE}text-properties")))
        return look

    def indent(self, name: str | None) -> float | None:
        """How far in, in points, the first line of a paragraph of the style begins; None where nothing is said."""
        left = points(self.said(PARAGRAPH, name, "paragraph-properties", f"{FO}margin-left"))
        first = points(self.said(PARAGRAPH, name, "paragraph-properties", f"{FO}text-indent"))
        return None if left is None else left + (first or 0.0)

    def heading(self, name: str | None) -> int:
        """The level of a heading that paragraphs of the style are (1 the highest), 0 for body text."""
        for style in self.chain(PARAGRAPH, name):
            if style.get(f"{STYLE}default-outline-level"):
                return count(style, f"{STYLE}default-outline-level", 0)
            if _shown(style).lower() in _TITLES:
                return _TITLES[_shown(style).lower()]
        return 0

    def is_contents(self, name: str | None) -> bool:
        """Is it a style of entries in a table of contents?"""
        return any(_CONTENTS.fullmatch(_shown(style)) for style in self.chain(PARAGRAPH, name))

    def list_style(self, name: str | None) -> str | None:
        """The list style that a paragraph style names."""
        found = (style.get(f"{STYLE}list-style-name") for style in self.chain(PARAGRAPH, name))
        return next((style for style in found if style is not None), None)

    def fill(self, cell: str | None, row: str | None) -> str | None:
        """The colour that a cell shows, its own or its row's, as "#rrggbb"; None where it shows none."""
        own = self.said(CELL, cell, "table-cell-properties", f"{FO}background-color")
        colour = own or self.said(ROW, row, "table-row-properties", f"{FO}background-color") or ""
        return colour.lower() if _HEX.fullmatch(colour) else None

    def width(self, column: str | None) -> float | None:
        """The width of a column, in points."""
        return points(self.said(COLUMN, column, "table-column-properties", f"{STYLE}column-width"))


def _look_of(properties: etree._Element | None) -> Look:
    """What text properties say."""
    if properties is None:
        return Look()
    weight = properties.get(f"{FO}font-weight")
    line = properties.get(f"{STYLE}text-underline-style")
    shown = properties.get(f"{TEXT}display")
    return Look(
        bool(_BOLD.fullmatch(weight)) if weight else None,
        line != "none" if line else None,
        shown == "none" if shown else None,
        points(properties.get(f"{FO}font-size")),
        font_of(properties),
    )


def font_of(properties: etree._Element | None) -> str | None:
    """The font that text properties name, without the quotes and number that a program may add."""
    if properties is None:
        return None
    name = properties.get(f"{FO}font-family") or properties.get(f"{STYLE}font-name")
    return _COPY.sub("", name.strip("'\"")) if name else None


def is_hidden_row(row: etree._Element) -> bool:
    """Is a row folded away or filtered out?"""
    return row.get(f"{TABLE}visibility") in ("collapse", "filter")


def _shown(style: etree._Element) -> str:
    """The name of a style as its program shows it."""
    return style.get(f"{STYLE}display-name") or style.get(f"{STYLE}name") or ""
