"""The command `explain`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import OutputError
from ._messages import reported, say, visible
from ._options import File, LimitSettings, ReferenceDate, day, limits_of

if TYPE_CHECKING:
    from ..limits import Limits
    from ..pipeline import Options

Picture = Annotated[
    Path | None,
    typer.Option(
        "--image",
        metavar="OUT.png",
        help="Instead, draw a page of a PDF with the words, rules, cells, column roles and joined rows found on it.",
    ),
]
PageNumber = Annotated[int | None, typer.Option("--page", min=1, help="The page to draw with --image (default: 1).")]


def explain(
    file: File,
    image: Picture = None,
    page: PageNumber = None,
    reference_date: ReferenceDate = None,
    limit: LimitSettings = None,
) -> None:
    """Show how a document was read.

    That is its layout, grid, column roles, stitches and alignment choices; with --image, a page of a
    PDF and what was found on it, as a picture.
    """
    from ..explain import explain as explain_document
    from ..isolate import call_apart
    from ..pipeline import Options

    options, limits = Options(day(reference_date)), limits_of(limit)
    if image is not None:
        _draw(file, page or 1, image, options, limits)
        return
    if page is not None:
        raise typer.BadParameter("--page goes with --image")
    with reported(file):
        text = call_apart(limits, explain_document, file, options, limits)
    typer.echo(visible(text))


def _draw(file: Path, page: int, image: Path, options: Options, limits: Limits) -> None:
    """Write the picture, to a file that is not there yet."""
    from ..isolate import call_apart
    from ..picture import draw_page
    from ..writers._files import write_file

    with reported():
        if image.exists():
            raise OutputError(f"{image} exists already")
    with reported(file):
        picture = call_apart(limits, draw_page, file, page, options, limits)
    with reported():
        write_file(image, picture)
    say(f"page {page} of {file} is in {image}")
