"""Tables without upright rules, found by the columns that their text keeps to."""

from __future__ import annotations

from collections.abc import Sequence

from actionplan_extract.model import Document, Table
from actionplan_extract.readers import pdf as reader

from .pdf_fixtures import BOLD, Sheet, pdf

XS = (50, 90, 300, 420)
HEADERS = ("Ref", "Action", "Lead", "Timescale")


def read(*sheets: Sheet) -> Document:
    return reader.read(pdf(*sheets), "plan.pdf")


def texts(table: Table) -> list[list[str]]:
    rows = max(cell.row for cell in table.cells) + 1
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(rows)]


def row(sheet: Sheet, top: float, entries: Sequence[str], font: str = "F1") -> Sheet:
    for x, entry in zip(XS, entries, strict=True):
        sheet.lines(x, top, entry.split("\n"), font=font)
    return sheet


def plan() -> Sheet:
    sheet = row(Sheet(), 100, HEADERS, font=BOLD)
    row(sheet, 120, ("1", "Write a plan with all of the\npartners we have", "Clerk", "May 2024"))
    return row(sheet, 144, ("2", "Bring it to Cabinet", "Leader of\nthe Council", "June 2024"))


EXPECTED = [
    list(HEADERS),
    ["1", "Write a plan with all of the partners we have", "Clerk", "May 2024"],
    ["2", "Bring it to Cabinet", "Leader of the Council", "June 2024"],
]


def test_rows_begin_at_their_references() -> None:
    (table,) = read(plan()).tables
    assert (table.columns, texts(table)) == (4, EXPECTED)


def test_rows_begin_at_level_rules() -> None:
    sheet = row(Sheet(), 100, ("Aim", *HEADERS[1:]), font=BOLD)
    row(sheet, 120, ("Homes", "Write a plan with all of the\npartners we have", "Clerk", "May 2024"))
    row(sheet, 147, ("Roads\nand rail", "Bring it to Cabinet", "Leader of\nthe Council", "June 2024"))
    for y in (116, 145, 175):
        sheet.rule(50, y, 500, y)
    (table,) = read(sheet).tables
    assert texts(table)[1:] == [["Homes", *EXPECTED[1][1:]], ["Roads and rail", *EXPECTED[2][1:]]]


def test_rows_begin_at_wide_gaps() -> None:
    sheet = row(Sheet(), 100, ("Aim", *HEADERS[1:]), font=BOLD)
    row(sheet, 112, ("Homes", "Write a plan with all of the\npartners we have", "Clerk", "May 2024"))
    row(sheet, 146, ("Roads\nand rail", "Bring it to Cabinet", "Leader of\nthe Council", "June 2024"))
    (table,) = read(sheet).tables
    assert texts(table)[1:] == [["Homes", *EXPECTED[1][1:]], ["Roads and rail", *EXPECTED[2][1:]]]


def test_gaps_between_paragraphs_are_narrower_than_those_between_rows() -> None:
    sheet = row(Sheet(), 100, ("When", *HEADERS[1:]), font=BOLD)
    row(sheet, 130, ("May", "Choose what to look at\nevery quarter:", "Clerk", "x"))
    sheet.text(XS[1], 158, "complaints, by ward").text(XS[1], 174, "petitions")
    row(sheet, 204, ("June", "Fill the post", "Leader", "y"))
    (table,) = read(sheet).tables
    assert [[line[0], line[1]] for line in texts(table)[1:]] == [
        ["May", "Choose what to look at every quarter:\ncomplaints, by ward\npetitions"],
        ["June", "Fill the post"],
    ]


def test_rows_below_a_coloured_header() -> None:
    sheet = Sheet()
    for x0, x1 in zip((45, 85, 295, 415), (85, 295, 415, 545), strict=True):
        sheet.fill(x0, 98, x1, 114, (0.8, 0.8, 1))
    sheet.operators += plan().operators
    (table,) = read(sheet).tables
    assert texts(table) == EXPECTED
    assert table.cells[0].fill == "#ccccff"


def test_text_below_that_runs_across_is_not_of_the_table() -> None:
    sheet = plan().text(
        50, 190, "This plan was agreed by Cabinet and will be looked at again each quarter by its Board."
    )
    document = read(sheet)
    (table, paragraph) = document.blocks
    assert isinstance(table, Table)
    assert texts(table) == EXPECTED
    assert not isinstance(paragraph, Table)


def test_table_goes_on_without_headers_on_the_next_page() -> None:
    after = row(Sheet(), 60, ("3", "Report to members on all of it", "Clerk", "July 2024"))
    document = read(plan(), row(after, 84, ("4", "Look back", "Clerk", "2025")))
    assert [table.page for table in document.tables] == [1, 2]
    assert texts(document.tables[1])[1] == ["4", "Look back", "Clerk", "2025"]


def test_entries_are_found_in_the_verbatim_text() -> None:
    document = read(plan())
    pieces = [piece for table in document.tables for cell in table.cells for piece in cell.passage.sources()]
    text = document.pages[0].text
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)
    assert sum(len(piece.text.split()) for piece in pieces) == len(text.split())


def test_prose_is_no_table() -> None:
    lines = ["The Council met in May and in June,   with partners.", "It agreed that   the plan is   a good one."]
    assert read(Sheet().lines(50, 100, lines * 4)).tables == ()


def test_labels_and_their_text_are_no_table() -> None:
    sheet = Sheet()
    for number, (label, text) in enumerate((("Lead:", "Clerk"), ("Timescale:", "May 2024"), ("Status:", "Open"))):
        sheet.text(50, 100 + 12 * number, label, font=BOLD).text(150, 100 + 12 * number, text)
    assert read(sheet).tables == ()
