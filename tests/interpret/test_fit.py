from __future__ import annotations

import pytest

from actionplan_extract.interpret.fit import fit_row
from actionplan_extract.model import Column
from actionplan_extract.passage import Passage

from .helpers import SENSES, row

ORDERS = {
    "usual": ("number", "recommendation", "action", "owner_officer", "deadline"),
    "dates first": ("deadline", "owner_officer", "action", "recommendation", "number"),
    "with a status": ("recommendation", "action", "status", "owner_officer", "deadline"),
}
TEXTS = {
    "number": "1.2",
    "recommendation": "The council should listen more to people in every ward of the town.",
    "action": "We will hold talks in each ward and print what was said in them.",
    "owner_officer": "Head of Policy",
    "deadline": "March 2024",
    "status": "On track",
}


def columns(roles: tuple[str, ...]) -> list[Column]:
    return [Column(index, Passage(), role, 1.0) for index, role in enumerate(roles)]


def fitted(roles: tuple[str, ...], *texts: str) -> list[str]:
    found, _ = fit_row(row(*texts), columns(roles), SENSES)
    return [cell.text for cell in found.cells]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    "lost",
    [
        ("number",),
        ("status",),
        ("owner_officer",),
        ("deadline",),
        ("number", "deadline"),
        ("owner_officer", "deadline"),
    ],
)
def test_the_cells_left_of_a_row_are_placed_by_what_they_say(order: str, lost: tuple[str, ...]) -> None:
    roles = ORDERS[order]
    kept = [role for role in roles if role not in lost]
    assert fitted(roles, *(TEXTS[role] for role in kept)) == ["" if role in lost else TEXTS[role] for role in roles]


@pytest.mark.parametrize("role", ["number", "owner_officer", "deadline", "action"])
def test_a_single_cell_finds_its_column(role: str) -> None:
    roles = ORDERS["usual"]
    assert fitted(roles, TEXTS[role]) == [TEXTS[role] if held == role else "" for held in roles]


def test_cells_never_change_their_order() -> None:
    assert fitted(ORDERS["usual"], "March 2024", TEXTS["action"], "7")[-1] != "March 2024"


def test_a_full_row_is_left_alone() -> None:
    full = row("", "March 2024", "1", "", "Ask")
    assert fit_row(full, columns(ORDERS["usual"]), SENSES) == (full, None)


def test_surplus_empty_cells_are_left_out() -> None:
    roles = ORDERS["usual"]
    texts = [TEXTS[role] for role in roles]
    assert fitted(roles, *texts, "", "") == texts
    assert fitted(roles, *texts[:2], "", *texts[2:]) == texts


def test_surplus_text_is_kept_in_the_last_cell_with_a_notice() -> None:
    found, notice = fit_row(
        row(*(TEXTS[role] for role in ORDERS["usual"]), "if funded"), columns(ORDERS["usual"]), SENSES
    )
    assert found.cells[-1].text == "March 2024\nif funded"
    assert notice is not None
    assert notice.code == "row_misfit"


def test_many_columns_are_no_matter() -> None:
    wide = columns(("extra",) * 40)
    found, _ = fit_row(row(*["Ask"] * 20), wide, SENSES)
    assert sum(not cell.is_empty for cell in found.cells) == 20
