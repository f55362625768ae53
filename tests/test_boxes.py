"""Every value's box encloses its words, and little else: pdfplumber says which letters stand where."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pytest

from actionplan_extract.pipeline import Stages, run_stages
from actionplan_extract.schema import Evidence

TESTS = Path(__file__).parent
FOLDERS = (TESTS.parent / "samples", TESTS / "coloured", TESTS / "rendered" / "out")
LATER = "_later"
FILES = sorted(path for folder in FOLDERS for path in folder.rglob("*.pdf") if LATER not in path.parts)

SLACK = 4.0  # points: the two libraries take the height of letters from different tables


@dataclass(frozen=True)
class Letter:
    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def centre(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


def folded(text: str) -> str:
    """The letters and digits of a text, ligatures taken apart."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def letters(path: Path) -> dict[int, list[Letter]]:
    """The letters and digits on each page."""
    with pdfplumber.open(path) as pdf:
        return {
            page.page_number: [
                Letter(folded(char["text"]), char["x0"], char["top"], char["x1"], char["bottom"])
                for char in page.dedupe_chars().chars
                if folded(char["text"])
            ]
            for page in pdf.pages
        }


def evidence(stages: Stages) -> Iterator[Evidence]:
    plan = stages.extraction.plan
    for recommendation in plan.recommendations:
        yield from recommendation.evidence
        for action in recommendation.actions:
            yield from action.evidence
    for finding in plan.findings:
        yield from finding.evidence


def whole_words(text: str, start: int, end: int) -> str:
    """The part of a text with the words that its ends cut: a box is of whole words."""
    while start > 0 and not (text[start - 1].isspace() or text[start].isspace()):
        start -= 1
    while end < len(text) and not (text[end].isspace() or text[end - 1].isspace()):
        end += 1
    return text[start:end]


def enclosed(found: list[Letter], box: tuple[float, float, float, float]) -> list[Letter]:
    x0, top, x1, bottom = box
    return [letter for letter in found if x0 <= letter.centre[0] <= x1 and top <= letter.centre[1] <= bottom]


def overprinted(found: list[Letter]) -> int:
    """How many letters have others printed over them, as where a long word sticks out of its cell."""
    return sum(
        any(other is not one and enclosed([one], (other.x0, other.top, other.x1, other.bottom)) for other in found)
        for one in found
    )


def fault(entry: Evidence, text: str, page: list[Letter]) -> str | None:
    """What is wrong with the box of a value with this text."""
    assert entry.bbox
    inside = enclosed(page, entry.bbox)
    wanted, got = Counter(folded(text)), Counter("".join(letter.text for letter in inside))
    if wanted - got:
        return f"outside: {wanted - got}"
    if not inside:
        return None  # a bullet, say
    sides = [letter.x0 for letter in inside], [letter.top for letter in inside]
    ends = [letter.x1 for letter in inside], [letter.bottom for letter in inside]
    needed = min(sides[0]), min(sides[1]), max(ends[0]), max(ends[1])
    if max(abs(side - other) for side, other in zip(entry.bbox, needed, strict=True)) > SLACK + _margin(text, entry):
        return f"wide: {entry.bbox} for {needed}"
    rows = len({round(letter.bottom) for letter in inside})
    beside = sum((got - wanted).values()) - overprinted(inside)
    return f"beside: {beside} letters" if beside > (0 if rows == 1 else 2 * sum(got.values()) / rows) else None


def _margin(text: str, entry: Evidence) -> float:
    """How far signs that are no letters may reach, at the type size that the box has room for."""
    signs = max(len(word) - len(folded(word)) for word in text.split())
    return 6.0 * signs


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_box_encloses_the_words_of_its_value(path: Path) -> None:
    stages = run_stages(path.read_bytes(), path.name)
    pages = letters(path)
    checked, faults = 0, []
    for entry in evidence(stages):
        if entry.page is None or entry.span is None:
            continue
        assert entry.bbox is not None
        text = whole_words(stages.document.verbatim(entry.page), *entry.span)
        checked += 1
        if wrong := fault(entry, text, pages[entry.page]):
            faults.append(f"{entry.field} {text[:60]!r} on page {entry.page}: {wrong}")
    assert checked > 20
    assert faults == []
