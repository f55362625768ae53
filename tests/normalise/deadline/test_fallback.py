"""dateparser as the last resort: seldom reached, marked, and loaded only then."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from actionplan_extract.normalise.deadline import parse_deadlines


@pytest.mark.parametrize(
    ("text", "edtf"), [("2024, 31 March", "2024-03-31"), ("2024, March", "2024-03"), ("2024 31 March", "2024-03-31")]
)
def test_an_order_the_grammar_does_not_know(text: str, edtf: str) -> None:
    (deadline,) = parse_deadlines(text)
    assert deadline.edtf == edtf
    assert deadline.assumptions == ["dateparser"]
    assert deadline.confidence <= 0.6


@pytest.mark.parametrize("text", ["not March 2024", "Ref 2024 March Street"])
def test_what_is_no_date_is_not_asked_for(text: str) -> None:
    (deadline,) = parse_deadlines(text)
    assert "dateparser" not in deadline.assumptions


def test_a_date_far_from_the_reference_is_refused() -> None:
    (deadline,) = parse_deadlines("2060, March", date(2024, 1, 15))
    assert "dateparser" not in deadline.assumptions


def test_dateparser_is_loaded_only_when_needed() -> None:
    code = (
        "import sys; from actionplan_extract.normalise.deadline import parse_deadlines as p;"
        "p('By 31 March 2024, then quarterly'); assert 'dateparser' not in sys.modules;"
        "p('2024, March'); assert 'dateparser' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
