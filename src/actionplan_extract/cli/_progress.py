"""Progress of a run on standard error: a bar on a terminal, a line a document elsewhere, or JSON lines."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

import typer

from ..batch import Report
from ..outcome import Outcome
from ._messages import one_line, say

Manner = Literal["auto", "bar", "lines", "json", "none"]


@contextmanager
def progress(manner: Manner) -> Iterator[Report]:
    """What is to be called with each outcome; failures are told in any case."""
    if manner == "auto":
        manner = "bar" if sys.stderr.isatty() and os.environ.get("TERM") != "dumb" else "lines"
    if manner == "bar":
        with _bar() as report:
            yield report
    else:
        yield {"json": _told, "lines": _line, "none": _failure}[manner]()


def describe(outcome: Outcome) -> str:
    """An outcome in a line: the document, what became of it and why."""
    if outcome.error:
        return one_line(f"{outcome.status:<7} {outcome.source}: {outcome.error.message} ({outcome.error.code})")
    part = ", in part" if outcome.partial else ""
    return one_line(f"{outcome.status:<7} {outcome.source}: {outcome.actions} actions{part}")


class Pace:
    """How far a run has come and how fast; what an earlier run had read does not count as fast."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.start = clock()
        self.done = self.failed = self.kept = self.inputs = 0

    def count(self, outcome: Outcome, inputs: int) -> None:
        """Take account of an outcome, one of so many."""
        self.done += 1
        self.failed += outcome.status == "failed"
        self.kept += outcome.kept
        self.inputs = inputs

    @property
    def per_second(self) -> float:
        """New outcomes a second."""
        seconds = self.clock() - self.start
        return (self.done - self.kept) / seconds if seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """Seconds to the end at this rate, None while there is no rate."""
        return (self.inputs - self.done) / self.per_second if self.per_second else None


def _failure() -> Report:
    def report(outcome: Outcome, inputs: int) -> None:
        if outcome.status == "failed" and not outcome.kept:
            say(describe(outcome))

    return report


def _line() -> Report:
    pace = Pace()

    def report(outcome: Outcome, inputs: int) -> None:
        pace.count(outcome, inputs)
        if not outcome.kept:
            say(f"[{pace.done}/{inputs}] {describe(outcome)}")

    return report


def _told() -> Report:
    pace = Pace()

    def report(outcome: Outcome, inputs: int) -> None:
        pace.count(outcome, inputs)
        if outcome.kept and pace.done < inputs:
            return
        left = pace.seconds_left
        counts = {"done": pace.done, "inputs": inputs, "failed": pace.failed, "kept": pace.kept}
        rate = {"per_second": round(pace.per_second, 2), "seconds_left": left if left is None else round(left, 1)}
        error = outcome.error and {"code": outcome.error.code, "message": outcome.error.message}
        about = {"source": outcome.source, "status": outcome.status, "partial": outcome.partial, "error": error}
        tell({"event": "document", **counts, **rate, **about})

    return report


def tell(event: dict[str, object]) -> None:
    """Print an event as a line of JSON on standard error."""
    typer.echo(json.dumps(event), err=True)


@contextmanager
def _bar() -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    texts = (TextColumn("{task.fields[rate]}"), TimeRemainingColumn(), TextColumn("{task.fields[failed]}"))
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), *texts)
    pace = Pace()
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("Reading", total=None, rate="", failed="")

        def report(outcome: Outcome, inputs: int) -> None:
            pace.count(outcome, inputs)
            if not outcome.kept and (outcome.status == "failed" or outcome.partial):
                shown.console.print(describe(outcome), markup=False, highlight=False)
            failed = f"{pace.failed} failed" if pace.failed else ""
            shown.update(task, total=inputs, advance=1, rate=f"{pace.per_second:.1f}/s", failed=failed)

        yield report
