"""The characters of a paragraph: what Word shows once every tracked change is accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from .._looks import Look, Runs
from .._symbols import symbol
from .names import child, is_on, kind, number, value, w
from .styles import StyleSheet, look_of

# What a paragraph holds without showing it: deleted text, properties, codes of fields, marks of notes.
UNSEEN = frozenset(
    ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "rt", "delText", "instrText")
)
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_NOTES = ("footnoteReference", "endnoteReference")
_SOFT_HYPHEN = "\xad"
_LINE_ENDS = re.compile(r"[\r\n\t]+")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TICKS = {True: "☒", False: "☐"}


@dataclass
class Inline:
    """What was found in a paragraph: runs of text, and the contents of text boxes."""

    styles: StyleSheet
    base: Look
    runs: Runs = field(default_factory=Runs)
    boxes: list[etree._Element] = field(default_factory=list)
    _codes: list[bool] = field(default_factory=list)  # for each field that is open: do we stand in its code?

    def read(self, element: etree._Element) -> None:
        """Take in what stands in a paragraph, or in something within it."""
        for found in element:
            name = kind(found)
            if name in UNSEEN:
                continue
            if name == "r" and found.tag == w("r"):
                self._run(found)
            elif name == "txbxContent":
                self.boxes.append(found)
            elif name == "AlternateContent":
                self.read(branch(found))
            elif name == "t":  # of a formula
                self._add(found.text or "", self.base)
            elif name != "sdt" or not is_placeholder(found):
                self.read(found)

    def _run(self, run: etree._Element) -> None:
        properties = child(run, "rPr")
        look = look_of(properties).over(self.styles.look(value(child(properties, "rStyle")))).over(self.base)
        for found in run:
            name = kind(found)
            if name in _NOTES and value(found, "customMarkFollows") in ("1", "true", "on"):
                return
            if name == "fldChar":
                self._field(found, look)
            elif text := _characters(found, look):
                self._add(text, look)
            elif name not in UNSEEN:
                self.read_within(found)

    def read_within(self, found: etree._Element) -> None:
        """Take in what a run holds besides characters: drawings with text boxes."""
        if kind(found) == "AlternateContent":
            self.read(branch(found))
        elif len(found):
            self.read(found)

    def _field(self, mark: etree._Element, look: Look) -> None:
        state = value(mark, "fldCharType")
        if state == "begin":
            self._add(_form_value(child(mark, "ffData")), look)
            self._codes.append(True)
        elif self._codes and state == "separate":
            self._codes[-1] = False
        elif self._codes and state == "end":
            self._codes.pop()

    def _add(self, text: str, look: Look) -> None:
        if not any(self._codes):
            self.runs.add(text, look)


def _characters(element: etree._Element, look: Look) -> str:
    """The characters that an element of a run stands for."""
    name = kind(element)
    if name == "t":
        text = _LINE_ENDS.sub(" ", element.text or "").replace(_SOFT_HYPHEN, "")
        return symbol(text if element.get(_SPACE) == "preserve" else text.strip(), look.font)
    if name == "sym":
        code = value(element, "char") or ""
        return symbol(chr(int(code, 16)), value(element, "font")) if re.fullmatch("[0-9A-Fa-f]{4}", code) else ""
    return _CHARACTERS.get(name, "")


def _form_value(form: etree._Element | None) -> str:
    """What an old form's tick box or list shows; a text field shows its result."""
    tick, choice = child(form, "checkBox"), child(form, "ddList")
    if tick is not None:
        checked = is_on(child(tick, "checked"))
        return _TICKS[bool(is_on(child(tick, "default")) if checked is None else checked)]
    entries = [value(entry) or "" for entry in choice.iterfind(w("listEntry"))] if choice is not None else []
    chosen = number(child(choice, "result")) or number(child(choice, "default")) or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""


def is_placeholder(control: etree._Element) -> bool:
    """Does a content control (w:sdt) show no more than the hint to fill it in?"""
    return bool(is_on(child(control, "sdtPr", "showingPlcHdr")))


def branch(alternatives: etree._Element) -> etree._Element:
    """The one of several renderings (mc:AlternateContent) to read: the first with text, else the first."""
    filled = (choice for choice in alternatives if next(choice.iter(w("t"), w("sym")), None) is not None)
    return next(filled, next(iter(alternatives), alternatives))
