from __future__ import annotations

import struct
from itertools import pairwise

import pytest

from actionplan_extract.errors import Encrypted
from actionplan_extract.readers._ole import is_locked, is_ole, refuse_locked, stream_names, stream_start

NONE = 0xFFFFFFFF


def entry(name: str, start: int, *, right: int = NONE, child: int = NONE) -> bytes:
    text = name.encode("utf-16-le")
    head = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2, 2, 1, NONE, right, child)
    return (head.ljust(116, b"\0") + struct.pack("<IQ", start, 512)).ljust(128, b"\0")


def container(*names: str, content: bytes = b"") -> bytes:
    """An OLE container whose root holds streams of the names, all with the content."""
    entries = [entry("Root Entry", NONE, child=1 if names else NONE)]
    entries += [entry(name, 2, right=at) for name, at in zip(names, [*range(2, len(names) + 1), NONE], strict=True)]
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HH", header, 30, 9, 6)
    struct.pack_into("<II", header, 44, 1, 1)
    struct.pack_into("<109I", header, 76, 0, *[NONE] * 108)
    sectors = -(-len(entries) // 4)
    chain = [NONE] * 128
    directory = [1, *range(3, 2 + sectors)]
    for sector, following in pairwise([*directory, 0xFFFFFFFE]):
        chain[sector] = following
    body = b"".join(entries).ljust(512 * sectors, b"\0")
    return bytes(header) + struct.pack("<128I", *chain) + body[:512] + content.ljust(512, b"\0") + body[512:]


def test_names_the_streams_of_the_root() -> None:
    data = container("WordDocument", "1Table", "Data", "ObjectPool", "Extra", content=b"\xec\xa5")
    assert is_ole(data)
    assert stream_names(data) == {"WordDocument", "1Table", "Data", "ObjectPool", "Extra"}
    assert stream_start(data, "WordDocument") == 1536
    assert stream_start(data, "Workbook") is None


def test_a_locked_document_is_told() -> None:
    assert is_locked(container("EncryptionInfo", "EncryptedPackage"))
    with pytest.raises(Encrypted):
        refuse_locked(container("EncryptedPackage"))
    refuse_locked(container("WordDocument"))


def test_a_directory_that_leads_in_a_circle_ends() -> None:
    data = bytearray(container("A", "B"))
    struct.pack_into("<II", data, 1024 + 128 + 68, 1, 2)
    struct.pack_into("<I", data, 512 + 4, 1)
    assert stream_names(bytes(data)) == {"A", "B"}


@pytest.mark.parametrize("length", [0, 7, 8, 100, 512, 1024, 1030, 1100, 1200])
def test_a_cut_container_has_no_more_than_it_has(length: int) -> None:
    assert stream_names(container("WordDocument")[:length]) <= {"WordDocument"}
