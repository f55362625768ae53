"""The mutator keeps its own promises, whatever the extractor does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .dates import shift_day, shift_edtf, shift_text
from .documents import OTHERS, SAMPLES, expected_of
from .mutate import MUTATIONS, Plan, mutate, names_for
from .sheet import KEY_ROLES, read_sheet

DOCUMENTS = [*SAMPLES, *OTHERS]
IDS = [path.stem for path in DOCUMENTS]


def changed(document: Path, *names: str, seed: int = 7) -> tuple[str, Plan]:
    return mutate(document.read_text(encoding="utf-8"), expected_of(document), names, seed)


def test_there_is_a_sample_of_each_layout() -> None:
    layouts = {read_sheet(path.read_text(encoding="utf-8")).is_tab_cells for path in SAMPLES}
    assert layouts == {True, False}


@pytest.mark.parametrize("document", DOCUMENTS, ids=IDS)
class TestEveryDocument:
    def test_without_mutations_nothing_changes(self, document: Path) -> None:
        assert changed(document) == (document.read_text(encoding="utf-8"), expected_of(document))

    @pytest.mark.parametrize("name", MUTATIONS)
    def test_each_mutation_changes_the_document_and_a_seed_repeats_it(self, document: Path, name: str) -> None:
        text, plan = changed(document, name)
        assert text != document.read_text(encoding="utf-8")
        assert (text, plan) == changed(document, name)

    def test_reordering_keeps_every_row_its_cells_and_its_width(self, document: Path) -> None:
        before = read_sheet(document.read_text(encoding="utf-8"))
        text, plan = changed(document, "reorder_columns")
        after = read_sheet(text)
        assert plan == expected_of(document)
        for row, moved in zip(before.rows, after.rows, strict=True):
            assert sorted(c.strip() for c in row.cells) == sorted(c.strip() for c in moved.cells)
            # A cell missing at the very end of a document is an empty one once its column has moved.
            assert row.lost == moved.lost or row is before.rows[-1]
            assert row.line == moved.line

    def test_what_is_lost_is_an_empty_key_cell(self, document: Path) -> None:
        sheet = read_sheet(document.read_text(encoding="utf-8"))
        for row in sheet.rows:
            empty_keys = [r for r, cell in zip(sheet.roles, row.cells, strict=False) if r in KEY_ROLES and not cell]
            assert sheet.is_tab_cells or row.lost <= len(empty_keys)

    def test_dropped_recommendations_are_gone_from_both(self, document: Path) -> None:
        text, plan = changed(document, "drop_recommendations")
        before = expected_of(document)["recommendations"]
        gone = [rec for rec in before if rec not in plan["recommendations"]]
        assert 1 <= len(gone) <= 3
        assert len(read_sheet(text).starts()) == len(before) - len(gone)
        assert all(rec["text"][:25] not in text for rec in gone)

    def test_shifted_deadlines_stand_in_the_document(self, document: Path) -> None:
        text, plan = changed(document, "shift_dates")
        deadlines = [d for rec in plan["recommendations"] for a in rec["actions"] for d in a["deadlines"]]
        assert all(deadline["text"] in text for deadline in deadlines)

    def test_no_trace_of_the_council_is_left(self, document: Path) -> None:
        text, plan = changed(document, "swap_council")
        own = expected_of(document)["document"]["council"]["gss_code"]
        assert plan["document"]["council"]["gss_code"] != own
        assert json.dumps(plan, ensure_ascii=False).count(own) == 0
        assert (plan["document"]["title"] or "") in text

    def test_rewording_keeps_the_shape_and_swaps_most_words(self, document: Path) -> None:
        _, plan = changed(document, "reword")
        before, after = (
            [action for rec in recs for action in rec["actions"]]
            for recs in (expected_of(document)["recommendations"], plan["recommendations"])
        )
        assert [a["deadlines"] for a in before] == [a["deadlines"] for a in after]
        pairs = [
            (old, new)
            for a, b in zip(before, after, strict=True)
            for old, new in zip(a["text"].split(), b["text"].split(), strict=True)
        ]
        long_words = [old != new for old, new in pairs if len(old) >= 5 and old.islower()]
        assert sum(long_words) / len(long_words) > 0.9


def test_all_kinds_and_their_combinations_come_up() -> None:
    chosen = [names_for(seed) for seed in range(50)]
    kinds = set(MUTATIONS) - {"reword"}
    assert {names[0] for names in chosen if len(names) == 1} == kinds
    assert any(len(names) == len(kinds) for names in chosen)


@pytest.mark.parametrize(
    ("text", "months", "shifted"),
    [
        ("By November 2023", 3, "By February 2024"),
        ("November 2023- July 2024", -12, "November 2022- July 2023"),
        ("January/February 2024", 6, "July/August 2024"),
        ("Jan/Feb 2024", 9, "Oct/Nov 2024"),
        ("in summer 2024", 3, "in autumn 2024"),
        ("Autumn 2023", 3, "Winter 2023"),
        ("until 31st March 2024, 1 April 2025", 3, "until 31st March 2024, 1 April 2025"),
        ("Ongoing", 3, "Ongoing"),
    ],
)
def test_dates_in_text_move(text: str, months: int, shifted: str) -> None:
    assert shift_text(text, months) == shifted


@pytest.mark.parametrize(
    ("edtf", "months", "shifted"),
    [
        ("2023-11", 3, "2024-02"),
        ("../2024-09", -9, "../2023-12"),
        ("2023-11/2024-07", 6, "2024-05/2025-01"),
        ("2024-22", 3, "2024-23"),
        ("2024-23", 3, "2024-12/2025-02"),
    ],
)
def test_edtf_moves(edtf: str, months: int, shifted: str) -> None:
    assert shift_edtf(edtf, months) == shifted


def test_days_keep_to_the_ends_of_months() -> None:
    assert shift_day("2023-11-30", 3) == "2024-02-29"
    assert shift_day("2024-02-01", -12) == "2023-02-01"
    with pytest.raises(ValueError, match="neither"):
        shift_day("2024-02-13", 3)


def test_a_lost_cell_is_put_back_where_the_long_cell_becomes_an_action() -> None:
    header = "Recommendation\tSummary\tActions\tTimescale\tLead\n"
    sheet = read_sheet(
        f"{header}1. Do\tit\tan action\t2024\tLead\nmore\tof the same action\t\t\n\tanother action\t2025\t\n"
    )
    assert [row.cells.index("") for row in sheet.rows[2:]] == [1, 0]
    assert [row.cells[2] for row in sheet.rows[2:]] == ["of the same action", "another action"]
