"""Makes the typed deadline of an entry out of its marks; one rule a function, tried in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ...schema import (
    Completed,
    Deadline,
    Event,
    Invalid,
    Ongoing,
    Point,
    Range,
    Reading,
    Recurring,
    Relative,
    Unparsed,
    Unscheduled,
)
from .edtf import to_edtf
from .entries import Entry, has_content
from .fallback import read_foreign
from .legend import look_up
from .marks import Again, Mark, Offset, Revision, Sense, State, Term, Trigger, When
from .milestone import milestone_of
from .periods import ImpossibleDateError
from .relative import amount_to_duration, later
from .resolve import Context, Dates, resolve
from .scan import CLOSING
from .tokens import Token

_CONFIDENCE = {
    "year_inferred": 0.8,
    "typo_corrected": 0.9,
    "fiscal_quarter": 0.8,
    "calendar_quarter": 0.8,
    "fiscal_half": 0.75,
    "calendar_half": 0.75,
    "winter_into_next_year": 0.8,
    "calendar_years": 0.8,
    "financial_year": 0.75,
    "financial_year_start": 0.7,
    "financial_year_end": 0.7,
    "stroke_range": 0.7,
    "hydref_month": 0.8,
    "open_end": 0.8,
    "ambiguous_recurrence": 0.7,
    "counted_from_reference": 0.9,
    "working_days": 0.9,
    "legend_applied": 0.9,
    "weekday_mismatch": 0.6,
    "dateparser": 0.6,
    "several_dates": 0.7,
    "date_not_linked": 0.7,
}
"""What each assumption leaves of the confidence."""

_LONE = 0.5
"""Confidence of a text that says nothing of time."""


@dataclass(frozen=True, slots=True)
class Statement:
    """An entry with all that is needed to type it."""

    text: str
    tokens: Sequence[Token]
    entry: Entry
    context: Context

    @property
    def marks(self) -> list[Mark]:
        """The marks of the entry."""
        return self.entry.marks

    @property
    def span(self) -> tuple[int, int]:
        """Where the entry stands in the text."""
        return self.tokens[self.entry.start].start, self.tokens[self.entry.stop - 1].end

    def verbatim(self, start: int, stop: int) -> str:
        """The text of the tokens [start, stop) as given, without closing punctuation."""
        if start >= stop:
            return ""
        return self.text[self.tokens[start].start : self.tokens[stop - 1].end].strip().strip(".,;:()").strip()

    def common(self, used: Iterable[Mark], notes: Iterable[str] = ()) -> dict[str, object]:
        """The fields that every kind has, given the marks that went into the reading."""
        start, end = self.span
        places = {i for mark in used for i in range(mark.start, mark.stop)}
        codes = list(dict.fromkeys(notes))
        return {
            "text": self.text[start:end],
            "span": (start, end),
            "milestone": milestone_of(self.text, self.tokens, self.entry.start, self.entry.stop, places),
            "assumptions": codes,
            "confidence": confidence(codes),
        }


def confidence(codes: Iterable[str]) -> float:
    """What the assumptions leave of a certainty of 1."""
    product = 1.0
    for code in codes:
        product *= _CONFIDENCE.get(code, 1.0)
    return round(product, 3)


Rule = Callable[[Statement], Deadline | None]


def assemble(statement: Statement) -> Deadline:
    """The deadline of an entry, by the first rule that applies."""
    try:
        return next(deadline for rule in _RULES if (deadline := rule(statement)) is not None)
    except ImpossibleDateError as error:
        used = [mark for mark in statement.marks if isinstance(mark.sense, When | Revision | Offset)]
        return Invalid(**statement.common(used), reason=str(error))  # type: ignore[arg-type]


# Choosing among marks --------------------------------------------------------


def _of(statement: Statement, kind: type[Sense]) -> list[Mark]:
    return [mark for mark in statement.marks if isinstance(mark.sense, kind)]


def _states(statement: Statement, *kinds: str) -> list[Mark]:
    return [mark for mark in statement.marks if isinstance(mark.sense, State) and mark.sense.kind in kinds]


def _when(mark: Mark) -> When:
    assert isinstance(mark.sense, When)
    return mark.sense


def _dates(statement: Statement) -> list[Mark]:
    """The dates of the entry; those that only describe a noun give way to others."""
    dates = _of(statement, When)
    firm = [mark for mark in dates if not _when(mark).is_weak] or dates
    main = [mark for mark in firm if not _is_aside(statement, mark)]
    return main if main or len(statement.marks) > len(firm) else firm


def _is_aside(statement: Statement, mark: Mark) -> bool:
    """Is the date part of a longer remark in brackets?"""
    t = statement.tokens
    opening = next((i for i in range(mark.start - 1, statement.entry.start - 1, -1) if t[i].kind in ("(", ")")), None)
    return opening is not None and t[opening].kind == "(" and has_content(t, opening, mark.start)


def _is_linked(statement: Statement, a: Mark, b: Mark) -> bool:
    """Do only joining words stand between two marks?"""
    first, second = (a, b) if a.start < b.start else (b, a)
    return not has_content(statement.tokens, first.stop, second.start)


# The rules -------------------------------------------------------------------


def _revised(statement: Statement) -> Deadline | None:
    """ "was X, now Y", "revised from X to Y": Y, with X as an alternative."""
    revisions = _of(statement, Revision)
    if not revisions:
        return None
    senses = [mark.sense for mark in revisions if isinstance(mark.sense, Revision)]
    plain = [_when(mark) for mark in _of(statement, When)]
    news = [sense.new for sense in senses if sense.new] or plain
    olds = [sense.old for sense in senses if sense.old] or [when for when in plain if when not in news]
    used = [*revisions, *_of(statement, When)]
    readings = [_reading(resolve(old, statement.context)) for old in olds]
    if not news:
        fields = statement.common(used) | {"alternatives": readings}
        return Unscheduled(**fields, reason=statement.verbatim(revisions[0].start, revisions[0].stop))  # type: ignore[arg-type]
    return _dated(statement, resolve(news[-1], statement.context), used, readings)


def _reading(dates: Dates) -> Reading:
    return Reading(earliest=dates.earliest, latest=dates.latest)


def _recurring(statement: Statement) -> Deadline | None:
    """ "Quarterly from April 2024": a recurrence, with bounds where the text gives them."""
    again = next(iter(_of(statement, Again)), None)
    if again is None:
        return None
    assert isinstance(again.sense, Again)
    dates = _dates(statement)
    if dates and not any(_bounds_recurrence(statement, again, mark) for mark in dates):
        return None
    if not dates and not _governs(statement, again):
        return None
    earliest, latest, used, notes = _bounds(statement, again)
    states = _states(statement, "ongoing", "begun")
    fields = statement.common([again, *states, *used], [*again.sense.notes, *notes])
    fields["edtf"] = to_edtf(earliest, latest, "month")
    return Recurring(**fields, recurrence=again.sense.every, earliest=earliest, latest=latest)  # type: ignore[arg-type]


def _bounds_recurrence(statement: Statement, again: Mark, mark: Mark) -> bool:
    """Does the date bound the recurrence, rather than date a thing that happens to be annual?"""
    when = _when(mark)
    if when.mode in ("from", "until", "after") or when.last is not None or when.first.kind == "years":
        return True
    if when.first.year is None:
        return True
    if when.first.kind in ("year", "years", "financial_year") and mark.start > again.stop and when.mode == "in":
        return not has_content(statement.tokens, again.stop, mark.start)
    return _is_linked(statement, again, mark) or mark.start < again.start


def _governs(statement: Statement, again: Mark) -> bool:
    """Is the recurrence what the entry says, not what it says something about?"""
    marks = _states(statement, "ongoing")
    if not marks:
        return True
    return _is_linked(statement, again, marks[0])


def _bounds(statement: Statement, state: Mark) -> tuple[date | None, date | None, list[Mark], list[str]]:
    """From when until when a lasting state holds, and the marks and assumptions that say so."""
    earliest = latest = None
    used, notes = [], []
    for mark in _dates(statement):
        when = _when(mark)
        dates = resolve(when, statement.context)
        side = _side(statement, state, mark)
        if side == "":
            notes.append("date_not_linked")
            continue
        used.append(mark)
        if side == "none":
            continue
        notes.extend(dates.notes)
        if side in ("since", "both"):
            earliest = earliest or dates.earliest
        if side in ("until", "both"):
            latest = latest or dates.latest
    if earliest and latest and earliest > latest:
        raise ImpossibleDateError(f"{earliest} to {latest} runs backwards")
    return earliest, latest, used, notes


def _side(statement: Statement, state: Mark, mark: Mark) -> str:
    """Which end of a lasting state a date gives: since, until, both, or none ("")."""
    when = _when(mark)
    if when.first.year is None and isinstance(state.sense, Again):
        return "since" if when.mode in ("from", "after") else "none"
    if when.mode in ("from", "after") or when.is_open:
        return "since"
    if when.mode in ("by", "until", "before"):
        return "until"
    if when.last is not None or when.first.kind == "years":
        return "both"
    if mark.start < state.start:
        return "since"
    if not _is_linked(statement, state, mark):
        return ""
    return (
        "both"
        if when.first.precision in ("year", "financial_year") or when.mode == "in" and not when.is_bare
        else "until"
    )


def _ongoing(statement: Statement) -> Deadline | None:
    """ "Ongoing", "July 2023 and ongoing", "Ongoing to March 2026"."""
    states = _states(statement, "ongoing")
    if not states:
        return None
    dates = _dates(statement)
    if dates and not any(_belongs(statement, states[0], mark) for mark in dates):
        return None
    earliest, latest, used, notes = _bounds(statement, states[0])
    extra = ["typo_corrected"] if any(isinstance(s.sense, State) and s.sense.fixed for s in states) else []
    fields = statement.common([*states, *_states(statement, "begun"), *_of(statement, Term), *used], [*extra, *notes])
    fields["edtf"] = to_edtf(earliest, latest, "month")
    return Ongoing(**fields, earliest=earliest, latest=latest)  # type: ignore[arg-type]


def _belongs(statement: Statement, state: Mark, mark: Mark) -> bool:
    """Is the entry about the state at all, given this date?"""
    return state.start == statement.entry.start or _is_linked(statement, state, mark)


def _completed(statement: Statement) -> Deadline | None:
    """ "Completed July 2023", "No further action needed"."""
    done = _states(statement, "completed")
    if not done:
        return None
    dates = _dates(statement)
    if not dates:
        fields = statement.common(done, _fixes(done))
        return Completed(**fields)  # type: ignore[arg-type]
    mark = next((mark for mark in dates if _is_linked(statement, done[0], mark)), None)
    if (
        mark is None
        or _when(mark).mode in ("by", "before", "from", "until")
        or not _is_bare_state(statement, done[0], mark)
    ):
        return None
    found = resolve(_when(mark), statement.context)
    fields = statement.common([*done, mark], [*_fixes(done), *found.notes])
    fields |= {"edtf": found.edtf, "alternatives": list(found.others)}
    return Completed(**fields, earliest=found.earliest, latest=found.latest)  # type: ignore[arg-type]


def _fixes(marks: Sequence[Mark]) -> list[str]:
    return ["typo_corrected" for mark in marks if isinstance(mark.sense, State) and mark.sense.fixed]


def _is_bare_state(statement: Statement, state: Mark, mark: Mark) -> bool:
    """Is nothing named that is complete? "Phase 1 completed in 2021" is a milestone, "Completed 2021" a state."""
    start = mark.stop if mark.start < state.start else statement.entry.start
    return not any(
        statement.tokens[i].kind not in ("generic", "deictic", "determiner", "function", "label")
        and _is_spoken(statement.tokens[i])
        for i in range(start, state.start)
    )


def _is_spoken(token: Token) -> bool:
    return any(c.isalnum() for c in token.text)


def _when_rule(statement: Statement) -> Deadline | None:
    """A date or range, the first of the entry."""
    dates = _dates(statement)
    if not dates or _is_inside_event(statement, dates[0]):
        return None
    mark = next((m for m in dates if _when(m).first.year is not None), dates[0])
    doubts = _doubts(statement, mark)
    used = [mark, *doubts]
    doubtful = doubts or _is_asked(statement, mark) or _when(mark).is_doubtful
    found = resolve(_when(mark), statement.context, "?" if doubtful else "")
    if _is_asked(statement, mark):
        used.append(Mark(mark.stop, mark.stop + 1, mark.sense))
    return _dated(statement, found, used)


def _is_asked(statement: Statement, mark: Mark) -> bool:
    """Does a question mark stand behind the date?"""
    return statement.tokens[mark.stop].kind == "?"


def _doubts(statement: Statement, mark: Mark) -> list[Mark]:
    """The words that make the date provisional: "(tbc)", "provisionally"."""
    return [
        state
        for state in _states(statement, "unscheduled", "provisional")
        if isinstance(state.sense, State)
        and (state.sense.kind == "provisional" or (state.sense.value == "tbc" and _is_doubt(statement, state, mark)))
    ]


def _is_doubt(statement: Statement, state: Mark, mark: Mark) -> bool:
    """Is "to be confirmed" said of the date? "Budget to be agreed at Cabinet, March 2024" is not."""
    if not _is_linked(statement, state, mark):
        return False
    if not statement.tokens[state.start].text.startswith("to be"):
        return True
    return statement.tokens[state.stop].kind in CLOSING and _when(mark).mode == "in"


def _dated(statement: Statement, found: Dates, used: list[Mark], readings: Sequence[Reading] = ()) -> Deadline:
    fields = statement.common(used, found.notes)
    fields |= {
        "edtf": found.edtf,
        "alternatives": [*found.others, *readings],
        "earliest": found.earliest,
        "latest": found.latest,
        "precision": found.precision,
        "modality": found.modality,
    }
    return Range(**fields) if found.is_range else Point(**fields)  # type: ignore[arg-type]


def _is_inside_event(statement: Statement, mark: Mark) -> bool:
    """Is the date part of an event's name ("Following the May elections")?"""
    trigger = next(iter(_of(statement, Trigger)), None)
    if (
        trigger is None
        or trigger.start > mark.start
        or has_content(statement.tokens, statement.entry.start, trigger.start)
    ):
        return False
    between = statement.tokens[trigger.stop : mark.start]
    return not any(token.kind in (",", "-", "(", ":") for token in between)


