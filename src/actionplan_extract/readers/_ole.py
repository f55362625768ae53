"""What an OLE container holds: the files of Office 97 to 2003, and of newer ones behind a password.

Only its directory is read, enough to tell one kind from another.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from ..errors import Encrypted

_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_ENTRY = 128
_MAX_ENTRIES = 10_000
_NO_ENTRY = 0xFFFFFFFF
_LAST_SECTOR = 0xFFFFFFFA  # from here up a number is a mark, not a sector


def is_ole(data: bytes) -> bool:
    """Does it begin as an OLE container does?"""
    return data.startswith(_MARK)


def stream_names(data: bytes) -> frozenset[str]:
    """The names in the container's root, such as "WordDocument" or "Workbook"; empty where it is none."""
    return frozenset(_streams(data))


def stream_start(data: bytes, name: str) -> int | None:
    """The offset at which a (long) stream of the root begins, None where there is no such stream."""
    sector = _streams(data).get(name)
    return None if sector is None else (sector + 1) * _sector_size(data)


def is_locked(data: bytes) -> bool:
    """Is it a newer Office document behind a password?"""
    return "EncryptedPackage" in stream_names(data)


def refuse_locked(data: bytes) -> None:
    """Raises Encrypted for a newer Office document behind a password."""
    if is_locked(data):
        raise Encrypted("the document asks for a password")


def _streams(data: bytes) -> dict[str, int]:
    """The root's entries with their first sectors."""
    if not is_ole(data) or len(data) < 2 * _HEADER:
        return {}
    entries = list(_entries(data))
    found: dict[str, int] = {}
    left, seen = [_links(entries[0])[2]] if entries else [], set[int]()
    while left:
        index = left.pop()
        if index < len(entries) and index not in seen:
            seen.add(index)
            found[_name(entries[index])] = struct.unpack_from("<I", entries[index], 116)[0]
            left.extend(_links(entries[index])[:2])
    return found


def _links(entry: bytes) -> tuple[int, int, int]:
    """The entry's neighbours in the tree of its folder, and the first entry within it."""
    left, right, child = struct.unpack_from("<III", entry, 68)
    return left, right, child


def _name(entry: bytes) -> str:
    length = min(max(struct.unpack_from("<H", entry, 64)[0] - 2, 0), 62)
    return entry[:length].decode("utf-16-le", errors="replace")


def _entries(data: bytes) -> Iterator[bytes]:
    size = _sector_size(data)
    count = 0
    for sector in _chain(data, struct.unpack_from("<I", data, 48)[0]):
        start = (sector + 1) * size
        for offset in range(start, min(start + size, len(data) - _ENTRY + 1), _ENTRY):
            if (count := count + 1) > _MAX_ENTRIES:
                return
            yield data[offset : offset + _ENTRY]


def _sector_size(data: bytes) -> int:
    return 4096 if struct.unpack_from("<H", data, 30)[0] == 12 else 512


def _chain(data: bytes, sector: int) -> Iterator[int]:
    """The sectors of a chain, as far as the table in the header leads."""
    size = _sector_size(data)
    tables = struct.unpack_from("<109I", data, 76)
    seen: set[int] = set()
    while sector < _LAST_SECTOR and sector not in seen:
        seen.add(sector)
        yield sector
        table, place = divmod(sector, size // 4)
        offset = (tables[table] + 1) * size + 4 * place if table < len(tables) else len(data)
        sector = struct.unpack_from("<I", data, offset)[0] if offset + 4 <= len(data) else _NO_ENTRY
