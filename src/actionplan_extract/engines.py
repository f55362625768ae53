"""Ways to run the jobs of a batch: `serial` here and now, `local` in supervised children, `dask` on a cluster.

An engine is a function of items, work and a number of workers that gives an outcome for each item, in
their order. An item is a job, or an outcome that is known before any reading and travels among the jobs
as it is. Only an engine whose workers are far away gets documents that nobody has looked into yet.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial

from .child import Work, perform
from .intake import Item, Unread
from .isolate import Supervisor
from .outcome import Job, Outcome

# For each worker:
UNDER_WAY = 4  # jobs at a time, so that none waits for its next while a part is written
HELD_BACK = 50  # outcomes that wait while a slow document before them keeps its place

Keep = tuple[str, str]  # the folder or address of the parts; what results depend on besides the documents
Outcomes = Generator[Outcome, None, None]
Engine = Callable[[Iterable[Item], Work, int], Outcomes]


def serial(items: Iterable[Item], work: Work, workers: int = 1) -> Outcomes:
    """The outcomes of jobs done one by one in this process: no limit binds, a crash is the caller's."""
    for item in items:
        if isinstance(item, Job):
            yield perform(item, work)
        elif isinstance(item, Outcome):
            yield item


def local(items: Iterable[Item], work: Work, workers: int) -> Outcomes:
    """The outcomes of jobs done in supervised children of this process, `workers` at a time."""
    queue: deque[Job | Outcome] = deque()
    ended: dict[Job, Outcome] = {}
    with Supervisor(work, workers) as supervisor:
        for item in items:
            if isinstance(item, Unread):
                raise TypeError("only workers far away take documents that nobody has looked into")
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


def _due(queue: deque[Job | Outcome], ended: dict[Job, Outcome]) -> Iterator[Outcome]:
    # Takes from the front of the queue what has its outcome.
    while queue:
        outcome = queue[0] if isinstance(queue[0], Outcome) else ended.pop(queue[0], None)
        if outcome is None:
            return
        queue.popleft()
        yield outcome


def dask(
    items: Iterable[Item], work: Work, workers: int, scheduler: str | None = None, keep: Keep | None = None
) -> Outcomes:
    """The outcomes of jobs done by a Dask cluster: that of the scheduler, else one of `workers` on this machine.

    With `keep`, the workers write plans and rows into parts, and the outcomes tell which. Raises
    MissingDependency, or ClusterError where the cluster cannot do it.
    """
    from .cluster import on_cluster

    yield from on_cluster(items, work, workers, scheduler, keep)


ENGINES: dict[str, Engine] = {"serial": serial, "local": local, "dask": dask}
FAR = frozenset(("dask",))  # their workers look into the documents


def check_engine(name: str) -> None:
    """Raises ValueError where there is no engine of this name."""
    if name not in ENGINES:
        raise ValueError(f"no such engine: {name}; there are {', '.join(ENGINES)}")


def chosen_engine(name: str, scheduler: str | None, keep: Keep) -> Engine:
    """The engine of this name; one far away is told its scheduler, and where to keep results."""
    return partial(dask, scheduler=scheduler, keep=keep) if name in FAR else ENGINES[name]
