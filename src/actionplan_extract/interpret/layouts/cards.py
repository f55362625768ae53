"""Small tables of labels and values, one a recommendation or action, however each is arranged.

Labels stand beside their values, above them, or within the same cells; a card may also be a column, or a cell, of a
table whose other columns or cells are cards, too.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...model import Cell, Document, Grid, Paragraph, Row, Senses
from ..card_cells import card_keys, stacked_labels, whole_card
from ..card_rows import card_rows, fields
from ..contents import is_reference
from ..header_rows import is_headed_twice, is_short_label
from ..headers import header_role
from ..labels import Label, is_label, is_plain_label, labelled_parts, read_label
from ..numbering import leading_number
from ..records import DONE, THEME, Field, Stretch, is_firm, is_whole, labelled_table
from . import Laid

NAME = "cards"
_SCORE = 0.9
_LEAST_LABELS = 2
_LEAST_COLUMNS = 3
_MOST = 0.7
_TOLD = frozenset(("action", "deadline"))  # what labels down the left of several columns must speak of
_ANSWERED = frozenset(("owner_officer", "deadline"))  # or, where the first row's says it in words of its own
_WORDY = frozenset(("action", "recommendation", "heading", "summary"))
_ASKED = frozenset(("recommendation", "heading", "summary"))
_NUMBERED = " number"  # behind the label of a number


def lay_out(document: Document, grids: Sequence[Grid], senses: Senses) -> Laid:
    """The cards as rows; sure where their labels say what is to be done, and who does it or when."""
    stacked = stacked_labels(cell for grid in grids for cell in _cells(grid))
    cards = _cards(grids, stacked, senses)
    stretches = [_with_title(_counted(one), senses) for grid in grids for one in _stretches(grid, cards, stacked)]
    table = labelled_table(stretches, senses)
    return Laid(_SCORE, (table,)) if table and (is_firm(table, 1) or is_whole(table, senses)) else Laid()


def _cells(grid: Grid) -> Iterable[Cell]:
    """The different cells of a grid that hold text."""
    return {id(cell): cell for row in grid.rows for cell in row.filled}.values()


def _stretches(grid: Grid, cards: Container[int], stacked: Container[str]) -> Iterator[Stretch]:
    """The fields of the card that a grid is, or of each of its columns or cells that is one; none where none is."""
    if _has_card_a_column(grid):
        for above, rows in _parts(grid):
            for column in range(1, grid.width):
                yield Stretch(tuple(_column_fields(rows, column)), above if column == 1 else (), grid.index)
    elif _has_card_a_cell(grid):
        for place, cell in enumerate(_cells(grid)):
            yield Stretch(tuple(_begun(whole_card(cell))), () if place else grid.above, grid.index)
    elif grid.index in cards:
        yield Stretch(tuple(fields(grid, stacked)), grid.above, grid.index)


def _begun(card: Iterable[Field]) -> Iterator[Field]:
    """The fields of a card that surely begins a row."""
    for place, one in enumerate(card):
        yield replace(one, begins=place == 0)


def _counted(stretch: Stretch) -> Stretch:
    """The fields of a card, with its number where its title or the heading above is nothing else ("Project 3")."""
    title, *rest = stretch.fields or (Field(THEME),)
    above = stretch.above
    if title.label is not THEME:
        title, rest, above = Field(THEME, stretch.above[-1:]), list(stretch.fields), stretch.above[:-1]
    if len(title.paragraphs) != 1 or not any(one.role == "action" for one in rest):
        return stretch
    label = read_label(title.paragraphs[0].passage)
    if not label.number or label.role[0] in _ASKED:
        return stretch
    number = Field(Label(label.text + _NUMBERED), (Paragraph(label.number),), begins=True)
    return replace(stretch, fields=(number, *rest), above=above)


def _with_title(stretch: Stretch, senses: Senses) -> Stretch:
    """The fields of a card; where they are mere facts, the line above may say what is to be done."""
    are_facts = all(one.label.role[1] and one.role not in _WORDY for one in stretch.fields)
    done = _done_above(stretch.above, senses) if are_facts else None
    return replace(stretch, fields=(done, *stretch.fields), above=stretch.above[:-1]) if done else stretch


def _done_above(above: Sequence[Paragraph], senses: Senses) -> Field | None:
    """What the last line above a card says is to be done, behind a label or as a heading that begins as tasks do."""
    if not above:
        return None
    part, *more = labelled_parts(above[-1])
    if part.label and part.label.role[0] == "action" and part.paragraph.text and not more:
        return Field(part.label, (part.paragraph,))
    number, rest = leading_number((above[-1],), bare=True)
    is_task = above[-1].heading > 1 and part.label is None and bool(rest) and senses.is_task(rest[0].text)
    return Field(Label(DONE.text, number), rest) if is_task else None


def _has_card_a_cell(grid: Grid) -> bool:
    """Do all cells hold labels with their values, each row's cells some of the same?"""
    rows = [row.filled for row in grid.rows if row.filled]
    side_by_side = any(len(cells) > 1 for cells in rows)
    return side_by_side and all(len(_shared_keys(cells)) >= _LEAST_LABELS for cells in rows)


