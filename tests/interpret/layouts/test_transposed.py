"""Cards that stand in columns, boxes of one cell, and tables of two columns without a header."""

from __future__ import annotations

import pytest

from actionplan_extract.errors import NoPlanFound
from actionplan_extract.pipeline import extract_bytes
from actionplan_extract.schema import ActionPlan


def read(name: str, *lines: str) -> ActionPlan:
    return extract_bytes("\n".join(lines).encode(), name).plan


def rows(plan: ActionPlan) -> list[tuple[str | None, str, str, str, str]]:
    """Each action with its recommendation's number, its theme, its owners and deadlines."""
    return [
        (
            each.number,
            action.group or each.heading or "",
            action.text,
            "; ".join(owner.text for owner in action.owners or each.owners),
            "; ".join(deadline.text for deadline in action.deadlines),
        )
        for each in plan.recommendations
        for action in each.actions
    ]


COLUMNS = (
    "Recommendation,1,2",
    "What the peers said,Lend more boats.,Mend the lock gates.",
    "What we will do,Buy four boats.,Hire divers.",
    "Lead officer,Head of Leisure,Chief Executive",
    "By when,May 2025,Ongoing",
)


@pytest.mark.parametrize("name", ["plan.csv", "plan.tsv", "plan.md", "plan.html"])
def test_a_recommendation_a_column(name: str) -> None:
    lines = [line.split(",") for line in COLUMNS]
    if name.endswith(".html"):
        cells = ("".join(f"<td>{cell}</td>" for cell in line) for line in lines)
        text = ["<table>", *(f"<tr>{row}</tr>" for row in cells), "</table>"]
    elif name.endswith(".md"):
        text = ["| | | |", "|---|---|---|", *(f"| {' | '.join(line)} |" for line in lines)]
    else:
        text = [("," if name.endswith(".csv") else "\t").join(line) for line in lines]
    plan = read(name, *text)
    assert [each.text for each in plan.recommendations] == ["Lend more boats.", "Mend the lock gates."]
    assert rows(plan) == [
        ("1", "", "Buy four boats.", "Head of Leisure", "May 2025"),
        ("2", "", "Hire divers.", "Chief Executive", "Ongoing"),
    ]


@pytest.mark.parametrize("label", ["Venture", "Piece of work", "Canal"])
def test_an_action_a_column_whatever_its_label(label: str) -> None:
    lines = (
        f"{label},Lend more boats by the hour,Mend the lock gates,Dredge the basin",
        "Lead officer,Head of Leisure,Chief Engineer,Head of Parks",
        "Cost,£400,£90,£7",
        "Complete by,May 2025,June 2025,July 2026",
    )
    assert [row[2:] for row in rows(read("plan.csv", *lines))] == [
        ("Lend more boats by the hour", "Head of Leisure", "May 2025"),
        ("Mend the lock gates", "Chief Engineer", "June 2025"),
        ("Dredge the basin", "Head of Parks", "July 2026"),
    ]


TWO = [
    ("", "Boats", ""),
    ("", "Buy four boats for hire by the hour.", "May 2025"),
    ("", "Teach those who hire them to turn around.", "Ongoing"),
    ("", "Locks", ""),
    ("", "Hire divers to look at the lower gates.", "30 June 2025"),
]
SAID = [
    (None, "Boats", "Buy four boats for hire by the hour.", "", "May 2025"),
    (None, "Boats", "Teach those who hire them to turn around.", "", "Ongoing"),
    (None, "Locks", "Hire divers to look at the lower gates.", "", "30 June 2025"),
]


def test_two_columns_without_a_header_below_themes() -> None:
    web = [f"<tr><td>{a}</td><td>{b}</td></tr>" if b else f"<tr><td colspan=2>{a}</td></tr>" for _, a, b in TWO]
    assert rows(read("plan.html", "<h1>Improvement plan</h1><table>", *web, "</table>")) == SAID
    aligned = [f"{a:60}{b}".rstrip() + "\n" for _, a, b in TWO]
    assert rows(read("plan.txt", "Canal action plan\n", *aligned)) == SAID


@pytest.mark.parametrize(
    "names",
    [
        ("Planning Committee", "Overview and Scrutiny Committee", "Council"),
        ("Garden Waste, North Streets", "Garden Waste, South Streets", "Bulky Waste"),
    ],
)
def test_a_calendar_of_two_columns_is_no_plan(names: tuple[str, ...]) -> None:
    web = [f"<tr><td>{name}</td><td>{day} May 2025</td></tr>" for day, name in enumerate(names, 10)]
    with pytest.raises(NoPlanFound):
        read("calendar.html", "<table>", *web, "</table>")


