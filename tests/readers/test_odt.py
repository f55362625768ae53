"""OpenDocument texts: what stands in paragraphs, lists and tables."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan_extract.errors import Damaged, DocumentError, EmptyFile, Encrypted
from actionplan_extract.limits import DEFAULT, Limits
from actionplan_extract.model import Document, Paragraph
from actionplan_extract.readers import choose_reader, odt

from .helpers import misplaced, outline, prose_of, rows_of

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
PREFIXES = {
    **{name: f"{OASIS}{name}:1.0" for name in ("office", "text", "table", "style", "meta", "manifest")},
    "draw": f"{OASIS}drawing:1.0",
    "svg": f"{OASIS}svg-compatible:1.0",
    "fo": f"{OASIS}xsl-fo-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in PREFIXES.items())


def part(tag: str, content: str) -> bytes:
    return f"<{tag} {NAMESPACES}>{content}</{tag}>".encode()


def members(body: str, *, automatic: str = "", shared: str = "", pages: str = "") -> dict[str, bytes]:
    own = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    styles = f"<office:styles>{shared}</office:styles><office:master-styles>{pages}</office:master-styles>"
    return {
        "mimetype": odt.MEDIA_TYPE.encode(),
        "content.xml": part("office:document-content", own + text),
        "styles.xml": part("office:document-styles", styles),
        "meta.xml": part("office:document-meta", "<office:meta><dc:title>Plan</dc:title></office:meta>"),
    }


def zipped(held: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    return out.getvalue()


def office(body: str, *, automatic: str = "", shared: str = "", pages: str = "", limits: Limits = DEFAULT) -> Document:
    document = odt.read(zipped(members(body, automatic=automatic, shared=shared, pages=pages)), "plan.odt", limits)
    assert misplaced(document) == []
    return document


def p(content: str = "", style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def style(name: str, family: str, properties: str = "", more: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}" {more}>{properties}</style:style>'


def tc(*content: str, more: str = "") -> str:
    held = "".join(block if block.startswith("<") else p(block) for block in content) or p()
    return f"<table:table-cell {more}>{held}</table:table-cell>"


def tr(*cells: str, more: str = "") -> str:
    held = (cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<table:table-row {more}>{''.join(held)}</table:table-row>"


def tbl(*rows: str, columns: str = "") -> str:
    return f"<table:table>{columns}{''.join(rows)}</table:table>"


def paragraphs_of(document: Document) -> list[Paragraph]:
    return [block for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("one<text:s/>two<text:s text:c='3'/>three", "one two   three"),
        ("  one\n   two  <text:span> three</text:span>", "one two three"),
        ("one<text:tab/>two", "one\ttwo"),
        ("<text:span>Ag<text:span>ree</text:span></text:span>", "Agree"),
        ("<text:a>the website</text:a>", "the website"),
        (
            "Agreed<text:note><text:note-citation>1</text:note-citation>"
            "<text:note-body><text:p>A note</text:p></text:note-body></text:note>",
            "Agreed",
        ),
        ("Agreed<office:annotation><text:p>A remark</text:p></office:annotation> it", "Agreed it"),
        ("<text:page-number>4</text:page-number> of 9", "4 of 9"),
        ("re\u00adopen<text:soft-page-break/>ing", "reopening"),
        ("<text:bookmark-start/>A<text:change-start/>B<text:change-end/><text:change/>", "AB"),
        (
            "<text:ruby><text:ruby-base>below</text:ruby-base><text:ruby-text>above</text:ruby-text></text:ruby>",
            "below",
        ),
        ("<text:placeholder>&lt;Choose&gt;</text:placeholder>rest", "rest"),
    ],
)
def test_characters_are_those_that_are_shown(content: str, text: str) -> None:
    assert prose_of(office(p("First line") + p(content)))[1:] == [text]


def test_a_broken_line_begins_a_paragraph_unless_the_sentence_goes_on() -> None:
    document = office(p("Lead: A. Sample<text:line-break/>Agree the<text:line-break/>plan"))
    assert prose_of(document) == ["Lead: A. Sample", "Agree the plan"]


def test_what_was_deleted_is_kept_apart_in_the_file_and_left_out() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{p('old')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    assert prose_of(office(changes + p("new"))) == ["new"]


def test_headings_by_element_and_by_the_title_style() -> None:
    document = office(
        p("Plan for Torfaen", "Title")
        + '<text:h text:outline-level="2">Housing</text:h>'
        + p("Body text that goes on at some length and ends with a stop."),
        shared=style("Title", "paragraph"),
    )
    assert [found.heading for found in paragraphs_of(document)] == [1, 2, 0]


def test_looks_come_from_the_style_and_those_it_comes_from() -> None:
    shared = style("Base", "paragraph", '<style:text-properties fo:font-weight="bold" fo:font-size="11pt"/>')
    automatic = style("P1", "paragraph", more='style:parent-style-name="Base"')
    automatic += style("T1", "text", '<style:text-properties fo:font-weight="normal"/>')
    automatic += style("T2", "text", '<style:text-properties style:text-underline-style="solid"/>')
    cell = tc(p('Training: <text:span text:style-name="T1">run a course</text:span>', "P1"))
    other = tc(p('<text:span text:style-name="T2">Then: </text:span>another', "Standard"))
    table = office(tbl(tr(cell, other)), automatic=automatic, shared=shared).tables[0]
    assert [found.paragraphs[0].lead for found in table.cells] == [9, 5]


def test_styles_that_come_from_each_other_end() -> None:
    loop = style("A", "paragraph", more='style:parent-style-name="B"')
    loop += style("B", "paragraph", more='style:parent-style-name="A"')
    assert prose_of(office(p("text", "A"), automatic=loop)) == ["text"]


def test_hidden_words_are_left_out_and_counted() -> None:
    automatic = style("T1", "text", '<style:text-properties text:display="none"/>')
    body = p('<text:span text:style-name="T1">secret words</text:span>shown')
    section = f'<text:section text:display="none">{p("a whole section")}</text:section>'
    document = office(body + section, automatic=automatic)
    assert prose_of(document) == ["shown"]
    assert document.notices[0].message == "5 words that are hidden were left out"


def test_frames_shapes_and_sections_give_way() -> None:
    frame = f"<draw:frame><draw:text-box>{p('In a box')}</draw:text-box><svg:title>A picture</svg:title></draw:frame>"
    document = office(f"<text:section>{p('Anchor' + frame)}</text:section>" + p("Next"))
    assert prose_of(document) == ["Anchor", "In a box", "Next"]


def test_contents_and_running_heads_are_furniture() -> None:
    index = f"<text:table-of-content><text:index-body>{p('Housing 4')}</text:index-body></text:table-of-content>"
    head = f"<style:master-page><style:header>{p('Torfaen Council')}</style:header></style:master-page>"
    document = office(index + p("Housing"), pages=head)
    assert prose_of(document) == ["Housing"]
    assert [passage.text for passage in document.furniture] == ["Torfaen Council", "Housing 4"]


NUMBER = '<text:list-level-style-number text:level="{}" style:num-format="{}" {}>{}</text:list-level-style-number>'
INDENT = (
    "<style:list-level-properties><style:list-level-label-alignment fo:margin-left='{}in' fo:text-indent='-0.25in'/>"
    "</style:list-level-properties>"
)


def list_style(name: str, *levels: str) -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


LISTS = list_style(
    "N",
    NUMBER.format(1, "1", 'style:num-suffix="."', INDENT.format(0.5)),
    NUMBER.format(2, "a", 'style:num-suffix=")"', INDENT.format(1)),
) + list_style("L", NUMBER.format(1, "1", "", ""), NUMBER.format(2, "1", 'text:display-levels="2"', ""))


def items(*content: str, more: str = 'text:style-name="N"') -> str:
    held = "".join(
        f"<text:list-item>{block if block.startswith('<') else p(block)}</text:list-item>" for block in content
    )
    return f"<text:list {more}>{held}</text:list>"


def printed(body: str, automatic: str = LISTS) -> list[str]:
    document = office(tbl(tr(tc(body))), automatic=automatic)
    return [found.whole.text.replace("\t", " ") for found in document.tables[0].cells[0].paragraphs]


def test_numbers_count_level_by_level() -> None:
    inner = p("two") + items("a", "b", more="")
    assert printed(items("one", inner, "three")) == ["1. one", "2. two", "a) a", "b) b", "3. three"]


def test_numbers_with_those_of_the_levels_above() -> None:
    inner = p("x") + items("y", "z", more="")
    assert printed(items(inner, inner, more='text:style-name="L"')) == [
        *("1 x", "1.1 y", "1.2 z", "2 x", "2.1 y", "2.2 z")
    ]


@pytest.mark.parametrize(
    ("form", "more", "number"),
    [
        ("A", "", "C"),
        ("i", "style:num-prefix='(' style:num-suffix=')'", "(iii)"),
        ("I", "", "III"),
        ("1", "loext:num-list-format='R%1%:'", "R3:"),
        ("1", "style:num-prefix='Recommendation '", "Recommendation 3"),
        ("", "", ""),
        ("1", "text:start-value='7'", "9"),
    ],
)
def test_formats(form: str, more: str, number: str) -> None:
    automatic = list_style("N", NUMBER.format(1, form, more, ""))
    assert printed(items("x", "x", "x"), automatic)[2] == f"{number} x".strip()


def test_lists_that_go_on_and_begin_anew() -> None:
    first = items("x", more='text:style-name="N" xml:id="l1"')
    on = items("x", more='text:style-name="N" text:continue-numbering="true"')
    by_id = items("x", more='text:style-name="N" text:continue-list="l1"')
    assert printed(first + p("-") + on + by_id + items("x")) == ["1. x", "-", "2. x", "3. x", "1. x"]


def test_an_item_that_says_where_it_starts_and_one_without_a_label() -> None:
    body = (
        f'<text:list text:style-name="N"><text:list-header>{p("head")}</text:list-header>'
        f'<text:list-item text:start-value="5">{p("x")}{p("more")}</text:list-item></text:list>'
    )
    assert printed(body) == ["head", "5. x", "more"]


def test_bullets_with_their_levels() -> None:
    bullet = '<text:list-level-style-bullet text:level="{}" text:bullet-char="{}">{}</text:list-level-style-bullet>'
    automatic = list_style("B", bullet.format(1, "•", INDENT.format(0.5)), bullet.format(2, "◦", INDENT.format(1)))
    inner = p("one") + items("deeper", more="")
    document = office(items(inner, "two", more='text:style-name="B"'), automatic=automatic)
    assert outline(tuple(paragraphs_of(document))) == ["• one", "  ◦ deeper", "• two"]


def test_a_number_alone_in_its_cell_is_its_text() -> None:
    assert printed(items("")) == ["1."]


def test_headings_are_numbered_by_the_outline() -> None:
    level = '<text:outline-level-style text:level="{}" style:num-format="1" text:display-levels="{}"/>'
    outline_style = f"<text:outline-style>{level.format(1, 1)}{level.format(2, 2)}</text:outline-style>"
    heads = [f'<text:h text:outline-level="{at}">x</text:h>' for at in (1, 2, 2, 1)]
    document = office("".join(heads), shared=outline_style)
    assert [found.whole.collapse().text for found in paragraphs_of(document)] == ["1 x", "1.1 x", "1.2 x", "2 x"]


COVERED = "<table:covered-table-cell/>"


def test_cells_merged_both_ways() -> None:
    rows = (
        tr(tc("band", more='table:number-columns-spanned="3"'), COVERED, COVERED),
        tr(tc("down", more='table:number-rows-spanned="2"'), "b", "c"),
        tr(COVERED, "e", "f"),
    )
    table = office(tbl(*rows)).tables[0]
    assert table.columns == 3
    assert [(cell.row, cell.column, cell.row_span, cell.column_span, cell.text) for cell in table.cells] == [
        *((0, 0, 1, 3, "band"), (1, 0, 2, 1, "down"), (1, 1, 1, 1, "b"), (1, 2, 1, 1, "c")),
        *((2, 1, 1, 1, "e"), (2, 2, 1, 1, "f")),
    ]


def test_repeated_rows_and_cells() -> None:
    rows = (
        tr(tc("a", more='table:number-columns-repeated="2"'), "b"),
        tr("1", "2", "3", more='table:number-rows-repeated="2"'),
    )
    assert rows_of(office(tbl(*rows)).tables[0]) == [["a", "a", "b"], ["1", "2", "3"], ["1", "2", "3"]]


def test_header_rows_groups_and_rows_folded_away() -> None:
    rows = (
        f"<table:table-header-rows>{tr('Action')}</table:table-header-rows>",
        f"<table:table-rows>{tr('Agree')}</table:table-rows>",
        tr("out of sight", more='table:visibility="collapse"'),
    )
    document = office(tbl(*rows))
    assert [(cell.text, cell.header) for cell in document.tables[0].cells] == [("Action", True), ("Agree", False)]
    assert document.notices[0].message == "3 words that are hidden were left out"


def test_fills_of_cells_and_rows() -> None:
    automatic = style("C1", "table-cell", '<style:table-cell-properties fo:background-color="#FF0000"/>')
    automatic += style("C2", "table-cell", '<style:table-cell-properties fo:background-color="transparent"/>')
    automatic += style("R1", "table-row", '<style:table-row-properties fo:background-color="#00b050"/>')
    cells = [tc("x", more=f'table:style-name="{name}"') for name in ("C1", "C2", "C3")]
    table = office(tbl(tr(*cells, more='table:style-name="R1"')), automatic=automatic).tables[0]
    assert [cell.fill for cell in table.cells] == ["#ff0000", None, "#00b050"]


def test_edges_nearly_at_one_place_are_one() -> None:
    widths = {"W1": 2.0, "W2": 0.1, "W3": 2.0}
    automatic = "".join(
        style(name, "table-column", f'<style:table-column-properties style:column-width="{width}cm"/>')
        for name, width in widths.items()
    )
    columns = "".join(f'<table:table-column table:style-name="{name}"/>' for name in widths)
    wide = 'table:number-columns-spanned="2"'
    rows = tr(tc("a", more=wide), COVERED, "b"), tr("c", tc("d", more=wide), COVERED), tr(tc("e", more=wide), COVERED)
    table = office(tbl(*rows, columns=columns), automatic=automatic).tables[0]
    assert table.columns == 2
    assert [(cell.text, cell.column) for cell in table.cells] == [("a", 0), ("b", 1), ("c", 0), ("d", 1), ("e", 0)]


def test_limits_are_told() -> None:
    wide = office(tbl(tr(tc("x", more='table:number-columns-repeated="16384"'))))
    assert (wide.tables[0].columns, wide.notices[0].code) == (200, "limit_reached")
    long = office(p("x") + tbl(tr("x", more='table:number-rows-repeated="1048576"')), limits=Limits(rows=2))
    assert (long.tables, long.notices[0].code) == ((), "limit_reached")


def test_a_cell_spans_no_more_rows_than_there_are() -> None:
    table = office(tbl(tr(tc("x", more='table:number-rows-spanned="999999"')), tr("y"))).tables[0]
    assert table.cells[0].row_span == 2


def test_nested_tables_are_text_and_frames_give_way() -> None:
    inner = tbl(tr("Stage one", "May"))
    assert [cell.text for cell in office(tbl(tr("1", tc("Agree:", inner)))).tables[0].cells] == [
        *("1", "Agree:\nStage one\tMay")
    ]
    assert rows_of(office(tbl(tr(tc(inner)))).tables[0]) == [["Stage one", "May"]]


def test_content_tells_the_format_and_what_the_file_says_of_itself() -> None:
    data = zipped(members(p("Plan")))
    assert choose_reader(data, "plan.docx") is odt
    assert odt.sniff(b"Plan", ".odt") < 0.5
    assert odt.read(data, "plan").metadata == {"title": "Plan"}


@pytest.mark.parametrize("content", [None, b"", b"<broken", part("office:document-content", "")])
def test_without_sound_content_it_is_damaged(content: bytes | None) -> None:
    held = members(p("Plan"))
    del held["content.xml"]
    with pytest.raises(Damaged):
        odt.read(zipped({**held, **({"content.xml": content} if content is not None else {})}), "plan.odt")


@pytest.mark.parametrize("name", ["styles.xml", "meta.xml"])
@pytest.mark.parametrize("content", [None, b"<broken"])
def test_the_text_is_read_without_the_other_parts(name: str, content: bytes | None) -> None:
    held = members(p("Plan"))
    del held[name]
    assert prose_of(odt.read(zipped({**held, **({name: content} if content is not None else {})}), "plan")) == ["Plan"]


def test_a_password_is_named() -> None:
    manifest = part("manifest:manifest", "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")
    with pytest.raises(Encrypted):
        odt.read(zipped({**members(p("Plan")), "META-INF/manifest.xml": manifest}), "plan.odt")


def test_a_document_without_text_is_empty() -> None:
    with pytest.raises(EmptyFile):
        office(p() + tbl(tr(tc())))


NAMES = (
    *("text:p", "text:h", "text:span", "text:s", "text:list", "text:list-item", "text:list-header", "text:note"),
    *("table:table", "table:table-row", "table:table-cell", "table:covered-table-cell", "table:table-column"),
    *("draw:frame", "draw:text-box", "text:section", "text:line-break", "text:table-of-content"),
)
VALUES = st.sampled_from(["", "0", "1", "-3", "2", "99999999999", "none", "true", "N"])
LEAVES = st.text(st.characters(categories=("L", "N", "Zs")), max_size=6)
ELEMENTS = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        lambda tag, value, held: (
            f'<{tag} text:c="{value}" text:style-name="{value}" text:outline-level="{value}" text:start-value="{value}"'
            f' table:number-columns-spanned="{value}" table:number-rows-spanned="{value}">{"".join(held)}</{tag}>'
        ),
        st.sampled_from(NAMES),
        VALUES,
        st.lists(inner, max_size=4),
    ),
    max_leaves=30,
)


@given(body=st.lists(ELEMENTS, max_size=5).map("".join))
def test_elements_in_any_order_are_read_or_refused_by_name(body: str) -> None:
    try:
        office(p("Plan") + body, automatic=LISTS)
    except DocumentError:
        return
