"""Plans without tables, or with tables in Markdown, read by the reader and the stand-in for the normalisers."""

from __future__ import annotations

from actionplan_extract.interpret import interpret
from actionplan_extract.model import ActionPart, Document, PlanParts, RecommendationPart
from actionplan_extract.readers import markdown
from actionplan_extract.tabulate import tabulate

from ..helpers import SENSES, dates, text_of


def document(text: str) -> Document:
    """The document in a Markdown text."""
    return markdown.read(text.encode(), "plan.md")


def read_text(text: str) -> PlanParts:
    """The plan parts in a Markdown text; raises NoPlanFound where there are none."""
    held = document(text)
    return interpret(held, tabulate(held), SENSES)


def told(text: str) -> list[tuple[str, str, list[tuple[str, ...]]]]:
    """Each recommendation's number, its heading and text, and its actions: number, text, owners, timescales."""
    return [(str(part.number), named(part), [facts(part, a) for a in part.actions]) for part in parts(text)]


def parts(text: str) -> tuple[RecommendationPart, ...]:
    """The recommendations in a text."""
    return read_text(text).recommendations


def named(part: RecommendationPart) -> str:
    """A recommendation's heading and text, parted by a bar."""
    return " | ".join(filter(None, [str(part.heading), text_of(part.paragraphs)]))


def facts(part: RecommendationPart, action: ActionPart) -> tuple[str, ...]:
    """An action's number, text, owners and timescales."""
    owners = action.owners or part.owners
    return str(action.number), text_of(action.paragraphs), ", ".join(o.passage.text for o in owners), dates(action)
