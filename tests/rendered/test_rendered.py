"""The renderers and the truth they write; what the program makes of the files is measured in measure.py."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import docx
import pikepdf
import pytest
from bs4 import BeautifulSoup

from .content import Line, Plan, lines
from .cuts import letters, page_letters
from .layouts import LAYOUTS, set_out
from .office import TAGGED, UNTAGGED, convert, print_page
from .plans import PLANS
from .render import WRITERS, formats_of, pdf_truth
from .sheet import written
from .styles import STYLES
from .truth import expected
from .word import to_docx

needs_soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="soffice not installed")
needs_chromium = pytest.mark.skipif(shutil.which("chromium") is None, reason="chromium not installed")

SHORT_PLANS = [plan for plan in PLANS if plan.name != "lincolnshire"]
SLOUGH = next(plan for plan in PLANS if plan.name == "slough")


def by_name(plan: Plan) -> str:
    return plan.name


def test_there_is_a_plan_for_every_layout_and_no_council_twice() -> None:
    assert {plan.layout for plan in PLANS} == LAYOUTS.keys()
    assert len({plan.gss_code for plan in PLANS}) == len(PLANS) >= 12


def test_lines_are_written_as_they_were_read() -> None:
    text = "Before:\n- one\n  - deeper\n3. three\na) letter\n1.1 is no list item"
    assert "\n".join(map(written, lines(text))) == text
    assert lines("**Bold**") == (Line("Bold", bold=True),)


@pytest.mark.parametrize("plan", PLANS, ids=by_name)
def test_deadlines_bear_a_date_where_their_kind_says_so(plan: Plan) -> None:
    for deadline in (deadline for action in plan.actions() for deadline in action.deadlines):
        assert bool(deadline.earliest or deadline.latest) == (deadline.kind in ("point", "range")) or (
            deadline.kind in ("completed", "ongoing")
        )
        assert not (deadline.earliest and deadline.latest) or deadline.earliest <= deadline.latest
        assert (deadline.recurrence is not None) == (deadline.kind == "recurring")


@pytest.mark.parametrize(
    ("plan", "name"),
    [(plan, name) for plan in SHORT_PLANS for name in ("html", "csv", "md", "txt") if name in formats_of(plan)],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_a_written_file_holds_every_action_and_deadline(plan: Plan, name: str) -> None:
    text = WRITERS[name](set_out(plan), STYLES[plan.styles[0]]).decode()
    found = letters(BeautifulSoup(text, "lxml").get_text("\n") if name == "html" else text.replace("<br>", "\n"))
    for action in plan.actions():
        # Lines aligned by spaces run through all cells, so that only single words stay together there.
        parts = action.text.split() if name == "txt" else action.text.split("\n")
        assert all(letters(part) in found for part in parts)
        assert all(letters(part) in found for due in action.deadlines for part in due.text.split())


@pytest.mark.parametrize("plan", SHORT_PLANS, ids=by_name)
def test_word_files_have_one_cell_a_place_and_keep_merges(plan: Plan) -> None:
    sheet = set_out(plan)
    document = docx.Document(io.BytesIO(to_docx(sheet, STYLES[plan.styles[0]])))
    tables = [table for table in document.tables if len(table.columns) == len(plan.columns)]
    for table, made in zip(tables, sheet.tables, strict=False):
        assert len(table.rows) == len(made.rows)
        assert [len(row.cells) for row in table.rows] == [len(made.widths)] * len(made.rows)


def test_the_truth_names_every_action() -> None:
    for plan in PLANS:
        found = [action["text"] for each in expected(plan)["recommendations"] for action in each["actions"]]
        assert found == [action.text for action in plan.actions()]


@needs_soffice
@pytest.mark.parametrize(("target", "tagged"), [(UNTAGGED, False), (TAGGED, True)])
def test_libreoffice_prints_rows_cut_by_a_page(tmp_path: Path, target: str, tagged: bool) -> None:
    source = tmp_path / "slough.docx"
    source.write_bytes(to_docx(set_out(SLOUGH), STYLES["clear-print"]))
    convert([source], target, tmp_path)
    assert_cut(tmp_path / "slough.pdf", tagged=tagged)


@needs_chromium
def test_chromium_prints_rows_cut_by_a_page(tmp_path: Path) -> None:
    source = tmp_path / "slough.html"
    source.write_bytes(WRITERS["html"](set_out(SLOUGH), STYLES["clear-print"]))
    print_page(source, tmp_path / "slough.pdf")
    assert_cut(tmp_path / "slough.pdf", tagged=True)


def assert_cut(pdf: Path, *, tagged: bool) -> None:
    """Is a row of Slough's plan said to be cut just where a cell of it stands whole on no page?"""
    with pikepdf.open(pdf) as opened:
        assert ("/StructTreeRoot" in opened.Root) is tagged
    (table,) = pdf_truth(SLOUGH, "clear-print", pdf)["tables"]
    rows, pages = table["rows"][1:], page_letters(pdf)
    whole = [all(any(letters(cell["text"]) in page for page in pages) for cell in row["cells"]) for row in rows]
    assert [row["cut"] for row in rows] == [not held for held in whole]
    assert not all(whole)
    assert not any(letters("We use cookies") in page for page in pages)
