"""The roles of a table's columns together: the best choice there is, within what one plan can have."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actionplan_extract.interpret.cases import KEYS, Case, all_cases
from actionplan_extract.interpret.columns import assign_roles
from actionplan_extract.interpret.evidence import Evidence, evidence
from actionplan_extract.interpret.whole import NEEDS, Whole, best_whole

from .helpers import SENSES, row
from .test_worded_columns import body, tables

WORDS = (
    "Ref|No.|Action|What we will do|Recommendation|Finding|Theme|Issue|Objective|Target|Outcome|Progress|Status|Lead"
    "|Cabinet member|By when|Review date|Notes|Priority|Unheard of|"
)
HEADERS = WORDS.split("|")
TEXTS = ("1.1", "May 2024", "Head of Fleet", "On track", "New buses", "Buy ten buses for the town.", "High", "")
NARROW = [table for table in tables() if len(table[0]) <= 6]


def told(header: list[str], rows: list[list[str]]) -> tuple[list[Evidence], list[list[Case]]]:
    """What can be told of the columns of a table, and the cases for their roles."""
    titles = [cell.passage.collapse() for cell in row(*header).cells]
    held = list(body(rows))
    columns = [evidence(index, titles, held, SENSES) for index in range(len(header))]
    return columns, all_cases(columns)


def is_allowed(whole: Whole) -> bool:
    """Can a plan have these roles, and is what they need so?"""
    held = Counter(whole.roles)
    few = all(held[role] <= 1 for role in (*KEYS, "summary"))
    numbers = held["number"] <= 1 + held["recommendation"]
    pairs = zip(whole.columns, whole.cases, strict=True)
    return few and numbers and all(NEEDS[need](whole, column) for column, case in pairs for need in case.needs)


@pytest.mark.parametrize(("header", "_", "rows"), [pytest.param(*table, id=" | ".join(table[0])) for table in NARROW])
def test_no_choice_is_worth_more(header: list[str], _: list[str], rows: list[list[str]]) -> None:
    columns, cases = told(header, rows)
    tried = [[case for case in held if "alone" not in case.needs] for held in cases]
    wholes = filter(is_allowed, (Whole(columns, chosen) for chosen in product(*tried)))
    assert best_whole(columns, tried).worth == pytest.approx(max(whole.worth for whole in wholes))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_one_column_has_what_only_one_can_have(data: st.DataObject) -> None:
    header = data.draw(st.lists(st.sampled_from(HEADERS), min_size=1, max_size=9))
    texts = st.lists(st.sampled_from(TEXTS), min_size=len(header), max_size=len(header))
    whole = best_whole(*told(header, data.draw(st.lists(texts, max_size=4))))
    assert is_allowed(whole)


def test_a_table_of_two_hundred_columns_has_one_action() -> None:
    header = ["Action", "Recommendation", "Theme", "Lead", "By when"] * 40
    held = Counter(told_roles(header, [["Buy ten buses for the town."] * 200] * 3))
    assert [held[role] for role in KEYS] == [1, 1, 1]


def test_two_numbers_stand_only_beside_a_recommendation() -> None:
    rows = [["1", "Run buses at night.", "1a", "Buy ten buses.", "May 2024"]] * 2
    for header, role in (("Recommendation", "number"), ("Notes", "extra")):
        assert told_roles(["No", header, "Ref", "Action", "By when"], rows)[2] == role


def test_what_stands_right_of_the_action_is_not_what_a_heading_left_of_it_names() -> None:
    rows = [["Buses", "Buy ten buses.", "May 2024", "The garage may be too small for them."]] * 2
    assert told_roles(["Theme", "Action", "By when", "Issue"], rows) == ["heading", "action", "deadline", "extra"]


def test_each_role_says_why() -> None:
    rows = [row("Buy ten buses.", "Head of Fleet", "May 2024")] * 2
    columns, _ = assign_roles(row("Improvement", "Lead", "Zeitplan").cells, rows, SENSES)
    assert [(column.role, column.why) for column in columns] == [
        ("action", "nothing else tells what to do"),
        ("owner_officer", "its header"),
        ("deadline", "what its cells hold"),
    ]
    columns, _ = assign_roles(row("Theme", "Category", "Action").cells, [row("Fleet", "Buses", "Buy.")], SENSES)
    assert [column.why for column in columns] == ["its header", "heading is another column", "its header"]


def told_roles(header: list[str], rows: list[list[str]]) -> list[str]:
    """The role of each column."""
    return [column.role for column in assign_roles(row(*header).cells, [row(*texts) for texts in rows], SENSES)[0]]
