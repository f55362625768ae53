"""The gold list: strings whose answers a person wrote from the rules."""

from __future__ import annotations

import hashlib
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from gold import GOLD, Row, describe, read_gold

from actionplan_extract.normalise.deadline import parse_deadlines

FOLDER = Path(__file__).parents[3] / "benchmarks" / "deadlines"

ROWS = read_gold()
assemble, scan = (import_module(f"actionplan_extract.normalise.deadline.{name}") for name in ("assemble", "scan"))
RULES = sorted({row.rule for row in ROWS})
DIGEST = "26ada7ad0a02774943b2f1035ac5605eecbcae8e7468e859bba28ff03a1fb248"


def wrong(rows: list[Row]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    readings = ((row, describe(parse_deadlines(row.text, row.reference))) for row in rows)
    return [(row.text, row.expected, reading) for row, reading in readings if reading != row.expected]


@pytest.mark.parametrize("rule", RULES)
def test_every_string_of_a_rule_is_read(rule: str) -> None:
    assert wrong([row for row in ROWS if row.rule == rule]) == []


def test_the_list_is_the_one_agreed() -> None:
    assert hashlib.sha256(GOLD.read_bytes()).hexdigest() == DIGEST


def test_the_list_holds_twenty_strings_a_rule_and_a_kind() -> None:
    kinds = Counter(answer.split()[0] for row in ROWS for answer in row.expected)
    assert len(ROWS) >= 400
    assert min(Counter(row.rule for row in ROWS).values()) >= 20
    assert min(kinds.values()) >= 20
    assert len(kinds) == 10


# Legends (test_legend.py) are not in the list.
@pytest.mark.parametrize(
    "rule",
    [rule for rule in assemble.RULES if rule.__name__ != "type_legend"],
    ids=lambda rule: rule.__name__,
)
def test_each_typing_rule_is_needed(rule: object, monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, assemble, "RULES", rule)
    assert wrong(ROWS)


@pytest.mark.parametrize("reader", scan.READERS, ids=lambda reader: reader.__name__)
def test_each_reader_is_needed(reader: object, monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, scan, "READERS", reader)
    assert wrong(ROWS)


def without(monkeypatch: pytest.MonkeyPatch, module: object, name: str, item: object) -> None:
    """Switch one item of a module's tuple off, past the cache of readings."""
    monkeypatch.setattr(module, name, tuple(other for other in getattr(module, name) if other is not item))
    monkeypatch.setattr("actionplan_extract.normalise.deadline._CACHED_LENGTH", -1)
