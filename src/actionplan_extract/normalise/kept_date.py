"""A deadline typed from the date that the source itself keeps behind the text."""

from __future__ import annotations

from ..passage import Passage
from ..schema import Deadline
from .deadline import parse_deadlines


def as_kept(deadline: Deadline, cell: Passage) -> Deadline:
    """The deadline by the date a spreadsheet's cell keeps, in the words the cell shows; any other as it is.

    What is shown may lack the year ("01-Mar"), or put the month first.
    """
    kept = {piece.place.date for piece in cell.sources() if piece.place is not None}
    date = kept.pop() if len(kept) == 1 else None
    if date is None or deadline.edtf == date:
        return deadline
    (typed,) = parse_deadlines(date)
    return typed.model_copy(update={"text": cell.text, "span": (0, len(cell.text))})
