"""The tags of a PDF by PDFium, which gives of each page that part of the structure that has words on it.

An element's children have the same numbers on every page, so their path from the top tells which elements
of two pages are one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from ctypes import Array, addressof, c_char, c_float, c_ulong, create_string_buffer
from functools import partial
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

from ..tags import ARTIFACT, CELLS, Tag
from . import calls

DEEPEST = 60  # elements within elements
MAX_ELEMENTS = 100_000  # a page
NAME_BYTES = 128

TagsOf = Callable[[Sequence[int]], list[Tag | None]]


def untagged(addresses: Sequence[int]) -> list[Tag | None]:
    """The tags of text objects in a file without tags."""
    return [None] * len(addresses)


class Structure:
    """The elements of a file that were met so far, by parent and number."""

    def __init__(self) -> None:
        self.elements: dict[tuple[Tag | None, int], Tag] = {}

    def of_page(self, page: Any) -> TagsOf:
        """What tells the tags of text objects of the page by their addresses, None where they have none."""
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        if not tree:
            return untagged
        try:
            marks = _PageTags(self.elements).read(tree)
        finally:
            pdfium.FPDF_StructTree_Close(tree)
        return partial(_tags, marks)


class _PageTags:
    """Collects the innermost element of each marked content of a page."""

    def __init__(self, elements: dict[tuple[Tag | None, int], Tag]) -> None:
        self.elements = elements
        self.marks: dict[int, Tag] = {}
        self.count = 0

    def read(self, tree: Any) -> dict[int, Tag]:
        """The tags by the numbers of their marked contents."""
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            child = pdfium.FPDF_StructTree_GetChildAtIndex(tree, index)
            if child:
                self._take(addressof(child.contents), None, index, 0)
        return self.marks

    def _take(self, element: int, parent: Tag | None, index: int, depth: int) -> None:
        if depth > DEEPEST:
            return
        tag = self.elements.get((parent, index))
        if tag is None:
            tag = self.elements[parent, index] = _read_tag(element, parent, index)
        count = min(calls.element_count(element), MAX_ELEMENTS - self.count)
        self.count += count
        children = [*map(calls.element_child, repeat(element), range(count))]
        marked = [number for number, child in enumerate(children) if not child]
        for mark in map(calls.element_mark, repeat(element), marked):
            self.marks.setdefault(mark, tag)
        for number, child in enumerate(children) if len(marked) < count else ():
            if child:
                self._take(child, tag, number, depth + 1)


def _read_tag(element: int, parent: Tag | None, index: int) -> Tag:
    kind = _string(calls.element_type, element)
    order = (*parent.order, index) if parent else (index,)
    if kind not in CELLS:
        return Tag(kind, order, parent)
    return Tag(kind, order, parent, _number(element, b"RowSpan"), _number(element, b"ColSpan"))


def _number(element: int, name: bytes) -> int:
    """An attribute that counts, 1 where it is not given."""
    for index in range(calls.attribute_count(element)):
        value = calls.attribute_value(calls.attribute_at(element, index), name)
        number = c_float()
        if value and calls.attribute_number(value, addressof(number)):
            return max(round(number.value), 1)
    return 1


def _string(function: Callable[..., int], *arguments: int) -> str:
    buffer = create_string_buffer(NAME_BYTES)
    return _decoded(buffer, function(*arguments, addressof(buffer), NAME_BYTES))


def _decoded(buffer: Array[c_char], length: int) -> str:
    """What PDFium wrote in UTF-16, with a closing zero."""
    return buffer.raw[: max(min(length, NAME_BYTES) - 2, 0)].decode("utf-16-le", "replace")


def _tags(marks: dict[int, Tag], addresses: Sequence[int]) -> list[Tag | None]:
    """The tags of text objects by the marked contents that they are; the address 0 stands for none."""
    known = [address for address in addresses if address]
    numbers = dict(zip(known, map(calls.object_mark, known), strict=True))
    found = {address: marks.get(number) if number >= 0 else _artifact(address) for address, number in numbers.items()}
    return [*map(found.get, addresses)]


def _artifact(address: int) -> Tag | None:
    """The tag of a text object that is marked, but not as a content of the structure."""
    names = (_mark_name(address, index) for index in range(calls.mark_count(address)))
    return ARTIFACT if ARTIFACT.kind in names else None


def _mark_name(address: int, index: int) -> str:
    buffer, length = create_string_buffer(NAME_BYTES), c_ulong()
    calls.mark_name(calls.mark_at(address, index), addressof(buffer), NAME_BYTES, addressof(length))
    return _decoded(buffer, length.value)
