"""Hostile documents of word processors: DOCX, ODT, DOC, RTF."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator
from shutil import which

from ..readers import test_odt as odt
from ..readers import word_fixtures as word
from .case import ROWS, Case, fails, ok

MEGABYTE = 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = b'<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def p(text: str) -> str:
    """A paragraph of Word."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tbl(rows: object = ROWS, more: str = "", cell: str = "") -> str:
    """A table of Word; `more` are further rows, `cell` the properties of the cells."""
    held = "".join("<w:tr>" + "".join(f"<w:tc>{cell}{p(text)}</w:tc>" for text in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{held}{more}</w:tbl>"


TITLE = p("Leeds City Council action plan")
BODY = TITLE + tbl()
PARTS = word.members(BODY)


def docx(body: str = BODY, **parts: object) -> bytes:
    """The package with this body; parts are given by name ("word_document") as bytes, None leaves one out."""
    held = word.members(body)
    for name, content in parts.items():
        path = next((path for path in held if path.replace("/", "_").replace(".", "_") == name), name)
        held.pop(path, None)
        if content is not None:
            held[path] = content
    return word.zipped(held)


def zipped(*members: tuple[str, bytes]) -> bytes:
    """An archive of members in this order, names as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def repacked(data: bytes) -> bytes:
    """An archive packed tighter."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in archive.namelist():
            packed.writestr(name, archive.read(name), zipfile.ZIP_STORED if name == "mimetype" else None)
    return out.getvalue()


def in_word(content: str) -> bytes:
    """The document's part with content as it is."""
    return word.part("w:document", f"<w:body>{content}</w:body>")


def packages() -> Iterator[tuple[str, Case]]:
    """Archives that are broken, lie or unpack to too much."""
    good = docx()
    document = PARTS["word/document.xml"]
    bomb = in_word(BODY + "<!--" + " " * (15 * MEGABYTE) + "-->")
    yield "plan", ok(good)
    yield "cut", fails(good[: len(good) // 2], "damaged")
    yield "cut-at-the-end", fails(good[:-10], "damaged")
    yield "header-only", fails(b"PK\x03\x04", "unsupported_format|damaged")
    yield "junk-behind", ok(good + b"\0" * 1000)
    yield "junk-before", ok(b"junk" + good)
    yield "no-document", fails(docx(word_document_xml=None), "damaged")
    yield "no-relationships", ok(docx(_rels__rels=None))
    yield "no-types", ok(docx(**{"[Content_Types]_xml": None}))
    yield "document-empty", fails(docx(word_document_xml=b""), "damaged")
    yield "document-broken", fails(docx(word_document_xml=document[:-20]), "damaged")
    yield "document-no-body", fails(docx(word_document_xml=word.part("w:document", "")), "damaged")
    yield "document-of-nothing", fails(docx(""), "empty_file")
    yield "styles-broken", ok(docx(word_styles_xml=b"<broken"))
    yield "entities", fails(docx(word_document_xml=ENTITIES + document.partition(b"?>")[2]), "damaged")
    yield (
        "entity-of-a-file",
        fails(
            docx(
                word_document_xml=b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
                + document.partition(b"?>")[2]
            ),
            "damaged",
        ),
    )
    yield "entity-in-styles", ok(docx(word_styles_xml=ENTITIES + b"<a>&b;</a>"))
    yield "bomb", fails(docx(word_document_xml=bomb), "too_large")
    yield "bomb-in-styles", ok(docx(word_styles_xml=b"<a>" + b" " * (15 * MEGABYTE) + b"</a>"), actions=2)
    yield "bomb-in-a-picture", ok(docx(**{"word/media/image1.png": bytes(15 * MEGABYTE)}))
    lying = bytearray(docx(word_document_xml=bomb))
    struct.pack_into("<I", lying, lying.rindex(b"word/document.xml") - 46 + 24, 10)
    yield "size-that-lies", fails(bytes(lying), "too_large|damaged")
    yield "members-6000", fails(docx(**{f"x/{n}": b"" for n in range(6000)}), "too_large")
    yield "names-twice", fails(_twice(good), "damaged")
    yield "names-that-climb", ok(docx(**{"../../../tmp/evil.txt": b"evil", "/etc/evil": b"evil"}))
    encrypted = bytearray(good)
    encrypted[encrypted.rindex(b"PK\x01\x02") + 8] |= 1
    yield "member-encrypted", fails(bytes(encrypted), "encrypted")
    yield "checksum-wrong", fails(_checksum(good), "damaged")
    yield "backslashes", ok(zipped(*((name.replace("/", "\\"), held) for name, held in PARTS.items())))
    yield "upper-case", ok(zipped(*((name.upper(), held) for name, held in PARTS.items())))
    yield "relationships-in-a-circle", ok(docx(word__rels_document_xml_rels=word.relations(("styles", "document.xml"))))
    yield (
        "relationships-outside",
        ok(docx(word__rels_document_xml_rels=word.relations(("styles", "http://127.0.0.1:9/styles.xml")))),
    )
    yield "locked", fails(_ole("EncryptionInfo", "EncryptedPackage"), "encrypted")
    yield "macros", ok(docx(**{"word/vbaProject.bin": OLE + bytes(600)}))
    yield "utf-16", ok(docx(word_document_xml=document.decode().replace("UTF-8", "UTF-16").encode("utf-16")))
    yield "nul", fails(docx(word_document_xml=document.replace(b"Publish", b"Pub\0lish")), "damaged")


def _twice(data: bytes) -> bytes:
    """The archive with another member under the first one's name."""
    return data.replace(b"word/header.xml", b"word/styles.xml")


def _checksum(data: bytes) -> bytes:
    changed = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 14), (b"PK\x01\x02", 16)):
        place = data.rindex(mark)
        place = (
            data.rindex(mark, 0, data.rindex(b"word/document.xml", 0, len(data))) if mark == b"PK\x01\x02" else place
        )
        changed[place + offset] ^= 0xFF
    return bytes(changed)


def _ole(*names: str) -> bytes:
    from ..readers.test_ole import container

    return container(*names)


def documents() -> Iterator[tuple[str, Case]]:
    """Documents of Word that ask for too much or hide their text."""
    nested = "{}"
    for _ in range(40):
        nested = nested.replace("{}", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>" + p("x"))
    yield "tables-40-deep", ok(docx(BODY + nested.replace("{}", p("deep"))))
    deep = "<w:sdt><w:sdtContent>" * 100 + p("deep") + "</w:sdtContent></w:sdt>" * 100
    yield "controls-100-deep", ok(docx(BODY + deep))
    yield "elements-300-deep", fails(docx(BODY + "<w:sdt>" * 300 + "</w:sdt>" * 300), "too_large")
    yield (
        "rows-10500",
        ok(docx(TITLE + tbl(more="<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>" * 10_500)), "limit_reached"),
    )
    yield (
        "columns-5000",
        ok(docx(BODY + "<w:tbl><w:tr>" + f"<w:tc>{p('x')}</w:tc>" * 5000 + "</w:tr></w:tbl>"), "limit_reached"),
    )
    for name, span in {"2147483647": "2147483647", "-1": "-1", "text": "many", "of-60-digits": "9" * 60}.items():
        properties = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>'
        yield f"span-{name}", ok(docx(BODY + tbl([("x", "y")], cell=properties)))
    going_on = '<w:tcPr><w:vMerge w:val="continue"/></w:tcPr>'
    yield "merge-without-start", ok(docx(BODY + tbl([("x", "y")], cell=going_on)))
    yield "tables-5100", ok(docx(BODY + tbl([("x", "y")]) * 5100), "limit_reached", slow=True)
    yield "paragraph-of-2-mb", ok(docx(BODY + p("word " * 400_000)))
    yield "cell-of-200-kb", ok(docx(BODY + tbl([("word " * 40_000, "y")])), "limit_reached")
    yield "runs-50000", ok(docx(BODY + "<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 50_000 + "</w:p>"))
    yield "in-content-controls", ok(docx(f"<w:sdt><w:sdtContent>{BODY}</w:sdtContent></w:sdt>"))
    yield "inserted", ok(docx(BODY.replace("<w:r>", '<w:ins w:id="1"><w:r>').replace("</w:r>", "</w:r></w:ins>")))
    yield (
        "deleted",
        fails(docx(BODY.replace("<w:r>", '<w:del w:id="1"><w:r>').replace("</w:r>", "</w:r></w:del>")), "empty_file"),
    )
    yield "hidden", Case(docx(BODY.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")), "empty_file|no_plan_found", 0)
    yield "another-file-within", ok(docx(BODY + '<w:altChunk r:id="x" xmlns:r="r"/>'), "text_unplaced")
    box = f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{BODY}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    yield "in-a-text-box", ok(docx(box))
    yield (
        "field-that-reaches-out",
        ok(
            docx(
                BODY
                + '<w:p><w:fldSimple w:instr="INCLUDETEXT http://127.0.0.1:9/x"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'
            )
        ),
    )
    yield (
        "numbering-of-itself",
        ok(
            docx(
                BODY + '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>',
                word_numbering_xml=word.part(
                    "w:numbering",
                    '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>'
                    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
                ),
            )
        ),
    )
    yield (
        "style-based-on-itself",
        ok(
            docx(
                BODY.replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr>'),
                word_styles_xml=word.part(
                    "w:styles", '<w:style w:type="paragraph" w:styleId="S"><w:basedOn w:val="S"/></w:style>'
                ),
            )
        ),
    )
    yield "controls-in-text", ok(docx(BODY + p("a&#x202e;b&#x200b;c&#xfffd;")))


def open_document() -> Iterator[tuple[str, Case]]:
    """Documents of LibreOffice."""
    body = odt.p("Leeds City Council action plan") + odt.tbl(*(odt.tr(*row) for row in ROWS))
    members = odt.members(body)
    good = odt.zipped(members)

    def changed(**parts: bytes | None) -> bytes:
        held = {**members, **{name.replace("_", "."): content for name, content in parts.items()}}
        return odt.zipped({name: content for name, content in held.items() if content is not None})

    yield "plan", ok(good)
    yield "cut", fails(good[:-40], "damaged")
    yield "no-content", fails(changed(content_xml=None), "damaged")
    yield "no-styles", ok(changed(styles_xml=None))
    yield "content-broken", fails(changed(content_xml=members["content.xml"][:-9]), "damaged")
    yield "entities", fails(changed(content_xml=ENTITIES + members["content.xml"]), "damaged")
    yield "of-nothing", fails(odt.zipped(odt.members("")), "empty_file")
    yield "bomb", fails(repacked(changed(content_xml=b"<a>" + b" " * (15 * MEGABYTE) + b"</a>")), "too_large")
    yield (
        "rows-repeated",
        ok(
            odt.zipped(odt.members(body + odt.tbl(odt.tr("x", more='table:number-rows-repeated="1048576"')))),
            "limit_reached",
        ),
    )
    yield (
        "columns-repeated",
        ok(
            odt.zipped(odt.members(body + odt.tbl(odt.tr(odt.tc("x", more='table:number-columns-repeated="16384"'))))),
            "limit_reached",
        ),
    )
    wide = odt.tc("x", more='table:number-columns-spanned="99999999" table:number-rows-spanned="99999999"')
    yield "spans-huge", ok(odt.zipped(odt.members(body + odt.tbl(odt.tr(wide)))))
    yield "blanks-repeated", ok(odt.zipped(odt.members(body + odt.p('a<text:s text:c="2147483647"/>b'))))
    lists = "<text:list><text:list-item>" * 80 + odt.p("deep") + "</text:list-item></text:list>" * 80
    yield "lists-80-deep", ok(odt.zipped(odt.members(body + lists)))
    locked = (
        b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    yield "locked", fails(odt.zipped({**members, "META-INF/manifest.xml": locked}), "encrypted")


def old() -> Iterator[tuple[str, Case]]:
    """DOC and RTF: what LibreOffice cannot read is damaged; without it, a dependency is missing."""
    missing = "" if which("soffice") else "missing_dependency|"
    cells = "".join(
        "{\\trowd" + "".join(f"\\cellx{2000 * n}" for n in range(1, 5)) + "".join(f" {t}\\cell" for t in row) + "\\row}"
        for row in ROWS
    )
    rtf = "{\\rtf1\\ansi Leeds City Council action plan\\par " + cells + "\\par}"
    yield "plan.rtf", ok(rtf.encode(), slow=True) if not missing else fails(rtf.encode(), "missing_dependency")
    yield "cut.rtf", Case(rtf[: len(rtf) // 2].encode(), missing + "|no_plan_found|damaged|empty_file", 0, "", True)
    yield (
        "deep.rtf",
        Case(
            b"{\\rtf1 " + b"{" * 20_000 + b"}" * 20_000 + b"}",
            missing + "|no_plan_found|damaged|empty_file|timed_out",
            0,
            "",
            True,
        ),
    )
    yield (
        "binary-that-lies.rtf",
        Case(
            b"{\\rtf1 {\\pict\\bin2147483647 x}}", missing + "|no_plan_found|damaged|empty_file|timed_out", 0, "", True
        ),
    )
    yield "nonsense.doc", fails(OLE + bytes(2000), "unsupported_format|damaged|missing_dependency")
    yield (
        "container.doc",
        Case(_ole("WordDocument"), missing + "damaged|empty_file|no_plan_found|encrypted", 0, "", True),
    )


def cases() -> Iterator[tuple[str, Case]]:
    """The cases by file name."""
    yield from ((f"package-{name}.docx", case) for name, case in packages())
    yield from ((f"word-{name}.docx", case) for name, case in documents())
    yield from ((f"open-{name}.odt", case) for name, case in open_document())
    yield from ((f"old-{name}", case) for name, case in old())
