"""How the text objects of a page are set, by PDFium: in which font, on which line, in which colour, with which tag."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from ctypes import addressof, c_float, create_string_buffer
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

import pypdfium2.raw as pdfium

from ..geometry import Matrix
from ..ink import BLACK, Direction, Run
from ..tags import Tag
from ..words import ASCENT, DESCENT, is_bold
from . import calls
from .boxes import boxes_of
from .colours import Paint, fill_paints, on_paper
from .structure import TagsOf

NAME_BYTES = 256
LEVEL = 0.01  # how much of its own length a line of text may rise


class Manner(NamedTuple):
    """How text objects are set wherever they stand; `size` is 0 where the file gives none.

    `straight`: the text is neither slanted nor upside down. `widths` are those of the characters met so far,
    `styles` those of the lines of this page; `turns` is how many quarter turns clockwise would set it level.
    """

    font: str
    size: float
    bold: bool
    direction: Direction
    straight: bool
    widths: dict[str, float]
    styles: dict[tuple[object, ...], Style]
    turns: int


class Style(NamedTuple):
    """How a text object is set and tagged; `across` is where its line begins and ends, None where that is slanted.

    `level` is the same where it runs from left to right, else None. `colour` is "#rrggbb"; `shared` is what its runs
    have behind text and box.
    """

    manner: Manner
    size: float
    across: tuple[float, float] | None
    level: tuple[float, float] | None
    colour: str
    tag: Tag | None
    shared: tuple[object, ...]

    def run(self, text: str, start: float, end: float) -> Run:
        """Words that stand on its line from `start` to `end`; the line must be level."""
        top, bottom = self.level or (0.0, 0.0)
        return tuple.__new__(Run, (text, (start, top, end, bottom), *self.shared))  # half the time that Run() takes


Widths = dict[tuple[object, ...], dict[str, float]]
"""How wide characters are in each manner of setting them, as far as the pages read so far have shown."""


_Key = tuple[float, float, float, float, float, int | None, int]
"""The matrix of a text object but for where it begins, its type size, font and mode of painting."""

_Look = tuple[_Key, tuple[float, float], Paint, Tag | None]
"""That, where it begins, what it is painted with, and its tag."""


class _Font(NamedTuple):
    """A font's name, and whether it says that it is bold."""

    name: str
    bold: bool


class Settings:
    """How the text objects of a page are set, asked once for each; `known` is added to."""

    def __init__(self, text: int, view: Matrix, known: Widths, tags_of: TagsOf) -> None:
        self.text = text
        self.view = view
        self.known = known
        self.tags_of = tags_of
        self.styles: dict[int | None, Style] = {}
        self.met: dict[_Look, Style] = {}
        self.manners: dict[tuple[object, ...], Manner] = {}
        self.fonts: dict[int | None, _Font] = {}

    @property
    def is_turned(self) -> bool:
        """Does any of the text met so far run another way than to the right?"""
        return any(manner.turns for manner in self.manners.values())

    def at(self, index: int) -> Style:
        """How a character is set."""
        address = calls.text_object(self.text, index)
        if address not in self.styles:
            self._read({address: index})
        return self.styles[address]

    def of(self, indices: Sequence[int]) -> list[Style]:
        """How some characters are set."""
        addresses = list(map(calls.text_object, repeat(self.text), indices))
        self._read(
            {address: index for address, index in zip(addresses, indices, strict=True) if address not in self.styles}
        )
        return [*map(self.styles.__getitem__, addresses)]

    def _read(self, objects: Mapping[int | None, int]) -> None:
        """Note how some text objects are set, of each of which the place of one character is given."""
        indices, addresses = list(objects.values()), [address or 0 for address in objects]
        matrices, _ = calls.written(c_float, 6, calls.char_matrix, repeat(self.text), indices, count=len(indices))
        sizes = map(calls.font_size, repeat(self.text), indices)
        fonts, modes = map(calls.font_of, addresses), map(calls.render_mode, addresses)
        manners = zip(*matrices[:4], sizes, fonts, modes, strict=True)
        looks = zip(manners, self._starts(*matrices), fill_paints(addresses), self.tags_of(addresses), strict=True)
        self.styles |= {
            address: self.met.get(look) or self._note(look, index)
            for (address, index), look in zip(objects.items(), looks, strict=True)
        }

    def _starts(self, *matrices: list[float]) -> Iterable[tuple[float, float]]:
        """Where text objects begin, of level ones only how far up the page: so all of a line look the same."""
        _, slants, _, _, e, f = matrices
        is_level = self.view.b == 0 and not any(slants)
        return zip(repeat(0.0) if is_level else e, f, strict=False)

    def _note(self, look: _Look, index: int) -> Style:
        """The style of text objects that look so, one of which has a character at a place; noted."""
        key, start, paint, tag = look
        manner, (x, y) = self._manner(key), self.view.point(*start)
        base, size = y if manner.direction == "right" else x, manner.size or self._height(index)
        across = base, size, on_paper(paint), tag
        style = manner.styles.get(across)
        if style is None:
            style = manner.styles[across] = _made(manner, base, size, on_paper(paint) or BLACK, tag)
        self.met[look] = style
        return style

    def _height(self, index: int) -> float:
        ((_, top, _, bottom),) = boxes_of(self.text, [index], self.view)
        return bottom - top

    def _manner(self, key: _Key) -> Manner:
        manner = self.manners.get(key)
        if manner is None:
            manner = self.manners[key] = self._read_manner(*key)
        return manner

    def _read_manner(self, a: float, b: float, c: float, d: float, size: float, font: int | None, mode: int) -> Manner:
        matrix = Matrix(a, b, c, d).then(self.view)
        name, bold = self._font(font)
        widths = self.known.setdefault((name, size, *matrix[:4]), {})
        shown = round(size * matrix.height, 1)
        direction = _direction(matrix)
        turns = {"up": 1, "down": 3, "right": 0 if matrix.a >= 0 else 2}[direction]
        outlined = mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE  # as programs do for a font without a bold cut
        return Manner(name, shown, bold or outlined, direction, _is_straight(matrix), widths, {}, turns)

    def _font(self, address: int | None) -> _Font:
        """A font, read once a page."""
        font = self.fonts.get(address)
        if font is None:
            font = self.fonts[address] = _read_font(address)
        return font


def _made(manner: Manner, base: float, size: float, colour: str, tag: Tag | None) -> Style:
    across = _across(manner.direction, size, base) if manner.straight else None
    shared = size, manner.font, manner.bold, False, "right", (), colour, tag, manner.widths
    return Style(manner, size, across, across if manner.direction == "right" else None, colour, tag, shared)


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


@lru_cache(maxsize=1024)
def _across(direction: Direction, size: float, base: float) -> tuple[float, float]:
    """Where a line of text begins and ends across its direction; many text objects stand on one line."""
    below, above = (DESCENT, ASCENT) if direction == "down" else (ASCENT, DESCENT)
    return round(base - below * size, 3), round(base + above * size, 3)
