from __future__ import annotations

import io
import struct
import warnings
import zipfile

import pytest

from actionplan_extract.errors import Damaged, DocumentError, Encrypted, TooLarge
from actionplan_extract.limits import MEGABYTE, Limits
from actionplan_extract.readers._zip import Archive, is_zip, main_folder, member_names


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of names that come twice
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def test_a_member_is_found_whatever_its_case_and_slashes() -> None:
    archive = Archive(zipped(("Word\\Document.xml", b"<a/>")))
    assert "word/document.xml" in archive
    assert archive.read("/word/Document.xml") == b"<a/>"
    assert archive.names == ("word/document.xml",)


def test_names_are_known_of_a_truncated_archive() -> None:
    data = zipped(("word/document.xml", b"x" * 1000))
    assert is_zip(data)
    assert member_names(data[:-60]) == ("word/document.xml",)
    assert member_names(b"plain text") == ()


def test_the_outer_archive_tells_the_kind() -> None:
    sheet = zipped(("[Content_Types].xml", b""), ("xl/workbook.xml", b""))
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("word/document.xml", b"")
        archive.writestr("word/embeddings/sheet.xlsx", sheet)
    assert main_folder(sheet) == "xl"
    assert main_folder(stored.getvalue()) == "word"
    assert main_folder(zipped(("a.txt", b""))) == ""


@pytest.mark.parametrize("cut", [1, 30, 90])
def test_a_truncated_archive_is_damaged(cut: int) -> None:
    with pytest.raises(Damaged):
        Archive(zipped(("a.xml", b"x" * 1000))[:-cut])


def test_a_missing_member_is_damaged() -> None:
    with pytest.raises(Damaged, match=r"no b\.xml"):
        Archive(zipped(("a.xml", b""))).read("b.xml")


def test_a_changed_byte_is_damaged() -> None:
    data = bytearray(zipped(("a.xml", b"abcdefgh" * 50)))
    data[40] ^= 0xFF
    with pytest.raises(Damaged):
        Archive(bytes(data)).read("a.xml")


def test_two_members_of_one_name_are_refused() -> None:
    with pytest.raises(Damaged, match="two members"):
        Archive(zipped(("a.xml", b"1"), ("A.xml", b"2")))


def test_a_password_is_named() -> None:
    data = bytearray(zipped(("a.xml", b"x")))
    struct.pack_into("<H", data, data.index(b"PK\x01\x02") + 8, 1)
    with pytest.raises(Encrypted):
        Archive(bytes(data))


def test_a_bomb_is_refused_by_its_ratio() -> None:
    with pytest.raises(TooLarge):
        Archive(zipped(("a.xml", bytes(30 * MEGABYTE)))).read("a.xml")


def test_many_members_together_are_bounded() -> None:
    half = b"x" * (MEGABYTE // 2 + 1)
    archive = Archive(zipped(("a.xml", half), ("b.xml", half)), Limits(unpacked_mb=1))
    archive.read("a.xml")
    with pytest.raises(TooLarge, match="limit unpacked_mb=1"):
        archive.read("b.xml")


def test_many_members_are_refused() -> None:
    with pytest.raises(TooLarge):
        Archive(zipped(*((f"{n}.xml", b"") for n in range(3))), Limits(members=2))


def test_a_size_that_lies_unpacks_no_more_than_is_allowed() -> None:
    data = bytearray(zipped(("a.xml", bytes(30 * MEGABYTE))))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, 10)
    with pytest.raises(DocumentError):
        Archive(bytes(data)).read("a.xml")
