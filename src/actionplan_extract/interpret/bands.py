"""Which rows of a plan table are no entries: headings across it, header rows again, totals and notes below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from ..model import Cell, Column, Labelled, Row
from ..passage import Passage, join
from .contents import is_reference
from .headers import header_role, header_words
from .plan_tables import PlanTable

_BAND_WORDS = 20
_LONGEST_BAND = 60  # words of a heading merged across the table
_FEW = 0.3
_ENOUGH = 60  # rows show what a table is like
_CLEAR = 0.5
_UPPER = re.compile(r"[A-Z]{0,3}\d{1,2}(?:\.0)?\.?")
_LOWER = re.compile(r"[A-Z]{0,3}\d{1,2}\.[1-9]\d?(?:\.\d{1,2})*[a-z]?\.?")
_LETTER = re.compile(r"[A-Z][.)]?")
_TOTAL = re.compile(
    r"(?:(?:sub|grand|overall)[\s-]*)?totals?\b|number of (?:actions|recommendations|items)\b", re.IGNORECASE
)
_TOTAL_WORDS, _LABEL_WORDS = 8, 4
_TELLING = 0.75
_ANSWERS = ("deadline", "owner_officer", "owner_member")
_SAYS_MORE = ("outcome", "resources", "progress", "status", "extra")


@dataclass(frozen=True, slots=True)
class Band:
    """A row that is a heading across the table."""

    title: Passage
    number: Passage = field(default_factory=Passage)


def repeats_header(titles: Sequence[Sequence[str]], row: Row) -> bool:
    """Do nearly all cells say what the header says? Most rows differ at once, so no more cells are read than needed.

    `titles` are the words of each column's header.
    """
    left = 0.2 * sum(map(bool, titles))
    for title, cell in zip(titles, row.cells, strict=True):
        left -= header_words(cell.text) != title
        if left < 0:
            return False
    return any(titles)


def renamed_header(table: PlanTable, row: Row) -> Cell | None:
    """The theme that a header row names where it comes again ("Jobs", beside "Lead" and "When")."""
    column = _theme_column(table.columns)
    if column is None or not is_renamed([c.header.text for c in table.columns], [c.text for c in row.cells]):
        return None
    return row.cells[column.index]


def is_renamed(titles: Sequence[str], again: Sequence[str]) -> bool:
    """Do two header rows say the same, but for one place where each says something that names no column?"""
    pairs = [(one, other) for one, other in zip(titles, again, strict=False) if one.strip() or other.strip()]
    apart = [pair for pair in pairs if header_words(pair[0]) != header_words(pair[1])]
    known = all(header_role(text)[1] < _CLEAR and text.strip() for pair in apart for text in pair)
    return len(titles) == len(again) and len(apart) == 1 and len(pairs) > 2 and known


def opening_title(table: PlanTable) -> Passage | None:
    """The theme that the table's own header names, where later ones name others."""
    column = _theme_column(table.columns)
    rows = (row for section in table.sections for row in section.rows)
    return column.header if column and any(renamed_header(table, row) for row in rows) else None


def _theme_column(columns: Sequence[Column]) -> Column | None:
    """The column of actions, where its header does not say so."""
    action = next((column for column in columns if column.role == "action"), None)
    return action if action and action.header and header_role(action.header.text)[1] < _CLEAR else None


def note(table: PlanTable, row: Row) -> Labelled | None:
    """What a row says of the ones above it: a total, or a label with a text across the columns beside it."""
    filled = row.filled
    if not filled or not (is_total(table, row) or _is_labelled(row)):
        return None
    return Labelled("note", join(" ", [cell.whole.collapse() for cell in filled]))


def is_total(table: PlanTable, row: Row) -> bool:
    """Does a row add up those above it, and say neither who nor when?"""
    first = row.filled[0]
    answered = [row.cells[column] for column in table.indices(*_ANSWERS) if row.cells[column] is not first]
    is_short = len(first.text.split()) <= _TOTAL_WORDS
    return (
        is_short
        and bool(_TOTAL.match(first.text.strip()))
        and all(cell.is_empty or is_reference(cell.text) for cell in answered)
    )


def _is_labelled(row: Row) -> bool:
    filled = row.filled
    if len(filled) != 2 or row.cells[0] is not filled[0] or filled[1].column_span < 2:
        return False
    role, weight = header_role(filled[0].text)
    return role in _SAYS_MORE and weight >= _TELLING and len(filled[0].text.split()) <= _LABEL_WORDS


