"""Rows as fragments: what work they take."""

from __future__ import annotations

from actionplan_extract.interpret.fragments import fragments
from actionplan_extract.interpret.groups import Group, Keys, Theme
from actionplan_extract.interpret.lines import Line
from actionplan_extract.model import Column
from actionplan_extract.passage import Passage

from ..growth import grows_in_step
from .helpers import SENSES, cell


def test_rows_without_a_key_take_work_in_step_with_their_number() -> None:
    roles = ("action", "owner_officer", "deadline")
    columns = tuple(Column(number, Passage.of(role), role, 1.0) for number, role in enumerate(roles))

    def read(count: int) -> None:
        lines = tuple(Line(columns, cells, (None,) * 3) for cells in held[:count])
        assert len(fragments(Group(lines, Theme(), Keys(None)), SENSES)[0]) == count

    texts = ("Publish a plan", "Director of Place", "March 2024")
    held = [tuple(cell(text, row, column) for column, text in enumerate(texts)) for row in range(4_000)]
    assert grows_in_step(read, 1_000)
