import pandas as pd
import pytest

from actionplan_extract.errors import Damaged, NotFound
from actionplan_extract.results import load
from actionplan_extract.writers import parquet

from .writers.plans import full_plan


@pytest.fixture
def out(tmp_path):
    parquet.write([full_plan()], tmp_path)
    return tmp_path


def test_dates_are_dates(out):
    actions = load(str(out)).actions
    assert pd.api.types.is_datetime64_dtype(actions["latest"])
    assert actions["latest"][0] == pd.Timestamp("2024-03-31")
    assert actions["latest"].dt.year.dropna().tolist() == [2024]
    assert pd.isna(actions["latest"][1])


def test_types_are_those_people_expect(out):
    tables = load(out)
    assert tables.actions["text"].dtype == "str"
    assert tables.actions["alignment"].dtype == "category"
    assert tables.actions["page"].dtype == "Int64"
    assert tables.actions["confidence"].dtype == "float64"
    assert tables.deadlines["kind"].value_counts()["point"] == 2


def test_tables_join_on_their_keys(out):
    tables = load(out)
    joined = tables.deadlines.merge(tables.actions, on="action_id", validate="many_to_one")
    assert len(joined) == len(tables.deadlines) == 11


def test_a_run_without_plans_has_the_same_types(out, tmp_path):
    parquet.write([], tmp_path / "none")
    none, some = load(tmp_path / "none"), load(out)
    assert len(none.actions) == 0
    kept = [column for column, kind in some.actions.dtypes.items() if kind != "category"]
    assert none.actions.dtypes[kept].equals(some.actions.dtypes[kept])


def test_a_folder_that_is_no_runs_output_is_named(tmp_path):
    with pytest.raises(NotFound, match=r"is no run's output: there is no documents\.parquet, "):
        load(tmp_path)


def test_a_damaged_table_is_named(out):
    (out / "owners.parquet").write_bytes(b"not parquet")
    with pytest.raises(Damaged, match=r"owners\.parquet"):
        load(out)
