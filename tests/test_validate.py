"""The checks of a finished plan find what they are there to find."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actionplan_extract.pipeline import Stages, run_stages
from actionplan_extract.schema import Action, ActionPlan, Recommendation
from actionplan_extract.validate import broken_rules, check_conservation

CSV = (
    b"No,Recommendation,Action,Lead,When,Remarks\n"
    b"1,Widen the towpath,Survey the banks,Canal Officer,Ongoing,second try\n"
    b",,Buy gravel,Canal Officer,Ongoing,\n"
    b"2,Clear the lock,Hire divers,Canal Officer,May 2025,\n"
)


@pytest.fixture
def stages() -> Stages:
    return run_stages(CSV, "towpath.csv")


def changed(plan: ActionPlan, change: Callable[[Action], Action]) -> ActionPlan:
    """The plan with its first recommendation's second action changed."""
    first, *rest = plan.recommendations
    actions = [first.actions[0], change(first.actions[1])]
    return plan.model_copy(update={"recommendations": [first.model_copy(update={"actions": actions}), *rest]})


def lost(stages: Stages, plan: ActionPlan) -> list[str]:
    return sorted(check_conservation(stages.document, stages.parts, plan).lost.elements())


def test_a_whole_plan_has_lost_nothing(stages: Stages) -> None:
    counted = check_conservation(stages.document, stages.parts, stages.extraction.plan)
    assert (counted.words_kept, counted.lost.total()) == (1.0, 0)
    assert counted.words == 27
    assert (counted.in_extra, counted.words_named) == (2, round(25 / 27, 4))


def test_a_word_cut_from_a_text_is_missed(stages: Stages) -> None:
    plan = changed(stages.extraction.plan, lambda action: action.model_copy(update={"text": "Buy"}))
    assert lost(stages, plan) == ["gravel"]


def test_one_of_two_equal_deadlines_is_missed(stages: Stages) -> None:
    plan = changed(stages.extraction.plan, lambda action: action.model_copy(update={"deadlines": []}))
    assert lost(stages, plan) == ["ongoing"]


def test_a_column_left_out_is_missed(stages: Stages) -> None:
    recommendations = [strip_extra(recommendation) for recommendation in stages.extraction.plan.recommendations]
    plan = stages.extraction.plan.model_copy(update={"recommendations": recommendations})
    assert lost(stages, plan) == ["second", "try"]


def strip_extra(recommendation: Recommendation) -> Recommendation:
    actions = [action.model_copy(update={"extra": []}) for action in recommendation.actions]
    return recommendation.model_copy(update={"extra": [], "actions": actions})


def test_an_owner_of_several_actions_counts_once() -> None:
    data = b"Recommendation,Action,Lead,When\nMend it,Paint,Ann Other,May 2025\n,Oil,,June 2025\n"
    stages = run_stages(data, "a.csv")
    actions = stages.extraction.plan.recommendations[0].actions
    assert [owner.text for action in actions for owner in action.owners] == ["Ann Other", "Ann Other"]
    without = stages.extraction.plan.recommendations[0].model_copy(
        update={"owners": [], "actions": [action.model_copy(update={"owners": []}) for action in actions]}
    )
    plan = stages.extraction.plan.model_copy(update={"recommendations": [without]})
    assert lost(stages, plan) == ["ann", "other"]


def test_a_sound_plan_breaks_no_rule(stages: Stages) -> None:
    assert broken_rules(stages.extraction.plan) == []


def test_a_broken_rule_is_named(stages: Stages) -> None:
    plan = changed(stages.extraction.plan, lambda action: action.model_copy(update={"alignment": "none"}))
    assert broken_rules(plan) == ["r01.a02 has 1 deadlines but alignment 'none'"]
    plan = changed(stages.extraction.plan, lambda action: action.model_copy(update={"id": "r01.a07"}))
    assert broken_rules(plan) == ["action ids of r01 do not count up from a01"]


BLOCKS = (
    b"Towpath action plan\n\n"
    b"Recommendation 1: Widen the towpath\nAction: Survey the banks\nLead: Canal Officer\nTimescale: Ongoing\n"
    b"This was in the papers.\n"
    b"Recommendation 2: Clear the lock\nAction: Hire divers\nLead: Canal Officer\nTimescale: May 2025\n"
)


def test_of_labelled_fields_each_word_between_them_counts() -> None:
    stages = run_stages(BLOCKS, "towpath.txt")
    assert lost(stages, stages.extraction.plan) == ["in", "papers", "the", "this", "was"]
    assert [finding.code for finding in stages.extraction.plan.findings if finding.severity == "warning"][-1:] == [
        "text_unplaced"
    ]


def test_a_word_lost_from_a_labelled_field_is_found() -> None:
    stages = run_stages(BLOCKS, "towpath.txt")
    first, *rest = stages.extraction.plan.recommendations
    emptied = first.model_copy(update={"actions": [first.actions[0].model_copy(update={"text": "Survey banks"})]})
    plan = stages.extraction.plan.model_copy(update={"recommendations": [emptied, *rest]})
    assert "the" in lost(stages, plan)
