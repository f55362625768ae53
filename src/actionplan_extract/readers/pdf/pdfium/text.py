"""The words of a page by PDFium, in runs.

Most words stand in a line of others that are set alike, in ordinary characters as wide as they always are. Such a run
is told by where it begins and ends; `singly` sorts out the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from ....limits import DEFAULT, Limits
from ....passage import Box
from ..geometry import Matrix
from ..ink import Run
from ..words import BLANK, collide, undoubled
from . import calls
from .characters import Characters
from .setting import Style, Widths
from .singly import Stretch, Tally, is_beside, words_in
from .structure import TagsOf, untagged

TURNED = 0.8  # share of a page's characters: so many run another way on a page that is displayed sideways,
A_FEW = 20  # and more than so many
AMISS = 0.08  # of the type size: a run that is wider or narrower by more holds other gaps than blanks
WIDEST = 0.6  # of the type size: no blank is wider

# Control and unseen characters, ligatures, soft hyphens, private-use characters and what stands for no character.
_SPECIAL = "\0-\x20\xad\u200b-\u200d\u2060\ufeff\ufb00-\ufb06\ue000-\uf8ff\ufffd-\uffff\ud800-\udfff"
_STRETCH = re.compile(rf"(?P<plain>[^\s{_SPECIAL}]++)(?!\S)|\S+")


@dataclass(frozen=True, slots=True)
class PageText:
    """The words of a page in the order PDFium reads them; the rest as in `Ink`.

    `characters` counts the blanks, too, `outside` the words beside the frame; `turns` is how many quarter turns
    clockwise would set most of the text level, `torn` counts the words whose letters stand apart.
    """

    runs: tuple[Run, ...]
    characters: int
    glyphs: int
    unreadable: int
    limits: tuple[str, ...]
    outside: int = 0
    turns: int = 0
    torn: int = 0


def read_text(
    page: Any, view: Matrix, frame: Box, known: Widths, tags_of: TagsOf = untagged, limits: Limits = DEFAULT
) -> PageText:
    """The words that begin in the frame, of a page that `view` displays; `tags_of` tells the tags of text objects.

    `known` is added to.
    """
    handle = pdfium.FPDFText_LoadPage(page)
    if not handle:
        return PageText((), 0, 0, 0, ())
    try:
        return _Text(Characters(handle, view, known, tags_of, limits)).read(frame)
    finally:
        pdfium.FPDFText_ClosePage(handle)


class _Group(NamedTuple):
    """The stretches [start, end) of a page, which may be a run; the boxes of its first and last character, its text.

    `amiss` is how much wider it is than its characters and blanks, in type sizes; None where those are not known.
    """

    start: int
    end: int
    first: Box
    last: Box
    text: str
    amiss: float | None


class _Text:
    """A page's text in the stretches between blanks, whose places and styles are held in lists side by side."""

    def __init__(self, characters: Characters) -> None:
        self.characters = characters
        found = [*_STRETCH.finditer(characters.text)]
        self.starts, self.ends = [match.start() for match in found], [match.end() for match in found]
        self.is_plain = [match.lastgroup is not None for match in found]
        self.styles = characters.settings.of(self.starts)
        self.tally = Tally()

    def read(self, frame: Box) -> PageText:
        """The words in the frame, those drawn twice only once."""
        runs = [*self._runs(frame)]
        if collide(run.box for run in runs):
            runs = [word for run in runs for word in run.words]
        characters, tally = self.characters, self.tally
        turns = _turns(zip(self.styles, self.starts, self.ends, strict=True)) if characters.settings.is_turned else 0
        counts = len(characters.text), tally.glyphs, tally.unreadable
        return PageText(tuple(undoubled(runs)), *counts, characters.limits, tally.outside, turns, tally.torn)

    def _runs(self, frame: Box) -> Iterator[Run]:
        """The runs in order: groups that pass for one, and the stretches of those that do not one by one."""
        groups = [*self._groups()]
        found = self._told(groups, frame)
        for is_run, neighbours in groupby(zip(groups, found, strict=True), lambda each: each[1] is not None):
            held = [*neighbours]
            if is_run:
                yield from self._counted(run for _, run in held if run)
            else:
                yield from self._singly([group for group, _ in held], frame)

    def _counted(self, runs: Iterable[Run]) -> Iterator[Run]:
        for run in runs:
            self.tally.glyphs += len(run.text) - run.text.count(" ")
            yield run

    def _groups(self) -> Iterator[_Group]:
        """Stretches of plain characters, a blank between them, which are set alike."""
        firsts = [place for place, begins in enumerate(self._begins()) if begins]
        ends = [*firsts[1:], len(self.starts)] if firsts else []
        boxes = self.characters.boxes([self.starts[first] for first in firsts])
        last_boxes = self.characters.boxes([self.ends[end - 1] - 1 for end in ends])
        for group in map(self._group, firsts, ends, boxes, last_boxes):
            is_wide = group.amiss is not None and group.amiss > AMISS
            yield from self._parts(group) if is_wide and group.end - group.start > 1 else (group,)

    def _begins(self) -> Iterator[bool]:
        """Does a group begin with each of the stretches?"""
        text, plain, styles = self.characters.text, self.is_plain, self.styles
        if styles:
            yield True
        each = zip(self.ends, self.starts[1:], plain, plain[1:], styles, styles[1:], strict=False)
        for end, start, before, after, style, following in each:
            yield not (before and after and style is following and text[end:start] == " ")

    def _group(self, start: int, end: int, first: Box, last: Box) -> _Group:
        """The group that some stretches are."""
        text, style = self.characters.text[self.starts[start] : self.ends[end - 1]], self.styles[start]
        try:
            usual = sum(map(style.manner.widths.__getitem__, text))
        except KeyError:
            return _Group(start, end, first, last, text, None)
        return _Group(start, end, first, last, text, (last[2] - first[0] - usual) / (style.size or 1.0))

    def _parts(self, group: _Group) -> Iterator[_Group]:
        """The parts of a group that are wider apart than a blank, perhaps in two cells."""
        start, end, first, last, *_ = group
        after = self.characters.boxes(self.starts[start + 1 : end])
        before = self.characters.boxes([place - 1 for place in self.ends[start : end - 1]])
        style = self.styles[start]
        widest = style.manner.widths[" "] + AMISS * style.size
        for place, left, right in zip(range(start + 1, end), before, after, strict=True):
            if right[0] - left[2] > widest:
                yield self._group(start, place, first, left)
                start, first = place, right
        yield self._group(start, end, first, last)

    def _told(self, groups: Sequence[_Group], frame: Box) -> list[Run | None]:
        """The groups as runs; None for those that pass for none, or go on in a neighbour without a blank."""
        handle, found = self.characters.handle, [self._run(group, frame) for group in groups]
        for place, (left, right) in enumerate(pairwise(groups)):
            if is_beside(left.last, right.first) and calls.is_made_up(handle, self.ends[left.end - 1]) == 1:
                found[place] = found[place + 1] = None
        return found

    def _run(self, group: _Group, frame: Box) -> Run | None:
        """A group as a run if all of it lies in the frame, and it is as wide as its characters and blanks are."""
        start, _, (x0, _, _, _), (_, _, x1, _), text, amiss = group
        style = self.styles[start]
        if amiss is None or abs(amiss) > AMISS or not style.level:
            return None
        (top, bottom), (left, upper, right, lower) = style.level, frame
        if not (left <= x0 and x1 <= right and upper <= (top + bottom) / 2 <= lower):
            return None
        if not self.characters.is_mapped(self.starts[start], text, style.manner.font):
            return None
        return style.run(text, x0, x1)

    def _singly(self, groups: Sequence[_Group], frame: Box) -> Iterator[Run]:
        """The words of neighbouring groups one by one; from the first two of a group is learnt how wide a blank is."""
        first, end = groups[0].start, groups[-1].end
        starts, ends = self.starts[first:end], self.ends[first:end]
        boxes = self.characters.boxes(starts), self.characters.boxes([place - 1 for place in ends])
        parts = [made_up != 1 for made_up in map(calls.is_made_up, repeat(self.characters.handle), ends)]
        stretches = [*map(Stretch, starts, ends, self.is_plain[first:end], parts, *boxes, self.styles[first:end])]
        yield from words_in(stretches, frame, self.characters, self.tally)
        for group in groups:
            if group.end - group.start > 1:
                _learn_blank(*stretches[group.start - first : group.start - first + 2])


def _learn_blank(left: Stretch, right: Stretch) -> None:
    """Note how wide the blank between two stretches is, if it could be one."""
    width, style = right.first[0] - left.last[2], left.style
    if BLANK * style.size < width <= WIDEST * style.size:
        style.manner.widths[" "] = width


def _turns(stretches: Iterable[tuple[Style, int, int]]) -> int:
    """How many quarter turns clockwise would set nearly all characters level; a mere word tells nothing."""
    count: Counter[int] = Counter()
    for style, start, end in stretches:
        count[style.manner.turns] += end - start
    turns, most = count.most_common(1)[0] if count else (0, 0)
    return turns if most > max(TURNED * count.total(), A_FEW) else 0
