"""Plain text, in which a table may stand as cells led by a tab that run on over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Block, Cell, Document, Page, Paragraph, Table
from ..passage import Passage, Place
from ._blocks import text_paragraphs
from ._text import decode, head, line_spans, prose

FORMAT = "text"
MEDIA_TYPE = "text/plain"
SUFFIXES = frozenset({".txt", ".text"})

_LEAST_CELLS = 6
_OTHER = re.compile(r"\s*(?:<!doctype html|<html|<\?xml|\{\\rtf|%!PS)", re.IGNORECASE)


def sniff(data: bytes, suffix: str) -> float:
    """Sure of cells led by a tab; any other text is taken where nobody else wants it."""
    text = head(data)
    if not text or _OTHER.match(text):
        return 0.0
    tabbed = [line for line in text.splitlines() if "\t" in line]
    led = [line for line in tabbed if line.startswith("\t") and line.count("\t") == 1]
    if len(led) >= _LEAST_CELLS and len(led) > 0.8 * len(tabbed):
        return 0.8
    return 0.2 if suffix in SUFFIXES else 0.1


def read(data: bytes, name: str) -> Document:
    """The document: prose, and one table whose row ends are left to be found."""
    text = decode(data)
    spans = line_spans(text)
    starts = [number for number, (start, _) in enumerate(spans) if text.startswith("\t", start)]
    first = starts[0] if len(starts) >= _LEAST_CELLS else len(spans)
    blocks: list[Block] = list(_front(text, spans[:first]))
    if first < len(spans):
        blocks.append(Table(0, tuple(_cells(text, spans, starts))))
    return Document(FORMAT, MEDIA_TYPE, (Page(text),), tuple(blocks))


def _front(text: str, spans: list[tuple[int, int]]) -> Iterator[Paragraph]:
    for number, (start, end) in enumerate(spans):
        yield from (p for p in prose(text, start, end, f"line[{number}]") if p.text.strip())


def _cells(text: str, spans: list[tuple[int, int]], starts: list[int]) -> Iterator[Cell]:
    ends = [spans[number - 1][1] for number in starts[1:]] + [spans[-1][1]]
    for index, (number, end) in enumerate(zip(starts, ends, strict=True)):
        start = spans[number][0] + 1
        place = Place(table=0, column=index, path=f"table[0]/cell[{index}]")
        paragraphs = text_paragraphs(Passage.of(text[start:end], place, start))
        yield Cell(0, index, tuple(p for p in paragraphs if p.text.strip()))
