"""Owners and timescales that stand in one column."""

from __future__ import annotations

import pytest

from actionplan_extract.pipeline import extract_bytes

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


DATED = "- Map the stops (March 2024)\n- Buy shelters (May 2024)"


def test_a_list_of_dated_items_is_a_row_each() -> None:
    (part,) = recommendations(grid(["Theme", "Action", "Lead"], ["Buses", DATED, "Head of Fleet"]))
    assert [dates(action) for action in part.actions] == ["March 2024", "May 2024"]
    assert {owner.passage.text for a in part.actions for owner in a.owners or part.owners} == {"Head of Fleet"}


@pytest.mark.parametrize("actions", ["- Map the stops\n- Buy shelters (May 2024)", "Map the stops (March 2024)"])
def test_other_texts_stay_whole(actions: str) -> None:
    (part,) = recommendations(grid(["Theme", "Action", "Lead"], ["Buses", actions, "Head of Fleet"]))
    assert len(part.actions) == 1


def test_a_list_beside_a_timescale_stays_as_it_is() -> None:
    rows = ["Theme", "Action", "By when"], ["Buses", DATED, "June 2024"]
    (part,) = recommendations(grid(*rows))
    assert [dates(action) for action in part.actions] == ["June 2024"]


def test_milestones_that_are_tasks_are_what_is_done_where_nothing_else_is() -> None:
    def card(name: str, *tasks: str) -> str:
        items = "".join(f"<li>{task}</li>" for task in tasks)
        rows = ("Project", name), ("Sponsor", "Head of Fleet"), ("Milestones", f"<ul>{items}</ul>")
        return f"<table>{''.join(f'<tr><th>{a}</th><td>{b}</td></tr>' for a, b in rows)}</table>"

    first = card("New depot", "Complete the purchase of the site (March 2026)", "Appoint a builder (May 2026)")
    second = card("New buses", "Publish the tender for forty buses (April 2026)", "Review the first year (May 2027)")
    plan = extract_bytes(f"<h1>Bus improvement plan</h1>{first}{second}".encode(), "plan.html").plan
    found = [(each.heading, [len(action.deadlines) for action in each.actions]) for each in plan.recommendations]
    assert found == [("New depot", [1, 1]), ("New buses", [1, 1])]
    assert plan.recommendations[1].actions[1].text.startswith("Review the first year")


def test_milestones_beside_an_action_say_when() -> None:
    (part,) = recommendations(grid(["Action", "Lead", "Milestones"], ["Buy buses.", "Head of Fleet", DATED]))
    assert [(text_of(action.paragraphs), len(action.timescales)) for action in part.actions] == [("Buy buses.", 2)]
