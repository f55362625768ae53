"""Cells of one role in several rows, put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..model import Labelled, OwnerCell, Paragraph
from ..passage import Passage, join
from .lines import Line
from .stitch import goes_on, join_cut, join_paragraphs


def joined(parts: Iterable[tuple[Paragraph, ...]]) -> tuple[Paragraph, ...]:
    """Paragraphs of several rows, sentences that a break cut put together."""
    found: tuple[Paragraph, ...] = ()
    for part in parts:
        found = join_paragraphs(found, part)
    return found


def only_first(lines: Sequence[Line], *roles: str) -> bool:
    """Does only the first line have cells of these roles (so that they speak for all)?

    A cell that takes up the one before a page break is part of it.
    """
    last = {column.index: cell.text for column, cell in lines[0].filled(*roles)}
    for line in lines[1:]:
        for column, cell in line.filled(*roles):
            if not (line.after_break and (goes_on(last.get(column.index, ""), cell.text) or not line.has("action"))):
                return False
            last[column.index] = cell.text
    return True


def distinct_owners(parts: Iterable[tuple[OwnerCell, ...]]) -> tuple[OwnerCell, ...]:
    """The owner cells of several rows; one that goes on behind a break is joined to the one before."""
    found: list[OwnerCell] = []
    for cell in (cell for part in parts for cell in part):
        if any(cell.passage.text.split() == other.passage.text.split() for other in found):
            continue
        same = [other for other in found if other.hint == cell.hint]
        if same and goes_on(same[-1].passage.text, cell.passage.text):
            found[found.index(same[-1])] = replace(same[-1], passage=join_cut(same[-1].passage, cell.passage))
            continue
        found.append(cell)
    return tuple(found)


def labelled(lines: Sequence[Line], role: str) -> tuple[Labelled, ...]:
    """The cells of a role with their headers, one a column."""
    held: dict[int, Labelled] = {}
    for column, cell in (pair for line in lines for pair in line.spoken(role)):
        known = held.get(column.index)
        passage = _cut_joined(known.passage, cell.whole) if known else cell.whole
        held[column.index] = Labelled(column.header.text, passage)
    return tuple(held[index] for index in sorted(held))


def _cut_joined(before: Passage, after: Passage) -> Passage:
    return join_cut(before, after) if goes_on(before.text, after.text) else join("\n", [before, after])
