"""The corpus, but for its slow files, through the whole program: each has the outcome it must have."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from actionplan_extract import convert

from .corpus import PARTS, fault, files
from .files import make

LEAST = 40  # files of a part


def manifest(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "manifest.jsonl").read_text().splitlines()]


@pytest.mark.parametrize("part", PARTS)
def test_each_file_has_the_outcome_it_must_have(part: str, tmp_path: Path) -> None:
    quick = {name: case for name, case in files(part).items() if not case.slow}
    (tmp_path / "in").mkdir()
    for name, case in quick.items():
        (tmp_path / "in" / name).write_bytes(case.data)
    run = convert(tmp_path / "in", tmp_path / "out")
    lines = {line["source"]: line for line in manifest(run.out)}
    assert lines.keys() == quick.keys()
    assert len(quick) >= LEAST
    faults = {name: told for name, case in quick.items() if (told := fault(lines[name], case))}
    assert faults == {}


def test_what_else_a_folder_may_hold(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    expected = make(tmp_path / "in")
    run = convert(tmp_path / "in", tmp_path / "out")
    lines = {line["source"]: line for line in manifest(run.out)}
    wrong = {name: lines.get(name) for name, outcome in expected.items() if outcome not in _became(lines.get(name))}
    assert wrong == {}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out"]


def _became(line: dict[str, Any] | None) -> tuple[str, ...]:
    """The status and the code of a line; an empty text where there is none."""
    return (line["status"], line["error"]["code"] if line["error"] else "-") if line else ("",)
