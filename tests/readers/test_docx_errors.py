"""Word documents that are broken, hostile, or not quite what they say."""

from __future__ import annotations

import io

import docx as python_docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan_extract.errors import Damaged, DocumentError, EmptyFile, Encrypted, TooLarge
from actionplan_extract.readers import choose_reader, docx, read

from .helpers import misplaced, prose_of, rows_of
from .test_ole import container
from .word_fixtures import members, p, part, tbl, tc, tr, word, zipped

BODY = p("Plan") + tbl(tr("Action", "When"), tr("Agree", "May"))

ODD_STYLE = part("w:styles", '<w:style w:type="odd" w:default="1"/>')


def changed(**contents: bytes | None) -> bytes:
    """A package with other contents for some members ("word_document" for word/document.xml), None for none."""
    held = members(BODY)
    for name, content in contents.items():
        path = f"{name.replace('_', '/', 1)}.xml"
        held.pop(path)
        if content is not None:
            held[path] = content
    return zipped(held)


def test_a_document_by_python_docx() -> None:
    made = python_docx.Document()
    made.core_properties.title, made.core_properties.author = "Action plan", "Torfaen Council"
    made.add_heading("Housing", level=2)
    made.add_paragraph("Repair the roofs", style="List Number")
    made.add_paragraph("Repair the doors", style="List Number")
    table = made.add_table(rows=2, cols=2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("Action", "When", "Agree", "May"), strict=True
    ):
        cell.text = text
    out = io.BytesIO()
    made.save(out)
    document = read(out.getvalue(), "plan.docx")
    assert (document.format, document.page_count) == ("docx", None)
    assert document.metadata == {"title": "Action plan", "author": "Torfaen Council"}  # no date but the template's
    assert [b.whole.text for b in document.blocks[:3]] == ["Housing", "1. Repair the roofs", "2. Repair the doors"]  # type: ignore[union-attr]
    assert rows_of(document.tables[0]) == [["Action", "When"], ["Agree", "May"]]
    assert misplaced(document) == []


def test_content_tells_the_format() -> None:
    data = zipped(members(BODY))
    assert choose_reader(data, "plan.zip") is docx
    assert choose_reader(data[:-100], "plan.pdf") is docx
    assert docx.sniff(b"Plan", ".docx") < 0.5
    assert docx.sniff(b"Plan", ".txt") == 0


@pytest.mark.parametrize("cut", [1, 100, 1000])
def test_a_truncated_file_is_damaged(cut: int) -> None:
    with pytest.raises(Damaged):
        read(zipped(members(BODY))[:-cut], "plan.docx")


def test_a_password_is_named() -> None:
    with pytest.raises(Encrypted):
        read(container("EncryptionInfo", "EncryptedPackage"), "plan.docx")


@pytest.mark.parametrize(
    "document",
    [None, b"", b"<broken", part("w:document", ""), b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', b"<a>" * 200],
)
def test_without_a_sound_document_it_is_damaged(document: bytes | None) -> None:
    with pytest.raises(Damaged):
        docx.read(changed(word_document=document), "plan.docx")


@pytest.mark.parametrize("name", ["word_styles", "word_numbering", "word_theme", "word_header"])
@pytest.mark.parametrize("content", [None, b"<broken", b"<other/>", ODD_STYLE])
def test_the_text_is_read_without_the_other_parts(name: str, content: bytes | None) -> None:
    document = docx.read(changed(**{name: content}), "plan.docx")
    assert prose_of(document) == ["Plan"]
    assert rows_of(document.tables[0]) == [["Action", "When"], ["Agree", "May"]]


def test_a_package_without_relationships_is_read_by_its_usual_names() -> None:
    held = members(BODY)
    del held["_rels/.rels"], held["word/_rels/document.xml.rels"]
    assert prose_of(docx.read(zipped(held), "plan.docx")) == ["Plan"]


def test_a_part_outside_the_package_is_not_followed() -> None:
    held = members(BODY)
    listing = held["word/_rels/document.xml.rels"].replace(b'Target="styles.xml"', b'Target="../../../etc/passwd"')
    held["word/_rels/document.xml.rels"] = listing
    assert prose_of(docx.read(zipped(held), "plan.docx")) == ["Plan"]


def test_isos_strict_form_is_read() -> None:
    held = members(BODY)
    for name in ("word/document.xml", "_rels/.rels", "word/_rels/document.xml.rels"):
        found = held[name].replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/", b"http://purl.oclc.org/ooxml/wordprocessingml/"
        )
        held[name] = found.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"
        )
    assert rows_of(docx.read(zipped(held), "plan.docx").tables[0]) == [["Action", "When"], ["Agree", "May"]]


def test_a_bomb_is_refused() -> None:
    bomb = part("w:document", f"<w:body>{p('x' * 30_000_000)}</w:body>")
    with pytest.raises((Damaged, TooLarge)):
        docx.read(changed(word_document=bomb), "plan.docx")


def test_media_are_never_unpacked() -> None:
    held = {**members(BODY), "word/media/image1.png": bytes(50_000_000)}
    assert prose_of(docx.read(zipped(held), "plan.docx")) == ["Plan"]


def test_a_document_without_text_is_empty() -> None:
    with pytest.raises(EmptyFile):
        word(p() + tbl(tr(tc())))


def test_tables_nested_as_deep_as_xml_allows() -> None:
    body = "deepest"
    for _ in range(60):
        body = tbl(tr(tc(body, p("x"))))
    document = word(body)
    assert "deepest" in document.pages[0].text
    assert misplaced(document) == []


@given(data=st.binary(max_size=300))
def test_any_bytes_behind_a_zips_mark_are_refused_by_name(data: bytes) -> None:
    with pytest.raises(DocumentError):
        docx.read(b"PK\x03\x04" + data, "plan.docx")


TAGS = st.sampled_from(
    [
        *("w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:tcPr", "w:pPr", "w:rPr", "w:sdt", "w:sdtContent", "w:ins"),
        *("w:del", "w:vMerge", "w:gridSpan", "w:numPr", "w:numId", "w:ilvl", "w:fldChar", "w:sym", "w:txbxContent"),
        *("w:br", "w:tab", "w:hMerge", "w:trPr", "w:shd", "w:ind", "w:sz", "mc:AlternateContent", "mc:Choice"),
    ]
)
VALUES = st.sampled_from(["", "0", "1", "-3", "restart", "begin", "separate", "end", "99999999999", "x"])
LEAVES = st.text(st.characters(categories=("L", "N", "Zs")), max_size=6)
ELEMENTS = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        lambda tag, value, held: f'<{tag} w:val="{value}" w:fill="{value}" w:left="{value}">{"".join(held)}</{tag}>',
        TAGS,
        VALUES,
        st.lists(inner, max_size=4),
    ),
    max_leaves=30,
)


@given(body=st.lists(ELEMENTS, max_size=5).map("".join))
def test_elements_in_any_order_are_read_or_refused_by_name(body: str) -> None:
    try:
        document = word(p("Plan") + body)
    except DocumentError:
        return
    assert misplaced(document) == []
