"""Cuts text into tokens: words, numbers and marks, each with its offsets in the text as given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .repair import digits_read_as_letters, letters_read_as_digits

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2043\uf02d"
QUOTES = "\u2018\u2019\u201b\u02bc\u00b4\u0060\u2032\uff07"
BULLETS = "\u2022\u25cf\u25cb\u25aa\u25a0\u25e6\u2023\u27a4\u00b7\uf0b7\uf0a7\u2219\u25ba*"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
SUPERSCRIPTS = dict(zip("ˢᵗⁿᵈʳʰ", "stndrh", strict=True))

LOOKAHEAD = 16
"""How many end tokens stand behind the text, so that looking ahead never runs off it."""
CLOSING = frozenset(
    {"end", ",", ".", ";", ":", ")", "(", "-", "/", "and", "or", "then", "?", "|", "]", "[", "!", "&", "+", "=", "•"}
)
"""Kinds of token at which a statement may stop."""

# One character for one, so that offsets stay those of the text as given.
_FOLD = str.maketrans(
    {**dict.fromkeys(DASHES, "-"), **dict.fromkeys(QUOTES, "'"), **SUPERSCRIPTS, "⁄": "/", "∕": "/", "–": "-"}
)
_UNSEEN = str.maketrans(dict.fromkeys(INVISIBLE))
_TOKEN = re.compile(rf"(?P<money>[£$€]\s?\d[\d,.]*\w*|\d{{1,3}}(?:,\d{{3}})+)|(?P<word>[\w{INVISIBLE}]+)|(?P<mark>\S)")
_PART = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)(?=[^\W\d_])|[\d{INVISIBLE}]+|[^\W\d_][^\W\d_{INVISIBLE}]*[^\d\W_]|[^\W\d_]|_",
    re.IGNORECASE,
)
_NTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|af|il|ydd|ed|fed)", re.IGNORECASE)
_LONGEST_NUMBER = 8


class Token(NamedTuple):
    """A word, phrase, number or mark.

    `kind` is what it can be: "number", "nth" (an ordinal number), "word" (nothing known), "money", "end",
    a mark itself ("-"), or a kind of the vocabulary. `text` is its normal form, `value` what the
    vocabulary says of it; `gap` and `line` tell whether white space or a line break stands before it;
    `capital` whether it starts with one; `fixed` whether a typing error was read through.
    """

    kind: str
    start: int
    end: int
    text: str
    value: str = ""
    gap: bool = False
    line: bool = False
    capital: bool = False
    fixed: bool = False

    @property
    def number(self) -> int:
        """The number that a "number" or "nth" spells."""
        return int(self.value)


def tokenise(text: str) -> list[Token]:
    """The tokens of the text in order, phrases not yet put together."""
    tokens: list[Token] = []
    folded, end = text.translate(_FOLD), 0
    for match in _TOKEN.finditer(folded):
        between = folded[end : match.start()]
        line = any(c in "\n\r\v\f\x85\u2028\u2029" for c in between)
        for piece in _pieces(match):
            tokens.append(piece if not between else piece._replace(gap=True, line=line))
            between = ""
        end = match.end()
    return tokens


def _pieces(match: re.Match[str]) -> Iterator[Token]:
    """The tokens of one match: letters and digits written as one word are told apart."""
    start, end, raw = match.start(), match.end(), match.group()
    if match.lastgroup != "word":
        yield Token(raw if match.lastgroup == "mark" else "money", start, end, raw)
        return
    text = raw.translate(_UNSEEN)
    if text.isdecimal():
        yield _number(start, end, text)
    elif text.isalpha():
        yield _word(start, end, text)
    elif text:
        yield from _mixed(start, end, raw, text)


def _mixed(start: int, end: int, raw: str, text: str) -> Iterator[Token]:
    if nth := _NTH.fullmatch(text):
        yield Token("nth", start, end, text.lower(), nth.group(1))
    elif digits := letters_read_as_digits(text):
        yield _number(start, end, digits)._replace(fixed=True)
    elif letters := digits_read_as_letters(text):
        yield _word(start, end, text)._replace(text=letters, fixed=True)
    else:
        for part in _PART.finditer(raw):
            seen, low, high = part.group().translate(_UNSEEN), start + part.start(), start + part.end()
            if nth := _NTH.fullmatch(seen):
                yield Token("nth", low, high, seen.lower(), nth.group(1))
            elif seen:
                yield _number(low, high, seen) if seen.isdecimal() else _word(low, high, seen)


def _number(start: int, end: int, digits: str) -> Token:
    if len(digits) > _LONGEST_NUMBER:
        return Token("word", start, end, digits)
    return Token("number", start, end, digits, digits)


def _word(start: int, end: int, text: str) -> Token:
    return Token("word", start, end, text.lower(), capital=text[0].isupper())
