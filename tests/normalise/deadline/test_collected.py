"""Readings a person has gone through, pinned so that no change goes unseen.

`collected.tsv` holds timescales from published plans (against 15 June 2023), `wordings.tsv` further wordings (against
15 January 2024).
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from gold import describe, unescape

from actionplan_extract.normalise.deadline import parse_deadlines

ROOT = Path(__file__).parents[3]

SOURCE = ROOT / "../shared/vocabulary/timescales.txt"
SILENT = {
    *("S,M,L", "M,L", "M", "S", "S, M, L + very long", "compliant", "Will require holistic approach"),
    *("Local Plan formally adopted", "To be addressed through 2, above."),
}


def reviewed(name: str) -> dict[str, str]:
    """Text to reading."""
    with (ROOT / "benchmarks" / "deadlines" / name).open(encoding="utf-8", newline="") as stream:
        records = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {unescape(record["text"]): record["reading"] for record in records}


def collected() -> dict[str, str]:
    return reviewed("collected.tsv")


@pytest.mark.parametrize(
    ("name", "reference"), [("collected.tsv", date(2023, 6, 15)), ("wordings.tsv", date(2024, 1, 15))]
)
def test_every_text_is_read_as_it_was(name: str, reference: date) -> None:
    expected = reviewed(name)
    assert {text: " + ".join(describe(parse_deadlines(text, reference))) for text in expected} == expected


def test_all_that_says_anything_of_time_is_typed() -> None:
    assert {text for text, reading in collected().items() if "unparsed" in reading} == SILENT


@pytest.mark.skipif(not SOURCE.exists(), reason="the collection is not part of the project")
def test_none_is_left_out() -> None:
    assert set(SOURCE.read_text(encoding="utf-8").splitlines()) == set(collected())
