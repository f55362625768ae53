"""Hostile spreadsheets: XLSX, ODS, XLS."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator

from ..readers.workbooks import cell, ods, raw_xlsx, xlsx
from .case import ROWS, Case, fails, ok
from .words import ENTITIES, OLE, _ole, repacked, zipped

MEGABYTE = 1024 * 1024
GOOD = [list(row) for row in ROWS]
CELLS = "".join(
    f'<row r="{n}">' + "".join(cell(f"{'ABCD'[c]}{n}", text) for c, text in enumerate(row)) + "</row>"
    for n, row in enumerate(ROWS, 1)
)


def data(rows: str = "", behind: str = "") -> str:
    """A worksheet with the plan, more rows, and what stands behind them."""
    return f"<sheetData>{CELLS}{rows}</sheetData>{behind}"


def workbooks() -> Iterator[tuple[str, Case]]:
    """XLSX."""
    good = xlsx({"Plan": GOOD})
    yield "plan", ok(good)
    yield "cut", fails(good[: len(good) // 2], "damaged")
    yield "of-nothing", fails(xlsx({"Plan": []}), "empty_file")
    yield "by-hand", ok(raw_xlsx(data()))
    yield "cell-xfd1048576", Case(raw_xlsx(data(f'<row r="1048576">{cell("XFD1048576", "x")}</row>')), "too_large", 0)
    yield "cell-a1048576", ok(raw_xlsx(data(f'<row r="1048576">{cell("A1048576", "x")}</row>')), "limit_reached")
    yield (
        "cell-xfd3",
        ok(raw_xlsx(data().replace("</row></sheetData>", f"{cell('XFD3', 'x')}</row></sheetData>")), "limit_reached"),
    )
    yield (
        "cell-zzz9999999",
        Case(raw_xlsx(data(f'<row r="9999999">{cell("ZZZ9999999", "x")}</row>')), "too_large|damaged", 0),
    )
    yield "cell-nonsense", fails(raw_xlsx(data(f'<row r="4">{cell("!!", "x")}</row>')), "damaged")
    yield "row-huge", ok(raw_xlsx(data('<row r="99999999999999999999"/>')), actions=0)
    yield "row-negative", fails(raw_xlsx(data(f'<row r="-4">{cell("A-4", "x")}</row>')), "damaged")
    yield "rows-empty-60000", ok(raw_xlsx(data("".join(f'<row r="{n}"/>' for n in range(4, 60_000)))))
    yield (
        "rows-12000",
        Case(
            raw_xlsx(
                data("".join(f'<row r="{n}">{cell(f"A{n}", "x")}{cell(f"B{n}", "y")}</row>' for n in range(4, 12_000)))
            ),
            "|timed_out",
            finding="limit_reached",
            slow=True,
        ),
    )
    yield (
        "merge-all",
        fails(raw_xlsx(data(behind='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')), "no_plan_found"),
    )
    yield (
        "merges-5000",
        fails(
            raw_xlsx(data(behind="<mergeCells>" + '<mergeCell ref="A1:D3"/>' * 5_000 + "</mergeCells>")),
            "no_plan_found",
        ),
    )
    yield "merge-backwards", ok(raw_xlsx(data(behind='<mergeCells><mergeCell ref="D3:A1"/></mergeCells>')), actions=0)
    yield (
        "columns-hidden-all",
        Case(raw_xlsx('<cols><col min="1" max="16384" hidden="1"/></cols>' + data()), "empty_file", 0),
    )
    yield "columns-hidden-many", ok(raw_xlsx('<cols><col min="5" max="2147483647" hidden="1"/></cols>' + data()))
    yield (
        "cell-of-300-kb",
        ok(raw_xlsx(data(f'<row r="4">{cell("A4", "word " * 60_000)}{cell("B4", "x")}</row>')), "limit_reached"),
    )
    yield (
        "string-out-of-range",
        Case(raw_xlsx(data('<row r="4"><c r="A4" t="s"><v>99999999</v></c></row>')), "|damaged", 0),
    )
    yield "string-negative", Case(raw_xlsx(data('<row r="4"><c r="A4" t="s"><v>-1</v></c></row>')), "|damaged", 0)
    yield (
        "number-huge",
        ok(raw_xlsx(data('<row r="4"><c r="A4"><v>1e999</v></c><c r="B4"><v>-1e-999</v></c></row>')), actions=0),
    )
    yield (
        "date-huge",
        Case(
            raw_xlsx(data('<row r="4"><c r="A4" t="d"><v>99999-99-99</v></c><c r="B4"><v>x</v></c></row>')),
            "|damaged",
            0,
        ),
    )
    yield (
        "formula-deep",
        ok(raw_xlsx(data(f'<row r="4"><c r="A4"><f>{"(" * 5_000}1{")" * 5_000}</f><v>1</v></c></row>')), actions=0),
    )
    yield (
        "formula-outside",
        ok(
            raw_xlsx(data('<row r="4"><c r="A4"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>1</v></c></row>')), actions=0
        ),
    )
    yield "entities", fails(_with("xl/worksheets/sheet1.xml", ENTITIES + b"<worksheet>&b;</worksheet>"), "damaged")
    yield "entities-in-strings", Case(_with("xl/sharedStrings.xml", ENTITIES + b"<sst>&b;</sst>"), "|damaged", 0)
    yield "bomb-sheet", fails(raw_xlsx(data() + " " * (15 * MEGABYTE)), "too_large")
    yield "bomb-strings", fails(raw_xlsx(data(), strings=" " * (15 * MEGABYTE)), "too_large")
    yield "deep", Case(raw_xlsx(data(behind="<x>" * 300 + "</x>" * 300)), "too_large", 0)
    yield "no-workbook", fails(_with("xl/workbook.xml", None), "damaged")
    yield "no-sheet", fails(_with("xl/worksheets/sheet1.xml", None), "damaged|empty_file")
    yield "no-strings", ok(_with("xl/sharedStrings.xml", None))
    yield "broken-sheet", fails(_with("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"), "damaged")
    yield "locked", fails(_ole("EncryptionInfo", "EncryptedPackage", "Other"), "encrypted")
    yield "sheets-300", ok(xlsx({f"Sheet {n}": GOOD if n == 7 else [["x"]] for n in range(300)}))
    yield "sheet-hidden", ok(xlsx({"Plan": GOOD, "Old": GOOD}, _hide), "hidden_content")
    yield "sheet-name-odd", ok(xlsx({"=cmd|' ": GOOD}))
    yield (
        "fills-everywhere",
        ok(
            raw_xlsx(
                data("".join(f'<row r="{n}"><c r="A{n}" s="1"/><c r="Z{n}" s="1"/></row>' for n in range(4, 3_000)))
            )
        ),
    )


def _hide(workbook: object) -> None:
    workbook["Old"].sheet_state = "hidden"  # type: ignore[index]


def _with(name: str, content: bytes | None) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(raw_xlsx(data()))) as archive:
        held = {member: archive.read(member) for member in archive.namelist()}
    held.pop(name)
    if content is not None:
        held[name] = content
    return zipped(*held.items())


def packed_anew(data: bytes) -> bytes:
    """The package as a program for archives packs it: every member compressed, also the one that tells its kind."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            new.writestr(name, old.read(name))
    return out.getvalue()


