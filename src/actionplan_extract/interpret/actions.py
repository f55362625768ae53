"""Fragments to actions, each with its own timescales."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import ActionPart, Alignment, Labelled, Notice, Paragraph, Senses, Timescale
from ..passage import Passage
from . import align as alignment
from .cells import distinct_owners, labelled
from .fragments import Fragment
from .groups import Group
from .lines import Line
from .numbering import cell_number, leading_number
from .prose import all_entries, prose_timescales
from .units import Unit, headings_in, subheading


def actions(
    group: Group, fragments: Sequence[Fragment], theme: Passage, senses: Senses
) -> tuple[tuple[ActionPart, ...], list[Notice]]:
    """The actions of all fragments, and notices of those that were grouped by what they say."""
    found: list[ActionPart] = []
    notices: list[Notice] = []
    label = theme
    for fragment in fragments:
        if fragment.is_title:
            label = fragment.paragraphs[0].passage.strip(": ")
            continue
        timescales = _timescales(fragment, senses)
        parts = _aligned(fragment, timescales, senses)
        for place, part in enumerate(parts):
            label = next((unit.heading for unit in part.units if unit.heading), label)
            found.append(_with_prose(_action(group, fragment, parts, place, timescales, label), group, senses))
        if any(part.alignment == "inferred" for part in parts):
            notices.append(_uneven(fragment, timescales))
    return tuple(found), notices


def _timescales(fragment: Fragment, senses: Senses) -> list[Timescale]:
    """Every entry of the fragment's timescale cells."""
    found = [scale for cell, milestone in fragment.timescales for scale in all_entries(cell.passage, senses, milestone)]
    return _listed(fragment, senses) or found if 0 < len(found) < len(fragment.paragraphs) else found


def _listed(fragment: Fragment, senses: Senses) -> list[Timescale]:
    """An entry a paragraph, where tasks, items or actions with their owners are as many as timescales; else none.

    So "Complete" above "October 2024" says how far two things are, not when one was completed.
    """
    cells = [cell for cell, _ in fragment.timescales]
    owners = [cell for line in fragment.lines for _, cell in line.filled("owner_officer", "owner_member")]
    lists = [fragment.paragraphs, *(cell.paragraphs for cell in cells)]
    are_items = all(paragraph.is_item for one in lists for paragraph in one)
    if not (are_items or all(senses.is_task(paragraph.text) for paragraph in fragment.paragraphs)):
        lists += [cell.paragraphs for cell in owners] if len(owners) == 1 else [()]
    if len(cells) != 1 or len({len(one) for one in lists}) > 1:
        return []
    found = [all_entries(paragraph.passage, senses) for paragraph in cells[0].paragraphs]
    return [one for (one, *_) in found] if all(len(entries) == 1 for entries in found) else []


def _aligned(fragment: Fragment, timescales: Sequence[Timescale], senses: Senses) -> tuple[alignment.Group, ...]:
    """The fragment's actions with the indices of their timescales."""
    named_columns = any(milestone is not None for _, milestone in fragment.timescales)
    if named_columns or fragment.shared or len(timescales) < 2:
        return (_own_group(fragment, len(timescales)),)
    return alignment.align(fragment.paragraphs, [_entry(scale, senses) for scale in timescales])


_LEVEL = 0.95
"""How sure it is that what is level belongs together."""


def _own_group(fragment: Fragment, entries: int) -> alignment.Group:
    """All of the fragment as one action, with all the entries beside it."""
    levelled = any(line.levelled for line in fragment.lines)
    kind: Alignment = "shared" if fragment.shared else "positioned" if levelled else "own_cell"
    sure = _LEVEL if levelled and entries else 1.0
    return alignment.Group(_whole(fragment.paragraphs), tuple(range(entries)), kind if entries else "none", sure)


def _entry(scale: Timescale, senses: Senses) -> alignment.Entry:
    entry = senses.entries(scale.cell.text)[scale.index]
    return alignment.Entry(scale.cell.text[slice(*entry.span)], entry.kind)


