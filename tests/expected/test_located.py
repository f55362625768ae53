from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan_extract.expected.located import Json, JsonError, LocatedJson, to_pointer, value_offsets

KEYS = st.text(alphabet='ab/~"\\ é\n', max_size=3)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet='[]{},:"\\/~ é\n', max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
)


def pointers(value: Json, steps: tuple[str | int, ...] = ()) -> list[tuple[str, Json]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(to_pointer(steps), value), *(found for step, held in inner for found in pointers(held, (*steps, step)))]


@given(VALUES, st.sampled_from([None, 0, 3]))
def test_every_value_stands_where_its_offset_says(value: Json, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    read_back = [(pointer, json.JSONDecoder().raw_decode(text, offset)[0]) for pointer, offset in value_offsets(text)]
    assert read_back == pointers(value)


def test_positions_count_lines_and_columns_from_one() -> None:
    located = LocatedJson('{\n  "a": [1,\n    {"b": null}]\n}', {"a": [1, {"b": None}]})
    assert located.position("") == (1, 1)
    assert located.position("/a/0") == (2, 9)
    assert located.position("/a/1/b") == (3, 11)


def test_an_absent_value_stands_where_what_would_hold_it_does() -> None:
    located = LocatedJson('{"a": [\n{}]}', {"a": [{}]})
    assert located.position("/a/0/deadlines/3/latest") == located.position("/a/0") == (2, 1)


def test_fields_given_twice_are_named() -> None:
    text = '{"a": {"b": 1, "b": 2}, "c": [1, 1]}'
    assert LocatedJson(text, json.loads(text)).repeated() == ["/a/b"]


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [(b'{\n "a": tru\n}', 2, 7), (b"", 1, 1), (b'{"a": "\xff"}', 1, 1), (b"[" * 100_000, 1, 1), (b"1" * 5000, 1, 1)],
)
def test_what_is_no_json_is_refused_with_its_place(tmp_path: Path, content: bytes, line: int, column: int) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(content)
    with pytest.raises(JsonError) as caught:
        LocatedJson.read(path)
    assert (caught.value.line, caught.value.column) == (line, column)


def test_a_byte_order_mark_is_no_part_of_the_json(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(b'\xef\xbb\xbf{"a": 1}')
    assert LocatedJson.read(path).as_object() == {"a": 1}
