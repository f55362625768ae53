"""Plans whose fields stand behind labels, without tables."""

from __future__ import annotations

import pytest

from actionplan_extract.errors import NoPlanFound
from actionplan_extract.pipeline import extract_bytes

from ...growth import grows_in_step
from .prose import document, facts, named, parts, read_text, told

TITLE = "# Transport plan\n\nWe thank the panel. It came in May.\n\n"
LEAD, WHEN = "Head of Fleet", "March 2024"
MOVE = ("1", "Move people.", [("", "Buy buses.", LEAD, WHEN)])
HOUSE = ("2", "House people.", [("", "Build.", "Head of Housing", "May 2024")])
SECOND = "Action: Build.\nLead: Head of Housing\nTimescale: May 2024\n"
BLOCKS = {
    "a line each": f"Recommendation 1: Move people.\nAction: Buy buses.\nLead: {LEAD}\nTimescale: {WHEN}\n",
    "one line": f"Recommendation 1: Move people. Action: Buy buses. Lead: {LEAD}. Timescale: {WHEN}.\n",
    "without stops": f"Recommendation 1: Move people.\nAction: Buy buses. Lead: {LEAD} Timescale: {WHEN}\n",
    "upper case": f"RECOMMENDATION 1\nMove people.\nACTION: Buy buses.\nLEAD\n{LEAD}\nTIMESCALE: {WHEN}\n",
    "dashes": f"Recommendation 1 – Move people.\nAction – Buy buses.\nLead - {LEAD}\nTimescale – {WHEN}\n",
    "bold": f"**Recommendation 1** Move people.\n\n**Action** Buy buses.\n\n**Lead** {LEAD}\n\n**Timescale:** {WHEN}\n",
    "blanks": f"Recommendation 1   Move people.\nAction     Buy buses.\nLead    {LEAD}\nTimescale    {WHEN}\n",
    "label headings": f"## Recommendation 1\nMove people.\n### Action\nBuy buses.\n### Lead\n{LEAD}\n"
    f"### Timescale\n{WHEN}\n",
    "answers first": f"Recommendation 1: Move people.\nLead: {LEAD}\nTimescale: {WHEN}\nAction: Buy buses.\n",
}


@pytest.mark.parametrize("form", BLOCKS)
def test_a_block_is_a_recommendation_however_it_is_set(form: str) -> None:
    assert told(f"{TITLE}{BLOCKS[form]}\nRecommendation 2: House people.\n{SECOND}") == [MOVE, HOUSE]
    assert read_text(TITLE + BLOCKS[form] + BLOCKS[form]).layout == "labelled_blocks"


OPENINGS = {
    "headings": ("## 1. Moving\nMove people.\n", "## 2. Living\nHouse people.\n"),
    "numbers": ("1. Moving\nMove people.\n", "2. Living\nHouse people.\n"),
}


@pytest.mark.parametrize("form", OPENINGS)
def test_headings_and_numbers_open_recommendations(form: str) -> None:
    first, second = OPENINGS[form]
    text = f"{TITLE}{first}Action: Buy buses.\nLead: {LEAD}\nTimescale: {WHEN}\n{second}{SECOND}"
    assert told(text) == [("1", "Moving | Move people.", MOVE[2]), ("2", "Living | House people.", HOUSE[2])]


def test_headings_without_text_hold_all_that_stands_below() -> None:
    more = f"Action: Paint lanes.\nLead: Head of Roads\nTimescale: {WHEN}\n"
    text = f"{TITLE}## Moving\nAction: Buy buses.\nLead: {LEAD}\nTimescale: {WHEN}\n{more}## Living\n{SECOND}"
    assert [(name, len(found)) for _, name, found in told(text)] == [("Moving", 2), ("Living", 1)]


def test_place_alone_tells_what_opens_a_block() -> None:
    text = f"{TITLE}Move people.\nAction: Buy buses.\nLead: {LEAD}\nTimescale: {WHEN}\nHouse people.\n{SECOND}"
    assert [name for _, name, _ in told(text)] == ["Move people.", "House people."]


def test_themes_above_numbered_recommendations_group_their_actions() -> None:
    text = f"{TITLE}## Moving\n{BLOCKS['a line each']}## Living\nRecommendation 2: House people.\n{SECOND}"
    assert [[str(action.group) for action in part.actions] for part in parts(text)] == [["Moving"], ["Living"]]


