"""Where an extracted plan parts from an expected one.

An expected file holds a subset of a plan. A list that is present is complete; in a deadline absent
earliest, latest and recurrence mean null; any other absent field is not looked at. `accept` beside
a value lists further readings that count as right.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from .located import Json, Object, objects, string
from .pairing import Pairing, first_that, in_order, pair, pair_actions, pair_recommendations
from .report import Severity
from .shape import NULL_IF_ABSENT
from .texts import excerpts, is_same, letters, paragraphs, plain_number, shorten

_DATED_KINDS = ("point", "range")
_DEADLINE_KEY = ("kind", *NULL_IF_ABSENT)
_NAMES = ("number", "heading", "name", "role", "code", "kind", "text", "message")
_LONG = 60  # texts of more characters are shown around the place where they part


@dataclass(frozen=True, slots=True)
class Difference:
    """What an expected value and an extracted one do not share; `pointer` is into the expected file."""

    pointer: str
    message: str
    severity: Severity = "error"


Compare = Callable[[Json, Json, str], Iterator[Difference]]


def differences(expected: Object, actual: Object) -> list[Difference]:
    """Where a plan (as written in JSON) parts from an expected file, in the order of that file."""
    return list(_members(expected, actual, ""))


def _members(expected: Object, actual: Object, pointer: str) -> Iterator[Difference]:
    for name, value in expected.items():
        if name != "accept":
            readings = [value, *_accepted(expected, name)]
            compare = _BY_NAME.get(name, _value)
            yield from _best(readings, actual.get(name), compare, f"{pointer}/{name}")


def _best(readings: list[Json], actual: Json, compare: Compare, pointer: str) -> list[Difference]:
    """The differences from the first reading, unless the value is right by another one."""
    tried = [list(compare(reading, actual, pointer)) for reading in readings]
    return tried[0] if all(tried) else []


def _value(expected: Json, actual: Json, pointer: str) -> Iterator[Difference]:
    """Differences by the sort of value: an object by fields, a list item by item, a text by letters."""
    if isinstance(expected, dict):
        yield from _members(expected, actual if isinstance(actual, dict) else {}, pointer)
    elif isinstance(expected, list):
        yield from _list(expected, actual if isinstance(actual, list) else [], pointer)
    elif isinstance(expected, str) or isinstance(actual, str):
        yield from _text(expected, actual, pointer)
    else:
        yield from _exactly(expected, actual, pointer)


def _exactly(expected: Json, actual: Json, pointer: str) -> Iterator[Difference]:
    if expected != actual:
        yield Difference(pointer, f"expected {_show(expected)}, got {_show(actual)}")


def _text(expected: Json, actual: Json, pointer: str) -> Iterator[Difference]:
    if not is_same(_plain(expected), _plain(actual)):
        yield Difference(pointer, _text_message(expected, actual))


def _number(expected: Json, actual: Json, pointer: str) -> Iterator[Difference]:
    if plain_number(_plain(expected)) != plain_number(_plain(actual)):
        yield from _exactly(expected, actual, pointer)


def _list(expected: list[Json], actual: list[Json], pointer: str) -> Iterator[Difference]:
    """Differences of lists: of texts as one text, of objects as they pair, of anything else exactly."""
    everything = [*expected, *actual]
    if all(isinstance(item, dict) for item in everything):
        pairing = pair(_objects(expected), _objects(actual), first_that(_is_right), in_order)
        yield from _paired(pairing, _objects(expected), _objects(actual), pointer, _members)
    elif all(isinstance(item, str) for item in everything):
        yield from _text("\n".join(map(_plain, expected)), "\n".join(map(_plain, actual)), pointer)
    else:
        yield from _exactly(expected, actual, pointer)


def _paired(
    pairing: Pairing,
    expected: Sequence[Object],
    actual: Sequence[Object],
    pointer: str,
    compare: Callable[[Object, Object, str], Iterator[Difference]],
) -> Iterator[Difference]:
    """Differences of each pair, then what is missing and what nobody expected."""
    for i, j in pairing.pairs:
        yield from compare(expected[i], actual[j], f"{pointer}/{i}")
    for i in pairing.missing:
        yield Difference(f"{pointer}/{i}", f"missing: {_name(expected[i])}")
    for j in pairing.unexpected:
        yield Difference(pointer, f"unexpected, item {j + 1} of those extracted: {_name(actual[j])}")


def _recommendations(expected: Json, actual: Json, pointer: str) -> Iterator[Difference]:
    ours, theirs = _objects(expected), _objects(actual)
    yield from _paired(pair_recommendations(ours, theirs), ours, theirs, pointer, _recommendation)


def _recommendation(expected: Object, actual: Object, pointer: str) -> Iterator[Difference]:
    yield from _members(_without(expected, "actions"), actual, pointer)
    if "actions" in expected:
        theirs = [_with_owners(action, actual) for action in objects(actual, "actions")]
        ours = objects(expected, "actions")
        compare = partial(_action, expected, actual)
        yield from _paired(pair_actions(ours, theirs), ours, theirs, f"{pointer}/actions", compare)


def _action(
    expected_holder: Object, actual_holder: Object, expected: Object, actual: Object, pointer: str
) -> Iterator[Difference]:
    """Differences of two actions; an expected one without owners has its recommendation's."""
    if expected_holder.get("owners") and not expected.get("owners"):
        said = actual.get("owners") == actual_holder.get("owners")  # at the recommendation, once
        expected = _without(expected, "owners") if said else _with_owners(expected, expected_holder)
    yield from _members(expected, actual, pointer)
    yield from _paragraphs(expected, string(actual, "text"), f"{pointer}/text")


