from __future__ import annotations

import pytest

from actionplan_extract.normalise.status import looks_like_status, rag_of_fill, rating_colour, read_status
from actionplan_extract.schema import Rag


@pytest.mark.parametrize(
    ("text", "value", "rag"),
    [
        ("On track", "in_progress", None),
        ("On track for due date", "in_progress", None),
        ("UNDERWAY", "in_progress", None),
        ("On-going", "in_progress", None),
        ("Carried forward", "in_progress", None),
        ("Partially complete", "in_progress", None),
        ("Not yet complete", "in_progress", None),
        ("90% complete", "in_progress", None),
        ("Complete", "complete", None),
        ("ACTION COMPLETE", "complete", None),
        ("100%", "complete", None),
        ("✔", "complete", None),
        ("Met", "complete", None),
        ("4 - Complete", "complete", None),
        ("Complete (July 2023)", "complete", None),
        ("Not Met", "overdue", None),
        ("3 - Delayed", "overdue", None),
        ("Behind schedule", "overdue", None),
        ("Not on track", "overdue", None),
        ("Not started", "not_started", None),
        ("New", "not_started", None),
        ("0%", "not_started", None),
        ("No longer required", "cancelled", None),
        ("Superseded", "cancelled", None),
        ("on hold due to Covid-19", None, None),
        ("Deferred", None, None),
        ("Amber", None, "amber"),
        ("G", None, "green"),
        ("R", None, "red"),
        ("Green – on target", "in_progress", "green"),
        ("Blue - complete", "complete", "blue"),
        ("🟢 On track", "in_progress", "green"),
        ("was Red, now Green", None, "green"),
        ("Red / Amber / Green", None, None),
        ("Gwyrdd", None, "green"),
        ("BRAG: Blue", None, "blue"),
        ("RAG: G", None, "green"),
        ("Yes – ongoing", "in_progress", None),
        ("No - not started", "not_started", None),
        ("Y - complete", "complete", None),
        ("Phase 1 complete", "in_progress", None),
        ("To commence April 2024", "not_started", None),
        ("Green (was Amber)", None, "green"),
    ],
)
def test_words_give_value_and_rating(text: str, value: str | None, rag: str | None) -> None:
    status = read_status(text)
    assert status is not None
    assert (status.text, status.value, status.rag) == (text, value, rag)


@pytest.mark.parametrize(
    "text",
    [
        *("Y", "N", "Yes", "No", "1", "1/2/3", "C", "✗", "☐", "N/A", "BRAG", "A/G", "Amber/Green", "Red - Amber"),
        *("No issues", "No delays", "To be implemented", "Will be fully delivered", "Not yet been achieved"),
        "Not implemented",
    ],
)
def test_nothing_is_made_up(text: str) -> None:
    status = read_status(text)
    assert status is not None
    assert (status.text, status.value, status.rag) == (text, None, None)


@pytest.mark.parametrize(
    ("text", "header", "value", "rag"),
    [
        ("G", "RAG", None, "green"),
        ("Y", "RAG rating", None, "amber"),
        ("B", "BRAG status", None, "blue"),
        ("G", "Status", None, "green"),
        ("R", "Status", None, "red"),
        ("A/G", "Status", None, "amber"),
        ("A/G", "RAG", None, "amber"),
        ("Amber/Red", "RAG rating", None, "amber"),
        ("R/G", "RAG", None, None),
        ("B", "Status", None, None),
        ("Y", "Status", None, None),
        ("A", "Stage", None, None),
        ("Y", "Completed (Y/N)", "complete", None),
        ("Yes", "Done?", "complete", None),
        ("Yes", "On track", "in_progress", None),
        ("✓", "Started", "in_progress", None),
        ("N", "Completed (Y/N)", None, None),
        ("No", "Started?", None, None),
        ("Yes", "Status", None, None),
        ("Complete", "RAG", "complete", None),
    ],
)
def test_letters_and_answers_are_read_by_the_header(text: str, header: str, value: str | None, rag: str | None) -> None:
    status = read_status(text, header=header)
    assert status is not None
    assert (status.value, status.rag) == (value, rag)


def test_a_narrative_is_kept_whole_and_read_by_its_beginning() -> None:
    text = "Completed.  We have since widened the work to\nall services, some of which is delayed until next year."
    status = read_status(text)
    assert status is not None
    assert status.text == " ".join(text.split())
    assert status.value == "complete"


def test_a_narrative_that_begins_otherwise_has_no_value() -> None:
    status = read_status(
        "The team has met residents in every ward, and the results are being written up for publication."
    )
    assert status is not None
    assert status.value is None


def test_a_fill_rates_where_no_word_does() -> None:
    assert read_status("", "#00b050").model_dump() == {"text": None, "value": None, "rag": "green"}  # type: ignore[union-attr]
    assert read_status("On track", "#ffc000").rag == "amber"  # type: ignore[union-attr]
    assert read_status("Red", "#00b050").rag == "red"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "fill", "ink", "rag", "colour"),
    [
        ("On track", None, "#00b050", "green", "#00b050"),
        ("On track", "#ff0000", "#00b050", "green", "#00b050"),
        ("On track", "#ff0000", "#1f3864", "red", "#ff0000"),
        ("See here", None, "#0070c0", None, None),  # a link
        ("●", None, "#0070c0", "blue", "#0070c0"),
        ("", None, "#ffc000", "amber", "#ffc000"),
        ("Red", "#00b050", None, "red", None),
        ("Red", "#ff0000", None, "red", "#ff0000"),
    ],
)
def test_ink_rates_before_fill_and_is_named(
    text: str, fill: str | None, ink: str | None, rag: Rag | None, colour: str | None
) -> None:
    status = read_status(text, fill, ink=ink)
    assert (status.rag if status else None) == rag
    assert rating_colour(text, rag, fill, ink) == colour


def test_nothing_gives_nothing() -> None:
    assert read_status("") is None
    assert read_status(" \n", "#ffffff") is None


@pytest.mark.parametrize(
    ("fill", "rag"),
    [
        ("#ff0000", "red"),
        ("#c00000", "red"),
        ("#ffc7ce", "red"),
        ("#ffc000", "amber"),
        ("#ffff00", "amber"),
        ("#ed7d31", "amber"),
        ("#ffeb9c", "amber"),
        ("#92d050", "green"),
        ("#00b050", "green"),
        ("#c6efce", "green"),
        ("#00b0f0", "blue"),
        ("#4f81bd", "blue"),
        ("#a6a6a6", "grey"),
        ("#ffffff", None),
        ("#000000", None),
        ("#f2f2f2", None),
        ("#d9e2f3", None),
        ("#deeaf6", None),
        ("#e2efd9", None),
        ("#fff2cc", None),
        ("#b8cce4", None),
        ("#7030a0", None),
    ],
)
def test_a_fill_is_read_by_its_hue(fill: str, rag: str | None) -> None:
    assert rag_of_fill(fill) == rag


@pytest.mark.parametrize(
    "text", ["On track", "Complete", "Amber", "G", "✓", "3 - Delayed", "Green – on target", "Not Met", "75% complete"]
)
def test_short_status_cells_look_like_a_status(text: str) -> None:
    assert looks_like_status(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Yes",
        "June 2024",
        "New system",
        "Complete a review of the policy",
        "Green infrastructure strategy",
        "A new approach",
        "Completed. We have since widened the work to all services and will go on doing so next year.",
    ],
)
def test_other_cells_do_not_look_like_a_status(text: str) -> None:
    assert not looks_like_status(text)
