"""Renders plans to every format that can carry them, the truth beside each file.

A folder a format. A PDF's name ends in its print style; its `.truth.json` tells its cells and the rows that a page cut.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import cuts, office, text, truth
from .content import Plan
from .layouts import WITHOUT_TABLES, set_out
from .sheet import Sheet
from .styles import STYLES, Style
from .web import to_html
from .word import to_docx
from .workbook import to_xlsx

WORKERS = 2
Write = Callable[[Sheet, Style], bytes]

WRITERS: dict[str, Write] = {
    "docx": to_docx,
    "html": lambda sheet, style: to_html(sheet, style).encode(),
    "xlsx": lambda sheet, style: to_xlsx(sheet),
    "csv": lambda sheet, style: text.to_delimited(sheet, ",").encode(),
    "tsv": lambda sheet, style: text.to_delimited(sheet, "\t").encode(),
    "md": lambda sheet, style: text.to_markdown(sheet).encode(),
    "txt": lambda sheet, style: text.to_plain_text(sheet).encode(),
}
CONVERTED = {"odt": "docx", "doc": "docx", "rtf": "docx", "ods": "xlsx", "xls": "xlsx"}
PRODUCERS = ("writer", "writer-tagged", "chromium")
_TABLES_ALONE = frozenset({"csv", "tsv", "xlsx", "ods", "xls"})
_PRINTED = "to-print"


def formats_of(plan: Plan) -> frozenset[str]:
    """The formats, other than PDF, that can carry the plan."""
    carried = frozenset({*WRITERS, *CONVERTED})
    if plan.layout in WITHOUT_TABLES:
        carried -= _TABLES_ALONE
    elif plan.layout in ("paragraphs against timescales", "two lists side by side") or _spans_rows(plan):
        carried -= {"txt"}  # nothing in lines aligned by spaces tells where a paragraph or a merged cell ends
    return carried & plan.formats if plan.formats else carried


def _spans_rows(plan: Plan) -> bool:
    return any(cell.rows > 1 for table in set_out(plan).tables for row in table.rows for cell in row.cells)


def render(plans: Iterable[Plan], folder: Path) -> None:
    """Everything, with no more than two programs at work at a time; raises NotInstalled before any work."""
    office.program("soffice"), office.program("chromium")
    plans = tuple(plans)
    write_files(plans, folder)
    with ThreadPoolExecutor(WORKERS) as pool:
        for done in [pool.submit(job) for job in (*_print_jobs(folder), *_convert_jobs(folder))]:
            done.result()
    shutil.rmtree(folder / _PRINTED)
    _keep_carried(plans, folder)
    for plan in plans:
        _write_pdf_truth(plan, folder)


def write_files(plans: Iterable[Plan], folder: Path) -> None:
    """The formats that need no other program, what the others print from, and what to expect of all but PDF."""
    for plan in plans:
        sheet = set_out(plan)
        for name in sorted(formats_of(plan) & WRITERS.keys()):
            _write(folder / name / f"{plan.name}.{name}", WRITERS[name](sheet, STYLES[plan.styles[0]]))
        _write_expected(plan, folder)
        for style in plan.styles:
            for name in ("docx", "html"):
                _write(folder / _PRINTED / f"{plan.name}-{style}.{name}", WRITERS[name](sheet, STYLES[style]))


def _print_jobs(folder: Path) -> Iterator[Callable[[], None]]:
    documents = sorted((folder / _PRINTED).glob("*.docx"))
    yield lambda: office.convert(documents, office.UNTAGGED, folder / "writer")
    yield lambda: office.convert(documents, office.TAGGED, folder / "writer-tagged")
    (folder / "chromium").mkdir(exist_ok=True)
    for page in sorted((folder / _PRINTED).glob("*.html")):
        yield _print_job(page, folder / "chromium" / f"{page.stem}.pdf")


def _print_job(page: Path, target: Path) -> Callable[[], None]:
    return lambda: office.print_page(page, target)


def _convert_jobs(folder: Path) -> Iterator[Callable[[], None]]:
    for target, source in CONVERTED.items():
        yield _convert_job(sorted((folder / source).glob(f"*.{source}")), target, folder / target)


def _convert_job(sources: list[Path], target: str, folder: Path) -> Callable[[], None]:
    return lambda: office.convert(sources, target, folder)


def _keep_carried(plans: Iterable[Plan], folder: Path) -> None:
    """Drop what was converted although its format cannot carry the plan."""
    for plan in plans:
        for name in CONVERTED.keys() - formats_of(plan):
            (folder / name / f"{plan.name}.{name}").unlink(missing_ok=True)


def _write_expected(plan: Plan, folder: Path) -> None:
    for name in formats_of(plan):
        found = truth.expected(plan, with_intro=name not in _TABLES_ALONE)
        _write(folder / name / f"{plan.name}.expected.json", _json(found))


def _write_pdf_truth(plan: Plan, folder: Path) -> None:
    expected = _json(truth.expected(plan))
    for producer in PRODUCERS:
        for style in plan.styles:
            pdf = folder / producer / f"{plan.name}-{style}.pdf"
            _write(pdf.with_suffix(".expected.json"), expected)
            _write(pdf.with_suffix(".truth.json"), _json(pdf_truth(plan, style, pdf)))


def pdf_truth(plan: Plan, style: str, pdf: Path) -> truth.Json:
    """The plan's cells with the pages on which each row of the PDF stands."""
    sheet = set_out(plan)
    pages = cuts.page_letters(pdf)
    found = truth.layout_truth(plan, sheet) | {"style": style, "page_count": len(pages)}
    rows = (row for table in found["tables"] for row in table["rows"])
    for row, stood in zip(rows, cuts.pages_of_rows(sheet, pages), strict=True):
        row |= {"pages": list(stood), "cut": len(stood) > 1}
    return found


def _json(value: truth.Json) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
