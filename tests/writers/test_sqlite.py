import json
import os
import sqlite3
from contextlib import closing

import pytest

from actionplan_extract.errors import OutputError
from actionplan_extract.writers import sqlite
from actionplan_extract.writers._tables import TABLES

from .plans import CrashError, crashing_plans, full_plan, plan_of_text


def ask(folder, question: str) -> list[tuple]:
    with closing(sqlite3.connect(folder / "actionplans.sqlite")) as connection:
        return connection.execute(question).fetchall()


def test_tables_join_on_their_keys(tmp_path):
    sqlite.write([full_plan()], tmp_path)
    question = """
        SELECT council, heading, owners.text FROM owners
        JOIN recommendations USING (recommendation_id, council) WHERE name LIKE 'Cllr%'
    """
    assert ask(tmp_path, question) == [("Ashby Council", "Vision", "Cllr B. Bee")]
    assert ask(tmp_path, "PRAGMA foreign_key_check") == []
    assert ask(tmp_path, "PRAGMA integrity_check") == [("ok",)]


def test_every_row_is_there(tmp_path):
    sqlite.write([full_plan()], tmp_path)
    for table in TABLES:
        assert ask(tmp_path, f'SELECT count(*) FROM "{table.name}"') == [(len(list(table.rows(full_plan()))),)]  # noqa: S608


def test_dates_are_iso_and_lists_are_json(tmp_path):
    sqlite.write([full_plan()], tmp_path)
    ((latest, progress, page),) = ask(tmp_path, "SELECT latest, progress, page FROM actions WHERE number = '1.1'")
    assert (latest, page) == ("2024-03-31", 2)
    assert json.loads(progress)[0] == {"text": "Drafted", "as_of": "2024-01"}


def test_text_is_bound_not_run(tmp_path):
    text = "'); DROP TABLE actions; --"
    sqlite.write([plan_of_text(text)], tmp_path)
    assert ask(tmp_path, "SELECT text FROM actions") == [(text,)]


def test_no_plans_make_empty_tables(tmp_path):
    sqlite.write([], tmp_path)
    assert ask(tmp_path, "SELECT * FROM actions") == []


def test_same_plans_same_bytes(tmp_path):
    first = sqlite.write([full_plan()], tmp_path)[0].read_bytes()
    assert sqlite.write([full_plan()], tmp_path)[0].read_bytes() == first


def test_a_document_given_twice_is_refused(tmp_path):
    with pytest.raises(OutputError, match=r"actionplans\.sqlite: UNIQUE constraint failed"):
        sqlite.write([full_plan(), full_plan()], tmp_path)
    assert os.listdir(tmp_path) == []


def test_crash_in_mid_write_leaves_the_old_file(tmp_path):
    before = sqlite.write([full_plan()], tmp_path)[0].read_bytes()
    with pytest.raises(CrashError):
        sqlite.write(crashing_plans(), tmp_path)
    assert os.listdir(tmp_path) == ["actionplans.sqlite"]
    assert (tmp_path / "actionplans.sqlite").read_bytes() == before
