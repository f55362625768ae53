import json

import pytest

from actionplan_extract.errors import NotFound, SchemaViolation
from actionplan_extract.writers import ManifestEntry, ManifestError, read_manifest, write_manifest

OK = ManifestEntry(
    source="a.pdf",
    sha256="ab" * 32,
    bytes=10,
    format="pdf",
    document_id="ab" * 8,
    status="ok",
    output="plans/a.pdf.json",
    pages=2,
    recommendations=1,
    actions=2,
    deadlines=3,
    words_kept=0.98,
    findings={"text_unplaced": 1, "deadline_missing": 2},
    seconds=0.25,
)
FAILED = ManifestEntry(source="b.pdf", status="failed", error=ManifestError(code="not_found", message="There is none"))


def test_one_line_an_input_in_order(tmp_path):
    lines = write_manifest([OK, FAILED], tmp_path).read_text().splitlines()
    assert [json.loads(line)["source"] for line in lines] == ["a.pdf", "b.pdf"]
    assert list(read_manifest(tmp_path)) == [OK, FAILED]


def test_every_field_is_written_in_the_contracts_order(tmp_path):
    line = write_manifest([FAILED], tmp_path).read_text()
    assert list(json.loads(line)) == [
        "source", "sha256", "bytes", "format", "document_id", "status", "partial", "error", "output", "pages",
        "recommendations", "actions", "deadlines", "words_kept", "findings", "seconds",
    ]  # fmt: skip


def test_findings_are_sorted_by_code(tmp_path):
    findings = json.loads(write_manifest([OK], tmp_path).read_text())["findings"]
    assert list(findings) == ["deadline_missing", "text_unplaced"]


def test_names_with_line_breaks_stay_on_one_line(tmp_path):
    entry = FAILED.model_copy(update={"source": "a\nb\u2028c.pdf"})
    assert write_manifest([entry], tmp_path).read_bytes().count(b"\n") == 1
    assert list(read_manifest(tmp_path)) == [entry]


def test_no_inputs_make_an_empty_manifest(tmp_path):
    assert write_manifest([], tmp_path).read_bytes() == b""


def test_what_is_no_manifest_is_named(tmp_path):
    with pytest.raises(NotFound, match=r"manifest\.jsonl"):
        list(read_manifest(tmp_path))
    path = write_manifest([OK], tmp_path)
    path.write_bytes(path.read_bytes() + b"{}\n")
    with pytest.raises(SchemaViolation, match="line 2"):
        list(read_manifest(tmp_path))
