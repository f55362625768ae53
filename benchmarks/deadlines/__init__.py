"""Deadlines: accuracy and time over the gold list, beside general date parsers.

A dated string counts as right where both bounds of every deadline are right; for the others, which give one day, where
that day lies within the bounds of the first. A false date is one given for a string without any; an impossible date
is kept where no day is given for it. Times are means a string, without a cache.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib.util import find_spec
from logging import ERROR, getLogger
from time import perf_counter

from actionplan_extract.normalise.deadline import parse_deadlines

from .gold import Row, describe, read_gold

REFERENCE = datetime(2024, 1, 15)  # noqa: DTZ001  # dateparser counts naive days
WARMING = Row("", "2025, 31 March; unbekannt", None, ("unparsed",))
"""A string that makes every system load what it loads late."""
Reader = Callable[[Row], object]
"""What a system makes of a string: its deadlines, or one day, or None."""


def ours() -> Reader:
    return lambda row: parse_deadlines(row.text, row.reference)


def dateparser_parse() -> Reader:
    from dateparser import parse

    return lambda row: parse(row.text, languages=["en"], settings={"DATE_ORDER": "DMY", "RELATIVE_BASE": REFERENCE})


def dateparser_search(languages: list[str] | None = None) -> Reader:
    from dateparser.search import search_dates

    def read(row: Row) -> object:
        settings = {"DATE_ORDER": "DMY", "RELATIVE_BASE": REFERENCE}
        found = search_dates(row.text, languages=languages, settings=settings)
        return found[0][1] if found else None

    return read


def dateutil_fuzzy() -> Reader:
    from dateutil.parser import ParserError, parse

    def read(row: Row) -> object:
        try:
            return parse(row.text, dayfirst=True, fuzzy=True, default=REFERENCE)
        except (ParserError, OverflowError, ValueError):
            return None

    return read


def ctparse_first() -> Reader:
    from ctparse import ctparse  # type: ignore[import-not-found,unused-ignore]

    getLogger("ctparse").setLevel(ERROR)  # it tells of every string it cannot read

    def read(row: Row) -> object:
        found = getattr(ctparse(row.text, ts=REFERENCE), "resolution", None)
        time = getattr(found, "t_from", None) or found
        year, month, day = (getattr(time, part, None) for part in ("year", "month", "day"))
        try:
            return datetime(year, month or 1, day or 1) if year else None  # noqa: DTZ001  # naive, as the others are
        except ValueError:
            return None  # a day that no calendar has

    return read


SYSTEMS: dict[str, tuple[str, Callable[[], Reader]]] = {
    "actionplan-extract": ("actionplan_extract", ours),
    "dateparser.parse, English": ("dateparser", dateparser_parse),
    "dateparser.search_dates": ("dateparser", dateparser_search),
    "the same, English": ("dateparser", lambda: dateparser_search(["en"])),
    "dateutil, fuzzy": ("dateutil", dateutil_fuzzy),
    "ctparse": ("ctparse", ctparse_first),
}


def share(right: int, of: int) -> str:
    return f"{100 * right / of:.1f}"


def judge(row: Row, found: object) -> tuple[bool, bool]:
    """Whether the string is read right, and whether any date is given."""
    if isinstance(found, datetime):
        return row.holds(found.date()), True
    if not isinstance(found, list):
        return False, False
    return describe(found) == row.expected, any(
        getattr(deadline, bound, None) for deadline in found for bound in ("earliest", "latest")
    )


def measure(read: Reader, gold: list[Row]) -> tuple[list[tuple[bool, bool]], float]:
    """The verdicts on a system's readings of the list, and the mean microseconds a string took."""
    read(WARMING)
    start = perf_counter()
    found = [read(row) for row in gold]
    seconds = perf_counter() - start
    return list(map(judge, gold, found)), seconds / len(gold) * 1e6


def fallbacks(gold: list[Row]) -> int:
    """How many strings of the list are left to dateparser."""
    readings = (parse_deadlines(row.text, row.reference) for row in gold)
    return sum(any("dateparser" in reading.assumptions for reading in found) for found in readings)


def line(name: str, read: Reader, gold: list[Row], ours_us: float) -> tuple[str, ...]:
    verdicts, microseconds = measure(read, gold)
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
