from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from actionplan_extract.errors import Damaged, TooLarge
from actionplan_extract.inputs import PlanNames, archives, find_inputs, listed


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


def named(sources: list[str]) -> dict[str, str]:
    names = PlanNames(sources)
    return {source: names.of(source) for source in sources}


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
    assert named(["a/plan.pdf", "b/other.pdf"]) == {"a/plan.pdf": "plan.pdf.json", "b/other.pdf": "other.pdf.json"}


def test_plan_names_that_collide_get_a_piece_of_their_paths_hash() -> None:
    names = named(["a/plan.pdf", "b/plan.pdf", "PLAN.pdf", "plan.csv"])
    # The first 8 hex digits of the SHA-256 of "a/plan.pdf".
    assert names["a/plan.pdf"] == "plan.pdf-fef31420.json"
    assert names["plan.csv"] == "plan.csv.json"
    assert len({name.casefold() for name in names.values()}) == 4


def test_plan_names_are_never_too_long_for_a_file_system() -> None:
    names = named(["é" * 120 + ".pdf", "é" * 120 + "!.pdf"])
    assert all(len(name.encode()) < 255 for name in names.values())
    assert len(set(names.values())) == 2


def packed(path: Path, members: dict[str, str], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def codes(*given: Path | str) -> dict[str, str | None]:
    return {item.source: item.error and item.error.code for item in find_inputs(given, leave_out=Path("nowhere"))}


def content(given: Path | str, source: str, spool: Path, limit: int = 10**6) -> bytes:
    (item,) = [item for item in find_inputs([given], leave_out=Path("nowhere")) if item.source == source]
    assert item.place
    return item.place.fetched(spool, limit).read_bytes()


MEMBERS = {
    "b.txt": "B",
    "a/plan.csv": "A",
    "a/README.md": "x",
    ".git/c.txt": "x",
    "__MACOSX/b.txt": "x",
    "logo.svg": "x",
    "../up.txt": "U",
}


def test_an_archive_is_read_by_the_rules_of_a_folder(tmp_path: Path) -> None:
    packed(tmp_path / "all.zip", MEMBERS)
    assert codes(tmp_path / "all.zip") == {
        "all.zip/../up.txt": None,
        "all.zip/a/plan.csv": None,
        "all.zip/b.txt": None,
        "all.zip/logo.svg": "unsupported_format",
    }
    assert content(tmp_path / "all.zip", "all.zip/../up.txt", tmp_path / "spool") == b"U"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.zip", "spool"]


def test_an_archive_in_a_folder_is_named_but_not_opened(tmp_path: Path) -> None:
    packed(tmp_path / "all.zip", MEMBERS)
    assert codes(tmp_path) == {"all.zip": "unsupported_format"}


def test_members_are_chosen_by_a_pattern(tmp_path: Path) -> None:
    archive = packed(tmp_path / "all.zip", MEMBERS)
    assert codes(f"zip://*.csv::{archive}") == {"zip://a/plan.csv::all.zip": None}


def test_a_document_that_is_an_archive_itself_stays_whole(tmp_path: Path) -> None:
    packed(tmp_path / "plan.zip", {"[Content_Types].xml": "x", "word/document.xml": "x"})
    assert codes(tmp_path / "plan.zip") == {"plan.zip": None}


def test_a_broken_archive_is_an_outcome(tmp_path: Path) -> None:
    whole = packed(tmp_path / "all.zip", MEMBERS).read_bytes()
    (tmp_path / "half.zip").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "none.zip").write_bytes(b"")
    given = [tmp_path / name for name in ("half.zip", "none.zip", "gone.zip")]
    assert codes(*given) == {"half.zip": "damaged", "none.zip": "damaged", "gone.zip": "not_found"}


def test_a_member_that_is_not_what_the_directory_says_is_damaged(tmp_path: Path) -> None:
    data = bytearray(packed(tmp_path / "all.zip", {"a.txt": "A" * 100}, zipfile.ZIP_STORED).read_bytes())
    data[data.index(b"AAAA")] = ord("B")
    (tmp_path / "all.zip").write_bytes(data)
    with pytest.raises(Damaged):
        content(tmp_path / "all.zip", "all.zip/a.txt", tmp_path / "spool")


def test_a_member_is_unpacked_within_the_limit_whatever_it_says_of_its_size(tmp_path: Path) -> None:
    data = bytearray(packed(tmp_path / "all.zip", {"a.txt": "A" * 10**7}).read_bytes())
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        data[data.index(mark) + offset :][:4] = (100).to_bytes(4, "little")
    (tmp_path / "all.zip").write_bytes(data)
    with pytest.raises((TooLarge, Damaged)):
        content(tmp_path / "all.zip", "all.zip/a.txt", tmp_path / "spool", limit=2 * 10**6)
    assert not (tmp_path / "spool").exists() or (tmp_path / "spool").stat().st_size <= 2 * 10**6


def test_an_archive_that_unpacks_to_more_than_any_plain_one_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "RATIO_FROM", 1000)
    packed(tmp_path / "all.zip", {f"{number}.txt": "A" * 10**6 for number in range(3)})
    with pytest.raises(TooLarge, match="200 times"):
        content(tmp_path / "all.zip", "all.zip/0.txt", tmp_path / "spool", limit=10**8)


def test_a_directory_of_any_length_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_DIRECTORY", 1000)
    packed(tmp_path / "all.zip", {f"{number}.txt": "" for number in range(100)})
    assert codes(tmp_path / "all.zip") == {"all.zip": "too_large"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_of_one_name_are_both_accounted_for(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("a.txt", "A")
        archive.writestr("a.txt", "B")
    found = find_inputs([tmp_path / "all.zip"], leave_out=tmp_path / "out")
    assert [(item.source, item.error and item.error.code) for item in found] == [
        ("all.zip/a.txt", None),
        ("all.zip/a.txt", "damaged"),
    ]


def test_names_that_look_alike_are_both_accounted_for(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("x")
    (tmp_path / "caf\\xe9.txt").write_text("y")
    found = find_inputs([tmp_path], leave_out=tmp_path / "out")
    assert [item.error and item.error.code for item in found] == [None, "unreadable"]


def test_file_addresses_are_paths(folder: Path) -> None:
    assert sources(f"file://{folder}/a") == ["plan.csv"]


def test_an_unknown_kind_of_address_is_an_outcome(tmp_path: Path) -> None:
    assert codes("gopher://plans/a.txt") == {"gopher://plans/a.txt": "unreadable"}


def test_a_list_names_inputs_one_a_line_or_ended_by_nul() -> None:
    assert listed("a.txt\n\nb c.txt\r\n") == ["a.txt", "b c.txt"]
    assert listed("a\nb.txt\0c.txt\0") == ["a\nb.txt", "c.txt"]
