"""OpenDocument spreadsheets."""

from __future__ import annotations

import pytest

from actionplan_extract.errors import EmptyFile
from actionplan_extract.model import Document
from actionplan_extract.readers import choose_reader, ods

from . import workbooks
from .helpers import misplaced, prose_of, rows_of

STYLES = (
    '<style:style style:name="red" style:family="table-cell"><style:table-cell-properties '
    'fo:background-color="#FF0000"/></style:style>'
    '<style:style style:name="red2" style:family="table-cell" style:parent-style-name="red"/>'
    '<style:style style:name="month" style:family="table-cell" style:data-style-name="my"/>'
    '<number:date-style style:name="my"><number:month/><number:text>-</number:text><number:year/></number:date-style>'
    '<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>'
)


def cell(text: str, attributes: str = "") -> str:
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n")) if text else ""
    return f"<table:table-cell {attributes}>{paragraphs}</table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    held = "".join(part if part.startswith("<") else cell(part) for part in cells)
    return f"<table:table-row {attributes}>{held}</table:table-row>"


def sheet(*rows: str, columns: str = "", name: str = "Sheet1", style: str = "") -> str:
    return f'<table:table table:name="{name}" table:style-name="{style}">{columns}{"".join(rows)}</table:table>'


HEADER = row("Ref", "Action", "By when")
ROWS = (HEADER, row("1", "Agree it", "May 2024"), row("2", "Print it", "June 2024"))
TABLE = [["Ref", "Action", "By when"], ["1", "Agree it", "May 2024"], ["2", "Print it", "June 2024"]]


def read(*sheets: str) -> Document:
    document = ods.read(workbooks.ods("".join(sheets), STYLES), "plan.ods")
    assert misplaced(document) == []
    return document


def test_a_sheet_is_a_table() -> None:
    document = read(sheet(row("Our plan"), row(), *ROWS))
    assert prose_of(document) == ["Our plan"]
    assert [rows_of(table) for table in document.tables] == [TABLE]


def test_a_cell_shows_its_paragraphs_and_not_its_notes() -> None:
    note = "<office:annotation><text:p>Ask Ann</text:p></office:annotation>"
    first = "<text:p>Agree <text:span>it</text:span><text:s text:c='2'/>now</text:p>"
    held = f"<table:table-cell>{note}{first}<text:p>Then</text:p></table:table-cell>"
    document = read(sheet(HEADER, row("1", held, "May")))
    assert document.tables[0].cells[4].text == "Agree it  now\nThen"


def test_a_date_keeps_what_is_shown_and_what_it_is() -> None:
    due = cell("Mar-24", 'table:style-name="month" office:value-type="date" office:date-value="2024-03-05T00:00:00"')
    document = read(sheet(HEADER, row("1", "Agree it", due)))
    place = document.tables[0].cells[-1].passage.sources()[0].place
    assert (document.tables[0].cells[-1].text, place and place.date) == ("Mar-24", "2024-03")


def test_fills_come_from_the_cells_style_its_parent_or_its_column() -> None:
    columns = '<table:table-column table:number-columns-repeated="2"/>'
    columns += '<table:table-column table:default-cell-style-name="red"/>'
    document = read(sheet(HEADER, row(cell("1", 'table:style-name="red2"'), "Agree it", cell("")), columns=columns))
    fills = {(c.row, c.column): c.fill for c in document.tables[0].cells}
    assert (fills[1, 0], fills[1, 1], fills[1, 2]) == ("#ff0000", None, "#ff0000")


def test_merged_cells_span_and_what_they_cover_is_nothing() -> None:
    first = cell("1", 'table:number-rows-spanned="2"')
    covered = "<table:covered-table-cell><text:p>old</text:p></table:covered-table-cell>"
    document = read(sheet(HEADER, row(first, "Agree it", "May"), row(covered, "Print it", "June")))
    assert [c.row_span for c in document.tables[0].cells if c.text == "1"] == [2]
    assert "old" not in document.pages[0].text
    assert [(notice.code, notice.message) for notice in document.notices] == [
        ("hidden_content", "1 words below merged cells of sheet 'Sheet1' were left out, from A3: 'old' on")
    ]


def test_repeated_cells_and_rows_are_repeated() -> None:
    again = row("x", cell("y", 'table:number-columns-repeated="2"'), attributes='table:number-rows-repeated="2"')
    assert rows_of(read(sheet(HEADER, again)).tables[0])[1:] == [["x", "y", "y"], ["x", "y", "y"]]


def test_hidden_rows_columns_and_sheets_are_left_out_and_said() -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    hidden = row("0", "x", "Old", "May", attributes='table:visibility="filter"')
    rows = [row(*(held[0], "x", *held[1:])) for held in TABLE]
    document = read(sheet(rows[0], hidden, *rows[1:], columns=columns), sheet(*ROWS, name="Lists", style="gone"))
    assert [rows_of(table) for table in document.tables] == [TABLE]
    assert [notice.code for notice in document.notices] == ["hidden_content", "hidden_content"]


def test_rows_in_groups_and_headers_are_rows() -> None:
    header = f"<table:table-header-rows>{ROWS[0]}</table:table-header-rows>"
    grouped = f"{header}<table:table-row-group>{''.join(ROWS[1:])}</table:table-row-group>"
    assert [rows_of(table) for table in read(sheet(grouped)).tables] == [TABLE]


def test_empty_rows_and_cells_without_end_cost_nothing() -> None:
    far = cell("", 'table:number-columns-repeated="16384"')
    document = read(sheet(*ROWS, row(far, attributes='table:number-rows-repeated="1048576"')))
    assert [rows_of(table) for table in document.tables] == [TABLE]


def test_text_repeated_without_end_is_read_to_a_limit() -> None:
    far = row("x", cell("y", 'table:number-columns-repeated="99999999"'), attributes='table:number-rows-repeated="60"')
    document = read(sheet(HEADER, far))
    assert document.tables[0].columns == 200
    assert "limit_reached" in [notice.code for notice in document.notices]


def test_a_sheet_without_text_is_empty() -> None:
    with pytest.raises(EmptyFile):
        read(sheet(row("")))


@pytest.mark.parametrize("name", ["plan.ods", "plan.xlsx", "plan.odt", "plan"])
def test_a_spreadsheet_is_known_by_its_content(name: str) -> None:
    assert choose_reader(workbooks.ods(sheet(*ROWS)), name).FORMAT == "ods"
