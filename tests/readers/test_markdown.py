from __future__ import annotations

import pytest

from actionplan_extract.model import Document, Paragraph
from actionplan_extract.readers import markdown

from ..growth import grows_in_step
from .helpers import document_of, outline, prose_of, rows_of

HEADER = "| Ref | Action | By when |\n| --- | --- | --- |\n"


def plan(text: str) -> Document:
    return document_of(text, "plan.md")


def cell(content: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell of this content."""
    return plan(f"{HEADER}| 1 | {content} | May |\n").tables[0].cells[4].paragraphs


@pytest.mark.parametrize(
    "rule", ["| --- | --- | --- |", "|:---|:-:|---:|", "--- | --- | ---", "|-|-|-|", "  | -- | -- | -- |  "]
)
def test_a_rule_of_any_alignment_is_no_row(rule: str) -> None:
    assert rows_of(plan(f"| Ref | Action | By when |\n{rule}\n| 1 | Agree | May |\n").tables[0]) == [
        ["Ref", "Action", "By when"],
        ["1", "Agree", "May"],
    ]


def test_outer_bars_may_be_left_out() -> None:
    text = "Ref | Action | By when\n--- | --- | ---\n1 | Agree | May\n2 | | June\n"
    assert rows_of(plan(text).tables[0])[1:] == [["1", "Agree", "May"], ["2", "", "June"]]


def test_a_table_of_two_columns_may_do_without_outer_bars() -> None:
    assert rows_of(plan("Action | By when\n--- | ---\nAgree | May\n").tables[0]) == [
        ["Action", "By when"],
        ["Agree", "May"],
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Agree \\| print", ["Agree | print"]),
        ("Agree it.<br>Print it.<br/>", ["Agree it.", "Print it."]),
        ("We will:<br>- ask<br>- listen", ["We will:", "- ask", "- listen"]),
        ("Save \\*all\\* of it\\.", ["Save *all* of it."]),
        ("Health &amp; safety", ["Health & safety"]),
        ("**Vision** and __values__", ["Vision and values"]),
        ("*Lead: HR* · _Due:_ May", ["Lead: HR", "· Due: May"]),
        ("5 * 3 * 2 and snake_case_names", ["5 * 3 * 2 and snake_case_names"]),
        ("Keep snake__case__names", ["Keep snake__case__names"]),
    ],
)
def test_marks_are_taken_off_the_text_of_a_cell(content: str, expected: list[str]) -> None:
    assert outline(cell(content)) == expected


@pytest.mark.parametrize(
    ("content", "lead"), [("**Vision** We agree.", 6), ("__Vision:__ agreed", 7), ("We **agree**", 0)]
)
def test_bold_type_at_the_start_leads(content: str, lead: int) -> None:
    assert cell(content)[0].lead == lead


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("# Our plan", 1),
        ("### Our plan ###", 3),
        ("Our plan\n========", 1),
        ("Our plan\n---", 2),
        ("Our plan", 0),
        ("This is our plan.\n---", 0),
        ("#hashtag", 0),
    ],
)
def test_headings_have_their_level(text: str, heading: int) -> None:
    first = plan(f"{text}\n\n{HEADER}| 1 | Agree | May |\n").blocks[0]
    assert isinstance(first, Paragraph)
    assert first.heading == heading


@pytest.mark.parametrize("rule", ["---", "***", "* * *", "___", "-----"])
def test_a_rule_across_the_page_is_no_text(rule: str) -> None:
    assert prose_of(plan(f"Before\n\n{rule}\n\n{HEADER}| 1 | Agree | May |\n")) == ["Before"]


def test_a_line_with_bars_alone_is_prose() -> None:
    text = f"Cyngor | Council | 2024\n\n{HEADER}| 1 | Agree | May |\n\nTel | Email | Web\n"
    assert prose_of(plan(text)) == ["Cyngor | Council | 2024", "Tel | Email | Web"]


def test_rows_that_go_on_behind_a_blank_line_are_a_table() -> None:
    document = plan(f"{HEADER}| 1 | Agree | May |\n\n| 2 | Print | June |\n| 3 | Send | July |\n")
    assert [len(rows_of(table)) for table in document.tables] == [2, 2]


def test_prose_and_tables_come_in_order() -> None:
    document = plan(f"# Plan\n\n{HEADER}| 1 | Agree | May |\n\n## Second\n\n- one\n\n{HEADER}| 2 | Print | June |\n")
    assert [block.text if isinstance(block, Paragraph) else block.index for block in document.blocks] == [
        "Plan",
        0,
        "Second",
        "one",
        1,
    ]


@pytest.mark.parametrize("junk", ["|", " ", "|a\n", "- ", "**", "\\|", "| a | b |\n", "# "])
def test_reading_grows_in_step_with_the_text(junk: str) -> None:
    assert grows_in_step(lambda times: markdown.read((HEADER + "|" + junk * times).encode(), "plan.md"), 1_500)


def test_inner_items_of_a_list_keep_their_level() -> None:
    found = markdown.read(b"# Plan\n\n1. Outer\n   - inner\n     - innermost\n2. Next\n", "plan.md").blocks
    assert [(p.text, p.level, p.heading) for p in found if isinstance(p, Paragraph)] == [
        ("Plan", 0, 1),
        ("Outer", 0, 0),
        ("inner", 1, 0),
        ("innermost", 2, 0),
        ("Next", 0, 0),
    ]


def test_italic_type_may_hold_a_bullet() -> None:
    assert prose_of(plan("*Lead: HR · Due: May*\n")) == ["Lead: HR", "Due: May"]
