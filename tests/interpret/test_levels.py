"""Rows in which several actions stand level with their dates."""

from __future__ import annotations

from actionplan_extract.model import ActionPart, Cell, Paragraph, Row
from actionplan_extract.passage import Passage, Place

from .helpers import dates, grid, recommendations, row, text_of

HEADER = ["Recommendation", "Action", "Lead", "By when"]
PITCH = 12.0


def at(column: int, *lines: tuple[float, str], page: int = 1) -> Cell:
    """A cell with a paragraph at each height."""
    held = []
    for top, text in lines:
        place = Place(page, 0, 1, column, boxes=((100.0 * column, top, 100.0 * column + 90, top + 10),))
        held.append(Paragraph(Passage.of(text, place)))
    return Cell(1, column, tuple(held))


def read(*rows: Row) -> list[ActionPart]:
    return [action for part in recommendations(grid(HEADER, *rows)) for action in part.actions]


def shown(found: list[ActionPart]) -> list[tuple[str, str, str, str]]:
    return [(text_of(a.paragraphs), " + ".join(str(o.passage) for o in a.owners), dates(a), a.alignment) for a in found]


LEVEL = row(
    at(0, (100, "Move people.")),
    at(1, (100, "Buy ten buses."), (160, "Paint lanes."), (172, "Use red paint.")),
    at(2, (100, "Head of Fleet"), (160, "Head of Roads")),
    at(3, (100, "March 2024"), (160, "May 2024")),
)


def test_what_stands_level_belongs_together() -> None:
    found = read(LEVEL)
    assert shown(found) == [
        ("Buy ten buses.", "Head of Fleet", "March 2024", "positioned"),
        ("Paint lanes.\nUse red paint.", "Head of Roads", "May 2024", "positioned"),
    ]
    assert {action.confidence for action in found} == {0.95}


def test_as_many_owners_as_actions_are_one_each_however_they_wrap() -> None:
    wrapped = row(
        at(0, (100, "Move people.")),
        at(1, (100, "Buy ten buses."), (112, "Paint lanes."), (124, "Build paths.")),
        at(2, (100, "Head of Fleet and Transport Operations"), (124, "Head of Roads"), (136, "Head of Parks")),
        at(3, (100, "March 2024"), (112, "May 2024"), (124, "June 2024")),
    )
    assert [owner for _, owner, *_ in shown(read(wrapped))] == [
        "Head of Fleet and Transport Operations",
        "Head of Roads",
        "Head of Parks",
    ]


def test_cells_packed_from_the_top_are_left_to_their_counts() -> None:
    packed = row(
        at(0, (100, "Move people.")),
        at(1, (100, "Buy ten buses that run on batteries."), (148, "Paint lanes.")),
        at(2, (100, "Head of Fleet")),
        at(3, (100, "March 2024"), (112, "May 2024")),
    )
    assert [(text_of(a.paragraphs), dates(a), a.alignment) for a in read(packed)] == [
        ("Buy ten buses that run on batteries.", "March 2024", "paired"),
        ("Paint lanes.", "May 2024", "paired"),
    ]


def test_behind_a_page_break_the_row_first_goes_on() -> None:
    behind = row(
        at(0, page=2),
        at(1, (50, "with red paint."), (74, "Build paths."), page=2),
        at(2, (74, "Head of Parks"), page=2),
        at(3, (74, "June 2024"), page=2),
        after_break=True,
    )
    cut = Row((*LEVEL.cells[:1], at(1, (100, "Buy ten buses."), (160, "Paint lanes")), *LEVEL.cells[2:]))
    assert [(text, date) for text, _, date, _ in shown(read(cut, behind))] == [
        ("Buy ten buses.", "March 2024"),
        ("Paint lanes with red paint.", "May 2024"),
        ("Build paths.", "June 2024"),
    ]
