from __future__ import annotations

import pytest

from actionplan_extract.interpret.units import headings_in, split_units, subheading

from .helpers import paragraphs, text_of


def units(text: str, *, fine: bool = False) -> list[str]:
    return [text_of(unit.paragraphs) for unit in split_units(paragraphs(text), fine=fine)]


@pytest.mark.parametrize(
    ("text", "expected", "fine"),
    [
        ("We ask.\nWe listen.", ["We ask.", "We listen."], ["We ask.", "We listen."]),
        (
            "We will:\n- ask\n- listen\nWe act.",
            ["We will:\n- ask\n- listen", "We act."],
            ["We will:", "- ask", "- listen", "We act."],
        ),
        ("- ask\n- listen", ["- ask", "- listen"], ["- ask", "- listen"]),
        ("- ask\n  - staff\n- listen", ["- ask\n- staff", "- listen"], ["- ask\n- staff", "- listen"]),
        ("We ask.\n- staff\n- members", ["We ask.", "- staff", "- members"], ["We ask.", "- staff", "- members"]),
        ("", [], []),
    ],
)
def test_a_list_belongs_to_what_announces_it(text: str, expected: list[str], fine: list[str]) -> None:
    assert units(text) == expected
    assert units(text, fine=True) == fine


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("<p><b>Internal</b> We will ask.</p>", "Internal", "We will ask."),
        ("<p><b>Internal:</b> we ask.</p>", "Internal", "we ask."),
        ("<p><b>Internal</b></p>", "Internal", None),
        ("<p><b>We</b> will ask</p>", "", "We will ask"),
        ("<p><b>We will ask.</b> And listen.</p>", "", "We will ask. And listen."),
        ("<p><b>2024</b> Agreed</p>", "", "2024 Agreed"),
        ("<ul><li><b>Ask</b> Staff first</li></ul>", "", "Ask Staff first"),
        (
            "<p><b>All of this is set in bold type for no reason at all</b></p>",
            "",
            "All of this is set in bold type for no reason at all",
        ),
        ("<p>We will ask.</p>", "", "We will ask."),
    ],
)
def test_a_subheading_is_set_apart_at_the_start(text: str, title: str, rest: str | None) -> None:
    found, left = subheading(paragraphs(text)[0])
    assert (str(found), left.text if left else None) == (title, rest)


def test_a_subheading_opens_a_unit_and_is_left_out_of_its_text() -> None:
    found = split_units(paragraphs("<p><u>Inside</u></p><p>We ask.</p><p>We act.</p><p><u>Outside</u> We listen.</p>"))
    assert [(str(unit.heading), text_of(unit.paragraphs)) for unit in found] == [
        ("Inside", "We ask."),
        ("", "We act."),
        ("Outside", "We listen."),
    ]


def test_headings_are_counted() -> None:
    assert headings_in(paragraphs("<p><u>Inside</u></p><p>We ask.</p><p><u>Outside</u> We listen.</p>")) == 2
