"""What an office document says of itself."""

from __future__ import annotations

import re
from datetime import date

_TEMPLATE_MADE = "2013-12-23T23:15"  # what python-docx's template says: no day of the document's own
_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})")


def properties(title: str | None, author: str | None, created: str | None, modified: str | None) -> dict[str, str]:
    """A document's metadata as the model has it: only what is given, dates (ISO, with a time or not) as days."""
    given = {"title": title, "author": author, "created": _day(created), "modified": _day(modified)}
    return {key: " ".join(value.split()) for key, value in given.items() if value and value.strip()}


def _day(text: str | None) -> str:
    """The day of an ISO date; empty where there is none."""
    match = _DAY.match(text or "")
    if not match or (text or "").startswith(_TEMPLATE_MADE):
        return ""
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return ""
