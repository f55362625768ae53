"""Typing errors and OCR: what is read through, and what is left alone."""

from __future__ import annotations

import pytest

from actionplan_extract.normalise.deadline import parse_deadlines
from actionplan_extract.normalise.deadline.repair import (
    digits_read_as_letters,
    letters_read_as_digits,
    rejoin,
    respell,
)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("septmber", "september"),
        ("febuary", "february"),
        ("novemebr", "november"),
        ("septernber", "september"),
        ("marhc", "march"),
        ("autum", "autumn"),
        ("ongiong", "ongoing"),
        ("quaterly", "quarterly"),
        ("compelted", "completed"),
    ],
)
def test_a_slip_is_seen_through(word: str, meant: str) -> None:
    assert respell(word) == meant


@pytest.mark.parametrize(
    "word",
    [
        "match",
        "sprint",
        "string",
        "manual",
        "dairy",
        "contact",
        "outgoing",
        "arch",
        "counter",
        "housing",
        "delivery",
        "x" * 40,
    ],
)
def test_a_word_of_its_own_is_left_alone(word: str) -> None:
    assert respell(word) is None


def test_digits_and_letters_that_look_alike() -> None:
    assert letters_read_as_digits("2O24") == "2024"
    assert letters_read_as_digits("l5") == "15"
    assert letters_read_as_digits("S151") is None
    assert letters_read_as_digits("B2") is None
    assert digits_read_as_letters("0ct0ber") == "october"
    assert digits_read_as_letters("Ju1y") == "july"
    assert digits_read_as_letters("B12") is None


def test_halves_of_a_word() -> None:
    assert rejoin("septem", "ber") == "september"
    assert rejoin("may", "be") is None


def test_a_correction_is_an_assumption() -> None:
    (deadline,) = parse_deadlines("by Septmber 2O24")
    assert deadline.edtf == "../2024-09"
    assert deadline.assumptions == ["typo_corrected"]


@pytest.mark.parametrize("text", ["Sprint planning", "Match funding 10%", "The outgoing Chair", "Aprill Smith"])
def test_no_date_out_of_a_likeness(text: str) -> None:
    (deadline,) = parse_deadlines(text)
    assert deadline.kind == "unparsed"