def _with_owners(action: Object, recommendation: Object) -> Object:
    """The action with its own owners, else its recommendation's and their further readings."""
    if action.get("owners"):
        return action
    readings: list[Json] = [*_accepted(action, "owners"), *_accepted(recommendation, "owners")]
    accept = {**_accept(action), "owners": readings}
    return {**action, "owners": recommendation.get("owners"), "accept": accept}


def _paragraphs(expected: Object, got: str, pointer: str) -> Iterator[Difference]:
    """A warning where a right text is cut into other paragraphs or items."""
    readings = [_plain(reading) for reading in [expected.get("text"), *_accepted(expected, "text")]]
    right = [paragraphs(reading) for reading in readings if is_same(reading, got)]
    found = paragraphs(got)
    if right and found not in right:
        counts = f"expected {len(right[0])}, got {len(found)}"
        yield Difference(pointer, f"right text, but its paragraphs or items begin elsewhere: {counts}", "warning")


def _owners(expected: Json, actual: Json, pointer: str) -> Iterator[Difference]:
    ours, theirs = _objects(expected), _objects(actual)
    pairing = pair(ours, theirs, first_that(_is_owner), in_order)
    yield from _paired(pairing, ours, theirs, pointer, _owner)


def _owner(expected: Object, actual: Object, pointer: str) -> Iterator[Difference]:
    settled = ("kind", "role", "name") if _is_owner(expected, actual) else ()
    yield from _members(_without(expected, *settled), actual, pointer)


def _is_owner(expected: Object, actual: Object) -> bool:
    """Is it the same owner: of a team or body by any of its names, else by role and name?"""
    if expected.get("kind") not in (None, actual.get("kind")):
        return False
    named = [part for part in ("role", "name") if expected.get(part)]
    if expected.get("kind") in ("team", "partner") or not named:
        return letters(_owner_label(expected)) in {letters(_owner_label(actual)), letters(string(actual, "text"))}
    return all(is_same(string(expected, part), string(actual, part)) for part in named)


def _owner_label(owner: Object) -> str:
    return string(owner, "role") or string(owner, "name") or string(owner, "text")


