"""The paragraphs and tables of a document in reading order, through all that may be wrapped around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...limits import Limits
from .._drafts import Draft, DraftBlock
from .._odf import OFFICE, STYLE, TABLE, TEXT
from .lists import Lists
from .names import count, kind
from .styles import PARAGRAPH, StyleSheet
from .table import Surroundings, read_table
from .text import Inline

if TYPE_CHECKING:
    from lxml import etree

_INDEXES = frozenset(
    ("table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index")
)
_UNSEEN = frozenset((f"{TEXT}tracked-changes", f"{OFFICE}forms", f"{OFFICE}annotation", f"{TEXT}note"))
_EDGES = ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")


class Reading(Surroundings):
    """A document while it is read.

    `report` tells what was left out; `furniture` are the entries of tables of contents, which programs make
    themselves.
    """

    def __init__(self, content: etree._Element, styles: etree._Element | None, limits: Limits) -> None:
        super().__init__(StyleSheet(content, styles), limits)
        self.lists = Lists(styles, content)
        self.furniture: list[Draft] = []
        self._shared = styles

    def blocks(self, container: etree._Element) -> Iterator[DraftBlock]:
        """The paragraphs and tables in a container, wrappers taken off."""
        for found in container:
            yield from self._block(found)

    def _block(self, element: etree._Element) -> Iterator[DraftBlock]:
        name = kind(element)
        if element.tag in _UNSEEN:
            return
        if element.tag in (f"{TEXT}p", f"{TEXT}h"):
            yield from self._paragraph(element)
        elif element.tag == f"{TABLE}table":
            table = read_table(element, self)
            yield from [table] if table.cells else []
        elif element.tag == f"{TEXT}list":
            yield from self._list(element)
        elif name in _INDEXES:
            self.furniture.extend(found for found in self.blocks(element) if isinstance(found, Draft))
        elif name == "section" and element.get(f"{TEXT}display") == "none":
            self.report.hide(sum(len(text.split()) for text in element.itertext()))
        else:  # sections, frames, text boxes, shapes, the body of an index
            yield from self.blocks(element)

    def _list(self, element: etree._Element) -> Iterator[DraftBlock]:
        with self.lists.within(element):
            for item in element:
                self.lists.begin_item(item)
                yield from self.blocks(item)

    def _paragraph(self, element: etree._Element) -> Iterator[DraftBlock]:
        style = element.get(f"{TEXT}style-name")
        inline = self._inline(element)
        self.report.hide(inline.runs.hidden)
        draft = self._draft(element, style, inline)
        if self.styles.is_contents(style):
            self.furniture.append(draft)
        else:
            yield draft
        for box in inline.boxes:
            yield from self._block(box)

    def _inline(self, element: etree._Element) -> Inline:
        inline = Inline(self.styles)
        inline.read(element, self.styles.look(PARAGRAPH, element.get(f"{TEXT}style-name")))
        return inline

    def _draft(self, element: etree._Element, style: str | None, inline: Inline) -> Draft:
        is_heading = element.tag == f"{TEXT}h"
        label = self.lists.label(self.styles.list_style(style))
        if is_heading and not label.text:
            label = self.lists.heading(element)
        own = self.styles.indent(style)
        indent = next((found for found in (label.indent, own) if found is not None), 0.0)
        level = count(element, f"{TEXT}outline-level") if is_heading else self.styles.heading(style)
        return Draft(tuple(inline.runs.found), label.text, label.is_bullet, indent, level)

    def edges(self) -> Iterator[Draft]:
        """The paragraphs of running heads and feet, those that say the same once."""
        seen: set[str] = set()
        tags = [f"{STYLE}{name}" for name in _EDGES]
        for edge in self._shared.iter(*tags) if self._shared is not None else ():
            for found in edge.iter(f"{TEXT}p", f"{TEXT}h"):
                draft = Draft(tuple(self._inline(found).runs.found))
                if draft.text not in seen:
                    seen.add(draft.text)
                    yield draft
