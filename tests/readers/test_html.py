"""Web pages: what is content, in which order and nesting, and where it stands."""

from __future__ import annotations

import pytest

from actionplan_extract.model import Cell, Document, Table
from actionplan_extract.readers import choose_reader, html

from ..growth import grows_in_step
from .helpers import document_of, misplaced, outline, prose_of, rows_of

HEAD = "<tr><th>Action<th>Lead<th>By when</tr>"
ROW = "<tr><td>Agree it<td>Director of Homes<td>May 2024</tr>"


def page(body: str, head: str = "") -> Document:
    return document_of(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", "page.html")


def table_of(rows: str) -> Table:
    (table,) = page(f"<table>{rows}</table>").tables
    return table


def lines(body: str) -> list[str]:
    """The paragraphs outside tables, items with their bullets and levels."""
    document = page(body)
    assert misplaced(document) == []
    return outline(document.blocks)  # type: ignore[arg-type]


def spans(table: Table) -> list[tuple[str, int, int, int, int]]:
    return [(cell.text, cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells]


def cell_of(content: str, attributes: str = "") -> Cell:
    return table_of(f"<tr><td {attributes}>{content}</td><td>May</td></tr>").cells[0]


# Tables


def test_a_table_has_its_cells_in_place() -> None:
    document = page(f"<h2>Homes</h2><table>{HEAD}{ROW}</table>")
    assert rows_of(document.tables[0]) == [
        ["Action", "Lead", "By when"],
        ["Agree it", "Director of Homes", "May 2024"],
    ]
    place = document.tables[0].cells[4].passage.sources()[0].place
    assert place is not None
    assert (place.table, place.row, place.column, place.path) == (0, 1, 1, "table[0]/row[1]/cell[1]")
    assert misplaced(document) == []


def test_an_element_that_no_browser_knows_hides_no_rows() -> None:
    rows = rows_of(table_of(f"<tdead>{HEAD}</tdead><x-rows>{ROW}</x-rows>"))
    assert rows == [["Action", "Lead", "By when"], ["Agree it", "Director of Homes", "May 2024"]]


def test_cells_span_rows_and_columns() -> None:
    table = table_of("<tr><td rowspan=2>a<td colspan=2>b</tr><tr><td>c<td>d</tr><tr><td>e<td>f<td>g</tr>")
    assert spans(table)[:4] == [("a", 0, 0, 2, 1), ("b", 0, 1, 1, 2), ("c", 1, 1, 1, 1), ("d", 1, 2, 1, 1)]


@pytest.mark.parametrize("span", ["99999", "0", "3"])
def test_a_cell_reaches_no_further_than_its_part_of_the_table(span: str) -> None:
    table = table_of(f"<tbody><tr><td rowspan={span}>a<td>b<tr><td>c<tbody><tr><td>d<td>e")
    assert spans(table)[0] == ("a", 0, 0, 2, 1)
    assert spans(table)[-2:] == [("d", 2, 0, 1, 1), ("e", 2, 1, 1, 1)]


@pytest.mark.parametrize("span", ["1000", "99999999999", "3"])
def test_columns_in_which_no_cell_begins_are_closed_up(span: str) -> None:
    table = table_of(f"<tr><td colspan={span}>Theme</tr><tr><td>a<td>b")
    assert spans(table)[0] == ("Theme", 0, 0, 1, 2)
    assert table.columns == 2


def test_a_cell_that_asks_for_all_columns_leaves_room_for_those_behind_it() -> None:
    rows = "<tr><th>Ref<th>Action<th>Lead<tr><td>1<td colspan=99999999>Agree it<td>Director"
    assert [text for text, row, *_ in spans(table_of(rows)) if row] == ["1", "Agree it", "Director"]
    assert spans(table_of(rows))[-2:] == [("Agree it", 1, 1, 1, 1), ("Director", 1, 2, 1, 1)]


@pytest.mark.parametrize("span", ["2%", " 2 ", "+2", "2.5"])
def test_a_span_counts_by_the_digits_it_begins_with(span: str) -> None:
    assert spans(table_of(f'<tr><td colspan="{span}">a<tr><td>b<td>c'))[0] == ("a", 0, 0, 1, 2)


@pytest.mark.parametrize("span", ["-1", "x", "", "²", "1.5"])
def test_a_span_that_is_no_number_is_one(span: str) -> None:
    assert spans(table_of(f'<tr><td rowspan="{span}" colspan="{span}">a<td>b<tr><td>c<td>d'))[0][3:] == (1, 1)


def test_the_foot_stands_last_and_the_head_first() -> None:
    table = table_of("<tfoot><tr><td>z<td>z</tfoot><tbody><tr><td>b<td>b</tbody><thead><tr><th>a<th>a</thead>")
    assert rows_of(table) == [["a", "a"], ["b", "b"], ["z", "z"]]


def test_headers_of_columns_are_told_from_those_of_rows() -> None:
    rows = "<thead><tr><th>Ref<td>Action</thead><tr><th scope=row>1<td>Agree it<tr><th>x<td>y"
    assert [cell.header for cell in table_of(rows).cells] == [True, False, False, False, False, False]


def test_the_caption_stands_above_its_table() -> None:
    document = page(f"<table><caption>Homes</caption>{HEAD}{ROW}</table>")
    assert prose_of(document) == ["Homes"]
    assert isinstance(document.blocks[1], Table)


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>a<td>b<tr><td>c<td>d",
        "<table><td>a<td>b<tr><td>c<td>d</table>",
        "<table><form><tr><td>a</td></form><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
        "<table><tbody><tr><td><p>a</td></p><td><b>b</td></b></tr></tbody><tr><td>c<td>d</table>",
        "<div role=table><div role=row><div role=cell>a</div><span role=cell>b</span></div>"
        "<div role=row><div role=cell>c</div><div role=cell>d</div></div></div>",
    ],
)
def test_broken_and_unusual_markup_is_a_table_all_the_same(markup: str) -> None:
    assert rows_of(page(markup).tables[0]) == [["a", "b"], ["c", "d"]]


