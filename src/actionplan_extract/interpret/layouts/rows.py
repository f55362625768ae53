"""Tables whose rows are recommendations or actions, with a header that names the columns."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Document, Notice, RecommendationPart, Senses
from ..answers import answer
from ..groups import groups
from ..plan_tables import PlanTable

NAME = "rows"


def score(document: Document, tables: Sequence[PlanTable]) -> float:
    """Sure where there is a plan table at all."""
    return 0.8 if tables else 0.0


def read(
    document: Document, tables: Sequence[PlanTable], senses: Senses
) -> tuple[tuple[RecommendationPart, ...], tuple[Notice, ...]]:
    """The recommendations of all plan tables, in reading order."""
    answers = [answer(group, senses) for table in tables for group in groups(table)]
    return tuple(a.recommendation for a in answers), tuple(notice for a in answers for notice in a.notices)
