"""The samples folder keeps its promises: documents are made from their sources, expected files fit them."""

import html
import importlib
import json
import re
from pathlib import Path
from typing import Any

import docx
import pdfplumber
import pytest

from actionplan_extract.readers import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SAMPLES = Path(__file__).parents[2] / "samples"
EXPECTED = sorted(SAMPLES.rglob("*.expected.json"))
SOURCES = sorted(
    p.stem
    for p in (SAMPLES / "_source").glob("*.py")
    if p.stem not in {"__init__", "__main__", "text", "word", "workbook"}
)


def document_of(expected: Path) -> Path:
    stem = expected.name.removesuffix(".expected.json")
    (document,) = (p for p in expected.parent.glob(f"{stem}.*") if p != expected)
    return document


def verbatim_text(document: Path) -> str:
    if document.suffix == ".pdf":
        with pdfplumber.open(document) as pdf:
            return "\n".join(page.extract_text() for page in pdf.pages)
    if document.suffix == ".docx":
        return "\n".join(t.text or "" for t in docx.Document(str(document)).element.iter(f"{{{W}}}t"))
    if document.suffix in (".xlsx", ".ods"):
        return read(document.read_bytes(), document.name).pages[0].text
    data = document.read_bytes()
    if data.startswith(b"\xff\xfe"):
        return data.decode("utf-16")
    return html.unescape(data.decode("cp1252" if "cp1252" in document.name else "utf-8"))


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def stated_texts(plan: dict[str, Any]) -> list[str]:
    """Everything an expected file says stands in the plan's tables."""
    texts = []
    for rec in plan["recommendations"]:
        texts += [rec["text"], *rec.get("summary", [])]
        for action in rec["actions"]:
            texts += [action["text"], *(d["text"] for d in action["deadlines"])]
            texts += [note["text"] for note in action.get("progress", [])]
            texts += [action.get("outcome") or "", action.get("resources") or ""]
    return texts


@pytest.mark.parametrize("name", SOURCES)
def test_text_samples_are_made_from_their_source_byte_for_byte(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SAMPLES))
    sample = importlib.import_module(f"_source.{name}")
    assert (SAMPLES / sample.FILE).exists()
    assert (SAMPLES / sample.FILE).with_suffix(".expected.json") in EXPECTED
    if not sample.FILE.endswith((".pdf", ".ods")):
        assert sample.render() == (SAMPLES / sample.FILE).read_bytes()


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda p: p.name)
def test_every_expected_word_stands_in_the_document(expected: Path) -> None:
    plan = json.loads(expected.read_text(encoding="utf-8"))
    missing = words("\n".join(stated_texts(plan))) - words(verbatim_text(document_of(expected)))
    assert not missing


def test_no_two_samples_are_of_one_council() -> None:
    codes = [json.loads(p.read_text(encoding="utf-8"))["document"]["council"]["gss_code"] for p in EXPECTED]
    assert len(codes) == len(set(codes)) >= 8
