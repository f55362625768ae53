"""The cheapest way to cut a row of parts into runs."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

REACH = 12
"""The most parts that one run may hold."""

Run = tuple[int, int]


def cheapest_runs(
    count: int, cost_of_run: Callable[[int, int], float], cost_of_cut: Callable[[int], float]
) -> list[Run]:
    """The runs [first, last) of parts at the least cost in all; of equals, those cut last.

    `cost_of_cut(n)` is what it costs to cut in front of part `n`.
    """
    best: list[tuple[float, int]] = [(0.0, 0)]
    for last in range(1, count + 1):
        firsts = range(max(0, last - REACH), last)
        best.append(min((best[n][0] + (cost_of_cut(n) if n else 0) + cost_of_run(n, last), n) for n in firsts))
    cuts = [count]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][1])
    return [(first, last) for last, first in pairwise(cuts)][::-1]
