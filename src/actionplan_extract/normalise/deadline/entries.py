"""Divides a cell into its entries: lines, bullets, semicolons, "and then", sentences, labelled dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple, get_args

from .marks import Again, Mark, Offset, Revision, Sense, State, Trigger, When
from .tokens import BULLETS, LOOKAHEAD, Token
from .words import word_set

_SEPARATORS = frozenset({*BULLETS, ";", "then"})
_NOT_FIRST, _NOT_LAST = _SEPARATORS | {",", ")"}, _SEPARATORS | {"("}
_CONTINUING = frozenset({"and", "&", "suffix", "(", ")", ",", "/", "of", "revised", "superseded"})
_UNFINISHED = frozenset({"and", "&", "-", ",", "of", "modality", "determiner", "function", "/", "(", "label", ":"})
_RUNNING = frozenset({"word", "function", "forum", "label", "generic", "modality", "conditional"})
_CONTENT = frozenset(
    {"word", "forum", "plan", "place", "phase", "reference", "title", "achieved", "begun", "generic", "money", "event"}
)


Sign = Literal["hard", "line", "sentence", "comma", "and", "dash", "label"]
_CLARITY: tuple[Sign, ...] = get_args(Sign)
"""The signs, the clearest first."""


class Entry(NamedTuple):
    """The tokens [start, stop) of one entry and the marks in them."""

    start: int
    stop: int
    marks: list[Mark[Sense]]


class Cut(NamedTuple):
    """A place where an entry may end (before `stop`) and the next begin (at `start`).

    A "hard" cut parts whatever says something of time, the others only what makes two statements.
    """

    stop: int
    start: int
    sign: Sign


def divide(t: Sequence[Token], marks: Sequence[Mark[Sense]], has_case: bool) -> list[Entry]:
    """The entries of a cell in order; each holds at least a token. `has_case` tells whether capitals mean anything."""
    length = len(t) - LOOKAHEAD
    if len(marks) < 2:  # the rest joins what says something of time
        entry = _trimmed(t, Entry(0, length, [*marks]))
        return [entry if entry.start < entry.stop else Entry(0, length, [])] if length else []
    inside = {i for mark in marks for i in range(mark.start + 1, mark.stop)}
    cuts = [cut for cut in _cuts(t, length) if cut.start not in inside and cut.stop not in inside]
    hard = [cut for cut in cuts if cut.sign == "hard"]
    soft = [cut for cut in cuts if cut.sign != "hard"]
    blocks = _merged(t, _entries(0, length, hard, marks))
    entries = (_trimmed(t, entry) for block in blocks for entry in _split(t, block, soft, has_case))
    return [entry for entry in entries if entry.start < entry.stop]


# List marks ------------------------------------------------------------------


def mark_bullets(t: list[Token]) -> list[Token]:
    """The tokens with list marks told from dashes and numbers: each becomes one token of kind "•"."""
    opens = t[0].kind in ("-", "(") or t[0].text == "o" or (t[0].text == "1" and t[1].kind == ".")
    if not opens and not [token for token in t if token.line or token.kind in (";", ")")]:
        return t
    starts = [0, *(i + 1 for i, token in enumerate(t[:-1]) if token.kind == ";" or t[i + 1].line)]
    stops = dict(_list_marks(t, starts))
    if not stops:
        return t
    marked, i = [], 0
    while i < len(t):
        stop = stops.get(i, 0)
        marked.append(replace(t[i], kind="•", end=t[stop - 1].end) if stop else t[i])
        i = stop or i + 1
    return marked


def _list_marks(t: Sequence[Token], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where list marks start and stop: dashes and numbers where there are several, "a)" always."""
    dashes = [i for i in starts if t[i].kind == "-" and t[i + 1].gap]
    numbers = [i for i in starts if _is_numeral(t[i]) and t[i + 1].kind == "." and t[i + 2].gap]
    if len(dashes) > 1 or dashes[:1] == [0]:
        yield from ((i, i + 1) for i in dashes)
    if len(numbers) > 1:
        yield from ((i, i + 2) for i in numbers)
    elif numbers == [0]:
        yield from _running_numbers(t)
    yield from ((i, i + 2) for i in starts if t[i + 1].kind == ")" and len(t[i].text) <= 3 and t[i + 2].gap)
    yield from ((i, i + 3) for i in starts if t[i].kind == "(" and _is_numeral(t[i + 1]) and _opens_item(t, i + 2))
    yield from ((i, i + 1) for i in starts if t[i].text == "o" and t[i].kind == "word" and t[i + 1].gap)
    points = [i for i in starts if _is_numeral(t[i]) and _is_decimal_mark(t, i + 1)]
    if len(points) > 1:
        yield from ((i, i + 3) for i in points)
    inline = [mark for i, token in enumerate(t) if token.kind == ")" and i and (mark := _inline_mark(t, i))]
    if len(inline) > 1:
        yield from inline


