"""Lines gathered into the groups that are one recommendation each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..model import Cell, Paragraph, Senses
from ..passage import Passage, join
from .bands import Band
from .contents import EDITION, is_reference
from .headers import header_words
from .labels import GOES_ON
from .lines import Line, section_lines
from .numbering import AIMS, leading_number
from .plan_tables import PlanTable, Section
from .stitch import goes_on

_SAID_WORDS = 5  # in the mean: no names of themes are so long
_USUAL = 0.6  # the share of recommendations with a number from which on one without is no new one
_HEADING_WORDS = 16
_NAMED_WORDS = 80  # of a heading that says what it is by its first word
_NAMED = re.compile(
    r"(?:recommendation|priority|objective|theme)\s+(?:[A-Z]{0,2}\d{1,2}\b|(?-i:[A-Z])\s*[:.–—-])", re.IGNORECASE
)
_RECOMMENDED = re.compile(r"\s*(?:key\s+)?(?:recommendation|rec)\.?\s*[A-Z]{0,2}\d|\s*R\d", re.IGNORECASE)
_LEAD = re.compile(r"\s*(?:lead|owner|responsible)(?:\s+(?:officer|director|member))?\s*:\s*(?=\S)", re.IGNORECASE)
_BODY = re.compile(
    r"(?:[\w'’&-]+,? ){1,7}(?:council|(?:combined|national park) authority|fire (?:and|&) rescue (?:service|authority))"
    r"|(?:city of|(?:london|royal) borough of) (?:[\w'’&-]+ ?){1,5}",
    re.IGNORECASE,
)
_CONTINUED = re.compile(r"[\s,–—-]*[(\[]?\b(?:(?:continued|cont[’']?d|ctd)\b\.?|cont\.)[)\]]?(?=\W|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Theme:
    """The heading or band that rows stand under: its number, the heading above it, who leads it, the text below it."""

    title: Passage = field(default_factory=Passage)
    number: Passage = field(default_factory=Passage)
    section: Passage = field(default_factory=Passage)
    lead: Passage = field(default_factory=Passage)
    text: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Keys:
    """What tells a table's recommendations apart.

    `role` is the column that says what a row's action answers (None: nothing does), `numbered` whether
    most of them have a number; `number_columns` hold the recommendations' numbers, others the actions'.
    `named`: headings in a column, beside recommendations a new one at each, count up from 1.
    `counted`: the headings that rows stand under count up from 1; `each`: each of them above one recommendation.
    `themed`: a column of themes beside the recommendations, where a blank means the theme above.
    `aims`: the recommendations are objectives or the like, which may be mere names.
    """

    role: str | None
    numbered: bool = False
    number_columns: frozenset[int] = frozenset()
    themed: bool = False
    counted: bool = False
    each: bool = False
    named: bool = False
    aims: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one recommendation; `label` is what its column of headings or themes says."""

    lines: tuple[Line, ...]
    theme: Theme
    keys: Keys
    label: Passage = field(default_factory=Passage)


def groups(table: PlanTable, senses: Senses) -> Iterator[Group]:
    """The table's groups, in reading order."""
    sections = [tuple(section_lines(table, section)) for section in table.sections]
    keys = _keys(table, [line for lines in sections for line in lines if isinstance(line, Line)], senses)
    lines = list(_themed_lines(table, sections, keys.role))
    keys = _with_counts(keys, lines)
    held: Group | None = None
    rows: list[Line] = []
    for theme, line in lines:
        if held is not None and not _starts(held, rows, theme, line):
            rows.append(line)
            continue
        above = held.label if held is not None and keys.themed else Passage()
        if held is not None:
            yield replace(held, lines=tuple(rows))
        held, rows = Group((line,), theme, keys, _label(line) or above), [line]
    if held is not None:
        yield replace(held, lines=tuple(rows))


def _with_counts(keys: Keys, lines: Sequence[tuple[Theme, Line]]) -> Keys:
    """The keys, with what the numbers of the headings that the lines stand under tell."""
    counted = _count_up(dict.fromkeys(theme.title.text for theme, _ in lines))
    begun = {(theme.title.text, text) for theme, line in lines if keys.role and (text := line.text(keys.role))}
    return replace(keys, counted=counted, each=counted and len(begun) == len({title for title, _ in begun}))


def _count_up(titles: Iterable[str]) -> bool:
    """Do several headings begin with numbers, or codes of one series, that count up from 1?"""
    numbers = [leading_number((Paragraph(Passage.of(title)),), bare=True)[0].text for title in titles]
    series = {number.rstrip("0123456789") for number in numbers}
    counts = [number.removeprefix(next(iter(series))) for number in numbers]
    return len(numbers) > 1 and len(series) == 1 and counts == [str(n) for n in range(1, len(numbers) + 1)]


