"""Items of running text beside the tables of a plan."""

from __future__ import annotations

from dataclasses import replace

from actionplan_extract.interpret import interpret
from actionplan_extract.tabulate import tabulate

from ..helpers import SENSES, dates, text_of
from .prose import document

TABLE = "# Plan\n\n## Part A\n\n| Action | Lead | When |\n|---|---|---|\n| Build homes | Head of Housing | May 2024 |\n"
TASKS = replace(SENSES, is_task=lambda text: text.startswith(("Buy", "Sell", "Build")))


def told(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    held = document(TABLE + text)
    parts = interpret(held, tabulate(held), TASKS).recommendations
    return [(str(part.heading), [(text_of(a.paragraphs), dates(a)) for a in part.actions]) for part in parts]


def test_a_list_below_a_table_is_part_of_the_plan() -> None:
    items = "\n## Part B\n\n- Buy buses (Head of Fleet – June 2024)\n- Sell cars (Head of Fleet – July 2024)\n"
    assert told(items)[1:] == [("Part B", [("Buy buses", "June 2024"), ("Sell cars", "July 2024")])]


def test_lists_that_report_or_leave_out_who_or_when_are_none() -> None:
    done = "\n## Annex\n\n- We met (Head of Fleet – June 2023)\n- We asked (Head of Fleet – July 2023)\n"
    undated = "\n## Annex\n\n- Buy buses (Head of Fleet – June 2024)\n- Sell cars (Head of Fleet)\n"
    assert [len(told(text)) for text in (done, undated)] == [1, 1]
