"""Extracts mutated documents and scores what comes out."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType

from actionplan_extract.pipeline import extract_bytes

from .documents import SHARED, expected_of
from .mutate import mutate

SCORER = SHARED / "tools" / "score.py"


def rows_score(document: Path, names: tuple[str, ...], seed: int, diff: list[str] | None = None) -> float:
    """Share of actions right in every part after the mutations; `diff` takes what is wrong."""
    text, plan = mutate(document.read_text(encoding="utf-8"), expected_of(document), names, seed)
    actual = extract_bytes(text.encode(), document.name).plan.model_dump(mode="json")
    rows: float = _scorer().figures(_scorer().compare(plan, actual, diff))["rows"]
    return rows


@cache
def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SCORER)
    if spec is None or spec.loader is None:
        raise ImportError(f"no scorer at {SCORER}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
