"""The bullets and numbers of lists as they are printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .._counting import in_letter_pairs, in_letters, in_romans
from .._odf import FO, STYLE, TEXT
from .._symbols import symbol
from .names import count, kind, points
from .styles import font_of

if TYPE_CHECKING:
    from lxml import etree

LEVELS = 10
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_PLACE = re.compile(r"%([1-9]|10)%")


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a list item, and how far in (in points; None where the list does not tell)."""

    text: str = ""
    is_bullet: bool = False
    indent: float | None = None


Counts = list[int | None]


@dataclass
class _Open:
    """A list we stand in: its style, the counts of all levels, and the label that its item still has to print."""

    style: str | None
    counts: Counts
    due: bool = False


class Lists:
    """Counts the items of all lists, which have to be entered and left in reading order."""

    def __init__(self, *roots: etree._Element | None) -> None:
        held = [root for root in roots if root is not None]
        found = (style for root in held for style in root.iter(f"{TEXT}list-style"))
        self._styles = {style.get(f"{STYLE}name", ""): style for style in found}
        self._outline = next((style for root in held for style in root.iter(f"{TEXT}outline-style")), None)
        self._open: list[_Open] = []
        self._by_id: dict[str, Counts] = {}
        self._by_style: dict[str | None, Counts] = {}
        self._headings: Counts = [None] * LEVELS

    @contextmanager
    def within(self, element: etree._Element) -> Iterator[None]:
        """While a list (text:list) is read: one in another's item goes on with that one's style and counts."""
        named = element.get(f"{TEXT}style-name")
        if self._open:
            self._open.append(_Open(named or self._open[-1].style, self._open[-1].counts))
        else:
            self._open.append(_Open(named, self._counts(element, named)))
        if name := element.get(_XML_ID):
            self._by_id[name] = self._open[-1].counts
        self._by_style[self._open[-1].style] = self._open[-1].counts
        yield
        self._open.pop()

    def _counts(self, element: etree._Element, style: str | None) -> Counts:
        """The counts a list goes on with, or new ones."""
        before = self._by_id.get(element.get(f"{TEXT}continue-list", ""))
        if before is None and element.get(f"{TEXT}continue-numbering") == "true":
            before = self._by_style.get(style)
        return [None] * LEVELS if before is None else before

    def begin_item(self, element: etree._Element) -> None:
        """An item begins, whose first paragraph has the label; a list's header has none."""
        held = self._open[-1]
        held.due = kind(element) == "list-item"
        at = min(len(self._open), LEVELS) - 1
        if element.get(f"{TEXT}start-value"):
            held.counts[at] = count(element, f"{TEXT}start-value") - 1

    def label(self, style: str | None) -> Label:
        """The label of the next paragraph, whose own style may name a list style; empty where it has none."""
        if not self._open or not self._open[-1].due:
            return Label(indent=self._indent(style) if self._open else None)
        self._open[-1].due = False
        at = min(len(self._open), LEVELS) - 1
        return self._counted(self._definition(style), self._open[-1].counts, at)

    def heading(self, element: etree._Element) -> Label:
        """The number of a heading (text:h) by the outline's numbering; empty where there is none."""
        if self._open or self._outline is None or element.get(f"{TEXT}is-list-header") == "true":
            return Label()
        at = min(max(count(element, f"{TEXT}outline-level"), 1), LEVELS) - 1
        if element.get(f"{TEXT}restart-numbering") == "true":
            self._headings[at] = None
        if element.get(f"{TEXT}start-value"):
            self._headings[at] = count(element, f"{TEXT}start-value") - 1
        return self._counted(self._outline, self._headings, at)

    def _definition(self, style: str | None) -> etree._Element | None:
        return self._styles.get(self._open[-1].style or style or "")

    def _indent(self, style: str | None) -> float | None:
        level = _level(self._definition(style), min(len(self._open), LEVELS) - 1)
        return _indent_of(level) if level is not None else None

    def _counted(self, definition: etree._Element | None, counts: Counts, at: int) -> Label:
        level = _level(definition, at)
        counts[at + 1 :] = [None] * (LEVELS - at - 1)
        known = counts[at]
        counts[at] = _start(level) if known is None else known + 1
        if level is None or definition is None:
            return Label()
        if kind(level) == "list-level-style-bullet":
            bullet = level.get(f"{TEXT}bullet-char", "•")
            return Label(symbol(bullet, font_of(level.find(f"{STYLE}text-properties"))), True, _indent_of(level))
        if kind(level) == "list-level-style-image":
            return Label("•", True, _indent_of(level))
        return Label(_printed(definition, level, counts, at), False, _indent_of(level))


def _level(definition: etree._Element | None, at: int) -> etree._Element | None:
    if definition is None:
        return None
    return next((level for level in definition if level.get(f"{TEXT}level") == str(at + 1)), None)


def _start(level: etree._Element | None) -> int:
    return 1 if level is None else count(level, f"{TEXT}start-value")


def _printed(definition: etree._Element, level: etree._Element, counts: Counts, at: int) -> str:
    """The number with all that is printed around it; empty for a level without numbers."""
    if not level.get(f"{STYLE}num-format"):
        return (level.get(f"{STYLE}num-prefix", "") + level.get(f"{STYLE}num-suffix", "")).strip()
    shown = min(count(level, f"{TEXT}display-levels"), at + 1)
    numbers = [_number(_level(definition, place), counts[place]) for place in range(at + 1)]
    if form := level.get(f"{_LOEXT}num-list-format"):
        return _PLACE.sub(lambda match: numbers[int(match[1]) - 1] if int(match[1]) <= at + 1 else "", form).strip()
    joined = ".".join(filter(None, numbers[at + 1 - shown :]))
    return f"{level.get(f'{STYLE}num-prefix', '')}{joined}{level.get(f'{STYLE}num-suffix', '')}".strip()


def _number(level: etree._Element | None, counted: int | None) -> str:
    """The number of a level as it prints; one not begun shows its start."""
    number = _start(level) if counted is None else counted
    form = "" if level is None else level.get(f"{STYLE}num-format", "")
    letters = in_letters if level is not None and level.get(f"{STYLE}num-letter-sync") == "true" else in_letter_pairs
    forms: dict[str, Callable[[int], str]] = {"a": letters, "i": in_romans, "1": str}
    printed = forms[form.lower()](number) if form.lower() in forms else ""
    return printed.upper() if form.isupper() else printed


def _indent_of(level: etree._Element) -> float | None:
    """How far in the label of a level begins."""
    properties = level.find(f"{STYLE}list-level-properties")
    if properties is None:
        return None
    aligned = properties.find(f"{STYLE}list-level-label-alignment")
    if aligned is not None:
        return (points(aligned.get(f"{FO}margin-left")) or 0.0) + (points(aligned.get(f"{FO}text-indent")) or 0.0)
    return points(properties.get(f"{TEXT}space-before"))
