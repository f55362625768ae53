"""What the grammar recognises in a timescale: stretches of tokens that say something of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, TypeVar

from .periods import Unit

Mode = Literal["in", "by", "before", "from", "after", "until"]
StateKind = Literal["ongoing", "begun", "completed", "achieved", "unscheduled", "conditional", "provisional", "soon"]


class When(NamedTuple):
    """A date or stretch of time. `last` is None for a single unit, `mode` how it bounds the action.

    `is_open` marks a range whose end is missing ("June 2021 -"), `is_weak` a year that only describes a noun
    ("2024/25 budget"), `is_bare` one without preposition. `later` is the next date of a list, which gives a
    date without a year its own ("June and September 2024").
    """

    first: Unit
    last: Unit | None = None
    mode: Mode = "in"
    is_open: bool = False
    is_about: bool = False
    is_doubtful: bool = False
    is_weak: bool = False
    is_bare: bool = False
    later: Unit | None = None
    notes: tuple[str, ...] = ()

    @property
    def has_year(self) -> bool:
        """Does the text give a year for it, or for either end?"""
        return self.first.year is not None or (self.last is not None and self.last.year is not None)

    @property
    def is_stretch(self) -> bool:
        """Does it have two ends of its own?"""
        return self.last is not None or self.first.kind == "years"


class Revision(NamedTuple):
    """An old date that a new one replaces; either may be missing ("changed from March 2020")."""

    old: When | None
    new: When | None


class Again(NamedTuple):
    """A recurrence: an ISO 8601 duration, None where the text does not say how often."""

    every: str | None
    notes: tuple[str, ...] = ()


class State(NamedTuple):
    """A word that tells the state of the action, or of its date; `value` is the vocabulary's."""

    kind: StateKind
    value: str = ""
    notes: tuple[str, ...] = ()


class Amount(NamedTuple):
    """A length of time: so many hours (H), days (D), working days (B), weeks (W), fortnights (F), months (M),
    years (Y).
    """

    number: int
    unit: str


class Offset(NamedTuple):
    """A time counted from something: "3-6 months".

    `low` is None where there is one amount, `high` where it is open ("2+ years"). `anchor` is the index of
    the first token of what it is counted from, None where nothing is said; `date` the date that stands there.
    `describes` marks one that only describes a noun ("10-year programme").
    """

    low: Amount | None
    high: Amount | None
    anchor: int | None = None
    date: When | None = None
    describes: bool = False


class Term(NamedTuple):
    """A horizon that only a legend explains: "short term"."""

    key: str


class Trigger(NamedTuple):
    """The opening of an event ("once", "following"); `start` is the index of the event's first token.

    `is_noun` marks an opening that is part of the event but for its preposition ("on completion of").
    """

    start: int
    is_noun: bool = False


Sense = When | Revision | Again | State | Offset | Term | Trigger
S_co = TypeVar("S_co", bound=Sense, covariant=True)


@dataclass(slots=True, eq=False)  # never changed; frozen would double the time to make one
class Mark(Generic[S_co]):
    """A sense with its tokens [start, stop)."""

    start: int
    stop: int
    sense: S_co
