"""Where the texts of cells are set in bold: Excel writes such a text in runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._leads import Spans
from .._xml import each_element
from .styles import S

if TYPE_CHECKING:
    from lxml import etree

Bold = tuple[str, Spans]
"""A text that is bold in part, with the stretches that are."""


def read_bold(data: bytes, name: str) -> dict[int, Bold]:
    """The texts that cells share and that are bold in part, by their number; raises Damaged."""
    texts = ((place, bold_in(element)) for place, element in enumerate(each_element(data, name, f"{S}si")))
    return {place: bold for place, bold in texts if bold}


def bold_in(element: etree._Element) -> Bold | None:
    """The text of an element's runs, None unless it is bold in part."""
    text, spans = "", list[tuple[int, int]]()
    for run in element.iterfind(f"{S}r"):
        said = run.findtext(f"{S}t") or ""
        mark = run.find(f"{S}rPr/{S}b")
        if said and mark is not None and mark.get("val") not in ("0", "false"):
            spans.append((len(text), len(text) + len(said)))
        text += said
    return (text, tuple(spans)) if spans and spans != [(0, len(text))] else None
