"""Who and when that headings tell of the tables below them."""

from __future__ import annotations

import pytest

from actionplan_extract.errors import NoPlanFound

from .helpers import dates, grid, recommendations, text_of

HEADER = ("Action", "Measure of success")
FORMS = ["{} | Lead: {} | By: {}", "{} (Lead: {}; deadline: {})", "{} – {} – {}", "{}. Lead officer: {}. Deadline: {}."]


def told(*grids: object) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Each recommendation's heading with its actions: text, owners, timescales."""
    return [
        (
            str(part.heading),
            [
                (text_of(a.paragraphs), ", ".join(o.passage.text for o in a.owners or part.owners), dates(a))
                for a in part.actions
            ],
        )
        for part in recommendations(*grids)  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_heading_tells_who_and_when_for_all_rows_below(form: str) -> None:
    homes = form.format("More homes", "Head of Housing", "May 2025")
    roads = form.format("Better roads", "Head of Roads", "June 2026")
    found = told(
        grid(HEADER, ("Build 20 homes", "Homes built"), ("Sell two sites", "Sites sold"), above=f"# Plan\n## {homes}"),
        grid(HEADER, ("Mend the bridge", "Bridge open"), above=f"## {roads}", index=1),
    )
    assert [actions for _, actions in found] == [
        [(text, "Head of Housing", "May 2025") for text in ("Build 20 homes", "Sell two sites")],
        [("Mend the bridge", "Head of Roads", "June 2026")],
    ]
    assert [heading.rstrip(".") for heading, _ in found] == ["More homes", "Better roads"]


def test_dates_above_tables_tell_when() -> None:
    header = ("Action", "Lead")
    assert told(
        grid(header, ("Publish the draft", "Head of Policy"), above="## March 2025"),
        grid(
            header, ("Adopt the plan", "Head of Policy"), ("Print it", "Head of Design"), above="## June 2025", index=1
        ),
    ) == [
        ("March 2025", [("Publish the draft", "Head of Policy", "March 2025")]),
        ("June 2025", [("Adopt the plan", "Head of Policy", "June 2025"), ("Print it", "Head of Design", "June 2025")]),
    ]


def test_a_column_of_the_table_goes_before_its_heading() -> None:
    rows = (("Action", "By when"), ("Build", "July 2027"))
    ((_, actions),) = told(grid(*rows, above="## Homes | Lead: Head of Housing | By: May 2025"))
    assert actions == [("Build", "Head of Housing", "July 2027")]


@pytest.mark.parametrize(
    "title", ["Homes (March 2025)", "March 2025", "Homes – Deadline: March 2025", "Lead: Head of IT"]
)
def test_one_heading_with_but_a_date_tells_nothing_of_its_table(title: str) -> None:
    with pytest.raises(NoPlanFound):
        told(grid(HEADER, ("Build 20 homes", "Homes built"), above=f"# {title}"))
