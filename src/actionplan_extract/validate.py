"""Checks of a finished plan: rules across fields, and that no word of its tables was lost.

The count of words starts anew from the reader's verbatim text and the written plan, and shares no code
with the extraction that it checks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .model import Cell, Document, Paragraph, PlanColumns, PlanParts
from .schema import Action, ActionPlan, Recommendation

_WORD = re.compile(r"[^\W_]+")
# Cells of these roles are split into entries; what they are split at is no content.
_SPLIT = frozenset(("owner_officer", "owner_member", "deadline"))
_SEPARATORS = re.compile(
    r"\b(?:and|then|with(?:\s+(?:input|support|help)\s+from)?)\b|^\s*\(?(?:[a-z]|\d{1,2})[.)](?=\s)"
    r"|^\s*\d{1,2}\.\d{1,2}(?=\s+[a-z])",
    re.IGNORECASE | re.MULTILINE,
)
# The word that announces a number is no part of it.
_ANNOUNCED = re.compile(
    r"^\s*(?:key\s+)?(?:recommendation|rec|action|proposal|objective|priority|issue|item|area|ref|no|number)\b\.?:?\s*"
    r"(?:no\.?\s*|number\s*|#\s*)?(?=[A-Z]{0,3}\d)",
    re.IGNORECASE,
)
_REPEATED = frozenset(("recommendation", "heading", "summary", "number"))


@dataclass(frozen=True)
class Conservation:
    """How many words the plan's tables hold, which of them are nowhere in the plan, and how many only in `extra`."""

    words: int
    lost: Counter[str]
    in_extra: int = 0

    @property
    def words_kept(self) -> float:
        """The share of words in named fields and extra, 0 to 1; 1 where there are none."""
        return 1.0 if not self.words else round(1 - self.lost.total() / self.words, 4)

    @property
    def words_named(self) -> float:
        """The share of words in named fields, 0 to 1: what stands in `extra` is not among them."""
        return 1.0 if not self.words else round(1 - (self.lost.total() + self.in_extra) / self.words, 4)


def check_conservation(document: Document, parts: PlanParts, plan: ActionPlan) -> Conservation:
    """Every word of the plan's tables, header cells and titles above them aside, against every word of the plan.

    Of labelled fields, every word of them and of what stands between counts; the labels are kept as such, those
    within the cells of a table, too. A value
    that stands on several objects (an owner of all actions) counts once: by its evidence. A recommendation or theme
    printed again in the row below counts once, too.
    """
    front = {id(paragraph) for paragraph in parts.front}
    texts = (text for held in parts.tables for text in _source_texts(document, held, front))
    labels = (label for held in parts.tables for label in _labels(document, held))
    source, kept = _count(texts), _plan_texts(plan)
    named, extra = _count((*kept[False], *labels)), _count(kept[True])
    return Conservation(source.total(), source - named - extra, (source & extra).total())


def _source_texts(document: Document, held: PlanColumns, front: set[int]) -> Iterator[str]:
    return _labelled_texts(document, held) if held.labelled else _table_texts(document, held, front)


def _labels(document: Document, held: PlanColumns) -> Iterator[str]:
    """The labels of fields; in a table with headers those that stand within cells."""
    headers = (
        set()
        if held.labelled
        else {_key("\n".join(map(_printed, c.paragraphs))) for _, c in _placed_cells(document, held)}
    )
    yield from (title.text for title in held.titles if _key(title.text) not in headers)


def _labelled_texts(document: Document, held: PlanColumns) -> Iterator[str]:
    cells = (cell for table in document.tables if table.index in held.tables for cell in table.cells)
    paragraphs = (*(p for cell in cells for p in cell.paragraphs), *held.paragraphs)
    yield from (_SEPARATORS.sub(" ", _ANNOUNCED.sub("", _printed(paragraph))) for paragraph in paragraphs)


def _table_texts(document: Document, held: PlanColumns, front: set[int]) -> Iterator[str]:
    headers = {_key(title.text) for title in held.titles}
    repeating = {column.index for column in held.columns if column.role in _REPEATED}
    split = {column.index for column in held.columns if column.role in _SPLIT}
    above: dict[int, str] = {}
    for column, cell in _placed_cells(document, held):
        if any(id(paragraph) in front for paragraph in cell.paragraphs):
            continue
        text = "\n".join(map(_printed, cell.paragraphs))
        key = _key(text)
        is_repeated = column in repeating and above.get(column) == key
        above[column] = key or above.get(column, "")
        if not is_repeated and key not in headers:
            yield _SEPARATORS.sub(" ", text) if column in split else _ANNOUNCED.sub("", text)


