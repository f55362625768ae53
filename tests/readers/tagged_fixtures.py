"""Makes small tagged PDFs: the sheets of `pdf_fixtures` with marked text, and the structure that holds the marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from .pdf_fixtures import PITCH, Sheet, pdf


@dataclass(frozen=True)
class Mark:
    """Marked text: its page's index and its number there."""

    page: int
    number: int


@dataclass(frozen=True)
class Element:
    """An element of the structure; `attributes` are those of a table's cell."""

    kind: str
    children: tuple[Element | Mark, ...]
    attributes: dict[str, int] = field(default_factory=dict)


def element(kind: str, *children: Element | Mark, **attributes: int) -> Element:
    """An element with its children."""
    return Element(kind, children, attributes)


def row(*cells: Element | Mark, kind: str = "TD") -> Element:
    """A row of a table; a mark becomes a cell of one paragraph."""
    made = (element(kind, element("P", cell)) if isinstance(cell, Mark) else cell for cell in cells)
    return element("TR", *made)


class Pages:
    """Sheets to draw marked text on."""

    def __init__(self, count: int) -> None:
        self.sheets = [Sheet() for _ in range(count)]
        self.marks = [0] * count

    def text(self, page: int, x: float, top: float, *lines: str) -> Mark:
        """Lines of text under one mark."""
        mark = Mark(page, self.marks[page])
        self.marks[page] += 1
        self._draw(page, f"/P <</MCID {mark.number}>> BDC", x, top, lines)
        return mark

    def artifact(self, page: int, x: float, top: float, *lines: str) -> None:
        """Lines of text marked as no part of the document's text."""
        self._draw(page, "/Artifact BMC", x, top, lines)

    def _draw(self, page: int, begin: str, x: float, top: float, lines: Sequence[str]) -> None:
        self.sheets[page].draw(begin).lines(x, top, lines, PITCH).draw("EMC")

    def file(self, *elements: Element) -> bytes:
        """The file, with these elements in its document."""
        out = BytesIO()
        with pikepdf.open(BytesIO(pdf(*self.sheets))) as made:
            _Tagger(made).tag(element("Document", *elements))
            made.save(out)
        return out.getvalue()


class _Tagger:
    def __init__(self, file: pikepdf.Pdf) -> None:
        self.file = file
        self.parents: dict[int, dict[int, Any]] = defaultdict(dict)

    def tag(self, document: Element) -> None:
        """Write the structure into the file."""
        root = self.file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = self._written(document, root)
        numbers: list[Any] = []
        for page, marks in sorted(self.parents.items()):
            self.file.pages[page].obj.StructParents = page
            numbers += [page, Array([marks[number] for number in sorted(marks)])]
        root.ParentTree = self.file.make_indirect(Dictionary(Nums=Array(numbers)))
        self.file.Root.StructTreeRoot = root
        self.file.Root.MarkInfo = Dictionary(Marked=True)

    def _written(self, held: Element, parent: Any) -> Any:
        made = self.file.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{held.kind}"), P=parent))
        if held.attributes:
            made.A = Dictionary(O=Name.Table, **held.attributes)
        made.K = Array([self._child(child, made) for child in held.children])
        return made

    def _child(self, child: Element | Mark, parent: Any) -> Any:
        if isinstance(child, Element):
            return self._written(child, parent)
        self.parents[child.page][child.number] = parent
        return Dictionary(Type=Name.MCR, Pg=self.file.pages[child.page].obj, MCID=child.number)
