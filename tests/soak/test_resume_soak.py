"""The long forms of what `tests/test_resume.py` and `tests/test_cluster.py` do shortly: `make soak`."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..test_batch import make, snapshot
from ..test_cluster import check_a_killed_worker_changes_nothing, documents
from ..test_resume import kill_at_random, run, texts

pytestmark = pytest.mark.soak


def test_killed_fifty_times_at_random(tmp_path: Path) -> None:
    bad = {f"bad{number}.txt": f"!{trick}\n{number}" for number, trick in enumerate(["hang", "segfault", "damaged"])}
    inputs = make(tmp_path / "in", texts(3000) | bad | {"twice.txt": texts(1)["000.txt"]})
    kill_at_random(tmp_path, kills=50, seed=50)
    run(inputs, tmp_path / "out", engine="local", formats=["csv"])
    run(inputs, tmp_path / "whole", engine="local", formats=["csv"])
    assert snapshot(tmp_path / "out") == snapshot(tmp_path / "whole")


def test_a_worker_killed_among_a_thousand_documents(tmp_path: Path) -> None:
    assert len(documents(1000)) == 1001
    check_a_killed_worker_changes_nothing(tmp_path, 1000)
