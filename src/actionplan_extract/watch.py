"""Ends children whose memory has grown beyond a limit, where the system's own limit does not bind them.

That limit is on address space: macOS and Windows have none, and it holds for each process alone. Here the memory is
counted that a child and all that it has started really hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Event, Thread

import psutil

INTERVAL_SECONDS = 0.25
RELATIVES_EVERY = 4  # looks: to find what a child has started takes a look at every process of the system


class MemoryWatch:
    """Watches the processes whose identifiers `children` gives, while it is entered; `ended` are those it ended."""

    def __init__(self, children: Callable[[], Iterable[int]], memory_bytes: int) -> None:
        self.ended: set[int] = set()
        self._children = children
        self._memory_bytes = memory_bytes
        self._known: dict[int, psutil.Process] = {}
        self._left = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def __enter__(self) -> MemoryWatch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._left.set()
        self._thread.join()

    def _run(self) -> None:
        looks = 0
        while not self._left.wait(INTERVAL_SECONDS):
            looks += 1
            self._look(with_relatives=looks % RELATIVES_EVERY == 0)

    def _look(self, with_relatives: bool) -> None:
        # Processes are kept: a number that another program has got meanwhile is then told from the child's.
        numbers = list(self._children())
        known = {number: self._known.get(number) or _process(number) for number in numbers}
        self._known = {number: process for number, process in known.items() if process}
        for number, process in self._known.items():
            with suppress(psutil.Error):
                if _memory(process, with_relatives) > self._memory_bytes:
                    self.ended.add(number)
                    process.kill()


def _process(number: int) -> psutil.Process | None:
    with suppress(psutil.Error):
        return psutil.Process(number)
    return None


def _memory(process: psutil.Process, with_relatives: bool) -> int:
    held: int = process.memory_info().rss
    for relative in process.children(recursive=True) if with_relatives else ():
        with suppress(psutil.Error):
            held += relative.memory_info().rss
    return held
