from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from actionplan_extract import __version__
from actionplan_extract.cli import app
from actionplan_extract.cli._messages import one_line, visible
from actionplan_extract.cli._progress import Pace, progress
from actionplan_extract.outcome import Failure, Outcome
from actionplan_extract.schema import ActionPlan, json_schema
from actionplan_extract.state import STATE

from .fake_readers import SABOTEURS
from .readers.pdf_fixtures import Sheet, pdf
from .test_batch import environment, eventually, heed_interrupts

PLAN = """Recommendation,Action,Responsible officer,Timescale
1. Refresh the corporate plan,Publish the new corporate plan,Director of Strategy,By March 2024
2. Strengthen scrutiny,Train all members of the scrutiny committees,Head of Democratic Services,Quarterly
"""


def invoke(*arguments: str | Path, stdin: str | None = None) -> Result:
    environment = {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "120"}
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin, env=environment)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/plan.csv").write_text(PLAN)
    return tmp_path / "in"


@pytest.fixture
def empty(folder: Path) -> Path:
    (folder / "empty.csv").touch()
    return folder / "empty.csv"


def test_convert_writes_the_results_and_says_where(folder: Path, tmp_path: Path) -> None:
    result = invoke("convert", folder, "--out", tmp_path / "out", "--format", "csv,xlsx")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    assert "1 input: 1 read, 0 skipped, 0 failed" in result.stderr
    assert f"Results are in {tmp_path / 'out'}" in result.stderr
    assert {"actions.csv", "actionplans.xlsx", "manifest.jsonl"} <= {path.name for path in (tmp_path / "out").iterdir()}


