"""Tables of tagged PDFs: rows that a page cuts, paragraphs and lists by their tags, and when tags are left."""

from __future__ import annotations

import pytest

from actionplan_extract.explain import explain
from actionplan_extract.model import Document, Table, piece_verbatim
from actionplan_extract.readers import pdf as reader
from actionplan_extract.readers.pdf import pdfium

from .helpers import outline, passages, prose_of, rows_of
from .pdf_fixtures import Sheet, pdf
from .tagged_fixtures import Element, Mark, Pages, element, row

XS = (50, 150, 400, 500)


def read(pages: Pages, *elements: Element) -> Document:
    return reader.read(pages.file(*elements), "plan.pdf")


def header(pages: Pages, page: int, top: float = 104) -> tuple[Mark, ...]:
    words = zip((55, 155, 405), ("No", "Action", "When"), strict=True)
    return tuple(pages.text(page, x, top, word) for x, word in words)


def cut_row(*, rules: bool = True) -> tuple[Pages, Element]:
    """A table over two pages, whose second row the page cuts in mid-sentence, before a capital letter."""
    pages = Pages(2)
    if rules:
        pages.sheets[0].grid(XS, (100, 120, 140, 180))
        pages.sheets[1].grid(XS, (60, 100, 120))
    head = row(*header(pages, 0), kind="TH")
    first = row(pages.text(0, 55, 124, "1"), pages.text(0, 155, 124, "Mend the roof"), pages.text(0, 405, 124, "May"))
    action = element(
        "TD",
        element("P", pages.text(0, 155, 144, "Meet the school.")),
        element("P", pages.text(0, 155, 160, "Write to"), pages.text(1, 155, 64, "Mrs Example and ask")),
        element("P", pages.text(1, 155, 80, "Tell the council.")),
    )
    second = row(pages.text(0, 55, 144, "2"), action, pages.text(0, 405, 144, "June"))
    third = row(pages.text(1, 55, 104, "3"), pages.text(1, 155, 104, "Paint it"), pages.text(1, 405, 104, "July"))
    return pages, element("Table", element("THead", head), element("TBody", first, second, third))


CUT_ROW = [
    ["No", "Action", "When"],
    ["1", "Mend the roof", "May"],
    ["2", "Meet the school.\nWrite to Mrs Example and ask\nTell the council.", "June"],
    ["3", "Paint it", "July"],
]


@pytest.mark.parametrize("rules", [True, False])
def test_a_row_that_a_page_cuts_is_one(rules: bool) -> None:
    pages, table = cut_row(rules=rules)
    document = read(pages, table)
    assert [rows_of(found) for found in document.tables] == [CUT_ROW]
    assert document.tables[0].basis == "tags"


def test_each_part_of_a_cut_row_keeps_its_place() -> None:
    document = read(*cut_row())
    cell = next(cell for cell in document.tables[0].cells if (cell.row, cell.column) == (2, 1))
    sources = [piece for piece in cell.passage.pieces if piece.place]
    assert [piece.place.page for piece in sources if piece.place] == [1, 1, 2, 2]
    for passage in passages(document):
        for piece in passage.sources():
            assert piece_verbatim(document, piece) == piece.text


def test_header_repeated_as_an_artifact_is_left_out() -> None:
    pages, table = cut_row()
    pages.sheets[1].grid(XS, (40, 60))
    for x, word in ((55, "No"), (155, "Action"), (405, "When")):
        pages.artifact(1, x, 44, word)
    document = read(pages, table)
    assert [rows_of(found) for found in document.tables] == [CUT_ROW]
    assert [str(passage) for passage in document.furniture] == ["No", "Action", "When"]


def test_header_repeated_under_the_same_tags_is_left_out() -> None:
    pages = Pages(2)
    rows = []
    for page, number in ((0, "1"), (1, "2")):
        pages.sheets[page].grid(XS, (100, 120, 140))
        words = zip((55, 155, 405), (number, f"Do {number}", "May"), strict=True)
        rows.append(row(*(pages.text(page, x, 124, word) for x, word in words)))
    heads = zip(header(pages, 0), header(pages, 1), strict=True)
    document = read(pages, element("Table", row(*(element("TH", *marks) for marks in heads)), *rows))
    (table,) = document.tables
    assert rows_of(table) == [["No", "Action", "When"], ["1", "Do 1", "May"], ["2", "Do 2", "May"]]


def test_cells_that_browsers_leave_out_of_the_tags_are_there() -> None:
    pages = Pages(1)
    pages.sheets[0].grid(XS, (100, 120, 140)).fill(400, 120, 500, 140, (1, 0, 0))
    table = element("Table", row(*header(pages, 0)), row(pages.text(0, 155, 124, "Do it")))
    (found,) = read(pages, table).tables
    assert rows_of(found)[1] == ["", "Do it", ""]
    assert found.cells[-1].fill == "#ff0000"


def test_rows_without_rules_between_them_are_told_apart() -> None:
    pages = Pages(1)
    pages.sheets[0].grid(XS, (100, 120, 160))
    lead = element("TD", pages.text(0, 55, 124, "Both"), RowSpan=2)
    upper = row(lead, pages.text(0, 155, 124, "Dig"), pages.text(0, 405, 124, "May"))
    lower = row(pages.text(0, 155, 140, "Plant"), pages.text(0, 405, 140, "June"))
    (table,) = read(pages, element("Table", row(*header(pages, 0)), upper, lower)).tables
    assert rows_of(table)[1:] == [["Both", "Dig", "May"], ["Plant", "June"]]
    assert [(cell.row, cell.row_span) for cell in table.cells if cell.text == "Both"] == [(1, 2)]


