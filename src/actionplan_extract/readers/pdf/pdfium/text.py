"""The words of a page by PDFium.

Most words are plain: one text object, level, its characters close to each other. Those are made at
once; `words` sorts out the others character by character.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from ctypes import (
    POINTER,
    Array,
    addressof,
    c_float,
    c_ushort,
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
from ..geometry import Matrix, Point
from ..ink import Direction, Word, is_within, share
from ..tags import Tag
from ..words import ASCENT, BLANK, DESCENT, DOUBLED, SUPERSCRIPT, Glyph, build_words, is_bold, is_unreadable, undoubled
from . import calls
from .structure import TagOf, untagged

MAX_CHARACTERS = 200_000  # a page; a poster full of small type has half of that
NAME_BYTES = 256
HYPHEN = "\ufffe"  # what PDFium makes of a hyphen at a line's end
LEVEL = 0.01  # how much of its own length a line of text may rise

# Control and unseen characters, ligatures, soft hyphens, private-use characters and what stands for no character.
_SPECIAL = "\0-\x20\xad\u200b-\u200d\u2060\ufeff\ufb00-\ufb06\ue000-\uf8ff\ufffd-\uffff\ud800-\udfff"
_STRETCH = re.compile(rf"(?P<plain>[^\s{_SPECIAL}]++)(?!\S)|\S+")


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page in the order PDFium reads them; the rest as in `Ink`."""

    words: tuple[Word, ...]
    glyphs: int
    unreadable: int
    limits: tuple[str, ...]


class _Style(NamedTuple):
    """How a text object is set and tagged; `across` is where its line begins and ends, None where that is slanted.

    `is_level`: it runs from left to right.
    """

    font: str
    size: float
    bold: bool
    direction: Direction
    across: tuple[float, float] | None
    is_level: bool
    tag: Tag | None


def read_text(page: Any, view: Matrix, frame: Box, tag_of: TagOf = untagged) -> PageText:
    """The words that begin in the frame, of a page that `view` displays; `tag_of` tells a text object's tag."""
    handle = pdfium.FPDFText_LoadPage(page)
    if not handle:
        return PageText((), 0, 0, ())
    try:
        return _Text(handle, view, tag_of).read(frame)
    finally:
        pdfium.FPDFText_ClosePage(handle)


class _Manner(NamedTuple):
    """How text objects are set wherever they stand; `size` is 0 where the file gives none.

    `straight`: the text is neither slanted nor upside down.
    """

    font: str
    size: float
    bold: bool
    direction: Direction
    straight: bool


class _Font(NamedTuple):
    """A font's name, and whether it says that it is bold."""

    name: str
    bold: bool


_Stretch = tuple[int, int, bool]
"""The characters [start, end) between blanks, and whether all of them are ordinary ones."""


