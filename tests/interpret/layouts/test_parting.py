"""Owners and timescales that stand in one column."""

from __future__ import annotations

import pytest

from ..helpers import cell, dates, grid, recommendations, text_of

LOG = ["Ref", "Action"]


def told(
    *rows: list[str], header: str = "Who and when", more: tuple[str, ...] = ()
) -> list[tuple[str, list[str], str]]:
    """Each action with its owners and timescales, read from a column below a header."""
    held = [[str(number), *one] for number, one in enumerate(rows, start=1)]
    (part,) = recommendations(grid([*LOG, header, *more], *held))
    return [(text_of(a.paragraphs), [o.passage.text for o in a.owners], dates(a)) for a in part.actions]


BUSES = ("Buy buses.", ["Head of Fleet"], "March 2024")
LANES = ("Paint lanes.", ["Head of Roads"], "May 2024")


@pytest.mark.parametrize("mark", [", ", " – ", "\n", "; "], ids=["comma", "dash", "line", "semicolon"])
@pytest.mark.parametrize("header", ["Who and when", "Lead / timescale", "By whom and when", "Owner"])
def test_what_a_cell_says_of_who_and_when_is_parted(header: str, mark: str) -> None:
    rows = ["Buy buses.", f"Head of Fleet{mark}March 2024"], ["Paint lanes.", f"Head of Roads{mark}May 2024"]
    assert told(*rows, header=header) == [BUSES, LANES]


def test_a_cell_that_says_but_one_of_them_keeps_it() -> None:
    rows = ["Buy buses.", "Head of Fleet, March 2024"], ["Paint lanes.", "Head of Roads"], ["Sell cars.", "May 2024"]
    more = ["Rent bikes.", "Head of Bikes, June 2024"], ["Walk.", "Head of Walks, July 2024"]
    assert told(*rows, *more)[:3] == [BUSES, ("Paint lanes.", ["Head of Roads"], ""), ("Sell cars.", [], "May 2024")]


def test_beside_a_column_of_timescales_an_owner_keeps_its_date() -> None:
    rows = [["Buy buses.", "Head of Fleet, March 2024", "May 2024"], ["Sell.", "Head of Roads, June 2024", "July 2024"]]
    found = told(*rows, header="Owner", more=("By when",))
    assert [when for *_, when in found] == ["May 2024", "July 2024"]


def test_a_merged_cell_is_parted_once() -> None:
    both = cell("Head of Fleet, March 2024", 1, 2, rows=2)
    (part,) = recommendations(grid([*LOG, "Who and when"], ["1", "Buy buses.", both], ["2", "Paint lanes.", both]))
    assert [dates(action) for action in part.actions] == ["March 2024", "March 2024"]
