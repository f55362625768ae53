"""Documents a second of `convert` by workers and number of documents, its memory, and a run with nothing new."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from threading import Event, Thread

SAMPLES = Path(__file__).parents[2] / "samples"
SAMPLE = SAMPLES / "climate_plan_stirling.csv"
COUNTS = tuple(int(count) for count in os.environ.get("BATCH_COUNTS", "100 1000 10000").split())
SMALL = 1_000
ROUNDS = 3
LOOK_SECONDS = 0.1
MEGABYTE = 1024 * 1024

CODE = """
import json, sys, time
from actionplan_extract.cli import app
start, cpu = time.perf_counter(), time.process_time()
try:
    app(["convert", *sys.argv[1:], "--quiet"])
except SystemExit as end:
    assert not end.code, end.code
print(json.dumps([time.perf_counter() - start, time.process_time() - cpu]))
"""


def rows() -> list[Sequence[str]]:
    return list(_rows())


def _rows() -> Iterator[Sequence[str]]:
    yield (
        "run",
        "documents",
        "workers",
        "documents a second",
        "parent's CPU ms a document",
        "parent's peak MiB",
        "largest child's peak MiB",
    )
    with tempfile.TemporaryDirectory() as folder:
        for count in COUNTS:
            inputs = make_documents(Path(folder) / f"in{count}", count)
            for name, workers, more in ways(count):
                yield measured(name, inputs, Path(folder) / f"out{count}", count, workers, more)
        inputs = make_small(Path(folder) / "small", SMALL)
        for workers in (1, 2):
            yield measured("all small, all new", inputs, Path(folder) / "out", SMALL, workers, ["--force"])


def ways(count: int) -> Iterator[tuple[str, int, list[str]]]:
    """What is measured with so many documents: a name, the workers, further options."""
    yield "all new", 1, ["--force"]
    yield "all new", 2, ["--force"]
    yield "nothing new", 2, []
    if count == min(COUNTS):
        yield "without isolation", 1, ["--force", "--engine", "serial"]


def make_documents(folder: Path, count: int) -> Path:
    """So many variants of the samples in turn, no two with the same bytes: PDFs, web pages, sheets, text."""
    sys.path.insert(0, str(SAMPLES.parent))
    from tests.variants import varied

    folder.mkdir()
    plans = [path for path in sorted(SAMPLES.iterdir()) if path.is_file() and path.suffix not in (".json", ".md", "")]
    for number in range(count):
        plan = plans[number % len(plans)]
        data = varied(plan.read_bytes(), plan.suffix, number // len(plans))
        put(folder / f"{number:05}_{plan.name}", data)
    return folder


def make_small(folder: Path, count: int) -> Path:
    """So many plans of one short spreadsheet, so that what is beside the reading counts most."""
    folder.mkdir()
    text = SAMPLE.read_text(encoding="utf-8")
    for number in range(count):
        put(folder / f"plan{number:05}.csv", f"{text.rstrip()} {number}\n".encode())
    return folder


def put(path: Path, data: bytes) -> None:
    """Write a document as if it had been there for a while."""
    path.write_bytes(data)
    os.utime(path, (time.time() - 60,) * 2)


def measured(name: str, inputs: Path, out: Path, count: int, workers: int, more: list[str]) -> Sequence[str]:
    """A row: the median of some rounds, of one alone where there are many documents."""
    figures = [run(inputs, out, workers, more) for _ in range(ROUNDS if count < max(COUNTS) else 1)]
    seconds, cpu, parent, child = (median(column) for column in zip(*figures, strict=True))
    rate, each = f"{count / seconds:.0f}", f"{1000 * cpu / count:.2f}"
    return name, str(count), str(workers), rate, each, f"{parent:.0f}", f"{child:.0f}"


def run(inputs: Path, out: Path, workers: int, more: list[str]) -> tuple[float, float, float, float]:
    """Seconds, the parent's processor seconds, and peaks of memory of the parent and the largest child."""
    if "--force" in more:
        shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-c", CODE, str(inputs), "--out", str(out), "--workers", str(workers), *more]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    peaks: dict[int, float] = {}
    done = Event()
    watch = Thread(target=watch_memory, args=(process.pid, peaks, done))
    watch.start()
    told, _ = process.communicate()
    done.set()
    watch.join()
    seconds, cpu = json.loads(told)
    children = [peak for pid, peak in peaks.items() if pid != process.pid]
    return seconds, cpu, peaks.get(process.pid, 0), max(children, default=0)


def watch_memory(parent: int, peaks: dict[int, float], done: Event) -> None:
    """Note the largest resident size of a process and of each of its descendants, until it is done."""
    import psutil

    while not done.wait(LOOK_SECONDS):
        try:
            process = psutil.Process(parent)
            for each in (process, *process.children(recursive=True)):
                peaks[each.pid] = max(peaks.get(each.pid, 0), each.memory_info().rss / MEGABYTE)
        except psutil.Error:
            continue
