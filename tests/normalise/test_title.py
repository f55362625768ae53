from __future__ import annotations

import pytest

from actionplan_extract.normalise.title import TitleCandidate, find_title, real_title, without_caption

from ..growth import grows_in_step


def title(*lines: str | tuple[str, int], file_title: str | None = None) -> str | None:
    """The chosen lines, joined; a line is a text, or a text with its heading level."""
    pairs = [(line, 0) if isinstance(line, str) else line for line in lines]
    candidates = [TitleCandidate(text, heading, position) for position, (text, heading) in enumerate(pairs)]
    span = find_title(candidates, file_title)
    return None if span is None else " ".join(candidate.text for candidate in candidates[slice(*span)])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["London Borough of Camden", "Peer Review Response"], "Peer Review Response"),
        (
            ["Peer Challenge in Exeter – Action Plan", "Introduction from the Leader"],
            "Peer Challenge in Exeter – Action Plan",
        ),
        (["Appendix A", "Exeter City Council", "Improvement Plan 2023", "May 2023"], "Improvement Plan 2023"),
        (["OFFICIAL", "Version 2.1", "Contents", "Climate Action Plan 2021–2030"], "Climate Action Plan 2021–2030"),
        (["Action Log – 12th March 2013", "All actions are for the next meeting"], "Action Log – 12th March 2013"),
        (["Appendix 1: Peer Challenge Action Plan", "Leeds City Council"], "Appendix 1: Peer Challenge Action Plan"),
        (["Agenda item 7", "Cabinet", "14 March 2024", "Response and Action Plan"], "Response and Action Plan"),
        (["www.exeter.gov.uk", "March 2024", "Audit Tracker"], "Audit Tracker"),
        ([("A Better Place", 1), ("Introduction", 1), "Action by action"], "A Better Place"),
        (["We thank everybody who has helped us.", "Delivery Plan"], "Delivery Plan"),
        (["Item 7", "DRAFT v0.3", "Cllr Jane Roe, Leader of the Council", "Recovery Plan"], "Recovery Plan"),
        (["OFFICIAL – SENSITIVE", "Cabinet, 14 March 2024", "Jane Doe", "Inspection response"], "Inspection response"),
        (
            [
                "Peer Challenge of Exeter Council 2025: what we will do",
                "It took place in June 2025. We agree to all of it.",
            ],
            "Peer Challenge of Exeter Council 2025: what we will do",
        ),
        (
            ["What we will do after the inspection", ("Cabinet accepted every recommendation of the review.", 1)],
            "What we will do after the inspection",
        ),
        (["Delivery Plan. Year 2", "The peers made a report in May. It names the response"], "Delivery Plan. Year 2"),
        (
            [("What the peers asked and how we are answering", 1), "Leeds City Council"],
            "What the peers asked and how we are answering",
        ),
        (
            [("Response to the inspection of well-being services", 1), "Powys"],
            "Response to the inspection of well-being services",
        ),
        (["PLAN FOLLOWING THE PEER REVIEW", "Action table"], "PLAN FOLLOWING THE PEER REVIEW"),
        (
            ["Report of the Head of Planning", "Agenda Item No. 9", "Planning Improvement Plan"],
            "Planning Improvement Plan",
        ),
    ],
)
def test_the_title_is_found(lines: list[str | tuple[str, int]], expected: str) -> None:
    assert title(*lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Corporate Peer Challenge", "Action Plan 2024"], "Corporate Peer Challenge Action Plan 2024"),
        ([("Corporate Peer Challenge", 1), ("Action Plan 2024", 1)], "Corporate Peer Challenge Action Plan 2024"),
        (["Exeter City Council", "Children's Services", "Improvement Plan"], "Children's Services Improvement Plan"),
        (["Action Plan", "LGA Corporate Peer Challenge 2023"], "Action Plan LGA Corporate Peer Challenge 2023"),
        (["Climate Change Strategy", "Delivery Plan", "2024"], "Climate Change Strategy Delivery Plan"),
        (
            ["Corporate Peer Challenge", "Action plan and progress update"],
            "Corporate Peer Challenge Action plan and progress update",
        ),
        (["Improving our", "planning service", "Action plan"], "Improving our planning service Action plan"),
        (["A Fairer, Greener Exeter", "Climate Action Plan"], "A Fairer, Greener Exeter Climate Action Plan"),
        (["SEND", "Priority Action Plan"], "SEND Priority Action Plan"),
        (["Governance and Audit Committee", "Recommendation Tracker"], "Recommendation Tracker"),
        (["Safer Exeter Partnership", "Serious Violence Action Plan"], "Serious Violence Action Plan"),
        (["Response to the", "Inspection of Adult Social Care"], "Response to the Inspection of Adult Social Care"),
        ([("Peer Challenge Action Plan", 1), ("Governance", 1)], "Peer Challenge Action Plan"),
        ([("Peer Challenge Action Plan", 1), ("Recommendations", 1)], "Peer Challenge Action Plan"),
        ([("Corporate Peer Challenge", 1), ("Action Plan", 2)], "Corporate Peer Challenge"),
        (["Peer Challenge Action Plan", "Theme 1: our action plan for housing"], "Peer Challenge Action Plan"),
        (["Peer Challenge Action Plan", "March 2024"], "Peer Challenge Action Plan"),
        (["Peer Challenge Action Plan", "Our response"], "Peer Challenge Action Plan"),
    ],
)
def test_a_title_over_several_lines_is_whole(lines: list[str | tuple[str, int]], expected: str) -> None:
    assert title(*lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["Appendix A", "Item 7", "Agenda item", "OFFICIAL", "DRAFT v0.3", "3 May 2024", "Cllr Jane Roe", "Jane Doe"],
        ["Exeter City Council"],
        ["Cyngor Sir Ceredigion | Ceredigion County Council"],
        ["Introduction", "1. Purpose", "March 2024", "16 May 2023", "Version 3", "Page 1 of 9"],
        ["This plan has been drawn up to answer every point that was made."],
        ["We will act."],
        ["The corporate peer challenge of the council took place in 2025."],
        ["Peers from four councils came to look at the plan in June 2025. Cabinet accepted every recommendation"],
        ["This is how we respond to the peer review"],
        ["12", "–", ""],
    ],
)
def test_where_no_line_is_a_title_there_is_none(lines: list[str]) -> None:
    assert title(*lines) is None


