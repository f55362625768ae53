"""The truth of a plan, written from its content and never by the program under test."""

from __future__ import annotations

from typing import Any

from .content import Action, Deadline, Line, Owner, Plan, Recommendation, Status, lines
from .sheet import Cell, Row, Sheet, Table, written

Json = dict[str, Any]


def expected(plan: Plan, *, with_intro: bool = True) -> Json:
    """What a careful reader takes from the plan, as a subset of an ActionPlan; the introduction tells of the review."""
    document: Json = {"title": plan.title, "council": {"gss_code": plan.gss_code}}
    if plan.review and with_intro:
        document["review"] = {"kind": plan.review}
    return {"document": document, "recommendations": [_recommendation(plan, each) for each in plan.recommendations]}


def _recommendation(plan: Plan, recommendation: Recommendation) -> Json:
    theme = None if recommendation.number else recommendation.theme
    found: Json = {
        "number": recommendation.number,
        "heading": recommendation.heading or theme,
        "text": recommendation.text,
        "actions": [_action(recommendation, action) for action in recommendation.actions],
    }
    if recommendation.owners:
        found["owners"] = _owners(recommendation.owners)
    if plan.layout == "numbered prose":  # the recommendation itself stands as a heading
        found["accept"] = {"heading": [recommendation.text], "text": [""]}
    return found


def _action(recommendation: Recommendation, action: Action) -> Json:
    group = action.group or (recommendation.theme if recommendation.number else None)
    found: Json = {
        "number": action.number,
        "group": group,
        "text": action_text(action),
        "owners": _owners(action.owners or recommendation.owners),
        "deadlines": [_deadline(deadline) for deadline in action.deadlines],
        "outcome": action.outcome,
        "resources": action.resources,
        "extra": [{"header": header, "text": text} for header, text in action.extra],
    }
    if action.status:
        found["status"] = _status(action.status)
    if action.progress:
        found["progress"] = [{"text": action.progress}]
    return found


def action_text(action: Action) -> str:
    """The action's lines as the contract writes them."""
    return "\n".join(written(line) for line in lines(action.text))


def _owners(owners: tuple[Owner, ...]) -> list[Json]:
    return [_present(text=owner.text, role=owner.role, name=owner.name, kind=owner.kind) for owner in owners]


def _deadline(deadline: Deadline) -> Json:
    return _present(
        text=deadline.text,
        kind=deadline.kind,
        earliest=deadline.earliest,
        latest=deadline.latest,
        recurrence=deadline.recurrence,
        milestone=deadline.milestone,
    )


def _status(status: Status) -> Json:
    return _present(text=status.text, value=status.value, rag=status.rag)


def _present(**values: str | None) -> Json:
    return {name: value for name, value in values.items() if value is not None}


def layout_truth(plan: Plan, sheet: Sheet) -> Json:
    """The cells, pairs and fills of a rendered plan, for measuring readers that find tables alone."""
    return {
        "plan": plan.name,
        "layout": plan.layout,
        "tables": [_table(table) for table in sheet.tables],
        "pairs": [[action_text(a), deadline.text] for a in plan.actions() for deadline in a.deadlines],
        "fills": [[action_text(a), a.status.fill, a.status.rag] for a in plan.actions() if a.status and a.status.fill],
    }


def _table(table: Table) -> Json:
    return {"columns": len(table.widths), "rows": [_row(row) for row in table.rows]}


def _row(row: Row) -> Json:
    cells = [_cell(cell) for cell in row.cells]
    return {"header": row.header, "actions": list(row.actions), "cells": cells}


def _cell(cell: Cell) -> Json:
    return {
        "column": cell.column,
        "rows": cell.rows,
        "columns": cell.columns,
        "fill": cell.fill,
        "text": cell.text,
        "paragraphs": [_plain(line) for line in cell.lines],
    }


def _plain(line: Line) -> str:
    return line.text
