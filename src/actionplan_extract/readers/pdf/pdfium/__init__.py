"""The pages of a PDF as ink, by PDFium: this folder alone knows that library.

It calls PDFium's own functions (pypdfium2.raw, the busiest through `calls`): one call for the text of
a page, a few a word for its ends, a few a text object for its font and, in tagged files, its tag. The
library is loaded with this folder, so import it where a PDF is at hand.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from ....errors import Damaged, Encrypted
from ....limits import DEFAULT, Limits
from ....passage import Box
from ..geometry import displayed
from ..ink import Ink, Print
from .drawing import read_drawing
from .structure import Structure, untagged
from .text import Widths, read_text

_REASONS = {
    pdfium.FPDF_ERR_FILE: "it cannot be opened",
    pdfium.FPDF_ERR_FORMAT: "it is no PDF, or its structure is broken",
    pdfium.FPDF_ERR_PAGE: "it is missing or broken",
}
_LOCKED = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)


def read_print(data: bytes, limits: Limits = DEFAULT) -> Print:
    """All that is printed in a PDF file; raises Encrypted or Damaged.

    A page that cannot be read comes back empty, with the reason. Pages beyond the limit are left.
    """
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _named(error) from error
    try:
        reading = _Reading(limits, {}, Structure() if pdfium.FPDFCatalog_IsTagged(file.raw) else None)
        inks = tuple(_read_page(file, index, reading) for index in range(min(len(file), limits.pages)))
        return Print(file.get_metadata_dict(skip_empty=True), inks, len(file))
    finally:
        file.close()


class _Reading(NamedTuple):
    """What the pages of a file share: the widths of its characters, and its structure where it is tagged."""

    limits: Limits
    widths: Widths
    structure: Structure | None


def _named(error: Any) -> Damaged | Encrypted:
    if error.err_code in _LOCKED:
        return Encrypted("the PDF asks for a password, or is encrypted in an unknown way")
    return Damaged(f"the PDF cannot be read: {_REASONS.get(error.err_code, str(error))}")


def _read_page(file: Any, index: int, reading: _Reading) -> Ink:
    try:
        page = file[index]
    except pypdfium2.PdfiumError:
        return Ink(index + 1, 0.0, 0.0, failure=_REASONS[pdfium.FPDF_ERR_PAGE])
    try:
        return _ink(page, index + 1, reading)
    finally:
        page.close()


def _ink(page: Any, number: int, reading: _Reading) -> Ink:
    box = _shown(page)
    view = displayed(box, page.get_rotation() // 90)
    _, _, width, height = frame = view.box(box)
    tag_of = reading.structure.of_page(page.raw) if reading.structure else untagged
    text = read_text(page.raw, view, frame, reading.widths, tag_of, reading.limits)
    drawing = read_drawing(page.raw, view, frame, reading.limits)
    return Ink(
        number=number,
        width=width,
        height=height,
        words=text.words,
        rules=drawing.rules,
        fills=drawing.fills,
        dots=drawing.dots,
        images=drawing.images,
        glyphs=text.glyphs,
        unreadable=text.unreadable,
        unread=drawing.texts > 0 and not text.characters,
        limits=(*text.limits, *drawing.limits),
    )


def _shown(page: Any) -> Box:
    """The part of a page that is displayed: its crop box, unless that lies beside the page."""
    x0, y0, x1, y1 = box = page.get_bbox()
    shown: Box = box if x1 - x0 >= 1 and y1 - y0 >= 1 else page.get_mediabox()
    return shown
