"""The characters of a page by PDFium: which they are, where they stand and how they are set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from ctypes import POINTER, addressof, c_ushort, cast, create_string_buffer
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from ....limits import Limits
from ....passage import Box
from ..geometry import Matrix
from ..words import BLANK, DOUBLED, Glyph
from . import calls
from .boxes import boxes_of
from .setting import Settings, Style, Widths
from .structure import TagsOf

HYPHEN = "\ufffe"  # what PDFium makes of a hyphen at a line's end


class Characters:
    """The characters of a page; their boxes, which take long to ask for, are asked for only where they tell something.

    `text` has one code point for each of the first of them that the limits let pass, `limits` says what was left out.
    """

    def __init__(self, handle: Any, view: Matrix, known: Widths, tags_of: TagsOf, limits: Limits) -> None:
        whole = max(pdfium.FPDFText_CountChars(handle), 0)
        most = limits.page_characters
        met = f"more than {most:,} characters; the others are left out ({limits.said('page_characters')})"
        self.limits = (met,) if whole > most else ()
        self.handle = addressof(handle.contents)
        self.view = view
        self.settings = Settings(self.handle, view, known, tags_of)
        self.text = _text(handle, min(whole, most))
        self.mapped: dict[str, set[str]] = defaultdict(set)

    def boxes(self, indices: Sequence[int]) -> list[Box]:
        """The boxes of some characters as displayed."""
        return boxes_of(self.handle, indices, self.view)

    def is_mapped(self, start: int, text: str, font: str) -> bool:
        """Does the font say which characters these are? Asked once a page for each of a font's characters."""
        known = self.mapped[font]
        if known.issuperset(text):
            return True
        for char in set(text) - known - {" "}:
            if calls.has_no_meaning(self.handle, start + text.index(char)) == 1:
                return False
            known.add(char)
        return True

    def learn(self, start: int, end: int, style: Style) -> bool:
        """Note how wide the characters [start, end) are, if they follow each other closely; do they?"""
        boxes = self.boxes(range(start, end))
        if not _is_close(boxes, style.size):
            return False
        placed = zip(self.text[start:end], boxes, strict=True)
        style.manner.widths.update((character, x1 - x0) for character, (x0, _, x1, _) in placed)
        return True

    def glyphs(self, start: int, end: int) -> list[Glyph]:
        """The characters [start, end) as drawn, without blanks; those that share a box are one (a ligature)."""
        return _put_back(list(self._glyphs(start, end)))

    def _glyphs(self, start: int, end: int) -> Iterator[Glyph]:
        held: Glyph | None = None
        for index, measured in zip(range(start, end), self.boxes(range(start, end)), strict=True):
            if self.text[index].isspace():
                continue
            style = self.settings.at(index)
            box = _set_box(measured, style)
            char = self.text[index] if self.is_mapped(index, self.text[index], style.manner.font) else "\ufffd"
            if held and held.box == box:
                held = held._replace(text=held.text + char)
                continue
            if held:
                yield held
            font, _, bold, direction, *_ = style.manner
            held = Glyph(char, box, style.size, font, direction, bold, style.colour, style.tag)
        if held:
            yield held


def _text(handle: Any, count: int) -> str:
    """The first characters of a page, one code point each."""
    buffer = create_string_buffer(4 * count + 2)
    units = pdfium.FPDFText_GetText(handle, 0, count, cast(buffer, POINTER(c_ushort)))
    text = buffer.raw[: 2 * max(units - 1, 0)].decode("utf-16-le", "surrogatepass")
    if len(text) != count:  # PDFium leaves out what it takes for control characters
        text = "".join(_character(handle, index) for index in range(count))
    return text.replace(HYPHEN, "-")


def _character(handle: Any, index: int) -> str:
    if pdfium.FPDFText_IsHyphen(handle, index) == 1:
        return HYPHEN
    code = pdfium.FPDFText_GetUnicode(handle, index)
    return chr(code) if code <= 0x10FFFF else "\ufffd"


def _is_close(boxes: Sequence[Box], size: float) -> bool:
    """Does behind each of the characters the next one follow, on its right and without a blank between?"""
    pairs = pairwise(boxes)
    return all(right[0] - left[2] <= BLANK * size and right[0] - left[0] > DOUBLED * size for left, right in pairs)


def _set_box(measured: Box, style: Style) -> Box:
    """The box of a character: along its line as wide as it is, across as high as its type size."""
    x0, top, x1, bottom = measured
    if style.level:
        top, bottom = style.level
    elif style.across:
        x0, x1 = style.across
    return round(x0, 3), round(top, 3), round(x1, 3), round(bottom, 3)


def _put_back(glyphs: list[Glyph]) -> list[Glyph]:
    """Upright glyphs in order; ligatures among them, which PDFium puts anywhere, between their neighbours."""
    if not glyphs or glyphs[0].direction == "right":
        return glyphs
    found = list(glyphs)
    for index, glyph in enumerate(glyphs):
        if len(glyph.text) > 1:
            after = glyphs[min(index + 1, len(glyphs) - 1)]
            start = found[index - 1].along[1] if index else after.along[0] - glyph.size
            end = after.along[0] if after is not glyph else start + glyph.size
            x0, _, x1, _ = glyph.box
            found[index] = glyph._replace(
                box=(x0, start, x1, end) if glyph.direction == "down" else (x0, -end, x1, -start)
            )
    return found
