"""Codes that a document explains ("HO = Heritage Officer", "S: within a year"), taken for what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import Paragraph, Senses, TimeEntry
from .contents import is_timescale

_CODE = r"[A-Z][A-Za-z&]{0,5}\d?"
_WHOLE = re.compile(rf"\s*(?P<code>{_CODE})\s*(?:[=:]|\s[–—-])\s+(?P<meaning>\S.{{2,80}})\s*")
_WITHIN = re.compile(
    rf"(?<![\w-])(?P<code>{_CODE})\s*=\s*(?P<meaning>[^=;\n]{{3,80}}?)(?=[.;,]?\s+{_CODE}\s*=|[.;\n]|$)"
)
_LONGEST = 600  # characters of a paragraph that explains codes
_LEAST = 2  # one alone is a sentence that happens to hold an equals sign


@dataclass(frozen=True, slots=True)
class _Entry:
    """A code that says when, with the kind of deadline that it stands for."""

    span: tuple[int, int]
    kind: str
    milestone: str | None = None


def with_keys(paragraphs: Sequence[Paragraph], senses: Senses) -> Senses:
    """The senses, to which a code says what the document's own keys say that it means."""
    found = {code: meaning for paragraph in paragraphs for code, meaning in _explained(paragraph.text)}
    owners = {code for code, meaning in found.items() if senses.is_owner(meaning)}
    times = {code: meaning for code, meaning in found.items() if is_timescale(meaning, senses)}
    if len(owners) < _LEAST and len(times) < _LEAST:
        return senses

    def entries(text: str) -> Sequence[TimeEntry]:
        meant = senses.entries(times[text.strip()]) if text.strip() in times else ()
        return [_Entry((0, len(text)), meant[0].kind)] if meant else senses.entries(text)

    def is_owner(text: str) -> bool:
        return text.strip() in owners or senses.is_owner(text)

    return replace(senses, entries=entries, is_owner=is_owner)


def _explained(text: str) -> Iterator[tuple[str, str]]:
    """The codes that a paragraph explains, with what they mean."""
    if len(text) > _LONGEST:
        return
    found = list(_WITHIN.finditer(text))
    whole = _WHOLE.fullmatch(text) if len(found) < _LEAST else None
    yield from ((match["code"], match["meaning"].strip()) for match in ([whole] if whole else found))
