from __future__ import annotations

import pytest

from actionplan_extract.normalise.review import find_review
from actionplan_extract.normalise.review_date import find_dates
from actionplan_extract.schema import Review

from ..growth import grows_in_step

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
        ("Audit and Governance Committee action log", "The committee met in May 2023."),
        ("Action Plan", "The plan will be reviewed by Audit Wales in 2026."),
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
        ("The team visited in May 2023. We look forward to seeing the peer team again in 2024.", "2023-05"),
        ("A progress review took place on 14 March 2024. The peer challenge was held in January 2023.", "2023-01"),
        ("The peer challenge report was published in June 2023.", "2023-06"),
        ("The report of the peer challenge went to Cabinet in July 2023.", None),
        (
            "The LGA published its report in April 2023, two months after the team was on site in February 2023.",
            "2023-02",
        ),
        ("The report of the progress review was published in March 2025.", None),
        ("The LGA told us what it found. It published its report in June 2023.", "2023-06"),
        ("The LGA carried out a peer challenge in March 2023 and will return in January 2024.", "2023-03"),
        ("We asked the LGA to undertake it during the week commencing 16th January 2023, on site.", "2023-01-16"),
        ("The peer challenge team's feedback was received by Council in July 2023.", None),
        ("The review was done for us by the LGA in autumn 2023.", "2023-23"),
        ("The panel’s visit was in February 2025.", "2025-02"),
        ("Following the visit in February 2025, Cabinet met in March 2025.", "2025-02"),
        ("Ahead of the next visit in 2026 we will report.", None),
        ("Much has been done for residents since May 2023.", None),
        ("The team visited us over four days in March 2024.", "2024-03"),
        ("The peer team was on site 9-12 June 2025.", "2025-06-09/2025-06-12"),
        ("We look forward to seeing the peer team again in 2024.", None),
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


@pytest.mark.parametrize("text", ["LGA peer review in 2021, ", "inspected by Ofsted 3 May 2023 ", "the audit by the "])
def test_work_grows_in_step_with_hostile_fronts(text: str) -> None:
    assert grows_in_step(lambda times: review("Peer Challenge Action Plan", *[text * times] * 10), 80)


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
        ("6, 7 and 8 March 2023", "2023-03-06/2023-03-08"),
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


