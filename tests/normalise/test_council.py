from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from actionplan_extract.data import read_table
from actionplan_extract.normalise.council import SOURCE_WEIGHTS, CouncilMatch, Mention, find_councils, is_council_name

from ..growth import grows_in_step


def find(*places: tuple[str, str], on: date | None = None) -> list[CouncilMatch]:
    """The matches in texts given as (source, text)."""
    return find_councils([Mention(text, SOURCE_WEIGHTS[source], source) for source, text in places], on)


def codes(*places: tuple[str, str], on: date | None = None) -> list[str | None]:
    return [match.council.gss_code for match in find(*places, on=on)]


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Peer Challenge in Exeter 2023 – Action Plan", "E07000041"),
        ("LONDON BOROUGH OF CAMDEN ACTION PLAN", "E09000007"),
        ("LB Camden improvement plan", "E09000007"),
        ("City of York Council: action plan", "E06000014"),
        ("North Yorkshire Council action plan", "E06000065"),
        ("Borough Council of King’s Lynn & West Norfolk", "E07000146"),
        ("St. Helens Borough Council", "E08000013"),
        ("Stockton on Tees plan", "E06000004"),
        ("B&NES Council plan", "E06000022"),
        ("RBKC Peer Challenge", "E09000020"),
        ("Cynllun gweithredu Ynys Môn", "W06000001"),
        ("Council of the Isles of Scilly", "E06000053"),
        ("Newcastle-under-Lyme Borough Council plan", "E07000195"),
        ("Newcastle City Council plan", "E08000021"),
        ("Reading Borough Council plan", "E06000038"),
        ("Durham County Council plan", "E06000047"),
        ("The Highland Council plan", "S12000017"),
        ("Derry City & Strabane District Council", "N09000005"),
        ("Greater Manchester Combined Authority plan", "E47000001"),
        ("Bournemouth, Christchurch and Poole Council", "E06000058"),
        ("Telford and Wrekin Council", "E06000020"),
        ("Barnet LBC action plan", "E09000003"),
        ("Rhondda Cynon Taf CBC", "W06000016"),
        ("Ashford BC plan", "E07000105"),
        ("Hart DC plan", "E07000089"),
        ("Bury MBC action plan", "E08000002"),
        ("Royal Borough of Greenwich", "E09000011"),
        ("Comhairle nan Eilean Siar", "S12000013"),
        ("Cyngor Gwynedd", "W06000002"),
        ("Cyngor Sir Ynys Môn", "W06000001"),
        ("Cyngor Sir Powys", "W06000023"),
        ("Cyngor Sir Gâr", "W06000010"),
        ("Cyngor Bwrdeistref Sirol Conwy", "W06000003"),
        ("Cyngor Dinas Casnewydd", "W06000022"),
        ("Dumfries & Galloway", "S12000006"),
        ("Belfast City Council", "N09000003"),
        ("Derry City and Strabane", "N09000005"),
        ("Action plan of the West Yorkshire Combined Authority", "E47000003"),
        ("Colchester Borough Council", "E07000071"),
        ("Southend-on-Sea City Council", "E06000033"),
    ],
)
def test_names_are_recognised_in_a_title(title: str, code: str) -> None:
    assert codes(("title", title)) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Reading this plan, we bury old habits; in Rugby and Bath, too, and all over Kent.",
        "Hastings Town Council and Exeter Road",
        "the University of Warwick",
        "North Exeter schools",
        "thanks to Cllr Mansfield and Mrs Dudley",
        "offices in Leeds, Manchester and Exeter",
        "LBH action plan",
        "Our BCP was tested",
        "Local Government Association",
        "exeter",
        "",
    ],
)
def test_other_words_name_no_council(text: str) -> None:
    assert codes(("front", text)) == []


def test_a_place_named_again_and_again_in_the_front_is_the_councils() -> None:
    assert codes(("front", "In May Exeter welcomed the team."), ("front", "Exeter thanks them.")) == ["E07000041"]


def test_title_wins_over_the_peers_councils() -> None:
    peers = (
        "The peer team was: Jane Roe, Chief Executive, Leeds City Council; Cllr John Doe, Leader, Leeds City Council"
    )
    assert codes(("title", "Peer Challenge Action Plan for Exeter"), ("front", peers)) == ["E07000041"]
    assert codes(("front", "Exeter City Council invited them."), ("front", peers)) == ["E07000041"]


def test_peers_councils_alone_are_not_the_plans() -> None:
    assert codes(("front", "Peer team:"), ("front", "Jane Roe, Chief Executive, Leeds City Council")) == []


def test_a_mere_mention_in_the_body_is_not_enough() -> None:
    assert codes(("body", "as Leeds City Council has done")) == []
    assert codes(("title", "Exeter plan"), *[("body", "Leeds City Council")] * 20) == ["E07000041"]


