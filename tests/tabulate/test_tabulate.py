from __future__ import annotations

from actionplan_extract.model import Block, Cell, Document, Paragraph, Table
from actionplan_extract.passage import Passage
from actionplan_extract.tabulate import tabulate


def paragraph(text: str) -> Paragraph:
    return Paragraph(Passage.of(text))


def table(index: int, page: int | None = None, columns: int | None = 2) -> Table:
    cells = tuple(Cell(row, column, (paragraph(f"{row}{column}"),)) for row in (0, 1) for column in (0, 1))
    return Table(index, cells, columns, page)


def document(*blocks: Block) -> Document:
    return Document("text", "text/plain", (), blocks)


def test_a_grid_knows_the_paragraphs_between_it_and_the_table_above() -> None:
    one, two, three = map(paragraph, ("one", "two", "three"))
    grids = tabulate(document(one, two, table(0, page=3), three, table(1), table(2), paragraph("end")))
    assert [grid.above for grid in grids] == [(one, two), (three,), ()]
    assert [(grid.index, grid.page) for grid in grids] == [(0, 3), (1, None), (2, None)]


def test_a_table_with_columns_is_a_rectangle_and_one_without_is_a_stream() -> None:
    known, found = tabulate(document(table(0), table(1, columns=None)))
    assert [len(row.cells) for row in known.rows] == [2, 2]
    assert found.width == 2
    assert [cell.row for row in found.rows for cell in row.cells] == [0, 0, 1, 1]


def test_the_width_is_that_of_the_widest_row() -> None:
    cells = (Cell(0, 0, (paragraph("a"),)), Cell(1, 0, (paragraph("b"),)), Cell(1, 2, (paragraph("c"),)))
    assert tabulate(document(Table(0, cells, 3)))[0].width == 3


def test_an_empty_table_is_a_grid_without_rows() -> None:
    assert [grid.width for grid in tabulate(document(Table(0, (), 3), Table(1, ())))] == [0, 0]
