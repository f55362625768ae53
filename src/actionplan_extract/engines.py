"""Ways to run the jobs of a batch: `serial` here and now, `local` in supervised children.

An engine is a function of jobs, work and a number of workers that gives an outcome for each job, in
their order. An input whose outcome is known before any reading travels among the jobs as it is.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator

from .child import Work, perform
from .isolate import Supervisor
from .outcome import Job, Outcome

# For each worker:
UNDER_WAY = 2  # jobs at a time, so that none waits for its next
HELD_BACK = 50  # outcomes that wait while a slow document before them keeps its place

Item = Job | Outcome
Outcomes = Generator[Outcome, None, None]
Engine = Callable[[Iterable[Item], Work, int], Outcomes]


def serial(items: Iterable[Item], work: Work, workers: int = 1) -> Outcomes:
    """The outcomes of jobs done one by one in this process: no limit binds, a crash is the caller's."""
    for item in items:
        yield item if isinstance(item, Outcome) else perform(item, work)


def local(items: Iterable[Item], work: Work, workers: int) -> Outcomes:
    """The outcomes of jobs done in supervised children of this process, `workers` at a time."""
    queue: deque[Item] = deque()
    ended: dict[Job, Outcome] = {}
    with Supervisor(work, workers) as supervisor:
        for item in items:
            queue.append(item)
            if isinstance(item, Job):
                supervisor.submit(item)
            yield from _due(queue, ended)
            while supervisor.unfinished >= UNDER_WAY * workers or len(queue) >= HELD_BACK * workers:
                ended.update(supervisor.collect())
                yield from _due(queue, ended)
        while queue:
            ended.update(supervisor.collect())
            yield from _due(queue, ended)


def _due(queue: deque[Item], ended: dict[Job, Outcome]) -> Iterator[Outcome]:
    # Takes from the front of the queue what has its outcome.
    while queue:
        outcome = queue[0] if isinstance(queue[0], Outcome) else ended.pop(queue[0], None)
        if outcome is None:
            return
        queue.popleft()
        yield outcome


ENGINES: dict[str, Engine] = {"serial": serial, "local": local}
