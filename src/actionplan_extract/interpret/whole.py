"""The best roles for all columns of a table together: the cases for each, and what holds between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from .cases import ASKED, KEYS, Case, best
from .evidence import CLEAR, LEAST, Evidence

_TELLING = frozenset(("owner_officer", "owner_member", "deadline", "status"))
# Weaker cases will do for the first of these where there is no other.
_OWNERS = frozenset(("owner_officer", "owner_member"))
_ALONE = (frozenset(("status",)), _OWNERS, frozenset(("deadline",)))
_BEFORE = ("number", "deadline", "status")  # may stand before the first column of words
_LIKELY = 6  # columns that may have one of the keys; there are seldom more than three
_GROUPED = 0.8  # the share of actions' rows up to which another column's cells stand over several

# Preferences between columns, in the measure of a case: 1 is a header that names a role.
_HAS_ACTION = 3.0  # a plan says what is to be done, whatever its headers
_HAS_ASKED, _HAS_HEADING = 0.5, 0.4  # and mostly what that answers, a recommendation rather than a heading alone
_OVER_SEVERAL = 0.4  # what is named as answered stands over several actions
_NAMES_FIRST = 1.6  # names beside sentences, both of what is answered: the heading and the recommendation
_IN_ORDER = 0.02  # what is answered stands left of the action; of equals, the nearest


@dataclass(frozen=True)
class Whole:
    """A case chosen for every column."""

    columns: Sequence[Evidence]
    cases: Sequence[Case]

    @cached_property
    def roles(self) -> list[str]:
        """The role of each column."""
        return [case.role for case in self.cases]

    def of(self, role: str) -> Evidence | None:
        """The first column of a role."""
        return self.columns[self.roles.index(role)] if role in self.roles else None

    @property
    def worth(self) -> float:
        """How much speaks for it: the cases, and the preferences between columns that are met."""
        return sum(case.weight for case in self.cases) + sum(_preferences(self))


def best_whole(columns: Sequence[Evidence], cases: Sequence[Sequence[Case]]) -> Whole:
    """The choice of a case for every column for which most speaks.

    The keys are tried in every likely place; the other columns then have the best of what is left to them.
    """
    rest = [[case for case in held if case.role not in KEYS] for held in cases]
    wholes = (Whole(columns, _completed(keys, rest)) for keys in _placed(cases))
    return max((whole for whole in wholes if _holds(whole)), key=lambda whole: whole.worth)


def _placed(cases: Sequence[Sequence[Case]]) -> Iterator[dict[int, Case]]:
    """Every likely placing of the keys on columns, none of them anywhere first."""
    for choice in product(*(_likely(cases, role) for role in KEYS)):
        chosen = [placed for placed in choice if placed]
        if len(keys := dict(chosen)) == len(chosen):
            yield keys


def _likely(cases: Sequence[Sequence[Case]], role: str) -> list[tuple[int, Case] | None]:
    found = [(index, case) for index, held in enumerate(cases) for case in held if case.role == role]
    return [None, *sorted(found, key=lambda pair: -pair[1].weight)[:_LIKELY]]


def _completed(keys: dict[int, Case], rest: Sequence[Sequence[Case]]) -> list[Case]:
    """The keys so placed, with the best of the rest for all other columns."""
    roles = {case.role for case in keys.values()}
    chosen = [keys[n] if n in keys else best([c for c in held if not c.needs]) for n, held in enumerate(rest)]
    chosen = _limited(chosen, rest, "summary", 1)
    chosen = _limited(chosen, rest, "number", 2 if "recommendation" in roles else 1)
    for role in _ALONE if "action" in roles else ():
        chosen = _sought(chosen, rest, role)
    return chosen


def _limited(chosen: list[Case], rest: Sequence[Sequence[Case]], role: str, most: int) -> list[Case]:
    """The choice with a role left to so many columns, those for which most speaks."""
    held = sorted((n for n, case in enumerate(chosen) if case.role == role), key=lambda n: -chosen[n].weight)
    others = {n: best([case for case in rest[n] if case.role != role and not case.needs]) for n in held[most:]}
    return [others.get(n, case) for n, case in enumerate(chosen)]


def _sought(chosen: list[Case], rest: Sequence[Sequence[Case]], roles: frozenset[str]) -> list[Case]:
    """The choice with the first column that may have one of the roles where none has it."""
    if any(case.role in roles for case in chosen):
        return chosen
    likely = [(n, case) for n, held in enumerate(rest) for case in held if case.role in roles and chosen[n] in held]
    found = [{n: case} for n, case in likely if "alone" in case.needs]
    return [found[0].get(n, case) for n, case in enumerate(chosen)] if found else chosen


def _holds(whole: Whole) -> bool:
    """Is everything that its cases need so?"""
    asked = ((column, need) for column, case in zip(whole.columns, whole.cases, strict=True) for need in case.needs)
    return all(NEEDS[need](whole, column) for column, need in asked)


def _preferences(whole: Whole) -> Iterator[float]:
    action, asked, heading = (whole.of(role) for role in KEYS)
    if action:
        yield _HAS_ACTION
        yield _IN_ORDER * action.index / len(whole.columns) if action.is_silent else 0.0
    if action and (grouping := asked or heading):
        yield _HAS_ASKED if asked else _HAS_HEADING
        named = [column for column in (asked, heading) if column and column.role in ASKED]
        yield _OVER_SEVERAL * any(_is_over_several(whole, column) for column in named)
        yield _IN_ORDER * (1 if grouping.index < action.index else -1)
    if asked and heading and heading.index < asked.index and _names_and_says(heading, asked):
        is_parted = action is not None and heading.index < action.index < asked.index
        yield 0.0 if is_parted else _NAMES_FIRST


def _names_and_says(names: Evidence, says: Evidence) -> bool:
    is_said = says.body.sentence >= LEAST and says.body.words > names.body.words
    return {names.role, says.role} <= set(ASKED) and names.is_names and is_said


def _is_left(whole: Whole, column: Evidence) -> bool:
    action = whole.of("action")
    return action is not None and column.index < action.index


def _is_over_several(whole: Whole, column: Evidence) -> bool:
    action = whole.of("action")
    return action is not None and 1 < len(column.begun) <= _GROUPED * len(action.begun)


def _has_fewer_words(whole: Whole, column: Evidence) -> bool:
    action = whole.of("action")
    return action is not None and column.body.words <= action.body.words


def _is_first(whole: Whole, column: Evidence) -> bool:
    return whole.of("action") is not None and all(role in _BEFORE for role in whole.roles[: column.index])


def _is_measured_right(whole: Whole, column: Evidence) -> bool:
    action = whole.of("action")
    return action is not None and "outcome" in whole.roles[action.index :]


def _is_said_beside(whole: Whole, column: Evidence) -> bool:
    asked = whole.of("recommendation")
    return asked is not None and asked.index == column.index + 1 and asked.body.sentence >= LEAST


def _is_unsaid(whole: Whole, column: Evidence) -> bool:
    action = whole.of("action")
    between = whole.columns[column.index + 1 : action.index] if action else ()
    return not any(c.role in (*ASKED, "summary", "extra") and c.body.sentence >= LEAST for c in between)


def _is_numbered(whole: Whole, column: Evidence) -> bool:
    return any(c.begun == column.begun for c, role in zip(whole.columns, whole.roles, strict=True) if role == "number")


def _names_action(column: Evidence) -> bool:
    return column.role == "action" and column.weight >= CLEAR


def _answers(whole: Whole) -> int:
    return len(_TELLING.intersection(whole.roles))


NEEDS: dict[str, Callable[[Whole, Evidence], bool]] = {
    "left": _is_left,  # of the action
    "measured right": _is_measured_right,  # of the action, by another column
    "said beside": _is_said_beside,  # right of it, a recommendation in sentences
    "unsaid": _is_unsaid,  # in sentences between it and the action
    "several": _is_over_several,  # of the action's rows in a cell
    "numbered": _is_numbered,  # as many numbers as cells
    "fewer words": _has_fewer_words,  # than the action
    "first": _is_first,  # column of words
    "owned": lambda whole, column: bool(_OWNERS.intersection(whole.roles)),  # by another column
    "alone": lambda whole, column: True,  # none else of its role: see _sought
    "unnamed": lambda whole, column: not any(_names_action(other) for other in whole.columns),
    "when": lambda whole, column: "deadline" in whole.roles,
    "asked or when": lambda whole, column: bool({"recommendation", "deadline"}.intersection(whole.roles)),
    "answered": lambda whole, column: _answers(whole) > 0,  # by who, when or how far
    "answered twice": lambda whole, column: _answers(whole) > 1,
}
