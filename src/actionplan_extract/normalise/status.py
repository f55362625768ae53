"""How far a thing has got: a status cell's words, symbols and colour, by data/status.csv."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from colorsys import rgb_to_hls
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from ..data import Record, read_table
from ..schema import Rag, Status, StatusValue
from .words import Found, Phrases, Word, word_forms, words_of

Use = Literal["yes", "no", "alone"]
"""Is a phrase a sign of a status column: yes, no (it says so only under its header), alone in its cell."""


@dataclass(frozen=True, slots=True)
class _Meaning:
    value: StatusValue | None
    rag: Rag | None
    sure: Use = "yes"


_SHORT_CELL = 80  # characters
_SHORT_WORDS = 10  # a longer text is a narrative: only how it begins is its status
_REACH = 40  # characters before a phrase in which it may be denied
_TAIL = re.compile(r"\s*(?:$|[-–—:,.;()/!]|(?:due|for|but|as|with|in|by|and|until|to|at|since|on|subject)\b)", re.I)
_FILLER = re.compile(
    r"(?:(?:action|this|the|is|now|status|b?rag|rating|currently|work|all|\d{1,3}\s?%|\d{1,2}|[-–—:.()])\s*)*", re.I
)
_PERCENT = re.compile(r"(?<!\d)(\d{1,3})\s?%(?=\W*$|\s*(?:complete|done|achieved|delivered|progress))", re.I)
_UNDONE = re.compile(r"\b(?:no|not|never|cannot|be|once|when|until|if|before)\s+(?:\w+\s+){0,2}$", re.I)
_RATED = re.compile(r"\b(?:b?ragb?|rayg|ratings?|colou?rs?|traffic lights?|red\W+amber)\b", re.I)
_STATUS = re.compile(r"\bstatus\b", re.I)
_TRAFFIC = frozenset("rag")
_YES = re.compile(r"\W*(?:y|yes|[✔✓✅☑🗸🗹])\W*", re.I)
_BETWEEN = re.compile(r"\W*\w+\s*[/–—-]\s*\w+\W*")
_CHANGE = re.compile(r"\b(?:now|to|revised|currently)\b|→|->|>", re.I)

# Hues in degrees, saturation as the spread of the channels: paler fills than these are decoration.
_HUES: tuple[tuple[float, Rag], ...] = ((15, "red"), (65, "amber"), (170, "green"), (262, "blue"))
_RED_AGAIN = 340
_MIN_SPREAD = 40 / 255
_MIN_SPREAD_BLUE = 80 / 255  # pale blues are house style, not a rating
_MAX_LIGHTNESS = 0.91
_MAX_LIGHTNESS_AMBER = 0.89
_GREY_SPREAD = 12 / 255
_GREY_LIGHTNESS = (0.25, 0.8)


@cache
def _vocabulary() -> Phrases[_Meaning]:
    return Phrases((record["words"], _meaning(record, cast(Use, record["sure"]))) for record in read_table("status"))


@cache
def _symbols() -> dict[str, _Meaning]:
    return {record["symbol"]: _meaning(record) for record in read_table("status_symbols")}


def _meaning(record: Record, sure: Use = "yes") -> _Meaning:
    return _Meaning(cast(StatusValue, record["value"]) or None, cast(Rag, record["rag"]) or None, sure)


def read_status(text: str, fill: str | None = None, header: str | None = None, ink: str | None = None) -> Status | None:
    """The status a cell gives by its text or, where that names no colour, its ink or fill; None where none does.

    Where the column's header is known, a lone letter is a colour only under one that speaks of ratings,
    and "Yes" answers one that asks ("Completed?").
    """
    verbatim = " ".join(text.split())
    meanings = list(_meanings(verbatim, header))
    value = _answer(verbatim, header or "") or _value_of_percent(verbatim)
    value = value or next((meaning.value for meaning in meanings if meaning.value), None)
    rag = _colour_word(verbatim, meanings, header or "") or next(
        (rag for _, rag in _ratings(verbatim, fill, ink)), None
    )
    if not verbatim and rag is None:
        return None
    return Status(text=verbatim or None, value=value, rag=rag)


def _answer(text: str, header: str) -> StatusValue | None:
    """The stage that "Yes" means under a header that asks for one; "No" tells only that it is not reached."""
    if not _YES.fullmatch(text):
        return None
    return next((found.value[0].value for found in _vocabulary().find(word_forms(header))), None)


@lru_cache(maxsize=1024)
def looks_like_status(text: str) -> bool:
    """Is it a short cell that says how far something has got and little else?"""
    if len(text) > _SHORT_CELL:
        return False
    words = words_of(text)
    if len(words) > _SHORT_WORDS:
        return False
    if any(symbol in text for symbol in _symbols()):
        return len(words) <= 2
    found = next(_found(text, words), None)
    if found is None:
        return bool(_PERCENT.fullmatch(text.strip()))
    starts_well = _FILLER.fullmatch(text, 0, words[found.first].start)
    return bool(starts_well and _TAIL.match(text, words[found.last - 1].end)) and found.value.sure != "no"


def rating_colour(text: str, rag: Rag | None, fill: str | None, ink: str | None) -> str | None:
    """The colour by which a cell with this text gives the rating; None where it does not."""
    return next((colour for colour, named in _ratings(text, fill, ink) if named == rag), None)


def _ratings(text: str, fill: str | None, ink: str | None) -> Iterator[tuple[str, Rag]]:
    """The ratings that the colours of a cell stand for, what is written or drawn in it first.

    Words in blue are links or house style.
    """
    if ink and (rag := rag_of_fill(ink)) and (rag != "blue" or not words_of(text)):
        yield ink, rag
    if fill and (rag := rag_of_fill(fill)):
        yield fill, rag


def rag_of_fill(fill: str) -> Rag | None:
    """The rating a fill "#rrggbb" stands for by its hue; None for white, black, pale tints and other hues."""
    red, green, blue = (int(fill[i : i + 2], 16) / 255 for i in (1, 3, 5))
    spread = max(red, green, blue) - min(red, green, blue)
    hue, lightness, _ = rgb_to_hls(red, green, blue)
    if spread <= _GREY_SPREAD:
        return "grey" if _GREY_LIGHTNESS[0] < lightness < _GREY_LIGHTNESS[1] else None
    degrees = 0.0 if hue * 360 >= _RED_AGAIN else hue * 360
    rag = next((name for limit, name in _HUES if degrees < limit), None)
    return rag if rag and _is_strong(rag, spread, lightness) else None


def _is_strong(rag: Rag, spread: float, lightness: float) -> bool:
    """Is the colour strong enough to be meant as a rating?"""
    lightest = _MAX_LIGHTNESS_AMBER if rag == "amber" else _MAX_LIGHTNESS
    return spread >= (_MIN_SPREAD_BLUE if rag == "blue" else _MIN_SPREAD) and lightness <= lightest


def _meanings(text: str, header: str | None) -> Iterator[_Meaning]:
    """What the text's symbols and phrases mean, in order; of a narrative only its beginning counts."""
    yield from (meaning for symbol, meaning in _symbols().items() if symbol in text)
    words = words_of(text)
    found = [f for f in _found(text, words, header) if not _is_undone(text, words[f.first].start)]
    if len(words) > _SHORT_WORDS:
        found = [f for f in found[:1] if _FILLER.fullmatch(text, 0, words[f.first].start)]
    yield from (f.value for f in found)


