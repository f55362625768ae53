"""A group of lines to a recommendation with its actions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..model import ActionPart, Labelled, Notice, OwnerCell, Paragraph, RecommendationPart, Senses
from ..passage import Passage
from .actions import actions
from .cells import distinct_owners, joined, only_first
from .contents import is_reference
from .fragments import fragments
from .groups import LED_END, Group, Theme
from .numbering import cell_number, leading_number, title_number
from .stitch import goes_on
from .units import subheading

_LABEL_WORDS = 12
_NAMED = re.compile(r"(?:key\s+)?(?:recommendation|rec)\.?\s*[A-Z]{0,2}\d|R\d", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*[A-Z][A-Za-z]+(?: [a-z]+){1,3} (?P<number>\d{1,2}[a-z]?)\s*")  # "Area for improvement 3"


@dataclass(frozen=True, slots=True)
class Answer:
    """A recommendation with the notices of how it was put together."""

    recommendation: RecommendationPart
    notices: tuple[Notice, ...] = ()


def answer(group: Group, senses: Senses) -> Answer:
    """The recommendation that a group of lines makes, with its actions."""
    front = _front(group, senses)
    rows, stitched = fragments(group, senses)
    found, uneven = actions(group, rows, front.theme, senses)
    own_owners = distinct_owners(line.owners() for line in group.lines)
    is_alone = group.keys.role is None and group.keys.counted and len(group.lines) == 1
    is_merged = len(group.lines) > 1 and bool(group.label) and all(line.owners() for line in group.lines)
    is_answer = group.keys.role == "recommendation" or is_alone or is_merged
    is_first = is_answer and only_first(group.lines, "owner_officer", "owner_member")
    spans_all = is_first and not any(_is_owned_apart(action, own_owners) for action in found)
    status_spans = group.keys.role == "recommendation" and only_first(group.lines, "status") and not _rates_apart(group)
    extra_spans = group.keys.role == "recommendation" and len(rows) == 1
    recommendation = RecommendationPart(
        front.number,
        front.heading,
        front.text,
        joined(line.paragraphs("summary") for line in group.lines),
        (own_owners if spans_all else ()) or _leads(group, front.heading),
        group.lines[0].status() if status_spans else (),
        (
            *_section(group),
            *(found[0].extra if extra_spans else ()),
            *(said for line in group.lines for said in line.below),
        ),
        tuple(_own(action, spans_all, status_spans, extra_spans) for action in found),
    )
    return Answer(recommendation, (*stitched, *uneven))


def _rates_apart(group: Group) -> bool:
    """Do rows of the recommendation behind its first have a status or colour of their own?"""
    return any(line.rates() and not line.after_break for line in group.lines[1:])


def _is_owned_apart(action: ActionPart, owners: tuple[OwnerCell, ...]) -> bool:
    """Does one of several actions of a cell have but some of its recommendation's owners?"""
    return action.alignment == "paired" and bool(action.owners) and action.owners != owners


def _own(action: ActionPart, owners: bool, status: bool, extra: bool) -> ActionPart:
    """The action without what its recommendation holds for all its actions."""
    return replace(
        action,
        owners=() if owners else action.owners,
        status=() if status else action.status,
        extra=() if extra else action.extra,
    )


@dataclass(frozen=True, slots=True)
class Front:
    """What names a recommendation, and the theme that its actions stand under."""

    number: Passage = field(default_factory=Passage)
    heading: Passage = field(default_factory=Passage)
    text: tuple[Paragraph, ...] = ()
    theme: Passage = field(default_factory=Passage)


def _front(group: Group, senses: Senses) -> Front:
    """Number, heading and text of the recommendation, by what tells it from the others."""
    if group.keys.role is None:
        return _themed_front(group.theme, group.keys.counted, senses)
    number, paragraphs = _numbered(group, group.keys.role)
    if group.keys.role == "heading" or (group.keys.aims and not group.label and _is_label(paragraphs)):
        return _labelled_front(group, number, paragraphs)
    return _worded_front(group, number, paragraphs)


