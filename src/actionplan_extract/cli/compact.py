"""The command `compact`."""

from __future__ import annotations

from typing import Annotated

import typer

from ._messages import reported
from ._options import Formats, known_formats
from ._summary import summarise

Out = Annotated[str, typer.Argument(metavar="DIR", help="Folder or address (s3://…) that a run has written to.")]


def compact(out: Out, formats: Formats = None) -> None:
    """Join the parts that a run has left, and write its plans and tables from them.

    No document is read. For runs with --parts-only, and for tables of a further --format.
    """
    from .. import batch

    with reported():
        run = batch.compact(out, formats=known_formats(formats))
    summarise(run)
