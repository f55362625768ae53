"""Which extracted item answers which expected one, so that one missing item makes no other wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .located import Object, objects, string
from .texts import closeness, letters, plain_number, words

Items = Sequence[Object]
Strategy = Callable[[Items, Items], dict[int, int]]
"""Pairs some of the expected items (first) with actual ones, by index."""

_SAME_NUMBER = 0.2  # closeness that must be exceeded where the numbers agree
_SAME_RECOMMENDATION = 0.5
_SAME_ACTION = 0.3


@dataclass(frozen=True, slots=True)
class Pairing:
    """Index pairs (expected, actual) in expected order, and the indices that found no partner."""

    pairs: tuple[tuple[int, int], ...]
    missing: tuple[int, ...]
    unexpected: tuple[int, ...]


def pair(expected: Items, actual: Items, *strategies: Strategy) -> Pairing:
    """The pairing by the first strategy, then of what it left by the next, and so on."""
    pairs: dict[int, int] = {}
    rest, left = list(range(len(expected))), list(range(len(actual)))
    for strategy in strategies:
        found = strategy([expected[i] for i in rest], [actual[j] for j in left])
        pairs |= {rest[i]: left[j] for i, j in found.items()}
        taken = set(pairs.values())
        rest, left = [i for i in rest if i not in pairs], [j for j in left if j not in taken]
    return Pairing(tuple(sorted(pairs.items())), tuple(rest), tuple(left))


def pair_recommendations(expected: Items, actual: Items) -> Pairing:
    """The pairing by number where the texts are no strangers, else by closeness of the whole texts."""
    return pair(expected, actual, _by_number, _closest(_whole, _SAME_RECOMMENDATION), _wordless(_whole))


def pair_actions(expected: Items, actual: Items) -> Pairing:
    """The pairing by text: equal ones that stand once, then the closest."""
    return pair(expected, actual, _equal_singles, _closest(_text, _SAME_ACTION), _wordless(_text))


def first_that(goes_with: Callable[[Object, Object], bool]) -> Strategy:
    """Pairs each expected item with the first actual one left that goes with it."""

    def strategy(expected: Items, actual: Items) -> dict[int, int]:
        pairs: dict[int, int] = {}
        left = list(range(len(actual)))
        for i, item in enumerate(expected):
            hit = next((j for j in left if goes_with(item, actual[j])), None)
            if hit is not None:
                pairs[i] = hit
                left.remove(hit)
        return pairs

    return strategy


def in_order(expected: Items, actual: Items) -> dict[int, int]:
    """Pairs the first with the first, and so on."""
    return dict(zip(range(len(expected)), range(len(actual)), strict=False))


def _text(item: Object) -> str:
    return string(item, "text")


def _whole(recommendation: Object) -> str:
    """All the text of a recommendation and its actions."""
    actions = map(_text, objects(recommendation, "actions"))
    return " ".join([string(recommendation, "heading"), _text(recommendation), *actions])


def _number(item: Object) -> str:
    return plain_number(string(item, "number"))


def _by_number(expected: Items, actual: Items) -> dict[int, int]:
    pairs: dict[int, int] = {}
    left = _indices_by(_number, actual)
    for i, item in enumerate(expected):
        wanted, candidates = words(_whole(item)), left[_number(item)]
        nearness = {j: closeness(wanted, words(_whole(actual[j]))) for j in candidates}
        best = max(candidates, key=nearness.__getitem__, default=None)
        if best is not None and (not wanted or nearness[best] > _SAME_NUMBER):
            pairs[i] = best
            candidates.remove(best)
    return pairs


def _equal_singles(expected: Items, actual: Items) -> dict[int, int]:
    """Pairs equal texts that stand once on either side; spares a long plan comparing all with all."""
    ours, theirs = (_indices_by(lambda item: letters(_text(item)), items) for items in (expected, actual))
    return {ours[text][0]: theirs[text][0] for text in ours if len(ours[text]) == 1 == len(theirs[text])}


def _indices_by(key: Callable[[Object], str], items: Items) -> defaultdict[str, list[int]]:
    """Indices of the items by key, for those that have one."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        if held := key(item):
            found[held].append(index)
    return found


def _closest(text_of: Callable[[Object], str], floor: float) -> Strategy:
    """Pairs from the closest texts down to the floor; of equally close ones those at like places first."""

    def strategy(expected: Items, actual: Items) -> dict[int, int]:
        ours, theirs = ([words(text_of(item)) for item in items] for items in (expected, actual))
        scored = [(closeness(e, a), i, j) for i, e in enumerate(ours) for j, a in enumerate(theirs)]
        pairs: dict[int, int] = {}
        taken: set[int] = set()
        for score, i, j in sorted(scored, key=lambda s: (-s[0], abs(s[1] - s[2]), s[1])):
            if score >= floor and i not in pairs and j not in taken:
                pairs[i] = j
                taken.add(j)
        return pairs

    return strategy


def _wordless(text_of: Callable[[Object], str]) -> Strategy:
    """Pairs expected items of which no text is given with what is left, in order."""

    def strategy(expected: Items, actual: Items) -> dict[int, int]:
        silent = [i for i, item in enumerate(expected) if not text_of(item).strip()]
        return dict(zip(silent, range(len(actual)), strict=False))

    return strategy
