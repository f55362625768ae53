"""Numbers that lead a recommendation or an action, in a cell of their own or in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..model import Paragraph
from ..passage import Passage, as_passage
from .headers import header_role, header_words

_WORD = (
    r"(?:key\s+)?(?:recommendation|rec|action|proposal|objective|priority|issue|item|point|ref|no|number|area)"
    r"\b\.?\s*"
    r"(?:no\.?\s*|number\s*|#\s*)?"
)
_CODE = r"(?:[A-Z]{1,5}[-./ ]?)?\d{1,3}(?:[-./]\d{1,3}){0,3}[a-z]?(?:\([a-z]{1,3}\))?"
_CELL = re.compile(rf"\s*\(?\s*(?:{_WORD}:?\s*)?(?P<number>{_CODE}|[a-z]|[ivx]{{1,5}})\s*[.:)\]–-]*\s*", re.IGNORECASE)
_RUNS_ON = r"\s+(?:of|in|and|or|to|is|was|for|at)\b"  # "Issue 4 of the paper"
_MEASURED = (
    r"(?:[mb]illion|FTEs?|km|miles|tonnes|hectares|degrees|per cent|times|[Yy]ears?|[Mm]onths?|[Dd]ays?|[Hh]ours?)\b"
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|(?:Nov|Dec)(?:ember)?)\b"
)
# In running text a number counts where a word announces it or punctuation closes it.
_NAMED = re.compile(rf"\s*{_WORD}(?P<number>(?>{_CODE}))(?!{_RUNS_ON})\s*[.:)\]–—-]*\s*", re.IGNORECASE)
_CLOSED = re.compile(rf"\s*\(?(?P<number>{_CODE})(?:\s*[.:)\]](?=\s|$)|\s+[|–—-](?=\s))\s*")
_DOTTED = re.compile(rf"\s*(?P<number>[A-Z]{{0,3}}\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}[a-z]?)[.)]?\s+(?!{_MEASURED})(?=\S)")
_TITLE = re.compile(
    r"\s*(?:(?:key\s+)?recommendation\s*(?:no\.?\s*)?(?P<named>[A-Z]{0,2}\d{1,2}[a-z]?|(?-i:[A-Z])(?=\s*[.:)–—-]))\s*[.:)–—-]*"
    r"|(?P<closed>(?-i:[A-Z]{1,3}-?)?\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)[.:)]|(?P<dashed>(?-i:[A-Z]{1,4}-?)?\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)\s+[–—-](?=\s+(?-i:[A-Z]))"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3})(?=\s+(?-i:[A-Z]))|(?P<coded>(?-i:R|REC|Rec)\d{1,2}[a-z]?))"
    r"\s+(?=\S)",
    re.IGNORECASE,
)
_AREA = re.compile(r"\s*area\s+(?P<number>\d{1,2})\s*[:.–—-]\s+(?=\S)", re.IGNORECASE)
_CALLED = re.compile(
    r"\s*(?P<word>[A-Z][A-Za-z]+(?: [a-z]+){0,3}) (?P<number>[A-Z]{0,2}\d{1,2}[a-z]?)(?:\s*[:.]|\s+[–—-])\s+(?=\S)"
)
_LETTER = re.compile(r"\s*(?P<number>[A-Z])[.)]\s+(?=[A-Z][a-z])")
_BARE = re.compile(
    rf"\s*(?P<number>(?!Q[1-4]\s)(?:[A-Z]{{1,4}}-?|Rec)?\d{{1,2}}[a-z]?)\s+(?!{_MEASURED}|{_MONTH})(?=[A-Z])"
)


AIMS = frozenset(("aim", "ambition", "goal", "objective", "outcome", "priority"))
_CLEAR = 0.6
_PUT_IN = re.compile(r"(?<=\.\d)[a-z]\b|(?<=\.\d\d)[a-z]\b")  # "1.2a" is put in between 1.2 and 1.3
_DIGITS, _SMALL = re.compile(r"\d+"), re.compile(r"[a-z]+")


def cell_number(passage: Passage) -> Passage:
    """The number in a number cell, without the word and closing punctuation; the cell's text where it is no number."""
    match = _CELL.fullmatch(passage.text)
    return passage[match.start("number") : match.end("number")] if match else passage.collapse()


def title_number(title: Passage, *, bare: bool = False) -> tuple[Passage, Passage]:
    """The number that leads a heading ("Recommendation 3: Waste", "2. Waste", "R1 Waste"), and the rest.

    `bare` also takes a number that nothing closes ("3 Waste").
    """
    match = _TITLE.match(title.text) or ((_BARE.match(title.text) or _AREA.match(title.text)) if bare else None)
    called = None if match else _CALLED.match(title.text)
    if called and _is_request(called["word"]):
        match = called
    if not match:
        return Passage(), title
    start, end = match.span(str(match.lastgroup))
    return title[start:end], title[match.end() :].strip()


def _is_request(word: str) -> bool:
    """Does a word name what someone asks of a council ("Area for improvement"), and no aim of its own?"""
    role, weight = header_role(word)
    return role == "recommendation" and weight >= _CLEAR and not AIMS.intersection(header_words(word))


def leading_number(paragraphs: Sequence[Paragraph], *, bare: bool = False) -> tuple[Passage, tuple[Paragraph, ...]]:
    """The number that leads the paragraphs (empty where none does), and the paragraphs without it.

    `bare` also takes a number that nothing closes ("3 Improve …"), for columns that are known to hold them.
    """
    if not paragraphs:
        return Passage(), ()
    first, rest = paragraphs[0], tuple(paragraphs[1:])
    if first.is_numbered and not _is_list(paragraphs):
        return as_passage(first.marker or "").strip("(). "), (replace(first, marker=None), *rest)
    for pattern in (_NAMED, _CLOSED, _DOTTED, *([_BARE, _LETTER] if bare else [])):
        match = pattern.match(first.text)
        if match:
            number = first.passage[match.start("number") : match.end("number")]
            return number, _without(first, match.end(), rest)
    return Passage(), tuple(paragraphs)


def number_shape(paragraph: Paragraph) -> str:
    """How the number that leads a paragraph is printed ("1.", "(a)", "R1 –"), empty where none leads it.

    Digits are told as 1 and small letters as a; bold type and a list's numbers set it apart.
    """
    number, rest = leading_number((paragraph,), bare=True)
    if not number:
        return ""
    printed = paragraph.glyph or paragraph.text[: len(paragraph.text) - sum(len(one.text) for one in rest)]
    is_bold = 0 < len(paragraph.text) <= paragraph.lead
    shape = _SMALL.sub("a", _DIGITS.sub("1", _PUT_IN.sub("", printed.strip())))
    return f"{shape}{' item' * paragraph.is_item}{' bold' * is_bold}"


def _is_list(paragraphs: Sequence[Paragraph]) -> bool:
    """Are there further numbered items of the same level?"""
    return any(p.is_numbered and p.level == paragraphs[0].level for p in paragraphs[1:])


def _without(first: Paragraph, end: int, rest: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    left = replace(first, passage=first.passage[end:].strip(), lead=max(0, first.lead - end))
    return (left, *rest) if left.text else rest
