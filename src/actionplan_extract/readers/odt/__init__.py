"""ODT: the text of an OpenDocument file as its program shows it, from content.xml and styles.xml.

`styles` and `lists` say what holds for a paragraph, `text` reads its characters, `body` and `table` what
stands in what; the blocks are made by `_flow`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import Damaged, EmptyFile, TooLarge
from ...limits import DEFAULT, Limits
from ...model import Document
from .._flow import assemble
from .._odf import OFFICE, declares, metadata, open_package
from .._xml import parse
from .._zip import Archive
from .body import Reading

if TYPE_CHECKING:
    from lxml import etree

FORMAT = "odt"
MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
SUFFIXES = frozenset({".odt", ".ott"})


def sniff(data: bytes, suffix: str) -> float:
    """Sure of a package that declares itself a text document (or a template of one); little for the bare suffix."""
    if declares(data, MEDIA_TYPE):
        return 1.0
    return 0.3 if suffix in SUFFIXES else 0.0


def read(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document without what was deleted; raises Damaged, Encrypted, TooLarge or EmptyFile.

    Pages have no numbers: programs make them anew each time. Running heads and feet are furniture.
    """
    archive = open_package(data, limits)
    content = parse(archive.read("content.xml"), "content.xml", limits=limits)
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise Damaged("the document has no body")
    reading = Reading(content, _styles(archive), limits)
    blocks = list(reading.blocks(body))
    flow = assemble(blocks, [*reading.edges(), *reading.furniture])
    if not flow.page.text.strip():
        raise EmptyFile("the document holds no text")
    return Document(
        format=FORMAT,
        media_type=MEDIA_TYPE,
        pages=(flow.page,),
        blocks=flow.blocks,
        metadata=metadata(archive),
        furniture=flow.furniture,
        notices=tuple(reading.report.notices()),
    )


def _styles(archive: Archive) -> etree._Element | None:
    """The shared styles; None where they are missing or broken, for the text can do without."""
    try:
        return parse(archive.read("styles.xml"), "styles.xml")
    except (Damaged, TooLarge):
        return None
