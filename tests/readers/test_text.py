from __future__ import annotations

import pytest

from actionplan_extract.model import Document, Paragraph
from actionplan_extract.readers import text

from ..growth import grows_in_step
from .helpers import document_of, misplaced, outline, prose_of

HEADER = ("Ref", "Action", "By when")


def cells(*contents: str) -> str:
    return "".join(f"\t{content}\n" for content in contents)


def plan(content: str) -> Document:
    return document_of(content, "plan.txt")


def texts(document: Document) -> list[list[str]]:
    """The texts of each table's cells."""
    return [[cell.text for cell in table.cells] for table in document.tables]


def test_text_without_led_cells_is_prose_a_line_each() -> None:
    document = plan("Our plan\n\n\tonce\n\ttwice\nWe agree.\n")
    assert prose_of(document) == ["Our plan", "once", "twice", "We agree."]
    assert document.tables == ()


def test_cells_led_by_a_tab_make_a_table_of_unknown_width() -> None:
    document = plan("Our plan\n\n" + cells(*HEADER, "1", "Agree it.", "May"))
    assert prose_of(document) == ["Our plan"]
    assert texts(document) == [[*HEADER, "1", "Agree it.", "May"]]
    assert document.tables[0].columns is None


def test_a_cell_runs_on_to_the_next_tab() -> None:
    document = plan(cells(*HEADER, "1", "We will:\n- ask\n- listen\n\nAnd act.", "May"))
    assert outline(document.tables[0].cells[4].paragraphs) == ["We will:", "- ask", "- listen", "And act."]


def test_empty_cells_count() -> None:
    assert texts(plan(cells("", *HEADER, "1", "Agree it.", "", "", "Print it."))) == [
        ["", *HEADER, "1", "Agree it.", "", "", "Print it."]
    ]


def test_text_behind_two_blank_lines_after_the_last_cell_is_prose() -> None:
    document = plan(cells(*HEADER, "1", "Agree it.", "May\n\nand June") + "\n\nGlossary\n\nLGA: an association\n")
    assert texts(document)[0][-1] == "May\nand June"
    assert prose_of(document) == ["Glossary", "LGA: an association"]
    assert misplaced(document) == []


def test_an_empty_last_cell_does_not_swallow_the_text_below() -> None:
    document = plan(cells(*HEADER, "1", "Agree it.", "") + "\n\nGlossary\n")
    assert texts(document)[0][-1] == ""
    assert prose_of(document) == ["Glossary"]


def test_two_blank_lines_within_the_table_part_nothing() -> None:
    document = plan(cells(*HEADER, "1", "Agree it.\n\n\nPrint it.", "May", "2", "Send it.", "June"))
    assert texts(document)[0][4] == "Agree it.\nPrint it."
    assert len(document.tables) == 1


def test_a_header_that_comes_again_begins_another_table() -> None:
    first, second = cells(*HEADER, "1", "Agree it.", "May"), cells(*HEADER, "2", "Print it.", "June")
    document = plan(f"One\n\n{first}\n\nTwo\n\n{second}")
    assert texts(document) == [[*HEADER, "1", "Agree it.", "May"], [*HEADER, "2", "Print it.", "June"]]
    assert prose_of(document) == ["One", "Two"]
    assert [table.cells[0].passage.sources()[0].place.path for table in document.tables if table.cells[0].passage] == [  # type: ignore[union-attr]
        "table[0]/cell[0]",
        "table[1]/cell[0]",
    ]


def test_windows_line_ends_are_no_text() -> None:
    document = plan(("Our plan\n" + cells(*HEADER, "1", "Agree it.", "May")).replace("\n", "\r\n"))
    assert texts(document) == [[*HEADER, "1", "Agree it.", "May"]]


@pytest.mark.parametrize("junk", ["\tcell\n", "\t\t", "\n", " ", "a line\n", "\tRef\n\tAction\n\tBy when\n"])
def test_reading_grows_in_step_with_the_text(junk: str) -> None:
    start = cells(*HEADER, "1", "Agree it.", "May")
    assert grows_in_step(lambda times: text.read((start + junk * times + "x").encode(), "plan.txt"), 1_200)


WRAPPED = """Our plan

The council asked four peers to look at how it plans for heavy rain, and
Councillor Reed thanked them. Here is what they said about our drains and
Wilmslow Road in particular, where water stood for three days in May. The
council agrees.
- Clear every gully on the hill twice a year and after each storm, as the
Highways Manager decides
  - with a tanker
Lead: Highways Manager
"""


def test_wrapped_lines_are_one_paragraph_and_lists_keep_their_levels() -> None:
    found = [(p.glyph, p.level, p.text) for p in plan(WRAPPED).blocks if isinstance(p, Paragraph)]
    assert [(glyph, level, text[:11], text[-9:]) for glyph, level, text in found] == [
        ("", 0, "Our plan", "Our plan"),
        ("", 0, "The council", "l agrees."),
        ("-", 0, "Clear every", "r decides"),
        ("-", 1, "with a tank", " a tanker"),
        ("", 0, "Lead: Highw", "s Manager"),
    ]


def test_short_lines_are_not_wrapped_ones() -> None:
    assert prose_of(plan("The plan\nLead: the Clerk and\nthe Leader\n")) == [
        "The plan",
        "Lead: the Clerk and",
        "the Leader",
    ]
