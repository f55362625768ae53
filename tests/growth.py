"""How work grows with its size; never how long it takes."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

ATTEMPTS = 4  # a busy machine may spoil one
MOST = 8.0  # four times the size: linear work takes 4 times as long, quadratic 16 times
TICK = 0.002  # seconds below which a clock tells nothing


def grows_in_step(work: Callable[[int], object], size: int) -> bool:
    """Does four times the size take about four times as long?"""
    return any(_seconds(work, 4 * size) <= MOST * max(_seconds(work, size), TICK) for _ in range(ATTEMPTS))


def _seconds(work: Callable[[int], object], size: int) -> float:
    """The processor time of the faster of two."""
    return min(_once(work, size) for _ in range(2))


def _once(work: Callable[[int], object], size: int) -> float:
    start = process_time()
    work(size)
    return process_time() - start
