from __future__ import annotations

import hashlib
import multiprocessing
from datetime import date
from pathlib import Path

import pytest

from actionplan_extract.child import Work, perform
from actionplan_extract.errors import ActionPlanError, Damaged, TimedOut
from actionplan_extract.isolate import Supervisor, call_apart
from actionplan_extract.limits import Limits
from actionplan_extract.outcome import Job, Outcome
from actionplan_extract.pipeline import Options

from .fake_readers import SABOTEURS, saboteurs

LIMITS = Limits(timeout_seconds=6, memory_mb=512)  # a busy machine takes seconds to fill the memory
WORK = Work(Options(), LIMITS, SABOTEURS)


def job(folder: Path, name: str, text: str) -> Job:
    path = folder / name
    path.write_text(text)
    return Job(name, str(path), hashlib.sha256(text.encode()).hexdigest(), len(text))


def run(jobs: list[Job], work: Work = WORK, workers: int = 2) -> dict[str, Outcome]:
    outcomes: dict[str, Outcome] = {}
    with Supervisor(work, workers) as supervisor:
        for each in jobs:
            supervisor.submit(each)
        while supervisor.unfinished:
            outcomes.update((ended.source, outcome) for ended, outcome in supervisor.collect().items())
    return outcomes


def run_one(folder: Path, text: str, work: Work = WORK) -> Outcome:
    return run([job(folder, "one", text)], work, workers=1)["one"]


BLAME = {
    "!hang": "timed_out",
    "!hang_and_ignore_sigterm": "timed_out",
    "!spin_in_c": "timed_out",
    "!segfault": "worker_died",
    "!die_of_sigkill": "worker_died",
    "!exit_at_once": "worker_died",
    "!exit_politely": "internal_error",
    "!exit_as_if_well": "worker_died",
    "!hog_beyond_the_fence": "out_of_memory",
    "!spawn_a_hog": "out_of_memory",
    "!return 70": "too_large",
    "!hog": "out_of_memory",
    "!hog_in_disguise": "out_of_memory",
    "!damaged": "damaged",
    "!bug": "internal_error",
}


def test_blames_each_saboteur_and_reads_the_good_documents_beside_them(tmp_path: Path) -> None:
    good = [job(tmp_path, f"good{number}", f"Plan {number}\nPublish it") for number in range(len(BLAME))]
    bad = [job(tmp_path, trick, trick) for trick in BLAME]
    mixed = [each for pair in zip(good, bad, strict=True) for each in pair]
    outcomes = run(mixed)
    assert {source: outcomes[source].error.code for source in BLAME if outcomes[source].error} == BLAME
    assert all(outcomes[source].status == "failed" for source in BLAME)
    assert all(outcomes[each.source].actions == 2 for each in good)


def test_an_outcome_holds_the_plan_as_json_and_its_figures(tmp_path: Path) -> None:
    outcome = run_one(tmp_path, "Do this\nDo that", Work(Options(date(2024, 3, 31)), LIMITS, SABOTEURS))
    assert outcome.plan
    assert b'"Do this"' in outcome.plan
    assert (outcome.status, outcome.format, outcome.size) == ("ok", "lines", 15)
    assert (outcome.recommendations, outcome.actions, outcome.deadlines) == (1, 2, 2)
    assert outcome.words_kept == 1.0
    assert outcome.seconds is not None


def test_an_outcome_is_the_same_here_and_in_a_child(tmp_path: Path) -> None:
    one = job(tmp_path, "one", "Do this")
    here, there = perform(one, WORK), run([one])["one"]
    assert here.plan == there.plan
    assert here.document_id == there.document_id == one.sha256[:16]


@pytest.mark.parametrize(
    ("trick", "message"),
    [
        ("!segfault", "the process that read it died (SIGSEGV)"),
        ("!exit_at_once", "the process that read it died (exit code 3)"),
        ("!bug", "KeyError: 'colour'"),
        ("!bug_with_address", "ValueError: cannot identify <object object> at all"),
        ("!damaged", "the cross-reference table is broken"),
    ],
)
def test_says_why(tmp_path: Path, trick: str, message: str) -> None:
    error = run_one(tmp_path, trick).error
    assert error
    assert error.message == message


