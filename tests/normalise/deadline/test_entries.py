"""Several deadlines in a cell, and one that only looks like several."""

from __future__ import annotations

import pytest

from actionplan_extract.normalise.deadline import parse_deadlines


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("Phase 1 – Dec 2021 Phase 2 – March 2022", ["Phase 1 – Dec 2021", "Phase 2 – March 2022"]),
        ("Bronze – Q1 2021/22\nSilver – Q4 2021/22", ["Bronze – Q1 2021/22", "Silver – Q4 2021/22"]),
        ("• Draft – May 2024\n• Final – July 2024", ["Draft – May 2024", "Final – July 2024"]),
        ("- May 2024\n- July 2024", ["May 2024", "July 2024"]),
        ("1. May 2024\n2. July 2024", ["May 2024", "July 2024"]),
        ("1) May 2024 2) July 2024", ["May 2024", "July 2024"]),
        ("o May 2024\no July 2024", ["May 2024", "July 2024"]),
        ("May 2024; then quarterly;", ["May 2024", "quarterly"]),
        ("August 2021 and then reviewed annually", ["August 2021", "reviewed annually"]),
        ("May 2024 (and then annually)", ["May 2024", "annually"]),
        ("Draft by May 2024. Final by July 2024.", ["Draft by May 2024.", "Final by July 2024."]),
        ("Draft by May 2024, final by July 2024", ["Draft by May 2024", "final by July 2024"]),
        ("Sep 24 - draft, Nov 24 - final", ["Sep 24 - draft", "Nov 24 - final"]),
        ("Sept Cabinet / Oct Council", ["Sept Cabinet", "Oct Council"]),
        ("Ongoing Further actions developed in 2021", ["Ongoing", "Further actions developed in 2021"]),
        ("May 2024 June 2024", ["May 2024", "June 2024"]),
        ("June and September 2024", ["June", "September 2024"]),
        ("Draft policy\nMay 2024\nFinal policy\nJuly 2024", ["Draft policy\nMay 2024", "Final policy\nJuly 2024"]),
    ],
)
def test_several_deadlines(text: str, entries: list[str]) -> None:
    assert [deadline.text for deadline in parse_deadlines(text)] == entries


@pytest.mark.parametrize(
    "text",
    [
        "September\n2023",
        "November 2021 –\nMarch 2022",
        "November 2021\n– March 2022",
        "Ongoing for duration of the redevelopme\nnt programme",
        "Strategy to be agreed at\nCabinet, March 2025",
        "July 2023 and ongoing",
        "July 2023\nand ongoing",
        "TBC\n(March 2023?)",
        "2020-21 and annually until programme complete",
        "June and July 2024",
        "Ongoing (review in March 2025)",
        "3 years - (review, submission and adoption may not be possible before 2021)",
        "2022/23 for 2023/24 budget",
        "was March 2024, now June 2024",
        "Half-yearly (April, October)",
    ],
)
def test_one_deadline(text: str) -> None:
    (deadline,) = parse_deadlines(text)
    assert deadline.text == text


def test_the_year_of_a_list_stands_at_its_end() -> None:
    assert [deadline.edtf for deadline in parse_deadlines("March, June and October 2024")] == [
        "2024-03",
        "2024-06",
        "2024-10",
    ]


def test_spans_are_of_the_text_as_given() -> None:
    text = "  • May\u00a02024 \n • Ongo\u00ading  "
    assert [text[slice(*deadline.span)] for deadline in parse_deadlines(text)] == ["May\u00a02024", "Ongo\u00ading"]
