"""The pages of a PDF as ink, by PDFium: this folder alone knows that library.

It calls PDFium's own functions (pypdfium2.raw, the busiest through `calls`): one call for the text of
a page, a few a word for its ends, a few a text object for its font and, in tagged files, its tag. The
library is loaded with this folder, so import it where a PDF is at hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from ....errors import Damaged, Encrypted
from ....limits import DEFAULT, Limits
from ....model import Notice
from ....passage import Box
from ..geometry import displayed
from ..ink import Ink, Print
from .annotations import annotation_texts, merge_annotations
from .drawing import read_drawing
from .setting import Widths
from .structure import Structure, untagged
from .text import PageText, read_text

_REASONS = {
    pdfium.FPDF_ERR_FILE: "it cannot be opened",
    pdfium.FPDF_ERR_FORMAT: "it is no PDF, or its structure is broken",
    pdfium.FPDF_ERR_PAGE: "it is missing or broken",
}
MOST_TORN, TORN = 4, 0.02  # words, and share of a page's words, whose letters may stand apart
NAMED, SHOWN = 5, 80  # texts in a notice, characters of each
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
        if file.get_formtype() == pdfium.FORMTYPE_ACRO_FORM:
            file.init_forms()  # draws the fields that have no appearance of their own
        reading = _Reading(limits, {}, Structure() if pdfium.FPDFCatalog_IsTagged(file.raw) else None)
        inks = tuple(_read_page(file, index, reading) for index in range(min(len(file), limits.pages)))
        return Print(file.get_metadata_dict(skip_empty=True), inks, len(file), tuple(_notices(file)))
    finally:
        file.close()


def _notices(file: Any) -> Iterator[Notice]:
    """What the file holds beside its pages."""
    if count := pdfium.FPDFDoc_GetAttachmentCount(file.raw):
        names = ", ".join(repr(file.get_attachment(index).get_name()) for index in range(min(count, NAMED)))
        message = f"the PDF holds other files within it, which were not read ({count}): {names}"
        yield Notice("text_unplaced", message, severity="warning")
    if file.get_formtype() in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND):
        message = "the PDF holds an XFA form, which was not read; print it to a new PDF to have it read"
        yield Notice("text_unplaced", message, severity="warning")


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
        boxes, notes = annotation_texts(page.raw)
        if merge_annotations(page.raw):
            page.close()
            page = file[index]
        ink = _ink(page, index + 1, reading)
        return replace(ink, notices=(*ink.notices, *_unread_annotations(ink, boxes, notes)))
    finally:
        page.close()


def _unread_annotations(ink: Ink, boxes: Sequence[str], notes: Sequence[str]) -> Iterator[Notice]:
    said = "".join(word.text for word in ink.words) if boxes else ""
    lost = [text for text in boxes if "".join(text.split()) not in said]
    if lost:
        message = f"form fields or text boxes of page {ink.number} are not shown on it: {_listed(lost)}"
        yield Notice("text_unplaced", message, severity="warning")
    if notes:
        yield Notice("hidden_content", f"notes on page {ink.number} were left out: {_listed(notes)}")


def _listed(texts: Sequence[str]) -> str:
    more = f" and {len(texts) - NAMED} more" if len(texts) > NAMED else ""
    return ", ".join(repr(text[:SHOWN]) for text in texts[:NAMED]) + more


def _ink(page: Any, number: int, reading: _Reading) -> Ink:
    box = _shown(page)
    view = displayed(box, page.get_rotation() // 90)
    _, _, width, height = frame = view.box(box)
    tag_of = reading.structure.of_page(page.raw) if reading.structure else untagged
    text = read_text(page.raw, view, frame, reading.widths, tag_of, reading.limits)
    turns = text.turns
    if turns:
        view = displayed(box, page.get_rotation() // 90 + turns)
        _, _, width, height = frame = view.box(box)
        text = read_text(page.raw, view, frame, reading.widths, tag_of, reading.limits)
    drawing = read_drawing(page.raw, view, frame, reading.limits)
    return Ink(
        number=number,
        width=width,
        height=height,
        runs=text.runs,
        rules=drawing.rules,
        fills=drawing.fills,
        dots=drawing.dots,
        images=drawing.images,
        glyphs=text.glyphs,
        unreadable=text.unreadable,
        unread=drawing.texts > 0 and not text.characters,
        blank=not (
            text.characters or drawing.texts or drawing.rules or drawing.fills or drawing.dots or drawing.images
        ),
        limits=(*text.limits, *drawing.limits),
        notices=(*_outside(text.outside, number), *_torn(text, number)),
        turns=turns,
    )


def _outside(words: int, number: int) -> Iterator[Notice]:
    if words:
        message = f"{words} words outside the part of page {number} that is shown were left out"
        yield Notice("hidden_content", message)


def _torn(text: PageText, number: int) -> Iterator[Notice]:
    if text.torn >= MOST_TORN and text.torn > TORN * sum(len(run.words) for run in text.runs):
        message = f"the letters of {text.torn} words on page {number} stand apart; they may be read in the wrong order"
        yield Notice("text_unplaced", message, severity="warning")


def _shown(page: Any) -> Box:
    """The part of a page that is displayed: its crop box, unless that lies beside the page."""
    x0, y0, x1, y1 = box = page.get_bbox()
    shown: Box = box if x1 - x0 >= 1 and y1 - y0 >= 1 else page.get_mediabox()
    return shown
