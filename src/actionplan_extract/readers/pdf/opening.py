"""From a file's bytes to its pages' ink: PDFium first, a second opinion where its own signs are bad.

A file that PDFium cannot open is written anew by qpdf (pikepdf), which repairs what is broken, and
tried again; if that fails too, or on pages without a readable text, pdfplumber reads the repaired file.
"""

from __future__ import annotations

import re
from collections.abc import Container
from contextlib import suppress
from dataclasses import replace
from io import BytesIO

from ...errors import Damaged, Encrypted, TimedOut
from ...limits import DEFAULT, Limits
from . import pdfium, plumber
from .ink import Ink, Print
from .patience import patience
from .survey import Survey, pages_of_text, survey

_NEAR = 200  # bytes from the beginning of an object to what it says of its type
_OBJECT = re.compile(rb"\b(\d{1,9}) 0 obj\b(?:(?!endobj).)*\Z", re.DOTALL)
_SWALLOWED = "its contents are broken, and none of its text is left"
PATIENCE_SECONDS = 15.0
MOST_DOUBTFUL = 20  # pages: pdfplumber takes about a tenth of a second for each


def read_print(data: bytes, limits: Limits = DEFAULT) -> Print:
    """All that is printed in a PDF file; raises Encrypted or Damaged."""
    known = survey(data, limits)
    found = _read_sound(known, limits)
    return replace(found, notices=(*known.notices, *found.notices))


def _read_sound(known: Survey, limits: Limits) -> Print:
    data = known.data
    try:
        found = _read(data, limits)
    except Damaged:
        return _read_repaired(data, limits)
    if (known.page_count or 0) > found.page_count:  # PDFium believes what the file says of their number
        return _read_repaired(data, limits)
    doubtful = [ink.number for ink in found.inks if _is_doubtful(ink, found)]
    return _with_swallowed(data, _with_second_opinion(data, found, doubtful[:MOST_DOUBTFUL])) if doubtful else found


def _read(data: bytes, limits: Limits) -> Print:
    found = pdfium.read_print(data, limits)
    if not found.inks:
        raise Damaged("the PDF has no pages")
    return found


def _read_repaired(data: bytes, limits: Limits) -> Print:
    """The file after a repair that leaves text in it, else as pdfplumber reads it, whose error tells the reason."""
    mended = repaired(data)
    blank = None
    for each in (mended, with_trailer(data)):
        with suppress(Damaged):
            found = _read(each, limits)
            if any(ink.runs for ink in found.inks):
                return found
            blank = blank or found
    return blank or _read_plainly(mended, range(1, limits.pages + 1))


def _read_plainly(data: bytes, numbers: Container[int]) -> Print:
    """The pages of these numbers by pdfplumber, for which a few bytes can be work without end."""
    with patience(PATIENCE_SECONDS, "reading by pdfplumber"):
        return plumber.read_print(data, numbers)


def with_trailer(data: bytes) -> bytes:
    """The file with a new end that says where its catalogue is; as it is where it has none (or has it packed)."""
    place = data.rfind(b"/Catalog")
    number = _OBJECT.search(data, max(place - _NEAR, 0), place) if place >= 0 else None
    return data + b"\ntrailer\n<< /Root %s 0 R >>\n%%%%EOF\n" % number[1] if number else data


def repaired(data: bytes) -> bytes:
    """The file written anew, or as it is where that cannot be done; raises Encrypted."""
    try:
        return _rewritten(data)
    except Damaged:
        return data


def _rewritten(data: bytes) -> bytes:
    """The file written anew; raises Damaged or Encrypted."""
    import pikepdf

    out = BytesIO()
    try:
        with pikepdf.open(BytesIO(data)) as file:
            file.save(out)
    except pikepdf.PasswordError as error:
        raise Encrypted("the PDF asks for a password") from error
    except (pikepdf.PdfError, RuntimeError, ValueError) as error:
        raise Damaged(f"the PDF cannot be repaired: {error}") from error
    return out.getvalue()


def _is_doubtful(ink: Ink, found: Print) -> bool:
    """Could there be more on the page than was read?"""
    blank = not any(other.runs or other.images for other in found.inks)
    return blank or ink.blank or ink.unread or not ink.is_legible or ink.failure is not None


def _with_swallowed(data: bytes, found: Print) -> Print:
    """The print, with the reason for pages on which there is nothing, for one broken stretch, though text is set."""
    empty = pages_of_text(data, [ink.number for ink in found.inks if ink.blank])
    inks = (replace(ink, failure=_SWALLOWED) if ink.number in empty else ink for ink in found.inks)
    return replace(found, inks=tuple(inks)) if empty else found


def _with_second_opinion(data: bytes, found: Print, numbers: list[int]) -> Print:
    """The print with those of the pages in which pdfplumber reads more."""
    try:
        other = _read_plainly(repaired(data), numbers)
    except (Damaged, Encrypted, TimedOut):
        return found
    if other.page_count != found.page_count:  # it leaves out pages that are missing, and counts on
        return found
    second = {ink.number: ink for ink in other.inks}
    inks = (max(ink, second.get(ink.number, ink), key=_readable) for ink in found.inks)
    return replace(found, inks=tuple(inks))


def _readable(ink: Ink) -> tuple[bool, int, bool]:
    """How much could be read, for comparison: of equals the first is taken."""
    return ink.failure is None, ink.glyphs - ink.senseless, not ink.unread
