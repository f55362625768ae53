"""The page within a web archive: one file that holds a page and its pictures, as browsers and Word save it."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

_START = re.compile(
    rb"\s*(?:(?:from|subject|mime-version|date|snapshot-content-location|content-\w+|x-[\w-]+):[^\r\n]*"
    rb"(?:\r?\n[ \t]+[^\r\n]*)*\r?\n)+",
    re.IGNORECASE,
)
_HEAD = 4096


def is_mhtml(data: bytes) -> bool:
    """Is it a web archive: headers of a message that hold a page?"""
    start = _START.match(data[:_HEAD])
    said = start[0].lower() if start else b""
    return b"mime-version:" in said and (b"multipart/related" in said or b"text/html" in said)


def page_part(data: bytes) -> tuple[bytes, str]:
    """The bytes of the page and the encoding its part declares; any other file as it is."""
    if not is_mhtml(data):
        return data, ""
    message = message_from_bytes(data.lstrip(), policy=policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html" and isinstance(part, EmailMessage):
            held = part.get_payload(decode=True)
            return (held if isinstance(held, bytes) else b""), str(part.get_content_charset() or "")
    return b"", ""
