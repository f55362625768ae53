"""Passages to evidence: one entry a page and contiguous piece, nothing looked up."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Document
from ..passage import Box, Passage, Piece, Place, union
from ..schema import Evidence


def evidence(document: Document, field: str, passage: Passage, colour: str | None = None) -> list[Evidence]:
    """Where a value stands; pieces between which the source has only white space are one entry."""
    found = [_entry(field, run, colour) for run in _runs(document, passage)]
    return found or ([Evidence(field=field, colour=colour)] if colour else [])


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


def _entry(field: str, run: list[Piece], colour: str | None) -> Evidence:
    place = run[0].place or Place()
    return Evidence(
        field=field,
        page=place.page,
        bbox=_rounded(union(box for piece in run for box in piece.boxes)),
        table=place.table,
        row=place.row,
        column=place.column,
        path=place.path,
        span=(run[0].start, run[-1].end),
        colour=colour,
    )


def _rounded(box: Box | None) -> Box | None:
    """Hundredths of a point: finer than any ink, and equal on every machine."""
    return None if box is None else (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))
