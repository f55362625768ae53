"""Who answers for an action: the owners named in a cell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ...schema import Owner, OwnerKind
from ..office import read_phrase
from .cutting import Span, owner_spans
from .marks import WRAP
from .naming import read_owner
from .senses import begins_as_task, looks_like_owner
from .shapes import is_name_like, title_of

__all__ = ["WRAP", "OwnerReading", "begins_as_task", "looks_like_owner", "read_owners"]


@dataclass(frozen=True, slots=True)
class OwnerReading:
    """The owners of a cell, each with its span [start, end) in the text.

    `vacant` says that the cell admits, in whole or in part, that there is no owner yet; a cell that says there
    is none at all ("N/A") has no owners and is not vacant.
    """

    owners: tuple[tuple[Owner, Span], ...] = ()
    vacant: bool = False


@lru_cache(maxsize=1024)  # the same few officers answer for many rows
def read_owners(text: str, hint: OwnerKind | None = None) -> OwnerReading:
    """The owners named in a cell; `hint` ("officer" or "member") is what its column's header says."""
    owners: list[tuple[Owner, Span]] = []
    vacant = False
    titled = ""
    for start, end in owner_spans(text):
        shared = title_of(titled, "person") if _is_fellow(titled, text[start:end]) else None
        titled = titled if shared else text[start:end]
        owner, open_post = read_owner(text[start:end], shared or hint)
        vacant = vacant or open_post
        if owner:
            owners.append((owner, (start, end)))
    return OwnerReading(tuple(owners), vacant)


def _is_fellow(titled: str, text: str) -> bool:
    """Does the title in front of a person count for the next as well ("Cllrs A Smith, B Jones")?"""
    if title_of(titled, "people"):
        return is_name_like(text) or read_phrase(text).sort == "name"
    return is_name_like(text) and len(text.split()) == 1
