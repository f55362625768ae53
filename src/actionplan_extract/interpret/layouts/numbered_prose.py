"""No tables: points with actions as items below them; who and when stand in brackets, behind dashes or labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from ...model import Document, Grid, Paragraph, Senses
from ..closing import WHEN, WHO, Closing, closing, without
from ..contents import FRONT, is_name, names_plan
from ..labels import Label, Part
from ..numbering import leading_number, number_shape
from ..outline import document_parts, openers, outline
from ..plan_tables import PlanTable
from ..promise import promise
from ..records import DONE, MORE, Field, is_firm, labelled_table
from . import Laid

NAME = "numbered_prose"
_SCORE = 0.65
_LEAST_ACTIONS = 2
_USUAL = 0.6  # the share of items that say who or when, from which on the items are actions
_TOLD = frozenset(("deadline", "owner_officer", "owner_member"))


def lay_out(document: Document, grids: Sequence[Grid], senses: Senses) -> Laid:
    """The items as rows; sure where most of them say who does it or when."""
    whole = document_parts(document)
    parts = [part for part, _ in whole]
    promised = {n: told for n, part in enumerate(parts) if (told := _told_by(promise, part, senses))}
    closed = {n: told for n, part in enumerate(parts) if (told := _told_by(closing, part, senses))}
    members = _members(parts, promised | closed)
    if len(members) < _LEAST_ACTIONS:
        return Laid()
    closings = {n: told for n, told in promised.items() if n in members} | closed
    closings |= _named(parts, members, closings, senses)
    parts = _raised(parts, members)
    fields = [tuple(_fields(part, n in members, closings.get(n))) for n, part in enumerate(parts)]
    opening = openers(parts, lambda n: bool(fields[n])) - members
    found = outline(
        [(part, paragraph) for part, (_, paragraph) in zip(parts, whole, strict=True)], opening, fields, senses
    )
    table = labelled_table(found.stretches, senses, found.paragraphs)
    return Laid(_SCORE, (table,)) if table and _is_plan(table, parts) else Laid()


def _is_plan(table: PlanTable, parts: Sequence[Part]) -> bool:
    """Do most items say who or when, and some both or behind a label, or does the text call itself a plan?"""
    both = "deadline" in table.roles and table.roles & {"owner_officer", "owner_member"}
    labelled = any(part.label and part.label.role[0] in _TOLD for part in parts)
    titled = any(names_plan(part.paragraph.text) for part in parts[:FRONT])
    return bool(both or labelled or titled) and is_firm(table, _LEAST_ACTIONS)


def _told_by(reader: Callable[[Paragraph, Senses], Closing | None], part: Part, senses: Senses) -> Closing | None:
    """Who and when, as a reader finds them in a part that is neither labelled nor a heading."""
    return None if part.label is not None or part.paragraph.heading else reader(part.paragraph, senses)


def _named(
    parts: Sequence[Part], members: frozenset[int], closings: Mapping[int, Closing], senses: Senses
) -> Mapping[int, Closing]:
    """Who and when at the ends of actions that seem to name nobody, where at least as many others name somebody there.

    Any name will do then ("Ubico", "Planning Strategy").
    """
    unnamed = [n for n in members if n not in closings or not closings[n].names(WHO)]
    if 2 * len(unnamed) > len(members):
        return {}
    lenient = replace(senses, is_owner=lambda text: senses.is_owner(text) or is_name(text))
    found = {n: _told_by(closing, parts[n], lenient) for n in unnamed}
    return {n: told for n, told in found.items() if told and told.names(WHO) and told.names(WHEN)}


def _members(parts: Sequence[Part], closings: Mapping[int, Closing]) -> frozenset[int]:
    """The parts that are actions: items of the one kind of which most say once, in them or below, who or when."""
    kinds = defaultdict[str, list[int]](list)
    for n, part in enumerate(parts):
        kinds[_kind(part, closings.get(n))].append(n)
    kinds.pop("", None)
    told = {kind: _told_once(places, parts, closings) for kind, places in kinds.items()}
    kind = max(told, key=lambda kind: (len(told[kind]), sum(n in closings for n in told[kind])), default="")
    if not kind or not told[kind]:
        return frozenset()
    among = [n for n in kinds[kind] if told[kind][0] <= n <= told[kind][-1]]
    return frozenset(among) if len(told[kind]) >= _USUAL * len(among) else frozenset()


def _kind(part: Part, told: Closing | None) -> str:
    """What kind of item a part is, by how its number is printed, or its bullet's level; empty where it is none.

    A paragraph that a date opens and an owner closes is one, too.
    """
    paragraph = part.paragraph
    if part.label is not None or paragraph.heading:
        return ""
    if shape := number_shape(paragraph):
        return shape
    if paragraph.is_item:
        return f"bullet {paragraph.level}"
    return "dated" if told and told.begin and told.names(WHO) and told.names(WHEN) else ""


def _told_once(places: Sequence[int], parts: Sequence[Part], closings: Mapping[int, Closing]) -> list[int]:
    """The places from which to the next one, or to a heading, who and when are told once."""

    def is_told(n: int) -> bool:
        label = parts[n].label
        follows = parts[n - 1].label if n else None
        return n in closings or (label is not None and label.role[0] in _TOLD and follows is None)

    def below(a: int, b: int) -> Iterator[int]:
        return takewhile(lambda n: not parts[n].paragraph.heading, range(a, b))

    return [a for a, b in pairwise([*places, len(parts)]) if sum(map(is_told, below(a, b))) == 1]


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


def _fields(part: Part, is_action: bool, told: Closing | None) -> Iterator[Field]:
    """The fields that a part gives: its own, then those that close it."""
    if part.label is not None:
        yield Field(part.label, (part.paragraph,) if part.paragraph.text else ())
        return
    paragraph = without(part.paragraph, told)
    if is_action:
        number, rest = leading_number((paragraph,), bare=True)
        yield Field(Label(DONE.text, number), rest, begins=True)
    elif told:
        yield Field(MORE, (paragraph,) if paragraph.text else ())
    if told:
        yield from (Field(label, (Paragraph(passage),), inner=True) for label, passage in told.values)
