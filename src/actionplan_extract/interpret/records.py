"""Labelled fields, one after the other, to a table with a column a label and a row an action."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, groupby, islice, pairwise

from ..model import Cell, Paragraph, Row, Senses
from ..passage import Passage
from .colours import with_ratings
from .columns import assign_roles
from .contents import is_timescale
from .headers import header_roles
from .labels import Label
from .plan_tables import PlanTable, Section
from .stitch import join_paragraphs

ASKED = Label(Passage.of("Recommendation"))  # what opens a recommendation without the word for it
THEME = Label(Passage.of("Theme"))
DONE = Label(Passage.of("Action"))
MORE = Label(Passage(), goes_on=True)  # what goes on with the field before it
_CLEAR = 0.6
_MOST_LABELS = 60
_LEAST_PARTS = 2  # that tell something but once, and actions of which one has several
_ANSWERS = frozenset(("deadline", "owner_officer", "owner_member"))
_OPENS = ("recommendation", "heading")


@dataclass(frozen=True, slots=True)
class Field:
    """What stands behind a label; `fill` is its colour, where it has one.

    `begins`: it surely begins a row; `inner`: it stands within the text of the field before it, an item of a list.
    """

    label: Label
    paragraphs: tuple[Paragraph, ...] = ()
    fill: str | None = None
    begins: bool = False
    inner: bool = False

    @property
    def role(self) -> str:
        """The role its label speaks for."""
        return self.label.role[0]

    def with_more(self, paragraphs: Sequence[Paragraph]) -> Field:
        """The field with paragraphs that go on with it; a sentence cut between them is joined."""
        return replace(self, paragraphs=join_paragraphs(self.paragraphs, paragraphs))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Fields that stand together below the same paragraphs, in a grid or (None) in running text."""

    fields: tuple[Field, ...]
    above: tuple[Paragraph, ...] = ()
    grid: int | None = None


Record = dict[str, Field]
"""The fields of one row by their label's key."""


@dataclass(frozen=True, slots=True)
class _Cycle:
    """How labels come again: the key of the one that opens each record, and of those that come once in each."""

    first: str = ""
    inner: frozenset[str] = frozenset()

    @staticmethod
    def of(stretches: Sequence[Stretch]) -> _Cycle:
        """The cycle of all stretches' labels; that of none where they do not come again."""
        runs = [_keys(stretch.fields) for stretch in stretches]
        opening = Counter(run[0] for run in runs if run)
        first = max(opening, key=lambda key: opening[key], default="")
        cycles = list(_cycles([key for run in runs for key in run], first))
        widest = max((len(set(cycle)) for cycle in cycles), default=0)
        if len(cycles) <= 1 or any(2 * len(set(cycle)) <= widest for cycle in cycles):
            return _Cycle()
        once = (key for key in cycles[0] if all(cycle.count(key) == 1 for cycle in cycles))
        return _Cycle(first, frozenset(once) - {first})


def _keys(fields: Sequence[Field]) -> list[str]:
    """The keys of fields in order, one that merely goes on left out."""
    return [key for key, _ in groupby(one.label.key for one in fields if not one.label.goes_on)]


def _cycles(keys: Sequence[str], first: str) -> Iterator[list[str]]:
    """The keys from each that opens a record to the next."""
    starts = [place for place, key in enumerate(keys) if key == first]
    yield from (list(keys[start:end]) for start, end in pairwise([*starts, len(keys)]))


@dataclass(slots=True)
class _Records:
    """Rows while they are gathered; `key` is the last field's."""

    cycle: _Cycle
    rows: list[Record] = field(default_factory=list)
    key: str = ""

    def add_all(self, stretch: Stretch) -> int:
        """Put a stretch's fields into their rows, none of them above a heading; how many rows they began."""
        before = len(self.rows)
        is_headed = stretch.grid is None and bool(stretch.above)
        if is_headed and self._done() and not stretch.fields[0].label.goes_on:
            self.rows.append({})
        for one in stretch.fields:
            if one.paragraphs or one.label.number or one.role not in _OPENS:  # a bare heading "Recommendations" is none
                self.add(one)
        return len(self.rows) - before

    def _done(self) -> list[Field]:
        """What is to be done by the last row."""
        row = self.rows[-1] if self.rows else {}
        return [held for held in row.values() if held.role == "action" and held.paragraphs]

    def add(self, one: Field) -> None:
        """Put a field into the row it belongs to, or begin one with it."""
        key = one.label.key or self.key
        if not self.rows or self._begins(one, key):
            self.rows.append({})
        self.rows[-1][key] = self._with_held(one, key)
        self.key = key

    def _with_held(self, one: Field, key: str) -> Field:
        """The field, joined to what its row has behind the same label; a number alone above a text is the text's."""
        held = self.rows[-1].get(key)
        if held and held.paragraphs:
            return held.with_more(one.paragraphs)
        return replace(one, label=held.label) if held and held.label.number and not one.label.number else one

    def _begins(self, one: Field, key: str) -> bool:
        """Does a field begin a row: one that opens a recommendation, or one that an action's row has already?"""
        if one.label.goes_on:
            return False
        done = self._done()
        again = key == self.key and not one.label.number and not one.begins
        if key == self.cycle.first or one.role in _OPENS:
            is_next = key in self.rows[-1] or (bool(done) and key not in self.cycle.inner)
            return is_next and not again
        if one.begins:
            return bool(done) or key in self.rows[-1]
        return key in self.rows[-1] and bool(done) and not again and not done[0].begins


