"""Types entries that speak of something lasting or coming again: ongoing and recurring."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ...schema import Deadline, Ongoing, Recurring
from .edtf import to_edtf
from .marks import Again, Mark, Sense, State, Term, Trigger, When
from .periods import ImpossibleDateError
from .resolve import resolve
from .statement import Statement


@dataclass(slots=True)
class Bounds:
    """Since when and until when a lasting state holds, and the marks and assumptions that say so."""

    earliest: date | None = None
    latest: date | None = None
    used: list[Mark[When]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def edtf(self) -> str | None:
        """The bounds in EDTF."""
        return to_edtf(self.earliest, self.latest, "month")


def type_recurring(statement: Statement) -> Deadline | None:
    """ "Quarterly from April 2024": a recurrence, with bounds where the text gives them."""
    again = next(iter(statement.of(Again)), None)
    if again is None or not _is_recurrence(statement, again):
        return None
    bounds = _bounds(statement, again)
    again_too = [mark for mark in statement.of(Again) if not statement.is_spoken(mark.stop, mark.stop + 1)]
    used: list[Mark[Sense]] = [again, *again_too, *statement.states("ongoing", "begun"), *bounds.used]
    fields = statement.common(used, [*again.sense.notes, *bounds.notes], bounds.edtf)
    return Recurring(**fields, recurrence=again.sense.every, earliest=bounds.earliest, latest=bounds.latest)


def _is_recurrence(statement: Statement, again: Mark[Again]) -> bool:
    """Is the recurrence what the entry says, not a thing it dates ("Annual report March 2024") or waits for?"""
    trigger = next(iter(statement.of(Trigger)), None)
    if trigger is not None and trigger.start == statement.start:
        return False  # "As part of annual budget setting"
    if statement.dates:
        return any(_bounds_recurrence(statement, again, mark) for mark in statement.dates)
    ongoing = statement.states("ongoing")
    if not ongoing:
        return True
    aside = any(token.text == "with" for token in statement.tokens[ongoing[0].stop : again.start])
    return not aside and statement.is_linked(again, ongoing[0])


def _bounds_recurrence(statement: Statement, again: Mark[Again], mark: Mark[When]) -> bool:
    when = mark.sense
    if when.mode in ("from", "until", "after") or when.is_stretch or not when.has_year:
        return True
    return mark.start < again.start or statement.is_linked(again, mark)


def type_ongoing(statement: Statement) -> Deadline | None:
    """ "Ongoing", "July 2023 and ongoing", "Ongoing to March 2026"."""
    states = statement.states("ongoing")
    if not states or not _is_ongoing(statement, states[0]):
        return None
    bounds = _bounds(statement, states[0])
    used: list[Mark[Sense]] = [*states, *statement.states("begun", "completed"), *statement.of(Term), *bounds.used]
    notes = [note for mark in states for note in mark.sense.notes] + bounds.notes
    return Ongoing(**statement.common(used, notes, bounds.edtf), earliest=bounds.earliest, latest=bounds.latest)


def _is_ongoing(statement: Statement, state: Mark[State]) -> bool:
    """Is the entry about the state at all, given its dates, or only says that something else goes on?"""
    done = statement.states("completed")
    if done and done[0].start < state.start and statement.is_spoken(state.stop, state.stop + 1):
        return False  # "Completed (ongoing monitoring)"
    opens = state.start == statement.start
    return opens or not statement.dates or any(statement.is_linked(state, mark) for mark in statement.dates)


def _bounds(statement: Statement, state: Mark[Sense]) -> Bounds:
    """The bounds that the entry's dates give a lasting state."""
    bounds = Bounds()
    for mark in statement.dates:
        side = _side(statement, state, mark)
        if not side:
            bounds.notes.append("date_not_linked")
            continue
        bounds.used.append(mark)
        if side != "none":
            _bound(bounds, statement, mark.sense, side)
    if bounds.earliest and bounds.latest and bounds.earliest > bounds.latest:
        raise ImpossibleDateError(f"{bounds.earliest} to {bounds.latest} runs backwards")
    return bounds


def _bound(bounds: Bounds, statement: Statement, when: When, side: str) -> None:
    if side == "since" and when.mode == "by":  # "By May 2024 and ongoing"
        when = when._replace(mode="in")
    dates = resolve(when, statement.context)
    bounds.notes.extend(dates.notes)
    if side in ("since", "both"):
        bounds.earliest = bounds.earliest or dates.earliest
    if side in ("until", "both"):
        bounds.latest = bounds.latest or dates.latest


def _side(statement: Statement, state: Mark[Sense], mark: Mark[When]) -> str:
    """Which end of a lasting state a date gives: since, until, both, none (it says when in the year), or ""."""
    when = mark.sense
    if when.mode in ("from", "after") or when.is_open:
        return "since"
    if isinstance(state.sense, Again) and not when.has_year:
        return "none"
    if when.mode in ("by", "until", "before"):
        return "since" if when.mode == "by" and mark.stop <= state.start else "until"
    if when.is_stretch:
        return "both"
    if mark.start < state.start:
        return "since"
    if not statement.is_linked(state, mark):
        return ""
    lasts = when.first.precision in ("year", "financial_year") or not when.is_bare
    return "both" if lasts else "until"
