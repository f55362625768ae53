"""Plans in tables, from grids to recommendations and actions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actionplan_extract.errors import NoPlanFound
from actionplan_extract.interpret import interpret
from actionplan_extract.model import ActionPart, Document, Grid, Page, RecommendationPart

from ..helpers import SENSES, cell, dates, grid, outline, read_plan, recommendations, row, text_of

HEADER = ["Ref", "Recommendation", "Action", "Lead Officer", "By when"]
LOG = ["Action", "Lead", "By when"]
BUSES = ["Buy buses.", "Head of Fleet", "March 2024"]
LANES = ["Paint bus lanes.", "Head of Roads", "April 2024"]
HOMES = ["Insulate homes.", "Head of Housing", "May 2024"]


def actions(*grids: Grid) -> list[ActionPart]:
    return [action for part in recommendations(*grids) for action in part.actions]


def owners(part: ActionPart | RecommendationPart) -> list[str]:
    return [owner.passage.text for owner in part.owners]


def extras(part: ActionPart | RecommendationPart) -> dict[str, str]:
    return {label.header: label.passage.text for label in part.extra}


def numbers(*grids: Grid) -> list[tuple[str, list[str]]]:
    """The number of each recommendation with those of its actions."""
    return [(str(part.number), [str(action.number) for action in part.actions]) for part in recommendations(*grids)]


# --- which rows are one recommendation --------------------------------------------------------


def test_each_row_with_a_recommendation_is_one() -> None:
    first, second = recommendations(grid(HEADER, ["1", "Move people.", *BUSES], ["2", "House people.", *HOMES]))
    assert (str(first.number), text_of(first.paragraphs), owners(first)) == ("1", "Move people.", ["Head of Fleet"])
    assert (str(second.number), dates(second.actions[0]), second.actions[0].alignment) == ("2", "May 2024", "own_cell")


@pytest.mark.parametrize(
    "below",
    [["", "", *LANES], ["1", "Move people.", *LANES], ["", "Move people.", *LANES]],
    ids=["blank cells", "number and text again", "text again"],
)
def test_rows_go_on_with_a_recommendation_that_is_blank_or_repeated(below: list[str]) -> None:
    plan = grid(HEADER, ["1", "Move people.", *BUSES], below, ["2", "House people.", *HOMES])
    assert outline(plan) == [
        ("Move people.", [("Buy buses.", "March 2024"), ("Paint bus lanes.", "April 2024")]),
        ("House people.", [("Insulate homes.", "May 2024")]),
    ]
    assert [owners(action) for action in actions(plan)[:2]] == [["Head of Fleet"], ["Head of Roads"]]


def test_a_merged_recommendation_holds_its_rows_together() -> None:
    number, text = cell("1", 1, 0, rows=2), cell("Move people.", 1, 1, rows=2)
    plan = grid(HEADER, [number, text, *BUSES], [number, text, *LANES], ["2", "House people.", *HOMES])
    assert [len(part.actions) for part in recommendations(plan)] == [2, 1]


def test_merged_owners_and_timescales_serve_every_action() -> None:
    number, text = cell("1", 1, 0, rows=2), cell("Move people.", 1, 1, rows=2)
    lead, when = cell("Head of Fleet", 1, 3, rows=2), cell("March 2024", 1, 4, rows=2)
    (part,) = recommendations(
        grid(HEADER, [number, text, "Buy buses.", lead, when], [number, text, "Paint lanes.", lead, when])
    )
    assert owners(part) == ["Head of Fleet"]
    assert [(dates(action), action.alignment) for action in part.actions] == [("March 2024", "shared")] * 2


def test_two_recommendations_of_the_same_words_are_two_where_their_numbers_differ() -> None:
    assert len(recommendations(grid(HEADER, ["1", "See section 4.", *BUSES], ["2", "See section 4.", *HOMES]))) == 2


# --- headings ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rows",
    [
        [["Transport", "", ""], BUSES, LANES, ["Homes", "", ""], HOMES],
        [[cell("Transport", 1, 0, columns=3)] * 3, BUSES, LANES, [cell("Homes", 4, 0, columns=3)] * 3, HOMES],
    ],
    ids=["text", "merged"],
)
def test_a_band_across_the_table_is_the_recommendation_where_no_column_is(rows: list[list[str]]) -> None:
    assert outline(grid(LOG, *rows)) == [
        ("Transport", [("Buy buses.", "March 2024"), ("Paint bus lanes.", "April 2024")]),
        ("Homes", [("Insulate homes.", "May 2024")]),
    ]


def test_section_rows_of_an_upper_level_are_recommendations() -> None:
    header = ["Ref", *LOG]
    plan = grid(header, ["1.0", "Transport", "", ""], ["1.1", *BUSES], ["2.0", "Homes", "", ""], ["2.1", *HOMES])
    assert numbers(plan) == [("1.0", ["1.1"]), ("2.0", ["2.1"])]
    assert [str(part.heading) for part in recommendations(plan)] == ["Transport", "Homes"]


@pytest.mark.parametrize("merged", [True, False])
def test_a_band_above_numbered_recommendations_is_the_theme_of_their_actions(merged: bool) -> None:
    def band(title: str, number: int) -> list[object]:
        return [cell(title, number, 0, columns=5)] * 5 if merged else [title, "", "", "", ""]

    plan = grid(
        HEADER, band("Moving", 1), ["1", "Move people.", *BUSES], band("Living", 3), ["2", "House people.", *HOMES]
    )  # type: ignore[arg-type]
    assert numbers(plan) == [("1", [""]), ("2", [""])]
    assert [str(action.group) for action in actions(plan)] == ["Moving", "Living"]


@pytest.mark.parametrize("below", ["", "Transport"])
def test_a_column_of_themes_groups_the_rows(below: str) -> None:
    plan = grid(["Theme", *LOG], ["Transport", *BUSES], [below, *LANES], ["Homes", *HOMES])
    assert [(heading, len(found)) for heading, found in outline(plan)] == [("Transport", 2), ("Homes", 1)]


def test_a_sentence_in_the_heading_column_is_text() -> None:
    (part,) = recommendations(
        grid(["Issue", *LOG], ["Buses do not run late enough for people who work shifts.", *BUSES])
    )
    assert str(part.heading) == ""
    assert text_of(part.paragraphs).startswith("Buses do not run")


def test_headings_above_the_tables_are_recommendations() -> None:
    plan = [
        grid(LOG, BUSES, above="# Transport"),
        grid(LOG, HOMES, above="# Homes", index=1),
        grid(LOG, LANES, index=2),
    ]
    assert [(heading, len(found)) for heading, found in outline(*plan)] == [("Transport", 1), ("Homes", 2)]


@pytest.mark.parametrize("heading", ["Transport – Lead AB", "Transport (Lead: AB)", "Transport - lead officer: AB"])
def test_a_lead_named_in_a_heading_is_the_owner(heading: str) -> None:
    plan = [grid(LOG, BUSES, above=f"# {heading}"), grid(LOG, HOMES, above="# Homes", index=1)]
    first, second = recommendations(*plan)
    assert (owners(first), owners(second)) == (["AB"], [])


LONG = "We will run enough buses for all who live in a village without a shop or a doctor to get to both by noon"


@pytest.mark.parametrize("above", [f"{LONG} (Lead: AB)", f"Corporate Objective 1: {LONG}", f"Pillar 2 – {LONG}"])
def test_a_long_line_above_a_table_is_its_heading_where_it_counts_or_names_a_lead(above: str) -> None:
    plan = [grid(LOG, BUSES, above=above), grid(LOG, HOMES, above="# Homes", index=1)]
    assert [len(found) for _, found in outline(*plan)] == [1, 1]
    assert LONG in outline(*plan)[0][0]
    assert owners(recommendations(*plan)[0]) == (["AB"] if "AB" in above else [])


def test_other_long_lines_above_a_table_are_none() -> None:
    assert len(recommendations(grid(LOG, BUSES, above=LONG), grid(LOG, HOMES, above="# Homes", index=1))) == 2
    assert [str(part.heading) for part in recommendations(grid(LOG, BUSES, above=LONG))] == [""]


def test_a_heading_with_only_subheadings_is_the_section_of_all_of_them() -> None:
    plan = [grid(LOG, BUSES, above="# Our plan\n## Transport"), grid(LOG, HOMES, above="## Homes", index=1)]
    assert [(str(part.heading), extras(part)) for part in recommendations(*plan)] == [
        ("Transport", {"section": "Our plan"}),
        ("Homes", {"section": "Our plan"}),
    ]


def test_a_table_that_nothing_groups_is_one_recommendation_of_its_title() -> None:
    assert [heading for heading, _ in outline(grid(LOG, BUSES, HOMES, above="# What we will do"))] == [
        "What we will do"
    ]


@pytest.mark.parametrize(
    ("text", "heading", "rest"),
    [
        ("<p><b>Money</b> Save more each year.</p>", "Money", "Save more each year."),
        ("Money\nSave more each year and say how.", "Money", "Save more each year and say how."),
        ("3. Money\nSave more each year and say how.", "Money", "Save more each year and say how."),
        ("Save more each year.\nSay how it is to be done.", "", "Save more each year.\nSay how it is to be done."),
        ("Save more each year", "", "Save more each year"),
    ],
)
def test_a_title_that_stands_apart_in_the_cell_is_the_heading(text: str, heading: str, rest: str) -> None:
    (part,) = recommendations(grid(HEADER[1:], [text, *BUSES]))
    assert (str(part.heading), text_of(part.paragraphs)) == (heading, rest)


# --- numbers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "rows", "expected"),
    [
        (HEADER, [["1", "Move people.", *BUSES], ["", "", *LANES]], [("1", ["", ""])]),
        (
            ["Recommendation", "Ref", *LOG],
            [["Move people.", "1.1", *BUSES], ["", "1.2", *LANES], ["House people.", "2.1", *HOMES]],
            [("", ["1.1", "1.2"]), ("", ["2.1"])],
        ),
        (["Ref", *LOG], [["A1", *BUSES], ["A2", *LANES]], [("", ["A1", "A2"])]),
        (
            ["Ref", "Recommendation", "Action no.", *LOG],
            [["1", "Move.", "a", *BUSES], ["", "", "b", *LANES]],
            [("1", ["a", "b"])],
        ),
        (HEADER[1:], [["R1: Move people.", *BUSES], ["R2: House people.", *HOMES]], [("R1", [""]), ("R2", [""])]),
        (LOG, [["1.1 Buy buses.", *BUSES[1:]], ["1.2 Paint lanes.", *LANES[1:]]], [("", ["1.1", "1.2"])]),
    ],
    ids=["of recommendations", "of actions", "of a log", "of both", "in the text", "in the action"],
)
def test_numbers_go_to_what_they_number(header: list[str], rows: list[list[str]], expected: object) -> None:
    assert numbers(grid(header, *rows)) == expected


# --- rows that a page cut ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("action", "rest", "whole"),
    [
        ("We will ask the people of", "every ward. We print it.", "We will ask the people of every ward. We print it."),
        ("We will:\n• ask\n• listen", "• act", "We will:\n• ask\n• listen\n• act"),
        ("We will:\n1. ask\n2. listen", "3. act", "We will:\n1. ask\n2. listen\n3. act"),
        ("We will ask.", "We will act.", "We will ask.\nWe will act."),
    ],
    ids=["sentence", "list", "numbered list", "paragraph"],
)
@pytest.mark.parametrize("lost", [False, True])
def test_a_row_cut_in_two_is_one_action(action: str, rest: str, whole: str, lost: bool) -> None:
    second = ["", "", rest] if lost else ["", "", rest, "", ""]
    first = grid(HEADER, ["1", "Move people.", action, *BUSES[1:]])
    plan = [first, grid(second, ["2", "House people.", *HOMES], index=1)]
    assert outline(*plan)[0] == ("Move people.", [(whole, "March 2024")])
    assert [notice.code for notice in read_plan(*plan).notices] == ["row_stitched"]


def test_a_recommendation_and_an_owner_cut_in_two_are_joined() -> None:
    first = grid(HEADER, ["1", "The council should do more to", "Buy buses and", "Head of Fleet and", "March 2024"])
    second = grid(["", "listen to people.", "run them.", "Waste", ""], ["2", "House people.", *HOMES], index=1)
    (part, _) = recommendations(first, second)
    assert text_of(part.paragraphs) == "The council should do more to listen to people."
    assert [text_of(action.paragraphs) for action in part.actions] == ["Buy buses and run them."]
    assert (owners(part) or owners(part.actions[0])) == ["Head of Fleet and Waste"]


def test_a_row_of_its_own_behind_a_page_break_is_no_rest() -> None:
    plan = [grid(HEADER, ["1", "Move people.", *BUSES]), grid(["", "", *LANES], index=1)]
    assert [text for text, _ in outline(*plan)[0][1]] == ["Buy buses.", "Paint bus lanes."]


def test_rows_of_a_log_with_blank_lines_between_stay_apart() -> None:
    rows = [
        grid(["Ref", *LOG], index=0),
        *(grid([f"A{n}", f"Do thing {n}", "Head of X", ""], index=n) for n in range(1, 4)),
    ]
    assert numbers(*rows) == [("", ["A1", "A2", "A3"])]


# --- what else a row holds --------------------------------------------------------------------


def test_a_dash_in_one_of_several_date_columns_is_no_deadline() -> None:
    (part,) = recommendations(
        grid(["Theme", "Action", "Start date", "End date"], ["Move", "Buy buses.", "–", "May 2024"])
    )
    assert [scale.milestone for scale in part.actions[0].timescales] == ["End date"]


def test_each_date_column_gives_a_deadline_and_its_header_is_the_milestone() -> None:
    header = ["Action", "Lead", "Start date", "End date", "Review date"]
    (action,) = actions(grid(header, ["Buy buses.", "Head of Fleet", "March 2024", "May 2024", "June 2025"]))
    assert [scale.milestone for scale in action.timescales] == ["Start date", "End date"]
    assert dates(action) == "March 2024 + May 2024"
    assert extras(action) == {"Review date": "June 2025"}


def test_columns_keep_to_their_fields() -> None:
    header = [*LOG, "RAG", "Progress", "Measure of success", "Cost", "Ward"]
    (action,) = actions(grid(header, [*BUSES, "Green", "Two bought.", "Ten buses", "£5m", "All"]))
    assert [status.passage.text for status in action.status] == ["Green"]
    assert [(label.header, label.passage.text) for label in action.progress] == [("Progress", "Two bought.")]
    assert (action.outcome.text, action.resources.text, extras(action)) == ("Ten buses", "£5m", {"Ward": "All"})


def test_a_status_may_be_a_colour_alone() -> None:
    (action,) = actions(grid([*LOG, "RAG"], [*BUSES, cell("", 1, 3, fill="#00ff00")]))
    assert [status.fill for status in action.status] == ["#00ff00"]


def test_officers_and_members_are_told_apart() -> None:
    header = ["Recommendation", "Action", "Lead Officer", "Lead Member", "By when"]
    (part,) = recommendations(
        grid(header, ["Move people.", "Buy buses.", "Head of Fleet", "Cllr A. Example", "May 2024"])
    )
    assert [(owner.passage.text, owner.hint) for owner in part.owners] == [
        ("Head of Fleet", "officer"),
        ("Cllr A. Example", "member"),
    ]


def test_an_owner_of_the_first_row_alone_is_the_recommendations() -> None:
    plan = grid(HEADER, ["1", "Move people.", *BUSES], ["", "", "Paint bus lanes.", "", "April 2024"])
    (part,) = recommendations(plan)
    assert (owners(part), [owners(action) for action in part.actions]) == (["Head of Fleet"], [[], []])


def test_points_of_a_summary_column_are_the_recommendations() -> None:
    header = ["Recommendation", "Summary", "Action", "Lead", "By when"]
    (part,) = recommendations(grid(header, ["Move people.", "➤ Run late ➤ Run often", *BUSES]))
    assert [paragraph.text for paragraph in part.summary] == ["Run late", "Run often"]


def test_a_cell_of_several_timescales_makes_several_actions() -> None:
    plan = grid(HEADER, ["1", "Move people.", "Buy buses.\nPaint lanes.", "Head of Fleet", "March 2024\nOngoing"])
    assert outline(plan) == [("Move people.", [("Buy buses.", "March 2024"), ("Paint lanes.", "Ongoing")])]


def test_uneven_timescales_are_noted() -> None:
    plan = grid(HEADER, ["1", "Move people.", "We buy.\nWe paint.\nWe run.", "Head of Fleet", "March 2024\nOngoing"])
    assert [notice.code for notice in read_plan(plan).notices] == ["deadlines_uneven"]
    assert {action.alignment for action in actions(plan)} == {"inferred"}


def test_a_row_without_a_timescale_is_an_action_still() -> None:
    plan = grid(["Ref", *LOG], ["1", *BUSES], ["2", "Sell the old vans", "Head of Fleet", ""], ["3", *HOMES])
    assert [action.alignment for action in actions(plan)] == ["own_cell", "none", "own_cell"]


def test_plans_of_several_tables_follow_each_other() -> None:
    plan = [grid(HEADER, ["1", "Move people.", *BUSES]), grid(["Task", "Owner", "Due"], HOMES, index=1)]
    parts = read_plan(*plan)
    assert [len(part.actions) for part in parts.recommendations] == [1, 1]
    assert [table.tables for table in parts.tables] == [(0,), (1,)]
    assert parts.layout == "rows"


def test_a_repeated_header_row_is_no_action() -> None:
    assert [text for text, _ in outline(grid(LOG, BUSES, LOG, HOMES))[0][1]] == ["Buy buses.", "Insulate homes."]


def test_a_document_without_a_plan_is_told() -> None:
    with pytest.raises(NoPlanFound):
        read_plan(grid(["Term", "Meaning"], ["LGA", "Local Government Association"]))


def test_every_word_of_a_row_is_somewhere() -> None:
    words = ["1", "Move people.", "Buy buses.", "Head of Fleet", "March 2024", "Late", "Cheap"]
    (part,) = recommendations(grid([*HEADER, "Notes", "Colour of ink"], words))
    assert {**extras(part), **extras(part.actions[0])} == {"Notes": "Late", "Colour of ink": "Cheap"}


def test_rows_may_follow_a_break_flag_of_their_own() -> None:
    broken = row("", "", "every day.", "", "", after_break=True)
    plan = grid(HEADER, ["1", "Move people.", "We will run buses", *BUSES[1:]], broken)
    assert outline(plan) == [("Move people.", [("We will run buses every day.", "March 2024")])]


def test_a_lead_below_a_heading_owns_what_stands_under_it() -> None:
    parts = recommendations(grid(LOG, BUSES, above="# Priority one: Finance\nLead: Director of Resources"))
    assert [(part.heading.text, [owner.passage.text for owner in part.owners]) for part in parts] == [
        ("Priority one: Finance", ["Director of Resources"])
    ]


@pytest.mark.parametrize("line", ["Version 2.3, August 2025", "v0.4", "Last updated: 3 May 2025", "Adopted March 2025"])
def test_a_line_about_the_document_itself_is_no_heading(line: str) -> None:
    (part,) = recommendations(grid(LOG, BUSES, above=line))
    assert str(part.heading) == ""


def test_a_heading_that_is_the_recommendation_gives_its_number() -> None:
    (part,) = recommendations(grid(LOG, BUSES, above="# Recommendation 1: Move people"))
    assert (part.number.text, part.heading.text) == ("1", "Move people")


def test_a_blank_theme_is_the_one_above() -> None:
    header = ["Theme", "Objective", "Action", "Lead", "By when"]
    rows = [
        ["Climate", "Net zero council", "Replace boilers.", "Head of Assets", "May 2024"],
        ["", "Net zero borough", "Lobby the region.", "Head of Policy", "May 2025"],
        ["People", "Kind workplaces", "Train managers.", "Head of People", "May 2026"],
    ]
    headings = [part.heading.text for part in recommendations(grid(header, *rows))]
    assert headings == ["Climate", "Climate", "People"]


def test_a_column_named_for_recommendations_numbers_them() -> None:
    header = ["Rec", "Theme", "Response", "Officer", "By when"]
    rows = [[str(n), f"Theme {n}", "We will act on it.", "Head of Policy", "May 2024"] for n in (1, 2, 3)]
    assert [part.number.text for part in recommendations(grid(header, *rows))] == ["1", "2", "3"]


def test_an_owner_cut_by_a_page_is_one_and_speaks_for_all() -> None:
    header = ["No.", "Recommendation", "Action", "Lead", "By when"]
    first = row("1", "Plan ahead.", "Draft a plan.", "Director of Legal, Elections and", "May 2024")
    second = row("", "", "Print the plan.", "Registration Services", "June 2024", after_break=True)
    (part,) = recommendations(grid(header, first, second))
    (owner,) = part.owners
    assert owner.passage.text == "Director of Legal, Elections and Registration Services"
    assert [action.owners for action in part.actions] == [(), ()]


def test_counts_tell_whose_the_timescale_behind_a_page_break_is() -> None:
    header = ["No.", "Recommendation", "Action", "By when"]
    first = row("1", "Plan ahead.", "Hold a session.\nTopics from residents will be", "May 2024")
    second = row("", "", "scored and published.\nTrain the chairs.", "Quarterly\nJune 2024", after_break=True)
    (part,) = recommendations(grid(header, first, second))
    assert [(text_of(action.paragraphs), dates(action)) for action in part.actions] == [
        ("Hold a session.", "May 2024"),
        ("Topics from residents will be scored and published.", "Quarterly"),
        ("Train the chairs.", "June 2024"),
    ]


def test_a_recommendation_in_a_band_has_its_number_and_words() -> None:
    band = cell("Recommendation 1: Make the plan real in each of the towns.", 1, 0, columns=3)
    (part,) = recommendations(grid(LOG, [band] * 3, BUSES, HOMES))
    assert (part.number.text, text_of(part.paragraphs)) == ("1", "Make the plan real in each of the towns.")
    assert len(part.actions) == 2


# --- subheading rows --------------------------------------------------------------------------


def test_labels_alone_in_their_rows_are_the_groups_of_what_follows() -> None:
    plan = grid(
        HEADER,
        ["1", "Move people.", "Roads", "", ""],
        ["", "", *BUSES],
        ["", "", "Homes", "", ""],
        ["", "", *HOMES],
    )
    assert [(str(action.group), text_of(action.paragraphs)) for action in actions(plan)] == [
        ("Roads", "Buy buses."),
        ("Homes", "Insulate homes."),
    ]


@pytest.mark.parametrize("last", ["Write to the county.", "Trees and hedges"])
def test_a_row_without_answers_is_an_action_where_it_is_a_sentence_or_the_last(last: str) -> None:
    plan = grid(HEADER, ["1", "Move people.", *BUSES], ["", "", last, "", ""])
    assert [text_of(action.paragraphs) for action in actions(plan)] == ["Buy buses.", last]


# --- numbered headings with text --------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "number", "name"),
    [("Recommendation 1", "1", ""), ("Recommendation 1: Moving", "1", "Moving"), ("2. Moving", "2", "Moving")],
)
def test_the_text_below_a_numbered_heading_is_the_recommendation(heading: str, number: str, name: str) -> None:
    (part,) = recommendations(grid(LOG, BUSES, above=f"## {heading}\nThe Council should move people.\nLead: Head of X"))
    assert (str(part.number), str(part.heading)) == (number, name)
    assert text_of(part.paragraphs) == "The Council should move people."
    assert owners(part) == ["Head of X"]


def test_the_text_below_a_theme_is_no_recommendation() -> None:
    (part,) = recommendations(grid(LOG, BUSES, above="## Moving\nMuch has been done."))
    assert (str(part.heading), text_of(part.paragraphs)) == ("Moving", "")


def test_the_layout_tells_how_well_each_fits() -> None:
    assert dict(read_plan(grid(LOG, BUSES)).scores)["rows"] > 0.5


# --- what columns say beside each other ---------------------------------------------------------


def test_an_objective_that_is_a_name_is_a_heading_and_a_sentence_the_text() -> None:
    header = ["Objective", *LOG]
    named, said = recommendations(
        grid(header, ["Objective 1: Safe streets", *BUSES], ["Objective 2: People can get about easily.", *HOMES])
    )
    assert (str(named.number), str(named.heading), text_of(named.paragraphs)) == ("1", "Safe streets", "")
    assert (str(said.number), text_of(said.paragraphs)) == ("2", "People can get about easily.")


def test_a_priority_column_of_sentences_says_what_is_answered_and_one_of_levels_does_not() -> None:
    header = ["Ref", "Priority", *LOG]
    first, second = recommendations(
        grid(header, ["A1", "Make it easy to get about.", *BUSES], ["A2", "Build homes that last.", *HOMES])
    )
    assert (str(first.number), text_of(first.paragraphs)) == ("A1", "Make it easy to get about.")
    assert str(second.number) == "A2"
    (part,) = recommendations(grid(header, ["A1", "High", *BUSES], ["A2", "Low", *HOMES]))
    assert [extras(action)["Priority"] for action in part.actions] == ["High", "Low"]


def test_names_beside_sentences_are_their_headings() -> None:
    header = ["Reference", "Audit title", "Issue identified", *LOG]
    first, second = recommendations(
        grid(
            header,
            ["IA-03", "Buses", "There are too few of them in the evening.", *BUSES],
            ["IA-03", "Buses", "There are too few of them in the evening.", *LANES],
            ["IA-07", "Homes", "They are cold and cost much to heat.", *HOMES],
        )
    )
    assert (str(first.number), str(first.heading), len(first.actions)) == ("IA-03", "Buses", 2)
    assert text_of(second.paragraphs) == "They are cold and cost much to heat."


def test_a_response_that_closes_with_a_date_is_the_action() -> None:
    header = ["Recommendation of the Panel", "Response and next steps", "Responsible person"]
    (part,) = recommendations(
        grid(header, ["That buses run late.", "Evening buses will be bought for the town (May 2024).", "Head of Fleet"])
    )
    assert text_of(part.actions[0].paragraphs) == "Evening buses will be bought for the town (May 2024)."


def test_a_heading_merged_across_the_rows_says_nothing_of_what_their_columns_hold() -> None:
    section = [cell("1.0"), *[replace(cell("Travel"), column_span=3)] * 3]
    header = ["Item", "Action required", "Officer", "Target"]
    (part,) = recommendations(grid(header, section, ["1.1", *BUSES], ["1.2", *LANES]))
    assert [dates(action) for action in part.actions] == ["March 2024", "April 2024"]


# --- owners paired, columns told by what they hold ---------------------------------------------


@pytest.mark.parametrize("mark", ["", "- ", "• "], ids=["lines", "dashes", "bullets"])
def test_owners_pair_up_with_actions_and_dates(mark: str) -> None:
    cells = ["Buy buses.\nPaint bus lanes.", "Head of Fleet\nHead of Roads", "March 2024\nApril 2024"]
    marked = ["\n".join(mark + line for line in text.splitlines()) for text in cells]
    (part,) = recommendations(grid(HEADER, ["1", "Move people.", *marked]))
    assert [owners(action) for action in part.actions] == [["Head of Fleet"], ["Head of Roads"]]
    assert owners(part) == []


def test_owners_of_another_number_are_those_of_all_actions() -> None:
    cells = ["Buy buses.\nPaint bus lanes.", "Head of Fleet", "March 2024\nApril 2024"]
    (part,) = recommendations(grid(HEADER, ["1", "Move people.", *cells]))
    assert (owners(part), [owners(action) for action in part.actions]) == (["Head of Fleet"], [[], []])


def test_partners_are_owners_where_nobody_else_is_named() -> None:
    (action,) = actions(grid(["Action", "Delivery partners", "By when"], BUSES))
    assert owners(action) == ["Head of Fleet"]
    (action,) = actions(grid([*LOG, "Delivery partners"], [*BUSES, "Bus Team"]))
    assert (owners(action), extras(action)) == (["Head of Fleet"], {"Delivery partners": "Bus Team"})


def test_texts_left_of_the_action_are_recommendations_without_a_header() -> None:
    rows = [
        ["1. Move people about", "We will buy new buses", *BUSES[1:]],
        ["2. House people well", "We will insulate all homes", *HOMES[1:]],
    ]
    assert numbers(grid(*rows)) == [("1", [""]), ("2", [""])]


def test_a_numbered_line_by_itself_may_be_a_heading() -> None:
    first, second = grid(LOG, BUSES, above="1. Travel\nWe want to move."), grid(LOG, HOMES, above="2. Homes", index=1)
    assert [part.heading.text for part in recommendations(first, second)] == ["Travel", "Homes"]


def test_a_number_before_an_issue_of_its_own_numbers_what_the_action_answers() -> None:
    header = ["By when", "No.", "Issue found", "Agreed action", "Owner"]
    rows = [
        ["May 2024", "1", "Accounts were not signed off by a second officer.", "Sign them off.", "Head of Pay"],
        ["June 2024", "2", "The policy had not been looked at for years.", "Look at it.", "Head of People"],
    ]
    assert numbers(grid(header, *rows)) == [("1", [""]), ("2", [""])]


def test_a_history_of_versions_is_no_plan() -> None:
    with pytest.raises(NoPlanFound):
        read_plan(
            grid(
                ["Version", "Date", "Notes"], ["0.3", "14/08/2025", "Draft for comments"], ["1.0", "1/9/2025", "Agreed"]
            )
        )


# --- columns that stand over several rows -----------------------------------------------------


@pytest.mark.parametrize("header", ["Required standard", "Priority action", "Desired outcome"])
def test_a_text_over_several_actions_is_what_they_answer(header: str) -> None:
    first = ["R1", "The council must know the state of its own buses.", *BUSES]
    rows = [["", "", *LANES], ["R2", "The council must keep all its homes warm.", *HOMES], ["", "", *LANES]]
    plan = grid(["Ref", header, *LOG], first, *rows)
    assert [(str(part.number), len(part.actions)) for part in recommendations(plan)] == [("R1", 2), ("R2", 2)]


def test_an_objective_over_several_measures_is_no_action() -> None:
    header = ["Priority and date", "Objective", "Measure", "Responsible"]
    clean, calm = "Reduce emissions from traffic", "Make streets calm for all"
    rows = [
        ["High – March 2026", clean, "Buy four electric buses for the town.", "Head of Fleet"],
        ["Low – May 2026", clean, "Review the price of parking permits.", "Head of Roads"],
        ["Low – June 2026", calm, "Install bollards in six school streets.", "Head of Roads"],
        ["High – July 2026", calm, "Publish a map of streets that are calm.", "Head of Roads"],
    ]
    tasks = replace(SENSES, is_task=lambda text: text.split()[0] in ("Buy", "Review", "Install", "Publish"))
    found = interpret(Document("text", "text/plain", (Page(""),), ()), [grid(header, *rows)], tasks)
    assert [len(part.actions) for part in found.recommendations] == [2, 2]


def test_dates_of_reviews_are_no_deadlines() -> None:
    header = ["Project", "Service lead", "Design complete", "Go live", "Benefits review"]
    rows = [
        ["Build a portal for reporting potholes", "Head of Roads", "Sep 2025", "Jan 2026", "Jul 2026"],
        ["Join the records of two care systems", "Head of Care", "Dec 2025", "Jun 2026", "Dec 2026"],
    ]
    assert [dates(action) for action in actions(grid(header, *rows))] == ["Sep 2025 + Jan 2026", "Dec 2025 + Jun 2026"]


def test_lists_of_one_length_pair_up() -> None:
    row = ["1", "Move people.", "Buy buses.\nPaint lanes.", "Head of Fleet\nHead of Roads", "Complete\nMay 2024"]
    first, second = actions(grid(HEADER, row))
    assert [owner.passage.text for owner in (*first.owners, *second.owners)] == ["Head of Fleet", "Head of Roads"]
    assert (text_of(second.paragraphs), dates(second)) == ("Paint lanes.", "May 2024")


def test_a_council_is_no_heading() -> None:
    (part,) = recommendations(grid(LOG, BUSES, above="Transport plan for 2026\nWest Sussex County Council"))
    assert str(part.heading) == "Transport plan for 2026"


@pytest.mark.parametrize(
    "lead", ["SRO: Head of Fleet", "Sponsor – Head of Fleet", "Responsible officer: Head of Fleet"]
)
def test_a_heading_names_who_is_responsible(lead: str) -> None:
    above = f"# Theme 1: Moving – {lead}"
    (part,) = recommendations(grid(["Action", "By when"], ["Buy buses.", "March 2024"], above=above))
    assert owners(part) == ["Head of Fleet"]


def test_what_an_area_for_improvement_asks_stands_below_its_number() -> None:
    above = "## Area for improvement {}\n{}"
    first = grid(LOG, BUSES, above=above.format(1, "The service should move all of its people."))
    second = grid(LOG, HOMES, above=above.format(2, "The service should house all of its people."), index=1)
    assert [(str(part.number), text_of(part.paragraphs)) for part in recommendations(first, second)] == [
        ("1", "The service should move all of its people."),
        ("2", "The service should house all of its people."),
    ]


def test_how_things_stand_left_of_the_action_is_what_it_answers() -> None:
    header = ["Site", "Current position", "Recommended action", "Lead", "Timescale"]
    rows = [
        ["High Field", "Its pitches are played on too often.", "Drain the two pitches.", "Head of Parks", "May 2024"],
        ["Low Field", "The changing rooms are very poor now.", "Build new rooms.", "Head of Parks", "June 2024"],
    ]
    found = recommendations(grid(header, *rows))
    assert [text_of(part.paragraphs) for part in found] == [row[1] for row in rows]


def test_title_rows_above_the_header_are_the_number_heading_and_text_of_what_is_asked() -> None:
    def titled(number: int, name: str, text: str, *rows: list[str]) -> Grid:
        titles = [[cell(said, at, 0, columns=3)] * 3 for at, said in enumerate((f"Finding {number}: {name}", text))]
        return grid(*titles, ["Action", "Lead", "By when"], *rows, index=number - 1)

    found = recommendations(
        titled(1, "The pier", "Boats cannot land at low tide.", ["Dredge it", "Head of Piers", "May 2025"]),
        titled(2, "Its lamps", "Half of them are dark.", ["Hang new ones", "Chief Engineer", "June 2025"]),
    )
    assert [(str(part.number), str(part.heading), text_of(part.paragraphs)) for part in found] == [
        ("1", "The pier", "Boats cannot land at low tide."),
        ("2", "Its lamps", "Half of them are dark."),
    ]


def test_counted_titles_above_what_was_found_are_number_and_heading_of_what_is_asked() -> None:
    header = ["Issue", "Recommendation", "Management response", "Manager", "Date"]
    piers = [
        "Boats hit the pier at night.",
        "The pier should be lit.",
        "Hang forty lamps.",
        "Head of Piers",
        "May 2025",
    ]
    boats = ["Two boats leak when it rains.", "Boats should be dry.", "Tar them all.", "Harbour Lead", "June 2025"]
    found = recommendations(
        grid(header, piers, above="# 1. Lighting"), grid(header, boats, above="# 2. The boats", index=1)
    )
    assert [(str(part.number), str(part.heading), text_of(part.paragraphs)) for part in found] == [
        ("1", "Lighting", "Boats hit the pier at night.\nThe pier should be lit."),
        ("2", "The boats", "Two boats leak when it rains.\nBoats should be dry."),
    ]
