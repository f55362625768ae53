"""What speaks for each role that a column may have, and how much; which has which is weighed in `whole`.

The measure: 1 is a header that names a role and nothing else. What cells hold says less, but for dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .evidence import CLEAR, FEW, LEAST, NAMED, SAID, SURE, WORDED, Evidence

ASKED = ("recommendation", "heading")  # what an action answers
KEYS = ("action", *ASKED)  # one column each at most
_NOTHING = 0.4  # what must speak for a role, lest the column has none: less than the weakest word of a header
_DATES = 0.94  # dates tell more than any header that does not name another role outright
_SHARE = 0.75  # all cells of a column together tell less than a header that is clear
_LITTLE = 0.05  # tips the balance: to the wordier of two actions, to sentences before nothing
_TASKS = 0.3  # what cells that begin as tasks do add to the action
_WEAKLY = 0.3  # less than nothing, so only where nothing else tells what is answered
_LAST = 1.5  # more than any header
_MOST = 0.7  # how sure an action can be that no header names
_SEVERAL = 2  # cells
_STATUS_WORDS, _TIMESCALE_WORDS, _OWNER_WORDS = 4, 12, 14
_DATED_TOO = frozenset(("extra", "progress", "status", "deadline"))  # dates under such a header tell nothing new
_DONE = frozenset(("complete", "completed", "done"))  # a status, or where dates stand below, when that was
_UNITS = frozenset(("service", "directorate", "department", "team"))  # who does it, or whom it concerns
_OTHER_DATES = frozenset(("date", "received", "raised", "agreed", "added", "reported", "review", "updated"))
_LATER_DATES = frozenset(("received", "raised", "reported", "review", "reviewed", "updated"))  # of no milestone
# What a header that names one role may mean besides, and how much less clearly: of what is recommended, measured,
# grouped by and reported, the first that there is says what is to be done where nothing else does.
_LOOSELY = {
    "recommendation": {"heading": 0.75, "action": 0.5},
    "summary": {"recommendation": 0.05},
    "heading": {"recommendation": 0.75, "action": 1.0},
    "outcome": {"action": 1.2},
    "progress": {"action": 2.0},
}


class Case(NamedTuple):
    """What speaks for a role: how much, how sure the role is by it, why, and what must hold besides (`whole.NEEDS`)."""

    role: str
    weight: float
    sure: float
    why: str
    needs: tuple[str, ...] = ()


def all_cases(columns: Sequence[Evidence]) -> list[list[Case]]:
    """The cases for each column's roles; one of them always for none ("extra")."""
    plain = [[*_by_header(column), *_by_contents(column)] for column in columns]
    untitled = not any(column.title.text for column in columns)
    return [
        [case for case in (*held, *_besides(column, held, untitled)) if not (column.is_again and case.role in KEYS)]
        for column, held in zip(columns, _by_dates(columns, plain), strict=True)
    ]


def best(cases: Sequence[Case]) -> Case:
    """The case for which most speaks."""
    return max(cases, key=lambda case: case.weight)


def _by_header(column: Evidence) -> Iterator[Case]:
    """What its header's words say, less what the cells deny."""
    yield Case("extra", _NOTHING, 0.0, "nothing tells its role")
    asked = column.said.get("recommendation", 0.0)
    if column.role == "extra" and asked and column.is_more_than_levels:
        yield Case("recommendation", asked, asked, "its header, over more than levels")
    elif column.role == "heading" and not column.is_key:
        yield Case("extra", 1.0, 1.0, "a heading that starts empty groups nothing")
    elif column.role == "recommendation" and column.is_references:
        yield Case("recommendation", column.weight, column.weight, "its header, over numbers alone", ("unsaid",))
        yield Case("number", _SHARE, SURE, "numbers of what is recommended")
    elif not column.is_silent:
        less = LEAST if column.role == "outcome" and column.is_dated and not column.is_prose else 0.0  # "Target"
        more = _LITTLE * min(1.0, column.body.words / 20) if column.role == "action" else 0.0
        yield Case(column.role, column.weight - less + more, column.weight, "its header")


