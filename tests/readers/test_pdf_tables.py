"""Cells of ruled tables: where they begin and end, and what stands in them."""

from __future__ import annotations

import pytest

from actionplan_extract.model import Cell, Document, Table
from actionplan_extract.readers import pdf as reader

from .pdf_fixtures import Sheet, pdf


def read(*sheets: Sheet) -> Document:
    return reader.read(pdf(*sheets), "plan.pdf")


def texts(table: Table) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): cell.text for cell in table.cells}


def cell_at(table: Table, row: int, column: int) -> Cell:
    return next(cell for cell in table.cells if (cell.row, cell.column) == (row, column))


def plan(ys: tuple[float, ...] = (100, 120, 160)) -> Sheet:
    sheet = Sheet().grid((50, 150, 400, 500), ys)
    for x, word in ((55, "No"), (155, "Action"), (405, "Timescale")):
        sheet.text(x, 104, word)
    return sheet.text(55, 124, "1").text(155, 124, "Write a plan").text(405, 124, "May 2024")


def test_cells_of_a_ruled_table() -> None:
    document = read(plan())
    (table,) = document.tables
    assert (table.index, table.page, table.columns) == (0, 1, 3)
    assert texts(table) == {
        (0, 0): "No",
        (0, 1): "Action",
        (0, 2): "Timescale",
        (1, 0): "1",
        (1, 1): "Write a plan",
        (1, 2): "May 2024",
    }
    assert table.box == pytest.approx((50, 100, 500, 160))


def test_evidence_tells_page_table_row_column_and_box() -> None:
    document = read(plan())
    (piece,) = cell_at(document.tables[0], 1, 0).passage.sources()
    assert piece.place is not None
    assert (piece.place.page, piece.place.table, piece.place.row, piece.place.column) == (1, 0, 1, 0)
    assert piece.box == pytest.approx((55, 124, 60.6, 134), abs=3)


def test_merged_cells_span_rows_and_columns() -> None:
    sheet = Sheet().grid((50, 150, 250), (100, 120, 140)).rule(50, 160, 250, 160).rule(50, 180, 250, 180)
    sheet.rule(50, 140, 50, 180).rule(250, 140, 250, 180)  # the third and fourth row: one cell each
    sheet.grid((250, 350), (100, 140))  # on the right, one cell beside the first two rows
    sheet.text(55, 104, "a").text(255, 104, "down").text(55, 144, "across")
    (table,) = read(sheet).tables
    assert (cell_at(table, 0, 2).row_span, cell_at(table, 0, 2).text) == (2, "down")
    assert (cell_at(table, 2, 0).column_span, cell_at(table, 2, 0).text) == (2, "across")


def test_last_row_without_closing_rule_is_kept() -> None:
    sheet = plan()
    for x in (50, 150, 400, 500):
        sheet.rule(x, 160, x, 200)
    sheet.text(55, 164, "2").text(155, 164, "Go on").text(405, 164, "June 2024")
    (table,) = read(sheet).tables
    assert [texts(table)[2, column] for column in range(3)] == ["2", "Go on", "June 2024"]


def test_first_row_without_opening_rule_is_kept() -> None:
    sheet = Sheet().rule(50, 140, 300, 140).rule(50, 180, 300, 180)
    for x in (50, 100, 300):
        sheet.rule(x, 100, x, 180)
    sheet.text(105, 110, "that goes on").text(55, 150, "2").text(105, 150, "Next")
    (table,) = read(sheet).tables
    assert texts(table) == {(0, 1): "that goes on", (1, 0): "2", (1, 1): "Next"}


def test_table_without_side_rules() -> None:
    sheet = Sheet().rule(200, 100, 200, 160)
    for y in (100, 120, 140, 160):
        sheet.rule(50, y, 400, y)
    for row, (left, right) in enumerate((("Action", "When"), ("Write", "May"), ("Read", "June"))):
        sheet.text(55, 104 + 20 * row, left).text(205, 104 + 20 * row, right)
    (table,) = read(sheet).tables
    assert table.columns == 2
    assert texts(table)[2, 1] == "June"


def test_rules_drawn_as_thin_rectangles_and_doubled() -> None:
    sheet = Sheet()
    for x in (50, 52, 150, 300, 302):
        sheet.fill(x, 100, x + 0.5, 160, (0, 0, 0))
    for y in (100, 130, 160):
        sheet.fill(50, y, 302, y + 0.5, (0, 0, 0))
    sheet.text(60, 104, "a").text(160, 134, "b")
    (table,) = read(sheet).tables
    assert table.columns == 2
    assert texts(table) == {(0, 0): "a", (0, 1): "", (1, 0): "", (1, 1): "b"}


