"""Running text cut into its parts: what follows a label, and paragraphs without one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..model import Document, Paragraph, Table
from ..passage import Passage, join
from .contents import is_name, is_reference
from .headers import header_role
from .labels import Label, Part, labelled_parts, lone_label, question, run_in, run_on_labels
from .listing import ticked
from .stitch import is_torn, run_on

_EXACT = 1.0
_MOST_TORN = 8  # lines of a torn text: more are no one sentence
_OPENING = ("recommendation", "heading", "action")
_ANSWERS = frozenset(("deadline", "owner_officer", "owner_member"))
_MOST_ASKED = 12  # words of a heading that may be a label
_LEAST_RECURRING = 2
_TILE = 2  # cells: a number and a text


def document_parts(document: Document) -> tuple[tuple[Part, Paragraph], ...]:
    """The document's paragraphs, also those in boxes, cut before each label; each part with the paragraph it is of.

    A label that comes but once counts only where its words leave no doubt, and not outside those that come again where
    one of these says the same ("Contact: …" below blocks that all name a lead), nor as a heading
    unless it opens something.
    """
    paragraphs = list(_mended(paragraph for paragraph in _paragraphs(document) if paragraph.text.strip()))
    asked = _repeated_headings(paragraphs)
    found = [_parts(paragraph, asked=asked) for paragraph in paragraphs]
    labels = list(_labels(found))
    if known := _recurring(paragraphs, labels) | _plain(labels):
        found = [_parts(paragraph, known, asked) for paragraph in paragraphs]
        labels = list(_labels(found))
    if opening := _numbering(label for _, label in labels):
        found = [[_opened(part, opening) for part in parts] for parts in found]
        labels = list(_labels(found))
    counted = Counter(label.key for _, label in labels)
    again = [(n, label) for n, label in labels if counted[label.key] > 1]
    told = {label.role[0] for _, label in again}
    within = range(min((n for n, _ in again), default=0), max((n for n, _ in again), default=0) + 1)

    def is_believed(n: int, part: Part) -> bool:
        if part.label is None or counted[part.label.key] > 1:
            return True
        role, weight = part.label.role
        if part.paragraph.heading and role not in _OPENING:
            return False
        is_sure = weight >= _EXACT and role != "number" and not part.label.alone
        return is_sure and (n in within or role not in told)

    return tuple(
        (part, paragraph)
        for n, (paragraph, parts) in enumerate(zip(paragraphs, found, strict=True))
        for part in (parts if all(is_believed(n, part) for part in parts) else [Part(paragraph)])
    )


def _mended(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, those torn where a line ended made one again."""
    held: Paragraph | None = None
    lines = 1
    for paragraph in paragraphs:
        if held and _is_number_of(held, paragraph):
            held = replace(paragraph, passage=join(" ", [held.passage.strip(), paragraph.passage]), lead=0)
            continue
        if held and lines < _MOST_TORN and is_torn(held, paragraph):
            held, lines = run_on(held, paragraph), lines + 1
            continue
        if held:
            yield held
        held, lines = paragraph, 1
    if held:
        yield held


def _is_number_of(number: Paragraph, heading: Paragraph) -> bool:
    """Is a line nothing but the number of the heading below it?"""
    is_plain = not number.is_item and not number.heading and number.text.strip().isdigit()
    return is_plain and bool(heading.heading) and not heading.is_item and is_reference(number.text)


def _labels(found: Sequence[Sequence[Part]]) -> Iterator[tuple[int, Label]]:
    """Every label, with the number of the paragraph it stands in."""
    yield from ((n, part.label) for n, parts in enumerate(found) for part in parts if part.label)


def _numbering(labels: Iterable[Label]) -> frozenset[str]:
    """The keys of labels that say nothing but number what follows ("Priority 1: …"), where no word opens it."""
    numbers = defaultdict[str, list[str]](list)
    for label in labels:
        if label.role[0] == "recommendation":
            return frozenset()
        if label.number and label.role[0] in ("extra", "outcome"):
            numbers[label.key].append(label.number.text)
    return frozenset(key for key, held in numbers.items() if 1 < len(held) == len(set(held)))


