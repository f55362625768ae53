"""What files looked like when they were hashed, so that they need not be hashed again."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from ..errors import OutputError
from ..writers._files import replacing


class Stamps:
    """The hashes and sizes of files by their stamps, in a file with a line for each.

    What earlier runs have left is held in memory, what is new waits in the file `fresh`.
    """

    def __init__(self, path: Path, fresh: Path) -> None:
        self._path = path
        self._known = _read(path)  # the source's stamp, hash and size in one
        self._fresh_path = fresh
        self._fresh: BinaryIO | None = None

    def find(self, source: str, stamp: str | None) -> tuple[str, int] | None:
        """The hash and size of a file that still has the stamp it had in an earlier run."""
        seen, sha256, size = self._known.get(source, "  0").rsplit(" ", 2)
        return (sha256, int(size)) if stamp and seen == stamp else None

    def note(self, source: str, stamp: str | None, sha256: str, size: int) -> None:
        """Keep a file's hash and size by its stamp; raises OutputError."""
        if stamp is not None and self.find(source, stamp) is None:
            try:
                self._fresh = self._fresh or self._fresh_path.open("w+b")
                self._fresh.write(_line(source, f"{stamp} {sha256} {size}"))
            except OSError as error:
                raise OutputError(f"cannot write {self._fresh_path}: {error.strerror or error}") from error

    def save(self) -> None:
        """Write what is new, of two lines of one file the newer last."""
        if self._fresh is not None:
            with replacing(self._path) as file, self._fresh as fresh:
                file.writelines(_line(*known) for known in self._known.items())
                fresh.seek(0)
                shutil.copyfileobj(fresh, file)
            self._fresh = None


def _line(source: str, look: str) -> bytes:
    return json.dumps([source, look]).encode() + b"\n"


def _read(path: Path) -> dict[str, str]:
    with suppress(OSError, ValueError, TypeError), path.open("rb") as file:
        return dict(map(json.loads, file))
    return {}
