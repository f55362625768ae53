"""Labels beside values between level rules, and prose in two columns that begin at two heights."""

from __future__ import annotations

from actionplan_extract.model import Document, Paragraph
from actionplan_extract.readers import pdf as reader

from .helpers import prose_of, rows_of
from .pdf_fixtures import Sheet, pdf

LABEL, VALUE, RIGHT = 60, 170, 500
PAIRS = (("Our response", "Buy four new buses"), ("Lead", "Head of Fleet"), ("By when", "May 2026"))


def read(*sheets: Sheet) -> Document:
    return reader.read(pdf(*sheets), "plan.pdf")


def pairs(top: float, *, ruled: bool = True, labels: tuple[str, ...] = ()) -> Sheet:
    """A list of labels with their values, a level rule below each."""
    sheet = Sheet()
    for number, (label, value) in enumerate(PAIRS):
        at = top + 22 * number
        sheet.text(LABEL, at, labels[number] if labels else label).text(VALUE, at, value)
        if ruled:
            sheet.rule(LABEL, at + 16, RIGHT, at + 16)
    return sheet


def test_labels_beside_values_between_rules_are_a_table() -> None:
    sheet = pairs(120).text(LABEL, 90, "Recommendation 1: be clear about what we ask of the people")
    document = read(sheet)
    assert [rows_of(table) for table in document.tables] == [[list(pair) for pair in PAIRS]]
    assert prose_of(document) == ["Recommendation 1: be clear about what we ask of the people"]


def test_labels_and_values_go_on_in_lines_below() -> None:
    sheet = (
        Sheet().lines(LABEL, 120, ("Position at", "September")).lines(VALUE, 120, ("Not started,", "for want of buses"))
    )
    sheet.rule(LABEL, 148, RIGHT, 148).text(LABEL, 153, "Lead").text(VALUE, 153, "Head of Fleet")
    (table,) = read(sheet).tables
    assert rows_of(table) == [["Position at September", "Not started, for want of buses"], ["Lead", "Head of Fleet"]]


def test_without_rules_or_labels_they_are_text() -> None:
    assert not read(pairs(120, ruled=False)).tables
    assert not read(pairs(120, labels=("1.", "2.", "3."))).tables


def test_one_column_of_prose_may_begin_higher() -> None:
    left = (
        "We keep the woods and the",
        "meadows of this county in",
        "the state they were in when",
        "the law was made for them",
    )
    right = (
        "2.1 Set up a network of all",
        "who count birds (May 2026)",
        "2.2 Help each school to make",
        "a garden (June 2026)",
    )
    sheet = Sheet().text(320, 100, "2. Involving people").lines(50, 124, left).lines(320, 124, right)
    found = [block.text for block in read(sheet).blocks if isinstance(block, Paragraph)]
    assert found[0].startswith("We keep the woods")
    assert found[1].endswith("Involving people")