def _relative(statement: Statement) -> Deadline | None:
    """ "within 6 months of adoption", "3-6 months"."""
    mark = next(iter(_of(statement, Offset)), None)
    if mark is None:
        return None
    assert isinstance(mark.sense, Offset)
    offset, context = mark.sense, statement.context
    stop = statement.entry.stop if offset.anchor is not None and offset.date is None else mark.stop
    anchor = None if offset.anchor is None else statement.verbatim(offset.anchor, stop)
    earliest, latest, notes = _offset_days(offset, context)
    fields = statement.common([Mark(mark.start, stop, offset), *_of(statement, Term)], notes)
    amount = offset.high or offset.low
    fields |= {"offset": amount_to_duration(amount) if amount else None, "anchor": anchor}
    fields["edtf"] = to_edtf(earliest, latest, "day")
    return Relative(**fields, earliest=earliest, latest=latest)  # type: ignore[arg-type]


def _offset_days(offset: Offset, context: Context) -> tuple[date | None, date | None, list[str]]:
    """The days an offset stands for, none where what it is counted from has no known date."""
    notes = ["working_days"] if "B" in {amount.unit for amount in (offset.low, offset.high) if amount} else []
    if offset.date is not None:
        found = resolve(offset.date, context)
        start, end = found.earliest, found.latest
        notes.extend(found.notes)
    elif offset.anchor is None:
        start = end = context.reference
        notes.extend(["counted_from_reference"] if start else [])
    else:
        start = end = None
    if start is None or end is None:
        return None, None, notes
    try:
        earliest = later(start, offset.low) if offset.low else start
        return earliest, later(end, offset.high) if offset.high else None, notes
    except (ValueError, OverflowError) as error:
        raise ImpossibleDateError("beyond the calendar") from error


