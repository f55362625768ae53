import csv
import os

import pytest

from actionplan_extract.writers import csv_table

from .plans import CrashError, crashing_plans, full_plan, plan_of_text


def written(plans, folder) -> list[dict[str, str]]:
    (path,) = csv_table.write(plans, folder)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_an_action_a_row(tmp_path):
    first, second = written([full_plan()], tmp_path)
    assert first["council"] == "Ashby Council"
    assert first["text"] == "Agree a vision\n- with partners"
    assert (first["earliest"], first["latest"]) == ("2024-03-01", "2024-03-31")
    assert first["progress"] == "2024-01: Drafted\nShared"
    assert (second["latest"], second["confidence"], second["page"]) == ("", "0.4", "")


def test_excel_sees_utf8_and_every_cell_is_quoted(tmp_path):
    csv_table.write([plan_of_text("Môn")], tmp_path)
    data = (tmp_path / "actions.csv").read_bytes()
    assert data.startswith(b'\xef\xbb\xbf"action_id",')
    assert data.count(b"\xef\xbb\xbf") == 1
    assert '"Môn"'.encode() in data


def test_formula_in_a_document_stays_text(tmp_path):
    (row,) = written([plan_of_text('=HYPERLINK("http://bad.example","click")')], tmp_path)
    assert row["text"] == '\'=HYPERLINK("http://bad.example","click")'


def test_control_characters_are_dropped(tmp_path):
    (row,) = written([plan_of_text("a\x00b\x07c")], tmp_path)
    assert row["text"] == "abc"


def test_no_plans_make_a_header(tmp_path):
    assert written([], tmp_path) == []
    assert (tmp_path / "actions.csv").read_text(encoding="utf-8-sig").startswith('"action_id"')


def test_same_plans_same_bytes(tmp_path):
    first = csv_table.write([full_plan()], tmp_path)[0].read_bytes()
    assert csv_table.write([full_plan()], tmp_path)[0].read_bytes() == first


def test_crash_in_mid_write_leaves_the_old_file(tmp_path):
    before = csv_table.write([full_plan()], tmp_path)[0].read_bytes()

    with pytest.raises(CrashError):
        csv_table.write(crashing_plans(), tmp_path)
    assert os.listdir(tmp_path) == ["actions.csv"]
    assert (tmp_path / "actions.csv").read_bytes() == before