TASKS = ("Review the fees for moorings", "Publish a map of the locks", "Anglers and boaters meet each spring")
EVENTS = ("Guided walk along the river with the warden", "Music in the park by the town band", "Open day at the lock")


def test_without_a_word_of_a_plan_the_rows_must_begin_as_tasks_do() -> None:
    tasks, events = (
        [f"<tr><td>{text}</td><td>{day} May 2025</td></tr>" for day, text in enumerate(texts, 10)]
        for texts in (TASKS, EVENTS)
    )
    assert [row[2] for row in rows(read("plan.html", "<table>", *tasks, "</table>"))] == list(TASKS)
    with pytest.raises(NoPlanFound):
        read("events.html", "<h1>What is on</h1><table>", *events, "</table>")


@pytest.mark.parametrize(
    ("opening", "between", "closing"),
    [("<table><tr><td><p>", "</p><p>", "</p></td></tr></table>"), ("<div><p>", "</p><p>", "</p></div>")],
)
def test_a_box_a_recommendation(opening: str, between: str, closing: str) -> None:
    boxes = (
        ("Recommendation 1: Lend more boats.", "Action: Buy four boats.", "Lead: Head of Leisure", "When: May 2025"),
        ("Recommendation 2: Mend the lock.", "Action: Hire divers.", "Lead: Chief Executive", "When: Ongoing"),
    )
    plan = read("plan.html", *(opening + between.join(box) + closing for box in boxes))
    assert rows(plan) == [
        ("1", "", "Buy four boats.", "Head of Leisure", "May 2025"),
        ("2", "", "Hire divers.", "Chief Executive", "Ongoing"),
    ]


def test_a_quoted_box_in_markdown() -> None:
    boxes = (
        "> **Recommendation 1: Lend more boats.**\n>\n> **Action:** Buy boats.  \n> **When:** May 2025\n",
        "> **Recommendation 2: Mend the lock.**\n>\n> **Action:** Hire divers.  \n> **When:** Ongoing\n",
    )
    assert [row[2:] for row in rows(read("plan.md", *boxes))] == [
        ("Buy boats.", "", "May 2025"),
        ("Hire divers.", "", "Ongoing"),
    ]


LISTS = """
Recommendation {n}: {text}

Actions

1. Buy four boats.
2. Paint them.

Timescales

1. May 2025
2. Ongoing
"""


def test_lists_below_labels_pair_by_order() -> None:
    plan = read("plan.txt", *(LISTS.format(n=n, text=text) for n, text in enumerate(("Lend boats.", "Mend boats."), 1)))
    assert [(row[0], *row[2:]) for row in rows(plan)] == [
        (number, text, "", when)
        for number in ("1", "2")
        for text, when in (("Buy four boats.", "May 2025"), ("Paint them.", "Ongoing"))
    ]
    assert [action.number for each in plan.recommendations for action in each.actions] == ["1", "2"] * 2


def test_a_name_on_the_line_below_a_label_is_not_lost() -> None:
    block = (
        "Recommendation {}: Lend boats.\nAction: Buy some.\nLead: Head of Leisure\nChief Executive\nWhen: May 2025\n"
    )
    plan = read("plan.txt", block.format(1), block.format(2))
    assert [row[3] for row in rows(plan)] == ["Head of Leisure; Chief Executive"] * 2


def test_a_contact_below_the_blocks_is_no_owner() -> None:
    block = "Recommendation {}: Lend boats.\nAction: Buy some.\nOwner: Head of Leisure\nWhen: May 2025\n"
    plan = read("plan.txt", block.format(1), block.format(2), "Contact: policy team, 01234 567890")
    assert [row[3] for row in rows(plan)] == ["Head of Leisure"] * 2


def test_a_register_is_no_plan() -> None:
    with pytest.raises(NoPlanFound):
        read(
            "list.csv",
            "Reference,Proposal,Address,Received,Officer,Decision",
            "25/001,Loft conversion with dormer,4 Mill Lane,3 March 2025,J. Hart,Pending",
            "25/002,Single storey rear extension,9 High Street,5 March 2025,J. Hart,Approved",
        )


def test_bare_numbers_that_count_up_number_headings() -> None:
    table = "<table><tr><th>Action</th><th>When</th></tr><tr><td>Buy {}.</td><td>May 2025</td></tr></table>"
    plan = read("plan.html", *(f"<h2>{n} {t}</h2>" + table.format(t) for n, t in enumerate(("Boats", "Rope"), 1)))
    assert [(each.number, each.heading) for each in plan.recommendations] == [("1", "Boats"), ("2", "Rope")]
