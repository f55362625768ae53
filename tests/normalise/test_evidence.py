"""Passages to evidence entries."""

from __future__ import annotations

from actionplan_extract.model import Document, Page
from actionplan_extract.normalise.evidence import colour_evidence, evidence
from actionplan_extract.passage import Passage, Place, join

TEXT = "Dig the\npond <b>now</b>"
DOCUMENT = Document("text", "text/plain", (Page(TEXT),), ())


def piece(start: int, end: int, place: Place | None = None) -> Passage:
    return Passage.of(TEXT[start:end], place or Place(path="cell[0]"), start)


def test_pieces_with_white_space_between_are_one_entry() -> None:
    (entry,) = evidence(DOCUMENT, "/text", join(" ", [piece(0, 7), piece(8, 12)]))
    assert (entry.field, entry.path, entry.span) == ("/text", "cell[0]", (0, 12))


def test_pieces_with_other_text_between_are_two() -> None:
    entries = evidence(DOCUMENT, "/text", join(" ", [piece(8, 12), piece(16, 19)]))
    assert [entry.span for entry in entries] == [(8, 12), (16, 19)]


def test_pieces_of_two_pages_are_two_with_a_box_each() -> None:
    pages = (Page("Dig", 1), Page("ponds", 2))
    document = Document("pdf", "application/pdf", pages, ())
    passage = join(
        " ",
        [
            Passage.of("Dig", Place(page=1, boxes=((1, 2, 3.456, 4),)), 0),
            Passage.of("ponds", Place(page=2, boxes=((5, 6, 7, 8),)), 0),
        ],
    )
    assert [(e.page, e.bbox) for e in evidence(document, "/text", passage)] == [(1, (1, 2, 3.46, 4)), (2, (5, 6, 7, 8))]


def test_colour_stands_over_its_cells_outline() -> None:
    place = Place(page=2, table=0, row=1, column=3, boxes=((1, 2, 30, 40),))
    (entry,) = colour_evidence(DOCUMENT, "/status/rag", place, Passage(), "#00b050")
    assert (entry.page, entry.table, entry.row, entry.column, entry.bbox) == (2, 0, 1, 3, (1, 2, 30, 40))
    assert (entry.colour, entry.span) == ("#00b050", None)


def test_colour_of_a_cell_without_a_place_stands_at_its_text() -> None:
    (entry,) = colour_evidence(DOCUMENT, "/status/rag", None, piece(0, 3), "#00b050")
    assert (entry.span, entry.colour) == ((0, 3), "#00b050")


def test_text_without_a_source_has_no_evidence() -> None:
    assert evidence(DOCUMENT, "/text", Passage.of("made up")) == []


def test_a_colour_alone_is_evidence() -> None:
    (entry,) = evidence(DOCUMENT, "/status/rag", Passage(), "#ff0000")
    assert (entry.colour, entry.span) == ("#ff0000", None)
