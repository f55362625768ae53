"""Bytes to text, in a stated order of guesses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..errors import Damaged
from ..limits import DEFAULT, Limits
from ..model import Notice, Paragraph
from ..passage import Passage, Place
from ._blocks import text_paragraphs
from ._report import limit_reached

HEAD_BYTES = 65_536

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"))
_WIDE_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_BINARY = "the file holds binary data, not text"
_LEGACY = ("cp1252", "cp850", "mac_roman")  # Windows; Excel's "CSV (MS-DOS)" and "CSV (Macintosh)"
_OFFICE = frozenset("£€–—‘’“”•…·½°©®™§\xa0éèêëàáâäîïíôöóûüúçÉ")  # beyond ASCII, what British offices type
_CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f\ufffd]")


@lru_cache(maxsize=2)
def decode(data: bytes) -> str:
    """The text of the bytes, NUL characters and lone surrogates as U+FFFD; raises Damaged.

    In order: byte order mark, UTF-8, UTF-16 by its zero bytes, then the one of the encodings British
    offices have used that gives the likeliest characters, Windows-1252 where they give the same.
    """
    return _decode(data).replace("\0", "\ufffd")


def read_text(data: bytes, limits: Limits) -> tuple[str, tuple[Notice, ...]]:
    """The text of the bytes as `decode` gives it, as far as the limit goes, with a notice where there is more."""
    text = decode(data)
    if len(text) <= limits.characters:
        return text, ()
    message = f"the text has {len(text):,} characters; only the first {limits.characters:,} were read"
    return text[: limits.characters], (limit_reached(limits, "characters", message),)


def long_lines(text: str, limits: Limits) -> tuple[Notice, ...]:
    """A notice where lines are so long that they are read in pieces."""
    longest = max(map(len, text.splitlines()), default=0)
    if longest <= limits.line_characters:
        return ()
    return (limit_reached(limits, "line_characters", f"a line of {longest:,} characters was read in pieces"),)


def _decode(data: bytes) -> str:
    for mark, encoding in (*_MARKS, *_WIDE_MARKS):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\0" in data[:HEAD_BYTES] and (wide := _wide_encoding(data[:HEAD_BYTES])):
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if b"\0" in data:
            raise Damaged(_BINARY) from None
        return _decode_legacy(data)


def _wide_encoding(part: bytes) -> str:
    """UTF-16 without a mark, in which every other byte of Western text is zero; empty where a NUL is a slip."""
    even, odd, most = part[::2].count(0), part[1::2].count(0), max(len(part) // 2, 1)
    if odd > 0.6 * most and even < 0.1 * most:
        return "utf-16-le"
    if even > 0.6 * most and odd < 0.1 * most:
        return "utf-16-be"
    if even + odd > len(part) / 50:
        raise Damaged(_BINARY)
    return ""


def _decode_legacy(data: bytes) -> str:
    text = data.decode("utf-8", errors="replace")
    if 4 * text.count("\ufffd") <= sum(character > "\x7f" for character in text):
        return text  # a few broken characters do not make it another encoding
    beyond_ascii = bytes(byte for byte in data[:HEAD_BYTES] if byte > 127)
    likely = {name: sum(c in _OFFICE for c in beyond_ascii.decode(name, errors="replace")) for name in _LEGACY}
    return data.decode(max(_LEGACY, key=lambda name: likely[name]), errors="replace")


def head(data: bytes) -> str:
    """The beginning of the text, for sniffing; empty where the bytes are no text."""
    part = data[:HEAD_BYTES]
    if len(data) > HEAD_BYTES:  # not in the middle of a character
        part = part[: part.rfind(b"\n") + 1] or part
    try:
        text = decode(part)
    except Damaged:
        return ""
    return "" if len(_CONTROL.findall(text)) > len(text) / 50 else text


def line_spans(text: str, longest: int = DEFAULT.line_characters) -> list[tuple[int, int]]:
    """The [start, end) of each line, line ends left out; a line that is too long is several."""
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"))
        spans += _pieces(text, start, end, longest) if end - start > longest else [(start, end)]
        start += len(line)
    return spans


def _pieces(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int]]:
    """A line cut at blanks, or where it has none, into pieces that are short enough."""
    while end - start > longest:
        cut = text.rfind(" ", start + 1, start + longest)
        cut = cut if cut > 0 else start + longest
        yield start, cut
        start = cut
    yield start, end


def prose(text: str, start: int, end: int, path: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a stretch of plain text."""
    return text_paragraphs(Passage.of(text[start:end], Place(path=path), start))


def line_passage(text: str, span: tuple[int, int], number: int) -> Passage:
    """A line of running text, with its number from 0 as its place."""
    return Passage.of(text[slice(*span)], Place(path=f"line[{number}]"), span[0])
