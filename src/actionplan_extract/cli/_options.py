"""Options that several commands take."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

ReferenceDate = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="Resolve deadlines without a year, and relative ones, against this day "
        "(default: the date the document gives itself).",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
File = Annotated[Path, typer.Argument(help="The document.", metavar="FILE")]


def day(moment: datetime | None) -> date | None:
    """The day of an option's value."""
    return moment and moment.date()
