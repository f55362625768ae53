"""Tasks with lines beside them that say nothing but who and when, without labels."""

from __future__ import annotations

import pytest

from actionplan_extract.errors import NoPlanFound

from .prose import read_text, told

TITLE = "# Transport action plan\n\nWe thank the panel.\n\n"
BELOW = {
    "line": "Head of Fleet · May 2024",
    "dash": "Head of Fleet – May 2024",
    "lines": "Head of Fleet\n\nMay 2024",
    "date first": "May 2024\n\nHead of Fleet",
}


@pytest.mark.parametrize("form", BELOW)
@pytest.mark.parametrize("tasks", [("Buy buses.", "Sell cars."), ("## Buy buses", "## Sell cars")])
def test_who_and_when_stand_on_lines_below_each(form: str, tasks: tuple[str, str]) -> None:
    text = TITLE + "\n\n".join(f"{task}\n\n{BELOW[form]}" for task in tasks)
    expected = [("", task.strip("# "), "Head of Fleet", "May 2024") for task in tasks]
    assert [action for _, _, actions in told(text) for action in actions] == expected


def test_headings_above_tasks_group_them() -> None:
    first, second = (f"## {name}\n\n{task}\n\nHead of Fleet · May 2024\n\n" for name, task in GROUPS)
    assert [(row[1], row[2][0][1]) for row in told(TITLE + first + second)] == list(GROUPS)


GROUPS = (("Roads", "Buy buses."), ("Rails", "Sell trains."))


def test_a_date_may_stand_above_and_a_name_below() -> None:
    text = "\n\n".join([TITLE, "April 2024", "Buy buses", "Head of Fleet", "May 2025", "Sell cars", "Head of Roads"])
    assert [action for _, _, actions in told(text) for action in actions] == [
        ("", "Buy buses", "Head of Fleet", "April 2024"),
        ("", "Sell cars", "Head of Roads", "May 2025"),
    ]


def test_what_ends_the_document_is_not_told_of_the_last_task() -> None:
    text = f"{TITLE}Buy buses.\n\nHead of Fleet · May 2024\n\nSell cars.\n\nHead of Roads · June 2024\n\nJuly 2024\n"
    assert told(text)[0][2][1] == ("", "Sell cars.", "Head of Roads", "June 2024")


@pytest.mark.parametrize(
    "text",
    [
        "# Minutes\n\nThe panel met.\n\nHead of Fleet\n\nMay 2024\n\nIt rained.\n\nHead of Roads\n\nJune 2024\n",
        "# Letter\n\nBuy buses.\n\nHead of Fleet\n\nMay 2024\n",
    ],
    ids=["no tasks", "one signature"],
)
def test_signatures_of_other_texts_are_no_plan(text: str) -> None:
    with pytest.raises(NoPlanFound):
        read_text(text)
