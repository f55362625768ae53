"""What a run gave, at its end."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from ._messages import count, say

if TYPE_CHECKING:
    from ..batch import Run

SHOWN_FAILURES = 20


def summarise(run: Run) -> None:
    """Say how many inputs became what, which failed, and where the results are."""
    part = f" ({run.partial} in part)" if run.partial else ""
    say("")
    say(f"{count(run.inputs, 'input')}: {run.ok} read{part}, {run.skipped} skipped{_why(run)}, {run.failed} failed")
    if run.kept:
        say(f"{run.kept} of them were kept from an earlier run")
    found = (count(run.recommendations, "recommendation"), count(run.actions, "action"))
    say(f"{', '.join(found)}, {count(run.deadlines, 'deadline')}")
    _tell_failures(run)
    say(f"Results are in {run.address or run.out}:")
    say(f"  plans/ ({count(run.ok, 'file')}), {', '.join(file.name for file in run.files)}")


def tell_end(run: Run) -> None:
    """Print the same as a line of JSON."""
    from ._progress import tell

    figures = ("inputs", "ok", "skipped", "failed", "partial", "kept", "recommendations", "actions", "deadlines")
    told = {name: getattr(run, name) for name in figures}
    files = [file.name for file in run.files]
    tell({"event": "end", **told, "exit_code": run.exit_code, "out": run.address or str(run.out), "files": files})


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
