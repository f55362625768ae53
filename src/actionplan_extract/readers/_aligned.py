"""Tables whose columns are aligned by spaces, as `pdftotext -layout` writes them.

A line falls into segments at gaps of two blanks or more. The columns are where the segments of the fullest
line begin; a segment belongs to the column that it stands in most. Columns may drift from row to row, and a
wide cell may come within one blank of the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

_SEGMENT = re.compile(r"\S+(?:[ \xa0]\S+)*")
_KEY = re.compile(r"(?:[A-Z]{1,4}[-. ]?)?\d{1,3}(?:[.-]\d{1,3})*[a-z]?[.):]?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
_LEAST_COLUMNS = 3
_LEAST_LINES = 3
_NEAR = 3  # characters by which the beginnings of one column's lines may differ
_DRIFT = 6  # characters by which the columns of one table may drift
_WIDE = 0.6  # of the table's width: a single segment that is wider is prose
_EMPTY = 4  # empty lines that end a table
_LONGEST_LINE = 1_000
_MOST_COLUMNS = 40
_LINES_AHEAD = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: its number, where it starts and ends, and its segments as offsets in the text."""

    number: int
    start: int
    end: int
    segments: tuple[tuple[int, int], ...]

    @property
    def places(self) -> tuple[int, ...]:
        """How far to the right each segment begins."""
        return tuple(start - self.start for start, _ in self.segments)


@dataclass(frozen=True, slots=True)
class AlignedCell:
    """A cell: the stretches of the text, one a line, that it is made of."""

    column: int
    parts: tuple[tuple[int, int], ...]
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class AlignedTable:
    """The rows of a table, each line's number from the first up to the one behind the last."""

    first: int
    last: int
    rows: tuple[tuple[AlignedCell, ...], ...]
    starts: tuple[int, ...]

    @property
    def columns(self) -> int:
        """The number of columns."""
        return len(self.starts)


def segmented(text: str, spans: Sequence[tuple[int, int]], first: int = 0) -> list[Line]:
    """The lines at some offsets; one that is too long, or holds a tab, has a single segment or none."""
    return [Line(number, start, end, _segments(text, start, end)) for number, (start, end) in enumerate(spans, first)]


