"""What holds for every page, however it is drawn: no word is lost, doubled or misplaced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from actionplan_extract.model import Document, Paragraph, Table, piece_verbatim
from actionplan_extract.passage import Piece
from actionplan_extract.readers import pdf as reader

from .pdf_fixtures import BOLD, BULLETS, HEIGHT, PLAIN, WIDTH, Sheet, pdf

XS = st.integers(20, WIDTH - 120)
YS = st.integers(20, HEIGHT - 40)
WORDS = st.sampled_from(("Lead", "Timescale:", "3.", "(a)", "-", "l", "May 2024", "2.1", "long-", "and then"))
TEXTS = st.tuples(XS, YS, WORDS, st.sampled_from((8, 10, 18)), st.sampled_from((PLAIN, BOLD, BULLETS)))
GRIDS = st.tuples(st.lists(XS, min_size=2, max_size=5, unique=True), st.lists(YS, min_size=2, max_size=5, unique=True))
RULES = st.tuples(XS, YS, st.integers(0, 300), st.booleans())


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    sheet = Sheet()
    for xs, ys in draw(st.lists(GRIDS, max_size=2)):
        sheet.grid(sorted(xs), sorted(ys))
    for x, top, length, level in draw(st.lists(RULES, max_size=6)):
        sheet.rule(x, top, x + length * level, top + length * (not level))
        sheet.fill(x, top, x + length, top + 30, (1, length / 300, 0))
    for x, top, text, size, font in draw(st.lists(TEXTS, min_size=1, max_size=25, unique_by=lambda t: (t[0], t[1]))):
        sheet.text(x, top, text, size, font)
    return sheet


def sources(document: Document) -> Iterator[Piece]:
    """Every piece of text in the document that has a source."""
    for block in document.blocks:
        cells = [block] if isinstance(block, Paragraph) else [p for cell in block.cells for p in cell.paragraphs]
        for paragraph in cells:
            yield from paragraph.marker.sources() if paragraph.marker else ()
            yield from paragraph.passage.sources()
    for passage in document.furniture:
        yield from passage.sources()


@settings(max_examples=60, deadline=None)
@given(st.lists(sheets(), min_size=1, max_size=3))
def test_every_word_stands_once_where_it_says(drawn: list[Sheet]) -> None:
    document = reader.read(pdf(*drawn), "plan.pdf")
    held = list(sources(document))
    assert all(piece_verbatim(document, piece) == piece.text for piece in held)
    assert Counter((p.place.page, p.start) for p in held if p.place).most_common(1)[0][1] == 1
    for page in document.pages:
        words = sorted((p.start, p.text) for p in held if p.place and p.place.page == page.number)
        assert [word for _, text in words for word in text.split()] == page.text.split()


@settings(max_examples=30, deadline=None)
@given(sheets())
def test_cells_do_not_overlap(drawn: Sheet) -> None:
    for table in reader.read(pdf(drawn), "plan.pdf").tables:
        assert isinstance(table, Table)
        assert table.columns is not None
        covered = Counter(
            (row, column)
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        )
        assert max(covered.values()) == 1
        assert max(column for _, column in covered) < table.columns


@settings(max_examples=10, deadline=None)
@given(sheets())
def test_same_bytes_give_the_same_document(drawn: Sheet) -> None:
    data = pdf(drawn)
    assert reader.read(data, "plan.pdf") == reader.read(data, "plan.pdf")
