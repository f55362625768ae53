"""A column of a table."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pandas as pd

from actionplan_extract.normalise.deadline import normalise_deadlines


def test_one_row_a_deadline_under_the_label_of_its_cell() -> None:
    frame = normalise_deadlines(pd.Series(["May 2024; then quarterly", None, "", "TBC"], index=list("abcd")))
    assert list(frame.index) == ["a", "a", "d"]
    assert list(frame["position"]) == [0, 1, 0]
    assert list(frame["kind"]) == ["point", "recurring", "unscheduled"]
    assert frame["latest"].iloc[0] == date(2024, 5, 31)


def test_an_empty_column_gives_the_columns() -> None:
    frame = normalise_deadlines(pd.Series([], dtype="str"))
    assert len(frame) == 0
    assert {"kind", "earliest", "latest", "recurrence"} <= set(frame.columns)


def test_pandas_is_loaded_only_when_needed() -> None:
    code = "import sys; import actionplan_extract.normalise.deadline; assert 'pandas' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
