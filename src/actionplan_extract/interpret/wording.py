"""What the wording of a text tells of how it hangs together with its neighbours and with a timescale."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[a-z]{3,}|(?:19|20)[0-9]{2}|q[1-4]")
_COMMITS = re.compile(
    r"\bwill (?:also |now |then |\w+ly )?(?!be\b|have\b)\w+|\b(?:will|to) be (?:\w+ly )?\w+(?:ed|ing)\b|\bgoing to\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:continu\w+|on-?going|regular\w*|already|currently|maintain\w*|routine\w*|brings?|provides?|embed\w*|remains?)\b",
    re.IGNORECASE,
)
_STATES = re.compile(r"\b(?:is|are|was|were|has|have|had|stands?|remains?|became|meets?)\b", re.IGNORECASE)
_REPEATED = re.compile(r"\b(?:regular\w*|(?:month|quarter|year|annual|week|term)\w*|each|every|cycle)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """The telling words of a text (months and seasons by three letters) and what its verbs and opener say.

    `opener` is opens, continues, acknowledges or empty.
    """

    words: frozenset[str]
    opener: str
    commits: bool
    lasts: bool
    repeats: bool
    states: bool

    @property
    def context(self) -> float:
        """How surely it merely tells how things stand, and promises nothing (0 to 1)."""
        if self.commits:
            return 0.0
        return 1.0 if self.opener == "acknowledges" else 0.8 * (self.states and not self.lasts)

    @property
    def dates(self) -> frozenset[str]:
        """The words that are part of a date."""
        months = {name[:3] for name in _cues()["month"]}
        return frozenset(word for word in self.words if word in months or word.isdigit() or word[:1] == "q")


def wording(text: str) -> Wording:
    """The wording of a text."""
    return Wording(
        _telling_words(text),
        _opener(text),
        bool(_COMMITS.search(text)),
        bool(_LASTING.search(text)),
        bool(_REPEATED.search(text)),
        bool(_STATES.search(text)),
    )


def together(parts: Sequence[Wording]) -> Wording:
    """The wording of texts that stand one after the other."""
    return Wording(
        frozenset().union(*(part.words for part in parts)),
        parts[0].opener,
        any(part.commits for part in parts),
        any(part.lasts for part in parts),
        any(part.repeats for part in parts),
        any(part.states for part in parts),
    )


def counted(wordings: Iterable[Wording]) -> Counter[str]:
    """In how many texts each word stands."""
    return Counter(word for held in wordings for word in held.words)


def likeness(a: Wording, b: Wording, held: Counter[str]) -> float:
    """The share of telling words two texts have in common (0 to 2); the more texts hold a word, the less it counts."""
    least = min(sum(1 / held[word] for word in part.words) for part in (a, b))
    return 2 * sum(1 / held[word] for word in a.words & b.words) / least if least else 0.0


def binding(text: Wording, entry: Wording, kind: str) -> float:
    """How much a text speaks of a timescale entry: shared dates and words, and verbs that suit its kind."""
    dates = entry.dates
    named = dates <= text.words and any(not date.isdigit() for date in dates)
    score = 2.0 if named else 0.2 * bool(dates & text.words)
    return score + min(2.0, 1.0 * len((entry.words - dates) & text.words)) + _tense(text, kind)


def _tense(text: Wording, kind: str) -> float:
    if kind == "recurring":
        return 0.6 * text.repeats
    if kind == "completed":
        return 0.8 * (text.states and not text.commits)
    if kind == "ongoing":
        return 0.5 * text.lasts - 0.3 * (text.commits and not text.lasts)
    return 0.3 * text.commits


def _telling_words(text: str) -> frozenset[str]:
    common, months = _cues()["common"], _cues()["month"]
    found = (word for word in _WORD.findall(text.casefold()) if word not in common)
    return frozenset(word[:3] if word in months else word for word in found)


def _opener(text: str) -> str:
    """The kind of the opener a text starts with, the longest that fits; empty where none does."""
    start = text.lstrip("\"'‘“ ").casefold()
    fitting = [
        (len(cue), kind)
        for kind in ("opens", "continues", "acknowledges")
        for cue in _cues()[kind]
        if start.startswith(cue) and not start[len(cue) : len(cue) + 1].isalnum()
    ]
    return max(fitting)[1] if fitting else ""


@cache
def _cues() -> dict[str, frozenset[str]]:
    """The words of data/cues.csv by kind: sentence openers, common words, months."""
    text = files("actionplan_extract.data").joinpath("cues.csv").read_text(encoding="utf-8")
    found: dict[str, set[str]] = defaultdict(set)
    for line in csv.DictReader(text.splitlines()):
        found[line["kind"]].add(line["cue"])
    return {kind: frozenset(cues) for kind, cues in found.items()}
