"""The words of a page by PDFium.

Most words are plain: one text object, level, its characters close to each other. Those are made at
once; `words` sorts out the others character by character.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from ctypes import (
    CFUNCTYPE,
    POINTER,
    Array,
    addressof,
    c_float,
    c_int,
    c_ushort,
    c_void_p,
    cast,
    create_string_buffer,
    sizeof,
)
from dataclasses import dataclass
from itertools import repeat
from operator import sub
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from ....passage import Box
from ..geometry import Matrix
from ..ink import Direction, Word, is_within, share
from ..words import ASCENT, BLANK, DESCENT, DOUBLED, SUPERSCRIPT, Glyph, build_words, is_bold, is_unreadable, undoubled

# Called for every character or word, and twice as fast with plain numbers for addresses.
_CALL = CFUNCTYPE(c_void_p, c_void_p, c_int)
_BOX_CALL = CFUNCTYPE(c_int, c_void_p, c_int, c_void_p)
_text_object = _CALL(cast(pdfium.FPDFText_GetTextObject, c_void_p).value or 0)
_loose_box = _BOX_CALL(cast(pdfium.FPDFText_GetLooseCharBox, c_void_p).value or 0)

MAX_CHARACTERS = 200_000  # a page; a poster full of small type has half of that
NAME_BYTES = 256
HYPHEN = "\ufffe"  # what PDFium makes of a hyphen at a line's end
LEVEL = 0.01  # how much of its own length a line of text may rise

_STRETCH = re.compile(r"\S+")
# Blanks, unseen characters, ligatures, soft hyphens, private-use characters and what stands for no character.
_SPECIAL = re.compile("[\0-\x20\xad\u200b-\u200d\u2060\ufeff\ufb00-\ufb06\ue000-\uf8ff\ufffd-\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page in the order PDFium reads them; the rest as in `Ink`."""

    words: tuple[Word, ...]
    glyphs: int
    unreadable: int
    limits: tuple[str, ...]


class _Style(NamedTuple):
    """How a text object is set; `across` is where its line begins and ends, None where that is slanted."""

    font: str
    size: float
    bold: bool
    direction: Direction
    across: tuple[float, float] | None

    @property
    def is_level(self) -> bool:
        """Does it run from left to right?"""
        return self.direction == "right" and self.across is not None


def read_text(page: Any, view: Matrix, frame: Box) -> PageText:
    """The words that begin in the frame, of a page that `view` displays."""
    handle = pdfium.FPDFText_LoadPage(page)
    if not handle:
        return PageText((), 0, 0, ())
    try:
        return _Text(handle, view).read(frame)
    finally:
        pdfium.FPDFText_ClosePage(handle)


