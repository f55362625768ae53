"""Which parts of a running text are its actions: items of one kind of which most say, in them or below, who or when."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from ..model import Paragraph
from .closing import Closing
from .labels import Part
from .numbering import number_shape

TOLD = frozenset(("deadline", "owner_officer", "owner_member"))
_CODE = re.compile(r"[A-Z]{1,4}(?=-?1)")
_USUAL = 0.6  # the share of items that say who or when, from which on the items are actions


def members(parts: Sequence[Part], closings: Mapping[int, Closing], may_tell: Callable[[int], bool]) -> frozenset[int]:
    """The parts that are actions: items of the one kind of which most say once, in them or below, who or when.

    Those just before and behind that `may_tell` it are actions, too.
    """
    kinds = defaultdict[str, list[int]](list)
    for n, part in enumerate(parts):
        kinds[_kind(part, closings.get(n))].append(n)
    kinds.pop("", None)
    told = {kind: _told_once(places, parts, closings) for kind, places in kinds.items()}
    for alike in _alike(kinds, told):
        places = sorted(n for kind in alike for n in kinds[kind])
        for kind in alike:
            kinds[kind], told[kind] = places, _told_once(places, parts, closings)
    kind = max(told, key=lambda kind: (len(told[kind]), sum(n in closings for n in told[kind])), default="")
    if not kind or not told[kind]:
        return frozenset()
    places, first, last = kinds[kind], told[kind][0], told[kind][-1]
    among = [n for n in places if first <= n <= last]
    if len(told[kind]) < _USUAL * len(among):
        return frozenset()
    before = takewhile(may_tell, (n for n in reversed(places) if n < first))
    behind = takewhile(may_tell, (n for n in places if n > last))
    return frozenset([*before, *among, *behind])


def _alike(kinds: Mapping[str, Sequence[int]], told: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, ...]]:
    """Kinds whose numbers differ but in the letters of a code ("EH1", "HS1"), of which each mostly says who or when."""
    alike = defaultdict[str, list[str]](list)
    for kind, places in kinds.items():
        if (code := _CODE.match(kind)) and len(told[kind]) >= _USUAL * len(places):
            alike[kind[code.end() :]].append(kind)
    yield from (tuple(held) for held in alike.values() if len(held) > 1)


def _kind(part: Part, told: Closing | None) -> str:
    """What kind of item a part is, by how its number is printed, or its bullet's level; empty where it is none.

    A heading or a paragraph that says both who and when is one, too.
    """
    paragraph = part.paragraph
    is_whole = told is not None and told.is_whole
    if part.label is not None or (paragraph.heading and not is_whole):
        return ""
    if paragraph.heading:
        return f"heading {paragraph.heading}"
    if shape := number_shape(paragraph):
        return shape
    if paragraph.is_item:
        return f"bullet {paragraph.level}"
    return "closed" if is_whole else ""


def _told_once(places: Sequence[int], parts: Sequence[Part], closings: Mapping[int, Closing]) -> list[int]:
    """The places from which to the next one, or to a heading, it is told who or when, and neither of them twice."""

    def told(n: int) -> frozenset[str]:
        if n in closings:
            return closings[n].roles & TOLD
        return _labelled(n, parts)

    def below(a: int, b: int) -> Iterator[int]:
        yield a
        yield from takewhile(lambda n: not parts[n].paragraph.heading, range(a + 1, b))

    counts = {a: Counter(role for n in below(a, b) for role in told(n)) for a, b in pairwise([*places, len(parts)])}
    return [a for a, count in counts.items() if count and max(count.values()) == 1]


def _labelled(n: int, parts: Sequence[Part]) -> frozenset[str]:
    """What the labels that begin at a part tell, side by side."""
    if n and parts[n - 1].label is not None:
        return frozenset()
    labels = (part.label for part in takewhile(lambda part: part.label is not None, parts[n:]))
    return frozenset(label.role[0] for label in labels if label) & TOLD


def described(parts: Sequence[Part], actions: frozenset[int]) -> frozenset[int]:
    """The paragraphs that go on with actions which stand in no list: below headings, else below each of them.

    Below the last one stand no more than below another.
    """
    if any(_is_listed(parts[n].paragraph) for n in actions):
        return frozenset()
    below = [list(_text_below(n, parts, actions)) for n in sorted(actions)]
    if not all(below) and not all(parts[n].paragraph.heading for n in actions):
        return frozenset()
    most = max(map(len, below[:-1]), default=0)
    return frozenset(n for found in (*below[:-1], below[-1][:most]) for n in found)


def _is_listed(paragraph: Paragraph) -> bool:
    return not paragraph.heading and (paragraph.is_item or bool(number_shape(paragraph)))


def _text_below(n: int, parts: Sequence[Part], actions: frozenset[int]) -> Iterator[int]:
    def is_text(k: int) -> bool:
        return k not in actions and parts[k].label is None and not parts[k].paragraph.heading

    return takewhile(is_text, range(n + 1, len(parts)))
