"""Sentences and lists that a page broke, put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..model import Paragraph
from ..passage import Passage, join

_ENDED = re.compile(r"[.:;!?…][\"'’”)\]]*\s*$")
_HANGING = re.compile(
    r"(?:[,&/–—-]|\b(?:a|an|the|and|or|of|to|for|in|on|by|with|at|as|from|that|which|our|its|their|is|are|be|will|under|over|than|into|between|through|this|these|not|any))\s*$",
    re.IGNORECASE,
)
_TORN = re.compile(r"\s(?:by|before|until|the|and|of|to|for|in|from|with|a|an)$")
_DASHED = re.compile(r"[–—]\s+\S")
_DAY = re.compile(r"(?<![\d,.])\d{1,2}(?:st|nd|rd|th)?$")
_NAMED_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)(?:r?uary|ch|il|ust|t(?:ember)?|ober|ember)?"
_DATED = re.compile(rf"{_NAMED_MONTH}\s+\d")
_MONTH = re.compile(rf"\s{_NAMED_MONTH}$")
_YEAR = re.compile(r"20\d\d\b")
_RUNNING_WORDS = 8
_LINES_TO_TELL = 3
_BLANK = 0.25  # of the height of a line
_LONE_LETTER = re.compile(r"[b-z]\b")
_DIGITS = re.compile(r"[0-9]+")


def goes_on(before: str, after: str) -> bool:
    """Does a text that was cut off end in mid-sentence, and the other take it up?"""
    start = after.lstrip("\"'‘“( ")[:1]
    if not before.strip() or not start or _ENDED.search(before):
        return False
    return start.islower() or bool(_HANGING.search(before))


def has_ended(text: str) -> bool:
    """Does the text end as a sentence, or a lead-in to a list, does?"""
    return bool(_ENDED.search(text))


def is_torn(before: Paragraph, after: Paragraph) -> bool:
    """Is a text torn where its line ended: within brackets, a date or a phrase, or before a dash that goes on?"""
    if before.heading or after.heading or after.is_item:
        return False
    first, last = after.text, before.text.rstrip()
    in_brackets = any(last.rfind(a) > last.rfind(b) and b in first for a, b in ("()", "[]"))
    in_date = (_DAY.search(last) and _DATED.match(first)) or (_MONTH.search(last) and _YEAR.match(first))
    in_sentence = _TORN.search(last) or (last.endswith(",") and len(last.split()) >= _RUNNING_WORDS)
    return in_brackets or bool(in_date or in_sentence or _DASHED.match(first))


def leaves_room(before: Paragraph, after: Paragraph) -> bool | None:
    """Would the first word of a paragraph have had room on the last line of the one before?

    None where that cannot be told: without places on a page, or with too few lines to know how wide the column is.
    """
    boxes = [box for paragraph in (before, after) for piece in paragraph.passage.pieces if (box := piece.box)]
    last = next((piece.boxes for piece in reversed(before.passage.pieces) if piece.boxes), ())
    first = next((piece.boxes for piece in after.passage.pieces if piece.boxes), ())
    if len(boxes) < _LINES_TO_TELL or not last or not first:
        return None
    needed = first[0][2] - first[0][0] + _BLANK * (first[0][3] - first[0][1])
    return last[-1][2] + needed < max(box[2] for box in boxes)


def is_cut(before: Paragraph) -> bool:
    """Does a paragraph that stands last on its page end in mid-sentence?

    An item or a label often has no closing stop, so only running text tells.
    """
    words = before.text.split()
    return not before.is_item and len(words) >= _RUNNING_WORDS and not _ENDED.search(before.text)


def continues_list(before: Paragraph, after: Paragraph) -> bool:
    """Is the item the next one of the list that the other item stands in?"""
    if not before.is_item or not after.is_item or before.is_numbered != after.is_numbered:
        return False
    if not before.is_numbered:
        return after.level > 0 or before.glyph == after.glyph
    numbers = [int(found[0]) for found in map(_DIGITS.search, (before.glyph, after.glyph)) if found]
    return len(numbers) == 2 and numbers[1] == numbers[0] + 1


def takes_up(before: Paragraph, after: Paragraph, *, cut: bool = False) -> bool:
    """Does a paragraph go on with the one before it? `cut`: a page break is known to stand between them."""
    if after.is_item:
        return False
    return goes_on(before.text, after.text) or (cut and (is_cut(before) or _goes_on_behind_colon(before, after)))


def _goes_on_behind_colon(before: Paragraph, after: Paragraph) -> bool:
    """Does the line end with a colon only because it is full?"""
    is_within = before.text.rstrip().endswith((":", ";")) and after.text[:1].islower()
    return is_within and leaves_room(before, after) is False


def join_paragraphs(
    before: Sequence[Paragraph], after: Sequence[Paragraph], *, cut: bool = False
) -> tuple[Paragraph, ...]:
    """Both, the sentence that a page break cut between them made one paragraph again."""
    if before and after and takes_up(before[-1], after[0], cut=cut):
        return (*before[:-1], run_on(before[-1], after[0]), *after[1:])
    return (*before, *after)


def run_on(before: Paragraph, after: Paragraph) -> Paragraph:
    """One paragraph of two."""
    return replace(before, passage=join_cut(before.passage, after.passage))


def join_cut(before: Passage, after: Passage) -> Passage:
    """A text cut in two, with a blank between where both have words there, not within a word ("Septembe" / "r")."""
    parts = [part for part in (before.strip(), after.strip()) if part]
    return join("" if _LONE_LETTER.match(after.text.lstrip()) and before.text[-1:].isalpha() else " ", parts)
