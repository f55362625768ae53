from __future__ import annotations

import pytest

from actionplan_extract.readers._counting import in_letter_pairs, in_letters, in_ordinals, in_romans
from actionplan_extract.readers._properties import properties
from actionplan_extract.readers._symbols import symbol


@pytest.mark.parametrize(
    ("count", "text"), [(1, "a"), (26, "z"), (27, "aa"), (53, "aaa"), (0, "0"), (10**9, str(10**9))]
)
def test_letters_as_word_counts(count: int, text: str) -> None:
    assert in_letters(count) == text


@pytest.mark.parametrize(("count", "text"), [(1, "a"), (26, "z"), (27, "aa"), (28, "ab"), (703, "aaa"), (0, "0")])
def test_letters_as_opendocument_counts(count: int, text: str) -> None:
    assert in_letter_pairs(count) == text


@pytest.mark.parametrize(
    ("count", "text"), [(1, "i"), (4, "iv"), (9, "ix"), (1999, "mcmxcix"), (0, "0"), (9999, "9999")]
)
def test_romans(count: int, text: str) -> None:
    assert in_romans(count) == text


def test_ordinals() -> None:
    assert [in_ordinals(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 112)] == [
        *("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th")
    ]


def test_symbol_fonts() -> None:
    assert symbol("\uf0fc\xfb?", "Wingdings") == "✓✗?"
    assert symbol("P", "wingdings 2") == "✓"
    assert symbol("P", "Arial") == symbol("P", None) == "P"


def test_properties_are_only_what_is_given() -> None:
    assert properties(" A\nplan ", "", "2024-05-06T07:08:09Z", "nonsense") == {
        "title": "A plan",
        "created": "2024-05-06",
    }
    assert properties(None, None, "2024-02-31", None) == {}
    assert properties(None, None, "2013-12-23T23:15:00Z", None) == {}  # python-docx's own template
