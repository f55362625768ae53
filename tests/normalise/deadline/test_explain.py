"""How a reading came about."""

from __future__ import annotations

import pytest

from actionplan_extract.normalise.deadline import explain_deadlines, parse_deadlines


def test_an_explanation_names_rule_and_tokens() -> None:
    (explanation,) = explain_deadlines("Report by Septmber 2024")
    assert explanation.rule == "date"
    assert explanation.tokens == (
        ("report", "forum"),
        ("by", "modality"),
        ("september", "month"),
        ("2024", "number"),
    )


@pytest.mark.parametrize("text", ["Ongoing; quarterly", "31 June 2024", "ASAP", "was May 2024, now June 2024", ""])
def test_the_deadlines_are_the_same(text: str) -> None:
    assert [explanation.deadline for explanation in explain_deadlines(text)] == parse_deadlines(text)


def test_an_impossible_date_has_a_rule_of_its_own() -> None:
    assert [explanation.rule for explanation in explain_deadlines("31 June 2024")] == ["invalid"]
