import json

import pyarrow.parquet as pq
import pytest

from actionplan_extract.writers import datapackage, parquet

from .plans import full_plan

# What the Table Schema specification calls what the tables hold.
TYPES = {"string": "string", "int32": "integer", "double": "number", "date32[day]": "date"}


@pytest.fixture
def package(tmp_path):
    parquet.write([full_plan()], tmp_path)
    (path,) = datapackage.write([full_plan()], tmp_path)
    return json.loads(path.read_text(encoding="utf-8"))


def test_package_is_named(package):
    assert package["name"] == "actionplans"
    assert package["version"] == "1.0"
    assert "licenses" not in package
    assert "created" not in package


def test_every_resource_is_there_with_its_fields_and_types(package, tmp_path):
    for resource in package["resources"]:
        schema = pq.read_schema(tmp_path / resource["path"])
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == schema.names
        for field in fields:
            kind = str(getattr(schema.field(field["name"]).type, "value_type", schema.field(field["name"]).type))
            is_list = str(schema.field(field["name"]).type).startswith("list")
            assert field["type"] == ("array" if is_list else TYPES[kind])
            assert field["title"]
            assert field["description"]


def test_keys_lead_to_fields_that_exist(package):
    fields = {r["name"]: {field["name"] for field in r["schema"]["fields"]} for r in package["resources"]}
    assert list(fields) == ["documents", "recommendations", "actions", "deadlines", "owners", "findings"]
    for resource in package["resources"]:
        assert set(resource["schema"]["primaryKey"]) <= fields[resource["name"]]
        for key in resource["schema"]["foreignKeys"]:
            assert set(key["fields"]) <= fields[resource["name"]]
            assert set(key["reference"]["fields"]) <= fields[key["reference"]["resource"]]


def test_constraints(package):
    actions = {field["name"]: field for field in package["resources"][2]["schema"]["fields"]}
    assert actions["action_id"]["constraints"] == {"required": True, "unique": True}
    assert actions["rag"]["constraints"] == {"enum": ["red", "amber", "green", "blue", "grey"]}
    assert "constraints" not in actions["latest"]


def test_same_bytes(tmp_path):
    first = datapackage.write([], tmp_path)[0].read_bytes()
    assert datapackage.write([full_plan()], tmp_path)[0].read_bytes() == first
