"""Plans whose actions are items of lists below numbered points."""

from __future__ import annotations

import pytest

from actionplan_extract.errors import NoPlanFound
from actionplan_extract.pipeline import extract_bytes

from .prose import read_text, told

TITLE = "# Transport action plan\n\nWe thank the panel. It came in May.\n\n"
LEAD, WHEN = "Head of Fleet", "March 2024"
CLOSINGS = [
    "(Lead: Head of Fleet, by March 2024)",
    "(Head of Fleet, by March 2024)",
    "(by March 2024, Head of Fleet)",
    "[Lead: Head of Fleet; Timescale: by March 2024]",
    "– Head of Fleet – by March 2024",
    "(Lead officer: Head of Fleet. Deadline: by March 2024.)",
    "(Lead: Head of Fleet; timescale: by March 2024)",
    "(Owner: Head of Fleet / Due: by March 2024)",
    "(Head of Fleet – by March 2024)",
    "(Head of Fleet) – by March 2024",
    "(Head of Fleet) (by March 2024)",
    "– Head of Fleet (by March 2024)",
]


@pytest.mark.parametrize("closing", CLOSINGS)
def test_who_and_when_close_an_item(closing: str) -> None:
    text = f"{TITLE}1. Move people\n   - Buy buses {closing}\n   - Paint lanes {closing}\n"
    assert told(text) == [
        ("1", "Move people", [("", name, LEAD, "by March 2024") for name in ("Buy buses", "Paint lanes")])
    ]
    assert read_text(text).layout == "numbered_prose"


ITEMS = {
    "letters": ("Recommendation 1: Move people.\na) ", "b) ", ("a", "b")),
    "bullets": ("## 1. Move people.\n- ", "- ", ("", "")),
    "numbers": ("## Recommendation 1: Move people.\n1. ", "2. ", ("1", "2")),
    "dotted": ("1. Move people.\n1.1 ", "1.2 ", ("1.1", "1.2")),
}


@pytest.mark.parametrize("form", ITEMS)
def test_items_of_one_kind_are_the_actions(form: str) -> None:
    first, second, numbers = ITEMS[form]
    text = f"{TITLE}{first}Buy buses (Head of Fleet, May 2024)\n{second}Paint lanes (Head of Roads, June 2024)\n"
    assert told(text) == [
        (
            "1",
            "Move people.",
            [(numbers[0], "Buy buses", LEAD, "May 2024"), (numbers[1], "Paint lanes", "Head of Roads", "June 2024")],
        )
    ]


def test_labels_below_an_item_are_its_own() -> None:
    text = (
        f"{TITLE}1. Move people.\n\n1.1 Buy buses:\n- red ones\n- blue ones.\n\nLead: {LEAD}. Timescale: {WHEN}.\n\n"
        f"1.2 Paint lanes.\nIn white.\n\nLead: Head of Roads. Timescale: May 2024.\n"
    )
    assert told(text)[0][2] == [
        ("1.1", "Buy buses:\n- red ones\n- blue ones.", LEAD, WHEN),
        ("1.2", "Paint lanes.\nIn white.", "Head of Roads", "May 2024"),
    ]


def test_an_inner_list_belongs_to_its_item() -> None:
    closing = f"– {LEAD} – {WHEN}"
    text = f"{TITLE}1. Move people\n   - Buy buses {closing}\n     - red ones\n   - Paint lanes {closing}\n"
    assert [action[1] for action in told(text)[0][2]] == ["Buy buses\n- red ones", "Paint lanes"]


def test_a_date_alone_stays_in_the_sentence() -> None:
    text = f"{TITLE}1. Move people\n   - Buy buses (by March 2024)\n   - Paint lanes (by May 2024)\n"
    assert [action[1:] for action in told(text)[0][2]] == [
        ("Buy buses (by March 2024)", "", "by March 2024"),
        ("Paint lanes (by May 2024)", "", "by May 2024"),
    ]


