"""DOC: Word's binary format, through LibreOffice; evidence refers to the text LibreOffice makes of it."""

from __future__ import annotations

from dataclasses import replace

from ..errors import Encrypted
from ..limits import DEFAULT, Limits
from ..model import Document
from . import odt
from ._office import to_odt
from ._ole import stream_names, stream_start

FORMAT = "doc"
MEDIA_TYPE = "application/msword"
SUFFIXES = frozenset({".doc", ".dot"})

_STREAM = "WordDocument"
_FLAGS = 11  # bytes from the stream's start
_LOCKED = 0x01


def sniff(data: bytes, suffix: str) -> float:
    """Sure of an OLE container with Word's stream; little for the bare suffix."""
    if _STREAM in stream_names(data):
        return 1.0
    return 0.3 if suffix in SUFFIXES else 0.0


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document as LibreOffice shows it; raises Encrypted, MissingDependency, TimedOut or Damaged."""
    start = stream_start(data, _STREAM)
    if start is not None and data[start + _FLAGS : start + _FLAGS + 1] and data[start + _FLAGS] & _LOCKED:
        raise Encrypted("the document asks for a password")
    return replace(odt.read(to_odt(data, ".doc"), name, limits), format=FORMAT, media_type=MEDIA_TYPE)
