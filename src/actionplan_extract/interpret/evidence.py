"""What speaks for each role that a column may have, column by column: its header's words, what its cells hold, and
how they stand over those of others. Which column then has which role is for `columns` to weigh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ..model import Cell, Row, Senses
from ..passage import Passage
from .contents import Contents, contents
from .headers import header_role, header_roles, header_words

NOTHING = 0.4  # what must speak for a role, lest the column has none
KEYS = ("action", "recommendation", "heading")  # one column each at most
SURE, CLEAR, LEAST = 0.8, 0.6, 0.5
_DATES = 0.94  # dates tell more than any header but one that is the role's own name
_SHARE = 0.75  # what all cells of a column together say without a header
_FIRM = 0.95
_FEW = 0.3
_MOSTLY = 0.7
_WORDED, _SAID, _NAMED = 3.0, 4.0, 2.5  # mean words: of something to do, of sentences, of more than a level
_PROSE_WORDS, _NAME_WORDS, _STATUS_WORDS = 8, 8, 4
_TIMESCALE_WORDS, _OWNER_WORDS = 12, 14
_NARROW = 4  # columns: in a table of fewer, a cell of two is not most of a row
_SHORT = frozenset(("deadline", "owner_officer", "owner_member"))
_WORDY = frozenset(("action", "recommendation", "progress"))
_DATED_TOO = frozenset(("extra", "progress", "status"))  # a date under such a header is no deadline
_OTHER_DATES = frozenset(("date", "received", "raised", "agreed", "added", "reported", "review", "updated"))
_LATER_DATES = frozenset(("received", "raised", "reported", "review", "reviewed", "updated"))  # of no milestone
# What a header that names one role may mean besides, and how much less clearly.
_LOOSELY = {
    "recommendation": {"heading": 0.75, "action": 0.5},
    "summary": {"recommendation": 0.05},
    "heading": {"recommendation": 0.75, "action": 1.0},
    "outcome": {"action": 1.2},
    "progress": {"action": 2.0},
}
_WEAKLY = 0.3  # what something else's name tells of what is answered: less than NOTHING, unless nothing else tells
_TASKS = 0.3  # what cells that begin as tasks do add to the action


class Case(NamedTuple):
    """What speaks for a role: how much, how sure the role is by it, why in words, and what must hold besides.

    `needs` names what must hold besides (`whole.NEEDS`).
    """

    role: str
    weight: float
    sure: float
    why: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """A column: its title, what its header says most clearly, what its cells hold and the rows in which one begins."""

    index: int
    title: Passage
    role: str
    weight: float
    body: Contents
    begun: frozenset[int]
    is_key: bool  # does something stand in its first row?
    is_again: bool  # is it the column before once more, merged with it?

    @property
    def said(self) -> dict[str, float]:
        """The roles its header speaks for."""
        return header_roles(self.title.text)

    @property
    def is_silent(self) -> bool:
        """Does its header say nothing known?"""
        return self.weight == 0

    @property
    def is_names(self) -> bool:
        """Does it hold names, not sentences?"""
        return 0 < self.body.words <= _NAME_WORDS and self.body.sentence < LEAST


def evidence(index: int, titles: Sequence[Passage], rows: Sequence[Row], senses: Senses) -> Evidence:
    """What can be told of a column by itself."""
    body = contents(_own(rows, index), senses)
    role, weight = _told(titles[index].text, body)
    is_key = bool(rows) and index < len(rows[0].cells) and not rows[0].cells[index].is_empty
    is_again = index > 0 and titles[index].text == titles[index - 1].text and _is_merged(rows, index)
    return Evidence(index, titles[index], role, weight, body, _begun(rows, index), is_key, is_again)


def _is_merged(rows: Sequence[Row], index: int) -> bool:
    """Are most cells of a column those of the one before?"""
    merged = [row for row in rows if index < len(row.cells) and row.cells[index] is row.cells[index - 1]]
    return bool(rows) and 2 * len(merged) >= len(rows)


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


def _told(title: str, body: Contents) -> tuple[str, float]:
    """The role a header most clearly speaks for, and how clearly; ("extra", 0) where what the column holds denies it.

    Over prose it is the wordy one of several ("What we will do, by when").
    """
    role, weight = header_role(title)
    if role == "number" and body.filled and body.reference < _FEW and body.words > _SAID:
        return "extra", 0.0
    if role.startswith("owner") and weight < SURE and body.filled and body.owner < _FEW and body.words > _WORDED:
        return "extra", 0.0
    few = body.date if role == "deadline" else body.owner
    if role not in _SHORT or body.words <= _PROSE_WORDS or few >= _FEW:
        return role, weight
    wordy = {name: clear for name, clear in header_roles(title).items() if name in _WORDY and clear >= LEAST}
    return max(wordy.items(), key=lambda pair: pair[1], default=(role, weight))


def all_cases(columns: Sequence[Evidence]) -> list[list[Case]]:
    """The cases for each column's roles, the strongest first; always one for none ("extra")."""
    plain = [[*_by_header(column), *_by_contents(column)] for column in columns]
    dated = _deadlines(columns, plain)
    untitled = not any(column.title.text for column in columns)
    return [
        [case for case in (*held, *_besides(column, held, untitled)) if not (column.is_again and case.role in KEYS)]
        for column, held in zip(columns, dated, strict=True)
    ]


