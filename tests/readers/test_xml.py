from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from actionplan_extract.errors import Damaged, TooLarge
from actionplan_extract.limits import Limits
from actionplan_extract.readers._xml import each_element, parse

Reading = Callable[[bytes], object]
BOTH = pytest.mark.parametrize("read", [lambda data: parse(data, "it"), lambda data: [*each_element(data, "it")]])


def bomb() -> bytes:
    rungs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE a [<!ENTITY e0 "ten letter">{rungs}]><a b="&e9;">&e9;</a>'.encode()


def test_gives_the_root_without_comments() -> None:
    assert [child.tag for child in parse(b"<a><!-- c --><?p?><b/></a>", "it")] == ["b"]


def test_each_element_is_seen_whole_and_then_emptied() -> None:
    data = b"<t><r><c>1</c><c>2</c></r><r><c>3</c></r></t>"
    assert ["".join(row.itertext()) for row in each_element(data, "it", "r")] == ["12", "3"]


@BOTH
def test_entities_do_not_expand(read: Reading) -> None:
    with pytest.raises(Damaged):
        read(bomb())


@BOTH
def test_a_file_on_the_machine_is_not_read(read: Reading, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    with pytest.raises(Damaged, match="document type"):
        read(f'<!DOCTYPE a [<!ENTITY s SYSTEM "{secret.as_uri()}">]><a>&s;</a>'.encode())


@BOTH
@pytest.mark.parametrize("data", [b"", b"<a>", b"<a>&b;</a>", b"no markup", b"\x00", "<a>ß</a>".encode("latin-1")])
def test_what_is_not_well_formed_is_damaged(read: Reading, data: bytes) -> None:
    with pytest.raises(Damaged):
        read(data)


@BOTH
def test_deep_nesting_is_too_large(read: Reading) -> None:
    with pytest.raises(TooLarge, match="limit xml_depth=256"):
        read(b"<a>" * 5000 + b"</a>" * 5000)


def test_a_tree_is_bounded() -> None:
    with pytest.raises(TooLarge, match="limit xml_mb=1"):
        parse(b"<a>" + b" " * 1024 * 1024 + b"</a>", "it", limits=Limits(xml_mb=1))


@pytest.mark.parametrize("depth", [3, 4])
def test_depth_is_bounded(depth: int) -> None:
    data = b"<a>" * depth + b"</a>" * depth
    if depth == 3:
        assert parse(data, "it", limits=Limits(xml_depth=3)).tag == "a"
        return
    with pytest.raises(TooLarge, match="limit xml_depth=3"):
        parse(data, "it", limits=Limits(xml_depth=3))


def test_the_root_is_an_element() -> None:
    assert isinstance(parse("<?xml version='1.0' encoding='UTF-16'?><a/>".encode("utf-16"), "it"), etree._Element)
