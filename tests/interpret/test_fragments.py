"""Rows as fragments: what work they take."""

from __future__ import annotations

from actionplan_extract.interpret.fragments import fragments
from actionplan_extract.interpret.groups import Group, Keys, Theme
from actionplan_extract.interpret.lines import Line
from actionplan_extract.model import Column
from actionplan_extract.passage import Passage

from ..growth import grows_in_step
from .helpers import SENSES, cell


def test_rows_beside_one_timescale_take_work_in_step_with_their_number() -> None:
    columns = tuple(Column(number, Passage.of(role), role, 1.0) for number, role in enumerate(("action", "deadline")))
    when = cell("March 2024", 0, 1, rows=4_000)
    first = Line(columns, (cell("Publish a plan"), when), (None, None))
    others = [Line(columns, (cell("Publish it", row), None), (None, when)) for row in range(1, 4_000)]

    def read(count: int) -> None:
        found, _ = fragments(Group((first, *others[: count - 1]), Theme(), Keys(None)), SENSES)
        assert sum(fragment.shared for fragment in found) == count

    assert grows_in_step(read, 1_000)
