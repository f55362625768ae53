"""What can be told of a plan table's column by itself: what its header says, what its cells hold, how they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..model import Cell, Row, Senses
from ..passage import Passage
from .contents import Contents, contents
from .headers import header_role, header_roles, header_words

SURE, CLEAR, LEAST, FEW = 0.8, 0.6, 0.5, 0.3  # shares of cells, and how clearly a header speaks
WORDED, SAID, NAMED = 3.0, 4.0, 2.5  # words in the mean: of something to do, of sentences, of more than a level
_DATED = 0.7  # the share of cells with a timescale from which on a column is one of timescales
_PROSE_WORDS, _NAME_WORDS, _TIMESCALE_WORDS = 8, 8, 12
_NARROW = 4  # columns: in a table of fewer, a cell of two is not most of a row
_COUNTED = re.compile(r"\s*(?:\d{1,2}|[A-Z])[.):]\s+\S")
_SHORT = frozenset(("deadline", "owner_officer", "owner_member"))
_WORDY = frozenset(("action", "recommendation", "progress"))


@dataclass(frozen=True)
class Evidence:
    """A column: the role that its header most clearly speaks for, and how clearly; what its cells hold; the rows in
    which one begins.

    `is_key`: something stands in its first row. `is_again`: it is the column before once more, merged with it.
    `is_counted`: each of its cells begins with a number or letter.
    """

    index: int
    title: Passage
    role: str
    weight: float
    body: Contents
    begun: frozenset[int]
    is_key: bool
    is_again: bool
    is_counted: bool

    @property
    def said(self) -> Mapping[str, float]:
        """The roles its header speaks for, each with how clearly."""
        return header_roles(self.title.text)

    @property
    def words(self) -> frozenset[str]:
        """The words of its header."""
        return frozenset(header_words(self.title.text))

    @property
    def is_silent(self) -> bool:
        """Does its header say nothing known, or what its cells deny?"""
        return self.weight == 0

    @property
    def is_names(self) -> bool:
        """Does it hold names, not sentences?"""
        return 0 < self.body.words <= _NAME_WORDS and self.body.sentence < LEAST

    @property
    def is_of_its_own(self) -> bool:
        """Does it hold no dates, levels, numbers or decisions, and not mostly owners ("Carers" may be one)?"""
        body = self.body
        told = max(body.date, body.timescale, body.status, body.reference, body.decided)
        return told < FEW and body.owner < LEAST

    @property
    def is_dated(self) -> bool:
        """Do most of its cells say when, in few words? Below what is measured, they say nothing else."""
        told = self.body.when if self.role == "outcome" else self.body.timescale
        return told >= _DATED and self.body.words < _TIMESCALE_WORDS

    @property
    def is_references(self) -> bool:
        """Does it hold numbers or codes ("R1", "Recommendation 2") and nothing else?"""
        return self.body.reference >= SURE

    @property
    def is_prose(self) -> bool:
        """Does it hold more words than a date or a measure has?"""
        return self.body.words >= _PROSE_WORDS

    @property
    def is_dated_prose(self) -> bool:
        """Do most of its cells begin as tasks do, and say when besides?"""
        return self.is_prose and self.body.date < FEW and min(self.body.task, self.body.timescale) >= CLEAR

    @property
    def is_more_than_levels(self) -> bool:
        """Does it hold more than levels, statuses and dates?"""
        return self.body.words >= NAMED and max(self.body.timescale, self.body.status) < LEAST

    @property
    def is_told_in_words(self) -> bool:
        """Does its header clearly announce prose, and are its cells longer than dates?"""
        is_announced = self.role in _WORDY and self.weight >= CLEAR
        return is_announced and self.body.date < FEW and self.body.words > WORDED + 2


def evidence(index: int, titles: Sequence[Passage], rows: Sequence[Row], senses: Senses) -> Evidence:
    """What can be told of one of the columns below the titles."""
    body = contents(_own(rows, index), senses)
    role, weight = _told(titles[index].text, body)
    is_key = bool(rows) and index < len(rows[0].cells) and not rows[0].cells[index].is_empty
    is_again = index > 0 and titles[index].text == titles[index - 1].text and _is_merged(rows, index)
    begun = _begun(rows, index)
    counted = len(begun) > 1 and all(_COUNTED.match(rows[n].cells[index].text) for n in begun)
    return Evidence(index, titles[index], role, weight, body, begun, is_key, is_again, counted)


def _own(rows: Sequence[Row], index: int) -> list[Cell]:
    """The cells of a column, but for those merged across most of a row, as headings are."""
    cells = [row.cells[index] for row in rows if index < len(row.cells)]
    own = [cell for cell in cells if 2 * cell.column_span <= max(_NARROW, len(rows[0].cells))]
    return own or cells


def _begun(rows: Sequence[Row], index: int) -> frozenset[int]:
    """The rows in which a cell of a column begins: filled, and neither the one above merged nor repeated."""
    cells = [row.cells[index] if index < len(row.cells) else None for row in rows]
    filled = [(n, cell) for n, cell in enumerate(cells) if cell is not None and not cell.is_empty]
    again = [one is two or one.text == two.text for (_, one), (_, two) in pairwise(filled)]
    return frozenset(n for (n, _), is_again in zip(filled, [False, *again], strict=False) if not is_again)


def _is_merged(rows: Sequence[Row], index: int) -> bool:
    """Are most cells of a column those of the one before?"""
    merged = [row for row in rows if index < len(row.cells) and row.cells[index] is row.cells[index - 1]]
    return bool(rows) and 2 * len(merged) >= len(rows)


def _told(title: str, body: Contents) -> tuple[str, float]:
    """The role a header most clearly speaks for, and how clearly; ("extra", 0) where the cells deny it.

    Over prose it is the wordy one of several ("What we will do, by when").
    """
    role, weight = header_role(title)
    if _is_denied(role, weight, body):
        return "extra", 0.0
    few = body.date if role == "deadline" else body.owner
    if role not in _SHORT or body.words <= _PROSE_WORDS or few >= FEW:
        return role, weight
    wordy = {name: clear for name, clear in header_roles(title).items() if name in _WORDY and clear >= LEAST}
    return max(wordy.items(), key=lambda pair: pair[1], default=(role, weight))


def _is_denied(role: str, weight: float, body: Contents) -> bool:
    """Are there words where a header speaks of numbers or weakly of owners, owners where it speaks of times?

    Or nothing but decisions where it speaks of what to do ("Response: Agreed.")?
    """
    if role == "number":
        return body.filled > 0 and body.reference < FEW and body.words > SAID
    if role == "deadline":
        return body.owner >= CLEAR and body.timescale < FEW
    if role == "action" and body.decided >= CLEAR:
        return True
    is_weak = role.startswith("owner") and weight < SURE
    return is_weak and body.filled > 0 and body.owner < FEW and body.words > WORDED
