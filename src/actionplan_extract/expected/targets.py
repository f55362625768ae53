"""What there is to validate below a path."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..inputs import is_output
from ..readers import known_suffixes

EXPECTED = ".expected.json"
_PLAN = re.compile(r'"recommendations"\s*:\s*\[')


@dataclass(frozen=True, slots=True)
class Sample:
    """Documents that shall give the same plan, and what is expected of it (None: any sound plan)."""

    documents: tuple[Path, ...]
    expected: Path | None


@dataclass(frozen=True, slots=True)
class Result:
    """The JSON of an extracted plan."""

    path: Path


Target = Sample | Result


def find_targets(path: Path) -> list[Target]:
    """What a path names: the targets below a folder, or the one that a file stands for."""
    if not path.is_dir():
        return [_target(path)]
    found = (_target(file) for file in _walk(path) if _is_wanted(file))
    return list(dict.fromkeys(found))


def _target(path: Path) -> Target:
    if path.name.endswith(EXPECTED):
        return Sample(_documents_of(path), path)
    if path.suffix.lower() == ".json":
        return Result(path)
    expected = path.with_name(path.stem + EXPECTED)
    return Sample((path,), expected if expected.exists() else None)


def _documents_of(expected: Path) -> tuple[Path, ...]:
    """The files beside an expected file that bear its name; of a kind that can be read where there are any."""
    stem = expected.name.removesuffix(EXPECTED)
    beside = sorted(expected.parent.iterdir()) if expected.parent.is_dir() else []
    named = [p for p in beside if p.stem == stem and p.suffix.lower() != ".json" and p.is_file()]
    readable = [p for p in named if p.suffix.lower() in known_suffixes()]
    return tuple(readable or named)


def _walk(folder: Path) -> Iterator[Path]:
    """The files below a folder by name; hidden ones, and folders led by "_", are left out.

    Of the output of a run only the plans are given: its tables are no documents.
    """
    for root, folders, names in os.walk(folder):
        if is_output(Path(root)):
            folders[:], names = ["plans"], []
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        yield from (Path(root, name) for name in sorted(names) if not name.startswith("."))


def _is_wanted(path: Path) -> bool:
    """Does a file of a walked folder call for validation by itself?"""
    if path.name.endswith(EXPECTED):
        return True
    if path.suffix.lower() == ".json":
        return _holds_plan(path)
    has_expected = path.with_name(path.stem + EXPECTED).exists()
    is_readme = path.stem.upper() == "README"
    return path.suffix.lower() in known_suffixes() and not has_expected and not is_readme


def _holds_plan(path: Path) -> bool:
    """Does JSON look like a plan, be it a broken one? What cannot be read might be one."""
    try:
        return _PLAN.search(path.read_text(encoding="utf-8", errors="replace")) is not None
    except OSError:
        return True
