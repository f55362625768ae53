"""The promise of every reader: a piece of text equals the source's verbatim text at its span."""

from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan_extract.errors import Damaged
from actionplan_extract.readers import csv, html, markdown, text, tsv

from .helpers import document_of, misplaced, passages

READERS = (csv, html, markdown, text, tsv)
PARTS = st.sampled_from(
    [
        *("\t", "\n", "\r\n", "\r", ",", ";", "|", '"', '""', " ", "\u00a0", "\x0b", "\u2028", "-", "--\t--", "\\|"),
        *(
            "<p>",
            "</p>",
            "<br>",
            "<ul>",
            "<li>",
            "<b>",
            "</b>",
            "<u>",
            "<table>",
            "<td>",
            "<!--",
            "-->",
            "<5%",
            "<x y>",
        ),
        *("&amp;", "&nbsp;", "&pound;", "&#8217;", "&#x;", "&;", "&nosuch;", "\ue0000\ue001", "**", "__", "# ", "1. "),
        *(
            "• ",
            "➤ b",
            "(a) ",
            "o ",
            "| --- | --- |",
            "Agree the plan",
            "and print it.",
            "March 2024",
            "é",
            "\U0001f600",
        ),
    ]
)
TEXTS = st.lists(PARTS | st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=4), max_size=40).map(
    "".join
)


@pytest.mark.parametrize("reader", READERS, ids=lambda module: module.FORMAT)
@given(text=TEXTS)
def test_every_piece_is_the_sources_own_text(reader: ModuleType, text: str) -> None:
    document = reader.read(text.encode(), "plan")
    assert misplaced(document) == []


@pytest.mark.parametrize("reader", READERS, ids=lambda module: module.FORMAT)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_by_name(reader: ModuleType, data: bytes) -> None:
    try:
        document = reader.read(data, "plan")
    except Damaged:
        return
    assert misplaced(document) == []


@given(text=TEXTS)
def test_half_a_character_pair_in_utf_16_is_replaced(text: str) -> None:
    data = b"\xff\xfe" + text.encode("utf-16-le", errors="replace") + b"\x00\xd8"
    document = csv.read(data, "plan.csv")
    assert document.pages[0].text.endswith("\ufffd")
    assert misplaced(document) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("plan.tsv", 'Ref\tAction\tWhen\n1\t<p>Agree &amp; print</p> <ul><li>"a" &lt; b</ul>\tMarch\u00a02024\n'),
        ("plan.csv", 'Ref,Action,When\r\n1,"Say ""yes"" to\r\nall, and <b>mean</b> it",\U0001f600 2024\r\n'),
        ("plan.md", "# Plan\n\n| Ref | Action | When |\n| - | - | - |\n| 1 | **Agree** \\| print<br>- one | 2024 |\n"),
        (
            "plan.txt",
            "Plan\n\n" + "".join(f"\t{part}\n" for part in ["Ref", "Action", "When", "1", "Agree\u2028it", "2024"]),
        ),
    ],
)
def test_each_format_keeps_the_place_of_its_words(name: str, text: str) -> None:
    document = document_of(text, name)
    assert misplaced(document) == []
    assert {"2024"} <= {word for passage in passages(document) for word in passage.text.split()}
