"""No tables: each recommendation's fields stand behind labels ("Action: … Lead: … Timescale: …")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model import Document, Grid, Paragraph, Senses
from ..closing import closing, without
from ..labels import Part
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
    fields = [tuple(_fields(part, None if answered else senses)) for part, _ in parts]
    opening = openers([part for part, _ in parts], lambda n: bool(fields[n]))
    found = outline(parts, opening, fields, senses)
    if not any(one.role == "action" for stretch in found.stretches for one in stretch.fields):
        return Laid()
    table = labelled_table(found.stretches, senses, found.paragraphs)
    return Laid(_SCORE, (table,)) if table and is_firm(table, _LEAST_BLOCKS) else Laid()


def _fields(part: Part, senses: Senses | None) -> Iterator[Field]:
    """The field behind a label; `senses` tell who and when at the ends of an action, where no labels do."""
    if part.label is None:
        return
    told = closing(part.paragraph, senses) if senses and part.label.role[0] == "action" else None
    paragraph = without(part.paragraph, told)
    yield Field(part.label, listed(paragraph) if paragraph.text else ())
    if told:
        yield from (Field(label, (Paragraph(passage),), inner=True) for label, passage in told.values)