def test_a_recommendation_has_several_actions() -> None:
    text = (
        f"{TITLE}Recommendation 1: Move people.\nAction 1.1: Buy buses.\nLead: {LEAD}\nTimescale: {WHEN}\n"
        f"Action 1.2: Paint lanes.\nLead: Head of Roads\nTimescale: May 2024\n"
    )
    assert told(text) == [
        ("1", "Move people.", [("1.1", "Buy buses.", LEAD, WHEN), ("1.2", "Paint lanes.", "Head of Roads", "May 2024")])
    ]


def test_lists_and_paragraphs_go_on_with_an_action() -> None:
    text = f"{TITLE}Recommendation 1: Move people.\nAction: Buy:\n- buses\n- trams.\n\nSell cars.\nLead: {LEAD}\n"
    assert told(f"{text}Timescale: {WHEN}\nRecommendation 2: House people.\n{SECOND}")[0][2] == [
        ("", "Buy:\n- buses\n- trams.\nSell cars.", LEAD, WHEN)
    ]


def test_two_lists_pair_up() -> None:
    text = f"{TITLE}Recommendation 1: Move people.\nActions:\n1. Buy buses\n2. Paint lanes\nTimescales:\n1. May 2024\n"
    (move, _) = told(f"{text}2. June 2024\nRecommendation 2: House people.\n{SECOND}")
    assert [action[3] for action in move[2]] == ["May 2024", "June 2024"]


def test_an_office_with_a_colon_is_no_label() -> None:
    held = f"{TITLE}{BLOCKS['a line each']}Recommendation 2: House people.\nAction: Build.\n"
    text = f"{held}Lead: Director: Housing and Land\nTimescale: May 2024\n"
    assert told(text)[1][2] == [("", "Build.", "Director: Housing and Land", "May 2024")]


def test_what_stands_before_is_the_front() -> None:
    front = read_text(TITLE + BLOCKS["a line each"] * 2).front
    assert [paragraph.text for paragraph in front] == ["Transport plan", "We thank the panel. It came in May."]


def test_the_paragraphs_read_are_told() -> None:
    (table,) = read_text(TITLE + BLOCKS["a line each"] * 2 + "\n## Annex\n\nSee the website.\n").tables
    assert len(table.paragraphs) == 8
    assert table.labelled


@pytest.mark.parametrize(
    "text",
    [
        "Lead officer: Head of Policy\nDate: March 2024\nPurpose: to note.\nRecommendation: that members note it.",
        "Present: Cllr Reed\n1. Roads\nAction: Head of Roads to write.\n2. Parks\nAction: look.\nDate: May 2024",
        "Our vision is green. Priority: trees. Outcome: more of them.\nContact: Head of Parks\nDate: May 2024",
    ],
    ids=["a report", "minutes", "a strategy"],
)
def test_labels_alone_make_no_plan(text: str) -> None:
    with pytest.raises(NoPlanFound):
        read_text(f"# Council\n\n{text}\n")
    assert document(text).blocks


def test_long_texts_take_no_more_than_their_share() -> None:
    assert grows_in_step(lambda size: read_text(f"{TITLE}{BLOCKS['a line each'] * 2}" + "and so on\n" * size), 500)
    assert grows_in_step(lambda size: read_text(f"{TITLE}{BLOCKS['one line'] * 2}" + "So: on. " * size), 500)
    assert grows_in_step(lambda size: read_text(f"{TITLE}{BLOCKS['a line each'] * 2}" + "\n\nMend the" * size), 500)


@pytest.mark.parametrize("number", ["HS-0{} – ", "R{}: ", "{}. "])
def test_codes_that_count_up_open_blocks(number: str) -> None:
    blocks = [
        f"{number.format(n)}Buses\n\nAction: Buy {n}.\n\nLead: Head of Fleet\n\nTimescale: May 2024" for n in (1, 2)
    ]
    assert [part[1] for part in told("# Plan\n\n" + "\n\n".join(blocks) + "\n")] == ["Buses", "Buses"]


def test_questions_are_labels() -> None:
    block = "**Recommendation {}:** Move people.\n\nOur response: Buy buses.\n\nWho is responsible? Head of Fleet\n\n"
    text = "# Plan\n\n" + "".join(block.format(n) + "When will it be done? May 2024\n\n" for n in (1, 2))
    assert told(text)[1] == ("2", "Move people.", [("", "Buy buses.", "Head of Fleet", "May 2024")])