def _legend(statement: Statement) -> Deadline | None:
    """A term or code that the document's own legend explains."""
    legend = statement.context.legend
    if not legend:
        return None
    start, end = statement.span
    terms = _of(statement, Term)
    found = look_up(statement.text[start:end], legend)
    if found is None and terms and isinstance(terms[0].sense, Term):
        found = look_up(terms[0].sense.key, legend)
    if found is None:
        return None
    fields = statement.common([Mark(statement.entry.start, statement.entry.stop, Term(""))], ["legend_applied"])
    fields["edtf"] = to_edtf(found.earliest, found.latest, "month")
    return Relative(**fields, offset=found.offset, earliest=found.earliest, latest=found.latest)  # type: ignore[arg-type]


def _foreign(statement: Statement) -> Deadline | None:
    """A date only dateparser can read."""
    entry = statement.entry
    mark = read_foreign(statement.text, statement.tokens, entry.start, entry.stop, statement.context.reference)
    return _dated(statement, resolve(_when(mark), statement.context), [mark]) if mark else None


def _term(statement: Statement) -> Deadline | None:
    """ "short term", "ASAP": counted from nothing that has a date."""
    marks = [*_of(statement, Term), *_states(statement, "soon")]
    return Relative(**statement.common(marks)) if marks else None  # type: ignore[arg-type]


