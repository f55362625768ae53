from __future__ import annotations

import pytest

from actionplan_extract.normalise.title import TitleCandidate, find_title


def title(*lines: str | tuple[str, int], file_title: str | None = None) -> str | None:
    """The chosen line; a line is a text, or a text with its heading level."""
    pairs = [(line, 0) if isinstance(line, str) else line for line in lines]
    candidates = [TitleCandidate(text, heading, position) for position, (text, heading) in enumerate(pairs)]
    index = find_title(candidates, file_title)
    return None if index is None else candidates[index].text


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
    ],
)
def test_the_title_is_found(lines: list[str | tuple[str, int]], expected: str) -> None:
    assert title(*lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["Exeter City Council"],
        ["Introduction", "1. Purpose", "March 2024", "16 May 2023", "Version 3", "Page 1 of 9"],
        ["This action plan has been prepared in response to the recommendations."],
        ["We will act."],
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
