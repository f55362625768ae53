"""A table in every cell of a column: one table, told by HTML and by Word."""

from __future__ import annotations

import io

import docx
import pytest

from actionplan_extract.pipeline import extract_bytes
from actionplan_extract.readers import html
from actionplan_extract.readers._nested import Box, unnested

from .helpers import rows_of

OUTER = [("1", "Lend more boats."), ("2", "Mend the lock gates.")]
INNER = [
    [
        ("Action", "Lead", "When"),
        ("Buy four boats.", "Head of Leisure", "May 2025"),
        ("Paint them.", "Yard", "Ongoing"),
    ],
    [("Action", "Lead", "When"), ("Hire divers.", "Chief Executive", "June 2025")],
]


def in_html(*, header: bool = True) -> bytes:
    inner = ["".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in table) for table in INNER]
    pairs = zip(OUTER, inner, strict=True)
    rows = "".join(f"<tr><td>{n}</td><td>{text}</td><td><table>{held}</table></td></tr>" for (n, text), held in pairs)
    top = "<tr><th>No</th><th>Recommendation</th><th>How we will do it</th></tr>" if header else ""
    return f"<h1>Canal plan</h1><table>{top}{rows}</table>".encode()


def in_word() -> bytes:
    document = docx.Document()
    table = document.add_table(3, 3)
    for column, text in enumerate(("No", "Recommendation", "How we will do it")):
        table.cell(0, column).text = text
    for row, ((number, text), held) in enumerate(zip(OUTER, INNER, strict=True), 1):
        table.cell(row, 0).text, table.cell(row, 1).text = number, text
        inner = table.cell(row, 2).add_table(len(held), 3)
        for r, line in enumerate(held):
            for c, said in enumerate(line):
                inner.cell(r, c).text = said
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("data", "name"), [(in_html(), "plan.html"), (in_word(), "plan.docx")])
def test_inner_rows_are_actions_with_their_own_dates(data: bytes, name: str) -> None:
    extraction = extract_bytes(data, name)
    found = [
        (
            each.number,
            each.text,
            action.text,
            [owner.text for owner in action.owners],
            [d.text for d in action.deadlines],
        )
        for each in extraction.plan.recommendations
        for action in each.actions
    ]
    assert found == [
        ("1", "Lend more boats.", "Buy four boats.", ["Head of Leisure"], ["May 2025"]),
        ("1", "Lend more boats.", "Paint them.", ["Yard"], ["Ongoing"]),
        ("2", "Mend the lock gates.", "Hire divers.", ["Chief Executive"], ["June 2025"]),
    ]
    assert extraction.words_kept == 1.0


def test_what_stands_beside_reaches_down_over_the_inner_rows() -> None:
    (table,) = html.read(in_html(), "plan.html").tables
    spans = {cell.text: (cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells}
    assert table.columns == 5
    assert spans["How we will do it"] == (0, 2, 1, 3)
    assert spans["Recommendation"] == (0, 1, 2, 1)
    assert spans["Lend more boats."] == (2, 1, 2, 1)
    assert spans["Hire divers."] == (4, 2, 1, 1)


def test_one_table_in_a_cell_stays_its_text() -> None:
    page = (
        "<table><tr><td>Recommendation 1</td><td><table><tr><td>Buy</td><td>boats</td></tr></table></td></tr></table>"
    )
    (table,) = html.read(page.encode(), "plan.html").tables
    assert rows_of(table) == [["Recommendation 1", "Buy\tboats"]]


def boxes(table: str) -> list[Box[str]]:
    """The boxes of a table written as rows of single letters; a digit stands for a table of so many columns."""
    return [Box(held, row, column) for row, line in enumerate(table.split()) for column, held in enumerate(line)]


def inner(held: str) -> list[Box[str]] | None:
    return boxes("abcdef"[: int(held)]) if held.isdigit() else None


@pytest.mark.parametrize("table", ["x2", "x2 x3", "x2 2x", "2 2", "xy xy", "x1 x1"])
def test_tables_that_are_not_alike_are_left_as_they_are(table: str) -> None:
    assert unnested(boxes(table), inner, str) is None


def test_rows_without_a_table_reach_over_its_columns() -> None:
    found = unnested(boxes("hk x2 yz w2"), inner, str)
    assert found is not None
    places = [(box.held, box.row, box.column, box.column_span) for box in found]
    assert places == [
        *(("h", 0, 0, 1), ("k", 0, 1, 2), ("x", 1, 0, 1), ("a", 1, 1, 1), ("b", 1, 2, 1)),
        *(("y", 2, 0, 1), ("z", 2, 1, 2), ("w", 3, 0, 1), ("a", 3, 1, 1), ("b", 3, 2, 1)),
    ]
