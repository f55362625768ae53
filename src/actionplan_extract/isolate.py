"""Reads each document in a supervised child process, so that no document can stop or falsify a run.

A child has limits on time, memory and the size of what it gives back, which is plain JSON. An exception, a crash, a
hang or a memory hog becomes the outcome of the document that caused it and of no other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from .child import Work, perform_packed
from .children import Children
from .limits import Limits
from .outcome import Failure, Job, Outcome, error_of

if TYPE_CHECKING:
    from pathlib import Path

    from .pipeline import Options
    from .schema import ActionPlan

T = TypeVar("T")


class Supervisor:
    """Runs jobs in child processes; a context manager, and every child is gone at its end."""

    def __init__(self, work: Work, workers: int) -> None:
        self.work = work
        self._children = Children(workers, work.limits)

    def __enter__(self) -> Supervisor:
        self._children.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._children.__exit__()

    @property
    def unfinished(self) -> int:
        """The number of jobs that have no outcome yet."""
        return self._children.unfinished

    def submit(self, job: Job) -> None:
        """Take on a job; it starts as soon as a child is free."""
        self._children.submit(job, perform_packed, job, self.work)

    def collect(self) -> dict[Job, Outcome]:
        """Wait for a job to end (a second at most); the jobs that have ended, with their outcomes."""
        return {job: _outcome(job, result) for job, result in self._children.collect().items()}


def _outcome(job: Job, result: bytes | Failure) -> Outcome:
    if isinstance(result, Failure):
        return Outcome.of_failure(result, job.source).of_job(job)
    return Outcome.from_json(result)


def extract_apart(path: Path, options: Options, limits: Limits) -> ActionPlan:
    """The plan in a file, read in a child of its own; raises an ActionPlanError."""
    from .schema import ActionPlan

    return ActionPlan.model_validate_json(call_apart(limits, _plan_json, path, options, limits))


def _plan_json(path: Path, options: Options, limits: Limits) -> bytes:
    from .pipeline import extract
    from .writers._plan import plan_to_json

    return plan_to_json(extract(path, options, limits))


def call_apart(limits: Limits, function: Callable[..., T], *arguments: object) -> T:
    """What the function returns, called in a child of its own; raises an ActionPlanError.

    The function must be a module's, its arguments and its result plain data.
    """
    with Children(1, limits) as children:
        children.submit(None, function, *arguments)
        ended: dict[None, T | Failure] = {}
        while not ended:
            ended = children.collect()
    result = ended[None]
    if isinstance(result, Failure):
        raise error_of(result)
    return result
