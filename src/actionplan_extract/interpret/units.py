"""The units of an action cell: what one deadline may be about, the smallest the text allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..model import Paragraph
from ..passage import Passage

_SUBHEADING_WORDS = 9
_DASHES = "–—-"


@dataclass(frozen=True, slots=True)
class Unit:
    """Paragraphs that belong together; `heading` is the subheading that opens it."""

    paragraphs: tuple[Paragraph, ...]
    heading: Passage = field(default_factory=Passage)

    @property
    def text(self) -> str:
        """The plain text, one line a paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def is_item(self) -> bool:
        """Is it a list item by itself?"""
        return self.paragraphs[0].is_item

    @property
    def introduces(self) -> bool:
        """Does it announce what follows?"""
        return self.paragraphs[-1].text.rstrip().endswith(":")


def split_units(paragraphs: Sequence[Paragraph], *, fine: bool = False) -> tuple[Unit, ...]:
    """The units in order.

    A list belongs to the sentence that announces it, an inner item to its outer one; with `fine`
    every outer item is a unit of its own, and so is the sentence that announces them.
    """
    units: list[Unit] = []
    heading = Passage()
    for paragraph in paragraphs:
        title, body = subheading(paragraph)
        if title:
            heading = title
        if body is None:
            continue
        if units and not heading and _belongs(units[-1], body, fine):
            units[-1] = replace(units[-1], paragraphs=(*units[-1].paragraphs, body))
            continue
        units.append(Unit((body,), heading))
        heading = Passage()
    return tuple(units)


def _belongs(unit: Unit, paragraph: Paragraph, fine: bool) -> bool:
    if not paragraph.is_item:
        return False
    if paragraph.level > 0 and unit.paragraphs[-1].is_item:
        return True
    return not fine and not unit.is_item and (unit.introduces or len(unit.paragraphs) > 1)


def subheading(paragraph: Paragraph, *, closed: bool = False) -> tuple[Passage, Paragraph | None]:
    """The subheading a paragraph is or starts with (empty where none), and what is left of it.

    `closed` also takes one that ends with a stop, which in running text may be a sentence set in bold.
    """
    if not paragraph.lead:
        return Passage(), paragraph
    lead = paragraph.passage[: paragraph.lead].strip()
    rest = paragraph.passage[paragraph.lead :].strip()
    if not lead or paragraph.is_item or len(lead.text.split()) > _SUBHEADING_WORDS or lead.text[-1] in ",;":
        return Passage(), paragraph
    if lead.text.endswith(".") and not closed:
        return Passage(), paragraph
    if not rest:
        return lead.strip(":. "), None
    apart = rest.text[0].isupper() or rest.text[0] in _DASHES or lead.text.endswith(":")
    if not apart or lead.text[-1].isdigit():
        return Passage(), paragraph
    return lead.strip(":. "), replace(paragraph, passage=rest.strip(_DASHES + " "), lead=0)


def headings_in(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs are or start with a subheading."""
    return sum(bool(title) for title in _titles(paragraphs))


def _titles(paragraphs: Sequence[Paragraph]) -> Iterator[Passage]:
    yield from (subheading(paragraph)[0] for paragraph in paragraphs)