def _by_contents(column: Evidence) -> Iterator[Case]:
    """What its cells hold: dates tell under any header, the rest under none."""
    body = column.body
    is_coded = column.role == "number" and column.is_references  # "24/11" may be the eleventh of 2024
    is_told = is_coded or column.role in _DATED_TOO or column.is_told_in_words
    if column.is_dated and not (column.is_silent or is_told):
        yield Case("deadline", _DATES, SURE, "dates in its cells")
    if not column.is_silent or (column.title.text.strip() and body.filled < 2):
        return
    for role, share in (
        ("number", body.reference),
        ("deadline", body.timescale if body.words < _TIMESCALE_WORDS else 0.0),
        ("status", body.status),
        ("owner_officer", body.owner if body.words < _OWNER_WORDS else 0.0),
    ):
        if share >= CLEAR:
            yield Case(role, _SHARE * share, _SHARE * share, "what its cells hold")


def _by_dates(columns: Sequence[Evidence], plain: Sequence[list[Case]]) -> list[list[Case]]:
    """The cases, those of dates weighed by what stands beside: a named timescale, other timescales."""
    named = any(column.role == "deadline" for column in columns)
    held = [_unrivalled(column, cases) if named else cases for column, cases in zip(columns, plain, strict=True)]
    dated = [column for column, cases in zip(columns, held, strict=True) if best(cases).role == "deadline"]
    later = [column for column in dated if column.role != "deadline" and column.words & _LATER_DATES]
    if len(later) < len(dated):
        dated = [column for column in dated if column not in later]
        for column in later:
            held[column.index] = [Case("extra", 1.0, 1.0, "other dates beside timescales")]
    between = range(dated[0].index, dated[-1].index) if dated else range(0)
    return [
        [*cases, *(_milestone(column, cases) if column.index in between else ())]
        for column, cases in zip(columns, held, strict=True)
    ]


def _unrivalled(column: Evidence, cases: list[Case]) -> list[Case]:
    """The cases but for one of timescales: beside a header that names them, none by its cells but of mere dates."""
    if column.role == "deadline" or column.body.date >= CLEAR:
        return cases
    return [case for case in cases if case.role != "deadline"]


def _milestone(column: Evidence, cases: Sequence[Case]) -> Iterator[Case]:
    """Dates between two timescales are one, too, unless their header says that they are others."""
    if best(cases).role == "extra" and column.body.date >= CLEAR and not column.words & _OTHER_DATES:
        yield Case("deadline", _LAST, CLEAR, "dates between two timescales")


def _besides(column: Evidence, held: Sequence[Case], untitled: bool) -> Iterator[Case]:
    """What it may be besides, where no other column is so more clearly."""
    first, body = best(held), column.body
    yield from _asking(column, first, untitled)
    yield from _naming(column, first)
    yield from _doing(column, first, untitled)
    if first.role == "progress" and body.filled > 1 and body.status >= SURE and body.words <= _STATUS_WORDS:
        yield Case("status", _WEAKLY, column.weight, "nothing but statuses in its cells", ("alone",))
    if first.role == "status" and column.words & _DONE and body.date >= CLEAR:
        yield Case("deadline", _WEAKLY, SURE, "dates by which it was done", ("alone",))
    if first.role == "outcome" and body.when >= CLEAR and body.words < _TIMESCALE_WORDS:
        yield Case("deadline", _WEAKLY, CLEAR, "times in most of its cells", ("alone",))
    if first.role == "extra" and body.owner >= CLEAR:
        yield Case("owner_officer", _WEAKLY, CLEAR, "owners in its cells", ("alone",))


