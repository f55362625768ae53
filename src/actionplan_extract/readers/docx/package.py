"""The parts of a Word package that say what it shows."""

from __future__ import annotations

from dataclasses import dataclass

from docx.oxml.parser import element_class_lookup
from lxml import etree

from ...errors import Damaged, TooLarge
from .._ooxml import part, related
from .._zip import Archive
from .names import w


@dataclass(frozen=True, slots=True)
class Parts:
    """The roots of the document's parts; what a package lacks is None. `edges` are its running heads and feet."""

    body: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    theme: etree._Element | None
    edges: tuple[etree._Element, ...]


def open_parts(archive: Archive) -> Parts:
    """The parts by their relationships; raises Damaged where there is no document, TooLarge beyond the limits."""
    main = next(related(archive, "officeDocument"), "word/document.xml")
    body = part(archive, main, element_class_lookup).find(w("body"))
    if body is None:
        raise Damaged("the document has no body")
    edges = (name for kind in ("header", "footer") for name in related(archive, kind, main))
    return Parts(
        body,
        _first(archive, "styles", main),
        _first(archive, "numbering", main),
        _first(archive, "theme", main),
        tuple(root for name in edges if (root := _readable(archive, name)) is not None),
    )


def _first(archive: Archive, kind: str, main: str) -> etree._Element | None:
    return next((_readable(archive, name) for name in related(archive, kind, main)), None)


def _readable(archive: Archive, name: str) -> etree._Element | None:
    """A part that the text can do without: None where it is broken or too large."""
    try:
        return part(archive, name, element_class_lookup)
    except (Damaged, TooLarge):
        return None