def test_the_files_own_title_helps() -> None:
    lines = ("Our Borough, Our Future", "Themes and actions")
    assert title(*lines, file_title="Our Borough, Our Future") == "Our Borough, Our Future"


def test_a_line_far_down_is_no_title() -> None:
    assert title(*["We did this."] * 30, "Action Plan") is None


@pytest.mark.parametrize(
    "text", ["Corporate Peer Challenge Action Plan", "Our Borough, Our Future", "Presentation of the action plan"]
)
def test_a_files_title_may_be_real(text: str) -> None:
    assert real_title(f" {text} ") == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "untitled", "Microsoft Word - plan.docx", "Untitled document", "plan_final_v2", "action-plan.pdf"),
        *("Document1", "PowerPoint Presentation", "Exeter City Council", "May 2024", "Appendix A", "Layout 1"),
    ],
)
def test_a_files_title_may_be_none(text: str) -> None:
    assert real_title(text) is None


def test_a_caption_is_no_part_of_the_title() -> None:
    assert without_caption("Report title: Peer Challenge Action Plan") == "Peer Challenge Action Plan"
    assert without_caption("Peer Challenge: Action Plan") == "Peer Challenge: Action Plan"


@pytest.mark.parametrize("text", ["a", "a@", "Action Plan ", "what a ", "aaa. A"])
def test_work_grows_in_step_with_hostile_lines(text: str) -> None:
    def read(times: int) -> None:
        title(*[text * times] * 25, file_title=text * times)
        real_title(text * times)

    assert grows_in_step(read, 2_000)
