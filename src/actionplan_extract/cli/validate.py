"""The command `validate`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import typer

from ..errors import ExitCode
from ._messages import count, say, visible
from ._options import LimitSettings, limits_of

Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH", help="Documents, expected files, extracted plans, or folders of them."),
]
OutputFormat = Annotated[
    Literal["text", "json", "github"], typer.Option(help="github: annotations on the lines of a pull request.")
]


def validate(paths: Paths, output_format: OutputFormat = "text", limit: LimitSettings = None) -> None:
    """Compare documents with what is expected of them.

    Documents are compared with their expected files, extracted plans with the contract. Ends with 1
    where anything parts.
    """
    from ..expected import render, validate_paths
    from ..isolate import extract_apart
    from ..pipeline import Options

    problems = validate_paths(paths, partial(extract_apart, options=Options(), limits=limits_of(limit)))
    if report := render(problems, output_format):
        typer.echo(visible(report))
    errors = sum(problem.severity == "error" for problem in problems)
    say(f"{count(errors, 'error')}, {count(len(problems) - errors, 'warning')}")
    if errors:
        raise typer.Exit(ExitCode.FAILED)
