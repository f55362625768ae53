from __future__ import annotations

import pytest

from actionplan_extract.interpret.headers import header_role, header_roles, header_words

# Headers of published plans, with the roles that are right for them.
PUBLISHED = {
    "action": (
        "Action|Actions|Initial Action|Activity|Task|How will action be achieved?|Proposal|Actions completed"
        "|Example Delivery Projects|Commitment|Key Milestones|Action(s)|Specific Action(s)"
        "|Action (blue = as stated in Business Plan)"
    ),
    "recommendation": "Description|Objective|Commitment|Recommendation|Peer team suggestion|Improvement",
    "heading": (
        "Strategic Priority|Sub-Priority|Theme|THEME|Issue|Category|Sector|Focus Area|Original recommendation"
        "|Council Meeting|Overarching action"
    ),
    "number": "Ref|Ref.|ID|No|No.|Action number|#",
    "owner_officer": (
        "Lead Officer|Responsible officer|Responsibility|Owner|Team owner|To be actioned by|Service|Lead department(s)"
        "|Corporate Lead Officer:|Responsible Person|Lead|Lead responsibility|Action By|Lead Officer / Executive Member"
        "|AD Lead (s)"
    ),
    "deadline": (
        "Timescale|TIMESCALE|Timescales|Timescale to implement (incl. current contract lengths)|Time frame /priority"
        "|Proposed Timeline|When?|Completed by|Completion date|Delivery Date|Target date|Due|Due by"
        "|Deadline|Milestone 1"
        "|Milestone 2|Milestone 3|Timescale:|Programme timescale:|Target Dates|Projected Timescale|Timeline"
        "|Expected completion date"
    ),
    "progress": (
        "Programme update|Status progress|Progress|Progress and Achievements|Latest Position|Follow-up"
        "|Cabinet Comment and / or Amendment|Monitoring & Reporting|Update|Actions taken|Progress at 30 September 2021"
        "|Progress at 31 Mar 2022"
    ),
    "status": "RAG Status|RAG status|Status|Doing now?|RAG rating",
    "outcome": (
        "Measurement of Success|Measure of Success / Outcome|How will we measure success|KPI/ measure of progress"
        "|Target / KPI|Target|Output|Outcomes|Outcomes Expected|Change Outcome|Impact|Potential Impact|Co-benefits"
        "|Emissions reduction|Carbon Impact/Saving|Environmental Impact:|How action effect change:|Outcome/PI"
        "|Measure / Target|Carbon Impact"
    ),
    "resources": (
        "Resources|Resource Requirements 2022/23|Resourcing|Cost|Indicative Cost"
        "|What this will cost and how will it will be funded|Funding sources|Cost:"
    ),
    "extra": (
        "Meeting date & action number|Meeting date|Originator|Supporting civil society organisations|Partners/enablers"
        "|Deliverability issues|Deliverability|Viability|Priority|Action Priority|Level of influence"
        "|Direct or indirect?"
        "|Aims/ambitions addressed|Council emissions|Borough-wide emissions|Grand challenges"
        "|Links to Corporate Plan:|Means"
        "|Consultation|Business Plan 2020-25 (2020-21 revision) reference, where relevant"
    ),
}
# Headers that a council could plausibly choose.
PLAUSIBLE = {
    "action": (
        "What we'll do|What we’ll do|What will we do?|What are we doing?|What needs to happen|Action to be taken"
        "|Management response and agreed action|Council Response / Action|Response to recommendation|Next steps"
        "|How will we do it?|Actions and milestones|Key deliverables|Camau gweithredu"
    ),
    "recommendation": (
        "LGA recommendation|CPC recommendation|Recommendation(s) from the LGA|What the peers said"
        "|Key findings|Argymhelliad"
        "|Peer Review Recommendation 2023|Area for improvement"
    ),
    "heading": "Theme / Priority|Workstream|Key theme",
    "number": "Rec #|Action ref|Recommendation ref.|S/N|Item",
    "owner_officer": (
        "Who is responsible?|Delivery lead|SRO|Senior Responsible Officer (SRO)|Action owner|Who by|Assigned to"
        "|Project sponsor|Corporate Director|Lead service|Person responsible|Swyddog arweiniol|Project manager"
        "|Action manager|Task lead|Delivery manager|Activity leader|Action co-ordinator|Manager"
    ),
    "owner_member": (
        "Cabinet portfolio|Portfolio Holder|Lead Councillor|Cabinet Member responsible|Lead Cllr|Aelod Cabinet"
    ),
    "deadline": (
        "Target completion|Start|Finish|Due date (revised)|When will it be done?|Complete by"
        "|Implementation date|Time-scale"
        "|Target month|Quarter|Action deadline|Milestones and timescales|Time to complete|Erbyn pryd"
    ),
    "progress": (
        "Progress as at March 2024|Actions to date|What we have done|What have we done so far?|Commentary|Q3 Progress"
        "|Progress update and next steps|Update (March 2024)|Action taken to date"
    ),
    "status": "BRAG|BRAG rating|Current status|RAG (Red, Amber, Green)|Completed Y/N|Done?|Action status",
    "outcome": (
        "How we will measure success|What difference will it make?|What does success look like?|Evidence of completion"
        "|How will we know?|Desired outcome|Success measure / KPI"
    ),
    "resources": "Resources required|Estimated cost|Financial implications|Costs / Resources",
    "extra": (
        "Date opened|Next review date|High/Medium/Low|Partner organisations|Risks and mitigations|Ward|Reporting to"
    ),
    "summary": "Summary|Summary of key points",
}
CASES = [
    (header, role)
    for table in (PUBLISHED, PLAUSIBLE)
    for role, headers in table.items()
    for header in headers.split("|")
    if header != "Commitment"
]


@pytest.mark.parametrize(("header", "role"), CASES)
def test_a_header_gives_its_column_a_role(header: str, role: str) -> None:
    assert header_role(header)[0] == role


@pytest.mark.parametrize(("header", "role"), [case for case in CASES if case[1] != "extra"])
def test_its_role_is_clear(header: str, role: str) -> None:
    assert header_role(header)[1] >= 0.5


@pytest.mark.parametrize("header", ["Commitment", "Issues"])
def test_some_headers_may_mean_several_things(header: str) -> None:
    assert header_role(header)[0] in ("action", "recommendation", "heading", "extra")


@pytest.mark.parametrize("header", ["Action and manager", "Manager's comments on progress"])
def test_a_post_beside_another_word_does_not_ask_who_alone(header: str) -> None:
    assert set(header_roles(header)) != {"owner_officer"}


@pytest.mark.parametrize("text", ["Museums Manager", "ICT Manager", "Estates Co-ordinator"])
def test_somebodys_office_is_no_header(text: str) -> None:
    assert header_role(text) == ("extra", 0.0)


@pytest.mark.parametrize("header", ["", " ", "Zeitplan", "123", "xyz " * 60])
def test_other_words_give_none(header: str) -> None:
    assert header_role(header) == ("extra", 0.0)
    assert header_roles(header) == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Time-scales (2023/24)", ("time", "scale")),
        ("RESPONSIBILITIES", ("responsibility",)),
        ("31st March: progress", ("march", "progress")),
        ("Lead\nOfficer", ("lead", "officer")),
        ("Recommend\nation 1", ("recommendation",)),
        ("Time scale", ("time", "scale")),
    ],
)
def test_case_numbers_plurals_and_line_ends_do_not_matter(text: str, words: tuple[str, ...]) -> None:
    assert header_words(text) == words