def test_a_numbered_heading_above_a_block_is_its_own() -> None:
    block = "## Recommendation {} – Travel\n\n**What the peers said:** People cannot get about.\n\n"
    rest = "**Action:** Buy buses.\n\n**Lead:** Head of Fleet\n\n**When:** May 2024\n\n"
    text = "# Plan\n\n" + "".join(block.format(n) + rest for n in (1, 2))
    assert [part[:2] for part in told(text)] == [
        ("1", "Travel | People cannot get about."),
        ("2", "Travel | People cannot get about."),
    ]


def test_numbered_dates_are_dates_of_their_own() -> None:
    block = "Ref: D{}\nDeliverable: Buy buses.\nLead: Head of Fleet\nMilestone 1: May 2024\nMilestone 2: June 2024\n\n"
    (part,) = told("# Plan\n\n" + "".join(block.format(n).replace("\n", "\n\n") for n in (1, 2)))
    assert [action[-1] for action in part[2]] == ["May 2024 + June 2024"] * 2


def test_a_label_that_comes_again_is_one_whatever_its_words() -> None:
    blocks = [
        f"Recommendation {n}: Move people.\n\nAgreed / Not agreed: Agreed\n\nAction: Buy buses.\n\nTimescale: {WHEN}\n"
        for n in (1, 2)
    ]
    assert [row[1] for row in told(TITLE + "\n".join(blocks))] == ["Move people."] * 2


def test_labels_set_off_by_dashes_may_share_a_line() -> None:
    blocks = [f"Recommendation {n}: Go.\n\nACTION – Buy buses.\n\nLEAD – {LEAD} / DEADLINE – {WHEN}\n" for n in (1, 2)]
    assert [row[2] for row in told(TITLE + "\n".join(blocks))] == [[("", "Buy buses.", LEAD, WHEN)]] * 2


def test_a_number_may_stand_before_a_label() -> None:
    blocks = [f"Recommendation {n}: Go.\n\n{n}.1 Action: Buy buses.\n\nLead: {LEAD}\n" for n in (1, 2)]
    assert [row[2] for row in told(TITLE + "\n".join(blocks))] == [[(f"{n}.1", "Buy buses.", LEAD, "")] for n in (1, 2)]


def test_a_numbered_word_opens_a_recommendation() -> None:
    action = f"Action: Buy buses.\n\nLead: {LEAD}\n\nTimescale: {WHEN}\n\n"
    text = f"{TITLE}Priority 1: Move people.\n\n{action}{action}Priority 2: House people.\n\n{action}"
    assert [(row[0], row[1], len(row[2])) for row in told(text)] == [
        ("1", "Move people.", 2),
        ("2", "House people.", 1),
    ]


def test_a_rating_with_a_number_opens_nothing() -> None:
    blocks = [f"Recommendation {n}: Move people.\n\nPriority 1\n\nAction: Buy {n}.\n\nLead: {LEAD}\n\n" for n in (1, 2)]
    assert [row[0] for row in told(TITLE + "".join(blocks))] == ["1", "2"]


@pytest.mark.parametrize("opening", ["## {}. Moving", "{}. Moving", "{}. Housing"])
def test_a_numbered_line_just_above_numbers_its_recommendation(opening: str) -> None:
    block = f"\n\nRecommendation: Move {{}} people.\n\nAction: Buy buses.\n\nLead: {LEAD}\n\n"
    assert [row[0] for row in told(TITLE + "".join((opening + block).format(n, n) for n in (1, 2)))] == ["1", "2"]


def test_who_and_when_close_an_action_where_no_label_tells_them() -> None:
    blocks = [f"Recommendation {n}: Go.\n\nAction: Buy buses ({LEAD}, {WHEN}).\n" for n in (1, 2)]
    assert [row[2] for row in told(TITLE + "\n".join(blocks))] == [[("", "Buy buses", LEAD, WHEN)]] * 2


