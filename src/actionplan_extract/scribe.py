"""Who writes a run's parts and tables: this process, or one of its own.

One of its own takes neither time nor memory of the process that watches over the readers.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Protocol, TypeVar

from .children import Children
from .errors import OutputError, WorkerDied
from .outcome import Failure, error_of

AHEAD = 4  # calls that are to be made while another one is begun

T = TypeVar("T")


class Scribe(Protocol):
    """Makes calls in their order; raises the ActionPlanError that one raises.

    The functions must be modules', what they take and give plain data.
    """

    def begin(self, function: Callable[..., None], *arguments: object) -> None:
        """Have a call made soon."""
        ...

    def finish(self) -> None:
        """Wait until every call is made."""
        ...

    def call(self, function: Callable[..., T], *arguments: object) -> T:
        """What the function returns, called after all others."""
        ...

    def close(self) -> None:
        """Leave undone what is not made yet."""
        ...


class Here:
    """Makes every call in this process, at once."""

    def begin(self, function: Callable[..., None], *arguments: object) -> None:
        """Make a call."""
        function(*arguments)

    def finish(self) -> None:
        """Every call is made."""

    def call(self, function: Callable[..., T], *arguments: object) -> T:
        """What the function returns."""
        return function(*arguments)

    def close(self) -> None:
        """Nothing is left to do."""


class Apart:
    """Makes the calls in a child process, which is there from the first call on."""

    def __init__(self) -> None:
        self._children = Children(1, None)
        self._numbers = count()

    def begin(self, function: Callable[..., None], *arguments: object) -> None:
        """Have a call made while this process goes on, unless too many are to be made."""
        self._submit(function, *arguments)
        self._hear(0)
        while self._children.unfinished > AHEAD:
            self._hear()

    def finish(self) -> None:
        """Wait until every call is made."""
        while self._children.unfinished:
            self._hear()

    def call(self, function: Callable[..., T], *arguments: object) -> T:
        """What the function returns, called after all others."""
        self.finish()
        number = self._submit(function, *arguments)
        results: dict[int, T] = {}
        while number not in results:
            results = self._hear()
        return results[number]

    def close(self) -> None:
        """End the process, whatever it is at."""
        self._children.__exit__()

    def _submit(self, function: Callable[..., object], *arguments: object) -> int:
        number = next(self._numbers)
        self._children.submit(number, function, *arguments)
        return number

    def _hear(self, seconds: float = 1.0) -> dict[int, T]:
        results = self._children.collect(seconds)
        for result in results.values():
            if isinstance(result, Failure):
                raise _error(result)
        return results


def _error(failure: Failure) -> Exception:
    if failure.code == WorkerDied.code:
        return OutputError("the process that writes the results died; the next run goes on from what is kept")
    return error_of(failure)