def _with_prose(action: ActionPart, group: Group, senses: Senses) -> ActionPart:
    """The action; without a timescale beside it, with those its own text gives."""
    if action.timescales:
        return action
    has_column = any(column.role == "deadline" for column in group.lines[0].columns)
    scales = prose_timescales(action.paragraphs, senses, anywhere=not has_column)
    return replace(action, timescales=scales, alignment="own_cell") if scales else action


def _whole(paragraphs: tuple[Paragraph, ...]) -> tuple[Unit, ...]:
    """All paragraphs as one unit; a subheading that opens them is taken off where it is the only one."""
    if not paragraphs or headings_in(paragraphs) != 1:
        return (Unit(paragraphs),)
    title, body = subheading(paragraphs[0])
    if not title or (body is None and len(paragraphs) == 1):
        return (Unit(paragraphs),)
    return (Unit((*((body,) if body else ()), *paragraphs[1:]), title),)


def _action(
    group: Group,
    fragment: Fragment,
    parts: Sequence[alignment.Group],
    place: int,
    timescales: Sequence[Timescale],
    label: Passage,
) -> ActionPart:
    """The action that one of a fragment's parts is; where they pair up with timescales, so may they with owners."""
    part = parts[place]
    paired = all(one.alignment == "paired" for one in parts)
    number, paragraphs = _action_number(group, fragment, part)
    lines = fragment.lines
    outcomes, resources = labelled(lines, "outcome"), labelled(lines, "resources")
    return ActionPart(
        paragraphs,
        number,
        label.collapse(),
        tuple(timescales[index] for index in part.entries),
        part.alignment,
        part.confidence,
        distinct_owners(line.owners(place, len(parts), paired=paired) for line in lines),
        next((status for line in lines if (status := line.status())), ()),
        labelled(lines, "progress"),
        outcomes[0].passage if outcomes else Passage(),
        resources[0].passage if resources else Passage(),
        (
            *labelled(lines, "extra"),
            *outcomes[1:],
            *resources[1:],
            *_left_over(group, lines),
            *(kept for line in lines for kept in line.kept),
        ),
    )


def _action_number(group: Group, fragment: Fragment, part: alignment.Group) -> tuple[Passage, tuple[Paragraph, ...]]:
    """The action's number and its paragraphs without it: an item of a list that is an action of its own is numbered."""
    paragraphs = [paragraph for unit in part.units for paragraph in unit.paragraphs]
    is_own = paragraphs[0].is_numbered if part.alignment in ("paired", "positioned") else _is_only_item(fragment)
    for column, cell in fragment.lines[0].filled("number"):
        if column.index not in group.keys.number_columns:
            return cell_number(cell.passage), tuple(paragraphs)
    return (
        leading_number(paragraphs)
        if group.keys.role != "recommendation" or is_own or _is_dotted(paragraphs)
        else (Passage(), tuple(paragraphs))
    )


def _is_only_item(fragment: Fragment) -> bool:
    """Is all that is to be done one item of a list, whose number is then its own?"""
    return len(fragment.paragraphs) == 1 and fragment.paragraphs[0].is_numbered


def _left_over(group: Group, lines: Sequence[Line]) -> Iterator[Labelled]:
    """Numbers and statuses of rows that were joined to the first one, which has its own."""
    own = {cell.text for column, cell in lines[0].filled("number") if column.index not in group.keys.number_columns}
    for role in ("number", "status"):
        said = {cell.text for column, cell in group.lines[0].filled(role) if column.index in group.keys.number_columns}
        for column, cell in (pair for line in lines for pair in line.filled(role)):
            if said and cell.text not in said | own:
                yield Labelled(column.header.text, cell.whole)
            said.add(cell.text)


def _is_dotted(paragraphs: Sequence[Paragraph]) -> bool:
    return bool(paragraphs) and re.match(r"\s*[A-Z]{0,3}\d{1,2}\.\d", paragraphs[0].text) is not None


def _uneven(fragment: Fragment, timescales: Sequence[Timescale]) -> Notice:
    message = (
        f"{len(fragment.paragraphs)} paragraphs stand against {len(timescales)} timescales; grouped by what they say"
    )
    return Notice("deadlines_uneven", message, timescales[0].cell, "warning")