def _themed_lines(
    table: PlanTable, sections: Sequence[Sequence[Line | Band]], key: str | None
) -> Iterator[tuple[Theme, Line]]:
    """The table's lines, each with the theme it stands under."""
    themed = key is None or sum(bool(_headings_above(part)) for part in table.sections) > 1
    theme, trail, after_band = Theme(), list[Paragraph](), False
    for part, lines in zip(table.sections, sections, strict=True):
        above = _headings_above(part) if themed else []
        if above and not _continues(above[-1], theme):
            trail = _trail(trail, above)
            held = Theme(_title(trail, 1), section=_title(trail, 2), lead=_lead(part), text=_text(part, above[-1]))
            theme = theme if _takes_up(theme, above[-1].text) else held
        for line in lines:
            if isinstance(line, Band) and key is None and _is_within(theme, line):
                yield theme, _titled_line(table, line)
            elif isinstance(line, Band) and not _takes_up(theme, line.title.text):
                section = theme.title if after_band or above else theme.section
                theme, after_band = Theme(line.title, line.number, section), True
            elif isinstance(line, Line):
                yield theme, line
                above, after_band = [], False


def _takes_up(theme: Theme, heading: str) -> bool:
    """Does a heading say that the theme above goes on, by as much of its title as tells that it is meant?"""
    again = GOES_ON.search(heading)
    start = heading[: again.start()].strip(" :.–—-") if again else ""
    title = theme.title.text
    return bool(start) and title.startswith(start) and not title.removeprefix(start)[:1].isalnum()


def _is_within(theme: Theme, band: Band) -> bool:
    """Is a band a subheading of the recommendation it stands under?"""
    return bool(_RECOMMENDED.match(theme.title.text)) and not _RECOMMENDED.match(band.title.text) and not band.number


def _titled_line(table: PlanTable, band: Band) -> Line:
    """A band as the line of a subheading: all it says stands among the actions."""
    title = Cell(0, 0, (Paragraph(band.title),), column_span=len(table.columns))
    cells = tuple(title if column.role == "action" else None for column in table.columns)
    return Line(table.columns, cells, (None,) * len(cells), heads=True)


def _trail(trail: Sequence[Paragraph], above: Sequence[Paragraph]) -> list[Paragraph]:
    """The headings that hold for what follows: those of a higher level stay, over a mere label all that have one."""
    level = above[0].heading
    return [*(held for held in trail if held.heading and (not level or held.heading < level)), *above]


def _continues(heading: Paragraph, theme: Theme) -> bool:
    """Does a heading say again what the theme's says, and that it goes on ("Table 1 (continued)")?"""
    parts = _CONTINUED.split(heading.text, maxsplit=1)
    again, held = (" ".join(text.split()).casefold() for text in ("".join(parts), theme.title.text))
    return len(parts) > 1 and bool(again) and re.match(rf"{re.escape(again)}(?!\w)", held) is not None


def _title(trail: Sequence[Paragraph], place: int) -> Passage:
    """The text of the heading at a place from the end, with its number; empty where there is none."""
    if len(trail) < place:
        return Passage()
    title = trail[-place].whole.collapse()
    again = GOES_ON.search(title.text)
    return title[: again.start()] if again else title


def _keys(table: PlanTable, lines: Sequence[Line], senses: Senses) -> Keys:
    role = next((role for role in ("recommendation", "heading") if role in table.roles), None)
    columns = _recommendation_numbers(table, lines, role)
    begun = [line for line in lines if role == "recommendation" and line.has(role)]
    numbered = role == "recommendation" and _numbered_share(begun, columns) >= _USUAL
    labels = [text for line in begun or lines if (text := _label(line).text) or begun]
    counted = _count_up(labels if begun else dict.fromkeys(labels))
    themed = any(line.has("heading") for line in begun) and not all(line.has("heading") for line in begun)
    return Keys(role, numbered, columns, themed, named=counted, aims=_are_aims(begun, senses))


def _are_aims(lines: Sequence[Line], senses: Senses) -> bool:
    """Do lines under the header of objectives or the like hold names ("Safe streets"), most of them no tasks?"""
    headers = {column.header.text for line in lines for column, _ in line.filled("recommendation")}
    if not any(AIMS.intersection(header_words(header)) for header in headers):
        return False
    texts = dict.fromkeys(line.text("recommendation") for line in lines)
    return 2 * sum(map(senses.is_task, texts)) < len(texts)


def _label(line: Line) -> Passage:
    """What a line's heading column says."""
    return join(" ", [cell.passage.collapse() for _, cell in line.filled("heading")])