def open_document() -> Iterator[tuple[str, Case]]:
    """ODS."""

    def table(rows: str, name: str = "Plan") -> str:
        return f'<table:table table:name="{name}">{rows}</table:table>'

    def tr(*texts: str, more: str = "", own: str = "") -> str:
        held = "".join(f"<table:table-cell {own}><text:p>{text}</text:p></table:table-cell>" for text in texts)
        return f"<table:table-row {more}>{held}</table:table-row>"

    plan = "".join(tr(*row) for row in ROWS)
    good = ods(table(plan))
    yield "plan", ok(good)
    yield "packed-anew", ok(packed_anew(good))
    yield "cut", fails(good[:-30], "damaged")
    covered = "<table:covered-table-cell><text:p>Say so</text:p></table:covered-table-cell>"
    yield "covered", ok(ods(table(plan + f"<table:table-row>{covered}</table:table-row>")), "hidden_content")
    yield "of-nothing", fails(ods(table("")), "empty_file")
    yield (
        "rows-repeated",
        Case(
            ods(table(plan + tr("x", "y", more='table:number-rows-repeated="1048576"'))),
            "|timed_out",
            2,
            "limit_reached",
            True,
        ),
    )
    yield "empty-rows-repeated", ok(ods(table(plan + tr("", more='table:number-rows-repeated="1048576"'))))
    yield (
        "columns-repeated",
        ok(ods(table(plan + tr("x", own='table:number-columns-repeated="16384"'))), "limit_reached"),
    )
    yield (
        "numbers-of-60-digits",
        ok(ods(table(plan + tr("x", own=f'table:number-columns-repeated="{"9" * 60}"'))), actions=0),
    )
    yield (
        "spans-huge",
        ok(
            ods(
                table(
                    plan + tr("x", own='table:number-rows-spanned="99999999" table:number-columns-spanned="99999999"')
                )
            )
        ),
    )
    yield "deep", fails(ods(table(plan) + "<table:x>" * 300 + "</table:x>" * 300), "too_large")
    yield (
        "blanks",
        ok(
            ods(
                table(
                    plan + '<table:table-row><table:table-cell><text:p>a<text:s text:c="999999999"/>b</text:p>'
                    "</table:table-cell></table:table-row>"
                )
            )
        ),
    )
    yield "bomb", fails(repacked(ods(table(plan) + " " * (15 * MEGABYTE))), "too_large")


def old() -> Iterator[tuple[str, Case]]:
    """XLS."""
    noise = random.Random(1)
    yield "nonsense.xls", fails(OLE + bytes(3000), "damaged|unsupported_format")
    yield "container.xls", fails(_ole("Workbook"), "damaged|empty_file")
    yield "noise.xls", fails(OLE + noise.randbytes(20_000), "damaged|unsupported_format")
    yield (
        "web-page.xls",
        ok(
            b"<html><body><table>"
            + "".join("<tr>" + "".join(f"<td>{t}</td>" for t in row) + "</tr>" for row in ROWS).encode()
            + b"</table><p>Sheet</p></body></html>"
        ),
    )
    yield "text.xls", ok("\n".join("\t".join(row) for row in ROWS).encode() + b"\n\n")


def cases() -> Iterator[tuple[str, Case]]:
    """The cases by file name."""
    yield from ((f"sheet-{name}.xlsx", case) for name, case in workbooks())
    yield from ((f"sheet-{name}.ods", case) for name, case in open_document())
    yield from ((f"sheet-{name}", case) for name, case in old())
