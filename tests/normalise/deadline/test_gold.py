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
DIGEST = "8cc2c43319eaaa51dc23eb918a5049a2c8d1694bbd4ecd11428d12b06085497b"


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
    [rule for rule in assemble.RULES if rule.name != "legend"],
    ids=lambda rule: rule.name,
)
def test_each_typing_rule_is_needed(rule: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assemble, "RULES", tuple(other for other in assemble.RULES if other is not rule))
    monkeypatch.setattr("actionplan_extract.normalise.deadline._CACHED_LENGTH", -1)
    assert wrong(ROWS)


@pytest.mark.parametrize("reader", [read for read, _ in scan.READERS], ids=lambda reader: reader.__name__)
def test_each_reader_is_needed(reader: object, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind, readers in scan.READERS_OF.items():
        monkeypatch.setitem(scan.READERS_OF, kind, tuple(other for other in readers if other is not reader))
    monkeypatch.setattr("actionplan_extract.normalise.deadline._CACHED_LENGTH", -1)
    assert wrong(ROWS)
