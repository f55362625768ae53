"""Cuts text into tokens: words, numbers and marks, each with its offsets in the text as given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .markup import without_markup
from .repair import capital_read_as_l, digits_read_as_letters, letters_read_as_digits, misread_ordinal, parted

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2043\uf02d"
QUOTES = "\u2018\u2019\u201b\u02bc\u00b4\u2032\uff07"
BULLETS = "\u2022\u25cf\u25cb\u25aa\u25a0\u25e6\u2023\u27a4\u00b7\uf0b7\uf0a7\u2219\u25ba*"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
SUPERSCRIPTS = dict(zip("ˢᵗⁿᵈʳʰ", "stndrh", strict=True))

LOOKAHEAD = 10
"""How many end tokens stand behind the text, so that looking ahead never runs off it."""
CLOSING = frozenset(
    {"end", ",", ".", ";", ":", ")", "(", "-", "/", "and", "or", "then", "?", "|", "]", "[", "!", "&", "+", "=", "•"}
)
"""Kinds of token at which a statement may stop."""

# One character for one, so that offsets stay those of the text as given.
_FOLD = str.maketrans({**dict.fromkeys(DASHES, "-"), **dict.fromkeys(QUOTES, "'"), **SUPERSCRIPTS, "⁄": "/", "∕": "/"})
_UNSEEN = str.maketrans(dict.fromkeys(INVISIBLE))
_NUMERAL = r"[£$€]\s?\d[\d,.]*\w*|\d{1,3}(?:,\d{3})+"
_TOKEN = re.compile(rf"(\s*)(?:({_NUMERAL})|([\w{INVISIBLE}]+)|(\S))")  # white space, money, word, mark
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th|af|il|ydd|ed|fed|ain|eg)"
_PART = re.compile(rf"{_ORDINAL}(?![a-z])|\d{{1,2}}(?:st|nd|rd|th)(?=[a-z])|[\d{INVISIBLE}]+|[^\W\d]+", re.IGNORECASE)
_NTH = re.compile(r"\d+(?=[^\W\d]+)")
_BREAKS = frozenset("\n\r\v\f\x85\u2028\u2029")
_LONGEST_NUMBER = 8
_NOTHING: Mapping[str, tuple[str, str]] = {}
_UNKNOWN = ("word", "")


@dataclass(slots=True, eq=False)  # never changed; frozen would double the time to make one
class Token:
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


def tokenise(text: str, known: Mapping[str, tuple[str, str]] = _NOTHING) -> list[Token]:
    """The tokens of the text in order, phrases not yet put together; `known` gives words' kinds and values."""
    tokens: list[Token] = []
    # White space at the end would be tried again from each of its characters.
    for match in _TOKEN.finditer(_folded(without_markup(text.rstrip()))):
        space, money, word, mark = match.groups()
        end, gap = match.end(), space != ""
        line = gap and space != " " and not _BREAKS.isdisjoint(space)
        if word:
            tokens.extend(_words(word, end - len(word), gap, line, known))
        elif mark:
            kind, value = known.get(mark, (mark, ""))
            tokens.append(Token(kind, end - 1, end, mark, value, gap, line))
        else:
            tokens.append(Token("money", end - len(money), end, money, "", gap, line))
    return tokens


def _folded(text: str) -> str:
    """The text with dashes, quotes and the like made one, character for character."""
    return text if text.isascii() else text.translate(_FOLD)


def _words(raw: str, start: int, gap: bool, line: bool, known: Mapping[str, tuple[str, str]]) -> Sequence[Token]:
    """The tokens of a word, letters and digits in it told apart."""
    end = start + len(raw)
    if raw.isalpha():
        word = raw.casefold() if "I" not in raw[1:] or raw.isupper() else capital_read_as_l(raw)
        kind, value = known.get(word, _UNKNOWN)
        if kind == "word" and known and (parts := parted(word)):
            return _parts(parts, start, gap, line, known)
        return (Token(kind, start, end, word, value, gap, line, raw[0].isupper()),)
    if raw.isdecimal() and len(raw) <= _LONGEST_NUMBER:
        return (Token("number", start, end, raw, raw, gap, line),)
    text = raw.translate(_UNSEEN)
    tokens = [_spelt(text, start, end)] if text.isalpha() or text.isdecimal() else list(_mixed(raw, text, start, end))
    tokens = [part for token in tokens for part in _kinded(token, known)]
    return [replace(tokens[0], gap=gap, line=line), *tokens[1:]] if tokens else []


def _parts(
    parts: Sequence[str], start: int, gap: bool, line: bool, known: Mapping[str, tuple[str, str]]
) -> Sequence[Token]:
    """The tokens of words that were run together."""
    tokens = []
    for word in parts:
        kind, value = known.get(word, _UNKNOWN)
        tokens.append(Token(kind, start, start + len(word), word, value, gap, line, fixed=True))
        start, gap, line = start + len(word), False, False
    return tokens


def _kinded(token: Token, known: Mapping[str, tuple[str, str]]) -> Sequence[Token]:
    """The token with what is known of its word, several where words were run together."""
    if token.kind != "word":
        return (token,)
    if token.text not in known:
        parts = parted(token.text) if known else ()
        return _parts(parts, token.start, token.gap, token.line, known) if parts else (token,)
    kind, value = known[token.text]
    return (replace(token, kind=kind, value=value),)


def _spelt(text: str, start: int, end: int) -> Token:
    """The token of letters alone or of digits alone, a number where they are few enough."""
    if text.isdecimal() and len(text) <= _LONGEST_NUMBER:
        return Token("number", start, end, text, text)
    return Token("word", start, end, text.casefold(), capital=text[0].isupper())


def _mixed(raw: str, text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of a word of letters and digits: one where OCR mistook some, else one a stretch of each."""
    if digits := letters_read_as_digits(text):
        yield Token("number", start, end, digits, digits, fixed=True)
    elif day := misread_ordinal(text):
        yield Token("nth", start, end, day + text[-2:].casefold(), day, fixed=True)
    elif letters := digits_read_as_letters(text):
        yield Token("word", start, end, letters, capital=text[0].isupper(), fixed=True)
    else:
        for part in _PART.finditer(raw):
            seen, low, high = part.group().translate(_UNSEEN), start + part.start(), start + part.end()
            if nth := _NTH.match(seen):
                yield Token("nth", low, high, seen.casefold(), nth.group())
            elif seen:
                yield _spelt(seen, low, high)
