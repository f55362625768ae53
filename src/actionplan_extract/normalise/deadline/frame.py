"""The same for a column of a pandas table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from ...schema import Deadline
    from .settings import DeadlineSettings

_FIELDS = ("kind", "text", "milestone", "earliest", "latest", "precision", "modality", "recurrence", "offset", "anchor")
_FURTHER = ("event", "reason", "edtf", "confidence", "assumptions")


def normalise_deadlines(
    series: pd.Series[str], reference_date: date | None = None, settings: DeadlineSettings | None = None
) -> pd.DataFrame:
    """The deadlines of a column of timescale cells, one a row.

    The index repeats the cell's label for each of its deadlines, `position` counts them from 0. Cells that are
    empty or missing give no row. `earliest` and `latest` are dates, missing where open or unknown.
    """
    import pandas as pd

    from . import parse_deadlines

    labels: list[object] = []
    rows: list[dict[str, object]] = []
    for label, cell in series.dropna().items():
        for position, deadline in enumerate(parse_deadlines(str(cell), reference_date, settings)):
            labels.append(label)
            rows.append({"position": position, **_row(deadline)})
    columns = ["position", *_FIELDS, *_FURTHER]
    return pd.DataFrame(rows, index=pd.Index(labels, name=series.index.name), columns=columns)


def _row(deadline: Deadline) -> dict[str, object]:
    return {name: getattr(deadline, name, None) for name in (*_FIELDS, *_FURTHER)}
