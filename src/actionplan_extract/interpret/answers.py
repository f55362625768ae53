"""A group of lines to a recommendation with its actions, deadlines aligned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..model import (
    ActionPart,
    Cell,
    Labelled,
    Notice,
    OwnerCell,
    Paragraph,
    RecommendationPart,
    Senses,
    Timescale,
)
from ..passage import Passage, join
from . import align as alignment
from .groups import Group
from .lines import Line
from .numbering import cell_number, leading_number
from .stitch import continues_list, goes_on, join_cut, join_paragraphs, run_on, takes_up
from .units import Unit, headings_in, subheading

_LABEL_WORDS = 12
_LEAD = re.compile(r"[-–—(,:]\s*lead(?:s|\s+officer|\s+member)?\s*[:–—-]?\s*(?P<owner>[^()]+?)\s*\)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fragment:
    """What one row says of actions: the paragraphs of its action cell and the timescale cells beside it."""

    lines: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]
    timescales: tuple[tuple[Cell, str | None], ...] = ()
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A recommendation with the notices of how it was put together."""

    recommendation: RecommendationPart
    notices: tuple[Notice, ...] = field(default=())


def answer(group: Group, senses: Senses) -> Answer:
    """The recommendation that a group of lines makes, with its actions."""
    number, heading, text, theme = _front(group)
    fragments, stitched = _fragments(group)
    actions, uneven = _actions(group, fragments, theme, senses)
    own_owners = _distinct(line.owners() for line in group.lines)
    spans_all = group.key == "recommendation" and _only_first(group.lines, "owner_officer", "owner_member")
    status_spans = group.key == "recommendation" and _only_first(group.lines, "status")
    extra_spans = group.key == "recommendation" and len(fragments) == 1
    recommendation = RecommendationPart(
        number,
        heading,
        text,
        _joined(line.paragraphs("summary") for line in group.lines),
        own_owners if spans_all else _leads(heading),
        group.lines[0].status() if status_spans else (),
        (*_section(group), *(_extras(group.lines) if extra_spans else ())),
        tuple(_own(action, spans_all, status_spans, extra_spans) for action in actions),
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


# --- number, heading, text --------------------------------------------------------------------


def _front(group: Group) -> tuple[Passage, Passage, tuple[Paragraph, ...], Passage]:
    """Number, heading and text of the recommendation, and the theme its actions stand under."""
    theme = group.title
    if group.key is None:
        return Passage(), theme, (), Passage()
    number, paragraphs = _numbered(group)
    own = join(" ", [cell.passage.collapse() for line in group.lines[:1] for _, cell in line.filled("heading")])
    if group.key == "heading":
        heading, text = (own, ()) if _is_label(paragraphs) else (Passage(), paragraphs)
        heading = paragraphs[0].passage if heading and paragraphs else heading
        return number, heading, text, theme
    heading, text = (own, paragraphs) if own else _split_heading(paragraphs)
    if group.numbered:
        return number, heading, text, theme
    return number, heading or theme, text, theme if heading and heading != theme else Passage()


def _numbered(group: Group) -> tuple[Passage, tuple[Paragraph, ...]]:
    """The recommendation's number, from its column or its text, and its paragraphs without it."""
    assert group.key is not None
    paragraphs = _joined(line.paragraphs(group.key) for line in group.lines if _is_first(group, line))
    for column, cell in group.lines[0].filled("number"):
        if column.index in group.number_columns:
            return cell_number(cell.passage), paragraphs
    return leading_number(paragraphs, bare=group.numbered)


def _is_first(group: Group, line: Line) -> bool:
    """Is the line's text of the recommendation not a mere repetition of the first line's?"""
    assert group.key is not None
    return line is group.lines[0] or line.text(group.key) != group.lines[0].text(group.key)


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
    return apart and words <= _LABEL_WORDS and words < below and not first.text.rstrip().endswith((".", ";", "?", "!", ","))


def _section(group: Group) -> tuple[Labelled, ...]:
    return (Labelled("section", group.section),) if group.section and group.key is None else ()


def _leads(heading: Passage) -> tuple[OwnerCell, ...]:
    """The owners a heading names ("Archives – Lead AB")."""
    match = _LEAD.search(heading.text)
    return (OwnerCell(heading[match.start("owner") : match.end("owner")]),) if match else ()


# --- rows to fragments ------------------------------------------------------------------------


def _fragments(group: Group) -> tuple[list[Fragment], list[Notice]]:
    """The rows' fragments, those that a page cut off put back to the one before."""
    found: list[Fragment] = []
    notices: list[Notice] = []
    for line in group.lines:
        fragment = _fragment(line)
        if not found or not _may_go_on(found[-1], fragment, group.key):
            found.append(fragment)
            continue
        joined = _stitch(found[-1], fragment)
        if joined[0] != found[-1]:
            notices.append(Notice("row_stitched", "a row cut by a page break was joined", _first_words(fragment)))
        found[-1:] = joined
    return [f for f in found if f.paragraphs or f.timescales or _says_more(f)], notices


def _may_go_on(before: Fragment, fragment: Fragment, key: str | None) -> bool:
    """May the row be the rest of the one before?

    Behind a break it may; a row with a timescale, owner or number of its own may only where a
    recommendation holds the rows together. Elsewhere the sentence itself must go on.
    """
    if fragment.lines[0].after_break:
        return key is not None or not _stands_alone(fragment)
    return _is_rest(before, fragment)


def _stands_alone(fragment: Fragment) -> bool:
    return bool(fragment.timescales) or fragment.lines[0].has("number", "owner_officer", "owner_member")


def _fragment(line: Line) -> Fragment:
    columns = [column for column in line.columns if column.role == "deadline"]
    named = len(columns) > 1
    cells = [(cell, column.header.text if named else None) for column, cell in line.filled("deadline")]
    shared = () if cells else tuple((cell, None) for cell in line.merged("deadline"))
    return Fragment((line,), line.paragraphs("action"), (*cells, *shared), bool(shared))


def _first_words(fragment: Fragment) -> Passage:
    """The fragment's first words, as a place to point at."""
    return next((p.passage[:80] for p in fragment.paragraphs), Passage())


def _says_more(fragment: Fragment) -> bool:
    return any(line.has("owner_officer", "owner_member", "progress", "outcome", "status") for line in fragment.lines)


def _is_rest(before: Fragment, fragment: Fragment) -> bool:
    """Is the row, though nothing marks a break, the rest of a sentence?"""
    if not before.paragraphs or not fragment.paragraphs or fragment.timescales:
        return False
    first, last = fragment.paragraphs[0], before.paragraphs[-1]
    return not first.is_item and first.text[:1].islower() and goes_on(last.text, first.text)


def _stitch(before: Fragment, after: Fragment) -> list[Fragment]:
    """The fragments on both sides of a page break: what goes on joins the one before."""
    if not after.timescales:
        return [_merged(before, after)]
    moved, rest = _continuation(before.paragraphs, after.paragraphs)
    if (moved and not before.timescales) or not rest:
        return [_merged(before, after)]
    return [replace(before, paragraphs=join_paragraphs(before.paragraphs, moved)), replace(after, paragraphs=rest)]


def _merged(before: Fragment, after: Fragment) -> Fragment:
    """Both as one row; a sentence that a page cut before a capital letter is told by its lack of a stop."""
    cut = not _stands_alone(after)
    paragraphs = join_paragraphs(before.paragraphs, after.paragraphs, cut=cut)
    return Fragment((*before.lines, *after.lines), paragraphs, (*before.timescales, *after.timescales), before.shared)


def _continuation(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """The paragraphs behind a break that go on with the sentence or list before it, and the rest."""
    if not before:
        return (), tuple(after)
    last, count = before[-1], 0
    if after and takes_up(last, after[0]):
        last, count = run_on(last, after[0]), 1
    while count < len(after) and continues_list(last, after[count]):
        last, count = after[count], count + 1
    return tuple(after[:count]), tuple(after[count:])


# --- fragments to actions ---------------------------------------------------------------------


def _actions(group: Group, fragments: Sequence[Fragment], theme: Passage, senses: Senses) -> tuple[tuple[ActionPart, ...], list[Notice]]:
    found: list[ActionPart] = []
    notices: list[Notice] = []
    label = theme
    for fragment in fragments:
        timescales = _timescales(fragment, senses)
        for part in _aligned(fragment, timescales, senses):
            label = next((unit.heading for unit in part.units if unit.heading), label)
            found.append(_action(group, fragment, part, timescales, label))
        if any(part.alignment == "inferred" for part in _aligned(fragment, timescales, senses)):
            notices.append(_uneven(fragment, timescales))
    return tuple(found), notices


def _timescales(fragment: Fragment, senses: Senses) -> list[Timescale]:
    """Every entry of the fragment's timescale cells."""
    return [
        Timescale(cell.passage, index, milestone)
        for cell, milestone in fragment.timescales
        for index in range(len(senses.entries(cell.text)))
    ]


def _aligned(fragment: Fragment, timescales: Sequence[Timescale], senses: Senses) -> tuple[alignment.Group, ...]:
    """The fragment's actions with the indices of their timescales."""
    several_columns = len({id(cell) for cell, _ in fragment.timescales}) > 1
    if several_columns or fragment.shared or len(timescales) < 2:
        kind = "shared" if fragment.shared else "own_cell" if timescales else "none"
        return (alignment.Group(_whole(fragment.paragraphs), tuple(range(len(timescales))), kind, 1.0),)
    cell = timescales[0].cell
    entries = [alignment.Entry(cell.text[e.span[0] : e.span[1]], e.kind) for e in senses.entries(cell.text)]
    return alignment.align(fragment.paragraphs, entries)


def _whole(paragraphs: tuple[Paragraph, ...]) -> tuple[Unit, ...]:
    """All paragraphs as one unit; a subheading that opens them is taken off where it is the only one."""
    if not paragraphs or headings_in(paragraphs) != 1:
        return (Unit(paragraphs),)
    title, body = subheading(paragraphs[0])
    if not title or (body is None and len(paragraphs) == 1):
        return (Unit(paragraphs),)
    return (Unit((*((body,) if body else ()), *paragraphs[1:]), title),)


def _action(group: Group, fragment: Fragment, part: alignment.Group, timescales: Sequence[Timescale], label: Passage) -> ActionPart:
    number, paragraphs = _action_number(group, fragment, [p for unit in part.units for p in unit.paragraphs])
    lines = fragment.lines
    outcomes, resources = _labelled(lines, "outcome"), _labelled(lines, "resources")
    return ActionPart(
        paragraphs,
        number,
        label.collapse(),
        tuple(timescales[index] for index in part.entries),
        part.alignment,
        part.confidence,
        _distinct(line.owners() for line in lines),
        next((status for line in lines if (status := line.status())), ()),
        _labelled(lines, "progress"),
        outcomes[0].passage if outcomes else Passage(),
        resources[0].passage if resources else Passage(),
        (*_extras(lines), *outcomes[1:], *resources[1:]),
    )


def _action_number(group: Group, fragment: Fragment, paragraphs: list[Paragraph]) -> tuple[Passage, tuple[Paragraph, ...]]:
    for column, cell in fragment.lines[0].filled("number"):
        if column.index not in group.number_columns:
            return cell_number(cell.passage), tuple(paragraphs)
    return leading_number(paragraphs) if group.key != "recommendation" or _is_dotted(paragraphs) else (Passage(), tuple(paragraphs))


def _is_dotted(paragraphs: Sequence[Paragraph]) -> bool:
    return bool(paragraphs) and re.match(r"\s*[A-Z]{0,3}\d{1,2}\.\d", paragraphs[0].text) is not None


def _uneven(fragment: Fragment, timescales: Sequence[Timescale]) -> Notice:
    message = f"{len(fragment.paragraphs)} paragraphs stand against {len(timescales)} timescales; grouped by what they say"
    return Notice("deadlines_uneven", message, timescales[0].cell, "warning")


# --- cells of several rows --------------------------------------------------------------------


def _joined(parts: Iterable[tuple[Paragraph, ...]]) -> tuple[Paragraph, ...]:
    """Paragraphs of several rows, sentences that a break cut put together."""
    found: tuple[Paragraph, ...] = ()
    for part in parts:
        found = join_paragraphs(found, part)
    return found


def _only_first(lines: Sequence[Line], *roles: str) -> bool:
    """Does only the first line have cells of these roles (so that they speak for all)?"""
    return not any(line.has(*roles) for line in lines[1:] if not line.after_break or line.has("action"))


def _distinct(parts: Iterable[tuple[OwnerCell, ...]]) -> tuple[OwnerCell, ...]:
    """The owner cells of several rows; one that goes on behind a break is joined to the one before."""
    found: list[OwnerCell] = []
    for cell in (cell for part in parts for cell in part):
        if any(cell.passage.text.split() == other.passage.text.split() for other in found):
            continue
        same = [other for other in found if other.hint == cell.hint]
        if same and goes_on(same[-1].passage.text, cell.passage.text):
            found[found.index(same[-1])] = replace(same[-1], passage=join_cut(same[-1].passage, cell.passage))
            continue
        found.append(cell)
    return tuple(found)


def _labelled(lines: Sequence[Line], role: str) -> tuple[Labelled, ...]:
    """The cells of a role with their headers, one a column."""
    held: dict[str, Passage] = {}
    for label in (label for line in lines for label in line.labelled(role)):
        held[label.header] = _cut_joined(held[label.header], label.passage) if label.header in held else label.passage
    return tuple(Labelled(header, passage) for header, passage in held.items())


def _cut_joined(before: Passage, after: Passage) -> Passage:
    return join_cut(before, after) if goes_on(before.text, after.text) else join("\n", [before, after])


def _extras(lines: Sequence[Line]) -> tuple[Labelled, ...]:
    return _labelled(lines, "extra")