def best(cases: Sequence[Case]) -> Case:
    """The strongest of a column's cases."""
    return max(cases, key=lambda case: case.weight)


def _by_header(column: Evidence) -> Iterator[Case]:
    """What its header's words say, less what the cells deny."""
    yield Case("extra", NOTHING, 0.0, "nothing tells its role")
    if column.is_silent:
        return
    asked = column.said.get("recommendation", 0.0)
    if column.role == "extra" and asked and _says_what(column.body):
        yield Case("recommendation", asked, asked, "its header, over more than levels")
    elif column.role == "heading" and not column.is_key:
        yield Case("extra", 1.0, 1.0, "a heading that starts empty groups nothing")
    elif column.role != "outcome" or column.body.words >= _PROSE_WORDS or not _is_dated(column.body):
        yield Case(column.role, column.weight, column.weight, "its header")
    else:
        yield Case(column.role, column.weight - LEAST, column.weight, "its header")  # "Target" may head dates


def _says_what(body: Contents) -> bool:
    """Does a column hold more than levels, statuses and dates?"""
    return body.words >= _NAMED and max(body.timescale, body.status) < LEAST


def _is_dated(body: Contents) -> bool:
    return body.timescale >= _MOSTLY and body.words < _TIMESCALE_WORDS


def _by_contents(column: Evidence) -> Iterator[Case]:
    """What its cells say: dates under any header but a firm one, the rest where no header says anything."""
    body = column.body
    says_what = column.role in _WORDY and column.weight >= CLEAR and body.date < _FEW and body.words > _WORDED + 2
    if _is_dated(body) and not column.is_silent and column.role not in (*_DATED_TOO, "deadline") and not says_what:
        yield Case("deadline", _DATES, SURE, "dates in its cells")
    if not column.is_silent or (column.title.text.strip() and body.filled < 2):
        return
    for role, share in (
        ("number", body.reference),
        ("deadline", body.timescale if body.words < _TIMESCALE_WORDS else 0.0),
        ("status", body.status),
        ("owner_officer", body.owner if body.words < _OWNER_WORDS else 0.0),
    ):
        if share >= CLEAR:
            yield Case(role, _SHARE * share, _SHARE * share, "what its cells hold")


def _deadlines(columns: Sequence[Evidence], plain: Sequence[list[Case]]) -> list[list[Case]]:
    """The cases with those for deadlines weighed against each other."""
    named = any(column.role == "deadline" for column in columns)
    sifted = [
        [case for case in cases if not (named and case.role == "deadline" and _is_rival(column))]
        for column, cases in zip(columns, plain, strict=True)
    ]
    dated = [c.index for c, cases in zip(columns, sifted, strict=True) if best(cases).role == "deadline"]
    others = {index for index in dated if _is_later(columns[index])}
    if len(others) < len(dated):
        dated = [index for index in dated if index not in others]
        for index in others:
            sifted[index] = [Case("extra", 1.0, 1.0, "other dates beside timescales")]
    for column, cases in zip(columns, sifted, strict=True):
        if dated and dated[0] < column.index < dated[-1] and best(cases).role == "extra" and _is_milestone(column):
            cases.append(Case("deadline", 1.0 + LEAST, CLEAR, "dates between two timescales"))
    return sifted


