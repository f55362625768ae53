"""Timescales collected from published plans; what is typed is pinned, so that no change goes unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from actionplan_extract.normalise.deadline import parse_deadlines

COLLECTED = Path(__file__).parents[3] / "../shared/vocabulary/timescales.txt"
SILENT = {"S,M,L", "M,L", "M", "S", "S, M, L + very long", "compliant", "Will require holistic approach"}
SILENT |= {"Local Plan formally adopted", "To be addressed through 2, above."}


@pytest.mark.skipif(not COLLECTED.exists(), reason="the collection is not part of the project")
def test_every_timescale_that_says_anything_of_time_is_typed() -> None:
    lines = COLLECTED.read_text(encoding="utf-8").splitlines()
    unread = {line for line in lines if any(d.kind == "unparsed" for d in parse_deadlines(line))}
    assert unread == SILENT
