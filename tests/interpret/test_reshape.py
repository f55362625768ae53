"""Tables with columns for periods or partners, and with labelled lines in a column, read from web pages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from actionplan_extract.errors import NoPlanFound
from actionplan_extract.pipeline import extract_bytes
from actionplan_extract.schema import ActionPlan

LEADS = ("Head of Highways", "Head of Transport")


def plan(*rows: Sequence[str], title: str = "Cycling action plan") -> ActionPlan:
    cells = (cells[1:] if cells[0] == "<td>" else [f"<td>{cell}</td>" for cell in cells] for cells in rows)
    table = "".join(f"<tr>{''.join(row)}</tr>" for row in cells)
    page = f"<html><body><h1>{title}</h1><p>Of the council.</p><table>{table}</table></body></html>"
    return extract_bytes(page.encode(), "plan.html").plan


def told(read: ActionPlan) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each action with its deadlines' first and last day."""
    actions = (action for recommendation in read.recommendations for action in recommendation.actions)
    return [(a.text, [(str(d.earliest), str(d.latest)) for d in a.deadlines]) for a in actions]


class TestTicks:
    def test_say_when(self) -> None:
        read = plan(
            ["Action", "Lead", "Q1 2025/26", "Q2 2025/26"],
            ["Paint the lanes", "Head of Roads", "✓", ""],
            ["Count the cyclists", "Transport Planner", "", "x"],
        )
        assert told(read) == [
            ("Paint the lanes", [("2025-04-01", "2025-06-30")]),
            ("Count the cyclists", [("2025-07-01", "2025-09-30")]),
        ]

    def test_side_by_side_are_a_range_and_apart_are_several(self) -> None:
        read = plan(
            ["Action", "Lead", "2025/26", "2026/27", "2027/28", "2028/29"],
            ["Paint the lanes", "Head of Roads", "•", "•", "", "•"],
            ["Count the cyclists", "Transport Planner", "", "", "•", ""],
        )
        assert told(read)[0][1] == [("2025-04-01", "2027-03-31"), ("2028-04-01", "2029-03-31")]

    def test_take_the_year_from_above(self) -> None:
        years = ["<td>", "<td></td><td></td>", '<td colspan="2">2025/26</td>']
        read = plan(
            years,
            ["Action", "Lead", "Q3", "Q4"],
            ["Paint the lanes", "Head of Roads", "", "✔"],
            ["Count the cyclists", "Transport Planner", "✔", ""],
        )
        assert [when for _, when in told(read)] == [[("2026-01-01", "2026-03-31")], [("2025-10-01", "2025-12-31")]]

    def test_may_be_colours(self) -> None:
        bar = '<td style="background:#336699"></td>'
        read = plan(
            ["Action", "Lead", "Q1 2025/26", "Q2 2025/26"],
            ["<td>", "<td>Paint the lanes</td><td>Head of Roads</td>", bar, bar],
            ["<td>", "<td>Count the cyclists</td><td>Transport Planner</td><td></td>", bar],
        )
        assert [when for _, when in told(read)] == [[("2025-04-01", "2025-09-30")], [("2025-07-01", "2025-09-30")]]

    def test_stripes_are_no_ticks(self) -> None:
        stripe = '<td style="background:#eeeeee">{}</td>'
        striped = ["<td>", *map(stripe.format, ["Paint the lanes", "Head of Roads", "March 2026", "", ""])]
        read = plan(
            ["Action", "Lead", "By when", "2024/25", "2025/26"], striped, ["Count", "Planner", "May 2026", "", ""]
        )
        assert [when for _, when in told(read)] == [[("2026-03-01", "2026-03-31")], [("2026-05-01", "2026-05-31")]]


