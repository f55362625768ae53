"""Calls functions in child processes: each call ends with what it gave, or with the failure that it is to blame for.

A child has a pipe of its own and says when it begins a call. So whatever ends a child is the fault of the call that
it had begun; the next one, which it holds so that it need not wait for it, goes to another child.
"""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from threading import Lock
from time import monotonic
from types import ModuleType
from typing import Any

from .child import serve
from .errors import OutOfMemory, TimedOut, WorkerDied
from .limits import Limits
from .outcome import failure_of
from .watch import MemoryWatch

if sys.platform == "win32":
    from multiprocessing.context import SpawnContext as Context
    from multiprocessing.context import SpawnProcess as Process
else:  # never fork, for the parent has threads; a server with the imports done makes cheap children
    from multiprocessing import forkserver
    from multiprocessing.context import ForkServerContext as Context
    from multiprocessing.context import ForkServerProcess as Process

SHARE = 200  # calls of a child, then a fresh one takes its place, against slow leaks in libraries
HELD = 2  # calls that a child holds: the one that it is at and the next
CHANCES = 3  # children that may end before they begin a call that is theirs to begin
LOOK_SECONDS = 0.25  # between two looks at the clock
END_SECONDS = 5  # for a process to be gone once it is killed
# What most documents need: done once and inherited by every child.
PRELOADED = ["actionplan_extract.warm", "actionplan_extract.writers._plan", "bs4", "lxml.html", "pdfplumber"]


def prepare() -> None:
    """Have what children are made from started, in the background: it takes as long as many documents."""
    Context().set_forkserver_preload(PRELOADED)
    if sys.platform != "win32":
        forkserver.ensure_running()


class Children:
    """At most `count` child processes; a context manager, and every child is gone at its end.

    Without limits a child may take what time and memory it wants.
    """

    def __init__(self, count: int, limits: Limits | None) -> None:
        self._count = count
        self._limits = limits
        self._context = Context()
        prepare()
        self._children: list[_Child] = []
        self._waiting: deque[_Call] = deque()
        self._watch = MemoryWatch(self._numbers, limits.memory_bytes) if limits else None

    def __enter__(self) -> Children:
        if self._watch:
            self._watch.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        if self._watch:
            self._watch.__exit__()
        for child in self._children:
            child.end()
        self._children = []

    @property
    def unfinished(self) -> int:
        """The number of calls that have not ended."""
        return len(self._waiting) + sum(len(child.calls) for child in self._children)

    def submit(self, key: Hashable, function: Callable[..., object], *arguments: object) -> None:
        """Take on a call; the function must be a module's, what it gives and takes plain data."""
        self._waiting.append(_Call(key, (function, arguments)))
        self._hand_out()

    def collect(self, seconds: float = 1.0) -> dict[Any, Any]:
        """Wait for a call to end, as long as told at most; the calls that have, by key, with what came of them."""
        ended: dict[Any, Any] = {}
        end = monotonic() + seconds
        while not ended and self.unfinished:
            self._hand_out()
            left = max(0.0, end - monotonic())
            self._hear(min(left, LOOK_SECONDS), ended)
            self._end_overdue(ended)
            if not left:
                break
        self._hand_out()
        return ended

    def _numbers(self) -> Iterable[int]:
        return [child.process.pid for child in self._children if child.process.pid]

    def _hand_out(self) -> None:
        while self._waiting and (child := self._free()):
            child.take(self._waiting.popleft())

    def _free(self) -> _Child | None:
        if idle := next((child for child in self._children if not child.calls), None):
            return idle
        if len(self._children) < self._count:
            self._children.append(_Child(self._context, self._limits))
            return self._children[-1]
        # The last calls wait for whoever is free first.
        spare = len(self._waiting) > self._count
        return next((child for child in self._children if spare and child.has_room), None)

    def _hear(self, seconds: float, ended: dict[Any, Any]) -> None:
        ready = wait([sign for child in self._children for sign in child.signs], seconds)
        for child in list(self._children):
            is_over = child.is_broken or child.process.sentinel in ready
            if is_over or child.connection in ready:
                ended.update(child.answers(is_over))
            if is_over or child.is_broken:
                self._bury(child, ended)
            elif child.has_done_its_share:
                self._children.remove(child)
                child.end()

    def _end_overdue(self, ended: dict[Any, Any]) -> None:
        if self._limits:
            seconds = self._limits.timeout_seconds
            for child in [child for child in self._children if child.seconds > seconds]:
                self._bury(child, ended, TimedOut(f"reading took longer than {seconds:g} seconds"))

    def _bury(self, child: _Child, ended: dict[Any, Any], cause: Exception | None = None) -> None:
        self._children.remove(child)
        has_begun = child.has_begun
        code = child.end()
        if child.calls:
            child.calls[0].chances -= 1
            if has_begun or not child.calls[0].chances:
                ended[child.calls.popleft().key] = failure_of(cause or self._death(child, code))
        self._waiting.extendleft(reversed(child.calls))

    def _death(self, child: _Child, code: int | None) -> Exception:
        if self._limits and self._watch and child.process.pid in self._watch.ended:
            return OutOfMemory(f"reading needed more than {self._limits.memory_mb} MB of memory")
        if code is None:
            return WorkerDied("the process that read it did not start")
        manner = _manner(code)
        if self._limits and manner == "SIGXCPU":
            return TimedOut(f"reading took more than {self._limits.timeout_seconds:g} seconds of processor time")
        return WorkerDied(f"the process that read it died ({manner})")


