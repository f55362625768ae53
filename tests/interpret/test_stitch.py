from __future__ import annotations

import pytest

from actionplan_extract.interpret.stitch import continues_list, goes_on, is_torn, join_paragraphs, takes_up
from actionplan_extract.model import Paragraph
from actionplan_extract.passage import Passage

from .helpers import paragraphs, text_of


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("We will ask residents and", "partners.", True),
        ("We will ask residents and", "Partners.", True),
        ("We will ask the", "Leader", True),
        ("We will ask residents,", "Staff and partners", True),
        ("We will ask residents", "in every ward", True),
        ("We will ask residents", "In every ward", False),
        ("We will ask residents.", "in every ward", False),
        ("We will ask:", "residents", False),
        ("He said “yes.”", "and left", False),
        ("", "in every ward", False),
        ("We will ask", "", False),
    ],
)
def test_a_sentence_goes_on_where_it_was_left_hanging(before: str, after: str, expected: bool) -> None:
    assert goes_on(before, after) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("- ask", "- listen", True),
        ("- ask", "• listen", False),
        ("1. ask", "2. listen", True),
        ("1. ask", "3. listen", False),
        ("1. ask", "- listen", False),
        ("ask", "- listen", False),
        ("- ask", "listen", False),
        ("9) ask", "10) listen", True),
    ],
)
def test_a_list_goes_on_with_its_next_item(before: str, after: str, expected: bool) -> None:
    assert continues_list(paragraphs(before)[-1], paragraphs(after)[0]) is expected


def test_an_item_never_takes_up_a_sentence() -> None:
    assert not takes_up(paragraphs("We will ask the")[0], paragraphs("- residents")[0], cut=True)


@pytest.mark.parametrize(
    ("before", "after", "cut", "expected"),
    [
        ("Agree it with the", "staff. Print it.", False, "Agree it with the staff. Print it."),
        ("Agree it.", "Print it.", False, "Agree it.\nPrint it."),
        ("A plan with room for all that we want to do", "Cabinet agrees it.", False, None),
        ("A plan with room for all that we want to do", "Cabinet agrees it.", True, ""),
        ("Agree it", "Cabinet", True, None),
        ("- ask the", "staff", False, "- ask the staff"),
        ("", "Print it.", True, "Print it."),
    ],
)
def test_paragraphs_are_joined_where_a_break_cut_a_sentence(
    before: str, after: str, cut: bool, expected: str | None
) -> None:
    """`expected` None stands for two paragraphs, "" for one."""
    wanted = {None: f"{before}\n{after}", "": f"{before} {after}"}.get(expected, expected)
    assert text_of(join_paragraphs(paragraphs(before), paragraphs(after), cut=cut)) == wanted


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Buy buses – Head of Fleet", "– 12 May 2024", True),
        ("Buy buses – 12", "May 2024", True),
        ("Buy buses (Head of", "Fleet)", True),
        ("Buy buses by", "May 2024", True),
        ("Buy buses – Head of Fleet, by March", "2024", True),
        ("Buy red and blue buses – Head of Fleet,", "subject to funding", True),
        ("Buy buses (Head of Fleet)", "May 2024", False),
        ("Buy 12", "buses", False),
    ],
)
def test_a_text_torn_where_its_line_ended(before: str, after: str, expected: bool) -> None:
    assert is_torn(Paragraph(Passage.of(before)), Paragraph(Passage.of(after))) == expected
