"""Cells, rows and grids made of the parts of others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...model import Cell, Grid, Paragraph, Row
from ...passage import Passage


def titled(words: str) -> Cell:
    """A header of a column that has none of its own."""
    return Cell(0, 0, (Paragraph(Passage.of(words)),), header=True)


def said(passages: Iterable[Passage]) -> Cell:
    """A cell that says some passages, a paragraph each."""
    return Cell(0, 0, tuple(Paragraph(passage) for passage in passages))


def row_of(cells: Sequence[Cell], like: Row) -> Row:
    """A row of cells in place of another."""
    return replace(like, cells=tuple(cells))


def grid_of(rows: Sequence[Row], like: Grid, titles: Iterable[Passage]) -> Grid:
    """A grid of rows in place of another, all as wide as the first; the titles those that stand in none now."""
    return replace(like, rows=tuple(rows), width=len(rows[0].cells), titles=(*like.titles, *titles))
