from __future__ import annotations

import json
from pathlib import Path

import pytest

from actionplan_extract.errors import Encrypted
from actionplan_extract.expected import Problem, validate_paths
from actionplan_extract.schema import ActionPlan, Finding

from .plans import EXPECTED, extract_good, make_deadline, make_plan


def extract_late(document: Path) -> ActionPlan:
    return make_plan(make_deadline(latest="2024-09-01"))


def extract_nothing(document: Path) -> ActionPlan:
    raise Encrypted("the document asks for a password")


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    """A folder with a document and what is expected of it."""
    folder = tmp_path / "samples"
    folder.mkdir()
    (folder / "cambridge.csv").write_text("Action,Date\n")
    (folder / "cambridge.expected.json").write_text(EXPECTED)
    return folder


def line_of(text: str, part: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if part in line)


@pytest.mark.parametrize("named", ["", "cambridge.csv", "cambridge.expected.json"])
def test_a_sample_is_found_by_folder_document_or_expected_file(samples: Path, named: str) -> None:
    assert validate_paths([samples / named], extract_good) == []
    assert len(validate_paths([samples / named], extract_late)) == 1


def test_a_difference_stands_on_the_line_of_the_value(samples: Path) -> None:
    (problem,) = validate_paths([samples], extract_late)
    assert problem.path == samples / "cambridge.expected.json"
    assert problem.line == line_of(EXPECTED, '"latest"')
    assert problem.column == EXPECTED.splitlines()[problem.line - 1].index('"2024-09-30"') + 1
    assert problem.message == "expected 2024-09-30, got 2024-09-01"


def test_paths_that_overlap_tell_a_problem_once(samples: Path) -> None:
    assert len(validate_paths([samples, samples / "cambridge.csv"], extract_late)) == 1


def test_a_document_that_cannot_be_extracted_is_one_problem(samples: Path) -> None:
    document = samples / "cambridge.csv"
    assert validate_paths([samples], extract_nothing) == [
        Problem(document, "encrypted: the document asks for a password")
    ]


def test_an_expected_file_is_checked_before_anything_is_extracted(samples: Path) -> None:
    path = samples / "cambridge.expected.json"
    path.write_text(EXPECTED.replace('"latest"', '"lastest"').replace('"number": "1"', '"number": "1", "number": "2"'))
    problems = validate_paths([samples], extract_nothing)
    assert [(p.path, p.line) for p in problems] == [
        (path, line_of(EXPECTED, '"number"')),
        (path, line_of(EXPECTED, '"latest"')),
    ]
    assert "did you mean 'latest'?" in problems[1].message


def test_an_expected_file_that_is_no_json_is_a_problem_at_its_place(samples: Path) -> None:
    (samples / "cambridge.expected.json").write_text('{\n  "document": {,\n}')
    (problem,) = validate_paths([samples], extract_good)
    assert (problem.line, problem.column) == (2, 16)


def test_an_expected_file_without_a_document_is_a_problem(samples: Path) -> None:
    (samples / "cambridge.csv").unlink()
    (problem,) = validate_paths([samples], extract_good)
    assert "no document" in problem.message


def test_every_document_of_the_name_is_compared(samples: Path) -> None:
    (samples / "cambridge.tsv").write_text("Action\tDate\n")
    problems = validate_paths([samples], extract_late)
    assert [p.message.rpartition(" ")[2] for p in problems] == ["(cambridge.csv)", "(cambridge.tsv)"]


def test_a_document_of_which_nothing_is_expected_is_extracted(tmp_path: Path) -> None:
    document = tmp_path / "new.csv"
    document.write_text("Action,Date\n")
    finding = Finding(code="deadline_unparsed", severity="warning", message="no time in 'soonish'")
    plan = make_plan().model_copy(update={"findings": [finding]})
    assert validate_paths([tmp_path], extract_good) == []
    assert [p.severity for p in validate_paths([document], lambda _: plan)] == ["warning"]
    assert [p.severity for p in validate_paths([document], extract_nothing)] == ["error"]


def test_written_plans_are_checked_against_the_contract(tmp_path: Path) -> None:
    path = tmp_path / "plans" / "cambridge.csv.json"
    path.parent.mkdir()
    path.write_text(make_plan().model_dump_json(indent=2))
    assert validate_paths([tmp_path], extract_nothing) == []
    path.write_text(path.read_text().replace('"own_cell"', '"guessed"'))
    (problem,) = validate_paths([tmp_path], extract_nothing)
    assert problem.pointer == "/recommendations/0/actions/0/alignment"
    assert problem.line == line_of(path.read_text(), '"guessed"')


def test_a_plan_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "plan.json").symlink_to(tmp_path / "gone")
    (problem,) = validate_paths([tmp_path], extract_nothing)
    assert problem.message.startswith("cannot be read")


def test_other_files_of_a_folder_are_left_alone(samples: Path) -> None:
    for name in ("README.md", ".hidden.csv", "make.py"):
        (samples / name).write_text("x")
    (samples / "_source").mkdir()
    (samples / "_source" / "draft.expected.json").write_text("{")
    (samples / "datapackage.json").write_text(json.dumps({"resources": [{"name": "recommendations"}]}))
    assert validate_paths([samples], extract_good) == []


def test_of_the_output_of_a_run_only_the_plans_are_validated(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "a.txt.json").write_text('{"recommendations": []}')
    for name in ("manifest.jsonl", "datapackage.json", "actions.csv"):
        (tmp_path / name).write_text("x")
    problems = validate_paths([tmp_path], extract_nothing)
    assert {problem.path for problem in problems} == {tmp_path / "plans" / "a.txt.json"}


def test_nothing_to_validate_is_a_problem(tmp_path: Path) -> None:
    paths = [tmp_path, tmp_path / "gone"]
    assert [problem.path for problem in validate_paths(paths, extract_good)] == paths
    assert len(validate_paths([], extract_good)) == 1
