from __future__ import annotations

import json
from pathlib import Path

from actionplan_extract.expected import Problem, render

LATEST = "/recommendations/2/actions/0/deadlines/0/latest"
PROBLEM = Problem(Path("samples/a.expected.json"), "expected 2024-09-30, got 2024-09-01", 7, 12, LATEST)


def test_text_has_place_severity_pointer_and_message() -> None:
    assert render([PROBLEM]) == f"samples/a.expected.json:7:12: error: {LATEST}: expected 2024-09-30, got 2024-09-01"


def test_text_leaves_out_the_pointer_of_a_whole_file() -> None:
    assert render([Problem(Path("a.pdf"), "damaged")]) == "a.pdf:1:1: error: damaged"


def test_a_problem_is_one_line_of_text() -> None:
    assert render([Problem(Path("a.pdf"), "damaged\n::error::forged")]) == "a.pdf:1:1: error: damaged ::error::forged"


def test_json_is_a_list_of_fields() -> None:
    assert json.loads(render([PROBLEM], "json")) == [
        {
            "path": "samples/a.expected.json",
            "message": "expected 2024-09-30, got 2024-09-01",
            "line": 7,
            "column": 12,
            "pointer": LATEST,
            "severity": "error",
        }
    ]
    assert render([], "json") == "[]"


def test_github_annotations_point_at_the_line() -> None:
    expected = f"::error file=samples/a.expected.json,line=7,col=12,title={LATEST}::expected 2024-09-30, got 2024-09-01"
    assert render([PROBLEM], "github") == expected


def test_github_annotations_are_escaped() -> None:
    problem = Problem(Path("a,b:c%.json"), "50% :\r\ndone, not 60%", severity="warning")
    file = "a%2Cb%3Ac%25.json"
    assert render([problem], "github") == (
        f"::warning file={file},line=1,col=1,title={file}::50%25 :%0D%0Adone, not 60%25"
    )


def test_problems_come_in_the_order_of_their_place() -> None:
    places = [("b", 1, 1), ("a", 2, 1), ("a", 1, 9), ("a", 1, 1)]
    problems = [Problem(Path(name), "wrong", line, column) for name, line, column in places]
    assert render(problems) == render(problems[::-1])
    assert [line.split(": ")[0] for line in render(problems).splitlines()] == ["a:1:1", "a:1:9", "a:2:1", "b:1:1"]
