from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan_extract.normalise.owner import looks_like_owner, read_owners
from actionplan_extract.schema import Owner, OwnerKind

from ..growth import grows_in_step


def owners(text: str, hint: OwnerKind | None = None) -> list[Owner]:
    return [owner for owner, _ in read_owners(text, hint).owners]


def labels(text: str) -> list[str | None]:
    """What each owner is called: the office, else the name, else the text."""
    return [owner.role or owner.name or owner.text for owner in owners(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S151 Officer / Director of ICT", ["S151 Officer", "Director of ICT"]),
        ("Head of HR & OD / Policy Officer", ["Head of HR & OD", "Policy Officer"]),
        ("Chief Executive and Leader of the Council", ["Chief Executive", "Leader of the Council"]),
        ("Chief Executive\nMonitoring Officer", ["Chief Executive", "Monitoring Officer"]),
        ("Head of Planning\nHead of Housing", ["Head of Planning", "Head of Housing"]),
        ("Chief Executive\nLeader of the Council", ["Chief Executive", "Leader of the Council"]),
        ("Finance Team\nLegal Team", ["Finance Team", "Legal Team"]),
        ("Sarah Jones\nTom Smith", ["Sarah Jones", "Tom Smith"]),
        ("Director of Housing\nPlanning Manager", ["Director of Housing", "Planning Manager"]),
        ("Head of Legal, Head of Finance and Head of HR", ["Head of Legal", "Head of Finance", "Head of HR"]),
        ("Director of Finance; Director of Resources", ["Director of Finance", "Director of Resources"]),
        ("Empty Property Officer/CPU Manager", ["Empty Property Officer", "CPU Manager"]),
        ("Portfolio Holder and Sustainability Officer", ["Portfolio Holder", "Sustainability Officer"]),
        ("Head of Strategy & Cabinet Member for Resources", ["Head of Strategy", "Cabinet Member for Resources"]),
        ("IM/TK", ["IM", "TK"]),
        ("DL & TJ", ["DL", "TJ"]),
        ("GS/AM/JT", ["GS", "AM", "JT"]),
        ("Jane, Tom and Harry", ["Jane", "Tom", "Harry"]),
        ("CFO/MO", ["CFO", "MO"]),
        ("Leader, Deputy Leader and Chief Executive", ["Leader", "Deputy Leader", "Chief Executive"]),
        ("Secretariat and Panel Members.", ["Secretariat", "Panel Members"]),
        ("Kwabena/Secretariat", ["Kwabena", "Secretariat"]),
        ("Police, NHS England and Environment Agency", ["Police", "NHS England", "Environment Agency"]),
        ("Director of Public Health and NHS England", ["Director of Public Health", "NHS England"]),
        ("Environment Agency/ Assets & Building Control", ["Environment Agency", "Assets & Building Control"]),
        ("Head of Parks; JMcK", ["Head of Parks", "JMcK"]),
        ("Sustainability/HR", ["Sustainability", "HR"]),
        ("Finance, HR, Legal", ["Finance", "HR", "Legal"]),
        ("Highways\nPlanning\nHousing", ["Highways", "Planning", "Housing"]),
        ("Planning Manager and Waste Team", ["Planning Manager", "Waste Team"]),
        ("Housing Services and Property Services", ["Housing Services", "Property Services"]),
        ("senior officers and councillors", ["senior officers", "councillors"]),
        ("• Chief Executive\n• Monitoring Officer", ["Chief Executive", "Monitoring Officer"]),
        ("1. Chief Executive\n2. Monitoring Officer", ["Chief Executive", "Monitoring Officer"]),
        ("Lead Member: Cllr Smith / Lead Officer: Head of HR", ["Lead Member", "Head of HR"]),
        ("Service Leader HR and OD / Team Leader Waste", ["Service Leader HR and OD", "Team Leader Waste"]),
        ("AD Social Work / AD Housing", ["AD Social Work", "AD Housing"]),
        ("CEX, MO and DASS", ["CEX", "MO", "DASS"]),
        (
            "Corporate Lead Officer: Policy / Corporate Lead Officer: Finance and Procurement",
            ["Corporate Lead Officer: Policy", "Corporate Lead Officer: Finance and Procurement"],
        ),
        ("Cllrs Smith, Jones and Brown", ["Cllrs Smith", "Jones", "Brown"]),
        ("Councillors Smith/Brown", ["Councillors Smith", "Brown"]),
        ("Cllr Smith and Brown", ["Cllr Smith", "Brown"]),
        ("Cllr A Smith / Jane Doe", ["Cllr A Smith", "Jane Doe"]),
        ("Jane Doe, John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe/John Roe", ["Jane Doe", "John Roe"]),
        ("Xiulan Zhou\nWolfram Quandt", ["Xiulan Zhou", "Wolfram Quandt"]),
        ("Xiulan Zhou / Wolfram Quandt", ["Xiulan Zhou", "Wolfram Quandt"]),
        ("Tree Manager & Arboriculturist", ["Tree Manager", "Arboriculturist"]),
        ("Tree Works\nManager &\nEcologist", ["Tree Works Manager", "Ecologist"]),
        ("Wildlife Officer and Engineer", ["Wildlife Officer", "Engineer"]),
        ("Play Officer / Early Start Hubs", ["Play Officer", "Early Start Hubs"]),
    ],
)
def test_cell_is_split_where_both_sides_stand_alone(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Director of Public Health, Derby Council of Voluntary Organisations",
            [("Director of Public Health", "officer"), ("Derby Council of Voluntary Organisations", "partner")],
        ),
        ("Youth Officer / Third Sector Fife", [("Youth Officer", "officer"), ("Third Sector Fife", "partner")]),
        ("Housing, Home Energy Scotland", [("Housing", "team"), ("Home Energy Scotland", "partner")]),
        ("Care Officer and Who Cares? Scotland", [("Care Officer", "officer"), ("Who Cares? Scotland", "partner")]),
        ("Fleet Manager with Tayside Contracts", [("Fleet Manager", "officer"), ("Tayside Contracts", "partner")]),
        ("Head of Economy, Invest NI", [("Head of Economy", "officer"), ("Invest NI", "partner")]),
        ("Head of Skills and Education Scotland", [("Head of Skills", "officer"), ("Education Scotland", "partner")]),
        ("Head of Housing, Shelter Cymru", [("Head of Housing", "officer"), ("Shelter Cymru", "partner")]),
        (
            "Director of Growth, University of Kent",
            [("Director of Growth", "officer"), ("University of Kent", "partner")],
        ),
        ("Community Manager, Kent Police", [("Community Manager", "officer"), ("Kent Police", "partner")]),
        ("Head of Sport and Fylde Youth Forum", [("Head of Sport", "officer"), ("Fylde Youth Forum", "partner")]),
        (
            "Head of Planning in partnership with the Environment Agency",
            [("Head of Planning", "officer"), ("Environment Agency", "partner")],
        ),
        ("Chief Executive supported by the LGA", [("Chief Executive", "officer"), ("LGA", "partner")]),
        ("NHS Sussex and Kent Police", [("NHS Sussex", "partner"), ("Kent Police", "partner")]),
        ("University of Kent and NHS England", [("University of Kent", "partner"), ("NHS England", "partner")]),
        ("Tenant Engagement Team & TPAS", [("Tenant Engagement Team", "team"), ("TPAS", "partner")]),
        ("Tenant Engagement Team & QXZV", [("Tenant Engagement Team", "team"), ("QXZV", "unknown")]),
        ("Head of Communities/SALC", [("Head of Communities", "officer"), ("SALC", "partner")]),
        ("Head of Communities/QXZV", [("Head of Communities", "officer"), ("QXZV", "unknown")]),
        ("Head of Planning & PAS", [("Head of Planning", "officer"), ("PAS", "partner")]),
        ("Head of Communities, LGA", [("Head of Communities", "officer"), ("LGA", "partner")]),
        ("Community Manager, QXZV", [("Community Manager", "officer"), ("QXZV", "unknown")]),
    ],
)
def test_a_body_is_no_part_of_the_role_beside_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(owner.role or owner.name, owner.kind) for owner in owners(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cllr. Caroline Example, Chief Officer - Governance",
            [("Cllr. Caroline Example", "member"), ("Chief Officer - Governance", "officer")],
        ),
        ("Cllr Jane Roe\nHead of Planning", [("Cllr Jane Roe", "member"), ("Head of Planning", "officer")]),
        ("Cllr Jane Roe, Cabinet Member for Housing", [("Cabinet Member for Housing", "member")]),
        ("Cllr Jane Roe, Climate Lead", [("Climate Lead", "officer")]),
        ("Sarah Jones, Head of Planning", [("Head of Planning", "officer")]),
    ],
)
def test_a_councillor_holds_no_officers_post(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(owner.role or owner.name, owner.kind) for owner in owners(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        *("Roads & Infrastructure", "Parks and Open Spaces", "Democratic Services", "Place Directorate"),
        *("Planning & Building Standards", "Planning & Gateways", "Communities and Place", "Streets & Greenspace"),
    ],
)
def test_a_field_of_work_alone_is_a_team(text: str) -> None:
    assert owners(text) == [Owner(text=text, name=text, kind="team")]


