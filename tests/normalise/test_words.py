from __future__ import annotations

import pytest

from actionplan_extract.normalise.words import Phrases, word_forms, words_of


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("HR & OD", ("hr", "and", "od")),
        ("King’s Lynn", ("kings", "lynn")),
        ("Stockton-on-Tees", ("stockton", "on", "tees")),
        ("Ynys Môn", ("ynys", "mon")),
        ("harrow_plan.pdf", ("harrow", "plan", "pdf")),
        ("", ()),
    ],
)
def test_words_have_a_normal_form(text: str, forms: tuple[str, ...]) -> None:
    assert word_forms(text) == forms


def test_words_keep_their_place() -> None:
    text = "  Ynys  Môn’s"
    assert [text[word.start : word.end] for word in words_of(text)] == ["Ynys", "Môn’s"]


def test_the_longest_phrase_is_found_and_none_overlap() -> None:
    phrases = Phrases([("York", 1), ("North Yorkshire", 2), ("City of York", 3), ("York", 4)])
    found = list(phrases.find(word_forms("The City of York and York and North")))
    assert [(f.first, f.last, f.value) for f in found] == [(1, 4, (3,)), (5, 6, (1, 4))]


def test_get_wants_the_whole_phrase() -> None:
    phrases = Phrases([("York", 1)])
    assert phrases.get(("york",)) == (1,)
    assert phrases.get(("york", "city")) == ()
    assert phrases.get(()) == ()
