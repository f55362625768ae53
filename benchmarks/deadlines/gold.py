"""Reads the gold list and judges readings against it.

A line holds the rule it tests, the text (with \\n and \\uXXXX escapes), the reference date, and the expected
readings joined by " + ", each a kind, its bounds "earliest..latest" and its duration where it has one.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from actionplan_extract.schema import Deadline

GOLD = Path(__file__).with_name("gold.tsv")
COLLECTED = Path(__file__).with_name("collected.tsv")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\n")


@dataclass(frozen=True)
class Row:
    """A string with its typed answers, written by a person from the rules."""

    rule: str
    text: str
    reference: date | None
    expected: tuple[str, ...]

    @property
    def is_dated(self) -> bool:
        return any(re.search(r"\d{4}-\d\d-\d\d", answer) for answer in self.expected)

    def holds(self, day: date) -> bool:
        """Does the day lie within the bounds of the first answer?"""
        earliest, _, latest = next((part for part in self.expected[0].split() if ".." in part), "").partition("..")
        return bool(earliest or latest) and (earliest or "0") <= day.isoformat() <= (latest or "9")

    @property
    def is_impossible(self) -> bool:
        return self.expected == ("invalid",)


def read_gold(path: Path = GOLD) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as stream:
        return [_row(record) for record in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)]


def read_collected() -> list[Row]:
    """The timescales of published plans, with the readings a person went through, read against no date."""
    with COLLECTED.open(encoding="utf-8", newline="") as stream:
        records = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row("", unescape(record["text"]), None, (record["reading"],)) for record in records]


def unescape(text: str) -> str:
    """The text with its \\n and \\uXXXX escapes resolved."""
    return _ESCAPE.sub(lambda m: chr(int(m.group(1), 16)) if m.group(1) else "\n", text)


def _row(record: dict[str, str]) -> Row:
    text = unescape(record["text"])
    reference = date.fromisoformat(record["reference"]) if record["reference"] else None
    return Row(record["rule"], text, reference, tuple(record["expected"].split(" + ")))


def describe(deadlines: Sequence[Deadline]) -> tuple[str, ...]:
    """The readings in the gold list's notation."""
    return tuple(_describe(deadline) for deadline in deadlines)


def _describe(deadline: Deadline) -> str:
    earliest, latest = getattr(deadline, "earliest", None), getattr(deadline, "latest", None)
    bounded = hasattr(deadline, "earliest") and (deadline.kind != "recurring" or earliest or latest)
    bounds = f"{earliest or ''}..{latest or ''}" if bounded else ""
    duration = getattr(deadline, "recurrence", None) or getattr(deadline, "offset", None) or ""
    return " ".join(filter(None, (deadline.kind, bounds, duration)))
