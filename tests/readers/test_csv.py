from __future__ import annotations

import pytest

from actionplan_extract.model import Document
from actionplan_extract.readers import csv

from ..growth import grows_in_step
from .helpers import document_of, outline, prose_of, rows_of

HEADER = "Ref,Action,By when"


def plan(*lines: str, header: str = HEADER) -> Document:
    return document_of("\r\n".join([header, *lines, ""]), "plan.csv")


def rows(*lines: str) -> list[list[str]]:
    """The rows below the header."""
    return rows_of(plan(*lines).tables[0])[1:]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1,Agree it,May 2024", ["1", "Agree it", "May 2024"]),
        ('1,"Agree it, then print it",May', ["1", "Agree it, then print it", "May"]),
        ('1,"Say ""yes"", and mean it",May', ["1", 'Say "yes", and mean it', "May"]),
        ('1,"""Yes""",May', ["1", '"Yes"', "May"]),
        ('1, "Agree it" ,May', ["1", "Agree it", "May"]),
        ('1,Build a 5" step,May', ["1", 'Build a 5" step', "May"]),
        ('1,"Unclosed quote,May', ["1", '"Unclosed quote', "May"]),
        ('1,"Yes" we agree,May', ["1", '"Yes" we agree', "May"]),
        ("1,,May", ["1", "", "May"]),
        ('1,"",May', ["1", "", "May"]),
    ],
)
def test_a_record_is_split_as_spreadsheets_write_it(line: str, expected: list[str]) -> None:
    assert rows(line) == [expected]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_a_quoted_cell_goes_over_several_lines(end: str) -> None:
    text = end.join([HEADER, '1,"Agree it:', "• with staff", "• with members", '",May', "2,Print it,June", ""])
    table = document_of(text, "plan.csv").tables[0]
    assert outline(table.cells[4].paragraphs) == ["Agree it:", "• with staff", "• with members"]
    assert rows_of(table)[2] == ["2", "Print it", "June"]


def test_an_unclosed_quote_loses_no_row() -> None:
    assert rows('1,"Agree it,May', '2,"Print it",June', "3,Send it,July") == [
        ["1", '"Agree it', "May"],
        ["2", "Print it", "June"],
        ["3", "Send it", "July"],
    ]


def test_a_row_cut_short_lacks_its_last_cells() -> None:
    assert rows("1,Agree it,May", "2,Print it", "3") == [["1", "Agree it", "May"], ["2", "Print it", ""], ["3", "", ""]]


def test_columns_that_are_empty_throughout_stay_empty() -> None:
    table = plan("1,Agree it,May,,", header=HEADER + ",,").tables[0]
    assert table.columns == 5
    assert rows_of(table)[1] == ["1", "Agree it", "May", "", ""]


def test_rows_of_titles_stand_above_the_table() -> None:
    text = f'"Example Council, action plan",,\n,,\nApproved May 2024,,\n\n{HEADER}\n1,Agree it,May 2024\n'
    document = document_of(text, "plan.csv")
    assert prose_of(document) == ["Example Council, action plan", "Approved May 2024"]
    assert [rows_of(table)[0] for table in document.tables] == [["Ref", "Action", "By when"]]


@pytest.mark.parametrize("blank", ["", ",,", " , , ", "--,--,--"])
def test_a_blank_row_cuts_the_table(blank: str) -> None:
    tables = plan("1,Agree it,May", blank, "2,Print it,June").tables
    assert [len(rows_of(table)) for table in tables] == [2, 1]
    assert [table.index for table in tables] == [0, 1]


@pytest.mark.parametrize("line", ["Key: blue is done,,", "Theme two: Money", '"Notes, in short",,'])
def test_a_first_field_alone_behind_a_blank_row_is_prose(line: str) -> None:
    document = plan("1,Agree it,May", ",,", line, "2,Print it,June")
    assert prose_of(document) == [line.strip(',"')]
    assert [rows_of(table)[-1][0] for table in document.tables] == ["1", "2"]


def test_a_first_field_alone_within_the_table_is_a_row() -> None:
    assert rows("1,Agree it,May", "Theme two: Money,,", "2,Print it,June")[1] == ["Theme two: Money", "", ""]


def test_another_field_alone_behind_a_blank_row_is_the_rest_of_a_row() -> None:
    tables = plan("1,Agree it,May", ",,", ",and print it,").tables
    assert rows_of(tables[1]) == [["", "and print it", ""]]


@pytest.mark.parametrize("mark", [",", ";", "|", "\t", "^", "~"])
def test_the_delimiter_is_the_one_the_records_agree_on(mark: str) -> None:
    line = mark.join(["1", '"Agree it, print it; send it | or not"', "May"])
    text = "\n".join([HEADER.replace(",", mark), line, line])
    assert rows_of(csv.read(text.encode(), "plan.csv").tables[0])[1][2] == "May"


def test_the_delimiter_a_spreadsheet_names_is_taken_at_its_word() -> None:
    document = document_of("sep=;\r\nRef;Action, in full;By when\r\n1;Agree, print, send;May\r\n", "plan.csv")
    assert prose_of(document) == []
    assert rows_of(document.tables[0])[1] == ["1", "Agree, print, send", "May"]


def test_cells_know_their_place() -> None:
    place = plan("1,Agree it,May").tables[0].cells[4].passage.sources()[0].place
    assert place is not None
    assert (place.table, place.row, place.column, place.path) == (0, 1, 1, "table[0]/row[1]/cell[1]")


def test_character_references_in_a_plain_cell_are_resolved() -> None:
    assert rows("1,Health &amp; safety&nbsp;first,May") == [["1", "Health & safety\u00a0first", "May"]]


def test_line_ends_part_paragraphs_where_tags_merely_set_type() -> None:
    cell = plan('1,"<b>Vision</b>\nWe will agree it.\n• with staff",May').tables[0].cells[4]
    assert outline(cell.paragraphs) == ["Vision", "We will agree it.", "• with staff"]


@pytest.mark.parametrize("junk", ['"', '""', '"a,', ',"', '"\n', " ", ' "', "\r", 'a"b,'])
def test_reading_grows_in_step_with_the_text(junk: str) -> None:
    assert grows_in_step(lambda times: csv.read((HEADER + "\n1,2,3\n" + junk * times).encode(), "plan.csv"), 2_500)


def test_a_table_below_prose_is_as_wide_as_what_it_holds() -> None:
    tables = plan("1,Agree it,May", ",,", "Glossary,,", "LGA,Local Government Association,").tables
    assert [table.columns for table in tables] == [3, 2]
