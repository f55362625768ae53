from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from actionplan_extract.child import Work
from actionplan_extract.engines import ENGINES, HELD_BACK, UNDER_WAY, Engine, Item, local
from actionplan_extract.limits import Limits
from actionplan_extract.outcome import Failure, Outcome
from actionplan_extract.pipeline import Options

from .fake_readers import SABOTEURS
from .test_isolate import job

WORK = Work(Options(), Limits(timeout_seconds=2), SABOTEURS)

engines = pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)


@engines
def test_gives_an_outcome_for_every_item_in_order(tmp_path: Path, engine: Engine) -> None:
    known = Outcome.of_failure(Failure("not_found", "there is no such file"), "known")
    jobs: list[Item] = [job(tmp_path, f"j{number}", f"Plan {number}") for number in range(30)]
    items = [known, *jobs[:15], known, *jobs[15:], known]
    outcomes = list(engine(items, WORK, 2))
    assert [outcome.source for outcome in outcomes] == [item.source for item in items]
    assert sum(outcome.status == "ok" for outcome in outcomes) == 30


@engines
def test_an_error_is_the_outcome_of_its_own_document(tmp_path: Path, engine: Engine) -> None:
    texts = ["Plan", "!bug", "!damaged", "!nothing", "!exit_politely", "Another plan"]
    items = [job(tmp_path, str(number), text) for number, text in enumerate(texts)]
    outcomes = list(engine(items, WORK, 2))
    assert [outcome.error and outcome.error.code for outcome in outcomes] == [
        None,
        "internal_error",
        "damaged",
        "no_plan_found",
        "internal_error",
        None,
    ]


@engines
def test_no_items_no_outcomes(engine: Engine) -> None:
    assert list(engine([], WORK, 2)) == []


def test_a_slow_document_keeps_its_place_but_holds_up_no_other(tmp_path: Path) -> None:
    texts = ["!hang"] + [f"Plan {number}" for number in range(40)]
    outcomes = list(local([job(tmp_path, text, text) for text in texts], WORK, 2))
    assert [outcome.status for outcome in outcomes] == ["failed"] + ["ok"] * 40


def test_takes_only_a_window_of_items_ahead(tmp_path: Path) -> None:
    taken = 0

    def items() -> Iterator[Item]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield job(tmp_path, str(number), "!hang" if number == 0 else f"Plan {number}")

    outcomes = local(items(), WORK, 1)
    next(outcomes)
    outcomes.close()
    assert taken <= UNDER_WAY + HELD_BACK
