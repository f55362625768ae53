"""datapackage.json: a Data Package descriptor with a Table Schema for each table."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TypeAlias

from ..schema import SCHEMA_VERSION, ActionPlan
from ._files import write_file
from ._tables import TABLES, Column, Table

NAME = "datapackage"
ALWAYS = True
FILES = ("datapackage.json",)

FIELD_TYPES = {str: "string", int: "integer", float: "number", date: "date"}

Json: TypeAlias = "str | bool | list[Json] | dict[str, Json]"


def write(plans: Iterable[ActionPlan], folder: Path) -> list[Path]:
    """The descriptor's file; it describes the tables, whatever plans they hold; raises OutputError."""
    text = json.dumps(descriptor(), indent=2, ensure_ascii=False)
    return [write_file(folder / FILES[0], text.encode() + b"\n")]


def descriptor() -> dict[str, Json]:
    """The Data Package of the six Parquet tables."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "actionplans",
        "title": "Action plans",
        "description": "What public bodies say they will do: recommendations, actions, owners and deadlines.",
        "version": SCHEMA_VERSION,
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, Json]:
    return {
        "name": table.name,
        "title": table.name.capitalize(),
        "description": table.description,
        "path": f"{table.name}.parquet",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": _table_schema(table),
    }


def _table_schema(table: Table) -> dict[str, Json]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [_field(column, column.name == table.primary_key) for column in table.columns],
        "primaryKey": [table.primary_key],
        "foreignKeys": [
            {"fields": [column], "reference": {"resource": other, "fields": [column]}}
            for column, other in table.foreign_keys.items()
        ],
    }


def _field(column: Column, is_key: bool) -> dict[str, Json]:
    field: dict[str, Json] = {
        "name": column.name,
        "title": column.title,
        "description": column.description,
        "type": "string" if column.values else FIELD_TYPES.get(column.type, "array"),
    }
    constraints = _constraints(column, is_key)
    return field | {"constraints": constraints} if constraints else field


def _constraints(column: Column, is_key: bool) -> dict[str, Json]:
    constraints: dict[str, Json] = {} if column.is_nullable else {"required": True}
    if is_key:
        constraints["unique"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    return constraints