def _deadlines(expected: Json, actual: Json, pointer: str) -> Iterator[Difference]:
    ours, theirs = _objects(expected), _objects(actual)
    pairing = pair(ours, theirs, first_that(_is_deadline), first_that(_has_text), in_order)
    yield from _paired(pairing, ours, theirs, pointer, _deadline)


def _deadline(expected: Object, actual: Object, pointer: str) -> Iterator[Difference]:
    if expected.get("kind") != actual.get("kind") and not _is_deadline(expected, actual):
        yield Difference(f"{pointer}/kind", f"expected {_in_words(expected)}, got {_in_words(actual)}")
    elif _deadline_key(expected) == _deadline_key(actual) or not _is_deadline(expected, actual):
        null: Object = dict.fromkeys(NULL_IF_ABSENT)
        yield from _members({**null, **_without(expected, "accept")}, actual, pointer)


def _is_deadline(expected: Object, actual: Object) -> bool:
    """Are kind, dates and recurrence right, by the first reading or by a further one?"""
    accept = expected.get("accept")
    readings = [expected, *(_reading(expected, other) for other in _objects(accept))]
    return any(_deadline_key(reading) == _deadline_key(actual) for reading in readings)


def _reading(expected: Object, other: Object) -> Object:
    """A further reading of a deadline: it keeps what it does not say, unless it is of another, undated kind."""
    kind = other.get("kind", expected.get("kind"))
    keeps = kind in _DATED_KINDS or kind == expected.get("kind")
    return {**expected, **other} if keeps else other


def _deadline_key(deadline: Object) -> list[Json]:
    return [deadline.get(name) for name in _DEADLINE_KEY]


def _has_text(expected: Object, actual: Object) -> bool:
    text = letters(string(expected, "text"))
    return text != "" and text == letters(string(actual, "text"))


def _is_right(expected: Object, actual: Object) -> bool:
    return not any(_members(expected, actual, ""))


def _without(holder: Object, *names: str) -> Object:
    return {name: value for name, value in holder.items() if name not in names}


def _accept(holder: Object) -> Object:
    accept = holder.get("accept")
    return accept if isinstance(accept, dict) else {}


def _accepted(holder: Object, name: str) -> list[Json]:
    """The further readings of a field."""
    readings = _accept(holder).get(name)
    return readings if isinstance(readings, list) else []


def _objects(value: Json) -> list[Object]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _plain(value: Json) -> str:
    """A text, or what stands in its place, as text; nothing for null."""
    return "" if value is None else str(value)


def _text_message(expected: Json, actual: Json) -> str:
    if max(len(_plain(expected)), len(_plain(actual))) <= _LONG:
        return f"expected {_show(expected)}, got {_show(actual)}"
    wanted, got = excerpts(_plain(expected), _plain(actual))
    return f"expected {_show(wanted)}, got {_show(got)}"


def _show(value: Json) -> str:
    """A value on one line; a single word (a date, a code) without quotes."""
    is_word = isinstance(value, str) and value and not any(c.isspace() for c in value)
    return str(value) if is_word else json.dumps(value, ensure_ascii=False)


def _in_words(deadline: Object) -> str:
    """A deadline in short: "point 2024-09-01 to 2024-09-30"."""
    earliest, latest = (_plain(deadline.get(name)) or "…" for name in ("earliest", "latest"))
    dates = f"{earliest} to {latest}" if deadline.get("earliest") or deadline.get("latest") else ""
    return " ".join(filter(None, [_plain(deadline.get("kind")), _plain(deadline.get("recurrence")), dates]))


def _name(item: Object) -> str:
    """An item in short, by its number, heading, name or text."""
    held = [shorten(_plain(item[name])) for name in _NAMES if item.get(name)]
    return _show(": ".join(held[:2]))


_BY_NAME: dict[str, Compare] = {
    "recommendations": _recommendations,
    "owners": _owners,
    "deadlines": _deadlines,
    "number": _number,
    **dict.fromkeys(("earliest", "latest", "recurrence", "edtf", "offset", "date", "as_of"), _exactly),
}