LISTS = {
    "items": "Actions:\n\n1. Buy buses\n2. Sell cars\n\nLeads:\n\n1. Head of Fleet\n2. Head of HR\n\n"
    "Timescales:\n\n1. May 2024\n2. June 2024\n",
    "a line": "Actions: (1) Buy buses; (2) Sell cars.\n\nLeads: (1) Head of Fleet; (2) Head of HR\n\n"
    "Timescales: (1) May 2024; (2) June 2024\n",
    "letters": "Actions: (a) Buy buses, (b) Sell cars.\n\nLeads: (a) Head of Fleet, (b) Head of HR\n\n"
    "Timescales: (a) May 2024, (b) June 2024\n",
}


@pytest.mark.parametrize("form", LISTS)
def test_three_lists_pair_up(form: str) -> None:
    text = f"{TITLE}Recommendation 1: Go.\n\n{LISTS[form]}\nRecommendation 2: Come.\n\n{LISTS[form]}"
    assert [[(a[1].strip("."), *a[2:]) for a in row[2]] for row in told(text)] == [
        [("Buy buses", LEAD, "May 2024"), ("Sell cars", "Head of HR", "June 2024")]
    ] * 2


def test_the_number_of_a_lone_item_is_its_own() -> None:
    text = f"{TITLE}Recommendation 1: Go.\nActions:\n1. Buy buses\nTimescales:\n1. May 2024\n"
    (move, _) = told(f"{text}Recommendation 2: House people.\n{SECOND}")
    assert move[2][0][:2] == ("1", "Buy buses")


def test_a_label_may_be_of_owner_and_date() -> None:
    line = f"Lead officer and timescale: {LEAD}, {WHEN}"
    blocks = [f"Recommendation {n}: Go.\n\nAction: Buy buses.\n\n{line}\n" for n in (1, 2)]
    assert [row[2] for row in told(TITLE + "\n".join(blocks))] == [[("", "Buy buses.", LEAD, WHEN)]] * 2


def test_labels_may_stand_in_brackets_and_behind_commas() -> None:
    blocks = [f"[Recommendation {n}] Go.\n\n[Action] Buy buses.\n\n[Lead] {LEAD}, Date: {WHEN}\n" for n in (1, 2)]
    assert [row[2] for row in told(TITLE + "\n".join(blocks))] == [[("", "Buy buses.", LEAD, WHEN)]] * 2


def test_dotted_numbers_pair_owners_with_actions() -> None:
    lists = "Actions\n\n1.1 Buy\n\n1.2 Sell\n\nLeads\n\n1.1 Head of Fleet\n\n1.2 Head of HR\n\n"
    dates = "Deadlines\n\n1.1 May 2024\n\n1.2 June 2024\n\n"
    text = "".join(f"Recommendation {n}: Go.\n\n{lists}{dates}" for n in (1, 2))
    assert [action[2] for action in told(TITLE + text)[0][2]] == [LEAD, "Head of HR"]


def test_dots_may_lead_from_a_label_to_its_value() -> None:
    block = f"Action ....... Buy buses.\nLead ......... {LEAD}\nTimescale … {WHEN}\n"
    assert told(f"{TITLE}Recommendation 1: Move people.\n{block}Recommendation 2: House people.\n{SECOND}") == [
        MOVE,
        HOUSE,
    ]


def test_a_line_alone_may_ask_who_and_when() -> None:
    block = f"Action\n\nBuy buses.\n\nWho and when\n\n{LEAD}, {WHEN}\n\n"
    other = "Action\n\nBuild homes.\n\nWho and when\n\nHead of Housing, May 2024\n"
    found = told(
        f"{TITLE}## Recommendation 1\n\nMove people.\n\n{block}## Recommendation 2\n\nHouse people.\n\n{other}"
    )
    assert [action[1:] for _, _, actions in found for action in actions] == [
        ("Buy buses.", LEAD, WHEN),
        ("Build homes.", "Head of Housing", "May 2024"),
    ]


HOMES = "Build homes.\n\nLead: Head of Housing\nTimescale: May 2024\n"
BUSES = f"Buy buses.\n\nLead: {LEAD}\nTimescale: {WHEN}\n\n"
TASKS = {
    "below headings": f"## Moving\n\n{BUSES}## Living\n\n{HOMES}",
    "headings": f"## {BUSES}## {HOMES}",
    "numbers": f"1. {BUSES}2. {HOMES}",
    "measures": f"Measure 1: Moving\n\n{BUSES}Measure 2: Living\n\n{HOMES}",
}


