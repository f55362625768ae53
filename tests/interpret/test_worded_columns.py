"""Whole tables with headers as councils word them: the roles must be those that a reader gives the columns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from actionplan_extract.interpret.columns import assign_roles
from actionplan_extract.model import Cell, Row
from actionplan_extract.pipeline import Options, senses

from .helpers import cell

TABLES = Path(__file__).with_name("worded_columns.txt")
VOCABULARY = Path(__file__).parents[3] / "shared" / "vocabulary" / "headers.txt"
SENSES = senses(Options())


def tables() -> list[tuple[list[str], list[str], list[list[str]]]]:
    """Each table's header, roles and rows."""
    blocks = TABLES.read_text(encoding="utf-8").split("\n\n")[1:]
    split = [[[text.strip() for text in line.split("|")] for line in block.splitlines()] for block in blocks]
    return [(header, [role.replace("+", "owner_officer") for role in roles], rows) for header, roles, *rows in split]


def body(rows: list[list[str]]) -> Iterator[Row]:
    """The rows, of which "^" is the cell above once more."""
    above: list[Cell] = []
    for number, texts in enumerate(rows):
        cells = (above[n] if text == "^" else cell(text, number, n) for n, text in enumerate(texts))
        above = list(cells)
        yield Row(tuple(above))


@pytest.mark.parametrize(("header", "roles", "rows"), [pytest.param(*t, id=" | ".join(t[0])) for t in tables()])
@pytest.mark.parametrize("merged", [True, False], ids=["merged", "blank below"])
def test_columns_have_the_roles_that_a_reader_gives_them(
    header: list[str], roles: list[str], rows: list[list[str]], merged: bool
) -> None:
    held = rows if merged else [["" if text == "^" else text for text in row] for row in rows]
    found, _ = assign_roles([cell(text, 0, n) for n, text in enumerate(header)], list(body(held)), SENSES)
    assert [column.role for column in found] == roles


def test_every_published_header_stands_in_a_table() -> None:
    if not VOCABULARY.exists():
        pytest.skip("the vocabulary of published headers is not beside the project")
    published = {line.split("\t")[0] for line in VOCABULARY.read_text(encoding="utf-8").splitlines()}
    used = {text.casefold() for header, _, _ in tables() for text in header}
    assert {header for header in published if header.casefold() not in used} == set()
