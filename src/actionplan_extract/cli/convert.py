"""The command `convert`."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ..limits import Limits
from ._messages import count, reported, say
from ._options import LimitSettings, ReferenceDate, day, limits_of

if TYPE_CHECKING:
    from ..batch import Run

SHOWN_FAILURES = 20

Inputs = Annotated[list[str], typer.Argument(metavar="INPUT", help="Files, folders or patterns (plans/**/*.pdf).")]
Out = Annotated[Path, typer.Option(metavar="DIR", help="Folder for the results; made where there is none.")]
Formats = Annotated[
    list[str] | None,
    typer.Option("--format", metavar="NAMES", help="Further tables: csv, sqlite, xlsx, or csv,xlsx for several."),
]
Workers = Annotated[int | None, typer.Option(min=1, help="Documents read at the same time (default: one a processor).")]
Engine = Annotated[
    Literal["local", "serial"],
    typer.Option(help="local: every document in a supervised process; serial: in this one, without limits."),
]
Seconds = Annotated[float, typer.Option(min=1, help="Time limit for a document (as --limit timeout_seconds=…).")]
Memory = Annotated[
    int, typer.Option(min=384, help="Memory limit for a document, in megabytes (as --limit memory_mb=…).")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what failed.")]


def convert(
    inputs: Inputs,
    out: Out,
    formats: Formats = None,
    workers: Workers = None,
    engine: Engine = "local",
    timeout_seconds: Seconds = Limits.timeout_seconds,
    memory_mb: Memory = Limits.memory_mb,
    limit: LimitSettings = None,
    reference_date: ReferenceDate = None,
    quiet: Quiet = False,
) -> None:
    """Extract documents and write their plans and tables.

    Ends with 0 where every input was read or skipped, 1 where one failed (the others are written), 3
    where the results cannot be written.
    """
    from .. import batch
    from ..pipeline import Options
    from ._progress import progress

    with reported(), progress(quiet) as report:
        run = batch.convert(
            inputs,
            out,
            formats=_known(formats or [], batch.format_names()),
            options=Options(reference_date=day(reference_date)),
            limits=limits_of(limit, Limits(timeout_seconds=timeout_seconds, memory_mb=memory_mb)),
            engine=engine,
            workers=workers,
            report=report,
        )
    if not quiet:
        _summarise(run)
    raise typer.Exit(run.exit_code)


def _known(lists: list[str], names: list[str]) -> list[str]:
    wanted = [name.strip() for each in lists for name in each.split(",") if name.strip()]
    if unknown := set(wanted) - set(names):
        raise typer.BadParameter(f"no such format: {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    return wanted


def _summarise(run: Run) -> None:
    part = f" ({run.partial} in part)" if run.partial else ""
    say("")
    say(f"{count(run.inputs, 'input')}: {run.ok} read{part}, {run.skipped} skipped{_why(run)}, {run.failed} failed")
    found = (count(run.recommendations, "recommendation"), count(run.actions, "action"))
    say(f"{', '.join(found)}, {count(run.deadlines, 'deadline')}")
    _tell_failures(run)
    say(f"Results are in {run.out}:")
    say(f"  plans/ ({count(run.ok, 'file')}), {', '.join(file.name for file in run.files)}")


def _why(run: Run) -> str:
    # Of the skipped, how many for which reason.
    reasons = Counter(entry.error.code for entry in run.entries() if entry.status == "skipped" and entry.error)
    return f" ({', '.join(f'{number} {code}' for code, number in sorted(reasons.items()))})" if reasons else ""


def _tell_failures(run: Run) -> None:
    failed = (entry for entry in run.entries() if entry.status == "failed")
    for entry in islice(failed, SHOWN_FAILURES):
        reason = f"{entry.error.message} ({entry.error.code})" if entry.error else ""
        say(f"  failed {entry.source}: {reason}")
    if run.failed > SHOWN_FAILURES:
        say(f"  and {run.failed - SHOWN_FAILURES} more; manifest.jsonl names them all")