def _manner(exit_code: int) -> str:
    if exit_code >= 0:
        return f"exit code {exit_code}"
    return next((known.name for known in signal.Signals if known == -exit_code), f"signal {-exit_code}")


@dataclass(eq=False)
class _Call:
    key: Hashable
    task: tuple[Callable[..., object], tuple[object, ...]]
    chances: int = CHANCES


class _Child:
    # A process and the calls that it holds, in order; broken, where it did not start or no answer can be read.

    def __init__(self, context: Context, limits: Limits | None) -> None:
        self.calls: deque[_Call] = deque()
        self.is_broken = False
        self.connection, theirs = context.Pipe()
        self._began = context.RawValue("d", 0.0)  # when it began its latest call, by a clock that both read
        self._heard = 0.0  # when it began the latest one that has ended
        self._left = SHARE
        self.process = _Process(target=serve, args=(theirs, self._began, limits))
        try:
            self.process.start()
        except (OSError, EOFError):  # the system has no room for it
            self.is_broken = True
        theirs.close()

    @property
    def signs(self) -> list[Connection | int]:
        """What to wait for: an answer, and its end."""
        return [] if self.is_broken else [self.connection, self.process.sentinel]

    @property
    def has_room(self) -> bool:
        return len(self.calls) < HELD and self._left > 0

    @property
    def has_done_its_share(self) -> bool:
        return not (self._left or self.calls)

    @property
    def has_begun(self) -> bool:
        return bool(self._began.value != self._heard)

    @property
    def seconds(self) -> float:
        """How long it has been at its first call."""
        return monotonic() - self._began.value if self.calls and self.has_begun else 0.0

    def take(self, call: _Call) -> None:
        self._left -= 1
        self.calls.append(call)
        with suppress(OSError):  # it is dead, which will be heard of
            self.connection.send(call.task)

    def answers(self, all_of_them: bool) -> Iterator[tuple[Hashable, object]]:
        """The key of the call that has ended, with what it gave, or of all that have."""
        try:
            while not all_of_them or self.connection.poll():
                self._heard, result = self.connection.recv()
                yield self.calls.popleft().key, result
                if not all_of_them:
                    return
        except Exception:  # noqa: BLE001  # the pipe has ended, or what came through it is no answer
            self.is_broken = True

    def end(self) -> int | None:
        """Its exit code, once it is gone; None where it has never been there."""
        self.connection.close()
        if self.process.pid is None:
            return None
        self.process.kill()
        self.process.join(END_SECONDS)
        return self.process.exitcode


class _Process(Process):
    # Does not run the caller's script again, as children otherwise do: a script that calls `convert`
    # without an `if __name__ == "__main__"` would start over in every child.

    _one_at_a_time = Lock()

    def start(self) -> None:
        with self._one_at_a_time:
            main = sys.modules["__main__"]
            sys.modules["__main__"] = ModuleType("__main__")
            try:
                super().start()
            finally:
                sys.modules["__main__"] = main
