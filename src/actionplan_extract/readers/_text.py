"""Bytes to text, in a stated order of guesses."""

from __future__ import annotations

from functools import lru_cache

from charset_normalizer import from_bytes

from ..errors import Damaged
from ..model import Paragraph
from ..passage import Passage, Place
from ._blocks import text_paragraphs

HEAD_BYTES = 65_536

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32"))
_WIDE_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@lru_cache(maxsize=2)
def decode(data: bytes) -> str:
    """The text of the bytes, NUL characters and lone surrogates as U+FFFD; raises Damaged.

    In order: byte order mark, UTF-8, UTF-16 by its zero bytes, then what charset-normalizer finds
    among the encodings British offices have used, at last Windows-1252, which reads anything.
    """
    for mark, encoding in (*_MARKS, *_WIDE_MARKS):
        if data.startswith(mark):
            return _clean(data.decode(encoding, errors="replace"))
    if b"\0" in data[:HEAD_BYTES]:
        return _clean(_decode_wide(data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _clean(data.decode(_legacy_encoding(data), errors="replace"))


def head(data: bytes) -> str:
    """The beginning of the text, for sniffing; empty where the bytes are no text."""
    part = data[:HEAD_BYTES]
    for cut in range(4):  # a cut may fall inside a character
        try:
            return decode(part[: len(part) - cut] if len(data) > HEAD_BYTES else data)
        except Damaged:
            return ""
        except UnicodeDecodeError:
            continue
    return ""


def _decode_wide(data: bytes) -> str:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    even, odd = data[:HEAD_BYTES:2].count(0), data[1:HEAD_BYTES:2].count(0)
    most = max(len(data[:HEAD_BYTES]) // 2, 1)
    if odd > 0.6 * most and even < 0.1 * most:
        return data.decode("utf-16-le", errors="replace")
    if even > 0.6 * most and odd < 0.1 * most:
        return data.decode("utf-16-be", errors="replace")
    raise Damaged("the file holds binary data, not text")


def _legacy_encoding(data: bytes) -> str:
    found = from_bytes(data[:HEAD_BYTES], cp_isolation=["cp1252", "mac_roman", "iso8859_15", "cp850"]).best()
    return found.encoding if found else "cp1252"


def _clean(text: str) -> str:
    return text.replace("\0", "\ufffd")


def line_spans(text: str) -> list[tuple[int, int]]:
    """The [start, end) of each line, line ends left out."""
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        spans.append((start, start + len(line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"))))
        start += len(line)
    return spans


def prose(text: str, start: int, end: int, path: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a stretch of plain text."""
    return text_paragraphs(Passage.of(text[start:end], Place(path=path), start))