def _shared_keys(cells: Sequence[Cell]) -> frozenset[str]:
    """The keys of the labels that all cells hold, which are cards; looked at no further than there are any."""
    shared = card_keys(cells[0])
    for cell in cells[1:]:
        if not shared:
            break
        shared &= card_keys(cell)
    return shared


def _has_card_a_column(grid: Grid) -> bool:
    """Do labels of several roles stand down the left, beside columns that hold their values?"""
    rows = [row for row in grid.rows if row.filled]
    if grid.width < _LEAST_COLUMNS or not all(len(row.cells) == grid.width for row in rows):
        return False
    told = {header_role(row.cells[0].text)[0] for row in rows if is_label(row.cells[0].text)}
    labels = sum(is_label(row.cells[0].text) for row in rows)
    full = sum(len(row.filled) == grid.width for row in rows)
    return (
        (told >= _TOLD or (told >= _ANSWERED and is_short_label(rows[0].cells[0].text)))
        and labels > _MOST * len(rows)
        and full > _MOST * len(rows)
        and not any(_is_of_labels(rows, column) for column in range(1, grid.width))
    )


def _is_of_labels(rows: Sequence[Row], column: int) -> bool:
    """Does a column hold labels, too? A few of its values may be such words ("Complete")."""
    texts = [row.cells[column].text for row in rows]
    labels = sum(is_label(text) and is_plain_label(text) and not is_reference(text) for text in texts)
    return labels > (1 - _MOST) * len(texts)


def _parts(grid: Grid) -> Iterator[tuple[tuple[Paragraph, ...], list[Row]]]:
    """The rows in which each label comes once, with what stands above them: the paragraphs or title over them."""
    above, rows = grid.above, list[Row]()
    for row in (row for row in grid.rows if row.filled):
        is_title = len(row.filled) == 1 and not is_label(row.cells[0].text)
        if rows and (is_title or any(row.cells[0].text == other.cells[0].text for other in rows)):
            yield above, rows
            above, rows = (), []
        if is_title:
            above = (*above, *row.filled[0].paragraphs)
        else:
            rows.append(row)
    if rows:
        yield above, rows


def _column_fields(rows: Sequence[Row], column: int) -> Iterator[Field]:
    """The fields of a column; a mere number beside a label is the recommendation's."""
    for place, row in enumerate(rows):
        value, label = row.cells[column], read_label(row.cells[0].passage)
        if is_reference(value.text) and label.role[0] != "number":
            label = replace(label, text=label.text + _NUMBERED)
        yield Field(label, value.paragraphs, value.fill, begins=place == 0)


def _cards(grids: Sequence[Grid], stacked: Container[str], senses: Senses) -> frozenset[int]:
    """The indices of the grids that are cards, parts that a page cut off from one among them."""
    grids = [grid for grid in grids if not is_headed_twice(grid, senses)]
    held = [_Shape.of(grid, stacked) for grid in grids]
    whole = [shape for shape in held if shape.is_card]
    known = frozenset(key for shape in whole for key in shape.labels)
    most = max((len(shape.kinds) for shape in whole), default=0)
    strips = [one for grid, one in zip(grids, held, strict=True) if one.is_strip and _done_above(grid.above, senses)]
    cards = [shape for shape in held if shape.is_card or shape.is_part(known, most)]
    return frozenset(shape.index for shape in (*cards, *(strips if len(strips) > 1 else ())))


@dataclass(frozen=True)
class _Shape:
    """What the rows of a grid are, as those of a card, and the keys of the labels in them."""

    index: int
    kinds: tuple[str, ...]
    labels: frozenset[str]

    @staticmethod
    def of(grid: Grid, stacked: Container[str]) -> _Shape:
        """The shape of a grid."""
        rows = list(card_rows(grid, stacked))
        labels = (one.label for row in rows for one in row.fields(stacked) if one.label is not THEME)
        return _Shape(
            grid.index, tuple(row.kind for row in rows), frozenset(label.key for label in labels if not label.goes_on)
        )

    @property
    def is_card(self) -> bool:
        """Do most of its rows hold labels with their values, or stand below labels within it?

        One value beside its label will do above those labels.
        """
        beside, within = self.kinds.count("beside"), self.kinds.count("within")
        if "values" in self.kinds:
            least = 1 if "beside" in self.kinds[: self.kinds.index("values")] else _LEAST_LABELS
            return beside >= least and self.is_mostly_labelled
        return beside + within >= _LEAST_LABELS and self.is_mostly_labelled

    @property
    def is_strip(self) -> bool:
        """Is it one row of labels above one of values?"""
        return self.kinds == ("labels", "values")

    @property
    def is_mostly_labelled(self) -> bool:
        """Do at most half of its rows hold anything else?"""
        return 2 * self.kinds.count("other") <= len(self.kinds)

    def is_part(self, known: frozenset[str], most: int) -> bool:
        """Is it a part of a card, which has labels that others have, and fewer rows?"""
        return bool(self.labels) and self.labels <= known and "values" not in self.kinds and len(self.kinds) < most
