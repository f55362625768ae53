"""RTF, through LibreOffice; evidence refers to the text LibreOffice makes of it."""

from __future__ import annotations

from dataclasses import replace

from ..limits import DEFAULT, Limits
from ..model import Document
from . import odt
from ._office import to_odt

FORMAT = "rtf"
MEDIA_TYPE = "application/rtf"
SUFFIXES = frozenset({".rtf"})

_MARK = b"{\\rtf"


def sniff(data: bytes, suffix: str) -> float:
    """Sure of RTF's first word; little for the bare suffix."""
    if data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_MARK):
        return 1.0
    return 0.3 if suffix in SUFFIXES else 0.0


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document as LibreOffice shows it; raises MissingDependency, TimedOut or Damaged."""
    return replace(odt.read(to_odt(data, ".rtf"), name, limits), format=FORMAT, media_type=MEDIA_TYPE)
