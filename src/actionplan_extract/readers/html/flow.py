"""The blocks of a page in reading order: paragraphs, list items, headings and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, groupby
from typing import TYPE_CHECKING

from ...limits import DEFAULT, Limits
from ...model import Block, Cell, Paragraph, Table
from ...passage import Passage, Place, join
from .._blocks import inline_items, item, nested_by_glyph
from .._transcript import Transcript, seen
from .grid import Layout, Slot, list_layout, part_name, table_layout, unnested_layout
from .lists import BULLET, Counts
from .purpose import alternative, fill, is_for_layout
from .styles import Declarations
from .visible import Sight, classes, has_no_text, is_alternative, landmark

if TYPE_CHECKING:
    from bs4.element import Tag

_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|br|caption|center|d[dlt]|details|dialog|div|fieldset|figcaption|figure"
    "|footer|form|h[1-6]|header|hr|html|legend|li|main|ol|option|p|pre|section|summary|t(?:able|body|d|foot|h|head|r)"
    "|title|ul"
)
_HEADING = re.compile(r"h([1-6])")
_LISTS = frozenset(("ul", "ol"))
_BOLD = frozenset(("b", "strong", "u"))
_NOT_BOLD = re.compile(r"normal|lighter|[1-5]00")
_AS_IS = re.compile(r"pre\b|pre-(?:wrap|line)|break-spaces")
_DISPLAYED_AS_BLOCK = re.compile(r"block|flex|grid|table|list-item")
_WORD_LEVEL = re.compile(r"\blevel([1-9])\b")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_SUMMARY = 6  # level of the heading of what unfolds, where it holds none itself
_UNFOLDS = frozenset(("aria-controls", "aria-expanded"))
_SHOWN = 80


@dataclass
class Reading:
    """What is gathered while a page is read: its text, its tables' count, what stands around it and what it hides.

    `met` names the limits that left something unread.
    """

    sight: Sight
    limits: Limits = DEFAULT
    content: Tag | None = None
    transcript: Transcript = field(default_factory=Transcript)
    counts: Counts = field(default_factory=Counts)
    tables: int = 0
    furniture: list[Passage] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    met: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Context:
    """What an element stands in: a list item of a level, a heading, bold text, text whose lines are kept."""

    level: int = 0
    in_item: bool = False
    heading: int = 0
    bold: bool = False
    as_is: bool = False
    in_content: bool = False
    ignored: bool = False
    depth: int = 0


@dataclass
class _Open:
    """A block while its text is gathered, white space closed up as it comes."""

    context: Context = field(default_factory=Context)
    parts: list[str] = field(default_factory=list)
    length: int = 0
    lead: int = 0

    def add(self, text: str, context: Context) -> None:
        """A run of the block's text."""
        text = text.lstrip() if not self.parts else text.lstrip(" ") if self.parts[-1].endswith(" ") else text
        if not text:
            return
        self.context = self.context if self.parts else context
        self.parts.append(text)
        self.length += len(text)
        if (context.bold or text.isspace()) and self.lead + len(text) == self.length:
            self.lead = self.length


