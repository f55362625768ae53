"""Inputs from and outputs to a store, against a real S3 server on this machine."""

from __future__ import annotations

import io
import json
import shutil
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from actionplan_extract import convert
from actionplan_extract.batch import compact
from actionplan_extract.errors import MissingDependency, OutputError
from actionplan_extract.inputs import find_inputs
from actionplan_extract.inputs.stores import open_store

from .fake_readers import SABOTEURS
from .test_batch import errors, eventually, make, manifest, snapshot

pytest.importorskip("s3fs", reason="s3fs is not installed")
pytest.importorskip("moto.server", reason="moto is not installed")
# The server's library and the client's each leave something open that is not ours.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")

SETTINGS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1"}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        assert eventually(lambda: is_listening(port), seconds=60)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def is_listening(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def store(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The client of an empty store, which holds the bucket `plans`."""
    import s3fs

    for name, value in (SETTINGS | {"AWS_ENDPOINT_URL": server, "XDG_CACHE_HOME": str(tmp_path / "cache")}).items():
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    store, _ = open_store("s3://plans")
    if store.exists("plans"):
        store.rm("plans", recursive=True)
    store.invalidate_cache()
    store.mkdir("plans")
    return store


def put(store: Any, files: dict[str, str]) -> None:
    for name, text in files.items():
        store.pipe_file(f"plans/{name}", text.encode())


def read(*inputs: str, out: Path | str, **options: Any) -> Any:
    return convert(inputs, out, **({"engine": "serial", "extractor": SABOTEURS} | options))


def test_reads_what_lies_in_a_bucket_by_the_rules_of_a_folder(store: Any, tmp_path: Path) -> None:
    put(store, {"in/a.txt": "A", "in/b/a.txt": "B", "in/copy.txt": "A", "in/.hidden.txt": "x", "in/logo.svg": "x"})
    read("s3://plans/in", out=tmp_path / "out")
    assert errors(tmp_path / "out") == {
        "s3://plans/in/a.txt": ("ok", None),
        "s3://plans/in/b/a.txt": ("ok", None),
        "s3://plans/in/copy.txt": ("skipped", "duplicate"),
        "s3://plans/in/logo.svg": ("skipped", "unsupported_format"),
    }
    assert not list((tmp_path / "out/.actionplan-extract/spool").glob("*"))


def test_reads_one_object_and_a_pattern(store: Any, tmp_path: Path) -> None:
    put(store, {"in/a.txt": "A", "in/b.txt": "B", "in/c.md": "C"})
    read("s3://plans/in/c.md", "s3://plans/in/*.txt", out=tmp_path / "out")
    assert list(errors(tmp_path / "out")) == ["s3://plans/in/c.md", "s3://plans/in/a.txt", "s3://plans/in/b.txt"]


def test_an_object_that_did_not_change_is_not_fetched_again(
    store: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, {"in/a.txt": "A", "in/b.txt": "B"})
    read("s3://plans/in", out=tmp_path / "out")
    put(store, {"in/b.txt": "Changed"})
    fetched: list[str] = []
    fetch = type(store).open
    monkeypatch.setattr(type(store), "open", lambda *args, **named: fetched.append(args[1]) or fetch(*args, **named))
    read("s3://plans/in", out=tmp_path / "out")
    assert fetched == ["plans/in/b.txt"]


def test_an_object_or_a_bucket_that_is_not_there_is_an_outcome(store: Any, tmp_path: Path) -> None:
    put(store, {"in/a.txt": "A"})
    read("s3://plans/in/a.txt", "s3://plans/gone.txt", "s3://nowhere/a.txt", out=tmp_path / "out")
    assert [error for _, error in errors(tmp_path / "out").values()] == [None, "not_found", "not_found"]


def test_a_large_object_is_not_fetched(store: Any, tmp_path: Path) -> None:
    from actionplan_extract import Limits

    put(store, {"in/a.txt": "x" * 2**21})
    read("s3://plans/in", out=tmp_path / "out", limits=Limits(size_mb=1))
    assert errors(tmp_path / "out") == {"s3://plans/in/a.txt": ("failed", "too_large")}


