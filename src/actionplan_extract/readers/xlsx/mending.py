"""Cells whose values are not of the type they are said to have: for one of them calamine gives up a whole sheet."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from io import BytesIO

from ...limits import Limits
from .._ooxml import open_package, part
from .._zip import Archive
from .styles import S

_FITS = {
    "b": re.compile(r"[01]"),
    "n": re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"),
    "s": re.compile(r"\d+"),
}
"""What calamine reads as a value of a type."""


def mended(data: bytes, sheets: Iterable[str], limits: Limits) -> bytes:
    """The workbook with such cells of some sheets, given by their parts, said to be text; raises as opening it does."""
    archive, out, changed = open_package(data, limits), BytesIO(), {name.casefold() for name in sheets}
    with zipfile.ZipFile(out, "w") as written:
        for name in archive.names:
            written.writestr(name, _mended(archive, name) if name in changed else archive.read(name))
    return out.getvalue()


def _mended(archive: Archive, name: str) -> bytes:
    from lxml import etree

    root = part(archive, name)
    for cell in root.iter(f"{S}c"):
        kind, value = cell.get("t", "n"), (cell.findtext(f"{S}v") or "").strip()
        if value and kind in _FITS and not _FITS[kind].fullmatch(value):
            cell.set("t", "str")
    return etree.tostring(root)
