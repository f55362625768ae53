"""The verbatim text of a document whose format keeps no text of its own: written down as it is read."""

from __future__ import annotations

import re

from ..passage import Passage, Place

# Never seen on the page: soft hyphens, zero-width spaces, byte order marks; NUL and half pairs are no characters.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_NO_CHARACTER = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff]")


class Transcript:
    """What a reader has written down so far; every piece knows where in it it stands.

    So the promise of a passage holds by construction: the text at a piece's span is the piece.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def write(self, text: str, place: Place) -> Passage:
        """The text as a passage at its place, a line of its own in the transcript; empty for no text."""
        passage = Passage.of(text, place, self._length)
        self._parts += [text, "\n"] if text else []
        self._length += len(text) + 1 if text else 0
        return passage


def seen(text: str) -> str:
    """The text without what no reader sees; what is no character becomes U+FFFD."""
    return _NO_CHARACTER.sub("\ufffd", _UNSEEN.sub("", text))
