"""What a reading holds beside its dates: text, span, milestone, precision, modality, EDTF, alternatives."""

from __future__ import annotations

from datetime import date

import pytest

from actionplan_extract.normalise.deadline import parse_deadlines
from actionplan_extract.schema import Event, Invalid, Point, Range, Reading, Relative, Unscheduled

REFERENCE = date(2024, 1, 15)


def test_empty_text_gives_no_deadline() -> None:
    assert parse_deadlines("") == []
    assert parse_deadlines(" \n\t") == []


def test_text_that_says_nothing_of_time_gives_one_unparsed() -> None:
    (deadline,) = parse_deadlines("  Will need a joined-up approach ")
    assert deadline.kind == "unparsed"
    assert deadline.text == "Will need a joined-up approach"
    assert deadline.span == (2, 32)
    assert deadline.milestone is None


@pytest.mark.parametrize(
    ("text", "milestone"),
    [
        ("March 2024", None),
        ("by 31 March 2024.", None),
        ("Deadline: March 2024", None),
        ("Target completion date – March 2024", None),
        ("Report taken to Cabinet by June 2025", "Report taken to Cabinet"),
        ("New service due to open in summer 2024", "New service due to open"),
        ("Budget to be agreed at Full Council, February 2024", "Budget to be agreed at Full Council"),
        ("Mar 2021 (first draft)", "first draft"),
        ("for delivery in March 2022 (Phase 2 of the plan)", "for delivery (Phase 2 of the plan)"),
        ("Year 1 (2024/25)", "Year 1"),
        ("Feasibility\nstudy   by June 2024", "Feasibility study"),
        ("Scoping study underway", "Scoping study"),
        ("2024/25 and", None),
    ],
)
def test_milestone_is_what_is_left(text: str, milestone: str | None) -> None:
    (deadline,) = parse_deadlines(text)
    assert deadline.milestone == milestone


@pytest.mark.parametrize(
    ("text", "precision", "modality", "edtf"),
    [
        ("September 2024", "month", "in", "2024-09"),
        ("By September 2024", "month", "by", "../2024-09"),
        ("before April 2024", "month", "by", "../2024-03"),
        ("until 31 March 2024", "day", "until", "../2024-03-31"),
        ("from April 2024", "month", "from", "2024-04/.."),
        ("w/c 4 March 2024", "week", "in", "2024-03-04/2024-03-10"),
        ("Summer 2024", "season", "in", "2024-22"),
        ("by Summer 2024", "season", "by", "../2024-08"),
        ("Summer 2024?", "season", "in", "2024-06?/2024-08?"),
        ("Winter 2024/25", "season", "in", "2024-12/2025-02"),
        ("Q2 2024/25", "quarter", "in", "2024-07/2024-09"),
        ("H1 2024/25", "half", "in", "2024-04/2024-09"),
        ("2024/25", "financial_year", "in", "2024-04/2025-03"),
        ("2024", "year", "in", "2024"),
        ("by 2030", "year", "by", "../2030"),
        ("academic year 2024/25", "year", "in", "2024-09/2025-08"),
        ("circa March 2024", "month", "about", "2024-03~"),
        ("March 2024 (tbc)", "month", "in", "2024-03?"),
        ("provisionally March 2024", "month", "in", "2024-03?"),
        ("late January 2025", "month", "in", "2025-01-21/2025-01-31"),
        ("end of March 2024", "day", "in", "2024-03-31"),
    ],
)
def test_precision_modality_and_edtf(text: str, precision: str, modality: str, edtf: str) -> None:
    (deadline,) = parse_deadlines(text)
    assert isinstance(deadline, Point | Range)
    assert (deadline.precision, deadline.modality, deadline.edtf) == (precision, modality, edtf)


def test_a_range_takes_the_coarser_precision() -> None:
    (deadline,) = parse_deadlines("15 March 2024 - June 2024")
    assert isinstance(deadline, Range)
    assert deadline.precision == "month"


def test_a_year_is_inferred_only_from_a_reference_date_and_says_so() -> None:
    (without,) = parse_deadlines("November")
    assert isinstance(without, Point)
    assert (without.earliest, without.latest, without.assumptions) == (None, None, [])
    (deadline,) = parse_deadlines("November", REFERENCE)
    assert isinstance(deadline, Point)
    assert deadline.earliest == date(2024, 11, 1)
    assert deadline.assumptions == ["year_inferred"]
    assert deadline.confidence < 0.9
    assert Reading(earliest=date(2023, 11, 1), latest=date(2023, 11, 30)) in deadline.alternatives


