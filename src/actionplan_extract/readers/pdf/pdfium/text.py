"""The words of a page by PDFium.

Most words are plain: one text object, level, its characters close to each other. Those are made at
once; `words` sorts out the others character by character.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from ctypes import POINTER, addressof, c_ushort, cast, create_string_buffer
from dataclasses import dataclass
from functools import partial
from itertools import pairwise, repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from ....limits import DEFAULT, Limits
from ....passage import Box
from ..geometry import Matrix
from ..ink import Word, share
from ..words import BLANK, DOUBLED, SUPERSCRIPT, Glyph, build_words, is_unreadable, undoubled
from . import calls
from .boxes import boxes_of
from .setting import Settings, Style, Widths
from .structure import TagOf, untagged

HYPHEN = "\ufffe"  # what PDFium makes of a hyphen at a line's end
TURNED = 0.8  # share of a page's characters: so many run another way on a page that is displayed sideways,
A_FEW = 20  # and more than so many

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


class _Stretch(NamedTuple):
    """The characters [start, end) between blanks, the boxes of the first and last, how the first is set.

    `is_plain`: all of them are ordinary characters.
    """

    start: int
    end: int
    is_plain: bool
    first: Box
    last: Box
    style: Style


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
        self.settings = Settings(self.handle, view, known, tag_of)
        self.text = _characters(handle, min(whole, most))
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
        turns = _turns(stretches) if self.settings.is_turned else 0
        counts = len(self.text), self.glyphs, self.unreadable
        return PageText(tuple(undoubled(words)), *counts, self.limits, outside, turns, self.torn)

    def _boxes(self, indices: Sequence[int]) -> list[Box]:
        """The boxes of some characters as displayed."""
        return boxes_of(self.handle, indices, self.view)

    def _stretches(self) -> list[_Stretch]:
        """Where blanks begin and end words; a blank that PDFium only made up does not between near characters."""
        found = [*_STRETCH.finditer(self.text)]
        starts, ends = [match.start() for match in found], [match.end() for match in found]
        plain = [match.lastgroup is not None for match in found]
        boxes = self._boxes(starts), self._boxes([end - 1 for end in ends])
        stretches = [*map(_stretch, zip(starts, ends, plain, *boxes, self.settings.of(starts), strict=True))]
        made_up = [*map(calls.is_made_up, repeat(self.handle), ends[:-1])]
        for index in (index for index in range(len(made_up) - 1, -1, -1) if made_up[index] == 1):
            left, right = stretches[index : index + 2]
            if _is_beside(left.last, right.first) or self._is_above(left, right):
                stretches[index : index + 2] = [_joined(left, right)]
        return stretches

    def _is_above(self, left: _Stretch, right: _Stretch) -> bool:
        """Do they go on with each other on an upright line? PDFium puts a blank behind each character of such."""
        after = right.style
        if "right" in (left.style.manner.direction, after.manner.direction):  # as nearly always
            return False
        before = self.settings.at(left.end - 1)
        if before.across != after.across:
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
        start, end, _, (x0, _, _, _), (_, _, x1, _), style = stretch
        manner, size, _, level, _, _, shared = style
        if not level:
            return None
        text = self.text[start:end]
        width = manner.known.get(text)
        is_known = width is not None and abs(x1 - x0 - width) <= BLANK * size
        if not (is_known or self._is_word(text, stretch)):
            return None
        self.glyphs += end - start
        return tuple.__new__(Word, (text, (x0, level[0], x1, level[1]), *shared))

    def _is_word(self, text: str, stretch: _Stretch) -> bool:
        """Are the characters known, set alike and next to each other? What is found out of them is noted."""
        start, end, _, (x0, _, _, _), (_, _, x1, _), style = stretch
        manner = style.manner
        if self.settings.at(end - 1) is not style or not self._is_mapped(start, text, manner.font):
            return False
        if not manner.widths.keys() >= set(text):
            return self._learn(start, end, style)
        width = sum(map(manner.widths.__getitem__, text))
        if abs(x1 - x0 - width) > BLANK * style.size:
            return self._learn(start, end, style)
        manner.known[text] = width
        return True

    def _learn(self, start: int, end: int, style: Style) -> bool:
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
            style = self.settings.at(index)
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


def _turns(stretches: Iterable[_Stretch]) -> int:
    """How many quarter turns clockwise would set nearly all characters level; a mere word tells nothing."""
    count: Counter[int] = Counter()
    for stretch in stretches:
        count[stretch.style.manner.turns] += stretch.end - stretch.start
    turns, most = count.most_common(1)[0] if count else (0, 0)
    return turns if most > max(TURNED * count.total(), A_FEW) else 0


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


def _joined(left: _Stretch, right: _Stretch) -> _Stretch:
    return _Stretch(left.start, right.end, False, left.first, right.last, left.style)


def _is_beside(left: Box, right: Box) -> bool:
    """Do two characters stand close to each other, though perhaps one raised?"""
    near = abs(right[0] - left[2]) <= BLANK * (left[3] - left[1])
    return near and share((left[1], left[3]), (right[1], right[3])) >= SUPERSCRIPT


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


def _is_elsewhere(box: Box, style: Style) -> bool:
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