def test_what_stands_between_rows_is_not_lost() -> None:
    assert prose_of(page(f"<table><p>Approved in May</p>{HEAD}{ROW}</table>")) == ["Approved in May"]


def test_an_empty_row_keeps_its_place() -> None:
    table = table_of("<tr><td rowspan=2>a<td rowspan=2>b</tr><tr></tr><tr><td>c<td>d</tr>")
    assert spans(table)[2:] == [("c", 2, 0, 1, 1), ("d", 2, 1, 1, 1)]


def test_a_table_that_arranges_the_page_is_none() -> None:
    document = page(f"<table><tr><td>Menu<td><h2>Homes</h2><table>{HEAD}{ROW}</table></tr></table>")
    assert prose_of(document) == ["Menu", "Homes"]
    assert [len(table.cells) for table in document.tables] == [6]


def test_a_table_in_a_cell_is_text_of_the_cell() -> None:
    cell = cell_of("We will take two steps:<table><tr><td>Ask<td>May<tr><td><p>Tell</p><p>and act</p><td>June</table>")
    assert outline(cell.paragraphs) == ["We will take two steps:", "Ask\tMay", "Tell", "and act", "June"]


def test_a_definition_list_is_a_table_of_keys_and_values() -> None:
    document = page("<dl><dt>Action<dd>Agree it</dd><div><dt>Lead<dd>Head of Homes<dd>Head of Roads</div></dl>")
    assert rows_of(document.tables[0]) == [["Action", "Agree it"], ["Lead", "Head of Homes\nHead of Roads"]]


