"""Cards whose labels stand within their cells, beside a tall cell, or in an order of their own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from actionplan_extract.errors import NoPlanFound
from actionplan_extract.model import Cell, Grid
from actionplan_extract.pipeline import extract_bytes

from ..helpers import cell, dates, grid, read_plan, recommendations, text_of

Fact = tuple[str, str, list[tuple[str, str, list[str], str]]]


def facts(*grids: Grid) -> list[Fact]:
    """Each recommendation's number and heading or text, with its actions' numbers, texts, owners and timescales."""
    return [
        (
            str(part.number),
            str(part.heading) or text_of(part.paragraphs),
            [
                (
                    str(action.number),
                    text_of(action.paragraphs),
                    [owner.passage.text for owner in action.owners or part.owners],
                    dates(action),
                )
                for action in part.actions
            ],
        )
        for part in recommendations(*grids)
    ]


def across(text: str, row: int, columns: int = 2) -> list[Cell]:
    """A row of one cell merged over some columns."""
    return [cell(text, row, 0, columns=columns)] * columns


def ferry(lead: str = "Head of Piers", when: str = "May 2025") -> list[Fact]:
    return [
        ("1", "Mend the pier.", [("", "Buy new planks for it.", [lead], when)]),
        ("2", "Light the pier.", [("", "Hang forty lamps on it.", ["Chief Engineer"], "June 2025")]),
    ]


FERRY = [("Mend the pier.", "Buy new planks for it.", "Head of Piers", "May 2025")]
LAMPS = ("Light the pier.", "Hang forty lamps on it.", "Chief Engineer", "June 2025")
BOTH = [*FERRY, LAMPS]


def banded(number: int, said: Sequence[str]) -> list[list[Cell] | list[str]]:
    """A card below a band, who and when side by side at its foot, each behind its label."""
    text, done, lead, when = said
    top = [across(f"Recommendation {number}", 0), across(text, 1), across(f"Response: {done}", 2)]
    return [*top, [f"Lead: {lead}", f"Target: {when}"]]


def test_labels_may_stand_before_values_within_cells() -> None:
    assert facts(*(grid(*banded(n, said), index=n) for n, said in enumerate(BOTH, 1))) == ferry()


def test_a_card_with_labels_within_its_cells_may_be_cut_below_its_title() -> None:
    first, second = (banded(n, said) for n, said in enumerate(BOTH, 1))
    cut = [[one[0]] for one in second[:2]]
    assert facts(grid(*first), grid(*cut, index=1), grid(*second[2:], index=2)) == ferry()


def test_labels_may_stand_on_lines_above_values_within_cells() -> None:
    cards = (
        grid(
            across(f"Area for improvement\nPart {said[0]}", 0),
            across(f"What needs to be done\n{said[1]}", 1),
            [f"Accountable officer\n{said[2]}", f"Completion date\n{said[3]}"],
            index=n,
        )
        for n, said in enumerate(BOTH)
    )
    assert [done for *_, done in facts(*cards)] == [done for *_, done in ferry()]


def test_a_line_that_comes_once_is_no_label() -> None:
    with pytest.raises(NoPlanFound):
        read_plan(grid(["Housing directorate\nAnn Hart", "Parks directorate\nJo Lee"], ["Ways\n1", "Trees\n2"]))


@pytest.mark.parametrize("answer", ["What we will do", "Our reply"], ids=["known label", "unknown label"])
def test_a_number_may_stand_beside_a_card(answer: str) -> None:
    def card(number: int, said: Sequence[str]) -> Grid:
        tall = cell(str(number), 0, 0, rows=4)
        labels = ("Recommendation", answer, "Lead officer", "By when")
        return grid(*([tall, label, text] for label, text in zip(labels, said, strict=True)), index=number)

    assert facts(*(card(n, said) for n, said in enumerate(BOTH, 1))) == ferry()


def test_a_name_may_stand_beside_a_card() -> None:
    def card(name: str, said: Sequence[str]) -> Grid:
        tall = cell(name, 0, 0, rows=3)
        labels = ("What we will do", "Lead officer", "By when")
        return grid(*([tall, label, text] for label, text in zip(labels, said[1:], strict=True)))

    found = facts(card("The pier", FERRY[0]), card("The lamps", LAMPS))
    assert [(heading, len(done)) for _, heading, done in found] == [("The pier", 1), ("The lamps", 1)]


def test_an_action_may_take_two_rows() -> None:
    rows: list[list[Cell | str]] = []
    for number, (_, done, lead, when) in enumerate(BOTH, 1):
        label, text = cell(f"Action {number}", 0, 0, rows=2), cell(done, 0, 1, columns=2)
        rows += [[label, text, text], [label, f"Lead: {lead}", f"Date: {when}"]]
    ((_, _, done),) = facts(grid(*rows, above="# Piers"))
    assert done == [("1", *BOTH[0][1:2], ["Head of Piers"], "May 2025"), ("2", LAMPS[1], ["Chief Engineer"], LAMPS[3])]


@pytest.mark.parametrize("title", ["Pledge {}", "", "Our {} pier"])
def test_a_table_may_hold_a_card_a_cell(title: str) -> None:
    def card(number: int, said: Sequence[str]) -> str:
        lines = [title.format(number), said[1], f"Who: {said[2]}", f"When: {said[3]}"]
        return "\n".join(line for line in lines if line)

    cells = [card(number, said) for number, said in enumerate(BOTH * 2, 1)]
    found = [done for *_, held in facts(grid(cells[:2], cells[2:], above="# Piers")) for done in held]
    assert [done[1:] for done in found] == [done[1:] for _, _, (done,) in ferry() * 2]
    assert [done[0] for done in found] == ([str(n) for n in range(1, 5)] if title.startswith("Pledge") else [""] * 4)


def test_a_row_of_cells_with_labels_of_their_own_is_no_row_of_cards() -> None:
    rows = [[f"Action: {done}", f"Lead: {lead}", f"When: {when}"] for _, done, lead, when in BOTH]
    ((_, _, done),) = facts(grid(*rows, above="# Piers"))
    assert [one[1:] for one in done] == [held[0][1:] for *_, held in ferry()]


def test_the_label_that_comes_first_in_each_card_opens_its_record() -> None:
    def card(number: int, goal: str, said: Sequence[str]) -> Grid:
        _, done, lead, when = said
        top = [cell("Action", 0, 0), *[cell(done, 0, 1, columns=3)] * 3]
        return grid(top, ["Ref", f"P{number}", "Goal", goal], ["Lead", lead, "Deadline", when], index=number)

    found = facts(card(1, "Dry feet", FERRY[0]), card(2, "Clear sight", LAMPS))
    assert [(goal, [one[1:] for one in done]) for _, goal, done in found] == [
        (goal, [one[1:] for one in done])
        for goal, (_, _, done) in zip(("Dry feet", "Clear sight"), ferry(), strict=True)
    ]


def test_a_recommendation_behind_some_actions_opens_the_next() -> None:
    lists = [["Action", "Buy rope."], ["Lead", "Head of Piers"]]
    rows = [*lists, ["Recommendation", "Mend it."], *lists, ["Recommendation", "Light it."], *lists]
    assert [(text, len(done)) for _, text, done in facts(grid(*rows))] == [("", 1), ("Mend it.", 1), ("Light it.", 1)]


def test_columns_that_are_cards_may_stand_below_titles() -> None:
    labels = ("Action", "Lead", "By when", "Status")
    columns = [(*said[1:], status) for said, status in zip(BOTH, ("Complete", "On track"), strict=True)]
    rows = [list(row) for row in zip(labels, *columns, strict=True)]
    found = facts(grid(*rows, ["On the river", "", ""], *rows, above="# By the sea"))
    done = [one for _, _, held in ferry() for one in held]
    assert [(heading, held) for _, heading, held in found] == [("By the sea", done), ("On the river", done)]
    parts = recommendations(grid(*rows))[0].actions
    assert [status.passage.text for action in parts for status in action.status] == ["Complete", "On track"]


@pytest.mark.parametrize("beside", [False, True], ids=["labels above", "labels beside"])
def test_a_line_above_a_card_of_facts_may_say_what_is_to_be_done(beside: bool) -> None:
    def card(number: int, said: Sequence[str]) -> Grid:
        rows: list[tuple[str, ...]] = [("Lead officer", "Finish", "Cost"), (*said[2:], "£900")]
        return grid(
            *(zip(*rows, strict=True) if beside else rows), above=f"## Action {number}: {said[1]}", index=number
        )

    ((_, _, done),) = facts(*(card(number, said) for number, said in enumerate(BOTH, 1)))
    assert done == [(str(n), *said[1:2], [said[2]], said[3]) for n, said in enumerate(BOTH, 1)]


def test_a_heading_above_a_card_of_facts_may_be_a_task() -> None:
    tasks = ("Publish a map of the pier", "Review the lamps on the pier")
    header = "<tr><th>Lead officer</th><th>Finish</th></tr>"
    rows = (f"<tr><td>{lead}</td><td>{when}</td></tr>" for *_, lead, when in BOTH)
    web = "".join(f"<h2>{t}</h2><table>{header}{row}</table>" for t, row in zip(tasks, rows, strict=True))
    plan = extract_bytes(f"<h1>Pier action plan</h1>{web}".encode(), "plan.html").plan
    found = [action for each in plan.recommendations for action in each.actions]
    assert [action.text for action in found] == list(tasks)
    assert [owner.text for action in found for owner in action.owners] == [said[2] for said in BOTH]


def test_a_heading_above_facts_of_a_place_is_no_action() -> None:
    facts_of = ["Opening date", "Contact"], ["June 2025", "Pier Manager"]
    with pytest.raises(NoPlanFound):
        read_plan(grid(*facts_of, above="## North pier"), grid(*facts_of, above="## South pier", index=1))


def test_rows_of_four_cells_below_a_header_are_no_pairs_though_some_begin_like_labels() -> None:
    table = grid(
        ["Activity", "Cost", "When", "Arranged by"],
        ["Induction pack for new members", "Nil", "June 2026", "Head of Piers"],
        ["Meeting with the owners of boats", "Nil", "May 2026", "Chief Engineer"],
        ["Self-assessment of the lamps", "£3,500", "July 2026", "Head of Piers"],
    )
    assert read_plan(table).layout == "rows"
    assert next(lines for _, _, lines in facts(table))[0][2:] == (["Head of Piers"], "June 2026")
