"""Joins words and numbers that narrow columns and PDFs split: "Septem ber", "prog ress", "b y", "3 1 March"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from .repair import rejoin
from .tokens import Token

_PIECES = 3
"""A word is split in so many pieces at most."""
_LETTERED = frozenset({"by", "of", "in", "to", "on", "end", "mid", "from"})
SHORTEST_SPLIT = 7
"""Two pieces of a word that is not of the closed classes are joined from this length on."""
_LONGEST = 14
_YEAR_DIGITS = 4


def rejoined(raw: Sequence[Token], index: int, known: Collection[str]) -> tuple[Token, int] | None:
    """The word of which token `index` is the first piece, and the index behind its last; None where it is none."""
    first, text, stop = raw[index], raw[index].text, index + 1
    if len(text) == 1 and (spaced := _letterspaced(raw, index, known)):
        return spaced
    for _ in range(_PIECES - 1):
        stop = _behind_hyphen(raw, stop)
        piece = raw[stop]
        if piece.kind != "word" and not (piece.text.isalpha() and first.kind == "word"):
            return None
        word = rejoin(text, piece.text) or _plain_word(first, text, piece, known)
        if word:
            return replace(first, end=piece.end, text=word, fixed=True), stop + 1
        text, stop = text + piece.text, stop + 1
    return None


def _letterspaced(raw: Sequence[Token], index: int, known: Collection[str]) -> tuple[Token, int] | None:
    """The word whose letters all stand apart: "M a r c h"."""
    stop = index + 1
    while stop < index + _LONGEST and raw[stop].text.isalpha() and len(raw[stop].text) == 1 and _is_apart(raw[stop]):
        stop += 1
    word = "".join(token.text for token in raw[index:stop])
    return (replace(raw[index], end=raw[stop - 1].end, text=word, fixed=True), stop) if word in known else None


def _behind_hyphen(raw: Sequence[Token], i: int) -> int:
    """The index behind a hyphen that closes one piece of a word before the line breaks."""
    is_hyphen = raw[i].kind == "-" and not raw[i].gap and (raw[i + 1].line or not raw[i + 1].gap)
    return i + 1 if is_hyphen else i


def _plain_word(first: Token, text: str, piece: Token, known: Collection[str]) -> str | None:
    """A word that is in no closed class: a short one letter by letter, a long one where neither piece is a word."""
    word = text + piece.text
    if word in _LETTERED and 1 in (len(text), len(piece.text)):
        return word
    is_split = first.kind == piece.kind == "word" and len(word) >= SHORTEST_SPLIT and not piece.capital
    return word if is_split and word in known else None


def joined_digits(raw: Sequence[Token], index: int) -> tuple[Token, int] | None:
    """The year or day whose digits stand apart ("2 0 2 4", "3 1 March", "31/03/20 24"), and the index behind it."""
    if _is_half_year(raw, index):
        return _number(raw, index, index + 2)
    stop = index
    while stop <= index + _YEAR_DIGITS and _is_digit(raw[stop]) and (stop == index or _is_apart(raw[stop])):
        stop += 1
    digits = "".join(token.text for token in raw[index:stop])
    is_year = len(digits) == _YEAR_DIGITS and digits[:2] == "20"
    return _number(raw, index, stop) if is_year or _is_day_before_month(raw, index, stop, digits) else None


def _is_half_year(raw: Sequence[Token], index: int) -> bool:
    """Is the number the first half of a year behind a day and a month in digits?"""
    marks = [token.kind for token in raw[max(0, index - 4) : index]]
    in_digits = marks in (["number", "/", "number", "/"], ["number", ".", "number", "."])
    return in_digits and raw[index].text == "20" and len(raw[index + 1].text) == 2 and _is_apart(raw[index + 1])


def _number(raw: Sequence[Token], index: int, stop: int) -> tuple[Token, int]:
    """The number that the tokens make together."""
    digits = "".join(token.text for token in raw[index:stop])
    return replace(raw[index], end=raw[stop - 1].end, text=digits, value=digits, fixed=True), stop


def _is_digit(token: Token) -> bool:
    return token.kind == "number" and len(token.text) == 1


def _is_apart(token: Token) -> bool:
    return token.gap and not token.line


def _is_day_before_month(raw: Sequence[Token], index: int, stop: int, digits: str) -> bool:
    opens = index == 0 or raw[index].line or raw[index - 1].kind == "modality"
    return opens and len(digits) == 2 and 10 <= int(digits) <= 31 and raw[stop].kind == "month"
