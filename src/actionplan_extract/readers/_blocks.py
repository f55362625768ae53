"""The paragraphs and list items in a stretch of text: plain lines, or a fragment of (broken) HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..model import Paragraph
from ..passage import Passage, join

# Glyphs that are nothing but bullets, and signs that are bullets only at a line's start.
GLYPHS = "•●○◦▪■□▫‣⁃➤➢➔❖✓✔►▶·∙\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf076"
_MARKER = re.compile(
    rf"[ \t\xa0]*(?P<marker>[{GLYPHS}]|[-*–—](?=[ \t\xa0])|o(?=[ \t\xa0])"
    r"|(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)](?=[ \t\xa0])|\((?:\d{1,2}|[a-z]|[ivx]{2,4})\)(?=[ \t\xa0]))[ \t\xa0]*"
)
_INLINE_GLYPH = re.compile(rf"(?<=[\s\xa0])(?=[{GLYPHS}](?:\s|\xa0))")
_NUMBER = re.compile(r"(?:^|(?<=\s))(?=(\d{1,2})\.\s+\S)")
_SENTENCE_END = re.compile(r"[.:;!?…][\"'’”)\]]*\s*$")
_LABEL = re.compile(r"[A-Z][\w /&'’-]{1,40}:\s|[A-Z]{0,3}\d{1,2}(?:\.\d{1,2})+[.)]?\s")  # what begins a line of its own
_OPEN_BRACKET = re.compile(r"\([^()]*\Z")
_CLOSING = re.compile(r"[^()]{0,80}\)(?!\S*[a-z])")
_RULE = re.compile(r"\s*(?:={3,}|-{3,}|_{3,}|~{3,}|\*{3,})\s*")
_TITLE_WORDS = 16
_UNDERLINED = 2  # the heading level of a line with a rule below it
_TAB = 4
_FULL = 0.8  # of the longest line: letters differ in width
_OPEN_END = re.compile(r"(?:\b(?:of|for|the|to|with|in|on|and|or|a|an|by|from)|[-–—&/,(])\s*$", re.IGNORECASE)
_JOINING = re.compile(r"\s*(?:and|or|of|for|the|with|in|on|to|as|that|which|who)\b|\s*[&)]")
_NARROWEST, _WIDEST = 40, 132  # characters: a longer line was not wrapped
_LEAST_FULL = 3


def text_paragraphs(passage: Passage) -> tuple[Paragraph, ...]:
    """The paragraphs of plain text: a line is one, unless it goes on from the line above."""
    lines = passage.lines()
    return _structured(_unwrapped(lines, room=max((len(line.text.strip()) for line in lines), default=0)))


def line_paragraphs(lines: Sequence[Passage]) -> tuple[Paragraph, ...]:
    """The paragraphs of running text: a line is one, unless all the text was wrapped at some width.

    A line of dashes parts paragraphs; the line it underlines is a heading.
    """
    titles = {a.text.strip() for a, b in pairwise(lines) if _RULE.fullmatch(b.text) and _may_be_title(a.text)}
    lines = [line[:0] if _RULE.fullmatch(line.text) else line for line in lines]
    width = _wrap_width([line.text for line in lines])
    found = _structured(_unwrapped(lines, width) if width else _run_on(lines))
    return tuple(replace(p, heading=_UNDERLINED) if p.text.strip() in titles else p for p in found)


def _may_be_title(line: str) -> bool:
    words = line.split()
    return 0 < len(words) <= _TITLE_WORDS and not _SENTENCE_END.search(line) and not _MARKER.match(line)


def _run_on(lines: Iterable[Passage]) -> Iterator[Passage]:
    """Lines, with those joined of which one plainly goes on in the next."""
    held: list[Passage] = []
    for line in lines:
        if held and not _plainly_goes_on(held[-1].text, line.text) and not _hangs(held[0].text, line.text):
            yield join(" ", held)
            held = []
        held.append(line.strip() if held else line)
    if held:
        yield join(" ", held)


def _plainly_goes_on(line: str, following: str) -> bool:
    """Does a long line break off in mid-bracket, before a dash's other side or in mid-sentence?"""
    above, start = line.rstrip(), following.lstrip()
    if not above or not start or len(above) < _NARROWEST:
        return False
    if _OPEN_BRACKET.search(above) and _CLOSING.match(start):
        return True
    if _MARKER.match(following):
        return False
    return above.endswith((" –", " —", " -")) or (start[0].islower() and not _SENTENCE_END.search(above))


def _hangs(item: str, following: str) -> bool:
    """Does a line stand exactly below an item's text, and not begin as a line of its own does?"""
    marker = _MARKER.match(item)
    start = following.lstrip(" ")
    return (
        marker is not None
        and start[:1].isalnum()
        and not start[0].isupper()
        and (len(following) - len(start) == marker.end() and not _MARKER.match(following))
    )