class TestTextsBelowPeriods:
    ROWS = (
        ["Aim", "Year 1 (2025/26)", "Year 2 (2026/27)"],
        ["Safer streets", "Install cameras at the school gates", "Review the speed limits in villages"],
        ["Fewer cars", "Launch a car club in the centre", ""],
    )

    def test_are_actions_in_them(self) -> None:
        assert told(plan(*self.ROWS)) == [
            ("Install cameras at the school gates", [("2025-04-01", "2026-03-31")]),
            ("Review the speed limits in villages", [("2026-04-01", "2027-03-31")]),
            ("Launch a car club in the centre", [("2025-04-01", "2026-03-31")]),
        ]

    def test_stand_below_what_their_row_names(self) -> None:
        assert [(r.heading or r.text, len(r.actions)) for r in plan(*self.ROWS).recommendations] == [
            ("Safer streets", 2),
            ("Fewer cars", 1),
        ]

    def test_one_for_each_item_of_a_list(self) -> None:
        listed = "<ul><li>Open a workshop</li><li>Train ten mechanics</li></ul>"
        read = plan(["", "Now (by March 2026)", "Next (by March 2027)"], ["Repairs", listed, "Publish a map of pumps"])
        assert [text for text, _ in told(read)] == ["Open a workshop", "Train ten mechanics", "Publish a map of pumps"]

    @pytest.mark.parametrize("nothing", ["–", "-", "—", "...", "- -"])
    def test_are_none_where_a_dash_says_so(self, nothing: str) -> None:
        rows = [[cell or nothing for cell in row] for row in self.ROWS]
        assert told(plan(*rows)) == told(plan(*self.ROWS))

    def test_may_stand_beside_a_theme_with_who_leads_it(self) -> None:
        led = [
            self.ROWS[0],
            *([f"{row[0]}<br>Lead: {who}", *row[1:]] for row, who in zip(self.ROWS[1:], LEADS, strict=True)),
        ]
        read = plan(*led)
        assert [r.heading for r in read.recommendations] == ["Safer streets", "Fewer cars"]
        assert [[owner.text for owner in (r.owners or r.actions[0].owners)] for r in read.recommendations] == [
            [who] for who in LEADS
        ]
        assert [owner.text for owner in read.recommendations[0].owners] == [LEADS[0]]  # of two actions
        assert told(read) == told(plan(*self.ROWS))

    def test_no_word_is_lost(self) -> None:
        table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in self.ROWS)
        page = f"<html><body><h1>Cycling action plan</h1><table>{table}</table></body></html>"
        assert extract_bytes(page.encode(), "plan.html").words_kept == 1.0

    @pytest.mark.parametrize(
        "rows",
        [
            [["Measure", "2024/25", "2025/26"], ["Miles of lane", "Reach 20 by the end", "Reach 30 by the end"]],
            [["Project", "2024/25", "2025/26"], ["Lanes", "£20,000", "£30,000"]],
        ],
        ids=["what is measured", "what is spent"],
    )
    def test_others_are_no_actions(self, rows: Sequence[Sequence[str]]) -> None:
        with pytest.raises(NoPlanFound):
            plan(*rows, *rows[1:], title="Cycling in figures")


class TestPartnersSideBySide:
    def test_have_a_row_each(self) -> None:
        read = plan(
            ["Aim", "The council will", "Lead", "Date", "The college will", "Lead", "Date"],
            ["Skills", "Fund a course", "Skills Officer", "May 2026", "Teach it twice", "Dean of Arts", "June 2026"],
            ["Jobs", "Host a fair", "Jobs Officer", "July 2026", "", "", ""],
        )
        assert told(read) == [
            ("Fund a course", [("2026-05-01", "2026-05-31")]),
            ("Teach it twice", [("2026-06-01", "2026-06-30")]),
            ("Host a fair", [("2026-07-01", "2026-07-31")]),
        ]

    def test_two_dates_of_one_action_stay_its_own(self) -> None:
        read = plan(["Action", "Lead", "Date", "Date"], ["Fund a course", "Skills Officer", "May 2026", "June 2026"])
        assert [len(when) for _, when in told(read)] == [2]


class TestLabelledLinesInAColumn:
    HEAD = ("No.", "Recommendation", "Management response")

    def rows(self, *responses: str) -> list[list[str]]:
        return [[str(n), f"The council should do thing {n}.", text] for n, text in enumerate(responses, 1)]

    def test_become_who_and_when(self) -> None:
        read = plan(
            self.HEAD,
            *self.rows(
                "Agreed. We will count the bikes.<br>Responsible officer: Head of Roads<br>Date: May 2026",
                "Agreed. We will paint the lanes.<br>Responsible officer: Transport Planner<br>Date: June 2026",
            ),
        )
        assert told(read) == [
            ("Agreed. We will count the bikes.", [("2026-05-01", "2026-05-31")]),
            ("Agreed. We will paint the lanes.", [("2026-06-01", "2026-06-30")]),
        ]
        owners = [owner.role for r in read.recommendations for a in r.actions for owner in a.owners]
        assert owners == ["Head of Roads", "Transport Planner"]

    def test_several_in_a_cell_are_several_actions(self) -> None:
        two = "".join(
            f"<p>Action: Count {n}</p><p>Owner: Head of {n}</p><p>When: May 2026</p>" for n in ("Cars", "Bikes")
        )
        one = "<p>Action: Paint lanes</p><p>Owner: Head of Roads</p><p>When: June 2026</p>"
        read = plan(self.HEAD, *self.rows(two, one))
        assert [[action.text for action in r.actions] for r in read.recommendations] == [
            ["Count Cars", "Count Bikes"],
            ["Paint lanes"],
        ]

    def test_a_single_one_is_part_of_its_text(self) -> None:
        read = plan(
            [*self.HEAD, "Lead", "By when"],
            ["1", "Do it.", "We will: act.<br>Lead: see right", "Head of Roads", "May 2026"],
            ["2", "Do more.", "We will act again.", "Head of Roads", "June 2026"],
            ["3", "Do most.", "We will act thrice.", "Head of Roads", "July 2026"],
        )
        assert [len(r.actions) for r in read.recommendations] == [1, 1, 1]


