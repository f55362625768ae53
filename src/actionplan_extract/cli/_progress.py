"""Progress of a run on standard error: a bar on a terminal, a line a document elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from ..batch import Report
from ..outcome import Outcome
from ._messages import one_line, say


@contextmanager
def progress(quiet: bool) -> Iterator[Report]:
    """What is to be called with each outcome; failures are told in any case."""
    if quiet:
        yield _tell_failure
    elif sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        with _bar() as report:
            yield report
    else:
        yield _Lines()


def describe(outcome: Outcome) -> str:
    """An outcome in a line: the document, what became of it and why."""
    if outcome.error:
        return one_line(f"{outcome.status:<7} {outcome.source}: {outcome.error.message} ({outcome.error.code})")
    part = ", in part" if outcome.partial else ""
    return one_line(f"{outcome.status:<7} {outcome.source}: {outcome.actions} actions{part}")


def _tell_failure(outcome: Outcome, inputs: int) -> None:
    if outcome.status == "failed":
        say(describe(outcome))


class _Lines:
    def __init__(self) -> None:
        self.done = 0

    def __call__(self, outcome: Outcome, inputs: int) -> None:
        self.done += 1
        say(f"[{self.done}/{inputs}] {describe(outcome)}")


@contextmanager
def _bar() -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("Reading", total=None)

        def report(outcome: Outcome, inputs: int) -> None:
            if outcome.status == "failed":
                shown.console.print(describe(outcome), markup=False, highlight=False)
            shown.update(task, total=inputs, advance=1)

        yield report
