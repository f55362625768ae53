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
    assert texts(table) == {(0, 0): "", (0, 1): "that goes on", (1, 0): "2", (1, 1): "Next"}


def test_first_row_without_opening_rule_keeps_its_empty_cells() -> None:
    sheet = Sheet().rule(150, 130, 500, 130).rule(50, 180, 500, 180)
    for x in (50, 150, 300, 400, 500):
        sheet.rule(x, 100, x, 180)  # the first column is one cell over both rows, and empty
    sheet.text(305, 110, "Culture").text(155, 150, "Halve it").text(305, 150, "Manager").text(405, 150, "May")
    (table,) = read(sheet).tables
    assert table.columns == 4
    assert [texts(table)[0, column] for column in range(4)] == ["", "", "Culture", ""]
    assert cell_at(table, 0, 0).row_span == 2


def test_stubs_of_rules_make_no_cells() -> None:
    sheet = plan()
    for x in (50, 150, 400, 500):
        sheet.rule(x, 160, x, 190)  # as tall as a row, but nothing stands there
    (table,) = read(sheet).tables
    assert len(table.cells) == 6


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


def test_coloured_headers_and_statuses_tell_columns_and_rows() -> None:
    sheet = Sheet()
    for x0, x1, head in ((50, 150, "No"), (150, 400, "Action"), (400, 500, "RAG")):
        sheet.fill(x0, 100, x1, 120, (0.8, 0.9, 0.8)).text(x0 + 5, 104, head)
    for top, number, colour in ((120, "1", (1, 0, 0)), (150, "2", (0, 0.7, 0))):
        sheet.fill(400, top, 500, top + 30, colour).text(55, top + 5, number).text(155, top + 5, "Act")
    (table,) = read(sheet).tables
    assert [texts(table)[1, column] for column in range(3)] == ["1", "Act", ""]
    assert [texts(table)[2, column] for column in range(3)] == ["2", "Act", ""]
    assert [cell_at(table, row, 2).fill for row in (1, 2)] == ["#ff0000", "#00b300"]


def test_coloured_edges_do_not_run_through_words() -> None:
    sheet = Sheet().fill(50, 100, 300, 120, (0.8, 0.9, 0.8)).fill(300, 100, 500, 120, (0.8, 0.9, 0.8))
    sheet.fill(500, 100, 550, 120, (0.8, 0.9, 0.8)).text(55, 104, "Action").text(305, 104, "When").text(505, 104, "RAG")
    sheet.fill(500, 120, 550, 150, (1, 0, 0)).fill(500, 150, 550, 180, (0, 0.7, 0))
    sheet.text(270, 125, "A sentence that runs across").text(55, 155, "Another")
    (table,) = read(sheet).tables
    assert cell_at(table, 1, 0).text == "A sentence that runs across\nAnother"


@pytest.mark.parametrize(
    ("drawing", "ink"),
    [
        ("1 0 0 rg BT /F1 10 Tf 405 706 Td (Late) Tj ET", "#ff0000"),
        ("0 0 0 rg BT /F1 10 Tf 405 706 Td (Late) Tj ET", None),
        ("0.5 g BT /F1 10 Tf 405 706 Td (Late) Tj ET", None),
        ("0 0.6 0 rg 405 705 9 9 re f", "#009900"),
        ("1 0 0 rg 405 705 m 405 711 411 715 415 710 c 415 705 410 700 405 705 c f", "#ff0000"),
        ("1 0 0 rg 405 705 9 9 re f 0 0 1 rg BT /F1 10 Tf 425 706 Td (Late) Tj ET", "#ff0000"),
        ("1 0 0 rg 405 705 9 9 re f 0 0.6 0 rg 425 705 9 9 re f", None),
        ("0 0.6 0 rg BT /F1 10 Tf 405 706 Td (+) Tj 0 0 1 rg 20 0 Td (on) Tj ET", "#009900"),
        ("1 0 0 rg 380 705 40 9 re f", None),
    ],
    ids=["word", "black", "grey", "square", "disc", "shape first", "two shapes", "symbol first", "across the side"],
)
def test_ink_is_the_one_bright_colour_in_a_cell(drawing: str, ink: str | None) -> None:
    sheet = plan((100, 120, 160))
    sheet.operators = [operator for operator in sheet.operators if "4d617920" not in operator]  # the date
    (table,) = read(sheet.draw(f"q {drawing} Q")).tables
    assert cell_at(table, 1, 2).ink == ink


