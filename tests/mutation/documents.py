"""The documents that are mutated: samples of the two layouts, and the shared ones where they are at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SAMPLES = sorted((ROOT / "samples").glob("*_cells_*.txt"))
OTHERS = sorted((SHARED / "documents").glob("[0-9]*.txt"))


def expected_of(document: Path) -> dict[str, Any]:
    """What is expected of the document."""
    plan: dict[str, Any] = json.loads(document.with_suffix(".expected.json").read_text(encoding="utf-8"))
    return plan
