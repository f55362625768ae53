"""Seeded changes to a document and, alike, to what is expected of it."""

from __future__ import annotations

import copy
import csv
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .dates import shift_day, shift_edtf, shift_text
from .sheet import Row, Sheet, headers_of, read_sheet

HERE = Path(__file__).parent
COUNCILS = HERE.parents[1] / "src" / "actionplan_extract" / "data" / "councils.csv"
Plan = dict[str, Any]  # the JSON of an expected file


@dataclass(frozen=True)
class Pair:
    """A document and what is expected of it."""

    sheet: Sheet
    plan: Plan


Mutation = Callable[[Pair, random.Random], Pair]


def mutate(text: str, plan: Plan, names: tuple[str, ...], seed: int) -> tuple[str, Plan]:
    """The document and its expected plan after the named mutations; the same seed gives the same."""
    pair, rng = Pair(read_sheet(text), copy.deepcopy(plan)), random.Random(seed)  # noqa: S311
    for name in names:
        pair = MUTATIONS[name](pair, rng)
    return pair.sheet.text(), pair.plan


def names_for(seed: int) -> tuple[str, ...]:
    """Which mutations a seed stands for: each kind alone in turn, then any two to five together."""
    kinds = [name for name in MUTATIONS if name != "reword"]
    if seed % 10 < len(kinds):
        return (kinds[seed % 10],)
    rng = random.Random(seed)  # noqa: S311
    chosen = rng.sample(kinds, rng.randint(2, len(kinds)))
    return tuple(name for name in kinds if name in chosen)


def rename_headers(pair: Pair, rng: random.Random) -> Pair:
    """Each column gets another header of its role."""
    header = tuple(
        _like(cell, rng.choice(headers_of(role)))
        for cell, role in zip(pair.sheet.rows[0].cells, pair.sheet.roles, strict=True)
    )
    return replace(pair, sheet=replace(pair.sheet, rows=(Row(header), *pair.sheet.rows[1:])))


def _like(cell: str, text: str) -> str:
    """The text with the white space that the cell ended in."""
    return text + cell[len(cell.rstrip()) :]


def reorder_columns(pair: Pair, rng: random.Random) -> Pair:
    """The columns in another order; a number column keeps its place before the recommendation."""
    roles = pair.sheet.roles
    order = [i for i, role in enumerate(roles) if role != "number"]
    rng.shuffle(order)
    if "number" in roles:
        order.insert(order.index(roles.index("recommendation")), roles.index("number"))
    return replace(pair, sheet=pair.sheet.reorder(order))


def drop_recommendations(pair: Pair, rng: random.Random) -> Pair:
    """One to three recommendations less, with all their rows."""
    starts = pair.sheet.starts()
    recommendations = pair.plan["recommendations"]
    if len(starts) != len(recommendations):
        raise ValueError(f"{len(starts)} recommendations in the document, {len(recommendations)} expected")
    dropped = set(rng.sample(range(len(starts)), rng.randint(1, 3)))
    ends = [*starts[1:], len(pair.sheet.rows)]
    gone = {row for i in dropped for row in range(starts[i], ends[i])}
    rows = tuple(row for i, row in enumerate(pair.sheet.rows) if i not in gone)
    kept = [rec for i, rec in enumerate(recommendations) if i not in dropped]
    return Pair(replace(pair.sheet, rows=rows), {**pair.plan, "recommendations": kept})


def shift_dates(pair: Pair, rng: random.Random) -> Pair:
    """All months and seasons of the timescale and action columns moved by one number of quarters."""
    months = 3 * rng.choice([n for n in range(-8, 13) if n])
    sheet = _change_columns(pair.sheet, ("action", "deadline"), lambda text: shift_text(text, months))
    for action in _actions(pair.plan):
        action["text"] = shift_text(action["text"], months)
        for deadline in action["deadlines"]:
            _shift_deadline(deadline, months)
    return Pair(sheet, pair.plan)


def _shift_deadline(deadline: Plan, months: int) -> None:
    text = shift_text(deadline["text"], months)
    if text == deadline["text"]:
        return
    deadline["text"] = text
    for name, shift in (("earliest", shift_day), ("latest", shift_day), ("edtf", shift_edtf)):
        if name in deadline:
            deadline[name] = shift(deadline[name], months)


