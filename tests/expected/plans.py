"""Small plans and expected files to compare."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from actionplan_extract.schema import (
    Action,
    ActionPlan,
    Council,
    DocumentInfo,
    Owner,
    Point,
    Recommendation,
    Review,
)

EXPECTED = """\
{
  "document": {"council": {"gss_code": "E07000008"}},
  "recommendations": [
    {
      "number": "1",
      "text": "Agree a single list of priorities.",
      "owners": [{"role": "Chief Executive", "kind": "officer"}],
      "actions": [
        {
          "text": "Hold two workshops with members.",
          "deadlines": [
            {
              "text": "By September 2024",
              "kind": "point",
              "latest": "2024-09-30"
            }
          ]
        }
      ]
    }
  ]
}
"""


def make_document(**changes: Any) -> DocumentInfo:
    council = Council(name="Cambridge City Council", gss_code="E07000008")
    fields = {
        "id": "0" * 16,
        "source": "cambridge.csv",
        "sha256": "0" * 64,
        "format": "csv",
        "media_type": "text/csv",
        "layout": "rows",
        "councils": [council],
        "council": council,
        "review": Review(kind="audit", date="2024-02"),
        "extractor_version": "0",
    }
    return DocumentInfo.model_validate(fields | changes)


def make_deadline(**changes: Any) -> Point:
    fields = {"text": "By September 2024", "latest": "2024-09-30", "precision": "month", "modality": "by"}
    return Point.model_validate(fields | changes)


def make_plan(deadline: Point | None = None) -> ActionPlan:
    """A plan that is just as EXPECTED says, but for the deadline where one is given."""
    owner = Owner(text="Chief Executive", role="Chief Executive", kind="officer")
    action = Action(
        id="r01.a01",
        text="Hold two workshops with members.",
        owners=[owner],
        deadlines=[deadline or make_deadline()],
        alignment="own_cell",
    )
    recommendation = Recommendation(
        id="r01", number="1", text="Agree a single list of priorities.", owners=[owner], actions=[action]
    )
    return ActionPlan(document=make_document(), recommendations=[recommendation])


def extract_good(document: Path) -> ActionPlan:
    """Stands in for the extraction: every document holds the plan of `make_plan`."""
    return make_plan()
