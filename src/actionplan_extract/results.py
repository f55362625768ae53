"""A run's tables as pandas DataFrames."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import Damaged, NotFound

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Tables:
    """The six tables of a run.

    Dates are datetime64, enumerations categories, whole numbers that may be missing Int64. Tables
    join on the columns of the same name that end in "_id".
    """

    documents: pd.DataFrame
    recommendations: pd.DataFrame
    actions: pd.DataFrame
    deadlines: pd.DataFrame
    owners: pd.DataFrame
    findings: pd.DataFrame


def load(out: str | Path) -> Tables:
    """The tables that a run wrote into the folder `out`; raises NotFound or Damaged where there are none."""
    paths = {field.name: Path(out) / f"{field.name}.parquet" for field in fields(Tables)}
    missing = [path.name for path in paths.values() if not path.is_file()]
    if missing:
        raise NotFound(f"{out} is no run's output: there is no {', '.join(missing)}")
    return Tables(**{name: _frame(path) for name, path in paths.items()})


def _frame(path: Path) -> pd.DataFrame:
    import pandas as pd
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        table = pq.read_table(path, partitioning=None)
    except (pa.ArrowException, OSError) as error:
        raise Damaged(f"{path} is no Parquet file: {error}") from error
    frame: pd.DataFrame = table.to_pandas(date_as_object=False, types_mapper={pa.int32(): pd.Int64Dtype()}.get)
    return frame
