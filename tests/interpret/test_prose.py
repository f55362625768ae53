from __future__ import annotations

import re

import pytest

from actionplan_extract.interpret.prose import prose_timescales
from actionplan_extract.model import Paragraph, Senses
from actionplan_extract.passage import Passage

from .helpers import Entry


def entries(text: str) -> list[Entry]:
    return [Entry(match.span(), "point") for match in re.finditer(r"[A-Z]?[a-z]* ?20\d\d", text)]


SENSES = Senses(entries, lambda text: False, lambda text: False)


def told(*texts: str, anywhere: bool = False) -> list[str]:
    paragraphs = [Paragraph(Passage.of(text)) for text in texts]
    return [scale.cell.text for scale in prose_timescales(paragraphs, SENSES, anywhere=anywhere)]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Send the licence in (deadline 14 March 2025)", ["deadline 14 March 2025"]),
        ("Send the licence in (March 2025).", ["March 2025"]),
        ("Send it in. Timescale: March 2025", ["March 2025"]),
        ("Send it in (deadline: March 2025)", ["March 2025"]),
        ("Reply to the letter of March 2025", []),
    ],
)
def test_a_date_is_a_timescale_behind_a_label_or_in_closing_brackets_and_counts_once(
    text: str, when: list[str]
) -> None:
    assert told(text) == when


def test_a_promise_counts_only_in_a_plan_without_a_column_for_it() -> None:
    assert told("Open it by May 2025 at last") == []
    assert told("Open it by May 2025 at last", anywhere=True) == ["by May 2025"]
