"""One content, many files: a plan is read the same from every format that can carry it.

What is read from each file is held against the one truth of its plan, so that all that are right are equal. A PDF that
is not read right yet is named in `MISREAD`: it fails on the day it is mended, so that its name is taken out.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from .measure import measure
from .plans import PLANS
from .render import CONVERTED, PRODUCERS, WRITERS, formats_of, render, write_files

MISREAD = {
    "writer/calderdale-serif": "a row of the last page is read as two",
    "writer/rutland-portrait-serif": "numbered prose in one size of type is taken for no plan",
    "writer/sandwell-serif": "three rows go together",
    "writer-tagged/rutland-portrait-serif": "numbered prose in one size of type is taken for no plan",
}
WRITTEN = [f"{name}/{plan.name}" for plan in PLANS for name in sorted(formats_of(plan) & WRITERS.keys())]
CONVERTED_TO = [f"{name}/{plan.name}" for plan in PLANS for name in sorted(formats_of(plan) & CONVERTED.keys())]
PRINTED = [f"{producer}/{plan.name}-{style}" for producer in PRODUCERS for plan in PLANS for style in plan.styles]

_MISSING = [name for name in ("soffice", "chromium") if shutil.which(name) is None]
needs_programs = pytest.mark.skipif(bool(_MISSING), reason=f"{' and '.join(_MISSING)} not installed")


def _held(name: str) -> ParameterSet:
    """The case of a PDF, one that must fail where it is named in MISREAD."""
    marks = [pytest.mark.xfail(strict=True, reason=MISREAD[name])] if name in MISREAD else []
    return pytest.param(name, marks=marks)


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
    assert MISREAD.keys() <= {*PRINTED}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_written_file_is_read_as_its_plan_says(written: Path, name: str) -> None:
    assert_read(written, name)


@needs_programs
@pytest.mark.parametrize("name", CONVERTED_TO)
def test_a_converted_file_is_read_as_its_plan_says(rendered: Path, name: str) -> None:
    assert_read(rendered, name)


@needs_programs
@pytest.mark.parametrize("name", [_held(name) for name in PRINTED])
def test_a_printed_file_is_read_as_its_plan_says(rendered: Path, name: str) -> None:
    assert_read(rendered, name)


def assert_read(folder: Path, name: str) -> None:
    """Is every action right: its recommendation, text, owners and deadlines, and the ratings that a fill says?"""
    count = measure(folder / f"{name}.expected.json")
    assert not count.failed
    assert not count.wrong
    assert count.right["rows"] == count.of["rows"] > 0
    assert count.right["rag"] == count.of["rag"]
