"""What happens in a child process: one document, under limits, and whatever goes wrong becomes data."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from multiprocessing import parent_process
from threading import Thread
from time import monotonic, perf_counter
from typing import TYPE_CHECKING, TypeVar

from .errors import TooLarge, Unreadable
from .limits import MEGABYTE, Limits
from .outcome import Failure, Job, Outcome, failure_of

if TYPE_CHECKING:
    from ctypes import c_double
    from multiprocessing.connection import Connection

    from .pipeline import Extraction, Options

if sys.platform == "win32":
    resource = None  # no limits but the parent's clock
else:
    import resource

CPU_GRACE_SECONDS = 5  # the second fence stands a little behind the clock
MOST_WRITTEN = 1024 * MEGABYTE  # bytes of a file that a child, or a program that it starts, writes
PIPELINE = "actionplan_extract.pipeline:extract_bytes"

T = TypeVar("T")
Extractor = Callable[[bytes, str, "Options", Limits], "Extraction"]


@dataclass(frozen=True)
class Work:
    """What is to be done with every document of a run.

    `extractor` names the function that turns bytes, source, options and limits into an Extraction, as
    "module:function": a name travels to any process.
    """

    options: Options
    limits: Limits
    extractor: str = PIPELINE


def attempt(function: Callable[..., T], *arguments: object) -> T | Failure:
    """What the function returns, or why it does not: here an error of any kind becomes data."""
    try:
        return function(*arguments)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001  # the isolation boundary, the only one of its kind
        return failure_of(error)


def attempt_fenced(limits: Limits, function: Callable[..., T], *arguments: object) -> T | Failure:
    """As `attempt`, under the limits of memory and processor time; the clock is the parent's to watch."""
    with _fence(limits):
        result = attempt(function, *arguments)
    return attempt(_handed_over, result, limits)


def _handed_over(result: T, limits: Limits) -> T:
    """The result, if the parent can be asked to take it; raises TooLarge."""
    if isinstance(result, bytes | str) and len(result) > limits.result_bytes:
        raise TooLarge(f"the result takes {len(result) // MEGABYTE} MB ({limits.said('result_mb')})")
    return result


def perform(job: Job, work: Work) -> Outcome:
    """What became of a job, done here and now; raises nothing."""
    start = perf_counter()
    result = attempt(_extract, job, work)
    outcome = Outcome.of_failure(result, job.source) if isinstance(result, Failure) else result
    return replace(outcome.of_job(job), seconds=round(perf_counter() - start, 3))


def perform_packed(job: Job, work: Work) -> bytes:
    """As `perform`, the outcome as plain JSON, without plan and rows where they can be put by."""
    outcome = perform(job, work)
    return (outcome.put_by(job.held) if job.held and outcome.plan else outcome).to_json()


def _extract(job: Job, work: Work) -> Outcome:
    from .writers._arrow import plan_to_rows
    from .writers._plan import plan_to_json

    contents = _contents(job, work.limits)
    extraction = _extractor(work.extractor)(contents, job.source, work.options, work.limits)
    plan = extraction.plan
    data = _handed_over(plan_to_json(plan), work.limits)  # before the rows, which hold the same once more
    actions = [action for recommendation in plan.recommendations for action in recommendation.actions]
    return Outcome(
        job.source,
        "ok",
        format=plan.document.format,
        partial=extraction.partial,
        plan=data,
        rows=plan_to_rows(plan),
        pages=plan.document.page_count,
        recommendations=len(plan.recommendations),
        actions=len(actions),
        deadlines=sum(len(action.deadlines) for action in actions),
        words_kept=extraction.words_kept,
        findings=dict(Counter(finding.code for finding in plan.findings)),
        draft=_drafted(job.draft, data),
    )


def _drafted(path: str | None, plan: bytes) -> str | None:
    # A draft that cannot be written is no fault of the document: the parent will write the plan, or say why not.
    from .writers._files import write_draft

    if path is not None:
        with suppress(OSError):
            write_draft(path, plan)
            return path
    return None


@cache
def _extractor(name: str) -> Extractor:
    module, _, function = name.partition(":")
    found: Extractor = getattr(import_module(module), function)
    return found


def _contents(job: Job, limits: Limits) -> bytes:
    try:
        with open(job.path, "rb") as file:
            data = file.read(limits.size_bytes + 1)
    except OSError as error:
        raise Unreadable(f"the file cannot be read: {error.strerror}") from error
    if hashlib.sha256(data).hexdigest() != job.sha256:
        raise Unreadable("the file changed while it was being read")
    return data


@contextmanager
def _fence(limits: Limits) -> Iterator[None]:
    # Set for each document, not for the child's life: processor time adds up over documents, and the
    # child's own talk with its parent must never be what runs out of memory.
    if resource is None:
        yield
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    cpu_seconds = usage.ru_utime + usage.ru_stime + limits.timeout_seconds + CPU_GRACE_SECONDS
    with (
        _soft_limit(resource.RLIMIT_AS, limits.memory_bytes),
        _soft_limit(resource.RLIMIT_CPU, int(cpu_seconds)),
    ):
        yield


@contextmanager
def _soft_limit(kind: int, value: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(kind)
    bounds = [bound for bound in (value, soft, hard) if bound != resource.RLIM_INFINITY]
    resource.setrlimit(kind, (min(bounds), hard))
    try:
        yield
    finally:
        resource.setrlimit(kind, (soft, hard))


def serve(calls: Connection, began: c_double, limits: Limits | None) -> None:
    """The life of a child: make calls, under the limits if there are any, until there are no more.

    `began` tells when the latest call was begun, which goes with its result as well.
    """
    settle_in()
    if limits and resource is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_WRITTEN, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    with suppress(EOFError, OSError):
        while True:
            function, arguments = calls.recv()
            began.value = monotonic()
            result = attempt_fenced(limits, function, *arguments) if limits else attempt(function, *arguments)
            calls.send((began.value, result))


def settle_in() -> None:
    """Prepare a new child: Ctrl-C and what a library prints mean nothing, no core dumps, no life after the parent's."""
    Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, 1)
    os.dup2(sink, 2)
    os.close(sink)


def _end_with_parent() -> None:
    # A killed parent cannot end its children, and one that hangs would stay for ever.
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
