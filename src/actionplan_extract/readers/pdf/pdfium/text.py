"""The words of a page by PDFium.

Most words are plain: one text object, level, its characters close to each other. Those are made at
once; `words` sorts out the others character by character.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from ctypes import POINTER, addressof, c_float, c_ushort, cast, create_string_buffer
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise, repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from ....limits import DEFAULT, Limits
from ....passage import Box
from ..geometry import Matrix
from ..ink import BLACK, Direction, Word, share
from ..tags import Tag
from ..words import ASCENT, BLANK, DESCENT, DOUBLED, SUPERSCRIPT, Glyph, build_words, is_bold, is_unreadable, undoubled
from . import calls
from .colours import fill_colours
from .structure import TagOf, untagged

NAME_BYTES = 256
HYPHEN = "\ufffe"  # what PDFium makes of a hyphen at a line's end
TURNED = 0.8  # share of a page's characters: so many run another way on a page that is displayed sideways,
A_FEW = 20  # and more than so many
LEVEL = 0.01  # how much of its own length a line of text may rise

# Control and unseen characters, ligatures, soft hyphens, private-use characters and what stands for no character.
_SPECIAL = "\0-\x20\xad\u200b-\u200d\u2060\ufeff\ufb00-\ufb06\ue000-\uf8ff\ufffd-\uffff\ud800-\udfff"
_STRETCH = re.compile(rf"(?P<plain>[^\s{_SPECIAL}]++)(?!\S)|\S+")


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page in the order PDFium reads them; the rest as in `Ink`.

    `characters` counts the blanks, too, `outside` the words beside the frame; `turns` is how many quarter turns
    clockwise would set most of the text level, `torn` counts the words whose letters stand apart.
    """

    words: tuple[Word, ...]
    characters: int
    glyphs: int
    unreadable: int
    limits: tuple[str, ...]
    outside: int = 0
    turns: int = 0
    torn: int = 0


class _Manner(NamedTuple):
    """How text objects are set wherever they stand; `size` is 0 where the file gives none.

    `straight`: the text is neither slanted nor upside down. `widths` are those of the characters met so far,
    `known` those of words, `styles` those of the lines of this page; `turns` is how many quarter turns clockwise would
    set it level.
    """

    font: str
    size: float
    bold: bool
    direction: Direction
    straight: bool
    widths: dict[str, float]
    known: dict[str, float]
    styles: dict[tuple[object, ...], _Style]
    turns: int


class _Style(NamedTuple):
    """How a text object is set and tagged; `across` is where its line begins and ends, None where that is slanted.

    `level` is the same where it runs from left to right, else None. `colour` is "#rrggbb"; `shared` is what its plain
    words have behind text and box.
    """

    manner: _Manner
    size: float
    across: tuple[float, float] | None
    level: tuple[float, float] | None
    colour: str
    tag: Tag | None
    shared: tuple[object, ...]


Widths = dict[tuple[object, ...], tuple[dict[str, float], dict[str, float]]]
"""How wide characters, and words, are in each manner of setting them, as far as the pages read so far have shown."""


def read_text(
    page: Any, view: Matrix, frame: Box, known: Widths, tag_of: TagOf = untagged, limits: Limits = DEFAULT
) -> PageText:
    """The words that begin in the frame, of a page that `view` displays; `tag_of` tells a text object's tag.

    `known` is added to.
    """
    handle = pdfium.FPDFText_LoadPage(page)
    if not handle:
        return PageText((), 0, 0, 0, ())
    try:
        return _Text(handle, view, known, tag_of, limits).read(frame)
    finally:
        pdfium.FPDFText_ClosePage(handle)


class _Font(NamedTuple):
    """A font's name, and whether it says that it is bold."""

    name: str
    bold: bool


class _Stretch(NamedTuple):
    """The characters [start, end) between blanks, the boxes of the first and last, the text object of the first.

    `is_plain`: all of them are ordinary characters.
    """

    start: int
    end: int
    is_plain: bool
    first: Box
    last: Box
    head: int | None


_stretch = partial(tuple.__new__, _Stretch)  # half the time that _make takes


