"""Which of a cell's units belongs to which of the timescale entries beside it.

Equal counts pair up in order. Otherwise the units are cut into as many runs as there are entries, or
the entries into as many as there are units, at the places where the text itself makes a new start:
a subheading opens a run, a list belongs to its lead-in, a sentence of context to what follows, and a
run and its entry hold together by the dates and words they share.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..model import Alignment, Paragraph
from .units import Unit, split_units
from .wording import Wording, binding, counted, likeness, together, wording

_MOST_UNITS = 60  # beyond, nobody can tell, and the work grows with the cube


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
    if len(units) > _MOST_UNITS:
        return (Group(tuple(units), tuple(range(len(entries))), "inferred", 0.1),)
    wordings = [wording(unit.text) for unit in units]
    wanted = [wording(entry.text) for entry in entries]
    breaks = _breaks(units, wordings)

    def score(start: int, end: int, run: int) -> float:
        joints = (breaks[start] if start else 0.0) - sum(breaks[start + 1 : end])
        return joints + binding(together(wordings[start:end]), wanted[run], entries[run].kind)

    best, runner_up, starts = _best_cut(len(units), len(entries), score)
    confidence = round(0.5 + min(0.35, max(0.0, best - runner_up) * 0.15), 2)
    spans = zip(starts, [*starts[1:], len(units)], strict=True)
    return tuple(Group(tuple(units[a:b]), (i,), "inferred", confidence) for i, (a, b) in enumerate(spans))


_Cut = tuple[float, tuple[int, ...]]


def _best_cut(count: int, runs: int, score: Callable[[int, int, int], float]) -> tuple[float, float, list[int]]:
    """The best and second-best total score of cutting `count` things into `runs` runs, and the best's starts."""
    table: list[list[_Cut]] = [[(0.0, ())], *([] for _ in range(count))]
    for run in range(runs):
        following: list[list[_Cut]] = [[] for _ in range(count + 1)]
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


def _breaks(units: Sequence[Unit], wordings: Sequence[Wording]) -> list[float]:
    """For each unit, how much speaks for a new action starting with it; below 0, against. 0 for the first."""
    held = counted(wordings)
    pairs = zip(pairwise(units), pairwise(wordings), strict=True)
    return [0.0, *(_break(*of_units, *of_words) - 1.5 * likeness(*of_words, held) for of_units, of_words in pairs)]


def _break(before: Unit, after: Unit, told_before: Wording, told_after: Wording) -> float:
    """How much the wording of two neighbours speaks for a new action."""
    if after.heading:
        return 4.0
    score = {"opens": 0.6, "continues": -0.6}.get(told_after.opener, 0.0)
    score -= told_before.context + 2.0 * (before.introduces and not before.is_item)
    return score + 0.3 * (before.is_item and after.is_item)


# --- more entries than units ------------------------------------------------------------------


def _shared_out(units: Sequence[Unit], entries: Sequence[Entry]) -> tuple[Group, ...]:
    """The entries cut into one run a unit."""
    if len(units) == 1 or len(entries) > _MOST_UNITS:
        return (Group(tuple(units), tuple(range(len(entries))), "own_cell", 1.0),)

    wordings = [wording(unit.text) for unit in units]
    wanted = [wording(entry.text) for entry in entries]

    def score(start: int, end: int, unit: int) -> float:
        return sum(binding(wordings[unit], wanted[n], entries[n].kind) for n in range(start, end))

    _, _, starts = _best_cut(len(entries), len(units), score)
    spans = zip(units, starts, [*starts[1:], len(entries)], strict=True)
    return tuple(Group((unit,), tuple(range(a, b)), "inferred", 0.5) for unit, a, b in spans)
