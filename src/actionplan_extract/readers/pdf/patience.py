"""A bound on how long a library written in Python may take, where the rest of the document does not depend on it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

from ...errors import TimedOut

_AGAIN = 1.0  # seconds: the library may have caught the first call


class _OutOfPatience(BaseException):
    """Not for the library to catch."""


@contextmanager
def patience(seconds: float, what: str) -> Iterator[None]:
    """Raises TimedOut where what is done within takes longer; in threads and on systems without timers it may."""
    if current_thread() is not main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _call)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    except _OutOfPatience:
        raise TimedOut(f"{what} took longer than {seconds:g} seconds") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _call(number: int, frame: FrameType | None) -> None:
    raise _OutOfPatience
