from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan_extract.model import Paragraph
from actionplan_extract.passage import Passage, Place
from actionplan_extract.readers._markup import has_markup, markup_paragraphs

from ..growth import grows_in_step
from .helpers import outline

TAGS = [
    "<p>",
    "</p>",
    "<br>",
    "<ul>",
    "</ul>",
    "<ol>",
    "</ol>",
    "<li>",
    "</li>",
    "<b>",
    "</b>",
    "<u>",
    "</u>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<th>",
    "<div>",
    "</div>",
    "<h2>",
    "</h2>",
    "<span>",
    "</span>",
    "<body>",
    "</body>",
    "<html>",
    "<head>",
    "<title>",
    "</title>",
    "<form>",
    "<hr/>",
    "<o:p>",
    "</o:p>",
    "<!--x-->",
    "<!--",
    "<a",
    "</p",
]


def parse(markup: str) -> tuple[Paragraph, ...]:
    return markup_paragraphs(Passage.of(markup, Place()))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>Ask.</p> <p>Listen.</p>", ["Ask.", "Listen."]),
        ("Ask.<br>Listen.<br/>Act.", ["Ask.", "Listen.", "Act."]),
        ("<p>Ask.<p>Listen.", ["Ask.", "Listen."]),
        ("<ul><li>ask<li>listen</ul>", ["• ask", "• listen"]),
        ("<ul> ➤ Ask ➤ Listen", ["➤ Ask", "➤ Listen"]),
        ("<ul> • Ask • Listen <p>Then we act.</p>", ["• Ask", "• Listen", "Then we act."]),
        ("<ol> 3. Lead 4. Recruit </ol>", ["3. Lead", "4. Recruit"]),
        ("<ol><li>a) ask</li></ol>", ["a) ask"]),
        ("<ul><li>ask<ul><li>staff</li></ul></li><li>act</li></ul>", ["• ask", "  • staff", "• act"]),
        ("<ul><li>ask <ol><li>whom</li><li>when</li></ol></li></ul>", ["• ask", "  • whom", "  • when"]),
        ("<ul><li>ask</li><ul> • staff", ["• ask", "• staff"]),
        ("<div>Ask<div>staff</div>and act</div>", ["Ask", "staff", "and act"]),
        ("Agree <i>all</i> of <span style='x'>it</span>", ["Agree all of it"]),
        ("<p>&nbsp;</p><p>Ask.</p><p></p>", ["Ask."]),
        ("<p>Ask<o:p></o:p></p>", ["Ask"]),
        ("<style>p {margin: 0}</style><p>Ask</p><script>go()</script>", ["Ask"]),
        ("<!-- to do --><p>Ask<!-- whom? --> staff</p>", ["Ask staff"]),
        ("<p>Ask</p><!-- never closed <p>Listen</p>", ["Ask", "<!-- never closed", "Listen"]),
        ("<b>Vision</b>\nAsk.\nListen.", ["Vision", "Ask.", "Listen."]),
        ("<p>Ask\nstaff.</p>", ["Ask\nstaff."]),
        ("<table><tr><td>Ask</td><td>May</td></tr><tr><td>Act</td></tr></table>", ["Ask", "May", "Act"]),
    ],
)
def test_blocks_and_lists_make_paragraphs(markup: str, expected: list[str]) -> None:
    assert outline(parse(markup)) == expected


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Health &amp; safety</p>", "Health & safety"),
        ("<p>&pound;5m &ndash; it&#8217;s&nbsp;agreed &#x2714;</p>", "£5m – it’s\u00a0agreed ✔"),
        ("<p>AT&T; R&D &;&# &#x; &nosuch; &amp</p>", "AT&T; R&D &;&# &#x; &nosuch; &amp"),
        ("<p>Less than <5%, more than >9</p>", "Less than <5%, more than >9"),
        ("<p>Lead: <insert name> by < May ></p>", "Lead: <insert name> by < May >"),
        ("<p>&lt;b&gt; is bold</p>", "<b> is bold"),
        ("<p title='\ue0000\ue001'>Ask \ue0001\ue001</p>", "Ask \ue0001\ue001"),
    ],
)
def test_text_between_tags_is_kept_as_it_reads(markup: str, text: str) -> None:
    (paragraph,) = parse(markup)
    assert paragraph.text == text


def test_an_ampersand_keeps_its_place() -> None:
    (paragraph,) = parse("<p>Health &amp; safety</p>")
    assert [(piece.text, piece.start) for piece in paragraph.passage.sources()] == [
        ("Health ", 3),
        ("&", 10),
        (" safety", 15),
    ]


@pytest.mark.parametrize(
    ("markup", "lead"),
    [
        ("<p><u>Internal</u> We will ask.</p>", 8),
        ("<p><b>Internal</b></p>", 8),
        ("<p><b>In</b><b>ternal</b> We ask.</p>", 8),
        ("<p> <strong>Internal:</strong> we ask</p>", 9),
        ("<p>We <b>will</b> ask</p>", 0),
        ("<p>We ask</p>", 0),
    ],
)
def test_type_that_sets_the_start_apart_leads(markup: str, lead: int) -> None:
    assert parse(markup)[0].lead == lead


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>Ask", True),
        ("a <BR/> b", True),
        ("<ul style='x'>", True),
        ("less than <5%", False),
        ("<insert name>", False),
        ("a < b > c", False),
        ("<!-- note -->", False),
    ],
)
def test_only_tags_are_markup(text: str, expected: bool) -> None:
    assert has_markup(text) is expected


@given(st.lists(st.sampled_from([*TAGS, ""]), max_size=20))
def test_no_word_is_lost_or_moved_however_broken_the_nesting(tags: list[str]) -> None:
    markup = "".join(f"{tag} word{number} " for number, tag in enumerate(tags) if tag != "<a")
    text = " ".join(paragraph.text for paragraph in parse(markup))
    assert re.findall(r"word\d+", text) == re.findall(r"word\d+", markup)


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<ul><li>", "<p><u>", "<table><tr><td>"])
def test_deep_nesting_loses_nothing(tag: str) -> None:
    assert [p.text for p in parse(tag * 3000 + "Ask")][-1] == "Ask"


@pytest.mark.parametrize(
    "junk",
    ["<!--", "<p>a", "<b>a</b>", "<li>a", "&amp;", "<style>", "<a", "<b>• a</b> ", "1. a ", "a\n", "\u00a0", "• a "],
)
def test_reading_grows_in_step_with_the_text(junk: str) -> None:
    assert grows_in_step(lambda times: parse("<p>" + junk * times), 5_000 // len(junk))
