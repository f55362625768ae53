"""A column of timescales, as a table holds it, to a table of typed deadlines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from .recurrence import recurrence_to_rrule

if TYPE_CHECKING:
    import pandas as pd

    from ...schema import Deadline
    from .settings import DeadlineSettings

COLUMNS = (
    *("source", "position", "text", "kind", "earliest", "latest", "precision", "modality", "recurrence", "rrule"),
    *("offset", "anchor", "event", "reason", "milestone", "edtf", "confidence", "assumptions"),
)
"""Columns of the table: the cell, the deadline's place in it from 0, and the fields of every kind."""

DATES = ("earliest", "latest")


def normalise_deadlines(
    series: pd.Series[str], reference_date: date | None = None, settings: DeadlineSettings | None = None
) -> pd.DataFrame:
    """One row a deadline, with the index label of the cell it stands in; a cell without text gives none.

    `earliest` and `latest` are datetime64, inclusive days, NaT where open or unknown; `assumptions` are
    codes separated by blanks. Join it to the table the column is from by the index.
    """
    import pandas as pd

    found = [
        (label, row)
        for label, cell in series.items()
        if isinstance(cell, str)
        for row in _rows(cell, reference_date, settings)
    ]
    index = pd.Index([label for label, _ in found], name=series.index.name)
    frame = pd.DataFrame([row for _, row in found], columns=list(COLUMNS), index=index)
    return frame.astype(dict.fromkeys(DATES, "datetime64[s]"))


def _rows(cell: str, reference_date: date | None, settings: DeadlineSettings | None) -> Iterator[list[object]]:
    from . import parse_deadlines

    for position, deadline in enumerate(parse_deadlines(cell, reference_date, settings)):
        fields = {**deadline.model_dump(), "source": cell, "position": position, "rrule": _rrule(deadline)}
        fields["assumptions"] = " ".join(deadline.assumptions)
        yield [fields.get(column) for column in COLUMNS]


def _rrule(deadline: Deadline) -> str | None:
    return recurrence_to_rrule(deadline.recurrence) if deadline.kind == "recurring" and deadline.recurrence else None
