"""`explain` tells how a document was read."""

from __future__ import annotations

from pathlib import Path

from actionplan_extract.explain import explain

ROWS = (
    "Theme,Action,Lead,When,Parish\nWater,Dig a well,Well Warden,Q2 2024/25,Upper\nFire,Buy a hose,Fire Warden,2026,\n"
)


def test_tells_format_tables_columns_and_choices(tmp_path: Path) -> None:
    path = tmp_path / "wells.csv"
    path.write_text(ROWS, encoding="utf-8")
    told = explain(path)
    for part in (
        "format: csv",
        "layout: rows",
        "3 rows of 5 columns",
        "'Theme'",
        "heading",
        "column 'Parish' has no role",
        "own_cell",
        "Q2 2024/25",
        "words kept: 100.00%",
    ):
        assert part in told


def test_says_why_there_is_no_plan(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    path.write_text("Term,Meaning\nASC,Adult social care\nMTFS,The financial strategy\n", encoding="utf-8")
    told = explain(path)
    assert "3 rows of 2 columns, left out" in told
    assert "no plan:" in told
