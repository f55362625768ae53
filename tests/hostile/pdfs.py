"""Hostile PDFs."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, String

from ..readers.pdf_fixtures import NAMELESS, Sheet, pdf
from .case import ROWS, Case, fails, ok

XS, TOP, PITCH = (40, 190, 350, 470, 560), 100, 40
MEGABYTE = 1024 * 1024


def sheet(rows: Iterable[tuple[str, ...]] = ROWS, top: float = TOP, **options: float) -> Sheet:
    """A page with the plan in a ruled table."""
    rows = list(rows)
    page = Sheet(**options).text(40, 40, "Leeds City Council action plan", size=16)
    page.grid(XS, [top + PITCH * number for number in range(len(rows) + 1)])
    for number, row in enumerate(rows):
        for x, text in zip(XS, row, strict=False):
            page.lines(x + 4, top + PITCH * number + 6, _wrapped(text), pitch=11)
    return page


def _wrapped(text: str) -> list[str]:
    words = text.split()
    middle = (len(words) + 1) // 2
    return [" ".join(words[:middle]), " ".join(words[middle:])]


PLAN = pdf(sheet())
SECOND = sheet([ROWS[0], ("3. Train staff", "Hold a training day", "Head of People", "May 2024")])
TWO = pdf(sheet(), SECOND)


def made(change: Callable[[Pdf], object], base: bytes = PLAN, **save: object) -> bytes:
    """The plan after a change by pikepdf, written in full so that its parts can be found."""
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(base)) as file:
        change(file)
        file.save(out, **{"object_stream_mode": ObjectStreamMode.disable, "compress_streams": False, **save})
    return out.getvalue()


def swapped(pattern: bytes, by: bytes, base: bytes = PLAN, count: int = 0) -> bytes:
    """The plan with all that a pattern matches replaced."""
    changed = re.sub(pattern, by, base, count=count, flags=re.DOTALL)
    assert changed != base, pattern
    return changed


def with_object(number: int, body: bytes, base: bytes = PLAN) -> bytes:
    """The plan with an object written anew behind its end, its table of offsets left wrong."""
    return base + b"%d 0 obj\n" % number + body + b"\nendobj\n"


def content(operators: bytes, base: bytes = PLAN, **entries: object) -> bytes:
    """The plan with other operators before its own on the first page."""

    def change(file: Pdf) -> None:
        file.pages[0].contents_add(operators, prepend=True)
        for key, value in entries.items():
            file.pages[0].obj[f"/{key}"] = value

    return made(change, base)


def only(operators: bytes) -> bytes:
    """One page with these operators alone."""
    return pdf(Sheet().draw(operators.decode("latin-1")))


def damaged() -> Iterator[tuple[str, Case]]:
    """Files whose structure is broken."""
    yield "empty", fails(b"", "empty_file")
    yield "blank", fails(b" \n\n\0\0", "empty_file")
    yield "header-only", fails(b"%PDF-1.7\n", "damaged")
    yield "header-and-end", fails(b"%PDF-1.7\n%%EOF\n", "damaged")
    yield "no-pdf", fails(b"\x01\x02\x03 this is no PDF \xff\xfe" * 20, "damaged")
    yield "cut-10", fails(PLAN[: len(PLAN) // 10], "damaged")
    yield "cut-before-xref", ok(PLAN[: PLAN.rindex(b"xref\n0")])
    yield "no-eof", ok(PLAN[:-6])
    yield "junk-before", ok(b"junk\n" * 100 + PLAN)
    yield "junk-behind", ok(PLAN + b"\0" * 5000)
    yield "no-header", ok(PLAN.replace(b"%PDF-1.4", b"%XXX-1.4"))
    yield "startxref-wrong", ok(swapped(rb"startxref\n\d+", b"startxref\n7"))
    yield "startxref-huge", ok(swapped(rb"startxref\n\d+", b"startxref\n99999999999999999999"))
    yield "xref-shifted", ok(swapped(rb"xref\n0 ", b"xref\n3 "))
    yield "xref-gone", ok(swapped(rb"xref\n0.*?trailer", b"trailer"))
    yield "trailer-gone", ok(swapped(rb"trailer.*", b""))
    yield "root-gone", ok(swapped(rb"/Root 1 0 R", b""))
    yield "root-is-a-page", ok(swapped(rb"/Root 1 0 R", b"/Root 6 0 R"))
    yield "length-wrong", ok(swapped(rb"/Length \d+", b"/Length 5"))
    yield "length-huge", ok(swapped(rb"/Length \d+", b"/Length 2147483647"))
    yield "length-negative", ok(swapped(rb"/Length \d+", b"/Length -7"))
    yield "length-of-itself", ok(swapped(rb"/Length \d+", b"/Length 7 0 R"))
    yield (
        "length-in-a-circle",
        ok(with_object(91, b"90 0 R", with_object(90, b"91 0 R", swapped(rb"/Length \d+", b"/Length 90 0 R")))),
    )
    yield "endobj-gone", ok(PLAN.replace(b"endobj", b""))
    yield "endstream-gone", ok(PLAN.replace(b"endstream", b""), actions=0)
    yield "two-files-in-one", ok(PLAN + TWO, actions=2)
    yield "newlines-changed", ok(PLAN.replace(b"\n", b"\r\n"))
    yield "bits-flipped", ok(PLAN[:60] + bytes(b ^ (not n % 97) for n, b in enumerate(PLAN[60:])), actions=0)
    yield "prev-itself", ok(swapped(rb"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % PLAN.rindex(b"xref\n0")))
    yield (
        "encrypt-nonsense",
        fails(swapped(rb"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Nobody >>"), "encrypted"),
    )


def pages() -> Iterator[tuple[str, Case]]:
    """Files whose tree of pages lies or whose pages are odd."""
    blank = Sheet()
    yield "no-pages", ok(swapped(rb"/Kids \[.*?\] /Count 1", b"/Kids [] /Count 0"))
    yield "count-1-of-2", ok(swapped(rb"/Count 2", b"/Count 1", TWO), actions=3)
    yield "count-0-of-2", ok(swapped(rb"/Count 2", b"/Count 0", TWO), actions=3)
    yield "count-negative", ok(swapped(rb"/Count 2", b"/Count -2", TWO), actions=3)
    yield "count-2147483647", ok(swapped(rb"/Count 2", b"/Count 2147483647", TWO), "", actions=3)
    yield "count-30-of-2", ok(swapped(rb"/Count 2", b"/Count 30", TWO), "text_unplaced", actions=3)
    yield "kids-of-themselves", ok(swapped(rb"/Kids \[6 0 R", b"/Kids [2 0 R 6 0 R"))
    yield "kids-of-nothing", ok(swapped(rb"/Kids \[6 0 R", b"/Kids [6 0 R 99 0 R null 7"), actions=2)
    yield "parent-of-itself", ok(swapped(rb"/Parent 2 0 R", b"/Parent 6 0 R"))
    yield (
        "same-page-500-times",
        ok(swapped(rb"/Kids \[6 0 R\] /Count 1", b"/Kids [" + b"6 0 R " * 500 + b"] /Count 500")),
    )
    yield "mediabox-gone", ok(swapped(rb"/MediaBox \[.*?\]", b""))
    for name, box in {
        "zero": b"0 0 0 0",
        "negative": b"595 842 0 0",
        "huge": b"0 0 1e9 1e9",
        "of-names": b"/a /b /c /d",
        "short": b"0 0",
    }.items():
        yield f"mediabox-{name}", ok(swapped(rb"/MediaBox \[.*?\]", b"/MediaBox [" + box + b"]"))
    yield "cropbox-away", ok(swapped(rb"(/MediaBox)", rb"/CropBox [5000 5000 6000 6000] \1"))
    yield (
        "cropbox-narrow",
        ok(swapped(rb"(/MediaBox)", rb"/CropBox [0 0 400 842] \1", TWO), "hidden_content", actions=0),
    )
    yield "rotate-45", ok(swapped(rb"(/MediaBox)", rb"/Rotate 45 \1"))
    yield "rotate-36000", ok(swapped(rb"(/MediaBox)", rb"/Rotate 36000 \1"))
    yield "userunit-10", ok(swapped(rb"(/MediaBox)", rb"/UserUnit 10 \1"))
    yield "blank", fails(pdf(blank), "empty_file")
    yield "blank-300", fails(pdf(*[blank] * 300), "empty_file")
    yield "blank-2100", fails(pdf(*[blank] * 2100), "empty_file", slow=True)
    yield "plan-behind-2000-pages", fails(pdf(*[blank] * 2000, sheet()), "empty_file", slow=True)
    yield "plan-before-2000-pages", ok(pdf(sheet(), *[blank] * 2000), "limit_reached", slow=True)
    yield "picture", fails(pdf(Sheet().picture()), "no_text_layer")
    yield "picture-among-text", ok(pdf(sheet(), Sheet().picture()), "text_unplaced")
    yield (
        "fonts-without-meaning",
        fails(only(f"BT /{NAMELESS} 10 Tf 50 700 Td <00010002000300040005> Tj ET".encode()), "unreadable_fonts"),
    )
    yield "fonts-gone", ok(swapped(rb"/Font ", b"/Xont "))


def objects() -> Iterator[tuple[str, Case]]:
    """Files whose objects ask for too much."""

    def forms(names: dict[str, bytes], uses: dict[str, str]) -> Callable[[Pdf], None]:
        def change(file: Pdf) -> None:
            made_forms = {name: file.make_indirect(Stream(file, held)) for name, held in names.items()}
            for name, form in made_forms.items():
                form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 600, 850])
                form.Resources = Dictionary(XObject=Dictionary({f"/{uses[name]}": made_forms[uses[name]]}))
            page = file.pages[0]
            page.obj.Resources = file.make_indirect(Dictionary(page.obj.Resources))
            page.Resources.XObject = Dictionary({f"/{name}": form for name, form in made_forms.items()})
            page.contents_add(b"q /F0 Do Q")

        return change

    chain = {f"F{n}": f"q /F{n + 1} Do Q".encode() for n in range(60)} | {"F60": b"0 0 m 9 9 l S"}
    yield "form-of-itself", ok(made(forms({"F0": b"q /F0 Do Q"}, {"F0": "F0"})))
    yield "forms-of-each-other", ok(made(forms({"F0": b"/F1 Do", "F1": b"/F0 Do"}, {"F0": "F1", "F1": "F0"})))
    yield "form-chain-60", ok(made(forms(chain, {f"F{n}": f"F{min(n + 1, 60)}" for n in range(61)})), "limit_reached")
    power = {f"F{n}": b" ".join([b"/F%d Do" % (n + 1)] * 10) for n in range(10)} | {"F10": b"0 0 m 9 9 l S"}
    yield (
        "forms-to-the-power-of-10",
        Case(
            made(forms(power, {f"F{n}": f"F{min(n + 1, 10)}" for n in range(11)})),
            "worker_died|timed_out|out_of_memory",
            0,
            "",
            True,
        ),
    )
    graph = Sheet(842, 1191)
    graph.grid([n * 2.5 for n in range(330)], [n * 2.5 for n in range(470)])
    yield "graph-paper", ok(pdf(sheet(), graph), "limit_reached")
    drawn = "\n".join(f"{n % 500} {n % 700} m {n % 500 + 5} {n % 700} l S" for n in range(120_000))
    yield "lines-120000", ok(pdf(sheet(), Sheet().draw(drawn)), "limit_reached")
    filled = "\n".join(f"1 0 0 rg {n % 500} {n % 700} 12 12 re f" for n in range(3_000))
    yield "fills-3000", ok(pdf(sheet(), Sheet().draw(filled)), "limit_reached")
    words = "BT /F1 4 Tf 20 800 Td 4 TL " + "(housing and more of it in a line of words) ' " * 6_000 + "ET"
    yield "characters-240000", ok(pdf(sheet(), Sheet(height=30_000).draw(words)), actions=2, slow=True)
    yield "off-the-page", ok(content(b"1 0 0 1 20000 0 cm", TWO), "hidden_content", actions=1)
    yield "invisible-text", ok(content(b"3 Tr"))
    yield "text-turned", ok(pdf(sheet(), Sheet().upwards(100, 700, "Turned words")))
    yield "tiny-text", ok(pdf(sheet(), Sheet().text(50, 50, "Tiny", size=0.01)))
    yield "huge-text", ok(pdf(sheet(), Sheet().text(50, 50, "Huge", size=9999)))
    yield "numbers-huge", ok(content(b"q 1e38 0 0 1e38 1e38 1e38 cm 0 0 m 1e38 1e38 l S Q"))
    yield "numbers-nonsense", ok(content(b"q 1..2 --3 +-4 0x5 NaN inf cm Q"))
    yield "operators-unknown", ok(content(b"q " + b"xyzzy " * 5000 + b"Q"))
    yield "operands-100000", ok(content(b"q " + b"1 " * 100_000 + b"Q"))
    yield "q-10000", ok(content(b"q " * 10_000))
    yield "q-unbalanced", ok(content(b"Q " * 100))
    yield "bt-within-bt", ok(content(b"BT BT BT"), actions=0)
    yield "array-deep", ok(content(b"[" * 5000 + b"]" * 5000), actions=0)
    yield "dictionary-deep", ok(swapped(rb"(/Type /Catalog)", rb"\1 /Deep " + b"<< /A " * 400 + b">> " * 400))
    yield "string-unbalanced", ok(content(b"(" + b"x(" * 20_000, TWO), actions=1)
    yield "inline-image-unclosed", ok(pdf(sheet(), Sheet().draw("BI /W 1000000 /H 1000000 ID " + "x" * 10_000)))
    yield "name-of-1-mb", ok(swapped(rb"(/Type /Catalog)", rb"\1 /" + b"n" * MEGABYTE + b" 1"))
    yield "comments", ok(swapped(rb"(1 0 obj\n)", rb"\1" + b"% nothing\n" * 5000))
    yield "tounicode-bomb", ok(_tounicode(b"1 begincidrange <0000> <ffff> 0 endcidrange"), actions=2)
    yield "tounicode-range", ok(_tounicode(b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange"), actions=2)
    yield "tounicode-nonsense", ok(_tounicode(b"\xff\xfe beginbfchar <zz> << [[ endbfchar"), actions=2)
    yield "title-of-100-kb", ok(pdf(sheet(), info=f"/Title ({'Plan ' * 20_000})"))
    yield "title-with-controls", ok(pdf(sheet(), info="/Title (\\033[31mPlan\\000\\u202e) /CreationDate (D:99999999)"))


def _tounicode(cmap: bytes) -> bytes:
    return swapped(rb"1 begincodespacerange.*?endbfchar", cmap.replace(b"\\", b"\\\\"))


def streams() -> Iterator[tuple[str, Case]]:
    """Files whose streams unpack to too much, or not at all."""

    def packed(data: bytes, filters: str = "/FlateDecode", base: bytes = PLAN) -> bytes:
        body = b"<< /Length %d /Filter %s >>\nstream\n" % (len(data), filters.encode()) + data + b"\nendstream"

        def change(file: Pdf) -> None:
            page = file.pages[len(file.pages) - 1]
            page.obj.Contents = Array([page.obj.Contents, file.make_indirect(Dictionary(Marker=77))])

        marked = made(change, base)
        number = int(re.search(rb"(\d+) 0 obj\s*<<\s*/Marker 77\s*>>", marked)[1])
        return re.sub(
            rb"%d 0 obj\s*<<\s*/Marker 77\s*>>" % number, lambda _: b"%d 0 obj\n" % number + body, marked, count=1
        )

    blanks = zlib.compress(b" " * (70 * MEGABYTE), 9)
    yield "bomb-100-mb", ok(packed(blanks), "limit_reached")
    for name, said in (("object", b"1 0 obj"), ("end", b"endobj"), ("nothing", b"99 0 obj")):
        disguised = packed(blanks).replace(
            b"<< /Length %d" % len(blanks), b"<< /X (%s) /Length %d" % (said, len(blanks))
        )
        yield f"bomb-disguised-by-{name}", ok(disguised, "limit_reached")
    yield "bomb-100-mb-on-page-2", ok(packed(blanks, base=TWO), "limit_reached", actions=3)
    yield (
        "bomb-twice",
        ok(
            packed(zlib.compress(zlib.compress(b" " * (70 * MEGABYTE), 9), 9), "[/FlateDecode /FlateDecode]"),
            "limit_reached",
        ),
    )
    yield "bomb-in-runs", ok(packed(b"\x81 " * 50_000 + b"\x80", "/RunLengthDecode"))
    yield "flate-broken", ok(packed(b"x\x9c" + b"\xff" * 100), "text_unplaced")
    yield "flate-cut", ok(packed(zlib.compress(b"0 0 m 9 9 l S " * 500)[:40]), "text_unplaced")
    yield "filter-unknown", ok(packed(b"0 0 m", "/Nothing"))
    yield "filters-300", ok(packed(b"0 0 m", "[" + "/ASCIIHexDecode " * 300 + "]"))
    yield "jbig2-nonsense", ok(packed(b"\x97JB2" * 50, "/JBIG2Decode"))
    yield (
        "objects-in-streams",
        ok(made(lambda file: None, object_stream_mode=ObjectStreamMode.generate, compress_streams=True)),
    )
    yield (
        "objects-in-streams-cut",
        fails(
            made(lambda file: None, object_stream_mode=ObjectStreamMode.generate, compress_streams=True)[:700],
            "damaged",
        ),
    )
    zero = (
        b"%PDF-1.5\n1 0 obj\n<< /Type /XRef /Size 2147483647 /W [0 0 0] /Index [0 2147483647] /Root 2 0 R "
        b"/Length 0 >>\n"
        b"stream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n"
    )
    yield "xref-stream-w-zero", fails(zero, "timed_out", slow=True)
    yield "xref-stream-w-huge", fails(zero.replace(b"[0 0 0]", b"[99 999999999 9]"), "timed_out", slow=True)
    yield (
        "cycle",
        fails(
            b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 6 0 R >>\nendobj\n6 0 obj\n7 0 R\nendobj\n"
            b"7 0 obj\n6 0 R\nendobj\n"
            b"trailer\n<< /Root 1 0 R >>\n%%EOF",
            "timed_out",
            slow=True,
        ),
    )


def beside() -> Iterator[tuple[str, Case]]:
    """Files whose text stands in fields, boxes, notes, other files or layers."""
    yield "encrypted-for-all", ok(made(lambda f: None, encryption=pikepdf.Encryption(owner="o", user="", R=6)))
    yield (
        "encrypted-rc4-for-all",
        ok(made(lambda f: None, encryption=pikepdf.Encryption(owner="o", user="", R=3, aes=False, metadata=False))),
    )
    yield "encrypted", fails(made(lambda f: None, encryption=pikepdf.Encryption(owner="o", user="u", R=6)), "encrypted")
    for kind, told in {"FreeText": "", "Widget": "", "Text": "hidden_content"}.items():
        yield f"annotation-{kind.lower()}", ok(made(_annotated(kind, has_look=True)), told)
        yield (
            f"annotation-{kind.lower()}-unseen",
            ok(made(_annotated(kind, has_look=False)), {"FreeText": "text_unplaced"}.get(kind, told)),
        )
    yield "plan-in-fields", ok(made(_filled, pdf(_form())), actions=2)
    yield "plan-in-fields-unseen", ok(made(lambda file: _filled(file, has_look=False), pdf(_form())), actions=2)
    yield "attachment", ok(made(lambda file: _attach(file, "annex.pdf")), "text_unplaced")
    yield "attachment-path", ok(made(lambda file: _attach(file, "../../../etc/passwd")), "text_unplaced")
    yield (
        "portfolio",
        fails(
            made(lambda file: _attach(file, "plan.pdf"), pdf(Sheet().text(50, 50, "Open it in a viewer"))),
            "no_plan_found",
        ),
    )
    yield (
        "xfa",
        fails(made(_xfa, pdf(Sheet().text(50, 50, "Please wait... the contents are on their way"))), "no_plan_found"),
    )
    yield "layer-off", ok(made(_layered))
    yield (
        "javascript",
        ok(made(lambda f: f.Root.__setattr__("OpenAction", Dictionary(S=Name.JavaScript, JS=String("while(1);"))))),
    )
    yield "launch", ok(made(lambda f: f.Root.__setattr__("OpenAction", Dictionary(S=Name.Launch, F=String("/bin/sh")))))
    yield (
        "outside-link",
        ok(made(lambda f: f.Root.__setattr__("OpenAction", Dictionary(S=Name.URI, URI=String("http://127.0.0.1:9/"))))),
    )
    yield "outside-stream", ok(swapped(rb"(<< )(/Length \d+)", rb"\1/F (http://127.0.0.1:9/x) \2"), actions=0)
    yield (
        "minutes",
        fails(pdf(Sheet().lines(50, 50, ["Minutes of the meeting", "The chair opened it."])), "no_plan_found"),
    )


def _look(file: Pdf, text: str) -> Dictionary:
    form = Stream(file, b"/Tx BMC q BT /F1 9 Tf 2 12 Td (" + text.encode() + b") Tj ET Q EMC")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 300, 30])
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    form.Resources = Dictionary(Font=Dictionary(F1=font))
    return Dictionary(N=file.make_indirect(form))


def _annotated(kind: str, has_look: bool) -> Callable[[Pdf], None]:
    def change(file: Pdf) -> None:
        _annotate(file, kind, "A remark about housing", (50, 500, 350, 530), has_look)

    return change


def _annotate(file: Pdf, kind: str, text: str, box: tuple[float, ...], has_look: bool) -> None:
    page = file.pages[0].obj
    note = Dictionary(
        Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array(list(box)), F=4, DA=String("/Helv 9 Tf 0 g")
    )
    note["/V" if kind == "Widget" else "/Contents"] = String(text)
    if kind == "Widget":
        note.FT, note.T = Name.Tx, String(f"field {box}")
    if has_look:
        note.AP = _look(file, text)
    note = file.make_indirect(note)
    page.Annots = Array([*page.get("/Annots", []), note])
    if kind == "Widget":
        fields = file.Root.get("/AcroForm", Dictionary(Fields=Array([]), DA=String("/Helv 9 Tf 0 g")))
        fields.Fields.append(note)
        file.Root.AcroForm = fields


def _form() -> Sheet:
    return sheet([ROWS[0], *[("", "", "", "")] * 2])


def _filled(file: Pdf, has_look: bool = True) -> None:
    for number, row in enumerate(ROWS[1:], 1):
        bottom = 842 - TOP - PITCH * (number + 1)
        for (left, right), text in zip(pairwise(XS), row, strict=True):
            _annotate(file, "Widget", text, (left + 1, bottom + 1, right - 1, bottom + PITCH - 1), has_look)


def _attach(file: Pdf, name: str) -> None:
    file.attachments[name] = PLAN


def _xfa(file: Pdf) -> None:
    form = b'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template><subform name="a"/></template></xdp:xdp>'
    file.Root.AcroForm = Dictionary(Fields=Array([]), XFA=Stream(file, form))


def _layered(file: Pdf) -> None:
    layer = file.make_indirect(Dictionary(Type=Name.OCG, Name=String("off")))
    file.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    page = file.pages[0]
    page.obj.Resources = file.make_indirect(Dictionary(page.obj.Resources))
    page.Resources.Properties = Dictionary(L=layer)
    page.contents_add(b"/OC /L BDC q", prepend=True)
    page.contents_add(b"Q EMC")


def cases() -> Iterator[tuple[str, Case]]:
    """The cases by file name."""
    for part in (damaged, pages, objects, streams, beside):
        yield from ((f"{part.__name__}-{name}.pdf", case) for name, case in part())
    yield "page.pdf", ok(b"<html><body><table>" + b"".join(_html_row(row) for row in ROWS) + b"</table></body></html>")
    swallowed = made(lambda file: file.pages[0].contents_add(b"<< /A [ (", prepend=True), TWO)
    yield "swallowed.pdf", ok(swallowed, "text_unplaced", actions=1)
    yield "table.pdf", ok("\n".join("\t".join(row) for row in ROWS).encode())


def _html_row(row: tuple[str, ...]) -> bytes:
    return ("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>").encode()