@pytest.mark.parametrize("form", TASKS)
def test_what_stands_above_who_and_when_is_the_action(form: str) -> None:
    text = f"# Transport action plan\n\nWe thank the panel.\n\n{TASKS[form]}"
    assert [action[1:] for _, _, actions in told(text) for action in actions] == [
        ("Buy buses.", LEAD, WHEN),
        ("Build homes.", "Head of Housing", "May 2024"),
    ]


def test_names_above_who_and_when_make_no_plan() -> None:
    case = "## 22/0012{0}\n\nA porch at {0} High Street.\n\nCase officer: Planning Officer\n\nDate: May 2024\n\n"
    with pytest.raises(NoPlanFound):
        read_text("# Applications this week\n\n" + case.format(1) + case.format(2))


def test_actions_may_be_told_apart_by_letters() -> None:
    text = (
        f"{TITLE}## R1 Move people.\n\nAction (a): Buy buses.\n\nWho: {LEAD}. When: {WHEN}\n\n"
        "Action (b): Paint lanes.\n\nWho: Head of Roads. When: May 2024\n\n"
        "## R2 House people.\n\nAction (a): Build homes.\n\nWho: Head of Housing. When: May 2024\n"
    )
    assert [[action[:2] for action in actions] for _, _, actions in told(text)] == [
        [("a", "Buy buses."), ("b", "Paint lanes.")],
        [("a", "Build homes.")],
    ]


QUESTIONS = ("What are we going to do?", "Who leads?", "When will it happen?", "How will we know that it helped?")


@pytest.mark.parametrize("form", ["### {}", "**{}**", "{}"], ids=["headings", "bold lines", "lines"])
def test_questions_above_their_answers_are_labels(form: str) -> None:
    answers = ("Buy {}.", "Transport Unit", "May 2024", "More {} are used.")
    block = "## More {}\n\n" + "".join(f"{form.format(q)}\n\n{a}\n\n" for q, a in zip(QUESTIONS, answers, strict=True))
    found = parts("# Transport plan\n\nA short plan.\n\n" + "".join(block.replace("{}", x) for x in ("buses", "trams")))
    assert [(named(part), [facts(part, a) for a in part.actions]) for part in found] == [
        (f"More {x}", [("", f"Buy {x}.", "Transport Unit", "May 2024")]) for x in ("buses", "trams")
    ]
    assert [str(part.actions[0].outcome) for part in found] == ["More buses are used.", "More trams are used."]


def test_headings_that_come_again_ask_nothing_where_none_asks_who_or_when() -> None:
    area = "## {}\n\n### What we will do\n\nBuy buses by May 2024.\n\n### Why it matters\n\nAir.\n\n"
    with pytest.raises(NoPlanFound):
        read_text("# A vision\n\n" + area.format("Roads") + area.format("Rail"))


def test_recommendations_may_be_lettered() -> None:
    block = "## Recommendation {}\n\nMove {}.\n\n#### Action\n\nBuy buses.\n\n#### Owner\n\nHead of Fleet\n\n"
    text = "# Plan\n\n" + "".join(
        f"{block.format(*x)}#### Deadline\n\nMay 2024\n\n" for x in (("A", "people"), ("B", "goods"))
    )
    assert [part[:2] for part in told(f"{text}Last modified on 9 June 2024\n")] == [
        ("A", "Move people."),
        ("B", "Move goods."),
    ]
    assert told(text)[1][2] == [("", "Buy buses.", "Head of Fleet", "May 2024")]


def test_dated_items_of_an_action_are_actions_of_their_own() -> None:
    issue = "## {}\n\nThis is weak.\n\nAction to be taken in 2024/25:\n\n{}\nResponsible officer: {}\n\n"
    text = "# Statement\n\nWe found two issues.\n\n" + issue.format(
        "Money", "- Submit a plan in May 2024;\n- Open an office by June 2024.\n", "Head of Finance"
    )
    text += issue.format("Data", "- Test the backup by July 2024.\n", "Head of IT")
    assert told(text) == [
        (
            "",
            "Money | This is weak.",
            [
                ("", "Submit a plan in May 2024;", "Head of Finance", "in May 2024"),
                ("", "Open an office by June 2024.", "Head of Finance", "by June 2024"),
            ],
        ),
        ("", "Data | This is weak.", [("", "Test the backup by July 2024.", "Head of IT", "by July 2024")]),
    ]


