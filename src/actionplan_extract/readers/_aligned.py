"""Tables whose columns are aligned by spaces, as `pdftotext -layout` writes them.

A line falls into segments at gaps of two blanks or more. The columns are where the segments of the fullest
line begin; a segment belongs to the column that it stands in most. Columns may drift from row to row, and a
wide cell may come within one blank of the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile

from ._blocks import GLYPHS

_SEGMENT = re.compile(rf"(?:[{GLYPHS}][ \xa0]+)?\S+(?:[ \xa0]\S+)*")  # a bullet may stand far before its text
_KEY = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:[A-Z]{1,4}[-. ]?)?\d{1,3}(?:[.-]\d{1,3})*[a-z]?(?:[.):](?=\s|$)|$)"
    r"|Recommendation \d{1,2}\b"
)
_UNDERLINE = re.compile(r"(?:-{3,}|={3,}|~{3,})\s*")
_CLOSED = re.compile(r"[.:;!?][\"'’”)]*$")
_MOSTLY = 0.6
_LEAST_COLUMNS = 3
_LEAST_LINES = 3
_NEAR = 3  # characters by which the beginnings of one column's lines may differ
_DRIFT = 6  # characters by which the columns of one table may drift
_WIDE = 0.6  # of the table's width: a single segment that is wider is prose
_EMPTY = 4  # empty lines that end a table
_LONGEST_LINE = 1_000
_MOST_COLUMNS = 40
_LINES_AHEAD = 200
_LINES_BELOW = 2
_GAP = 2  # blanks between columns


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


Part = tuple[int, int]
"""The [start, end) of a column's part of a line."""


Header = tuple[str, ...]
"""The lines of a table's first row, white space closed up."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its parts by column."""

    line: Line
    parts: dict[int, Part]
    is_across: bool = False


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
    header: Header = ()

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


def aligned_tables(text: str, lines: Sequence[Line], header: Header = ()) -> Iterator[AlignedTable]:
    """The tables in the lines of one page, from top to bottom; `header` is that of the page before."""
    at = 0
    while at < len(lines):
        area = _area(text, lines, at)
        if area is None:
            return
        for part in _tables_in(text, area, header[:1]):
            columns = _columns(part)
            goes_on = _said(text, part[0]) in header[:1]
            if (goes_on or len(part) >= _LEAST_LINES) and len(columns) >= _LEAST_COLUMNS:
                yield (found := aligned_table(text, part, columns, header))
                header = found.header
        at = area[-1].number - lines[0].number + 1


# --- where a table stands ---------------------------------------------------------------------


def _area(text: str, lines: Sequence[Line], at: int) -> list[Line] | None:
    """The lines of the next table: from one of several columns on to prose, an underlined title or empty lines."""
    anchor = next((n for n in range(at, len(lines)) if len(lines[n].segments) >= _LEAST_COLUMNS), None)
    if anchor is None:
        return None
    while anchor > at and len(lines[anchor - 1].segments) > 1:
        anchor -= 1
    near = [line for line in lines[anchor : anchor + _LINES_AHEAD] if len(line.segments) > 1]
    widest, left = max(line.end - line.start for line in near), min(line.places[0] for line in near)
    second = min(line.places[1] for line in near if len(line.segments) >= _LEAST_COLUMNS)
    area: list[Line] = []
    empty = 0
    for line in lines[anchor:]:
        empty = 0 if line.segments else empty + 1
        if empty >= _EMPTY or _is_prose(line, widest, left, second):
            break
        if _underlines(text, line, area):
            area.pop()
            break
        area.append(line)
    return _without_end(area)


def _is_prose(line: Line, widest: int, left: int, second: int) -> bool:
    """Is it one long text from the left margin on, over the beginning of the second column?"""
    if len(line.segments) != 1 or line.places[0] > left:
        return False
    return line.segments[0][1] - line.start > max(_WIDE * widest, second + _NEAR)


def _underlines(text: str, line: Line, above: Sequence[Line]) -> bool:
    """Does a line of dashes underline a title that stands by itself?"""
    alone = len(above) > 1 and len(above[-1].segments) == 1 and not above[-2].segments
    return alone and _UNDERLINE.fullmatch(text, line.start, line.end) is not None


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
        last.append(line)
    return last[::-1]


