"""Paragraphs, list items, headings, running heads, and the promise that every piece is verbatim."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from actionplan_extract.model import Document, Paragraph, Table, piece_verbatim
from actionplan_extract.readers import pdf as reader

from .pdf_fixtures import BOLD, BULLETS, Sheet, pdf

CELL_RIGHT = 200


def read(*sheets: Sheet, info: str = "") -> Document:
    return reader.read(pdf(*sheets, info=info), "plan.pdf")


def paragraphs(document: Document) -> Iterator[Paragraph]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (paragraph for cell in block.cells for paragraph in cell.paragraphs)
        else:
            yield block


def in_cell(*lines: str, pitch: float = 12) -> list[Paragraph]:
    """The paragraphs of lines in a cell that is 150 points wide, from 50 to 200."""
    sheet = Sheet().grid((50, CELL_RIGHT, 400), (100, 300)).lines(55, 104, lines, pitch).text(205, 104, "Lead")
    (table,) = read(sheet).tables
    return list(table.cells[0].paragraphs)


def texts(found: list[Paragraph]) -> list[str]:
    return [paragraph.text for paragraph in found]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert texts(in_cell("The Council will write a new", "plan with all its partners and", "bring it to Cabinet.")) == [
        "The Council will write a new plan with all its partners and bring it to Cabinet."
    ]


def test_wider_gap_begins_a_paragraph() -> None:
    sheet = Sheet().grid((50, CELL_RIGHT, 400), (100, 300))
    sheet.lines(55, 104, ("The Council will write a new", "plan with all its partners."))
    sheet.lines(55, 136, ("The plan will then be brought", "to Cabinet and to Council."))
    (table,) = read(sheet).tables
    assert len(table.cells[0].paragraphs) == 2


def test_line_that_stops_early_before_a_capital_ends_a_paragraph() -> None:
    assert texts(in_cell("March 2024", "Ongoing")) == ["March 2024", "Ongoing"]


def test_line_that_stops_early_before_lower_case_goes_on() -> None:
    assert texts(in_cell("A plan for", "the whole district")) == ["A plan for the whole district"]


@pytest.mark.parametrize("line", ["The Head of", "Finance,", "Finance /", "Finance and"])
def test_unfinished_line_goes_on_before_a_capital(line: str) -> None:
    assert texts(in_cell(line, "Housing")) == [f"{line} Housing"]


def test_line_that_closes_a_bracket_goes_on() -> None:
    lines = ("Lend out bags (Head of", "Roads;", "May 2026)", "Next one")
    assert texts(in_cell(*lines))[0] == "Lend out bags (Head of Roads; May 2026)"


def test_line_is_not_broken_before_a_stroke() -> None:
    assert texts(in_cell("A Head of all of our many", "Lands / Officers")) == [
        "A Head of all of our many Lands / Officers"
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("We will make it a long-", "term plan"), "We will make it a long-term plan"),
        (("The short-", "and long-term plan"), "The short- and long-term plan"),
        (("November 2023 -", "March 2024"), "November 2023 - March 2024"),
        (("For the years 2023–", "2024"), "For the years 2023–2024"),
    ],
)
def test_hyphen_at_a_line_end(lines: tuple[str, ...], expected: str) -> None:
    assert texts(in_cell(*lines)) == [expected]


def test_word_broken_in_a_narrow_column_is_put_together() -> None:
    sheet = Sheet().grid((50, 108, 400), (100, 300)).lines(55, 104, ("Recomme", "nd it to us"))
    (table,) = read(sheet).tables
    assert table.cells[0].text == "Recommend it to us"


def test_bullets_are_markers_with_levels() -> None:
    sheet = Sheet().grid((50, 250, 400), (100, 300)).text(55, 104, "We will:")
    for row, (x, item) in enumerate(((60, "plan well"), (60, "act, that is"), (80, "quickly"), (60, "report"))):
        sheet.text(x, 116 + 12 * row, "l", font=BULLETS).text(x + 12, 116 + 12 * row, item)
    (table,) = read(sheet).tables
    found = table.cells[0].paragraphs
    assert texts(list(found)) == ["We will:", "plan well", "act, that is", "quickly", "report"]
    assert [paragraph.glyph for paragraph in found] == ["", *["\uf0b7"] * 4]
    assert [paragraph.level for paragraph in found] == [0, 0, 0, 1, 0]


def test_item_goes_on_below_its_text_and_ends_at_the_margin() -> None:
    sheet = Sheet().grid((50, CELL_RIGHT, 400), (100, 300)).text(55, 104, "l", font=BULLETS)
    sheet.lines(67, 104, ("bring forward a plan for the", "whole of the district"))
    sheet.text(55, 128, "Members will be briefed")
    (table,) = read(sheet).tables
    assert texts(list(table.cells[0].paragraphs)) == [
        "bring forward a plan for the whole of the district",
        "Members will be briefed",
    ]


def test_printed_numbers_are_markers() -> None:
    found = in_cell("The themes are:", "1. Leadership", "2. Recruitment and all of it", "3. Retention")
    assert [paragraph.glyph for paragraph in found] == ["", "1.", "2.", "3."]


def test_number_alone_is_text() -> None:
    (found,) = in_cell("3.")
    assert (found.marker, found.text) == (None, "3.")


def test_dash_of_a_wrapped_date_is_no_bullet() -> None:
    assert texts(in_cell("Some time in November 2023", "- July 2024")) == ["Some time in November 2023 - July 2024"]


def test_lead_counts_bold_or_underlined_characters() -> None:
    sheet = Sheet().text(50, 100, "Culture", font=BOLD).text(100, 100, "is what we do here.")
    sheet.text(50, 140, "Finance").rule(50, 150, 85, 150).text(100, 140, "is how we pay for it.")
    found = list(paragraphs(read(sheet)))
    assert [(paragraph.text[: paragraph.lead]) for paragraph in found] == ["Culture", "Finance"]


def test_underline_does_not_cut_a_cell() -> None:
    sheet = Sheet().grid((50, CELL_RIGHT, 400), (100, 140)).text(55, 104, "Finance").rule(55, 114, 90, 114)
    (table,) = read(sheet).tables
    assert len(table.cells) == 2


def test_headings_by_size_then_by_bold_type() -> None:
    sheet = Sheet().text(50, 60, "Corporate Action Plan", size=18).text(50, 100, "Our finances", size=14)
    sheet.text(50, 130, "Budget", font=BOLD).lines(
        50, 150, ["Text that runs on and on over all of the page's width"] * 4
    )
    found = [(paragraph.text[:12], paragraph.heading) for paragraph in paragraphs(read(sheet))]
    assert found == [("Corporate Ac", 1), ("Our finances", 2), ("Budget", 3), ("Text that ru", 0)]


def page(number: int, title: str) -> Sheet:
    sheet = Sheet().text(50, 30, "Exampleshire Council").text(280, 810, f"Page {number} of 3")
    return sheet.text(50, 90, title, size=14, font=BOLD).lines(50, 200, ("We will act.",))


def test_running_heads_and_page_numbers_are_furniture() -> None:
    document = read(page(1, "Theme 1"), page(2, "Theme 2"), page(3, "Theme 3"))
    assert [str(passage) for passage in document.furniture[:2]] == ["Exampleshire Council", "Page 1 of 3"]
    assert len(document.furniture) == 6
    assert [p.text for p in paragraphs(document) if p.heading] == ["Theme 1", "Theme 2", "Theme 3"]


def test_head_of_a_single_page_is_text() -> None:
    document = read(page(1, "Theme 1"))
    assert [str(passage) for passage in document.furniture] == ["Page 1 of 3"]
    assert next(paragraphs(document)).text == "Exampleshire Council"


def test_numbered_heading_at_each_pages_top_is_no_running_head() -> None:
    sheets = [Sheet().text(50, 40, f"Recommendation {n}", font=BOLD).text(50, 200, "We will act.") for n in (1, 2, 3)]
    assert read(*sheets).furniture == ()


def test_bold_by_drawing_twice_is_read_once() -> None:
    document = read(Sheet().text(50, 100, "Lead officer").text(50.3, 100, "Lead officer"))
    assert document.pages[0].text == "Lead officer"


def test_letters_set_apart_by_kerning_stay_one_word() -> None:
    sheet = Sheet()
    sheet.draw("BT /F1 10 Tf 50 700 Td [(T) 80 (imescale) -278 (2024)] TJ ET")
    assert read(sheet).pages[0].text == "Timescale 2024"


def test_metadata() -> None:
    info = "/Title (A plan) /Author (J. Clerk) /CreationDate (D:20240131120000Z) /ModDate (D:20241399)"
    document = read(Sheet().text(50, 100, "Text"), info=info)
    assert document.metadata == {"title": "A plan", "author": "J. Clerk", "created": "2024-01-31"}


def bullets() -> Sheet:
    return Sheet().grid((50, 250, 400), (100, 300)).text(55, 104, "l", font=BULLETS).text(67, 104, "plan - well")


@pytest.mark.parametrize("make", [bullets, lambda: page(1, "Theme"), lambda: Sheet().upwards(70, 190, "Theme one")])
def test_every_piece_is_verbatim(make: Callable[[], Sheet]) -> None:
    document = read(make(), make())
    passages = [paragraph.passage for paragraph in paragraphs(document)]
    passages += [paragraph.marker for paragraph in paragraphs(document) if paragraph.marker]
    pieces = [piece for passage in [*passages, *document.furniture] for piece in passage.sources()]
    assert all(piece_verbatim(document, piece) == piece.text for piece in pieces)
    assert sum(len(piece.text.split()) for piece in pieces) == sum(len(p.text.split()) for p in document.pages)


def test_running_head_in_a_ruled_box_is_furniture() -> None:
    def sheet(number: int) -> Sheet:
        head = (
            Sheet().grid((50, 300, 500), (20, 40)).text(55, 24, "Exampleshire Council").text(305, 24, f"Page {number}")
        )
        return head.grid((50, 300, 500), (100, 120, 140)).text(55, 104, "Action").text(305, 104, f"Lead {number}")

    document = read(sheet(1), sheet(2))
    assert [str(passage) for passage in document.furniture[:2]] == ["Exampleshire Council", "Page 1"]
    assert [(table.index, table.page) for table in document.tables] == [(0, 1), (1, 2)]


def test_raised_letters_belong_to_their_word() -> None:
    sheet = Sheet()
    sheet.draw("BT /F1 12 Tf 50 700 Td (12) Tj /F1 7 Tf 4 Ts (th) Tj /F1 12 Tf 0 Ts ( March) Tj ET")
    assert read(sheet).pages[0].text == "12th March"


def test_a_short_word_below_another_is_no_end_of_it() -> None:
    sheet = Sheet().grid((50, 92, 400), (100, 300)).lines(53, 104, ("Meeting", "date"))
    (table,) = read(sheet).tables
    assert table.cells[0].text == "Meeting date"


def test_an_item_as_far_from_both_sides_is_not_centred() -> None:
    def sheet(reach: float) -> Sheet:
        found = (
            Sheet()
            .text(50, 130, "(b)")
            .text(66, 130, "All members will be trained in the code of conduct by September")
        )
        return found.text(50, 142, "2025.").rule(reach - 20, 300, reach, 300).text(reach - 7, 200, "X")

    (first, *_) = paragraphs(read(sheet(500)))
    (*_, (_, _, right, _)) = (box for piece in first.passage.pieces if piece.place for box in piece.place.boxes)
    (found, *_) = paragraphs(read(sheet(right + 16)))
    assert found.text == "All members will be trained in the code of conduct by September 2025."


def test_a_table_tells_how_far_its_own_lines_stand_apart() -> None:
    close = ("The Council will write a new", "plan with all its partners,", "and with all its own members")
    sheet = Sheet().grid((50, CELL_RIGHT, 400), (100, 200, 300, 400))
    for row in range(3):
        sheet.lines(55, 104 + 100 * row, close, 12).lines(55, 104 + 100 * row + 37.5, close, 12)
        sheet.lines(205, 104 + 100 * row, close, 12)
    (table,) = read(sheet).tables
    assert [len(cell.paragraphs) for cell in table.cells] == [2, 1] * 3


def test_lines_on_which_a_sentence_goes_on_tell_how_far_apart_lines_of_a_paragraph_are() -> None:
    """Entries that are full to the edge stand as far apart as most lines, and further than wrapped ones."""
    sheet = Sheet().grid((50, CELL_RIGHT, 400), (100, 150, 300))
    sheet.lines(55, 104, ("The Council will write a new", "plan with all its partners."))
    sheet.lines(
        55, 154, ("The Harbour Master and Crew", "Mending of the eastern pier", "Lighting of the new slipway"), 16
    )
    sheet.lines(205, 154, ("May 2025", "June 2025", "July 2025"), 16)
    (table,) = read(sheet).tables
    assert [len(held.paragraphs) for held in table.cells if held.column == 0] == [1, 3]


def test_coloured_boxes_side_by_side_are_read_one_by_one() -> None:
    sheet = Sheet().text(50, 60, "What we will do next for the harbour")
    for left, lines in ((50, ("Who: Head of the Harbour", "and the Pilots")), (260, ("When: Autumn 2025",))):
        sheet.fill(left, 100, left + 200, 140, (0.9, 0.8, 0.8)).lines(left + 5, 104, lines)
    assert texts(list(paragraphs(read(sheet))))[1:] == ["Who: Head of the Harbour and the Pilots", "When: Autumn 2025"]
