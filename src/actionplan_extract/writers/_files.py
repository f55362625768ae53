"""Files that are complete under their final name, or not there at all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from ..errors import OutputError

TEMPORARY_SUFFIX = ".tmp"


class Promotion(NamedTuple):
    """A draft, the file whose place it is to take in the same file system, and the key of the result it holds."""

    draft: str
    path: str
    key: str


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A binary file that takes the place of `path` when the block ends without an error.

    Until then, and after an error or a kill, `path` holds what it held before. The folder is made
    where there is none. Raises OutputError, which names the file and the reason.
    """
    temporary = _temporary(path)
    try:
        with _opened(temporary) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    sync_folder(path.parent)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("wb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("wb")


def write_file(path: Path, data: bytes) -> Path:
    """The path, once its file holds the data for good; raises OutputError."""
    with replacing(path) as file:
        file.write(data)
    return path


def write_draft(path: str, data: bytes) -> None:
    """Write a new file that a power cut may lose; raises OSError."""
    with open(path, "wb") as file:
        file.write(data)


_kept_back: list[Promotion] = []


def promote(promotions: Sequence[Promotion]) -> None:
    """Let drafts take the place of files, each once it is there for good; see `kept_back` and `sync_folder`."""
    for promotion in promotions:
        try:
            _sync(promotion.draft)
            os.replace(promotion.draft, promotion.path)
        except OSError:
            _kept_back.append(promotion)


def kept_back() -> list[Promotion]:
    """The promotions that could not be done since this was last asked for, in this process."""
    found = _kept_back[:]
    _kept_back.clear()
    return found


def _sync(path: str) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_leftovers(folder: Path) -> None:
    """Remove what a killed run left half-written in the folder (not in folders below it)."""
    for temporary in folder.glob(f".*{TEMPORARY_SUFFIX}"):
        with suppress(OSError):
            temporary.unlink()


def _temporary(path: Path) -> Path:
    # In the same folder, for only a rename within a file system is atomic; cut, for the final name may
    # be as long as a name can be; with the process in it, for two runs must not share one.
    return path.with_name(f".{path.name[:40]}.{os.getpid()}{TEMPORARY_SUFFIX}")


def sync_folder(folder: Path) -> None:
    """Make new names in the folder survive a power cut, where the system can; what the files hold is safe by then."""
    with suppress(OSError):
        _sync(str(folder))