@pytest.mark.parametrize(
    "text",
    [
        "Head of Planning, Leeds City Council",
        "Assistant Director, LGA",
        "Jane Smith, Environment Agency",
        "Director of Schools and Colleges",
        "Head of HR/QXZV",
        "Head of Events and QXZV",
        "Housing Manager, North Wales",
        "Officer with responsibility for housing",
        "Director of HR & OD",
        "Corporate Director, Place",
        "Assistant Director of Digital, Data & the Customer Experience",
        "Cabinet Member for Parks, Highways and Transport, and Deputy Leader",
        "Deputy Leader and Cabinet Member for Finance",
        "Cabinet Member for Health, Social Care and Wellbeing",
        "Head of Policy, Performance and Communications",
        "Head of Legal and Committee Services",
        "Head of Revenues & Benefits",
        "Democratic Services and Elections Manager",
        "Housing and Planning Manager",
        "Policy/Performance Officer",
        "Third Sector Grants Officer",
        "Planning Manager & Coordinator",
        "Head of HR/OD",
        "Energy & Sustainability Team",
        "Highways Operations and Streetscene",
        "Estates and Facilities",
        "Chief Executive, NHS Sussex",
        "Policy Officer, Communications Team",
        "Ministry of Housing, Communities and Local Government",
        "Department for Environment, Food and Rural Affairs",
        "Corporate Manager (Human Resources, Payroll and Pensions)",
        "Chair of the Overview and Scrutiny Committee",
        "All heads of service",
        "Marketing and R&D",
        "Corporate Lead Officer: Customer Contact, ICT and Digital",
        "Corporate Lead Officer: Finance and Procurement",
        "Service Leader Legal and Democratic",
    ],
)
def test_one_owner_stays_one(text: str) -> None:
    assert len(owners(text)) == 1
    assert owners(text)[0].text == text


