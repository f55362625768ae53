"""The whole hostile corpus, saboteurs and 2,000 good documents in one run: `python -m tests.hostile.soak`.

Everything is accounted for, every good document read, none over its limits, nothing written outside the output folder,
no network address asked for, and each failure blamed on the right document. Ends with 1 where that is not so.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Event, Thread

import psutil

from actionplan_extract import Limits

from ..variants import varied
from .corpus import fault, files
from .files import make

ROOT = Path(__file__).parents[2]
GOOD = int(os.environ.get("SOAK_GOOD", "2000"))
SECONDS = 60.0
GRACE = 15.0  # to end a child and begin another, on a busy machine
BLAME = {
    "!hang": "timed_out",
    "!hang_and_ignore_sigterm": "timed_out",
    "!spin_in_c": "timed_out",
    "!segfault": "worker_died",
    "!die_of_sigkill": "worker_died",
    "!exit_at_once": "worker_died",
    "!exit_as_if_well": "worker_died",
    "!hog": "out_of_memory",
    "!hog_beyond_the_fence": "out_of_memory",
    "!return 200": "too_large",
    "!bug": "internal_error",
}
TRACED = "network,openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat"
_WRITES = re.compile(r"^\d+ +(?:mkdir|rename|link|symlink|creat)\w*\(|\bO_(?:WRONLY|RDWR|CREAT)\b")
_PATHS = re.compile(r'"((?:[^"\\]|\\.)*)"')
_OUTSIDE = re.compile(r"\bsa_family=AF_INET6?\b")
_HARMLESS = ("/dev/null", "/dev/tty", "/dev/shm/", "/proc/", "/dev/urandom")


def good_documents() -> Iterator[tuple[str, bytes, int]]:
    """The samples over and over, each time other bytes with the same content: name, bytes and number of actions."""
    samples = [
        path for path in sorted((ROOT / "samples").iterdir()) if (expected := _expected(path)) and expected.exists()
    ]
    for number in range(GOOD):
        path = samples[number % len(samples)]
        actions = sum(len(r["actions"]) for r in json.loads(_expected(path).read_text())["recommendations"])
        yield f"good-{number:05}-{path.name}", varied(path.read_bytes(), path.suffix, number // len(samples)), actions


def _expected(path: Path) -> Path:
    return path.with_name(f"{path.stem}.expected.json")


def write(folder: Path) -> tuple[dict[str, str], dict[str, int]]:
    """The inputs, in an order in which good and bad alternate; the codes of the odd ones, the actions of the good."""
    codes = make(folder)
    for number, trick in enumerate(BLAME):
        (folder / f"good-{number * 150:05}-x.txt").write_text(trick)
        codes[f"good-{number * 150:05}-x.txt"] = BLAME[trick]
    actions: dict[str, int] = {}
    for name, data, count in good_documents():
        (folder / name).write_bytes(data)
        actions[name] = count
    names = sorted(actions)
    for number, (name, case) in enumerate(files().items()):
        (folder / f"{names[number * len(names) // len(files())]}-{name}").write_bytes(case.data)
    return codes, actions


class Watch(Thread):
    """Notes the most memory that a process of the run holds."""

    def __init__(self, process: psutil.Process) -> None:
        super().__init__(daemon=True)
        self.process, self.most, self.left = process, 0, Event()

    def run(self) -> None:
        while not self.left.wait(0.5):
            for child in self.process.children(recursive=True):
                try:
                    self.most = max(self.most, child.memory_info().rss)
                except psutil.Error:
                    continue


def convert(folder: Path) -> tuple[int, int, list[str]]:
    """Run it; the exit code, the most memory a process held, and the lines of the trace."""
    trace = folder / "trace"
    command = [sys.executable, "-B", "-m", "tests.hostile.run", str(folder), str(SECONDS)]
    if shutil.which("strace"):
        command = [
            "strace",
            "-f",
            "-qq",
            "-y",
            "-s",
            "300",
            "--seccomp-bpf",
            f"-etrace={TRACED}",
            "-o",
            str(trace),
            *command,
        ]
    environment = {
        **os.environ,
        "TMPDIR": str(folder / "tmp"),
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
    }
    process = psutil.Popen(command, cwd=ROOT, env=environment)
    watch = Watch(process)
    watch.start()
    code = process.wait()
    watch.left.set()
    return code, watch.most, trace.read_text(errors="replace").splitlines() if trace.exists() else []


def faults(folder: Path, codes: dict[str, str], actions: dict[str, int]) -> Iterator[str]:
    """What is wrong with the manifest."""
    lines = {
        line["source"]: line for line in map(json.loads, (folder / "out" / "manifest.jsonl").read_text().splitlines())
    }
    hostile = files()
    for source, line in lines.items():
        name = next((name for name in hostile if source.endswith(f"-{name}")), "")
        got = (line["status"], line["error"] and line["error"]["code"])
        if (line["seconds"] or 0) > SECONDS + GRACE:
            yield f"{source} took {line['seconds']} seconds"
        if source in actions:
            if line["status"] != "ok" or line["actions"] != actions[source]:
                yield f"good {source}: {got}, {line['actions']} actions instead of {actions[source]}"
        elif name:
            if told := fault(line, hostile[name]):
                yield f"{source}: {told}"
        elif source in codes and codes[source] not in got:
            yield f"{source}: {got} instead of {codes[source]}"
    expected = {*actions, *(source for source, code in codes.items() if code)}
    yield from (f"{source} is not accounted for" for source in sorted(expected - lines.keys()))
    if (found := sum(any(s.endswith(f"-{n}") for n in hostile) for s in lines if s not in actions)) < len(hostile):
        yield f"{found} of {len(hostile)} hostile files are accounted for"


def escapes(folder: Path, trace: Iterable[str]) -> Iterator[str]:
    """System calls that write outside the run's own folders, or name an internet address."""
    for line in trace:
        if " = -1 " in line:
            continue
        if _OUTSIDE.search(line):
            yield line
        elif _WRITES.search(line):
            paths = [path for path in _PATHS.findall(line) if path.startswith("/")]
            if any(not path.startswith((str(folder / "out"), str(folder / "tmp"), *_HARMLESS)) for path in paths):
                yield line


def main() -> int:
    """Write, run, judge, tell."""
    folder = Path(tempfile.mkdtemp(prefix="soak-"))
    for name in ("in", "tmp"):
        (folder / name).mkdir()
    codes, actions = write(folder / "in")
    start = time.monotonic()
    code, memory, trace = convert(folder)
    seconds = time.monotonic() - start
    found = [*faults(folder, codes, actions), *dict.fromkeys(escapes(folder, trace))]
    if code != 1:
        found.append(f"exit code {code} instead of 1")
    if memory > Limits().memory_bytes * 1.25:
        found.append(f"a process held {memory >> 20} MB")
    statuses = Counter(json.loads(line)["status"] for line in (folder / "out" / "manifest.jsonl").open())
    print(f"{len(actions)} good, {len(files())} hostile, {len(codes)} odd documents: {dict(statuses)}")
    print(f"{seconds:.0f} s; the largest process held {memory >> 20} MB; {len(trace)} system calls looked at")
    for told in found[:200]:
        print(f"WRONG {told}")
    print(f"{len(found)} faults" if found else "no fault")
    shutil.rmtree(folder) if not found else print(f"kept: {folder}")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
