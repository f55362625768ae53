"""A second run does only what is new; none loses what an earlier one had read, however that ended."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from actionplan_extract import convert
from actionplan_extract.batch import Run, compact
from actionplan_extract.errors import NotFound, OutputError
from actionplan_extract.limits import Limits
from actionplan_extract.outcome import Outcome
from actionplan_extract.pipeline import Options
from actionplan_extract.state import STATE, State

from .fake_readers import SABOTEURS
from .test_batch import environment, errors, eventually, heed_interrupts, make, manifest, snapshot

LIMITS = Limits(timeout_seconds=2, memory_mb=512)


def texts(count: int) -> dict[str, str]:
    return {f"{number:03}.txt": f"Plan {number}\nDo it\nDo that" for number in range(count)}


def run(inputs: Path, out: Path, **options: object) -> tuple[Run, list[str]]:
    """The run and the sources that it read anew."""
    read: list[str] = []

    def report(outcome: Outcome, inputs: int) -> None:
        if not outcome.kept and outcome.sha256:
            read.append(outcome.source)

    settings = {"engine": "serial", "limits": LIMITS, "extractor": SABOTEURS} | options
    return convert(inputs, out, report=report, **settings), read  # type: ignore[arg-type]


def age(folder: Path) -> None:
    """As if the files had been there for a minute: what was written a moment ago is looked at again."""
    for path in folder.rglob("*"):
        os.utime(path, ns=(time.time_ns() - 60 * 10**9,) * 2)


def test_reads_only_what_is_new_or_changed(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", texts(5) | {"bad.txt": "!damaged", "none.txt": "!nothing"})
    first, read = run(inputs, tmp_path / "out")
    assert len(read) == 7
    make(inputs, {"001.txt": "Changed", "new.txt": "New"})
    second, read = run(inputs, tmp_path / "out")
    assert read == ["001.txt", "new.txt"]
    assert (first.kept, second.kept, second.ok, second.failed) == (0, 6, 6, 1)
    run(inputs, tmp_path / "anew")
    assert snapshot(tmp_path / "out") == snapshot(tmp_path / "anew")


def test_a_file_that_looks_the_same_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = make(tmp_path / "in", texts(3))
    age(inputs)
    run(inputs, tmp_path / "out")
    monkeypatch.setattr("actionplan_extract.intake.file_digest", None)
    assert run(inputs, tmp_path / "out")[0].kept == 3


def test_a_file_that_may_have_changed_unseen_is_hashed_again(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", texts(1))
    run(inputs, tmp_path / "out")
    times = os.stat(inputs / "000.txt")
    (inputs / "000.txt").write_text("Plan 1\nDo it\nDo that")  # as long, and within the time stamp's grain
    os.utime(inputs / "000.txt", ns=(times.st_atime_ns, times.st_mtime_ns))
    assert run(inputs, tmp_path / "out")[1] == ["000.txt"]


def test_nothing_new_writes_no_table_again(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", texts(3))
    run(inputs, tmp_path / "out", formats=["csv", "sqlite"])
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir() if path.suffix != ".jsonl"}
    run(inputs, tmp_path / "out", formats=["csv", "sqlite"])
    after = {path: path.stat().st_mtime_ns for path in before if path.name != STATE}
    assert after == {path: time for path, time in before.items() if path.name != STATE}


def test_a_table_that_was_tampered_with_or_asked_for_later_is_written(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", texts(3))
    run(inputs, tmp_path / "out", formats=["csv"])
    good = (tmp_path / "out/actions.csv").read_bytes()
    (tmp_path / "out/actions.csv").write_text("mine")
    run(inputs, tmp_path / "out", formats=["csv", "xlsx"])
    assert (tmp_path / "out/actions.csv").read_bytes() == good
    assert (tmp_path / "out/actionplans.xlsx").exists()


def test_a_plan_that_is_gone_is_written_from_what_is_kept(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", texts(3))
    run(inputs, tmp_path / "out")
    before = snapshot(tmp_path / "out")
    (tmp_path / "out/plans/001.txt.json").unlink()
    (tmp_path / "out/plans/002.txt.json").write_text("{}")
    assert run(inputs, tmp_path / "out")[1] == []
    assert snapshot(tmp_path / "out") == before


def test_another_document_of_the_name_moves_the_plan_without_reading_it_again(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", {"a/plan.txt": "A"})
    run(tmp_path / "in", tmp_path / "out")
    make(inputs, {"b/plan.txt": "B", "c.txt": "C"})
    _, read = run(tmp_path / "in", tmp_path / "out")
    assert "a/plan.txt" in {line["source"] for line in manifest(tmp_path / "out")}
    assert read == ["b/plan.txt", "c.txt"]
    assert len(list((tmp_path / "out/plans").iterdir())) == 3


def test_other_options_read_everything_again_but_more_time_does_not(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", texts(2))
    run(inputs, tmp_path / "out")
    assert run(inputs, tmp_path / "out", limits=replace(LIMITS, timeout_seconds=9))[1] == []
    from datetime import date

    assert len(run(inputs, tmp_path / "out", options=Options(reference_date=date(2024, 1, 1)))[1]) == 2


def test_failures_are_kept_until_they_are_to_be_tried_again(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", texts(2) | {"bad.txt": "!damaged", "none.txt": "!nothing"})
    run(inputs, tmp_path / "out")
    assert run(inputs, tmp_path / "out")[1] == []
    assert errors(tmp_path / "out")["bad.txt"] == ("failed", "damaged")
    assert run(inputs, tmp_path / "out", retry_failed=True)[1] == ["bad.txt"]
    assert len(run(inputs, tmp_path / "out", force=True)[1]) == 4


def test_what_failed_for_want_of_a_program_is_tried_every_time(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", {"a.txt": "!missing"})
    assert run(inputs, tmp_path / "out")[1] == ["a.txt"]
    assert errors(tmp_path / "out") == {"a.txt": ("failed", "missing_dependency")}
    assert run(inputs, tmp_path / "out")[1] == ["a.txt"]


def test_two_runs_do_not_write_to_one_folder(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", texts(1))
    with State(tmp_path / "out", "digest"), pytest.raises(OutputError, match=r"another run is writing to .*out"):
        run(inputs, tmp_path / "out")
    run(inputs, tmp_path / "out")


def test_a_damaged_state_is_no_more_than_lost(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", texts(3))
    run(inputs, tmp_path / "out")
    before = snapshot(tmp_path / "out")
    for path in (tmp_path / "out" / STATE).rglob("*.*"):
        path.write_bytes(path.read_bytes()[:50])
    assert len(run(inputs, tmp_path / "out")[1]) == 3
    assert snapshot(tmp_path / "out") == before


def test_a_part_that_is_damaged_inside_is_named(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", texts(3))
    run(inputs, tmp_path / "out")
    (part,) = (tmp_path / "out" / STATE / "parts").iterdir()
    plans = pq.ParquetFile(part).metadata.row_group(0).column(2)
    start = plans.dictionary_page_offset or plans.data_page_offset
    data = bytearray(part.read_bytes())
    data[start : start + 40] = b"\xff" * 40
    part.write_bytes(data)
    with pytest.raises(OutputError, match="a part is damaged; remove it"):
        run(inputs, tmp_path / "out", formats=["csv"])
    part.unlink()
    run(inputs, tmp_path / "out")


def test_many_small_parts_are_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("actionplan_extract.state.ROWS_A_PART", 1)
    inputs = make(tmp_path / "in", texts(12) | {"bad.txt": "!damaged"})
    run(inputs, tmp_path / "out")
    before = snapshot(tmp_path / "out")
    monkeypatch.undo()
    make(inputs, {"zz.txt": "Last"})
    run(inputs, tmp_path / "out")
    (inputs / "zz.txt").unlink()
    assert run(inputs, tmp_path / "out")[1] == []
    assert len(list((tmp_path / "out" / STATE / "parts").iterdir())) == 1
    assert snapshot(tmp_path / "out") == before


def test_a_full_disk_ends_the_run_and_the_next_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = make(tmp_path / "in", texts(8))
    whole, _ = run(inputs, tmp_path / "whole")
    left, sync = [5], os.fsync

    def full(handle: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device")
        sync(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"cannot write .*/out/.*\.(?:json|parquet): No space left on device"):
        run(inputs, tmp_path / "out")
    monkeypatch.undo()
    assert not list((tmp_path / "out").rglob(".*.tmp"))
    run(inputs, tmp_path / "out")
    assert snapshot(tmp_path / "out") == snapshot(whole.out)


def test_a_plan_whose_draft_is_lost_is_written_from_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs = make(tmp_path / "in", texts(8))
    whole, _ = run(inputs, tmp_path / "whole")
    move, lost = os.replace, []

    def lose(draft: str | Path, path: str | Path) -> None:
        if str(path).endswith(("002.txt.json", "005.txt.json")) and str(draft).endswith(".json"):
            lost.append(str(path))
            os.unlink(draft)
        move(draft, path)

    monkeypatch.setattr(os, "replace", lose)
    run(inputs, tmp_path / "out")
    assert len(lost) == 2
    assert snapshot(tmp_path / "out") == snapshot(whole.out)


def test_a_limit_on_the_size_of_files_names_the_file(tmp_path: Path) -> None:
    make(tmp_path / "in", {"long.txt": "Do this\n" * 2000})
    code = (
        "import resource, signal, sys\n"
        "from actionplan_extract import convert\n"
        "from actionplan_extract.errors import OutputError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try:\n"
        f"    convert('in', 'out', engine='serial', extractor={SABOTEURS!r})\n"
        "except OutputError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment(), capture_output=True, text=True)
    assert "out/plans/long.txt.json: File too large" in done.stdout, done.stderr
    assert list((tmp_path / "out/plans").iterdir()) == []


def is_readable(path: Path) -> bool:
    """Can the file be read whole, as what its name says? (Or has it just been replaced.)"""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return True
    if path.suffix == ".parquet":
        pq.read_metadata(path)
    elif path.suffix == ".json":
        json.loads(data)
    elif path.suffix == ".jsonl":
        [json.loads(line) for line in data.splitlines()]
    return data.endswith(b"\n") or path.suffix != ".csv"


def kill_at_random(folder: Path, kills: int, seed: int, engine: str = "local") -> None:
    """Runs into `out` are killed after a random time, `kills` times; after each every file must be readable."""
    chance = random.Random(seed)  # noqa: S311
    script = (
        "from actionplan_extract import convert, Limits\n"
        f"convert('in', 'out', engine={engine!r}, workers=2, formats=['csv'], limits=Limits(timeout_seconds=2),"
        f" extractor={SABOTEURS!r})\n"
    )
    (folder / "script.py").write_text(script)
    for _ in range(kills):
        process = subprocess.Popen([sys.executable, folder / "script.py"], cwd=folder, env=environment())
        time.sleep(chance.uniform(0.3, 4))
        process.send_signal(signal.SIGKILL)
        process.wait()
        unreadable = [path for path in (folder / "out").rglob("[!.]*.*") if path.is_file() and not is_readable(path)]
        assert not unreadable


def test_killed_at_random_and_run_again_gives_the_same_files(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", texts(150) | {"dead.txt": "!segfault", "twice.txt": texts(1)["000.txt"]})
    kill_at_random(tmp_path, kills=4, seed=4)
    run(inputs, tmp_path / "out", engine="local", formats=["csv"])
    run(inputs, tmp_path / "whole", engine="local", formats=["csv"])
    assert snapshot(tmp_path / "out") == snapshot(tmp_path / "whole")


def test_an_interrupted_run_keeps_what_it_has_read(tmp_path: Path) -> None:
    make(tmp_path / "in", texts(20) | {"zz.txt": "!hang"})
    (tmp_path / "script.py").write_text(
        f"from actionplan_extract import convert\nconvert('in', 'out', workers=1, extractor={SABOTEURS!r})\n"
    )
    manner = {"cwd": tmp_path, "env": environment(), "preexec_fn": heed_interrupts}
    process = subprocess.Popen([sys.executable, "script.py"], stderr=subprocess.PIPE, **manner)
    assert eventually(lambda: len(list(tmp_path.glob("out/plans/*.json"))) == 20, seconds=120)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    (tmp_path / "in/zz.txt").write_text("Plan")
    assert run(tmp_path / "in", tmp_path / "out", limits=Limits())[1] == ["zz.txt"]


def test_compact_writes_everything_from_the_parts(tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", texts(5) | {"bad.txt": "!damaged", "copy.txt": texts(1)["000.txt"]})
    run(inputs, tmp_path / "whole", formats=["csv"])
    only, _ = run(inputs, tmp_path / "out", parts_only=True)
    assert [path.name for path in only.files] == ["manifest.jsonl"]
    assert not (tmp_path / "out/actions.parquet").exists()
    compact(tmp_path / "out", formats=["csv"])
    assert snapshot(tmp_path / "out") == snapshot(tmp_path / "whole")


def test_there_is_nothing_to_compact_where_no_run_was(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"manifest\.jsonl"):
        compact(tmp_path)
