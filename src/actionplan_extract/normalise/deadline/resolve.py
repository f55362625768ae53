"""Turns what was read into calendar days: inherits years, infers them from a reference date, applies modes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import zip_longest

from ...schema import Modality, Precision, Reading
from .edtf import SEASON_CODES, season_to_edtf, to_edtf
from .legend import Meaning
from .marks import Mode, When
from .periods import ImpossibleDateError, Period, Unit, months_from, months_on, other_unit, period, wraps
from .settings import SEASON_MONTHS, DeadlineSettings

_NAMED_NOTES = {
    "long": "financial_year",
    "bare": "financial_year_start",
    "year_end": "year_end",
    "hydref": "hydref_month",
    "new_year": "new_year_january",
}
_ORDER: tuple[Precision, ...] = ("day", "week", "month", "quarter", "season", "half", "year", "financial_year")
_DAY = timedelta(days=1)
_LEAP_YEAR = 2024
_MODALITIES: dict[Mode, Modality] = {
    "in": "in",
    "by": "by",
    "before": "by",
    "from": "from",
    "after": "from",
    "until": "until",
}


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """What readings are resolved against; `legend` holds what the document's legend says of each term."""

    settings: DeadlineSettings
    reference: date | None = None
    legend: Mapping[str, Meaning] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Dates:
    """The days a date stands for, how they were reached, and what else it could be."""

    earliest: date | None
    latest: date | None
    precision: Precision
    modality: Modality
    edtf: str | None
    is_range: bool
    notes: tuple[str, ...] = ()
    others: tuple[Reading, ...] = ()


@dataclass(slots=True, eq=False)
class Known:
    """A unit with its year, its days, and the other days it could be."""

    unit: Unit
    days: Period
    others: tuple[Period, ...] = ()


def resolve(when: When, context: Context, qualifier: str = "") -> Dates:
    """The days of a date or range, none where its year is unknown; raises ImpossibleDateError."""
    ends = _ends(when, context)
    precision = _precision(when)
    modality = _modality(when)
    is_range = when.last is not None or when.is_open or modality in ("from", "until") or _is_run(when.first)
    notes = _notes(when, ends, context.settings)
    if ends is None:
        return Dates(None, None, precision, modality, None, is_range, notes)
    days = (ends[0].days[0], ends[-1].days[1])
    if days[0] > days[1]:
        raise ImpossibleDateError(f"{days[0]} to {days[1]} runs backwards")
    earliest, latest = _bounded(days, when)
    edtf = _season_edtf(when, ends[0], modality, qualifier, context.settings)
    edtf = edtf or to_edtf(earliest, latest, precision, qualifier or ("~" if when.is_about else ""))
    return Dates(earliest, latest, precision, modality, edtf, is_range, notes, _others(when, ends))


def _precision(when: When) -> Precision:
    """The unit in which it is given, the coarser of two."""
    if when.last is None:
        return when.first.precision
    return max(when.first.precision, when.last.precision, key=_ORDER.index)


def _is_run(unit: Unit) -> bool:
    return unit.kind == "years" and not unit.part


def _modality(when: When) -> Modality:
    if when.is_open:
        return "from"
    if when.is_about and when.mode == "in":
        return "about"
    return _MODALITIES[when.mode]


def _bounded(days: Period, when: When) -> tuple[date | None, date | None]:
    """The bounds that the mode leaves of the days."""
    first, last = days
    if when.is_open:
        return first, None
    match when.mode:
        case "by" | "until":
            return None, last
        case "before":
            # The end of June lies behind its last day: before it is on that day at the latest.
            return None, last if when.first.part == "end" else first - _DAY
        case "from":
            return first, None
        case "after":
            return last + _DAY, None
        case _:
            return first, last


def _season_edtf(
    when: When, known: Known, modality: Modality, qualifier: str, settings: DeadlineSettings
) -> str | None:
    """The code of a season that stands by itself and means the standard's months."""
    unit = known.unit
    if unit.kind != "season" or unit.part or when.last or when.is_open or modality != "in" or qualifier:
        return None
    if unit.name not in SEASON_CODES or settings.season_months[unit.name] != SEASON_MONTHS[unit.name]:
        return None
    return season_to_edtf(known.days[0].year, unit.name)


def _others(when: When, ends: tuple[Known, ...]) -> tuple[Reading, ...]:
    """The other readings, both ends of a range read the same other way."""
    if not (ends[0].others or ends[-1].others):
        return ()
    found = []
    for pair in zip_longest(*(known.others for known in ends)):
        low, high = pair[0] or ends[0].days, pair[-1] or ends[-1].days
        if low[0] <= high[1]:
            earliest, latest = _bounded((low[0], high[1]), when)
            found.append(Reading(earliest=earliest, latest=latest))
    return tuple(dict.fromkeys(found))


def _notes(when: When, ends: tuple[Known, ...] | None, settings: DeadlineSettings) -> tuple[str, ...]:
    """What was assumed."""
    first, last = when.first, when.last
    codes = [*when.notes, *first.notes, *(last.notes if last is not None else ())]
    if when.is_open:
        codes.append("open_end")
    if ends is not None:
        if first.year is None and (last is None or last.year is None) and when.later is None:
            codes.append("year_inferred")
        codes.extend([note for known in ends if (note := _note(known, settings))])
    return tuple(dict.fromkeys(codes)) if codes else ()


