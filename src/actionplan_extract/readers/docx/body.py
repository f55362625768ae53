"""The paragraphs and tables of a document in reading order, through all that may be wrapped around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from ...limits import Limits
from .._drafts import Draft, DraftBlock, DraftTable, Run
from .colours import Colours
from .names import child, kind, w
from .numbering import Numbering
from .package import Parts
from .styles import StyleSheet, indent_of, look_of
from .table import Surroundings, read_table
from .text import Inline, branch, is_placeholder

_WRAPPERS = frozenset(("sdtContent", "ins", "moveTo", "customXml", "smartTag", "txbxContent"))


class Reading(Surroundings):
    """A document while it is read.

    `report` tells what was left out; `furniture` are the entries of tables of contents, which Word makes itself.
    """

    def __init__(self, parts: Parts, limits: Limits) -> None:
        super().__init__(Colours(parts.theme), limits)
        self.styles = StyleSheet(parts.styles)
        self.numbering = Numbering(parts.numbering, self.styles)
        self.furniture: list[Draft] = []

    def blocks(self, container: etree._Element) -> Iterator[DraftBlock]:
        """The paragraphs and tables in a container, wrappers taken off, deleted ones left out."""
        carried: tuple[Run, ...] = ()
        for found in _unwrapped(container):
            if found.tag == w("altChunk"):
                self.report.tell("text_unplaced", "the document holds another file within it, which was not read")
                continue
            if found.tag == w("tbl"):
                yield from self._table(found)
                continue
            draft, boxes = self._paragraph(found, carried)
            if _is_joined(found):
                carried = draft.runs
                continue
            carried = ()
            if self.styles.is_contents(self.styles.paragraph(child(found, "pPr"))):
                self.furniture.append(draft)
            else:
                yield draft
            for box in boxes:
                yield from self.blocks(box)
        if carried:
            yield Draft(carried)

    def edges(self, roots: Iterable[etree._Element]) -> Iterator[Draft]:
        """The paragraphs of running heads and feet, those that say the same once."""
        seen: set[str] = set()
        for root in roots:
            for found in root.iter(w("p")):
                draft, _ = self._paragraph(found, ())
                if draft.text not in seen:
                    seen.add(draft.text)
                    yield Draft(draft.runs)

    def _table(self, element: etree._Element) -> Iterator[DraftTable]:
        table = read_table(element, self)
        if table.cells:
            yield table

    def _paragraph(self, element: etree._Element, carried: tuple[Run, ...]) -> tuple[Draft, list[etree._Element]]:
        """The paragraph, led by the runs of one whose end was deleted, and the text boxes anchored in it."""
        properties = child(element, "pPr")
        style = self.styles.paragraph(properties)
        inline = Inline(self.styles, self.styles.look(style).over(self.styles.base))
        inline.read(element)
        self.report.hide(inline.runs.hidden)
        runs = (*carried, *inline.runs.found)
        if self._is_gone(properties, runs):
            return Draft(), inline.boxes
        label = self.numbering.label(properties)
        own = indent_of(properties)
        indent = next((i for i in (own, label.indent, self.styles.indent(style)) if i is not None), 0.0)
        return Draft(runs, label.text, label.is_bullet, indent, self.styles.heading(style, properties)), inline.boxes

    def _is_gone(self, properties: etree._Element | None, runs: tuple[Run, ...]) -> bool:
        """Is the whole paragraph, its end included, deleted or hidden? Then it is not counted in its list."""
        mark = child(properties, "rPr")
        gone = child(mark, "del") is not None or child(mark, "moveFrom") is not None
        return not runs and (gone or bool(look_of(mark).hidden))


def _is_joined(paragraph: etree._Element) -> bool:
    """Was the paragraph's end deleted, so that it runs on into the next?"""
    mark = child(paragraph, "pPr", "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _unwrapped(container: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs, tables and embedded files in a container."""
    for found in container:
        name = kind(found)
        if name in ("p", "tbl", "altChunk"):
            yield found
        elif name == "sdt" and not is_placeholder(found):
            yield from _unwrapped(found)
        elif name == "AlternateContent":
            yield from _unwrapped(branch(found))
        elif name in _WRAPPERS:
            yield from _unwrapped(found)
