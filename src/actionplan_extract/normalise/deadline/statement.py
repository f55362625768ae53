"""An entry with all that is needed to type it, and the fields that every kind of deadline has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypedDict, TypeVar

from ...schema import Reading
from .entries import Entry, has_content
from .marks import Mark, Sense, State, StateKind, When
from .milestone import milestone_of
from .resolve import Context
from .tokens import Token

S = TypeVar("S", bound=Sense)

CONFIDENCE = {
    "ambiguous_recurrence": 0.7,
    "calendar_half": 0.75,
    "calendar_quarter": 0.8,
    "calendar_years": 0.8,
    "counted_from_reference": 0.9,
    "date_not_linked": 0.7,
    "dateparser": 0.6,
    "financial_year": 0.75,
    "financial_year_start": 0.7,
    "fiscal_half": 0.75,
    "fiscal_quarter": 0.8,
    "hydref_month": 0.8,
    "legend_applied": 0.9,
    "new_year_january": 0.8,
    "open_end": 0.8,
    "stroke_range": 0.7,
    "typo_corrected": 0.9,
    "weekday_mismatch": 0.6,
    "winter_into_next_year": 0.8,
    "working_days": 0.9,
    "year_end": 0.7,
    "year_inferred": 0.8,
}
"""What each assumption leaves of a certainty of 1."""


class Common(TypedDict):
    """The fields that every kind of deadline has."""

    text: str
    span: tuple[int, int]
    milestone: str | None
    edtf: str | None
    confidence: float
    assumptions: list[str]
    alternatives: list[Reading]


class Statement:
    """An entry of a cell with its tokens and marks, and the context to resolve them in.

    `dates` are those of its dates that count; `senses` the types of its marks, a state's kind for a state.
    """

    def __init__(self, text: str, tokens: Sequence[Token], entry: Entry, context: Context) -> None:
        self.text, self.tokens, self.context = text, tokens, context
        self.start, self.stop, self.marks = entry
        self._by_kind: dict[type, list[Mark[Any]]] = {}
        self.senses: set[type | StateKind] = set()
        for mark in self.marks:
            self._by_kind.setdefault(type(mark.sense), []).append(mark)
            self.senses.add(mark.sense.kind if isinstance(mark.sense, State) else type(mark.sense))
        self.dates = self._main_dates()

    @property
    def span(self) -> tuple[int, int]:
        """Where the entry stands in the text."""
        return self.tokens[self.start].start, self.tokens[self.stop - 1].end

    def verbatim(self, start: int, stop: int) -> str:
        """The text of the tokens [start, stop) as given, without punctuation at its ends."""
        if start >= stop:
            return ""
        text = self.text[self.tokens[start].start : self.tokens[stop - 1].end].strip(" \t\r\n.,;:")
        return text if "(" in text else text.rstrip(").")

    def common(
        self,
        used: Iterable[Mark[Sense]],
        notes: Iterable[str] = (),
        edtf: str | None = None,
        alternatives: Iterable[Reading] = (),
    ) -> Common:
        """The fields that every kind has, given the marks and assumptions that went into the reading."""
        start, end = self.span
        places: set[int] = set()
        for mark in used:
            places.update(range(mark.start, mark.stop))
        codes = list(dict.fromkeys(notes))
        return {
            "text": self.text[start:end],
            "span": (start, end),
            "milestone": milestone_of(self.text, self.tokens, self.start, self.stop, places),
            "edtf": edtf,
            "confidence": confidence(codes) if codes else 1.0,
            "assumptions": codes,
            "alternatives": list(alternatives),
        }

    def of(self, kind: type[S]) -> list[Mark[S]]:
        """The marks of one kind of sense."""
        return self._by_kind.get(kind, [])

    def states(self, *kinds: StateKind) -> list[Mark[State]]:
        """The marks of these states."""
        states = self.of(State)
        return states and [mark for mark in states if mark.sense.kind in kinds]

    def _main_dates(self) -> list[Mark[When]]:
        """The dates of the entry.

        Those that only describe a noun, and those in a longer remark in brackets, give way to what else there is.
        """
        dates = self.of(When)
        if len(self.marks) < 2:
            return dates
        firm = [mark for mark in dates if not mark.sense.is_weak] or dates
        asides = self._asides()
        main = [mark for mark in firm if mark.start not in asides]
        return main if main or len(self.marks) > len(firm) else firm

    def _asides(self) -> set[int]:
        """The tokens that stand in brackets behind a word of the same remark."""
        asides: set[int] = set()
        depth, spoken = 0, False
        for i in range(self.start, self.stop):
            if self.tokens[i].kind in ("(", ")"):
                depth, spoken = int(self.tokens[i].kind == "("), False
            elif depth:
                asides.update({i} if spoken else ())
                spoken = spoken or has_content(self.tokens, i, i + 1)
        return asides

    def is_linked(self, a: Mark[Sense], b: Mark[Sense]) -> bool:
        """Do only joining words stand between two marks?"""
        first, second = (a, b) if a.start < b.start else (b, a)
        return not has_content(self.tokens, first.stop, second.start)

    def is_spoken(self, start: int, stop: int) -> bool:
        """Is there a word with a meaning of its own among these tokens?"""
        return has_content(self.tokens, start, stop)


def confidence(codes: Iterable[str]) -> float:
    """What the assumptions leave of a certainty of 1."""
    product = 1.0
    for code in codes:
        product *= CONFIDENCE[code]
    return round(product, 3)
