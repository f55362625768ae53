"""Plain text, in which tables may stand as cells led by a tab that run on over several lines, or aligned by spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..limits import DEFAULT, Limits
from ..model import Block, Cell, Document, Page, Paragraph, Table
from ..passage import Passage, Place
from ._aligned.bars import is_drawing
from ._aligned.blocks import aligned_blocks
from ._blocks import line_paragraphs, text_paragraphs
from ._text import head, line_passage, line_spans, long_lines, read_text

FORMAT = "text"
MEDIA_TYPE = "text/plain"
SUFFIXES = frozenset({".txt", ".text"})

_LEAST_CELLS = 6
_HEADER_CELLS = 3  # of equal words by which a header that comes again is known
# Two blank lines behind a cell's text (or its tab): what follows stands outside the table.
_GAP = re.compile(r"(?:(?<=\S)|(?<=\n\t))[^\S\n]*\n(?:[^\S\n]*\n){2,}(?=[^\S\n]*\S)")
_OTHER = re.compile(r"\s*(?:<!doctype html|<html|<\?xml|\{\\rtf|%!PS)", re.IGNORECASE)

Span = tuple[int, int]
"""The [start, end) of a cell, its tab included."""


def sniff(data: bytes, suffix: str) -> float:
    """Sure of drawn tables, and of cells led by a tab; any other text is taken where nobody else wants it."""
    text = head(data)
    if not text or _OTHER.match(text):
        return 0.0
    if is_drawing(text.splitlines()):
        return 0.95
    tabbed = [line for line in text.splitlines() if "\t" in line]
    led = [line for line in tabbed if line.startswith("\t") and line.count("\t") == 1]
    if len(led) >= _LEAST_CELLS and len(led) > 0.8 * len(tabbed):
        return 0.8
    return 0.2 if suffix in SUFFIXES else 0.1


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document: prose and tables; where cells are led by tabs, row ends are left to be found."""
    text, notices = read_text(data, limits)
    starts = [start for start, _ in line_spans(text, limits.characters) if text.startswith("\t", start)]
    if len(starts) >= _LEAST_CELLS:
        return Document(FORMAT, MEDIA_TYPE, (Page(text),), tuple(_blocks(text, starts)), notices=notices)
    blocks, furniture = aligned_blocks(text, limits.line_characters)
    notices = (*notices, *long_lines(text, limits))
    return Document(FORMAT, MEDIA_TYPE, (Page(text),), tuple(blocks), furniture=furniture, notices=notices)


def _blocks(text: str, starts: Sequence[int]) -> Iterator[Block]:
    """The text's prose and tables of led cells; a table ends where its header comes again, or with the text."""
    yield from _prose(text, 0, starts[0])
    spans = list(zip(starts, [*starts[1:], len(text)], strict=True))
    for index, held in enumerate(_tables(text, spans)):
        start, end = held[-1]
        gap = _GAP.search(text, start, end)
        yield Table(index, tuple(_cells(text, [*held[:-1], (start, gap.start() if gap else end)], index)))
        if gap:
            yield from _prose(text, gap.end(), end)


def _tables(text: str, spans: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """The cells cut into tables, each of which begins with the words of the first."""
    words = [text[start:end].split() for start, end in spans]
    header = words[:_HEADER_CELLS]
    again = [n for n in range(_HEADER_CELLS, len(words)) if words[n : n + _HEADER_CELLS] == header and any(header[:-1])]
    for start, end in pairwise([0, *again, len(spans)]):
        yield spans[start:end]


def _prose(text: str, start: int, end: int) -> Iterator[Paragraph]:
    first = text.count("\n", 0, start)
    spans = [(start + low, start + high) for low, high in line_spans(text[start:end])]
    lines = [line_passage(text, span, number) for number, span in enumerate(spans, first)]
    yield from (paragraph for paragraph in line_paragraphs(lines) if paragraph.text.strip())


def _cells(text: str, spans: Sequence[Span], table: int) -> Iterator[Cell]:
    for index, (start, end) in enumerate(spans):
        place = Place(table=table, column=index, path=f"table[{table}]/cell[{index}]")
        paragraphs = text_paragraphs(Passage.of(text[start + 1 : end], place, start + 1))
        yield Cell(0, index, tuple(p for p in paragraphs if p.text.strip()))