class _Text:
    """The characters of a page with their boxes as displayed, in four columns."""

    def __init__(self, handle: Any, view: Matrix) -> None:
        whole = max(pdfium.FPDFText_CountChars(handle), 0)
        self.limits = (
            (f"more than {MAX_CHARACTERS:,} characters; the others are left out",) if whole > MAX_CHARACTERS else ()
        )
        self.count = min(whole, MAX_CHARACTERS)
        self.handle = handle
        self.view = view
        self.text = _characters(handle, self.count)
        self.x0, self.top, self.x1, self.bottom = _columns(handle, self.count, view)
        self.centre = [(left + right) / 2 for left, right in zip(self.x0, self.x1, strict=True)]
        self.styles: dict[int, _Style] = {}
        self.fonts: dict[int, str] = {}
        self.mapped: dict[str, set[str]] = defaultdict(set)
        self.glyphs = self.unreadable = 0

    def read(self, frame: Box) -> PageText:
        """The words in the frame, those drawn twice only once."""
        seen = (stretch for stretch in self._stretches() if is_within(self._middle(stretch[0]), frame))
        words = tuple(undoubled(word for start, end in seen for word in self._words(start, end)))
        return PageText(words, self.glyphs, self.unreadable, self.limits)

    def _middle(self, index: int) -> tuple[float, float]:
        return self.centre[index], (self.top[index] + self.bottom[index]) / 2

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """Where blanks begin and end words; a blank that PDFium only made up does not between near characters."""
        start, end = -1, 0
        for stretch in _STRETCH.finditer(self.text):
            if start >= 0 and not (self.x0[end] == self.x1[end] and self._is_beside(end - 1, stretch.start())):
                yield start, end
                start = -1
            start, end = stretch.start() if start < 0 else start, stretch.end()
        if start >= 0:
            yield start, end

    def _is_beside(self, left: int, right: int) -> bool:
        """Do two characters stand close to each other, though perhaps one raised?"""
        heights = (self.top[left], self.bottom[left]), (self.top[right], self.bottom[right])
        gap = abs(self.x0[right] - self.x1[left])
        return gap <= BLANK * (heights[0][1] - heights[0][0]) and share(*heights) >= SUPERSCRIPT

    def _words(self, start: int, end: int) -> Iterator[Word]:
        style = self._style(start)
        if self._is_plain(start, end, style):
            self.glyphs += end - start
            yield self._plain_word(start, end, style)
        else:
            glyphs = list(self._glyphs(start, end))
            self.glyphs += len(glyphs)
            self.unreadable += sum(map(is_unreadable, glyphs))
            yield from build_words(glyphs)

    def _is_plain(self, start: int, end: int, style: _Style) -> bool:
        """Are the characters one level word without peculiarities?"""
        text = self.text[start:end]
        return (
            style.is_level
            and not _SPECIAL.search(text)
            and self._is_mapped(start, text, style.font)
            and (end - start == 1 or (style == self._style(end - 1) and self._is_close(start, end, style.size)))
        )

    def _is_mapped(self, start: int, text: str, font: str) -> bool:
        """Does the font say which characters these are? Asked once for each of a font's characters."""
        known = self.mapped[font]
        for index, char in enumerate(text, start) if not known.issuperset(text) else ():
            if char not in known and pdfium.FPDFText_HasUnicodeMapError(self.handle, index) == 1:
                return False
            known.add(char)
        return True

    def _is_close(self, start: int, end: int, size: float) -> bool:
        """Does each character stand right of the one before, without a blank between?"""
        lefts, following = self.x0[start : end - 1], self.x0[start + 1 : end]
        widest: float = max(map(sub, following, self.x1[start : end - 1]))
        nearest: float = min(map(sub, following, lefts))
        return widest <= BLANK * size and nearest > DOUBLED * size

    def _plain_word(self, start: int, end: int, style: _Style) -> Word:
        top, bottom = style.across or (0.0, 0.0)
        return Word(
            self.text[start:end],
            (round(self.x0[start], 3), top, round(max(self.x1[start:end]), 3), bottom),
            style.size,
            style.font,
            style.bold,
            centres=tuple(self.centre[start:end]),
        )

    def _glyphs(self, start: int, end: int) -> Iterator[Glyph]:
        """The characters one by one, without blanks; those that share a box are one glyph (a ligature)."""
        held: Glyph | None = None
        for index in (index for index in range(start, end) if not self.text[index].isspace()):
            style = self._style(index)
            box = self._box(index, style)
            char = self.text[index] if self._is_mapped(index, self.text[index], style.font) else "\ufffd"
            if held and held.box == box:
                held = held._replace(text=held.text + char)
                continue
            if held:
                yield held
            held = Glyph(char, box, style.size, style.font, style.direction, style.bold)
        if held:
            yield held

    def _box(self, index: int, style: _Style) -> Box:
        """The box of a character: along its line as wide as it is, across as high as its type size."""
        x0, top, x1, bottom = self.x0[index], self.top[index], self.x1[index], self.bottom[index]
        if style.across and style.is_level:
            top, bottom = style.across
        elif style.across:
            x0, x1 = style.across
        return round(x0, 3), round(top, 3), round(x1, 3), round(bottom, 3)

    def _style(self, index: int) -> _Style:
        """How a character is set, read once a text object."""
        address = _text_object(self.handle, index) or 0
        style = self.styles.get(address)
        if style is None:
            style = self.styles[address] = self._read_style(index, address)
        return style

    def _read_style(self, index: int, address: int) -> _Style:
        matrix = self._matrix(index).then(self.view)
        size = pdfium.FPDFText_GetFontSize(self.handle, index) * matrix.height
        size = round(size, 1) or self.bottom[index] - self.top[index]
        item = cast(address, pdfium.FPDF_PAGEOBJECT)
        font = self._font(item)
        return _Style(font, size, is_bold(font) or _is_outlined(item), _direction(matrix), _across(matrix, size))

    def _matrix(self, index: int) -> Matrix:
        """What maps a character's text object to the page."""
        found = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
        pdfium.FPDFText_GetMatrix(self.handle, index, found)
        return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)

    def _font(self, item: Any) -> str:
        """The name of a text object's font, read once a font."""
        font = pdfium.FPDFTextObj_GetFont(item) if item else None
        if not font:
            return ""
        address = addressof(font.contents)
        if address not in self.fonts:
            name = create_string_buffer(NAME_BYTES)
            pdfium.FPDFFont_GetBaseFontName(font, name, NAME_BYTES)
            self.fonts[address] = name.value.decode("utf-8", "replace")
        return self.fonts[address]


