"""Documents whose headers, columns, dates, rows and council were changed are read as well as the originals."""

from __future__ import annotations

from pathlib import Path
from statistics import mean

import pytest

from .documents import OTHERS, SAMPLES
from .mutate import names_for
from .scoring import SCORER, rows_score

SEEDS = range(50)
FLOOR = 0.95

pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="the scorer is not beside the repository")


@pytest.mark.parametrize("document", [*SAMPLES, *OTHERS], ids=lambda path: path.stem)
def test_mutated_documents_are_still_read_right(document: Path) -> None:
    scores = {seed: rows_score(document, names_for(seed), seed) for seed in SEEDS}
    worst = {seed: (score, names_for(seed)) for seed, score in sorted(scores.items(), key=lambda s: s[1])[:5]}
    assert mean(scores.values()) >= FLOOR, worst
