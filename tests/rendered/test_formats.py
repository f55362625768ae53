"""One content, many files: a plan is read the same from every format that can carry it.

What is read from each file is held against the one truth of its plan, so that all that are right are equal.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from .measure import measure
from .plans import PLANS
from .render import CONVERTED, PRODUCERS, WRITERS, formats_of, render, write_files

WRITTEN = [f"{name}/{plan.name}" for plan in PLANS for name in sorted(formats_of(plan) & WRITERS.keys())]
CONVERTED_TO = [f"{name}/{plan.name}" for plan in PLANS for name in sorted(formats_of(plan) & CONVERTED.keys())]
PRINTED = [f"{producer}/{plan.name}-{style}" for producer in PRODUCERS for plan in PLANS for style in plan.styles]

_MISSING = [name for name in ("soffice", "chromium") if shutil.which(name) is None]
needs_programs = pytest.mark.skipif(bool(_MISSING), reason=f"{' and '.join(_MISSING)} not installed")


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All plans in the formats that need no program."""
    folder = tmp_path_factory.mktemp("written")
    write_files(PLANS, folder)
    return folder


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All plans in all formats, rendered by the first of several workers that asks for them."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "rendered"
    done = folder / "done"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            render(PLANS, folder)
            done.touch()
    return folder


def test_there_are_enough_plans_and_formats() -> None:
    assert len(PLANS) >= 12
    assert {name.split("/")[0] for name in (*WRITTEN, *CONVERTED_TO, *PRINTED)} == {*WRITERS, *CONVERTED, *PRODUCERS}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_written_file_is_read_as_its_plan_says(written: Path, name: str) -> None:
    assert_read(written, name)


@needs_programs
@pytest.mark.parametrize("name", CONVERTED_TO)
def test_a_converted_file_is_read_as_its_plan_says(rendered: Path, name: str) -> None:
    assert_read(rendered, name)


@needs_programs
@pytest.mark.parametrize("name", PRINTED)
def test_a_printed_file_is_read_as_its_plan_says(rendered: Path, name: str) -> None:
    assert_read(rendered, name)


def assert_read(folder: Path, name: str) -> None:
    """Is every action right: its recommendation, text, owners and deadlines, and the ratings that a fill says?"""
    count = measure(folder / f"{name}.expected.json")
    assert not count.failed
    assert not count.wrong
    assert count.right["rows"] == count.of["rows"] > 0
    assert count.right["rag"] == count.of["rag"]


@needs_programs
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext not installed")
@pytest.mark.parametrize("producer", ["chromium", "writer"])
def test_nine_rows_in_ten_are_right_in_the_laid_out_text_of_printed_files(
    rendered: Path, tmp_path: Path, producer: str
) -> None:
    for pdf in (rendered / producer).glob("*.pdf"):
        subprocess.run(["pdftotext", "-layout", pdf, tmp_path / f"{pdf.stem}.txt"], check=True)
        shutil.copy(pdf.with_suffix(".expected.json"), tmp_path)
    counts = [measure(expected) for expected in tmp_path.glob("*.expected.json")]
    assert not any(count.failed for count in counts)
    assert sum(count.right["rows"] for count in counts) >= 0.9 * sum(count.of["rows"] for count in counts) > 0
