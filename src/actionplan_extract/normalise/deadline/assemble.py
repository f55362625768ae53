"""Makes the typed deadline of an entry, by the first rule that applies."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ...schema import Deadline, Invalid
from .counted import type_legend, type_offset, type_term
from .dated import type_date, type_foreign, type_revised
from .lasting import type_ongoing, type_recurring
from .marks import Again, Offset, Revision, StateKind, Term, Trigger, When
from .periods import ImpossibleDateError
from .statement import Statement
from .undated import type_begun, type_completed, type_event, type_unparsed, type_unscheduled


class Rule(NamedTuple):
    """A rule with its name, and what an entry must have one of for it to apply; nothing where it always may."""

    name: str
    read: Callable[[Statement], Deadline | None]
    senses: frozenset[type | StateKind]


def _rule(read: Callable[[Statement], Deadline | None], *senses: type | StateKind) -> Rule:
    return Rule(read.__name__.removeprefix("type_"), read, frozenset(senses))


RULES = (
    _rule(type_revised, Revision),
    _rule(type_recurring, Again),
    _rule(type_ongoing, "ongoing"),
    _rule(type_completed, "completed"),
    _rule(type_foreign),
    _rule(type_date, When),
    _rule(type_offset, Offset),
    _rule(type_legend),
    _rule(type_term, Term, "soon"),
    _rule(type_unscheduled),
    _rule(type_event, Trigger),
    _rule(type_begun, "begun", "achieved"),
)
"""The rules in order."""


def assemble(statement: Statement) -> tuple[Deadline, str]:
    """The deadline of an entry and the name of the rule that gave it; one whose date no calendar has is invalid."""
    try:
        for name, read, senses in RULES:
            if senses and senses.isdisjoint(statement.senses):
                continue
            deadline = read(statement)
            if deadline is not None:
                return deadline, name
    except ImpossibleDateError as error:
        used = [mark for mark in statement.marks if isinstance(mark.sense, When | Revision | Offset)]
        return Invalid(**statement.common(used), reason=str(error)), "invalid"
    return type_unparsed(statement), "unparsed"
