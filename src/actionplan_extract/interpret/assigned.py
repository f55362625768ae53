"""Items below a line that says who will do them: "The Chief Executive will:", "Head of Fleet to:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from ..model import Senses
from ..passage import Passage
from .closing import WHEN, WHO, Closing, closing
from .labels import Part
from .numbering import number_shape
from .promise import time_named

_LEAST = 2  # items of which most say when
_WILL = re.compile(
    r"\s*(?:the\s+|our\s+)?(?P<who>[^.;:!?\n]{2,80}?),?\s+"
    r"(?:(?:will|shall|must|should)(?:\s+(?:also|now|then))?|is\s+(?:asked|required|responsible)\s*(?:to|for)?|are\s+to|is\s+to"
    r"|has\s+(?:agreed|undertaken|been\s+asked)\s+to|to)\s*[:–—…-]?\s*",
    re.IGNORECASE,
)


def assigned(parts: Sequence[Part], senses: Senses) -> Mapping[int, Closing]:
    """Who and when of the items that stand below lines saying who will do them, where most of these say when."""
    found = dict(_below(parts, senses))
    dated = [n for n, told in found.items() if told.names(WHEN)]
    return found if len(found) >= _LEAST and 2 * len(dated) > len(found) else {}


def _below(parts: Sequence[Part], senses: Senses) -> Iterator[tuple[int, Closing]]:
    for n, part in enumerate(parts):
        if who := _charged(part, senses):
            for item in takewhile(lambda k: _is_item(parts[k]), range(n + 1, len(parts))):
                yield item, _with_owner(parts[item], who, senses)


def _charged(part: Part, senses: Senses) -> Passage | None:
    """Whom a line charges with what stands below it."""
    found = _WILL.fullmatch(part.paragraph.text) if part.label is None else None
    return part.paragraph.passage[slice(*found.span("who"))] if found and senses.is_owner(found["who"]) else None


def _is_item(part: Part) -> bool:
    paragraph = part.paragraph
    return part.label is None and not paragraph.heading and (paragraph.is_item or bool(number_shape(paragraph)))


def _with_owner(part: Part, who: Passage, senses: Senses) -> Closing:
    """What closes an item or is told in its sentence, and who does it where the item names nobody itself."""
    told = closing(part.paragraph, senses) or Closing((), len(part.paragraph.passage))
    when = None if told.names(WHEN) else time_named(part.paragraph.passage, senses)
    owner = () if told.names(WHO) else ((WHO, who),)
    return replace(told, values=(*owner, *told.values, *(((WHEN, when),) if when else ())))
