"""The command `convert`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal

import typer

from ..errors import ExitCode
from ..limits import Limits
from ._messages import reported, say
from ._options import Formats, LimitSettings, ReferenceDate, day, known_formats, limits_of
from ._summary import summarise, tell_end

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT",
        help="Files, folders, patterns (plans/**/*.pdf), zip archives or addresses (s3://bucket/plans, "
        "zip://*.pdf::plans.zip); - reads a list of them from standard input.",
    ),
]
FromFile = Annotated[
    Path | None, typer.Option(metavar="LIST", help="A file that lists inputs, one a line (or each ended by a NUL).")
]
Out = Annotated[str, typer.Option(metavar="DIR", help="Folder or address (s3://…) for the results.")]
Workers = Annotated[int | None, typer.Option(min=1, help="Documents read at the same time (default: one a processor).")]
Engine = Annotated[
    Literal["local", "serial", "dask"],
    typer.Option(
        help="local: every document in a supervised process; serial: in this one, without limits; dask: on a cluster."
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="The cluster of --engine dask (default: one of --workers on this machine)."),
]
RetryFailed = Annotated[bool, typer.Option("--retry-failed", help="Read again what failed in an earlier run.")]
Force = Annotated[bool, typer.Option("--force", help="Read everything again.")]
PartsOnly = Annotated[bool, typer.Option("--parts-only", help="Leave plans and tables to the command compact.")]
ProgressOption = Annotated[
    Literal["auto", "bar", "lines", "json", "none"],
    typer.Option("--progress", help="How to tell of progress; json: a line of JSON a document."),
]
Seconds = Annotated[float, typer.Option(min=1, help="Time limit for a document (as --limit timeout_seconds=…).")]
Memory = Annotated[
    int, typer.Option(min=384, help="Memory limit for a document, in megabytes (as --limit memory_mb=…).")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what failed.")]


def convert(
    out: Out,
    inputs: Inputs = None,
    from_file: FromFile = None,
    formats: Formats = None,
    workers: Workers = None,
    engine: Engine = "local",
    scheduler: Scheduler = None,
    retry_failed: RetryFailed = False,
    force: Force = False,
    parts_only: PartsOnly = False,
    timeout_seconds: Seconds = Limits.timeout_seconds,
    memory_mb: Memory = Limits.memory_mb,
    limit: LimitSettings = None,
    reference_date: ReferenceDate = None,
    progress: ProgressOption = "auto",
    quiet: Quiet = False,
) -> None:
    """Extract documents and write their plans and tables.

    What an earlier run into the same folder has read is not read again, unless it or the options changed.
    Ends with 0 where every input was read or skipped, 1 where one failed (the others are written), 3
    where the results cannot be written, 130 where it was interrupted: the same command goes on from there.
    """
    # Arrow's own allocators hold on to memory that a run of many hours had better give back.
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    if engine == "local":
        from ..children import prepare

        prepare()
    from .. import batch
    from ..pipeline import Options
    from ._progress import progress as telling

    given = _given(inputs or [], from_file)
    if scheduler and engine != "dask":
        raise typer.BadParameter("--scheduler goes with --engine dask")
    with reported(), interruptible(), telling("none" if quiet and progress == "auto" else progress) as report:
        run = batch.convert(
            given,
            out,
            formats=known_formats(formats),
            options=Options(reference_date=day(reference_date)),
            limits=limits_of(limit, Limits(timeout_seconds=timeout_seconds, memory_mb=memory_mb)),
            engine=engine,
            workers=workers,
            scheduler=scheduler,
            retry_failed=retry_failed,
            force=force,
            parts_only=parts_only,
            report=report,
        )
    if progress == "json":
        tell_end(run)
    elif not quiet:
        summarise(run)
    raise typer.Exit(run.exit_code)


def _given(inputs: list[str], from_file: Path | None) -> list[str]:
    # In place of "-" what standard input lists.
    lists = [_listed(sys.stdin.buffer.read()) if each == "-" else [each] for each in inputs]
    if from_file is not None:
        try:
            lists.append(_listed(from_file.read_bytes()))
        except OSError as error:
            raise typer.BadParameter(f"cannot read {from_file}: {error.strerror}") from error
    if not lists:
        raise typer.BadParameter("there is no input; name one, or a list of them by --from-file")
    return [each for some in lists for each in some]


def _listed(data: bytes) -> list[str]:
    from ..inputs import listed

    return listed(os.fsdecode(data))


@contextmanager
def interruptible() -> Iterator[None]:
    """Turns Ctrl-C into a message and the exit code 130."""
    try:
        yield
    except KeyboardInterrupt as error:
        say("interrupted; what was read is kept, and the same command goes on from there")
        raise typer.Exit(ExitCode.INTERRUPTED) from error
