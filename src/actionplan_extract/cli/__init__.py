"""The commands: arguments in, exit code out; thin over the library.

Data goes to standard output, messages to standard error. What a command needs is imported when it
runs, so that `--help` is quick.
"""

from __future__ import annotations

from typing import Annotated

import typer

from .compact import compact
from .convert import convert
from .deadline import deadline
from .explain import explain
from .schema import schema
from .show import show
from .validate import validate

app = typer.Typer(
    name="actionplan-extract",
    help="Turn council action plans into data: recommendations, actions, owners and typed deadlines.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (convert, compact, show, explain, deadline, validate, schema):
    app.command()(command)


def main() -> None:
    """Run the command line; the process ends with the command's exit code."""
    app()


def _print_version(wanted: bool) -> None:
    if wanted:
        from .. import __version__

        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    # Typer makes the options of all commands from this signature.
    pass
