"""The engine `dask` gives the same tables as the others, also where its workers die."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from actionplan_extract import convert
from actionplan_extract.child import Work
from actionplan_extract.engines import dask
from actionplan_extract.errors import ClusterError, MissingDependency
from actionplan_extract.limits import Limits
from actionplan_extract.pipeline import Options

from .fake_readers import SABOTEURS
from .test_batch import environment, errors, make, snapshot

pytest.importorskip("distributed", reason="distributed is not installed")

LIMITS = Limits(timeout_seconds=2, memory_mb=512)
TRICKS = ("!hang", "!segfault", "!exit_at_once", "!damaged", "!nothing")


def documents(count: int) -> dict[str, str]:
    """Plans, among every twenty one that means harm."""
    texts = {f"{number:04}.txt": f"Plan {number}\nDo it" for number in range(count)}
    bad = {f"{number:04}.txt": TRICKS[number // 20 % len(TRICKS)] + f"\n{number}" for number in range(0, count, 20)}
    return texts | bad | {"twice.txt": texts["0001.txt"]}


def workers_of(process: int) -> list[int]:
    """The processes of the cluster's workers that this process has started."""
    import psutil

    found = []
    for child in psutil.Process(process).children(recursive=True):
        with suppress(psutil.Error):  # it has just ended
            if any("spawn_main" in word for word in child.cmdline()):
                found.append(child.pid)
    return found


def kill_a_worker(when: Path) -> Thread:
    """Kills a worker of this process's cluster once there is a file in the folder."""

    def watch() -> None:
        end = time.monotonic() + 60
        while not list(when.glob("part-*")) and time.monotonic() < end:
            time.sleep(0.02)
        os.kill(workers_of(os.getpid())[-1], signal.SIGKILL)

    thread = Thread(target=watch)
    thread.start()
    return thread


def check_a_killed_worker_changes_nothing(folder: Path, count: int) -> None:
    inputs = make(folder / "in", documents(count))
    here = convert(inputs, folder / "here", workers=2, limits=LIMITS, formats=["csv"], extractor=SABOTEURS)
    killer = kill_a_worker(folder / "there/.actionplan-extract/parts")
    there = convert(
        inputs, folder / "there", engine="dask", workers=2, limits=LIMITS, formats=["csv"], extractor=SABOTEURS
    )
    killer.join()
    assert (there.ok, there.skipped, there.failed) == (here.ok, here.skipped, here.failed)
    assert errors(there.out) == errors(here.out)
    assert snapshot(there.out) == snapshot(here.out)


def test_a_worker_killed_in_mid_run_changes_nothing(tmp_path: Path) -> None:
    pytest.importorskip("psutil", reason="psutil is not installed")
    check_a_killed_worker_changes_nothing(tmp_path, 160)


def test_a_batch_is_one_part_under_the_same_name_every_time(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", {f"{number:03}.txt": f"Plan {number}" for number in range(100)})
    names = []
    for out in ("one", "two"):
        run = convert(inputs, tmp_path / out, engine="dask", workers=1, extractor=SABOTEURS)
        names.append(sorted(path.name for path in (run.out / ".actionplan-extract/parts").iterdir()))
    assert names[0] == names[1]
    assert len(names[0]) == 2


@pytest.fixture
def cluster(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a scheduler with a worker, each a process of its own."""
    file = tmp_path / "scheduler.json"
    flags = environment() | {"DASK_DISTRIBUTED__WORKER__DAEMON": str(request.param)}
    base = [sys.executable, "-m", "distributed.cli"]
    quiet = {"env": flags, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    scheduler = [*base[:2], "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0"]
    worker = [*base[:2], "distributed.cli.dask_worker", "--nthreads", "1", "--no-dashboard"]
    started = [
        subprocess.Popen([*scheduler, "--dashboard-address", "127.0.0.1:0", "--scheduler-file", file], **quiet),
        subprocess.Popen([*worker, "--scheduler-file", file], **quiet),
    ]
    try:
        end = time.monotonic() + 30
        while not file.exists() and time.monotonic() < end:
            time.sleep(0.05)
        import json

        yield json.loads(file.read_text())["address"]
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait(timeout=30)


@pytest.mark.parametrize("cluster", [False], indirect=True)
def test_runs_on_a_cluster_that_is_there(cluster: str, tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", {"a.txt": "A", "b.txt": "B", "dead.txt": "!segfault"})
    run = convert(inputs, tmp_path / "out", engine="dask", scheduler=cluster, extractor=SABOTEURS)
    assert errors(run.out) == {"a.txt": ("ok", None), "b.txt": ("ok", None), "dead.txt": ("failed", "worker_died")}


@pytest.mark.parametrize("cluster", [True], indirect=True)
def test_workers_that_may_not_have_children_are_refused(cluster: str, tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", {"a.txt": "A"})
    with pytest.raises(ClusterError, match="DASK_DISTRIBUTED__WORKER__DAEMON=False"):
        convert(inputs, tmp_path / "out", engine="dask", scheduler=cluster, extractor=SABOTEURS)


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_is_not_there_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("actionplan_extract.cluster.WAIT_SECONDS", 1)
    with pytest.raises(ClusterError, match=r"no worker at tcp://127\.0\.0\.1:9"):
        list(dask([], Work(Options(), LIMITS, SABOTEURS), 1, "tcp://127.0.0.1:9"))


def test_what_the_engine_needs_is_named_where_it_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingDependency, match=r"install actionplan-extract\[dask\]"):
        list(dask([], Work(Options(), LIMITS, SABOTEURS), 1))


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_is_lost_ends_the_run_and_the_next_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import distributed

    def lose(*_: object, **__: object) -> None:
        raise distributed.comm.CommClosedError("the scheduler is gone")

    inputs = make(tmp_path / "in", documents(300))
    wait, calls = distributed.wait, iter(range(1))
    with monkeypatch.context() as patch:
        patch.setattr(distributed, "wait", lambda *a, **n: wait(*a, **n) if next(calls, None) is not None else lose())
        with pytest.raises(ClusterError, match="the scheduler is gone"):
            convert(inputs, tmp_path / "out", engine="dask", workers=1, limits=LIMITS, extractor=SABOTEURS)
    assert convert(inputs, tmp_path / "out", limits=LIMITS, extractor=SABOTEURS).kept >= 64
