"""Bullets that a PDF draws instead of writing them."""

from __future__ import annotations

import pytest

from actionplan_extract.model import Paragraph
from actionplan_extract.readers import pdf
from actionplan_extract.readers.pdf import opening, plumber

from .pdf_fixtures import HEIGHT, Sheet
from .pdf_fixtures import pdf as file_of


def disc(sheet: Sheet, x: float, middle: float, radius: float = 1.5) -> Sheet:
    """A filled circle, as browsers draw a bullet."""
    y, k = HEIGHT - middle, 0.5523 * radius
    return sheet.draw(
        f"{x - radius} {y} m {x - radius} {y + k} {x - k} {y + radius} {x} {y + radius} c "
        f"{x + k} {y + radius} {x + radius} {y + k} {x + radius} {y} c "
        f"{x + radius} {y - k} {x + k} {y - radius} {x} {y - radius} c "
        f"{x - k} {y - radius} {x - radius} {y - k} {x - radius} {y} c f"
    )


def items(sheet: Sheet) -> list[tuple[str, str, int]]:
    blocks = pdf.read(file_of(sheet), "plan.pdf").blocks
    return [(block.glyph, block.text, block.level) for block in blocks if isinstance(block, Paragraph)]


def plan() -> Sheet:
    sheet = Sheet().text(60, 100, "We will ask three people:")
    for number, line in enumerate(["a driver of buses", "a painter of lanes", "a walker of paths"]):
        sheet = disc(sheet.text(72, 114 + 14 * number, line), 64, 120 + 14 * number)
    return sheet


EXPECTED = [
    ("", "We will ask three people:", 0),
    ("•", "a driver of buses", 0),
    ("•", "a painter of lanes", 0),
    ("•", "a walker of paths", 0),
]


def test_drawn_dots_before_lines_are_bullets() -> None:
    assert items(plan()) == EXPECTED


def test_both_libraries_see_the_dots() -> None:
    data = file_of(plan())
    first, second = (module.read_print(data).inks[0].dots for module in (opening, plumber))
    assert len(first) == 3
    assert first == tuple(pytest.approx(dot, abs=0.1) for dot in second)


@pytest.mark.parametrize(
    "sheet",
    [
        disc(Sheet().text(60, 100, "Buses and"), 110, 106).text(120, 100, "lanes"),
        disc(Sheet().text(60, 100, "Buses"), 30, 106),
        disc(Sheet().text(60, 100, "Buses"), 50, 106, radius=6),
    ],
    ids=["among words", "far away", "too large"],
)
def test_other_dots_are_none(sheet: Sheet) -> None:
    assert not any(glyph for glyph, _, _ in items(sheet))
