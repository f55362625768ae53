"""actions.csv: the table of actions for a spreadsheet.

The lossy view: formulas are defused, control characters and the evidence left out; the JSON and
Parquet files are exact.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path

from ..schema import ActionPlan, Model
from ._files import replacing
from ._tables import table
from ._text import defuse, value_to_text

NAME = "csv"
ALWAYS = False
FILES = ("actions.csv",)

ACTIONS = table("actions")
COLUMNS = tuple(column.name for column in ACTIONS.columns if column.name != "evidence")


def write(plans: Iterable[ActionPlan], folder: Path) -> list[Path]:
    """The file, with the columns' names as in actions.parquet; raises OutputError."""
    path = folder / FILES[0]
    with replacing(path) as file:
        # Excel takes a file for UTF-8 by its byte order mark alone.
        text = TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
        writer = csv.writer(text, quoting=csv.QUOTE_ALL)
        writer.writerow(COLUMNS)
        writer.writerows(_cells(row) for plan in plans for row in ACTIONS.rows(plan))
        text.detach()
    return [path]


def _cells(row: Model) -> list[str]:
    return [defuse(value_to_text(getattr(row, name))) for name in COLUMNS]
