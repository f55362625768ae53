"""Goes through the tokens once and marks every stretch that says something of time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from .marks import Mark, Revision, Sense, State, StateKind, Term, Trigger, When
from .periods import Unit
from .recurrence import read_recurrence
from .relative import read_offset
from .tokens import CLOSING, Token
from .when import OPENINGS as WHEN_OPENINGS
from .when import read_when
from .words import word_set

Found = tuple[Sense, int]

_STATES = frozenset({"ongoing", "begun", "completed", "achieved", "unscheduled", "conditional", "provisional", "soon"})
_EVENT_MODES = frozenset({"before", "after", "until"})
_EVENT_REACH = 4
"""A meeting stands at most so many words behind "the next"."""
_DATE_OPENINGS = frozenset({"month", "number", "nth", "season", "quarter"})
_LISTING = frozenset({",", "and", "&", "/"})


def scan(t: Sequence[Token]) -> list[Mark[Sense]]:
    """The marks of the tokens, in order, not overlapping."""
    marks: list[Mark[Sense]] = []
    i = 0
    while (kind := t[i].kind) != "end":
        found = _read(t, i) if kind in READERS_OF else None
        if found is None:
            i += 1
        else:
            marks.append(Mark(i, found[1], found[0]))
            i = found[1]
    return _listed(t, _without_priorities(t, marks)) if len(marks) > 1 else marks


def _without_priorities(t: Sequence[Token], marks: list[Mark[Sense]]) -> list[Mark[Sense]]:
    """The marks without a bare "medium": beside a timescale it is a priority, as "high" and "low" are."""
    told = any(not isinstance(mark.sense, Term) for mark in marks)
    return [mark for mark in marks if not (told and _is_bare_term(t, mark))]


def _is_bare_term(t: Sequence[Token], mark: Mark[Sense]) -> bool:
    return isinstance(mark.sense, Term) and mark.stop == mark.start + 1 and t[mark.start].text == "medium"


def _read(t: Sequence[Token], i: int) -> Found | None:
    """The sense at token `i`, by the first of the readers that knows it."""
    for read in READERS_OF[t[i].kind]:
        found = read(t, i)
        if found is not None and found[1] > i:
            return found
    return None


def _listed(t: Sequence[Token], marks: list[Mark[Sense]]) -> list[Mark[Sense]]:
    """The marks, dates without a year told which date follows them in a list ("June and September 2024")."""
    listed: list[Mark[Sense]] = []
    later: Mark[When] | None = None
    for mark in reversed(marks):
        when = mark.sense
        if isinstance(when, When):
            if later and _is_listed(t, mark.stop, when, later):
                when = when._replace(later=_dating(later.sense))
            mark = later = Mark(mark.start, mark.stop, when)
        else:
            later = None
        listed.append(mark)
    return listed[::-1]


def _is_listed(t: Sequence[Token], stop: int, when: When, later: Mark[When]) -> bool:
    """Does the date that ends at `stop` lack a year, in a list with a later one of its kind that has one?"""
    other = _dating(later.sense)
    if when.has_year or when.last is not None or other.kind != when.first.kind or other.year is None:
        return False
    return later.start - stop in (1, 2) and all(token.kind in _LISTING for token in t[stop : later.start])


def _dating(when: When) -> Unit:
    """The unit from which the dates before it in a list take their year."""
    if when.later is not None:
        return when.later
    return when.last if when.last is not None and when.first.year is None else when.first


def _read_revision(t: Sequence[Token], i: int) -> Found | None:
    """ "revised from X to Y", "was X", "now Y"."""
    if t[i].kind not in ("superseded", "revised", "revised_from"):
        return None
    j = i + 1
    while t[j].kind in (":", "-", "label", "determiner"):
        j += 1
    found = read_when(t, j)
    if found is None:
        return None
    when, stop = found
    if t[i].kind == "revised" and when.mode == "until":
        return None  # "from now until March 2025"
    if t[i].kind == "revised":
        return Revision(None, when), stop
    if t[i].kind == "revised_from" and when.last is not None:
        return Revision(When(when.first), When(when.last)), stop
    return Revision(when, None), stop


def _read_term(t: Sequence[Token], i: int) -> Found | None:
    """ "short term"; the bare adjective only where it stands apart."""
    if t[i].kind != "horizon" or (
        t[i + 1].kind in ("word", "period") and t[i + 1].text not in word_set("horizon_nouns")
    ):
        return None
    if t[i].text in word_set("bare_horizon") and t[i + 1].text not in ("to", "from"):
        apart = is_closed(t, i + 1) and (is_opened(t, i) or t[i - 1].text == "to")
        return (Term(t[i].value), i + 1) if apart else None
    return Term(t[i].value), i + 1


_COUNTED = {"Y": 6, "M": 60, "W": 52}
"""So far a plan counts its years, months or weeks."""


def _read_count(t: Sequence[Token], i: int) -> Found | None:
    """ "Year 1", "Years 1-3", "Month 6" by themselves: counted from the plan's start, as its legend may say."""
    if t[i + 1].kind != "number" or t[i + 1].number > _COUNTED.get(t[i].value, 0) or not is_opened(t, i):
        return None
    pair = t[i + 2].kind in ("-", "/", "and", "&") or t[i + 2].text == "to"
    stop = i + 4 if pair and t[i + 3].kind == "number" and len(t[i + 3].value) <= 2 else i + 2
    key = " ".join(token.text for token in t[i:stop])
    return (Term(key), stop) if is_closed(t, stop) else None