@pytest.mark.parametrize(
    ("text", "assumption", "earliest", "latest"),
    [
        ("Q2 2024", "fiscal_quarter", date(2024, 4, 1), date(2024, 6, 30)),
        ("H1 2025", "fiscal_half", date(2025, 1, 1), date(2025, 6, 30)),
        ("Winter 2024", "winter_into_next_year", date(2023, 12, 1), date(2024, 2, 29)),
        ("2024-26", "calendar_years", date(2024, 4, 1), date(2026, 3, 31)),
        ("2024 - 2025", "financial_year", date(2024, 1, 1), date(2025, 12, 31)),
        ("FY25", "financial_year_start", date(2024, 4, 1), date(2025, 3, 31)),
        ("Hydref 2024", "hydref_month", date(2024, 9, 1), date(2024, 11, 30)),
    ],
)
def test_ambiguity_is_data(text: str, assumption: str, earliest: date, latest: date) -> None:
    (deadline,) = parse_deadlines(text)
    assert assumption in deadline.assumptions
    assert deadline.confidence < 0.9
    assert deadline.alternatives == [Reading(earliest=earliest, latest=latest)]


def test_a_revised_date_keeps_the_old_one_as_an_alternative() -> None:
    (deadline,) = parse_deadlines("was March 2024, now June 2024")
    assert deadline.edtf == "2024-06"
    assert deadline.alternatives == [Reading(earliest=date(2024, 3, 1), latest=date(2024, 3, 31))]


def test_only_the_old_date_gives_none() -> None:
    (deadline,) = parse_deadlines("changed from March 2020")
    assert isinstance(deadline, Unscheduled)
    assert deadline.alternatives


def test_offsets_and_anchors_are_kept() -> None:
    (deadline,) = parse_deadlines("Within six months of the new contract.", REFERENCE)
    assert isinstance(deadline, Relative)
    assert (deadline.offset, deadline.anchor) == ("P6M", "the new contract")
    assert (deadline.earliest, deadline.latest) == (None, None)


def test_an_event_is_named_verbatim() -> None:
    (deadline,) = parse_deadlines("Consultation to start following the May elections")
    assert isinstance(deadline, Event)
    assert deadline.event == "the May elections"
    assert deadline.milestone == "Consultation to start"


def test_an_impossible_date_says_why() -> None:
    (deadline,) = parse_deadlines("Report by 31 June 2024")
    assert isinstance(deadline, Invalid)
    assert deadline.reason == "June 2024 has no day 31"
    assert deadline.milestone == "Report"


def test_a_reason_is_verbatim() -> None:
    (deadline,) = parse_deadlines("Roll-out subject to funding from the Council's reserves.")
    assert isinstance(deadline, Unscheduled)
    assert deadline.reason == "subject to funding from the Council's reserves"
    assert deadline.milestone == "Roll-out"


def test_a_weekday_that_does_not_fit_lowers_the_confidence() -> None:
    (right,), (wrong,) = parse_deadlines("Monday 31 March 2025"), parse_deadlines("Sunday 31 March 2025")
    assert right.confidence == 1
    assert wrong.assumptions == ["weekday_mismatch"]
    assert wrong.confidence < 0.9


def test_readings_are_handed_out_in_a_list_of_their_own() -> None:
    parse_deadlines("March 2024").clear()
    assert len(parse_deadlines("March 2024")) == 1


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Tachwedd / November 2024", date(2024, 11, 1), date(2024, 11, 30)),
        ("November/Tachwedd 2024", date(2024, 11, 1), date(2024, 11, 30)),
        ("31 Mawrth / March 2025", date(2025, 3, 31), date(2025, 3, 31)),
        ("31 Mawrth / 31 March 2025", date(2025, 3, 31), date(2025, 3, 31)),
        ("Gwanwyn / Spring 2025", date(2025, 3, 1), date(2025, 5, 31)),
    ],
)
def test_a_time_said_in_two_languages_is_one(text: str, earliest: date, latest: date) -> None:
    (deadline,) = parse_deadlines(text)
    assert isinstance(deadline, Point)
    assert (deadline.text, deadline.earliest, deadline.latest) == (text, earliest, latest)