def test_a_result_of_200_mb_is_refused_by_the_child(tmp_path: Path) -> None:
    error = run_one(tmp_path, "!return 200", Work(Options(), Limits(timeout_seconds=30), SABOTEURS)).error
    assert error
    assert (error.code, error.message) == ("too_large", "the result takes 200 MB (limit result_mb=64)")


def test_a_child_that_has_read_its_share_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("actionplan_extract.children.SHARE", 3)
    outcomes = run([job(tmp_path, f"j{number}", f"Plan {number}") for number in range(20)])
    assert [outcome.status for outcome in outcomes.values()] == ["ok"] * 20


def test_a_document_without_a_plan_is_skipped(tmp_path: Path) -> None:
    outcome = run_one(tmp_path, "!nothing")
    assert outcome.status == "skipped"
    assert outcome.error
    assert outcome.error.code == "no_plan_found"


def test_what_a_reader_prints_goes_nowhere(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_one(tmp_path, "!chatter").status == "ok"
    assert capfd.readouterr() == ("", "")


def test_a_file_that_changed_is_not_taken_for_what_it_was(tmp_path: Path) -> None:
    one = job(tmp_path, "one", "Do this")
    Path(one.path).write_text("Do that")
    error = run([one])["one"].error
    assert error
    assert error.code == "unreadable"


def test_goes_on_with_new_children_when_idle_ones_are_killed(tmp_path: Path) -> None:
    with Supervisor(WORK, workers=2) as supervisor:
        for round_ in "abc":
            for number in range(3):
                supervisor.submit(job(tmp_path, f"{round_}{number}", f"Plan {round_}{number}"))
            outcomes: dict[Job, Outcome] = {}
            while supervisor.unfinished:
                outcomes |= supervisor.collect()
            assert [outcome.status for outcome in outcomes.values()] == ["ok"] * 3
            for child in multiprocessing.active_children():
                child.kill()


def test_what_waits_behind_a_document_that_ends_its_child_is_read_by_another(tmp_path: Path) -> None:
    # Each of them waits in the child's pipe while that is at the one before.
    tricks = ["!segfault", "!hang", "!die_of_sigkill", "!exit_as_if_well"] * 2
    bad = [job(tmp_path, f"bad{number}", trick) for number, trick in enumerate(tricks)]
    good = [job(tmp_path, f"good{number}", f"Plan {number}") for number in range(4)]
    outcomes = run([*bad, *good], Work(Options(), Limits(timeout_seconds=1), SABOTEURS), workers=1)
    codes = ["worker_died", "timed_out", "worker_died", "worker_died"] * 2
    assert [outcomes[each.source].error.code for each in bad] == codes  # type: ignore[union-attr]
    assert [outcomes[each.source].status for each in good] == ["ok"] * 4


def test_documents_whose_children_cannot_even_start_have_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actionplan_extract.children.serve", saboteurs.exit_before_work)
    outcomes = run([job(tmp_path, name, name) for name in "ab"])
    assert [(each.status, each.error and each.error.code) for each in outcomes.values()] == [
        ("failed", "worker_died")
    ] * 2


def test_documents_for_which_the_system_has_no_process_have_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("actionplan_extract.children._Process.start", full)
    outcomes = run([job(tmp_path, name, name) for name in "ab"])
    assert [each.error and each.error.message for each in outcomes.values()] == [
        "the process that read it did not start"
    ] * 2


def test_call_apart_gives_back_the_result_or_raises_the_error() -> None:
    assert call_apart(LIMITS, str.upper, "plan") == "PLAN"
    with pytest.raises(Damaged, match="cross-reference"):
        call_apart(LIMITS, saboteurs.damaged)
    with pytest.raises(TimedOut):
        call_apart(LIMITS, saboteurs.hang)
    with pytest.raises(ActionPlanError, match="KeyError: 'colour'"):
        call_apart(LIMITS, saboteurs.bug)