def _segments(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    if end - start > _LONGEST_LINE or "\t" in text[start:end]:
        return ((start, end),) if text[start:end].strip() else ()
    return tuple(match.span() for match in _SEGMENT.finditer(text, start, end))


def aligned_tables(text: str, lines: Sequence[Line]) -> Iterator[AlignedTable]:
    """The tables in the lines of one page, from top to bottom."""
    at = 0
    while at < len(lines):
        area = _area(lines, at)
        if area is None:
            return
        for part in _tables_in(text, area):
            columns = _columns(part)
            if len(part) >= _LEAST_LINES and len(columns) >= _LEAST_COLUMNS:
                yield _table(text, part, columns)
        at = area[-1].number - lines[0].number + 1


# --- where a table stands ---------------------------------------------------------------------


def _area(lines: Sequence[Line], at: int) -> list[Line] | None:
    """The lines of the next table: from one of several columns on to one of prose, or several empty ones."""
    anchor = next((n for n in range(at, len(lines)) if len(lines[n].segments) >= _LEAST_COLUMNS), None)
    if anchor is None:
        return None
    while anchor > at and len(lines[anchor - 1].segments) > 1:
        anchor -= 1
    near = lines[anchor : anchor + _LINES_AHEAD]
    widest = max(line.end - line.start for line in near if len(line.segments) > 1)
    area: list[Line] = []
    empty = 0
    for line in lines[anchor:]:
        empty = 0 if line.segments else empty + 1
        if empty >= _EMPTY or _is_prose(line, widest):
            break
        area.append(line)
    return _without_end(area)


def _is_prose(line: Line, widest: int) -> bool:
    return len(line.segments) == 1 and line.segments[0][1] - line.segments[0][0] > _WIDE * widest


def _without_end(area: list[Line]) -> list[Line]:
    """The area without empty lines and single lines from the left margin (a note, a heading) at its end."""
    left = min(line.places[0] for line in area if line.segments)
    while len(area) > 1:
        group = _last_group(area)
        filled = [line for line in group if line.segments]
        if any(len(line.segments) > 1 or line.places[0] > left for line in filled) or len(group) == len(area):
            break
        del area[-len(group) :]
    return area


def _last_group(area: Sequence[Line]) -> list[Line]:
    """The last lines behind an empty one, or the empty ones at the end."""
    last: list[Line] = []
    for line in reversed(area):
        if last and bool(line.segments) != bool(last[0].segments):
            break
        last.insert(0, line)
    return last


def _tables_in(text: str, area: Sequence[Line]) -> Iterator[list[Line]]:
    """The area cut where its first line comes again or other columns begin, single lines above that left out."""
    held: list[Line] = []
    known: list[int] = []
    for line in area:
        behind_gap = bool(held) and not held[-1].segments
        if held and (_words(text, line) == _words(text, held[0]) or (behind_gap and _is_foreign(line, known))):
            yield _without_end(held)
            held, known = [], []
        held.append(line)
        known = sorted({*known, *line.places}) if len(line.segments) > 1 else known
    yield held


def _is_foreign(line: Line, known: Sequence[int]) -> bool:
    """Do two or more segments of a full line begin where nothing above did?"""
    strange = [place for place in line.places if not any(abs(place - other) <= _DRIFT for other in known)]
    return len(line.segments) >= _LEAST_COLUMNS and len(strange) > 1


def _words(text: str, line: Line) -> list[str]:
    return text[line.start : line.end].split()


# --- columns ----------------------------------------------------------------------------------


def _columns(area: Sequence[Line]) -> list[int]:
    """Where the columns begin: the segments of the fullest line, those that other lines have as well."""
    seen = Counter(place for line in area for place in set(line.places))
    best: list[int] = []
    for line in area:
        places = line.places[:_MOST_COLUMNS]
        held = [place for place in places if sum(seen[place + by] for by in range(-_NEAR, _NEAR + 1)) > 1]
        best = held if len(held) > len(best) else best
    return best


def _placed(text: str, line: Line, columns: list[int]) -> dict[int, tuple[int, int]]:
    """The part of a line in each column; the columns are moved to where the parts begin."""
    found: dict[int, tuple[int, int]] = {}
    for start, end in (part for segment in line.segments for part in _cut(text, line, segment, columns)):
        column = _column_of(start - line.start, end - line.start, columns)
        before = found.get(column)
        found[column] = (before[0], end) if before else (start, end)
    for column, (start, _) in found.items():
        if len(found) > len(columns) // 2 or start - line.start < columns[column]:
            columns[column] = _between(columns, column, start - line.start)
    return found


def _between(columns: Sequence[int], column: int, place: int) -> int:
    """A new beginning of a column, kept between its neighbours'."""
    low = columns[column - 1] + 1 if column else 0
    high = columns[column + 1] - 1 if column + 1 < len(columns) else place
    return max(low, min(place, high))


def _cut(text: str, line: Line, segment: tuple[int, int], columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    """A segment cut where a word begins at the beginning of a column, in a line that has others or is wide."""
    start, end = segment
    for column in columns:
        place = line.start + column
        if not start + 1 < place + _NEAR < end + _NEAR:
            continue
        near = [at for at in range(place - _NEAR, place + _NEAR + 1) if start < at < end and text[at - 1] in " \xa0"]
        at = min(near, key=lambda at: abs(at - place), default=None)
        if at is not None and (len(line.segments) > 1 or at == place):
            yield start, at - 1
            start = at
    yield start, end


def _column_of(start: int, end: int, columns: Sequence[int]) -> int:
    """The column that a stretch of a line stands in most, the first of equals."""
    ends = [*columns[1:], max(end, columns[-1]) + 1]
    shares = [min(end, right) - max(start, left) for left, right in zip(columns, ends, strict=True)]
    return max(range(len(columns)), key=lambda column: shares[column])


# --- rows -------------------------------------------------------------------------------------


@dataclass
class _Row:
    """A row while its lines are gathered."""

    parts: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, parts: dict[int, tuple[int, int]]) -> None:
        for column, part in parts.items():
            self.parts.setdefault(column, []).append(part)


def _table(text: str, area: Sequence[Line], columns: Sequence[int]) -> AlignedTable:
    moving = list(columns)
    rows = tuple(_cells(text, group, moving) for group in _groups(text, area, columns))
    return AlignedTable(area[0].number, area[-1].number + 1, rows, tuple(columns))


def _groups(text: str, area: Sequence[Line], columns: Sequence[int]) -> list[list[Line]]:
    """The lines of each row.

    Empty lines part rows where there are as many parts as keys in the first column (numbers, dates);
    else a row begins with each key.
    """
    parts = [list(held) for filled, held in groupby(area, key=lambda line: bool(line.segments)) if filled]
    keys = [line.number for line in area if _has_key(text, line, columns)]
    if len(parts) > len(keys):
        return _with_rests(parts, set(keys))
    rows: list[list[Line]] = [[]]
    for line in (line for part in parts for line in part):
        if line.number in keys and rows[-1]:
            rows.append([])
        rows[-1].append(line)
    return rows


def _with_rests(parts: Iterable[list[Line]], keys: set[int]) -> list[list[Line]]:
    """The parts, one joined to the part above that goes on with it: two or more lines in, and no key of its own."""
    rows: list[list[Line]] = []
    for part in parts:
        keyed = any(line.number in keys for line in part)
        known = len(rows) > 1 and len(keys) > len(rows) // 2
        if known and not keyed and all(len(line.segments) == 1 and line.places[0] > 0 for line in part):
            rows[-1] += part
        else:
            rows.append(part)
    return rows


def _has_key(text: str, line: Line, columns: Sequence[int]) -> bool:
    """Does a number, code or date stand alone in the first column?"""
    if not line.segments or line.places[0] > columns[0] + _NEAR:
        return False
    start, end = line.segments[0]
    word = text[start:end] if end - line.start < columns[1] else text[start:end].split()[0]
    return _KEY.fullmatch(word) is not None and start + len(word) - line.start < columns[1]


def _cells(text: str, lines: Sequence[Line], columns: list[int]) -> tuple[AlignedCell, ...]:
    """The cells of a row; a single line that goes over into the next column is one cell across."""
    if len(lines) == 1 and len(lines[0].segments) == 1:
        (start, end) = lines[0].segments[0]
        if start - lines[0].start < columns[1] <= end - lines[0].start:
            return (AlignedCell(0, ((start, end),), len(columns)),)
    row = _Row()
    for line in lines:
        row.add(_placed(text, line, columns))
    return tuple(AlignedCell(column, tuple(parts)) for column, parts in sorted(row.parts.items()))
