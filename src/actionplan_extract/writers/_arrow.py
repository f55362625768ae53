"""The tables' rows in Arrow: their pinned types, and the way there from the JSON that children give."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from io import BytesIO
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from ..schema import SCHEMA_VERSION, ActionPlan, Model
from ._tables import TABLES, Table, columns
from ._tables import table as named_table

if TYPE_CHECKING:
    import pyarrow as pa


def plan_to_rows(plan: ActionPlan) -> tuple[bytes, ...]:
    """The plan's rows in each of the six tables, as lines of JSON."""
    return tuple(b"".join(row.model_dump_json().encode() + b"\n" for row in table.rows(plan)) for table in TABLES)


def arrow_schema(table: Table) -> pa.Schema:
    """The table's Arrow schema, with the schema's version and what table and columns mean in its metadata."""
    return _arrow_schema(table.name)


@cache
def _arrow_schema(name: str) -> pa.Schema:
    import pyarrow as pa

    table = named_table(name)
    metadata = {"schema_version": SCHEMA_VERSION, "table": table.name, "description": table.description}
    return pa.schema(_fields(table.row), metadata=metadata)


def stored_schema(table: Table) -> pa.Schema:
    """As `arrow_schema`, enumerations as plain text, which is what lists of rows can hold."""
    return _stored_schema(table.name)


@cache
def _stored_schema(name: str) -> pa.Schema:
    import pyarrow as pa

    return _mapped(_arrow_schema(name), lambda kind: pa.string() if pa.types.is_dictionary(kind) else kind)


def rows_to_arrow(table: Table, lines: bytes) -> pa.Table:
    """The rows of a table from lines of JSON, in its stored schema."""
    import pyarrow as pa
    from pyarrow.json import ParseOptions, ReadOptions, read_json

    stored = stored_schema(table)
    if not lines:
        return empty_table(stored)
    # The reader of JSON takes dates for text, and no line longer than its block.
    read_as = _mapped(stored, lambda kind: pa.string() if pa.types.is_date(kind) else kind)
    parsing = ParseOptions(explicit_schema=read_as, unexpected_field_behavior="error")
    reading = ReadOptions(use_threads=False, block_size=len(lines) + 1)
    return read_json(BytesIO(lines), read_options=reading, parse_options=parsing).cast(stored)


def lists_of_rows(table: Table, documents: Sequence[bytes]) -> pa.Array:
    """For each document the list of its rows, from lines of JSON."""
    import pyarrow as pa

    rows = rows_to_arrow(table, b"".join(documents)).combine_chunks()
    structures = pa.StructArray.from_arrays(_chunks(rows), fields=list(rows.schema))
    offsets = whole_numbers(accumulate((lines.count(b"\n") for lines in documents), initial=0))
    return pa.ListArray.from_arrays(offsets, structures)


def give_back_memory() -> None:
    """Let the system have the memory that Arrow, or the C library for it, holds on to though nothing is there."""
    import pyarrow as pa

    pa.default_memory_pool().release_unused()


# Arrow's own ways to do what the next three do import pandas, which takes longer than many documents.


def empty_table(schema: pa.Schema) -> pa.Table:
    """A table without rows."""
    import pyarrow as pa

    return pa.Table.from_batches([], schema)


def whole_numbers(values: Iterable[int]) -> pa.Array:
    """The values in Arrow."""
    import pyarrow as pa

    numbers = array("i", values)
    return pa.Array.from_buffers(pa.int32(), len(numbers), [None, pa.py_buffer(numbers)])


def texts(values: Sequence[bytes]) -> pa.Array:
    """Texts in UTF-8 in Arrow."""
    import pyarrow as pa

    ends = array("i", accumulate(map(len, values), initial=0))
    return pa.Array.from_buffers(pa.string(), len(values), [None, pa.py_buffer(ends), pa.py_buffer(b"".join(values))])


def rows_of_lists(table: Table, lists: pa.ChunkedArray) -> pa.Table:
    """The rows of a table from lists of them, in the stored schema."""
    import pyarrow as pa

    stored = stored_schema(table)
    flat = [pa.Table.from_struct_array(chunk.flatten()).cast(stored) for chunk in lists.chunks]
    return pa.concat_tables(flat) if flat else empty_table(stored)


def _chunks(rows: pa.Table) -> list[pa.Array]:
    import pyarrow as pa

    return [
        column.chunk(0) if column.num_chunks else pa.nulls(0, field.type)
        for column, field in zip(rows.columns, rows.schema, strict=True)
    ]


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


def _mapped(schema: pa.Schema, change: Callable[[pa.DataType], pa.DataType]) -> pa.Schema:
    # The schema with the types that stand inside lists and structures changed as well.
    import pyarrow as pa

    def mapped(kind: pa.DataType) -> pa.DataType:
        if pa.types.is_list(kind):
            return pa.list_(mapped(kind.value_type))
        if pa.types.is_struct(kind):
            return pa.struct([field.with_type(mapped(field.type)) for field in kind])
        return change(kind)

    return pa.schema([field.with_type(mapped(field.type)) for field in schema], metadata=schema.metadata)
