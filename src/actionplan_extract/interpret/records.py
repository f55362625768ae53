"""Labelled fields, one after the other, to a table with a column a label and a row an action."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, islice, pairwise

from ..model import Cell, Paragraph, Row, Senses
from ..passage import Passage
from .colours import with_ratings
from .columns import assign_roles
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

    def add_all(self, fields: Iterable[Field]) -> int:
        """Put fields into their rows; how many rows they began."""
        before = len(self.rows)
        for one in fields:
            self.add(one)
        return len(self.rows) - before

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
        done = [held for held in self.rows[-1].values() if held.role == "action" and held.paragraphs]
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
    counts = [held.add_all(stretch.fields) for stretch in stretches]
    if not held.rows:
        return None
    header = _header(held.rows)
    if len(header) > _MOST_LABELS:
        return None
    rows = [_row(number, record, header) for number, record in enumerate(held.rows)]
    columns, notices = assign_roles(tuple(header.values()), rows, senses)
    return PlanTable(
        with_ratings(columns, rows),
        tuple(_sections(stretches, counts, rows)),
        tuple(one.label.text for stretch in stretches for one in stretch.fields),
        notices,
        paragraphs,
        labelled=True,
    )


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


def _row(number: int, record: Record, header: dict[str, Cell]) -> Row:
    return Row(tuple(_cell(number, cell.column, key, record) for key, cell in header.items()))


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
