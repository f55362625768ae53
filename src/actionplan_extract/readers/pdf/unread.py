"""What keeps a page from being read: it is a picture, or its letters are shapes or glyphs without a meaning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ...errors import Damaged, DocumentError, EmptyFile, NoTextLayer, UnreadableFonts
from ...model import Notice
from .colours import area
from .ink import UNREADABLE, Ink, Print

FEW_WORDS = 12  # a page number, a stamp, a title over a photograph
PICTURED = 0.5  # share of a page that pictures cover
DRAWN = 200  # shapes and lines: letters drawn one by one

Obstacle = Literal["picture", "shapes", "fonts"]

_PAGES: dict[Obstacle, str] = {
    "picture": "page {} is a picture without a text layer",
    "shapes": "the text of page {} is drawn as shapes, not written",
    "fonts": "the fonts of page {} do not say which characters their glyphs are",
}
_DOCUMENTS: dict[Obstacle, tuple[type[DocumentError], str]] = {
    "picture": (NoTextLayer, "the pages are pictures without a text layer; run OCR on the PDF first"),
    "shapes": (NoTextLayer, "the pages' text is drawn as shapes, not written; run OCR on the PDF first"),
    "fonts": (UnreadableFonts, "the PDF's fonts do not say which characters their glyphs are; run OCR on it"),
}


def obstacle(ink: Ink) -> Obstacle | None:
    """Why (most of) a page's text cannot be read; None where it can, or where there is nothing on it."""
    if ink.unread or not ink.is_legible:
        return "fonts"
    if not ink.runs and ink.images:
        return "picture"
    is_pictured = sum(map(area, ink.images)) >= PICTURED * ink.width * ink.height > 0
    if is_pictured and len(ink.words) <= FEW_WORDS:
        return "picture"
    return "shapes" if not ink.runs and len(ink.fills) + len(ink.rules) >= DRAWN else None


def check(found: Print) -> None:
    """Raises Damaged, NoTextLayer, UnreadableFonts or EmptyFile where no text can be read from the pages."""
    inks = found.inks
    failures = [ink.failure for ink in inks if ink.failure]
    if len(failures) == len(inks):
        raise Damaged(f"no page of the PDF can be read: {failures[0]}" if failures else "the PDF has no pages")
    kinds_found = [obstacle(ink) for ink in inks]
    if sum(ink.senseless for ink in inks) > UNREADABLE * sum(ink.glyphs for ink in inks):
        raise _error("fonts")
    if any(ink.runs and not kind for ink, kind in zip(inks, kinds_found, strict=True)):
        return
    kinds = [kind for kind in kinds_found if kind]
    if not kinds:
        raise EmptyFile("; ".join([_empty(found), *(notice.message for notice in found.notices)]))
    raise _error(max(kinds, key=kinds.count))


def _empty(found: Print) -> str:
    first = f"first {len(found.inks):,} of {found.page_count:,} " if len(found.inks) < found.page_count else ""
    return f"the {first}pages hold neither text nor pictures"


def _error(kind: Obstacle) -> DocumentError:
    error, message = _DOCUMENTS[kind]
    return error(message)


def notices(ink: Ink) -> Iterator[Notice]:
    """What is missing from a page."""
    kind = obstacle(ink)
    if ink.failure:
        yield Notice("text_unplaced", f"page {ink.number} cannot be read: {ink.failure}", severity="error")
    elif kind == "picture" and ink.runs:
        message = f"page {ink.number} is a picture with few words of text"
        yield Notice("text_unplaced", message, severity="info")
    elif kind:
        yield Notice("text_unplaced", _PAGES[kind].format(ink.number), severity="warning")
