from __future__ import annotations

import pytest

from actionplan_extract.model import Document, Paragraph
from actionplan_extract.readers import tsv

from ..growth import grows_in_step
from .helpers import document_of, outline, prose_of, rows_of

HEADER = "Recommendation\tActions\tOwner\tBy when"


def plan(*lines: str) -> Document:
    return document_of("\n".join(lines) + "\n", "plan.txt")


def test_tabs_behind_labels_part_no_cells() -> None:
    lines = "Action:\tBuy buses\nLead:\tHead of Fleet\tDue:\tMay 2024\n" * 3
    assert tsv.sniff(lines.encode(), ".md") == 0.0


def test_prose_stands_before_between_and_behind_the_tables() -> None:
    row = "Listen more\tAsk residents\tChief Executive\tMay 2024"
    document = plan(
        "Our plan", "", "Foreword, in short", "", HEADER, row, "", "Theme two", "", HEADER, row, "", "Glossary"
    )
    kinds = [block.text if isinstance(block, Paragraph) else len(rows_of(block)) for block in document.blocks]
    assert kinds == ["Our plan", "Foreword, in short", 2, "Theme two", 2, "Glossary"]


@pytest.mark.parametrize("rule", ["--\t--\t--\t--", "---\t \t---\t", "=====\t=====", "––\t––\t––\t––", "\t\t\t"])
def test_a_row_of_dashes_cuts_the_table_and_is_no_row(rule: str) -> None:
    document = plan(HEADER, "A\tB\tC\tD", rule, "E\tF\tG\tH")
    assert [rows_of(table)[-1][0] for table in document.tables] == ["A", "E"]
    assert prose_of(document) == []


def test_a_title_with_tabs_behind_it_stands_above_the_table() -> None:
    document = plan("Example Council\t\t\t", "\t\t\t", HEADER, "A\tB\tC\tD")
    assert prose_of(document) == ["Example Council"]
    assert rows_of(document.tables[0])[0] == HEADER.split("\t")


@pytest.mark.parametrize("line", ["rest of it\t\t\t", "\t\trest of it\t"])
def test_a_cell_alone_behind_a_break_is_the_rest_of_a_row(line: str) -> None:
    document = plan(HEADER, "A\tB\tC\tD", "--\t--\t--\t--", line)
    assert "rest of it" in rows_of(document.tables[1])[0]


def test_a_row_that_lost_cells_has_fewer() -> None:
    assert rows_of(plan(HEADER, "A\tB\tC\tD", "\trest of a sentence", "E\tF").tables[0])[2:] == [
        ["", "rest of a sentence"],
        ["E", "F"],
    ]


def test_html_in_a_cell_makes_its_paragraphs() -> None:
    cell = (
        plan(HEADER, "A\t<p>We will:</p> <ul><li>ask</li><li>listen</li></ul> <p>And act.</p>\tC\tD").tables[0].cells[5]
    )
    assert outline(cell.paragraphs) == ["We will:", "• ask", "• listen", "And act."]


def test_a_quoted_cell_may_go_over_lines() -> None:
    table = plan(HEADER, 'A\t"We will ask.\nWe will ""listen""."\tC\tD', "E\tF\tG\tH").tables[0]
    assert outline(table.cells[5].paragraphs) == ["We will ask.", 'We will "listen".']
    assert rows_of(table)[2] == ["E", "F", "G", "H"]


def test_a_quotation_is_not_a_quoted_cell() -> None:
    table = plan(HEADER, '"Listen" is the word\tB\tC\tD', '“Act”\t"Now\tC\tD').tables[0]
    assert [row[0] for row in rows_of(table)[1:]] == ['"Listen" is the word', "“Act”"]


def test_lines_of_prose_know_where_they_stand() -> None:
    document = plan("One", "", "Two", HEADER, "A\tB\tC\tD", "", "Three")
    paths = [
        piece.place.path
        for block in document.blocks
        if isinstance(block, Paragraph)
        for piece in block.passage.sources()
        if piece.place
    ]
    assert paths == ["line[0]", "line[2]", "line[6]"]


@pytest.mark.parametrize("line", ["a line of prose\n", "a\tb\tc\n", "\t\t\n", '"a\tb""\tc\n'])
def test_reading_grows_in_step_with_the_text(line: str) -> None:
    assert grows_in_step(lambda times: tsv.read((HEADER + "\n" + line * times).encode(), "plan.tsv"), 800)
