from __future__ import annotations

import pytest

from actionplan_extract.normalise.review import find_review
from actionplan_extract.normalise.review_date import find_dates
from actionplan_extract.schema import Review

LGA = "Local Government Association"


def review(title: str | None, *paragraphs: str) -> Review | None:
    match = find_review(paragraphs, title)
    return match.review if match else None


@pytest.mark.parametrize(
    ("title", "text", "kind", "body"),
    [
        ("Peer Review Response", "The LGA visited us.", "corporate_peer_challenge", LGA),
        ("Corporate Peer Challenge Action Plan", "We are pleased.", "corporate_peer_challenge", LGA),
        ("Action Plan", "We invited the LGA to hold a Corporate Peer Challenge.", "corporate_peer_challenge", LGA),
        ("SEND Peer Review Action Plan", "The LGA carried it out.", "peer_review", LGA),
        ("Adult Social Care Peer Challenge", "The Local Government Association came in May.", "peer_review", LGA),
        ("Peer review of planning services", "The LGA came.", "peer_review", LGA),
        (
            "Planning Peer Challenge",
            "The Planning Advisory Service led it.",
            "peer_review",
            "Planning Advisory Service",
        ),
        ("Peer challenge", "Colleagues from other councils came.", "peer_review", None),
        ("Ofsted Improvement Plan", "We accept every finding.", "inspection", "Ofsted"),
        ("Plan", "The Care Quality Commission held an inspection in 2023.", "inspection", "Care Quality Commission"),
        ("Plan", "The RSH completed its inspection in May 2024.", "inspection", "Regulator of Social Housing"),
        ("Response to Audit Wales", "We accept it.", "audit", "Audit Wales"),
        ("Response to the external auditor", "Grant Thornton wrote to us.", "audit", "External auditor"),
        ("Plan", "Grant Thornton made statutory recommendations in 2023.", "audit", "Grant Thornton"),
        ("Internal Audit Action Plan", "We accept it.", "audit", "Internal audit"),
        ("Housing Ombudsman action plan", "We accept it.", "other", "Housing Ombudsman"),
        ("Climate Emergency Action Plan", "We declared an emergency.", "strategy", None),
        ("Housing Strategy Action Plan", "After the LGA peer challenge of 2022 we wrote it.", "strategy", None),
        ("Action Plan", "This action plan supports our Digital Strategy.", "strategy", None),
    ],
)
def test_kind_and_body(title: str, text: str, kind: str, body: str | None) -> None:
    found = review(title, text)
    assert found is not None
    assert (found.kind, found.body) == (kind, body)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Action Log", "Minutes of the meeting of 3 May 2023."),
        ("Action plan", "We welcome the enhanced role of the Care Quality Commission."),
        ("Improvement Plan", "Our peers across the county helped."),
        (None, ""),
    ],
)
def test_nothing_tells_of_a_review(title: str | None, text: str) -> None:
    assert review(title, text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In February 2023, the council invited a peer challenge from the LGA.", "2023-02"),
        ("The LGA peer team was on site from 16 to 19 May 2023.", "2023-05-16/2023-05-19"),
        ("The challenge took place between 30 January and 2 February 2023.", "2023-01-30/2023-02-02"),
        ("The peer challenge was carried out in 2022.", "2022"),
        ("Following the LGA peer challenge in March 2023, Cabinet approved this plan in June 2023.", "2023-03"),
        ("The report of the peer challenge, which took place in March 2023, was published in June 2023.", "2023-03"),
        ("The team visited in May 2023. We look forward to welcoming the peer team back in 2024.", "2023-05"),
        ("A progress review took place on 14 March 2024. The peer challenge was held in January 2023.", "2023-01"),
        ("The peer challenge report was published in June 2023.", None),
        ("The LGA carried out a peer challenge in March 2023 and will return in January 2024.", "2023-03"),
        ("We asked the LGA to undertake it during the week commencing 16th January 2023, on site.", "2023-01-16"),
        ("The peer challenge team's feedback was received by Council in July 2023.", None),
        ("We look forward to welcoming the peer team back in 2024.", None),
        ("Elections were held in May 2022.", None),
    ],
)
def test_date_is_that_of_the_review(text: str, date: str | None) -> None:
    found = review("LGA Peer Challenge Action Plan", text)
    assert found is not None
    assert found.date == date


def test_a_date_of_the_plan_in_the_title_is_not_the_reviews() -> None:
    found = review("LGA Corporate Peer Challenge: Action Plan, March 2024", "We are pleased.")
    assert found is not None
    assert found.date is None


def test_an_inspection_is_dated() -> None:
    text = "Ofsted inspected children's services from 30 January to 2 February 2023. It reported in April 2023."
    found = review("Ofsted Improvement Plan", text)
    assert found is not None
    assert found.date == "2023-01-30/2023-02-02"


def test_title_dates_the_review_where_the_text_does_not() -> None:
    found = review("LGA Peer Challenge March 2024 – Action plan", "We are pleased.")
    assert found is not None
    assert found.date == "2024-03"


def test_evidence_is_where_it_says() -> None:
    paragraphs = ["Peer Challenge Action Plan", "Our thanks. The LGA held it in May 2023, on site."]
    match = find_review(paragraphs, "Peer Challenge Action Plan")
    assert match is not None
    assert [paragraphs[i][start:end] for i, start, end in match.evidence] == ["Peer Challenge", "LGA", "May 2023"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("16-19 May 2023", "2023-05-16/2023-05-19"),
        ("Tuesday 16th to Friday 19th May 2023", "2023-05-16/2023-05-19"),
        ("28 November and 1 December 2023", "2023-11-28/2023-12-01"),
        ("30 December 2023 to 2 January 2024", "2023-12-30/2024-01-02"),
        ("the 4th of March 2024", "2024-03-04"),
        ("04/03/2024", "2024-03-04"),
        ("September and October 2024", "2024-09/2024-10"),
        ("Sept 2024", "2024-09"),
        ("autumn 2022", "2022-23"),
        ("2022", "2022"),
    ],
)
def test_dates_are_read_as_edtf(text: str, edtf: str) -> None:
    assert [dated.edtf for dated in find_dates(f"It was in {text}.")] == [edtf]


@pytest.mark.parametrize("text", ["31 June 2024", "2023/24", "2023-25", "Section 2019", "May", "12 May"])
def test_what_is_no_date_is_left(text: str) -> None:
    assert [dated.edtf for dated in find_dates(text) if len(dated.edtf) > 7] == []