class TestRowsBelow:
    HEADER = ("Action", "Lead", "By when")
    LANES = ("Paint the lanes", "Head of Roads", "May 2026")
    RACKS = ("Put up forty racks", "Transport Planner", "June 2026")

    @staticmethod
    def across(text: str) -> Sequence[str]:
        return ["<td>", f'<td colspan="3">{text}</td>']

    def test_say_how_far_the_action_above_has_got(self) -> None:
        rows = self.LANES, self.across("Update: two miles are done."), self.RACKS, self.across("Update: none yet.")
        read = plan(self.HEADER, *rows)
        assert told(read) == [
            (self.LANES[0], [("2026-05-01", "2026-05-31")]),
            (self.RACKS[0], [("2026-06-01", "2026-06-30")]),
        ]
        progress = [[note.text for note in action.progress] for action in read.recommendations[0].actions]
        assert progress == [["two miles are done."], ["none yet."]]

    def test_may_be_missing(self) -> None:
        read = plan(self.HEADER, self.LANES, self.RACKS, self.across("Progress: ten racks are up."))
        progress = [[note.text for note in action.progress] for action in read.recommendations[0].actions]
        assert progress == [[], ["ten racks are up."]]

    def test_may_hold_several_labels(self) -> None:
        rows = self.LANES, self.across("Cost: £9,000 | Outcome: fewer falls"), self.RACKS
        read = plan(self.HEADER, *rows, self.across("Cost: nil | Outcome: fewer thefts"))
        found = [(action.resources, action.outcome) for action in read.recommendations[0].actions]
        assert found == [("£9,000", "fewer falls"), ("nil", "fewer thefts")]

    def test_are_not_headings_above_rows(self) -> None:
        outcomes = self.across("Outcome: safer rides"), self.across("Outcome: more rides")
        read = plan(self.HEADER, outcomes[0], self.LANES, outcomes[1], self.RACKS)
        assert [len(each.actions) for each in read.recommendations] == [1, 1]
        later = plan(self.HEADER, self.LANES, self.RACKS, self.LANES, outcomes[1], self.RACKS)
        assert not any(action.outcome for each in later.recommendations for action in each.actions)


class TestThemes:
    ITEMS = ("Paint the lanes (Head of Roads, May 2026)", "Put up racks (Transport Planner, June 2026)")
    OTHERS = ("Teach in six schools (Safety Officer, July 2026)", "Lend bikes to staff (HR Manager, August 2026)")

    @staticmethod
    def listed(items: Sequence[str]) -> str:
        return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"

    def test_stand_over_lists_that_say_who_and_when(self) -> None:
        read = plan(["Streets", "Working people"], [self.listed(self.ITEMS), self.listed(self.OTHERS)])
        assert [(each.heading, len(each.actions)) for each in read.recommendations] == [
            ("Streets", 2),
            ("Working people", 2),
        ]
        assert [text for text, _ in told(read)] == [
            "Paint the lanes",
            "Put up racks",
            "Teach in six schools",
            "Lend bikes to staff",
        ]
        owners = [owner.text for each in read.recommendations for action in each.actions for owner in action.owners]
        assert owners == ["Head of Roads", "Transport Planner", "Safety Officer", "HR Manager"]
        assert told(read)[3][1] == [("2026-08-01", "2026-08-31")]

    def test_may_have_a_row_for_each_item_and_a_title(self) -> None:
        title = ["<td>", '<td colspan="2">What we will do</td>']
        read = plan(title, ["Streets", "Working people"], *zip(self.ITEMS, self.OTHERS, strict=True))
        assert [(each.heading, len(each.actions)) for each in read.recommendations] == [
            ("Streets", 2),
            ("Working people", 2),
        ]

    def test_are_none_over_mere_lists(self) -> None:
        with pytest.raises(NoPlanFound):
            plan(
                ["Streets", "Schools"],
                [self.listed(["Paint", "Racks"]), self.listed(["Lessons", "Bikes"])],
                title="Bikes",
            )


def test_a_task_with_a_date_of_its_own_beside_its_timescale_is_no_header_of_periods() -> None:
    read = plan(
        ["Ref", "Action", "Timescale"],
        ["1", "Review the bus lanes", "Ongoing"],
        ["2", "Set out options for a tram by 2028", "February 2027"],
        ["3", "Review the cycle lanes with riders", "May 2026"],
    )
    assert [text for text, _ in told(read)] == [
        "Review the bus lanes",
        "Set out options for a tram by 2028",
        "Review the cycle lanes with riders",
    ]
