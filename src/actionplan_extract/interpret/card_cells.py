"""What a cell of a card says by itself: labels with their values, a text before the first of them, or a whole card."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from ..model import Cell, Paragraph
from .labels import Label, is_label, labelled_parts, lone_label, read_label
from .records import ASKED, DONE, THEME, Field

_NAME_WORDS = 8
_LEAST_LABELS = 2  # of a whole card in a cell


def cell_fields(cell: Cell, stacked: Container[str] = ()) -> Iterator[Field]:
    """What a cell says: what it is about, then labelled fields.

    `stacked` are labels (by key) that the document shows to stand on lines above their values.
    """
    held = Field(THEME)
    for label, paragraph in _labelled(cell.paragraphs, stacked):
        if label is None:
            held = held.with_more((paragraph,))
            continue
        if held.paragraphs or held.label is not THEME:
            yield held
        held = Field(label, (paragraph,) if paragraph.text else ())
    yield held


def _labelled(paragraphs: Sequence[Paragraph], stacked: Container[str]) -> Iterator[tuple[Label | None, Paragraph]]:
    """Each part of the paragraphs with the label before it; a label on a line by itself has no text."""
    for place, paragraph in enumerate(paragraphs):
        label = _label_above(paragraph, stacked) if place + 1 < len(paragraphs) else None
        if label:
            yield label, Paragraph(paragraph.passage[:0])
        else:
            yield from ((part.label, part.paragraph) for part in labelled_parts(paragraph))


def _label_above(paragraph: Paragraph, stacked: Container[str]) -> Label | None:
    """The label that a line above others is, by its words or by what the document shows."""
    label = lone_label(paragraph)
    if label is None and is_label(paragraph.text) and read_label(paragraph.passage).key in stacked:
        return read_label(paragraph.passage)
    return label


def stacked_labels(cells: Iterable[Cell]) -> frozenset[str]:
    """The keys of labels that come again as first lines of cells, each time above something else."""
    values = defaultdict[str, set[str]](set)
    for first, *rest in (cell.paragraphs for cell in cells if len(cell.paragraphs) > 1):
        if is_label(first.text):
            values[read_label(first.passage).key].add(rest[0].text)
    return frozenset(key for key, held in values.items() if len(held) > 1)


def has_own(cell: Cell, stacked: Container[str] = ()) -> bool:
    """Does a cell hold nothing but labels with their values?"""
    fields = list(cell_fields(cell, stacked))
    return fields[0].label is not THEME and all(one.paragraphs for one in fields)


def card_keys(cell: Cell) -> frozenset[str]:
    """The keys of the labels in a cell that may be a whole card; empty where there are fewer than two."""
    keys = frozenset(one.label.key for one in cell_fields(cell) if one.label is not THEME and one.paragraphs)
    return keys if len(keys) >= _LEAST_LABELS else frozenset()


def whole_card(cell: Cell) -> Iterator[Field]:
    """The fields of a cell that is a card, what stands before its first label among them."""
    first, *rest = cell_fields(cell)
    if first.label is THEME:
        yield from _opening(first.paragraphs, DONE if all(one.role != "action" for one in rest) else ASKED)
    else:
        yield first
    yield from rest


def _opening(paragraphs: Sequence[Paragraph], says: Label) -> Iterator[Field]:
    """What stands before the labels of a card: a text, below its number or its name where it has one."""
    first, *rest = paragraphs
    label = read_label(first.passage)
    if rest and label.number:
        yield Field(label, tuple(rest))
        return
    is_name = len(first.text.split()) <= _NAME_WORDS and not first.text.rstrip().endswith(".")
    if rest and is_name:
        yield Field(THEME, (first,))
        paragraphs = rest
    yield Field(says, tuple(paragraphs))
