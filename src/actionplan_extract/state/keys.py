"""What a result depends on: the document, the options and the program itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

from ..child import Work

PACKAGE = Path(__file__).parents[1]
CODE = (".py", ".csv")

# These limits tell whether a document fails, not what is read of it: whoever raises one wants the failed
# tried again, not everything.
_NO_MATTER = frozenset(("timeout_seconds", "memory_mb"))


def work_digest(work: Work) -> str:
    """A digest of all that a result depends on besides the document: options, limits and the program."""
    limits = {name: value for name, value in _values(work.limits) if name not in _NO_MATTER}
    told = [repr(work.options), limits, work.extractor, code_digest()]
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def result_key(digest: str, source: str, sha256: str) -> str:
    """What a result is kept by. The name counts: it tells the format where the bytes do not, and the council."""
    name = source.encode(errors="backslashreplace")
    return hashlib.sha256(b"\0".join((digest.encode(), sha256.encode(), name))).hexdigest()[:32]


@cache
def code_digest() -> str:
    """A digest of this package's own code and data."""
    digest = hashlib.sha256()
    for path in sorted(path for path in PACKAGE.rglob("*") if path.suffix in CODE):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _values(limits: object) -> Iterator[tuple[str, object]]:
    if is_dataclass(limits):
        yield from ((field.name, getattr(limits, field.name)) for field in fields(limits))
    else:
        yield from vars(limits).items()
