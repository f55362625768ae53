"""The examples of docs/deadlines.md hold."""

from __future__ import annotations

import doctest
import re
from datetime import date
from pathlib import Path

import pytest
from gold import describe

from actionplan_extract.normalise.deadline import parse_deadlines
from actionplan_extract.normalise.deadline.statement import CONFIDENCE

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "deadlines.md"

TABLES = re.findall(r"^\| text \| reading \|\n\|.*\n((?:\|.*\n)+)", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
EXAMPLES = [[cell.strip() for cell in line.strip("|").split(" | ")] for table in TABLES for line in table.splitlines()]


@pytest.mark.parametrize(("text", "reading"), EXAMPLES)
def test_examples(text: str, reading: str) -> None:
    assert " + ".join(describe(parse_deadlines(text, date(2024, 1, 15)))) == reading


def test_there_are_examples_of_every_kind() -> None:
    assert len(EXAMPLES) > 50
    assert len({reading.split()[0] for _, reading in EXAMPLES}) == 10


def test_code() -> None:
    assert doctest.testfile(str(PAGE), module_relative=False).failed == 0


def test_every_assumption_is_explained() -> None:
    explained = re.search(r"## Assumptions(.*)## Recurrence", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert explained is not None
    assert {code for code in CONFIDENCE if code not in explained.group(1)} == set()
