"""Lines that say nothing but who or when, without a label, below each of several texts: "Head of Fleet · May 2024"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..model import Paragraph, Senses
from ..passage import Passage
from .closing import WHEN, WHO, who_and_when
from .contents import is_mere_timescale, is_name, is_timescale
from .labels import Label, Part
from .numbering import leading_number
from .records import DONE
from .tasks import are_tasks

_LEAST = 2  # texts that are signed: a letter is signed and dated once
_LONGEST = 120  # characters of a line
_BOTH = {WHO, WHEN}

Whole = tuple[Part, Paragraph]


@dataclass(frozen=True, slots=True)
class _Signed:
    """A text by its place, with the places of the lines that say who does it and when, all side by side."""

    text: int
    lines: tuple[int, ...]


def signed(whole: Sequence[Whole], senses: Senses) -> tuple[Whole, ...]:
    """The parts; where tasks have lines beside them that tell who and when, both labelled so, the lines put behind.

    Lines stand below each, or a date above and a name below.
    """
    parts = [part for part, _ in whole]
    told = [_told(part, senses) for part in parts]
    found = max(_below(told, parts), _around(told), key=len)
    if len(found) < _LEAST or not are_tasks(parts, [one.text for one in found], senses):
        return tuple(whole)
    above = {n: one.text for one in found for n in one.lines}
    texts = set(above.values())
    shown = (n for n in range(len(whole)) if n <= max(above) or not told[n])  # a date at the end is the document's
    order = sorted(shown, key=lambda n: (above.get(n, n), n in above, n))

    def labelled(n: int) -> Iterator[Part]:
        if n in above:
            yield from (_line(parts[n], label, passage) for label, passage in told[n])
        else:
            yield _task(parts[n]) if n in texts else parts[n]

    return tuple((part, whole[n][1]) for n in order for part in labelled(n))


_Told = tuple[tuple[Label, Passage], ...]


def _told(part: Part, senses: Senses) -> _Told:
    """What a line tells, if that is who, when or both and nothing else."""
    paragraph = part.paragraph
    if part.label is not None or len(paragraph.text) > _LONGEST:
        return ()
    text = paragraph.passage.strip(" .;")
    if is_mere_timescale(text.text, senses) and not senses.is_owner(text.text):
        return ((WHEN, text),)
    both = who_and_when(replace(paragraph, passage=text), senses)
    if both and is_name(both[0].text) and is_mere_timescale(both[1].text, senses):
        return tuple(zip((WHO, WHEN), both, strict=True))
    return ((WHO, text),) if not paragraph.heading and _is_who(text.text, senses) else ()


def _is_who(text: str, senses: Senses) -> bool:
    return senses.is_owner(text) and is_name(text) and not is_timescale(text, senses)


def _below(told: Sequence[_Told], parts: Sequence[Part]) -> list[_Signed]:
    """The texts below which it is told once who and when, and no more."""
    texts = [n for n, one in enumerate(told) if not one or parts[n].paragraph.heading]
    found = [_Signed(text, tuple(range(text + 1, end))) for text, end in pairwise(texts) if not told[text]]
    found += [_Signed(text, tuple(range(text + 1, text + 1 + _length(told[text + 1 :])))) for text in texts[-1:]]
    return [one for one in found if _is_whole(one, told)]


def _length(told: Sequence[_Told]) -> int:
    """How many lines tell both, those of what ends a page or document left out."""
    held = set[Label]()
    for n, one in enumerate(told, 1):
        held |= {label for label, _ in one}
        if held == _BOTH:
            return n
    return 0


def _around(told: Sequence[_Told]) -> list[_Signed]:
    """The texts above which a line tells when, and below which one tells who."""
    places = (n for n in range(1, len(told) - 1) if not told[n] and told[n - 1] and told[n + 1])
    return [one for n in places if _is_whole(one := _Signed(n, (n - 1, n + 1)), told)]


def _is_whole(one: _Signed, told: Sequence[_Told]) -> bool:
    labels = [label for n in one.lines for label, _ in told[n]]
    return len(labels) == len(_BOTH) and set(labels) == _BOTH


def _task(part: Part) -> Part:
    number, rest = leading_number((replace(part.paragraph, heading=0),), bare=True)
    return Part(rest[0], Label(DONE.text, number)) if rest else part


def _line(part: Part, label: Label, passage: Passage) -> Part:
    return Part(replace(part.paragraph, passage=passage, marker=None, heading=0, lead=0), label)
