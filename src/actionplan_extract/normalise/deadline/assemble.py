"""Makes the typed deadline of an entry, by the first rule that applies."""

from __future__ import annotations

from collections.abc import Callable

from ...schema import Deadline, Invalid
from .counted import type_legend, type_offset, type_term
from .dated import type_date, type_foreign, type_revised
from .lasting import type_ongoing, type_recurring
from .marks import Offset, Revision, When
from .periods import ImpossibleDateError
from .statement import Statement
from .undated import type_begun, type_completed, type_event, type_unparsed, type_unscheduled

RULES: tuple[Callable[[Statement], Deadline | None], ...] = (
    type_revised,
    type_recurring,
    type_ongoing,
    type_completed,
    type_foreign,
    type_date,
    type_offset,
    type_legend,
    type_term,
    type_unscheduled,
    type_event,
    type_begun,
)
"""The rules in order."""


def assemble(statement: Statement) -> tuple[Deadline, str]:
    """The deadline of an entry and the name of the rule that gave it; one whose date no calendar has is invalid."""
    try:
        for rule in RULES:
            deadline = rule(statement)
            if deadline is not None:
                return deadline, rule.__name__.removeprefix("type_")
    except ImpossibleDateError as error:
        used = [mark for mark in statement.marks if isinstance(mark.sense, When | Revision | Offset)]
        return Invalid(**statement.common(used), reason=str(error)), "invalid"
    return type_unparsed(statement), "unparsed"