def test_fill_is_the_colour_that_covers_the_cell() -> None:
    sheet = Sheet().fill(50, 120, 150, 160, (1, 1, 1)).fill(400, 120, 500, 160, (0, 0.5, 0))
    sheet.fill(160, 125, 180, 135, (1, 1, 0))  # a highlighted word
    sheet.operators += plan().operators
    (table,) = read(sheet).tables
    assert [cell_at(table, 1, column).fill for column in range(3)] == [None, None, "#008000"]


def test_coloured_header_above_the_rules_belongs_to_the_table() -> None:
    sheet = Sheet().fill(50, 80, 150, 100, (0, 0, 0.5)).fill(150, 80, 300, 100, (0, 0, 0.5))
    sheet.grid((50, 150, 300), (100, 120, 140))
    sheet.text(55, 84, "Lead").text(155, 84, "Timescale").text(55, 104, "Clerk").text(155, 104, "May")
    (table,) = read(sheet).tables
    assert texts(table)[0, 1] == "Timescale"
    assert cell_at(table, 0, 1).fill == "#000080"


def test_frame_around_prose_is_no_table() -> None:
    document = read(Sheet().grid((40, 550), (80, 300)).text(60, 100, "A word of welcome"))
    assert document.tables == ()
    assert [block.text for block in document.blocks if not isinstance(block, Table)] == ["A word of welcome"]


def test_page_border_does_not_swallow_the_table() -> None:
    sheet = plan().grid((20, 575), (20, 60, 822))
    (table,) = read(sheet).tables
    assert table.columns == 3


def test_two_tables_of_a_page_in_order_with_the_text_between() -> None:
    sheet = plan().text(50, 200, "Theme two").grid((50, 150, 300), (220, 240, 260)).text(55, 224, "x")
    document = read(sheet)
    assert [block.text if not isinstance(block, Table) else block.index for block in document.blocks] == [
        0,
        "Theme two",
        1,
    ]


def test_table_over_two_pages_is_two_tables() -> None:
    document = read(plan(), plan())
    assert [(table.index, table.page) for table in document.tables] == [(0, 1), (1, 2)]
    assert document.furniture == ()


def test_a_long_word_that_sticks_out_of_its_cell_stays_whole() -> None:
    sheet = Sheet().grid((50, 119, 300), (100, 140)).text(55, 110, "Commissioning").text(130, 110, "May")
    assert texts(read(sheet).tables[0]) == {(0, 0): "Commissioning", (0, 1): "May"}


def test_word_drawn_across_a_rule_is_cut_at_it() -> None:
    sheet = Sheet().grid((50, 100, 200), (100, 120, 140)).text(89.5, 104, "on2024")
    (table,) = read(sheet).tables
    assert texts(table)[0, 0] == "on"
    assert texts(table)[0, 1] == "2024"


def test_long_word_that_sticks_out_of_its_cell_stays_whole() -> None:
    sheet = Sheet().grid((50, 110, 200), (100, 120, 140)).text(51, 104, "Commissioning").text(126, 104, "October")
    (table,) = read(sheet).tables
    assert (texts(table)[0, 0], texts(table)[0, 1]) == ("Commissioning", "October")


def test_text_that_runs_up_the_page() -> None:
    (table,) = read(
        Sheet().grid((50, 80, 300), (100, 200, 300)).upwards(70, 190, "Theme one").text(85, 104, "x")
    ).tables
    assert texts(table)[0, 0] == "Theme one"


def test_graph_paper_is_read_as_text_with_a_notice() -> None:
    sheet = Sheet().grid(range(10, 590, 4), range(10, 830, 4)).text(100, 100, "A map")
    document = read(sheet)
    assert document.tables == ()
    assert [notice.code for notice in document.notices] == ["limit_reached"]
    assert "A map" in document.pages[0].text


def test_boxes_count_from_the_displayed_corner() -> None:
    sheet = plan()
    sheet.entries = "/CropBox [40 0 595 762]"
    (table,) = read(sheet).tables
    assert table.box == pytest.approx((10, 20, 460, 80))


def test_turned_page_is_read_as_displayed() -> None:
    sheet = Sheet()
    sheet.entries = "/Rotate 90"
    for y in (100, 200, 300):
        sheet.rule(100, y, 300, y)
    for x in (100, 200, 300):
        sheet.rule(x, 100, x, 300)
    sheet.upwards(120, 290, "first").upwards(220, 290, "below").upwards(120, 190, "beside")
    document = read(sheet)
    assert (document.pages[0].width, document.pages[0].height) == (842, 595)
    (table,) = document.tables
    assert texts(table) == {(0, 0): "first", (0, 1): "beside", (1, 0): "below", (1, 1): ""}
