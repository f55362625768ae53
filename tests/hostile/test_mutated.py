"""Good files changed at random: a reader gives a document or names what is wrong, and says the same twice.

PDF and XLSX are left to the corpus: their libraries may end the process.
"""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actionplan_extract.errors import DocumentError
from actionplan_extract.pipeline import extract_bytes
from actionplan_extract.readers import read
from actionplan_extract.readers._ole import stream_names, stream_start

from ..readers.test_ole import container
from . import sheets, texts, webs, words

FILES = {
    "plan.csv": texts.CSV.encode(),
    "plan.tsv": dict(texts.tables())["plan.tsv"].data,
    "plan.md": texts.MARKDOWN.encode(),
    "plan.txt": texts.PLAIN.encode(),
    "plan.html": webs.page("<ul><li>x</ul><dl><dt>a<dd>b</dl><style>p{color:red}</style>"),
    "plan.mht": dict(webs.meaning())["archive.mht"].data,
}
PACKAGES = {
    "plan.docx": (words.docx(), "word/document.xml"),
    "plan.odt": (dict(words.open_document())["plan"].data, "content.xml"),
    "plan.ods": (dict(sheets.open_document())["plan"].data, "content.xml"),
}
MARKS = [
    b"<",
    b">",
    b"</",
    b'"',
    b"'",
    b"&",
    b"|",
    b"\t",
    b"\n",
    b",",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"-",
    b"99999999999",
]
EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.one_of(st.sampled_from(MARKS), st.binary(max_size=6))),
    min_size=1,
    max_size=8,
)
Edits = list[tuple[float, int, bytes]]


def changed(data: bytes, edits: Edits) -> bytes:
    """The bytes with stretches of some length at some places replaced."""
    for place, length, by in edits:
        at = int(place * len(data))
        data = data[:at] + by + data[at + length :]
    return data


def reads_or_names(data: bytes, name: str) -> None:
    told = []
    for _ in range(2):
        try:
            told.append(repr(read(data, name)))
        except DocumentError as error:
            told.append(repr(error))
    assert told[0] == told[1]


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=150)
@given(edits=EDITS)
def test_a_changed_file(name: str, edits: Edits) -> None:
    reads_or_names(changed(FILES[name], edits), name)


@pytest.mark.parametrize("name", PACKAGES)
@settings(max_examples=100)
@given(edits=EDITS)
def test_a_package_with_a_changed_part(name: str, edits: Edits) -> None:
    data, part = PACKAGES[name]
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as other:
        for member in archive.namelist():
            held = archive.read(member)
            other.writestr(member, changed(held, edits) if member == part else held)
    reads_or_names(out.getvalue(), name)


@pytest.mark.parametrize("name", PACKAGES)
@settings(max_examples=100)
@given(edits=EDITS)
def test_a_changed_package(name: str, edits: Edits) -> None:
    reads_or_names(changed(PACKAGES[name][0], edits), name)


@settings(max_examples=300)
@given(edits=EDITS)
def test_a_changed_ole_container(edits: Edits) -> None:
    data = changed(container("WordDocument", "Workbook", "EncryptedPackage"), edits)
    for name in stream_names(data):
        stream_start(data, name)


@settings(max_examples=60)
@given(name=st.sampled_from(sorted(FILES)), edits=EDITS)
def test_the_whole_way_of_a_changed_file(name: str, edits: Edits) -> None:
    with suppress(DocumentError):
        extract_bytes(changed(FILES[name], edits), name)
