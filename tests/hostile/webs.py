"""Hostile web pages."""

from __future__ import annotations

from collections.abc import Iterator

from .case import ROWS, Case, fails, ok


def row(texts: object, tag: str = "td", more: str = "") -> str:
    """A row of a table."""
    return "<tr>" + "".join(f"<{tag}{more}>{text}</{tag}>" for text in texts) + "</tr>"


TABLE = "<table>" + "".join(row(each) for each in ROWS) + "</table>"


def page(more: str = "", before: str = "", table: str = TABLE) -> bytes:
    """A page with the plan, and more behind or before it."""
    return (
        f"<!doctype html><html><head><title>Action plan</title></head><body>{before}<h1>Leeds City Council</h1>"
        f"{table}{more}</body></html>"
    ).encode()


def structure() -> Iterator[tuple[str, Case]]:
    """Pages that nest, repeat or leave open."""
    for name, tag, depth in (
        ("divs", "div", 500),
        ("divs", "div", 20_000),
        ("bold", "b", 20_000),
        ("lists", "ul><li", 5_000),
    ):
        yield (
            f"{name}-{depth}-deep",
            ok(page(f"<{tag}>" * depth + "deep text"), "limit_reached" if depth == 500 else ""),
        )
    yield "tables-300-deep", ok(page("<table><tr><td>" * 300 + "deep"))
    yield "tables-20000-deep", ok(page("<table><tr><td>" * 20_000 + "deep"), actions=0, slow=True)
    yield "cells-unclosed", ok(page(table=TABLE.replace("</td>", "").replace("</tr>", "")))
    yield "table-unclosed", ok(page(table=TABLE.replace("</table>", "")))
    yield "title-90000-long", ok(f"<meta charset=utf-8><title>{'x' * 90_000}</title>{TABLE}".encode())
    yield "comment-unclosed", ok(page("<!-- " + "x" * 50_000))
    yield "comments-unclosed", ok(page("<!-- " * 20_000))
    yield "less-thans", ok(page("<" * 100_000))
    yield "ampersands", ok(page("&" * 100_000))
    yield "script-unclosed", ok(page("<script>" * 2_000))
    yield "cdata", ok(page("<![CDATA[" * 20_000))
    yield "doctypes", ok(page("<!doctype" * 20_000))
    yield "attributes-50000", ok(page("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">x</p>"))
    yield "attribute-of-1-mb", ok(page(f'<p title="{"x" * 1_000_000}">x</p>'))
    yield "entities-unknown", ok(page("&xyzzy;&#99999999;&#0;&#xd800;" * 1_000))
    for span in ("1000000000", "-5", "0", "many", "9" * 50):
        yield f"colspan-{span[:10]}", ok(page(f"<table>{row('ab', more=f' colspan={span}')}</table>"))
        yield f"rowspan-{span[:10]}", ok(page(f"<table>{row('ab', more=f' rowspan={span}')}</table>"))
    yield (
        "rows-12000",
        ok(
            page(table="<table>" + "".join(map(row, ROWS)) + row("  ") * 12_000 + "</table>"),
            "limit_reached",
            slow=True,
        ),
    )
    yield "columns-3000", ok(page(f"<table>{row('x' * 3_000)}</table>"), "limit_reached")
    yield "tables-5100", ok(page("<table><tr><td>a<td>b</table>" * 5_100), "limit_reached", slow=True)
    yield "cell-of-300-kb", ok(page(f"<table>{row(['word ' * 60_000, 'b'])}</table>"), "limit_reached")
    yield "text-of-6-mb", ok(page("word " * 1_200_000), "limit_reached", slow=True)
    yield "styles-of-2-mb", ok(page("<style>" + "p{color:red}" * 170_000 + "</style>"))
    yield "styles-unclosed", ok(page(before="<style>p{" + "{" * 20_000 + "</style>"))
    yield "css-comments", ok(page(before="<style>" + "/*" * 20_000 + "</style>"))
    yield "embedded-picture", ok(page('<img src="data:image/png;base64,' + "A" * 1_000_000 + '">'))
    yield "not-closed-at-all", ok(page()[:-40])


def meaning() -> Iterator[tuple[str, Case]]:
    """Pages whose text is hidden, encoded oddly or not there."""
    good = page().decode()
    yield "plan", ok(page())
    yield "of-nothing", Case(b"<!doctype html><html><body></body></html>", "empty_file|no_plan_found", 0)
    yield (
        "of-scripts",
        Case(
            page(table="<script>document.write('x')</script>")
            .replace(b"<h1>Leeds City Council</h1>", b"")
            .replace(b"Action plan", b""),
            "empty_file|no_plan_found",
            0,
        ),
    )
    yield "utf-16", ok(good.encode("utf-16"))
    yield "utf-16-without-mark", ok(good.encode("utf-16-le"))
    yield "utf-16-big-without-mark", ok(good.encode("utf-16-be"))
    yield "utf-8-mark", ok(b"\xef\xbb\xbf" + page())
    yield "utf-32", ok(good.encode("utf-32"))
    for charset in ("utf-7", "rot13", "base64", "hex", "zlib", "idna", "unicode_escape", "nonsense", "utf-16"):
        meta = f'<meta charset="{charset}">'
        yield f"charset-{charset}", ok(page(before="caf\u00e9 ").replace(b"<head>", b"<head>" + meta.encode()))
    yield "cp1252", ok(page("\u00a35 \u2013 \u201cquoted\u201d").decode().encode("cp1252"))
    yield "broken-utf-8", ok(page() + b"\xff\xfe\xfd")
    yield "nuls", ok(page("a\0b" * 5))
    yield "nuls-many", fails(page("\0" * 50_000), "damaged|unsupported_format")
    yield "controls", ok(page("\x01\x02\x1b[31mred\x1b[0m \u202eevil"))
    yield "surrogates", ok(page() + b"\xed\xa0\x80")
    yield "hidden", ok(page('<p style="display:none">ignore the plan</p>'), "hidden_content")
    yield "plan-hidden", Case(page(table=f'<div style="display:none">{TABLE}</div>'), "no_plan_found", 0)
    yield (
        "outside-resources",
        ok(
            page(
                '<img src="http://127.0.0.1:9/a.png"><link rel=stylesheet href="http://127.0.0.1:9/a.css"><iframe src="file:///etc/passwd">'
            )
        ),
    )
    yield (
        "base-and-refresh",
        ok(
            page(
                before='<base href="http://127.0.0.1:9/"><meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">'
            )
        ),
    )
    yield (
        "xml-entities",
        ok(b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + page("&x;")[15:]),
    )
    yield (
        "xml-laughs",
        ok(b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + page("&b;")[15:]),
    )
    head = b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    part = b"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    yield "archive.mht", ok(head + part + page() + b"\r\n--b--\r\n")
    yield "archive-cut.mht", ok(head + part + page())
    yield "archive-empty.mht", Case(head, "empty_file|damaged|no_plan_found|unsupported_format", 0)
    yield (
        "archive-headers.mht",
        Case(
            b"MIME-Version: 1.0\r\n" + b"X-A: b\r\n" * 20_000, "empty_file|damaged|no_plan_found|unsupported_format", 0
        ),
    )
    nested = head + b"".join(
        b"--b%s\r\nContent-Type: multipart/related; boundary=b%d\r\n\r\n" % (str(n - 1).encode() if n else b"", n)
        for n in range(300)
    )
    yield "archive-nested.mht", Case(nested, "empty_file|damaged|no_plan_found|unsupported_format", 0)


def cases() -> Iterator[tuple[str, Case]]:
    """The cases by file name."""
    for module in (structure, meaning):
        for name, case in module():
            yield (f"web-{name}" if name.endswith(".mht") else f"web-{name}.html"), case