class _Text:
    """The characters of a page; their boxes, which take long to ask for, are asked for only where a word ends."""

    def __init__(self, handle: Any, view: Matrix, known: Widths, tag_of: TagOf, limits: Limits) -> None:
        whole = max(pdfium.FPDFText_CountChars(handle), 0)
        most = limits.page_characters
        met = f"more than {most:,} characters; the others are left out ({limits.said('page_characters')})"
        self.limits = (met,) if whole > most else ()
        self.handle = addressof(handle.contents)
        self.view = view
        self.known = known
        self.tag_of = tag_of
        self.text = _characters(handle, min(whole, most))
        self.matrix = (c_float * 6)(1, 0, 0, 1, 0, 0)  # taken up for one text object after the other
        self.numbers = addressof(self.matrix)
        self.styles: dict[int | None, _Style] = {}
        self.manners: dict[tuple[object, ...], _Manner] = {}
        self.fonts: dict[int | None, _Font] = {}
        self.mapped: dict[str, set[str]] = defaultdict(set)
        self.glyphs = self.unreadable = self.torn = 0

    def read(self, frame: Box) -> PageText:
        """The words in the frame, those drawn twice only once."""
        words: list[Word] = []
        outside = 0
        left, upper, right, lower = frame
        stretches = self._stretches()
        for stretch in stretches:
            x0, top, x1, bottom = stretch.first
            if left <= (x0 + x1) / 2 <= right and upper <= (top + bottom) / 2 <= lower:
                word = self._plain_word(stretch) if stretch.is_plain else None
                words += (word,) if word else self._built(stretch.start, stretch.end)
            else:
                outside += 1
        counts = len(self.text), self.glyphs, self.unreadable
        return PageText(tuple(undoubled(words)), *counts, self.limits, outside, self._turns(stretches), self.torn)

    def _turns(self, stretches: Sequence[_Stretch]) -> int:
        """How many quarter turns clockwise would set nearly all characters level; a mere word tells nothing."""
        if not any(manner.turns for manner in self.manners.values()):
            return 0
        count: Counter[int] = Counter()
        for stretch in stretches:
            count[self._style(stretch.start, stretch.head).manner.turns] += stretch.end - stretch.start
        turns, most = count.most_common(1)[0]
        return turns if most > max(TURNED * count.total(), A_FEW) else 0

    def _boxes(self, indices: Sequence[int]) -> list[Box]:
        """The boxes of some characters as displayed."""
        return _boxes(self.handle, indices, self.view)

    def _stretches(self) -> list[_Stretch]:
        """Where blanks begin and end words; a blank that PDFium only made up does not between near characters."""
        found = [*_STRETCH.finditer(self.text)]
        starts, ends = [match.start() for match in found], [match.end() for match in found]
        lasts = [end - 1 for end in ends]
        plain = [match.lastgroup is not None for match in found]
        heads = list(map(calls.text_object, repeat(self.handle), starts))
        self._read_styles(dict(zip(heads, starts, strict=True)))
        places = zip(starts, ends, plain, self._boxes(starts), self._boxes(lasts), heads, strict=True)
        stretches = [*map(_stretch, places)]
        made_up = [*map(calls.is_made_up, repeat(self.handle), ends[:-1])]
        for index in (index for index in range(len(made_up) - 1, -1, -1) if made_up[index] == 1):
            left, right = stretches[index : index + 2]
            if _is_beside(left.last, right.first) or self._is_above(left, right):
                stretches[index : index + 2] = [_joined(left, right)]
        return stretches

    def _is_above(self, left: _Stretch, right: _Stretch) -> bool:
        """Do they go on with each other on an upright line? PDFium puts a blank behind each character of such."""
        if self._style(left.start, left.head).manner.direction == "right":  # as nearly all
            return False
        before = self._style(left.end - 1, calls.text_object(self.handle, left.end - 1))
        after = self._style(right.start, right.head)
        if after.manner.direction == "right" or before.across != after.across:
            return False
        (_, top, _, bottom), (_, other_top, _, other_bottom) = left.last, right.first
        is_near = min(abs(other_bottom - top), abs(other_top - bottom)) <= BLANK * before.size
        return is_near or _is_elsewhere(left.last, before) or _is_elsewhere(right.first, after)

    def _built(self, start: int, end: int) -> list[Word]:
        """The words of a stretch, sorted out character by character."""
        glyphs = _put_back(list(self._glyphs(start, end)))
        self.glyphs += len(glyphs)
        self.unreadable += sum(map(is_unreadable, glyphs))
        words = build_words(glyphs)
        self.torn += self.text[start:end].isalpha() and any(word.text[:1].islower() for word in words[1:])
        return words

    def _plain_word(self, stretch: _Stretch) -> Word | None:
        """A stretch as a word, unless its characters are slanted, unknown, set differently or apart."""
        start, end, _, (x0, _, _, _), (_, _, x1, _), head = stretch
        style = self._style(start, head)
        manner, size, _, level, _, _, shared = style
        if not level:
            return None
        text = self.text[start:end]
        width = manner.known.get(text)
        is_known = width is not None and abs(x1 - x0 - width) <= BLANK * size
        if not (is_known or self._is_word(stretch, text, style)):
            return None
        self.glyphs += end - start
        return tuple.__new__(Word, (text, (x0, level[0], x1, level[1]), *shared))

    def _is_word(self, stretch: _Stretch, text: str, style: _Style) -> bool:
        """Are the characters known, set alike and next to each other? What is found out of them is noted."""
        start, end, _, (x0, _, _, _), (_, _, x1, _), head = stretch
        tail, manner = calls.text_object(self.handle, end - 1), style.manner
        if (tail != head and self._style(end - 1, tail) is not style) or not self._is_mapped(start, text, manner.font):
            return False
        if not manner.widths.keys() >= set(text):
            return self._learn(start, end, style)
        width = sum(map(manner.widths.__getitem__, text))
        if abs(x1 - x0 - width) > BLANK * style.size:
            return self._learn(start, end, style)
        manner.known[text] = width
        return True

    def _learn(self, start: int, end: int, style: _Style) -> bool:
        """Note how wide the characters are, if they follow each other closely."""
        boxes = self._boxes(range(start, end))
        if not _is_close(boxes, style.size):
            return False
        placed = zip(self.text[start:end], boxes, strict=True)
        style.manner.widths.update((character, x1 - x0) for character, (x0, _, x1, _) in placed)
        return True

    def _is_mapped(self, start: int, text: str, font: str) -> bool:
        """Does the font say which characters these are? Asked once a page for each of a font's characters."""
        known = self.mapped[font]
        if known.issuperset(text):
            return True
        for char in set(text) - known:
            if calls.has_no_meaning(self.handle, start + text.index(char)) == 1:
                return False
            known.add(char)
        return True

    def _glyphs(self, start: int, end: int) -> Iterator[Glyph]:
        """The characters one by one, without blanks; those that share a box are one glyph (a ligature)."""
        held: Glyph | None = None
        for index, measured in zip(range(start, end), self._boxes(range(start, end)), strict=True):
            if self.text[index].isspace():
                continue
            style = self._style(index, calls.text_object(self.handle, index))
            box = _set_box(measured, style)
            char = self.text[index] if self._is_mapped(index, self.text[index], style.manner.font) else "\ufffd"
            if held and held.box == box:
                held = held._replace(text=held.text + char)
                continue
            if held:
                yield held
            font, _, bold, direction, *_ = style.manner
            held = Glyph(char, box, style.size, font, direction, bold, style.colour, style.tag)
        if held:
            yield held

    def _style(self, index: int, address: int | None) -> _Style:
        """How a character of a text object is set."""
        if address not in self.styles:
            self._read_styles({address: index})
        return self.styles[address]

    def _read_styles(self, objects: Mapping[int | None, int]) -> None:
        """Note how some text objects are set, of each of which the place of one character is given."""
        indices, addresses = list(objects.values()), [address or 0 for address in objects]
        matrices, _ = calls.written(c_float, 6, calls.char_matrix, repeat(self.handle), indices, count=len(indices))
        sizes = map(calls.font_size, repeat(self.handle), indices)
        fonts, modes = map(calls.font_of, addresses), map(calls.render_mode, addresses)
        manners = zip(*matrices[:4], sizes, fonts, modes, strict=True)
        looks = zip(*matrices[4:], fill_colours(addresses), map(self.tag_of, addresses), strict=True)
        self.styles |= {
            address: self._set_style(self._manner(key), index, *look)
            for (address, index), key, look in zip(objects.items(), manners, looks, strict=True)
        }

    def _set_style(
        self, manner: _Manner, index: int, e: float, f: float, colour: str | None, tag: Tag | None
    ) -> _Style:
        """The style of text that is set in a manner from a point of the page on; that of a line is made once."""
        x, y = self.view.point(e, f)
        base, size = y if manner.direction == "right" else x, manner.size or self._height(index)
        key = base, size, colour, tag
        style = manner.styles.get(key)
        if style is None:
            style = manner.styles[key] = _style(manner, base, size, colour or BLACK, tag)
        return style

    def _height(self, index: int) -> float:
        ((_, top, _, bottom),) = self._boxes([index])
        return bottom - top

    def _manner(self, key: tuple[float, float, float, float, float, int | None, int]) -> _Manner:
        manner = self.manners.get(key)
        if manner is None:
            manner = self.manners[key] = self._read_manner(*key)
        return manner

    def _read_manner(self, a: float, b: float, c: float, d: float, size: float, font: int | None, mode: int) -> _Manner:
        matrix = Matrix(a, b, c, d).then(self.view)
        name, bold = self._font(font)
        widths, known = self.known.setdefault((name, size, *matrix[:4]), ({}, {}))
        shown = round(size * matrix.height, 1)
        direction = _direction(matrix)
        turns = {"up": 1, "down": 3, "right": 0 if matrix.a >= 0 else 2}[direction]
        outlined = mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE  # as programs do for a font without a bold cut
        return _Manner(name, shown, bold or outlined, direction, _is_straight(matrix), widths, known, {}, turns)

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