# Cells


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("one<br>two", ["one", "two"]),
        ("<p>one</p><p>two\n three</p>", ["one", "two three"]),
        ("one<div>two</div>three", ["one", "two", "three"]),
        ("a<b>b</b>c &amp; d&nbsp;e", ["abc & d\xa0e"]),
        ("o&shy;ne<wbr> t\u200bwo", ["one two"]),
        ("<ul><li>one<li>two<ul><li>in</ul><li>three</ul>", ["• one", "• two", "  • in", "• three"]),
        ("<ul><li>one</li><ul><li>in</li></ul></ul>", ["• one", "  • in"]),
        ("<ul><li><p>one</p><p>more</p></ul>", ["• one", "more"]),
        ("<ol start=3><li>one<li value=7>two<li>three</ol>", ["3. one", "7. two", "8. three"]),
        ("<ol type=a><li>one<li>two</ol>", ["a. one", "b. two"]),
        ("<ol style='list-style-type: lower-roman'><li>one<li>two</ol>", ["i. one", "ii. two"]),
        ("<ol reversed><li>one<li>two</ol>", ["2. one", "1. two"]),
        ("<ul style='list-style: none'><li>one<li>two</ul>", ["one", "two"]),
        ("Do: • one • two", ["Do:", "• one", "• two"]),
        ("<pre>one\n  two</pre>", ["one", "two"]),
        ("<span style='white-space: pre-line'>one\ntwo</span>", ["one", "two"]),
        ("<span style='display: block'>one</span><span style='display: block'>two</span>", ["one", "two"]),
        ("<!-- no --><script>no()</script><style>p {}</style><template>no</template>yes", ["yes"]),
        ("<img src=g.png alt='On track'>", ["On track"]),
        ("<span class=dot></span><span class='visually-hidden'>Amber</span>", ["Amber"]),
        ("March<span class='sr-only'> the month</span> 2024", ["March 2024"]),
        ("<del>May</del> June", ["June"]),
    ],
)
def test_a_cell_reads_as_it_is_seen(content: str, expected: list[str]) -> None:
    assert outline(cell_of(content).paragraphs) == expected


def test_bold_at_a_paragraphs_start_is_its_lead() -> None:
    found = cell_of("<p><b>Vision</b> We will</p><p>We <b>will</b></p><p><span style='font-weight:700'>All</span></p>")
    assert [paragraph.lead for paragraph in found.paragraphs] == [6, 0, 3]


@pytest.mark.parametrize(
    ("markup", "colour"),
    [
        ("<td bgcolor=#FFBF00>x", "#ffbf00"),
        ("<td style='background: rgb(255, 0, 0) none'>x", "#ff0000"),
        ("<td style='background-color: #0f0'>x", "#00ff00"),
        ("<td class='rag green'>x", "#008000"),
        ("<td><span class=green>x</span>", "#008000"),
        ("<td style='background: transparent'>x", None),
        ("<td style='background: rgba(0, 0, 0, 0)'>x", None),
        ("<td style='background: url(x.png)'>x", None),
        ("<td>x", None),
    ],
)
def test_the_colour_behind_a_cell_is_its_fill(markup: str, colour: str | None) -> None:
    style = "<style>@media print { .green { background: red } } td.green, span.green { background: green }</style>"
    document = page(f"<table><tr>{markup}</td><td>y</td></tr></table>", style)
    assert document.tables[0].cells[0].fill == colour


def test_a_row_colours_its_cells() -> None:
    assert {cell.fill for cell in table_of("<tr style='background: red'><td>a<td>b").cells} == {"#ff0000"}


# The page


def test_what_unfolds_stands_below_a_heading() -> None:
    document = page("<details open><summary>Roads</summary><p>Buy buses</p></details>")
    assert [(p.text, p.heading) for p in document.blocks if not isinstance(p, Table)] == [
        ("Roads", 6),
        ("Buy buses", 0),
    ]


def test_headings_have_their_level() -> None:
    document = page("<h1>Plan</h1><h3>1. <span>Homes</span></h3><div role=heading aria-level=4>Roads</div><p>Text")
    assert [(p.text, p.heading) for p in document.blocks if not isinstance(p, Table)] == [
        ("Plan", 1),
        ("1. Homes", 3),
        ("Roads", 4),
        ("Text", 0),
    ]


SITE = (
    "<header><p>Leeds City Council</p><nav>News</nav></header><div id='ccc-cookieBanner'><table><tr><td>a<td>b</table>"
    "We use cookies</div><a class='skip-link' href='#c'>Skip to content</a><ol class=breadcrumbs><li>Home</ol>"
    "<ul class='prev-next'><li>Next: page 2</ul>"
    "{}<aside>Related</aside><div class='site-footer'>Contact us</div>"
)


@pytest.mark.parametrize("content", ["<main><h1>Plan</h1><p>Text</p></main>", "<div><h1>Plan</h1><p>Text</p></div>"])
def test_the_website_around_the_content_is_left_out(content: str) -> None:
    document = page(SITE.format(content))
    assert prose_of(document) == ["Plan", "Text"]
    assert document.tables == ()
    assert [passage.text for passage in document.furniture] == ["Leeds City Council", "Contact us"]
    assert misplaced(document) == []


def test_outside_the_main_part_nothing_is_content() -> None:
    document = page(f"<p>Sign in</p><main><h1>Plan</h1><table>{HEAD}{ROW}</table></main><p>Was this helpful?</p>")
    assert prose_of(document) == ["Plan"]


