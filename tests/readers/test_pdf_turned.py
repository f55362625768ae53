"""Pages that are displayed sideways or upside down are read as if they stood upright; places are those displayed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from actionplan_extract.passage import Box, turned
from actionplan_extract.pipeline import extract_bytes
from actionplan_extract.readers import pdf
from actionplan_extract.schema import ActionPlan

SAMPLE = Path(__file__).parents[2] / "samples" / "ruled_bassetlaw.pdf"


def turned_sample(degrees: int) -> bytes:
    target = BytesIO()
    with pikepdf.open(SAMPLE) as file:
        for page in file.pages:
            page.rotate(degrees, relative=True)
        file.save(target)
    return target.getvalue()


def told(plan: ActionPlan) -> list[tuple[str, list[str], list[str]]]:
    actions = [action for recommendation in plan.recommendations for action in recommendation.actions]
    return [(a.text, [owner.text for owner in a.owners], [d.text for d in a.deadlines]) for a in actions]


def boxes(plan: ActionPlan) -> list[tuple[int, Box]]:
    actions = (action for recommendation in plan.recommendations for action in recommendation.actions)
    return [(entry.page or 0, entry.bbox) for action in actions for entry in action.evidence if entry.bbox]


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_page_is_read_as_the_upright_one(quarters: int) -> None:
    upright = extract_bytes(SAMPLE.read_bytes(), "plan.pdf").plan
    found = extract_bytes(turned_sample(90 * quarters), "plan.pdf").plan
    assert told(found) == told(upright) != []


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_places_are_those_of_the_page_as_displayed(quarters: int) -> None:
    data = SAMPLE.read_bytes()
    before, after = (
        boxes(extract_bytes(data, "plan.pdf").plan),
        boxes(extract_bytes(turned_sample(90 * quarters), "").plan),
    )
    sizes = {page.number: (page.width or 0.0, page.height or 0.0) for page in pdf.read(data, "plan.pdf").pages}
    assert [page for page, _ in after] == [page for page, _ in before]
    for (page, old), (_, new) in zip(before, after, strict=True):
        assert new == pytest.approx(turned(old, *sizes[page], quarters), abs=0.1)


def test_a_box_comes_back_by_turning_its_page_on() -> None:
    box = (10.0, 20.0, 30.0, 60.0)
    once = turned(box, 200, 100, 1)
    assert once == (40.0, 10.0, 80.0, 30.0)
    assert turned(once, 100, 200, 3) == box
    assert turned(turned(box, 200, 100, 2), 200, 100, 2) == box
