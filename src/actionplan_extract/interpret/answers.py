"""A group of lines to a recommendation with its actions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import ActionPart, Labelled, Notice, OwnerCell, Paragraph, RecommendationPart, Senses
from ..passage import Passage, join
from .actions import actions
from .cells import distinct_owners, joined, only_first
from .fragments import fragments
from .groups import Group
from .numbering import cell_number, leading_number
from .stitch import goes_on
from .units import subheading

_LABEL_WORDS = 12
_LEAD = re.compile(
    r"[-–—(,:]\s*lead(?:s|\s+officer|\s+member)?\b\s*[:–—-]?\s*(?P<owner>[^()]+?)\s*\)?\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A recommendation with the notices of how it was put together."""

    recommendation: RecommendationPart
    notices: tuple[Notice, ...] = ()


def answer(group: Group, senses: Senses) -> Answer:
    """The recommendation that a group of lines makes, with its actions."""
    number, heading, text, theme = _front(group)
    rows, stitched = fragments(group)
    found, uneven = actions(group, rows, theme, senses)
    own_owners = distinct_owners(line.owners() for line in group.lines)
    spans_all = group.keys.role == "recommendation" and only_first(group.lines, "owner_officer", "owner_member")
    status_spans = group.keys.role == "recommendation" and only_first(group.lines, "status")
    extra_spans = group.keys.role == "recommendation" and len(rows) == 1
    recommendation = RecommendationPart(
        number,
        heading,
        text,
        joined(line.paragraphs("summary") for line in group.lines),
        own_owners if spans_all else _leads(heading),
        group.lines[0].status() if status_spans else (),
        (*_section(group), *(found[0].extra if extra_spans else ())),
        tuple(_own(action, spans_all, status_spans, extra_spans) for action in found),
    )
    return Answer(recommendation, (*stitched, *uneven))


def _own(action: ActionPart, owners: bool, status: bool, extra: bool) -> ActionPart:
    """The action without what its recommendation holds for all its actions."""
    return replace(
        action,
        owners=() if owners else action.owners,
        status=() if status else action.status,
        extra=() if extra else action.extra,
    )


def _front(group: Group) -> tuple[Passage, Passage, tuple[Paragraph, ...], Passage]:
    """Number, heading and text of the recommendation, and the theme its actions stand under."""
    theme = group.theme.title
    if group.keys.role is None:
        return group.theme.number, theme, (), Passage()
    number, paragraphs = _numbered(group, group.keys.role)
    own = join(" ", [cell.passage.collapse() for line in group.lines[:1] for _, cell in line.filled("heading")])
    if group.keys.role == "heading":
        heading, text = (own, ()) if _is_label(paragraphs) else (Passage(), paragraphs)
        heading = paragraphs[0].passage if heading and paragraphs else heading
        return number, heading, text, theme
    heading, text = (own, paragraphs) if own else _split_heading(paragraphs)
    if group.keys.numbered:
        return number, heading, text, theme
    return number, heading or theme, text, theme if heading and heading != theme else Passage()


def _numbered(group: Group, key: str) -> tuple[Passage, tuple[Paragraph, ...]]:
    """The recommendation's number, from its column or its text, and its paragraphs without it."""
    first = group.lines[0].text(key)
    lines = [line for line in group.lines if line is group.lines[0] or line.text(key) != first]  # not repetitions
    paragraphs = joined(line.paragraphs(key) for line in lines)
    for column, cell in group.lines[0].filled("number"):
        if column.index in group.keys.number_columns:
            return cell_number(cell.passage), paragraphs
    return leading_number(paragraphs, bare=group.keys.numbered)


def _is_label(paragraphs: Sequence[Paragraph]) -> bool:
    """Is it a name, not a sentence?"""
    text = paragraphs[0].text.strip() if paragraphs else ""
    return len(paragraphs) <= 1 and len(text.split()) <= _LABEL_WORDS and not text.endswith((".", ";"))


def _split_heading(paragraphs: tuple[Paragraph, ...]) -> tuple[Passage, tuple[Paragraph, ...]]:
    """A title that stands apart (bold, or on its own line) and the text below it."""
    if not paragraphs:
        return Passage(), ()
    first, *rest = paragraphs
    title, body = subheading(first)
    if title and (body or rest):
        return title.collapse(), (*((body,) if body else ()), *rest)
    if rest and _is_title(first, rest):
        return first.passage.collapse().strip(": "), tuple(rest)
    return Passage(), paragraphs


def _is_title(first: Paragraph, rest: Sequence[Paragraph]) -> bool:
    words = len(first.text.split())
    below = sum(len(paragraph.text.split()) for paragraph in rest)
    apart = not first.is_item and not rest[0].is_item and not goes_on(first.text, rest[0].text)
    return (
        apart
        and words <= _LABEL_WORDS
        and words < below
        and not first.text.rstrip().endswith((".", ";", "?", "!", ","))
    )


def _section(group: Group) -> tuple[Labelled, ...]:
    return (Labelled("section", group.theme.section),) if group.theme.section and group.keys.role is None else ()


def _leads(heading: Passage) -> tuple[OwnerCell, ...]:
    """The owners a heading names ("Archives – Lead AB")."""
    match = _LEAD.search(heading.text)
    return (OwnerCell(heading[match.start("owner") : match.end("owner")]),) if match else ()
