"""Text in form fields and text boxes, which stands over a page and is no part of its content."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, c_ushort, cast, create_string_buffer
from typing import Any

import pypdfium2.raw as pdfium

READ = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP)
NOTES = (pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_CARET)
MOST = 5_000  # a page
LONGEST = 20_000  # bytes of a text


def merge_annotations(page: Any) -> bool:
    """Make form fields and text boxes part of a page's content; True where the page must be loaded anew."""
    kinds = [_kind(page, index) for index in range(_count(page))]
    if not any(kind in READ for kind in kinds):
        return False
    for index in reversed(range(len(kinds))):  # links, notes and marks would only add shapes
        if kinds[index] not in READ:
            pdfium.FPDFPage_RemoveAnnot(page, index)
    return bool(pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)


def annotation_texts(page: Any) -> tuple[list[str], list[str]]:
    """The texts of the form fields and text boxes of a page, and those of notes on it."""
    boxes: list[str] = []
    notes: list[str] = []
    for index in range(_count(page)):
        with _annotation(page, index) as annotation:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            name = b"V" if kind == pdfium.FPDF_ANNOT_WIDGET else b"Contents"
            text = " ".join(_string(annotation, name).split())
            if text and kind in (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT):
                boxes.append(text)
            elif text and kind in NOTES:
                notes.append(text)
    return boxes, notes


def _count(page: Any) -> int:
    count: int = pdfium.FPDFPage_GetAnnotCount(page)
    return min(max(count, 0), MOST)


def _kind(page: Any, index: int) -> Any:
    with _annotation(page, index) as annotation:
        return pdfium.FPDFAnnot_GetSubtype(annotation)


@contextmanager
def _annotation(page: Any, index: int) -> Iterator[Any]:
    found = pdfium.FPDFPage_GetAnnot(page, index)
    try:
        yield found
    finally:
        pdfium.FPDFPage_CloseAnnot(found)


def _string(annotation: Any, name: bytes) -> str:
    if pdfium.FPDFAnnot_GetValueType(annotation, name) != pdfium.FPDF_OBJECT_STRING:
        return ""
    buffer = create_string_buffer(LONGEST)
    length = pdfium.FPDFAnnot_GetStringValue(annotation, name, cast(buffer, POINTER(c_ushort)), LONGEST)
    return buffer.raw[: max(min(length, LONGEST) - 2, 0)].decode("utf-16-le", "replace")