def band(table: PlanTable, row: Row, below: Row | None = None) -> Band | None:
    """The heading that a row is, None where it is an ordinary one; `below` is the row under it."""
    numbers = [cell for cell in row.filled if _is_number(table, row, cell)]
    titles = [cell for cell in row.filled if cell not in numbers]
    if len(titles) != 1 or len(row.cells) < 2:
        return None
    if len(row.cells) == 2 and not (_spans_most(row, titles[0]) or _is_opened_by_label(table) or _says_more(table)):
        return None  # of two cells, the second may well be missing
    is_title = _is_label(titles[0]) or _spans_most(row, titles[0]) or _is_parted(table)
    if not is_title:
        return None
    number = numbers[0].passage.collapse() if numbers else Passage()
    upper = bool(number) and _is_section_number(table, number.text)
    if not (upper or _heads(table, row, below) or _stands_across(table, row, titles[0], len(numbers))):
        return None
    return Band(titles[0].whole.collapse(), number if upper else Passage())


def _heads(table: PlanTable, row: Row, below: Row | None) -> bool:
    """Does a text that opens its row stand above the header again?"""
    titles = [header_words(column.header.text) for column in table.columns]
    return below is not None and not row.cells[0].is_empty and repeats_header(titles, below)


def _is_number(table: PlanTable, row: Row, cell: Cell) -> bool:
    at = row.cells.index(cell)
    is_numbers = table.columns[at].role == "number" or (at == 0 and not table.indices("number"))
    is_letter = _LETTER.fullmatch(cell.text.strip()) is not None
    return is_numbers and cell.column_span == 1 and (is_letter or is_reference(cell.text))


def _spans_most(row: Row, cell: Cell) -> bool:
    """Is it one merged cell over most of the row? Then it is a heading however long."""
    return cell.column_span > len(row.cells) / 2 and len(cell.text.split()) <= _LONGEST_BAND


def _stands_across(table: PlanTable, row: Row, cell: Cell, column: int) -> bool:
    """Does the only text of a row span most of it, or stand first where no action or recommendation would?"""
    at = row.cells.index(cell)
    if _spans_most(row, cell):
        return not _leaves_recommendation(table, at)
    if at > column or _is_opened_by_label(table) or _is_parted(table):
        return at <= column
    return not row.after_break and not _says_what(table, at)


def _leaves_recommendation(table: PlanTable, at: int) -> bool:
    """Does it leave the recommendation's own column free, as a subheading of its actions does?"""
    before = (column.role for column in table.columns[:at])
    return table.columns[at].role == "action" and any(role in ("recommendation", "heading") for role in before)


def _is_opened_by_label(table: PlanTable) -> bool:
    """Does a label stand alone in the first row of the table, so that others like it are headings, too?"""
    first = next((row for section in table.sections for row in section.rows), None)
    return first is not None and _is_lone(first) and _is_label(first.filled[0])


def _is_lone(row: Row) -> bool:
    """Does only the first cell of a row hold text?"""
    return len(row.filled) == 1 and row.cells[0] is row.filled[0]


def _is_parted(table: PlanTable) -> bool:
    """Do texts that stand alone part the table: above its first row and others, each above one that says who or when?

    None of them behind a page break, where what stands alone may be the rest of a cell.
    """
    rows = list(islice((row for section in table.sections for row in section.rows if row.filled), _ENOUGH))
    lone = [row for row in rows[1:] if _is_lone(row)]
    if not lone or not _is_lone(rows[0]) or any(row.after_break for row in lone) or _is_lone(rows[-1]):
        return False
    columns = table.indices(*_ANSWERS)
    below = [after for before, after in pairwise(rows) if _is_lone(before)]
    return all(any(not row.cells[column].is_empty for column in columns) and not _is_lone(row) for row in below)


def _says_more(table: PlanTable) -> bool:
    """Do the rows of two cells open with more than labels, so that a label by itself is a heading?"""
    rows = (row for section in table.sections for row in section.rows if len(row.filled) == 2)
    full = [row.cells[0] for row in islice(rows, _ENOUGH)]
    return sum(_is_label(cell) for cell in full) <= _FEW * len(full)


def _is_section_number(table: PlanTable, number: str) -> bool:
    """Is it of an upper level (2.0) while other numbers are of a lower one (2.1), or a letter that others begin by?"""
    columns = table.indices("number")
    others = [row.cells[c].text.strip() for section in table.sections for row in section.rows for c in columns]
    part = re.compile(rf"{re.escape(number.strip().rstrip('.)'))}(?:[./-]?\d|(?<=\d)[a-z]).*")
    if _LETTER.fullmatch(number):
        return any(part.fullmatch(other) for other in others)
    lower = sum(bool(_LOWER.fullmatch(other)) for other in others)
    return bool(_UPPER.fullmatch(number)) and 2 * lower >= sum(bool(other) for other in others)


def _says_what(table: PlanTable, column: int) -> bool:
    """Is the column one that may well stand alone in a row: the action, or what it answers?"""
    return (
        table.columns[column].role in ("action", "recommendation", "heading")
        and header_role(table.columns[column].header.text)[1] >= _CLEAR
    )


def _is_label(cell: Cell) -> bool:
    text = cell.text.strip()
    return len(cell.paragraphs) <= 2 and len(text.split()) <= _BAND_WORDS and not text.endswith((".", ";", ","))
