"""PDF: words, rules and fills of each page become paragraphs and the cells of tables.

`opening` hands over the ink of the pages, read by `pdfium` or, where that fails, by `plumber`;
`layout` (with `ruled` and `lines`) sorts it into tables and lines, `tagged` (with `pieces`) puts the tables of
tagged files together over pages, `furniture` and `unruled` pick running heads and tables without rules from
the lines; `assemble` (with `paragraphs`) makes blocks and verbatim text.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from datetime import date

from ...limits import DEFAULT, Limits
from ...model import Document, Notice
from .._report import limit_reached
from .assemble import assemble
from .boxes import with_boxes
from .furniture import find_furniture
from .ink import Ink, Print
from .layout import PageInk, lay_out
from .lines import Line
from .pairs import with_pairs
from .sides import with_sides
from .tagged import with_tagged
from .unread import check, notices
from .unruled import with_unruled

FORMAT = "pdf"
MEDIA_TYPE = "application/pdf"
SUFFIXES = frozenset({".pdf"})

HEAD_BYTES = 1024  # the header may stand behind some bytes of another program

_DATE = re.compile(r"(?:D:)?(\d{4})-?(\d{2})-?(\d{2})")


def sniff(data: bytes, suffix: str) -> float:
    """1 for a PDF header near the start; little for the bare suffix."""
    if b"%PDF-" in data[:HEAD_BYTES]:
        return 1.0
    return 0.3 if suffix in SUFFIXES else 0.0


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document; raises Damaged, Encrypted, NoTextLayer, UnreadableFonts or EmptyFile."""
    from .opening import read_print  # loads PDFium

    found = read_print(data, limits)
    check(found)
    pages, running = with_tagged(lay_out(ink, limits) for ink in found.inks)
    running |= find_furniture(pages)
    pages = [_with_columns(page, running) for page in with_unruled(pages, running)]
    made = assemble(pages, running)
    return Document(
        format=FORMAT,
        media_type=MEDIA_TYPE,
        pages=made.pages,
        blocks=made.blocks,
        metadata=_metadata(found.metadata),
        furniture=made.furniture,
        notices=(*found.notices, *_notices(found.inks, pages), *_page_limit(found, limits)),
    )


def _with_columns(page: PageInk, running: Container[Line]) -> PageInk:
    """The page with what stands side by side apart: in boxes, as labels and values, as columns of prose."""
    return with_sides(with_pairs(with_boxes(page, running), running), running)


def _notices(inks: Sequence[Ink], pages: Sequence[PageInk]) -> Iterator[Notice]:
    for ink, page in zip(inks, pages, strict=True):
        yield from (*notices(ink), *ink.notices)
        for limit in page.limits:
            yield Notice("limit_reached", f"page {page.ink.number} has {limit}", severity="warning")


def _page_limit(found: Print, limits: Limits) -> Iterator[Notice]:
    if found.page_count > len(found.inks):
        message = f"only the first {len(found.inks):,} of {found.page_count:,} pages were read"
        yield limit_reached(limits, "pages", message)


def _metadata(info: dict[str, str]) -> dict[str, str]:
    """What the file says of itself, dates as ISO dates; only what is given."""
    given = {
        "title": info.get("Title", "").strip(),
        "author": info.get("Author", "").strip(),
        "created": _iso_date(info.get("CreationDate", "")),
        "modified": _iso_date(info.get("ModDate", "")),
    }
    return {key: value for key, value in given.items() if value}


def _iso_date(text: str) -> str:
    """The day in a PDF date ("D:20101208151359Z"); empty where there is none."""
    match = _DATE.match(text.strip())
    if not match:
        return ""
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return ""