def _structured(lines: Iterable[Passage]) -> tuple[Paragraph, ...]:
    return tuple(nested_by_glyph(_with_levels(_paragraphs(lines))))


def _wrap_width(lines: Sequence[str]) -> int:
    """The width at which lines were wrapped: the next word would not have fitted; 0 where they were not."""
    width = max(map(len, lines), default=0)
    full = [a for a, b in pairwise(lines) if _is_full(a, b, width) and not _SENTENCE_END.search(a)]
    return width if _NARROWEST <= width <= _WIDEST and len(full) >= _LEAST_FULL else 0


def _is_full(line: str, following: str, width: int) -> bool:
    """Would the first word of the line below not have fitted into the line?"""
    first = following.split(maxsplit=1)[:1]
    return bool(line.strip() and first) and len(line.rstrip()) + 1 + len(first[0]) > width


def nested_by_glyph(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, with an item one level in where its glyph is not its list's first one."""
    outer: str | None = None
    for paragraph in paragraphs:
        is_bullet = paragraph.is_item and not paragraph.is_numbered
        if is_bullet and outer and paragraph.glyph != outer and paragraph.level == 0:
            yield replace(paragraph, level=1)
            continue
        outer = (outer or paragraph.glyph) if is_bullet else None
        yield paragraph


def inline_items(passage: Passage, *, numbered: bool = False) -> list[Passage]:
    """The parts of a run of text in which bullets (or counted numbers) stand within the line."""
    start = _NUMBER if numbered and _counts_up(passage.text) else _INLINE_GLYPH
    return [part for found in passage.split(start) if (part := found.strip())]


def item(passage: Passage, level: int = 0, lead: int = 0) -> Paragraph:
    """A paragraph, its bullet or number (where it starts with one) taken off as the marker."""
    match = _MARKER.match(passage.text)
    if not match or match.end() == len(passage):
        return Paragraph(passage.strip(), level=level, lead=lead)
    marker = passage[match.start("marker") : match.end("marker")]
    return Paragraph(passage[match.end() :].strip(), marker, level, lead=max(0, lead - match.end()))


def _counts_up(text: str) -> bool:
    """Do two or more numbers in it count up by one ("3. Leadership 4. Recruitment")?"""
    found = [int(match[1]) for match in _NUMBER.finditer(text)]
    return len(found) > 1 and all(b == a + 1 for a, b in pairwise(found))


def _unwrapped(lines: Iterable[Passage], width: int = 0, room: int = 0) -> Iterator[Passage]:
    """Lines, with those joined that merely wrap: the line is full, or no sentence ended and the next goes on.

    `room` is how long the longest line is, where that is known: one that stops well before it was ended there.
    """
    held: list[Passage] = []
    above = ""
    for line in lines:
        if held and not _goes_on(above, line.text, width, room):
            yield join(" ", held)
            held = []
        held.append(line.strip() if held else line)
        above = line.text
    if held:
        yield join(" ", held)


def _goes_on(line: str, following: str, width: int, room: int) -> bool:
    """Does a line go on with the one above, or hold the text of a bullet that stands alone there?"""
    above, start = line.strip(), following.lstrip()
    if not above or not start:
        return False
    if _OPEN_BRACKET.search(above) and _CLOSING.match(start):
        return True
    if _MARKER.match(following):
        return False
    if width and _is_full(line, following, width) and not _LABEL.match(start):
        return True
    if above in GLYPHS:
        return True
    ends = _SENTENCE_END.search(line) or (room and _ends_early(line, following, room))
    return start[0].islower() and not ends


def _ends_early(line: str, following: str, room: int) -> bool:
    """Does a line that could end there stop where the next one's first word would have had room?"""
    is_open = _OPEN_END.search(line) or _JOINING.match(following)
    return not is_open and not _is_full(line.strip(), following, int(_FULL * room))


def _paragraphs(lines: Iterable[Passage]) -> Iterator[tuple[Paragraph, int]]:
    for line in lines:
        for part in inline_items(line):
            yield item(part), _indent(line.text)


def _indent(line: str) -> int:
    spaces = line[: len(line) - len(line.lstrip(" \t\xa0"))]
    return len(spaces.replace("\t", " " * _TAB))


def _with_levels(found: Iterable[tuple[Paragraph, int]]) -> Iterator[Paragraph]:
    """List items with their level, by indent."""
    indents: list[int] = []
    for paragraph, indent in found:
        if paragraph.marker is None:
            indents = []
            yield paragraph
            continue
        while indents and indent < indents[-1]:
            indents.pop()
        if not indents or indent > indents[-1]:
            indents.append(indent)
        yield Paragraph(paragraph.passage, paragraph.marker, len(indents) - 1)
