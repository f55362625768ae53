"""Legends that say what colours mean."""

from __future__ import annotations

import pytest

from actionplan_extract.model import Cell, Paragraph, Table
from actionplan_extract.normalise.colour_legend import find_colour_legend
from actionplan_extract.passage import Passage
from actionplan_extract.pipeline import extract_bytes
from actionplan_extract.schema import ActionPlan, StatusValue


def row(number: int, *cells: tuple[str, str | None]) -> list[Cell]:
    return [
        Cell(number, column, (Paragraph(Passage.of(text)),), fill=fill) for column, (text, fill) in enumerate(cells)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Blue = complete; Green = on track; Amber = not started; Red = overdue",
        "Key: Blue: complete, Green: on track, Amber: not started, Red: overdue",
        "Blue – complete Green – on track Amber – not started Red – overdue",
        "B = Complete, G = On track, A = Not started, R = Overdue",
        "Complete (blue), on track (green), not started (amber), overdue (red)",
    ],
)
def test_line_that_explains_colours(text: str) -> None:
    legend = find_colour_legend([Passage.of(text)], [])
    wanted: list[StatusValue] = ["complete", "in_progress", "not_started", "overdue"]
    assert [legend.value(rag) for rag in ("blue", "green", "amber", "red")] == wanted
    assert legend.rates


def test_table_that_shows_or_names_colours() -> None:
    shown = Table(0, (*row(0, ("", "#00b050"), ("Complete", None)), *row(1, ("Not started", "#c00000"))))
    named = Table(0, (*row(0, ("Green", None), ("Complete", None)), *row(1, ("Red", None), ("Not started", None))))
    for table in (shown, named):
        legend = find_colour_legend([], [table])
        assert (legend.value("green"), legend.value("red")) == ("complete", "not_started")


@pytest.mark.parametrize(
    "text", ["The bin is green: empty it", "Red is the colour of the door", "Green Lane, Red Hill"]
)
def test_sentence_that_names_a_colour_is_no_legend(text: str) -> None:
    assert not find_colour_legend([Passage.of(text)], [])


def test_colours_of_departments_do_not_rate() -> None:
    legend = find_colour_legend([Passage.of("Red: Housing. Amber: Finance. Green: Parks.")], [])
    assert legend.meanings == {"red": "Housing", "amber": "Finance", "green": "Parks"}
    assert not legend.rates


def plan(legend: str) -> ActionPlan:
    rows = "".join(
        f'<tr><td>{text}</td><td>Head of Parks</td><td>May 2026</td><td style="background:{fill}"></td></tr>'
        for text, fill in (("Plant a hedge by the school", "#c00000"), ("Open the bowling green", "#00b050"))
    )
    heads = "".join(f"<th>{name}</th>" for name in ("Action", "Lead", "Timescale", "RAG"))
    page = f"<html><body><p>{legend}</p><table><tr>{heads}</tr>{rows}</table></body></html>"
    return extract_bytes(page.encode(), "plan.html").plan


def statuses(found: ActionPlan) -> list[tuple[str | None, str | None] | None]:
    actions = [action for recommendation in found.recommendations for action in recommendation.actions]
    return [(action.status.value, action.status.rag) if action.status else None for action in actions]


def test_legend_gives_the_stage_that_a_colour_stands_for() -> None:
    found = plan("Red = not started; Green = complete")
    assert statuses(found) == [("not_started", "red"), ("complete", "green")]
    assert "legend_applied" in [finding.code for finding in found.findings]


def test_without_a_legend_a_colour_is_a_rating_and_no_stage() -> None:
    assert statuses(plan("Seen by the board.")) == [(None, "red"), (None, "green")]


def test_colours_that_a_legend_gives_to_departments_are_no_ratings() -> None:
    assert statuses(plan("Red: Housing; Green: Parks")) == [None, None]
