"""Which reader takes a content, whatever the file is called."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from actionplan_extract.errors import EmptyFile, UnsupportedFormat
from actionplan_extract.readers import choose_reader, csv, markdown, text, tsv

TEXT_CELLS = "Our plan\n\n" + "".join(f"\t{part}\n" for part in ("Ref", "Action", "By when", "1", "Agree it.", "May"))
TSV = "Our plan\n\nRef\tAction\tBy when\n1\t<p>Agree, and print; it</p>\tMay 2024\n2\tSend it out\tJune 2024\n"
CSV = "Ref,Action,By when\n1,Agree it,May 2024\n2,Print it,June 2024\n"
MARKDOWN = "# Plan\n\n| Ref | Action | By when |\n| --- | --- | --- |\n| 1 | Agree it, print it | May 2024 |\n"
WRONG = ("plan", "plan.txt", "plan.csv", "plan.md", "plan.tsv", "plan.pdf")


def zipped() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>" * 400)
    return held.getvalue()


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize(("content", "expected"), [(TEXT_CELLS, "text"), (MARKDOWN, "markdown")])
def test_clear_content_decides_whatever_the_suffix(content: str, expected: str, name: str) -> None:
    assert expected == choose_reader(content.encode(), name).FORMAT


@pytest.mark.parametrize("name", ["plan", "plan.txt", "plan.md", "plan.tsv"])
def test_rows_of_tabs_are_tab_separated(name: str) -> None:
    assert choose_reader(TSV.encode(), name).FORMAT == "tsv"


@pytest.mark.parametrize("name", ["plan", "plan.txt", "plan.md", "plan.csv"])
@pytest.mark.parametrize("mark", [",", ";", "|", "^"])
def test_even_records_are_delimited_text(mark: str, name: str) -> None:
    assert choose_reader(CSV.replace(",", mark).encode(), name).FORMAT == "csv"


def test_prose_is_plain_text() -> None:
    prose = "We agree, and will print it.\n\nThe plan, the budget and the rest.\nIt is late.\n"
    assert choose_reader(prose.encode(), "letter").FORMAT == "text"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00\x00\x00\x01\x00\x08\x02\x00\x00\x00" + bytes(range(256)),
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(255, 0, -1)),
        zipped(),
        gzip.compress(CSV.encode() * 9, mtime=1),
        bytes((n * 89 + n // 7) % 255 + 1 for n in range(4000)),  # no zero byte
        b"{\\rtf1\\ansi Agree it, print it, send it}",
        b"<!DOCTYPE html>\n<table><tr><td>Action<td>Lead</table>",
        b"\xef\xbb\xbf<html><body>Agree it</body></html>",
    ],
    ids=["png", "jpeg", "zip", "gzip", "noise", "rtf", "html", "html with a mark"],
)
@pytest.mark.parametrize("reader", [csv, markdown, text, tsv], ids=lambda module: module.FORMAT)
def test_what_is_no_plain_text_is_not_taken_for_it(reader: object, data: bytes) -> None:
    assert reader.sniff(data, "") == 0  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["picture.txt", "picture.csv", "picture.md", "picture.tsv"])
def test_a_suffix_makes_no_text_of_a_picture(name: str) -> None:
    with pytest.raises(UnsupportedFormat):
        choose_reader(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4, name)


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t \n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", b"\xff\xfe \x00\n\x00", b"\0" * 99]
)
def test_a_file_of_white_space_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyFile):
        choose_reader(data, "plan.txt")
