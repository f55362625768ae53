"""Records of delimited text with the offsets of every field, and the tables they make."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..limits import DEFAULT, Limits
from ..model import Block, Cell, Document, Page, Paragraph, Table
from ..passage import Passage, Place, join
from ._blocks import text_paragraphs
from ._markup import has_markup, markup_paragraphs, unescape
from ._text import prose

_DASHES = re.compile(r"\s*[-–—=_]{2,}\s*")
_LEAST_FIELDS = 2


@dataclass(frozen=True, slots=True)
class Field:
    """A field's content as offsets [start, end) into the text, its quotes left out."""

    start: int
    end: int
    quoted: bool = False


Record = list[Field]


def records(text: str, delimiter: str, start: int = 0) -> Iterator[Record]:
    """The records of the text from `start` (RFC 4180, but for a quote that is never closed, which is text)."""
    pattern = _field_pattern(delimiter)
    position, record = start, list[Field]()
    while position <= len(text):
        match = pattern.match(text, position)
        if match is None:  # never: the pattern matches the empty string
            return
        group = "quoted" if match["quoted"] is not None else "plain"
        record.append(Field(*match.span(group), group == "quoted"))
        position = match.end()
        if text.startswith(delimiter, position):
            position += len(delimiter)
            continue
        yield record
        record = []
        position += 2 if text.startswith("\r\n", position) else 1


def _field_pattern(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    return re.compile(rf'[ ]*"(?P<quoted>(?:[^"]|"")*+)"[ ]*(?={mark}|[\r\n]|\Z)|(?P<plain>[^{mark}\r\n]*+)')


def consistency(text: str, delimiter: str) -> tuple[float, int]:
    """The share of records that have the commonest number of fields, and that number (0 below two)."""
    counts = Counter(len(record) for record in records(text, delimiter) if any(f.end > f.start for f in record))
    several = [(count, fields) for fields, count in counts.items() if fields >= _LEAST_FIELDS]
    if not several:
        return 0.0, 0
    count, fields = max(several)
    return count / counts.total(), fields


def document(
    text: str,
    delimiter: str,
    *,
    format_name: str,
    media_type: str,
    loose_prose: bool,
    start: int = 0,
    limits: Limits = DEFAULT,
) -> Document:
    """The document in delimited text, read from `start`.

    With `loose_prose` a line without a delimiter is prose that stands outside the tables, and a row may have
    lost cells anywhere (text files); without it, only first fields that stand alone above a table are prose, and
    what a row lacks, it lacks at its end (CSV files).
    """
    blocks = tuple(_blocks(text, records(text, delimiter, start), loose_prose, limits))
    return Document(format_name, media_type, (Page(text),), blocks)


def _blocks(text: str, found: Iterable[Record], loose_prose: bool, limits: Limits) -> Iterator[Block]:
    held: list[Record] = []
    tables = line = position = 0
    is_apart = False  # does prose stand between the table and the one before it?
    for record in found:
        if _is_row(text, record, loose_prose, goes_on=bool(held), is_first=not tables):
            if len(held) <= limits.rows:  # one more than is read tells that there are more
                held.append(record[: limits.columns + 1])
            continue
        if held:
            yield _table(text, tables, held, filled_up=not loose_prose, is_apart=is_apart)
            tables, held, is_apart = tables + 1, [], False
        line, position = line + text.count("\n", position, record[0].start), record[0].start
        for paragraph in _loose(text, record, line):
            is_apart = tables > 0
            yield paragraph
    if held:
        yield _table(text, tables, held, filled_up=not loose_prose, is_apart=is_apart)


def _is_row(text: str, record: Record, loose_prose: bool, goes_on: bool, is_first: bool) -> bool:
    """Is the record a row of a table (not prose, a blank line or a row of dashes)?

    A field that stands alone is a title above a table, or behind one the rest of a row that a break cut; in a
    CSV file, whose rows nothing cuts, the first field alone is a title there too.
    """
    filled = [field for field in record if text[field.start : field.end].strip()]
    if not filled or all(_DASHES.fullmatch(text, field.start, field.end) for field in filled):
        return False
    if not goes_on and len(filled) < _LEAST_FIELDS and (is_first or (not loose_prose and filled[0] is record[0])):
        return False
    return not loose_prose or len(record) >= _LEAST_FIELDS


def _loose(text: str, record: Record, line: int) -> Iterator[Paragraph]:
    for field in record:
        if not _DASHES.fullmatch(text, field.start, field.end):
            yield from (p for p in prose(text, field.start, field.end, f"line[{line}]") if p.text.strip())


def _table(text: str, index: int, held: Sequence[Record], *, filled_up: bool, is_apart: bool) -> Table:
    """The table of some records; one that stands apart is only as wide as what it holds."""
    columns = max(_width(text, record) if filled_up and is_apart else len(record) for record in held)
    cells = (
        Cell(row, column, cell_paragraphs(_content(text, field, index, row, column)))
        for row, record in enumerate(held)
        for column, field in enumerate((record + [Field(0, 0)] * (columns - len(record)) * filled_up)[:columns])
    )
    return Table(index, tuple(cells), columns)


def _width(text: str, record: Record) -> int:
    """The number of a record's fields but for empty ones at its end, with which a narrow table is filled up."""
    return max((column for column, field in enumerate(record, 1) if text[field.start : field.end].strip()), default=0)


def _content(text: str, field: Field, table: int, row: int, column: int) -> Passage:
    """The field's text, doubled quotes made single."""
    path = f"table[{table}]/row[{row}]/cell[{column}]"
    passage = Passage.of(text[field.start : field.end], Place(None, table, row, column, path), field.start)
    return _single_quotes(passage) if field.quoted and '""' in passage.text else passage


def _single_quotes(passage: Passage) -> Passage:
    ends = [match.end() for match in re.finditer('""', passage.text)]
    starts = [0, *ends]
    return join("", (passage[a : b - 1] for a, b in zip(starts, [*ends, len(passage) + 1], strict=True)))


def cell_paragraphs(passage: Passage) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell, which may hold HTML."""
    found: Iterable[Paragraph] = (
        markup_paragraphs(passage) if has_markup(passage.text) else text_paragraphs(unescape(passage))
    )
    return tuple(paragraph for paragraph in found if paragraph.text.strip() or paragraph.marker)
