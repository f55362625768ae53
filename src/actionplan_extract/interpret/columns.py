"""Columns to roles: what can be told of each (`evidence`), what speaks for which role (`cases`), and the best choice
for all of them together (`whole`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Cell, Column, Notice, Row, Senses
from ..passage import Passage
from .cases import Case, all_cases, best
from .evidence import Evidence, evidence
from .headers import header_roles
from .whole import best_whole

_RIVAL = 0.5  # how sure a column is that lost its role to a clearer one
_EVEN = 0.05


def assign_roles(
    header: Sequence[Cell], rows: Sequence[Row], senses: Senses
) -> tuple[tuple[Column, ...], tuple[Notice, ...]]:
    """The columns with their roles, and notices of columns without one or with two.

    `header` may be empty for a table without one; `rows` are the rows below it.
    """
    width = max([len(header), *(len(row.cells) for row in rows)])
    titles = [header[c].passage.collapse() if c < len(header) else Passage() for c in range(width)]
    found = [evidence(index, titles, rows, senses) for index in range(width)]
    cases = all_cases(found)
    whole = best_whole(found, cases)
    columns = tuple(map(_column, found, whole.cases, cases))
    return columns, tuple(_notices(columns, found))


def _column(found: Evidence, case: Case, cases: Sequence[Case]) -> Column:
    lost = best([one for one in cases if not one.needs]) if case.role == "extra" and case.sure == 0 else case
    if lost.role != case.role:
        return Column(found.index, found.title, case.role, _RIVAL, why=f"{lost.role} is another column")
    return Column(found.index, found.title, case.role, case.sure, why=case.why)


def _notices(columns: Sequence[Column], found: Sequence[Evidence]) -> Iterator[Notice]:
    for column, told in zip(columns, found, strict=True):
        rivals = sorted(header_roles(column.header.text).values(), reverse=True)
        if column.role == "extra" and column.confidence < 1 and told.body.filled:
            yield Notice("column_unmapped", f"column {column.header.text!r} has no role; kept in extra", column.header)
        elif len(rivals) > 1 and rivals[0] - rivals[1] < _EVEN:
            message = f"column {column.header.text!r} was read as {column.role}; its words speak for another role too"
            yield Notice("column_ambiguous", message, column.header)