def _tables_in(text: str, area: Sequence[Line], known: Header) -> Iterator[list[Line]]:
    """The area cut where its first line (or a known header's) comes again or other columns begin.

    Single lines above that are left out.
    """
    held: list[Line] = []
    places: list[int] = []
    for line in area:
        behind_gap = bool(held) and not held[-1].segments
        is_header = bool(held) and _said(text, line) in (_said(text, held[0]), *known)
        if is_header or (behind_gap and (_is_foreign(line, places) or _begins_below_title(line, held, places))):
            yield _without_end(held)
            held, places = [], []
        held.append(line)
        places = sorted({*places, *line.places}) if len(line.segments) > 1 else places
    yield held


def _is_foreign(line: Line, known: Sequence[int]) -> bool:
    """Do two or more segments of a full line begin where nothing above did?"""
    strange = [place for place in line.places if not any(abs(place - other) <= _DRIFT for other in known)]
    return len(line.segments) >= _LEAST_COLUMNS and len(strange) > 1


def _begins_below_title(line: Line, above: Sequence[Line], known: Sequence[int]) -> bool:
    """Do all columns of a line but the first begin where nothing above did, below a line that may be a title?"""
    filled = [other for other in above if other.segments]
    title = filled[-1]
    alone = len(title.segments) == 1 and (len(filled) == 1 or filled[-2].number < title.number - 1)
    beside = line.places[1:]
    return alone and bool(beside) and not any(abs(place - other) <= _DRIFT for place in beside for other in known)


def _words(text: str, line: Line) -> list[str]:
    return text[line.start : line.end].split()


# --- columns ----------------------------------------------------------------------------------


def _columns(area: Sequence[Line]) -> list[int]:
    """Where the columns begin: the segments of the fullest line that others have as well, or of the header."""
    seen = Counter(place for line in area for place in set(line.places))
    best: list[int] = []
    for line in area:
        places = line.places[:_MOST_COLUMNS]
        held = [p for p in places if line is area[0] or sum(seen[p + by] for by in range(-_NEAR, _NEAR + 1)) > 1]
        best = held if len(held) > len(best) else best
    return best


def _placed_lines(text: str, lines: Sequence[Line], columns: list[int]) -> Iterator[Placed]:
    """The lines with their parts by column; what a line runs into is looked for where the next ones have it."""
    for number, line in enumerate(lines):
        below = {place for other in lines[number + 1 : number + 1 + _LINES_BELOW] for place in other.places}
        yield _placed(text, line, columns, below)


def _placed(text: str, line: Line, columns: list[int], below: Container[int]) -> Placed:
    """The part of a line in each column; the columns are moved to where the parts of a full line begin."""
    if len(line.segments) == len(columns):
        columns[:] = line.places
        return Placed(line, dict(enumerate(line.segments)))
    if _is_across(line, columns):
        return Placed(line, {0: line.segments[0]}, is_across=True)
    found: dict[int, Part] = {}
    likely = [_near(place, below) for place in columns]
    for start, end in (part for segment in line.segments for part in _cut(text, line, segment, likely)):
        column = _column_of(start - line.start, end - line.start, columns)
        found[column] = (found[column][0] if column in found else start, end)
    for column, (start, _) in found.items():
        if len(found) > len(columns) // 2 or start - line.start < columns[column]:
            columns[column] = _between(columns, column, start - line.start)
    return Placed(line, found)


def _is_across(line: Line, columns: Sequence[int]) -> bool:
    """Is it one segment from the first column over into the next but one, as a band across the table is?"""
    start, end = line.segments[0]
    before = start - line.start < columns[1]
    return before and len(line.segments) == 1 and end - line.start >= columns[min(2, len(columns) - 1)]


def _between(columns: Sequence[int], column: int, place: int) -> int:
    """A new beginning of a column, kept between its neighbours'."""
    low = columns[column - 1] + 1 if column else 0
    high = columns[column + 1] - 1 if column + 1 < len(columns) else place
    return max(low, min(place, high))


def _cut(text: str, line: Line, segment: Part, columns: Sequence[int]) -> Iterator[Part]:
    """A segment cut where it goes on into columns of which the line has no other text."""
    start, end = segment
    for column in columns:
        place = line.start + column
        if start < place < end - 1 and not _is_taken(line, segment, place):
            at = _word_start(text, max(start + 1, place - _DRIFT), min(end, place + _DRIFT + 1), place)
            if at is not None and (len(line.segments) > 1 or at == place):
                yield start, at - 1
                start = at
    yield start, end


