"""Who may import whom: the stages do not know each other, and nothing knows what stands above it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "actionplan_extract"

FOUNDATION = {"errors", "passage", "model", "plugins", "limits", "data", "led_by"}
PIPELINE = {*FOUNDATION, "sweeping", "schema", "readers", "tabulate", "interpret", "normalise", "validate", "writers"}
BATCH = {
    *PIPELINE,
    "pipeline",
    "outcome",
    "inputs",
    "child",
    "children",
    "watch",
    "isolate",
    "scribe",
    "state",
    "intake",
    "engines",
}

MAY_IMPORT = {
    "errors": set(),
    "passage": set(),
    "limits": set(),
    "data": set(),
    "led_by": set(),
    "plugins": set(),
    "schema": set(),
    "model": {"passage"},
    "readers": FOUNDATION,
    "tabulate": FOUNDATION,
    "interpret": FOUNDATION,
    "normalise": {*FOUNDATION, "schema"},
    "validate": {*FOUNDATION, "schema"},
    "writers": {*FOUNDATION, "schema"},
    "results": FOUNDATION,
    "sweeping": set(),
    "pipeline": PIPELINE,
    "explain": {*PIPELINE, "pipeline"},
    "picture": {*PIPELINE, "pipeline"},
    "expected": {*FOUNDATION, "schema", "readers", "validate", "inputs"},
    "outcome": {"errors"},
    "inputs": {*FOUNDATION, "readers"},
    "child": {*PIPELINE, "pipeline", "outcome"},
    "warm": {"child", "pipeline"},
    "watch": set(),
    "children": {"child", "errors", "limits", "outcome", "watch"},
    "isolate": {*PIPELINE, "pipeline", "outcome", "child", "children"},
    "scribe": {"children", "errors", "outcome"},
    "state": {*PIPELINE, "outcome", "child", "scribe"},
    "intake": {*FOUNDATION, "inputs", "outcome", "state"},
    "engines": {*PIPELINE, "pipeline", "outcome", "child", "isolate", "intake", "cluster"},
    "cluster": {*BATCH},
    "destination": {*FOUNDATION, "inputs", "state", "writers"},
    "tables": {*FOUNDATION, "schema", "state"},
    "batch": {*BATCH, "destination", "tables"},
    "cli": {*BATCH, "batch", "expected", "explain", "picture", "__version__"},
    "__main__": {"cli"},
    "__init__": {*BATCH, "batch", "results"},
}


def imported(path: Path) -> Iterator[str]:
    """The parts of the package (modules and folders at its top) that a module imports, its own left out."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            names = node.module.split(".") if node.module else [alias.name for alias in node.names]
            home = parts[: len(parts) - node.level]
            yield from {home[0]} if home else set(names[:1] if node.module else names)


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_imports_only_what_stands_below(part: str) -> None:
    paths = [SOURCE / f"{part}.py"] if (SOURCE / f"{part}.py").exists() else list((SOURCE / part).rglob("*.py"))
    assert paths
    assert {name for path in paths for name in imported(path)} <= {*MAY_IMPORT[part], part}


def test_every_part_has_its_place() -> None:
    parts = {path.stem for path in SOURCE.glob("*.py")} | {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert parts == set(MAY_IMPORT)
