from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEAVY = {"distributed", "fsspec", "pandas", "pyarrow", "pdfplumber", "docx", "bs4", "dateparser", "lxml", "xlsxwriter"}
NOT_YET = {"pydantic", "rich"}  # quick enough, but nothing that telling of the options needs

RUN = """
import atexit, sys
atexit.register(lambda: print(*sys.modules))
sys.argv[1:] = {arguments}
from actionplan_extract.__main__ import main
main()
"""


def modules_after(code: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}


def test_help_imports_nothing_heavy() -> None:
    modules = modules_after(RUN.format(arguments=["--help"]))
    assert "typer" in modules
    assert not modules & (HEAVY | NOT_YET)


def test_converting_off_a_terminal_imports_no_rich(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text("Action,Timescale\nPublish it,March 2024\n")
    arguments = ["convert", str(tmp_path / "plan.csv"), "--out", str(tmp_path / "out")]
    assert "rich" not in modules_after(RUN.format(arguments=arguments))


def test_importing_the_package_imports_nothing_heavy() -> None:
    modules = modules_after("import sys, actionplan_extract; print(*sys.modules)")
    assert not modules & (HEAVY | NOT_YET | {"typer"})


def test_public_names_are_there_without_being_imported() -> None:
    code = "import actionplan_extract as a; print(*[n for n in a.__all__ if n in dir(a) and getattr(a, n)])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"extract", "convert", "parse_deadlines", "load", "ActionPlan", "__version__"} <= set(done.stdout.split())
