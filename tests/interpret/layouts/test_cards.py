"""Small tables of labels and values."""

from __future__ import annotations

import pytest

from actionplan_extract.errors import NoPlanFound
from actionplan_extract.model import Cell, Grid

from ..helpers import cell, dates, grid, outline, read_plan, recommendations, text_of

BUSES = [["Recommendation 1", "Move people."], ["What we will do", "Buy buses."], ["Lead", "Head of Fleet"]]
HOMES = [["Recommendation 2", "House people."], ["What we will do", "Build."], ["Lead", "Head of Housing"]]
WHEN = [["By when", "March 2024"]]


def facts(*grids: Grid) -> list[tuple[str, str, list[tuple[str, list[str], str]]]]:
    """Each recommendation's number and text, with its actions' texts, owners and timescales."""
    return [
        (
            str(part.number),
            text_of(part.paragraphs),
            [
                (text_of(action.paragraphs), [o.passage.text for o in action.owners or part.owners], dates(action))
                for action in part.actions
            ],
        )
        for part in recommendations(*grids)
    ]


MOVE = ("1", "Move people.", [("Buy buses.", ["Head of Fleet"], "March 2024")])
HOUSE = ("2", "House people.", [("Build.", ["Head of Housing"], "March 2024")])


def test_each_card_is_a_recommendation() -> None:
    assert facts(grid(*BUSES, *WHEN), grid(*HOMES, *WHEN, index=1)) == [MOVE, HOUSE]


def test_cards_may_stand_in_one_table() -> None:
    assert facts(grid(*BUSES, *WHEN, *HOMES, *WHEN)) == [MOVE, HOUSE]


@pytest.mark.parametrize(
    "rest",
    [[["Lead", "Head of Fleet"], *WHEN], [["", "buses."], ["Lead", "Head of Fleet"], *WHEN]],
    ids=["between rows", "within a row"],
)
def test_a_card_goes_on_over_a_page(rest: list[list[str]]) -> None:
    start = [*BUSES[:1], ["What we will do", "Buy buses." if rest[0][0] else "Buy"]]
    assert facts(grid(*start), grid(*rest, index=1), grid(*HOMES, *WHEN, index=2)) == [MOVE, HOUSE]


def test_pairs_may_stand_side_by_side() -> None:
    pair = ["Lead", "Head of Fleet", "By when", "March 2024"]
    text, action = cell("Move people.", 0, 1, columns=3), cell("Buy buses.", 1, 1, columns=3)
    card = grid(["Recommendation 1", text, text, text], ["What we will do", action, action, action], pair)
    assert facts(card) == [MOVE]


def test_labels_may_stand_above_their_values() -> None:
    card = grid(*BUSES[:1], ["Lead", "Head of Fleet"], ["Action", "By when"], ["Buy buses.", "March 2024"])
    assert facts(card) == [MOVE]


def test_a_card_has_a_row_for_each_of_its_actions() -> None:
    more = [["What we will do", "Paint lanes."], ["Lead", "Head of Roads"], ["By when", "May 2024"]]
    assert facts(grid(*BUSES, *WHEN, *more))[0][2] == [
        ("Buy buses.", ["Head of Fleet"], "March 2024"),
        ("Paint lanes.", ["Head of Roads"], "May 2024"),
    ]


@pytest.mark.parametrize("title", ["1. Moving", "Recommendation 1: Moving"])
def test_a_title_across_the_card_opens_it(title: str) -> None:
    (part,) = recommendations(grid([title, ""], *BUSES[1:], *WHEN))
    assert (str(part.number), str(part.heading) or text_of(part.paragraphs)) == ("1", "Moving")


def test_codes_before_titles_across_cards_number_what_these_answer() -> None:
    rest = [["Action", "Buy buses."], ["Lead", "Head of Fleet"], *WHEN]
    names = ("Moving", "Living")
    held = [
        grid([f"R{n} {name}", ""], ["Finding", f"{name} is dear."], *rest, index=n) for n, name in enumerate(names, 1)
    ]
    assert [(str(part.number), str(part.heading)) for part in recommendations(*held)] == [
        ("R1", "Moving"),
        ("R2", "Living"),
    ]


def test_a_heading_above_a_card_without_recommendation_is_one() -> None:
    cards = grid(*BUSES[1:], *WHEN, above="## Moving"), grid(*HOMES[1:], *WHEN, above="## Living", index=1)
    assert [heading for heading, _ in outline(*cards)] == ["Moving", "Living"]


def test_labels_without_a_role_are_kept() -> None:
    (part,) = recommendations(grid(*BUSES, *WHEN, ["Ward", "Abbey"]))
    assert [(label.header, label.passage.text) for label in part.extra] == [("Ward", "Abbey")]


def test_a_value_keeps_its_colour() -> None:
    (part,) = recommendations(grid(*BUSES, *WHEN, ["RAG", cell("", 5, 1, fill="#00b050")]))
    assert [status.fill for status in part.status] == ["#00b050"]


def test_a_card_of_the_document_itself_is_no_plan() -> None:
    control = [["Document owner", "Head of Policy"], ["Version", "2"], ["Review date", "March 2026"]]
    with pytest.raises(NoPlanFound):
        read_plan(grid(*control))


def test_a_table_of_rows_is_no_card() -> None:
    assert read_plan(grid(["Action", "Lead"], ["Buy buses.", "Head of Fleet"])).layout == "rows"


