"""Where a document's bytes lie: a file, a member of an archive, an object of a store.

A place tells a stamp (what is cheap to know and changes with the bytes) and fetches the bytes into a
file, for children read nothing but files.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from ..errors import DocumentError, NotFound, OutputError, TooLarge, Unreadable
from .archives import Archive
from .stamps import stamp_of
from .stores import open_store, store_errors

CHUNK = 1024 * 1024


class Place(Protocol):
    """Where the bytes of one document lie."""

    @property
    def is_local(self) -> bool:
        """Is it a file of its own in the file system?"""
        ...

    def stamp(self) -> str | None:
        """What changes when the bytes do, None where nothing tells; raises a DocumentError."""
        ...

    def fetched(self, spool: str, limit: int) -> str:
        """A file with the bytes, `spool` where there was none; raises a DocumentError, TooLarge beyond the limit."""
        ...


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A file; `followed` tells whether a link in its place is followed."""

    path: str
    followed: bool = True

    @property
    def is_local(self) -> bool:
        """Yes."""
        return True

    def stamp(self) -> str | None:
        """Its size, time and inode."""
        return stamp_of(self._status())

    def fetched(self, spool: str, limit: int) -> str:
        """The file itself."""
        check_size(self._status().st_size, limit)
        return self.path

    def _status(self) -> os.stat_result:
        with _read_errors():
            status = os.stat(self.path, follow_symlinks=self.followed)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("it is no regular file")
        return status


@dataclass(frozen=True, slots=True)
class MemberPlace:
    """A member of a zip archive; `index` is its number there."""

    archive: Archive
    index: int

    @property
    def is_local(self) -> bool:
        """No: an archive holds it."""
        return False

    def stamp(self) -> str | None:
        """The archive's stamp and what its directory says of the member."""
        return self.archive.stamp(self.index)

    def fetched(self, spool: str, limit: int) -> str:
        """The spool, with the member unpacked into it."""
        with self.archive.opened(self.index) as member:
            _spill(member, spool, limit)
        return spool


@dataclass(frozen=True, slots=True)
class ObjectPlace:
    """An object of a store; `tag` is the store's own mark of its content, where it gives one."""

    uri: str
    tag: str | None
    size: int | None

    @property
    def is_local(self) -> bool:
        """No: a store holds it."""
        return False

    def stamp(self) -> str | None:
        """The store's mark of its content."""
        return self.tag

    def fetched(self, spool: str, limit: int) -> str:
        """The spool, with the object copied into it."""
        check_size(self.size or 0, limit)
        with store_errors(self.uri):
            store, key = open_store(self.uri)
            with store.open(key, "rb") as source:
                _spill(source, spool, limit)
        return spool


def check_size(size: int, limit: int) -> None:
    """Raises TooLarge where the size is beyond the limit."""
    if size > limit:
        raise TooLarge(f"the file is larger than {limit // CHUNK} MB")


def _spill(source: BinaryIO, spool: str, limit: int) -> None:
    for size, piece in _pieces(source):
        check_size(size, limit)
        try:
            with open(spool, "ab" if size > len(piece) else "wb") as file:
                file.write(piece)
        except OSError as error:
            raise OutputError(f"cannot write {spool}: {error.strerror or error}") from error


def _pieces(source: BinaryIO) -> Iterator[tuple[int, bytes]]:
    # Each with the number of bytes up to its end; an empty one where there is nothing.
    size, piece = 0, source.read(CHUNK)
    while piece or not size:
        size += len(piece)
        yield size, piece
        if not piece:
            return
        piece = source.read(CHUNK)


@contextmanager
def _read_errors() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise NotFound("there is no file of this name") from error
    except DocumentError:
        raise
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL
        raise Unreadable(f"the file cannot be read: {getattr(error, 'strerror', error)}") from error
