from __future__ import annotations

import os
from pathlib import Path

import pytest

from actionplan_extract.inputs import find_inputs, plan_names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a/plan.csv",
        "a/plan.expected.json",
        "a/README.md",
        "a/.hidden.txt",
        ".git/config.txt",
        "_drafts/old.txt",
        "_kept.txt",
        "logo.svg",
        "out/plans/b.txt.json",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return tmp_path


def sources(*given: Path | str, leave_out: str | Path = "nowhere") -> list[str]:
    return [item.source for item in find_inputs(given, leave_out=Path(leave_out))]


def test_walks_a_folder_by_name_and_leaves_out_what_is_no_document(folder: Path) -> None:
    assert sources(folder, leave_out=folder / "out") == ["_kept.txt", "a/plan.csv", "b.txt", "logo.svg"]


def test_refuses_the_output_of_an_earlier_run_as_a_whole(folder: Path) -> None:
    for name in ("manifest.jsonl", "datapackage.json", "actions.csv"):
        (folder / "out" / name).write_text("x")
    (written,) = [item for item in find_inputs([folder], leave_out=folder / "new") if item.source.startswith("out")]
    assert (written.source, written.named) == ("out", False)
    assert written.error
    assert written.error.code == "unsupported_format"


def test_refuses_unknown_suffixes_in_a_folder_but_takes_a_named_file_as_it_is(folder: Path) -> None:
    found = {item.source: item for item in find_inputs([folder], leave_out=folder / "out")}
    assert found["logo.svg"].error
    assert found["logo.svg"].error.code == "unsupported_format"
    assert found["b.txt"].error is None
    (named,) = find_inputs([folder / "logo.svg"], leave_out=folder / "out")
    assert (named.source, named.error, named.named) == ("logo.svg", None, True)


def test_keeps_the_order_given_and_each_file_once(folder: Path) -> None:
    assert sources(folder / "b.txt", folder / "a", folder / "b.txt", folder / "a/plan.csv") == ["b.txt", "a/plan.csv"]


def test_sources_are_relative_to_the_deepest_common_folder(folder: Path) -> None:
    assert sources(folder / "a") == ["plan.csv"]
    assert sources(folder / "a/plan.csv") == ["plan.csv"]
    assert sources(folder / "a", folder / "out") == ["a/plan.csv", "out/plans/b.txt.json"]


def test_sources_do_not_depend_on_the_working_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "a")
    assert (
        sources("../b.txt", "plan.csv") == sources(folder / "b.txt", folder / "a/plan.csv") == ["b.txt", "a/plan.csv"]
    )


def test_expands_patterns_unless_a_file_has_that_very_name(folder: Path) -> None:
    assert sources(f"{folder}/**/*.csv") == ["plan.csv"]
    (folder / "b[1].txt").write_text("x")
    assert sources(f"{folder}/b[1].txt") == ["b[1].txt"]


def test_a_pattern_that_fits_nothing_stays_an_input(folder: Path) -> None:
    assert sources(f"{folder}/*.docx") == ["*.docx"]


def test_names_a_link_in_a_folder_without_following_it(folder: Path) -> None:
    (folder / "a/link.txt").symlink_to("/etc/hostname")
    (folder / "a/round").symlink_to(folder)
    errors = {item.source: item.error and item.error.code for item in find_inputs([folder / "a"], leave_out=folder)}
    assert errors == {"link.txt": "unreadable", "plan.csv": None, "round": "unsupported_format"}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read every folder")
def test_names_a_folder_that_cannot_be_read(folder: Path) -> None:
    (folder / "a").chmod(0)
    try:
        errors = {
            item.source: item.error and item.error.code for item in find_inputs([folder], leave_out=folder / "out")
        }
    finally:
        (folder / "a").chmod(0o700)
    assert errors["a"] == "unreadable"


def test_a_tree_deeper_than_the_stack_is_walked(tmp_path: Path) -> None:
    folders = [tmp_path]
    for _ in range(1200):
        folders.append(folders[-1] / "d")
        folders[-1].mkdir()
    plan = folders[-1] / "plan.txt"
    plan.write_text("x")
    assert len(sources(tmp_path)) == 1
    plan.unlink()
    for folder in reversed(folders[1:]):  # what clears up after the tests is not as careful
        folder.rmdir()


def test_a_name_that_is_no_unicode_is_escaped(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("x")
    assert sources(tmp_path) == ["caf\\xe9.txt"]


def test_plan_names_are_the_documents_own() -> None:
    assert plan_names(["a/plan.pdf", "b/other.pdf"]) == {"a/plan.pdf": "plan.pdf.json", "b/other.pdf": "other.pdf.json"}


def test_plan_names_that_collide_get_a_piece_of_their_paths_hash() -> None:
    names = plan_names(["a/plan.pdf", "b/plan.pdf", "PLAN.pdf", "plan.csv"])
    # The first 8 hex digits of the SHA-256 of "a/plan.pdf".
    assert names["a/plan.pdf"] == "plan.pdf-fef31420.json"
    assert names["plan.csv"] == "plan.csv.json"
    assert len({name.casefold() for name in names.values()}) == 4


def test_plan_names_are_never_too_long_for_a_file_system() -> None:
    names = plan_names(["é" * 120 + ".pdf", "é" * 120 + "!.pdf"])
    assert all(len(name.encode()) < 255 for name in names.values())
    assert len(set(names.values())) == 2
