"""manifest.jsonl: one line an input, whatever became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from pydantic import Field, NonNegativeInt, ValidationError, field_serializer

from ..errors import NotFound, SchemaViolation
from ..schema import Confidence, FindingCode, Model
from ._files import replacing

MANIFEST = "manifest.jsonl"

InputStatus = Literal["ok", "failed", "skipped"]


class ManifestError(Model):
    """Why an input was not extracted."""

    code: str
    """The error's code."""
    message: str
    """A sentence for a person."""


class ManifestEntry(Model):
    """What became of one input."""

    source: str
    """Path relative to the input root (POSIX), or the address as given."""
    sha256: str | None = None
    """SHA-256 of the bytes; null where they could not be read."""
    bytes: NonNegativeInt | None = None
    """Number of bytes; null where they could not be read."""
    format: str | None = None
    """Format it was read as; null where none was recognised."""
    document_id: str | None = None
    """First 16 hex digits of `sha256`."""
    status: InputStatus
    """ok: a plan was written; skipped: there was none to write; failed: there is an error."""
    partial: bool = False
    """Did a limit leave something unread?"""
    error: ManifestError | None = None
    """Why it was skipped or failed."""
    output: str | None = None
    """The plan's file, relative to the output folder."""
    pages: NonNegativeInt | None = None
    """Number of pages; null where the format has none."""
    recommendations: NonNegativeInt | None = None
    """Number of recommendations."""
    actions: NonNegativeInt | None = None
    """Number of actions."""
    deadlines: NonNegativeInt | None = None
    """Number of deadlines."""
    words_kept: Confidence | None = None
    """Share of the words of the plan's tables that are in named fields and extra."""
    findings: dict[FindingCode, NonNegativeInt] = Field(default_factory=dict)
    """Number of findings by code."""
    seconds: float | None = None
    """Time taken; the one value that differs from run to run."""

    @field_serializer("findings")
    def _by_code(self, findings: dict[FindingCode, int]) -> dict[FindingCode, int]:
        return dict(sorted(findings.items()))


def write_manifest(entries: Iterable[ManifestEntry], folder: Path) -> Path:
    """The manifest's path, once it holds one line an entry, in the order given; raises OutputError."""
    path = folder / MANIFEST
    with replacing(path) as file:
        for entry in entries:
            file.write(entry.model_dump_json().encode() + b"\n")
    return path


def read_manifest(folder: Path) -> Iterator[ManifestEntry]:
    """The entries of a run's manifest; raises NotFound or, at a line that is none, SchemaViolation."""
    path = folder / MANIFEST
    if not path.is_file():
        raise NotFound(f"{folder} holds no {MANIFEST}")
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                yield ManifestEntry.model_validate_json(line)
            except ValidationError as error:
                raise SchemaViolation(f"{path}, line {number}, is no manifest entry") from error
