"""Types entries that give a date or a stretch of time: points and ranges."""

from __future__ import annotations

from collections.abc import Iterable

from ...schema import Deadline, Point, Range, Reading, Unscheduled
from .fallback import read_foreign
from .marks import Mark, Revision, Sense, State, Trigger, When
from .resolve import Dates, resolve
from .statement import Statement
from .tokens import CLOSING


def type_revised(statement: Statement) -> Deadline | None:
    """ "was X, now Y", "revised from X to Y": Y, with X as an alternative."""
    revisions = statement.of(Revision)
    if not revisions:
        return None
    plain = statement.of(When)
    new = [mark.sense.new for mark in revisions if mark.sense.new] or [mark.sense for mark in plain]
    old = [mark.sense.old for mark in revisions if mark.sense.old] or [m.sense for m in plain if m.sense not in new]
    readings = [_reading(resolve(when, statement.context)) for when in old]
    if new:
        return typed(statement, resolve(new[-1], statement.context), [*revisions, *plain], readings)
    reason = statement.verbatim(revisions[0].start, revisions[0].stop)
    return Unscheduled(**statement.common(revisions, alternatives=readings), reason=reason)


def _reading(dates: Dates) -> Reading:
    return Reading(earliest=dates.earliest, latest=dates.latest)


def type_date(statement: Statement) -> Deadline | None:
    """A date or range: the first of the entry that has a year, else the first."""
    dates = statement.dates
    if not dates or _is_inside_event(statement, dates[0]):
        return None
    mark = dates[0] if len(dates) == 1 else next((mark for mark in dates if mark.sense.has_year), dates[0])
    same = [other for other in dates if other.sense.first[:4] == mark.sense.first[:4]]  # also in another language
    used: list[Mark[Sense]] = [*same, *_doubts(statement, mark)]
    if statement.tokens[mark.stop].kind == "?":
        used.append(Mark(mark.stop, mark.stop + 1, mark.sense))
    doubtful = len(used) > len(same) or mark.sense.is_doubtful
    return typed(statement, resolve(mark.sense, statement.context, "?" if doubtful else ""), used)


def _doubts(statement: Statement, date: Mark[When]) -> list[Mark[State]]:
    """The words that make the date provisional: "(tbc)", "provisionally"."""
    doubts = statement.states("unscheduled", "provisional")
    return [mark for mark in doubts if mark.sense.value in ("", "tbc") and _is_doubt(statement, mark, date)]


def _is_doubt(statement: Statement, state: Mark[State], date: Mark[When]) -> bool:
    """Is the word said of the date? In "Budget to be agreed at Cabinet, March 2024" it is not."""
    if not statement.is_linked(state, date):
        return False
    if not statement.tokens[state.start].text.startswith("to be"):
        return True
    return statement.tokens[state.stop].kind in CLOSING and date.sense.mode == "in"


def _is_inside_event(statement: Statement, date: Mark[When]) -> bool:
    """Is the date part of an event's name ("Following the May elections")?"""
    if not (triggers := statement.of(Trigger)):
        return False
    trigger = next((mark for mark in reversed(triggers) if mark.stop <= date.start), None)
    if trigger is None or _is_meeting(trigger):
        return False
    if any(token.kind in (",", "-", "(", ":") for token in statement.tokens[trigger.stop : date.start]):
        return False
    if statement.tokens[trigger.start].text == "post" and date.sense.mode in ("by", "until"):
        return False  # "Post funded until March 2025"
    adjacent = not statement.is_spoken(trigger.stop, date.start)
    return adjacent or not statement.is_spoken(statement.start, trigger.start)


def _is_meeting(trigger: Mark[Trigger]) -> bool:
    """Is the event "the next" meeting, which may well have a date of its own?"""
    return trigger.sense.start == trigger.start and not trigger.sense.is_noun


def type_foreign(statement: Statement) -> Deadline | None:
    """A date that only dateparser can read, where nothing else was found but a date without its year."""
    for mark in statement.marks:
        if not isinstance(mark.sense, When) or mark.sense.has_year:
            return None
    context = statement.context
    found = read_foreign(statement.text, statement.tokens, statement.start, statement.stop, context.reference)
    return typed(statement, resolve(found.sense, context), [found]) if found else None


def typed(
    statement: Statement, dates: Dates, used: Iterable[Mark[Sense]], readings: Iterable[Reading] = ()
) -> Point | Range:
    """The point or range of these dates."""
    kind = Range if dates.is_range else Point
    return kind(
        **statement.common(used, dates.notes, dates.edtf, [*dates.others, *readings]),
        earliest=dates.earliest,
        latest=dates.latest,
        precision=dates.precision,
        modality=dates.modality,
    )