@pytest.mark.parametrize(
    "text",
    [
        "Assistant Director of\nCorporate Strategy",
        "Assistant Director of Digital, Data\n& the Customer Experience",
        "Corporate Director,\nPlace",
        "Corporate\nDirector of Place",
        "Chief\nExecutive",
        "Chief Finance\nOfficer",
        "Head of Legal\nServices",
        "Cabinet\nMember for Housing",
        "Cabinet Member for Health,\nSocial Care and Wellbeing",
        "Leader of the\nCouncil",
        "Director of Housing\nManagement",
        "Strategic\nPlanning",
        "Sustainability\nTeam",
        "Senior Officer, Quality\nAssurance",
        "Assistant Director of Legal, Elections and\nRegistration Services",
        "Head of Housing\nand Communities",
        "Director of Adults,\nHealth and Wellbeing",
        "Strategic Director Corporate\nResources",
        "Assistant Chief Executive (Strategy\nand Performance)",
        "Group Manager\n(Housing Strategy)",
        "Health and Social\nCare Partnership",
        "Corporate\nLead Officer: Economy and Regeneration",
    ],
)
def test_a_role_wrapped_over_lines_stays_one(text: str) -> None:
    assert labels(text) == [" ".join(text.split())] or owners(text)[0].text == " ".join(text.split())
    assert len(owners(text)) == 1


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("Sarah Jones, Head of Planning", "Head of Planning", "Sarah Jones"),
        ("Head of Planning, Sarah Jones", "Head of Planning", "Sarah Jones"),
        ("Head of Planning – Sarah Jones", "Head of Planning", "Sarah Jones"),
        ("Head of Planning\nSarah Jones", "Head of Planning", "Sarah Jones"),
        ("Director of Finance (Jane Smith)", "Director of Finance", "Jane Smith"),
        ("Jane Smith (Director of Finance)", "Director of Finance", "Jane Smith"),
        ("Jane Smith Head of Planning", "Head of Planning", "Jane Smith"),
        ("Cllr A. Example, Cabinet Member for Housing", "Cabinet Member for Housing", "Cllr A. Example"),
        ("Cllr Jane Roe Leader of the Council", "Leader of the Council", "Cllr Jane Roe"),
        ("Portfolio Holder: Jane Smith", "Portfolio Holder", "Jane Smith"),
        ("Cllr Smith", None, "Cllr Smith"),
        ("Led by Head of Planning", "Head of Planning", None),
        ("Head of Planning (lead)", "Head of Planning", None),
        ("Xiulan Zhou\nHead of Planning", "Head of Planning", "Xiulan Zhou"),
        ("Xiulan Zhou (Head of Planning)", "Head of Planning", "Xiulan Zhou"),
        ("Lead Officer: Jane Smith", None, "Jane Smith"),
        ("J. Smith", None, "J. Smith"),
        ("Waste Team.", None, "Waste Team"),
        ("Lead: Head of Planning", "Head of Planning", None),
        ("Head of Planning.", "Head of Planning", None),
    ],
)
def test_name_and_role_are_told_apart(text: str, role: str | None, name: str | None) -> None:
    (owner,) = owners(text)
    assert (owner.role, owner.name) == (role, name)


