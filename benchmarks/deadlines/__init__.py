"""Deadlines: accuracy and time over the gold list, beside general date parsers.

A dated string counts as right where both bounds of every deadline are right; for the others, which give one day, where
that day lies within the bounds of the first. A false date is one given for a string without any; an impossible date
is kept where no day is given for it. Times are means a string, without a cache.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from importlib.util import find_spec
from time import perf_counter

from actionplan_extract.normalise.deadline import parse_deadlines

from .gold import Row, describe, read_gold

REFERENCE = datetime(2024, 1, 15)  # noqa: DTZ001  # dateparser counts naive days
WARMING = Row("", "2025, 31 March", None, ("unparsed",))
"""A string that makes every system load what it loads late."""
Judge = Callable[[Row], tuple[bool, bool]]
"""Whether the string is read right, and whether any date is given."""


def ours(row: Row) -> tuple[bool, bool]:
    readings = parse_deadlines(row.text, row.reference)
    dated = any(getattr(reading, name, None) for reading in readings for name in ("earliest", "latest"))
    return describe(readings) == row.expected, dated


def peer(read: Callable[[str], date | None]) -> Judge:
    """A judge of a parser that gives one day."""

    def judge(row: Row) -> tuple[bool, bool]:
        found = read(row.text)
        return found is not None and row.holds(found), found is not None

    return judge


def dateparser_parse() -> Judge:
    from dateparser import parse

    def read(text: str) -> date | None:
        found = parse(text, languages=["en"], settings={"DATE_ORDER": "DMY", "RELATIVE_BASE": REFERENCE})
        return found.date() if found else None

    return peer(read)


def dateparser_search() -> Judge:
    from dateparser.search import search_dates

    def read(text: str) -> date | None:
        found = search_dates(text, languages=["en"], settings={"DATE_ORDER": "DMY", "RELATIVE_BASE": REFERENCE})
        return found[0][1].date() if found else None

    return peer(read)


def dateutil_fuzzy() -> Judge:
    from dateutil.parser import ParserError, parse

    def read(text: str) -> date | None:
        try:
            return parse(text, dayfirst=True, fuzzy=True, default=REFERENCE).date()
        except (ParserError, OverflowError, ValueError):
            return None

    return peer(read)


def ctparse_first() -> Judge:
    from ctparse import ctparse  # type: ignore[import-not-found,unused-ignore]

    def read(text: str) -> date | None:
        found = ctparse(text, ts=REFERENCE)
        moment = getattr(found, "resolution", None) and getattr(found.resolution, "dt", None)
        return moment.date() if moment else None

    return peer(read)


SYSTEMS: dict[str, tuple[str, Callable[[], Judge]]] = {
    "actionplan-extract": ("actionplan_extract", lambda: ours),
    "dateparser.parse": ("dateparser", dateparser_parse),
    "dateparser.search_dates": ("dateparser", dateparser_search),
    "dateutil, fuzzy": ("dateutil", dateutil_fuzzy),
    "ctparse": ("ctparse", ctparse_first),
}


def share(right: int, of: int) -> str:
    return f"{100 * right / of:.1f}"


def measure(judge: Judge, gold: list[Row]) -> tuple[list[tuple[bool, bool]], float]:
    """The verdicts of a system on the list, and the mean microseconds a string."""
    judge(WARMING)
    start = perf_counter()
    verdicts = [judge(row) for row in gold]
    return verdicts, (perf_counter() - start) / len(gold) * 1e6


def fallbacks(gold: list[Row]) -> int:
    """How many strings of the list are left to dateparser."""
    readings = (parse_deadlines(row.text, row.reference) for row in gold)
    return sum(any("dateparser" in reading.assumptions for reading in found) for found in readings)


def line(name: str, judge: Judge, gold: list[Row], ours_us: float) -> tuple[str, ...]:
    verdicts, microseconds = measure(judge, gold)
    pairs = list(zip(gold, verdicts, strict=True))
    dated = [right for row, (right, _) in pairs if row.is_dated]
    clean = [not given for row, (_, given) in pairs if not row.is_dated]
    kept = [not given for row, (_, given) in pairs if row.is_impossible]
    shares = [share(sum(part), len(part)) for part in (dated, clean, kept)]
    return (name, *shares, f"{microseconds:.0f}", f"{microseconds / ours_us:.1f}" if ours_us else "1.0")


def rows() -> list[tuple[str, ...]]:
    """The table's rows, its header first."""
    gold = read_gold()
    table: list[tuple[str, ...]] = [
        ("system", "dated right %", "no false date %", "impossible kept %", "µs a string", "times ours")
    ]
    ours_us = 0.0
    for name, (package, make) in SYSTEMS.items():
        if find_spec(package) is None:
            table.append((name, *["not installed"] * 5))
            continue
        table.append(line(name, make(), gold, ours_us))
        ours_us = ours_us or float(table[1][4])
    table.append((f"left to dateparser: {fallbacks(gold)} of {len(gold)}", *[""] * 5))
    return table


if __name__ == "__main__":
    for cells in rows():
        print(" | ".join(cells))
