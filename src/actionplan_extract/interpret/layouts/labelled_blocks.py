"""No tables: each recommendation's fields stand behind labels ("Action: … Lead: … Timescale: …")."""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Document, Grid, Senses
from ..labels import Part
from ..outline import document_parts, openers, outline
from ..records import Field, is_firm, labelled_table
from . import Laid

NAME = "labelled_blocks"
_SCORE = 0.7
_LEAST_BLOCKS = 2  # fewer labels than that may stand in any report


def lay_out(document: Document, grids: Sequence[Grid], senses: Senses) -> Laid:
    """The blocks as rows; sure where labels say what is to be done, and who does it or when."""
    parts = document_parts(document)
    fields = [_fields(part) for part, _ in parts]
    opening = openers([part for part, _ in parts], lambda n: bool(fields[n]))
    found = outline(parts, opening, fields, senses)
    if not any(one.role == "action" for stretch in found.stretches for one in stretch.fields):
        return Laid()
    table = labelled_table(found.stretches, senses, found.paragraphs)
    return Laid(_SCORE, (table,)) if table and is_firm(table, _LEAST_BLOCKS) else Laid()


def _fields(part: Part) -> tuple[Field, ...]:
    if part.label is None:
        return ()
    return (Field(part.label, (part.paragraph,) if part.paragraph.text else ()),)
