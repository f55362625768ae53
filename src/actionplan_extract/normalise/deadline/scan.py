"""Goes through the tokens once and marks every stretch that says something of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from .marks import Again, Mark, Revision, Sense, State, StateKind, Term, Trigger, When
from .recurrence import read_recurrence
from .relative import read_offset
from .tokens import Token
from .when import read_when

Found = tuple[Sense, int]

CLOSING = frozenset(
    {"end", ",", ".", ";", ":", ")", "(", "-", "/", "and", "then", "?", "|", "]", "[", "!", "&", "+", "=", "•"}
)
"""Kinds of token at which a statement may stop."""

_STATES = frozenset({"ongoing", "begun", "completed", "achieved", "unscheduled", "conditional", "provisional", "soon"})
_UNDONE = frozenset(
    {
        "not",
        "be",
        "to be",
        "once",
        "when",
        "until",
        "after",
        "upon",
        "if",
        "is not",
        "to",
        "yet",
        "partially",
        "half",
        "%",
        "been",
        "nearly",
        "almost",
    }
)
_EVENT_MODES = frozenset({"before", "after", "until"})
_EVENT_REACH = 4
"""A meeting stands at most so many words behind "the next"."""


def scan(t: Sequence[Token]) -> list[Mark]:
    """The marks of the tokens, in order, not overlapping."""
    marks: list[Mark] = []
    i = 0
    while t[i].kind != "end":
        found = _read(t, i) if t[i].kind not in ("word", "function") else None
        if found is None and t[i].text == "a":
            found = read_offset(t, i)
        if found is None:
            i += 1
            continue
        marks.append(Mark(i, found[1], found[0]))
        i = found[1]
    return _listed(t, marks)


def _listed(t: Sequence[Token], marks: list[Mark]) -> list[Mark]:
    """The marks, dates without a year told which date follows them in a list."""
    later: Mark | None = None
    for position in range(len(marks) - 1, -1, -1):
        mark = marks[position]
        if isinstance(mark.sense, When) and later and _is_listed(t, mark, mark.sense, later):
            assert isinstance(later.sense, When)
            mark = marks[position] = replace(
                mark, sense=replace(mark.sense, later=later.sense.later or later.sense.first)
            )
        later = mark if isinstance(mark.sense, When) else None
    return marks


def _is_listed(t: Sequence[Token], mark: Mark, when: When, later: Mark) -> bool:
    """Does the date without a year stand in a list with a later one of its kind?"""
    assert isinstance(later.sense, When)
    other = later.sense.later or later.sense.first
    apart = later.start - mark.stop in (1, 2) and all(
        token.kind in (",", "and", "&") for token in t[mark.stop : later.start]
    )
    return (
        apart
        and when.first.year is None
        and when.last is None
        and other.kind == when.first.kind
        and other.year is not None
    )


def _read(t: Sequence[Token], i: int) -> Found | None:
    """The sense at token `i`, the first of the readers that knows it."""
    for read in (_read_revision, read_recurrence, read_when, read_offset, _read_term, _read_state, _read_trigger):
        found = read(t, i)
        if found is not None and found[1] > i:
            return cast(Found, found)
    return None


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
    if t[i].kind == "revised":
        return Revision(None, when), stop
    if t[i].kind == "revised_from" and when.last is not None:
        return Revision(When(when.first), When(when.last)), stop
    return Revision(when, None), stop


def _read_term(t: Sequence[Token], i: int) -> Found | None:
    """ "short term"; the bare adjective only where it stands apart."""
    if t[i].kind != "horizon":
        return None
    apart = _is_closed(t, i + 1) and (_is_opened(t, i) or t[i - 1].text == "to")
    if t[i].text in ("short", "medium", "long") and not (apart or t[i + 1].text in ("to", "from")):
        return None
    return (Term(t[i].value), i + 1) if t[i + 1].kind not in ("word", "period") else None


def _read_state(t: Sequence[Token], i: int) -> Found | None:
    if t[i].kind not in _STATES or (t[i].fixed and not (_is_opened(t, i) or _is_closed(t, i + 1))):
        return None
    if t[i].kind in ("completed", "achieved") and not _is_done(t, i):
        return None
    if t[i].kind == "soon" and not (_is_opened(t, i) or _is_closed(t, i + 1)):
        return None
    if t[i].kind == "ongoing" and i > 0 and t[i - 1].text in ("not", "no longer"):
        return None
    return State(cast(StateKind, t[i].kind), t[i].value, t[i].fixed), i + 1


def _is_done(t: Sequence[Token], i: int) -> bool:
    """Does the word say that the thing is done, not that it shall be?"""
    if i > 0 and not t[i].line and t[i - 1].text in _UNDONE:
        return False
    if t[i].text in ("complete", "cwblhau"):
        return _is_closed(t, i + 1) or t[i + 1].kind in ("month", "number", "nth", "modality", "season", "quarter")
    return True


def _is_opened(t: Sequence[Token], i: int) -> bool:
    """Does a statement begin at token `i`?"""
    return i == 0 or t[i].line or t[i - 1].kind in CLOSING or t[i - 1].kind in ("label", "horizon", "generic")


def _is_closed(t: Sequence[Token], i: int) -> bool:
    """Does a statement end before token `i`?"""
    return t[i].line or t[i].kind in CLOSING


def _read_trigger(t: Sequence[Token], i: int) -> Found | None:
    """The opening of an event; the event itself is what follows."""
    if t[i].kind == "event":
        if t[i].value == "noun":
            return Trigger(i, True), i + 1
        return (Trigger(i + 1), i + 1) if t[i + 1].kind not in CLOSING else None
    if t[i].kind == "modality" and t[i].value in _EVENT_MODES:
        joined = (
            t[i + 1].kind == "-" or (i > 0 and t[i - 1].kind == "-" and not t[i].gap) or t[i].text in ("to", "through")
        )
        return (Trigger(i + 1), i + 1) if t[i + 1].kind not in CLOSING and not joined else None
    if t[i].kind == "deictic" and t[i].value == "1":
        return (Trigger(i), i + 1) if any(t[k].kind == "forum" for k in range(i + 1, i + _EVENT_REACH)) else None
    return None


def is_meaningful(mark: Mark) -> bool:
    """Does the mark make a statement by itself?"""
    match mark.sense:
        case When() as when:
            return not when.is_weak
        case State() as state:
            return state.kind not in ("provisional", "begun", "achieved")
        case Again() | Revision() | Term():
            return True
        case Trigger():
            return False
        case _:
            return True