def _near(place: int, below: Container[int]) -> int:
    """The nearest place at which a line below has a segment, the place itself where none is near."""
    near = (other for by in range(_DRIFT + 1) for other in (place - by, place + by) if other in below)
    return next(near, place)


def _is_taken(line: Line, segment: Part, place: int) -> bool:
    """Does another segment of the line begin near a column's beginning?"""
    return any(abs(other[0] - place) <= _DRIFT for other in line.segments if other != segment)


def _word_start(text: str, low: int, high: int, place: int) -> int | None:
    """Where the word begins that is nearest to a place."""
    found = (at for at in range(low, high) if text[at - 1] in " \xa0" and text[at] not in " \xa0")
    return min(found, key=lambda at: abs(at - place), default=None)


def _column_of(start: int, end: int, columns: Sequence[int]) -> int:
    """The column that a stretch of a line stands in most, the first of equals."""
    ends = [*columns[1:], max(end, columns[-1]) + 1]
    shares = [min(end, right) - max(start, left) for left, right in zip(columns, ends, strict=True)]
    return max(range(len(columns)), key=lambda column: shares[column])


# --- rows -------------------------------------------------------------------------------------


def aligned_table(text: str, area: Sequence[Line], columns: Sequence[int], known: Header = ()) -> AlignedTable:
    """The table that some lines make; `known` is the header of the page before."""
    moving = list(columns)
    parts = [
        list(_placed_lines(text, list(held), moving))
        for filled, held in groupby(area, key=lambda line: bool(line.segments))
        if filled
    ]
    repeated = _repeated(text, [line.line for part in parts for line in part], known)
    groups = _groups(text, parts, columns, repeated)
    rows = tuple(tuple(_cells(group, len(columns))) for group in groups)
    header = known if repeated else tuple(_said(text, line.line) for line in groups[0])
    return AlignedTable(area[0].number, area[-1].number + 1, rows, tuple(columns), header)


def _repeated(text: str, lines: Sequence[Line], header: Header) -> int:
    """How many lines repeat the header of the page before, all of its lines or none."""
    same = len(lines) > len(header) and all(_said(text, a) == b for a, b in zip(lines, header, strict=False))
    return len(header) if same else 0


def _said(text: str, line: Line) -> str:
    return " ".join(_words(text, line))


def _cells(lines: Iterable[Placed], columns: int) -> Iterator[AlignedCell]:
    """The cells of a row; a line across the table is one cell."""
    held: dict[int, list[Part]] = {}
    for line in lines:
        if line.is_across:
            yield AlignedCell(0, (line.parts[0],), columns)
            return
        for column, part in line.parts.items():
            held.setdefault(column, []).append(part)
    yield from (AlignedCell(column, tuple(parts)) for column, parts in sorted(held.items()))


def _groups(text: str, parts: Sequence[list[Placed]], starts_at: Sequence[int], repeated: int) -> list[list[Placed]]:
    """The lines of each row: those between empty lines, or where these are too few, as the lines themselves tell."""
    lines = [line for part in parts for line in part]
    signs = Signs.of(text, lines, starts_at)
    starts = {number for number in range(len(lines)) if number == repeated or signs.begins(number)}
    starts -= set(range(1, repeated))
    if len(parts) >= len(starts) or signs.has_one_key_each(parts):
        return _with_rests(parts, signs)
    bands = {n for n in range(1, len(lines)) if n + 1 in starts and signs.may_be_band(n)}
    rows = [lines[a:b] for a, b in pairwise([0, *sorted((starts | bands) - {0}), len(lines)])]
    return _with_overhang(text, rows, signs.main)


def _with_overhang(text: str, rows: list[list[Placed]], main: int) -> list[list[Placed]]:
    """The rows, a cell left of the main one that goes on beside the next row (a merged one) whole where it begins."""
    for above, row in pairwise(rows[1:]):
        for column in [column for column in row[0].parts if column < main]:
            if _goes_on(text, above[-1].parts.get(column), row[0].parts[column]):
                rest = list(takewhile(lambda line, column=column: column in line.parts, row))  # type: ignore[misc]
                above += [Placed(line.line, {column: line.parts.pop(column)}) for line in rest]
    return rows


