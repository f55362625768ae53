"""The rows of a table whose cells know their place: merged cells put at every place they cover."""

from __future__ import annotations

from collections import defaultdict

from ..model import Cell, Row, Table


def rectangle(table: Table) -> tuple[Row, ...]:
    """The table's rows, as wide as the source has them; a place without a cell holds an empty one."""
    places: dict[int, dict[int, Cell]] = defaultdict(dict)
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                places[row].setdefault(column, cell)
    return tuple(_row(number, places[number]) for number in sorted(places))


def _row(number: int, held: dict[int, Cell]) -> Row:
    return Row(tuple(held.get(column) or Cell(number, column) for column in range(max(held) + 1)))