def _asking(column: Evidence, first: Case, untitled: bool) -> Iterator[Case]:
    """The cases for what the action answers: a recommendation or a heading."""
    said, loosely = column.body.words >= SAID, _LOOSELY.get(first.role, {})
    for role in ASKED:
        if role in loosely:
            yield Case(role, first.weight - loosely[role], CLEAR, f"its header, which speaks of a {first.role}")
    if first.role == "action" and said:
        yield Case("recommendation", _WEAKLY, CLEAR, "left of the action that answers it", ("left", "fewer words"))
    if first.role == "progress" and said:
        yield Case("recommendation", LEAST, CLEAR, "how things stand, left of the action", ("left",))
    if first.role in ("extra", "action") and said and column.body.date < FEW:
        yield Case("recommendation", CLEAR, CLEAR, "its cells stand over several actions", ("left", "several"))
    if first.role == "outcome" and said:
        yield Case("recommendation", CLEAR, CLEAR, "numbered, over several actions", ("left", "several", "numbered"))
        if column.is_counted:
            yield Case(
                "recommendation", first.weight + _LITTLE, CLEAR, "counted outcomes left of the action", ("first",)
            )
        yield Case("recommendation", CLEAR, CLEAR, "what is found, left of what measures", ("left", "measured right"))
    if first.role == "extra" and first.sure == 0 and column.body.words >= (NAMED if untitled else SAID):
        yield Case("recommendation", _NOTHING + _LITTLE, CLEAR, "sentences left of the action", ("left",))


def _naming(column: Evidence, first: Case) -> Iterator[Case]:
    """The cases for a first column of names as the heading of what is done or answered."""
    if not column.is_names or column.body.filled < _SEVERAL:
        return
    if first.role == "action":
        yield Case("heading", _WEAKLY, LEAST, "the first column names what is done", ("first",))
    if first.role == "owner_officer" and column.words & _UNITS:
        yield Case(
            "heading",
            first.weight + _LITTLE,
            CLEAR,
            "whom it concerns, beside who does it",
            ("first", "several", "owned"),
        )
    if first.role == "extra" and first.sure < 1 and column.is_of_its_own:
        yield Case("heading", first.weight + _LITTLE, LEAST, "names over several actions", ("first", "several"))
    if first.role == "extra" and first.sure == 0 and column.is_of_its_own:
        yield Case("heading", _NOTHING + _LITTLE, LEAST, "names of what is recommended", ("first", "said beside"))


def _doing(column: Evidence, first: Case, untitled: bool) -> Iterator[Case]:
    """The cases for the action where no header names it."""
    if first.role == "deadline" and column.said.get("action") and column.is_dated_prose:
        yield Case("action", _LAST, CLEAR, "tasks with their dates", ("unnamed",))
    body, said, loosely = column.body, column.said.get("action", 0.0), _LOOSELY.get(first.role, {})
    if body.words < WORDED or not (first.role == "extra" or "action" in loosely):
        return
    tasks, sure = _TASKS * body.task, min(first.sure or CLEAR, _MOST)
    if said:
        yield Case("action", said + tasks, sure, "its header may mean it", ("asked or when",))
    if first.role == "outcome" and first.weight <= CLEAR and body.task >= CLEAR:
        yield Case("action", first.weight + tasks, sure, "its cells begin as tasks do, below a loose header", ("when",))
    if loosely:
        needs = ("when",) if first.role == "outcome" else ()  # what is measured is to be done only by some day
        yield Case("action", first.weight - loosely["action"] + tasks, sure, "nothing else tells what to do", needs)
    elif body.task >= LEAST:
        yield Case("action", _NOTHING + tasks, sure, "its cells begin as tasks do", ("answered",))
    elif first.sure == 0 and body.words >= SAID:
        yield Case("action", _NOTHING + tasks, sure, "sentences beside who and when", ("answered twice",))
        if untitled and body.sentence >= CLEAR:
            yield Case("action", _NOTHING + tasks, sure, "sentences beside dates", ("when",))
