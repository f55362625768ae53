"""Markdown with pipe tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from ..limits import DEFAULT, Limits
from ..model import Block, Cell, Document, Page, Paragraph, Table
from ..passage import Passage, Place, join
from ._blocks import line_paragraphs
from ._delimited import cell_paragraphs
from ._text import head, line_passage, line_spans, long_lines, read_text

FORMAT = "markdown"
MEDIA_TYPE = "text/markdown"
SUFFIXES = frozenset({".md", ".markdown"})

_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+")
_QUOTED = re.compile(r" {0,3}(?:>[ ]?)+")
_BREAK = re.compile(r"=+|(?:[-*_][ ]*+){2,}")  # the line under a title, or across the page
_BAR = re.compile(r"(?<!\\)\|")
_EMPHASIS = re.compile(r"(?P<mark>\*\*|__)(?=\S)(.{1,200}?)(?<=\S)(?P=mark)")
_ITALIC = re.compile(r"(?<![\w*\\])(?P<mark>[*_])(?=\S)([^*_\n]{1,600})(?<![\s\\])(?P=mark)(?![\w*])")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_LEAST_BARS = 2

Line = tuple[int, tuple[int, int]]
"""A line's number from 0 and its [start, end)."""


def sniff(data: bytes, suffix: str) -> float:
    """Sure where a table's rule of dashes and bars stands under a line with bars."""
    lines = head(data).splitlines()
    if any("|" in a and _RULE.fullmatch(b.strip()) for a, b in pairwise(lines)):
        return 0.9
    return 0.3 if suffix in SUFFIXES and lines else 0.0


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document: headings, paragraphs and pipe tables."""
    text, notices = read_text(data, limits)
    notices = (*notices, *long_lines(text, limits))
    return Document(FORMAT, MEDIA_TYPE, (Page(text),), tuple(_blocks(text, limits.line_characters)), notices=notices)


def _blocks(text: str, longest: int) -> Iterator[Block]:
    tables = 0
    spans = line_spans(text, longest)
    for barred, group in groupby(enumerate(spans), key=lambda line: bool(_BAR.search(text, *line[1]))):
        lines = list(group)
        if barred and _is_table([text[start:end] for _, (start, end) in lines]):
            yield _table(text, tables, [span for _, span in lines if not _RULE.fullmatch(text[slice(*span)].strip())])
            tables += 1
        else:
            yield from _prose(text, [(number, _unquoted(text, span)) for number, span in lines])


def _is_table(lines: Sequence[str]) -> bool:
    """Are lines with bars a table: one with a rule, or two rows or more of three cells (a table that goes on)?"""
    ruled = any(_RULE.fullmatch(line.strip()) for line in lines[1:])
    return ruled or (len(lines) > 1 and all(len(_BAR.findall(line)) >= _LEAST_BARS for line in lines))


def _unquoted(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The [start, end) of a line behind the marks of a quotation, in which some put a box."""
    mark = _QUOTED.match(text, *span)
    return (mark.end() if mark else span[0], span[1])


def _prose(text: str, lines: Sequence[Line]) -> Iterator[Paragraph]:
    """Headings, and the paragraphs between them."""
    below = [*(text[start:end].strip() for _, (start, end) in lines[1:]), ""]
    held: list[Line] = []
    for (number, span), following in zip(lines, below, strict=True):
        level = _level(text[slice(*span)], following)
        if level or _BREAK.fullmatch(text[slice(*span)].strip()):
            yield from _paragraphs(text, held)
            held = []
        else:
            held.append((number, span))
        if level:
            yield _heading(text, span, number, level)
    yield from _paragraphs(text, held)


def _level(line: str, below: str) -> int:
    """The level of the heading that a line is, by its marks or the line under it; 0 where it is none."""
    heading = _HEADING.match(line)
    return len(heading[1]) if heading else _underlined(line, below) if line.strip() else 0


def _heading(text: str, span: tuple[int, int], number: int, level: int) -> Paragraph:
    passage = line_passage(text, span, number)
    marks = _HEADING.match(passage.text)
    title = passage[marks.end() :].strip("# \t") if marks else passage.strip()
    return replace(_plain(Paragraph(title)), heading=level, lead=0)


def _paragraphs(text: str, lines: Sequence[Line]) -> Iterator[Paragraph]:
    found = line_paragraphs([_without_italic(line_passage(text, span, number)) for number, span in lines])
    yield from (_plain(paragraph) for paragraph in found if paragraph.text.strip())


def _underlined(title: str, underline: str) -> int:
    """The level of a heading that a line of "=" (1) or "-" (2) makes of the line above it; 0 where none does."""
    is_title = len(underline) > 1 and len(set(underline)) == 1 and not title.rstrip().endswith((".", ";", ":", ","))
    return (underline[0] == "=") + 2 * (underline[0] == "-") if is_title else 0


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
    return Passage.of(text[start:end], Place(None, table, row, column, path), start).strip()


def _plain(paragraph: Paragraph) -> Paragraph:
    """The paragraph without escapes and the marks of bold and italic type; bold at its start is its lead."""
    lead = _EMPHASIS.match(paragraph.text)
    passage = _without_italic(paragraph.passage.sub(r"\*\*|(?<!\w)__|__(?!\w)", "")).sub(_ESCAPE, "")
    return replace(paragraph, passage=passage, lead=len(_ESCAPE.sub("", lead[2])) if lead else 0)


def _without_italic(passage: Passage) -> Passage:
    """The passage without the marks of italic type."""
    bounds = [bound for match in _ITALIC.finditer(passage.text) for bound in (match.start(), match.end() - 1)]
    starts, ends = [0, *(bound + 1 for bound in bounds)], [*bounds, len(passage)]
    return join("", (passage[a:b] for a, b in zip(starts, ends, strict=True))) if bounds else passage
