"""Rows that a page cut, made whole cell by cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actionplan_extract.model import Cell, Grid, Paragraph
from actionplan_extract.passage import Box, Passage, Place, join

from .helpers import cell, dates, grid, read_plan, recommendations, row, text_of

HEADER = ["Ref", "Recommendation", "Action", "Lead", "By when"]
FIRST = ["1", "Move people.", "Buy ten buses.", "Head of Fleet", "March 2024"]


def plan(before: list[str], after: list[str]) -> Grid:
    """A table whose last row stands first on another page."""
    return grid(HEADER, FIRST, before, row(*after, number=3, after_break=True))


def read(before: list[str], after: list[str]) -> list[tuple[str, str, str]]:
    """Text, owners and dates of the actions behind the first."""
    found = [(action, part) for part in recommendations(plan(before, after)) for action in part.actions][1:]
    return [
        (text_of(a.paragraphs), " + ".join(str(o.passage) for o in a.owners or part.owners), dates(a))
        for a, part in found
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["Paint bus lanes in", "Head of Roads", "April 2024"], ["the old town.", "", ""]),
        (["Paint bus lanes in the old town.", "Head of", "April 2024"], ["", "Roads", ""]),
        (["Paint bus lanes in the old town.", "Head of Roads", "April"], ["", "", "2024"]),
        (["Paint bus lanes in", "Head of", "April"], ["the old town.", "Roads", "2024"]),
    ],
    ids=["sentence", "owner", "date", "all three"],
)
def test_what_goes_on_is_joined_cell_by_cell(before: list[str], after: list[str]) -> None:
    found = read(["2", "Move more.", *before], ["", "", *after])
    assert found == [("Paint bus lanes in the old town.", "Head of Roads", "April 2024")]


def test_a_recommendation_is_cut_as_its_action_is() -> None:
    parts = recommendations(
        plan(
            ["2", "Move more people to", "Paint bus lanes in", "Head of Roads", "April 2024"],
            ["", "and from work.", "the old town.", "", ""],
        )
    )
    assert text_of(parts[1].paragraphs) == "Move more people to and from work."


@pytest.mark.parametrize(
    "after",
    [
        ["3", "Walk more.", "paint more.", "", ""],
        ["", "Walk more.", "Build paths.", "Head of Parks", "May 2024"],
        ["", "", "Build paths.", "Head of Parks", "May 2024"],
    ],
    ids=["a number", "a recommendation", "a date and an owner"],
)
def test_a_row_that_begins_anew_is_its_own(after: list[str]) -> None:
    before = ["2", "Move more.", "Paint bus lanes.", "Head of Roads", "April 2024"]
    assert len(read(before, after)) == 2


def test_a_band_is_no_part_of_the_row_below() -> None:
    band = cell("Roads", 2, 0, columns=5)
    below = row("2", "Move more.", "Paint lanes.", "Head of Roads", "April 2024", number=3, after_break=True)
    held = grid(HEADER, FIRST, row(*[band] * 5), below)
    assert [str(part.number) for part in recommendations(held)] == ["1", "2"]


def test_each_joined_row_is_told() -> None:
    parts = read_plan(plan(["2", "Move more.", "Paint lanes in", "", "April 2024"], ["", "", "the old town.", "", ""]))
    assert [notice.code for notice in parts.notices] == ["row_stitched"]


def test_row_of_several_timescales_is_joined_where_all_pair_up() -> None:
    before = ["2", "Move more.", "Paint bus lanes in", "Head of", "April 2024"]
    found = read(before, ["", "", "the old town.\nOpen them.", "Roads", "May 2024"])
    assert found == [
        ("Paint bus lanes in the old town.", "Head of Roads", "April 2024"),
        ("Open them.", "Head of Roads", "May 2024"),
    ]


def full(text: str, number: int) -> Cell:
    """An action of three words a line, so that nine fill the last line as well."""
    words = text.split()
    lines = [
        Passage.of(" ".join(words[n : n + 3]), Place(number, 0, number, 2, boxes=line_boxes(n)))
        for n in range(0, len(words), 3)
    ]
    return Cell(number, 2, (Paragraph(join(" ", lines)),))


def line_boxes(words: int) -> tuple[Box, ...]:
    """The boxes of a line of three words, behind as many words as given."""
    top = 100.0 + 4 * words
    return tuple((30.0 * n, top, 30.0 * n + 28, top + 10) for n in range(3))


def test_a_row_with_an_owner_and_a_date_of_its_own_is_no_rest_of_a_full_cell_without_a_stop() -> None:
    upper = ["2", "Move more.", full("Paint the bus lanes of the old town red", 2), "Head of Roads", "April 2024"]
    lower = ["", "", full("Open the new lanes to all bus companies soon", 3), "Head of Fleet", "May 2024"]
    held = grid(HEADER, FIRST, row(*upper, number=2), row(*lower, number=3, after_break=True))
    assert [dates(action) for part in recommendations(held)[1:] for action in part.actions] == [
        "April 2024",
        "May 2024",
    ]


def test_word_that_a_page_broke_before_its_last_letter_is_whole() -> None:
    before = ["2", "Move more.", "Paint bus lanes.", "Head of Roads", "By end of Septembe"]
    assert read(before, ["", "", "", "", "r 2024"]) == [
        ("Paint bus lanes.", "Head of Roads", "By end of September 2024")
    ]


def test_band_beside_a_free_recommendation_is_a_subheading_and_no_rest() -> None:
    band = cell("Streets and squares")
    rows = plan(["2", "Move more.", "Paint bus lanes.", "Head of Roads", "April 2024"], ["", "", "", "", ""])
    free = row("", "", band, band, band, number=3, after_break=True)
    rest = row("", "", "Sweep them.", "Head of Roads", "May 2024", number=4)
    (part,) = recommendations(replace(rows, rows=(*rows.rows[:-1], free, rest)))[1:]
    assert [(text_of(action.paragraphs), str(action.group)) for action in part.actions] == [
        ("Paint bus lanes.", ""),
        ("Sweep them.", "Streets and squares"),
    ]
