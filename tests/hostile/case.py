"""What a hostile case is, and the plan that most of them hold."""

from __future__ import annotations

from dataclasses import dataclass

ROWS = (
    ("Recommendation", "Action", "Lead officer", "Timescale"),
    ("1. Refresh the corporate plan", "Publish a new corporate plan", "Director of Strategy", "March 2024"),
    ("2. Strengthen scrutiny", "Train all members of the committees", "Monitoring Officer", "June 2024"),
)
ACTIONS = 2


@dataclass(frozen=True)
class Case:
    """A file's bytes and what must become of it.

    `code` is that of the error, "" for a plan that is read, with at least as many `actions`; `finding` must be among
    its findings, and with `limit_reached` it is partial. A `slow` case takes seconds or gigabytes.
    """

    data: bytes
    code: str = ""
    actions: int = ACTIONS
    finding: str = ""
    slow: bool = False


def ok(data: bytes, finding: str = "", actions: int = ACTIONS, slow: bool = False) -> Case:
    """A case that must be read; a slow one may run out of time on a busy machine."""
    return Case(data, "|timed_out" if slow else "", actions, finding, slow)


def fails(data: bytes, code: str, slow: bool = False) -> Case:
    """A case that must end with an error."""
    return Case(data, code, 0, "", slow)