def test_convert_ends_with_1_and_names_what_failed(folder: Path, empty: Path, tmp_path: Path) -> None:
    result = invoke("convert", folder, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "[1/2] failed  empty.csv: the file is empty (empty_file)" in result.stderr
    assert "2 inputs: 1 read, 0 skipped, 1 failed" in result.stderr


def test_convert_tells_why_inputs_were_skipped(folder: Path, tmp_path: Path) -> None:
    (folder / "copy.csv").write_text(PLAN)
    (folder / "logo.svg").touch()
    result = invoke("convert", folder, "--out", tmp_path / "out")
    assert "2 skipped (1 duplicate, 1 unsupported_format)" in result.stderr


def test_convert_tells_what_it_kept(folder: Path, empty: Path, tmp_path: Path) -> None:
    invoke("convert", folder, "--out", tmp_path / "out")
    result = invoke("convert", folder, "--out", tmp_path / "out")
    assert "2 of them were kept from an earlier run" in result.stderr
    assert "[1/2]" not in result.stderr
    assert "[1/2]" in invoke("convert", folder, "--out", tmp_path / "out", "--retry-failed").stderr
    assert "kept" not in invoke("convert", folder, "--out", tmp_path / "out", "--force").stderr


def test_convert_reads_lists_from_a_file_and_from_standard_input(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "list").write_text(f"{folder / 'plan.csv'}\n{folder / 'gone.csv'}\n")
    result = invoke("convert", "--from-file", tmp_path / "list", "--out", tmp_path / "out")
    assert "2 inputs: 1 read, 0 skipped, 1 failed" in result.stderr
    result = invoke("convert", "-", "--out", tmp_path / "other", stdin=f"{folder / 'plan.csv'}\0")
    assert "1 input: 1 read" in result.stderr


def test_convert_tells_of_its_progress_in_json(folder: Path, empty: Path, tmp_path: Path) -> None:
    result = invoke("convert", folder, "--out", tmp_path / "out", "--progress", "json")
    first, second, end = [json.loads(line) for line in result.stderr.splitlines()]
    assert first["error"] == {"code": "empty_file", "message": "the file is empty"}
    assert (second["source"], second["done"], second["inputs"], second["failed"]) == ("plan.csv", 2, 2, 1)
    assert second["per_second"] > 0
    assert (end["event"], end["ok"], end["failed"], end["exit_code"]) == ("end", 1, 1, 1)


def test_compact_writes_what_a_run_left_to_it(folder: Path, tmp_path: Path) -> None:
    invoke("convert", folder, "--out", tmp_path / "out", "--parts-only")
    assert not (tmp_path / "out/actions.parquet").exists()
    result = invoke("compact", tmp_path / "out", "--format", "csv")
    assert result.exit_code == 0, result.stderr
    assert {"actions.parquet", "actions.csv"} <= {path.name for path in (tmp_path / "out").iterdir()}
    assert invoke("compact", tmp_path / "in").exit_code == 1


def test_convert_quietly_tells_only_failures(folder: Path, empty: Path, tmp_path: Path) -> None:
    result = invoke("convert", folder, "--out", tmp_path / "out", "--quiet")
    assert result.stderr.splitlines() == ["failed  empty.csv: the file is empty (empty_file)"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["convert"],
        ["convert", "in"],
        ["convert", "--out", "out"],
        ["convert", "--from-file", "gone", "--out", "out"],
        ["convert", "in", "--out", "out", "--format", "docx"],
        ["show"],
        ["fly"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    assert invoke(*arguments).exit_code == 2


def test_convert_ends_with_3_where_it_cannot_write(folder: Path) -> None:
    result = invoke("convert", folder, "--out", folder / "plan.csv")
    assert result.exit_code == 3
    assert str(folder / "plan.csv") in result.stderr


def test_show_renders_the_plan(folder: Path) -> None:
    result = invoke("show", folder / "plan.csv")
    assert result.exit_code == 0, result.stderr
    assert "Publish the new corporate plan" in result.stdout
    assert "deadline: point by 2024-03-31 [By March 2024]" in result.stdout


def test_show_gives_the_plan_as_json(folder: Path) -> None:
    result = invoke("show", folder / "plan.csv", "--json")
    assert ActionPlan.model_validate_json(result.stdout).document.source == "plan.csv"


@pytest.mark.parametrize("command", ["show", "explain"])
def test_a_document_that_cannot_be_read_is_one_line(command: str, empty: Path) -> None:
    result = invoke(command, empty)
    assert result.exit_code == 1
    assert result.stderr == f"{empty}: the file is empty (empty_file)\n"


def test_explain_tells_the_layout(folder: Path) -> None:
    result = invoke("explain", folder / "plan.csv")
    assert result.exit_code == 0, result.stderr
    assert "layout" in result.stdout


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    (tmp_path / "plan.pdf").write_bytes(pdf(Sheet().text(50, 100, "An action plan"), Sheet().text(50, 100, "Page two")))
    return tmp_path / "plan.pdf"


def test_explain_draws_a_page(sheet: Path, tmp_path: Path) -> None:
    result = invoke("explain", sheet, "--page", "2", "--image", tmp_path / "two.png")
    assert (result.exit_code, result.stdout) == (0, ""), result.stderr
    assert f"page 2 of {sheet} is in {tmp_path / 'two.png'}" in result.stderr
    assert (tmp_path / "two.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--page", "3", "--image", "new.png"], 2, "there is no page 3; the pages are 1 to 2 (wrong_request)"),
        (["--page", "2"], 2, "--page goes with --image"),
        (["--page", "0", "--image", "new.png"], 2, "--page"),
        (["--image", "plan.pdf"], 3, "plan.pdf exists already (output_error)"),
        (["--image", "plan.pdf/new.png"], 3, "cannot write plan.pdf/new.png"),
    ],
)
def test_explain_says_why_it_draws_nothing(
    arguments: list[str], code: int, message: str, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sheet.parent)
    result = invoke("explain", "plan.pdf", *arguments)
    assert result.exit_code == code
    assert message in result.stderr
    assert not Path("new.png").exists()


def test_explain_draws_only_pdfs(folder: Path, tmp_path: Path) -> None:
    result = invoke("explain", folder / "plan.csv", "--image", tmp_path / "new.png")
    assert result.exit_code == 2
    assert "only the pages of a PDF can be drawn; this is csv" in result.stderr


def test_deadline_tells_what_a_timescale_means() -> None:
    result = invoke("deadline", "By September 2024", "TBC")
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["latest", "2024-09-30"] in lines
    assert ["kind", "unscheduled"] in lines


def test_deadline_reads_lines_of_standard_input() -> None:
    result = invoke("deadline", "--json", "--reference-date", "2023-06-01", stdin="March\nOngoing\n")
    parsed = [json.loads(line) for line in result.stdout.splitlines()]
    assert [each["text"] for each in parsed] == ["March", "Ongoing"]
    assert [each["deadlines"][0]["kind"] for each in parsed] == ["point", "ongoing"]
    assert parsed[0]["deadlines"][0]["latest"] == "2024-03-31"


def test_deadline_explains_its_reading() -> None:
    result = invoke("deadline", "Winter 2024")
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "rule date" in lines
    assert "tokens winter (season), 2024 (number)" in lines
    assert "alternatives earliest 2023-12-01, latest 2024-02-29" in lines


