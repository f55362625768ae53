"""Rows that a page cut, made whole again cell by cell.

A row that stands first behind a break is the rest of the one before where a cell of it is the rest of the cell
above ("Head of" / "Transport", "September" / "2026", the middle of a sentence or list) and no cell speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from ..model import Cell, Column, Notice, Paragraph, Row, Senses
from ..passage import Passage
from .bands import is_total
from .contents import is_reference
from .plan_tables import PlanTable, Section
from .stitch import continues_list, goes_on, has_ended, is_cut, join_paragraphs, leaves_room, run_on
from .units import split_units

_PROSE = frozenset(("action", "recommendation", "summary", "outcome", "progress", "resources", "extra"))
_OWNERS = frozenset(("owner_officer", "owner_member"))
_FIRST_WORDS = 80


def rejoin(table: PlanTable, senses: Senses) -> PlanTable:
    """The table with every row that a page cut in one, and a notice of each; totals with the rows they add up."""
    table = replace(table, sections=tuple(_with_totals(table)))
    rows = [row for section in table.sections for row in section.rows]
    cut = {id(row) for above, row in pairwise(rows) if row.after_break and _is_rest(table.columns, above, row, senses)}
    for section in table.sections:
        if section.above and section.rows:
            cut.discard(id(section.rows[0]))  # behind a heading begins a new row
    if not cut:
        return table
    notices = [
        Notice("row_stitched", "a row cut by a page break was joined", _first_words(r)) for r in rows if id(r) in cut
    ]
    sections = tuple(_whole_sections(table, rows, cut, senses))
    return replace(table, sections=sections, notices=(*table.notices, *notices))


def _with_totals(table: PlanTable) -> Iterator[Section]:
    """The sections, totals that open one below no heading moved to the end of the one before."""
    held, *others = table.sections
    for section in others:
        totals = tuple(takewhile(lambda row: is_total(table, row), () if section.above else section.rows))
        yield replace(held, rows=(*held.rows, *(replace(row, after_break=False) for row in totals)))
        held = replace(section, rows=section.rows[len(totals) :])
    yield held


def _whole_sections(table: PlanTable, rows: Sequence[Row], cut: set[int], senses: Senses) -> Iterator[Section]:
    """The sections with the rests taken from them; a cell that reaches over several rows is the same in all."""
    made: dict[int, Cell] = {}
    for above, row in pairwise(rows):
        if id(row) in cut:
            for column, upper, lower in zip(table.columns, above.cells, row.cells, strict=True):
                upper = made.get(id(upper), upper)
                made[id(upper)] = made[id(lower)] = _joined(column.role, upper, lower, senses)
    for section in table.sections:
        kept = (row for row in section.rows if id(row) not in cut)
        yield replace(
            section, rows=tuple(replace(row, cells=tuple(_latest(made, c) for c in row.cells)) for row in kept)
        )


def _latest(made: dict[int, Cell], cell: Cell) -> Cell:
    """What became of a cell."""
    while id(cell) in made and made[id(cell)] is not cell:
        cell = made[id(cell)]
    return cell


def _first_words(row: Row) -> Passage:
    return next((cell.passage.collapse()[:_FIRST_WORDS] for cell in row.filled), Passage())


# Is it a rest? ---------------------------------------------------------------


def _is_rest(columns: Sequence[Column], above: Row, row: Row, senses: Senses) -> bool:
    """Does a cell go on with the one above it, and none begin anew?"""
    if any(len(set(map(id, cells))) < len(columns) for cells in (above.cells, row.cells)):
        return False  # a band
    pairs = [
        (column.role, upper, lower)
        for column, upper, lower in zip(columns, above.cells, row.cells, strict=True)
        if not lower.is_empty and lower is not upper
    ]
    found = [(role, _says(role, upper, lower, senses)) for role, upper, lower in pairs]
    if ("action", 1) in found and _pairs_up(pairs, senses) and not _answers_anew(pairs, senses):
        found = [(role, said) for role, said in found if role != "deadline"]  # each is one of several
    answers = [said for _, said in found]
    return 1 in answers and -1 not in answers


def _pairs_up(pairs: Sequence[tuple[str, Cell, Cell]], senses: Senses) -> bool:
    """Have both rows together as many paragraphs of action as timescales?"""
    units = [len(split_units(join_paragraphs(a.paragraphs, b.paragraphs))) for role, a, b in pairs if role == "action"]
    dates = [len(senses.entries(cell.text)) for role, *cells in pairs if role == "deadline" for cell in cells]
    return sum(units) == sum(dates) > 1


def _answers_anew(pairs: Sequence[tuple[str, Cell, Cell]], senses: Senses) -> bool:
    """Do both rows name whole owners, and does the action of the lower one not go on in mid-sentence or mid-list?"""
    cells = {role: (upper, lower) for role, upper, lower in pairs}
    last, first = cells["action"][0].paragraphs[-1], cells["action"][1].paragraphs[0]
    if continues_list(last, first) or goes_on(last.text, first.text):
        return False
    return any(all(senses.is_owner(_line(cell)) for cell in cells[role]) for role in _OWNERS & cells.keys())


def _says(role: str, upper: Cell, lower: Cell, senses: Senses) -> int:
    """1 where the lower cell goes on with the upper one, -1 where it begins anew, 0 where it may be either."""
    if role == "number":
        return -1 if is_reference(lower.text.strip()) else 0
    if upper.is_empty:
        return 0
    before, after = _line(upper), _line(lower)
    if role == "deadline":
        return _says_of_dates(before, after, senses)
    if role in _OWNERS:
        return _says_of_owners(before, after, senses)
    if role == "status":
        return 1 if goes_on(before, after) else 0 if before == after else -1
    return _says_of_prose(role, upper, lower)


def _line(cell: Cell) -> str:
    return " ".join(cell.text.split())


def _says_of_dates(before: str, after: str, senses: Senses) -> int:
    """ "September" / "2026", "January 2025 to" / "December 2025" are one date; two whole ones are not."""
    one, two, both = (senses.entries(text) for text in (before, after, f"{before} {after}"))
    if len(both) == 1 and (after.isdecimal() or goes_on(before, after) or not _is_dated(one)):
        return 1
    return -1 if _is_dated(one) and _is_dated(two) else 0


def _is_dated(entries: Sequence[object]) -> bool:
    return any(getattr(entry, "kind", "unparsed") != "unparsed" for entry in entries)


def _says_of_owners(before: str, after: str, senses: Senses) -> int:
    """ "Head of" / "Transport" are one owner."""
    if goes_on(before, after):
        return 1
    alone = senses.is_owner(before) and senses.is_owner(after)
    return 1 if not alone and senses.is_owner(f"{before} {after}") else 0


def _says_of_prose(role: str, upper: Cell, lower: Cell) -> int:
    last, first = upper.paragraphs[-1], lower.paragraphs[0]
    if role == "recommendation" and first.is_numbered and len(lower.paragraphs) == 1:
        return -1  # "4. …" below "3. …" is the next one
    if continues_list(last, first) or (not first.is_item and goes_on(last.text, first.text)):
        return 1
    if not first.is_item and is_cut(last) and leaves_room(last, first) is False:
        return 1
    is_new = role == "recommendation" and has_ended(last.text) and lower.text != upper.text
    return -1 if is_new else 0


# Joining ---------------------------------------------------------------------


def _joined(role: str, upper: Cell, lower: Cell, senses: Senses) -> Cell:
    """Both cells as one, the sentence, date or owner that the page cut put together."""
    if lower.is_empty or lower is upper:
        return upper
    if upper.is_empty:
        return replace(upper, paragraphs=lower.paragraphs, fill=upper.fill or lower.fill, ink=upper.ink or lower.ink)
    last, first = upper.paragraphs[-1], lower.paragraphs[0]
    between = (run_on(last, first),) if _is_one(role, last, first, senses) else (last, first)
    return replace(upper, paragraphs=(*upper.paragraphs[:-1], *between, *lower.paragraphs[1:]))


def _is_one(role: str, last: Paragraph, first: Paragraph, senses: Senses) -> bool:
    """Are the paragraphs on both sides of the break one?"""
    if first.is_item:
        return False
    if goes_on(last.text, first.text):
        return True
    if role == "deadline":
        return _says_of_dates(last.text, first.text, senses) == 1
    if role in _OWNERS:
        return not (senses.is_owner(last.text) and senses.is_owner(first.text))
    if leaves_room(last, first):
        return False
    return role in _PROSE and (not has_ended(last.text) or leaves_room(last, first) is False)