def _is_rival(column: Evidence) -> bool:
    """Is it, beside a column named as the timescale, one by its cells alone, and not of mere dates?"""
    return column.role != "deadline" and column.body.date < CLEAR


def _is_later(column: Evidence) -> bool:
    return column.role != "deadline" and bool(_LATER_DATES.intersection(header_words(column.title.text)))


def _is_milestone(column: Evidence) -> bool:
    return column.body.date >= CLEAR and not _OTHER_DATES.intersection(header_words(column.title.text))


def _besides(column: Evidence, held: Sequence[Case], untitled: bool) -> Iterator[Case]:
    """What it may be besides, where no other column is more clearly so."""
    first = best(held)
    yield from _grouping(column, first, untitled)
    yield from _doing(column, first, untitled)
    body = column.body
    if first.role == "progress" and body.filled > 1 and body.status >= SURE and body.words <= _STATUS_WORDS:
        yield Case("status", NOTHING, column.weight, "nothing but statuses in its cells", ("alone",))
    if first.role == "extra" and body.owner >= CLEAR:
        yield Case("owner_officer", NOTHING, CLEAR, "owners in its cells", ("alone",))


def _grouping(column: Evidence, first: Case, untitled: bool) -> Iterator[Case]:
    """The cases for what the action answers: a recommendation or a heading."""
    body, several = column.body, "its cells stand over several rows"
    for role in ("recommendation", "heading"):
        if (loss := _LOOSELY.get(first.role, {}).get(role)) is not None:
            yield Case(role, first.weight - loss, CLEAR, f"its header ({first.role})")
    if first.role == "action":
        if body.words >= _SAID:
            yield Case("recommendation", _WEAKLY, CLEAR, "left of the action", ("left",))
        if column.is_names and body.filled > 1:
            yield Case("heading", _WEAKLY, LEAST, "the first column names what is done", ("first",))
    if first.role == "extra" and body.words >= _SAID and body.date < _FEW:
        yield Case("recommendation", CLEAR, CLEAR, several, ("left", "several"))
    if first.role == "outcome" and body.words >= _SAID:
        yield Case("recommendation", CLEAR, CLEAR, several, ("left", "several", "numbered"))
    if first.role == "extra" and first.sure == 0 and body.words >= (_NAMED if untitled else _SAID):
        yield Case("recommendation", NOTHING + 0.05, CLEAR, "sentences left of the action", ("left",))


def _doing(column: Evidence, first: Case, untitled: bool) -> Iterator[Case]:
    """The cases for the action, where no header names it more clearly."""
    body, said = column.body, column.said.get("action", 0.0)
    if body.words < _WORDED or first.role not in (*_LOOSELY, "extra") or first.role == "summary":
        return
    tasks, sure = _TASKS * body.task, min(first.sure or CLEAR, _MOSTLY)
    if said:
        yield Case("action", said + tasks, sure, "its header may mean it", ("asked or when",))
    if first.role != "extra":
        needs = ("when",) if first.role == "outcome" else ()
        yield Case("action", first.weight - _LOOSELY[first.role]["action"] + tasks, sure, "nothing else tells", needs)
    elif body.task >= LEAST:
        yield Case("action", NOTHING + tasks, sure, "what it holds begins as tasks do", ("answered",))
    elif first.sure == 0 and body.words >= _SAID:
        yield Case("action", NOTHING + tasks, sure, "sentences", ("answered twice",))
        if untitled and body.sentence >= CLEAR:
            yield Case("action", NOTHING + tasks, sure, "sentences beside dates", ("when",))
