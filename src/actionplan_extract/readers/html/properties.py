"""What a page says of itself in its head: title, author, dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_NAMES = {
    "author": "author",
    "dc.creator": "author",
    "dcterms.creator": "author",
    "dc.date": "created",
    "dc.date.created": "created",
    "dc.date.issued": "created",
    "dcterms.created": "created",
    "dcterms.date": "created",
    "dcterms.issued": "created",
    "article:published_time": "created",
    "dc.date.modified": "modified",
    "dcterms.modified": "modified",
    "article:modified_time": "modified",
    "last-modified": "modified",
}
_ISO = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?")
_LONGEST = 300


def properties(soup: BeautifulSoup) -> dict[str, str]:
    """The page's metadata under the keys title, author, created, modified (ISO dates)."""
    found: dict[str, str] = {}
    if soup.title is not None and (title := " ".join(soup.title.get_text().split())):
        found["title"] = title[:_LONGEST]
    for element in soup.find_all("meta"):
        name = str(element.get("name") or element.get("property") or element.get("http-equiv") or "").lower()
        value = _value(_NAMES.get(name, ""), " ".join(str(element.get("content") or "").split()))
        if value:
            found.setdefault(_NAMES[name], value)
    return found


def _value(key: str, content: str) -> str:
    if key in ("created", "modified"):
        match = _ISO.match(content)
        return match[0] if match else ""
    return content[:_LONGEST] if key else ""
