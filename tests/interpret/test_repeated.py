"""Header rows that only their coming again above other tables tells."""

from __future__ import annotations

import pytest

from actionplan_extract.interpret.repeated import header_rows

from .helpers import SENSES, grid, outline

ODD = ("Our pledge to you", "Named person")
TREES = ("Plant a tree in each street", "Head of Parks")
BINS = ("Empty bins twice a week", "Head of Waste")


def test_a_row_of_labels_above_several_tables_names_their_columns() -> None:
    grids = [grid(ODD, TREES), grid(ODD, BINS, TREES, index=1), grid(TREES, BINS, index=2)]
    assert header_rows(grids, SENSES) == [0, 0, None]


def test_below_a_title_it_still_does() -> None:
    assert header_rows([grid(("Parks", ""), ODD, TREES), grid(("Bins", ""), ODD, BINS, index=1)], SENSES) == [1, 1]


@pytest.mark.parametrize(
    "rows",
    [
        [[ODD, TREES]],
        [[TREES, BINS], [TREES, ODD]],
        [[ODD], [ODD]],
        [[("Our pledge to you", "May 2025"), TREES], [("Our pledge to you", "May 2025"), BINS]],
    ],
    ids=["once", "answers", "nothing below", "dates"],
)
def test_other_rows_do_not(rows: list[list[tuple[str, str]]]) -> None:
    assert header_rows([grid(*one, index=n) for n, one in enumerate(rows)], SENSES) == [None] * len(rows)


def test_years_above_such_tables_tell_when() -> None:
    header = ("We intend to", "Named person")
    found = outline(
        grid(header, TREES, BINS, above="## 2025/26"),
        grid(header, ("Mend all swings", "Head of Parks"), above="## 2026/27"),
    )
    assert [actions for _, actions in found] == [
        [(TREES[0], "2025/26"), (BINS[0], "2025/26")],
        [("Mend all swings", "2026/27")],
    ]
