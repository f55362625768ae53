"""The command `explain`."""

from __future__ import annotations

import typer

from ..limits import Limits
from ._messages import reported, visible
from ._options import File, ReferenceDate, day


def explain(file: File, reference_date: ReferenceDate = None) -> None:
    """Show how a document was read.

    That is its layout, grid, column roles, stitches and alignment choices.
    """
    from ..explain import explain as explain_document
    from ..isolate import call_apart
    from ..pipeline import Options

    with reported(file):
        text = call_apart(Limits(), explain_document, file, Options(reference_date=day(reference_date)))
    typer.echo(visible(text))
