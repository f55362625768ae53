from __future__ import annotations

from datetime import date

import pytest

from actionplan_extract.model import Document, Paragraph, PlanParts
from actionplan_extract.normalise.document import read_front
from actionplan_extract.passage import Passage
from actionplan_extract.schema import ReferenceDate


def reference_of(*front: str, made: str = "") -> ReferenceDate | None:
    paragraphs = tuple(Paragraph(Passage.of(text), heading=int(n == 0)) for n, text in enumerate(front))
    document = Document("text", "text/plain", (), paragraphs, {"created": made} if made else {})
    return read_front(document, PlanParts("rows", (), front=paragraphs), "plan.txt", None).reference_date


@pytest.mark.parametrize(
    "title",
    ["Action log, 3 March 2025", "Libraries action log – 3rd March 2025", "Action plan update (3 March 2025)"],
)
def test_a_day_that_closes_the_title_is_the_plans_own(title: str) -> None:
    assert reference_of(title, made="2024-01-01") == ReferenceDate(date=date(2025, 3, 3), source="document")


@pytest.mark.parametrize("title", ["Action plan, March 2025", "Climate action plan 2025", "Action plan 2024-2026"])
def test_a_month_or_year_may_be_what_the_plan_is_about(title: str) -> None:
    assert reference_of(title, made="2024-01-01") == ReferenceDate(date=date(2024, 1, 1), source="file")


def test_a_date_given_as_the_plans_own_goes_first() -> None:
    found = reference_of("Action log, 3 March 2025", "Updated: 9 April 2025")
    assert found == ReferenceDate(date=date(2025, 4, 9), source="document")


@pytest.mark.parametrize(
    "line",
    ["Cabinet, 3 March 2025", "Audit Committee – 3 March 2025", "Anytown Council, Scrutiny Committee, 3rd March 2025"],
)
def test_the_day_of_the_meeting_it_was_put_to_is_the_plans_own(line: str) -> None:
    found = reference_of("Response to the flood review", line, "What follows was agreed.", made="2024-01-01")
    assert found == ReferenceDate(date=date(2025, 3, 3), source="document")


@pytest.mark.parametrize(
    "line",
    [
        "Next meeting: Cabinet, 3 March 2025",
        "The council met the group. It was dry on Monday, 3 March 2025",
        "Cabinet, March 2025",
        "Return comments to the committee, 3 March 2025",
    ],
)
def test_other_days_in_the_front_are_not(line: str) -> None:
    found = reference_of("Response to the flood review", line, made="2024-01-01")
    assert found == ReferenceDate(date=date(2024, 1, 1), source="file")
