from __future__ import annotations

import pytest

from actionplan_extract.normalise.deadline import parse_deadlines
from actionplan_extract.normalise.kept_date import as_kept
from actionplan_extract.passage import Passage, Place, join


def cell(text: str, date: str | None) -> Passage:
    return Passage.of(text, Place(table=0, date=date))


@pytest.mark.parametrize(
    ("text", "date"),
    [("Mar-24", "2024-03"), ("01-Mar", "2024-03-01"), ("3/1/2024", "2024-03-01"), ("2024", "2024")],
)
def test_a_deadline_is_typed_from_the_date_behind_the_text(text: str, date: str) -> None:
    found = as_kept(parse_deadlines(text)[0], cell(text, date))
    assert (found.kind, found.edtf, found.text, found.span) == ("point", date, text, (0, len(text)))
    assert found.assumptions == []


def test_text_without_a_date_behind_it_is_read_as_text() -> None:
    deadline = parse_deadlines("3/1/2024")[0]
    assert as_kept(deadline, cell("3/1/2024", None)) is deadline
    two = join("\n", [cell("Mar-24", "2024-03"), cell("Apr-24", "2024-04")])
    assert as_kept(deadline, two) is deadline
