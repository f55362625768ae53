"""The six tables as Parquet files, their Arrow types pinned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..schema import ActionPlan
from ._arrow import arrow_schema, give_back_memory, plan_to_rows, rows_to_arrow
from ._files import replacing
from ._tables import TABLES, Table

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

NAME = "parquet"
ALWAYS = True
FILES = tuple(f"{table.name}.parquet" for table in TABLES)

ROWS_A_GROUP = 2_000


def write(plans: Iterable[ActionPlan], folder: Path) -> list[Path]:
    """The six tables' files; raises OutputError."""
    return write_rows(map(_rows, plans), folder)


def write_rows(rows: Iterable[Mapping[str, pa.Table]], folder: Path) -> list[Path]:
    """The six tables' files, from their rows by the table's name, some at a time; raises OutputError."""
    with ExitStack() as stack:
        files = {
            table.name: stack.enter_context(_table_file(table, folder / name))
            for table, name in zip(TABLES, FILES, strict=True)
        }
        for some in rows:
            for name, file in files.items():
                file.add(some[name])
            give_back_memory()
    return [folder / name for name in FILES]


def _rows(plan: ActionPlan) -> dict[str, pa.Table]:
    lines = zip(TABLES, plan_to_rows(plan), strict=True)
    return {table.name: rows_to_arrow(table, text) for table, text in lines}


@contextmanager
def _table_file(table: Table, path: Path) -> Iterator[RowGroups]:
    import pyarrow.parquet as pq

    schema = arrow_schema(table)
    with replacing(path) as file, pq.ParquetWriter(file, schema, compression="zstd") as writer:
        groups = RowGroups(table, schema, writer)
        yield groups
        groups.flush()


@dataclass
class RowGroups:
    """A table's rows on their way into its file, written a group at a time: the same rows give the same groups."""

    table: Table
    schema: pa.Schema
    writer: pq.ParquetWriter
    waiting: list[pa.Table] = field(default_factory=list)
    count: int = 0

    def add(self, rows: pa.Table) -> None:
        """Take up the rows."""
        while self.count + rows.num_rows >= ROWS_A_GROUP:
            fitting = ROWS_A_GROUP - self.count
            self._take(rows.slice(0, fitting))
            self.flush()
            rows = rows.slice(fitting)
        self._take(rows)

    def flush(self) -> None:
        """Write the rows that are held, where there are any."""
        import pyarrow as pa

        if self.count:
            rows = pa.concat_tables(self.waiting).combine_chunks()
            self.writer.write_table(rows.cast(self.schema))
        self.waiting, self.count = [], 0

    def _take(self, rows: pa.Table) -> None:
        if rows.num_rows:
            self.waiting.append(rows)
            self.count += rows.num_rows
