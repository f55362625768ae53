from __future__ import annotations

import re
from importlib.resources import files
from typing import get_args

import pytest

from actionplan_extract import data
from actionplan_extract.data import read_table
from actionplan_extract.schema import OwnerKind, Rag, ReviewKind, StatusValue

TABLES = sorted(path.name.removesuffix(".csv") for path in files(data).iterdir() if path.name.endswith(".csv"))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_rectangular_and_described(name: str) -> None:
    records = read_table(name)
    assert records
    assert all(None not in record and None not in record.values() for record in records)
    assert f"`{name}.csv`" in (files(data) / "README.md").read_text(encoding="utf-8")


def test_a_table_is_read_once_and_cannot_be_changed() -> None:
    assert read_table("status") is read_table("status")
    with pytest.raises(TypeError):
        read_table("status")[0]["words"] = "changed"  # type: ignore[index]


def test_an_unknown_table_is_not_found() -> None:
    with pytest.raises(FileNotFoundError):
        read_table("nothing")


@pytest.mark.parametrize(
    ("table", "column", "allowed"),
    [
        ("roles", "kind", get_args(OwnerKind)),
        ("status", "value", (*get_args(StatusValue), "")),
        ("status", "rag", (*get_args(Rag), "")),
        ("status", "sure", ("yes", "no", "alone")),
        ("status_symbols", "value", (*get_args(StatusValue), "")),
        ("status_symbols", "rag", (*get_args(Rag), "")),
        ("review_bodies", "kind", get_args(ReviewKind)),
        ("review_kinds", "kind", (*get_args(ReviewKind), "peer")),
        ("review_cues", "sense", ("held", "examined", "asked", "reported", "other", "later")),
        ("title_words", "sense", ("plan", "occasion", "content", "label", "file")),
        ("council_forms", "of", ("council", "combined_authority")),
    ],
)
def test_vocabularies_hold_only_known_values(table: str, column: str, allowed: tuple[str, ...]) -> None:
    assert {record[column] for record in read_table(table)} <= set(allowed)


def test_every_successor_is_a_known_council() -> None:
    known = {record["gss_code"] for record in read_table("councils")}
    assert {record["new_gss_code"] for record in read_table("council_changes")} <= known


def test_every_abolished_council_has_a_successor() -> None:
    abolished = {record["gss_code"] for record in read_table("councils") if record["end_date"]}
    assert abolished <= {record["old_gss_code"] for record in read_table("council_changes")}


def test_codes_and_dates_are_well_formed() -> None:
    for record in read_table("councils"):
        assert re.fullmatch(r"[ENSW]\d{8}", record["gss_code"])
        assert all(re.fullmatch(r"(\d{4}-\d\d-\d\d)?", record[column]) for column in ("start_date", "end_date"))


def test_the_attribution_is_given() -> None:
    readme = (files(data) / "README.md").read_text(encoding="utf-8")
    assert "mySociety" in readme
    assert "Open Government Licence" in readme
