"""What a reader leaves out of a document, and says so."""

from __future__ import annotations

from collections.abc import Iterator

from ..limits import Limits
from ..model import Notice, NoticeCode


def limit_reached(limits: Limits, name: str, what: str) -> Notice:
    """The notice that a limit left something unread; `what` is a sentence without its end."""
    return Notice("limit_reached", f"{what} ({limits.said(name)})", severity="warning")


class Report:
    """Counts hidden words and gathers what else a reader of the result should know, each thing once."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._hidden = 0
        self._told: dict[Notice, None] = {}

    def hide(self, words: int) -> None:
        """Words were left out because the program does not show them."""
        self._hidden += words

    def tell(self, code: NoticeCode, message: str) -> None:
        """Something was left unread."""
        self._told[Notice(code, message, severity="warning")] = None

    def limit(self, name: str) -> None:
        """A table has more of something (the limit's name) than is read."""
        most = getattr(self.limits, name)
        self._told[
            limit_reached(self.limits, name, f"a table has more than {most:,} {name}; the others are left out")
        ] = None

    def notices(self) -> Iterator[Notice]:
        """The notices of all that was left out."""
        if self._hidden:
            message = f"{self._hidden} words that are hidden were left out"
            yield Notice("hidden_content", message, severity="warning")
        yield from self._told
