"""The numbers and bullets of a Word document, as Word prints them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from .helpers import misplaced, outline
from .word_fixtures import numbered, only_table, p, paragraphs_of, tbl, tc, tr, word


def level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}'
        f'<w:pPr><w:ind w:left="{720 * (at + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def definition(identity: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identity}">{"".join(levels)}</w:abstractNum>'


def use(identity: int, of: int, *overrides: str) -> str:
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def start_at(at: int, first: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{first}"/></w:lvlOverride>'


PLAIN = definition(1, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "lowerRoman", "%3."))
LEGAL = definition(2, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
BULLETS = definition(3, level(0, "bullet", "\uf0b7"), level(1, "bullet", "o"))
NUMBERING = PLAIN + LEGAL + BULLETS + use(1, 1) + use(2, 2) + use(3, 3) + use(4, 1, start_at(0, 5)) + use(5, 1)

Item = tuple[int, int]


def printed(items: Sequence[Item], numbering: str = NUMBERING, styles: str = "") -> list[str]:
    """The text of one cell with an item "x" for each list and level (list 0: no item)."""
    blocks = [p("x", properties=numbered(*item) if item[0] else "") for item in items]
    document = word(tbl(tr(tc(*blocks))), numbering=numbering, styles=styles)
    assert misplaced(document) == []
    return [found.whole.text.replace("\t", " ") for found in only_table(document).cells[0].paragraphs]


@pytest.mark.parametrize(
    ("items", "texts"),
    [
        ([(1, 0), (1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], ["1. x", "2. x", "a) x", "b) x", "3. x", "a) x"]),
        ([(2, 0), (2, 1), (2, 1), (2, 0), (2, 1), (2, 2)], ["1 x", "1.1 x", "1.2 x", "2 x", "2.1 x", "2.1.1 x"]),
        ([(2, 1), (2, 1)], ["1.1 x", "1.2 x"]),
        ([(1, 0), (0, 0), (1, 0)], ["1. x", "x", "2. x"]),
        ([(1, 0), (5, 0)], ["1. x", "2. x"]),  # two lists of one definition count together,
        ([(1, 0), (4, 0), (4, 0)], ["1. x", "5. x", "6. x"]),  # unless one says where it starts
        ([(9, 0)], ["x"]),
        ([(1, 99)], ["x"]),
    ],
)
def test_numbers_count_as_word_counts(items: list[Item], texts: list[str]) -> None:
    assert printed(items) == texts


@pytest.mark.parametrize(
    ("form", "text", "numbers"),
    [
        ("upperLetter", "%1", "A B C"),
        ("lowerRoman", "(%1)", "(i) (ii) (iii)"),
        ("upperRoman", "%1.", "I. II. III."),
        ("decimalZero", "%1", "01 02 03"),
        ("ordinal", "%1", "1st 2nd 3rd"),
        ("decimal", "R%1:", "R1: R2: R3:"),
        ("decimal", "Recommendation %1", "Recommendation 1 Recommendation 2 Recommendation 3"),
        ("nosuch", "%1", "1 2 3"),
    ],
)
def test_formats(form: str, text: str, numbers: str) -> None:
    numbering = definition(1, level(0, form, text)) + use(1, 1)
    assert " ".join(found.removesuffix(" x") for found in printed([(1, 0)] * 3, numbering)) == numbers


def test_a_level_without_numbers_prints_none() -> None:
    assert printed([(1, 0)], definition(1, level(0, "none", "")) + use(1, 1)) == ["x"]


def test_a_number_with_a_letter() -> None:
    numbering = definition(1, level(0, "decimal", "%1"), level(1, "lowerLetter", "%1%2")) + use(1, 1, start_at(0, 9))
    assert printed([(1, 0), (1, 1), (1, 1)], numbering) == ["9 x", "9a x", "9b x"]


def test_a_level_that_never_restarts() -> None:
    numbering = definition(1, level(0, "decimal", "%1."), level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>'))
    assert printed([(1, 0), (1, 1), (1, 0), (1, 1)], numbering + use(1, 1)) == ["1. x", "1) x", "2. x", "2) x"]


def test_letters_above_in_digits_where_the_level_is_legal() -> None:
    numbering = definition(1, level(0, "upperLetter", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")) + use(1, 1)
    assert printed([(1, 0), (1, 1)], numbering) == ["A. x", "1.1 x"]


def test_an_override_of_the_whole_level() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    assert printed([(1, 0), (1, 0)], PLAIN + use(1, 1, own)) == ["A) x", "B) x"]


def test_numbers_by_style_and_by_the_level_that_names_the_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="One"><w:name w:val="Num 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Two"><w:name w:val="Num 2"/><w:basedOn w:val="One"/></w:style>'
    )
    levels = (
        level(0, "decimal", "%1.", '<w:pStyle w:val="One"/>'),
        level(1, "decimal", "%1.%2", '<w:pStyle w:val="Two"/>'),
    )
    numbering = definition(1, levels[0].replace("One", "Other"), levels[1]) + use(1, 1)
    styled = [p("x", properties=f'<w:pStyle w:val="{name}"/>') for name in ("One", "Two", "Two", "One")]
    plain = p("x", properties='<w:pStyle w:val="One"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    document = word(tbl(tr(tc(*styled, plain))), numbering=numbering, styles=styles)
    found = [paragraph.whole.text.replace("\t", " ") for paragraph in only_table(document).cells[0].paragraphs]
    assert found == ["1. x", "1.1 x", "1.2 x", "2. x", "x"]


def test_a_definition_through_a_list_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="House"><w:name w:val="House list"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="House"/></w:abstractNum>'
    assert printed([(2, 0), (2, 0)], PLAIN + linked + use(1, 1) + use(2, 7), styles) == ["1. x", "2. x"]


def test_definitions_that_refer_to_each_other_end() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/></w:abstractNum>'
    assert printed([(1, 0)], linked + use(1, 1), styles) == ["x"]


def test_bullets_keep_their_level() -> None:
    blocks = [p("Agree:"), *(p("x", properties=numbered(3, at)) for at in (0, 1, 1, 0))]
    document = word(tbl(tr(tc(*blocks))), numbering=NUMBERING)
    paragraphs = only_table(document).cells[0].paragraphs
    assert outline(paragraphs) == ["Agree:", "\uf0b7 x", "  o x", "  o x", "\uf0b7 x"]
    assert [found.is_numbered for found in paragraphs] == [False] * 5


def test_a_symbol_fonts_bullet_is_unicodes() -> None:
    numbering = definition(1, level(0, "bullet", "\uf0b7", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>')) + use(1, 1)
    document = word(p("x", properties=numbered(1)), numbering=numbering)
    assert outline(tuple(paragraphs_of(document))) == ["• x"]


def test_lists_nest_by_indent_where_they_are_lists_of_their_own() -> None:
    deep = '<w:ind w:left="1440" w:hanging="360"/>'
    blocks = [p("x", properties=numbered(3)), p("y", properties=numbered(3) + deep), p("z", properties=numbered(3))]
    document = word("".join(blocks), numbering=NUMBERING)
    assert [found.level for found in paragraphs_of(document)] == [0, 1, 0]


def test_a_number_alone_in_its_cell_is_its_text() -> None:
    rows = [tr(tc(p(properties=numbered(1))), "Agree"), tr(tc(p(properties=numbered(1))), "Print")]
    document = word(tbl(*rows), numbering=NUMBERING)
    assert [cell.text for cell in only_table(document).cells] == ["1.", "Agree", "2.", "Print"]
    assert misplaced(document) == []


def test_an_empty_bullet_is_nothing() -> None:
    document = word(tbl(tr(tc(p(properties=numbered(3)), "x"))), numbering=NUMBERING)
    assert only_table(document).cells[0].text == "x"


def test_a_deleted_item_is_not_counted() -> None:
    gone = p("<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", properties=f"{numbered(1)}<w:rPr><w:del/></w:rPr>")
    document = word(p("one", properties=numbered(1)) + gone + p("two", properties=numbered(1)), numbering=NUMBERING)
    assert [found.whole.text for found in paragraphs_of(document)] == ["1. one", "2. two"]


def test_numbered_headings_have_their_number() -> None:
    heading = f'<w:outlineLvl w:val="0"/>{numbered(2)}'
    document = word(p("Housing", properties=heading) + p("Culture", properties=heading), numbering=NUMBERING)
    assert [(found.heading, found.whole.collapse().text) for found in paragraphs_of(document)] == [
        (1, "1 Housing"),
        (1, "2 Culture"),
    ]