def _boxes(handle: int, indices: Sequence[int], view: Matrix) -> list[Box]:
    """The boxes of some characters as displayed."""
    (left, top, right, bottom), _ = calls.written(
        c_float, 4, calls.loose_box, repeat(handle), indices, count=len(indices)
    )
    level, upright = (left, right), (bottom, top)
    x0, x1 = _moved(level if view.a else upright, view.a or view.c, view.e)
    upper, lower = _moved(upright if view.d else level, view.d or view.b, view.f)
    return list(zip(x0, upper, x1, lower, strict=True))


def _moved(ends: tuple[list[float], list[float]], factor: float, offset: float) -> tuple[list[float], list[float]]:
    """The lower and upper ends of stretches that are turned or moved."""
    low, high = ends if factor > 0 else ends[::-1]
    if (factor, offset) == (1, 0):
        return low, high
    return [factor * place + offset for place in low], [factor * place + offset for place in high]


def _style(manner: _Manner, base: float, size: float, colour: str, tag: Tag | None) -> _Style:
    across = _across(manner.direction, size, base) if manner.straight else None
    shared = size, manner.font, manner.bold, False, "right", (), colour, tag, manner.widths
    return _Style(manner, size, across, across if manner.direction == "right" else None, colour, tag, shared)


def _joined(left: _Stretch, right: _Stretch) -> _Stretch:
    return _Stretch(left.start, right.end, False, left.first, right.last, left.head)


