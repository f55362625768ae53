"""Reads each document in a supervised child process, so that no document can stop or falsify a run.

A child has limits on time, memory and the size of what it gives back, which is plain JSON. An exception, a crash, a
hang or a memory hog becomes the outcome of the document that caused it and of no other.
"""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from pebble import ProcessExpired, ProcessPool

from .child import Work, attempt_fenced, perform_packed, settle_in
from .errors import OutOfMemory, TimedOut, WorkerDied
from .limits import Limits
from .outcome import Failure, Job, Outcome, error_of, failure_of
from .watch import MemoryWatch

if TYPE_CHECKING:
    from pathlib import Path

    from .pipeline import Options
    from .schema import ActionPlan

if sys.platform == "win32":
    from multiprocessing.context import SpawnContext as Context
    from multiprocessing.context import SpawnProcess as Process
else:  # never fork, for the parent has threads; a server with the imports done makes cheap children
    from multiprocessing.context import ForkServerContext as Context
    from multiprocessing.context import ForkServerProcess as Process

DOCUMENTS_A_CHILD = 200  # then a fresh one takes its place, against slow leaks in libraries
# What most documents need: done once and inherited by every child.
PRELOADED = ["actionplan_extract.warm", "actionplan_extract.writers._plan", "bs4", "lxml.html", "pdfplumber"]

SHARE_DONE, UNASKED = 77, 256  # exit codes: of a child that has read its share, and what one of 0 is taken for

T = TypeVar("T")


class Supervisor:
    """Runs jobs in child processes; a context manager, and every child is gone at its end.

    A pool of children as a whole may break (a child killed while it had nothing to do, say), and then
    every job it held is under suspicion: each is tried again alone in a new pool, and one that breaks
    that too is to blame.
    """

    def __init__(self, work: Work, workers: int) -> None:
        self.work = work
        self.workers = workers
        self._pool: _Pool | None = None
        self._waiting: deque[Job] = deque()
        self._suspects: deque[Job] = deque()
        self._running: dict[Future[bytes | Failure], Job] = {}
        self._on_trial = False  # the one job that runs is a suspect

    def __enter__(self) -> Supervisor:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop_pool()

    @property
    def unfinished(self) -> int:
        """The number of jobs that have no outcome yet."""
        return len(self._waiting) + len(self._suspects) + len(self._running)

    def submit(self, job: Job) -> None:
        """Take on a job; it starts as soon as a child is free."""
        self._waiting.append(job)
        self._dispatch()

    def collect(self) -> dict[Job, Outcome]:
        """Wait for a job to end (a second at most); the jobs that have ended, with their outcomes."""
        self._dispatch()
        done, _ = wait(self._running, timeout=1, return_when=FIRST_COMPLETED)
        whole = [future for future in done if not isinstance(future.exception(), BrokenProcessPool)]
        ended = dict(self._end(future) for future in whole)
        if len(whole) < len(done) or not (self._pool and self._pool.active):
            ended.update(self._recover())
        return ended

    def _dispatch(self) -> None:
        if self._on_trial and self._running:
            return
        self._on_trial = bool(self._suspects)
        if self._on_trial:
            self._schedule(self._suspects.popleft())
        while self._waiting and not self._on_trial:
            self._schedule(self._waiting.popleft())

    def _schedule(self, job: Job) -> None:
        if self._pool is None:
            self._pool = _Pool(self.workers, self.work.limits)
        self._running[self._pool.schedule(perform_packed, job, self.work)] = job

    def _end(self, future: Future[bytes | Failure]) -> tuple[Job, Outcome]:
        job = self._running.pop(future)
        result = self._pool.result(future) if self._pool else _broken()
        if isinstance(result, Failure):
            return job, Outcome.of_failure(result, job.source).of_job(job)
        return job, Outcome.from_json(result)

    def _recover(self) -> Iterator[tuple[Job, Outcome]]:
        self._stop_pool()
        jobs = list(self._running.values())
        self._running.clear()
        if not self._on_trial:
            self._suspects.extend(jobs)
            return
        blame = failure_of(WorkerDied("the process that read it died, and its pool with it, twice"))
        yield from ((job, Outcome.of_failure(blame, job.source).of_job(job)) for job in jobs)

    def _stop_pool(self) -> None:
        if self._pool is not None:
            self._pool.stop()
            self._pool = None


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
    pool = _Pool(1, limits)
    try:
        future = pool.schedule(function, *arguments)
        while not future.done() and pool.active:
            wait([future], timeout=1)
        result = pool.result(future)
    finally:
        pool.stop()
    if isinstance(result, Failure):
        raise error_of(result)
    return result


