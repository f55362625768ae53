"""Words looked at one by one: where they begin and end, and what is in them if not plain characters side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ....passage import Box
from ..ink import Run, share
from ..words import BLANK, SUPERSCRIPT, build_words, is_unreadable
from .characters import Characters
from .setting import Style


class Stretch(NamedTuple):
    """The characters [start, end) between blanks, the boxes of the first and last, how the first is set.

    `is_plain`: all of them are ordinary characters. `parts`: the blank behind it is in the file, PDFium did not make
    it up.
    """

    start: int
    end: int
    is_plain: bool
    parts: bool
    first: Box
    last: Box
    style: Style


@dataclass(slots=True)
class Tally:
    """How many characters were seen (`glyphs`), and how many of them have no known meaning.

    `outside` counts the words beside the frame, `torn` those whose letters stand apart.
    """

    glyphs: int = 0
    unreadable: int = 0
    outside: int = 0
    torn: int = 0


def words_in(stretches: Sequence[Stretch], frame: Box, characters: Characters, tally: Tally) -> Iterator[Run]:
    """The words of neighbouring stretches that begin in the frame; `tally` is added to."""
    left, upper, right, lower = frame
    for stretch in _joined(stretches, characters):
        x0, top, x1, bottom = stretch.first
        if not (left <= (x0 + x1) / 2 <= right and upper <= (top + bottom) / 2 <= lower):
            tally.outside += 1
            continue
        word = _plain_word(stretch, characters) if stretch.is_plain else None
        if word:
            tally.glyphs += len(word.text)
            yield word
        else:
            yield from _built(stretch, characters, tally)


def _joined(stretches: Sequence[Stretch], characters: Characters) -> list[Stretch]:
    """The stretches; a blank that PDFium only made up parts no near characters."""
    found = list(stretches)
    for index in (index for index in range(len(found) - 2, -1, -1) if not found[index].parts):
        left, right = found[index : index + 2]
        if is_beside(left.last, right.first) or _is_above(left, right, characters):
            found[index : index + 2] = [
                Stretch(left.start, right.end, False, right.parts, left.first, right.last, left.style)
            ]
    return found


def is_beside(left: Box, right: Box) -> bool:
    """Do two characters stand close to each other, though perhaps one raised?"""
    near = abs(right[0] - left[2]) <= BLANK * (left[3] - left[1])
    return near and share((left[1], left[3]), (right[1], right[3])) >= SUPERSCRIPT


def _is_above(left: Stretch, right: Stretch, characters: Characters) -> bool:
    """Do they go on with each other on an upright line? PDFium puts a blank behind each character of such."""
    after = right.style
    if "right" in (left.style.manner.direction, after.manner.direction):  # as nearly always
        return False
    before = characters.settings.at(left.end - 1)
    if before.across != after.across:
        return False
    (_, top, _, bottom), (_, other_top, _, other_bottom) = left.last, right.first
    is_near = min(abs(other_bottom - top), abs(other_top - bottom)) <= BLANK * before.size
    return is_near or _is_elsewhere(left.last, before) or _is_elsewhere(right.first, after)


def _is_elsewhere(box: Box, style: Style) -> bool:
    """Does the box stand beside its own line? So PDFium misplaces the letters of upright ligatures."""
    return style.across is not None and not style.across[0] <= (box[0] + box[2]) / 2 <= style.across[1]


def _built(stretch: Stretch, characters: Characters, tally: Tally) -> list[Run]:
    """The words of a stretch, sorted out character by character."""
    glyphs = characters.glyphs(stretch.start, stretch.end)
    tally.glyphs += len(glyphs)
    tally.unreadable += sum(map(is_unreadable, glyphs))
    words = build_words(glyphs)
    is_word = characters.text[stretch.start : stretch.end].isalpha()
    tally.torn += is_word and any(word.text[:1].islower() for word in words[1:])
    return words


def _plain_word(stretch: Stretch, characters: Characters) -> Run | None:
    """A stretch as a word, unless its characters are slanted, unknown, set differently or apart."""
    text, style = characters.text[stretch.start : stretch.end], stretch.style
    if not style.level or not _is_word(text, stretch, characters):
        return None
    return style.run(text, stretch.first[0], stretch.last[2])


def _is_word(text: str, stretch: Stretch, characters: Characters) -> bool:
    """Are the characters known, set alike and next to each other? What is found out of them is noted."""
    start, end, style = stretch.start, stretch.end, stretch.style
    widths = style.manner.widths
    if characters.settings.at(end - 1) is not style or not characters.is_mapped(start, text, style.manner.font):
        return False
    if widths.keys() >= set(text):
        width = sum(map(widths.__getitem__, text))
        if abs(stretch.last[2] - stretch.first[0] - width) <= BLANK * style.size:
            return True
    return characters.learn(start, end, style)