def _placed_cells(document: Document, held: PlanColumns) -> Iterator[tuple[int, Cell]]:
    """The source's cells with their columns; a stream of cells is counted off in rows."""
    for table in document.tables:
        for cell in table.cells if table.index in held.tables else ():
            yield cell.column if table.columns else cell.column % len(held.columns), cell


def _printed(paragraph: Paragraph) -> str:
    """The paragraph's text, led by its number."""
    return f"{paragraph.glyph} {paragraph.text}" if paragraph.is_numbered else paragraph.text


def _count(texts: Iterable[str]) -> Counter[str]:
    return Counter(_words("\n".join(texts)))


def _plan_texts(plan: ActionPlan) -> dict[bool, list[str]]:
    """Each text of the plan once, however many objects carry it; under True those in `extra`, else those of fields."""
    seen: set[tuple[object, ...]] = set()
    found: dict[bool, list[str]] = {False: [plan.document.title or ""], True: []}
    for holder in _holders(plan):
        places: dict[str, list[object]] = {}
        for entry in holder.evidence:
            where = (entry.page, entry.table, entry.row, entry.column, entry.path, entry.span)
            places.setdefault(entry.field.removesuffix("/text"), []).append(where)
        for pointer, text in _values(holder):
            is_extra = pointer.startswith("/extra")
            mark = (is_extra, text, *places.get(pointer, [id(holder), pointer]))
            if text and mark not in seen:
                seen.add(mark)
                found[is_extra].append(text)
    return found


def _holders(plan: ActionPlan) -> Iterator[Recommendation | Action]:
    for recommendation in plan.recommendations:
        yield recommendation
        yield from recommendation.actions


def _values(holder: Recommendation | Action) -> Iterator[tuple[str, str]]:
    """Each text of an object with the pointer its evidence has ("" for its own text)."""
    yield "", holder.text
    yield "/number", holder.number or ""
    yield from ((f"/owners/{n}", owner.text) for n, owner in enumerate(holder.owners))
    yield from ((f"/extra/{n}", extra.text) for n, extra in enumerate(holder.extra))
    yield "/status", (holder.status.text or "") if holder.status else ""
    if isinstance(holder, Recommendation):
        yield "/heading", holder.heading or ""
        yield from ((f"/summary/{n}", point) for n, point in enumerate(holder.summary))
        return
    yield "/group", holder.group or ""
    yield "/outcome", holder.outcome or ""
    yield "/resources", holder.resources or ""
    yield from ((f"/deadlines/{n}", deadline.text) for n, deadline in enumerate(holder.deadlines))
    yield from ((f"/progress/{n}", note.text) for n, note in enumerate(holder.progress))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _key(text: str) -> str:
    return "".join(_words(text))


def broken_rules(plan: ActionPlan) -> list[str]:
    """What is wrong across fields, a sentence each; none in a plan that may be written.

    Identifiers are unique and in reading order, an action without deadlines has no alignment and one
    with deadlines has, spans and years are in order, evidence points at fields that are there.
    """
    return [*_id_errors(plan), *_alignment_errors(plan), *_span_errors(plan)]


def _id_errors(plan: ActionPlan) -> Iterator[str]:
    expected = [f"r{n:02}" for n in range(1, len(plan.recommendations) + 1)]
    if [recommendation.id for recommendation in plan.recommendations] != expected:
        yield "recommendation ids do not count up from r01"
    for recommendation in plan.recommendations:
        wanted = [f"{recommendation.id}.a{n:02}" for n in range(1, len(recommendation.actions) + 1)]
        if [action.id for action in recommendation.actions] != wanted:
            yield f"action ids of {recommendation.id} do not count up from a01"


def _alignment_errors(plan: ActionPlan) -> Iterator[str]:
    for action in _actions(plan):
        if (action.alignment == "none") != (not action.deadlines):
            yield f"{action.id} has {len(action.deadlines)} deadlines but alignment {action.alignment!r}"


def _span_errors(plan: ActionPlan) -> Iterator[str]:
    for action in _actions(plan):
        for entry in action.evidence:
            if entry.span and entry.span[0] > entry.span[1]:
                yield f"{action.id}: evidence of {entry.field} ends before it starts"


def _actions(plan: ActionPlan) -> Iterable[Action]:
    return (action for recommendation in plan.recommendations for action in recommendation.actions)
