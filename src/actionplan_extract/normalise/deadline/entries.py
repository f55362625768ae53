"""Divides a cell into its entries: lines, bullets, semicolons, "and then", sentences, labelled dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .marks import Again, Mark, Offset, Revision, State, When
from .scan import is_meaningful
from .tokens import BULLETS, Token

_BULLETS = frozenset(BULLETS)
_CONTINUING = frozenset({"and", "&", "suffix", "(", ")", ",", "/", "of"})
_UNFINISHED = frozenset({"and", "&", "-", ",", "of", "modality", "determiner", "function", "/", "(", "label", ":"})
_CONTENT = frozenset({"word", "forum", "phase", "reference", "title", "achieved", "begun", "generic", "money", "event"})


class Entry(NamedTuple):
    """The tokens [start, stop) of one entry and the marks in them."""

    start: int
    stop: int
    marks: list[Mark]


class Cut(NamedTuple):
    """A place where an entry may end (before `stop`) and the next begin (at `start`)."""

    stop: int
    start: int
    sign: str


def divide(t: Sequence[Token], marks: Sequence[Mark]) -> list[Entry]:
    """The entries of a cell in order; each holds at least a word."""
    length = next(i for i, token in enumerate(t) if token.kind == "end")
    cuts = _outside(list(_cuts(t, length)), marks)
    blocks = _merged(t, _entries(0, length, [cut for cut in cuts if cut.sign == "hard"], marks))
    soft = [cut for cut in cuts if cut.sign != "hard"]
    entries = [entry for block in blocks for entry in _split(t, block, soft)]
    return [entry for entry in map(lambda entry: _trimmed(t, entry), entries) if entry.start < entry.stop]


def mark_bullets(t: list[Token]) -> list[Token]:
    """The tokens with list marks told from dashes and numbers: each becomes one token of kind "•"."""
    starts = [i for i, token in enumerate(t) if (i == 0 or token.line) and token.kind != "end"]
    dashes = [i for i in starts if t[i].kind == "-" and t[i + 1].gap]
    many = len(dashes) > 1 or dashes[:1] == [0]
    numbered = [i for i in starts if t[i].kind == "number" and t[i + 1].kind == "." and t[i + 2].gap]
    marks = {i: i + 1 for i in dashes if many} | {i: i + 2 for i in numbered if len(numbered) > 1}
    marks |= {i: i + 2 for i in starts if t[i + 1].kind == ")" and len(t[i].text) <= 3 and t[i + 2].gap}
    return [token for i, token in _replaced(t, marks)] if marks else t


def _replaced(t: list[Token], marks: dict[int, int]) -> Iterator[tuple[int, Token]]:
    skip = 0
    for i, token in enumerate(t):
        if i in marks:
            skip = marks[i]
            yield i, token._replace(kind="•", end=t[skip - 1].end)
        elif i >= skip:
            yield i, token


def _cuts(t: Sequence[Token], length: int) -> Iterator[Cut]:
    """Every place where an entry might end; within brackets only where a line does."""
    depth = 0
    for i in range(length):
        token = t[i]
        depth += (token.kind == "(") - (token.kind == ")" and depth > 0)
        if token.kind in _BULLETS:
            yield Cut(i, i + 1, "hard")
        elif token.kind in (";", "then"):
            yield Cut(i, i + 1, "hard")
        elif token.line and i and not _is_continued(t, i):
            yield Cut(i, i, "hard")
        elif depth:
            continue
        elif token.kind == "." and t[i + 1].gap:
            yield Cut(i + 1, i + 1, "sentence")
        elif token.kind in (",", "|") or (token.kind == "-" and token.gap and t[i + 1].gap):
            yield Cut(i, i + 1, "comma")
        elif token.kind in ("and", "&", "+"):
            yield Cut(i, i + 1, "and")
        elif token.capital or token.kind == "phase":
            yield Cut(i, i, "label")


def _is_continued(t: Sequence[Token], i: int) -> bool:
    """Does the line that begins with token `i` go on with the statement of the line before?"""
    token = t[i]
    lower = not token.capital and token.kind in ("word", "function", "forum", "label", "generic", "modality")
    return (
        token.kind in _CONTINUING
        or (token.kind == "modality" and token.value == "until")
        or t[i - 1].kind in _UNFINISHED
        or (lower and token.text[:1].isalpha())
    )


def _outside(cuts: list[Cut], marks: Sequence[Mark]) -> list[Cut]:
    """The cuts that do not run through a mark."""
    inside = {i for mark in marks for i in range(mark.start + 1, mark.stop)}
    return [cut for cut in cuts if cut.start not in inside and cut.stop not in inside]


def _entries(start: int, stop: int, cuts: Sequence[Cut], marks: Sequence[Mark]) -> list[Entry]:
    entries, left = [], iter(marks)
    mark = next(left, None)
    for cut in [*cuts, Cut(stop, stop, "hard")]:
        held = []
        while mark is not None and mark.start < cut.stop:
            held.append(mark)
            mark = next(left, None)
        if cut.stop > start:
            entries.append(Entry(start, cut.stop, held))
        start = cut.start
    return entries


def _merged(t: Sequence[Token], blocks: list[Entry]) -> list[Entry]:
    """The blocks, those that say nothing of time joined to the one they belong to."""
    merged: list[Entry] = []
    waiting: list[Entry] = []
    for position, block in enumerate(blocks):
        if block.marks:
            start = waiting[0].start if waiting else block.start
            merged.append(Entry(start, block.stop, block.marks))
            waiting = []
        elif merged and not waiting and (not t[block.start].capital or position == len(blocks) - 1):
            merged[-1] = Entry(merged[-1].start, block.stop, merged[-1].marks)
        else:
            waiting.append(block)
    if waiting and merged:
        merged[-1] = Entry(merged[-1].start, waiting[-1].stop, merged[-1].marks)
    elif waiting:
        merged.append(Entry(waiting[0].start, waiting[-1].stop, []))
    return merged


def _split(t: Sequence[Token], block: Entry, cuts: Sequence[Cut]) -> list[Entry]:
    """The entries of a block, divided where both sides make a statement of their own."""
    marks = [mark for mark in block.marks if is_meaningful(mark)]
    if len(marks) < 2:
        return [block]
    start, chosen = block.start, []
    for cut in cuts:
        if not block.start < cut.stop <= cut.start < block.stop:
            continue
        left = [mark for mark in marks if start <= mark.start < cut.stop]
        right = next((mark for mark in marks if mark.start >= cut.start), None)
        if left and right and _divides(t, cut, left, right):
            chosen.append(cut)
            start = cut.start
    return _entries(block.start, block.stop, chosen, block.marks)


def _divides(t: Sequence[Token], cut: Cut, left: list[Mark], right: Mark) -> bool:
    """Does the cut separate two statements, the right one beginning with this mark?"""
    if any(isinstance(mark.sense, Revision) for mark in (*left, right)):
        return False
    if cut.sign == "sentence":
        return True
    spoken = has_content(t, cut.start, right.start)
    if isinstance(right.sense, When):
        if cut.sign == "label":
            return spoken and left[-1].stop == cut.stop and (t[cut.start].kind == "phase" or _is_mixed_case(t))
        return spoken or any(isinstance(mark.sense, When) for mark in left)
    lasting = isinstance(right.sense, State) and right.sense.kind == "ongoing"
    return spoken and cut.sign != "label" and (lasting or isinstance(right.sense, Again | Offset))


def _is_mixed_case(t: Sequence[Token]) -> bool:
    """Do capitals mean anything in this text?"""
    return any(token.kind == "word" and not token.capital for token in t)


def has_content(t: Sequence[Token], start: int, stop: int) -> bool:
    """Is there a word with a meaning of its own among the tokens?"""
    return any(t[i].kind in _CONTENT for i in range(start, stop))


def _trimmed(t: Sequence[Token], entry: Entry) -> Entry:
    """The entry without list marks and separators at its ends."""
    start, stop, marks = entry
    while start < stop and (t[start].kind in _BULLETS or t[start].kind in (";", ",", "then")):
        start += 1
    while stop > start and (t[stop - 1].kind in _BULLETS or t[stop - 1].kind == ";"):
        stop -= 1
    return Entry(start, stop, marks)
