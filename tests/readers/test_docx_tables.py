"""The tables of a Word document: where each cell stands, however the rows are put together."""

from __future__ import annotations

import pytest

from actionplan_extract.limits import Limits

from .helpers import misplaced, prose_of, rows_of
from .word_fixtures import cells_of, only_table, p, r, t, tbl, tc, tr, word

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def test_cells_know_their_place_and_path() -> None:
    document = word(p("Above") + tbl(tr("a", "b")) + tbl(tr("c", "d"), tr("e", "f")))
    second = document.tables[1]
    assert rows_of(second) == [["c", "d"], ["e", "f"]]
    (piece,) = cells_of(second)[1, 1].passage.sources()
    assert piece.place
    assert (piece.place.table, piece.place.row, piece.place.column) == (1, 1, 1)
    assert piece.place.path == "table[1]/row[1]/cell[1]"
    assert misplaced(document) == []


def test_cells_merged_across_and_down() -> None:
    table = only_table(
        word(
            tbl(
                tr(tc("band", properties=span(3))),
                tr(tc("down", properties=RESTART), "b", "c"),
                tr(tc(p(), properties=CONTINUE), "e", "f"),
                tr(tc(p(), properties=CONTINUE), tc("wide", properties=span(2))),
                tr("1", "2", "3"),
            )
        )
    )
    cells = cells_of(table)
    assert table.columns == 3
    assert (cells[0, 0].column_span, cells[1, 0].row_span, cells[3, 1].column_span) == (3, 3, 2)
    assert {place for place, cell in cells.items() if cell.column_span == cell.row_span == 1} == {
        *((1, 1), (1, 2), (2, 1), (2, 2), (4, 0), (4, 1), (4, 2))
    }


def test_rows_without_cells_at_either_end() -> None:
    table = only_table(
        word(
            tbl(
                tr("Ref", "Action", "When"),
                tr("late", "later", properties='<w:gridBefore w:val="1"/>'),
                tr("early", properties='<w:gridAfter w:val="2"/>'),
            )
        )
    )
    assert [(cell.row, cell.column, cell.text) for cell in table.cells][3:] == [
        (1, 1, "late"),
        (1, 2, "later"),
        (2, 0, "early"),
    ]


def test_an_old_merge_across() -> None:
    cells = tc("wide", properties='<w:hMerge w:val="restart"/>') + tc(p(), properties="<w:hMerge/>")
    table = only_table(word(tbl(tr(cells, "c"), tr("1", "2", "3"))))
    assert (table.cells[0].column_span, table.cells[1].column) == (2, 2)


def test_a_merge_that_nothing_begins_is_a_cell() -> None:
    table = only_table(word(tbl(tr("a", "b"), tr(tc("orphan", properties=CONTINUE), "d"))))
    assert rows_of(table) == [["a", "b"], ["orphan", "d"]]


def test_what_a_merge_swallowed_is_hidden() -> None:
    document = word(tbl(tr(tc("shown", properties=RESTART), "b"), tr(tc("lost words", properties=CONTINUE), "d")))
    assert rows_of(only_table(document)) == [["shown", "b"], ["d"]]
    assert document.notices[0].message == "2 words that are hidden were left out"


@pytest.mark.parametrize("value", ["0", "-4", "many", "1.5"])
def test_a_span_that_makes_no_sense_is_one_column(value: str) -> None:
    table = only_table(word(tbl(tr(tc("a", properties=f'<w:gridSpan w:val="{value}"/>'), "b"))))
    assert [(cell.column, cell.column_span) for cell in table.cells] == [(0, 1), (1, 1)]


def test_a_span_of_thousands_is_cut() -> None:
    document = word(tbl(tr("a", tc("b", properties=span(2147483)), "c")))
    assert document.tables[0].columns == 1
    assert [notice.code for notice in document.notices] == ["limit_reached"]


def test_rows_beyond_the_limit_are_told() -> None:
    document = word(tbl(tr("1"), tr("2"), tr("3")), limits=Limits(rows=2))
    assert rows_of(only_table(document)) == [["1"], ["2"]]
    assert [notice.code for notice in document.notices] == ["limit_reached"]


def test_rows_and_cells_in_content_controls_and_insertions() -> None:
    cell = f"<w:sdt><w:sdtPr/><w:sdtContent>{tc('b')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtPr/><w:sdtContent>{tr('c', 'd')}</w:sdtContent></w:sdt>"
    table = only_table(word(tbl(tr("a", cell), row, tr("e", "f", properties="<w:ins/>"))))
    assert rows_of(table) == [["a", "b"], ["c", "d"], ["e", "f"]]


def test_a_cells_control_that_nobody_filled_in_is_empty() -> None:
    hint = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{tc('Choose.')}</w:sdtContent></w:sdt>"
    assert rows_of(only_table(word(tbl(tr("a", hint))))) == [["a", ""]]


def test_deleted_rows_and_cells_are_left_out_and_hidden_ones_told() -> None:
    document = word(
        tbl(
            tr("a", "b"),
            tr("gone", "gone", properties="<w:del/>"),
            tr("out of", "sight", properties="<w:hidden/>"),
            tr("c", tc("gone", properties="<w:cellDel/>"), "d"),
        )
    )
    assert rows_of(only_table(document)) == [["a", "b"], ["c", "d"]]
    assert document.notices[0].message == "3 words that are hidden were left out"


