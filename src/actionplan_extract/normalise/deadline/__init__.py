"""Timescales as councils write them, read into typed deadlines.

`parse_deadlines("By September 2024; then quarterly")` gives two deadlines. The grammar is this package's own:
text is cut into tokens, tokens into marks that say something of time, marks divide the cell into
entries, and each entry's marks make one typed deadline.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from ...schema import Deadline, Point, Range, Relative
from .assemble import assemble
from .entries import divide, mark_bullets
from .explain import Explanation, explain
from .frame import normalise_deadlines
from .legend import Meaning, normal_term
from .recurrence import recurrence_to_rrule
from .resolve import Context
from .scan import scan
from .settings import DeadlineSettings
from .statement import Statement
from .words import lex

__all__ = [
    "DeadlineSettings",
    "Explanation",
    "explain_deadlines",
    "normalise_deadlines",
    "parse_deadlines",
    "recurrence_to_rrule",
]

_CUSTOMARY = DeadlineSettings()
_CACHED_LENGTH = 200
"""Longer cells are seldom repeated and would only fill the cache."""


def parse_deadlines(
    text: str, reference_date: date | None = None, settings: DeadlineSettings | None = None
) -> list[Deadline]:
    """All deadlines of a timescale cell, in order, each with its span in the text.

    Empty text gives none; text that says nothing of time one `unparsed`. Years that the text leaves out are
    taken from `reference_date`, and never from today; without it such deadlines have no dates.
    """
    context = _context(settings or _CUSTOMARY, reference_date)
    return list(_parse_once(text, context) if len(text) <= _CACHED_LENGTH else _parse(text, context))


def explain_deadlines(
    text: str, reference_date: date | None = None, settings: DeadlineSettings | None = None
) -> list[Explanation]:
    """The deadlines of a timescale cell, each with its tokens and the rule that gave it."""
    context = _context(settings or _CUSTOMARY, reference_date)
    return [explain(statement) for statement in _statements(text, context)]


@lru_cache(maxsize=16)
def _context(settings: DeadlineSettings, reference: date | None) -> Context:
    """The context with the legend's texts read, themselves without a legend."""
    plain = Context(settings, reference)
    legend = {normal_term(term): _meaning(text, plain) for term, text in settings.legend.items()}
    return Context(settings, reference, legend)


def _meaning(text: str, context: Context) -> Meaning:
    """What the first deadline in a legend's text says of days and offset."""
    for deadline in _parse(text, context):
        if isinstance(deadline, Relative):
            return Meaning(deadline.earliest, deadline.latest, deadline.offset)
        if isinstance(deadline, Point | Range):
            return Meaning(deadline.earliest, deadline.latest, None)
    return Meaning(None, None, None)


@lru_cache(maxsize=4096)
def _parse_once(text: str, context: Context) -> tuple[Deadline, ...]:
    return tuple(_parse(text, context))


def _parse(text: str, context: Context) -> list[Deadline]:
    return [assemble(statement)[0] for statement in _statements(text, context)]


def _statements(text: str, context: Context) -> list[Statement]:
    """The entries of a cell, ready to be typed."""
    tokens = mark_bullets(lex(text))
    entries = divide(tokens, scan(tokens), has_case=not text.isupper())
    return [Statement(text, tokens, entry, context) for entry in entries]
