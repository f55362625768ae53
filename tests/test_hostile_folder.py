"""A folder of good and bad documents through the whole program: all accounted for, each blamed rightly."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pikepdf
import pytest

from actionplan_extract import Limits, convert, load
from actionplan_extract.errors import ExitCode

from .fake_readers import SABOTEURS_OVER_PIPELINE
from .test_cli import PLAN


def pdf(encryption: pikepdf.Encryption | bool = False) -> bytes:
    target = io.BytesIO()
    with pikepdf.new() as document:
        for _ in range(20):
            document.add_blank_page()
        document.save(target, encryption=encryption)
    return target.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.csv").write_text(PLAN)
    (folder / "empty.txt").touch()
    (folder / "truncated.pdf").write_bytes(pdf()[:300])
    (folder / "encrypted.pdf").write_bytes(pdf(pikepdf.Encryption(owner="owner", user="user")))
    (folder / "hangs.txt").write_text("!hang")
    (folder / "crashes.txt").write_text("!segfault")
    return folder


def test_the_good_plan_is_read_and_each_bad_document_blamed(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run = convert(folder, out, limits=Limits(timeout_seconds=3), extractor=SABOTEURS_OVER_PIPELINE)
    assert run.exit_code == ExitCode.FAILED
    lines = [json.loads(line) for line in (out / "manifest.jsonl").read_text().splitlines()]
    assert {line["source"]: line["error"] and line["error"]["code"] for line in lines} == {
        "crashes.txt": "worker_died",
        "empty.txt": "empty_file",
        "encrypted.pdf": "encrypted",
        "good.csv": None,
        "hangs.txt": "timed_out",
        "truncated.pdf": "damaged",
    }
    assert [path.name for path in (out / "plans").iterdir()] == ["good.csv.json"]
    assert list(load(out).actions["text"]) == [
        "Publish the new corporate plan",
        "Train all members of the scrutiny committees",
    ]