def test_people_with_their_roles_are_paired_in_order() -> None:
    found = owners("Sarah Jones, Head of Planning and Tom Brown, Head of Housing")
    assert [(o.name, o.role) for o in found] == [("Sarah Jones", "Head of Planning"), ("Tom Brown", "Head of Housing")]


@pytest.mark.parametrize(
    "text",
    [
        "Corporate Lead Officer: Customer Contact, ICT and Digital",
        "Head of Service: Housing",
        "Strategic Director: Children and Families",
        "Service Lead: Waste",
        "Service Leader HR and OD",
        "Service Leader Legal and Democratic",
        "Team Leader Waste",
        "Group Leader Planning",
        "Practice Lead",
        "AD Social Work",
        "AD Housing",
        "ADs",
        "CEX",
        "CE",
        "DCS",
        "DASS",
        "DPH",
        "HoS Finance",
        "Dir. of Place",
        "Exec Director",
        "Exec Dir Place",
        "CFO",
        "SRO",
        "MO",
        "SIRO",
    ],
)
def test_an_officers_role_is_the_whole_text(text: str) -> None:
    assert owners(text) == [Owner(text=text, role=text, kind="officer")]


@pytest.mark.parametrize(
    "text", ["Cabinet Member: Finance", "Lead Member: Adult Social Care", "Portfolio Holder: Housing"]
)
def test_a_members_role_goes_on_behind_a_colon(text: str) -> None:
    assert owners(text) == [Owner(text=text, role=text, kind="member")]


