"""A column of a table."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pandas as pd

from actionplan_extract import normalise_deadlines
from actionplan_extract.normalise.deadline.frame import COLUMNS


def test_a_cell_gives_a_row_a_deadline_under_its_own_label() -> None:
    column = pd.Series(["May 2024; then quarterly", None, "", "Ongoing"], index=["a", "b", "c", "d"], name="When")
    table = normalise_deadlines(column)
    assert list(table.columns) == list(COLUMNS)
    assert list(table.index) == ["a", "a", "d"]
    assert list(table["kind"]) == ["point", "recurring", "ongoing"]
    assert list(table["position"]) == [0, 1, 0]
    assert table["earliest"].iloc[0] == pd.Timestamp(2024, 5, 1)
    assert table["latest"].isna().tolist() == [False, True, True]
    assert table["rrule"].iloc[1] == "FREQ=MONTHLY;INTERVAL=3"


def test_a_reference_date_settles_missing_years() -> None:
    table = normalise_deadlines(pd.Series(["by June"]), date(2024, 9, 1))
    assert table["latest"].iloc[0] == pd.Timestamp(2025, 6, 30)
    assert "year_inferred" in table["assumptions"].iloc[0]


def test_no_cells_give_an_empty_table_with_its_columns() -> None:
    table = normalise_deadlines(pd.Series([], dtype="str"))
    assert (len(table), list(table.columns)) == (0, list(COLUMNS))
    assert str(table["earliest"].dtype).startswith("datetime64")


def test_pandas_is_loaded_only_when_needed() -> None:
    code = "import sys; import actionplan_extract.normalise.deadline; assert 'pandas' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