def _running_numbers(t: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The marks of a list that runs on in one line: "1. June 2024 2. September 2024"."""
    points = (i for i in range(len(t) - 1) if t[i].kind == "number" and t[i + 1].kind == "." and t[i + 2].gap)
    counted = [i for n, i in enumerate(points, 1) if t[i].text == str(n)]
    if len(counted) > 1:
        yield from ((i, i + 2) for i in counted)


def _is_numeral(token: Token) -> bool:
    """Can it number a list item: "1", "b", "iii"?"""
    return (token.kind == "number" and len(token.value) < 3) or len(token.text) == 1 or not set(token.text) - set("ivx")


def _opens_item(t: Sequence[Token], i: int) -> bool:
    """Does a closing bracket stand here with an item behind it in its line?"""
    return t[i].kind == ")" and t[i + 1].kind != "end" and not t[i + 1].line


def _is_decimal_mark(t: Sequence[Token], i: int) -> bool:
    """Does ".2 " with more than a year behind it stand here?"""
    close = t[i].kind == "." and t[i + 1].kind == "number" and not (t[i].gap or t[i + 1].gap)
    return close and len(t[i + 1].value) < 3 and t[i + 2].gap and t[i + 2].kind not in ("number", "end")


def _inline_mark(t: Sequence[Token], i: int) -> tuple[int, int] | None:
    """The list mark that ends with the bracket at `i`: "1) March 2024 2) June 2024", "(a) … (b) …"."""
    start = i - 2 if i > 1 and t[i - 2].kind == "(" else i - 1
    apart = (start == 0 or t[start].gap) and t[i + 1].gap and t[i + 1].kind != "end"
    return (start, i + 1) if apart and _is_numeral(t[i - 1]) else None


# Cuts ------------------------------------------------------------------------


def _cuts(t: Sequence[Token], length: int) -> Iterator[Cut]:
    """Every place where an entry might end; within brackets only where a line or list item does."""
    depth = 0
    for i in range(length):
        depth = max(0, depth + (t[i].kind == "(") - (t[i].kind == ")"))
        if t[i].kind in _SEPARATORS:
            yield Cut(i, i + 1, "hard")
        elif t[i].line and i:
            yield Cut(i, i, "line" if _is_continued(t, i) else "hard")
        elif not depth and (cut := _soft_cut(t, i)):
            yield cut


def _soft_cut(t: Sequence[Token], i: int) -> Cut | None:
    token = t[i]
    if token.kind == "." and t[i + 1].gap:
        return Cut(i + 1, i + 1, "sentence")
    if token.kind in (",", "|", "/"):
        return Cut(i, i + 1, "comma")
    if token.kind in ("and", "&", "+"):
        return Cut(i, i + 1, "and")
    if token.kind == "-" and token.gap and t[i + 1].gap:
        return Cut(i, i + 1, "dash")
    return Cut(i, i, "label") if token.capital or token.kind in ("phase", "number", "nth") else None


def _is_continued(t: Sequence[Token], i: int) -> bool:
    """Does the line that begins with token `i` go on with the statement of the line before?"""
    token = t[i]
    if token.kind in _CONTINUING or t[i - 1].kind in _UNFINISHED:
        return True
    return (token.kind == "modality" and token.value == "until") or (token.kind in _RUNNING and not token.capital)


def _entries(start: int, stop: int, cuts: Sequence[Cut], marks: Sequence[Mark[Sense]]) -> list[Entry]:
    """The entries between the cuts, each with its marks."""
    entries, held, position = [], list(marks), 0
    for cut in [*cuts, Cut(stop, stop, "hard")]:
        low = position
        while position < len(held) and held[position].start < cut.stop:
            position += 1
        if cut.stop > start:
            entries.append(Entry(start, cut.stop, held[low:position]))
        start = cut.start
    return entries


def _merged(t: Sequence[Token], blocks: Sequence[Entry]) -> list[Entry]:
    """The blocks, those that say nothing of time joined to the one they belong to.

    A line that goes on in lower case belongs to the block before it, a new one to the block behind it.
    """
    merged: list[Entry] = []
    waiting: Entry | None = None
    for block in blocks:
        whole = block if waiting is None else _together(waiting, block)
        if merged and waiting is None and _is_one(t, merged[-1], block):
            merged[-1] = _together(merged[-1], block)
        elif any(_is_telling(mark.sense) for mark in block.marks):
            merged.append(whole)
            waiting = None
        elif merged and waiting is None and not t[block.start].capital:
            merged[-1] = _together(merged[-1], block)
        else:
            waiting = whole
    if waiting is None:
        return merged
    return [*merged[:-1], _together(merged[-1], waiting)] if merged and not waiting.marks else [*merged, waiting]


def _is_one(t: Sequence[Token], first: Entry, second: Entry) -> bool:
    """Do two lines make one statement: "Completed" and its date, or a date in two languages?"""
    if len(first.marks) != 1 or len(second.marks) != 1 or not t[second.start].line or t[second.start].kind == "•":
        return False
    left, right = first.marks[0], second.marks[0]
    if not isinstance(right.sense, When) or (right.start, right.stop) != (second.start, second.stop):
        return False
    if isinstance(left.sense, State) and left.sense.kind == "completed":
        return (left.start, left.stop) == (first.start, first.stop) and right.sense.mode == "in"
    return _is_translated(t, left, right)


def _is_translated(t: Sequence[Token], left: Mark[Sense], right: Mark[Sense]) -> bool:
    """Is it the same date in two languages: "March 2024 / Mawrth 2024"?"""
    if not (isinstance(left.sense, When) and isinstance(right.sense, When)):
        return False
    months = [{token.text for token in t[mark.start : mark.stop] if token.kind == "month"} for mark in (left, right)]
    same = left.sense.first[:4] == right.sense.first[:4] and left.sense.mode == right.sense.mode
    return same and months[0].isdisjoint(months[1]) and not word_set("welsh_months").isdisjoint(months[0] | months[1])


def _together(first: Entry, second: Entry) -> Entry:
    return Entry(first.start, second.stop, [*first.marks, *second.marks])


def _is_telling(sense: Sense) -> bool:
    """Does the mark make an entry of its own line?"""
    return _is_statement(sense) or isinstance(sense, Trigger | When)


# Statements ------------------------------------------------------------------


def _split(t: Sequence[Token], block: Entry, cuts: Sequence[Cut], has_case: bool) -> list[Entry]:
    """The entries of a block, divided where both sides make a statement of their own."""
    marks = [mark for mark in block.marks if _is_statement(mark.sense)]
    if len(marks) < 2:
        return [block]
    content = list(accumulate((token.kind in _CONTENT for token in t[block.start : block.stop]), initial=0))
    text = _Text(t, block.start, content, has_case, _lists_occasions([mark.sense for mark in marks]))
    chosen: list[Cut] = []
    dated, position = False, 0
    for left, right in pairwise(marks):
        dated = dated or isinstance(left.sense, When)
        gap, position = _gap(cuts, left.stop, right.start, position)
        cut = next((cut for cut in gap if _divides(text, cut, _Sides(left, dated, right))), None)
        if cut is not None:
            chosen.append(cut)
            dated = False
    return _entries(block.start, block.stop, chosen, block.marks)


def _gap(cuts: Sequence[Cut], low: int, high: int, position: int) -> tuple[list[Cut], int]:
    """The cuts between two marks, the clearest signs first, and where to look for those of the next gap."""
    while position < len(cuts) and cuts[position].stop < low:
        position += 1
    start = position
    while position < len(cuts) and cuts[position].start <= high:
        position += 1
    return sorted(cuts[start:position], key=lambda cut: _CLARITY.index(cut.sign)), position


class _Text(NamedTuple):
    """The tokens, how many of a block's before each have a meaning of their own, whether capitals have one, and
    whether the dates only say when in the year something recurs.
    """

    tokens: Sequence[Token]
    start: int
    content: Sequence[int]
    has_case: bool
    lists_occasions: bool

    def is_spoken(self, start: int, stop: int) -> bool:
        """Has one of the block's tokens [start, stop) a meaning of its own?"""
        return self.content[stop - self.start] > self.content[start - self.start]


def _lists_occasions(senses: Sequence[Sense]) -> bool:
    """ "Half-yearly (April and October)", "Jan, Apr, Jul and Oct each year"."""
    recurs = any(isinstance(sense, Again) for sense in senses)
    return recurs and not any(isinstance(sense, When) and sense.has_year for sense in senses)


def _is_statement(sense: Sense) -> bool:
    """Does the mark make a statement by itself?"""
    if isinstance(sense, When):
        return not sense.is_weak
    if isinstance(sense, State):
        return sense.kind not in ("provisional", "begun", "achieved")
    return not isinstance(sense, Trigger)


class _Sides(NamedTuple):
    """The marks on the two sides of a cut, and whether the left side has a date."""

    left: Mark[Sense]
    is_dated: bool
    right: Mark[Sense]


def _divides(text: _Text, cut: Cut, sides: _Sides) -> bool:
    """Does the cut separate two statements?"""
    left, right = sides.left.sense, sides.right.sense
    if isinstance(left, Revision) or isinstance(right, Revision):
        return False
    if _is_translated(text.tokens, sides.left, sides.right):
        return False
    if cut.sign == "sentence":
        return True
    if cut.sign == "line":
        return _is_line_of_its_own(text.tokens, cut, sides)
    if text.tokens[cut.start].kind == "(":
        return False  # a remark on what stands before it
    spoken = text.is_spoken(cut.start, sides.right.start)
    if cut.sign == "dash" and not spoken and has_content(text.tokens, sides.left.stop, cut.stop):
        return False  # it leads from a label to its date: "Dec 2021 Phase 2 – March 2022"
    if cut.sign == "label":
        return sides.left.stop == cut.stop and _is_label(text, cut, sides, spoken)
    if isinstance(right, When):
        return spoken or (sides.is_dated and not text.lists_occasions)
    if isinstance(right, Again) and isinstance(left, When) and left.mode == "by":
        return True
    lasting = isinstance(right, State) and right.kind == "ongoing"
    return spoken and (lasting or isinstance(right, Again | Offset))


def _is_line_of_its_own(t: Sequence[Token], cut: Cut, sides: _Sides) -> bool:
    """Does a line in lower case begin another statement, the one before it being complete?"""
    left, right, opening = sides.left.sense, sides.right.sense, t[cut.start]
    if not isinstance(right, When) or right.mode == "until":
        return False
    dated_by = sides.is_dated and opening.kind == "modality" and right.mode == "by"
    if sides.left.stop < cut.stop and not dated_by:
        return False
    if opening.kind in _CONTINUING or t[cut.stop - 1].kind in _UNFINISHED:
        return False
    lasting = isinstance(left, Again) or (isinstance(left, State) and left.kind == "ongoing")
    return sides.is_dated or (lasting and right.mode == "by")


def _is_label(text: _Text, cut: Cut, sides: _Sides, spoken: bool) -> bool:
    """Do the words behind a date belong to the next date ("Phase 2 – March 2022"), or does that follow at once?"""
    left, right, opening = sides.left.sense, sides.right.sense, text.tokens[cut.start]
    if not isinstance(right, When):
        return False
    if sides.right.start == cut.start:
        return isinstance(left, When) and left.has_year and right.has_year
    is_labelled = text.tokens[cut.start + 1].kind == ":"
    named = is_labelled or spoken or opening.kind == "ordinal"
    told = is_labelled or text.has_case or opening.kind == "phase"
    return named and told and opening.kind not in ("number", "nth")


def has_content(t: Sequence[Token], start: int, stop: int) -> bool:
    """Is there a word with a meaning of its own among the tokens?"""
    return any(token.kind in _CONTENT for token in t[start:stop])


def _trimmed(t: Sequence[Token], entry: Entry) -> Entry:
    """The entry without list marks, separators and halves of brackets at its ends."""
    start, stop, marks = entry
    while start < stop and t[start].kind in _NOT_FIRST:
        start += 1
    while stop > start and t[stop - 1].kind in _NOT_LAST:
        stop -= 1
    if t[stop - 1].kind == ")" and not any(token.kind == "(" for token in t[start:stop]):
        stop -= 1
    elif t[start].kind == "(" and not any(token.kind == ")" for token in t[start:stop]):
        start += 1
    return Entry(start, stop, marks)
