"""Finds the documents of a run: files, folders and patterns become inputs in a stable order."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from glob import glob, has_magic
from hashlib import sha256
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from .errors import DocumentError, OutputError, Unreadable, UnsupportedFormat
from .readers import known_suffixes

_WRITTEN = ("manifest.jsonl", "datapackage.json", "plans")
LONGEST_NAME = 200  # bytes of a plan's file name that a document's name may take; file systems allow 255


@dataclass(frozen=True)
class Input:
    """A document to read, or why it cannot be.

    `source` is its path relative to the run's root (POSIX); `named` tells a file that the user named
    from one found in a folder.
    """

    source: str
    path: Path
    named: bool
    error: DocumentError | None = None


def find_inputs(given: Iterable[str | os.PathLike[str]], leave_out: Path) -> list[Input]:
    """The inputs of a run, each once: in the order given, within a folder by name.

    Patterns are expanded where no shell has done it. The output of an earlier run is refused as a whole:
    its tables would bring the same actions in once more. The root of relative paths is the deepest folder
    that holds everything given. The folder `leave_out` is not entered: it is the run's own output, and
    to give it as an input raises OutputError.
    """
    paths = [Path(os.path.abspath(path)) for item in given for path in _expand(os.fspath(item))]
    if leave_out in paths:
        raise OutputError(f"{leave_out} is an input, and cannot be the output folder as well")
    root = _common_folder(paths) if paths else Path.cwd()
    inputs: dict[Path, Input] = {}
    for path in paths:
        for item in _walk(path, root, leave_out) if path.is_dir() else [Input(_source(path, root), path, named=True)]:
            inputs.setdefault(item.path, item)
    return list(inputs.values())


def is_output(folder: Path) -> bool:
    """Has a run written this folder?"""
    return all((folder / name).exists() for name in _WRITTEN)


def plan_names(sources: Sequence[str]) -> dict[str, str]:
    """The name of each source's plan file: the document's own name and ".json".

    Where sources share a name, a piece of the hash of their path tells them apart; a name that is too
    long is cut and gets one too.
    """
    count = Counter(_folded(source) for source in sources)
    return {source: f"{_plan_stem(source, is_shared=count[_folded(source)] > 1)}.json" for source in sources}


def _plan_stem(source: str, is_shared: bool) -> str:
    name = PurePosixPath(source).name.encode()
    if not is_shared and len(name) <= LONGEST_NAME:
        return name.decode()
    return f"{name[:LONGEST_NAME].decode(errors='ignore')}-{sha256(source.encode()).hexdigest()[:8]}"


def _folded(source: str) -> str:
    # Upper and lower case, composed and decomposed accents are the same name to some file systems.
    return normalize("NFC", PurePosixPath(source).name).casefold()


def _expand(item: str) -> list[str]:
    return sorted(glob(item, recursive=True)) or [item] if has_magic(item) and not os.path.lexists(item) else [item]


def _common_folder(paths: Sequence[Path]) -> Path:
    return Path(os.path.commonpath([path if os.path.isdir(path) else path.parent for path in paths]))


def _walk(folder: Path, root: Path, leave_out: Path) -> Iterator[Input]:
    # With a list of what is left to visit: a hostile tree can be deeper than Python's own stack.
    left = [folder]
    while left:
        path = left.pop()
        if path == folder or (os.path.isdir(path) and not path.is_symlink()):
            if is_output(path):
                refusal = UnsupportedFormat("the output of an earlier run is no document")
                yield Input(_source(path, root), path, named=False, error=refusal)
                continue
            try:
                left.extend(sorted(_entries(path, leave_out), reverse=True))
            except OSError as error:
                unreadable = Unreadable(f"the folder cannot be read: {error.strerror}")
                yield Input(_source(path, root), path, named=False, error=unreadable)
        else:
            yield Input(_source(path, root), path, named=False, error=_refusal(path))


def _entries(folder: Path, leave_out: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path != leave_out and not _is_left_out(path)]


def _is_left_out(path: Path) -> bool:
    name = path.name.casefold()
    if name.startswith("_"):
        return os.path.isdir(path)
    return name.startswith(".") or name.endswith(".expected.json") or path.stem.casefold() == "readme"


def _refusal(path: Path) -> DocumentError | None:
    if path.suffix.lower() not in known_suffixes():
        return UnsupportedFormat(f"no reader knows the suffix {path.suffix or 'none'!r}")
    if path.is_symlink():
        return Unreadable("a symbolic link in a folder is not followed")
    return None


def _source(path: Path, root: Path) -> str:
    return os.fsencode(path.relative_to(root).as_posix()).decode(errors="backslashreplace")
