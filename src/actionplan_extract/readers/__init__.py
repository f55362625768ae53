"""One format a module: bytes in, Document out; words, lines, rules, fills and cells, no meaning.

A reader module has

- `FORMAT` (the name in the output), `MEDIA_TYPE`, `SUFFIXES` (with dots, lower case);
- `sniff(data: bytes, suffix: str) -> float`: how sure it is, 0 to 1, that this content is its own;
- `read(data: bytes, name: str, limits: Limits) -> Document`, which raises a `DocumentError`. What a limit leaves out it
  tells in a notice (`_report.limit_reached`).

Content decides before the suffix: a reader gives more than 0.5 only for signs in the bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Protocol

from ..errors import EmptyFile, UnsupportedFormat
from ..limits import DEFAULT, Limits
from ..model import Document, Notice
from ..plugins import modules
from ._bounds import bounded

NO_CHARACTER = "\ufffd"


class Reader(Protocol):
    """What a reader module offers."""

    FORMAT: str
    MEDIA_TYPE: str
    SUFFIXES: frozenset[str]

    def sniff(self, data: bytes, suffix: str) -> float:
        """How sure it is, 0 to 1, that the content is its own."""

    def read(self, data: bytes, name: str, limits: Limits) -> Document:
        """The document in the bytes, as much of it as the limits allow."""


def known_suffixes() -> frozenset[str]:
    """Every suffix a reader knows."""
    return frozenset().union(*(module.SUFFIXES for module in modules("readers")))


def choose_reader(data: bytes, name: str) -> Reader:
    """The reader that is surest of the content; raises EmptyFile or UnsupportedFormat."""
    if not data.strip(b"\0 \t\r\n\f\xef\xbb\xbf\xfe\xff"):
        raise EmptyFile("the file is empty")
    suffix = PurePath(name).suffix.lower()
    score, reader = max(((m.sniff(data, suffix), m) for m in modules("readers")), key=lambda pair: pair[0])
    if score <= 0:
        raise UnsupportedFormat(f"no reader knows this content (suffix {suffix or 'none'!r})")
    return reader


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document in the bytes; `name` helps where the content leaves a choice."""
    document = choose_reader(data, name).read(data, name, limits)
    return bounded(replace(document, notices=(*document.notices, *_broken_characters(document))), limits)


def _broken_characters(document: Document) -> Iterator[Notice]:
    """A notice of the characters that are none (NUL, halves of pairs, bytes of no meaning)."""
    if count := sum(page.text.count(NO_CHARACTER) for page in document.pages):
        message = f"the file has broken characters ({count}); {NO_CHARACTER} stands for each"
        yield Notice("text_recovered", message, severity="warning")
