"""Characters to words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from typing import NamedTuple, Protocol, TypeVar

from ...passage import Box, union
from .ink import BLACK, Direction, Run, share
from .tags import Tag, in_different_cells

BLANK = 0.15  # of the type size: a wider gap between characters parts two words
SUPERSCRIPT = 0.3  # of the smaller height: characters of a word share so much of it at least
DOUBLED = 0.1  # of the type size: the same character again within this distance only makes it look bold
OVERLAP = 1.0  # points: as much of two runs may overlap that stand side by side
TILE = 16  # points: where the same text is looked for
ASCENT, DESCENT = 0.79, 0.21  # of the type size: how far a character's box reaches above and below its baseline

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_CLEAN = {**_LIGATURES, "\xad": "-", "\0": "\ufffd"}  # a soft hyphen that is drawn is a hyphen
_UNSEEN = frozenset("\u200b\u200c\u200d\u2060\ufeff")
_BOLD = ("bold", "black", "heavy", "demi")
_SYMBOLS = ("symbol", "dingbat", "wingding", "webding")  # their private-use characters are bullets


class _Placed(Protocol):
    """Text with a box and a type size."""

    @property
    def text(self) -> str: ...
    @property
    def box(self) -> Box: ...
    @property
    def size(self) -> float: ...


P = TypeVar("P", bound=_Placed)


class Glyph(NamedTuple):
    """A character as drawn. `text` may hold several code points, or white space."""

    text: str
    box: Box
    size: float
    font: str
    direction: Direction = "right"
    bold: bool = False
    colour: str = BLACK
    tag: Tag | None = None

    @property
    def along(self) -> tuple[float, float]:
        """Where it begins and ends in the direction of reading."""
        x0, top, x1, bottom = self.box
        return {"right": (x0, x1), "down": (top, bottom), "up": (-bottom, -top)}[self.direction]

    @property
    def across(self) -> tuple[float, float]:
        """Where it begins and ends from line to line."""
        x0, top, x1, bottom = self.box
        return (top, bottom) if self.direction == "right" else (x0, x1)


def build_words(glyphs: Iterable[Glyph]) -> list[Run]:
    """The words, in the order the file draws them."""
    seen = (glyph for glyph in glyphs if glyph.text not in _UNSEEN)
    return [_word(run) for run in _runs(undoubled(seen))]


def undoubled(placed: Iterable[P]) -> Iterator[P]:
    """The characters (or runs) without those drawn again (nearly) on top of themselves."""
    held = [*placed]
    repeated = {text for text, count in Counter([one.text for one in held]).items() if count > 1}
    seen: dict[tuple[str, int, int], list[Box]] = {}
    return (one for one in held if one.text not in repeated or not _is_again(one, seen))


def _is_again(one: _Placed, seen: dict[tuple[str, int, int], list[Box]]) -> bool:
    """Was the same text seen at (nearly) the same place? Its box is noted by the tile of the page it begins in."""
    text, (x, y, _, _) = one.text, one.box
    tile = text, int(x // TILE), int(y // TILE)
    reach = DOUBLED * one.size
    if reach <= x % TILE <= TILE - reach and reach <= y % TILE <= TILE - reach:
        near = seen.get(tile, ())
    else:
        near = [other for around in _tiles(x, y, reach) for other in seen.get((text, *around), ())]
    if near and any(abs(other[0] - x) < reach and abs(other[1] - y) < reach for other in near):
        return True
    seen.setdefault(tile, []).append(one.box)
    return False


def _tiles(x: float, y: float, reach: float) -> Iterator[tuple[int, int]]:
    """The tiles of the page that are in reach of a point."""
    columns = range(int((x - reach) // TILE), int((x + reach) // TILE) + 1)
    return product(columns, range(int((y - reach) // TILE), int((y + reach) // TILE) + 1))


def collide(boxes: Iterable[Box]) -> bool:
    """Do any of the boxes that begin at one height overlap, as those of words drawn twice do?"""
    rows: dict[float, list[Box]] = defaultdict(list)
    for box in boxes:
        rows[box[1]].append(box)
    return any(left[2] > right[0] + OVERLAP for row in rows.values() for left, right in pairwise(sorted(row)))


def is_bold(font: str) -> bool:
    """Is it the name of a bold font?"""
    return any(sign in font.lower() for sign in _BOLD)


def is_unreadable(glyph: Glyph) -> bool:
    """Does the file not say which character this is? Private-use glyphs in a symbol font are bullets."""
    private = "\ue000" <= glyph.text[0] <= "\uf8ff"
    symbol = any(name in glyph.font.lower() for name in _SYMBOLS)
    nameless = glyph.text.startswith("(cid:") or glyph.text[0] == "\ufffd" or glyph.text[0] < " "
    return nameless or (private and not symbol)


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    run: list[Glyph] = []
    for glyph in glyphs:
        blank = not glyph.text.strip()
        if run and (blank or _parts(run[-1], glyph)):
            yield run
            run = []
        if not blank:
            run.append(glyph)
    if run:
        yield run


def _parts(left: Glyph, right: Glyph) -> bool:
    """Does a new word begin between two characters drawn one after the other?"""
    if left.direction != right.direction or in_different_cells(left.tag, right.tag):
        return True
    size = max(left.size, right.size)
    gap = right.along[0] - left.along[1]
    back = right.along[0] < left.along[0]
    return back or gap > BLANK * size or share(left.across, right.across) < SUPERSCRIPT


def _word(run: list[Glyph]) -> Run:
    texts = [_clean(glyph.text) for glyph in run]
    first = run[0]
    placed = zip(run, texts, strict=True) if first.direction == "right" else ()
    return Run(
        text="".join(texts),
        box=union(glyph.box for glyph in run) or first.box,
        size=round(max(glyph.size for glyph in run), 1),
        font=first.font,
        bold=first.bold,
        direction=first.direction,
        places=tuple(x for glyph, text in placed for x in _spread(glyph, text)),
        colour=first.colour,
        tag=first.tag,
    )


def _clean(text: str) -> str:
    """The characters of a glyph: ligatures taken apart, those the file gives no meaning as U+FFFD."""
    if text.startswith("(cid:"):
        return "\ufffd"
    return "".join(
        _CLEAN.get(char, "\ufffd" if "\ud800" <= char <= "\udfff" else char) for char in "".join(text.split())
    )


def _spread(glyph: Glyph, text: str) -> Iterator[float]:
    """The centres of the code points of one glyph (a ligature has several)."""
    x0, x1 = glyph.along
    return (x0 + (x1 - x0) * (index + 0.5) / len(text) for index in range(len(text)))