def _goes_on(text: str, above: Part | None, part: Part) -> bool:
    """Does a cell's line go on with the line above in mid-sentence?"""
    return above is not None and text[part[0]].islower() and not _CLOSED.search(text[slice(*above)])


def _with_rests(parts: Sequence[list[Placed]], signs: Signs) -> list[list[Placed]]:
    """The parts; one of single texts beside the first column goes on with the part above, where parts have keys."""
    keyed = [any(signs.has_key(line) for line in part) for part in parts]
    rows: list[list[Placed]] = []
    for part, has_key in zip(parts, keyed, strict=True):
        single = all(len(line.parts) == 1 and 0 not in line.parts for line in part)
        if len(rows) > 1 and single and not has_key and 2 * sum(keyed) > len(parts):
            rows[-1] += part
        else:
            rows.append(list(part))
    return rows


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells where a row begins: columns of keys (numbers, dates), and cells that end before others go on."""

    text: str
    lines: Sequence[Placed]
    widths: Sequence[int]
    keys: frozenset[int]

    @classmethod
    def of(cls, text: str, lines: Sequence[Placed], starts: Sequence[int]) -> Signs:
        """The signs in the lines of a table whose columns start at some places."""
        widths = [*(right - left - _GAP for left, right in pairwise(starts)), 0]
        for line in lines:
            for column, (start, end) in () if line.is_across else line.parts.items():
                widths[column] = max(widths[column], end - start)
        keys = (column for column in range(len(starts)) if _is_key_column(text, lines, column))
        return cls(text, lines, widths, frozenset(list(keys)[:1]))

    def begins(self, number: int) -> bool:
        """Does a row begin with this line?"""
        line = self.lines[number]
        before = self.lines[number - 1]
        if number == 0 or line.is_across or before.is_across:
            return True
        if self.has_key(line) and (not self.keys & before.parts.keys() or self.has_key(before)):
            return True
        above = before.parts
        anew = [column for column in line.parts if column not in above]
        fresh = [column for column in line.parts if column in above and self._has_room(above, line.parts, column)]
        if len(anew) + len(fresh) == len(self.widths):
            return True
        if number == 1 and len(line.parts) >= max(2, _MOSTLY * len(above)):
            return True
        ended = self.main in anew or (self.main in fresh and bool(_CLOSED.search(self._said(above[self.main]))))
        if self.keys and not ended:
            return False
        return len(anew) > 1 or (len(fresh) > 1 and ended)

    @property
    def main(self) -> int:
        """The widest column."""
        return max(range(len(self.widths)), key=lambda column: self.widths[column])

    def has_one_key_each(self, parts: Sequence[list[Placed]]) -> bool:
        """Does each of several parts, the header's aside, have one key, wherever in it that stands?"""
        counts = [sum(self.has_key(line) for line in part) for part in parts]
        return len(parts) > 2 and counts[0] <= 1 and all(count == 1 for count in counts[1:])

    def may_be_band(self, number: int) -> bool:
        """Is a line's only text in the first column, where the line above, but for the header, has none?"""
        return set(self.lines[number].parts) == {0} and (number == 1 or 0 not in self.lines[number - 1].parts)

    def has_key(self, line: Placed) -> bool:
        """Does the line have a key where these stand?"""
        return any(column in self.keys and bool(_KEY.match(self._said(part))) for column, part in line.parts.items())

    def _said(self, part: Part) -> str:
        return self.text[slice(*part)]

    def _has_room(self, above: dict[int, Part], parts: dict[int, Part], column: int) -> bool:
        """Would the first word of a cell's line have fitted on the line above, and may it begin a cell?"""
        before, own = self._said(above[column]), self._said(parts[column])
        return not own[0].islower() and len(before) + 1 + len(own.split()[0]) <= self.widths[column]


def _is_key_column(text: str, lines: Sequence[Placed], column: int) -> bool:
    """Do most texts in a column, the header's aside, begin with a number or code (or are dates)?"""
    held = [text[slice(*line.parts[column])] for line in lines[1:] if column in line.parts and not line.is_across]
    matched = [said for said in held if _KEY.match(said)]
    alone = [said for said in matched if _KEY.fullmatch(said)]
    return len(matched) > 1 and (len(alone) > _MOSTLY * len(held) or (column < 2 and len(matched) > len(alone)))
