import os
import stat

import pytest

from actionplan_extract.errors import OutputError
from actionplan_extract.writers import _files
from actionplan_extract.writers._files import remove_leftovers, replacing, write_file


def test_writes_and_makes_the_folder(tmp_path):
    path = write_file(tmp_path / "plans" / "a.json", b"new")
    assert path.read_bytes() == b"new"
    assert os.listdir(path.parent) == ["a.json"]


def test_mode_follows_the_umask(tmp_path):
    (tmp_path / "usual").touch()
    write_file(tmp_path / "written", b"")
    assert stat.filemode((tmp_path / "written").stat().st_mode) == stat.filemode((tmp_path / "usual").stat().st_mode)


@pytest.mark.parametrize("crash", [ValueError, KeyboardInterrupt])
def test_crash_in_mid_write_leaves_the_old_file(tmp_path, crash):
    path = write_file(tmp_path / "a.json", b"old")

    def write_half():
        with replacing(path) as file:
            file.write(b"half of the n")
            raise crash

    with pytest.raises(crash):
        write_half()
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.json"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_refusal_at_any_step_leaves_the_old_file(tmp_path, monkeypatch, step):
    path = write_file(tmp_path / "a.json", b"old")

    def refuse(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(_files.os, step, refuse)
    with pytest.raises(OutputError, match=r"cannot write .*a\.json: No space left on device"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.json"]


def test_content_is_on_disk_before_the_name(tmp_path, monkeypatch):
    steps = []
    sync, rename = os.fsync, os.replace
    monkeypatch.setattr(_files.os, "fsync", lambda handle: steps.append("sync") or sync(handle))
    monkeypatch.setattr(_files.os, "replace", lambda *paths: steps.append("rename") or rename(*paths))
    write_file(tmp_path / "a.json", b"new")
    assert steps == ["sync", "rename", "sync"]


def test_name_as_long_as_a_name_can_be(tmp_path):
    assert write_file(tmp_path / ("ü" * 125 + ".json"), b"new").read_bytes() == b"new"


def test_folder_that_is_a_file(tmp_path):
    (tmp_path / "out").touch()
    with pytest.raises(OutputError, match=r"cannot write .*out"):
        write_file(tmp_path / "out" / "a.json", b"")


def test_leftovers_of_a_killed_run_are_removed(tmp_path):
    write_file(tmp_path / "a.json", b"")
    (tmp_path / ".b.json.123.tmp").touch()
    remove_leftovers(tmp_path)
    assert os.listdir(tmp_path) == ["a.json"]