def _recommendation_numbers(table: PlanTable, lines: Sequence[Line], key: str | None) -> frozenset[int]:
    """The number column that numbers what `key` holds; any other one numbers the actions.

    A reference that a row has though no recommendation begins in it is the action's, and so is one
    beside recommendations whose text has numbers of its own, or one that every row of a theme has.
    """
    candidates = table.indices("number")[:1]
    if key is None or not candidates:
        return frozenset()
    named = set(header_words(table.columns[candidates[0]].header.text))
    if named & {"rec", "recommendation", "action"}:
        return frozenset() if "action" in named else frozenset(candidates)
    filled = [any(column.index in candidates for column, _ in line.filled("number")) for line in lines]
    alone = any(has and not line.has(key) and not line.after_break for has, line in zip(filled, lines, strict=True))
    own = sum(bool(leading_number(line.paragraphs(key))[0]) for line in lines) > len(lines) / 2
    every = key == "heading" and all(filled) and not _is_said_each(lines)
    return frozenset() if alone or own or every else frozenset(candidates)


def _is_said_each(lines: Sequence[Line]) -> bool:
    """Does each row have a heading of its own, and of so many words that it says what the action answers?"""
    texts = [_label(line).text for line in lines]
    return len(set(texts)) == len(texts) and sum(len(text.split()) for text in texts) >= _SAID_WORDS * len(texts)


def _numbered_share(lines: Sequence[Line], numbers: frozenset[int]) -> float:
    """The share of lines with a recommendation that have its number, beside it or in its text."""
    return sum(bool(_number(line, "recommendation", numbers)) for line in lines) / len(lines) if lines else 0.0


def _number(line: Line, key: str, numbers: frozenset[int]) -> str:
    for column, cell in line.filled("number"):
        if column.index in numbers and is_reference(cell.text):
            return cell.text.strip()
    return leading_number(line.paragraphs(key), bare=True)[0].text


def _starts(held: Group, rows: Sequence[Line], theme: Theme, line: Line) -> bool:
    """Does the line begin a new recommendation, below the rows of the one before?"""
    key = held.keys.role
    if key is None:
        return theme != held.theme
    if not line.has(key):
        return False
    number = _number(line, key, held.keys.number_columns)
    if number and number != _last(rows, lambda other: _number(other, key, held.keys.number_columns)):
        return True
    text, before = line.text(key), _last(rows, lambda other: other.text(key))
    if text == before and key == "recommendation" and not line.after_break:
        return bool(held.label and (label := _label(line)) and label.text != held.label.text)
    if text == before or (held.keys.numbered and line.after_break):
        return False
    return not (line.after_break and goes_on(before, text))


def _last(rows: Sequence[Line], told: Callable[[Line], str]) -> str:
    """The last that some rows tell of something."""
    return next((text for line in reversed(rows) if (text := told(line))), "")


def _headings_above(section: Section) -> list[Paragraph]:
    """The headings that stand above a section, the nearest last."""
    found: list[Paragraph] = []
    items = sum(paragraph.is_item for paragraph in section.above)
    for paragraph in reversed(section.above):
        if _is_heading(paragraph, items) and not (found and found[0].heading and not paragraph.heading):
            found.insert(0, paragraph)
        elif found:
            break
    return found[-2:]


def _text(section: Section, heading: Paragraph) -> tuple[Paragraph, ...]:
    """What stands between a heading and the rows, but for who leads it."""
    below = section.above[next(n for n, p in enumerate(section.above) if p is heading) + 1 :]
    return tuple(paragraph for paragraph in below if not _LEAD.match(paragraph.text))


def _lead(section: Section) -> Passage:
    """Who leads what stands below, where a line above it says so ("Lead: Director of Resources")."""
    for paragraph in section.above:
        match = _LEAD.match(paragraph.text)
        if match and not paragraph.heading:
            return paragraph.passage[match.end() :].strip()
    return Passage()


def _is_heading(paragraph: Paragraph, items: int) -> bool:
    """Is a paragraph above a table a heading? One with a number may be, unless it is one of several items."""
    is_item = paragraph.is_item and not (paragraph.is_numbered and items == 1)
    text = paragraph.text.strip()
    if paragraph.heading:
        return bool(text)
    if _NAMED.match(text):
        return len(text.split()) <= _NAMED_WORDS
    if _BODY.fullmatch(text) or _LEAD.match(text) or EDITION.match(text) or GOES_ON.fullmatch(text):
        return False
    return bool(text) and not is_item and len(text.split()) <= _HEADING_WORDS and text[-1] not in ".;:,"
