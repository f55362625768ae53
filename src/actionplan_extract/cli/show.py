"""The command `show`."""

from __future__ import annotations

import typer

from ._messages import reported, visible
from ._options import File, Json, LimitSettings, ReferenceDate, day, limits_of


def show(file: File, reference_date: ReferenceDate = None, limit: LimitSettings = None, as_json: Json = False) -> None:
    """Show a plan: recommendations, actions, owners, deadlines."""
    from ..isolate import extract_apart
    from ..pipeline import Options
    from ..writers._plan import plan_to_json
    from ._render import render_plan

    limits = limits_of(limit)
    with reported(file):
        plan = extract_apart(file, Options(reference_date=day(reference_date)), limits)
    typer.echo(visible(plan_to_json(plan).decode() if as_json else render_plan(plan)), nl=False)
