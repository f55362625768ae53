"""The rows of a recommendation as fragments: paragraphs of action with the timescale cells beside them.

A row that a page cut is one fragment again; one that merely starts on a new page is its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import Cell, Notice, Paragraph, Senses
from ..passage import Passage
from .groups import Group
from .lines import Line
from .stitch import continues_list, goes_on, join_paragraphs, run_on, takes_up
from .units import split_units

_KEYS = frozenset(("recommendation", "heading", "summary"))
_ROLES = ("action", "deadline", "owner_officer", "owner_member", "status", "progress", "outcome", "resources", "extra")
_TITLE_WORDS, _SET_APART_WORDS = 9, 20


@dataclass(frozen=True, slots=True)
class Fragment:
    """What one row says of actions: the paragraphs of its action cell and the timescale cells beside it.

    `is_title`: the row is no action but a subheading above the actions of the next ones.
    """

    lines: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]
    timescales: tuple[tuple[Cell, str | None], ...] = ()
    shared: bool = False
    is_title: bool = False


def fragments(group: Group, senses: Senses) -> tuple[list[Fragment], list[Notice]]:
    """The rows' fragments, those that a page cut off put back to the one before."""
    found: list[Fragment] = []
    notices: list[Notice] = []
    for fragment in _titled([_fragment(line) for line in group.lines]):
        if found and fragment.timescales and not fragment.paragraphs and not fragment.shared:
            found[-1] = _merged(found[-1], fragment)  # another timescale of the same action
            continue
        if not found or fragment.is_title or found[-1].is_title or not _may_go_on(found[-1], fragment, group.keys.role):
            found.append(fragment)
            continue
        joined = _stitch(found[-1], fragment, senses)
        if joined[0] != found[-1]:
            notices.append(Notice("row_stitched", "a row cut by a page break was joined", _first_words(fragment)))
        found[-1:] = joined
    said = [f for f in found if f.paragraphs or f.timescales or _says_more(f, group)]
    return _with_sharing(said), notices


def _titled(rows: Sequence[Fragment]) -> Iterator[Fragment]:
    """The rows, subheadings marked as such: a label alone above a row that says who or when, as most rows do."""
    answered = [_stands_alone(row) for row in rows]
    usual = 2 * sum(answered) >= sum(not _may_be_title(row) for row in rows)
    for row, next_row, next_answered in zip(rows, rows[1:], answered[1:], strict=False):
        is_title = usual and _may_be_title(row) and (next_answered or _may_be_title(next_row))
        yield replace(row, is_title=is_title or row.lines[0].heads)
    yield from rows[-1:]


def _may_be_title(row: Fragment) -> bool:
    """Is a row's only text, its recommendation aside, a label?"""
    if row.lines[0].heads:
        return True
    told = {column.role for column, cell in row.lines[0].filled(*_ROLES) if not cell.is_empty}
    if told != {"action"} or row.timescales or len(row.paragraphs) != 1:
        return False
    text = row.paragraphs[0].text.strip()
    most = _SET_APART_WORDS if _is_set_apart(row) else _TITLE_WORDS
    is_label = len(text.split()) <= most and not text[0].islower() and text[-1] not in ".;,"
    return is_label and not row.paragraphs[0].is_item


def _is_set_apart(row: Fragment) -> bool:
    """Is the row's text bold, or merged across other columns?"""
    first = row.paragraphs[0]
    return first.lead >= len(first.text) or any(cell.column_span > 1 for _, cell in row.lines[0].filled("action"))


def _with_sharing(said: Sequence[Fragment]) -> list[Fragment]:
    """The fragments, each marked where the timescale cell that begins in it spans others too."""
    spanning = {id(cell) for one in said if one.shared for cell, _ in one.timescales}
    return [replace(one, shared=one.shared or any(id(cell) in spanning for cell, _ in one.timescales)) for one in said]


