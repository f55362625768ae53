"""Times within sentences that promise something."""

from __future__ import annotations

import pytest

from actionplan_extract.interpret.promise import promise, times_to_end_by
from actionplan_extract.model import Paragraph
from actionplan_extract.passage import Passage

from ..growth import grows_in_step
from .helpers import SENSES


def ends(text: str) -> list[str]:
    return [time.text for time in times_to_end_by(Passage.of(text), SENSES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Buy buses by the end of March 2025.", ["by the end of March 2025"]),
        ("Buy buses before May 2024, and sell cars until June 2026", ["before May 2024", "until June 2026"]),
        ("Buy buses in May 2024", []),
        ("Approved by the May 2024 meeting of Cabinet", []),
    ],
)
def test_times_that_end_something(text: str, expected: list[str]) -> None:
    assert ends(text) == expected


@pytest.mark.parametrize("word", ["in ", "by the end of ", "to 1 ", "by May 2024 x "])
def test_time_grows_in_step_with_the_text(word: str) -> None:
    assert grows_in_step(lambda size: promise(Paragraph(Passage.of(f"We will {word * size}x")), SENSES), 3000)
