"""Running text as an outline: what opens a recommendation, the labelled fields below it, and what goes on with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ..model import Paragraph, Senses
from .contents import EDITION, is_timescale
from .labels import CLOSED, Part
from .numbering import leading_number, number_shape
from .records import ASKED, THEME, Field, Stretch
from .stitch import goes_on

_COUNTED = re.compile(r"(?:Rec\s?|[A-Z]{1,4}[-./ ]?)?0?(\d{1,2})")
_THEME = re.compile(r"(?:theme|priority|objective|section|part|pillar|workstream)\s+(?:[A-Z]|\d{1,2})\s*[:.–—-]", re.I)
_THEME_WORDS = 16
_SHORT = 8  # words of a name or date on a line by itself
_MOST_PARAGRAPHS = 200  # that go on with a field: more are no part of it


@dataclass(frozen=True, slots=True)
class Outline:
    """Stretches of fields, and the paragraphs from the first to the last that they stand in."""

    stretches: tuple[Stretch, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()


def number_of(paragraph: Paragraph) -> str:
    """The number that leads a paragraph, empty where none does."""
    return leading_number((paragraph,), bare=True)[0].text


def openers(parts: Sequence[Part], is_field: Callable[[int], bool]) -> frozenset[int]:
    """The parts without a label that open a recommendation or stand above some: headings, else numbers that count up.

    None where labels do ("Recommendation 3: …"), and where nothing but their place tells them.
    """
    headings = [n for n, part in enumerate(parts) if part.label is None and part.paragraph.heading]
    if any(part.label and part.label.role[0] == "recommendation" for part in parts):
        return frozenset([*headings, *_directly_above(parts)])
    candidates = (headings[1:], _counted(parts))  # the first heading is the title's
    above = [sum(any(map(is_field, range(a, b))) for a, b in pairwise([*found, len(parts)])) for found in candidates]
    if not any(above):
        return frozenset()
    is_subtitle = above[0] == 1 < above[1]
    return frozenset(candidates[1] if is_subtitle or not above[0] else candidates[0]) | frozenset(headings)


def _directly_above(parts: Sequence[Part]) -> list[int]:
    """The numbered lines just above labels that open recommendations, where all of these have one."""
    opening = [n for n, part in enumerate(parts) if part.label and part.label.role[0] == "recommendation"]
    counted = set(_counted(parts))
    return [n - 1 for n in opening] if all(n - 1 in counted for n in opening) else []


def _counted(parts: Sequence[Part]) -> list[int]:
    """The parts whose numbers, printed alike, count up from the first, but for the items of a list."""
    found: list[int] = []
    last, shape = 0, ""
    for n, part in enumerate(parts):
        number = _count(part)
        if not number or (found and number_shape(part.paragraph) != shape):
            continue
        in_list = n > 0 and number > 1 and _count(parts[n - 1]) == number - 1 and found[-1:] != [n - 1]
        if (number == last + 1 or not found) and not in_list:
            found.append(n)
            last, shape = number, number_shape(part.paragraph)
    return found


def _count(part: Part) -> int:
    """The whole number that leads a part without a label; 0 where none does."""
    match = _COUNTED.fullmatch(number_of(part.paragraph)) if part.label is None else None
    return int(match[1]) if match else 0


def outline(
    parts: Sequence[tuple[Part, Paragraph]],
    opening: frozenset[int],
    fields: Sequence[Sequence[Field]],
    senses: Senses,
) -> Outline:
    """The outline of parts with the paragraphs they are of: which open recommendations, what fields each gives."""
    gathered = _Gathered(senses, plain=not opening and not any(map(_opens, fields)))
    last = max((n for n, found in enumerate(fields) if found), default=0)
    for n, (part, _) in enumerate(parts):
        for one in fields[n]:
            gathered.add(n, one)
        if n in opening:
            gathered.open(n, part.paragraph)
        elif not fields[n] and not (n > last and EDITION.match(part.paragraph.text)):
            gathered.go_on(n, part.paragraph)
    return gathered.outline(parts)


def _is_theme(paragraph: Paragraph) -> bool:
    """Is a line a heading by its words ("Theme 2: Homes"), over what opens by its label?"""
    return bool(_THEME.match(paragraph.text)) and len(paragraph.text.split()) <= _THEME_WORDS


def _is_above(paragraph: Paragraph) -> bool:
    """Is a line that opens something a heading, or a short one with a number?"""
    return bool(paragraph.heading) or (len(paragraph.text.split()) <= _THEME_WORDS and bool(number_of(paragraph)))


def _opens(fields: Sequence[Field]) -> bool:
    return any(one.role == "recommendation" for one in fields)


@dataclass
class _Gathered:
    """Stretches while they are gathered; `opened` are the paragraphs (by part) that open what comes next.

    `plain`: nothing but its place tells what opens a recommendation.
    """

    senses: Senses
    plain: bool
    stretches: list[tuple[list[Field], tuple[Paragraph, ...]]] = field(default_factory=list)
    opened: dict[int, Paragraph] = field(default_factory=dict)
    above: dict[int, Paragraph] = field(default_factory=dict)
    first: int | None = None
    last: int = 0
    taken: int = 0

    @property
    def fields(self) -> list[Field]:
        """The fields of the last stretch."""
        return self.stretches[-1][0] if self.stretches else []

    def open(self, n: int, paragraph: Paragraph) -> None:
        """A paragraph opens a recommendation."""
        self._pass_over()
        self.opened = {n: paragraph}

    def _pass_over(self) -> None:
        """What opened before has no fields of its own: a heading stands above what comes next."""
        if len(self.opened) == 1:
            self.above |= {n: paragraph for n, paragraph in self.opened.items() if _is_above(paragraph)}
        self.opened = {}

    def add(self, n: int, one: Field) -> None:
        """A field, behind what opens it, unless it opens a recommendation itself."""
        if one.role == "recommendation":
            self._pass_over()
        if self.first is None:
            self.first = min([n, *self.opened])
        if self.opened or self.above or not self.stretches:
            opening = [Field(ASKED, tuple(self.opened.values()), begins=True)] if self.opened else []
            self.stretches.append((opening, tuple(self.above.values())))
            self.opened, self.above = {}, {}
        self.fields.append(one)
        self.last, self.taken = n, 0

    def go_on(self, n: int, paragraph: Paragraph) -> None:
        """A paragraph without a label goes on with what stands above it, or opens a recommendation."""
        outer = next((k for k in range(len(self.fields) - 1, -1, -1) if not self.fields[k].inner), None)
        if self.opened:
            self.opened[n] = paragraph
        elif outer is not None and self.taken < _MOST_PARAGRAPHS and self._may_go_on(self.fields[outer:], paragraph):
            self.fields[outer] = self.fields[outer].with_more((paragraph,))
            self.last, self.taken = n, self.taken + 1
        elif self.plain and self.fields:
            self.open(n, paragraph)
        elif _is_theme(paragraph):
            self.above = {n: paragraph}

    def _may_go_on(self, fields: Sequence[Field], paragraph: Paragraph) -> bool:
        """May a paragraph go on with the first of some fields, the others inner ones?

        A name, a date, or a text that such have closed takes only the rest of a line, a list, or one more of its kind.
        """
        first = fields[0]
        if paragraph.is_item or (len(fields) == 1 and first.role not in CLOSED) or not first.paragraphs:
            return True
        if len(fields) > 1:
            return False
        return goes_on(first.paragraphs[-1].text, paragraph.text) or self._is_one_more(first, paragraph)

    def _is_one_more(self, one: Field, paragraph: Paragraph) -> bool:
        """Is a line below a name another name, and one below a date another date?"""
        text = paragraph.text.strip()
        if paragraph.heading or len(text.split()) > _SHORT or ":" in text or one.paragraphs[-1].is_item:
            return False
        if one.role == "deadline":
            return not EDITION.match(text) and is_timescale(text, self.senses)
        return one.role in ("owner_officer", "owner_member") and self.senses.is_owner(text)

    def outline(self, parts: Sequence[tuple[Part, Paragraph]]) -> Outline:
        """What was gathered, with the paragraphs it stands in."""
        if self.first is None:
            return Outline()
        stretches, first = [Stretch(tuple(fields), above) for fields, above in self.stretches], self.first
        if self.plain:
            stretches, first = _with_first_opening(stretches, parts, first)
            stretches = _with_title(stretches, parts, first)
        held = {id(paragraph): paragraph for _, paragraph in parts[first : self.last + 1]}
        return Outline(tuple(_without_text(stretches)), tuple(held.values()))


def _with_first_opening(
    stretches: list[Stretch], parts: Sequence[tuple[Part, Paragraph]], first: int
) -> tuple[list[Stretch], int]:
    """The stretches, the first opened by as many paragraphs before it as the others are."""
    counts = [len(stretch.fields[0].paragraphs) for stretch in stretches[1:] if stretch.fields[0].label is ASKED]
    start = max(0, first - min(counts, default=0))
    if start == first:
        return stretches, first
    opening = Field(ASKED, tuple(part.paragraph for part, _ in parts[start:first]), begins=True)
    return [replace(stretches[0], fields=(opening, *stretches[0].fields)), *stretches[1:]], start


def _with_title(stretches: list[Stretch], parts: Sequence[tuple[Part, Paragraph]], first: int) -> list[Stretch]:
    """The stretches; where nothing stands above or opens any of them, all stand below what comes before the first."""
    if any(stretch.above or stretch.fields[0].label is ASKED for stretch in stretches):
        return stretches
    before = tuple(part.paragraph for part, _ in parts[:first])
    return [replace(stretches[0], above=before), *stretches[1:]]


def _without_text(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """The stretches; where no opening has text below it, headings stand above them and others are themes."""
    opened = [one for stretch in stretches for one in stretch.fields if one.label is ASKED]
    if any(len(one.paragraphs) > 1 for one in opened):
        yield from stretches
        return
    for stretch in stretches:
        first, rest = stretch.fields[0], stretch.fields[1:]
        if first.label is not ASKED:
            yield stretch
        elif first.paragraphs[0].heading:
            yield replace(stretch, fields=rest, above=(*stretch.above, *first.paragraphs))
        else:
            yield replace(stretch, fields=(replace(first, label=THEME), *rest))
