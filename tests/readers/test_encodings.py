from __future__ import annotations

import pytest

from actionplan_extract.errors import Damaged
from actionplan_extract.readers import read
from actionplan_extract.readers._text import HEAD_BYTES, decode, head

PLAN = "Ref\tAction\tLead\tBy when\n1\tPublish the council’s “café” plan – £5m a year\tHead of Café\tMarch 2024\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_british_text_is_read_in_the_encodings_offices_use(encoding: str) -> None:
    assert decode(PLAN.encode(encoding)) == PLAN


def test_a_big_endian_mark_is_heeded() -> None:
    assert decode(b"\xfe\xff" + PLAN.encode("utf-16-be")) == PLAN


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
@pytest.mark.parametrize("text", ["The council’s plan", "Save – or spend", "£5m", "“Yes”", "• one", "Caffè"])
def test_one_sign_beyond_ascii_is_enough(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_the_dos_pound_sign_is_read() -> None:
    assert decode("Save £5m and £6m".encode("cp850")) == "Save £5m and £6m"


def test_a_broken_character_does_not_spoil_the_others() -> None:
    assert decode("It’s – our – plan".encode() + b"\x96") == "It’s – our – plan\ufffd"


def test_zero_characters_are_replaced() -> None:
    text = "Agree the council’s plan with everybody who has a hand in it. "
    assert decode((text + "\0").encode()) == text + "\ufffd"
    assert "\0" not in decode(("a" * HEAD_BYTES + "\0b").encode())


@pytest.mark.parametrize("data", [b"\0\1\2\3" * 40, b"PK\3\4\x14\0\0\0\x08\0" + bytes(range(128, 256)) * 20])
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(Damaged):
        decode(data)
    assert head(data) == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "cp1252"])
def test_the_beginning_of_a_long_text_is_cut_between_characters(encoding: str) -> None:
    line = "Café – £5m\n"
    found = head((line * 20_000).encode(encoding))
    assert found.startswith(line * 100)
    assert "\ufffd" not in found[:-1]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman"])
def test_a_table_is_found_in_every_encoding(encoding: str) -> None:
    document = read((PLAN + PLAN).encode(encoding), "plan.txt")
    assert document.format == "tsv"
    assert document.tables[0].cells[5].text == "Publish the council’s “café” plan – £5m a year"


LONG = "Agree the council’s plan with everybody who has a hand in it, and publish it within a month of the vote"
ROWS = f"Ref\tAction\tLead\tBy when\n1\t{LONG}\tHead of\0Policy\tMarch 2024\n"
PAGE = (
    "<table><tr><th>Ref<th>Action<th>Lead<th>By when"
    f"<tr><td>1<td>{LONG}<td>Head of &#xD800;Policy<td>March 2024</table>"
)


@pytest.mark.parametrize(
    ("name", "text"),
    [("plan.txt", ROWS), ("plan.tsv", ROWS), ("plan.csv", ROWS.replace("\t", ";")), ("plan.html", PAGE)],
)
def test_broken_characters_are_told(name: str, text: str) -> None:
    told = [notice for notice in read(text.encode(), name).notices if notice.code == "text_recovered"]
    assert [(notice.severity, "(1)" in notice.message) for notice in told] == [("warning", True)]
    assert not [n for n in read(text.replace("\0", " ").replace("&#xD800;", "").encode(), name).notices if n in told]
