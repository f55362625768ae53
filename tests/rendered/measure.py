"""Reads every rendered file with the program and counts what it got right against the truth beside it.

`python -m tests.rendered.measure [FOLDER] [--files] [--wrong]`. The figures, each right / of:

rows        actions of which everything is right: the recommendation's number and text, text, owners, deadlines
cells       values word for word (white space collapsed): texts, owners, deadlines, status, and other columns
cut         rows cut by a page, of PDFs, whose actions came out whole in their text
paragraphs  actions of several paragraphs or list items that kept them
pairs       actions with their deadlines, typed
rag         ratings said by a cell's fill
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actionplan_extract import extract
from actionplan_extract.child import attempt
from actionplan_extract.outcome import Failure

from .__main__ import OUT
from .cuts import letters
from .plans import PLANS
from .render import WORKERS

Json = dict[str, Any]
FIGURES = ("rows", "cells", "cut", "paragraphs", "pairs", "rag")


@dataclass
class Count:
    """What of each figure was right, of how much; `failed` counts files that were not read, by error code."""

    right: Counter[str]
    of: Counter[str]
    failed: Counter[str]
    wrong: tuple[str, ...] = ()

    def share(self, figure: str) -> str:
        """The figure as right / of, empty where there was nothing to get right."""
        return f"{self.right[figure]}/{self.of[figure]}" if self.of[figure] else ""


def main() -> int:
    """Print the table; 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=OUT, help="what `python -m tests.rendered` wrote")
    parser.add_argument("--files", action="store_true", help="a line a file instead of a line a layout and format")
    parser.add_argument("--wrong", action="store_true", help="also list the rows that are wrong")
    options = parser.parse_args()
    files = sorted(options.folder.glob("*/*.expected.json"))
    with ProcessPoolExecutor(WORKERS) as pool:
        counts = dict(zip(files, pool.map(measure, files), strict=True))
    for line in _table(counts, by_file=options.files):
        print(line)
    for path, count in counts.items() if options.wrong else ():
        print("\n".join(f"{path.parent.name}/{_stem(path)}: {line}" for line in count.wrong))
    return 0


def measure(expected_file: Path) -> Count:
    """The figures of one file."""
    expected = _load(expected_file)
    truth = _load(expected_file.with_name(f"{_stem(expected_file)}.truth.json"))
    plan = attempt(extract, _document(expected_file))
    if isinstance(plan, Failure):
        return _count(expected, {}, truth, failed=plan.code)
    return _count(expected, plan.model_dump(mode="json"), truth)


def _load(path: Path) -> Json:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _stem(expected_file: Path) -> str:
    return expected_file.name.removesuffix(".expected.json")


def _document(expected_file: Path) -> Path:
    return next(path for path in expected_file.parent.glob(f"{_stem(expected_file)}.*") if path.suffix != ".json")


@dataclass(frozen=True)
class _Row:
    """An action with the recommendation it stands under."""

    recommendation: Json
    action: Json


def _rows(plan: Json) -> list[_Row]:
    return [_Row(each, action) for each in plan.get("recommendations", ()) for action in each["actions"]]


def _count(expected: Json, actual: Json, truth: Json, failed: str | None = None) -> Count:
    wanted, got = _rows(expected), _rows(actual)
    pairs = list(zip(wanted, _matched(wanted, got), strict=True))
    right, of = Counter[str](), Counter[str]()
    of["rows"] = max(len(wanted), len(got))
    right["rows"] = sum(_row_right(want, have) for want, have in pairs)
    for want, have in pairs:
        for figure, good in _values(want, have):
            of[figure] += 1
            right[figure] += good
    for good in _cut_rows(truth, pairs):
        of["cut"] += 1
        right["cut"] += good
    for good in _fills(truth, pairs):
        of["rag"] += 1
        right["rag"] += good
    wrong = tuple(want.action["text"][:70] for want, have in pairs if not _row_right(want, have))
    return Count(right, of, Counter([failed] if failed else []), wrong)


def _matched(wanted: list[_Row], got: list[_Row]) -> list[_Row | None]:
    """For each wanted row the one with the same letters, else the one that shares most words of those left."""
    left = list(got)
    found: list[_Row | None] = []
    for want in wanted:
        same = (have for have in left if letters(have.action["text"]) == letters(want.action["text"]))
        found.append(next(same, None))
        if found[-1]:
            left.remove(found[-1])
    for place, want in enumerate(wanted):
        if found[place] is None and left:
            closest = max(left, key=lambda have: _shared_words(want, have))
            if _shared_words(want, closest) > 0.4:
                found[place] = closest
                left.remove(closest)
    return found


