"""What a paragraph of a Word document says."""

from __future__ import annotations

import pytest

from .helpers import misplaced, outline, prose_of
from .word_fixtures import p, paragraphs_of, r, t, tbl, tc, tr, word

DELETED = "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"
BOX = "<w:txbxContent>{}</w:txbxContent>"
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Council heading"/>'
    '<w:basedOn w:val="berschrift1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Strong"><w:name w:val="Lead in"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>'
)


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def field(code: str, result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}{result}{marks[2]}"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (r("Open", inner="<w:tab/>" + t("the hall")), "Open\tthe hall"),
        (r("Open", inner="<w:softHyphen/>" + t("ing")), "Opening"),
        (r("Open\u00ading"), "Opening"),
        (r("Re", inner="<w:noBreakHyphen/>" + t("open")), "Re\u2011open"),
        ("<w:r><w:t> trimmed </w:t></w:r>", "trimmed"),
        ("<w:r><w:t>one\n line</w:t></w:r>", "one  line"),
        (r(inner='<w:sym w:font="Wingdings" w:char="F0FC"/>'), "✓"),
        (r("\uf0fc", '<w:rFonts w:ascii="Wingdings"/>'), "✓"),
        (r(inner='<w:sym w:font="Wingdings" w:char="nonsense"/>') + r("rest"), "rest"),
        (field(" PAGE ", r("4")) + r(" of 9"), "4 of 9"),
        (field(" IF ", field(" DATE ", r("May")) + r(" yes")), "May yes"),
        ("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>SEQ</w:instrText></w:r>", ""),
        ('<w:fldSimple w:instr="PAGE">' + r("7") + "</w:fldSimple>", "7"),
        ("<w:hyperlink>" + r("the website") + "</w:hyperlink>", "the website"),
        ("<w:smartTag>" + r("London") + "</w:smartTag>", "London"),
        (r("Agreed", inner='<w:footnoteReference w:id="2"/>'), "Agreed"),
        (r("Agreed") + r(inner='<w:footnoteReference w:customMarkFollows="1" w:id="2"/>' + t("*")), "Agreed"),
        (
            "<w:ins>" + r("new ") + "</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>" + r("text"),
            "new text",
        ),
        ("<w:moveTo>" + r("here") + "</w:moveTo><w:moveFrom>" + r("there") + "</w:moveFrom>", "here"),
        ("<w:del><w:ins>" + r("in and out") + "</w:ins></w:del>" + r("kept"), "kept"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + r("Head of Housing") + "</w:sdtContent></w:sdt>", "Head of Housing"),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + r("Choose an item.")
            + "</w:sdtContent></w:sdt>"
            + r("rest"),
            "rest",
        ),
        ("<w:ruby><w:rt>" + r("above") + "</w:rt><w:rubyBase>" + r("below") + "</w:rubyBase></w:ruby>", "below"),
        (
            r(
                inner="<w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='0'/><w:checked/>"
                "</w:checkBox></w:ffData></w:fldChar>"
            ),
            "☒",
        ),
        (
            r(
                inner="<w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:result w:val='1'/>"
                "<w:listEntry w:val='Red'/><w:listEntry w:val='Green'/></w:ddList></w:ffData></w:fldChar>"
            ),
            "Green",
        ),
    ],
)
def test_characters_are_those_that_word_shows(content: str, text: str) -> None:
    document = word(p("First line") + p(content or r()))
    assert prose_of(document)[1:] == ([text] if text else [])
    assert misplaced(document) == []


def test_a_broken_line_begins_a_paragraph_unless_the_sentence_goes_on() -> None:
    document = word(p(r("Lead: A. Sample", inner="<w:br/>" + t("Agree the") + "<w:cr/>" + t("plan"))))
    assert prose_of(document) == ["Lead: A. Sample", "Agree the plan"]


def test_hidden_words_are_left_out_and_counted() -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr><w:t>secret words</w:t>"
    document = word(
        p(f"<w:r>{hidden}</w:r>", "shown") + p(r("never", '<w:rStyle w:val="Gone"/>'), "seen"), styles=STYLES
    )
    assert prose_of(document) == ["shown", "seen"]
    (notice,) = document.notices
    assert (notice.code, notice.message) == ("hidden_content", "3 words that are hidden were left out")


def test_text_that_is_switched_back_on_is_shown() -> None:
    assert prose_of(word(p(r("shown", '<w:vanish w:val="0"/>')))) == ["shown"]


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    assert prose_of(word(p("Agree the ", properties=mark) + p("plan"))) == ["Agree the plan"]


def test_a_paragraph_that_was_deleted_whole_leaves_nothing() -> None:
    gone = p(DELETED.format("gone"), properties="<w:rPr><w:del/></w:rPr>")
    assert prose_of(word(p("one") + gone + p("two"))) == ["one", "two"]


