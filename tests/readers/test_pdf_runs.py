"""Words side by side are read as one run: where its words are must be the same as if each were read alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan_extract.readers.pdf import plumber
from actionplan_extract.readers.pdf.ink import Ink, Run
from actionplan_extract.readers.pdf.pdfium import read_print
from actionplan_extract.readers.pdf.standing import Standing

from .pdf_fixtures import Sheet, pdf

LINES = ["Review the plan and agree", "the plan the review", "agree and review the plan", "plan and the review"]
TEXTS = st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=5).map(" ".join)


def ink(sheet: Sheet) -> Ink:
    """The page, behind another one that shows how wide its letters are."""
    _, found = read_print(pdf(Sheet().lines(50, 100, LINES), sheet)).inks
    return found


def run(text: str, start: float = 50.0, factor: float = 1.0) -> Run:
    widths = {"a": 4.0, "b": 5.0, "c": 3.0, " ": 2.5}
    width = factor * sum(map(widths.__getitem__, text))
    return Run(text, (start, 100.0, start + width, 110.0), 10.0, widths=widths)


def test_words_that_are_set_alike_are_one_run_once_their_letters_are_known() -> None:
    assert [run.text for run in ink(Sheet().lines(50, 100, LINES)).runs] == LINES


def test_words_stand_where_another_library_finds_them() -> None:
    sheet = Sheet().lines(50, 100, LINES)
    one, (two,) = ink(sheet), plumber.read_print(pdf(sheet)).inks
    assert [word.text for word in one.words] == [word.text for word in two.words]
    for word, other in zip(one.words, two.words, strict=True):
        assert word.box == pytest.approx(other.box, abs=0.5)


@pytest.mark.parametrize("between", ["", " "], ids=["no blank", "a blank at the end of the first"])
def test_texts_of_two_cells_on_a_line_are_two_runs(between: str) -> None:
    sheet = Sheet().text(50, 300, "Review the plan" + between).text(200, 300, "and agree")
    assert [run.text for run in ink(sheet).runs] == ["Review the plan", "and agree"]


def test_words_with_wide_blanks_are_apart_where_they_are_drawn() -> None:
    words = ink(Sheet().draw("9 Tw").text(50, 300, "Review the plan")).words
    assert [word.text for word in words] == ["Review", "the", "plan"]
    assert all(right.box[0] - left.box[2] > 9 for left, right in pairwise(words))


def test_a_word_that_is_drawn_again_on_a_run_is_there_once() -> None:
    sheet = Sheet().lines(50, 100, LINES)
    (x0, top, _, _) = ink(sheet).words[-1].box
    again = ink(sheet.draw(f"BT /F1 10 Tf {x0 + 0.3} {ink(sheet).height - top - 7.9} Td (review) Tj ET"))
    assert [word.text for word in again.words][-4:] == ["plan", "and", "the", "review"]


def test_text_of_no_size_breaks_nothing() -> None:
    found = ink(Sheet().lines(50, 100, LINES).draw("BT /F1 0 Tf 50 300 Td (the plan the plan) Tj ET"))
    assert [run.text for run in found.runs][:4] == LINES


@given(TEXTS, st.floats(0.9, 1.1))
def test_the_words_of_a_run_fill_it(text: str, factor: float) -> None:
    whole = run(text, factor=factor)
    words = whole.words
    assert [word.text for word in words] == text.split(" ")
    assert (words[0].box[0], words[-1].box[2]) == pytest.approx((whole.box[0], whole.box[2]))
    assert (whole.first, whole.last) == (near(words[0]), near(words[-1]))


@given(TEXTS)
def test_a_run_is_parted_behind_its_first_word(text: str) -> None:
    first, rest = run(text).parted()
    assert [word.text for part in (first, *rest) for word in part.words] == text.split(" ")
    assert [part.words[-1] for part in rest] == [near(word) for word in run(text).words[1:][-1:]]


def test_words_of_a_run_over_two_cells_stand_each_in_its_own() -> None:
    standing = Standing([run("abc cab")])
    left, right = (40.0, 90.0, 63.0, 120.0), (63.0, 90.0, 90.0, 120.0)
    assert [len(standing.within(box)) for box in (left, right)] == [1, 1]
    assert (standing.has(left), standing.has(right), standing.has((80, 90, 99, 120))) == (True, True, False)


def near(word: Run) -> object:
    return _Near(word)


class _Near:
    """Equal to a run with the same text whose box is nearly the same."""

    def __init__(self, word: Run) -> None:
        self.word = word

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Run) and other.text == self.word.text and other.box == pytest.approx(self.word.box)

    __hash__ = None  # type: ignore[assignment]
