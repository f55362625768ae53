import os

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from actionplan_extract.writers import parquet
from actionplan_extract.writers._tables import TABLES, table

from .plans import CrashError, crashing_plans, full_plan, make_plan

NAMES = sorted(f"{table.name}.parquet" for table in TABLES)


def test_round_trip(tmp_path):
    parquet.write([full_plan()], tmp_path)
    for each in TABLES:
        read = pq.read_table(tmp_path / f"{each.name}.parquet").to_pylist()
        assert read == pa.Table.from_pylist([row.model_dump() for row in each.rows(full_plan())]).to_pylist()


def test_types_are_pinned():
    schema = parquet.arrow_schema(table("actions"))
    assert schema.field("latest").type == pa.date32()
    assert schema.field("rag").type == pa.dictionary(pa.int8(), pa.string())
    assert schema.field("page").type == pa.int32()
    assert schema.field("confidence").type == pa.float64()
    assert schema.field("text").type == pa.string()
    assert not schema.field("text").nullable
    progress = schema.field("progress").type.value_type
    assert [(field.name, field.type) for field in progress] == [("text", pa.string()), ("as_of", pa.string())]
    evidence = schema.field("evidence").type.value_type
    assert evidence.field("bbox").type == pa.list_(pa.float64())
    assert evidence.field("span").type == pa.list_(pa.int32())


def test_schema_is_the_same_whatever_the_plans_hold(tmp_path):
    for plans in ([], [make_plan()], [full_plan()]):
        parquet.write(plans, tmp_path)
        for each in TABLES:
            written = pq.read_schema(tmp_path / f"{each.name}.parquet")
            assert written.equals(parquet.arrow_schema(each), check_metadata=False)


def test_metadata_says_what_it_is(tmp_path):
    parquet.write([], tmp_path)
    schema = pq.read_schema(tmp_path / "actions.parquet")
    assert schema.metadata[b"schema_version"] == b"1.0"
    assert schema.metadata[b"description"].startswith(b"One row an action")
    assert schema.field("rag").metadata[b"description"] == b"Its colour rating."


def test_no_plans_make_empty_tables(tmp_path):
    assert sorted(path.name for path in parquet.write([], tmp_path)) == NAMES
    assert [pq.read_table(tmp_path / name).num_rows for name in NAMES] == [0] * 6


def test_same_plans_same_bytes(tmp_path):
    first = [path.read_bytes() for path in parquet.write([full_plan()] * 3, tmp_path / "a")]
    assert [path.read_bytes() for path in parquet.write([full_plan()] * 3, tmp_path / "b")] == first


def test_plans_stream_through_in_row_groups(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "ROWS_A_GROUP", 4)
    parquet.write((full_plan() for _ in range(5)), tmp_path)
    file = pq.ParquetFile(tmp_path / "actions.parquet")
    assert [file.metadata.row_group(i).num_rows for i in range(file.num_row_groups)] == [4, 4, 2]
    assert file.read().column("rag").to_pylist() == ["green", None] * 5


def test_crash_in_mid_write_leaves_the_old_files(tmp_path):
    parquet.write([full_plan()], tmp_path)
    before = {name: (tmp_path / name).read_bytes() for name in NAMES}

    with pytest.raises(CrashError):
        parquet.write(crashing_plans(), tmp_path)
    assert sorted(os.listdir(tmp_path)) == NAMES
    assert {name: (tmp_path / name).read_bytes() for name in NAMES} == before
