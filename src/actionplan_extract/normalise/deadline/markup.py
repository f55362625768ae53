"""Takes out what is no prose, character for character: addresses, file names, entities left over from web pages."""

from __future__ import annotations

import html
import re

_SIGNS = re.compile(r"[@_&]|://|www\.|\.(?:doc|pdf|xls|ppt|csv|htm|gov|org|com)", re.IGNORECASE)
"""One of these stands in every text that has any of them."""
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|[\w.+-]{1,64}@[\w.-]{3,}"
    r"|(?<![\w./-])[\w./-]{1,120}\.(?:docx?|pdf|xlsx?|pptx?|csv|html?|gov|org|com)(?![\w])\S*"
    r"|(?<![\w-])(?=[^\W_]{1,80}_[^\W_])[\w-]{3,160}",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,5}|#x[0-9a-f]{1,4}|[a-z]{2,8});", re.IGNORECASE)


def without_markup(text: str) -> str:
    """The text of the same length, each address or file name a word that means nothing, each entity its character."""
    if _SIGNS.search(text) is None:
        return text
    return _ADDRESS.sub(lambda match: "x" * len(match.group()), _ENTITY.sub(_character, text))


def _character(match: re.Match[str]) -> str:
    """The entity's character, filled up with spaces that stand for nothing."""
    written = match.group()
    character = html.unescape(written)
    return character.ljust(len(written)) if len(character) == 1 else written
