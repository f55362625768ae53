from __future__ import annotations

import pytest

from actionplan_extract.expected.texts import closeness, excerpts, is_same, paragraphs, plain_number, shorten, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Work  with\npartners", "work with partners"),
        ("• Agree\n• Publish", "- Agree\n- Publish"),
        ("o Agree\no Publish", "Agree\nPublish"),
        ("the council’s ‘plan’ – now", 'The Council\'s "plan" - now'),
        ("ongoing", "On-going."),
        ("ﬁnance", "finance"),
        ("", "–"),
    ],
)
def test_spacing_bullets_quotes_dashes_and_case_do_not_count(one: str, other: str) -> None:
    assert is_same(one, other)


@pytest.mark.parametrize(("one", "other"), [("Agree", "Agreed"), ("2024", "2025"), ("a b", "b a"), ("o", "")])
def test_letters_digits_and_their_order_count(one: str, other: str) -> None:
    assert not is_same(one, other)


def test_paragraphs_leave_out_lines_without_letters() -> None:
    assert paragraphs("One\n\n- two\n--") == ["one", "two"]


def test_closeness_runs_from_nothing_to_all_in_common() -> None:
    assert closeness(words("hold a workshop"), words("Hold a workshop")) == 1
    assert closeness(words("hold a workshop"), words("hold a meeting")) == pytest.approx(2 / 3)
    assert closeness(words(""), words("")) == 0


@pytest.mark.parametrize(
    ("printed", "plain"),
    [("Recommendation 3:", "3"), ("R1", "1"), ("1.", "1"), ("9a", "9a"), ("CN-08-21", "cn0821"), ("1.2", "1.2")],
)
def test_a_number_is_bare_of_word_and_punctuation(printed: str, plain: str) -> None:
    assert plain_number(printed) == plain


def test_excerpts_surround_the_place_where_texts_part() -> None:
    start, end = "word " * 30, " more" * 30
    expected, got = excerpts(start + "right" + end, start + "wrong" + end)
    assert "right" in expected
    assert "wrong" in got
    assert all(text.startswith("…") and text.endswith("…") and len(text) < 60 for text in (expected, got))


def test_excerpt_of_a_text_that_stops_shows_its_end() -> None:
    expected, got = excerpts("Agree the plan. Publish it by then.", "Agree the plan.")
    assert "Publish" in expected
    assert got == "Agree the plan."


def test_shorten_marks_that_more_follows() -> None:
    assert shorten("a\nb") == "a b"
    assert shorten("a" * 100, 10) == "a" * 10 + "…"
