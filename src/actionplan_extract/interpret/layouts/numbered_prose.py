"""No tables: points with actions as items below them; who and when stand in brackets, behind dashes or labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ...model import Document, Grid, Paragraph, Senses
from ...passage import Passage
from ..assigned import assigned
from ..closing import WHEN, WHO, Closing, closing, without
from ..contents import FRONT, is_date, is_name, names_plan
from ..keys import with_keys
from ..labels import Label, Part
from ..members import TOLD, described, members
from ..numbering import leading_number, number_shape
from ..outline import openers, outline
from ..parts import document_parts
from ..plan_tables import PlanTable
from ..promise import promise
from ..records import DONE, Field, is_firm, is_whole, labelled_table
from . import Laid

NAME = "numbered_prose"
_SCORE = 0.65
_LEAST_ACTIONS = 2
_LOWEST = 6  # level of a heading
_MORE_TO_DO = replace(DONE, goes_on=True)


def lay_out(document: Document, grids: Sequence[Grid], senses: Senses) -> Laid:
    """The items as rows; sure where most of them say who does it or when."""
    whole = document_parts(document)
    parts = _dates_raised([part for part, _ in whole], senses)
    senses = with_keys([part.paragraph for part in parts], senses)
    promised = {n: told for n, part in enumerate(parts) if (told := _told_by(promise, part, senses))}
    closed = {n: told for n, part in enumerate(parts) if (told := _told_by(closing, part, senses))}
    closed |= assigned(parts, senses)
    actions = members(parts, promised | closed, lambda n: _leniently(parts[n], senses) is not None)
    if len(actions) < _LEAST_ACTIONS:
        return Laid()
    closings = {n: told for n, told in promised.items() if n in actions} | closed
    closings = {n: told for n, told in closings.items() if n in actions or not parts[n].paragraph.heading}
    closings |= _named(parts, actions, closings, senses)
    closings |= _dated(parts, actions, closings, senses)
    parts = _raised(_grouped(parts, actions), actions)
    more = described(parts, actions)
    fields = [tuple(_fields(part, n in actions, n in more, closings.get(n))) for n, part in enumerate(parts)]
    opening = openers(_marked(parts, actions), lambda n: bool(fields[n]))
    found = outline(
        [(part, paragraph) for part, (_, paragraph) in zip(parts, whole, strict=True)], opening, fields, senses
    )
    table = labelled_table(found.stretches, senses, found.paragraphs)
    return Laid(_SCORE, (table,)) if table and _is_plan(table, parts) else Laid()


def beside_tables(document: Document, tables: Sequence[PlanTable], senses: Senses) -> tuple[PlanTable, ...]:
    """The items in the text beside a plan's tables, if all of these say who and when and most begin as tasks do."""
    used = {index for table in tables for index in table.grids}
    if not used:
        return ()
    blocks = tuple(block for block in document.blocks if isinstance(block, Paragraph) or block.index not in used)
    return tuple(
        table
        for table in lay_out(replace(document, blocks=blocks), (), senses).tables
        if is_whole(table, senses) and _speaks_of_tasks(table, senses)
    )


def _speaks_of_tasks(table: PlanTable, senses: Senses) -> bool:
    (action,) = table.indices("action")[:1]
    texts = [row.cells[action].text for section in table.sections for row in section.rows]
    return 2 * sum(map(senses.is_task, texts)) > len(texts)


def _is_plan(table: PlanTable, parts: Sequence[Part]) -> bool:
    """Do most items say who or when, and some both or behind a label, or does the text call itself a plan?"""
    both = "deadline" in table.roles and table.roles & {"owner_officer", "owner_member"}
    labelled = any(part.label and part.label.role[0] in TOLD for part in parts)
    titled = any(names_plan(part.paragraph.text) for part in parts[:FRONT])
    return bool(both or labelled or titled) and is_firm(table, _LEAST_ACTIONS)


def _told_by(reader: Callable[[Paragraph, Senses], Closing | None], part: Part, senses: Senses) -> Closing | None:
    """Who and when, as a reader finds them in a part without a label."""
    return None if part.label is not None else reader(part.paragraph, senses)


