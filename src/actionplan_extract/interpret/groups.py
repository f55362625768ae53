"""Lines gathered into the groups that are one recommendation each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..model import Paragraph
from ..passage import Passage
from .contents import is_reference
from .lines import Band, Line, section_lines
from .numbering import leading_number
from .plan_tables import PlanTable, Section
from .stitch import goes_on

_USUAL = 0.6  # the share of recommendations with a number from which on one without is no new one
_HEADING_WORDS = 16


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one recommendation.

    `title` is the heading or theme it stands under with its `number`, `section` a heading above that one;
    `number_columns` are the columns whose numbers are the recommendation's (the others' are the actions').
    """

    lines: tuple[Line, ...]
    key: str | None
    number: Passage = field(default_factory=Passage)
    title: Passage = field(default_factory=Passage)
    section: Passage = field(default_factory=Passage)
    numbered: bool = False
    number_columns: frozenset[int] = frozenset()


def groups(table: PlanTable) -> Iterator[Group]:
    """The table's groups, in reading order."""
    key = next((role for role in ("recommendation", "heading") if role in table.roles), None)
    numbers = _recommendation_numbers(table, key)
    numbered = key == "recommendation" and _numbered_share(table, numbers) >= _USUAL
    held: Group | None = None
    number = title = section = Passage()
    themed = key is None or sum(bool(_headings_above(part)) for part in table.sections) > 1
    for part in table.sections:
        above = _headings_above(part) if themed else []
        if above:
            number, title, section = Passage(), above[-1], above[-2] if len(above) > 1 else Passage()
        fresh = bool(above)
        for line in section_lines(table, part):
            if isinstance(line, Band):
                number, title, section, fresh = line.number, line.title, (title if fresh else section), True
                continue
            if held is not None and not (fresh and key is None) and not _starts(held, line, key, numbered, numbers):
                held = replace(held, lines=(*held.lines, line))
                continue
            if held is not None:
                yield held
            held, fresh = Group((line,), key, number, title, section, numbered, numbers), False
    if held is not None:
        yield held


def _recommendation_numbers(table: PlanTable, key: str | None) -> frozenset[int]:
    """The number column that numbers what `key` holds; any other one numbers the actions.

    A reference that a row has though no recommendation begins in it is the action's, and so is one
    beside recommendations whose text has numbers of its own, or one that every row of a theme has.
    """
    lines = [line for part in table.sections for line in section_lines(table, part) if isinstance(line, Line)]
    columns = table.indices("number")[:1]
    if key is None or not columns:
        return frozenset()
    alone = any(line.has("number") and not line.has(key) and not line.after_break for line in lines)
    own = sum(bool(leading_number(line.paragraphs(key))[0]) for line in lines) > len(lines) / 2
    every = key == "heading" and all(line.has("number") for line in lines)
    return frozenset() if alone or own or every else frozenset(columns)


def _numbered_share(table: PlanTable, numbers: frozenset[int]) -> float:
    """The share of filled recommendation cells that have a number, beside them or in their text."""
    lines = [line for part in table.sections for line in section_lines(table, part) if isinstance(line, Line)]
    filled = [line for line in lines if line.has("recommendation")]
    return sum(bool(_number(line, "recommendation", numbers)) for line in filled) / len(filled) if filled else 0.0


def _number(line: Line, key: str, numbers: frozenset[int]) -> str:
    for column, cell in line.filled("number"):
        if column.index in numbers and is_reference(cell.text):
            return cell.text.strip()
    return leading_number(line.paragraphs(key), bare=True)[0].text


def _starts(held: Group, line: Line, key: str | None, numbered: bool, numbers: frozenset[int]) -> bool:
    """Does the line begin a new recommendation?"""
    if key is None:
        return False
    if not line.has(key):
        return False
    text = line.text(key)
    if text == _last_text(held, key):
        return False
    if _number(line, key, numbers):
        return True
    if numbered and line.after_break:
        return False
    return not (line.after_break and goes_on(_last_text(held, key), text))


def _last_text(held: Group, key: str) -> str:
    return next((text for line in reversed(held.lines) if (text := line.text(key))), "")


def _headings_above(section: Section) -> list[Passage]:
    """The headings that stand above a section, the nearest last."""
    found: list[Passage] = []
    for paragraph in reversed(section.above):
        if not _is_heading(paragraph):
            if found:
                break
            continue
        found.append(paragraph.passage.collapse())
    return found[:2][::-1]


def _is_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    if paragraph.heading:
        return bool(text)
    return bool(text) and not paragraph.is_item and len(text.split()) <= _HEADING_WORDS and text[-1] not in ".;:,"
