"""EDTF strings, checked against the python-edtf library."""

from __future__ import annotations

from datetime import date
from time import struct_time

import pytest
from edtf import parse_edtf
from gold import read_gold

from actionplan_extract.normalise.deadline import parse_deadlines
from actionplan_extract.normalise.deadline.edtf import season_to_edtf, to_edtf

SEASON_MONTHS = {"21": (3, 5, 31), "22": (6, 8, 31), "23": (9, 11, 30)}


def read_back(edtf: str) -> tuple[date | None, date | None]:
    """The bounds that python-edtf reads; seasons as the months they are here."""
    if edtf[5:] in SEASON_MONTHS and len(edtf) == 7:
        low, high, end = SEASON_MONTHS[edtf[5:]]
        parse_edtf(edtf)
        return date(int(edtf[:4]), low, 1), date(int(edtf[:4]), high, end)
    plain = edtf.replace("?", "").replace("~", "")
    earliest, _, latest = plain.partition("/")
    parse_edtf(edtf)
    return _bound(earliest, "lower_strict"), _bound(latest or earliest, "upper_strict")


def _bound(text: str, method: str) -> date | None:
    if text == "..":
        return None
    found: struct_time = getattr(parse_edtf(text), method)()
    return date(found.tm_year, found.tm_mon, found.tm_mday)


def test_every_edtf_of_the_gold_list_reads_back_to_the_same_days() -> None:
    seen = set()
    for row in read_gold():
        for deadline in parse_deadlines(row.text, row.reference):
            if deadline.edtf and deadline.edtf not in seen:
                seen.add(deadline.edtf)
                bounds = (getattr(deadline, "earliest", None), getattr(deadline, "latest", None))
                assert (deadline.edtf, read_back(deadline.edtf)) == (deadline.edtf, bounds)
    assert len(seen) > 150


def test_dates_and_edtf_come_together() -> None:
    for row in read_gold():
        for deadline in parse_deadlines(row.text, row.reference):
            dated = any(getattr(deadline, name, None) for name in ("earliest", "latest"))
            assert dated == (deadline.edtf is not None), row.text


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "edtf"),
    [
        (None, None, "month", None),
        (date(2024, 1, 1), date(2024, 12, 31), "year", "2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "month", "2024-01/2024-12"),
        (date(2024, 4, 1), date(2025, 3, 31), "year", "2024-04/2025-03"),
        (date(2024, 3, 1), date(2024, 3, 31), "day", "2024-03-01/2024-03-31"),
        (date(2024, 3, 15), date(2024, 6, 30), "month", "2024-03-15/2024-06-30"),
        (None, date(2024, 2, 29), "month", "../2024-02"),
        (date(2023, 1, 1), None, "year", "2023/.."),
    ],
)
def test_the_shortest_form_that_keeps_the_days(
    earliest: date | None, latest: date | None, precision: str, edtf: str | None
) -> None:
    assert to_edtf(earliest, latest, precision) == edtf  # type: ignore[arg-type]


def test_a_season() -> None:
    assert season_to_edtf(2024, "autumn") == "2024-23"


@pytest.mark.parametrize(
    "text", ["by Autumn 2024", "Spring 2024 - Autumn 2025", "Autumn 2024 (tbc)", "circa Spring 2025"]
)
def test_a_season_code_never_stands_in_an_interval_nor_is_qualified(text: str) -> None:
    (deadline,) = parse_deadlines(text)
    assert deadline.edtf is not None
    assert not any(code in deadline.edtf for code in ("-21", "-22", "-23", "-24"))