def _named(
    parts: Sequence[Part], members: frozenset[int], closings: Mapping[int, Closing], senses: Senses
) -> Mapping[int, Closing]:
    """Who and when at the ends of actions that seem to name nobody, where at least as many others name somebody there.

    Any name will do then ("Ubico", "Planning Strategy").
    """
    unnamed = [n for n in members if n not in closings or not closings[n].names(WHO)]
    if 2 * len(unnamed) > len(members):
        return {}
    found = {n: _leniently(parts[n], senses) for n in unnamed}
    return {n: told for n, told in found.items() if told}


def _leniently(part: Part, senses: Senses) -> Closing | None:
    """Who and when at a part's end, where any name may be an owner; None where it does not tell both."""
    lenient = replace(senses, is_owner=lambda text: senses.is_owner(text) or is_name(text))
    told = _told_by(closing, part, lenient)
    return told if told and told.names(WHO) and told.names(WHEN) else None


def _dated(
    parts: Sequence[Part], actions: frozenset[int], closings: Mapping[int, Closing], senses: Senses
) -> Mapping[int, Closing]:
    """Who and when of actions that stand below a heading which is nothing but a date, and tell none themselves."""
    found = dict[int, Closing]()
    date: Passage | None = None
    for n, part in enumerate(parts):
        told = closings.get(n, Closing((), len(part.paragraph.passage)))
        if n in actions and date and "deadline" not in told.roles:
            found[n] = replace(told, values=(*told.values, (WHEN, date)))
        elif n not in actions and part.paragraph.heading:
            date = part.paragraph.passage if is_date(part.paragraph.text, senses) else None
    return found


def _dates_raised(parts: Sequence[Part], senses: Senses) -> list[Part]:
    """The parts, a date in bold type on a line of its own above an item taken for a heading."""
    found = list(parts)
    for n, (part, below) in enumerate(pairwise(parts)):
        paragraph = part.paragraph
        is_bold = part.label is None and not paragraph.is_item and 0 < len(paragraph.text) <= paragraph.lead
        if is_bold and below.paragraph.is_item and is_date(paragraph.text, senses):
            found[n] = replace(part, paragraph=replace(paragraph, heading=paragraph.heading or _LOWEST))
    return found


def _marked(parts: Sequence[Part], actions: frozenset[int]) -> list[Part]:
    """The parts, the actions labelled as such, so that none of them opens a recommendation."""
    return [replace(part, label=DONE) if n in actions else part for n, part in enumerate(parts)]


def _grouped(parts: Sequence[Part], actions: frozenset[int]) -> list[Part]:
    """The parts, bullets of an outer list just above actions that are items of an inner one taken for headings."""
    inner = min(parts[n].paragraph.level if parts[n].paragraph.is_item else 0 for n in actions)
    found = list(parts)
    for n, part in enumerate(parts):
        paragraph = part.paragraph
        is_outer = n not in actions and paragraph.is_item and paragraph.level < inner
        if is_outer and n + 1 in actions and part.label is None and not number_shape(paragraph):
            found[n] = replace(part, paragraph=replace(paragraph, heading=_LOWEST, marker=None, level=0))
    return found


def _raised(parts: Sequence[Part], members: frozenset[int]) -> list[Part]:
    """The parts, lists below an action that is an item itself raised to the action's own list."""
    found, outer = list[Part](), 0
    for n, part in enumerate(parts):
        paragraph = part.paragraph
        if n in members:
            outer = paragraph.level + paragraph.is_item
            paragraph = replace(paragraph, marker=paragraph.marker if paragraph.is_numbered else None, level=0)
        found.append(replace(part, paragraph=replace(paragraph, level=max(0, paragraph.level - outer))))
    return found


def _fields(part: Part, is_action: bool, goes_on: bool, told: Closing | None) -> Iterator[Field]:
    """The fields that a part gives: its own, then those that close it; `goes_on`: it says more of the action above."""
    if part.label is not None:
        yield Field(part.label, (part.paragraph,) if part.paragraph.text else ())
        return
    paragraph = without(part.paragraph, told)
    if is_action:
        number, rest = leading_number((replace(paragraph, heading=0),), bare=True)
        yield Field(Label(DONE.text, number), rest, begins=True)
    elif told or goes_on:
        yield Field(_MORE_TO_DO, (paragraph,) if paragraph.text else (), inner=goes_on)
    if told:
        yield from (Field(label, (Paragraph(passage),), inner=True) for label, passage in told.values)