class _Pool:
    # A pool of children and the watch on their memory.

    def __init__(self, workers: int, limits: Limits) -> None:
        self.limits = limits
        context = _Context()
        context.set_forkserver_preload(PRELOADED)
        self._pool = ProcessPool(workers, DOCUMENTS_A_CHILD, settle_in, context=context)
        self._watch = MemoryWatch(context.numbers, limits.memory_bytes)
        self._watch.__enter__()

    @property
    def active(self) -> bool:
        return bool(self._pool.active)

    def schedule(self, function: Callable[..., T], *arguments: object) -> Future[T | Failure]:
        future: Future[T | Failure]
        try:
            fenced = (self.limits, function, *arguments)
            future = self._pool.schedule(attempt_fenced, fenced, timeout=self.limits.timeout_seconds)
        except RuntimeError as error:  # the pool broke a moment ago, or cannot start
            future = Future()
            future.set_exception(BrokenProcessPool(str(error)))
        return future

    def result(self, future: Future[T | Failure]) -> T | Failure:
        # As the child gave it, or the failure that its end means; a broken pool may leave it without either.
        error = future.exception() if future.done() else BrokenProcessPool()
        if error is None:
            return future.result()
        if isinstance(error, TimeoutError):
            error = TimedOut(f"reading took longer than {self.limits.timeout_seconds:g} seconds")
        elif isinstance(error, ProcessExpired):
            error = self._death(error)
        return _broken() if isinstance(error, BrokenProcessPool) else failure_of(error)

    def _death(self, end: ProcessExpired) -> Exception:
        if end.pid in self._watch.ended:
            return OutOfMemory(f"reading needed more than {self.limits.memory_mb} MB of memory")
        manner = _manner(end.exitcode)
        if manner == "SIGXCPU":
            return TimedOut(f"reading took more than {self.limits.timeout_seconds:g} seconds of processor time")
        return WorkerDied(f"the process that read it died ({manner})")

    def stop(self) -> None:
        self._watch.__exit__()
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def _broken() -> Failure:
    return failure_of(WorkerDied("the process that read it died"))


def _manner(exit_code: int) -> str:
    if exit_code >= 0:
        return f"exit code {exit_code % UNASKED}"
    return next((known.name for known in signal.Signals if known == -exit_code), f"signal {-exit_code}")


class _Child(Process):
    # Does not run the caller's script again, as children otherwise do: a script that calls `convert`
    # without an `if __name__ == "__main__"` would start over in every child.
    #
    # Pebble takes an exit code of 0 for the end of a child that has done its share. Here that end has a code of its
    # own, so that a library that calls exit(0) is told from it.

    _one_at_a_time = Lock()

    def start(self) -> None:
        with self._one_at_a_time:
            main = sys.modules["__main__"]
            sys.modules["__main__"] = ModuleType("__main__")
            try:
                super().start()
            finally:
                sys.modules["__main__"] = main

    def _bootstrap(self, *arguments: object, **named: object) -> int:
        code: int = super()._bootstrap(*arguments, **named)  # type: ignore[misc]
        return code or SHARE_DONE

    @property
    def exitcode(self) -> int | None:
        """As pebble understands it: 0 for a share that is done, UNASKED for an exit(0) on the way."""
        return {SHARE_DONE: 0, 0: UNASKED}.get(code, code) if (code := super().exitcode) is not None else None


class _Context(Context):
    # Knows the children that it has made.

    def __init__(self) -> None:
        super().__init__()
        self._children: list[_Child] = []

    def Process(self, *arguments: Any, **named: Any) -> _Child:  # type: ignore[override]  # noqa: N802
        child = _Child(*arguments, **named)
        self._children = [*(other for other in self._children if other.is_alive()), child]
        return child

    def numbers(self) -> Iterator[int]:
        """The process identifiers of the children."""
        return (child.pid for child in self._children if child.pid)
