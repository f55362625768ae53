"""The text of a web page's bytes, whatever it says of its own encoding."""

from __future__ import annotations

import codecs
import re

from .._text import decode

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_HEAD = 4096
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Python's names of the encodings a page may be in; browsers, too, take Latin-1 and ASCII for Windows-1252.
_TRUSTED = re.compile(r"cp125\d|iso8859-\d+|mac-roman|cp850|cp437|koi8-[ru]|gb18030|gbk|big5|shift_jis|euc_jp|euc_kr")
_WINDOWS = frozenset(("iso8859-1", "ascii", "cp1252"))


def page_text(data: bytes, said: str = "") -> str:
    """The page's text: by its mark, as UTF-8 where it is that, as it (or `said`) declares, or as most likely.

    Raises Damaged where the bytes are no text.
    """
    declared = _codec(said) or _declared(data)
    if declared and not data.startswith(_MARKS) and b"\0" not in data and not _is_utf8(data):
        return data.decode(declared, errors="replace")
    return decode(data)


def _declared(data: bytes) -> str:
    """The encoding the page's beginning names, as Python knows it; empty where it is none to be trusted."""
    match = _DECLARED.search(data, 0, _HEAD)
    return _codec(match[1].decode("ascii")) if match else ""


def _codec(label: str) -> str:
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    if name in _WINDOWS:
        return "cp1252"
    return name if _TRUSTED.fullmatch(name) else ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