def _note(known: Known, settings: DeadlineSettings) -> str | None:
    """What was assumed in giving the unit its days; a weekday in the text that is not theirs counts."""
    unit = known.unit
    if unit.kind in ("quarter", "half") and unit.number and not unit.fiscal and not unit.base:
        return ("fiscal_" if settings.quarter_base == "financial" else "calendar_") + unit.kind
    if unit.kind == "season" and not unit.fiscal and wraps(unit, settings):
        return "winter_into_next_year"
    if unit.kind == "years":
        return "calendar_years"
    if not unit.name:
        return None
    if unit.name.startswith("weekday"):
        return "weekday_mismatch" if int(unit.name[-1]) != known.days[0].weekday() else None
    return _NAMED_NOTES.get(unit.name)


# Years -----------------------------------------------------------------------


def _ends(when: When, context: Context) -> tuple[Known, ...] | None:
    """The two ends (or the one unit) with their years; None where there is nothing to infer a year from."""
    first, last = when.first, when.last
    if last is None:
        if first.year is None and when.later is not None:
            return (_before(_like(first, when.later), _known(when.later, context), context),)
        known = _with_year(first, context)
        return None if known is None else (known,)
    if first.year is None and last.year is not None:
        end = _known(last, context)
        return _before(_like(first, last), end, context), end
    if first.year is not None and last.year is None:
        start = _known(first, context)
        return start, _after(_like(last, first), start, context)
    if last.year is None:
        known = _with_year(last, context)
        return None if known is None else (_before(first, known, context), known)
    return _known(first, context), _known(last, context)


def _like(unit: Unit, other: Unit) -> Unit:
    """The unit without a year, its year to be counted as the other's is."""
    if unit.kind not in ("month", "day", "quarter", "half", "season", "school_term"):
        return unit
    return unit._replace(fiscal=other.fiscal and unit.kind in ("quarter", "half"), base=unit.base or other.base)


def _known(unit: Unit, context: Context) -> Known:
    other = other_unit(unit, context.settings)
    others = (period(other, context.settings),) if other is not None else ()
    return Known(unit, period(unit, context.settings), others)


def _before(unit: Unit, end: Known, context: Context) -> Known:
    """The latest such unit that starts no later than the end does."""
    years = range(end.days[0].year, end.days[0].year - 9, -1)
    return _first_that(unit, years, lambda days: days[0] <= end.days[0], context)[1]


def _after(unit: Unit, start: Known, context: Context) -> Known:
    """The earliest such unit that ends no earlier than the start does."""
    years = range(start.days[0].year - 1, start.days[0].year + 9)
    low, high = start.days
    return _first_that(unit, years, lambda days: days[0] >= low and days[1] >= high, context)[1]


def _first_that(unit: Unit, years: range, fits: Callable[[Period], bool], context: Context) -> tuple[int, Known]:
    """The first of the years in which the unit exists and fits, and the unit in it; raises ImpossibleDateError."""
    reason = None
    for year in years:
        try:
            days = period(unit.in_year(year), context.settings)
        except ImpossibleDateError as error:
            reason = reason or error
            continue
        if fits(days):
            return year, _known(unit.in_year(year), context)
    raise reason or ImpossibleDateError("no year fits")


def _with_year(unit: Unit, context: Context) -> Known | None:
    """The unit in its own year, else in the first year in which it is not wholly before the reference date."""
    if unit.year is not None:
        return _known(unit, context)
    if not _is_named(unit):
        return _current(unit, context.reference) if context.reference else None
    if context.reference is None:
        period(unit.in_year(_LEAP_YEAR), context.settings)  # raises where no year has it
        return None
    reference = context.reference
    years = range(reference.year - 1, reference.year + 9)
    year, known = _first_that(unit, years, lambda days: days[1] >= reference, context)
    if unit.shift:
        return _known(unit.in_year(year + unit.shift), context)
    return replace(known, others=(*known.others, *_year_before(unit, year, context)))


def _year_before(unit: Unit, year: int, context: Context) -> Iterator[Period]:
    """The same unit a year earlier, which a document that looks back may mean."""
    try:
        yield period(unit.in_year(year - 1), context.settings)
    except ImpossibleDateError:
        return


def _is_named(unit: Unit) -> bool:
    """Does the unit recur every year by its name, so that only the year is missing?"""
    return unit.number > 0 or unit.kind not in ("month", "week", "quarter", "half")


def _current(unit: Unit, reference: date) -> Known:
    """ "this month", "next quarter": counted from the unit the reference date is in."""
    if unit.kind == "week":
        first = reference + timedelta(days=7 * unit.shift - reference.weekday())
        return _cut(unit, (first, first + timedelta(days=6)))
    months = 1 if unit.kind == "month" else 3
    start = months_on(reference.replace(day=1), months * unit.shift - (reference.month - 1) % months)
    return _cut(unit, months_from(start.year, start.month, months))


def _cut(unit: Unit, days: Period) -> Known:
    if unit.part == "end":
        days = (days[1], days[1])
    elif unit.part == "start":
        days = (days[0], days[0])
    return Known(unit.in_year(days[0].year), days)