def _themed_front(theme: Theme, counted: bool, senses: Senses) -> Front:
    """A heading: a name is one, a sentence with a number the text; so is what stands below "Recommendation 3".

    What follows those words and begins as a task does is the text, too, however short.
    `counted`: a bare number before it is its number.
    """
    if is_reference(theme.title.text):
        return Front(cell_number(theme.title), text=theme.text)
    if theme.text and (named := _NUMBERED.fullmatch(theme.title.text)):
        return Front(theme.title[slice(*named.span("number"))], text=theme.text)
    number, title = title_number(theme.title, bare=counted)
    paragraph = (Paragraph(title),) if title else ()
    is_recommended = bool(_NAMED.match(theme.title.text)) and senses.is_task(title.text)
    if number and (is_recommended or not _is_label(paragraph)):
        return Front(theme.number or number, text=(*paragraph, *theme.text))
    return Front(theme.number or number, title, text=theme.text if number else ())


def _labelled_front(group: Group, number: Passage, paragraphs: tuple[Paragraph, ...]) -> Front:
    """A column of issues, objectives or themes: a name is the heading, a sentence the text."""
    if _is_label(paragraphs):
        heading = paragraphs[0].passage if paragraphs else group.label
        return Front(number, heading, theme=group.theme.title)
    return Front(number, text=paragraphs, theme=group.theme.title)


def _worded_front(group: Group, number: Passage, paragraphs: tuple[Paragraph, ...]) -> Front:
    """A column of recommendations; themes are their headings, or where they have numbers their actions' groups."""
    is_named = bool(_NAMED.match(group.theme.title.text)) or group.keys.each
    issue = (Paragraph(group.label),) if group.label else ()
    if group.keys.each and issue and not _is_label(issue):  # "1. User access" stands above what was found there
        own_number, heading = title_number(group.theme.title, bare=True)
        return Front(number or own_number, heading, (*issue, *paragraphs))
    if is_named and not number and not group.label:
        title = group.theme.title
        if is_reference(title.text):
            return Front(cell_number(title), text=paragraphs)
        own_number, heading = title_number(title, bare=group.keys.each)
        return Front(own_number, heading, paragraphs)
    heading, text = _split_heading(paragraphs)
    own = group.label if not (group.keys.themed and group.keys.numbered) else Passage()
    theme = group.theme.title if own or not group.label else group.label
    if own and group.keys.named and not number:
        number, own = title_number(own, bare=True)
    if own:
        heading, text = own, paragraphs
    if group.keys.numbered or not theme:
        return Front(number, heading, text, theme)
    return Front(number, heading or theme, text, theme if heading and heading != theme else Passage())


def _numbered(group: Group, key: str) -> tuple[Passage, tuple[Paragraph, ...]]:
    """The recommendation's number, from its column or its text, and its paragraphs without it."""
    first = group.lines[0].text(key)
    lines = [line for line in group.lines if line is group.lines[0] or line.text(key) != first]  # not repetitions
    paragraphs = joined(line.paragraphs(key) for line in lines)
    for column, cell in group.lines[0].filled("number"):
        if column.index in group.keys.number_columns:
            return cell_number(cell.passage), paragraphs
    return leading_number(paragraphs, bare=group.keys.numbered or (group.keys.named and key == "heading"))


def _is_label(paragraphs: Sequence[Paragraph]) -> bool:
    """Is it a name, not a sentence?"""
    text = paragraphs[0].text.strip() if paragraphs else ""
    return len(paragraphs) <= 1 and len(text.split()) <= _LABEL_WORDS and not text.endswith((".", ";"))


def _split_heading(paragraphs: tuple[Paragraph, ...]) -> tuple[Passage, tuple[Paragraph, ...]]:
    """A title that stands apart (bold, or on its own line) and the text below it."""
    if not paragraphs:
        return Passage(), ()
    first, *rest = paragraphs
    title, body = subheading(first, closed=True)
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


def _leads(group: Group, heading: Passage) -> tuple[OwnerCell, ...]:
    """The owners a heading, or a line below it, names ("Archives – Lead AB")."""
    match = LED_END.search(heading.text)
    named = [heading[match.start("owner") : match.end("owner")]] if match else []
    return tuple(OwnerCell(passage) for passage in (*named, group.theme.lead) if passage)