FRONTS: tuple[tuple[str, str, str | None, str | None, str | None], ...] = (
    # title, front (paragraphs parted by "|"), kind, body, date
    (
        "Ofsted ILACS improvement plan",
        "Ofsted inspected our services for children between 12 and 23 June 2023. The report came out in August 2023.",
        "inspection",
        "Ofsted",
        "2023-06-12/2023-06-23",
    ),
    (
        "Children's Services Improvement Plan 2024",
        "This plan answers the findings of Ofsted's inspection of local authority children's services in March 2024.",
        "inspection",
        "Ofsted",
        "2024-03",
    ),
    (
        "Adult social care assurance: action plan",
        "The Care Quality Commission assessed how we meet our duties under the Care Act in October 2024 "
        "and published its report in February 2025.",
        "inspection",
        "Care Quality Commission",
        "2024-10",
    ),
    (
        "CQC local authority assessment – improvement plan",
        "Inspectors were on site during the week beginning 8 July 2024.",
        "inspection",
        "Care Quality Commission",
        "2024-07-08",
    ),
    (
        "Fire and Rescue Service action plan",
        "His Majesty's Inspectorate of Constabulary and Fire and Rescue Services inspected the service in spring 2023.",
        "inspection",
        "HMICFRS",
        "2023-21",
    ),
    (
        "HMICFRS cause of concern action plan",
        "The service was inspected in January 2024.",
        "inspection",
        "HMICFRS",
        "2024-01",
    ),
    (
        "Housing Improvement Plan",
        "The Regulator of Social Housing issued a regulatory judgement in July 2024 that gave the Council a C3 grade.",
        "inspection",
        "Regulator of Social Housing",
        "2024-07",
    ),
    (
        "Landlord services recovery plan",
        "Following the Regulator of Social Housing's inspection in November 2024 we were graded C3.",
        "inspection",
        "Regulator of Social Housing",
        "2024-11",
    ),
    (
        "Response to the Housing Ombudsman's special report",
        "The Housing Ombudsman published its report on damp and mould in March 2023.",
        "other",
        "Housing Ombudsman",
        "2023-03",
    ),
    (
        "Learning from complaints – action plan",
        "The Local Government and Social Care Ombudsman issued a public interest report in May 2024 about our service.",
        "other",
        "Local Government and Social Care Ombudsman",
        "2024-05",
    ),
    (
        "Response to statutory recommendations",
        "Our external auditor, Grant Thornton, issued statutory recommendations in October 2023.",
        "audit",
        "Grant Thornton",
        "2023-10",
    ),
    (
        "Financial Recovery Plan",
        "In November 2022 the external auditor made statutory recommendations under section 24.",
        "audit",
        "External auditor",
        "2022-11",
    ),
    (
        "Best Value Notice: Action Plan",
        "The Department for Levelling Up, Housing and Communities issued the notice in May 2023.",
        "other",
        "Department for Levelling Up, Housing and Communities",
        "2023-05",
    ),
    (
        "Improvement Plan",
        "In February 2024 MHCLG issued a Best Value Notice to the Council.",
        "other",
        "Ministry of Housing, Communities and Local Government",
        "2024-02",
    ),
    (
        "SEND Priority Action Plan",
        "Ofsted and the Care Quality Commission carried out a local area SEND inspection from 3 to 21 July 2023.",
        "inspection",
        "Ofsted",
        "2023-07-03/2023-07-21",
    ),
    (
        "Written Statement of Action",
        "Ofsted and CQC visited the local area in May 2022 and found weaknesses in provision for children with SEND.",
        "inspection",
        "Ofsted",
        "2022-05",
    ),
    (
        "Panel Performance Assessment: Council response and action plan",
        "A panel brought together by the Welsh Local Government Association was on site from 14 to 17 October 2024.",
        "peer_review",
        "Welsh Local Government Association",
        "2024-10-14/2024-10-17",
    ),
    (
        "Best Value Assurance Report – Improvement Action Plan",
        "The Accounts Commission published its findings in November 2023.",
        "audit",
        "Accounts Commission",
        "2023-11",
    ),
    (
        "Best Value action plan",
        "Audit Scotland reported on Best Value in the Council in September 2022.|Progress is reported each year.",
        "audit",
        "Audit Scotland",
        "2022-09",
    ),
    (
        "Internal audit of procurement: agreed actions",
        "The audit was carried out in June 2024.",
        "audit",
        "Internal audit",
        "2024-06",
    ),
    (
        "Climate and Nature Strategy – Action Plan 2025 to 2030",
        "Council adopted the strategy in March 2025.|Audit Wales has shown what good looks like.",
        "strategy",
        None,
        None,
    ),
    ("Digital Strategy Delivery Plan", "The strategy was approved by Cabinet in May 2023.", "strategy", None, None),
    (
        "Scrutiny review of bus services: Cabinet response",
        "The task and finish group met between May and July 2023.",
        "other",
        None,
        "2023-05/2023-07",
    ),
    (
        "LGA Finance Peer Review action plan",
        "The review took place from 4 to 6 September 2024.",
        "peer_review",
        "Local Government Association",
        "2024-09-04/2024-09-06",
    ),
    (
        "Planning Peer Review – Action Plan",
        "The Planning Advisory Service (PAS) visited the Council in November 2022.",
        "peer_review",
        "Planning Advisory Service",
        "2022-11",
    ),
    (
        "Planning Service Improvement Plan",
        "PAS carried out a peer review of the planning service in April 2024.",
        "peer_review",
        "Planning Advisory Service",
        "2024-04",
    ),
    (
        "LGA Corporate Peer Challenge Progress Review – Action Plan",
        "The peer challenge was held in March 2023. The progress review took place on 12 February 2024.",
        "corporate_peer_challenge",
        "Local Government Association",
        "2023-03",
    ),
    (
        "Improvement and Development Plan",
        "A team of peers, brought together by the Local Government Association, was on site in January 2024.",
        "corporate_peer_challenge",
        "Local Government Association",
        "2024-01",
    ),
    (
        "Management response to the review of our digital strategy",
        "Audit Wales looked at how well the Council plans its digital work and reported in April 2024.",
        "audit",
        "Audit Wales",
        "2024-04",
    ),
    (
        "Best Value improvement plan",
        "Response to the audit of Best Value published by the Accounts Commission in November 2023",
        "audit",
        "Accounts Commission",
        "2023-11",
    ),
    (
        "Response to the Auditor General's report on the Local Development Plan",
        "Audit Wales examined the service in 2023 and issued its report in January 2024.",
        "audit",
        "Audit Wales",
        "2023",
    ),
    (
        "Post-inspection action plan",
        "Estyn visited the authority in February 2024 and published its report in April 2024.",
        "inspection",
        "Estyn",
        "2024-02",
    ),
    (
        "Joint inspection of services for children at risk of harm: improvement plan",
        "The Care Inspectorate led the inspection, which reported in June 2023.",
        "inspection",
        "Care Inspectorate",
        "2023-06",
    ),
    (
        "Data protection audit action plan",
        "The Information Commissioner's Office audited the Council on 6-8 June 2023.",
        "audit",
        "Information Commissioner's Office",
        "2023-06-06/2023-06-08",
    ),
    (
        "Governance Review: Action Plan",
        "The Centre for Governance and Scrutiny carried out a governance review in autumn 2023.",
        "other",
        "Centre for Governance and Scrutiny",
        "2023-23",
    ),
    (
        "Community Safety Strategy: action plan",
        "The Local Government Association published guidance for councils in May 2023.",
        "strategy",
        None,
        None,
    ),
    ("Budget action plan", "CIPFA published its code in December 2020. We will follow it.", None, None, None),
    ("Action plan", "The Housing Ombudsman has a complaint handling code.", None, None, None),
    ("Annual governance action plan", "External audit gave its opinion in November 2023.", None, None, None),
    (
        "Audit tracker",
        "All internal audit recommendations that are open at 31 March 2024 are listed.",
        "audit",
        "Internal audit",
        None,
    ),
    (
        "Climate Strategy: action plan",
        "This is our response to the Audit Wales report on decarbonisation.",
        "audit",
        "Audit Wales",
        None,
    ),
    (
        "Food safety audit action plan",
        "The Food Standards Agency audited the service on 4-6 March 2024.",
        "audit",
        "Food Standards Agency",
        "2024-03-04/2024-03-06",
    ),
    (
        "Planning Advisory Service review: action plan",
        "PAS visited the council between 3 and 5 July 2023.",
        "peer_review",
        "Planning Advisory Service",
        "2023-07-03/2023-07-05",
    ),
    (
        "Independent review of culture: action plan",
        "The review was commissioned in January 2024 and completed in June 2024.",
        "other",
        None,
        "2024-06",
    ),
    (
        "Estyn recommendations: progress",
        "Estyn inspected us in the autumn term of 2022.",
        "inspection",
        "Estyn",
        "2022-23",
    ),
    (
        "Care home action plan",
        "CQC rated the home after a visit on 4 May 2023.",
        "inspection",
        "Care Quality Commission",
        "2023-05-04",
    ),
    (
        "Action plan",
        "Prepared in answer to the report of the External Auditor, dated 3 June 2024.",
        "audit",
        "External auditor",
        "2024-06-03",
    ),
    (
        "Ombudsman: compliance plan",
        "In March 2024 the Local Government and Social Care Ombudsman issued a report against the Council.",
        "other",
        "Local Government and Social Care Ombudsman",
        "2024-03",
    ),
)


@pytest.mark.parametrize(("title", "front", "kind", "body", "date"), FRONTS)
def test_fronts_of_many_kinds(title: str, front: str, kind: str | None, body: str | None, date: str | None) -> None:
    found = review(title, title, *front.split("|"))
    assert (found and (found.kind, found.body, found.date)) == (kind and (kind, body, date))