class Flow:
    """Gathers the blocks of a page, or (given a `place`) the paragraphs of a cell, each written down as it ends."""

    def __init__(self, reading: Reading, place: Place | None = None) -> None:
        self.blocks: list[Block] = []
        self._reading = reading
        self._place = place
        self._open = _Open()
        self._marker: str | None = None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs gathered so far, an item one level in where its bullet is not its list's first one."""
        return tuple(nested_by_glyph(block for block in self.blocks if isinstance(block, Paragraph)))

    @property
    def _in_table(self) -> bool:
        return self._place is not None and self._place.table is not None

    def walk(self, element: Tag, context: Context) -> None:
        """Gather what an element holds, as a block of its own."""
        self._close()
        self._inside(element, context)
        self._close()

    def _inside(self, element: Tag, context: Context) -> None:
        from bs4.element import CData, NavigableString, PreformattedString, Tag

        if context.depth > self._reading.limits.html_depth:
            self._reading.met.add("html_depth")
            self._text(element.get_text(" "), context)
            return
        for child in element.children:
            if isinstance(child, Tag):
                self._element(child, context)
            elif isinstance(child, NavigableString) and (
                isinstance(child, CData) or not isinstance(child, PreformattedString)
            ):
                self._text(str(child), context)

    def _text(self, text: str, context: Context) -> None:
        if context.ignored:
            return
        for number, line in enumerate(seen(text).splitlines() if context.as_is else [seen(text)]):
            if number:
                self._close()
            self._open.add(_SPACES.sub(" ", line), context)

    def _element(self, element: Tag, context: Context) -> None:
        if has_no_text(element) or (element.name == "button" and not _is_heading_button(element, context)):
            return
        if element is self._reading.content:
            self.walk(element, replace(context, ignored=False, in_content=True))
        elif not self._in_table and (part := landmark(element, context.in_content)):
            self._around(element, part, context)
        elif self._reading.sight.is_hidden(element):
            self._hide(element, context)
        else:
            self._shown(element, context)

    def _shown(self, element: Tag, context: Context) -> None:
        style, name = self._reading.sight.styles.of(element), part_name(element)
        inner = _inner(element, style, context)
        if "ignore" in style.get("mso-list", ""):
            self._marker = _word_marker(element)
        elif name == "br":
            self._close()
        elif name == "table" and not context.ignored:
            self._table(element, inner)
        elif name == "dl" and self._place is None and not context.ignored:
            self._terms(element, inner)
        elif name == "li":
            self._list_item(element, inner, style)
        elif (
            _BLOCKS.fullmatch(name)
            or inner.heading != context.heading
            or style.get("display", "inline").startswith(("block", "flex", "grid"))
        ):
            self.walk(element, inner)
        else:
            self._inside(element, inner)

    def _list_item(self, element: Tag, context: Context, style: Declarations) -> None:
        self._close()
        of = self._reading.sight.styles.of(element.parent) if element.parent is not None else {}
        said = " ".join(held.get(name, "") for held in (of, style) for name in ("list-style", "list-style-type"))
        self._marker = self._reading.counts.marker(element, said)
        self.walk(element, context)
        self._marker = None

    def _around(self, element: Tag, part: str, context: Context) -> None:
        """A header's or footer's lines are the page's furniture; navigation and the like are nothing."""
        if part not in ("banner", "contentinfo") or context.depth > self._reading.limits.html_depth:
            return
        apart = Flow(self._reading, Place(path=part))
        apart.walk(element, Context(depth=context.depth + 1))
        self._reading.furniture += [paragraph.passage for paragraph in apart.paragraphs]

    def _hide(self, element: Tag, context: Context) -> None:
        text = " ".join(element.get_text(" ").split())
        if text and not context.ignored and not is_alternative(element):
            self._reading.hidden.append(text[:_SHOWN])

    def _table(self, element: Tag, context: Context) -> None:
        """A table of data; what a table merely arranges, and one within a cell, flows on."""
        found = table_layout(element, self._reading.sight, self._reading.limits)
        caption = element.find("caption", recursive=False)
        for above in (*([caption] if caption else []), *found.loose):
            if not self._reading.sight.is_hidden(above):
                self.walk(above, context)
        whole = unnested_layout(found, self._reading.sight) if self._place is None else None
        if whole:
            self._add_table(whole, context)
        elif is_for_layout(element, found):
            for slot in found.slots:
                self.walk(slot.elements[0], context)
        elif self._place is not None:
            self._flatten(found, self._place, context)
        else:
            self._add_table(found, context)

    def _flatten(self, found: Layout, place: Place, context: Context) -> None:
        """A table within a cell becomes text of the cell: a row of single lines is one line."""
        self._close()
        for _, row in groupby(found.slots, key=lambda slot: slot.row):
            held = [self._apart(slot.elements, place, context) for slot in row]
            self.blocks += _one_line(held) if all(len(part) < 2 for part in held) else chain(*held)

    def _apart(self, elements: Iterable[Tag], place: Place, context: Context) -> tuple[Paragraph, ...]:
        """The paragraphs of elements by themselves."""
        inner = Flow(self._reading, place)
        for element in elements:
            as_is = _keeps_lines(self._reading.sight.styles.of(element), context.as_is)
            inner.walk(element, Context(depth=context.depth + 1, in_content=True, as_is=as_is))
        return inner.paragraphs

    def _terms(self, element: Tag, context: Context) -> None:
        found = list_layout(element, self._reading.sight, self._reading.limits)
        if found.slots:
            self._add_table(found, context)
        else:
            self.walk(element, context)

    def _add_table(self, found: Layout, context: Context) -> None:
        self._close()
        self._reading.met |= found.met
        index = self._reading.tables
        self._reading.tables += 1
        cells = tuple(self._cell(slot, index, context) for slot in found.slots)
        self.blocks.append(Table(index, cells, found.columns))

    def _cell(self, slot: Slot, table: int, context: Context) -> Cell:
        path = f"table[{table}]/row[{slot.row}]/cell[{slot.column}]"
        place = Place(None, table, slot.row, slot.column, path)
        paragraphs = self._apart(slot.elements, place, context) or self._say(alternative(slot.elements), place)
        colour = fill(slot.elements[0], self._reading.sight.styles) if slot.elements else None
        return Cell(slot.row, slot.column, paragraphs, slot.row_span, slot.column_span, slot.header, colour)

    def _say(self, text: str, place: Place) -> tuple[Paragraph, ...]:
        """A paragraph of the text, none where there is none."""
        passage = self._reading.transcript.write(" ".join(seen(text).split()), place)
        return (Paragraph(passage),) if passage else ()

    def _close(self) -> None:
        """End the block that is open."""
        block, self._open = self._open, _Open()
        text = "".join(block.parts).rstrip()
        if not text:
            return
        place = self._place or Place(path=f"paragraph[{len(self.blocks)}]")
        marker, self._marker = self._marker, None
        printed = self._reading.transcript.write(marker, place) if marker and marker != BULLET else marker
        passage = self._reading.transcript.write(text, place)
        self.blocks += _paragraphs(passage, block, Passage.of(printed) if isinstance(printed, str) else printed)


