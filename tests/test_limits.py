"""Each limit does what docs/limits.md says of it, which is all there is to say."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from actionplan_extract.cli import app
from actionplan_extract.errors import DocumentError
from actionplan_extract.limits import DEFAULT, MEGABYTE, PART, Limits
from actionplan_extract.pipeline import extract_bytes, read_file

from .hostile import pdfs, sheets, texts, webs, words

DOC = Path(__file__).parents[1] / "docs" / "limits.md"
ROW = re.compile(r"^\| `(\w+)` \| ([\d,.]+) \| (.*?) \| `(\w+)` \|$", re.MULTILINE)
ELSEWHERE = {"timeout_seconds", "memory_mb", "size_mb", "result_mb"}  # what the parent or the child's fence watches


def _grid() -> bytes:
    return pdfs.pdf(pdfs.sheet(), pdfs.Sheet().grid(range(0, 500, 40), range(0, 500, 40)))


def _merged() -> bytes:
    merges = "".join(f'<mergeCell ref="F{row}:G{row}"/>' for row in (1, 2))
    return sheets.raw_xlsx(sheets.data(behind=f"<mergeCells>{merges}</mergeCells>"))


def _content(operators: str) -> bytes:
    return pdfs.pdf(pdfs.sheet(), pdfs.Sheet().draw(operators))


MET: dict[str, tuple[float, str, Callable[[], bytes]]] = {
    "pages": (1, "x.pdf", lambda: pdfs.TWO),
    "stream_mb": (1, "x.pdf", lambda: dict(pdfs.streams())["bomb-100-mb"].data),
    "page_characters": (400, "x.pdf", lambda: pdfs.pdf(pdfs.sheet(), pdfs.Sheet().lines(40, 40, ["More words"] * 60))),
    "page_objects": (60, "x.pdf", lambda: _content("0 0 m 9 0 l S " * 80)),
    "page_fills": (5, "x.pdf", lambda: _content("1 0 0 rg 10 10 90 90 re f " * 8)),
    "page_edges": (
        15,
        "x.pdf",
        _grid,
    ),
    "page_crossings": (
        50,
        "x.pdf",
        _grid,
    ),
    "members": (2, "x.docx", words.docx),
    "member_mb": (1, "x.docx", lambda: words.docx(words.BODY + words.p("word " * 300_000))),
    "unpacked_mb": (1, "x.docx", lambda: words.docx(words.BODY + words.p("word " * 300_000))),
    "ratio": (2, "x.docx", lambda: words.docx(words.BODY + words.p("word " * 2_200_000))),
    "xml_mb": (1, "x.docx", lambda: words.docx(words.BODY + words.p("word " * 300_000))),
    "xml_depth": (5, "x.docx", words.docx),
    "characters": (700, "x.html", lambda: webs.page("<p>And more of it.</p>" * 100)),
    "html_depth": (20, "x.html", lambda: webs.page("<div>" * 50 + "deep")),
    "line_characters": (300, "x.txt", lambda: (texts.PLAIN + "\n\n" + "word " * 200).encode()),
    "tables": (1, "x.html", lambda: webs.page(webs.TABLE)),
    "rows": (3, "x.csv", lambda: (texts.CSV + "3. More,Do it,Team,May 2024\n" * 5).encode()),
    "columns": (4, "x.docx", lambda: words.docx(words.BODY + words.tbl([("a", "b", "c", "d", "e")]))),
    "cells": (12, "x.csv", lambda: (texts.CSV + "3. More,Do it,Team,May 2024\n").encode()),
    "cell_characters": (60, "x.csv", lambda: (texts.CSV + f"3. More,{'Do it. ' * 20},Team,May 2024\n").encode()),
    "sheet_area": (100, "x.xlsx", lambda: sheets.xlsx({"Plan": sheets.GOOD, "Far": [["x"] * 20] * 20})),
    "merges": (1, "x.xlsx", _merged),
}


def test_every_limit_is_tried_here_or_where_it_is_watched() -> None:
    assert {*MET, *ELSEWHERE} == set(Limits.names())


@pytest.mark.parametrize("name", MET)
def test_a_limit_met_ends_the_document_or_leaves_a_part_out_and_says_so(name: str) -> None:
    value, file, make = MET[name]
    limits = DEFAULT.changed([f"{name}={value}"])
    said = f"limit {name}={value}"
    code = next(limit.metadata["code"] for limit in Limits.listed() if limit.name == name)
    if code != PART:
        with pytest.raises(DocumentError, match=said) as raised:
            extract_bytes(make(), file, limits=limits)
        assert raised.value.code == code
        return
    found = extract_bytes(make(), file, limits=limits)
    assert any(finding.code == PART and said in finding.message for finding in found.plan.findings)
    assert found.partial
    assert found.plan.recommendations


@pytest.mark.parametrize("name", MET)
def test_the_defaults_read_it_all(name: str) -> None:
    _, file, make = MET[name]
    if name in ("stream_mb", "ratio"):
        pytest.skip("what is made here is beyond the default, too")
    found = extract_bytes(make(), file)
    assert not found.partial
    assert found.plan.recommendations


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"x" * MEGABYTE)
    assert len(read_file(path, Limits(size_mb=1))) == MEGABYTE
    path.write_bytes(b"x" * (MEGABYTE + 1))
    with pytest.raises(DocumentError, match="limit size_mb=1"):
        read_file(path, Limits(size_mb=1))


def test_the_page_about_limits_lists_them() -> None:
    rows = ROW.findall(DOC.read_text(encoding="utf-8"))
    limits = [(limit.name, limit.default, limit.metadata) for limit in Limits.listed()]
    assert rows == [(name, f"{int(default):,}", about["meaning"], about["code"]) for name, default, about in limits]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (["colour=1"], "no such limit"),
        (["pages"], "must be a number, as in pages=2000"),
        (["pages=many"], "must be a number"),
        (["pages=1.5"], "must be a number"),
        (["pages=0"], "above 0"),
        (["pages=-1"], "above 0"),
        (["timeout_seconds=nan"], "above 0"),
        (["timeout_seconds=inf"], "finite"),
        (["xml_depth=257"], "cannot be above 256"),
    ],
)
def test_a_setting_that_is_none_is_refused(settings: list[str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        DEFAULT.changed(settings)


def test_settings_change_limits() -> None:
    assert DEFAULT.changed(["pages=10", " timeout-seconds = 1.5", "pages=2_000"]) == Limits(timeout_seconds=1.5)


def test_the_command_line_takes_limits(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdfs.TWO)

    def say(*arguments: Any) -> str:
        return CliRunner().invoke(app, [str(argument) for argument in arguments]).output

    assert "limit pages=1" in say("explain", path, "--limit", "pages=1")
    assert "1 in part" in say("convert", path, "--out", tmp_path / "out", "--limit", "pages=1", "--limit", "rows=9")
    assert "no such limit" in say("show", path, "--limit", "colour=1")
