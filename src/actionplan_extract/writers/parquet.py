"""The six tables as Parquet files, their Arrow types pinned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from ..schema import SCHEMA_VERSION, ActionPlan, Model
from ._files import replacing
from ._tables import TABLES, Table, columns

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

NAME = "parquet"
ALWAYS = True
FILES = tuple(f"{table.name}.parquet" for table in TABLES)

ROWS_A_GROUP = 5_000


def write(plans: Iterable[ActionPlan], folder: Path) -> list[Path]:
    """The six tables' files; raises OutputError."""
    with ExitStack() as stack:
        tables = zip(TABLES, FILES, strict=True)
        files = [stack.enter_context(_table_file(table, folder / name)) for table, name in tables]
        for plan in plans:
            for file in files:
                file.add(plan)
    return [folder / name for name in FILES]


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
    """A table's rows on their way into its file, written a group at a time."""

    table: Table
    schema: pa.Schema
    writer: pq.ParquetWriter
    rows: list[Model] = field(default_factory=list)

    def add(self, plan: ActionPlan) -> None:
        """Take up the plan's rows."""
        self.rows.extend(self.table.rows(plan))
        if len(self.rows) >= ROWS_A_GROUP:
            self.flush()

    def flush(self) -> None:
        """Write the rows that are held, where there are any."""
        import pyarrow as pa

        if self.rows:
            records = [row.model_dump() for row in self.rows]
            self.writer.write_table(pa.Table.from_pylist(records, schema=self.schema))
            self.rows.clear()


def arrow_schema(table: Table) -> pa.Schema:
    """The table's Arrow schema, with the schema's version and what table and columns mean in its metadata."""
    import pyarrow as pa

    metadata = {"schema_version": SCHEMA_VERSION, "table": table.name, "description": table.description}
    return pa.schema(_fields(table.row), metadata=metadata)


def _fields(model: type[Model]) -> list[pa.Field]:
    import pyarrow as pa

    return [
        pa.field(column.name, _arrow_type(column.type), column.is_nullable, {"description": column.description})
        for column in columns(model)
    ]


def _arrow_type(python_type: Any) -> pa.DataType:
    import pyarrow as pa

    plain = {str: pa.string(), int: pa.int32(), float: pa.float64(), date: pa.date32()}
    if python_type in plain:
        return plain[python_type]
    if get_origin(python_type) is Literal:
        return pa.dictionary(pa.int8(), pa.string())
    if get_origin(python_type) in (list, tuple):
        return pa.list_(_arrow_type(get_args(python_type)[0]))
    return pa.struct(_fields(python_type))
