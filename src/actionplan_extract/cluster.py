"""The engine `dask`: batches of documents as the tasks of a cluster.

A task reads its documents one after the other in a supervised child of the worker, as `local` does here,
and writes one part under a name that is the same however often the task runs. A task whose worker dies
runs again on another one; a batch that kills every worker it meets is tried again document by document,
and what does it then is to blame.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass, replace
from logging import CRITICAL, getLogger
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from .child import Work
from .engines import Keep, Outcomes, local
from .errors import ClusterError, DocumentError, MissingDependency, WorkerDied
from .inputs.stores import is_uri, open_store
from .intake import Item, Unread, fetched
from .outcome import Job, Outcome, failure_of
from .state.keys import code_digest, result_key
from .state.parts import ROWS_A_PART, Result, part_bytes, part_name
from .writers._files import write_file

# The library has no types of its own for these.
Client = Any
Future = Any

UNDER_WAY = 3  # batches for each worker, so that none waits for its next
HELD_BACK = 50  # batches for each worker that wait while a slow one before them keeps its place
RETRIES = 2
WAIT_SECONDS = 120  # for the first worker


@dataclass(eq=False)
class _Batch:
    # Neighbouring items: the outcomes known before travel in their place and are not sent.
    items: list[Item]
    future: Future | None = None

    @property
    def is_done(self) -> bool:
        return self.future is None or self.future.done()

    @property
    def documents(self) -> list[Job | Unread]:
        return [item for item in self.items if not isinstance(item, Outcome)]


def on_cluster(
    items: Iterable[Item], work: Work, workers: int, scheduler: str | None = None, keep: Keep | None = None
) -> Outcomes:
    """The outcomes of items in their order; see `engines.dask`."""
    with _loss_told(), _client(workers, scheduler) as client:
        _check(client, keep)
        queue: deque[_Batch] = deque()
        for batch in _batches(items):
            if batch.documents:
                batch.future = _submit(client, batch.documents, work, keep)
            queue.append(batch)
            yield from _due(client, queue, work, keep)
            while _is_full(queue, client):
                _wait(queue)
                yield from _due(client, queue, work, keep)
        while queue:
            _wait(queue)
            yield from _due(client, queue, work, keep)


def read_batch(documents: list[Job | Unread], work: Work, keep: Keep | None) -> list[Outcome]:
    """The outcomes of documents, read in a child of this worker; the parts hold plans and rows where `keep` says."""
    with TemporaryDirectory() as spool:
        items = [_job(document, f"{spool}/{number}", work) for number, document in enumerate(documents)]
        outcomes = list(local(items, work, 1))
    return _kept(outcomes, *keep) if keep else outcomes


def _job(document: Job | Unread, spool: str, work: Work) -> Item:
    if isinstance(document, Job):
        return document
    try:
        return fetched(document.source, document.place, spool, work.limits)
    except DocumentError as error:
        return Outcome.of_failure(failure_of(error), document.source)


def _kept(outcomes: list[Outcome], parts: str, digest: str) -> list[Outcome]:
    results = [
        Result(result_key(digest, outcome.source, outcome.sha256), outcome) for outcome in outcomes if outcome.sha256
    ]
    if not results:
        return outcomes
    name = part_name(result.key for result in results)
    _write(parts, name, part_bytes(results))
    return [
        replace(outcome, plan=None, rows=(), plan_size=len(outcome.plan or b""), part=name)
        if outcome.sha256
        else outcome
        for outcome in outcomes
    ]


def _write(parts: str, name: str, data: bytes) -> None:
    if is_uri(parts):
        store, path = open_store(f"{parts}/{name}")
        store.pipe_file(path, data)  # one request: it is there whole or not at all
    else:
        write_file(Path(parts) / name, data)


def _batches(items: Iterable[Item]) -> Iterator[_Batch]:
    batch = _Batch([])
    for item in items:
        batch.items.append(item)
        if len(batch.documents) >= ROWS_A_PART or len(batch.items) >= 50 * ROWS_A_PART:
            yield batch
            batch = _Batch([])
    if batch.items:
        yield batch


def _submit(client: Client, documents: list[Job | Unread], work: Work, keep: Keep | None) -> Future:
    return client.submit(read_batch, documents, work, keep, retries=RETRIES, pure=False)


def _is_full(queue: deque[_Batch], client: Client) -> bool:
    workers = max(1, len(client.nthreads()))
    pending = sum(not batch.is_done for batch in queue)
    return pending >= UNDER_WAY * workers or len(queue) >= HELD_BACK * workers


def _wait(queue: Iterable[_Batch]) -> None:
    # Until one more is done, whichever: a slow batch must not keep the workers from the next ones.
    import distributed

    if pending := [batch.future for batch in queue if not batch.is_done]:
        distributed.wait(pending, return_when="FIRST_COMPLETED")  # type: ignore[no-untyped-call]


def _due(client: Client, queue: deque[_Batch], work: Work, keep: Keep | None) -> Iterator[Outcome]:
    while queue and queue[0].is_done:
        yield from _outcomes(client, queue.popleft(), work, keep)


def _outcomes(client: Client, batch: _Batch, work: Work, keep: Keep | None) -> Iterator[Outcome]:
    read = iter(_read(client, batch, work, keep))
    for item in batch.items:
        yield item if isinstance(item, Outcome) else next(read)


def _read(client: Client, batch: _Batch, work: Work, keep: Keep | None) -> list[Outcome]:
    from distributed import KilledWorker

    try:
        outcomes: list[Outcome] = batch.future.result() if batch.future else []
    except KilledWorker:
        alone = [(document, _submit(client, [document], work, keep)) for document in batch.documents]
        return [_alone(document, future) for document, future in alone]
    return outcomes


def _alone(document: Job | Unread, future: Future) -> Outcome:
    from distributed import KilledWorker

    try:
        outcomes: list[Outcome] = future.result()
    except KilledWorker:
        failure = failure_of(WorkerDied("each worker that read it died"))
        told = Outcome.of_failure(failure, document.source)
        return told.of_job(document) if isinstance(document, Job) else told
    return outcomes[0]


@contextmanager
def _loss_told() -> Iterator[None]:
    try:
        yield
    except (CancelledError, OSError) as error:  # a lost connection is an OSError
        reason = " ".join(str(error).split())
        raise ClusterError(f"the cluster failed; the same run goes on from what was read: {reason}") from error


@contextmanager
def _client(workers: int, scheduler: str | None) -> Iterator[Client]:
    try:
        import dask
        import distributed
    except ImportError as error:
        message = "the engine dask needs more than is installed; install actionplan-extract[dask]"
        raise MissingDependency(message) from error
    getLogger("distributed").setLevel(CRITICAL)  # what goes wrong is an outcome, or an error of this run
    if scheduler:
        with _connected(distributed.Client, scheduler) as client:
            yield client
        return
    # A daemon may not have children, and each document is read in one.
    settings = {"distributed.worker.daemon": False, "distributed.logging.distributed": "error"}
    layout: dict[str, Any] = {"n_workers": workers, "threads_per_worker": 1, "dashboard_address": "127.0.0.1:0"}
    with (
        dask.config.set(settings),
        distributed.LocalCluster(silence_logs=CRITICAL, **layout) as cluster,  # type: ignore[no-untyped-call]
        distributed.Client(cluster) as client,  # type: ignore[no-untyped-call]
    ):
        yield client


@contextmanager
def _connected(client: Callable[..., Any], scheduler: str) -> Iterator[Client]:
    try:
        connected = client(scheduler, timeout=WAIT_SECONDS)
        connected.wait_for_workers(1, timeout=WAIT_SECONDS)
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterError(f"no worker at {scheduler}: {error or type(error).__name__}") from error
    with connected:
        yield connected


def _check(client: Client, keep: Keep | None) -> None:
    """Raises ClusterError where a worker cannot do what is asked of it."""
    told = client.run(_self_description, keep[0] if keep else None)
    if any(facts["daemon"] for facts in told.values()):
        raise ClusterError(
            "the workers are daemons, which may not have children, and each document is read in one: start them "
            "with DASK_DISTRIBUTED__WORKER__DAEMON=False (distributed.worker.daemon: false), or with --no-nanny"
        )
    if any(facts["code"] != code_digest() for facts in told.values()):
        raise ClusterError("the workers have another version of actionplan-extract than this machine")
    if strangers := [address for address, facts in told.items() if not facts["sees_parts"]]:
        raise ClusterError(
            f"the worker {strangers[0]} does not see the output folder: give a folder that all machines share, "
            "or an address (s3://)"
        )


def _self_description(parts: str | None) -> dict[str, Any]:
    return {
        "daemon": multiprocessing.current_process().daemon,
        "code": code_digest(),
        "sees_parts": parts is None or is_uri(parts) or Path(parts).is_dir(),
    }
