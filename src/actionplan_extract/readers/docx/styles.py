"""What a document's styles say of a paragraph or run, through the styles that they are based on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeVar

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.styles import CT_Styles
from docx.styles.styles import Styles
from lxml import etree

from .._looks import Look
from .names import TWIPS, child, is_on, number, value, w

_TITLES = {"title": 1, "subtitle": 2}
_HEADING = re.compile(r"heading (\d)")
_CONTENTS = re.compile(r"toc \d|table of figures|toc heading")
_BODY_TEXT = 9  # the outline level that is none

T = TypeVar("T")


def look_of(properties: etree._Element | None) -> Look:
    """What run properties (w:rPr) say."""
    if properties is None:
        return Look()
    size = number(child(properties, "sz"))
    fonts = child(properties, "rFonts")
    return Look(
        is_on(child(properties, "b")),
        is_on(child(properties, "u")),
        is_on(child(properties, "vanish")),
        size / 2 if size else None,
        value(fonts, "ascii") or value(fonts, "hAnsi"),
    )


class StyleSheet:
    """The styles of a document by their ids; a missing style says nothing."""

    def __init__(self, root: etree._Element | None) -> None:
        self._root = root
        self._known = {found.get(w("styleId"), ""): found for found in (root if root is not None else ())}
        self._default = self._default_id()
        self.look = cache(self._look)
        self.is_contents = cache(self._is_contents)
        self.chain = cache(lambda name: tuple(self._chain(name)))

    def _default_id(self) -> str | None:
        """The id of the style of paragraphs that name none."""
        if not isinstance(self._root, CT_Styles):
            return None
        try:
            default = Styles(self._root).default(WD_STYLE_TYPE.PARAGRAPH)
        except ValueError:  # a style of no known type
            return None
        return default.style_id if default is not None else None

    def paragraph(self, properties: etree._Element | None) -> str | None:
        """The id of the style that paragraph properties (w:pPr) name, else of the default one."""
        return value(child(properties, "pStyle")) or self._default

    def _chain(self, name: str | None) -> Iterator[etree._Element]:
        """The style and those it is based on, the nearest first."""
        seen: set[str | None] = set()
        while name in self._known and name not in seen:
            seen.add(name)
            yield self._known[name or ""]
            name = value(child(self._known[name or ""], "basedOn"))

    def first(self, name: str | None, read: Callable[[etree._Element], T | None]) -> T | None:
        """What the nearest style of the chain says that says anything."""
        return next((found for style in self.chain(name) if (found := read(style)) is not None), None)

    def _look(self, name: str | None) -> Look:
        look = Look()
        for style in self.chain(name):
            look = look.over(look_of(child(style, "rPr")))
        return look

    @property
    def base(self) -> Look:
        """How characters look where no style says anything."""
        return look_of(child(self._root, "docDefaults", "rPrDefault", "rPr"))

    def heading(self, name: str | None, properties: etree._Element | None) -> int:
        """The level of the heading that a paragraph is (1 the highest), by itself or its style; 0 for body text."""
        own = number(child(properties, "outlineLvl"))
        outline = self._outline(name) if own is None else own
        if outline is not None:
            return outline + 1 if 0 <= outline < _BODY_TEXT else 0
        return self.first(name, _titled) or 0

    def _outline(self, name: str | None) -> int | None:
        return self.first(name, lambda style: number(child(style, "pPr", "outlineLvl")))

    def _is_contents(self, name: str | None) -> bool:
        """Is it a style of entries in a table of contents?"""
        return self.first(name, lambda style: bool(_CONTENTS.fullmatch(_name(style))) or None) or False

    def indent(self, name: str | None) -> float | None:
        """How far in paragraphs of the style begin."""
        return self.first(name, lambda style: indent_of(child(style, "pPr")))


def _name(style: etree._Element) -> str:
    return (value(child(style, "name")) or "").lower()


def _titled(style: etree._Element) -> int | None:
    """The level that Word's own names of styles stand for."""
    match = _HEADING.fullmatch(_name(style))
    return int(match[1]) if match else _TITLES.get(_name(style))


def indent_of(properties: etree._Element | None) -> float | None:
    """How far in, in points, the first line begins by paragraph properties; None where they do not tell."""
    indent = child(properties, "ind")
    if indent is None:
        return None
    left = number(indent, "left") or number(indent, "start") or 0
    return (left - (number(indent, "hanging") or 0) + (number(indent, "firstLine") or 0)) / TWIPS