def _opened(part: Part, opening: Container[str]) -> Part:
    """The part, its label marked where it opens a recommendation."""
    is_one = part.label is not None and bool(part.label.number) and part.label.key in opening
    return replace(part, label=replace(part.label, opens=True)) if part.label and is_one else part


def _recurring(paragraphs: Sequence[Paragraph], labels: Sequence[tuple[int, Label]]) -> frozenset[str]:
    """The keys of what stands before a colon about as often as the labels that their words tell."""
    told = Counter(label.key for _, label in labels)
    usual = max(told.values(), default=0)
    counted = Counter(Label(head).key for paragraph in paragraphs for head in _heads(paragraph))
    least = max(_LEAST_RECURRING, usual / 2)
    return frozenset(key for key, count in counted.items() if usual > 1 and count >= least and key not in told)


def _heads(paragraph: Paragraph) -> Iterator[Passage]:
    """What stands before the colons of a paragraph, at its start and behind its sentences."""
    if head := run_in(paragraph):
        yield head
    yield from run_on_labels(paragraph)


def _plain(labels: Sequence[tuple[int, Label]]) -> frozenset[str]:
    """The keys of labels of several words that come again and leave no doubt."""
    counted = Counter(label.key for _, label in labels if label.role[1] >= _EXACT and " " in label.key)
    return frozenset(key for key, count in counted.items() if count > 1)


def _repeated_headings(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """The headings and questions on lines of their own that come again, each above a text, if some ask who or when."""
    lines = [one.text.strip() for one, below in pairwise(paragraphs) if _may_ask(one) and not _may_ask(below)]
    found = frozenset(line for line, count in Counter(lines).items() if count > 1)
    roles = {header_role(line)[0] for line in found}
    return found if "action" in roles and roles & _ANSWERS else frozenset()


def _may_ask(paragraph: Paragraph) -> bool:
    """May a paragraph be a label by how it is set: a short heading, or a question on a line of its own?"""
    text = paragraph.text.strip()
    is_apart = bool(paragraph.heading) or text.endswith("?") or paragraph.lead >= len(text)
    return is_apart and not paragraph.is_item and len(text.split()) <= _MOST_ASKED


def _parts(paragraph: Paragraph, known: Container[str] = (), asked: Container[str] = ()) -> list[Part]:
    """The paragraph cut before each label; one that is nothing but a label leaves its value to what follows."""
    paragraph = ticked(paragraph)
    if paragraph.text.strip() in asked:
        return [Part(replace(paragraph, passage=paragraph.passage[:0]), question(paragraph))]
    parts = list(labelled_parts(paragraph, known))
    alone = lone_label(paragraph) if parts[0].label is None else None
    return [Part(replace(paragraph, passage=paragraph.passage[:0]), alone)] if alone else parts


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of the running text; those in a box are in it: a table of one column, a numbered tile, columns."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block
        elif block.columns == 1:
            yield from (paragraph for cell in block.cells for paragraph in cell.paragraphs)
        else:
            yield from _tile(block) or _abreast(block)


def _abreast(table: Table) -> list[Paragraph]:
    """The paragraphs of a table that merely sets columns of text side by side, the first of each its heading."""
    cells = [cell for cell in table.cells if not cell.is_empty]
    told = [[paragraph for paragraph in cell.paragraphs if paragraph.text.strip()] for cell in cells]
    if len({cell.row for cell in cells}) != 1 or len(cells) < _TILE or not all(len(one) > _TILE for one in told):
        return []
    return [
        replace(paragraph, heading=paragraph.heading or _TILE) if place == 0 and is_name(paragraph.text) else paragraph
        for one in told
        for place, paragraph in enumerate(one)
    ]


def _tile(table: Table) -> list[Paragraph]:
    """The paragraphs beside a number in a table of nothing else, the number before the first; none of another table."""
    cells = [cell for cell in table.cells if not cell.is_empty]
    if len(cells) == _TILE and cells[0].row == cells[1].row and is_reference(cells[0].text):
        first, *others = cells[1].paragraphs
        return [replace(first, passage=join(" ", [cells[0].passage.collapse(), first.passage]), lead=0), *others]
    return []