def test_first_row_of_a_card_that_a_page_cut_off_is_part_of_it() -> None:
    number = [["Reference", "R2"]]
    whole, head, rest = grid(["Reference", "R1"], *BUSES, *WHEN), grid(*number), grid(*HOMES, *WHEN)
    assert facts(whole, head, rest) == facts(whole, grid(*number, *HOMES, *WHEN))
    assert len(facts(whole, head, rest)) == 2


def test_lone_pair_is_no_card() -> None:
    with pytest.raises(NoPlanFound):
        facts(grid(["Lead", "Head of Fleet"]))


def test_a_header_of_clear_labels_makes_rows_of_what_is_below() -> None:
    header = ["Action", "Lead", "Start date", "End date"]
    rows = [
        ["Map halls", "Head of Arts", "May 2024", "June 2024"],
        ["Write a bid for funding", "Head of Arts", "", "TBC"],
    ]
    assert read_plan(grid(header, *rows)).layout == "rows"


def test_a_card_may_number_its_actions() -> None:
    actions = [["Action 1.1", "Buy buses."], BUSES[2], *WHEN, ["Action 1.2", "Paint lanes."], *HOMES[2:], *WHEN]
    done = [("Buy buses.", ["Head of Fleet"], "March 2024"), ("Paint lanes.", ["Head of Housing"], "March 2024")]
    assert facts(grid(BUSES[0], *actions)) == [("1", "Move people.", done)]


def test_cards_that_say_who_and_when_need_no_label_of_an_action() -> None:
    buses, homes = "Buy ten new buses.", "Build forty new homes."
    first = grid(["Description", buses], BUSES[2], *WHEN, above="# Travel")
    second = grid(["Description", homes], HOMES[2], *WHEN, above="# Homes", index=1)
    assert outline(first, second) == [("Travel", [(buses, "March 2024")]), ("Homes", [(homes, "March 2024")])]


def test_a_title_below_a_number_is_the_recommendation() -> None:
    title, text = [cell("Recommendation 1", 0, columns=4)] * 4, [cell("Move people.", 1, columns=4)] * 4
    pairs = [["Decision", "Accept", "Officer", "Head of Fleet"], ["Action", "Buy buses.", "Date", "March 2024"]]
    assert facts(grid(title, text, *pairs)) == [MOVE]


def test_labels_above_values_may_end_with_a_stop() -> None:
    pairs = [["Recommendation 1", "Move people.", ""], [*BUSES[2], ""]]
    rows = [["No.", "Action", "When"], ["1", "Buy buses.", "March 2024"], ["2", "Paint lanes.", "May 2024"]]
    done = [("Buy buses.", ["Head of Fleet"], "March 2024"), ("Paint lanes.", ["Head of Fleet"], "May 2024")]
    assert facts(grid(*pairs, *rows)) == [("1", "Move people.", done)]


def test_a_heading_may_number_what_a_card_recommends() -> None:
    rows = [["What we will do", "Buy buses."], ["Lead", "Head of Fleet"], *WHEN]
    first = grid(["Recommendation", "Move people."], *rows, above="## Recommendation 1")
    second = grid(["Recommendation", "House people."], *rows, above="## Recommendation 2", index=1)
    assert [(number, text) for number, text, _ in facts(first, second)] == [
        ("1", "Move people."),
        ("2", "House people."),
    ]


def test_a_card_may_end_in_a_list_of_actions() -> None:
    def wide(text: str, row: int) -> list[Cell]:
        return [held := cell(text, row, 0, columns=3), held, held]

    def card(title: str, *done: tuple[str, str]) -> list[list[str | Cell]]:
        found = cell("People waited for too long.", 1, 1, columns=3)
        rows = [[*wide(text, 4 + number), cell(when, 4 + number, 3)] for number, (text, when) in enumerate(done)]
        return [
            [whole := cell(title, 0, 0, columns=4), whole, whole, whole],
            ["What was found", found, found, found],
            ["Lead officer", "Head of Care", "Measure", "A wait of 28 days"],
            [*wide("What we will do", 3), "By when"],
            *rows,
        ]

    first = card("Area 1: Waiting", ("Publish a letter.", "May 2025"), ("Team days on Saturdays.", "June 2025"))
    second = card("Area 2: Carers", ("Write a plan.", "July 2025"))
    found = recommendations(grid(*first), grid(*second, index=1))
    assert [(str(part.number), str(part.heading), len(part.actions)) for part in found] == [
        ("1", "Waiting", 2),
        ("2", "Carers", 1),
    ]
    assert [dates(action) for part in found for action in part.actions] == ["May 2025", "June 2025", "July 2025"]
    assert [owner.passage.text for owner in found[0].owners] == ["Head of Care"]


@pytest.mark.parametrize("place", ["in it", "above it"])
@pytest.mark.parametrize("word", ["Scheme", "Project", "Sheet no."])
def test_a_title_that_only_counts_is_the_number_of_what_is_to_be_done(word: str, place: str) -> None:
    cards = []
    for number, (action, lead) in enumerate([("Buy buses.", "Head of Fleet"), ("Build.", "Head of Housing")], 1):
        title = f"{word} {number}"
        top = [[cell(title, 0, 0, columns=2)] * 2] if place == "in it" else []
        above = "" if top else f"## {title}"
        cards.append(grid(*top, ["What", action], ["Who leads", lead], *WHEN, above=above, index=number - 1))
    (part,) = recommendations(*cards)
    assert [(str(a.number), text_of(a.paragraphs)) for a in part.actions] == [("1", "Buy buses."), ("2", "Build.")]