def _shared_words(want: _Row, have: _Row) -> float:
    ours, theirs = (Counter(row.action["text"].casefold().split()) for row in (want, have))
    return 2 * (ours & theirs).total() / ((ours + theirs).total() or 1)


def _row_right(want: _Row, have: _Row | None) -> bool:
    if have is None:
        return False
    titles = [letters((row.recommendation["heading"] or "") + row.recommendation["text"]) for row in (want, have)]
    same_number = letters(want.recommendation["number"] or "") == letters(have.recommendation["number"] or "")
    same_text = letters(want.action["text"]) == letters(have.action["text"])
    same_owners = _owners(want) == _owners(have)
    return same_number and titles[0] == titles[1] and same_text and same_owners and _typed(want) == _typed(have)


def _owners(row: _Row) -> list[str]:
    owners = row.action["owners"] or row.recommendation.get("owners") or []
    return sorted(letters(owner.get("role") or owner.get("name") or owner["text"]) for owner in owners)


def _typed(row: _Row) -> list[tuple[str | None, ...]]:
    return [tuple(due.get(name) for name in _TYPED) for due in row.action["deadlines"]]


_TYPED = ("kind", "earliest", "latest", "recurrence")


def _values(want: _Row, have: _Row | None) -> Iterator[tuple[str, bool]]:
    """(figure, right?) for every value of an action."""
    texts = Counter(_texts(have)) if have else Counter[str]()
    for text in _texts(want):
        yield "cells", texts[text] > 0
        texts[text] -= 1
    lines = want.action["text"].split("\n")
    if len(lines) > 1:
        yield "paragraphs", have is not None and lines == have.action["text"].split("\n")
    due = _typed(have) if have and _same_text(want, have) else []
    for typed in _typed(want):
        yield "pairs", typed in due


def _same_text(want: _Row, have: _Row) -> bool:
    return letters(want.action["text"]) == letters(have.action["text"])


def _texts(row: _Row) -> list[str]:
    """What the cells of an action's row say, in a form in which equal cells are equal."""
    action, recommendation = row.action, row.recommendation
    found = [recommendation["number"], recommendation["heading"], recommendation["text"], action.get("number")]
    found += [action["text"], action.get("outcome"), action.get("resources"), (action.get("status") or {}).get("text")]
    found += [each["text"] for name in ("owners", "deadlines", "progress", "extra") for each in action.get(name) or ()]
    return [" ".join(text.removeprefix("- ").split()) for text in found if text]


def _cut_rows(truth: Json, pairs: list[tuple[_Row, _Row | None]]) -> Iterator[bool]:
    """For each row that a page cut: did all its actions come out whole?"""
    for table in truth.get("tables", ()):
        for row in table["rows"]:
            if row["cut"]:
                held = [pairs[place] for place in row["actions"]]
                yield all(have is not None and _same_text(want, have) for want, have in held)


def _fills(truth: Json, pairs: list[tuple[_Row, _Row | None]]) -> Iterator[bool]:
    ratings = {text: rag for text, _, rag in truth.get("fills", ())}
    for want, have in pairs:
        if want.action["text"] in ratings:
            status = (have.action.get("status") if have else None) or {}
            yield status.get("rag") == ratings[want.action["text"]]


def _table(counts: dict[Path, Count], *, by_file: bool) -> Iterator[str]:
    """The lines of the table, and one with the sum of each format."""
    groups: dict[tuple[str, str], list[Count]] = defaultdict(list)
    for path, count in counts.items():
        layout = _stem(path) if by_file else _layout(path)
        groups[layout, path.parent.name].append(count)
        groups["all", path.parent.name].append(count)
    yield f"{'layout':36}{'format':15}" + "".join(f"{figure:>12}" for figure in FIGURES)
    for (layout, name), held in sorted(groups.items(), key=lambda group: (group[0][0] == "all", group[0])):
        total = _sum(held)
        shown = "".join(f"{total.share(figure):>12}" for figure in FIGURES)
        failed = "  ".join(f"{code} {number}" for code, number in total.failed.items())
        unread = total.failed.total() == len(held)
        yield f"{layout:36}{name:15}{'' if unread else shown}  {failed}".rstrip()


def _layout(path: Path) -> str:
    return next(plan.layout for plan in PLANS if plan.name == _stem(path).split("-")[0])


def _sum(counts: list[Count]) -> Count:
    right, of, failed = Counter[str](), Counter[str](), Counter[str]()
    for count in counts:
        right += count.right
        of += count.of
        failed += count.failed
    return Count(right, of, failed)


if __name__ == "__main__":
    sys.exit(main())