class _Text:
    """The characters of a page with their boxes as displayed."""

    def __init__(self, handle: Any, view: Matrix, tag_of: TagOf) -> None:
        whole = max(pdfium.FPDFText_CountChars(handle), 0)
        self.limits = (
            (f"more than {MAX_CHARACTERS:,} characters; the others are left out",) if whole > MAX_CHARACTERS else ()
        )
        self.count = min(whole, MAX_CHARACTERS)
        self.handle = addressof(handle.contents)
        self.view = view
        self.tag_of = tag_of
        self.text = _characters(handle, self.count)
        self.x0, self.x1, self.height = _places(self.handle, self.count, view)
        self.centre = [(left + right) / 2 for left, right in zip(self.x0, self.x1, strict=True)]
        following = self.x0[1:]
        self.gaps = list(map(sub, following, self.x1))
        self.steps = list(map(sub, following, self.x0))
        self.matrix = (c_float * 6)(1, 0, 0, 1, 0, 0)  # taken up for one text object after the other
        self.styles: dict[int, _Style] = {}
        self.manners: dict[tuple[object, ...], _Manner] = {}
        self.fonts: dict[int | None, _Font] = {}
        self.mapped: dict[str, set[str]] = defaultdict(set)
        self.glyphs = self.unreadable = 0

    def read(self, frame: Box) -> PageText:
        """The words in the frame, those drawn twice only once."""
        words: list[Word] = []
        for stretch in self._stretches():
            if is_within(self._middle(stretch[0]), frame):
                words += self._words(*stretch)
        return PageText(tuple(undoubled(words)), self.glyphs, self.unreadable, self.limits)

    def _middle(self, index: int) -> tuple[float, float]:
        return self.centre[index], sum(self.height(index)) / 2

    def _stretches(self) -> Iterator[_Stretch]:
        """Where blanks begin and end words; a blank that PDFium only made up does not between near characters."""
        held: _Stretch | None = None
        for found in _STRETCH.finditer(self.text):
            start, end = found.span()
            if held and self.x0[held[1]] == self.x1[held[1]] and self._is_beside(held[1] - 1, start):
                held = held[0], end, False
                continue
            if held:
                yield held
            held = start, end, found.lastgroup is not None
        if held:
            yield held

    def _is_beside(self, left: int, right: int) -> bool:
        """Do two characters stand close to each other, though perhaps one raised?"""
        heights = self.height(left), self.height(right)
        gap = abs(self.x0[right] - self.x1[left])
        return gap <= BLANK * (heights[0][1] - heights[0][0]) and share(*heights) >= SUPERSCRIPT

    def _words(self, start: int, end: int, plain: bool) -> Sequence[Word]:
        word = self._plain_word(start, end) if plain else None
        if word:
            self.glyphs += end - start
            return (word,)
        glyphs = list(self._glyphs(start, end))
        self.glyphs += len(glyphs)
        self.unreadable += sum(map(is_unreadable, glyphs))
        return build_words(glyphs)

    def _is_mapped(self, start: int, text: str, font: str) -> bool:
        """Does the font say which characters these are? Asked once for each of a font's characters."""
        known = self.mapped[font]
        if known.issuperset(text):
            return True
        for char in set(text) - known:
            if calls.has_no_meaning(self.handle, start + text.index(char)) == 1:
                return False
            known.add(char)
        return True

    def _is_close(self, start: int, end: int, size: float) -> bool:
        """Does behind each of the characters the next one follow, on its right and without a blank between?"""
        widest: float = max(self.gaps[start:end])
        nearest: float = min(self.steps[start:end])
        return widest <= BLANK * size and nearest > DOUBLED * size

    def _plain_word(self, start: int, end: int) -> Word | None:
        """The characters as a word, unless they are slanted, unknown, set differently or apart."""
        style, text, last = self._style(start), self.text[start:end], end - 1
        if not (style.is_level and style.across and self._is_mapped(start, text, style.font)):
            return None
        if start < last and not (style == self._style(last) and self._is_close(start, last, style.size)):
            return None
        top, bottom = style.across
        return Word(
            text,
            (round(self.x0[start], 3), top, round(max(self.x1[start:end]), 3), bottom),
            style.size,
            style.font,
            style.bold,
            False,
            "right",
            tuple(self.centre[start:end]),
            style.tag,
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
            held = Glyph(char, box, style.size, style.font, style.direction, style.bold, style.tag)
        if held:
            yield held

    def _box(self, index: int, style: _Style) -> Box:
        """The box of a character: along its line as wide as it is, across as high as its type size."""
        x0, x1, (top, bottom) = self.x0[index], self.x1[index], self.height(index)
        if style.across and style.is_level:
            top, bottom = style.across
        elif style.across:
            x0, x1 = style.across
        return round(x0, 3), round(top, 3), round(x1, 3), round(bottom, 3)

    def _style(self, index: int) -> _Style:
        """How a character is set, read once a text object."""
        address = calls.text_object(self.handle, index) or 0
        return self.styles.get(address) or self.styles.setdefault(address, self._read_style(index, address))

    def _read_style(self, index: int, address: int) -> _Style:
        calls.char_matrix(self.handle, index, addressof(self.matrix))
        a, b, c, d, e, f = self.matrix
        key = (
            a,
            b,
            c,
            d,
            calls.font_size(self.handle, index),
            calls.font_of(address) if address else None,
            _is_outlined(address),
        )
        manner = self.manners.get(key)
        if manner is None:
            manner = self.manners[key] = self._read_manner(*key)
        top, bottom = self.height(index)
        size = manner.size or bottom - top
        across = _across(manner, size, self.view.point(e, f))
        is_level = manner.direction == "right" and across is not None
        return _Style(manner.font, size, manner.bold, manner.direction, across, is_level, self.tag_of(address))

    def _read_manner(
        self, a: float, b: float, c: float, d: float, size: float, font: int | None, outlined: bool
    ) -> _Manner:
        matrix = Matrix(a, b, c, d).then(self.view)
        name, bold = self._font(font)
        direction = _direction(matrix)
        return _Manner(name, round(size * matrix.height, 1), bold or outlined, direction, _is_straight(matrix))

    def _font(self, address: int | None) -> _Font:
        """A font, read once a page."""
        font = self.fonts.get(address)
        if font is None:
            font = self.fonts[address] = _read_font(address)
        return font


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


Heights = Callable[[int], tuple[float, float]]


def _places(handle: int, count: int, view: Matrix) -> tuple[list[float], list[float], Heights]:
    """The left and right sides of the characters' boxes as displayed, and what tells one's top and bottom."""
    flat: Array[c_float] = (c_float * (4 * count))()
    start, step = addressof(flat), sizeof(pdfium.FS_RECTF)
    deque(map(calls.loose_box, repeat(handle), range(count), range(start, start + step * count, step)), maxlen=0)
    numbers: Any = memoryview(flat).cast("B").cast("f")
    left, top, right, bottom = (numbers[side::4].tolist() for side in range(4))
    level, upright = (left, right), (bottom, top)
    x0, x1 = _moved(level if view.a else upright, view.a or view.c, view.e)
    factor, offset = view.d or view.b, view.f
    upper, lower = (upright if view.d else level)[:: 1 if factor > 0 else -1]
    return x0, x1, lambda index: (factor * upper[index] + offset, factor * lower[index] + offset)


def _moved(ends: tuple[list[float], list[float]], factor: float, offset: float) -> tuple[list[float], list[float]]:
    """The lower and upper ends of stretches that are turned or moved."""
    low, high = ends if factor > 0 else ends[::-1]
    if (factor, offset) == (1, 0):
        return low, high
    return [factor * place + offset for place in low], [factor * place + offset for place in high]


def _read_font(address: int | None) -> _Font:
    name = create_string_buffer(NAME_BYTES)
    if address:
        calls.font_name(address, addressof(name), NAME_BYTES)
    text = name.value.decode("utf-8", "replace")
    return _Font(text, is_bold(text))


def _direction(matrix: Matrix) -> Direction:
    if abs(matrix.a) >= abs(matrix.b):
        return "right"
    return "down" if matrix.b > 0 else "up"


def _is_straight(matrix: Matrix) -> bool:
    """Does it run along the page's sides, and not upside down?"""
    level = _direction(matrix) == "right"
    run, rise = (matrix.a, matrix.b) if level else (matrix.b, matrix.a)
    return abs(rise) <= LEVEL * abs(run) and not (level and run <= 0)


def _across(manner: _Manner, size: float, origin: Point) -> tuple[float, float] | None:
    """Where a line of text begins and ends across its direction; None where that cannot be said."""
    if not manner.straight:
        return None
    below, above = (DESCENT, ASCENT) if manner.direction == "down" else (ASCENT, DESCENT)
    base = origin[1] if manner.direction == "right" else origin[0]
    return round(base - below * size, 3), round(base + above * size, 3)


def _is_outlined(address: int) -> bool:
    """Are a text object's letters drawn with a line around them, as programs do for a font without a bold cut?"""
    return bool(address and calls.render_mode(address) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE)