def test_items_without_dates_stay_one_action() -> None:
    text = "# Plan\n\n" + "## Money\n\nAction:\n\n- Submit a plan by May 2024;\n- Look.\n\nLead: Head of IT\n\n" * 2
    assert [len(found) for *_, found in told(text)] == [1, 1]


def test_a_label_told_elsewhere_may_follow_a_name() -> None:
    minute = "## {}\n\nWe met.\n\nACTION: Write to {} By whom: Head of Fleet By when: May 2024\n\n"
    text = "# Notes\n\n" + "".join(
        minute.format(x, y)
        for x, y in (("1. Rail", "all members"), ("2. Road", "all members"), ("3. Bus", "Anytown Can"))
    )
    assert [found[0][1:] for *_, found in told(text)] == [
        ("Write to all members", "Head of Fleet", "May 2024"),
        ("Write to all members", "Head of Fleet", "May 2024"),
        ("Write to Anytown Can", "Head of Fleet", "May 2024"),
    ]


def test_dots_may_part_labels_on_a_line() -> None:
    text = TITLE + "".join(
        f"## {place}\n\nAction: Buy buses. · Lead officer: Head of Fleet · Due: May 2024\n\n"
        for place in ("East", "West")
    )
    assert [found for *_, found in told(text)] == [[("", "Buy buses.", "Head of Fleet", "May 2024")]] * 2


def test_lines_above_a_promise_and_its_labels_are_titles() -> None:
    block = "{}\n\nWe will {}.\n\nLead: Head of Fleet. Due: May 2024.\n\n"
    text = (
        "# What happens next\n\nYou asked. We act.\n\n"
        + block.format("Buses", "run more")
        + block.format("Bins", "buy")
    )
    assert told(text) == [
        ("", "Buses", [("", "We will run more.", "Head of Fleet", "May 2024")]),
        ("", "Bins", [("", "We will buy.", "Head of Fleet", "May 2024")]),
    ]


TWO = BLOCKS["a line each"] + f"Recommendation 2: House people.\n{SECOND}"


@pytest.mark.parametrize("before", [f"{TITLE}# Recommendations\n\n", f"Item 8 – Appendix 2\n\n{TITLE}"])
def test_neither_a_bare_heading_nor_an_item_of_an_agenda_is_a_recommendation(before: str) -> None:
    assert told(before + TWO) == [MOVE, HOUSE]


@pytest.mark.parametrize(
    "lead", ["ACTION – Head of Fleet: to", "**ACTION – Head of Fleet:** to", "Action: Head of Fleet to"]
)
def test_an_action_of_minutes_may_name_whom_it_charges_and_by_when(lead: str) -> None:
    text = f"# Notes\n\n## 5. Roads\n\nIt rained.\n\n{lead} buy buses by May 2024.\n\n{lead} sell cars by June 2024.\n"
    assert [action[2:] for action in told(text)[0][2]] == [
        ("Head of Fleet", "by May 2024"),
        ("Head of Fleet", "by June 2024"),
    ]


def test_a_word_that_comes_again_behind_a_sentence_is_a_label() -> None:
    text = (
        "# Promises\n\nOurs.\n\n## Fleet\n\nWe will buy buses. Led by: Head of Fleet. On the road: May 2024.\n\n"
        "We will sell cars. Led by: Head of HR. On the road: June 2024.\n"
    )
    assert [action[1:] for action in told(text)[0][2]] == [
        ("We will buy buses.", "Head of Fleet", "May 2024."),
        ("We will sell cars.", "Head of HR", "June 2024."),
    ]


def test_labels_on_lines_of_their_own_may_stand_below_numbered_titles() -> None:
    first = "1\n\n### Buy buses\n\n**WHO**\n\nHead of Fleet\n\n**WHEN**\n\nMay 2024\n\n"
    second = "2\n\n### Sell cars\n\n**WHO**\n\nHead of HR\n\n**WHEN**\n\nJune 2024\n"
    (plan,) = extract_bytes(f"# Promises\n\nOurs.\n\n{first}{second}".encode(), "plan.md").plan.recommendations
    assert [(one.number, one.text, one.owners[0].text, one.deadlines[0].text) for one in plan.actions] == [
        ("1", "Buy buses", "Head of Fleet", "May 2024"),
        ("2", "Sell cars", "Head of HR", "June 2024"),
    ]