@pytest.mark.parametrize(
    "label", ["Lead", "Lead Officer", "Owner", "Officer", "Member", "Support", "Responsible", "SRO"]
)
def test_a_bare_label_is_no_part_of_the_role(label: str) -> None:
    (owner,) = owners(f"{label}: Head of Planning")
    assert owner.role == "Head of Planning"


def test_a_title_may_have_two_words() -> None:
    (owner,) = owners("County Councillor B. Example, Cabinet Member for Parks")
    assert (owner.name, owner.role) == ("County Councillor B. Example", "Cabinet Member for Parks")
    assert owner.kind == "member"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Cllrs Smith, Jones and Brown", ["member", "member", "member"]),
        ("Cllrs A. Smith & J. Brown", ["member", "member"]),
        ("Cllr Smith and Brown", ["member", "member"]),
        ("County Councillors Smith and Brown", ["member", "member"]),
        ("Cllr A Smith / Jane Doe", ["member", "unknown"]),
        ("Mr Smith, Head of Planning", ["officer"]),
        ("Cllrs Smith and Brown / Head of Planning", ["member", "member", "officer"]),
    ],
)
def test_people_behind_one_title_share_it(text: str, kinds: list[str]) -> None:
    found = owners(text)
    assert [owner.kind for owner in found] == kinds
    assert all(owner.name or owner.role for owner in found)


def test_labels_on_one_line_separate_owners() -> None:
    found = owners("Lead Officer: Jane Smith Lead Member: Cllr Brown")
    assert [(o.name, o.kind) for o in found] == [("Jane Smith", "officer"), ("Cllr Brown", "member")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Monitoring Officer", "officer"),
        ("Section 151 Officer", "officer"),
        ("Service Director", "officer"),
        ("Borough Solicitor", "officer"),
        ("Climate Change Lead", "officer"),
        ("Health, Wellbeing and Access Team Leader", "officer"),
        ("Member Services Manager", "officer"),
        ("All directors", "officer"),
        ("Leader", "member"),
        ("Group Leader", "member"),
        ("Leader of the Council", "member"),
        ("Leader of the Opposition", "member"),
        ("Leader of the Labour Group", "member"),
        ("Conservative Group Leader", "member"),
        ("Deputy Leader", "member"),
        ("Executive Member for Adults", "member"),
        ("Portfolio Holder", "member"),
        ("Lead Member for Children's Services", "member"),
        ("Councillor Doe", "member"),
        ("Mayor", "member"),
        ("Convener of the Education Committee", "member"),
        ("Committee Chair", "member"),
        ("Property Services", "team"),
        ("Waste Team.", "team"),
        ("Senior Leadership Team", "team"),
        ("Housing", "team"),
        ("NHS England", "partner"),
        ("LGA", "partner"),
        ("Leeds City Council", "partner"),
        ("University of Warwick", "partner"),
        ("Groundwork Suffolk", "partner"),
        ("West Mercia Police", "partner"),
        ("TJ", "unknown"),
        ("Jane Smith", "unknown"),
        ("Peter Wales", "unknown"),
        ("All", "unknown"),
    ],
)
def test_kind_follows_the_words(text: str, kind: str) -> None:
    assert [owner.kind for owner in owners(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "hint", "kind"),
    [
        ("Jane Smith", "officer", "officer"),
        ("TJ", "member", "member"),
        ("Finance and Local Investment Spokesman", "member", "member"),
        ("Waste Team", "officer", "team"),
        ("Environment Agency", "officer", "partner"),
        ("Chair", "officer", "officer"),
        ("Councillor Support Officer", "officer", "officer"),
        ("Cllr A. Example", "officer", "member"),
        ("Cllr A. Example, Portfolio Holder for Parks", "officer", "member"),
    ],
)
def test_header_decides_between_officer_and_member_unless_a_title_does(text: str, hint: OwnerKind, kind: str) -> None:
    assert [owner.kind for owner in owners(text, hint)] == [kind]


