from __future__ import annotations

from actionplan_extract.model import Cell, Paragraph, Table
from actionplan_extract.passage import Passage
from actionplan_extract.tabulate.rectangle import rectangle


def cell(text: str, row: int, column: int, rows: int = 1, columns: int = 1) -> Cell:
    return Cell(row, column, (Paragraph(Passage.of(text)),), rows, columns)


def texts(*cells: Cell) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in rectangle(Table(0, cells, 3))]


def test_cells_stand_at_their_place_whatever_their_order() -> None:
    assert texts(cell("d", 1, 1), cell("a", 0, 0), cell("b", 0, 1), cell("c", 1, 0)) == [["a", "b"], ["c", "d"]]


def test_a_merged_cell_stands_at_every_place_it_covers() -> None:
    merged = cell("a", 0, 0, rows=2, columns=2)
    rows = rectangle(Table(0, (merged, cell("b", 0, 2), cell("c", 1, 2)), 3))
    assert [[c.text for c in row.cells] for row in rows] == [["a", "a", "b"], ["a", "a", "c"]]
    assert rows[1].cells[0] is merged
    assert rows[0].filled == (merged, rows[0].cells[2])


def test_a_hole_is_an_empty_cell() -> None:
    assert texts(cell("a", 0, 0), cell("b", 0, 2)) == [["a", "", "b"]]


def test_a_row_that_lost_its_last_cells_stays_short() -> None:
    assert texts(cell("a", 0, 0), cell("b", 0, 1), cell("c", 1, 0)) == [["a", "b"], ["c"]]


def test_of_two_cells_at_one_place_the_first_stays() -> None:
    assert texts(cell("a", 0, 0), cell("b", 0, 0)) == [["a"]]


def test_a_table_without_cells_has_no_rows() -> None:
    assert texts() == []
