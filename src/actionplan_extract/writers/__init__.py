"""One output a module: the plans of a run as files of one kind.

A writer module has

- `NAME` (what `--format` calls it), `ALWAYS` (is it written in every run, asked for or not?) and `FILES`
  (the names of the files it writes);
- `write(plans: Iterable[ActionPlan], folder: Path) -> list[Path]`, which raises OutputError and returns
  the files it wrote. `plans` may be gone through again and may hold more than fits in memory: a writer
  streams. Each file appears under its final name when it is complete, and the same plans give the
  same bytes.

One plan's JSON and the manifest come about while a run goes on; they have functions of their own here.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from ..schema import ActionPlan
from ._files import remove_leftovers, write_file
from ._manifest import MANIFEST, ManifestEntry, ManifestError, read_manifest, write_manifest
from ._plan import plan_to_json, read_plan, write_plan
from ._text import defuse

__all__ = [
    "MANIFEST",
    "ManifestEntry",
    "ManifestError",
    "Writer",
    "defuse",
    "plan_to_json",
    "read_manifest",
    "read_plan",
    "remove_leftovers",
    "write_file",
    "write_manifest",
    "write_plan",
]


class Writer(Protocol):
    """What a writer module offers."""

    NAME: str
    ALWAYS: bool
    FILES: tuple[str, ...]

    def write(self, plans: Iterable[ActionPlan], folder: Path) -> list[Path]:
        """The files written; raises OutputError."""
        ...
