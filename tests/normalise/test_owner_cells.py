"""Owners told by the cell as a whole: every case is a cell, and the owners in it."""

from __future__ import annotations

from itertools import permutations

import pytest

from actionplan_extract.normalise.owner import read_owners

SEVERAL = [
    ("HOM/Wisbech Night Shelter", "HOM|Wisbech Night Shelter"),
    ("Cambridge City (lead) / HSO", "Cambridge City (lead)|HSO"),
    (
        "Cabinet Lead for Communities / Community Action Hampshire",
        "Cabinet Lead for Communities|Community Action Hampshire",
    ),
    ("Framework HA / Citizens Advice", "Framework HA|Citizens Advice"),
    ("Cabinet\vHead of HR", "Cabinet|Head of HR"),
    ("Monitoring Officer / Chair of Corporate\nOverview Group", "Monitoring Officer|Chair of Corporate Overview Group"),
    ("Head of Planning and Development Management Team Leader", "Head of Planning|Development Management Team Leader"),
    (
        "Director of Children's Services and Director of Education",
        "Director of Children's Services|Director of Education",
    ),
    ("Finance, HR and Legal", "Finance|HR|Legal"),
    ("HR, OD and Comms", "HR|OD|Comms"),
    ("Legal Services, Finance and HR", "Legal Services|Finance|HR"),
    ("Head of Service, MASH and Assessment", "Head of Service, MASH and Assessment"),
    ("Jane Doe (Head of Service)/ John Roe", "Jane Doe (Head of Service)|John Roe"),
    ("Jane Doe (Head of Service)\nService Director, Legal", "Jane Doe (Head of Service)|Service Director, Legal"),
    ("Cllr A Smith, Leader of the Council, and Chief Executive", "Cllr A Smith, Leader of the Council|Chief Executive"),
    (
        "Head of Legal & Democratic Services; all Heads of Service; Unions",
        "Head of Legal & Democratic Services|all Heads of Service|Unions",
    ),
    ("Public Health with ICB and VCSE partners", "Public Health|ICB|VCSE partners"),
    ("Head of Portfolio\vManagement Office\nHead of HR", "Head of Portfolio Management Office|Head of HR"),
    ("Chief Officer\vEducation\nChief Executive", "Chief Officer Education|Chief Executive"),
    ("Lead Officer, Child\vProtection Committee\nHead of HR", "Lead Officer, Child Protection Committee|Head of HR"),
    ("Head of Policy, Performance and Scrutiny\nHead of HR", "Head of Policy, Performance and Scrutiny|Head of HR"),
    ("Scrutiny and Committee Officer / Head of HR", "Scrutiny and Committee Officer|Head of HR"),
    ("Climate Officer / South\vDartmoor Community Energy", "Climate Officer|South Dartmoor Community Energy"),
    ("Kent Police, Fenland\vDC / Torridge\vDC", "Kent Police|Fenland DC|Torridge DC"),
    ("Head of Housing\nNHS\vNorthamptonshire ICB", "Head of Housing|NHS Northamptonshire ICB"),
    ("Public Health with\vICB and VCSE\vpartners", "Public Health|ICB|VCSE partners"),
    ("Head of Housing with Kent Police and NHS Sussex", "Head of Housing|Kent Police|NHS Sussex"),
    (
        "Chief Executive / Director of Finance\nCllr Jane Doe, Portfolio Holder (with HR Team)",
        "Chief Executive|Director of Finance|Cllr Jane Doe, Portfolio Holder (with HR Team)",
    ),
    ("Head of Policy and Partnerships, Dog Warden", "Head of Policy and Partnerships|Dog Warden"),
    (
        "Strategic Director, Economy and Growth, Housing Strategy Manager",
        "Strategic Director, Economy and Growth|Housing Strategy Manager",
    ),
    (
        "Family Hub Coordinator, Housing Manager and Performance and Data Team",
        "Family Hub Coordinator|Housing Manager|Performance and Data Team",
    ),
    (
        "Head of Community Services, Waste and Recycling Manager, Town Clerk",
        "Head of Community Services|Waste and Recycling Manager|Town Clerk",
    ),
    ("Tourism Manager, Health and Safety Adviser", "Tourism Manager|Health and Safety Adviser"),
    ("Head of Planning & Asset Management Team", "Head of Planning|Asset Management Team"),
    ("Museum Curator and Schools Forum", "Museum Curator|Schools Forum"),
    ("Licensing Team Leader and HR", "Licensing Team Leader|HR"),
    ("Deputy Monitoring Officer, Cllr Susan Wright", "Deputy Monitoring Officer|Cllr Susan Wright"),
    ("HR / Public Health Team", "HR|Public Health Team"),
    ("Leisure Services\vProperty Services", "Leisure Services|Property Services"),
    ("Landlord Services\nTrading Standards Manager", "Landlord Services|Trading Standards Manager"),
    ("Smart Cities Lead\vDirector of Children's Services", "Smart Cities Lead|Director of Children's Services"),
    ("Devon and Cornwall Police and Plymouth City Council", "Devon and Cornwall Police|Plymouth City Council"),
    ("CLT / All\vService Managers", "CLT|All Service Managers"),
    ("Leader & Deputy Leader", "Leader|Deputy Leader"),
    ("Pennaeth Cynllunio a Rheolwr Datblygu", "Pennaeth Cynllunio|Rheolwr Datblygu"),
    ("Tîm Tai\nTîm Cynllunio", "Tîm Tai|Tîm Cynllunio"),
    ("ACFO Service Delivery / Group Manager Prevention", "ACFO Service Delivery|Group Manager Prevention"),
    ("AM Response and GM Prevention", "AM Response|GM Prevention"),
    (
        "Deputy Chief Fire Officer, ACFO (Service Delivery) and Area Manager Response",
        "Deputy Chief Fire Officer|ACFO (Service Delivery)|Area Manager Response",
    ),
    ("Metro Mayor and Chief Executive", "Metro Mayor|Chief Executive"),
]