def test_header_rows_are_marked() -> None:
    table = only_table(word(tbl(tr("Action", properties="<w:tblHeader/>"), tr("x"))))
    assert [cell.header for cell in table.cells] == [True, False]


THEME = '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:accent6><a:srgbClr val="70AD47"/></a:accent6>'


@pytest.mark.parametrize(
    ("shading", "fill"),
    [
        ('w:val="clear" w:fill="FF0000"', "#ff0000"),
        ('w:val="clear" w:color="auto" w:fill="auto"', None),
        ('w:val="nil" w:fill="FF0000"', None),
        ('w:val="solid" w:color="00B050" w:fill="auto"', "#00b050"),
        ('w:val="clear" w:fill="auto" w:themeFill="accent6"', "#70ad47"),
        ('w:val="clear" w:fill="auto" w:themeFill="text1"', "#000000"),
        ('w:val="clear" w:fill="auto" w:themeFill="accent6" w:themeFillTint="99"', "#a9d18e"),
        ('w:val="clear" w:fill="auto" w:themeFill="nosuch"', None),
        ('w:val="clear" w:fill="purple"', None),
    ],
)
def test_fills(shading: str, fill: str | None) -> None:
    document = word(tbl(tr(tc("Red", properties=f"<w:shd {shading}/>"))), theme=THEME)
    assert document.tables[0].cells[0].fill == fill


def test_edges_nearly_at_one_place_are_one() -> None:
    rows = (
        tr("Ref", tc("Action", properties=span(2)), "When", "Who"),
        tr("1", "Agree", tc("May", properties=span(2)), "Head"),
        tr(tc("Band", properties=span(5))),
        tr("2", tc("Print", properties=span(2)), "June", "Team"),
    )
    table = only_table(word(tbl(*rows, widths=(700, 4000, 90, 1500, 1500))))
    assert table.columns == 4
    assert {(cell.text, cell.column) for cell in table.cells} == {
        *(("Ref", 0), ("Action", 1), ("When", 2), ("Who", 3), ("1", 0), ("Agree", 1), ("May", 2), ("Head", 3)),
        *(("Band", 0), ("2", 0), ("Print", 1), ("June", 2), ("Team", 3)),
    }


def test_a_column_too_narrow_for_words_that_holds_some_stays() -> None:
    table = only_table(word(tbl(tr(tc("x", properties=span(2)), "b"), tr("1", "2", "3"), widths=(200, 4000, 4000))))
    assert table.columns == 3


def test_rows_that_were_dragged_about_match_by_order() -> None:
    rows = (
        tr(tc("Action", properties=span(2)), "When"),
        tr("Agree", tc("May", properties=span(2))),
        tr("Print", tc("June", properties=span(2))),
    )
    table = only_table(word(tbl(*rows, widths=(3000, 1000, 2000))))
    assert table.columns == 2
    assert [cell.column for cell in table.cells] == [0, 1] * 3


def test_a_table_within_a_cell_is_text_of_the_cell_a_row_a_line() -> None:
    inner = tbl(tr("Stage one", "May"), tr("Stage two", tc("June", "July")))
    table = only_table(word(tbl(tr("1", tc("Agree:", inner, p())))))
    assert [paragraph.text for paragraph in table.cells[1].paragraphs] == [
        *("Agree:", "Stage one\tMay", "Stage two", "June", "July")
    ]
    assert misplaced(word(tbl(tr("1", tc("Agree:", inner, p()))))) == []


def test_a_table_that_merely_holds_others_gives_way() -> None:
    inner = tbl(tr("Action", "When"), tr("Agree", "May"))
    document = word(tbl(tr(tc("Action plan")), tr(tc(inner, p()))) + p("Below"))
    assert prose_of(document) == ["Action plan", "Below"]
    assert rows_of(only_table(document)) == [["Action", "When"], ["Agree", "May"]]


def test_a_text_box_in_a_cell_is_text_of_the_cell() -> None:
    box = f"<w:pict><w:txbxContent>{p('in a box')}</w:txbxContent></w:pict>"
    table = only_table(word(tbl(tr(tc(p(r("Agree", inner=box)))))))
    assert table.cells[0].text == "Agree\nin a box"


def test_headings_in_cells_are_leads() -> None:
    table = only_table(word(tbl(tr(tc(p("Training", properties='<w:outlineLvl w:val="1"/>'), "Run a course")))))
    assert [(found.heading, found.lead) for found in table.cells[0].paragraphs] == [(0, 8), (0, 0)]


def test_lines_of_a_cell_are_its_paragraphs() -> None:
    table = only_table(word(tbl(tr(tc(p(r("Head of HR", inner="<w:br/>" + t("Head of ICT"))))))))
    assert table.cells[0].text == "Head of HR\nHead of ICT"


def test_an_empty_table_is_none() -> None:
    assert word(p("text") + tbl() + tbl(tr("gone", properties="<w:del/>"))).tables == ()


def test_many_rows_are_read_in_good_time() -> None:
    table = only_table(word(tbl(*(tr(str(n), "text") for n in range(5000)))))
    assert len(table.cells) == 10_000
