from __future__ import annotations

import pytest

from actionplan_extract.passage import Passage, Place
from actionplan_extract.readers._blocks import inline_items, item, line_paragraphs, text_paragraphs

from ..growth import grows_in_step
from .helpers import outline


def lines(text: str) -> list[str]:
    return outline(text_paragraphs(Passage.of(text, Place())))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Agree it.\nPrint it.", ["Agree it.", "Print it."]),
        ("Agree it with\nall staff.", ["Agree it with all staff."]),
        ("Agree it.\nthen print it.", ["Agree it.", "then print it."]),
        ("We will:\nask", ["We will:", "ask"]),
        ("Agree it with\n- staff\n- members", ["Agree it with", "- staff", "- members"]),
        ("- ask staff and\nmembers\n- listen", ["- ask staff and members", "- listen"]),
        ("•\nAsk staff\n•\nListen", ["• Ask staff", "• Listen"]),
        ("Ask\n\n\nListen", ["Ask", "", "", "Listen"]),
        ("May 2024\nby September 2024", ["May 2024", "by September 2024"]),
        ("Ask staff and\nall the members", ["Ask staff and all the members"]),
        ("Ask all the\nstaff again", ["Ask all the staff again"]),
    ],
)
def test_a_line_is_a_paragraph_unless_it_wraps(text: str, expected: list[str]) -> None:
    assert [line for line in lines(text) if line] == [line for line in expected if line]


@pytest.mark.parametrize(
    "marker", ["•", "-", "–", "*", "➤", "o", "1.", "12)", "(a)", "b)", "iv.", "(ii)", "\uf0b7", "✓"]
)
def test_a_marker_is_taken_off(marker: str) -> None:
    paragraph = item(Passage.of(f"  {marker} Ask staff", Place()))
    assert (paragraph.glyph, paragraph.text) == (marker, "Ask staff")


@pytest.mark.parametrize(
    "text", ["-5 degrees", "i.e. this", "2024 plan", "on time", "1.2 Agree", "a plan", "*", "e.g. that", "100. Agree"]
)
def test_text_that_merely_looks_like_one_has_no_marker(text: str) -> None:
    assert item(Passage.of(text, Place())).marker is None


def test_a_bullet_needs_no_blank_behind_it() -> None:
    assert lines("•Ask\n•\tListen") == ["• Ask", "• Listen"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n  - b\n    - c\n- d", ["- a", "  - b", "    - c", "- d"]),
        ("• a\no b\no c\n• d", ["• a", "  o b", "  o c", "• d"]),
        ("1. a\n2. b", ["1. a", "2. b"]),
        ("\t• a\n\t\t• b\n\t• c", ["• a", "  • b", "• c"]),
    ],
)
def test_lists_nest_by_indent_or_by_another_glyph(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_bullets_within_a_line_part_it() -> None:
    assert lines("We will: • ask • listen") == ["We will:", "• ask", "• listen"]


def test_a_middle_dot_between_words_is_a_bullet_only_between_blanks() -> None:
    assert lines("Mon·Tue · Wed") == ["Mon·Tue", "· Wed"]


@pytest.mark.parametrize(
    ("text", "count"), [("3. Lead 4. Recruit 5. Retain", 3), ("In 3. and 7. we agree", 1), ("Phase 1. Agree", 1)]
)
def test_numbers_within_a_line_part_it_where_they_count_up(text: str, count: int) -> None:
    assert len(inline_items(Passage.of(text, Place()), numbered=True)) == count


@pytest.mark.parametrize("line", ["and so\n", "• a • b\n", "1. a\n", " \n"])
def test_reading_grows_in_step_with_the_text(line: str) -> None:
    assert grows_in_step(lambda times: text_paragraphs(Passage.of(line * times, Place())), 1_500)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Run a survey of all residents and tell them (Head of Policy, May", "2025)."),
        ("Bring contract standing orders into line – Procurement Manager –", "by 31 July 2025"),
    ],
)
def test_a_long_line_that_breaks_off_goes_on_in_the_next(line: str, following: str) -> None:
    lines = [Passage.of(text, Place()) for text in (line, following, "Next.")]
    assert [paragraph.text for paragraph in line_paragraphs(lines)] == [f"{line} {following}", "Next."]


def test_a_rule_below_a_line_makes_it_a_heading() -> None:
    lines = [Passage.of(text, Place()) for text in ("Our plan", "========", "Buy buses.", "-----", "Paint lanes.")]
    assert [(p.text, bool(p.heading)) for p in line_paragraphs(lines) if p.text] == [
        ("Our plan", True),
        ("Buy buses.", False),
        ("Paint lanes.", False),
    ]


def test_a_line_below_the_text_of_an_item_goes_on_with_it_unless_it_begins_as_another() -> None:
    below = "- Open the hall by June\n  2026.\n  Lead: Head of Halls\n 2027"
    found = [paragraph.text for paragraph in line_paragraphs(Passage.of(below).lines())]
    assert found == ["Open the hall by June 2026.", "Lead: Head of Halls", "2027"]
