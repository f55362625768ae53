"""Types entries that count from something: "within 6 months of adoption", "short term", "ASAP"."""

from __future__ import annotations

from datetime import date

from ...schema import Deadline, Relative
from .edtf import to_edtf
from .legend import look_up
from .marks import Mark, Offset, Sense, Term
from .periods import ImpossibleDateError
from .relative import amount_to_duration, later
from .resolve import resolve
from .statement import Statement


def type_offset(statement: Statement) -> Deadline | None:
    """ "within 6 months of adoption", "3-6 months"."""
    mark = next(iter(statement.of(Offset)), None)
    if mark is None:
        return None
    offset = mark.sense
    has_open_anchor = offset.anchor is not None and offset.date is None
    whole = Mark(mark.start, statement.stop if has_open_anchor else mark.stop, offset)
    earliest, latest, notes = _days(statement, offset)
    amount = offset.high or offset.low
    return Relative(
        **statement.common([whole, *statement.of(Term)], notes, to_edtf(earliest, latest, "day")),
        offset=amount_to_duration(amount) if amount else None,
        anchor=None if offset.anchor is None else statement.verbatim(offset.anchor, whole.stop) or None,
        earliest=earliest,
        latest=latest,
    )


def _days(statement: Statement, offset: Offset) -> tuple[date | None, date | None, list[str]]:
    """The days an offset stands for, none where what it is counted from has no known date; and what was assumed."""
    notes = ["working_days"] if "B" in {amount.unit for amount in (offset.low, offset.high) if amount} else []
    start = end = None
    if offset.date is not None:
        anchor = resolve(offset.date, statement.context)
        start, end = anchor.earliest, anchor.latest
        notes.extend(anchor.notes)
    elif offset.anchor is None and not offset.describes and (start := statement.context.reference):
        end = start
        notes.append("counted_from_reference")
    if start is None or end is None:
        return None, None, notes
    try:
        return (
            later(start, offset.low) if offset.low else start,
            later(end, offset.high) if offset.high else None,
            notes,
        )
    except (ValueError, OverflowError) as error:
        raise ImpossibleDateError("beyond the calendar's last year") from error


def type_legend(statement: Statement) -> Deadline | None:
    """A term or code that the document's own legend explains."""
    legend = statement.context.legend
    if not legend:
        return None
    start, end = statement.span
    keys = [statement.text[start:end], *(mark.sense.key for mark in statement.of(Term))]
    found = next((meaning for key in keys if (meaning := look_up(key, legend))), None)
    if found is None:
        return None
    edtf = to_edtf(found.earliest, found.latest, "month")
    whole = Mark(statement.start, statement.stop, Term(""))
    fields = statement.common([whole], ["legend_applied"], edtf)
    return Relative(**fields, offset=found.offset, earliest=found.earliest, latest=found.latest)


def type_term(statement: Statement) -> Deadline | None:
    """ "short term", "ASAP": counted from nothing that has a date."""
    marks: list[Mark[Sense]] = [*statement.of(Term), *statement.states("soon")]
    return Relative(**statement.common(marks)) if marks else None
