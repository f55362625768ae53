"""The whole way of a document, over the samples: every value is where its evidence says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from actionplan_extract.errors import EmptyFile, NoPlanFound, NotFound, UnsupportedFormat
from actionplan_extract.pipeline import Options, extract, extract_bytes, run_stages
from actionplan_extract.schema import Action, Evidence, Recommendation
from actionplan_extract.validate import check_conservation

SAMPLES = Path(__file__).parents[1] / "samples"
DOCUMENTS = sorted(path.with_name(path.name) for path in SAMPLES.glob("*_*.*") if not path.name.endswith(".json"))

LOG = b"Ref\tAction\tOwner\tDue\n1\tPaint the gate\tParks Manager\tMarch 2025\n2\tMend the fence\tParks Manager\tTBC\n"


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def pointed_at(holder: dict[str, Any], pointer: str) -> str:
    value: Any = holder
    for part in pointer.strip("/").split("/"):
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value["text"] if isinstance(value, dict) else str(value)


def holders(stages: Any) -> list[Recommendation | Action]:
    plan = stages.extraction.plan
    return [*plan.recommendations, *(action for r in plan.recommendations for action in r.actions)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_words_of_a_value_stand_where_its_evidence_says(path: Path) -> None:
    stages = run_stages(path.read_bytes(), path.name)
    for holder in holders(stages):
        by_field: dict[str, list[Evidence]] = {}
        for entry in holder.evidence:
            by_field.setdefault(entry.field, []).append(entry)
        for field, entries in by_field.items():
            spans = [(entry.page, entry.span) for entry in entries if entry.span and not entry.colour]
            source = " ".join(stages.document.verbatim(page)[start:end] for page, (start, end) in spans)
            found = words(pointed_at(holder.model_dump(), field)) if spans else []
            assert "".join(found) in ("".join(words(source)), "".join(words(re.sub("&[a-z]+;", " ", source))))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_word_of_the_tables_is_lost(path: Path) -> None:
    assert extract_bytes(path.read_bytes(), path.name).words_kept == 1.0


def test_nearly_all_words_of_the_samples_are_in_named_fields() -> None:
    held = [run_stages(path.read_bytes(), path.name) for path in DOCUMENTS]
    counted = [check_conservation(stages.document, stages.parts, stages.extraction.plan) for stages in held]
    words, extra = sum(each.words for each in counted), sum(each.in_extra for each in counted)
    assert sum(each.lost.total() for each in counted) == 0
    assert 1 - extra / words >= 0.98


@pytest.mark.parametrize("path", [p for p in DOCUMENTS if p.suffix == ".pdf"], ids=lambda path: path.name)
def test_a_box_lies_on_its_page(path: Path) -> None:
    stages = run_stages(path.read_bytes(), path.name)
    sizes = {page.number: (page.width or 0, page.height or 0) for page in stages.document.pages}
    boxes = [(entry.page, entry.bbox) for holder in holders(stages) for entry in holder.evidence if entry.bbox]
    assert boxes
    for page, (x0, top, x1, bottom) in boxes:
        width, height = sizes[page]
        assert 0 <= x0 < x1 <= width
        assert 0 <= top < bottom <= height


def test_the_same_bytes_give_the_same_plan() -> None:
    data = (SAMPLES / "html_cells_gateshead.txt").read_bytes()
    assert extract_bytes(data, "a.txt") == extract_bytes(data, "a.txt")


def test_ids_count_up_and_carry_into_deadlines() -> None:
    plan = extract_bytes(LOG, "log.tsv").plan
    assert [action.id for action in plan.recommendations[0].actions] == ["r01.a01", "r01.a02"]
    assert plan.recommendations[0].actions[1].deadlines[0].id == "r01.a02.d01"


def test_a_reference_date_given_wins_and_says_so() -> None:
    log = LOG.replace(b"March 2025", b"March")
    plan = extract_bytes(log, "log.tsv", Options(reference_date=date(2026, 1, 5))).plan
    deadline = plan.recommendations[0].actions[0].deadlines[0]
    assert plan.document.reference_date is not None
    assert plan.document.reference_date.source == "option"
    assert (deadline.kind, deadline.model_dump()["earliest"]) == ("point", date(2026, 3, 1))
    assert any(finding.code == "deadline_year_inferred" for finding in plan.findings)


def test_without_any_date_a_missing_year_gives_none() -> None:
    plan = extract_bytes(LOG.replace(b"March 2025", b"March"), "log.tsv").plan
    assert plan.recommendations[0].actions[0].deadlines[0].model_dump()["earliest"] is None


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFile),
        (b" \n\t ", EmptyFile),
        (b"\x00\x01\x02\x03\xff\xfe\x00", UnsupportedFormat),
        (b"Dear resident,\nthe bins are emptied on Monday.\n", NoPlanFound),
    ],
)
def test_what_is_no_plan_says_why(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        extract_bytes(data, "letter.txt")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="nowhere"):
        extract(tmp_path / "nowhere.pdf")


@pytest.mark.parametrize(
    ("words", "heading", "text"), [("Rebuild trust", None, "Rebuild trust"), ("Public trust", "Public trust", "")]
)
def test_what_follows_recommendation_and_begins_as_a_task_is_its_text(words: str, heading: str, text: str) -> None:
    table = "| Action | Lead | By when |\n| --- | --- | --- |\n| Publish minutes. | Head of Law | May 2024 |\n"
    plan = extract_bytes(f"# Plan\n\n## Recommendation 1: {words}\n\n{table}".encode(), "plan.md").plan
    assert [(each.heading, each.text) for each in plan.recommendations] == [(heading, text)]
