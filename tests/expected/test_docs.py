"""What docs/validate.md shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from actionplan_extract.expected import render, validate_paths
from actionplan_extract.schema import ActionPlan

from .plans import make_deadline, make_plan

DOC = (Path(__file__).parents[2] / "docs" / "validate.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```", DOC, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def extract_as_shown(document: Path) -> ActionPlan:
    plan = make_plan(make_deadline(latest="2024-09-01"))
    wigan = plan.document.model_copy(update={"council": None})
    recommendation = plan.recommendations[0].model_copy(update={"text": "Agree one set of priorities."})
    return plan.model_copy(update={"document": wigan, "recommendations": [recommendation]})


def test_the_example_gives_the_line_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "samples").mkdir()
    (tmp_path / "samples" / "wigan.txt").write_text("1\tAgree one set of priorities.\n")
    (tmp_path / "samples" / "wigan.expected.json").write_text(block("json"))
    lines = render(validate_paths([Path("samples")], extract_as_shown)).splitlines()
    assert block("").strip() in lines
    assert len(lines) == 2, "the other is the council's code"
