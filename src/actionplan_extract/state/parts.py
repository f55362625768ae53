"""Parts: Parquet files that hold the results of some documents each, one row a document.

A row has the key that the result is kept by, the outcome (JSON), the plan (JSON), and for each of the
six tables the document's rows in it as a list. A part is all that is needed to write a run's files.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..outcome import Outcome
from ..writers._arrow import give_back_memory, lists_of_rows, rows_of_lists, texts, whole_numbers
from ..writers._files import write_file
from ..writers._tables import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

SUFFIX = ".parquet"
ROWS_A_PART = 64
BYTES_A_PART = 8 * 1024 * 1024
# Few rows and many columns: neither statistics nor dictionaries are worth their time.
_MANNER: dict[str, Any] = {"compression": "zstd", "write_statistics": False, "use_dictionary": False}


class Result(NamedTuple):
    """An outcome with the key it is kept by, with its plan and rows or, in a listing, without."""

    key: str
    outcome: Outcome


def part_bytes(results: Sequence[Result]) -> bytes:
    """A part that holds the results, as the bytes of its file."""
    import pyarrow.parquet as pq

    target = BytesIO()
    pq.write_table(_table(results), target, **_MANNER)
    return target.getvalue()


def write_part(path: Path, results: Sequence[Result]) -> None:
    """Write a part that holds the results; what holds them till then is removed."""
    write_file(path, part_bytes([Result(key, outcome.whole()) for key, outcome in results]))
    give_back_memory()
    for _, outcome in results:
        if outcome.held:
            with suppress(OSError):
                os.unlink(outcome.held)


def joined_parts(pieces: Iterable[tuple[Path, Sequence[int]]]) -> bytes:
    """A part of rows of other parts."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    target = BytesIO()
    rows = pa.concat_tables([_read(path).take(whole_numbers(rows)) for path, rows in pieces])
    pq.write_table(rows.combine_chunks(), target, **_MANNER)
    return target.getvalue()


def part_name(keys: Iterable[str]) -> str:
    """The name of the part of these results: the same ones make the same file, however often."""
    return f"part-{hashlib.sha256(''.join(keys).encode()).hexdigest()[:24]}{SUFFIX}"


def read_keys(path: Path) -> list[str]:
    """The keys of the results in a part; raises OSError or ValueError where it is no part."""
    keys: list[str] = _read(path, ["key"]).column("key").to_pylist()
    return keys


def read_kept(path: Path) -> list[Result]:
    """The results in a part, without plans and rows; raises OSError or ValueError where it is no part."""
    table = _read(path, ["key", "outcome"])
    keys, lines = table.column("key").to_pylist(), table.column("outcome").to_pylist()
    return [Result(key, Outcome.from_json(line.encode())) for key, line in zip(keys, lines, strict=True)]


def read_plans(path: Path) -> list[str]:
    """The plans in a part, as JSON; empty where a document gave none."""
    plans: list[str] = _read(path, ["plan"]).column("plan").to_pylist()
    return plans


def read_tables(path: Path) -> pa.Table:
    """A part's rows of the six tables: one row a document, a column a table."""
    return _read(path, [table.name for table in TABLES])


def rows_of(documents: pa.Table) -> dict[str, pa.Table]:
    """The rows of each of the six tables that the documents have."""
    return {table.name: rows_of_lists(table, documents.column(table.name)) for table in TABLES}


def weight(outcome: Outcome) -> int:
    """The bytes that an outcome's plan and rows take."""
    if outcome.held:
        return os.stat(outcome.held).st_size
    return len(outcome.plan or b"") + sum(map(len, outcome.rows))


def _table(results: Sequence[Result]) -> pa.Table:
    import pyarrow as pa

    columns = {
        "key": texts([result.key.encode() for result in results]),
        "outcome": texts([_line(result.outcome) for result in results]),
        "plan": texts([result.outcome.plan or b"" for result in results]),
    }
    for position, table in enumerate(TABLES):
        rows = [result.outcome.rows[position] if result.outcome.rows else b"" for result in results]
        columns[table.name] = lists_of_rows(table, rows)
    return pa.table(columns)


def _line(outcome: Outcome) -> bytes:
    return replace(outcome, plan=None, rows=(), plan_size=len(outcome.plan or b""), draft=None, held=None).to_json()


def _read(path: Path, columns: list[str] | None = None) -> pa.Table:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            return file.read(columns=columns, use_threads=False)
    except pa.ArrowException as error:
        raise ValueError(f"{path} is no part: {error}") from error