ONE = [
    "Head of Governance and Scrutiny",
    "Chief Executive, Bradford Children and Families Trust",
    "Chief Executive, Telford and Wrekin Council",
    "Head of Planning, Perth & Kinross Council",
    "Assistant Director, Housing and Communities",
    "Service Manager, Front Door",
    "Head of HR and OD",
    "Cabinet Member for Resident Services and Tackling Inequality",
    "Chair of the Children, Families and Education Committee",
    "Convener of the Environment and Housing Committee",
    "Performance Service in Social Care and Education",
    "Place, Growth and Prosperity Directorate",
    "Waste, Recycling and Street Scene Service",
    "Policy, Performance and Partnerships Team",
    "Fleet, Waste and Grounds Maintenance Manager",
    "Police and Crime Panel",
    "Planning Manager/Coordinator",
    "Political leadership and culture",
    "Deputy Mayor for Policing and Crime",
    "Swyddog Polisi a Pherfformiad",
    "Pennaeth Gwasanaethau Cyfreithiol a Democrataidd",
    "T/ACFO Prevention and Protection",
]

WHOLE = """Chief Executive|S151 Officer|Head of Planning|Director of Public Health|Planning Policy Manager|Dog Warden
Waste Team|Senior Management Team|Kent Police|Environment Agency|Leader of the Council|Town Clerk
Group Leaders|Section 151 Officer|Monitoring Officer|Pennaeth Cyllid|Principal Lawyer|Transformation Board
""".replace("\n", "|").split("|")[:-1]


def owners(text: str) -> list[str]:
    return [owner.text for owner, _ in read_owners(text).owners]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_a_cell_is_cut_where_its_owners_are_the_best_as_a_whole(text: str, expected: str) -> None:
    assert owners(text) == expected.split("|")


@pytest.mark.parametrize("text", ONE)
def test_marks_within_one_owner_do_not_cut_it(text: str) -> None:
    assert owners(text) == [text]


@pytest.mark.parametrize("mark", [" / ", "/", "; ", " and ", " & ", ", and ", "\n", "\v", " with ", ", supported by "])
@pytest.mark.parametrize("first", WHOLE)
def test_any_two_whole_owners_are_told_apart(first: str, mark: str) -> None:
    joined = {(first, second): owners(first + mark + second) for second in WHOLE if second != first}
    assert {pair: found for pair, found in joined.items() if found != list(pair)} == {}


def test_any_three_of_a_list_are_told_apart() -> None:
    triples = list(permutations(WHOLE[::2], 3))
    wrong = [(a, b, c) for a, b, c in triples if owners(f"{a}, {b} and {c}") != [a, b, c]]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "role", "kind"),
    [
        ("ACFO", "ACFO", "officer"),
        ("ACFO Service Delivery", "ACFO Service Delivery", "officer"),
        ("AM Response", "AM Response", "officer"),
        ("T/ACFO Prevention", "T/ACFO Prevention", "officer"),
        ("Station Manager - Operational Assurance", "Station Manager - Operational Assurance", "officer"),
        ("Cyfarwyddwr Corfforaethol", "Cyfarwyddwr Corfforaethol", "officer"),
        ("Depute Chief Executive", "Depute Chief Executive", "officer"),
        ("Metro Mayor", "Metro Mayor", "member"),
        ("Cadeirydd y Pwyllgor Craffu", "Cadeirydd y Pwyllgor Craffu", "member"),
    ],
)
def test_ranks_and_titles_of_all_services_and_nations(text: str, role: str, kind: str) -> None:
    (found,) = (owner for owner, _ in read_owners(text).owners)
    assert (found.role, found.kind) == (role, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tîm Cynllunio", "team"),
        ("Tim Smith", "unknown"),
        ("AM", "unknown"),
        ("Cyngor Gwynedd", "partner"),
        ("Llywodraeth Cymru", "partner"),
    ],
)
def test_names_of_teams_bodies_and_people(text: str, kind: str) -> None:
    (found,) = (owner for owner, _ in read_owners(text).owners)
    assert (found.role, found.kind) == (None, kind)


def test_who_leads_is_the_owner() -> None:
    ((owner, _),) = read_owners("To be led by the Monitoring Officer").owners
    assert owner.role == "Monitoring Officer"
