"""Ratings said by colours in PDFs of two producers, with the colour as their evidence."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from actionplan_extract import ActionPlan, extract
from actionplan_extract.schema import Action

from .plans import DRAWN, TABLES, Mark, Table

HERE = Path(__file__).parent
CASES = [
    pytest.param(name, table, number, id=f"{name}: {table.title} {number}")
    for name, tables in (("writer", TABLES), ("chromium", (*TABLES, *DRAWN)))
    for table in tables
    for number in range(len(table.marks))
]


@cache
def plan(name: str) -> ActionPlan:
    return extract(HERE / f"{name}.pdf")


def found(name: str, table: Table, number: int) -> tuple[Mark, Action]:
    actions = [action for recommendation in plan(name).recommendations for action in recommendation.actions]
    (action,) = (action for action in actions if action.text == table.action(number))
    return table.marks[number], action


@pytest.mark.parametrize(("name", "table", "number"), CASES)
def test_colour_gives_the_rating(name: str, table: Table, number: int) -> None:
    mark, action = found(name, table, number)
    assert (action.status.rag if action.status else None) == mark.rag
    assert (action.status.text if action.status else None) == (mark.text or None)


@pytest.mark.parametrize(("name", "table", "number"), CASES)
def test_colour_and_its_place_are_the_evidence(name: str, table: Table, number: int) -> None:
    mark, action = found(name, table, number)
    shown = [entry for entry in action.evidence if entry.field == "/status/rag"]
    assert len(shown) == (mark.rag is not None)
    for entry in shown:
        assert entry.colour == (mark.ink or mark.fill)
        assert entry.page
        assert entry.bbox
        assert entry.bbox[2] - entry.bbox[0] < 150
