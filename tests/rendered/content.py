"""What a plan says, whatever file it is rendered to: the source of both the documents and their truth.

Texts are written as the contract writes an action's text: a line a paragraph, "- " before a list item, its
printed number ("1. ", "a) ") where it has one, two spaces a level. A line in `**` is a bold subheading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

_LINE = re.compile(r"(?P<indent> *)(?:(?P<marker>-|\d+\.|[a-z]\)) +)?(?P<text>.*)")

Span = Literal["merged", "blank", "repeated"]


@dataclass(frozen=True)
class Line:
    """A paragraph, or a list item of `level` from 0 with its `marker` ("-", "3.", "a)")."""

    text: str
    marker: str | None = None
    level: int = 0
    bold: bool = False


def lines(text: str) -> tuple[Line, ...]:
    """The lines of a text as written in this package; none for an empty one."""
    return tuple(_line(line) for line in text.split("\n")) if text else ()


def _line(written: str) -> Line:
    found = _LINE.fullmatch(written)
    assert found, written
    text, level = found["text"], len(found["indent"]) // 2
    bold = len(text) > 4 and text.startswith("**") and text.endswith("**")
    return Line(text.strip("*") if bold else text, found["marker"], level, bold)


@dataclass(frozen=True)
class Owner:
    """Who answers for an action: as printed, and as the contract takes it apart."""

    text: str
    role: str | None = None
    name: str | None = None
    kind: str | None = None


@dataclass(frozen=True)
class Deadline:
    """A timescale entry as printed, and what a careful reader takes it to mean; dates are ISO days."""

    text: str
    kind: str
    earliest: str | None = None
    latest: str | None = None
    recurrence: str | None = None
    milestone: str | None = None


@dataclass(frozen=True)
class Status:
    """How far a thing has got: its word (None where a colour alone says it), stage, rating and the cell's fill."""

    text: str | None = None
    value: str | None = None
    rag: str | None = None
    fill: str | None = None


Owners = tuple[Owner, ...]
Deadlines = tuple[Deadline, ...]


@dataclass(frozen=True)
class Action:
    """One action. `group` is the subheading it stands under; `extra` holds (header, text) of other columns."""

    text: str
    owners: Owners = ()
    deadlines: Deadlines = ()
    number: str | None = None
    group: str | None = None
    status: Status | None = None
    progress: str | None = None
    outcome: str | None = None
    resources: str | None = None
    extra: tuple[tuple[str, str], ...] = ()

    def other(self, header: str) -> str:
        """The text under a column without a role, empty where there is none."""
        return dict(self.extra).get(header, "")


@dataclass(frozen=True)
class Recommendation:
    """A point the plan answers. `theme` is the band it stands under; `owners` answer for all its actions."""

    text: str
    actions: tuple[Action, ...]
    number: str | None = None
    heading: str | None = None
    theme: str | None = None
    owners: Owners = ()


@dataclass(frozen=True)
class Column:
    """A column of the plan's table: its header, what stands in it (see `cells.FIELDS`) and its share of the width."""

    header: str
    holds: str
    width: float


@dataclass(frozen=True)
class Decoy:
    """A table beside the plan that is none of it: a version history, a glossary, a budget."""

    heading: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Plan:
    """A council's plan.

    `layout` names how it is set out (see `layouts.LAYOUTS`); `label` how a recommendation's number stands
    before its text; `span` how its cell covers several rows; `owners_by` what parts owners in a cell;
    `styles` the print styles of its PDFs, the first also of the other formats. `formats` narrows the
    formats that can carry it (None: all that carry the layout).
    """

    name: str
    council: str
    gss_code: str
    title: str
    layout: str
    recommendations: tuple[Recommendation, ...]
    columns: tuple[Column, ...] = ()
    intro: str = ""
    label: str = "{number}. "
    span: Span = "merged"
    owners_by: str = "\n"
    styles: tuple[str, ...] = ("ruled",)
    review: str | None = None
    before: tuple[Decoy, ...] = ()
    after: tuple[Decoy, ...] = ()
    formats: frozenset[str] | None = field(default=None)

    def actions(self) -> Iterator[Action]:
        """All actions in reading order."""
        return (action for recommendation in self.recommendations for action in recommendation.actions)


def officer(*roles: str) -> Owners:
    """Officers by their roles."""
    return tuple(Owner(role, role=role, kind="officer") for role in roles)


def member(text: str, *, role: str | None = None, name: str | None = None) -> Owners:
    """A councillor, by role or by name."""
    return (Owner(text, role=role, name=name, kind="member"),)


def team(*names: str) -> Owners:
    """Teams of the council."""
    return tuple(Owner(name, name=name, kind="team") for name in names)


def named(*texts: str) -> Owners:
    """Owners of whom no more is expected than the text: initials, services, bodies."""
    return tuple(Owner(text) for text in texts)


def within(text: str, earliest: str, latest: str) -> Deadlines:
    """A point in time with a first and a last day ("March 2025")."""
    return (Deadline(text, "point", earliest, latest),)


def on(text: str, day: str) -> Deadlines:
    """A single day."""
    return (Deadline(text, "point", day, day),)


def by(text: str, latest: str) -> Deadlines:
    """A last day ("By March 2025")."""
    return (Deadline(text, "point", None, latest),)


def between(text: str, earliest: str | None, latest: str | None) -> Deadlines:
    """A range; None leaves an end open ("From April 2025")."""
    return (Deadline(text, "range", earliest, latest),)


def every(text: str, recurrence: str) -> Deadlines:
    """Again and again."""
    return (Deadline(text, "recurring", recurrence=recurrence),)


def ongoing(text: str = "Ongoing", earliest: str | None = None, latest: str | None = None) -> Deadlines:
    """Without an end of its own."""
    return (Deadline(text, "ongoing", earliest, latest),)


def done(text: str = "Complete", earliest: str | None = None, latest: str | None = None) -> Deadlines:
    """Said to be done."""
    return (Deadline(text, "completed", earliest, latest),)


def after(text: str) -> Deadlines:
    """Hangs on an event."""
    return (Deadline(text, "event"),)


def unset(text: str = "TBC") -> Deadlines:
    """No date yet."""
    return (Deadline(text, "unscheduled"),)


RED = Status("Red", None, "red", "#ff0000")
AMBER = Status("Amber", None, "amber", "#ffc000")
GREEN = Status("Green", None, "green", "#92d050")
RED_FILL = Status(None, None, "red", "#e03c31")
AMBER_FILL = Status(None, None, "amber", "#ffbf00")
GREEN_FILL = Status(None, None, "green", "#00b050")
BLUE_FILL = Status(None, None, "blue", "#0070c0")
COMPLETE = Status("Complete", "complete", None, None)
IN_PROGRESS = Status("In progress", "in_progress", None, None)
NOT_STARTED = Status("Not started", "not_started", None, None)
OVERDUE = Status("Overdue", "overdue", None, None)
