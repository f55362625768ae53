"""Zip archives of documents, read within bounds whatever their headers say; nothing is unpacked by its name."""

from __future__ import annotations

import os
import weakref
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import FileIO
from typing import IO, BinaryIO, cast

from ..errors import Damaged, Encrypted, NotFound, TooLarge, Unreadable
from .stamps import stamp_of

MEGABYTE = 1024 * 1024
MAX_DIRECTORY = 16 * MEGABYTE  # some 150,000 members
MAX_RATIO = 200  # of what all members unpack to, to the archive's own size
RATIO_FROM = 1024 * MEGABYTE

_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BREAKAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError)
# A file that ends in .zip and is a document itself.
_PACKAGE_MARKS = frozenset(("[Content_Types].xml", "mimetype"))


class _BoundedFile(FileIO):
    # An archive's directory is read at one go, by a length that the archive itself tells.
    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > MAX_DIRECTORY:
            raise TooLarge(f"the archive's directory is larger than {MAX_DIRECTORY // MEGABYTE} MB")
        return super().read(size if size is not None else -1)


class Archive:
    """A zip archive in a file; it is opened when something is asked of it, and travels as its path."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._zip: zipfile.ZipFile | None = None
        self._unpacked = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Archive) and other.path == self.path

    def __hash__(self) -> int:
        return hash(self.path)

    def __reduce__(self) -> tuple[type[Archive], tuple[str]]:
        return Archive, (self.path,)

    def members(self) -> Sequence[zipfile.ZipInfo]:
        """Its members in the order of its directory; raises Damaged, TooLarge, NotFound or Unreadable."""
        if self._zip is None:
            with _errors():
                status = os.stat(self.path)
                self._stamp = stamp_of(status)
                self._allowed = max(RATIO_FROM, MAX_RATIO * status.st_size)
                file = _BoundedFile(self.path)
                weakref.finalize(self, file.close)
                self._zip = zipfile.ZipFile(file)
        return self._zip.infolist()

    @property
    def is_document(self) -> bool:
        """Is it a document of a format that is a zip archive itself?"""
        return any(info.filename in _PACKAGE_MARKS for info in self.members())

    def stamp(self, index: int) -> str | None:
        """What changes when the member's bytes do, None where nothing tells."""
        info = self.members()[index]
        return self._stamp and f"{self._stamp}:{info.header_offset}:{info.CRC}:{info.file_size}"

    @contextmanager
    def opened(self, index: int) -> Iterator[BinaryIO]:
        """The member's bytes to read; raises Damaged, Encrypted, TooLarge or Unreadable."""
        info = self.members()[index]
        if info.flag_bits & _ENCRYPTED:
            raise Encrypted("the archive asks for a password")
        if info.compress_type not in _METHODS:
            raise Damaged("the archive packs it in a way that is not known")
        with _errors(), cast(zipfile.ZipFile, self._zip).open(info) as member:
            yield cast(BinaryIO, _Counted(self, member))

    def count(self, size: int) -> None:
        """Takes account of so many unpacked bytes; raises TooLarge where they are more than any plain archive has."""
        self._unpacked += size
        if self._unpacked > self._allowed:
            raise TooLarge(f"the archive unpacks to more than {MAX_RATIO} times its size")


class _Counted:
    def __init__(self, archive: Archive, member: IO[bytes]) -> None:
        self.archive = archive
        self.member = member

    def read(self, size: int) -> bytes:
        piece = self.member.read(size)
        self.archive.count(len(piece))
        return piece


@contextmanager
def _errors() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise NotFound("there is no file of this name") from error
    except _BREAKAGE as error:
        raise Damaged("the zip archive is truncated or damaged") from error
    except OSError as error:
        raise Unreadable(f"the archive cannot be read: {error.strerror or error}") from error
