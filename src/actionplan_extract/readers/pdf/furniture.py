"""Running heads, feet and page numbers: lines that come back at the same height on other pages; watermarks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from .columns import entries
from .layout import WATERMARK, PageInk, TableInk, TextColumn, all_lines
from .lines import Line, common_size, pitch

ZONE = 0.12  # share of the page's height, at its top and at its foot
SAME_HEIGHT = 3.0  # points
SHARE = 0.3  # of the pages, two at least
MOST_HEAD_LINES = 6
HEAD_PITCH = 2.2  # type sizes from line to line of a running head

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,3}\W*(?:(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)

Element = TableInk | TextColumn | Line
Key = tuple[bool, str]


def find_furniture(pages: Sequence[PageInk]) -> set[Line]:
    """The lines that are furniture, of all pages."""
    body_size = common_size(all_lines(pages))
    places: dict[Key, list[float]] = defaultdict(list)
    marginal = [found for page in pages for line in _lines(page) if (found := _marginal(line, page, body_size))]
    for key, distance, _ in marginal:
        places[key].append(distance)
    for distances in places.values():
        distances.sort()
    needed = max(2, round(SHARE * len(pages)))
    watermarks = {line for page in pages for line in page.lines if _is_watermark(line, body_size)}
    running = watermarks | {
        line
        for key, distance, line in marginal
        if _count_near(places[key], distance) >= needed or _PAGE_NUMBER.fullmatch(line.text)
    }
    return running | _further_lines(pages, running, needed)


def _further_lines(pages: Sequence[PageInk], found: Container[Line], needed: int) -> set[Line]:
    """The lines right below running heads that are the same on most pages: heads of several lines."""
    below: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for page in pages:
        head: Line | None = None
        for line in page.lines[:MOST_HEAD_LINES]:
            if line in found:
                head = line
            elif head and pitch(head, line) < HEAD_PITCH and len(entries(line.runs)) == 1 and _is_upper(line, page):
                below[line.text, round(line.box[1] / SAME_HEIGHT)].append(line)
                head = line
            else:
                break
    return {line for lines in below.values() if len(lines) >= max(needed, 0.8 * len(pages)) for line in lines}


def _is_upper(line: Line, page: PageInk) -> bool:
    return line.box[3] < 2 * ZONE * page.ink.height


def is_furniture(element: Element, running: Container[Line]) -> bool:
    """Is a line one of the running ones, or a table or column made of nothing else?"""
    return element in running if isinstance(element, Line) else all(line in running for line in element.lines)


def _lines(page: PageInk) -> Iterator[Line]:
    """The lines outside tables, and of tables that stand wholly at the top or foot and are not tagged as such."""
    yield from page.lines
    for table in page.tables:
        if not table.tag and all(_is_marginal(line, page) for line in table.lines):
            yield from table.lines


def _is_watermark(line: Line, body_size: float) -> bool:
    return line.runs[0].is_slanted and line.size >= WATERMARK * body_size


def _is_marginal(line: Line, page: PageInk) -> bool:
    return min(line.box[1], page.ink.height - line.box[3]) + line.size <= ZONE * page.ink.height


def _marginal(line: Line, page: PageInk, body_size: float) -> tuple[Key, float, Line] | None:
    """What to compare of a line at the top or foot of a page, and its distance from that edge."""
    if not _is_marginal(line, page):
        return None
    top, foot = line.box[1], page.ink.height - line.box[3]
    return (top < foot, _alike(line, body_size)), min(top, foot), line


def _alike(line: Line, body_size: float) -> str:
    """The text, digits aside; but with them where it may be a heading ("Recommendation 2")."""
    is_heading = line.size > 1.1 * body_size or all(run.bold for run in line.runs)
    counts = "page" in line.text.lower() or not is_heading
    return _DIGITS.sub("#", line.text) if counts else line.text


def _count_near(places: Sequence[float], place: float) -> int:
    return bisect_right(places, place + SAME_HEIGHT) - bisect_left(places, place - SAME_HEIGHT)