def _event(statement: Statement) -> Deadline | None:
    """ "Following the May elections"."""
    trigger = next(iter(_of(statement, Trigger)), None)
    if trigger is None:
        return None
    assert isinstance(trigger.sense, Trigger)
    event = statement.verbatim(trigger.sense.start, statement.entry.stop)
    if trigger.sense.is_noun:
        event = event.partition(" ")[2]
    used = Mark(trigger.start, statement.entry.stop, trigger.sense)
    return Event(**statement.common([used]), event=event) if event else None  # type: ignore[arg-type]


def _unscheduled(statement: Statement) -> Deadline | None:
    """ "TBC", "N/A", "subject to funding"."""
    conditions = _states(statement, "conditional")
    marks = conditions or _states(statement, "unscheduled")
    if not marks:
        return None
    stop = statement.entry.stop if conditions else marks[0].stop
    reason = statement.verbatim(marks[0].start, stop)
    used = [Mark(marks[0].start, stop, marks[0].sense), *marks[1:]]
    return Unscheduled(**statement.common(used), reason=reason)  # type: ignore[arg-type]


def _begun(statement: Statement) -> Deadline | None:
    """ "Commenced", "Implemented": a state where nothing else is said."""
    marks = _states(statement, "begun")
    if marks:
        return Ongoing(**statement.common(marks))  # type: ignore[arg-type]
    marks = _states(statement, "achieved")
    alone = marks and not has_content(statement.tokens, statement.entry.start, marks[0].start)
    return Completed(**statement.common(marks)) if alone else None  # type: ignore[arg-type]


def _unparsed(statement: Statement) -> Deadline:
    """Text that says nothing of time."""
    fields = statement.common(()) | {"milestone": None, "confidence": _LONE}
    return Unparsed(**fields)  # type: ignore[arg-type]


_RULES: tuple[Rule, ...] = (
    _revised,
    _recurring,
    _ongoing,
    _completed,
    _when_rule,
    _foreign,
    _relative,
    _legend,
    _term,
    _unscheduled,
    _event,
    _begun,
    _unparsed,
)
