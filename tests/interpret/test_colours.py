"""Fills that say how far a thing has got, and fills that do not."""

from __future__ import annotations

import pytest

from actionplan_extract.model import Cell

from .helpers import cell, grid, recommendations

GREEN, AMBER, PALE = "#00b050", "#ffc000", "#ddebf7"


def fills(header: list[str], *rows: list[str | Cell]) -> list[list[str | None]]:
    """The fills that each action's status has."""
    found = (part for part in recommendations(grid(header, *rows)))
    return [[status.fill for status in (action.status or part.status)] for part in found for action in part.actions]


def row(text: str, last: str, fill: str | None, others: str | None = None) -> list[str | Cell]:
    cells = (text, "Head of Fleet", "March 2024")
    return [*(cell(t, 1, n, fill=others) for n, t in enumerate(cells)), cell(last, 1, 3, fill=fill)]


@pytest.mark.parametrize("header", ["RAG", "Progress", ""])
@pytest.mark.parametrize("said", ["", "Buses came."])
def test_a_column_of_colours_rates(header: str, said: str) -> None:
    text = said if header == "Progress" else ""
    rows = row("Buy buses.", text, GREEN), row("Paint lanes.", text, AMBER)
    assert fills(["Action", "Lead", "By when", header], *rows) == [[GREEN], [AMBER]]


@pytest.mark.parametrize("header", ["Priority", "Theme", "Partners"])
def test_colours_of_other_columns_rate_nothing(header: str) -> None:
    rows = row("Buy buses.", "Moving", GREEN), row("Paint lanes.", "Moving", AMBER)
    assert fills(["Action", "Lead", "By when", header], *rows) == [[], []]


def test_a_row_of_one_colour_rates_nothing() -> None:
    rows = row("Buy buses.", "Complete", PALE, PALE), row("Paint lanes.", "Delayed", AMBER)
    assert fills(["Action", "Lead", "By when", "Status"], *rows) == [[None], [AMBER]]


def test_one_colour_down_a_column_of_progress_rates_nothing() -> None:
    rows = row("Buy buses.", "Begun.", PALE), row("Paint lanes.", "Done.", PALE)
    assert fills(["Action", "Lead", "By when", "Progress"], *rows) == [[], []]