def test_headings_hold_numbered_actions() -> None:
    text = f"{TITLE}## Moving\n1. Buy buses ({LEAD}, {WHEN})\n2. Paint lanes ({LEAD}, {WHEN})\n"
    more = f"## Living\n3. Build homes (Head of Housing, {WHEN})\n"
    assert [(name, [a[0] for a in found]) for _, name, found in told(text + more)] == [
        ("Moving", ["1", "2"]),
        ("Living", ["3"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. Apologies (Cllr Reed)\n2. Roads\n- Potholes (reported January 2025)\n- Gully (reported May 2025)",
        "1. We opened a library (May 2021)\n2. We lent books (March 2022)\n3. We closed the van (June 2023)",
        "1. Introduction\n1.1 The plan was agreed in March 2024.\n1.2 The Head of Policy reports on it quarterly.",
        "- Chair of the panel (Cllr Reed)\n- Clerk (Democratic Services Officer)\n- Adviser (Head of Policy)",
    ],
    ids=["minutes", "what was done", "a report", "who is who"],
)
def test_lists_alone_make_no_plan(text: str) -> None:
    with pytest.raises(NoPlanFound):
        read_text(f"# Council papers\n\n{text}\n")


def test_a_span_of_months_behind_a_dash_is_one_timescale() -> None:
    when = "April 2025 – July 2025"
    text = f"{TITLE}1. Move people\n   - Buy buses – {LEAD} – {when}\n   - Paint lanes – {LEAD} – {when}\n"
    assert told(text) == [("1", "Move people", [("", name, LEAD, when) for name in ("Buy buses", "Paint lanes")])]


def test_only_the_date_is_cut_from_an_office_with_commas() -> None:
    closing = "(Assistant Director, Housing, April 2026)"
    text = f"{TITLE}1. Move people\n   - Buy buses {closing}\n   - Paint lanes {closing}\n"
    ((_, _, actions),) = told(text)
    assert [action[2:] for action in actions] == [("Assistant Director, Housing", "April 2026")] * 2


def test_behind_its_label_an_owner_may_be_any_words() -> None:
    items = "   - Buy buses (Lead: Fleet; by May 2024)\n   - Paint lanes (Lead: Roads, June 2024)\n"
    ((_, _, actions),) = told(f"{TITLE}1. Move people\n{items}")
    assert [action[2:] for action in actions] == [("Fleet", "by May 2024"), ("Roads", "June 2024")]


def test_what_stands_below_a_later_heading_is_not_told_of_the_last_item() -> None:
    first, last = "1. Move people\n   a) Buy buses (Head of Fleet, May 2024)\n", "2. House people\n   a) Build"
    text = f"{TITLE}{first}{last} (Head of Homes, June 2024)\n\n## Contact\n\nPublic Realm team, High Street\n"
    assert told(text)[1] == ("2", "House people", [("a", "Build", "Head of Homes", "June 2024")])


def test_who_and_when_may_be_a_sentence_of_their_own() -> None:
    text = (
        f"{TITLE}1. Move people\n   - Buy buses. Head of Fleet, May 2024\n   - Paint lanes. Head of Roads, June 2024\n"
    )
    assert told(text)[0][2] == [
        ("", "Buy buses.", LEAD, "May 2024"),
        ("", "Paint lanes.", "Head of Roads", "June 2024"),
    ]


@pytest.mark.parametrize("mark", [" –", ":"])
def test_a_date_may_stand_before_an_action(mark: str) -> None:
    items = f"- May 2024{mark} Buy buses (Head of Fleet)\n- June 2024{mark} Sell cars (Head of HR)\n"
    text = f"{TITLE}## 1. Move people.\n{items}"
    assert told(text)[0][2] == [("", "Buy buses", LEAD, "May 2024"), ("", "Sell cars", "Head of HR", "June 2024")]


def test_a_number_before_a_tab_leaves_nothing_before_what_follows() -> None:
    text = f"{TITLE}## Recommendation 1\nMove people.\n\n1a.\tBuy buses by 2024 (Head of Fleet, May 2024)\n\n"
    assert told(f"{text}1b.\tPaint lanes (Head of Roads, June 2024)\n")[0][2] == [
        ("1a", "Buy buses by 2024", LEAD, "May 2024"),
        ("1b", "Paint lanes", "Head of Roads", "June 2024"),
    ]


def test_points_and_items_are_told_by_how_their_numbers_are_printed() -> None:
    text = (
        f"{TITLE}1. Move people.\n\n(1) Buy buses. Due: May 2024\n\n(2) Sell cars. Due: June 2024\n\n"
        "2. House people.\n\n(1) Build. Due: July 2024\n"
    )
    assert told(text) == [
        ("1", "Move people.", [("1", "Buy buses.", "", "May 2024"), ("2", "Sell cars.", "", "June 2024")]),
        ("2", "House people.", [("1", "Build.", "", "July 2024")]),
    ]


def test_codes_of_one_series_number_the_points() -> None:
    text = (
        f"{TITLE}**TR1 Move people.**\n\n- Buy buses – Head of Fleet – May 2024\n\n"
        "**TR2 House people.**\n\n- Build – Head of Homes – July 2024\n"
    )
    assert [row[:2] for row in told(text)] == [("TR1", "Move people."), ("TR2", "House people.")]


def test_who_and_when_may_stand_on_a_line_below() -> None:
    items = "1.1 Buy buses.\n\n(Head of Fleet, May 2024)\n\n1.2 Sell cars.\n\n(Head of HR, June 2024)\n"
    assert told(f"{TITLE}## 1. Move people.\n\n{items}")[0][2] == [
        ("1.1", "Buy buses.", LEAD, "May 2024"),
        ("1.2", "Sell cars.", "Head of HR", "June 2024"),
    ]


def test_an_owner_may_stand_before_an_action_that_a_date_closes() -> None:
    items = "- Head of Fleet: Buy buses (May 2024)\n- Head of HR: Sell cars (June 2024)\n"
    assert [action[2:] for action in told(f"{TITLE}## 1. Move people.\n{items}")[0][2]] == [
        (LEAD, "May 2024"),
        ("Head of HR", "June 2024"),
    ]


def test_a_title_that_speaks_of_years_is_no_date_before_an_action() -> None:
    opening = "Annual Governance Statement: Action Plan\n\n1. Move people\n\n"
    items = "i) Buy buses – Head of Fleet – May 2024\nii) Sell cars – Head of HR – Ongoing\n"
    plan = extract_bytes(f"{opening}{items}".encode(), "plan.txt").plan
    assert [len(a.deadlines) for each in plan.recommendations for a in each.actions] == [1, 1]


PROMISES = {
    "The Head of Fleet will buy four buses by 31 March 2026.": ("Head of Fleet", "by 31 March 2026"),
    "We will paint the lanes by the end of September 2025, showing the way to school.": (
        "",
        "by the end of September 2025",
    ),
    "Lanes will be painted in January 2026.": ("", "in January 2026"),
    "Work on the lanes will continue until December 2026.": ("", "until December 2026"),
    "The Transport Manager shall publish a map from Spring 2026 and a leaflet by Q2 2026/27.": (
        "Transport Manager",
        "from Spring 2026",
    ),
    "A trial of free fares, led by the Head of Fleet, is to start in April 2026.": ("Head of Fleet", "in April 2026"),
    "We will try free fares, led by the Head of Fleet, before May 2026.": ("Head of Fleet", "before May 2026"),
}


@pytest.mark.parametrize("sentence", PROMISES)
def test_a_sentence_may_promise_who_and_when(sentence: str) -> None:
    who, when = PROMISES[sentence]
    text = f"{TITLE}## 1. Move people\n\n(a) {sentence}\n\n(b) The Head of Roads will cut hedges by June 2026.\n"
    assert told(text) == [
        (
            "1",
            "Move people",
            [
                ("a", sentence, who, when),
                ("b", "The Head of Roads will cut hedges by June 2026.", "Head of Roads", "by June 2026"),
            ],
        )
    ]


def test_only_items_promise() -> None:
    text = (
        f"{TITLE}## 1. Move people\n\n- We will buy buses by March 2026.\n- We will paint lanes by May 2026.\n\n"
        "## Watching progress\n\nThe Transport Board will receive a report in June 2026.\n"
    )
    assert [[when for *_, when in actions] for *_, actions in told(text)] == [["by March 2026", "by May 2026"]]


@pytest.mark.parametrize(
    "sentence",
    ["We will discuss the June 2025 review.", "In May 2025 we bought buses.", "We will buy buses for 2025 people."],
)
def test_a_date_that_limits_nothing_is_no_promise(sentence: str) -> None:
    with pytest.raises(NoPlanFound):
        read_text(f"{TITLE}## 1. Move people\n\n- {sentence}\n- {sentence}\n")


def test_beside_others_any_name_closes_an_action() -> None:
    text = (
        f"{TITLE}1. Move people\n   - Buy buses (Head of Fleet, May 2024)\n   - Paint lanes (Ubico, June 2024)\n"
        "   - Cut hedges (Head of Roads, May 2024)\n"
    )
    assert [action[1:] for action in told(text)[0][2]] == [
        ("Buy buses", "Head of Fleet", "May 2024"),
        ("Paint lanes", "Ubico", "June 2024"),
        ("Cut hedges", "Head of Roads", "May 2024"),
    ]


def test_sentences_may_say_who_leads() -> None:
    item = "   - {} To be led by the {}. Complete by {}.\n"
    items = item.format("Buy buses.", LEAD, "May 2024") + item.format("Sell.", "Head of Roads", WHEN)
    text = f"{TITLE}1. Move people\n{items}"
    assert [action[1:] for action in told(text)[0][2]] == [
        ("Buy buses.", f"To be led by the {LEAD}", "Complete by May 2024"),
        ("Sell.", "To be led by the Head of Roads", f"Complete by {WHEN}"),
    ]


def test_paragraphs_between_a_date_and_an_owner_are_actions() -> None:
    text = (
        f"{TITLE}## Moving\n\n**May 2024** – Buy buses – {LEAD}\n\n**June 2024** – Paint lanes – Head of Roads\n\n"
        "## Living\n\n**July 2024** – Build homes – Head of Housing\n"
    )
    assert [(name, len(found)) for _, name, found in told(text)] == [("Moving", 2), ("Living", 1)]
    assert told(text)[0][2][0] == ("", "Buy buses", LEAD, "May 2024")


def test_headings_may_name_the_action_its_owner_and_its_date() -> None:
    text = (
        f"# Transport plan\n\nEach is a promise.\n\n## Buy buses – {LEAD} – {WHEN}\n\nRed ones.\n\nBig ones.\n\n"
        "## Paint lanes – Head of Roads – May 2024\n\nIn white.\n\nUpdated in June 2024.\n\n## Contact\n\nWrite.\n"
    )
    assert [part[1:] for part in told(text)] == [
        (
            "Transport plan",
            [
                ("", "Buy buses\nRed ones.\nBig ones.", LEAD, WHEN),
                ("", "Paint lanes\nIn white.\nUpdated in June 2024.", "Head of Roads", "May 2024"),
            ],
        )
    ]


def test_text_below_each_of_some_paragraphs_describes_it() -> None:
    text = f"# Transport plan\n\nBuy buses – {LEAD} – {WHEN}\n\nRed ones.\n\nPaint lanes – Head of Roads – May 2024\n\n"
    assert [action[1] for action in told(f"{text}In white.\n\nSee our website.\n")[0][2]] == [
        "Buy buses\nRed ones.",
        "Paint lanes\nIn white.",
    ]


def test_a_heading_that_is_a_date_tells_when_for_all_below() -> None:
    text = (
        f"# Work programme\n\n## March 2024\n\n- Buy buses ({LEAD})\n- Sell cars ({LEAD}, April 2024)\n\n"
        "## June 2024\n\n- Paint lanes (Head of Roads)\n\n## Later\n\n- Build homes (Head of Housing)\n"
    )
    assert [(name, [action[2:] for action in found]) for _, name, found in told(text)] == [
        ("March 2024", [(LEAD, "March 2024"), (LEAD, "April 2024")]),
        ("June 2024", [("Head of Roads", "June 2024")]),
        ("Later", [("Head of Housing", "")]),
    ]


@pytest.mark.parametrize("box", ["☐", "☑", "[ ]"])
def test_a_box_to_tick_leads_an_item(box: str) -> None:
    text = (
        f"# Town list\n\n## Moving\n\n{box} Buy buses — {LEAD} — {WHEN}\n\n{box} Sell cars — {LEAD} — {WHEN}\n\n"
        f"## Living\n\n{box} Open a café — Lincoln CVS — May 2024\n"
    )
    assert [(name, [action[1:3] for action in found]) for _, name, found in told(text)] == [
        ("Moving", [("Buy buses", LEAD), ("Sell cars", LEAD)]),
        ("Living", [("Open a café", "Lincoln CVS")]),
    ]


@pytest.mark.parametrize("form", ["{items}\nLead service: {lead}\n", "Lead service: {lead}\n\n{items}"])
def test_a_label_that_each_list_has_once_speaks_for_the_whole_list(form: str) -> None:
    lists = ("- Buy buses by May 2024.\n- Sell cars by June 2024.\n", "- Build homes by July 2024.\n")
    below = [form.format(items=items, lead=lead) for items, lead in zip(lists, ("Transport", "Housing"), strict=True)]
    text = f"# Our promises\n\n## Moving\n\n{below[0]}\n## Living\n\n{below[1]}".replace("- ", "- We will ")
    assert [[action[2] for action in found] for *_, found in told(text)] == [["Transport", "Transport"], ["Housing"]]


def test_the_document_says_what_its_codes_mean() -> None:
    plan = "# Service plan\n\n## Paths\n\n1. Mend gates [HO, S]\n2. Cut hedges [RO, L]\n\n"
    keys = "## Key\n\nHO = Head of Parks\n\nRO = Ranger Officer\n\nS = May 2025\n\nL = June 2027\n"
    assert [action[1:] for action in told(plan + keys)[0][2]] == [
        ("Mend gates", "HO", "S"),
        ("Cut hedges", "RO", "L"),
    ]
    with pytest.raises(NoPlanFound):
        read_text(plan)


def test_a_title_above_a_lone_list_is_its_heading() -> None:
    item = "{}. The Head of Fleet will {} by May 2024.\n"
    text = f"# Review: actions agreed\n\nThe council agreed this.\n\n{item.format(1, 'buy')}{item.format(2, 'sell')}"
    assert [part[:2] for part in told(text)] == [("", "Review: actions agreed")]


def test_a_code_explained_within_a_line_is_known() -> None:
    plan = "# Service plan\n\n## Paths\n\n- Mend gates [HO, S]\n- Cut hedges [RO, L]\n\n"
    keys = "## Key\n\nHO = Head of Parks, RO = Ranger Officer; S = May 2025. L = June 2027\n"
    assert [action[2:] for action in told(plan + keys)[0][2]] == [("HO", "S"), ("RO", "L")]


def test_a_table_may_merely_set_columns_of_text_side_by_side() -> None:
    columns = [
        ("Homes", "Insulate 20 homes (Head of Housing, May 2025)", "Sell two sites (Head of Housing, June 2025)"),
        ("Roads", "Mend the bridge (Head of Roads, July 2025)", "Paint the lanes (Head of Roads, May 2026)"),
    ]
    cells = "".join(f"<td>{''.join(f'<p>{text}</p>' for text in column)}</td>" for column in columns)
    page = f"<html><body><h1>Action plan</h1><table><tr>{cells}</tr></table></body></html>"
    plan = extract_bytes(page.encode(), "plan.html").plan
    assert [(r.heading, [(a.text, a.owners[0].text) for a in r.actions]) for r in plan.recommendations] == [
        ("Homes", [("Insulate 20 homes", "Head of Housing"), ("Sell two sites", "Head of Housing")]),
        ("Roads", [("Mend the bridge", "Head of Roads"), ("Paint the lanes", "Head of Roads")]),
    ]


def test_a_date_behind_a_comma_stands_apart_beside_a_name_in_brackets() -> None:
    items = "(a) buy buses, by May 2024 (Head of Fleet);\n(b) sell cars, by June 2024 (Head of HR).\n"
    assert told(f"{TITLE}## Recommendation 1\n\nMove people.\n\nWe will:\n\n{items}")[0][2] == [
        ("a", "buy buses", LEAD, "by May 2024"),
        ("b", "sell cars", "Head of HR", "by June 2024"),
    ]


def test_fields_between_bars_may_follow_a_code() -> None:
    first = "## Fleet\n\nFL1 | Buy buses | Head of Fleet | May 2024\n\nFL2 | Sell cars | Head of HR | June 2024\n\n"
    other = "## Homes\n\nHO1 | Build flats | Head of Homes | July 2024\n"
    assert [action for row in told(TITLE + first + other) for action in row[2]] == [
        ("FL1", "Buy buses", LEAD, "May 2024"),
        ("FL2", "Sell cars", "Head of HR", "June 2024"),
        ("HO1", "Build flats", "Head of Homes", "July 2024"),
    ]


@pytest.mark.parametrize(
    "torn",
    [
        "- Buy buses (Head of\n\nFleet, May 2024)",
        "- Buy buses – Head of Fleet – 31\n\nMay 2024",
    ],
)
def test_a_torn_line_is_mended(torn: str) -> None:
    action = told(f"{TITLE}## Fleet\n\n{torn}\n\n- Sell cars (Head of HR, June 2024)\n")[0][2][0]
    assert action[1:3] == ("Buy buses", LEAD)
    assert action[3].endswith("May 2024")


def test_a_bold_date_above_items_tells_when() -> None:
    dated = "**By May 2024**\n\n- Buy buses [Head of Fleet]\n\n**By June 2024**\n\n- Sell cars [Head of HR]\n"
    assert [row[2] for row in told(TITLE + dated)] == [
        [("", "Buy buses", LEAD, "By May 2024")],
        [("", "Sell cars", "Head of HR", "By June 2024")],
    ]


@pytest.mark.parametrize(
    "ask", ["I have asked the Head of Fleet to buy", "Head of Fleet to buy", "Head of Fleet: to buy"]
)
def test_somebody_may_be_charged_with_a_task(ask: str) -> None:
    text = f"# Letter\n\nYou asked.\n\n1. {ask} buses by May 2024.\n\n2. {ask} lanes by June 2024.\n"
    assert [action[2:] for action in told(text)[0][2]] == [(LEAD, "by May 2024"), (LEAD, "by June 2024")]


def test_who_may_promise_in_a_later_sentence() -> None:
    text = (
        "# Pledges\n\nOurs.\n\n## Fleet\n\nWe will buy buses. The Head of Fleet will see to it by May 2024.\n\n"
        "We will sell cars. The Head of HR will see to it by June 2024.\n"
    )
    (first,) = extract_bytes(text.encode(), "plan.md").plan.recommendations
    told = [(action.owners[0].text, action.deadlines[0].text) for action in first.actions]
    assert told == [(LEAD, "by May 2024"), ("Head of HR", "by June 2024")]


@pytest.mark.parametrize("above", ["## The Head of Fleet will:", "The Head of Fleet will:", "Head of Fleet to:"])
def test_a_line_above_items_may_say_who_will_do_them(above: str) -> None:
    other = above.replace("Fleet", "HR")
    items = "- Buy buses by May 2024\n- Paint lanes (June 2024)"
    text = f"# Who does what\n\nOurs.\n\n{above}\n\n{items}\n\n{other}\n\n- Sell cars\n"
    assert [action for row in told(text) for action in row[2]] == [
        ("", "Buy buses by May 2024", LEAD, "by May 2024"),
        ("", "Paint lanes", LEAD, "June 2024"),
        ("", "Sell cars", "Head of HR", ""),
    ]


def test_bullets_of_an_outer_list_group_the_actions_of_an_inner_one() -> None:
    below = "    - Lead: Head of Fleet\n    - Timescale: May 2024\n"
    title = "# What comes next\n\nOurs:\n\n"
    text = f"{title}- Buses\n  - Buy some\n{below}  - Sell some\n{below}- Lanes\n  - Paint some\n{below}"
    assert [(row[1], [action[1] for action in row[2]]) for row in told(text)] == [
        ("Buses", ["Buy some", "Sell some"]),
        ("Lanes", ["Paint some"]),
    ]