def _may_go_on(before: Fragment, fragment: Fragment, key: str | None) -> bool:
    """May the row be the rest of the one before?

    Behind a break it may; a row with a timescale, owner or number of its own may only where a
    recommendation holds the rows together. Elsewhere the sentence itself must go on.
    """
    if fragment.lines[0].after_break:
        return key is not None or not _stands_alone(fragment)
    return _is_rest(before, fragment)


def _stands_alone(fragment: Fragment) -> bool:
    return bool(fragment.timescales) or fragment.lines[0].has("number", "owner_officer", "owner_member")


def _fragment(line: Line) -> Fragment:
    named = sum(column.role == "deadline" for column in line.columns) > 1
    begun = line.has("deadline")
    found = list(line.filled("deadline") if begun else line.spoken("deadline"))
    said = [pair for pair in found if any(map(str.isalnum, pair[1].text))]  # of several, a dash is one that is not due
    scales = tuple((cell, column.header.text if named else None) for column, cell in said or found)
    return Fragment((line,), line.paragraphs("action"), scales, shared=bool(scales) and not begun)


def _first_words(fragment: Fragment) -> Passage:
    """The fragment's first words, as a place to point at."""
    return next((p.passage[:80] for p in fragment.paragraphs), Passage())


def _says_more(fragment: Fragment, group: Group) -> bool:
    """Do its rows hold anything beside the recommendation?"""
    columns = (
        column
        for line in fragment.lines
        for column, cell in zip(line.columns, line.cells, strict=True)
        if cell and not cell.is_empty
    )
    return any(column.role not in _KEYS and column.index not in group.keys.number_columns for column in columns)


def _is_rest(before: Fragment, fragment: Fragment) -> bool:
    """Is the row, though nothing marks a break, the rest of a sentence?"""
    if not before.paragraphs or not fragment.paragraphs or fragment.timescales or fragment.lines[0].has("number"):
        return False
    first, last = fragment.paragraphs[0], before.paragraphs[-1]
    return not first.is_item and first.text[:1].islower() and goes_on(last.text, first.text)


def _stitch(before: Fragment, after: Fragment, senses: Senses) -> list[Fragment]:
    """The fragments on both sides of a page break: what goes on joins the one before."""
    if not after.timescales:
        return [_merged(before, after)]
    moved, rest = _continuation(before.paragraphs, after.paragraphs)
    if (moved and not before.timescales) or not rest:
        return [_merged(before, after)]
    whole = join_paragraphs(before.paragraphs, moved)
    last = split_units(whole)[-1].paragraphs if moved else ()
    if moved and _belongs_behind(before, after, whole, rest, senses):
        return [replace(before, paragraphs=whole[: -len(last)]), replace(after, paragraphs=(*last, *rest))]
    return [replace(before, paragraphs=whole), replace(after, paragraphs=rest)]


def _belongs_behind(
    before: Fragment, after: Fragment, whole: Sequence[Paragraph], rest: Sequence[Paragraph], senses: Senses
) -> bool:
    """Do the counts say that the unit the break cut has its timescale behind the break?"""
    wanted = [sum(len(senses.entries(cell.text)) for cell, _ in part.timescales) for part in (before, after)]
    return [len(split_units(whole)) - 1, len(split_units(rest)) + 1] == wanted


def _merged(before: Fragment, after: Fragment) -> Fragment:
    """Both as one row; a sentence that a page cut before a capital letter is told by its lack of a stop."""
    cut = not _stands_alone(after)
    paragraphs = join_paragraphs(before.paragraphs, after.paragraphs, cut=cut)
    return Fragment((*before.lines, *after.lines), paragraphs, (*before.timescales, *after.timescales), before.shared)


def _continuation(
    before: Sequence[Paragraph], after: Sequence[Paragraph]
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """The paragraphs behind a break that go on with the sentence or list before it, and the rest."""
    if not before:
        return (), tuple(after)
    last, count = before[-1], 0
    if after and takes_up(last, after[0]):
        last, count = run_on(last, after[0]), 1
    while count < len(after) and continues_list(last, after[count]):
        last, count = after[count], count + 1
    return tuple(after[:count]), tuple(after[count:])