def _is_beside(left: Box, right: Box) -> bool:
    """Do two characters stand close to each other, though perhaps one raised?"""
    near = abs(right[0] - left[2]) <= BLANK * (left[3] - left[1])
    return near and share((left[1], left[3]), (right[1], right[3])) >= SUPERSCRIPT


def _is_close(boxes: Sequence[Box], size: float) -> bool:
    """Does behind each of the characters the next one follow, on its right and without a blank between?"""
    pairs = pairwise(boxes)
    return all(right[0] - left[2] <= BLANK * size and right[0] - left[0] > DOUBLED * size for left, right in pairs)


def _set_box(measured: Box, style: _Style) -> Box:
    """The box of a character: along its line as wide as it is, across as high as its type size."""
    x0, top, x1, bottom = measured
    if style.level:
        top, bottom = style.level
    elif style.across:
        x0, x1 = style.across
    return round(x0, 3), round(top, 3), round(x1, 3), round(bottom, 3)


def _read_font(address: int | None) -> _Font:
    name = create_string_buffer(NAME_BYTES)
    if address:
        calls.font_name(address, addressof(name), NAME_BYTES)
    text = name.value.decode("utf-8", "replace")
    return _Font(text, is_bold(text))


def _is_elsewhere(box: Box, style: _Style) -> bool:
    """Does the box stand beside its own line? So PDFium misplaces the letters of upright ligatures."""
    return style.across is not None and not style.across[0] <= (box[0] + box[2]) / 2 <= style.across[1]


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
