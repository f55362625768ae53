"""Deadlines: accuracy and time over the gold list, beside general date parsers.

A dated string counts as right where both bounds of every deadline are right; for the others, which give one day, where
that day lies within the bounds of the first. A false date is one given for a string without any; an impossible date
is kept where no day is given for it. Times are means a string on the processor, without a cache: over the gold list,
and over the timescales collected from published plans.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib.util import find_spec
from logging import ERROR, getLogger
from time import process_time

from actionplan_extract.normalise.deadline import parse_deadlines

from .gold import Row, describe, read_collected, read_gold

REFERENCE = datetime(2024, 1, 15)  # noqa: DTZ001  # dateparser counts naive days
WARMING = Row("", "2025, 31 March; unbekannt", None, ("unparsed",))
"""A string that makes every system load what it loads late."""
HEADER = (
    *("system", "dated right %", "no false date %", "impossible kept %"),
    *("µs a gold string", "times ours", "µs a collected one", "times ours"),
)
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


def measure(read: Reader, rows: list[Row]) -> tuple[list[object], float]:
    """A system's readings of the strings, and the mean microseconds a string took."""
    read(WARMING)
    start = process_time()
    found = [read(row) for row in rows]
    return found, (process_time() - start) / len(rows) * 1e6


def fallbacks(gold: list[Row]) -> int:
    """How many strings of the list are left to dateparser."""
    readings = (parse_deadlines(row.text, row.reference) for row in gold)
    return sum(any("dateparser" in reading.assumptions for reading in found) for found in readings)


def line(name: str, read: Reader, gold: list[Row], ours: list[float]) -> tuple[str, ...]:
    """A system's row of the table; `ours` holds our times, or takes them."""
    found, listed = measure(read, gold)
    times = [listed, measure(read, read_collected())[1]]
    ours.extend([] if ours else times)
    pairs = list(zip(gold, map(judge, gold, found), strict=True))
    dated = [right for row, (right, _) in pairs if row.is_dated]
    clean = [not given for row, (_, given) in pairs if not row.is_dated]
    kept = [not given for row, (_, given) in pairs if row.is_impossible]
    shares = [share(sum(part), len(part)) for part in (dated, clean, kept)]
    compared = (text for time, own in zip(times, ours, strict=True) for text in (f"{time:.0f}", f"{time / own:.1f}"))
    return (name, *shares, *compared)


def rows() -> list[tuple[str, ...]]:
    """The table's rows, its header first."""
    gold = read_gold()
    table: list[tuple[str, ...]] = [HEADER]
    ours: list[float] = []
    for name, (package, make) in SYSTEMS.items():
        if find_spec(package) is None:
            table.append((name, *["not installed"] * (len(HEADER) - 1)))
            continue
        table.append(line(name, make(), gold, ours))
    table.append((f"left to dateparser: {fallbacks(gold)} of {len(gold)}", *[""] * (len(HEADER) - 1)))
    return table


if __name__ == "__main__":
    for cells in rows():
        print(" | ".join(cells))
