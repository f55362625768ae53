"""What the OOXML formats (DOCX, XLSX) share: the package, its parts by relationship, what it says of itself."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..errors import Damaged, TooLarge
from ..limits import Limits
from ._ole import refuse_locked
from ._properties import properties
from ._xml import parse
from ._zip import Archive

if TYPE_CHECKING:
    from lxml import etree

RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_PROPERTIES = (f"{_DC}title", f"{_DC}creator", f"{_TERMS}created", f"{_TERMS}modified")

# ISO's strict form of the formats has its own names for the same things.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/", b"http://schemas.openxmlformats.org/spreadsheetml/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


def open_package(data: bytes, limits: Limits) -> Archive:
    """The members of the package; raises Damaged, Encrypted or TooLarge."""
    refuse_locked(data)
    return Archive(data, limits)


def part(archive: Archive, name: str, lookup: etree.ElementClassLookup | None = None) -> etree._Element:
    """The root of a part's XML, the strict form's names made the usual ones; `lookup` gives its elements their classes.

    Raises Damaged where the part is missing or broken, TooLarge beyond the limits.
    """
    data = archive.read(name)
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    return parse(data, name, lookup, archive.limits)


def related(archive: Archive, kind: str, source: str = "") -> Iterator[str]:
    """The names of the parts that a part (the package itself by default) has as this kind ("styles").

    What lies outside the package, and what is named but missing, is left out.
    """
    folder, name = posixpath.split(source)
    listing = posixpath.join(folder, "_rels", f"{name}.rels")
    if listing not in archive:
        return
    for entry in part(archive, listing).iter(f"{RELATIONSHIPS}Relationship"):
        target = posixpath.normpath(posixpath.join("/", folder, entry.get("Target", "")))
        if entry.get("Type", "").endswith(f"/{kind}") and entry.get("TargetMode") != "External" and target in archive:
            yield target.lstrip("/")


def metadata(archive: Archive) -> dict[str, str]:
    """What the document says of itself, as the model has it; nothing where that is broken."""
    try:
        found = [part(archive, name) for name in related(archive, "core-properties")]
    except (Damaged, TooLarge):
        return {}
    return properties(*(next((root.findtext(tag) for root in found), None) for tag in _PROPERTIES))
