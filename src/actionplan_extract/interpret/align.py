"""Which of a cell's units belongs to which of the timescale entries beside it.

Equal counts pair up in order. Otherwise the units are cut into as many runs as there are entries, or
the entries into as many as there are units, at the places where the text itself makes a new start:
a subheading opens a run, a list belongs to its lead-in, a sentence of context to what follows, and a
run and its entry hold together by the dates and words they share.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from ..model import Alignment, Paragraph
from .units import Unit, split_units

_WORD = re.compile(r"[a-z]{3,}|(?:19|20)[0-9]{2}|q[1-4]")
_COMMON = frozenset(
    [
        "the",
        "and",
        "for",
        "that",
        "this",
        "with",
        "will",
        "our",
        "are",
        "been",
        "being",
        "have",
        "has",
        "was",
        "were",
        "its",
        "their",
        "from",
        "into",
        "which",
        "who",
        "also",
        "not",
        "any",
        "all",
        "can",
        "may",
        "such",
        "these",
        "those",
        "they",
        "them",
        "then",
        "than",
        "through",
        "within",
        "about",
        "across",
        "council",
    ]
)
_MONTHS = frozenset(
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "spr", "sum", "aut", "win"]
)
_COMMITS = re.compile(
    r"\bwill (?:also |now |then |\w+ly )?(?!be\b|have\b)\w+|\b(?:will|to) be (?:\w+ly )?\w+(?:ed|ing)\b|\bgoing to\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:continu\w+|on-?going|regular\w*|already|currently|maintain\w*|routine\w*|brings?|provides?|embed\w*|remains?)\b",
    re.IGNORECASE,
)
_REPEATED = re.compile(r"\b(?:regular\w*|(?:month|quarter|year|annual|week|term)\w*|each|every|cycle)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A timescale entry as alignment sees it."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Group:
    """Units that are one action, with the indices of its entries and how sure that is (0 to 1)."""

    units: tuple[Unit, ...]
    entries: tuple[int, ...]
    alignment: Alignment
    confidence: float


def align(paragraphs: Sequence[Paragraph], entries: Sequence[Entry]) -> tuple[Group, ...]:
    """The actions of one cell, in order, each with its share of the entries of the cell beside it."""
    units = split_units(paragraphs)
    if len(entries) < 2 or not units:
        return (Group(units, tuple(range(len(entries))), "own_cell" if entries else "none", 1.0),)
    fine = split_units(paragraphs, fine=True)
    for candidates, confidence in ((units, 0.95), (_items(units, fine), 0.9), (fine, 0.9)):
        if len(candidates) == len(entries) and not _opens_with_context(candidates):
            return tuple(Group((u,), (i,), "paired", confidence) for i, u in enumerate(candidates))
    if len(units) > len(entries):
        return _runs(units, entries)
    return _runs(fine, entries) if len(fine) > len(entries) else _shared_out(fine, entries)


def _items(units: tuple[Unit, ...], fine: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The fine units, each announcing sentence put to the first item of what it announces."""
    if len(units) == len(fine):
        return units
    found: list[Unit] = []
    held: Unit | None = None
    for unit in fine:
        joined = Unit((*held.paragraphs, *unit.paragraphs), held.heading or unit.heading) if held else unit
        held = joined if unit.introduces and not unit.is_item else None
        if held is None:
            found.append(joined)
    return tuple([*found, held] if held else found)


def _opens_with_context(units: Sequence[Unit]) -> bool:
    """Would a sentence that announces others stand alone?"""
    return any(unit.introduces and len(unit.paragraphs) == 1 for unit in units[:-1])


# --- more units than entries ------------------------------------------------------------------


def _runs(units: Sequence[Unit], entries: Sequence[Entry]) -> tuple[Group, ...]:
    """The units cut into one run an entry: the best cut by dynamic programming over runs."""
    score, runner_up, starts = _best_cut(len(units), len(entries), lambda a, b, e: _run_score(units, a, b, entries[e]))
    ends = [*starts[1:], len(units)]
    confidence = round(0.5 + min(0.35, max(0.0, score - runner_up) * 0.15), 2)
    return tuple(
        Group(tuple(units[a:b]), (i,), "inferred", confidence)
        for i, (a, b) in enumerate(zip(starts, ends, strict=True))
    )


def _best_cut(count: int, runs: int, score: Callable[[int, int, int], float]) -> tuple[float, float, list[int]]:
    """The best and second-best total score of cutting `count` things into `runs` runs, and the best's starts."""
    table: list[list[tuple[float, tuple[int, ...]]]] = [[(0.0, ())] if not n else [] for n in range(count + 1)]
    for run in range(runs):
        following: list[list[tuple[float, tuple[int, ...]]]] = [[] for _ in range(count + 1)]
        for end in range(run + 1, count - (runs - run - 1) + 1):
            options = [
                (total + score(start, end, run), (*cuts, start))
                for start in range(run, end)
                for total, cuts in table[start]
            ]
            following[end] = sorted(options, reverse=True)[:2]
        table = following
    best, *others = table[count]
    return best[0], others[0][0] if others else best[0] - 1, list(best[1])


