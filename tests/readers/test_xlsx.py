"""Excel workbooks: which cells are shown, how, and which tables they make."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.styles import Color, PatternFill  # type: ignore[import-untyped]

from actionplan_extract.errors import ActionPlanError, Damaged, EmptyFile, TooLarge
from actionplan_extract.model import Document, Paragraph
from actionplan_extract.readers import choose_reader, xlsx

from . import workbooks
from .helpers import misplaced, outline, prose_of, rows_of
from .workbooks import Rows, cell, raw_xlsx

HEADER: list[object] = ["Ref", "Action", "By when"]
ROW: list[object] = [1, "Agree it", "May 2024"]
MORE: list[object] = [2, "Print it", "June 2024"]
TABLE = [["Ref", "Action", "By when"], ["1", "Agree it", "May 2024"], ["2", "Print it", "June 2024"]]


def read(sheets: dict[str, Rows], change: object = None) -> Document:
    document = xlsx.read(workbooks.xlsx(sheets, change), "plan.xlsx")  # type: ignore[arg-type]
    assert misplaced(document) == []
    return document


def plan(*rows: list[object], change: object = None) -> Document:
    return read({"Sheet1": list(rows)}, change)


def tables(document: Document) -> list[list[list[str]]]:
    return [rows_of(table) for table in document.tables]


def headings(document: Document) -> list[tuple[str, int]]:
    return [(block.text, block.heading) for block in document.blocks if isinstance(block, Paragraph)]


def test_a_sheet_is_a_table_whose_cells_know_their_names() -> None:
    document = plan(HEADER, ROW, MORE)
    assert tables(document) == [TABLE]
    place = document.tables[0].cells[4].passage.sources()[0].place
    assert place is not None
    assert (place.table, place.row, place.column, place.path) == (0, 1, 1, "Sheet1!B2")


def test_rows_of_one_cell_above_the_header_are_titles() -> None:
    document = plan(["Leeds City Council"], [None, "Our plan"], [], HEADER, ROW, MORE)
    assert prose_of(document) == ["Leeds City Council", "Our plan"]
    assert tables(document) == [TABLE]


def test_empty_rows_part_tables() -> None:
    document = plan(HEADER, ROW, MORE, [], ["Theme two"], HEADER, ROW, MORE)
    assert tables(document) == [TABLE, TABLE]
    assert prose_of(document) == ["Theme two"]


def test_empty_columns_part_tables_that_stand_side_by_side() -> None:
    lists: Rows = [[None, "Status", "Meaning"], [None, "Green", "On track"]]
    document = plan([*HEADER, *lists[0]], [*ROW, *lists[1]], MORE)
    assert tables(document) == [TABLE, [["Status", "Meaning"], ["Green", "On track"]]]


def test_one_empty_column_for_looks_parts_nothing() -> None:
    document = plan(*([row[0], None, *row[1:]] for row in (HEADER, ROW, MORE)))
    assert [table.columns for table in document.tables] == [4]


def test_a_title_over_all_columns_joins_nothing() -> None:
    def merge(workbook: Workbook) -> None:
        workbook["Sheet1"].merge_cells("A1:H1")

    lists: list[object] = [None, None, "Green", "On track"]
    document = plan(["Our plan"], [*HEADER, *lists], [*ROW, *lists], MORE, change=merge)
    assert [table.columns for table in document.tables] == [3, 2]


def test_a_band_in_a_column_before_the_table_is_kept() -> None:
    document = plan([None, *HEADER], ["Theme"], [None, *ROW], [None, *MORE])
    assert rows_of(document.tables[0])[1] == ["Theme", ""]


def test_sheets_with_tables_are_headed_by_their_names() -> None:
    document = read({"Homes": [HEADER, ROW, MORE], "Roads": [HEADER, ROW, MORE], "Notes": [["Ask Ann"]]})
    assert headings(document) == [("Homes", 2), ("Roads", 2), ("Ask Ann", 0)]
    assert [table.index for table in document.tables] == [0, 1]


def test_titles_that_sheets_share_are_said_once_and_first() -> None:
    sheet: Rows = [["Leeds City Council"], ["Our plan"], [], HEADER, ROW, MORE]
    document = read({"Homes": sheet, "Roads": sheet})
    assert headings(document) == [("Leeds City Council", 0), ("Our plan", 0), ("Homes", 2), ("Roads", 2)]


@pytest.mark.parametrize("name", ["Sheet1", "Sheet 2", "sheet"])
def test_a_name_that_nobody_gave_is_no_heading(name: str) -> None:
    assert headings(read({name: [HEADER, ROW, MORE]})) == []


def test_a_sheets_name_heads_a_table_without_titles() -> None:
    assert headings(read({"Our plan": [HEADER, ROW, MORE]})) == [("Our plan", 1)]
    assert headings(read({"Data": [["Our plan"], [], HEADER, ROW, MORE]})) == [("Our plan", 0)]


def test_a_cell_of_several_lines_is_several_paragraphs() -> None:
    document = plan(HEADER, [1, "Agree it:\n• with staff\n• with members\nThen print it.", "May"], MORE)
    assert outline(document.tables[0].cells[4].paragraphs) == [
        "Agree it:",
        "• with staff",
        "• with members",
        "Then print it.",
    ]


def test_values_show_as_the_sheet_shows_them() -> None:
    def style(workbook: Workbook) -> None:
        sheet = workbook["Sheet1"]
        sheet["C2"].number_format = "mmm-yy"
        sheet["C3"].number_format = "0%"

    document = plan(HEADER, [1.0, True, date(2024, 3, 5)], [2, datetime(2024, 3, 5, 9, 30), 0.5], change=style)  # noqa: DTZ001
    assert tables(document)[0][1:] == [["1", "TRUE", "Mar-24"], ["2", "2024-03-05 9:30:00", "50%"]]
    places = [piece.place for c in document.tables[0].cells for piece in c.passage.sources()]
    assert [place.date for place in places if place] == [None] * 5 + ["2024-03", None, "2024-03-05", None]


def test_formulas_show_their_value() -> None:
    header = f"<row r='1'>{cell('A1', 'Action')}{cell('B1', 'Cost')}</row>"
    row = f"<row r='2'>{cell('A2', 'Agree it')}<c r='B2'><f>1+1</f><v>2</v></c></row>"
    document = xlsx.read(raw_xlsx(f"<sheetData>{header}{row}</sheetData>"), "")
    assert tables(document) == [[["Action", "Cost"], ["Agree it", "2"]]]


def test_cells_that_do_not_say_where_they_stand_follow_each_other() -> None:
    row = "<row>" + '<c t="inlineStr"><is><t>x</t></is></c>' * 2 + "</row>"
    assert tables(xlsx.read(raw_xlsx(f"<sheetData>{row}{row}</sheetData>"), "")) == [[["x", "x"], ["x", "x"]]]


def test_merged_cells_span() -> None:
    def merge(workbook: Workbook) -> None:
        workbook["Sheet1"].merge_cells("A2:A3")
        workbook["Sheet1"].merge_cells("B4:C4")

    document = plan(HEADER, ROW, [None, "Print it", "June"], [3, "Send it"], change=merge)
    spans = {c.text: (c.row_span, c.column_span) for c in document.tables[0].cells}
    assert (spans["1"], spans["Send it"], spans["Print it"]) == ((2, 1), (1, 2), (1, 1))


@pytest.mark.parametrize(
    ("fill", "colour"),
    [
        (PatternFill("solid", fgColor="FFFFC000"), "#ffc000"),
        (PatternFill("solid", fgColor=Color(indexed=10)), "#ff0000"),
        (PatternFill("solid", fgColor=Color(theme=4)), "#4f81bd"),
        (PatternFill("solid", fgColor=Color(theme=0, tint=-0.5)), "#808080"),
        (PatternFill("solid", fgColor=Color(theme=99)), None),
        (PatternFill(), None),
    ],
)
def test_a_cell_has_its_fill_in_words_or_without(fill: PatternFill, colour: str | None) -> None:
    def paint(workbook: Workbook) -> None:
        workbook["Sheet1"]["C2"].fill = fill
        workbook["Sheet1"]["C3"].fill = fill

    document = plan(HEADER, [1, "Agree it"], MORE, change=paint)
    fills = {(c.row, c.column): c.fill for c in document.tables[0].cells}
    assert (fills.get((1, 2)), fills[2, 2]) == (colour, colour)


def test_colours_below_the_last_row_make_no_table() -> None:
    def paint(workbook: Workbook) -> None:
        for row in range(1, 400):
            workbook["Sheet1"].cell(row, 9).fill = PatternFill("solid", fgColor="FFFFC000")

    assert [len(rows) for rows in tables(plan(HEADER, ROW, MORE, change=paint))] == [3]


def test_hidden_rows_columns_and_sheets_are_left_out_and_said() -> None:
    def hide(workbook: Workbook) -> None:
        workbook["Homes"].row_dimensions[2].hidden = True
        workbook["Homes"].column_dimensions["B"].hidden = True
        workbook["Lists"].sheet_state = "hidden"

    rows: Rows = [["Ref", "Draft", "Action", "By when"], [0, "x", "Old", "May"], [1, "x", "Agree it", "May 2024"]]
    document = read({"Homes": [*rows, [2, "x", "Print it", "June 2024"]], "Lists": [["Red", "Late"]]}, hide)
    assert tables(document) == [TABLE]
    assert [notice.code for notice in document.notices] == ["hidden_content", "hidden_content"]
    assert "'Lists'" in document.notices[0].message
    assert "B1" in document.notices[1].message
    place = document.tables[0].cells[-1].passage.sources()[0].place
    assert place is not None
    assert (place.row, place.column, place.path) == (2, 2, "Homes!D4")


def test_text_below_a_merged_cell_is_left_out_and_said() -> None:
    held = [("Action", "By when"), ("Agree it", "May 2024"), ("and so on", "June")]
    rows = (f"<row r='{n}'>{cell(f'A{n}', one)}{cell(f'B{n}', two)}</row>" for n, (one, two) in enumerate(held, 1))
    data = raw_xlsx(f"<sheetData>{''.join(rows)}</sheetData><mergeCells><mergeCell ref='A2:A3'/></mergeCells>")
    document = xlsx.read(data, "")
    (notice,) = document.notices
    assert notice.code == "hidden_content"
    assert "3 words" in notice.message
    assert "A3: 'and so on'" in notice.message
    assert "and so on" not in document.pages[0].text


def test_a_merged_cell_that_begins_in_a_hidden_row_is_seen() -> None:
    def hide(workbook: Workbook) -> None:
        workbook["Sheet1"].merge_cells("A2:A3")
        workbook["Sheet1"].row_dimensions[2].hidden = True

    assert tables(plan(HEADER, ROW, [None, "Print it", "June"], change=hide))[0][1] == ["1", "Print it", "June"]


def test_the_file_says_its_title_and_dates() -> None:
    def entitle(workbook: Workbook) -> None:
        workbook.properties.title, workbook.properties.created = "Our plan", datetime(2024, 3, 5)  # noqa: DTZ001

    metadata = plan(HEADER, ROW, change=entitle).metadata
    assert (metadata["title"], metadata["created"]) == ("Our plan", "2024-03-05")


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.xls", "plan.csv", "plan.docx", "plan"])
def test_a_workbook_is_known_by_its_content(name: str) -> None:
    assert choose_reader(workbooks.xlsx({"Sheet1": [HEADER, ROW]}), name).FORMAT == "xlsx"


def test_a_workbook_without_text_is_empty() -> None:
    with pytest.raises(EmptyFile):
        plan()


# Hostile workbooks


def test_a_cell_at_the_far_end_is_not_handed_on() -> None:
    far = f"<sheetData><row r='1048576'>{cell('XFD1048576', 'x')}</row></sheetData>"
    with pytest.raises(TooLarge):
        xlsx.read(raw_xlsx(far), "plan.xlsx")


def test_a_merge_of_everything_is_clipped() -> None:
    sheet = f"<sheetData><row r='1'>{cell('A1', 'Our plan')}</row><row r='2'>{cell('A2', 'a')}{cell('B2', 'b')}</row>"
    document = xlsx.read(raw_xlsx(f"{sheet}</sheetData><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"), "")
    assert "Our plan" in document.pages[0].text


def test_a_member_that_unpacks_to_far_more_is_refused() -> None:
    with pytest.raises(TooLarge):
        xlsx.read(raw_xlsx("<sheetData/>", strings="<si><t>" + "x" * 110_000_000 + "</t></si>"), "plan.xlsx")


@pytest.mark.parametrize(
    "sheet",
    [
        "<sheetData><row>",
        "<sheetData><row r='x'><c r='??'><v>1</v></c></row></sheetData>",
        "<sheetData><row r='-1'><c r='A0'><v>1</v></c></row></sheetData>",
        "<sheetData><row r='1'><c r='A1' t='s'><v>99999</v></c></row></sheetData>",
        "<sheetData><row r='1'><c r='A1' s='99999'><v>1e999</v></c></row></sheetData>",
        "<cols><col min='0' max='99999999' hidden='1'/></cols>",
        "<mergeCells><mergeCell ref='A1'/><mergeCell ref='ZZZZ9:A1'/><mergeCell ref='C3:A1'/></mergeCells>",
    ],
)
def test_a_broken_sheet_is_read_or_refused_by_name(sheet: str) -> None:
    try:
        xlsx.read(raw_xlsx(sheet), "plan.xlsx")
    except ActionPlanError as error:
        assert error.code in ("damaged", "empty_file", "too_large")  # noqa: PT017


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9])
def test_a_truncated_workbook_is_damaged(keep: float) -> None:
    data = workbooks.xlsx({"Sheet1": [HEADER, ROW]})
    with pytest.raises(Damaged):
        xlsx.read(data[: int(len(data) * keep)], "plan.xlsx")


@pytest.mark.parametrize(("kind", "value"), [("b", "perhaps"), ("n", "two"), ("s", "first")])
def test_a_cell_of_another_type_than_it_says_is_read_as_text(kind: str, value: str) -> None:
    header = "".join(cell(f"{column}1", text) for column, text in zip("ABC", TABLE[0], strict=True))
    row = f'<c r="A2" t="{kind}"><v>{value}</v></c>{cell("B2", "Agree it")}{cell("C2", "May 2024")}'
    document = xlsx.read(raw_xlsx(f'<sheetData><row r="1">{header}</row><row r="2">{row}</row></sheetData>'), "")
    assert tables(document) == [[TABLE[0], [value, "Agree it", "May 2024"]]]
    assert [notice.code for notice in document.notices] == ["text_recovered"]
