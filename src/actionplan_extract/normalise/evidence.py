"""Passages to evidence: one entry a page and contiguous piece, nothing looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Document
from ..passage import Box, Passage, Piece, Place, union
from ..schema import Evidence


def evidence(document: Document, field: str, passage: Passage, colour: str | None = None) -> list[Evidence]:
    """Where a value stands; pieces between which the source has only white space are one entry."""
    found = [_of_run(document, field, run, colour) for run in _runs(document, passage)]
    return found or ([Evidence(field=field, colour=colour)] if colour else [])


def colour_evidence(
    document: Document, field: str, place: Place | None, passage: Passage, colour: str
) -> list[Evidence]:
    """Where a colour stands: over its cell's outline or, where the format has no such, its text."""
    if place is None:
        return evidence(document, field, passage, colour)
    return [_entry(document, field, place, place.boxes, None, colour)]


def _runs(document: Document, passage: Passage) -> Iterator[list[Piece]]:
    held: list[Piece] = []
    for piece in passage.sources():
        if held and not _is_contiguous(document, held[-1], piece):
            yield held
            held = []
        held.append(piece)
    if held:
        yield held


def _is_contiguous(document: Document, before: Piece, after: Piece) -> bool:
    if before.place is None or after.place is None or _where(before.place) != _where(after.place):
        return False
    gap = document.verbatim(before.place.page)[before.end : after.start]
    return before.end <= after.start and not gap.strip()


def _where(place: Place) -> tuple[object, ...]:
    return place.page, place.table, place.row, place.column, place.path


def _of_run(document: Document, field: str, run: list[Piece], colour: str | None) -> Evidence:
    boxes = [box for piece in run if (box := piece.box)]
    return _entry(document, field, run[0].place or Place(), boxes, (run[0].start, run[-1].end), colour)


def _entry(
    document: Document,
    field: str,
    place: Place,
    boxes: Iterable[Box],
    span: tuple[int, int] | None,
    colour: str | None,
) -> Evidence:
    box, page = union(boxes), document.page(place.page)
    return Evidence(
        field=field,
        page=place.page,
        bbox=_rounded(page.shown(box) if box and page else box),
        table=place.table,
        row=place.row,
        column=place.column,
        path=place.path,
        span=span,
        colour=colour,
    )


def _rounded(box: Box | None) -> Box | None:
    """Hundredths of a point: finer than any ink, and equal on every machine."""
    return None if box is None else (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))
