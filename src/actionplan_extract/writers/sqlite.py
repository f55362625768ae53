"""actionplans.sqlite: the six tables as a database, their keys declared.

Dates are ISO 8601 text and lists are JSON, for SQLite knows neither.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory

from pydantic_core import to_json

from ..errors import OutputError
from ..schema import ActionPlan
from ._files import replacing
from ._tables import TABLES, Column, Table
from ._text import Value

NAME = "sqlite"
ALWAYS = False
FILES = ("actionplans.sqlite",)

COLUMN_TYPES = {int: "INTEGER", float: "REAL"}


def write(plans: Iterable[ActionPlan], folder: Path) -> list[Path]:
    """The database's file; raises OutputError."""
    path = folder / FILES[0]
    with replacing(path) as file, TemporaryDirectory() as scratch:
        database = Path(scratch) / path.name
        try:
            _fill(database, plans)
        except sqlite3.Error as error:
            raise OutputError(f"cannot write {path}: {error}") from error
        with database.open("rb") as filled:
            copyfileobj(filled, file)
    return [path]


def _fill(database: Path, plans: Iterable[ActionPlan]) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")  # what fails is thrown away
        for table in TABLES:
            connection.executescript(_definition(table))
        for plan in plans:
            for table in TABLES:
                connection.executemany(_insertion(table), _records(table, plan))
        connection.commit()


def _definition(table: Table) -> str:
    """The statements that make the table and an index for each of its foreign keys."""
    columns = [_column_definition(column, column.name == table.primary_key) for column in table.columns]
    keys = [f'FOREIGN KEY ("{column}") REFERENCES "{other}"' for column, other in table.foreign_keys.items()]
    indexes = [f'CREATE INDEX "{table.name}_{column}" ON "{table.name}" ("{column}");' for column in table.foreign_keys]
    return "\n".join([f'CREATE TABLE "{table.name}" ({", ".join(columns + keys)});', *indexes])


def _column_definition(column: Column, is_key: bool) -> str:
    kind = COLUMN_TYPES.get(column.type, "TEXT")
    return f'"{column.name}" {kind}{"" if column.is_nullable else " NOT NULL"}{" PRIMARY KEY" if is_key else ""}'


def _insertion(table: Table) -> str:
    places = ", ".join("?" for _ in table.columns)
    return f'INSERT INTO "{table.name}" VALUES ({places})'  # noqa: S608  # names are our own, values are bound


def _records(table: Table, plan: ActionPlan) -> Iterable[tuple[str | int | float | None, ...]]:
    for row in table.rows(plan):
        yield tuple(_stored(value) for _, value in row)


def _stored(value: Value) -> str | int | float | None:
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float):
        return value
    return to_json(value).decode()
