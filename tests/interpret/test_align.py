from __future__ import annotations

import pytest

from actionplan_extract.interpret.align import Entry, align

from .helpers import entries, paragraphs, text_of


def aligned(cell: str, timescale: str) -> list[tuple[str, str]]:
    """The actions' texts with their entries, one action an item."""
    found = [Entry(timescale[slice(*entry.span)], entry.kind) for entry in entries(timescale)]
    return [
        (text_of([p for unit in group.units for p in unit.paragraphs]), "\n".join(found[n].text for n in group.entries))
        for group in align(paragraphs(cell), found)
    ]


def alignments(cell: str, timescale: str) -> set[tuple[str, float]]:
    found = [Entry(timescale[slice(*entry.span)], entry.kind) for entry in entries(timescale)]
    return {(group.alignment, group.confidence) for group in align(paragraphs(cell), found)}


def test_one_entry_serves_the_whole_cell() -> None:
    assert aligned("We ask.\nWe listen.", "May 2024") == [("We ask.\nWe listen.", "May 2024")]
    assert alignments("We ask.\nWe listen.", "May 2024") == {("own_cell", 1.0)}


def test_without_an_entry_the_cell_is_one_action() -> None:
    assert aligned("We ask.\nWe listen.", "") == [("We ask.\nWe listen.", "")]
    assert alignments("We ask.", "") == {("none", 1.0)}


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("We ask.\nWe listen.", ["We ask.", "We listen."]),
        ("- ask\n- listen", ["- ask", "- listen"]),
        ("We will:\n- ask\n- listen\nThen we act.", ["We will:\n- ask\n- listen", "Then we act."]),
        ("We will:\n- ask\n- listen", ["We will:\n- ask", "- listen"]),
        ("- ask\n  - staff\n  - members\n- listen", ["- ask\n- staff\n- members", "- listen"]),
        ("<p><u>Inside</u> We ask.</p><p><u>Outside</u> We listen.</p>", ["We ask.", "We listen."]),
    ],
)
def test_equal_counts_pair_up_in_order(cell: str, parts: list[str]) -> None:
    assert aligned(cell, "May 2024\nJune 2025") == list(zip(parts, ["May 2024", "June 2025"], strict=True))
    assert {alignment for alignment, _ in alignments(cell, "May 2024\nJune 2025")} == {"paired"}


@pytest.mark.parametrize(
    ("cell", "timescale", "parts"),
    [
        (
            "We recognise that staff are tired.\nWe will hire ten more people.\nWe will train them all.",
            "May 2024\nJune 2025",
            ["We recognise that staff are tired.\nWe will hire ten more people.", "We will train them all."],
        ),
        (
            "We will hire ten more people.\nThis will help the service.\nWe will also move the office.",
            "May 2024\nJune 2025",
            ["We will hire ten more people.\nThis will help the service.", "We will also move the office."],
        ),
        (
            "A board has been set up.\nIt meets with partners.\nThe strategy will be agreed in autumn 2024.",
            "Ongoing\nAutumn 2024",
            ["A board has been set up.\nIt meets with partners.", "The strategy will be agreed in autumn 2024."],
        ),
        (
            "<p><u>Money</u> We will save.</p><p>We will say how.</p><p><u>People</u> We will hire.</p>",
            "May 2024\nJune 2025",
            ["We will save.\nWe will say how.", "We will hire."],
        ),
    ],
)
def test_more_units_than_entries_are_grouped_by_what_they_say(cell: str, timescale: str, parts: list[str]) -> None:
    assert aligned(cell, timescale) == list(zip(parts, timescale.split("\n"), strict=True))
    ((alignment, confidence), *_) = alignments(cell, timescale)
    assert alignment == "inferred"
    assert 0 < confidence < 1


def test_more_entries_than_units_are_shared_out_in_order() -> None:
    timescale = "May 2024\nJune 2025\nJuly 2026"
    found = aligned("We will hold talks in May 2024.\nWe will print reports in June and July.", timescale)
    assert [entry for _, group in found for entry in group.split("\n")] == timescale.split("\n")
    assert [text for text, _ in found] == ["We will hold talks in May 2024.", "We will print reports in June and July."]
    assert found[0][1] == "May 2024"


def test_one_unit_takes_all_entries() -> None:
    assert aligned("We will hold talks.", "May 2024\nJune 2025") == [("We will hold talks.", "May 2024\nJune 2025")]


@pytest.mark.parametrize(("units", "count"), [(300, 200), (200, 300), (60, 7), (7, 60), (1, 300), (300, 300)])
def test_many_units_and_entries_are_all_kept(units: int, count: int) -> None:
    cell = "\n".join(f"We will do thing {number} for the people of ward {number}." for number in range(units))
    timescale = "\n".join(f"March {2000 + number % 99}" for number in range(count))
    found = aligned(cell, timescale)
    assert "\n".join(text for text, _ in found) == cell
    assert "\n".join(entry for _, entry in found if entry) == timescale
