"""Comma-separated values, or any other delimiter a spreadsheet program writes."""

from __future__ import annotations

import re
from dataclasses import replace

from ..limits import DEFAULT, Limits
from ..model import Document
from ._delimited import consistency, document
from ._text import HEAD_BYTES, head, read_text

FORMAT = "csv"
MEDIA_TYPE = "text/csv"
SUFFIXES = frozenset({".csv"})

DELIMITERS = (",", ";", "\t", "|", "^", "~")
_LEAST_SHARE = 0.6
_LEAST_FIELDS = 3
_PREAMBLE = re.compile(r"sep=(?P<delimiter>[,;\t|^~])[ ]*[\r\n]+", re.IGNORECASE)  # Excel's own first line


def sniff(data: bytes, suffix: str) -> float:
    """Sure where most records have the same number of fields; a `.csv` needs less."""
    text = head(data)
    share, fields = consistency(text, _delimiter(text))
    if suffix in SUFFIXES:
        return 0.78 if fields >= 2 else 0.3 * bool(text)
    return 0.55 if share >= _LEAST_SHARE and fields >= _LEAST_FIELDS and len(text.splitlines()) > 2 else 0.0


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document; first fields that stand alone, at the start or behind a blank line, are prose."""
    text, notices = read_text(data, limits)
    preamble = _PREAMBLE.match(text)
    found = document(
        text,
        _delimiter(text),
        format_name=FORMAT,
        media_type=MEDIA_TYPE,
        loose_prose=False,
        start=preamble.end() if preamble else 0,
        limits=limits,
    )
    return replace(found, notices=notices)


def _delimiter(text: str) -> str:
    """The delimiter the text names; else that by which most records agree, of two that makes more fields."""
    if preamble := _PREAMBLE.match(text):
        return preamble["delimiter"]
    return max(DELIMITERS, key=lambda mark: _fitness(*consistency(text[:HEAD_BYTES], mark)))


def _fitness(share: float, fields: int) -> float:
    return share * min(fields, 8)
