"""Options that several commands take."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from ..limits import DEFAULT, Limits

ReferenceDate = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="Resolve deadlines without a year, and relative ones, against this day "
        "(default: the date the document gives itself).",
    ),
]
LimitSettings = Annotated[
    list[str] | None,
    typer.Option(
        "--limit", metavar="NAME=VALUE", help="Another limit on what a document may cost; repeatable (docs/limits.md)."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
File = Annotated[Path, typer.Argument(help="The document.", metavar="FILE")]


def limits_of(settings: list[str] | None, limits: Limits = DEFAULT) -> Limits:
    """The limits with those that the options set."""
    try:
        return limits.changed(settings or ())
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--limit") from error


def day(moment: datetime | None) -> date | None:
    """The day of an option's value."""
    return moment and moment.date()
