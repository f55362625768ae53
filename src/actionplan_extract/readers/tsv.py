"""Tab-separated rows, whose cells may hold HTML, alone or with prose around them."""

from __future__ import annotations

import re
from dataclasses import replace

from ..limits import DEFAULT, Limits
from ..model import Document
from ._delimited import document
from ._text import head, read_text

FORMAT = "tsv"
MEDIA_TYPE = "text/tab-separated-values"
SUFFIXES = frozenset({".tsv", ".tab"})

_LEAST_ROWS = 2
_LABEL = re.compile(r"[^\t]*:\s*\t")  # a tab behind a label is no cell's end


def sniff(data: bytes, suffix: str) -> float:
    """Sure where several lines hold two tabs or more."""
    lines = [line for line in head(data).splitlines() if line.strip()]
    rows = [line for line in lines if line.count("\t") >= 2 and not _LABEL.match(line)]
    if len(rows) >= _LEAST_ROWS and 2 * len(rows) >= sum("\t" in line for line in lines):
        return 0.75
    return 0.4 if suffix in SUFFIXES and any("\t" in line for line in lines) else 0.0


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document; lines without a tab are prose."""
    text, notices = read_text(data, limits)
    found = document(text, "\t", format_name=FORMAT, media_type=MEDIA_TYPE, loose_prose=True, limits=limits)
    return replace(found, notices=notices)
