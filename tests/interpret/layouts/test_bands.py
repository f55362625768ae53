"""Rows of a plan table that are no entries: bands, headers again, subheadings, totals, "as above"."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from actionplan_extract.model import Cell, Grid

from ..helpers import cell, grid, outline, recommendations, text_of

LOG = ["Action", "Lead", "By when"]
BUSES = ["Buy buses.", "Head of Fleet", "March 2024"]
LANES = ["Paint bus lanes.", "Head of Roads", "April 2024"]
HOMES = ["Insulate homes.", "Head of Housing", "May 2024"]
MOVE = ("Buy buses.", "March 2024")
PAINT = ("Paint bus lanes.", "April 2024")
HOUSE = ("Insulate homes.", "May 2024")
PARTED = [("Travel", [MOVE, PAINT]), ("Homes", [HOUSE])]


def across(text: str, width: int = 3) -> list[Cell]:
    return [cell(text, columns=width)] * width


def groups(*grids: Grid) -> list[list[str]]:
    return [[action.group.text for action in part.actions] for part in recommendations(*grids)]


def test_a_header_that_comes_again_may_name_a_theme() -> None:
    buses, homes = "Buy ten new buses for the town.", "Insulate all of our own homes."
    themed = [["Travel", *LOG[1:]], [buses, *BUSES[1:]], ["Homes", *LOG[1:]], [homes, *HOMES[1:]]]
    assert outline(grid(*themed)) == [("Travel", [(buses, "March 2024")]), ("Homes", [(homes, "May 2024")])]


def test_a_header_with_the_same_names_again_is_left_out() -> None:
    assert outline(grid(LOG, BUSES, LOG, HOMES)) == [("", [MOVE, HOUSE])]


def test_what_stands_above_the_header_again_is_a_band() -> None:
    first = grid(LOG, BUSES, LANES, ["Homes", "", ""], LOG, HOMES, above="# Travel")
    assert outline(first) == PARTED


@pytest.mark.parametrize("bands", [("A", "B"), ("A.", "B."), ("1", "2")])
def test_a_number_that_others_begin_by_opens_a_band(bands: Sequence[str]) -> None:
    one, two = (band.strip(".") for band in bands)
    rows = [[bands[0], "Travel", "", ""], [f"{one}.1", *BUSES], [f"{one}.2", *LANES], [bands[1], "Homes", "", ""]]
    plan = grid(["No", *LOG], *rows, [f"{two}.1", *HOMES])
    assert outline(plan) == PARTED
    assert [str(part.number) for part in recommendations(plan)] == list(bands)


def test_texts_alone_above_rows_that_say_when_part_a_table() -> None:
    travel, homes = "We will help everyone to travel well.", "We will help everyone to live well."
    plan = grid(LOG, [travel, "", ""], BUSES, LANES, [homes, "", ""], HOMES)
    assert outline(plan) == [(travel, [MOVE, PAINT]), (homes, [HOUSE])]


def test_texts_alone_amid_a_table_are_actions() -> None:
    plan = grid(LOG, BUSES, ["We will look for money.", "", ""], HOMES)
    assert outline(plan) == [("", [MOVE, ("We will look for money.", ""), HOUSE])]


def test_bands_below_a_recommendation_are_subheadings() -> None:
    rows = [across("Recommendation 1: Move people"), across("Now"), BUSES, across("Later"), LANES]
    plan = grid(LOG, *rows, across("Recommendation 2: House people"), HOMES)
    assert [(str(part.number), part.heading.text) for part in recommendations(plan)] == [
        ("1", "Move people"),
        ("2", "House people"),
    ]
    assert groups(plan) == [["Now", "Later"], [""]]


@pytest.mark.parametrize("title", ["Now", "Now:", "a) Now"])
def test_a_subheading_may_have_a_colon_or_letter(title: str) -> None:
    plan = grid(["Recommendation", *LOG], ["Move people.", title, "", ""], ["", *BUSES], ["", *LANES])
    below = grid(LOG, across("Recommendation 1: Move people"), across(title), BUSES, LANES)
    wanted = title.strip(":")
    assert groups(below) == [[wanted, wanted]]
    assert title.startswith("a)") or groups(plan) == [[wanted, wanted]]


@pytest.mark.parametrize("total", [["Sub-total", "", "", "£9"], ["Total number of actions: 2", "", "", ""]])
def test_a_total_is_no_action_but_kept(total: list[str]) -> None:
    (part,) = recommendations(grid([*LOG, "Cost"], [*BUSES, "£4"], [*LANES, "£5"], total))
    assert [text_of(action.paragraphs) for action in part.actions] == [MOVE[0], PAINT[0]]
    assert [(label.header, label.passage.text) for label in part.extra] == [("note", " ".join(filter(None, total)))]


@pytest.mark.parametrize("total", [["Total", "", "", "£9"], ["Grand total", "", "", "£9"], ["Totals", "", "", "9"]])
def test_a_total_in_a_table_of_its_own_below_is_kept_apart_from_the_row_above(total: list[str]) -> None:
    above = grid([*LOG, "Cost"], [*BUSES, "£4"], ["Paint lanes in the", "Head of Streets", "May 2024", "£5"])
    (part,) = recommendations(above, grid(total, index=1))
    assert [text_of(action.paragraphs) for action in part.actions] == [MOVE[0], "Paint lanes in the"]
    assert [(label.header, label.passage.text) for label in part.extra] == [("note", " ".join(filter(None, total)))]


def test_an_action_may_begin_as_a_total_does() -> None:
    plan = grid(LOG, ["Total review of buses", "Head of Fleet", "March 2024"], HOMES)
    assert outline(plan) == [("", [("Total review of buses", "March 2024"), HOUSE])]


def test_a_label_with_a_text_across_says_more_of_the_rows_above() -> None:
    more = cell("Fewer cars", column=1, columns=2)
    (part,) = recommendations(grid(LOG, BUSES, ["Expected outcome", more, more]))
    assert [text_of(action.paragraphs) for action in part.actions] == [MOVE[0]]
    assert [label.passage.text for label in part.extra] == ["Expected outcome Fewer cars"]


@pytest.mark.parametrize("again", ["As above", "as above.", "Ditto", "”", "See above"])
def test_as_above_means_what_stands_above(again: str) -> None:
    header = ["Recommendation", *LOG]
    plan = grid(header, ["1 Move people.", *BUSES], [again, LANES[0], again, again], ["2 House people.", *HOMES])
    first, second = recommendations(plan)
    assert (str(first.number), str(second.number), len(first.actions)) == ("1", "2", 2)
    last = first.actions[1]
    assert [owner.passage.text for owner in (last.owners or first.owners)] == ["Head of Fleet"]
    assert [scale.cell.text for scale in last.timescales] == ["March 2024"]
    assert {label.passage.text for label in last.extra} == {again}


def test_a_heading_said_to_go_on_is_the_same() -> None:
    above, below = grid(LOG, BUSES, above="# Travel"), grid(LANES, above="# Travel (continued)", index=1)
    assert outline(above, below, grid(HOMES, above="# Homes", index=2)) == PARTED


@pytest.mark.parametrize("again", ["Table 2: Travel (continued)", "Table 2 (cont.)", "Table 2 continued: Travel"])
def test_a_caption_that_goes_on_opens_nothing_new(again: str) -> None:
    above, below = grid(LOG, BUSES, above="Table 2: Travel"), grid(LOG, LANES, above=again, index=1)
    assert outline(above, below) == [("Table 2: Travel", [MOVE, PAINT])]


@pytest.mark.parametrize("other", ["Table 3: Travel (continued)", "Table 20 (continued)", "Table 2: Homes"])
def test_another_caption_opens_another_table(other: str) -> None:
    above, below = grid(LOG, BUSES, above="Table 2: Travel"), grid(LOG, LANES, above=other, index=1)
    assert len(outline(above, below)) == 2


def test_the_word_that_a_table_goes_on_is_no_heading() -> None:
    above, below = grid(LOG, BUSES, above="# Travel"), grid(LANES, above="Continued", index=1)
    assert outline(above, below, grid(HOMES, above="# Homes", index=2)) == PARTED


@pytest.mark.parametrize("again", ["Recommendation 1 (continued)", "Recommendation 1: Move people. (cont’d)"])
def test_a_band_may_say_that_the_recommendation_above_goes_on(again: str) -> None:
    title, other = "Recommendation 1: Move people.", "Recommendation 10: House people."
    parts = grid(across(title), LOG, BUSES), grid(across(again), LOG, LANES), grid(across(other), LOG, HOMES)
    said = [("Move people.", [MOVE, PAINT]), ("House people.", [HOUSE])]
    assert outline(*parts) == said
    assert outline(grid(LOG, across(title), BUSES, across(again), LANES, across(other), HOMES)) == said


def test_no_other_recommendation_goes_on() -> None:
    parts = (
        grid(across("Recommendation 12: Move."), LOG, BUSES),
        grid(across("Recommendation 1 (continued)"), LOG, LANES),
    )
    assert len(outline(*parts)) == 2
