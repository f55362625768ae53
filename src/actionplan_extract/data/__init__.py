"""Facts as data: the vocabularies and reference tables, one csv file each (origins in README.md)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

Record = Mapping[str, str]
"""One line of a table: column name to value, empty where there is none."""


@cache
def read_table(name: str) -> tuple[Record, ...]:
    """The records of `<name>.csv`, in order; raises FileNotFoundError where there is no such table."""
    text = (files(__name__) / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(MappingProxyType(record) for record in csv.DictReader(text.splitlines()))