def test_a_name_all_over_the_body_is_enough() -> None:
    assert codes(*[("body", "Leeds City Council will act")] * 30) == ["E08000035"]


def test_file_name_and_address_serve_where_nothing_else_does() -> None:
    assert codes(("file_name", "exeter-action-plan.pdf")) == ["E07000041"]
    assert codes(("file_name", "https://www.eastsuffolk.gov.uk/plan.pdf")) == ["E07000244"]
    assert codes(("file_name", "https://democracy.kent.gov.uk/plan.pdf")) == ["E10000016"]


def test_the_file_name_decides_a_tie() -> None:
    front = ("front", "Exeter City Council and Leeds City Council")
    assert codes(front, ("file_name", "leeds.pdf"))[:1] == ["E08000035"]
    assert codes(front, ("file_name", "exeter.pdf"))[:1] == ["E07000041"]


def test_a_close_second_is_told() -> None:
    assert find(("front", "Exeter City Council and Leeds City Council"))[0].runner_up_close
    assert not find(("title", "Exeter City Council"), ("body", "Leeds"))[0].runner_up_close


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Babergh and Mid Suffolk District Councils – Joint Plan", {"E07000200", "E07000203"}),
        ("Adur & Worthing Councils Action Plan", {"E07000223", "E07000229"}),
        ("Kent and Medway Councils joint plan", {"E10000016", "E06000035"}),
        ("London Boroughs of Bexley and Bromley", {"E09000004", "E09000006"}),
    ],
)
def test_a_joint_plan_has_both_councils(title: str, expected: set[str]) -> None:
    assert set(codes(("title", title))) == expected


def test_one_name_of_two_authorities_is_settled_by_the_date() -> None:
    title = ("title", "North East Combined Authority")
    assert codes(title, on=date(2022, 1, 1)) == ["E47000010"]
    assert codes(title, on=date(2025, 1, 1)) == ["E47000014"]
    assert find(title)[0].runner_up_close


def test_official_names_of_old_and_new_councils_are_kept_apart() -> None:
    assert codes(("title", "Somerset County Council")) == ["E10000027"]
    assert codes(("title", "Somerset Council")) == ["E06000066"]
    assert codes(("title", "Buckinghamshire Council"), on=date(2018, 5, 1)) == ["E10000002"]


@pytest.mark.parametrize("on", [date(2022, 6, 1), date(2024, 6, 1), None])
def test_an_abolished_council_is_itself_whatever_the_date(on: date | None) -> None:
    assert codes(("title", "Harrogate Borough Council plan"), on=on) == ["E07000165"]


def test_abolished_and_pending_councils_are_known() -> None:
    assert codes(("title", "Harrogate Borough Council plan")) == ["E07000165"]
    (pending,) = find(("title", "East Surrey Council plan"))
    assert (pending.council.name, pending.council.gss_code) == ("East Surrey Council", None)


def test_the_match_says_where_it_stands() -> None:
    text = "Plan of  Exeter City\nCouncil"
    (match,) = find(("body", "nothing"), ("title", text))
    assert (match.mention, text[slice(*match.span)]) == (1, "Exeter City\nCouncil")
    assert match.council.matched_text == "Exeter City Council"
    assert (match.council.type, match.council.nation) == ("non_metropolitan_district", "England")


@pytest.mark.parametrize("record", read_table("councils"), ids=lambda record: record["gss_code"])
def test_every_council_is_found_by_its_official_name(record: dict[str, str]) -> None:
    on = date.fromisoformat(record["end_date"]) if record["end_date"] else None
    assert codes(("title", f"{record['name']} – Action Plan"), on=on) == [record["gss_code"]]


def test_is_council_name() -> None:
    assert is_council_name("London Borough of Camden")
    assert is_council_name("The Highland Council")
    assert not is_council_name("Camden Council Peer Review")
    assert not is_council_name("Local Government Association")


def test_work_grows_in_step_with_a_long_text() -> None:
    text = "Leeds City Council and West Lincolnshire North "
    assert grows_in_step(lambda times: find(("body", text * times)), 500)


def test_importing_builds_nothing() -> None:
    code = (
        "from actionplan_extract.normalise import council, owner, status, review, title;"
        "from actionplan_extract.data import read_table; print(read_table.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


@pytest.mark.parametrize(
    "prose",
    [
        "Its members came from Cardiff Council and Torfaen.",
        "Bristol City Council and Cardiff Council kindly shared their plans. Bristol City Council did so twice.",
    ],
)
def test_a_council_on_top_beats_those_in_the_prose_below(prose: str) -> None:
    found = find(("front", "Newport City Council"), ("title", "Peer challenge action plan"), ("front", prose))
    assert found[0].council.name == "Newport City Council"
