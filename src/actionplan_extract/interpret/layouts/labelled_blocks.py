"""No tables: each recommendation's fields stand behind labels ("Action: … Lead: … Timescale: …")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...model import Document, Grid, Paragraph, Senses
from ..closing import WHEN, WHO, closing, who_and_when, without
from ..headers import header_roles
from ..labels import Label, Part
from ..listing import listed
from ..outline import document_parts, openers, outline
from ..records import Field, is_firm, labelled_table
from . import Laid

NAME = "labelled_blocks"
_SCORE = 0.7
_ANSWERS = frozenset(("deadline", "owner_officer", "owner_member"))
_LEAST_BLOCKS = 2  # fewer labels than that may stand in any report


def lay_out(document: Document, grids: Sequence[Grid], senses: Senses) -> Laid:
    """The blocks as rows; sure where labels say what is to be done, and who does it or when."""
    parts = document_parts(document)
    answered = any(part.label and part.label.role[0] in _ANSWERS for part, _ in parts)
    fields = [tuple(_fields(part, senses, closed=not answered)) for part, _ in parts]
    opening = openers([part for part, _ in parts], lambda n: bool(fields[n]))
    found = outline(parts, opening, fields, senses)
    if not any(one.role == "action" for stretch in found.stretches for one in stretch.fields):
        return Laid()
    table = labelled_table(found.stretches, senses, found.paragraphs)
    return Laid(_SCORE, (table,)) if table and is_firm(table, _LEAST_BLOCKS) else Laid()


def _fields(part: Part, senses: Senses, *, closed: bool) -> Iterator[Field]:
    """The field behind a label, or two; `closed`: an action's ends may tell who and when, since no labels do."""
    if part.label is None:
        return
    if parted := _parted(part, senses):
        yield from parted
        return
    told = closing(part.paragraph, senses) if closed and part.label.role[0] == "action" else None
    paragraph = without(part.paragraph, told)
    yield Field(part.label, listed(paragraph) if paragraph.text else ())
    if told:
        yield from (Field(label, (Paragraph(passage),), inner=True) for label, passage in told.values)


def _parted(part: Part, senses: Senses) -> tuple[Field, ...]:
    """The owners and timescales behind a label of both ("Lead officer and date"), a field each; empty behind others."""
    if part.label is None or not _names_both(part.label):
        return ()
    paragraphs = listed(part.paragraph)
    found = [who_and_when(paragraph, senses) for paragraph in paragraphs]
    pairs = [(paragraph, pair) for paragraph, pair in zip(paragraphs, found, strict=True) if pair]
    if not pairs or len(pairs) < len(paragraphs):
        return ()
    who = tuple(replace(paragraph, passage=pair[0], lead=0) for paragraph, pair in pairs)
    when = tuple(replace(paragraph, passage=pair[1], lead=0) for paragraph, pair in pairs)
    return Field(WHO, who), Field(WHEN, when)


def _names_both(label: Label) -> bool:
    roles = header_roles(label.text.text)
    return "deadline" in roles and "owner_officer" in roles
