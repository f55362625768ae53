from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from actionplan_extract import convert
from actionplan_extract.child import Work
from actionplan_extract.engines import ENGINES, Item, Outcomes, serial
from actionplan_extract.errors import ExitCode, OutputError
from actionplan_extract.limits import Limits
from actionplan_extract.outcome import Outcome
from actionplan_extract.pipeline import Options
from actionplan_extract.state import STATE

from .fake_readers import SABOTEURS

LIMITS = Limits(timeout_seconds=2, memory_mb=512, size_mb=1)

Lines = list[dict[str, Any]]


def make(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def environment() -> dict[str, str]:
    """The environment of a script that can import the tests."""
    path = os.pathsep.join([str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    return os.environ | {"PYTHONPATH": path}


def heed_interrupts() -> None:
    """In a new process: Ctrl-C interrupts it, though the tests run in the background of a shell, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def eventually(condition: Callable[[], bool], seconds: float = 20) -> bool:
    """Does the condition come true in time?"""
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


def manifest(out: Path) -> Lines:
    return [json.loads(line) for line in (out / "manifest.jsonl").read_text().splitlines()]


def errors(out: Path) -> dict[str, tuple[str, str | None]]:
    return {line["source"]: (line["status"], line["error"] and line["error"]["code"]) for line in manifest(out)}


def snapshot(out: Path) -> dict[str, bytes]:
    """The bytes of every file but what is kept for the next run, the manifest without its seconds."""
    paths = [path for path in out.rglob("*") if path.is_file() and STATE not in path.parts]
    files = {path.relative_to(out).as_posix(): path.read_bytes() for path in paths}
    files["manifest.jsonl"] = json.dumps([line | {"seconds": None} for line in manifest(out)]).encode()
    return files


def test_accounts_for_every_input(tmp_path: Path) -> None:
    inputs = make(
        tmp_path / "in",
        {
            "good.txt": "Publish it",
            "copy.txt": "Publish it",
            "dead.txt": "!segfault",
            "empty of plans.txt": "!nothing",
            "large.txt": "x" * 2**21,
            "logo.svg": "<svg/>",
            "README.md": "no document",
        },
    )
    run = convert(inputs, tmp_path / "out", limits=LIMITS, extractor=SABOTEURS)
    assert errors(run.out) == {
        "copy.txt": ("ok", None),
        "dead.txt": ("failed", "worker_died"),
        "empty of plans.txt": ("skipped", "no_plan_found"),
        "good.txt": ("skipped", "duplicate"),
        "large.txt": ("failed", "too_large"),
        "logo.svg": ("skipped", "unsupported_format"),
    }
    assert (run.inputs, run.ok, run.skipped, run.failed) == (6, 1, 3, 2)
    assert run.exit_code == ExitCode.FAILED


def test_a_line_of_the_manifest_tells_what_was_read(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", {"plan.txt": "Do this\nDo that"})
    run = convert(inputs, tmp_path / "out", extractor=SABOTEURS)
    (line,) = manifest(run.out)
    assert len(line["sha256"]) == 64
    assert line["document_id"] == line["sha256"][:16]
    figures = {name: line[name] for name in ("bytes", "format", "output", "actions", "words_kept", "partial")}
    assert figures == {
        "bytes": 15,
        "format": "lines",
        "output": "plans/plan.txt.json",
        "actions": 2,
        "words_kept": 1.0,
        "partial": False,
    }
    assert json.loads((run.out / line["output"]).read_text())["document"]["sha256"] == line["sha256"]
    assert run.exit_code == ExitCode.OK


def test_a_file_named_by_the_user_fails_where_it_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "gone")
    convert([tmp_path / "gone.txt", link, "/dev/null"], tmp_path / "out", extractor=SABOTEURS)
    assert [line["error"]["code"] for line in manifest(tmp_path / "out")] == ["not_found", "not_found", "unreadable"]
    assert {line["status"] for line in manifest(tmp_path / "out")} == {"failed"}


def test_documents_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", {"a/plan.txt": "A", "b/plan.txt": "B"})
    run = convert(inputs, tmp_path / "out", extractor=SABOTEURS)
    outputs = [line["output"] for line in manifest(run.out)]
    assert len(set(outputs)) == 2
    texts = [json.loads((run.out / output).read_text())["document"]["source"] for output in outputs]
    assert texts == ["a/plan.txt", "b/plan.txt"]


def test_same_inputs_same_bytes_whatever_the_engine_and_workers(tmp_path: Path) -> None:
    inputs = make(
        tmp_path / "in", {f"{number:02}.txt": f"Plan {number}\nDo it" for number in range(12)} | {"x.txt": "!bug"}
    )
    options = Options(reference_date=date(2024, 3, 31))
    snapshots = []
    for name, engine, workers in (("one", "local", 1), ("two", "local", 2), ("here", "serial", 1)):
        run = convert(
            inputs,
            tmp_path / name,
            engine=engine,
            workers=workers,
            options=options,
            formats=["csv"],
            extractor=SABOTEURS,
        )
        snapshots.append(snapshot(run.out))
    assert snapshots[0] == snapshots[1] == snapshots[2]


def test_the_folder_is_this_runs_own(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", {"a.txt": "A", "b.txt": "B"})
    out = tmp_path / "out"
    convert(inputs, out, extractor=SABOTEURS)
    (out / "plans/mine.json").write_text('{"notes": "not a plan"}')
    (out / "plans/.a.txt.json.123.tmp").write_text("half")
    (inputs / "a.txt").unlink()
    convert(inputs, out, extractor=SABOTEURS)
    assert sorted(path.name for path in (out / "plans").iterdir()) == ["b.txt.json", "mine.json"]


def test_tables_of_an_earlier_run_that_were_not_asked_for_again_are_gone(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", {"a.txt": "A"})
    out = tmp_path / "out"
    convert(inputs, out, formats=["csv", "sqlite"], extractor=SABOTEURS)
    assert (out / "actions.csv").exists()
    convert(inputs, out, formats=["sqlite"], extractor=SABOTEURS)
    assert not (out / "actions.csv").exists()
    assert (out / "actionplans.sqlite").exists()


def test_the_output_folder_within_the_input_is_no_input(tmp_path: Path) -> None:
    make(tmp_path, {"a.txt": "A"})
    convert(tmp_path, tmp_path / "out", formats=["csv"], extractor=SABOTEURS)
    convert(tmp_path, tmp_path / "out", formats=["csv"], extractor=SABOTEURS)
    assert errors(tmp_path / "out") == {"a.txt": ("ok", None)}


def test_counts_what_was_read_in_part(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", {"a.txt": "A\n!partial", "b.txt": "B"})
    run = convert(inputs, tmp_path / "out", extractor=SABOTEURS)
    assert (run.ok, run.partial) == (2, 1)
    assert [entry.partial for entry in run.entries()] == [True, False]


def test_a_run_that_loses_an_input_does_not_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def leaky(items: Iterable[Item], work: Work, workers: int) -> Outcomes:
        yield from serial(list(items)[1:], work)

    monkeypatch.setitem(ENGINES, "leaky", leaky)
    inputs = make(tmp_path / "in", {"a.txt": "A", "b.txt": "B"})
    with pytest.raises(OutputError, match="1 of 2 inputs"):
        convert(inputs, tmp_path / "out", engine="leaky", extractor=SABOTEURS)


def test_reports_each_outcome_in_order(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", {"a.txt": "!bug", "b.txt": "B"})
    told: list[tuple[str, str, int]] = []

    def report(outcome: Outcome, total: int) -> None:
        told.append((outcome.source, outcome.status, total))

    convert(inputs, tmp_path / "out", report=report, extractor=SABOTEURS)
    assert told == [("a.txt", "failed", 2), ("b.txt", "ok", 2)]


def test_nothing_to_read_gives_empty_tables(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    run = convert(tmp_path / "in", tmp_path / "out", extractor=SABOTEURS)
    assert manifest(run.out) == []
    assert (run.out / "actions.parquet").is_file()
    assert run.exit_code == ExitCode.OK


def test_the_output_folder_cannot_be_an_input(tmp_path: Path) -> None:
    make(tmp_path, {"a.txt": "A"})
    with pytest.raises(OutputError, match="is an input"):
        convert(tmp_path, tmp_path, extractor=SABOTEURS)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_an_output_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    make(tmp_path, {"in/a.txt": "A", "file": "in the way"})
    with pytest.raises(OutputError, match="file"):
        convert(tmp_path / "in", tmp_path / "file", extractor=SABOTEURS)


def test_unknown_formats_and_engines_are_the_callers_fault(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="there are csv"):
        convert(tmp_path, tmp_path / "out", formats=["docx"])
    with pytest.raises(ValueError, match="there are serial, local, dask"):
        convert(tmp_path, tmp_path / "out", engine="steam")


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="looks for processes in /proc")
def test_a_killed_parent_leaves_no_children_behind(tmp_path: Path) -> None:
    make(tmp_path / "in", {"hang.txt": "!hang"})
    (tmp_path / "script.py").write_text(
        f"from actionplan_extract import convert\nconvert('in', 'out', extractor={SABOTEURS!r})\n"
    )

    def processes() -> int:
        # All of them have the script's folder in their command line: the parent its name, the others its path.
        lines = (path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if path.exists())
        return sum(str(tmp_path).encode() in line for line in lines)

    parent = subprocess.Popen([sys.executable, tmp_path / "script.py"], cwd=tmp_path, env=environment())
    assert eventually(lambda: processes() >= 3)  # parent, server, child
    parent.kill()
    parent.wait()
    assert eventually(lambda: processes() == 0)


def test_a_script_without_a_main_guard_runs_once(tmp_path: Path) -> None:
    make(tmp_path / "in", {"a.txt": "A", "b.txt": "B"})
    script = tmp_path / "script.py"
    script.write_text(
        "from actionplan_extract import convert\n"
        "print('started')\n"
        f"run = convert('in', 'out', extractor={SABOTEURS!r})\n"
        "print(run.ok)\n"
    )
    done = subprocess.run([sys.executable, script], cwd=tmp_path, env=environment(), capture_output=True)
    assert done.stdout.split() == [b"started", b"2"], done.stderr
