"""Timescales collected from published plans, with readings a person has gone through (against 15 June 2023)."""

from __future__ import annotations

import csv
import sys
from datetime import date
from pathlib import Path

import pytest

from actionplan_extract.normalise.deadline import parse_deadlines

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "benchmarks" / "deadlines"))
from gold import describe  # noqa: E402

SOURCE = ROOT / "../shared/vocabulary/timescales.txt"
SILENT = {
    *("S,M,L", "M,L", "M", "S", "S, M, L + very long", "compliant", "Will require holistic approach"),
    *("Local Plan formally adopted", "To be addressed through 2, above."),
}


def collected() -> dict[str, str]:
    with (ROOT / "benchmarks/deadlines/collected.tsv").open(encoding="utf-8", newline="") as stream:
        records = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {record["text"]: record["reading"] for record in records}


def test_every_timescale_is_read_as_it_was() -> None:
    readings = {text: " + ".join(describe(parse_deadlines(text, date(2023, 6, 15)))) for text in collected()}
    assert readings == collected()


def test_all_that_says_anything_of_time_is_typed() -> None:
    assert {text for text, reading in collected().items() if "unparsed" in reading} == SILENT


@pytest.mark.skipif(not SOURCE.exists(), reason="the collection is not part of the project")
def test_none_is_left_out() -> None:
    assert set(SOURCE.read_text(encoding="utf-8").splitlines()) == set(collected())
