"""Lists that run on within a sentence ("(1) Map the gaps; (2) plant the trees"), and items led by a box to tick."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..model import Paragraph

_MARK = re.compile(r"(?:(?<=^)|(?<=[\s;,:]))(?P<mark>\(?(?P<count>\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
_BOX = re.compile(r"\s*(?P<box>[☐☑☒]|\[[ xX✓✔]?\])\s+(?=\S)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_BETWEEN = " ;,"


def ticked(paragraph: Paragraph) -> Paragraph:
    """The paragraph, a box to tick that leads it ("☐ Buy buses") taken for its bullet."""
    found = None if paragraph.is_item and paragraph.is_numbered else _BOX.match(paragraph.text)
    if found is None:
        return paragraph
    lead, text = max(0, paragraph.lead - found.end()), paragraph.passage[found.end() :]
    return replace(paragraph, passage=text, marker=paragraph.passage[slice(*found.span("box"))], lead=lead)


def listed(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """The items, or the first one, of a list counted by numbers or letters that a paragraph is; else itself alone."""
    found = [] if paragraph.is_item else list(_MARK.finditer(paragraph.text))
    counts = [match["count"] for match in found]
    is_list = bool(found) and not paragraph.text[: found[0].start()].strip() and _counts_up(counts)
    return tuple(_items(paragraph, found)) if is_list else (paragraph,)


def _counts_up(counts: Sequence[str]) -> bool:
    """Are they the first numbers, letters or Roman numerals, in order?"""
    series = ([str(n) for n in range(1, len(counts) + 1)], _LETTERS[: len(counts)], _ROMAN[: len(counts)])
    return any(list(counts) == list(one) for one in series)


def _items(paragraph: Paragraph, found: Sequence[re.Match[str]]) -> list[Paragraph]:
    bounds = pairwise([*(match.start() for match in found), len(paragraph.text)])
    texts = (
        paragraph.passage[match.end() : end].strip(_BETWEEN) for match, (_, end) in zip(found, bounds, strict=True)
    )
    marks = (paragraph.passage[slice(*match.span("mark"))] for match in found)
    return [replace(paragraph, passage=text, marker=mark, lead=0) for text, mark in zip(texts, marks, strict=True)]
