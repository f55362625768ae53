"""A plan as text for reading."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from ..schema import Action, ActionPlan, Dated, Deadline, Finding, Owner, Recommendation, Recurring, Relative, Status
from ._messages import count

WIDTH = 100


def render_plan(plan: ActionPlan) -> str:
    """The plan as indented lines of at most `WIDTH` characters, with a line break at the end."""
    parts = [*_heading(plan)]
    for recommendation in plan.recommendations:
        parts += ["", *_recommendation(recommendation)]
    if plan.findings:
        parts += ["", "Findings", *(line for finding in plan.findings for line in _finding(finding))]
    return "\n".join(parts) + "\n"


def _heading(plan: ActionPlan) -> Iterator[str]:
    document = plan.document
    actions = [action for recommendation in plan.recommendations for action in recommendation.actions]
    yield document.title or document.source
    for council in document.councils:
        yield f"{council.name} ({council.gss_code or 'no code'})"
    if document.review:
        review = document.review
        yield ", ".join(filter(None, [review.kind.replace("_", " "), review.body, review.date]))
    if document.reference_date:
        yield f"dates without a year follow {document.reference_date.date} ({document.reference_date.source})"
    yield f"{count(len(plan.recommendations), 'recommendation')}, {count(len(actions), 'action')}"


def _recommendation(recommendation: Recommendation) -> Iterator[str]:
    title = " ".join(filter(None, [_number(recommendation.number), recommendation.heading]))
    yield from _wrapped(title or recommendation.id, 0)
    yield from _wrapped(recommendation.text, 2)
    yield from _about(recommendation.owners, recommendation.status, 2)
    for action in recommendation.actions:
        yield from _action(action)


def _action(action: Action) -> Iterator[str]:
    yield ""
    yield from _wrapped(f"{_number(action.number)} {action.text}".lstrip(), 4, hanging=2)
    if action.group:
        yield from _wrapped(f"group: {action.group}", 6)
    yield from _about(action.owners, action.status, 6)
    for deadline in action.deadlines:
        yield from _wrapped(f"deadline: {describe(deadline)}", 6, hanging=2)
    for note in action.progress:
        yield from _wrapped(f"progress: {note.text}", 6, hanging=2)
    for name, text in (("outcome", action.outcome), ("resources", action.resources)):
        if text:
            yield from _wrapped(f"{name}: {text}", 6, hanging=2)


def _about(owners: Iterable[Owner], status: Status | None, indent: int) -> Iterator[str]:
    if named := "; ".join(f"{owner.text} ({owner.kind})" for owner in owners):
        yield from _wrapped(f"owners: {named}", indent, hanging=2)
    if status:
        yield from _wrapped(f"status: {', '.join(filter(None, [status.text, status.value, status.rag]))}", indent)


def describe(deadline: Deadline) -> str:
    """A deadline in a line: its dates, its kind and its own words."""
    milestone = f"{deadline.milestone}: " if deadline.milestone else ""
    return f"{milestone}{_when(deadline)} [{deadline.text}]"


def _when(deadline: Deadline) -> str:
    parts: list[str] = [deadline.kind]
    if isinstance(deadline, Recurring) and deadline.recurrence:
        parts.append(f"every {deadline.recurrence}")
    if isinstance(deadline, Relative) and deadline.offset:
        parts.append(f"within {deadline.offset}")
    if isinstance(deadline, Dated):
        parts.append(_dates(deadline))
    return " ".join(filter(None, parts))


def _dates(deadline: Dated) -> str:
    earliest, latest = deadline.earliest, deadline.latest
    if earliest and latest:
        return str(latest) if earliest == latest else f"{earliest} to {latest}"
    return f"from {earliest}" if earliest else f"by {latest}" if latest else ""


def _finding(finding: Finding) -> Iterator[str]:
    yield from _wrapped(f"{finding.severity} {finding.code}: {finding.message}", 2, hanging=2)


def _number(number: str | None) -> str:
    return f"{number}." if number else ""


def _wrapped(text: str, indent: int, hanging: int = 0) -> Iterator[str]:
    # Each line of the text in as many lines as it needs.
    for line in text.splitlines():
        depth = indent + len(line) - len(line.lstrip())
        first, rest = " " * depth, " " * (depth + hanging)
        yield from textwrap.wrap(line.strip(), WIDTH, initial_indent=first, subsequent_indent=rest) or [""]