def test_a_cell_over_columns_spans_them() -> None:
    pages = Pages(1)
    band = element("TR", element("TD", pages.text(0, 55, 124, "Theme one"), ColSpan=3))
    words = zip((55, 155, 405), ("1", "Dig", "May"), strict=True)
    body = row(*(pages.text(0, x, 144, word) for x, word in words))
    (table,) = read(pages, element("Table", row(*header(pages, 0)), band, body)).tables
    assert [(cell.column, cell.column_span) for cell in table.cells if cell.row == 1] == [(0, 3)]


def test_list_items_without_a_bullet_in_the_text_are_items() -> None:
    pages = Pages(1)
    pages.sheets[0].grid(XS, (100, 120, 180))
    items = [element("LI", element("LBody", pages.text(0, 165, 140 + 12 * n, each))) for n, each in enumerate("ab")]
    cell = element("TD", element("P", pages.text(0, 155, 124, "Ask:")), element("L", *items))
    (table,) = read(pages, element("Table", row(*header(pages, 0)), row(pages.text(0, 55, 124, "1"), cell))).tables
    asked = next(cell for cell in table.cells if cell.text.startswith("Ask"))
    assert outline(asked.paragraphs) == [
        "Ask:",
        "• a",
        "• b",
    ]


def test_a_label_is_the_items_marker() -> None:
    pages = Pages(1)
    item = element("LI", element("Lbl", pages.text(0, 50, 100, "IV")), element("LBody", pages.text(0, 65, 100, "Ask")))
    document = read(pages, element("L", item))
    assert outline(tuple(block for block in document.blocks if not isinstance(block, Table))) == ["IV Ask"]


def test_tagged_paragraphs_end_where_the_tags_say() -> None:
    pages = Pages(1)
    one = element("P", pages.text(0, 50, 100, "One line.", "And one more of it"))
    other = element("P", pages.text(0, 50, 124, "Another"))
    assert prose_of(read(pages, one, other)) == ["One line. And one more of it", "Another"]


def test_lines_tagged_as_paragraphs_are_joined_where_the_sentence_goes_on() -> None:
    pages = Pages(1)
    lines = ("The council will ask everybody in the town,", "whether they live or work in it, what to do.")
    parts = [element("P", pages.text(0, 50, 100 + 12 * number, line)) for number, line in enumerate(lines)]
    assert prose_of(read(pages, *parts)) == [" ".join(lines)]


def test_tagged_titles_are_headings_of_their_level() -> None:
    pages = Pages(1)
    title = element("H2", pages.text(0, 50, 100, "What we will do"))
    document = read(pages, title, element("P", pages.text(0, 50, 130, "Plenty.")))
    assert [block.heading for block in document.blocks if not isinstance(block, Table)] == [2, 0]


def test_artifacts_are_furniture() -> None:
    pages = Pages(1)
    pages.artifact(0, 50, 400, "Draft")
    document = read(pages, element("P", pages.text(0, 50, 100, "Some text"), pages.text(0, 50, 130, "and more.")))
    assert "Draft" not in prose_of(document)
    assert [str(passage) for passage in document.furniture] == ["Draft"]


def contradiction(kind: str) -> tuple[Pages, Element]:
    """A drawn table of two rows, tagged as something else."""
    pages = Pages(1)
    pages.sheets[0].grid(XS, (100, 120, 140))
    head = header(pages, 0)
    body = [pages.text(0, x, 124, word) for x, word in ((55, "1"), (155, "Dig"), (405, "May"))]
    if kind == "cells":
        return pages, element("Table", row(*head), row(body[0], element("TD", body[1], body[2])))
    if kind == "rows":
        return pages, element("Table", row(*head, *body))
    if kind == "order":
        return pages, element("Table", row(*body), row(*head))
    if kind == "words":
        return pages, element("Table", row(*head), row(*body[:2]))
    return pages, element("Table", element("TD", *head), row(*body))


@pytest.mark.parametrize("kind", ["cells", "rows", "order", "words", "no row"])
def test_tags_that_contradict_the_page_are_left(kind: str) -> None:
    pages, table = contradiction(kind)
    (found,) = read(pages, table).tables
    assert rows_of(found) == [["No", "Action", "When"], ["1", "Dig", "May"]]
    assert found.basis.startswith("rules (its tags are left: ")


def test_explain_says_what_a_table_was_told_by(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for name, made in (("agreed", cut_row()), ("contrary", contradiction("rows"))):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(made[0].file(made[1]))
    assert "columns, told by its tags" in explain(tmp_path / "agreed.pdf")
    assert "told by its rules (its tags are left: one of its tagged rows" in explain(tmp_path / "contrary.pdf")


def test_files_without_tags_are_not_asked_for_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfium.Structure, "of_page", None)
    assert prose_of(reader.read(pdf(Sheet().text(50, 100, "Plain")), "plan.pdf")) == ["Plain"]
