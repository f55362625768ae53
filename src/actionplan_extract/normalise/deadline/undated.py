"""Types entries without a date of their own: completed, event, unscheduled, unparsed."""

from __future__ import annotations

from collections.abc import Iterable

from ...schema import Completed, Deadline, Event, Ongoing, Unparsed, Unscheduled
from .marks import Mark, State, Trigger, When
from .resolve import resolve
from .statement import Statement

_SILENT = 0.5
"""Confidence that a text of which nothing is understood says nothing of time."""
_GENERAL = frozenset({"generic", "deictic", "determiner", "function", "label"})


def type_completed(statement: Statement) -> Deadline | None:
    """ "Completed July 2023", "No further action needed"."""
    done = statement.states("completed")
    if not done:
        return None
    if not statement.dates:
        return Completed(**statement.common(done, _notes(done)))
    date = next((mark for mark in statement.dates if statement.is_linked(done[0], mark)), None)
    if date and date.start < done[0].start and date.sense.mode == "by":  # "By April 2024 - complete"
        return Completed(**statement.common([*done, date], _notes(done)))
    if date is None or date.sense.mode != "in" or _has_subject(statement, done[0], date):
        return None
    found = resolve(date.sense, statement.context)
    fields = statement.common([*done, date], [*_notes(done), *found.notes], found.edtf, found.others)
    return Completed(**fields, earliest=found.earliest, latest=found.latest)


def _notes(marks: Iterable[Mark[State]]) -> list[str]:
    return [note for mark in marks for note in mark.sense.notes]


def _has_subject(statement: Statement, state: Mark[State], date: Mark[When]) -> bool:
    """Is it said what is complete? "June 2024 - Training complete" is a milestone, "Completed 2021" a state."""
    if state.stop == date.start and statement.tokens[state.stop - 1].text == "completed":
        return False
    start = date.stop if date.start < state.start else statement.start
    before = statement.tokens[start : state.start]
    return any(token.kind not in _GENERAL and token.text[-1].isalnum() for token in before)


def type_event(statement: Statement) -> Deadline | None:
    """ "Following the May elections"."""
    trigger = next(iter(statement.of(Trigger)), None)
    if trigger is None:
        return None
    event = statement.verbatim(trigger.sense.start, statement.stop)
    if trigger.sense.is_noun:
        event = event.partition(" ")[2]
    used = Mark(trigger.start, statement.stop, trigger.sense)
    return Event(**statement.common([used]), event=event) if event else None


def type_unscheduled(statement: Statement) -> Deadline | None:
    """ "TBC", "N/A", "subject to funding"."""
    conditions = statement.states("conditional")
    marks = conditions or statement.states("unscheduled")
    if not marks and not any(token.text[-1].isalnum() for token in statement.tokens[statement.start : statement.stop]):
        return Unscheduled(**statement.common(()), reason="no entry")  # a dash
    if not marks:
        return None
    stop = statement.stop if conditions else marks[0].stop
    fields = statement.common([Mark(marks[0].start, stop, marks[0].sense), *marks[1:]])
    return Unscheduled(**fields, reason=statement.verbatim(marks[0].start, stop))


def type_begun(statement: Statement) -> Deadline | None:
    """ "Commenced", "Implemented": where nothing else is said, as good as ongoing or completed."""
    if begun := statement.states("begun"):
        return Ongoing(**statement.common(begun))
    achieved = statement.states("achieved")
    if achieved and not statement.is_spoken(statement.start, achieved[0].start):
        return Completed(**statement.common(achieved))
    return None


def type_unparsed(statement: Statement) -> Deadline:
    """Text that says nothing of time."""
    fields = statement.common(())
    fields["milestone"], fields["confidence"] = None, _SILENT
    return Unparsed(**fields)
