"""PDFium and pdfplumber agree on every PDF at hand: the same words, lines and areas at the same places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from actionplan_extract.readers.pdf import pdfium, plumber
from actionplan_extract.readers.pdf.ink import Ink, Rule, Run
from actionplan_extract.readers.pdf.ruled import straighten

PROJECT = Path(__file__).parents[2]
DOCUMENTS = PROJECT.parent / "shared" / "documents"

ALONG = 2.0  # points; where a font lacks kerning data the two differ by a little
ACROSS = 4.0  # points: they take the depth of a font's letters from different tables
RULED = 1.0


def files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.pdf"))


CASES = [
    *(pytest.param(path, id=path.name) for path in files(PROJECT / "samples")),
    *(pytest.param(path, id=path.name) for path in files(PROJECT / "tests" / "coloured")),
    *(pytest.param(path, id=path.name) for path in files(DOCUMENTS)),
]


def pages(path: Path) -> Iterator[tuple[Ink, Ink]]:
    data = path.read_bytes()
    return zip(pdfium.read_print(data).inks, plumber.read_print(data).inks, strict=True)


def strays(words: Sequence[Run], others: Sequence[Run]) -> list[Run]:
    """The words that have no like at the same place among the others."""
    return [word for word in words if not any(_is_same(word, other) for other in others)]


def _is_same(word: Run, other: Run) -> bool:
    along = max(abs(word.box[side] - other.box[side]) for side in (0, 2))
    across = max(abs(word.box[side] - other.box[side]) for side in (1, 3))
    alike = (word.text, word.size, word.bold, word.colour) == (other.text, other.size, other.bold, other.colour)
    return alike and along < ALONG and across < ACROSS


def unmatched(rules: Sequence[Rule], others: Sequence[Rule]) -> list[Rule]:
    return [rule for rule in rules if not any(_is_same_line(rule, other) for other in others)]


def _is_same_line(rule: Rule, other: Rule) -> bool:
    places = zip((rule.at, rule.start, rule.end), (other.at, other.start, other.end), strict=True)
    return rule.level == other.level and all(abs(one - two) < RULED for one, two in places)


@pytest.mark.skipif(not DOCUMENTS.exists(), reason="the documents beside the repository are not there")
def test_documents_are_among_the_cases() -> None:
    assert files(DOCUMENTS)


@pytest.mark.parametrize("path", CASES)
def test_both_find_the_same_words(path: Path) -> None:
    for one, two in pages(path):
        assert (round(one.width), round(one.height)) == (round(two.width), round(two.height))
        assert Counter(word.text for word in one.words) == Counter(word.text for word in two.words)
        assert strays(one.words, two.words) == []


@pytest.mark.parametrize("path", CASES)
def test_both_find_the_same_rules_and_fills(path: Path) -> None:
    for one, two in pages(path):
        assert unmatched(straighten(one.rules), straighten(two.rules)) == []
        assert unmatched(straighten(two.rules), straighten(one.rules)) == []
        assert [fill.colour for fill in one.fills] == [fill.colour for fill in two.fills]
        for fill, other in zip(one.fills, two.fills, strict=True):
            assert fill.box == pytest.approx(other.box, abs=RULED)
