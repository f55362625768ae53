"""What a tagged PDF says its words are: parts of rows and cells, paragraphs, list items, artifacts."""

from __future__ import annotations

from dataclasses import dataclass, field

TITLES = frozenset({"H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"})
TABLES = frozenset({"Table"})
ROWS = frozenset({"TR"})
CELLS = frozenset({"TD", "TH"})
ITEMS_AND_CELLS = CELLS | {"LI"}
LABELS = frozenset({"Lbl"})
WHOLE = frozenset({"P", "Caption", "Note", "LI", "LBody", *TITLES})  # one paragraph each
_BLOCKS = WHOLE | CELLS


@dataclass(slots=True, eq=False)
class Tag:
    """An element of the file's structure: equal only to itself, and the same one on each page it goes over.

    `kind` is its standard type ("TD"), `order` sorts elements as they are to be read, the spans are those of a cell.
    """

    kind: str
    order: tuple[int, ...]
    parent: Tag | None = None
    row_span: int = 1
    column_span: int = 1
    _nearest: dict[frozenset[str], Tag | None] = field(default_factory=dict, repr=False)

    def nearest(self, kinds: frozenset[str]) -> Tag | None:
        """The innermost element of one of these kinds that it is or stands in; asked for each of a page's words."""
        if kinds not in self._nearest:
            self._nearest[kinds] = self if self.kind in kinds else self.parent and self.parent.nearest(kinds)
        return self._nearest[kinds]

    @property
    def block(self) -> Tag | None:
        """The paragraph, list item or cell it is or stands in."""
        return self.nearest(_BLOCKS)


ARTIFACT = Tag("Artifact", ())
"""What is no part of the text: running heads and feet, a header row that is repeated, watermarks."""


def in_different_cells(one: Tag | None, other: Tag | None) -> bool:
    """Do things with these tags stand in two cells of a table?"""
    if one is other or one is None or other is None:
        return False
    cells = one.nearest(CELLS), other.nearest(CELLS)
    return None not in cells and cells[0] is not cells[1]
