"""What a reader leaves out of a document, and says so."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Notice, NoticeCode


class Report:
    """Counts hidden words and gathers what else a reader of the result should know, each thing once."""

    def __init__(self) -> None:
        self._hidden = 0
        self._told: dict[Notice, None] = {}

    def hide(self, words: int) -> None:
        """Words were left out because the program does not show them."""
        self._hidden += words

    def tell(self, code: NoticeCode, message: str) -> None:
        """Something was left unread."""
        self._told[Notice(code, message, severity="warning")] = None

    def limit(self, most: int, what: str) -> None:
        """A table has more of something than is read."""
        self.tell("limit_reached", f"a table has more than {most} {what}; the others were left unread")

    def notices(self) -> Iterator[Notice]:
        """The notices of all that was left out."""
        if self._hidden:
            message = f"{self._hidden} words that are hidden were left out"
            yield Notice("hidden_content", message, severity="warning")
        yield from self._told
