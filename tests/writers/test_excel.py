import os
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from actionplan_extract.errors import OutputError
from actionplan_extract.schema import Point, Recommendation
from actionplan_extract.writers import excel

from .plans import CrashError, crashing_plans, full_plan, make_action, make_plan, plan_of_text


def opened(plans, folder, **options):
    (path,) = excel.write(plans, folder)
    return openpyxl.load_workbook(path, **options)


def sheet_rows(sheet) -> list[dict[str, object]]:
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def cell_of(folder, text: str):
    """The cell in which the action's text is shown."""
    sheet = opened([plan_of_text(text)], folder)["Actions"]
    header = [cell.value for cell in sheet[1]]
    return sheet.cell(2, header.index("Action") + 1)


def test_sheets_hold_the_plans(tmp_path):
    workbook = opened([full_plan()], tmp_path, read_only=True)
    assert workbook.sheetnames == ["Actions", "Deadlines", "Documents", "Findings", "Read me"]
    assert [len(sheet_rows(workbook[name])) for name in workbook.sheetnames[:4]] == [2, 11, 1, 2]
    first = sheet_rows(workbook["Actions"])[0]
    assert first["Action"] == "Agree a vision\n- with partners"
    assert first["Latest"] == datetime(2024, 3, 31)  # noqa: DTZ001
    assert first["Confidence"] == 1
    assert first["Page"] == 2
    workbook.close()


def test_opens_ready_to_use(tmp_path):
    workbook = opened([full_plan()], tmp_path)
    for name in ("Actions", "Deadlines", "Documents", "Findings"):
        sheet = workbook[name]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.column_dimensions["A"].width > 10
    actions = workbook["Actions"]
    assert actions["K2"].is_date
    assert actions["K2"].number_format == "dd mmm yyyy"
    assert actions["G2"].alignment.wrap_text


def test_low_confidence_is_filled(tmp_path):
    rules = opened([full_plan()], tmp_path)["Actions"].conditional_formatting
    limits = [(rule.operator, rule.formula) for area in rules for rule in area.rules if rule.operator == "lessThan"]
    assert limits == [("lessThan", ["0.5"]), ("lessThan", ["0.8"])]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "{=SUM(A1)}", "http://bad.example", "mailto:a@b.c", "12", "1.2", "2024-03-01", "TRUE", "  padded ",
     "_x0041_", "<r><t>x</t></r>extra", "a\nb", "Môn 🏛"],
)  # fmt: skip
def test_text_stays_text_to_the_letter(tmp_path, text):
    cell = cell_of(tmp_path, text)
    assert cell.data_type == "s"
    assert openpyxl.utils.escape.unescape(cell.value) == text
    assert cell.hyperlink is None


def test_text_like_the_librarys_own_markup_stays_text(tmp_path):
    assert cell_of(tmp_path, "<r><t>a</t></r>").value == "<r><t>a</t></r> "


def test_control_characters_are_dropped(tmp_path):
    assert cell_of(tmp_path, "a\x00b\x0bc\ufffe").value == "abc"


def test_huge_text_is_cut_with_a_mark(tmp_path):
    value = cell_of(tmp_path, "a" * 40_000).value
    assert len(value) == 32_767
    assert value.endswith("… [cut]")


def test_a_day_that_spreadsheets_differ_on_is_text(tmp_path):
    old = Point(text="1 May 1066", precision="day", earliest=date(1066, 5, 1), latest=date(1900, 3, 1))
    plan = make_plan(Recommendation(id="r01", actions=[make_action("r01.a01", deadlines=[old])]))
    (row,) = sheet_rows(opened([plan], tmp_path)["Actions"])
    assert row["Earliest"] == "1066-05-01"
    assert row["Latest"] == datetime(1900, 3, 1)  # noqa: DTZ001


def test_no_plans_make_empty_sheets(tmp_path):
    workbook = opened([], tmp_path)
    assert [workbook[name].max_row for name in ("Actions", "Deadlines", "Documents", "Findings")] == [1] * 4


def test_read_me_says_what_each_column_means(tmp_path):
    workbook = opened([], tmp_path)
    explained = [tuple(row) for row in workbook["Read me"].iter_rows(values_only=True)]
    titles = [cell.value for cell in workbook["Actions"][1]]
    assert set(titles) | {"recurring", "unparsed"} <= {title for title, meaning in explained if meaning}


def test_same_plans_same_bytes(tmp_path):
    first = excel.write([full_plan()], tmp_path)[0].read_bytes()
    assert excel.write([full_plan()], tmp_path)[0].read_bytes() == first
    core = zipfile.ZipFile(tmp_path / "actionplans.xlsx").read("docProps/core.xml")
    assert b"2000-01-01T00:00:00Z" in core


def test_full_sheet_is_an_error_not_a_loss(tmp_path, monkeypatch):
    monkeypatch.setattr(excel, "LAST_ROW", 3)
    with pytest.raises(OutputError, match="its sheet Deadlines can hold no more than 3 rows"):
        excel.write([full_plan()], tmp_path)
    assert os.listdir(tmp_path) == []


def test_crash_in_mid_write_leaves_the_old_file(tmp_path):
    before = excel.write([full_plan()], tmp_path)[0].read_bytes()

    with pytest.raises(CrashError):
        excel.write(crashing_plans(), tmp_path)
    assert os.listdir(tmp_path) == ["actionplans.xlsx"]
    assert (tmp_path / "actionplans.xlsx").read_bytes() == before
