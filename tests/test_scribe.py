from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from actionplan_extract.errors import ActionPlanError, OutputError
from actionplan_extract.outcome import Outcome
from actionplan_extract.scribe import AHEAD, Apart, Here, Scribe

from .fake_readers import saboteurs


def add(path: Path, text: str) -> None:
    with path.open("a") as file:
        file.write(text)


def write_to_a_full_disk(path: Path) -> None:
    raise OutputError(f"cannot write {path}: No space left on device")


def begin_often(scribe: Scribe, function: Callable[..., None], path: Path) -> None:
    for _ in range(2 * AHEAD):
        scribe.begin(function, path)


@pytest.fixture(params=[Here, Apart])
def scribe(request: pytest.FixtureRequest) -> Iterator[Scribe]:
    made: Scribe = request.param()
    yield made
    made.close()


def test_makes_calls_in_their_order(scribe: Scribe, tmp_path: Path) -> None:
    path = tmp_path / "file"
    for number in range(3 * AHEAD):
        scribe.begin(add, path, f"{number} ")
    assert scribe.call(Path.read_text, path) == "".join(f"{number} " for number in range(3 * AHEAD))
    scribe.begin(add, path, "end")
    scribe.finish()
    assert path.read_text().endswith(" end")


def test_raises_what_a_call_raises(scribe: Scribe, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"cannot write .*/part: No space left on device"):
        begin_often(scribe, write_to_a_full_disk, tmp_path / "part")


def test_a_scribe_that_dies_ends_the_run() -> None:
    scribe = Apart()
    try:
        with pytest.raises(OutputError, match="the process that writes the results died"):
            scribe.call(saboteurs.die_of_sigkill)
    finally:
        scribe.close()


def test_an_outcome_that_is_put_by_is_whole_again(tmp_path: Path) -> None:
    whole = Outcome("a.txt", "ok", plan=b"{}", rows=(b"1\n", b"", b"2\n3\n"))
    light = whole.put_by(str(tmp_path / "held"))
    assert (light.plan, light.rows, light.plan_size) == (None, (), 2)
    assert light.whole() == whole
    assert whole.put_by(str(tmp_path / "no folder" / "held")) is whole
    (tmp_path / "held").unlink()
    with pytest.raises(ActionPlanError, match=r"cannot read .*held"):
        light.whole()