def _read_state(t: Sequence[Token], i: int) -> Found | None:
    if t[i].text == "now" and is_opened(t, i) and is_closed(t, i + 1):
        return State("soon"), i + 1
    if t[i].kind not in _STATES:
        return None
    if (t[i].fixed or t[i].kind == "soon") and not (is_opened(t, i) or is_closed(t, i + 1)):
        return None
    if t[i].kind == "unscheduled" and t[i].value != "tbc" and not _stands_apart(t, i):
        return None
    if t[i].kind in ("completed", "achieved", "begun", "ongoing") and not _is_so(t, i):
        return None
    return State(cast(StateKind, t[i].kind), t[i].value, ("typo_corrected",) if t[i].fixed else ()), i + 1


def _stands_apart(t: Sequence[Token], i: int) -> bool:
    """ "None", "In due course", "On hold due to …"; not "our future success" or "none of these"."""
    if t[i].value == "vague":
        return is_opened(t, i) and is_closed(t, i + 1)
    return t[i + 1].kind not in ("word", "of") if is_opened(t, i) else t[i].value == "hold" and is_closed(t, i + 1)


def _is_so(t: Sequence[Token], i: int) -> bool:
    """Does the word say that it is so, not that it is not or shall be?"""
    before = t[i - 1].text if i > 0 and not t[i].line else ""
    if t[i].kind == "ongoing":
        return before != "not"
    if before in word_set("undone") and not _has_been(t, i):
        return False
    if t[i].text in word_set("bare_completed"):  # "Complete the review" is an order
        return is_closed(t, i + 1) or t[i + 1].value == "in" or t[i + 1].kind in _DATE_OPENINGS
    return True


def _has_been(t: Sequence[Token], i: int) -> bool:
    """Is it done after all: "has been completed" (not "once it has been"), "100% complete"?"""
    if t[i - 1].text == "%":
        return i > 1 and t[i - 2].text == "100"
    awaits = any(token.kind in ("event", "modality", "conditional") or token.text == "if" for token in t[:i])
    return t[i - 1].text == "been" and i > 1 and t[i - 2].text in ("has", "have") and not awaits


def is_opened(t: Sequence[Token], i: int) -> bool:
    """Does a statement begin at token `i`?"""
    return i == 0 or t[i].line or t[i - 1].kind in CLOSING or t[i - 1].kind in ("label", "horizon", "generic")


def is_closed(t: Sequence[Token], i: int) -> bool:
    """Does a statement end before token `i`?"""
    return t[i].line or t[i].kind in CLOSING


def _read_trigger(t: Sequence[Token], i: int) -> Found | None:
    """The opening of an event; the event itself is what follows."""
    if t[i].kind == "forum":
        return (Trigger(i), i + 1) if t[i].text in word_set("recess") and is_opened(t, i) else None
    if t[i].kind == "event" and t[i].value == "noun":
        return Trigger(i, is_noun=True), i + 1
    if t[i].kind == "event" or (t[i].kind == "modality" and t[i].value in _EVENT_MODES):
        if t[i].text in ("post", "pre") and t[i + 1].kind == "-" and not t[i + 1].gap:
            return Trigger(i + 2), i + 2
        hyphened = i > 0 and t[i - 1].kind == "-" and not t[i].gap
        opens = (
            t[i + 1].kind not in (*CLOSING, "number", "money") and not hyphened and t[i].text not in ("to", "through")
        )
        return (Trigger(i + 1), i + 1) if opens else None
    if t[i].text == "by" and is_opened(t, i) and t[i + 1].kind == "determiner" and t[i + 2].kind == "forum":
        return Trigger(i + 1), i + 2
    if t[i].kind == "deictic" and t[i].value == "1":
        meets = any(token.kind == "forum" for token in t[i + 1 : i + _EVENT_REACH])
        return (Trigger(i), i + 1) if meets else None
    return None


Reader = Callable[[Sequence[Token], int], Found | None]
READERS: tuple[tuple[Reader, frozenset[str]], ...] = (
    (_read_revision, frozenset({"superseded", "revised", "revised_from"})),
    (read_recurrence, frozenset({"recurring", "every", "number", "times"})),
    (read_when, WHEN_OPENINGS),
    (read_offset, frozenset({"modality", "determiner", "deictic", "number", "function", "half", "limit", "ordinal"})),
    (_read_term, frozenset({"horizon"})),
    (_read_count, frozenset({"period"})),
    (_read_state, _STATES | {"revised"}),
    (_read_trigger, frozenset({"event", "modality", "deictic", "forum"})),
)
"""The readers in order, each with the kinds of token at which what it reads may begin."""

READERS_OF: dict[str, tuple[Reader, ...]] = {
    kind: tuple(read for read, kinds in READERS if kind in kinds) for kind in frozenset().union(*dict(READERS).values())
}
"""The readers by the kind of token at which they may begin."""