def test_a_main_part_that_lacks_tables_is_not_trusted() -> None:
    assert len(page(f"<main><h1>Plan</h1></main><table>{HEAD}{ROW}</table>").tables) == 1


@pytest.mark.parametrize("name", ["nav-page", "has-footer", "navigation"])
def test_a_class_makes_no_furniture_of_content(name: str) -> None:
    assert len(page(f"<div class={name}><h1>Plan</h1><table>{HEAD}{ROW}</table></div>").tables) == 1


def test_a_header_within_the_content_is_content() -> None:
    assert prose_of(page("<article><header><p>Approved</p></header><p>Text</p></article>")) == ["Approved", "Text"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p hidden>Draft</p>",
        "<p style='display:none'>Draft</p>",
        "<p style='visibility: hidden'>Draft</p>",
        "<p class=gone>Draft</p>",
        "<p aria-hidden=true>Draft</p>",
        "<p style='mso-hide: all'>Draft</p>",
    ],
)
def test_what_is_hidden_is_left_out_and_said(markup: str) -> None:
    document = page(markup + "<p>Text</p>", "<style>p.gone { display: none }</style>")
    assert prose_of(document) == ["Text"]
    assert [(notice.code, "Draft" in notice.message) for notice in document.notices] == [("hidden_content", True)]


def test_hidden_rows_and_cells_leave_no_gap() -> None:
    table = table_of("<tr hidden><td>x<td>y</tr><tr><td>a<td style='display: none'>x<td>b</tr>")
    assert spans(table) == [("a", 0, 0, 1, 1), ("b", 0, 1, 1, 1)]


@pytest.mark.parametrize(
    "markup",
    [
        "<button aria-controls=p>Homes</button><div id=p style='display: none'>Text</div>",
        "<a data-toggle=collapse href='#p'>Homes</a><div id=p hidden>Text</div>",
        "<details><summary>Homes</summary>Text</details>",
        "<h2><button>Homes</button></h2><div hidden=until-found>Text</div>",
        "<h2>Homes</h2><div role=tabpanel aria-hidden=true>Text</div>",
    ],
)
def test_what_a_reader_can_unfold_is_content(markup: str) -> None:
    assert prose_of(page(markup)) == ["Homes", "Text"]


def test_a_page_behind_an_open_dialogue_is_not_hidden() -> None:
    assert len(page(f"<div aria-hidden=true><h1>Plan</h1><table>{HEAD}{ROW}</table></div>").tables) == 1


def test_the_page_says_its_title_author_and_dates() -> None:
    head = (
        "<title> Plan |\n Leeds </title><meta name=author content=Homes><meta name='DCTERMS.issued' "
        "content='2024-05-03T10:00'><meta property='article:modified_time' content='June'>"
    )
    assert page("<p>x", head).metadata == {"title": "Plan | Leeds", "author": "Homes", "created": "2024-05-03"}


# Word and archives


def test_a_page_saved_by_word_is_read() -> None:
    markup = (
        "<p class=MsoTitle>Plan</p><!--[if gte mso 9]><xml>x</xml><![endif]--><p class=MsoListParagraph "
        "style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>§<span "
        "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>Agree it<o:p></o:p></p>"
    )
    assert lines(markup) == ["Plan", "  • Agree it"]
    assert page(markup).blocks[0].heading == 1  # type: ignore[union-attr]


ARCHIVE = (
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    b'Content-Type: text/html; charset="windows-1252"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    b"<html><body><p>The council=92s =\r\nplan</p></body></html>\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--"
)


@pytest.mark.parametrize("name", ["page.mht", "page.mhtml", "page", "page.doc"])
def test_a_web_archive_is_read(name: str) -> None:
    reader = choose_reader(ARCHIVE, name)
    assert reader.FORMAT == "html"
    assert prose_of(reader.read(ARCHIVE, name)) == ["The council’s plan"]