def test_headings_by_style_whatever_the_style_is_called() -> None:
    document = word(
        p("Plan for Torfaen", properties=style("Titel"))
        + p("Housing", properties=style("berschrift1"))
        + p("Culture", properties=style("Own"))
        + p("Set by hand", properties='<w:outlineLvl w:val="2"/>')
        + p("Body text that goes on at some length.", properties=style("Loop")),
        styles=STYLES,
    )
    assert [(b.text, b.heading) for b in paragraphs_of(document)] == [
        ("Plan for Torfaen", 1),
        ("Housing", 1),
        ("Culture", 1),
        ("Set by hand", 3),
        ("Body text that goes on at some length.", 0),
    ]


def test_headings_by_looks_where_no_style_tells() -> None:
    body = p(
        r("Most of the words in this document are in type of this size, so it is the body's.", '<w:sz w:val="22"/>')
    )
    document = word(p(r("Action plan", '<w:sz w:val="40"/>')) + p(r("Housing", "<w:b/>")) + body)
    assert [(b.text, b.heading) for b in paragraphs_of(document)][:2] == [("Action plan", 1), ("Housing", 2)]
    assert paragraphs_of(document)[2].heading == 0


def test_a_heading_over_two_lines_is_one() -> None:
    document = word(p(r("Action plan", "<w:b/>", "<w:br/>" + t("2025"))))
    assert [(b.text, b.heading) for b in paragraphs_of(document)] == [("Action plan 2025", 1)]


@pytest.mark.parametrize(
    ("content", "lead"),
    [
        (r("Training: ", "<w:b/>") + r("run a course"), 9),
        (r("Training: ", '<w:u w:val="single"/>') + r("run a course"), 9),
        (r("Training", '<w:rStyle w:val="Fett"/>') + r(": run a course"), 8),
        (r("Training: ", '<w:u w:val="none"/>') + r("run a course"), 0),
        (r("Run a ") + r("course", "<w:b/>"), 0),
    ],
)
def test_a_lead_is_what_bold_or_underlined_type_sets_apart(content: str, lead: int) -> None:
    document = word(tbl(tr(tc(p(content)))), styles=STYLES)
    assert document.tables[0].cells[0].paragraphs[0].lead == lead


def test_a_lead_by_the_paragraphs_style() -> None:
    document = word(tbl(tr(tc(p("All of it", properties=style("Strong"))))), styles=STYLES)
    assert document.tables[0].cells[0].paragraphs[0].lead == len("All of it")


def test_text_boxes_are_read_once_behind_their_paragraph() -> None:
    choice = (
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX.format(p("In a box"))}</wps:txbx></w:drawing></mc:Choice>'
    )
    fallback = f"<mc:Fallback><w:pict><v:textbox>{BOX.format(p('In a box'))}</v:textbox></w:pict></mc:Fallback>"
    document = word(p(r("Anchor", inner=f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>")) + p("Next"))
    assert prose_of(document) == ["Anchor", "In a box", "Next"]


def test_the_other_rendering_is_read_where_the_first_has_no_text() -> None:
    fallback = f"<mc:Fallback><w:pict><v:textbox>{BOX.format(p('Words'))}</v:textbox></w:pict></mc:Fallback>"
    body = p(r(inner=f"<mc:AlternateContent><mc:Choice/>{fallback}</mc:AlternateContent>"))
    assert prose_of(word(body)) == ["Words"]


def test_a_table_in_a_text_box_stands_for_itself() -> None:
    box = BOX.format(tbl(tr("Action", "When")) + p())
    document = word(p(r("Anchor", inner=f"<w:pict><v:textbox>{box}</v:textbox></w:pict>")))
    assert [cell.text for cell in document.tables[0].cells] == ["Action", "When"]


def test_blocks_in_content_controls_and_custom_xml() -> None:
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('one')}<w:customXml>{p('two')}</w:customXml></w:sdtContent></w:sdt>"
    assert prose_of(word(body + p("three"))) == ["one", "two", "three"]


def test_tables_of_contents_and_running_heads_are_furniture() -> None:
    document = word(
        p("Housing", r("", inner="<w:tab/>"), "4", properties=style("Verzeichnis1")) + p("Housing"),
        styles=STYLES,
        header=p("Torfaen County Borough Council") + p("Torfaen County Borough Council"),
    )
    assert prose_of(document) == ["Housing"]
    assert [passage.text for passage in document.furniture] == ["Torfaen County Borough Council", "Housing\t4"]


def test_bullets_typed_by_hand_are_items() -> None:
    document = word(p("- one") + p("• two", properties='<w:ind w:left="720"/>') + p("a) three"))
    assert outline(tuple(paragraphs_of(document))) == ["- one", "  • two", "a) three"]


def test_a_file_within_the_document_is_told() -> None:
    document = word(p("one") + "<w:altChunk/><w:altChunk/>")
    assert [notice.code for notice in document.notices] == ["text_unplaced"]


def test_paths_count_paragraphs_outside_tables() -> None:
    document = word(p("one") + p() + p("two"))
    paths = [piece.place.path for b in paragraphs_of(document) for piece in b.passage.sources() if piece.place]
    assert paths == ["paragraph[0]", "paragraph[1]"]
    assert document.pages[0].text == "one\ntwo"
