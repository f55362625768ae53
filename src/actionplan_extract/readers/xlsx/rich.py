"""Where the shared texts of a workbook are set in bold: Excel writes such a text in runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._leads import Spans
from .._xml import each_element
from .styles import S

if TYPE_CHECKING:
    from lxml import etree


def read_bold(data: bytes, name: str) -> dict[int, tuple[str, Spans]]:
    """The shared texts that are bold in part, by their number, with the stretches that are; raises Damaged."""
    found: dict[int, tuple[str, Spans]] = {}
    for place, element in enumerate(each_element(data, name, f"{S}si")):
        text, spans = _runs(element)
        if spans and spans != [(0, len(text))]:
            found[place] = text, spans
    return found


def _runs(element: etree._Element) -> tuple[str, list[tuple[int, int]]]:
    """The text of the runs, and where it is bold."""
    text, spans = "", list[tuple[int, int]]()
    for run in element.iterfind(f"{S}r"):
        said = run.findtext(f"{S}t") or ""
        bold = run.find(f"{S}rPr/{S}b")
        if said and bold is not None and bold.get("val") not in ("0", "false"):
            spans.append((len(text), len(text) + len(said)))
        text += said
    return text, spans
