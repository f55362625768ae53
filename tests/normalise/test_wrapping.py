from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from actionplan_extract.normalise.owner import WRAP, read_owners
from actionplan_extract.normalise.owner.segmentation import cheapest_runs

from ..growth import grows_in_step

CELLS = Path(__file__).with_name("wrapped_owners.txt").read_text(encoding="utf-8").splitlines()
"""Each the paragraphs of a cell, parted by "|"; the owners in it behind "=>" where those are not the paragraphs."""


def wrapped(paragraphs: Sequence[str], width: int, wrap: str) -> str:
    """The paragraphs in a column of so many characters; where the next word had no room, none can tell an end."""
    lines: list[list[str]] = [[]]
    text = ""
    for paragraph in paragraphs:
        for place, word in enumerate(paragraph.split()):
            has_room = len(" ".join([*lines[-1], word])) <= width
            if place and has_room:
                lines[-1].append(word)
                text += " " + word
                continue
            text += ("\n" if has_room else wrap) * bool(text) + word
            lines.append([word])
    return text


def owners(text: str) -> list[str]:
    return [owner.text for owner, _ in read_owners(text).owners]


@pytest.mark.parametrize("wrap", [WRAP, "\n"])
@pytest.mark.parametrize("width", [10, 13, 16, 20])
@pytest.mark.parametrize("cell", CELLS)
def test_owners_are_the_same_however_narrow_the_column(cell: str, width: int, wrap: str) -> None:
    printed, _, behind = cell.partition(" => ")
    paragraphs = printed.split("|")
    assert owners(wrapped(paragraphs, width, wrap)) == (behind.split("; ") if behind else paragraphs)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Executive", "Director,", "Place", "Assistant", "Director, Asset", "Management"], 2),
        (["Head of", "Safeguarding", "Principal Social", "Worker", "Participation", "Team"], 3),
        (["Housing", "Strategy"], 1),
        (["Voluntary", "and", "Community", "Sector"], 1),
        (["Cllrs Smith", "Jones", "Brown"], 3),
        (["Helen Davies", "(Head of", "Finance)", "Robert Lewis", "(Audit Manager)"], 2),
    ],
)
def test_lines_of_a_page_are_cut_by_all_of_them(lines: list[str], expected: int) -> None:
    assert len(owners(WRAP.join(lines))) == expected


def test_running_text_is_not_cut_where_a_column_wraps_it() -> None:
    lines = [
        "The panel has a budget of its",
        "own and is led by the",
        "Housing Manager",
        "who reports to",
        "Cabinet Team",
    ]
    assert len(owners(WRAP.join(lines))) == 1


def runs(text: str) -> list[str]:
    """The runs of the words of a text, where "a b c" is an owner and other words are none."""
    words = text.split()
    cost = {"a b c": 1.0}
    found = cheapest_runs(len(words), lambda first, last: cost.get(" ".join(words[first:last]), 7.0), lambda at: 0.0)
    return [" ".join(words[first:last]) for first, last in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a b c a b c", ["a b c", "a b c"]),
        ("x a b c", ["x a b c"]),
        ("a b x a b c", ["a b x a b c"]),
        ("a", ["a"]),
    ],
)
def test_runs_cost_the_least(text: str, expected: list[str]) -> None:
    assert runs(text) == expected


def test_words_that_name_no_owner_stay_together() -> None:
    text = "x / " * 29 + "x"
    assert [owner.text for owner, _ in read_owners(text).owners] == [text]


@pytest.mark.parametrize("text", ["Housing\v", "Head of\vPlanning\n", "x and\vy\v", "(a\v"])
def test_work_grows_in_step_with_the_lines(text: str) -> None:
    assert grows_in_step(lambda times: read_owners(text * times), 50)
