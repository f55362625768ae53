"""A zip archive read within bounds: no header is believed, and nothing is unpacked to disk.

DOCX, ODT, XLSX and ODS are such archives. What an archive says of its sizes may be a lie, so a member is
unpacked up to a limit and refused beyond it.
"""

from __future__ import annotations

import lzma
import re
import zipfile
import zlib
from io import BytesIO
from operator import itemgetter
from typing import IO

from ..errors import Damaged, Encrypted, TooLarge
from ..limits import DEFAULT, MEGABYTE, Limits

RATIO_FROM = 10 * MEGABYTE  # a member that unpacks to less may have any ratio

_LOCAL_HEADER = b"PK\x03\x04"
_CENTRAL_HEADER = b"PK\x01\x02"
_MEMBER = re.compile(rb"PK\x03\x04.{22}(..)..", re.DOTALL)
_FOLDERS = frozenset(("word", "xl", "ppt"))
_ENCRYPTED = 0x1
_BREAKAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, OSError, ValueError)


def is_zip(data: bytes) -> bool:
    """Does it begin as a zip archive does?"""
    return data.startswith(_LOCAL_HEADER)


def member_names(data: bytes) -> tuple[str, ...]:
    """The names in an archive, in its order, also in one that is truncated; none where it is no archive.

    For sniffing: the names in an archive within an archive may follow those of the outer one.
    """
    if not is_zip(data):
        return ()
    found = (data[m.end() : m.end() + int.from_bytes(m[1], "little")] for m in _MEMBER.finditer(data))
    return tuple(dict.fromkeys(_folded(name.decode("utf-8", errors="replace")) for name in found))


def main_folder(data: bytes) -> str:
    """The folder of an OOXML package that tells its kind ("word", "xl" or "ppt"), empty where there is none."""
    folders = (name.partition("/")[0] for name in member_names(data))
    return next((folder for folder in folders if folder in _FOLDERS), "")


class Archive:
    """The members of a zip archive by name, whatever the case or slashes it is written in.

    All reads of one archive together unpack at most `unpacked_mb`.
    """

    def __init__(self, data: bytes, limits: Limits = DEFAULT) -> None:
        """Opens the archive in the bytes; raises Damaged, Encrypted or TooLarge."""
        self.limits = limits
        if data.count(_CENTRAL_HEADER) > limits.members:
            raise TooLarge(f"the archive has too many members ({limits.said('members')})")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BREAKAGE as error:
            raise Damaged("the file is a truncated or damaged zip archive") from error
        self._members = {_folded(info.filename): info for info in self._zip.infolist()}
        self._left = limits.unpacked_mb * MEGABYTE
        if len(self._members) < len(self._zip.infolist()):
            raise Damaged("the archive has two members of one name")
        if any(info.flag_bits & _ENCRYPTED for info in self._zip.infolist()):
            raise Encrypted("the archive asks for a password")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members, folded to lower case and forward slashes, in the archive's order."""
        return tuple(self._members)

    def __contains__(self, name: str) -> bool:
        return _folded(name) in self._members

    def read(self, name: str) -> bytes:
        """The bytes of a member; raises Damaged where it is missing or broken, TooLarge beyond the limits."""
        info = self._members.get(_folded(name))
        if info is None:
            raise Damaged(f"the archive has no {name}")
        try:
            with self._zip.open(info) as member:
                content = self._bounded(member, info)
        except _BREAKAGE as error:
            raise Damaged(f"{name} in the archive is damaged") from error
        self._left -= len(content)
        return content

    def _bounded(self, member: IO[bytes], info: zipfile.ZipInfo) -> bytes:
        most = {
            "member_mb": self.limits.member_mb * MEGABYTE,
            "unpacked_mb": self._left,
            "ratio": max(RATIO_FROM, self.limits.ratio * info.compress_size),
        }
        name, allowed = min(most.items(), key=itemgetter(1))
        content = member.read(allowed + 1)
        if len(content) > allowed:
            raise TooLarge(f"{info.filename} in the archive unpacks to too much ({self.limits.said(name)})")
        return content


def _folded(name: str) -> str:
    # Part names are compared without regard to case; some programs write them with backslashes.
    return name.replace("\\", "/").lstrip("/").casefold()