def _one_line(parts: Iterable[tuple[Paragraph, ...]]) -> Iterator[Paragraph]:
    """Paragraphs that stand beside each other as one, parted by tabs."""
    beside = [part[0] for part in parts if part]
    if beside:
        first, *rest = beside
        yield replace(first, passage=join("\t", [first.passage, *(paragraph.whole for paragraph in rest)]))


def _paragraphs(passage: Passage, block: _Open, marker: Passage | None) -> Iterator[Paragraph]:
    """The paragraph of a block, or its items where bullets stand within the line."""
    lead, context = min(block.lead, len(passage)), block.context
    if context.heading:
        yield Paragraph(passage, heading=context.heading, lead=lead)
        return
    for part in inline_items(passage):
        found = item(part, context.level, lead)
        yield found if found.is_item or not marker else replace(found, marker=marker)
        lead, marker = 0, None


def _inner(element: Tag, style: Declarations, context: Context) -> Context:
    """The context inside an element."""
    name, weight = element.name, style.get("font-weight", "")
    heading = _heading_level(element) or context.heading
    bold = not _NOT_BOLD.match(weight) if weight else name in _BOLD or context.bold
    as_is = _keeps_lines(style, name == "pre" or context.as_is)
    inner = replace(context, heading=heading, bold=bold, as_is=as_is, depth=context.depth + 1)
    if name in ("main", "article"):
        return replace(inner, in_content=True)
    if name in _LISTS:
        nested = context.in_item or _follows_item(element)
        return replace(inner, level=context.level + 1 if nested else 0, in_item=False)
    level = _WORD_LEVEL.search(style.get("mso-list", ""))
    return replace(inner, in_item=name == "li" or context.in_item, level=int(level[1]) - 1 if level else inner.level)


def _keeps_lines(style: Declarations, otherwise: bool) -> bool:
    """Are line ends in the text to be seen?"""
    return bool(_AS_IS.match(style["white-space"])) if "white-space" in style else otherwise


def _follows_item(element: Tag) -> bool:
    """Does a list stand right behind an item, where it should stand within it?"""
    before = element.find_previous_sibling()
    in_list = element.parent is not None and element.parent.name in _LISTS
    return in_list and before is not None and before.name in ("li", *_LISTS)


def _heading_level(element: Tag) -> int:
    if match := _HEADING.fullmatch(element.name):
        return int(match[1])
    if element.get("role") == "heading":
        level = str(element.get("aria-level") or "2")
        return int(level) if level in "123456" else 6
    return _SUMMARY if element.name == "summary" else int("MsoTitle" in classes(element))


def _is_heading_button(element: Tag, context: Context) -> bool:
    """Is a button the heading of what it unfolds?"""
    return bool(context.heading) or any(element.has_attr(name) for name in _UNFOLDS) or "accordion" in classes(element)


def _word_marker(element: Tag) -> str:
    """The number or bullet that Word wrote as text; its bullets are letters of a font of symbols."""
    text = element.get_text().strip()
    return text if len(text) > 1 and any(c.isalnum() for c in text) else BULLET
