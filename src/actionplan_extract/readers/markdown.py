"""Markdown with pipe tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..model import Block, Cell, Document, Page, Paragraph, Table
from ..passage import Passage, Place
from ._delimited import cell_paragraphs
from ._text import decode, head, line_spans, prose

FORMAT = "markdown"
MEDIA_TYPE = "text/markdown"
SUFFIXES = frozenset({".md", ".markdown"})

_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+")
_BAR = re.compile(r"(?<!\\)\|")
_EMPHASIS = re.compile(r"(?P<mark>\*\*|__)(?=\S)(.{1,200}?)(?<=\S)(?P=mark)")
_LEAST_BARS = 2


def sniff(data: bytes, suffix: str) -> float:
    """Sure where a table's rule of dashes and bars stands under a line with bars."""
    lines = head(data).splitlines()
    if any("|" in a and _RULE.fullmatch(b) for a, b in pairwise(lines)):
        return 0.9
    return 0.3 if suffix in SUFFIXES and lines else 0.0


def read(data: bytes, name: str) -> Document:
    """The document: headings, paragraphs and pipe tables."""
    text = decode(data)
    return Document(FORMAT, MEDIA_TYPE, (Page(text),), tuple(_blocks(text)))


def _blocks(text: str) -> Iterator[Block]:
    rows: list[tuple[int, int]] = []
    tables = 0
    for number, (start, end) in enumerate([*line_spans(text), (len(text), len(text))]):
        line = text[start:end]
        if len(_BAR.findall(line)) >= _LEAST_BARS:
            if not _RULE.fullmatch(line):
                rows.append((start, end))
            continue
        if rows:
            yield _table(text, tables, rows)
            tables, rows = tables + 1, []
        yield from _paragraphs(text, start, end, f"line[{number}]")


def _paragraphs(text: str, start: int, end: int, path: str) -> Iterator[Paragraph]:
    heading = _HEADING.match(text, start, end)
    if heading:
        yield Paragraph(
            Passage.of(text[heading.end() : end], Place(path=path), heading.end()).strip("# \t"),
            heading=len(heading[1]),
        )
        return
    for paragraph in prose(text, start, end, path):
        if paragraph.text.strip():
            yield _plain(paragraph)


def _table(text: str, index: int, rows: list[tuple[int, int]]) -> Table:
    cells = tuple(
        Cell(row, column, tuple(_plain(p) for p in cell_paragraphs(_passage(text, a, b, index, row, column))))
        for row, (start, end) in enumerate(rows)
        for column, (a, b) in enumerate(_fields(text, start, end))
    )
    return Table(index, cells, max(cell.column for cell in cells) + 1)


def _fields(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The [start, end) of each cell of a line, the outer bars left out."""
    line = text[start:end]
    low = start + len(line) - len(line.lstrip().removeprefix("|"))
    tail = line.rstrip()
    high = start + len(tail) - (tail.endswith("|") and not tail.endswith("\\|"))
    bars = [match.start() for match in _BAR.finditer(text, low, high)]
    return list(zip([low, *(bar + 1 for bar in bars)], [*bars, high], strict=True))


def _passage(text: str, start: int, end: int, table: int, row: int, column: int) -> Passage:
    path = f"table[{table}]/row[{row}]/cell[{column}]"
    return Passage.of(text[start:end], Place(None, table, row, column, path), start).strip().sub(r"\\(?=\|)", "")


def _plain(paragraph: Paragraph) -> Paragraph:
    """The paragraph without the marks of bold type; bold at its start is its lead."""
    lead = _EMPHASIS.match(paragraph.text)
    passage = paragraph.passage.sub(r"\*\*|(?<!\w)__|__(?!\w)", "")
    length = len(lead[2]) if lead else 0
    return Paragraph(passage, paragraph.marker, paragraph.level, paragraph.heading, length)
