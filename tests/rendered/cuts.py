"""Finds out of a printed PDF on which pages each row of a plan stands, and so which rows a page cut."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from .sheet import Row, Sheet

_NOT_WORD = re.compile(r"[\W_]+")
_LETTER_BULLET = re.compile(r"^o(?=\s)", re.M)  # as Word draws bullets of the second level
_TELLING = 12  # letters below which a text may stand anywhere
_FEWEST = 3  # letters of a text on the page where it starts


def letters(text: str) -> str:
    """The letters and digits of a text, in order, without bullets."""
    return _NOT_WORD.sub("", _LETTER_BULLET.sub("", unicodedata.normalize("NFKC", text)).casefold())


def page_letters(path: Path) -> list[str]:
    """The letters of every page."""
    with pypdfium2.PdfDocument(path) as document:
        return [letters(page.get_textpage().get_text_range()) for page in document]


def pages_of_rows(sheet: Sheet, pages: list[str]) -> Iterator[tuple[int, ...]]:
    """The pages (from 1) on which each row of the plan's tables stands; raises LookupError for one not found.

    Cells that span rows are left out: they do not cut a row where they go over a page's end. Nor are headers
    looked for, which may stand on every page.
    """
    here = 0
    for row in (row for table in sheet.tables for row in table.rows):
        stood = () if row.header else _pages_of_row(row, pages, here)
        here = stood[-1] if stood else here
        yield tuple(page + 1 for page in stood)


def _pages_of_row(row: Row, pages: list[str], here: int) -> tuple[int, ...]:
    """The pages (from 0) that hold the row's own cells: those of its longest, and the one beside them that holds
    what is on none of them.
    """
    longest, *others = sorted((letters(cell.text) for cell in row.cells if cell.rows == 1), key=len, reverse=True)
    found = set(_pages_of_longest(longest, pages, here))
    for text in others:
        if len(text) >= _TELLING and not any(text in pages[page] for page in found):
            found.update(_pages_beside(text, pages, min(found), max(found)))
    return tuple(sorted(found))


def _pages_of_longest(text: str, pages: list[str], here: int) -> tuple[int, ...]:
    for page in range(here, len(pages)):
        if text in pages[page]:
            return (page,)
    for page in range(here, len(pages) - 1):
        if cut := _cut_after(text, pages, page):
            return cut
    raise LookupError(f"not found from page {here + 1}: {text[:60]}")


def _pages_beside(text: str, pages: list[str], first: int, last: int) -> tuple[int, ...]:
    """The pages of a text of a row known to stand on the pages `first` to `last`, cut or whole, one off at most."""
    for page in (*range(first, last + 1), *range(max(first - 1, 0), first)):
        if cut := _cut_after(text, pages, page):
            return cut
    whole = (page for page in (last + 1, first - 1) if 0 <= page < len(pages) and text in pages[page])
    return tuple(whole)[:1]


def _cut_after(text: str, pages: list[str], page: int) -> tuple[int, ...]:
    """The pages of a text of which the most letters that fit close a cell's part on `page`; () where none do."""
    for length in range(len(text) - 1, _FEWEST, -1):
        if text[:length] in pages[page]:
            rest, following = text[length:], page + 1
            if following == len(pages):
                return ()
            further = (following,) if rest in pages[following] else _cut_after(rest, pages, following)
            return (page, *further) if further else ()
    return ()