def _run_score(units: Sequence[Unit], start: int, end: int, entry: Entry) -> float:
    inner = sum(_tie(a, b) for a, b in pairwise(units[start:end]))
    opening = _break(units[start - 1], units[start]) if start else 0.0
    return inner + opening + _binding(units[start:end], entry)


def _tie(before: Unit, after: Unit) -> float:
    """How much speaks for two neighbours being one action."""
    return -4.0 if after.heading else -_break(before, after)


def _break(before: Unit, after: Unit) -> float:
    """How much speaks for a new action starting between two neighbours; half weight, as ties mirror it."""
    if after.heading:
        return 2.0
    score = {"opens": 0.6, "continues": -0.6}.get(_cue(after.text, ("opens", "continues")), 0.0)
    score -= 1.0 * _is_context(before) + 2.0 * (before.introduces and not before.is_item)
    score += 0.3 * (before.is_item and after.is_item)
    return score - 1.5 * _likeness(before.text, after.text)


def _is_context(unit: Unit) -> bool:
    """Does the unit merely acknowledge something, and promise nothing?"""
    return _cue(unit.text, ("acknowledges",)) != "" and not _COMMITS.search(unit.text)


def _binding(units: Sequence[Unit], entry: Entry) -> float:
    """How much of a run speaks of its entry: shared dates and words, and the tense that suits the kind."""
    text = "\n".join(unit.text for unit in units)
    words, wanted = _words(text), _words(entry.text)
    dates = {word for word in wanted if word[:3] in _MONTHS or word.isdigit() or word[:1] == "q"}
    score = 2.0 if dates and dates <= words and any(not d.isdigit() for d in dates) else 0.2 * bool(dates & words)
    score += min(2.0, 1.0 * len((wanted - dates) & words))
    if entry.kind == "recurring":
        return score + 0.6 * bool(_REPEATED.search(text))
    if entry.kind == "ongoing":
        return (
            score + 0.5 * bool(_LASTING.search(text)) - 0.3 * bool(not _LASTING.search(text) and _COMMITS.search(text))
        )
    return score + 0.3 * bool(_COMMITS.search(text))


# --- more entries than units ------------------------------------------------------------------


def _shared_out(units: Sequence[Unit], entries: Sequence[Entry]) -> tuple[Group, ...]:
    """The entries cut into one run a unit."""
    if len(units) == 1:
        return (Group(tuple(units), tuple(range(len(entries))), "own_cell", 1.0),)
    _, _, starts = _best_cut(
        len(entries), len(units), lambda a, b, u: sum(_binding([units[u]], entry) for entry in entries[a:b])
    )
    ends = [*starts[1:], len(entries)]
    return tuple(
        Group((unit,), tuple(range(a, b)), "inferred", 0.5) for unit, a, b in zip(units, starts, ends, strict=True)
    )


# --- words ------------------------------------------------------------------------------------


def _words(text: str) -> frozenset[str]:
    """The telling words of a text; months and seasons by their first three letters."""
    found = (word for word in _WORD.findall(text.casefold()) if word not in _COMMON)
    return frozenset(word[:3] if _is_month(word) else word for word in found)


def _is_month(word: str) -> bool:
    return word in _NAMES or word in _MONTHS or word == "sept"


_NAMES = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "spring",
        "summer",
        "autumn",
        "winter",
    ]
)


def _likeness(a: str, b: str) -> float:
    """The share of telling words two texts have in common (0 to 1)."""
    words_a, words_b = _words(a), _words(b)
    least = min(len(words_a), len(words_b))
    return len(words_a & words_b) / least if least else 0.0


@cache
def _cues() -> tuple[tuple[str, str], ...]:
    """Sentence openers with their kind, longest first (data/cues.csv)."""
    text = files("actionplan_extract.data").joinpath("cues.csv").read_text(encoding="utf-8")
    rows = [(line["cue"], line["kind"]) for line in csv.DictReader(text.splitlines())]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def _cue(text: str, kinds: Sequence[str]) -> str:
    """The kind of the opener a text starts with, empty where it starts with none of these kinds."""
    start = text.lstrip("\"'‘“ ").casefold()
    for cue, kind in _cues():
        if kind in kinds and start.startswith(cue) and not start[len(cue) : len(cue) + 1].isalnum():
            return kind
    return ""