def _characters(handle: Any, count: int) -> str:
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


Column = list[float]


def _columns(handle: Any, count: int, view: Matrix) -> tuple[Column, Column, Column, Column]:
    """The left, top, right and bottom sides of the characters' boxes, as displayed."""
    flat: Array[c_float] = (c_float * (4 * count))()
    start, step = addressof(flat), sizeof(pdfium.FS_RECTF)
    deque(map(_loose_box, repeat(handle), range(count), range(start, start + step * count, step)), maxlen=0)
    left, top, right, bottom = (flat[side::4] for side in range(4))
    level, upright = (left, right), (bottom, top)
    x0, x1 = _as_displayed(level if view.a else upright, view.a or view.c, view.e)
    y0, y1 = _as_displayed(upright if view.d else level, view.d or view.b, view.f)
    return x0, y0, x1, y1


def _as_displayed(ends: tuple[Sequence[float], Sequence[float]], factor: float, offset: float) -> tuple[Column, Column]:
    low, high = ends if factor > 0 else ends[::-1]
    if (factor, offset) == (1, 0):
        return list(low), list(high)
    return [factor * place + offset for place in low], [factor * place + offset for place in high]


def _direction(matrix: Matrix) -> Direction:
    if abs(matrix.a) >= abs(matrix.b):
        return "right"
    return "down" if matrix.b > 0 else "up"


def _across(matrix: Matrix, size: float) -> tuple[float, float] | None:
    """Where a line of text set so begins and ends across its direction; None where it is slanted or upside down."""
    direction = _direction(matrix)
    run, rise = (matrix.a, matrix.b) if direction == "right" else (matrix.b, matrix.a)
    if abs(rise) > LEVEL * abs(run) or (direction == "right" and run <= 0):
        return None
    ascent, descent = ASCENT * size, DESCENT * size
    if direction == "right":
        return round(matrix.f - ascent, 3), round(matrix.f + descent, 3)
    low, high = (ascent, descent) if direction == "up" else (descent, ascent)
    return round(matrix.e - low, 3), round(matrix.e + high, 3)


def _is_outlined(item: Any) -> bool:
    """Are the letters drawn with a line around them, as programs do for a font without a bold cut?"""
    return bool(item) and bool(pdfium.FPDFTextObj_GetTextRenderMode(item) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE)