def _found(text: str, words: Sequence[Word], header: str | None = None) -> Iterator[Found[_Meaning]]:
    """The phrases of the vocabulary in the text; a letter counts only where it is (nearly) all there is."""
    letters = [word.form for word in words if not word.form.isdigit() and not _RATED.fullmatch(word.form)]
    is_colour = _are_colours(letters, text, header)
    for found in _vocabulary().find([word.form for word in words]):
        meaning = found.value[0]
        if meaning.sure != "alone" or is_colour:
            yield Found(found.first, found.last, meaning)


def _are_colours(letters: Sequence[str], text: str, header: str | None) -> bool:
    """Are lone letters colours: by what the cell or its header says, "R", "A" and "G" under "Status", too?"""
    if len(letters) == 2 and not (header and _BETWEEN.fullmatch(text)):
        return False
    if not 0 < len(letters) <= 2:
        return False
    if _is_rated(f"{text} {header or ''}"):
        return True
    return letters != ["y"] if header is None else _is_status(header) and set(letters) <= _TRAFFIC


def _is_undone(text: str, start: int) -> bool:
    """Does what stands right before say that it is not so ("to be implemented", "no delays")?"""
    return bool(_UNDONE.search(text, max(0, start - _REACH), start))


def _is_status(header: str) -> bool:
    return bool(_STATUS.search(header))


def _is_rated(text: str) -> bool:
    """Does it speak of ratings by colour ("RAG", "Red/Amber/Green")?"""
    return bool(_RATED.search(text))


def _colour_word(text: str, meanings: Sequence[_Meaning], header: str) -> Rag | None:
    """The colour the text names; of two, the last where it tells of a change; none of a legend.

    Between two ("A/G") it is the first, and only where the header asks for a rating.
    """
    named = list(dict.fromkeys(meaning.rag for meaning in meanings if meaning.rag))
    if not named or len(named) > 2:
        return None
    if len(named) == 2 and _BETWEEN.fullmatch(text):
        return named[0] if "amber" in named and (_is_rated(header) or _is_status(header)) else None
    return named[-1] if _CHANGE.search(text) else named[0]


def _value_of_percent(text: str) -> StatusValue | None:
    """The stage that a lone percentage stands for."""
    match = _PERCENT.search(text)
    if not match or len(word_forms(text)) > _SHORT_WORDS:
        return None
    share = int(match.group(1))
    return "not_started" if share == 0 else "in_progress" if share < 100 else "complete" if share == 100 else None
