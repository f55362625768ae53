"""What the readers' tests share: reading a string, and a table as rows of text."""

from __future__ import annotations

from collections.abc import Iterator

from actionplan_extract.model import Document, Paragraph, Table, piece_verbatim
from actionplan_extract.passage import Passage, Piece
from actionplan_extract.readers import read


def document_of(text: str, name: str) -> Document:
    """The document in a text, as UTF-8 bytes under a file name."""
    return read(text.encode("utf-8", errors="surrogatepass"), name)


def rows_of(table: Table) -> list[list[str]]:
    """The texts of a table's cells, a list a row."""
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return list(rows.values())


def prose_of(document: Document) -> list[str]:
    """The texts of the paragraphs outside tables."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def outline(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    """Each paragraph with its marker, two blanks a level."""
    return [f"{'  ' * p.level}{p.glyph} {p.text}".rstrip() if p.is_item else p.text for p in paragraphs]


def passages(document: Document) -> Iterator[Passage]:
    """Every passage in every block."""
    for block in document.blocks:
        held = [block] if isinstance(block, Paragraph) else [p for cell in block.cells for p in cell.paragraphs]
        for paragraph in held:
            yield paragraph.passage
            yield paragraph.marker or Passage()


def misplaced(document: Document) -> list[Piece]:
    """The pieces that are not what the source holds at their span; none in a document that keeps the promise."""
    sourced = (piece for passage in passages(document) for piece in passage.sources())
    return [piece for piece in sourced if piece_verbatim(document, piece) != piece.text]