# Encodings


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "iso-8859-1"),
        ("utf-8", "utf-16"),
        ("utf-8", "nonsense"),
        ("utf-8-sig", "windows-1252"),
        ("utf-16", "utf-8"),
        ("utf-16-le", "utf-16"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "utf-8"),
        ("cp1252", "us-ascii"),
        ("cp1252", "x-user-defined"),
        ("mac_roman", "macintosh"),
    ],
)
def test_the_encoding_is_found_whatever_the_page_declares(encoding: str, declared: str) -> None:
    text = f"<html><head><meta charset={declared}></head><body><p>Café – £5m, the council’s</p></body></html>"
    assert prose_of(html.read(text.encode(encoding), "p.html")) == ["Café – £5m, the council’s"]


def test_the_encoding_of_welsh_is_taken_as_declared() -> None:
    text = '<?xml version="1.0" encoding="iso-8859-14"?><html><body><p>Cyngor Tŷ Ŵy</p></body></html>'
    assert prose_of(html.read(text.encode("iso-8859-14"), "p.xhtml")) == ["Cyngor Tŷ Ŵy"]


# Sniffing


@pytest.mark.parametrize(
    "start",
    [
        "<!DOCTYPE html>",
        "<HTML>",
        "\ufeff\r\n<!-- saved from url --><html>",
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="http://www.w3.org/1999/xhtml">',
        "",
    ],
)
@pytest.mark.parametrize("name", ["plan.html", "plan.aspx", "plan.xls", "plan.csv", "plan.txt", "plan"])
def test_a_page_is_known_by_its_content(start: str, name: str) -> None:
    content = f"{start}<table>\n\t\t{HEAD}\n\t\t{ROW}\n\t\t{ROW}</table>".encode()
    assert choose_reader(content, name).FORMAT == "html"


@pytest.mark.parametrize(
    "content",
    [
        "Ref\tAction\tWhen\n1\t<p>Agree it</p><p>x</p>\tMay\n2\t<p>Print it</p>\tJune\n",
        "<insert name> agrees, <b>and</b> prints\n",
        '<?xml version="1.0"?><plan><action>Agree it</action></plan>',
        "# Plan\n\n| a | b |\n| - | - |\n| <p>c</p> | d |\n",
    ],
)
def test_what_merely_holds_markup_is_no_page(content: str) -> None:
    assert html.sniff(content.encode(), "") == 0


# Hostile pages


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "blockquote", "dl><dd", "nav", "span hidden"])
def test_a_page_nested_without_end_is_read_to_a_depth(tag: str) -> None:
    document = page("<p>Plan</p>" + f"<{tag}>" * 20_000 + "deep")
    assert prose_of(document)[0] == "Plan"
    assert misplaced(document) == []


def test_a_table_without_end_is_read_to_a_width() -> None:
    document = page("<table><tr>" + "<td>x" * 5_000 + "</table>")
    assert document.tables[0].columns == 200
    assert [notice.code for notice in document.notices] == ["limit_reached"]


@pytest.mark.parametrize(
    "junk",
    [
        "<tr><td rowspan=999 colspan=999>x",
        "<li>x",
        "<ul><li>x",
        "<p style='background:red'>x",
        "<table><tr><td>x<td>y</table>",
        "<!--",
        "<style>a{b",
        "<div class=nav>x</div>",
        "<dt>x",
        "data:a/b;base64,",
        "<main>",
    ],
)
def test_reading_grows_in_step_with_the_page(junk: str) -> None:
    start = f"<html><body><table>{HEAD}"
    assert grows_in_step(lambda times: html.read((start + junk * times).encode(), "p.html"), 400)


def test_what_a_switch_before_it_opens_is_seen_but_not_the_switch() -> None:
    switch = '<h2><button aria-expanded="false">Boats <span class="icon">Show</span></button></h2>'
    assert lines(switch + "<div hidden><p>Buy.</p></div>" + "<div hidden><p>Draft.</p></div>") == ["Boats", "Buy."]


def test_a_caption_for_screen_readers_alone_is_left_out() -> None:
    table = "<table><caption class='sr-only'>Actions for 1</caption><tr><td>a</td><td>b</td></tr></table>"
    assert prose_of(page(f"<h2>Boats</h2>{table}")) == ["Boats"]


@pytest.mark.parametrize("empty", ["<table></table>", "<table><tr></tr></table>", "<table>Nothing yet</table>"])
def test_a_table_without_cells_costs_nothing_else(empty: str) -> None:
    assert [rows_of(table)[1] for table in page(f"{empty}<table>{HEAD}{ROW}</table>").tables] == [
        ["Agree it", "Director of Homes", "May 2024"]
    ]
