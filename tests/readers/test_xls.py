"""Excel workbooks of 97 to 2003, made by LibreOffice where that is installed."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook  # type: ignore[import-untyped]

from actionplan_extract.errors import ActionPlanError
from actionplan_extract.readers import choose_reader, xls

from . import workbooks
from .helpers import misplaced, prose_of, rows_of

SOFFICE = shutil.which("soffice")


def converted(data: bytes, folder: Path) -> bytes:
    """A workbook as XLS."""
    (folder / "plan.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "xls", "--outdir", str(folder), "plan.xlsx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    return (folder / "plan.xls").read_bytes()


@pytest.mark.skipif(SOFFICE is None, reason="soffice not installed")
def test_values_and_merged_cells_are_read_and_what_is_not_is_said(tmp_path: Path) -> None:
    def merge(workbook: Workbook) -> None:
        workbook["Homes"].merge_cells("A3:A4")
        workbook["Lists"].sheet_state = "hidden"

    header: list[object] = ["Ref", "Action", "By when"]
    rows: list[list[object]] = [
        ["Our plan"],
        header,
        [1, "Agree it", date(2024, 3, 5)],
        [None, "Print it", "June 2024"],
    ]
    data = converted(workbooks.xlsx({"Homes": rows, "Lists": [["Red", "Late"]]}, merge), tmp_path)
    reader = choose_reader(data, "plan.doc")
    assert reader.FORMAT == "xls"
    document = reader.read(data, "plan.xls")
    assert misplaced(document) == []
    assert prose_of(document) == ["Our plan"]
    assert rows_of(document.tables[0]) == [
        ["Ref", "Action", "By when"],
        ["1", "Agree it", "05/03/2024"],
        ["Print it", "June 2024"],
    ]
    assert document.tables[0].cells[3].row_span == 2
    assert [notice.code for notice in document.notices] == ["styles_unread", "hidden_content"]


@pytest.mark.parametrize(
    "data", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_a_container_that_holds_no_workbook_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(ActionPlanError):
        xls.read(data, "plan.xls")