@pytest.mark.parametrize("text", ["TBC", "TBC.", "vacant", "Vacant post", "To be recruited", "?", "to be confirmed"])
def test_an_open_post_gives_no_owner(text: str) -> None:
    reading = read_owners(text)
    assert reading.vacant
    assert reading.owners == ()


@pytest.mark.parametrize("text", ["N/A", "n/a", "None", "Nil.", "-", "–", "Not applicable", "Lead: n/a"])
def test_nobody_is_no_owner_and_no_open_post(text: str) -> None:
    reading = read_owners(text)
    assert (reading.owners, reading.vacant) == ((), False)


def test_nobody_beside_an_owner() -> None:
    assert labels("Head of Housing / n/a") == ["Head of Housing"]
    assert not read_owners("Head of Housing / n/a").vacant


def test_an_open_post_beside_an_owner() -> None:
    reading = read_owners("TBC / Head of Housing")
    assert (reading.vacant, labels("TBC / Head of Housing")) == (True, ["Head of Housing"])
    for text in ("Director of Place (vacant)", "Director of Place - TBC", "Vacant (Director of Place)"):
        assert read_owners(text).vacant
        assert labels(text) == ["Director of Place"]


def test_empty_text_gives_nothing() -> None:
    assert read_owners("  \n ").owners == ()
    assert not read_owners("").vacant


PIECES = [*"aHS.,;/&\n()-:• ", " and ", "Head of ", "Manager", "TBC", "Lead:", "Housing", "Jane Smith", "Cllr "]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_every_owner_is_its_stretch_of_the_text(text: str) -> None:
    end_before = 0
    for owner, (start, end) in read_owners(text).owners:
        assert end_before <= start < end <= len(text)
        assert owner.text == " ".join(text[start:end].split())
        end_before = end


@pytest.mark.parametrize("text", ["a,", "A/", "Head of Planning, ", "x and ", "(", "in x with ", "working in "])
def test_work_grows_in_step_with_hostile_cells(text: str) -> None:
    assert grows_in_step(lambda times: read_owners(text * times), 500)


@pytest.mark.parametrize(
    "text",
    [
        "Head of Planning",
        "S151 Officer / Director of ICT",
        "Head of IT",
        "Led by Head of Planning",
        "Waste Team.",
        "Property services",
        "TJ/JT",
        "Cllr Brown",
        "NHS England",
        "Sarah Jones, Head of Planning",
        "Chief Executive\nLeader of the Council",
    ],
)
def test_owner_cells_look_like_owners(text: str) -> None:
    assert looks_like_owner(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "March 2024",
        "Ongoing",
        "Housing",
        "TBC",
        "Improve the service",
        "Set up a working group",
        "Appoint a project manager",
        "Secretariat to circulate the minutes",
        "Programme management",
        "Member development",
        "National Dataset – Lead TJ",
        "Develop a Housing Strategy",
        "The Director of Finance will report to Cabinet",
        "Review the role of the Monitoring Officer and bring forward proposals to the committee",
        "Complete",
        "£50,000",
    ],
)
def test_other_cells_do_not_look_like_owners(text: str) -> None:
    assert not looks_like_owner(text)


@pytest.mark.parametrize("text", ["Preparing for Adulthood Lead", "Senior Valuer", "Working with Families Manager"])
def test_a_post_may_have_a_phrase_for_its_field_of_work(text: str) -> None:
    (owner,) = owners(text)
    assert (owner.role, owner.kind) == (text, "officer")


def test_an_article_is_no_part_of_an_office() -> None:
    first, second = owners("Head of Digital Services and the Community Development Manager")
    assert (first.role, second.role) == ("Head of Digital Services", "Community Development Manager")
    assert second.text == "the Community Development Manager"


@pytest.mark.parametrize(
    "office", ["Cabinet Member for Housing", "Leader of the Council", "Portfolio Holder for Finance"]
)
def test_an_elected_office_is_a_members_under_any_header(office: str) -> None:
    ((owner, _),) = read_owners(office, "officer").owners
    assert (owner.role, owner.kind) == (office, "member")
