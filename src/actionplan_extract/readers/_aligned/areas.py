"""Where tables stand: the lines from one of several segments on, cut where other columns begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .lines import Line, said

LEAST_COLUMNS = 3
NEAR = 3  # characters by which the beginnings of one column's lines may differ
DRIFT = 6  # characters by which the columns of one table may drift
_UNDERLINE = re.compile(r"(?:-{3,}|={3,}|~{3,})\s*")
_WIDE = 0.6  # of the table's width: a single segment that is wider is prose
_EMPTY = 4  # empty lines that end a table
_LINES_AHEAD = 200


def find_area(text: str, lines: Sequence[Line], at: int) -> list[Line] | None:
    """The lines of the next table: from one of several columns on to prose, an underlined title or empty lines."""
    anchor = next((n for n in range(at, len(lines)) if len(lines[n].segments) >= LEAST_COLUMNS), None)
    if anchor is None:
        return None
    while anchor > at and len(lines[anchor - 1].segments) > 1:
        anchor -= 1
    near = [line for line in lines[anchor : anchor + _LINES_AHEAD] if len(line.segments) > 1]
    widest, left = max(line.end - line.start for line in near), min(line.places[0] for line in near)
    second = min(line.places[1] for line in near if len(line.segments) >= LEAST_COLUMNS)
    area: list[Line] = []
    empty = gap = 0
    for number, line in enumerate(lines[anchor:], anchor):
        is_title = empty > max(gap, 1) and _opens_other(lines, number, area)
        if empty >= _EMPTY or is_title or _is_prose(line, widest, left, second):
            break
        if _underlines(text, line, area):
            area.pop()
            break
        gap = max(gap, empty) if line.segments else gap
        empty = 0 if line.segments else empty + 1
        area.append(line)
    return _without_end(area)


def _opens_other(lines: Sequence[Line], at: int, area: Sequence[Line]) -> bool:
    """Is it a title by itself, with something below it that has not all columns of the table above?"""
    if len(lines[at].segments) != 1 or lines[at].places[0] > min(line.places[0] for line in area if line.segments):
        return False
    below = next((line for line in lines[at + 1 : at + _EMPTY + 1] if line.segments), None)
    is_alone = below is not None and below.number > lines[at].number + 1
    return below is not None and is_alone and len(below.segments) < max(len(line.segments) for line in area)


def _is_prose(line: Line, widest: int, left: int, second: int) -> bool:
    """Is it one long text from the left margin on, over the beginning of the second column?"""
    if len(line.segments) != 1 or line.places[0] > left:
        return False
    return line.segments[0][1] - line.start > max(_WIDE * widest, second + NEAR)


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


def parted(text: str, area: Sequence[Line], known: Sequence[str]) -> Iterator[list[Line]]:
    """The area cut where its first line (or a known header's) comes again or other columns begin.

    Single lines above that are left out.
    """
    held: list[Line] = []
    places: list[int] = []
    for line in area:
        behind_gap = bool(held) and not held[-1].segments
        is_header = bool(held) and said(text, line) in (said(text, held[0]), *known)
        if is_header or (behind_gap and (_is_foreign(line, places) or _begins_below_title(line, held, places))):
            yield _without_end(held)
            held, places = [], []
        held.append(line)
        places = sorted({*places, *line.places}) if len(line.segments) > 1 else places
    yield held


def _is_foreign(line: Line, known: Sequence[int]) -> bool:
    """Do two or more segments of a full line begin where nothing above did?"""
    strange = [place for place in line.places if not any(abs(place - other) <= DRIFT for other in known)]
    return len(line.segments) >= LEAST_COLUMNS and len(strange) > 1


def _begins_below_title(line: Line, above: Sequence[Line], known: Sequence[int]) -> bool:
    """Do all columns of a line but the first begin where nothing above did, below a line that may be a title?"""
    filled = [other for other in above if other.segments]
    title = filled[-1]
    alone = len(title.segments) == 1 and (len(filled) == 1 or filled[-2].number < title.number - 1)
    beside = line.places[1:]
    return alone and bool(beside) and not any(abs(place - other) <= DRIFT for place in beside for other in known)
