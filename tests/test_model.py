from __future__ import annotations

from typing import get_args

import pytest

from actionplan_extract import model, schema
from actionplan_extract.model import Cell, Document, Page, Paragraph, Row, Table, piece_verbatim
from actionplan_extract.passage import Passage, Piece, Place

TEXT = "Hold a workshop\nTell members"


def cell_of(*texts: str) -> Cell:
    return Cell(0, 0, tuple(Paragraph(Passage.of(text)) for text in texts))


def document_of(*pages: Page, blocks: tuple[Paragraph | Table, ...] = ()) -> Document:
    return Document("text", "text/plain", pages, blocks)


def test_a_cells_text_is_its_paragraphs_a_line_each() -> None:
    assert cell_of("Hold a workshop", "Tell members").text == TEXT


def test_a_cells_passage_keeps_where_its_text_stands() -> None:
    place = Place(page=1)
    start = TEXT.index("Tell")
    paragraphs = (Paragraph(Passage.of(TEXT[:15], place)), Paragraph(Passage.of(TEXT[start:], place, start)))
    sources = Cell(0, 0, paragraphs).passage.sources()
    assert [TEXT[piece.start : piece.end] for piece in sources] == ["Hold a workshop", "Tell members"]


@pytest.mark.parametrize(
    ("cell", "is_empty"), [(cell_of(), True), (cell_of(" ", "\n"), True), (cell_of("", "a"), False)]
)
def test_a_cell_of_white_space_is_empty(cell: Cell, is_empty: bool) -> None:
    assert cell.is_empty is is_empty


@pytest.mark.parametrize(
    ("marker", "is_numbered"), [("1.", True), ("(a)", True), ("iv.", True), ("•", False), ("o", False), (None, False)]
)
def test_a_printed_number_or_letter_makes_an_item_numbered(marker: str | None, is_numbered: bool) -> None:
    assert Paragraph(Passage.of("Tell members"), marker).is_numbered is is_numbered


def test_tables_come_in_reading_order_without_paragraphs() -> None:
    first, second = Table(0, ()), Table(1, ())
    document = document_of(Page(""), blocks=(first, Paragraph(Passage.of("between")), second))
    assert document.tables == (first, second)


def test_page_count_is_known_only_of_a_format_with_pages() -> None:
    assert document_of(Page("a", 1), Page("b", 2)).page_count == 2
    assert document_of(Page("a")).page_count is None
    assert document_of().page_count is None


def test_verbatim_text_is_that_of_the_page() -> None:
    document = document_of(Page("a", 1), Page("b", 2))
    assert document.verbatim(2) == "b"
    assert document.verbatim(3) == ""
    assert document_of(Page("whole")).verbatim(None) == "whole"


def test_a_piece_is_found_in_the_verbatim_text() -> None:
    paged = document_of(Page("first", 1), Page(TEXT, 2))
    assert piece_verbatim(paged, Piece("workshop", Place(page=2), 7)) == "workshop"
    assert piece_verbatim(document_of(Page(TEXT)), Piece("workshop", Place(path="table[0]"), 7)) == "workshop"


def test_the_filled_cells_of_a_row_hold_text_and_a_merged_one_comes_once() -> None:
    merged, empty = cell_of("across two columns"), cell_of(" ")
    single = Cell(0, 2, cell_of("one").paragraphs)
    row = Row((merged, merged, single, empty))
    assert row.filled == (merged, single)
    assert list(row) == [merged, merged, single, empty]


def test_what_stages_say_is_what_the_contract_can_hold() -> None:
    assert set(get_args(model.NoticeCode)) <= set(get_args(schema.FindingCode))
    assert get_args(model.Alignment) == get_args(schema.Alignment)
