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
Formats = Annotated[
    list[str] | None,
    typer.Option("--format", metavar="NAMES", help="Further tables: csv, sqlite, xlsx, or csv,xlsx for several."),
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


def known_formats(lists: list[str] | None) -> list[str]:
    """The formats named by an option's values; wrong usage where one does not exist."""
    from ..batch import format_names

    names = format_names()
    wanted = [name.strip() for each in lists or [] for name in each.split(",") if name.strip()]
    if unknown := set(wanted) - set(names):
        raise typer.BadParameter(f"no such format: {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    return wanted
