"""Layouts that a reader of tables easily gets wrong: upright headers, watermarks, stripes, frames, pages that end."""

from __future__ import annotations

from actionplan_extract.model import Document, Paragraph
from actionplan_extract.readers import pdf as reader

from .pdf_fixtures import BOLD, Sheet, pdf

HEADS = ("Recommendation", "Action", "Lead", "Due")
ROWS = (
    ("Open the archive", "Hire an archivist", "Chief Librarian", "May 2026"),
    ("Mend the roof", "Ask three builders", "Estates Manager", "June 2026"),
    ("Lend more books", "Drop the fines", "Chief Librarian", "July 2026"),
)
XS = (50, 180, 310, 430, 540)


def read(*sheets: Sheet) -> Document:
    return reader.read(pdf(*sheets), "plan.pdf")


def rows(document: Document, table: int = 0) -> list[tuple[str, ...]]:
    cells = document.tables[table].cells
    return [tuple(cell.text for cell in cells if cell.row == row) for row in sorted({cell.row for cell in cells})]


def written(ys: tuple[float, ...], *, head: str = BOLD) -> Sheet:
    sheet = Sheet()
    for number, (row, y) in enumerate(zip((HEADS, *ROWS), ys, strict=False)):
        for x, text in zip(XS, row, strict=False):
            sheet.text(x + 4, y + 4, text, font="F1" if number else head)
    return sheet


YS = (100, 120, 140, 160)


def test_row_without_upright_rules_is_parted_as_the_others_are() -> None:
    sheet = written(YS)
    for y in (*YS, 180):
        sheet.rule(XS[0], y, XS[-1], y)
    for top in YS[::2]:  # every other row has upright rules
        for x in XS:
            sheet.rule(x, top, x, top + 20)
    for x in (XS[0], XS[-1]):
        sheet.rule(x, 100, x, 180)
    assert rows(read(sheet)) == [HEADS, *ROWS]


def test_band_with_words_on_the_sides_of_columns_stays_whole() -> None:
    sheet = Sheet().grid(XS, (100, 120)).grid((XS[0], XS[-1]), (120, 140)).grid(XS, (140, 160))
    for x, head, cell in zip(XS, HEADS, ROWS[0], strict=False):
        sheet.text(x + 4, 104, head).text(x + 4, 144, cell)
    sheet.text(54, 124, "What the library will do to be open to everybody in the town and the villages around it")
    assert [len(row) for row in rows(read(sheet))] == [4, 1, 4]


def test_framed_rows_without_upright_rules_have_the_columns_of_their_white_space() -> None:
    sheet = written(YS)
    for y in (*YS, 180):
        sheet.rule(XS[0], y, XS[-1], y)
    sheet.rule(XS[0], 100, XS[0], 180).rule(XS[-1], 100, XS[-1], 180)
    assert rows(read(sheet)) == [HEADS, *ROWS]


def test_watermark_across_a_table_is_furniture() -> None:
    sheet = written(YS).grid(XS, (*YS, 180))
    sheet.draw("BT 0.8 g /F1 60 Tf 0.7071 0.7071 -0.7071 0.7071 150 600 Tm (DRAFT) Tj ET")
    document = read(sheet)
    assert rows(document) == [HEADS, *ROWS]
    assert [text.text for text in document.furniture] == ["DRAFT"]


def test_words_that_run_up_the_page_are_whole() -> None:
    sheet = Sheet().grid((50, 80, 200), (100, 200, 220))
    sheet.upwards(70, 195, "Reference number").text(85, 104, "Action").text(55, 204, "1").text(85, 204, "Hire")
    assert rows(read(sheet)) == [("Reference number", "Action"), ("1", "Hire")]


def test_letters_of_an_upright_line_drawn_one_by_one_are_words() -> None:
    sheet = Sheet().grid((50, 80, 200), (100, 200, 220))
    width = 5.56  # of each of these letters in Helvetica at 10 points
    for number, letter in enumerate("done"):
        sheet.upwards(70, 195 - number * width, letter)
    sheet.text(85, 104, "Action").text(55, 204, "1").text(85, 204, "Hire")
    assert rows(read(sheet)) == [("done", "Action"), ("1", "Hire")]


def test_section_number_that_runs_into_its_text_is_parted_from_it() -> None:
    document = read(Sheet().text(50, 100, "1.1Sort the requests").text(50, 140, "See 2.5Gb of files"))
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == [
        "1.1 Sort the requests",
        "See 2.5Gb of files",
    ]


def test_head_of_several_lines_is_furniture_though_its_last_line_stands_lower() -> None:
    sheets = [
        Sheet(842, 595)
        .text(50, 40, "Gwynedd")
        .text(50, 54, "Climate log")
        .text(50, 68, "Version 3")
        .lines(50, 120, [f"Page {number} tells of {topic}.", "It goes on for a while."])
        for number, topic in enumerate(("boilers", "buses", "peat"))
    ]
    document = read(*sheets)
    assert {text.text for text in document.furniture} == {"Gwynedd", "Climate log", "Version 3"}


def test_sentence_that_a_page_cuts_in_running_text_is_one_paragraph() -> None:
    first = Sheet().text(50, 700, "Whoever asks for a new ledger is told by the board that")
    second = Sheet().text(50, 60, "there is none. A second sentence follows it.")
    texts = [block.text for block in read(first, second).blocks if isinstance(block, Paragraph)]
    assert texts == [
        "Whoever asks for a new ledger is told by the board that there is none. A second sentence follows it."
    ]


def test_paragraphs_on_two_pages_stay_two() -> None:
    first = Sheet().text(50, 700, "Nobody asked for a new ledger.")
    second = Sheet().text(50, 60, "Some did ask for a new pen.")
    assert len([block for block in read(first, second).blocks if isinstance(block, Paragraph)]) == 2


def test_bold_label_begins_a_paragraph_behind_a_full_line() -> None:
    line = "Count how many letters take longer than five days and publish the number every month in the local paper"
    sheet = Sheet().text(50, 100, f"{line}.").text(50, 112, "Lead:", font=BOLD).text(82, 112, "Head of Post")
    sheet.text(
        50, 124, "Another line that begins nothing at all and merely shows how wide the column is, to its very end."
    )
    texts = [block.text for block in read(sheet).blocks if isinstance(block, Paragraph)]
    assert texts[0] == f"{line}."
    assert texts[1].startswith("Lead: Head of Post")
