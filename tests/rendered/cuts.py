"""Finds out of a printed PDF on which pages each row of a plan stands, and so which rows a page cut."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from .sheet import Row, Sheet

_NOT_WORD = re.compile(r"[\W_]+")
_TELLING = 12  # letters below which a text may stand anywhere


def letters(text: str) -> str:
    """The letters and digits of a text, in order."""
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())


def page_letters(path: Path) -> list[str]:
    """The letters of every page."""
    with pypdfium2.PdfDocument(path) as document:
        return [letters(page.get_textpage().get_text_range()) for page in document]


def pages_of_rows(sheet: Sheet, pages: list[str]) -> Iterator[tuple[Row, tuple[int, ...]]]:
    """Every row of the plan's tables with the pages (from 1) it stands on; raises LookupError for one not found.

    Cells that span rows are left out: they do not cut a row where they go over a page's end.
    """
    here = 0
    for table in sheet.tables:
        for row in table.rows:
            stood = _pages_of_row(row, pages, here)
            yield row, tuple(page + 1 for page in stood)
            if not row.header:
                here = stood[-1]


def _pages_of_row(row: Row, pages: list[str], here: int) -> tuple[int, ...]:
    """The pages (from 0) that hold the row's own cells, not before `here`."""
    texts = [letters(cell.text) for cell in row.cells if cell.rows == 1]
    telling = [text for text in texts if len(text) >= _TELLING] or [max(texts, key=len, default="")]
    return tuple(sorted({page for text in telling for page in _pages_of_text(text, pages, here)}))


def _pages_of_text(text: str, pages: list[str], here: int) -> tuple[int, ...]:
    for start in range(here, len(pages)):
        if text in pages[start]:
            return (start,)
        following = _cut_after(text, pages, start)
        if following:
            return following
    raise LookupError(f"not found from page {here + 1}: {text[:60]}")


def _cut_after(text: str, pages: list[str], start: int) -> tuple[int, ...]:
    """The pages of a text whose first letters close a cell's part on page `start`; () where they do not."""
    for length in range(len(text) - 1, 2, -1):
        if text[:length] not in pages[start]:
            continue
        rest = text[length:]
        if start + 1 < len(pages) and rest in pages[start + 1]:
            return (start, start + 1)
        further = _cut_after(rest, pages, start + 1) if start + 1 < len(pages) else ()
        if further:
            return (start, *further)
        return ()
    return ()
