"""A plan as rows of the tables.

Keys begin with the document's id and are unique alone ("28e2b71087f4466e.r01.a02"), so tables of many
documents can be put together and joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ..schema import Action, ActionPlan, DocumentInfo, Evidence, Finding, Recommendation, Status
from ._rows import ActionRow, DeadlineRow, DocumentRow, FindingRow, OwnerRow, RecommendationRow

Columns = dict[str, str | date | None]


def document_rows(plan: ActionPlan) -> Iterator[DocumentRow]:
    """The plan's one row of `documents`."""
    document, actions = plan.document, [a for r in plan.recommendations for a in r.actions]
    council, review, reference = document.council, document.review, document.reference_date
    yield DocumentRow.model_validate(
        {
            **dict(document),
            **_common(document),
            "council_type": council.type if council else None,
            "review_kind": review.kind if review else None,
            "review_body": review.body if review else None,
            "review_date": review.date if review else None,
            "reference_date": reference.date if reference else None,
            "reference_date_source": reference.source if reference else None,
            "recommendation_count": len(plan.recommendations),
            "action_count": len(actions),
            "deadline_count": sum(len(action.deadlines) for action in actions),
            "finding_count": len(plan.findings),
        }
    )


def recommendation_rows(plan: ActionPlan) -> Iterator[RecommendationRow]:
    """The plan's rows of `recommendations`."""
    for recommendation in plan.recommendations:
        yield RecommendationRow.model_validate(
            {
                **dict(recommendation),
                **_common(plan.document),
                **_status(recommendation.status),
                "recommendation_id": _key(plan.document, recommendation.id),
                "owners_text": _joined(owner.text for owner in recommendation.owners),
                "action_count": len(recommendation.actions),
                "page": _first_page(recommendation.evidence),
            }
        )


def action_rows(plan: ActionPlan) -> Iterator[ActionRow]:
    """The plan's rows of `actions`."""
    for recommendation, action in _actions(plan):
        yield ActionRow.model_validate(
            {
                **dict(action),
                **_common(plan.document),
                **_first_deadline(action),
                **_status(action.status),
                "action_id": _key(plan.document, action.id),
                "recommendation_id": _key(plan.document, recommendation.id),
                "document_title": plan.document.title,
                "recommendation_number": recommendation.number,
                "recommendation_heading": recommendation.heading,
                "recommendation_text": recommendation.text,
                "owners_text": _joined(owner.text for owner in action.owners),
                "deadline_count": len(action.deadlines),
                "deadlines_text": _joined(deadline.text for deadline in action.deadlines),
                "page": _first_page(action.evidence),
            }
        )


def deadline_rows(plan: ActionPlan) -> Iterator[DeadlineRow]:
    """The plan's rows of `deadlines`."""
    for recommendation, action in _actions(plan):
        for position, deadline in enumerate(action.deadlines, start=1):
            yield DeadlineRow.model_validate(
                {
                    **dict(deadline),  # the fields of its kind
                    **_common(plan.document),
                    "deadline_id": _key(plan.document, deadline.id),
                    "action_id": _key(plan.document, action.id),
                    "recommendation_id": _key(plan.document, recommendation.id),
                    "action_text": action.text,
                    "position": position,
                }
            )


def owner_rows(plan: ActionPlan) -> Iterator[OwnerRow]:
    """The plan's rows of `owners`."""
    for recommendation in plan.recommendations:
        for action in recommendation.actions:
            yield from _owner_rows(plan.document, recommendation, action)
        if not recommendation.actions:
            yield from _owner_rows(plan.document, recommendation, None)


def finding_rows(plan: ActionPlan) -> Iterator[FindingRow]:
    """The plan's rows of `findings`."""
    targets = dict(_targets(plan))
    for position, finding in enumerate(plan.findings, start=1):
        recommendation_id, action_id = targets.get(_place(finding), (None, None))
        yield FindingRow.model_validate(
            {
                **dict(finding),
                **_common(plan.document),
                "finding_id": _key(plan.document, f"f{position:03}"),
                "action_id": action_id,
                "recommendation_id": recommendation_id,
                "page": _first_page(finding.evidence),
            }
        )


def _owner_rows(document: DocumentInfo, recommendation: Recommendation, action: Action | None) -> Iterator[OwnerRow]:
    holder = action or recommendation
    for position, owner in enumerate(holder.owners, start=1):
        yield OwnerRow.model_validate(
            {
                **dict(owner),
                **_common(document),
                "owner_id": _key(document, f"{holder.id}.o{position:02}"),
                "action_id": _key(document, action.id) if action else None,
                "recommendation_id": _key(document, recommendation.id),
            }
        )


def _actions(plan: ActionPlan) -> Iterator[tuple[Recommendation, Action]]:
    for recommendation in plan.recommendations:
        for action in recommendation.actions:
            yield recommendation, action


def _common(document: DocumentInfo) -> Columns:
    council = document.council
    return {
        "document_id": document.id,
        "council": council.name if council else None,
        "gss_code": council.gss_code if council else None,
        "nation": council.nation if council else None,
        "source": document.source,
    }


def _status(status: Status | None) -> Columns:
    status = status or Status()
    return {"status": status.value, "status_text": status.text, "rag": status.rag}


def _first_deadline(action: Action) -> Columns:
    """What `actions` says of the action's first deadline; which of it there is depends on its kind."""
    first = action.deadlines[0] if action.deadlines else None
    same = ("earliest", "latest", "precision", "modality", "recurrence")
    return {
        "deadline_text": first.text if first else None,
        "deadline_kind": first.kind if first else None,
        **{name: getattr(first, name, None) for name in same},
    }


def _targets(plan: ActionPlan) -> Iterator[tuple[str, tuple[str, str | None]]]:
    """JSON pointers to the plan's recommendations and actions, each with the keys it stands for."""
    for r, recommendation in enumerate(plan.recommendations):
        key = _key(plan.document, recommendation.id)
        yield f"/recommendations/{r}", (key, None)
        for a, action in enumerate(recommendation.actions):
            yield f"/recommendations/{r}/actions/{a}", (key, _key(plan.document, action.id))


def _place(finding: Finding) -> str:
    """The pointer to the recommendation or action that the finding's first evidence lies in."""
    pointer = finding.evidence[0].field if finding.evidence else ""
    match = re.match(r"/recommendations/\d+(?:/actions/\d+)?(?=/|$)", pointer)
    return match.group() if match else ""


def _key(document: DocumentInfo, local: str) -> str:
    return f"{document.id}.{local}"


def _joined(texts: Iterable[str]) -> str | None:
    return "; ".join(texts) or None


def _first_page(evidence: Iterable[Evidence]) -> int | None:
    return next((entry.page for entry in evidence if entry.page is not None), None)