def test_cell_knows_its_outline() -> None:
    (table,) = read(plan()).tables
    place = cell_at(table, 1, 2).place
    assert place is not None
    assert (place.page, place.table, place.row, place.column) == (1, 0, 1, 2)
    assert place.boxes[0] == pytest.approx((400, 120, 500, 160))


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


def striped(second: tuple[float, str, float, str]) -> Sheet:
    """Who does what, merged down; every other row coloured, headers between level rules; the second row as given."""
    sheet = Sheet()
    for y in (80, 100, 160):
        sheet.rule(50, y, 500, y)
    for x, head in ((55, "Who"), (155, "What"), (405, "When")):
        sheet.text(x, 84, head)
    sheet.fill(50, 100, 150, 160, (0.9, 0.9, 0.9)).text(55, 104, "Clerk")
    for top, what, when in ((100, "Count the chairs", "May 2024"), (140, "Mend the doors", "June 2024")):
        sheet.fill(150, top, 400, top + 20, (0.8, 0.9, 1)).fill(400, top, 500, top + 20, (0.8, 0.9, 1))
        sheet.text(155, top + 4, what).text(405, top + 4, when)
    x, what, other, when = second
    return sheet.text(x, 124, what).text(other, 124, when)


def test_rows_without_colour_between_coloured_ones_have_their_columns() -> None:
    (table,) = read(striped((155, "Paint the hall", 405, "April 2024"))).tables
    assert [texts(table)[0, column] for column in range(3)] == ["Who", "What", "When"]
    assert [texts(table)[row, 2] for row in (1, 2, 3)] == ["May 2024", "April 2024", "June 2024"]
    assert cell_at(table, 1, 0).row_span == 3


def test_a_row_whose_texts_begin_elsewhere_is_merged() -> None:
    (table,) = read(striped((180, "Until further notice", 430, "shut"))).tables
    assert cell_at(table, 2, 1).column_span == 2


def banded(*rows: tuple[str, str, str]) -> Sheet:
    """Rows of which every other one is coloured, in a frame; only the headers' columns are ruled."""
    sheet = Sheet().grid([50, 250, 400, 500], [80, 100])
    foot = 100 + 20 * len(rows)
    for x in (50, 500):
        sheet.rule(x, 80, x, foot)
    sheet.rule(50, foot, 500, foot)
    for number, row in enumerate((("What", "Who", "When"), *rows)):
        top = 80 + 20 * number
        if number % 2:
            sheet.fill(50, top, 500, top + 20, (0.9, 0.85, 0.95))
        for x, text in zip((55, 255, 405), row, strict=True):
            sheet.text(x, top + 4, text)
    return sheet


def test_striped_rows_have_the_columns_that_only_the_headers_show() -> None:
    rows = [("Mend the gate", "Clerk", "May 2024"), ("Paint it", "Warden", "June 2024"), ("Oil it", "", "July 2024")]
    (table,) = read(banded(*rows)).tables
    found = texts(table)
    assert [tuple(found.get((row, column), "") for column in range(3)) for row in (1, 2, 3)] == rows


def test_a_band_across_striped_rows_stays_whole() -> None:
    rows = [
        ("Mend the gate", "Clerk", "May 2024"),
        ("Theme 2: All that hangs in the chapel and the hall beside it (Lead: Warden)", "", ""),
        ("Oil it", "Warden", "July 2024"),
    ]
    (table,) = read(banded(*rows)).tables
    assert cell_at(table, 2, 0).column_span == 3
    assert texts(table)[3, 2] == "July 2024"
