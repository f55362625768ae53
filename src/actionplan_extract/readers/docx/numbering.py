"""The bullets and numbers of lists as Word prints them ("9a", "1.2", "•")."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from .._counting import in_letters, in_ordinals, in_romans
from .._symbols import symbol
from .names import child, is_on, number, value, w
from .styles import StyleSheet, indent_of

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")

_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda count: f"{count:02}",
    "lowerLetter": in_letters,
    "upperLetter": lambda count: in_letters(count).upper(),
    "lowerRoman": in_romans,
    "upperRoman": lambda count: in_romans(count).upper(),
    "ordinal": in_ordinals,
    "none": lambda count: "",
}


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a list item, and how far in (in points; None where the list does not tell)."""

    text: str = ""
    is_bullet: bool = False
    indent: float | None = None


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list."""

    format: str
    text: str
    start: int
    restart: int
    legal: bool
    font: str | None
    indent: float | None


class Numbering:
    """Counts the items of all lists; to be asked for each numbered paragraph once, in reading order."""

    def __init__(self, root: etree._Element | None, styles: StyleSheet) -> None:
        self._styles = styles
        self._abstract = _by_id(root, "abstractNum", "abstractNumId")
        self._lists = _by_id(root, "num", "numId")
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, properties: etree._Element | None) -> Label:
        """The label of a paragraph with these properties (w:pPr), which is counted; an empty one for body text."""
        style = self._styles.paragraph(properties)
        given = child(properties, "numPr")
        identity = value(child(given, "numId")) or self._of_style(style)
        held = self._lists.get(identity or "")
        if held is None:
            return Label()
        at = number(child(given, "ilvl"))
        if at is None:
            at = self._level_of_style(style, held)
        return self._counted(identity or "", held, min(max(at, 0), LEVELS - 1))

    def _of_style(self, style: str | None) -> str | None:
        return self._styles.first(style, lambda found: value(child(found, "pPr", "numPr", "numId")))

    def _level_of_style(self, style: str | None, held: etree._Element) -> int:
        """The level a style names, or that names the style."""
        told = self._styles.first(style, lambda found: number(child(found, "pPr", "numPr", "ilvl")))
        if told is not None:
            return told
        names = {link.get(w("styleId")) for link in self._styles.chain(style)}
        levels = self._definition(held).iterfind(w("lvl"))
        return next((number(lvl, "ilvl") or 0 for lvl in levels if value(child(lvl, "pStyle")) in names), 0)

    def _definition(self, held: etree._Element, links: int = 4) -> etree._Element:
        """The definition a list refers to, through a list style where it names one."""
        found = self._abstract.get(value(child(held, "abstractNumId")) or "")
        if found is None:
            return held
        linked = self._lists.get(self._of_style(value(child(found, "numStyleLink"))) or "")
        return self._definition(linked, links - 1) if linked is not None and links else found

    def _level(self, held: etree._Element, at: int) -> _Level:
        override = _numbered_child(held, "lvlOverride", at)
        level = child(override, "lvl")
        if level is None:
            level = _numbered_child(self._definition(held), "lvl", at)
        if level is None:
            return _Level("none", "", 1, at, False, None, None)
        start = number(child(override, "startOverride"))
        start = number(child(level, "start")) if start is None else start
        restart = number(child(level, "lvlRestart"))
        fonts = child(level, "rPr", "rFonts")
        return _Level(
            value(child(level, "numFmt")) or "decimal",
            value(child(level, "lvlText")) or "",
            0 if start is None else start,
            at if restart is None else restart,
            bool(is_on(child(level, "isLgl"))),
            value(fonts, "ascii") or value(fonts, "hAnsi"),
            indent_of(child(level, "pPr")),
        )

    def _counted(self, identity: str, held: etree._Element, at: int) -> Label:
        level = self._level(held, at)
        counts = self._count(identity, held, at, level)
        if level.format == "bullet":
            return Label(symbol(level.text[:1], level.font), True, level.indent)
        text = _PLACE.sub(lambda match: self._number(held, counts, int(match[1]) - 1, level.legal), level.text)
        return Label(text.strip(), False, level.indent)

    def _count(self, identity: str, held: etree._Element, at: int, level: _Level) -> list[int | None]:
        """The counts of all levels with the item counted; those below begin anew.

        Lists of one definition count together, until one says with what number it starts.
        """
        counts = self._counts.setdefault(value(child(held, "abstractNumId")) or identity, [None] * LEVELS)
        if (identity, at) not in self._begun:
            self._begun.add((identity, at))
            if child(_numbered_child(held, "lvlOverride", at), "startOverride") is not None:
                counts[at] = None
        known = counts[at]
        counts[at] = level.start if known is None else known + 1
        for below in range(at + 1, LEVELS):
            if at < self._level(held, below).restart:
                counts[below] = None
        return counts

    def _number(self, held: etree._Element, counts: list[int | None], at: int, legal: bool) -> str:
        """The number of a level as it prints; one not begun shows its start."""
        level, count = self._level(held, at), counts[at]
        count = level.start if count is None else count
        return str(count) if legal else _FORMATS.get(level.format, str)(count)


def _by_id(root: etree._Element | None, name: str, attribute: str) -> dict[str, etree._Element]:
    return {found.get(w(attribute), ""): found for found in root.iterfind(w(name))} if root is not None else {}


def _numbered_child(element: etree._Element, name: str, at: int) -> etree._Element | None:
    return next((found for found in element.iterfind(w(name)) if number(found, "ilvl") == at), None)
