"""No tables: each recommendation's fields stand behind labels ("Action: … Lead: … Timescale: …")."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from ...model import Document, Grid, Paragraph, Senses
from ..closing import WHEN, WHO, Closing, closing, who_and_when, without
from ..labels import Label, Part, names_both
from ..listing import listed
from ..numbering import leading_number
from ..outline import openers, outline
from ..parts import document_parts
from ..promise import promise, time_named
from ..records import DONE, Field, Stretch, is_firm, labelled_table
from ..signed import signed
from ..stitch import has_ended
from ..tasks import are_tasks, asks
from . import Laid

NAME = "labelled_blocks"
_SCORE = 0.7
_ANSWERS = frozenset(("deadline", "owner_officer", "owner_member"))
_TITLED = 2  # parts from a title to the labels below its text
_TITLE_WORDS = 8
_LEAST_BLOCKS = 2  # fewer labels than that may stand in any report


def lay_out(document: Document, grids: Sequence[Grid], senses: Senses) -> Laid:
    """The blocks as rows; sure where labels say what is to be done, and who does it or when."""
    whole = document_parts(document)
    if not any(_answers(part) for part, _ in whole):
        whole = signed(whole, senses)
    parts = [part for part, _ in whole]
    answered = any(_answers(part) for part in parts)
    fields = [tuple(_fields(part, senses, closed=not answered)) for part in parts]
    opening = openers(parts, lambda n: bool(fields[n]))
    if not any(one.role == "action" for found in fields for one in found):
        opening |= _titled(parts, senses)
        tasks = _tasks(parts, opening)
        if are_tasks(parts, tasks, senses):
            fields = [(_task(part),) if n in tasks else fields[n] for n, part in enumerate(parts)]
            opening = opening - tasks if len(opening - tasks) > 1 else frozenset()  # one alone is the title
    found = outline(whole, opening, fields, senses)
    if not any(one.role == "action" for stretch in found.stretches for one in stretch.fields):
        return Laid()
    stretches = found.stretches if _tells_when(found.stretches) else _itemised(found.stretches, senses)
    table = labelled_table(stretches, senses, found.paragraphs)
    return Laid(_SCORE, (table,)) if table and is_firm(table, _LEAST_BLOCKS) else Laid()


def _tells_when(stretches: Sequence[Stretch]) -> bool:
    return any(one.role == "deadline" for stretch in stretches for one in stretch.fields)


def _itemised(stretches: Sequence[Stretch], senses: Senses) -> tuple[Stretch, ...]:
    """The stretches, each item of their actions an action of its own where all of these are lists of dated items."""
    actions = [one for stretch in stretches for one in stretch.fields if one.role == "action" and one.paragraphs]
    items = [paragraph for one in actions for paragraph in one.paragraphs]
    if len(items) <= len(actions) or not all(p.is_item and time_named(p.passage, senses) for p in items):
        return tuple(stretches)
    return tuple(
        replace(stretch, fields=tuple(part for one in stretch.fields for part in _items(one, senses)))
        for stretch in stretches
    )


def _items(one: Field, senses: Senses) -> Iterator[Field]:
    """A field for each item of an action's list, with the time that it names."""
    if one.role != "action" or not one.paragraphs:
        yield one
        return
    for paragraph in one.paragraphs:
        number, rest = leading_number((paragraph,))
        yield Field(Label(one.label.text, number), tuple(replace(p, marker=None) for p in rest), begins=True)
        if when := time_named(paragraph.passage, senses):
            yield Field(WHEN, (Paragraph(when),), inner=True)


def _answers(part: Part) -> bool:
    return part.label is not None and part.label.role[0] in _ANSWERS


def _tasks(parts: Sequence[Part], opening: Container[int]) -> frozenset[int]:
    """The parts that begin what stands above labels of who and when without a label of its own.

    It is the text below a heading or number, or these themselves where nothing stands below.
    """
    found = set[int]()
    for n in range(1, len(parts)):
        if parts[n].label and not parts[n - 1].label and any(map(_answers, _labelled_from(parts, n))):
            above = range(n - 1, -1, -1)
            below = list(takewhile(lambda k: parts[k].label is None and not _stands_above(k, parts, opening), above))
            if below and _is_value(below[-1], parts):
                below.pop()
                if not below:
                    continue
            found.add(below[-1] if below else n - 1)
    return frozenset(found)


def _is_value(n: int, parts: Sequence[Part]) -> bool:
    """Does a part stand below a label of who or when on a line of its own?"""
    return n > 0 and _answers(parts[n - 1]) and not parts[n - 1].paragraph.text


def _labelled_from(parts: Sequence[Part], n: int) -> Iterator[Part]:
    return takewhile(lambda part: part.label is not None, islice(parts, n, None))


def _stands_above(n: int, parts: Sequence[Part], opening: Container[int]) -> bool:
    return n in opening or bool(parts[n].paragraph.heading)


def _titled(parts: Sequence[Part], senses: Senses) -> frozenset[int]:
    """The titles on lines of their own, each above one sentence that says what to do above labels of who and when.

    None where some such labels have none.
    """
    labelled = [n for n in range(1, len(parts)) if parts[n].label and not parts[n - 1].label]
    found = [n - _TITLED for n in labelled if any(map(_answers, _labelled_from(parts, n)))]
    is_each = len(found) >= _LEAST_BLOCKS and all(n >= 0 and _is_titled(parts[n], parts[n + 1], senses) for n in found)
    return frozenset(found) if is_each else frozenset()


def _is_titled(title: Part, task: Part, senses: Senses) -> bool:
    text = title.paragraph.text
    is_title = title.label is None and not has_ended(text) and len(text.split()) <= _TITLE_WORDS
    return is_title and task.label is None and has_ended(task.paragraph.text) and asks(task.paragraph.text, senses)


def _task(part: Part) -> Field:
    number, rest = leading_number((part.paragraph,), bare=True)
    return Field(Label(DONE.text, number), rest, begins=True)


def _fields(part: Part, senses: Senses, *, closed: bool) -> Iterator[Field]:
    """The field behind a label, or two; `closed`: an action's ends may tell who and when, since no labels do."""
    if part.label is None:
        return
    if parted := _parted(part, senses):
        yield from parted
        return
    told = _told(part.paragraph, senses) if closed and part.label.role[0] == "action" else None
    paragraph = without(part.paragraph, told)
    yield Field(part.label, listed(paragraph) if paragraph.text else ())
    if told:
        yield from (Field(label, (Paragraph(passage),), inner=True) for label, passage in told.values)


def _told(paragraph: Paragraph, senses: Senses) -> Closing | None:
    """Who and when at an action's ends, or in its sentence where that tells more."""
    found = [told for told in (closing(paragraph, senses), promise(paragraph, senses)) if told]
    return max(found, key=lambda told: len(told.roles), default=None)


def _parted(part: Part, senses: Senses) -> tuple[Field, ...]:
    """The owners and timescales behind a label of both ("Lead officer and date"), a field each; empty behind others."""
    if part.label is None or not names_both(part.label.text.text):
        return ()
    paragraphs = listed(part.paragraph)
    found = [who_and_when(paragraph, senses) for paragraph in paragraphs]
    pairs = [(paragraph, pair) for paragraph, pair in zip(paragraphs, found, strict=True) if pair]
    if not pairs or len(pairs) < len(paragraphs):
        return ()
    who = tuple(replace(paragraph, passage=pair[0], lead=0) for paragraph, pair in pairs)
    when = tuple(replace(paragraph, passage=pair[1], lead=0) for paragraph, pair in pairs)
    return Field(WHO, who), Field(WHEN, when)