def labelled_table(
    stretches: Sequence[Stretch], senses: Senses, paragraphs: tuple[Paragraph, ...] = ()
) -> PlanTable | None:
    """The table of all stretches' fields; `paragraphs` are those they stand in. None without fields, or of too many."""
    held = _Records(_Cycle.of(stretches))
    counts = [held.add_all(stretch) for stretch in stretches]
    if not held.rows:
        return None
    _spread(held.rows, counts)
    header = _header(held.rows)
    if len(header) > _MOST_LABELS:
        return None
    rows = list(_rows(held.rows, header))
    columns, notices = assign_roles(tuple(header.values()), rows, senses)
    return PlanTable(
        with_ratings(columns, rows),
        tuple(_sections(stretches, counts, rows)),
        tuple(one.label.text for stretch in stretches for one in stretch.fields),
        notices,
        paragraphs,
        labelled=True,
    )


def _spread(rows: Sequence[Record], counts: Sequence[int]) -> None:
    """Give all rows of a stretch what it tells but once, in its last row or before its first action, as all others do.

    So "Lead service: …" below every list of a plan speaks for each whole list.
    """
    ends = [0, *accumulate(counts)]
    parts = [rows[start:end] for start, end in pairwise(ends) if end > start]
    if len(parts) < _LEAST_PARTS or all(len(part) < _LEAST_PARTS for part in parts):
        return
    for key in {key for row in rows for key, one in row.items() if one.role in _ANSWERS}:
        role = next(row[key].role for row in rows if key in row)
        last = all(_tells(part[-1:], role) == [key] and not _tells(part[:-1], role) for part in parts)
        first = all(_tells(part[:1], role) == [key] and not _tells(part[1:], role) for part in parts)
        if last or (first and all(_is_before_action(part[0], key) for part in parts)):
            for part in parts:
                held = part[-1 if last else 0][key]
                for row in part:
                    row[key] = held


def _tells(rows: Sequence[Record], role: str) -> list[str]:
    """The keys of the fields of a role that rows have."""
    return [key for row in rows for key, one in row.items() if one.role == role]


def _is_before_action(row: Record, key: str) -> bool:
    return next((held for held, one in row.items() if held == key or one.role == "action"), "") == key


def _header(records: Sequence[Record]) -> dict[str, Cell]:
    """The header cell of each column by key: a label's number has a column of its own before it."""
    labels = [(key, one.label) for record in records for key, one in record.items()]
    numbered = {key for key, label in labels if label.number}
    header: dict[str, Cell] = {}
    for key, label in labels:
        if key in numbered:
            number = Paragraph(Passage.of(f"{key} number"))
            header.setdefault(f"{key} number", Cell(0, len(header), (number,)))
        named = ASKED.text if label.opens else label.text
        header.setdefault(key, Cell(0, len(header), (Paragraph(named),)))
    return header


def _rows(records: Sequence[Record], header: dict[str, Cell]) -> Iterator[Row]:
    """The rows; a field that speaks for several of them is one cell, merged down."""
    above: Record = {}
    cells: tuple[Cell, ...] = ()
    for number, record in enumerate(records):
        merged = [key in record and record[key] is above.get(key) for key in header]
        cells = tuple(
            cells[cell.column] if down else _cell(number, cell.column, key, record)
            for down, (key, cell) in zip(merged, header.items(), strict=True)
        )
        above = record
        yield Row(cells)


def _cell(row: int, column: int, key: str, record: Record) -> Cell:
    if key in record:
        return Cell(row, column, record[key].paragraphs, fill=record[key].fill)
    one = record.get(key.removesuffix(" number"))
    return Cell(row, column, (Paragraph(one.label.number),) if one and one.label.number else ())


def _sections(stretches: Sequence[Stretch], counts: Sequence[int], rows: Sequence[Row]) -> Iterator[Section]:
    """A section a stretch, with as many rows as began in it."""
    following = iter(rows)
    for stretch, count in zip(stretches, counts, strict=True):
        yield Section(tuple(islice(following, count)), stretch.above, stretch.grid)


def is_firm(table: PlanTable, least: int) -> bool:
    """Does a label say that something is to be done, and most rows who does it or when?"""
    actions = [column for column in table.columns if column.role == "action"]
    if not any(header_roles(column.header.text).get("action", 0.0) >= _CLEAR for column in actions):
        return False
    answers = table.indices("deadline", "owner_officer", "owner_member")
    rows = [row for section in table.sections for row in section.rows]
    done = [row for row in rows if any(not row.cells[column.index].is_empty for column in actions)]
    answered = [row for row in done if any(not row.cells[column].is_empty for column in answers)]
    return len(answered) >= least and 2 * len(answered) >= len(done)


def is_whole(table: PlanTable, senses: Senses) -> bool:
    """Do several rows all say what is to be done, by whom and when, whatever label the first stands behind?

    What is to be done may say itself when.
    """
    rows = [row for section in table.sections for row in section.rows]
    done, who, when = (
        table.indices(*roles) for roles in (("action",), ("owner_officer", "owner_member"), ("deadline",))
    )
    told = all(_says(row, done) and _says(row, who) for row in rows)
    dated = all(_says(row, when) or any(is_timescale(row.cells[n].text, senses) for n in done) for row in rows)
    return len(rows) > 1 and told and dated


def _says(row: Row, columns: Sequence[int]) -> bool:
    return any(not row.cells[column].is_empty for column in columns)
