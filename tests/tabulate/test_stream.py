from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import cycle, islice

import pytest

from actionplan_extract.model import Cell, Paragraph
from actionplan_extract.passage import Passage
from actionplan_extract.tabulate.stream import stream_rows, stream_start

TITLES = {
    "n": "Ref",
    "r": "Recommendation",
    "a": "What will we do?",
    "o": "Lead officer",
    "m": "Lead\nmember",
    "d": "By when",
    "s": "RAG",
    "p": "Progress",
}
LABELS = ["Streets", "Housing and planning", "People", "Our staff", "Money"]
RECOMMENDATIONS = [
    "The council should tell residents more plainly what it will stop doing and why.",
    "Growth\nThere is room for more houses, and the plan should say where they will go.",
    "Members need training on how the money works.",
    "The council should agree with its partners who does what, and keep to it for longer than a year at a time.",
]
ACTIONS = [
    "We will publish a plan.\nTalks with staff come first.",
    "A board of officers and members will meet each month and report to Cabinet on what it finds.",
    "We will:\nask staff\nask members",
    "Print it",
    "The budget is being drawn up now. It goes to Council in the spring.",
]
OFFICERS = ["Chief Executive", "Director of Finance", "Head of Policy and Partnerships", "Monitoring Officer"]
MEMBERS = ["Leader of the Council", "Cllr A. Example", "Cabinet Member for Homes"]
DATES = ["March 2024", "Ongoing", "By the end of September 2024", "May 2024\nJuly 2025", "TBC"]
STATUSES = ["Green", "Amber", "Complete"]
PROGRESS = [
    "Talks held with all teams in the spring.",
    "",
    "Paper drafted",
    "Nothing to report yet, as the post is vacant.",
]


def texts(shape: str, rows: int) -> Iterator[str]:
    """The cells of a table with a header; a letter of the shape is a kind of column ("e" an empty one)."""
    yield from (TITLES.get(kind, "Notes" if kind == "e" else "Theme") for kind in shape)
    values = dict(
        zip(
            "traomdsp",
            map(cycle, (LABELS, RECOMMENDATIONS, ACTIONS, OFFICERS, MEMBERS, DATES, STATUSES, PROGRESS)),
            strict=True,
        )
    )
    for number in range(1, rows + 1):
        yield from (str(number) if kind == "n" else "" if kind == "e" else next(values[kind]) for kind in shape)


def cells(contents: Iterator[str] | list[str]) -> list[Cell]:
    return [
        Cell(0, number, tuple(Paragraph(Passage.of(line)) for line in text.split("\n")))
        for number, text in enumerate(contents)
    ]


def width(contents: Iterator[str] | list[str]) -> int:
    return len(stream_rows(cells(contents))[0].cells)


@pytest.mark.parametrize("rows", [2, 3, 8, 40])
@pytest.mark.parametrize("shape", ["rd", "raod", "nad", "rad", "nraod", "nraomd", "nraomds", "nraomdsp"])
def test_two_to_eight_columns_are_found(shape: str, rows: int) -> None:
    assert width(texts(shape, rows)) == len(shape)


@pytest.mark.parametrize("shape", ["raodn", "traod", "naode", "nade", "ersad", "dra"])
def test_the_order_of_columns_and_empty_ones_make_no_difference(shape: str) -> None:
    assert width(texts(shape, 9)) == len(shape)


@pytest.mark.parametrize("shape", ["nraod", "raod", "nraomds"])
@pytest.mark.parametrize("missing", [1, 2])
def test_cells_missing_at_the_end_are_filled_up(shape: str, missing: int) -> None:
    contents = list(texts(shape, 9))[:-missing]
    rows = stream_rows(cells(contents))
    assert {len(row.cells) for row in rows} == {len(shape)}
    assert [cell.is_empty for cell in rows[-1].cells[-missing:]] == [True] * missing


def test_one_row_below_a_header_is_enough_where_it_starts_with_a_number() -> None:
    assert width(texts("nraod", 1)) == 5


def test_the_header_may_begin_with_an_empty_cell() -> None:
    assert width(["", *islice(texts("nraod", 9), 1, None)]) == 5


def test_cells_are_numbered_by_row_and_column_and_keep_their_text() -> None:
    contents = list(texts("nraod", 3))
    rows = stream_rows(cells(contents))
    assert [(cell.row, cell.column) for cell in rows[2].cells] == [(2, column) for column in range(5)]
    assert [cell.text for row in rows for cell in row.cells] == contents


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_a_few_cells_are_no_table_and_no_error(count: int) -> None:
    assert sum(len(row.filled) for row in stream_rows(cells(["Agree it"] * count))) == count


LOG = [
    ["Ref", "Action", "Owner", "When"],
    *(
        [str(n), f"We will look at matter {n} with our partners and report.", f"Head of Service {n}", "May 2024"]
        for n in range(1, 10)
    ),
]


def stream(texts: Sequence[str]) -> list[Cell]:
    return [Cell(0, number, (Paragraph(Passage.of(text)),)) for number, text in enumerate(texts)]


@pytest.mark.parametrize("lost", [14, 15, 19, 22])
def test_a_lost_cell_shifts_no_later_row(lost: int) -> None:
    texts = [text for line in LOG for text in line]
    del texts[lost]
    rows = [[cell.text for cell in row] for row in stream_rows(stream(texts))]
    assert len(rows) == len(LOG)
    assert rows[lost // 4 + 1 :] == LOG[lost // 4 + 1 :]
    assert rows[lost // 4][lost % 4] == ""


def calls_to_read(times: int) -> int:
    """How many functions are called to read a stream of that many times the log's rows."""
    cells = stream([text for line in [LOG[0], *(LOG[1:] * times)] for text in line])
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        stream_rows(cells)
    finally:
        sys.setprofile(None)
    return calls


def test_growth_is_linear() -> None:
    assert calls_to_read(40) <= 4.5 * calls_to_read(10)


def test_titles_before_the_header_are_no_cells_of_the_table() -> None:
    titles = ["Anytown Council", "This plan answers the five findings of the review, and the cabinet owns it."]
    cells = stream([*titles, *(text for line in LOG for text in line)])
    assert stream_start(cells) == 2
    assert stream_start(cells[2:]) == 0