def swap_council(pair: Pair, rng: random.Random) -> Pair:
    """Another council's name wherever the plan's own stands."""
    councils = _councils()
    own = councils[pair.plan["document"]["council"]["gss_code"]]
    new = rng.choice([row for row in councils.values() if row["short_name"] != own["short_name"]])
    rename = _renamer(own, new)
    rows = tuple(Row(tuple(map(rename, row.cells)), row.lost, row.line) for row in pair.sheet.rows)
    plan = _map_strings(pair.plan, rename)
    plan["document"]["council"]["gss_code"] = new["gss_code"]
    return Pair(replace(pair.sheet, front=rename(pair.sheet.front), rows=rows), plan)


def _councils() -> dict[str, dict[str, str]]:
    """Today's principal councils whose short name is theirs alone, by GSS code."""
    with COUNCILS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    shorts = [row["short_name"] for row in rows]
    current = (row for row in rows if not row["end_date"] and shorts.count(row["short_name"]) == 1)
    return {row["gss_code"]: row for row in current if "combined" not in row["type"] and "greater" not in row["type"]}


def _renamer(own: dict[str, str], new: dict[str, str]) -> Callable[[str], str]:
    """A function that puts the new council's names in place of the other's."""
    short, official = own["short_name"], new["name"]
    names = {
        own["name"]: official,
        f"London Borough of {short}": official,
        f"LB {short}": official,
        f"{short} Council": official,
        f"LB{short[0]}": "The council",
        short: new["short_name"],
    }
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    return lambda text: pattern.sub(lambda match: names[match[0]], text)


def reword(pair: Pair, rng: random.Random) -> Pair:
    """Other words of the same shape in the action cells; names, months, short words and lists stay."""
    words = _Words(pair.sheet, rng)
    sheet = _change_columns(pair.sheet, ("action",), words.swap)
    for action in _actions(pair.plan):
        action["text"] = words.swap(action["text"])
        if action.get("group"):
            action["group"] = words.swap(action["group"])
    return Pair(sheet, pair.plan)


class _Words:
    """Swaps words for others, one for one, the same way wherever they stand; half of the sentence openers stay."""

    # What binds words together, and what deadlines are told by.
    KEPT = frozenset((HERE / "kept_words.txt").read_text(encoding="utf-8").split())
    SHORTEST = 4
    _WORD = re.compile(r"<[^>]*>|[^\W\d_]+(?:['’][^\W\d_]+)?")

    def __init__(self, sheet: Sheet, rng: random.Random) -> None:
        self._rng = rng
        self._map: dict[str, str] = {}
        words = (HERE / "words.txt").read_text(encoding="utf-8").split()
        rng.shuffle(words)
        self._unused: dict[str, list[str]] = {}
        for word in words:
            self._unused.setdefault(self._ending(word), []).append(word)
        prose = "\n".join((sheet.front, *(cell for row in sheet.rows for cell in row.cells)))
        self._names = set(re.findall(r"[a-z,’'] ([A-Z][\w’']+)", prose))

    def swap(self, text: str) -> str:
        """The text with its words swapped."""
        return self._WORD.sub(lambda match: self._swap_word(match[0]), text)

    def _swap_word(self, word: str) -> str:
        if word in self._names or not (word.isalpha() and (word.islower() or word.istitle())):
            return word
        if word not in self._map:
            self._map[word] = self._other(word)
        return self._map[word]

    def _other(self, word: str) -> str:
        is_kept = (
            len(word) < self.SHORTEST or word.lower() in self.KEPT or (word.istitle() and self._rng.random() < 0.5)
        )
        unused = self._unused[self._ending(word)]
        if is_kept or not unused:
            return word
        return unused.pop().capitalize() if word.istitle() else unused.pop()

    @staticmethod
    def _ending(word: str) -> str:
        return next((ending for ending in ("ing", "ed", "ly", "tion", "s") if word.endswith(ending)), "")


def _change_columns(sheet: Sheet, roles: tuple[str, ...], change: Callable[[str], str]) -> Sheet:
    columns = {sheet.column(role) for role in roles}

    def changed(row: Row) -> Row:
        return replace(row, cells=tuple(change(c) if i in columns else c for i, c in enumerate(row.cells)))

    return replace(sheet, rows=(sheet.rows[0], *map(changed, sheet.rows[1:])))


def _actions(plan: Plan) -> list[Plan]:
    return [action for rec in plan["recommendations"] for action in rec["actions"]]


def _map_strings(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {name: _map_strings(part, change) for name, part in value.items()}
    if isinstance(value, list):
        return [_map_strings(part, change) for part in value]
    return change(value) if isinstance(value, str) else value


MUTATIONS: dict[str, Mutation] = {
    "swap_council": swap_council,
    "shift_dates": shift_dates,
    "drop_recommendations": drop_recommendations,
    "rename_headers": rename_headers,
    "reorder_columns": reorder_columns,
    "reword": reword,
}