def test_an_archive_in_a_bucket_is_opened(store: Any, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "A")
    store.pipe_file("plans/all.zip", packed.getvalue())
    read("s3://plans/all.zip", "zip://*.txt::s3://plans/all.zip", out=tmp_path / "out")
    assert errors(tmp_path / "out") == {"s3://plans/all.zip/a.txt": ("ok", None)}


def test_writes_to_a_bucket_what_it_writes_to_a_folder(store: Any, tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", {"a.txt": "A\nDo it", "b.txt": "B", "bad.txt": "!damaged"})
    run = read(str(inputs), out="s3://plans/results/", formats=["csv"])
    assert run.address == "s3://plans/results"
    read(str(inputs), out=tmp_path / "out", formats=["csv"])
    store.get("plans/results", str(tmp_path / "fetched"), recursive=True)
    assert snapshot(tmp_path / "fetched") == snapshot(tmp_path / "out")


def test_the_next_run_goes_on_from_the_bucket_also_on_another_machine(store: Any, tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", {"a.txt": "A", "b.txt": "B"})
    read(str(inputs), out="s3://plans/results")
    before = {name: info["LastModified"] for name, info in store.find("plans/results", detail=True).items()}
    shutil.rmtree(tmp_path / "cache")
    (inputs / "b.txt").unlink()
    assert read(str(inputs), out="s3://plans/results").kept == 1
    store.invalidate_cache()
    after = {name: info["LastModified"] for name, info in store.find("plans/results", detail=True).items()}
    assert "plans/results/plans/b.txt.json" not in after
    assert after["plans/results/plans/a.txt.json"] == before["plans/results/plans/a.txt.json"]


def test_the_output_of_an_earlier_run_in_a_bucket_is_no_input(store: Any, tmp_path: Path) -> None:
    put(store, {"in/a.txt": "A"})
    read("s3://plans/in", out="s3://plans/in/results", formats=["csv"])
    read("s3://plans/in", out=tmp_path / "out")
    assert errors(tmp_path / "out") == {
        "s3://plans/in/a.txt": ("ok", None),
        "s3://plans/in/results": ("skipped", "unsupported_format"),
    }


def test_a_bucket_that_cannot_be_written_is_an_output_error(store: Any, tmp_path: Path) -> None:
    inputs = make(tmp_path / "in", {"a.txt": "A"})
    with pytest.raises(OutputError, match="cannot write to s3://nowhere/results"):
        read(str(inputs), out="s3://nowhere/results")


def test_a_cluster_reads_from_a_bucket_and_writes_its_parts_there(store: Any, tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="distributed is not installed")
    put(store, {f"in/{number}.txt": f"Plan {number}" for number in range(5)} | {"in/twice.txt": "Plan 1"})
    read("s3://plans/in", out=tmp_path / "out")
    options = {"engine": "dask", "workers": 1}
    read("s3://plans/in", out="s3://plans/results", parts_only=True, **options)
    store.invalidate_cache()
    assert len(store.find("plans/results/.actionplan-extract/parts")) == 1
    assert not store.exists("plans/results/actions.parquet")
    compact("s3://plans/results")
    assert read("s3://plans/in", out="s3://plans/results", **options).kept == 5
    store.get("plans/results", str(tmp_path / "fetched"), recursive=True)
    assert snapshot(tmp_path / "fetched") == snapshot(tmp_path / "out")


def test_what_a_store_needs_is_named_where_it_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gcsfs", None)
    (item,) = find_inputs(["gs://plans/in"], leave_out=tmp_path)
    assert isinstance(item.error, MissingDependency)
    assert "install actionplan-extract[gs]" in str(item.error)
    with pytest.raises(OutputError, match=r"install actionplan-extract\[gs\]"):
        read("in", out="gs://plans/out")


def test_the_manifest_holds_addresses_as_given(store: Any, tmp_path: Path) -> None:
    put(store, {"in/a b.txt": "A"})
    read("s3://plans/in/a b.txt", out=tmp_path / "out")
    (line,) = manifest(tmp_path / "out")
    assert (line["source"], line["output"]) == ("s3://plans/in/a b.txt", "plans/a b.txt.json")
    assert json.loads((tmp_path / "out" / line["output"]).read_text())["document"]["source"] == line["source"]
