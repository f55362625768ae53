"""docs/tables.md says what the tables' columns are; `python -m tests.writers.test_tables_doc` writes it anew."""

from datetime import date
from pathlib import Path

from actionplan_extract.writers._tables import TABLES, Column, Table

DOC = Path(__file__).parents[2] / "docs" / "tables.md"
TYPES = {str: "text", int: "whole number", float: "number", date: "date"}

INTRODUCTION = """\
# The tables

A run writes six tables as Parquet files. `load("out")` gives them as pandas DataFrames; `actions.csv` is the
table of actions without `evidence`, its lists one entry a line; `actionplans.xlsx` shows the columns people
ask for. Tables join on the columns of the same name that end in `_id`; the keys begin with the document's id
and stay unique when the tables of several runs are put together. Enumerations are dictionary-encoded, lists
hold structures as in the JSON Schema. Where "may be empty" is "yes", a value can be null.
"""


def type_name(column: Column) -> str:
    return "enumeration" if column.values else TYPES.get(column.type, "list")


def section(table: Table) -> str:
    links = "".join(f" `{column}` leads to `{other}`." for column, other in table.foreign_keys.items())
    head = f"## {table.name}\n\n{table.description} Its key is `{table.primary_key}`.{links}\n\n"
    head += "| column | type | may be empty | meaning |\n| --- | --- | --- | --- |\n"
    lines = (
        f"| `{column.name}` | {type_name(column)} | {'yes' if column.is_nullable else 'no'} | {column.explanation} |\n"
        for column in table.columns
    )
    return head + "".join(lines)


def render() -> str:
    return "\n".join([INTRODUCTION, *map(section, TABLES)])


def test_doc_is_current():
    assert DOC.read_text(encoding="utf-8") == render()


if __name__ == "__main__":
    DOC.write_text(render(), encoding="utf-8")