def test_deadline_gives_a_spreadsheets_column_back_as_a_table() -> None:
    result = invoke("deadline", "--csv", stdin="May 2024; then quarterly\n\n=1+1\n")
    rows = list(csv.DictReader(result.stdout.splitlines()))
    assert [row["line"] for row in rows] == ["1", "1", "2", "3"]
    assert [row["kind"] or "" for row in rows] == ["point", "recurring", "", "unparsed"]
    assert (rows[0]["earliest"], rows[1]["recurrence"], rows[3]["text"]) == ("2024-05-01", "P3M", "'=1+1")


def test_a_table_of_deadlines_holds_the_fields_of_every_kind() -> None:
    result = invoke("deadline", "--csv", stdin="within 6 months of adoption\n31 June 2024\n")
    first, second = csv.DictReader(io.StringIO(result.stdout))
    assert (first["offset"], first["anchor"]) == ("P6M", "adoption")
    assert second["reason"] == "June 2024 has no day 31"


def test_validate_agrees_with_what_is_expected(folder: Path) -> None:
    expected = {
        "recommendations": [{"number": "1", "actions": [{"text": "Publish the new corporate plan"}]}, {"number": "2"}]
    }
    (folder / "plan.expected.json").write_text(json.dumps(expected))
    result = invoke("validate", folder)
    assert (result.exit_code, result.stdout) == (0, ""), result.stdout


def test_validate_annotates_where_it_parts_and_ends_with_1(folder: Path) -> None:
    (folder / "plan.expected.json").write_text('{"recommendations": [\n{"number": "7"},\n{"number": "2"}]}')
    result = invoke("validate", folder, "--output-format", "github")
    assert result.exit_code == 1
    assert result.stdout.startswith("::error file=")
    assert "line=2" in result.stdout


def test_schema_prints_the_schema() -> None:
    assert json.loads(invoke("schema").stdout) == json_schema()


def test_version() -> None:
    assert invoke("--version").stdout == f"{__version__}\n"


def test_a_terminal_gets_a_bar_and_the_failures_above_it(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.StringIO()
    terminal.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with progress("auto") as report:
        report(Outcome.of_failure(Failure("damaged", "it is [red]broken"), "a.pdf"), 2)
        report(Outcome("b.pdf", "ok", actions=3), 2)
    assert "failed  a.pdf: it is [red]broken (damaged)" in terminal.getvalue()
    assert "2/2" in terminal.getvalue()


def test_the_pace_counts_only_what_is_read_now() -> None:
    seconds = iter((0.0, 2.0, 2.0, 2.0))
    pace = Pace(clock=lambda: next(seconds))
    pace.count(Outcome("a.pdf", "ok", kept=True), 10)
    assert pace.seconds_left is None
    for _ in range(4):
        pace.count(Outcome("b.pdf", "ok"), 10)
    pace.clock = lambda: 2.0
    assert (pace.per_second, pace.seconds_left, pace.kept) == (2.0, 2.5, 1)


def test_what_could_steer_a_terminal_is_made_visible() -> None:
    assert visible("a\x1b[31mb\u202ec\x9b\nd") == "a\\u001b[31mb\\u202ec\\u009b\nd"
    assert one_line("a\nb\rc") == "a b c"


def test_names_of_files_cannot_steer_a_terminal(folder: Path, tmp_path: Path) -> None:
    (folder / "\x1b]0;owned\x07.csv").touch()
    result = invoke("convert", folder, "--out", tmp_path / "out")
    assert "\\u001b]0;owned\\u0007.csv" in result.stderr
    assert "\x1b" not in result.stderr


def test_ctrl_c_ends_with_130_and_leaves_no_half_written_file(tmp_path: Path) -> None:
    (tmp_path / "hang.txt").write_text("!hang")
    code = (
        "import functools\n"
        "from actionplan_extract import batch, cli\n"
        f"batch.convert = functools.partial(batch.convert, extractor={SABOTEURS!r})\n"
        "cli.main()\n"
    )
    command = [sys.executable, "-c", code, "convert", str(tmp_path / "hang.txt"), "--out", str(tmp_path / "out")]
    process = subprocess.Popen(command, env=environment(), stderr=subprocess.PIPE, preexec_fn=heed_interrupts)
    assert eventually(lambda: any(tmp_path.glob("out/.manifest*")))
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 130
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [STATE, "plans"]
    assert process.stderr
    process.stderr.close()
